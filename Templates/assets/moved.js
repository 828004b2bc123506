// At the script of the journal's earlier site: the query says what was wanted, and the page for it stands below this one.
const query = new URLSearchParams(location.search);
const parts = [query.get("journal"), query.get("page"), query.get("op"), ...query.getAll("path[]")];
const path = parts.slice(0, parts.indexOf(null) < 0 ? undefined : parts.indexOf(null));
if (path.length && path.every((part) => /^[^.]/.test(part))) {
  location.replace(location.pathname.replace(/\/?$/, "/") + path.map(encodeURIComponent).join("/") + "/");
}
