// Runs the search script as a browser would, from files: node run-search.mjs SCRIPT FOLDER < REQUEST
// The request is {"texts": […], "queries": […]}; the answer gives the terms of each text and, for
// each query, the addresses found and the bytes read for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [script, folder] = process.argv.slice(2);
const request = JSON.parse(readFileSync(0, "utf8"));
const source = readFileSync(script, "utf8");

function browser() {
  const context = vm.createContext({});
  vm.runInContext(source, context);
  const search = vm.runInContext("Search", context);
  const moved = { bytes: 0 };
  search.load = (name) => {
    const part = readFileSync(join(folder, `${name}.js`));
    moved.bytes += part.length;
    queueMicrotask(() => vm.runInContext(part.toString("utf8"), context));
  };
  return { search, moved };
}

const answer = { terms: request.texts.map((text) => browser().search.terms(text)), results: [] };
for (const { text, year } of request.queries) {
  const { search, moved } = browser();
  const found = await search.find(text, year ? (its) => its === year : undefined);
  const shown = await Promise.all(found.slice(0, 10).map((number) => search.article(number)));
  answer.results.push({ count: found.length, urls: shown.map((row) => row.url), bytes: moved.bytes });
}
console.log(JSON.stringify(answer));
