// Searches the index that stands beside the search page; without this script the page is a list of
// issues, authors and keywords. The index is described in Sources/SitePipeline/Search: an overview,
// parts with terms and parts with articles, each a script that calls searchPart, so that it can be
// loaded from any host and from a disk.

const Search = {
  // What a reader types becomes terms by the rules of LetterFolding.swift and TermReader.swift.
  letters: {
    "\u0649": "\u06CC", "\u064A": "\u06CC", "\u06CD": "\u06CC", "\u06D0": "\u06CC",
    "\u0643": "\u06A9", "\u06AA": "\u06A9", "\u0671": "\u0627",
    "\u0629": "\u0647", "\u06BE": "\u0647", "\u06C1": "\u0647", "\u06C3": "\u0647", "\u06D5": "\u0647",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ħ": "h", "ı": "i", "ł": "l", "ς": "σ",
    "\u0901": "\u0902",
  },

  silent: /[\u02B9-\u02C1\u02C6-\u02CF\u0621\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u,
  // Letters, numbers and the vowel signs of Indian scripts.
  inWord: /[\p{L}\p{N}]|(?![\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC])(?=[\u0900-\u0DFF])\p{M}/u,
  // Scripts without blanks between words; Korean, which joins words.
  unspaced: /[\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u,

  fold(character) {
    if (Search.silent.test(character)) return "";
    if (/[\uAC00-\uD7A3]/.test(character)) return character;
    if (!Search.inWord.test(character)) return /\p{M}/u.test(character) ? "" : null;
    let folded = "";
    for (const part of character.normalize("NFKD")) {
      for (const lower of part.toLowerCase()) {
        if (Search.inWord.test(lower)) folded += Search.letters[lower] ?? Search.digit(lower);
      }
    }
    return folded;
  },

  // Digits stand together by ten in every script.
  digit(character) {
    if (!/[^\P{Nd}0-9]/u.test(character)) return character;
    const code = character.codePointAt(0);
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  },

  // A text is read in all letters and pairs of a script without blanks (of Thai and its kin in pairs
  // and threes), a query in the longest of them.
  terms(text, isQuery = false) {
    const found = [];
    let run = [];
    const endRun = () => {
      const size = run[0] < "\u3000" ? 3 : 2;
      const sizes = isQuery ? [run.length < size ? size - 1 : size] : [size - 1, size];
      for (const count of sizes) {
        for (let start = 0; start + count <= run.length; start += 1) found.push(run.slice(start, start + count).join(""));
      }
      run = [];
    };
    let [term, parts] = ["", [""]];
    const add = (word) => {
      const length = [...word].length;
      if (length < 2 || length > 40) return;
      const article = length >= 7 ? /^[\u0648\u0628\u0641\u06A9]?\u0627\u0644/ : /^\u0627\u0644/;
      found.push(length >= 5 ? word.replace(article, "") : word);
    };
    const end = () => {
      [term, ...parts].forEach(add);
      [term, parts] = ["", [""]];
    };
    const doi = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]*[^\s"<>.,;:)\]]/u;
    const rest = text.replace(doi, (match) => { found.push(match.toLowerCase()); return " "; })
      .replace(found.length ? /https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:/iu : /^$/u, " ");
    const characters = [...rest.normalize("NFC")];
    for (let index = 0; index < characters.length; index += 1) {
      const character = characters[index];
      if (character === "'" || character === "\u2019") {
        endRun();
        if ([...term].length <= 2) end();
        else if (/^s$/i.test(characters[index + 1] ?? "") && !/^[a-z0-9]$/i.test(characters[index + 2] ?? "")) {
          end();
          index += 1;
        }
        continue;
      }
      if (character === "\u200C") {
        parts.push("");
        continue;
      }
      const folded = Search.fold(character);
      if (folded === null) {
        end();
        endRun();
      } else if (Search.unspaced.test(folded)) {
        end();
        run.push(folded);
      } else {
        if (folded) endRun();
        term += folded;
        parts[parts.length - 1] += folded;
      }
    }
    end();
    endRun();
    return [...new Set(found)];
  },

  // Of a word with joiners the whole alone, which is also that of the word written without them.
  asked: (query) => Search.terms(query.replaceAll("\u200C", ""), true),

  // Loading. Every part is asked for once; `load` is replaced in tests.
  parts: new Map(),
  waiting: new Map(),

  load(name, mark) {
    const script = document.createElement("script");
    script.src = `${Search.folder}${name}.js${mark ? `?${mark}` : ""}`;
    script.onerror = () => Search.waiting.get(name)?.reject(new Error(name));
    document.head.append(script);
  },

  part(name, mark) {
    if (!Search.parts.has(name)) {
      Search.parts.set(name, new Promise((resolve, reject) => {
        Search.waiting.set(name, { resolve, reject });
        Search.load(name, mark);
      }));
    }
    return Search.parts.get(name);
  },

  async overview() {
    const overview = await Search.part("index", "");
    if (!overview.years) {
      overview.years = [];
      overview.sectionOf = [];
      for (let index = 0; index < overview.runs.length; index += 3) {
        const [count, year, section] = overview.runs.slice(index, index + 3);
        for (let number = 0; number < count; number += 1) {
          overview.years.push(year);
          overview.sectionOf.push(section);
        }
      }
    }
    return overview;
  },

  // The part where a word stands, and all words that begin with it unless there are very many.
  async entries(word, overview) {
    let low = 0;
    for (let high = overview.bounds.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (overview.bounds[middle] <= word) low = middle; else high = middle;
    }
    const numbers = [low];
    if (overview.bounds[low + 1]?.startsWith(word)) numbers.push(low + 1);
    const texts = await Promise.all(numbers.map((number) => Search.part(`terms/${number}`, overview.marks[number])));
    const isStem = word.length > 2 && !word.includes("/") && !Search.unspaced.test(word);
    const found = [];
    for (const text of texts) {
      const fields = text.split(" ");
      for (let index = 0; index < fields.length; index += 2) {
        if (fields[index] === word || (isStem && fields[index].startsWith(word))) {
          found.push({ term: fields[index], postings: fields[index + 1] });
        }
      }
    }
    return found;
  },

  alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",

  decode(postings) {
    const places = [];
    let [value, number] = [0, -1];
    for (const character of postings) {
      if (character === "*") continue;
      const digit = Search.alphabet.indexOf(character);
      value = value * 32 + (digit & 31);
      if (digit < 32) {
        number += (value >> 3) + 1;
        places.push([number, value & 7]);
        value = 0;
      }
    }
    return places;
  },

  // What a place says, from once in the text to the title.
  scores: [1, 1.6, 2.2, 4, 5, 8, 9, 12],

  // The articles that hold every word (or, if none does, most words), best first.
  async find(query, filter = () => true) {
    const words = Search.asked(query).slice(0, 6);
    const overview = await Search.overview();
    const total = new Map();
    let required = 0;
    const found = await Promise.all(words.map((word) => Search.entries(word, overview)));
    for (const [index, word] of words.entries()) {
      const best = new Map();
      let isCommon = false;
      for (const { term, postings } of found[index]) {
        if (term === word && postings.startsWith("*")) isCommon = true;
        const places = Search.decode(postings);
        const rarity = Math.log(1 + overview.articles / (places.length || 1));
        for (const [number, weight] of places) {
          const score = Search.scores[weight] * rarity * (term === word ? 1 : 0.5);
          if (score > (best.get(number) ?? 0)) best.set(number, score);
        }
      }
      // A word of most texts narrows nothing.
      if (!isCommon) required += 1;
      for (const [number, score] of best) {
        const sum = total.get(number) ?? { score: 0, words: 0 };
        sum.score += score;
        if (!isCommon) sum.words += 1;
        total.set(number, sum);
      }
    }
    const held = Math.min(required, Math.max(0, ...[...total.values()].map((sum) => sum.words)));
    return [...total]
      .filter(([number, sum]) => sum.words >= held && filter(overview.years[number], overview.sectionOf[number]))
      .sort(([a, x], [b, y]) => y.score - x.score || b - a)
      .map(([number]) => number);
  },

  async article(number) {
    const overview = await Search.overview();
    const part = Math.floor(number / overview.perPart);
    const rows = await Search.part(`articles/${part}`, overview.marks[overview.bounds.length + part]);
    const [url, titles, names, extent, excerpts, nameLanguage] = rows[number % overview.perPart];
    return { url, titles, names, extent, excerpts, nameLanguage, year: overview.years[number] };
  },
};

globalThis.searchPart = (name, content) => Search.waiting.get(name)?.resolve(content);

// The page: a form with #q, #year and #section, a status line, a list and a button for more. What
// is said there comes from attributes of the page, so the script speaks every language.
(() => {
  "use strict";
  if (typeof document === "undefined") return;
  const [form, status, results, list, more] =
    ["find", "status", "results", "found", "more"].map((id) => document.getElementById(id));
  if (!form) return;
  Search.folder = form.dataset.index;
  document.documentElement.classList.add("ready");

  const { q, year, section } = form.elements;
  const language = document.documentElement.lang;
  const pageSize = 10;
  let [found, shown, words, latest] = [[], 0, [], 0];

  const number = (value) => String(value).replace(/\b\d+\b/g, (figures) =>
    figures.replace(/\d/g, (digit) => [...status.dataset.digits][digit]));
  const inLanguage = (texts) => (texts.find(([its]) => its === language) ?? texts[0])[1];

  const matches = (word) =>
    Search.terms(word).some((term) => words.some((its) => term === its || (its.length > 2 && term.startsWith(its))));

  // Where a word stands that was looked for; in a script without blanks it is part of another.
  const places = (word) => {
    if (!Search.unspaced.test(word)) return matches(word) ? [[0, word.length]] : [];
    const found = [];
    for (let start = 0; start < word.length; start += 1) {
      if (!Search.fold(String.fromCodePoint(word.codePointAt(start)))) continue;
      for (const its of words) {
        let [end, folded] = [start, ""];
        for (const character of word.slice(start)) {
          const more = Search.fold(character);
          if (more && folded.length >= its.length) break;
          folded += more;
          end += character.length;
        }
        if (folded === its) found.push([start, end]);
      }
    }
    return found;
  };

  // The text with <mark> around the words that were looked for.
  const marked = (element, text) => {
    let end = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}'\u2019\u02BE\u02BF\u0640\u200C]+/gu)) {
      for (const [from, to] of places(word)) {
        if (index + to <= end) continue;
        const start = Math.max(end, index + from);
        if (start > end) element.append(text.slice(end, start));
        end = index + to;
        const last = element.lastChild;
        const part = text.slice(start, end);
        if (last?.nodeName === "MARK") last.textContent += part;
        else element.append(Object.assign(document.createElement("mark"), { textContent: part }));
      }
    }
    element.append(text.slice(end));
    return element;
  };

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const item = ({ url, titles, names, extent, excerpts, nameLanguage, year: its }) => {
    const held = ([, text]) => (text.match(/[\p{L}\p{N}\p{M}\u200C]+/gu) ?? []).filter(matches).length;
    const own = titles.find(([code]) => code === language) ?? titles[0];
    const [code, title] = titles.reduce((best, each) => (held(each) > held(best) ? each : best), own);
    const start = excerpts.find(([its]) => its === code) ?? excerpts[0];
    // The title stands where all stand, and runs as its language does, whatever letter it begins with.
    const dir = /^(arc?|ckb|dv|fa|he|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)\b/.test(code) ? "rtl" : "ltr";
    const link = make("a", { href: form.dataset.root + url + form.dataset.file }, marked(make("bdi", { dir }), title));
    const by = make("p", { class: "by" });
    for (const name of names) {
      const attributes = nameLanguage && /\p{Script=Arabic}/u.test(name) ? { lang: nameLanguage } : {};
      by.append(marked(make("bdi", attributes), name), status.dataset.comma);
    }
    by.append(number(its));
    return make("li", {},
      make("p", { class: "pp" }, make("bdi", { dir: document.documentElement.dir }, number(extent))),
      make("div", {},
        make("h3", { class: "title", lang: code }, link), by,
        ...(start ? [marked(make("p", { class: "excerpt", lang: start[0], dir: "auto" }), start[1])] : [])));
  };

  const showMore = async () => {
    const search = latest;
    const next = found.slice(shown, shown + pageSize);
    const items = (await Promise.all(next.map(Search.article))).map(item);
    if (search !== latest) return;
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
    return items[0];
  };

  const fillFilters = async () => {
    const overview = await Search.overview();
    if (year.length > 1) return;
    for (const its of [...new Set(overview.years)].sort((a, b) => b - a)) year.append(new Option(number(its), its));
    overview.sections.forEach((names, index) => section.append(new Option(inLanguage(names), index)));
    const asked = new URLSearchParams(location.search);
    for (const select of [year, section]) select.value = asked.get(select.name) ?? "";
  };

  // What is asked for, in the address of this page and of the same in other languages.
  const keep = () => {
    const asked = new URLSearchParams(new FormData(form));
    for (const [key, value] of [...asked]) if (!value) asked.delete(key);
    for (const link of document.querySelectorAll(".langs a")) link.search = asked;
    try { history.replaceState(null, "", `?${asked}`); } catch { /* a page from a disk has no history to change */ }
  };

  const search = async () => {
    const mine = latest += 1;
    const query = q.value.trim();
    if (!query) {
      keep();
      results.hidden = true;
      status.textContent = status.dataset.hint;
      return;
    }
    status.textContent = status.dataset.searching;
    try {
      await fillFilters();
      const keeps = (value, its) => value === "" || Number(value) === its;
      const all = await Search.find(query, (its, part) => keeps(year.value, its) && keeps(section.value, part));
      if (mine !== latest) return;
      [found, shown, words] = [all, 0, Search.asked(query)];
      list.replaceChildren();
      results.hidden = found.length === 0;
      await showMore();
      if (mine !== latest) return;
      const plural = new Intl.PluralRules(status.lang || language).select(found.length);
      status.textContent = found.length === 0 ? status.dataset.none
        : (status.dataset[plural] ?? status.dataset.other).replace("#", number(found.length));
      keep();
    } catch {
      if (mine === latest) status.textContent = status.dataset.failed;
    }
  };

  let pause;
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); search(); });
  q.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 200); });
  for (const select of [year, section]) select.addEventListener("change", search);
  form.addEventListener("focusin", () => fillFilters().catch(() => { status.textContent = status.dataset.failed; }), { once: true });
  more.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());

  // Arrows walk from the field through the results; Escape goes back to the field.
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== q) return;
    const to = event.key === "ArrowDown" ? links[at + 1] : event.key === "ArrowUp" ? links[at - 1] ?? q
      : event.key === "Escape" && at >= 0 ? q : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
  });

  q.value = new URLSearchParams(location.search).get("q") ?? "";
  if (q.value) search();
})();
