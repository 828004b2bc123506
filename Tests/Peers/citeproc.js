// Formats what each line of a file asks for, by citeproc-js: node citeproc.js MODULE JOBS RESULTS
//
// A job names a style, a file of items and the citations to format; without them it wants the
// bibliography. Its result is a line of the same name with the texts as HTML, or the error.

const fs = require("fs");
const CSL = require(require("path").resolve(process.argv[2]));

const read = (path) => fs.readFileSync(path, "utf8");
const locales = "/usr/share/citation-style-language/locales/locales-";

function format(job) {
  const list = JSON.parse(read(job.items));
  const items = new Map(list.map((item) => [item.id, item]));
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => fs.existsSync(`${locales}${tag}.xml`) && read(`${locales}${tag}.xml`),
      // The engine writes into the items that it is given.
      retrieveItem: (id) => structuredClone(items.get(id)),
    },
    read(job.style)
  );
  engine.opt.development_extensions.wrap_url_and_doi = false;
  engine.updateItems(list.map((item) => item.id));
  if (job.citations) return job.citations.map((cites) => engine.makeCitationCluster(structuredClone(cites)));
  const bibliography = engine.makeBibliography();
  return bibliography ? bibliography[1] : [];
}

const results = fs.openSync(process.argv[4], "w");
for (const line of read(process.argv[3]).split("\n").filter(Boolean)) {
  const job = JSON.parse(line);
  let result;
  try {
    result = { name: job.name, texts: format(job) };
  } catch (error) {
    result = { name: job.name, error: String(error) };
  }
  fs.writeSync(results, JSON.stringify(result) + "\n");
}
