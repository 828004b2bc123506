#!/usr/bin/env python3
"""Looks for text that readers cannot reach: pages of the demonstration journal, and of one with words,
addresses and tables that are wider than a telephone, in Chromium.

    pages.py FASCICLE

No page may scroll sideways, from 320 px on and on paper; no text may stand outside the window, be cut
off by the box round it, or (on paper) be left to a scroll bar, but for the end of a running head; no
short word may be broken where there is room for it.
"""

import functools
import http.server
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import sync_playwright

DEMONSTRATION = pathlib.Path(__file__).parents[1] / "Fixtures/demonstration"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/" + "a-path-without-an-end/" * 6 + "0123456789" * 9
ROW = "|" + " cell |" * 14
WIDE = {
    "journal.yml": f"title: Acta of the {LONG}\nurl: https://example.org/\nlanguages: [en, ar]\n"
    f"publisher: {{name: {LONG}}}\n",
    "pages/aims-and-scope.md": f"---\ntitle: Aims of the {LONG}\n---\n\n{ADDRESS}\n",
    "issues/2024-1/issue.yml": f"date: 2024-01-01\nvolume: 1\nnumber: 1\ntitle: {LONG}\n"
    f"sections: [{{id: a, title: {LONG}}}]\n",
    "issues/2024-1/wide.md": f"""---
title: The {LONG} at {ADDRESS}
subtitle: Of the {LONG}
section: a
authors: [{{family: {LONG}, given: Ada, affiliation: {{name: {LONG}}}}}, {{family: Sample, given: Bea}}]
keywords: [{LONG}]
abstract: The {LONG}.
pages: 1131-1140
doi: 10.5555/{"x" * 90}
---

## The {LONG}

At {ADDRESS} and elsewhere.[^1]

[^1]: See {ADDRESS}.

{ROW}
|{"---|" * 14}
{ROW}

: The {LONG}. {{#tbl:a}}

```
{"a line of a program " * 12}
```
""",
    "issues/2024-1/after.md": f"---\ntitle: After the {LONG}\nauthors: [{{literal: A}}]\npages: 1141-1150\n---\n\nText.\n",
}
AUDIT = """(isPaper) => {
  const found = new Set();
  const say = (what, node) => found.add(`${what}: ${(node.data ?? '').trim().slice(0, 40)} (${node.parentElement?.className || node.parentElement?.localName})`);
  if (document.scrollingElement.scrollWidth > innerWidth + 1) found.add(`scrolls sideways to ${document.scrollingElement.scrollWidth} px`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('.vh, .skip, .running, script, style, option') || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [];
    for (let box = element; box !== document.body; box = box.parentElement) boxes.push([box.getBoundingClientRect(), getComputedStyle(box)]);
    const scrolls = !isPaper && boxes.some(([, style]) => /auto|scroll/.test(style.overflowX));
    for (const text of range.getClientRects()) {
      if (text.width < 1 || scrolls) continue;
      if (text.left < -1 || text.right > innerWidth + 1) say('outside', node);
      for (const [box, style] of boxes) {
        if (style.display !== 'inline' && style.overflowX !== 'visible' && (text.left < box.left - 2 || text.right > box.right + 2)) say('cut off', node);
      }
    }
    if (isPaper || getComputedStyle(element).hyphens === 'auto' || element.closest('a.url, .cit a, .refs a, code')) continue;
    for (const word of node.data.matchAll(/(?<![\\p{L}\\p{N}\\p{P}])\\p{L}{3,12}(?![\\p{L}\\p{N}\\p{P}])/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const parts = [...range.getClientRects()].filter((part) => part.width > 0);
      if (parts.length > 1 && Math.abs(parts[0].top - parts.at(-1).top) > 8) say(`breaks ${word[0]}`, node);
    }
  }
  return [...found];
}"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def built(fascicle, content, folder):
    """The site of a journal."""
    if isinstance(content, dict):
        for path, text in content.items():
            file = folder / "Content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    else:
        shutil.copytree(content, folder)
    subprocess.run([fascicle, "build", "--source", folder, "--output", folder / "Output"], check=True, stdout=subprocess.DEVNULL)
    return folder / "Output"


def check(browser, site):
    """What cannot be read, page by page."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages = [path for path in sorted(site.rglob("*.html")) if "moved" not in path.read_text("utf-8")]
    failures = 0
    for width, media in ((320, "screen"), (360, "screen"), (768, "screen"), (1280, "screen"), (597, "print")):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.emulate_media(media=media)
        for path in pages:
            page.goto(f"http://127.0.0.1:{server.server_port}/{path.relative_to(site)}")
            for what in page.evaluate(f"({AUDIT})({'true' if media == 'print' else 'false'})"):
                failures += 1
                print(f"FAILS {path.relative_to(site)} at {width} px on {media}: {what}", flush=True)
        page.close()
    print(f"{len(pages)} pages of {site.parent.name} looked at", flush=True)
    server.shutdown()
    return failures


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is missing: run 'make browser', which installs it.")
    with tempfile.TemporaryDirectory(prefix="fascicle-pages-") as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        failures = 0
        for journal, content in (("demonstration", DEMONSTRATION), ("wide", WIDE)):
            failures += check(browser, built(sys.argv[1], content, pathlib.Path(name) / journal))
        browser.close()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
