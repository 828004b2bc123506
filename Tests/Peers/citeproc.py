#!/usr/bin/env python3
"""Compares citations and references with those of citeproc-js, in every style that is installed.

    citeproc.py CSL_SUITE BUNDLE [--styles N] [--show N] [--record]

BUNDLE is a JavaScript program that holds citeproc-js, such as that of mystmd on PyPI. Texts are
compared without their markup; space in front of punctuation and doubled signs, which citeproc-js
leaves, do not count. The commonest differences are printed with an example of each. agreement.txt holds how many
texts were alike; with the same styles the run fails when there are fewer.
"""

import argparse
import collections
import concurrent.futures
import difflib
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORDED = HERE / "agreement.txt"
ITEMS = HERE / "items.json"
STYLES = pathlib.Path("/usr/share/citation-style-language/styles")
LOCALES = STYLES.parent / "locales"
NO_TEXT = "[CSL STYLE ERROR: reference with no printed form.]"
# Beside each item alone.
CITATIONS = [
    ["b1", "j1", "c1"], ["b3", "b4", "b1"], ["j3", "j4", "j5", "j6"],
    [{"id": "j3", "locator": "12-15", "label": "page"}],
    [{"id": "b1", "locator": "3", "label": "chapter"}, {"id": "b2", "prefix": "see ", "suffix": ", passim"}],
]


def module(bundle, folder):
    """Cuts citeproc-js out of a program that is bundled with it."""
    found = re.search(r'citeproc_commonjs\.js"\(\w+, (\w+)\) \{(.*?)\1\.exports = CSL;',
                      pathlib.Path(bundle).read_text(encoding="utf-8"), re.DOTALL)
    if not found:
        sys.exit(f"{bundle} holds no citeproc-js")
    path = folder / "citeproc.cjs"
    path.write_text(found[2] + "module.exports = CSL;\n", encoding="utf-8")
    return path


def citations():
    alone = [[item["id"]] for item in json.loads(ITEMS.read_text(encoding="utf-8"))]
    return [[{"id": cite} if isinstance(cite, str) else cite for cite in cites] for cites in alone + CITATIONS]


def of_peer(styles, peer, folder):
    """The texts by style and kind, in two processes."""
    def run(part):
        jobs, results = folder / f"jobs-{part}", folder / f"results-{part}"
        with jobs.open("w", encoding="utf-8") as file:
            for style in styles[part::2]:
                for kind, asked in (("citations", citations()), ("bibliography", None)):
                    job = {"name": f"{style.stem} {kind}", "style": str(style), "items": str(ITEMS), "citations": asked}
                    file.write(json.dumps(job) + "\n")
        subprocess.run(["node", HERE / "citeproc.js", peer, jobs, results], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]

    with concurrent.futures.ThreadPoolExecutor() as pool:
        return {result["name"]: result.get("texts") for part in pool.map(run, range(2)) for result in part}


def of_ours(styles, suite, folder):
    """The same, written as cases of the official suite, which is how csl-suite reads them."""
    section = lambda name, text: f">>==== {name} ====>>\n{text}\n<<==== {name} ====<<\n"
    items = section("INPUT", ITEMS.read_text(encoding="utf-8"))
    asked = section("CITATION-ITEMS", json.dumps(citations()))
    texts = {}
    for start in range(0, len(styles), 100):
        cases = []
        for style in styles[start:start + 100]:
            text = section("CSL", style.read_text(encoding="utf-8")) + items
            for kind, mode, more in (("citations", "citation", asked), ("bibliography", "bibliography", "")):
                cases.append(folder / f"{style.stem} {kind}.txt")
                cases[-1].write_text(section("MODE", mode) + text + more, encoding="utf-8")
        run = subprocess.run([suite, "--locales", LOCALES, *cases], capture_output=True, text=True)
        for line in run.stdout.splitlines():
            case = json.loads(line, strict=False)
            text = case.get("result") or ""
            texts[case["name"]] = (text.split("\n") if case["name"].endswith("citations") else re.findall(
                r'<div class="csl-entry">.*?</div>(?=\n  <div class="csl-entry|\n</div>)', text, re.DOTALL))
        for case in cases:
            case.unlink()
    return texts


def plain(text):
    text = html.unescape(re.sub(r"<[^>]+>", "", text.replace(NO_TEXT, "").replace("[NO_PRINTED_FORM]", "")))
    text = re.sub(r" (?=[.,;:)])", "", re.sub(r"\s+", " ", text)).strip()
    return re.sub(r"([.,;:])\1+", r"\1", text)


def difference(ours, theirs):
    """In short, so that alike ones can be counted."""
    parts = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    changes = [f"'{ours[a:b][:16]}' for '{theirs[c:d][:16]}'" for tag, a, b, c, d in parts if tag != "equal"]
    return "; ".join(changes) if len(changes) < 3 else "several"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite")
    parser.add_argument("bundle")
    parser.add_argument("--styles", type=int)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    styles = sorted(STYLES.glob("*.csl"))
    if options.styles:
        styles = styles[:: max(1, len(styles) // options.styles)][: options.styles]
    with tempfile.TemporaryDirectory(prefix="fascicle-peer-") as name:
        folder = pathlib.Path(name)
        theirs = of_peer(styles, module(options.bundle, folder), folder)
        ours = of_ours(styles, options.suite, folder)
    compared = alike = 0
    unequal, kinds = [], collections.defaultdict(list)
    for case, expected in theirs.items():
        if expected is None or len(expected) != len(ours[case]):
            unequal.append(case)
            continue
        for a, b in zip(map(plain, ours[case]), map(plain, expected)):
            compared += 1
            alike += a == b
            if a != b:
                kinds[difference(a, b)].append((case, a, b))
    for kind, cases in sorted(kinds.items(), key=lambda entry: -len(entry[1]))[: options.show]:
        case, a, b = cases[0]
        print(f"{len(cases)} × {kind}, as in {case}:\n  ours    {a}\n  theirs  {b}")
    if unequal:
        print(f"not compared, other numbers of texts or an error: {', '.join(unequal)}")
    print(f"{len(styles)} styles, {compared} texts, {alike} alike ({alike / compared:.2%})")
    if options.record:
        RECORDED.write_text(f"{len(styles)} styles, {compared} texts, {alike} alike\n", encoding="utf-8")
    elif RECORDED.exists():
        recorded = RECORDED.read_text(encoding="utf-8").split()
        if recorded[0] == str(len(styles)) and alike < int(recorded[4]):
            sys.exit(f"failed: {recorded[4]} were alike before")


if __name__ == "__main__":
    main()
