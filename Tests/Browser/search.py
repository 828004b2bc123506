#!/usr/bin/env python3
"""Searches a large invented journal in Chromium, as readers do.

    search.py FASCICLE [--articles N] [--site FOLDER]

Builds the journal of Tests/Benchmarks/corpus.py with the articles below, serves it on the loopback
address, and counts what is moved for each query. A query must find its article, and move less than
300 KB besides the page with its stylesheet and script. `?q=`, the keyboard, the filters and a site
that is opened from the disk are tried too. With --site, a site that was built before is searched.
"""

import argparse
import functools
import http.server
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
LIMIT = 300_000
FIXTURES = {
    "kandahar": ("Lanterns of Zwylqar", "en", "10.5555/search.lanterns", "The lamplighters of Zwylqar kept a ledger."),
    "ghazal": ("کتابِ غزلیاتِ نادر", "ur", None, "یہ مقالہ غزل کی روایت اور چاندنی کے استعارے پر ہے۔"),
    "kitab": ("المكتبة والقِراءَة في الأندلس", "ar", None, "تبحث المقالة في خزائن الكتب وقرائها."),
}
QUERIES = [  # the query, the article that it must find among the first ten
    ("Zwylqar lanterns", "kandahar"),
    ("zwylqar", "kandahar"),
    ("10.5555/search.lanterns", "kandahar"),
    ("https://doi.org/10.5555/search.lanterns", "kandahar"),
    ("غزلیات نادر", "ghazal"),  # as Urdu is written
    ("غزليات نادر", "ghazal"),  # the same with the letters of an Arabic keyboard
    ("کتابِ غزلیاتِ", "ghazal"),  # with marks
    ("مكتبة القراءة", "kitab"),  # without the article of the first word
    ("المکتبه والقراءه", "kitab"),  # with the letters of an Urdu keyboard
    ("الأنـــدلس", "kitab"),  # drawn out
]


def journal(folder, articles):
    subprocess.run([sys.executable, HERE.parent / "Benchmarks/corpus.py", "--articles", str(articles), folder], check=True)
    source = folder / "fascicle"
    content = source / "Content" if (source / "Content").is_dir() else source
    facts = content / "journal.yml"
    facts.write_text(facts.read_text("utf-8").replace("languages: [en]", "languages: [en, ur]"), "utf-8")
    issue = content / "issues" / "2099-1"
    issue.mkdir(parents=True)
    (issue / "issue.yml").write_text("year: 2099\ndate: 2099-01-01\nvolume: 99\nnumber: 1\n", "utf-8")
    for slug, (title, language, doi, text) in FIXTURES.items():
        field = f"doi: {doi}\n" if doi else ""
        (issue / f"{slug}.md").write_text(
            f"---\ntitle: {title}\nlanguage: {language}\nauthors: [{{literal: Someone}}]\n{field}---\n\n{text}\n", "utf-8")
    return source


class Server(http.server.ThreadingHTTPServer):
    """A site on the loopback address; `moved` counts what it has sent."""

    moved = 0


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def copyfile(self, source, output):
        data = source.read()
        self.server.moved += len(data)
        output.write(data)


def links(page, count=10):
    """The articles that were found, by the last folders of their addresses."""
    page.wait_for_selector("#found a, #status:not(:empty)")
    page.wait_for_function("document.getElementById('status').textContent !== document.getElementById('status').dataset.searching")
    found = page.eval_on_selector_all("#found h3 a", "links => links.map(link => link.href)")
    return [address.split("/articles/")[-1].split("/")[0] for address in found[:count]]


def ask(page, query):
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_timeout(300)
    return links(page)


def check(browser, server, site, failures):
    root = f"http://127.0.0.1:{server.server_port}/"

    def say(passed, what):
        print(("ok    " if passed else "FAILS ") + what, flush=True)
        if not passed:
            failures.append(what)

    for query, slug in QUERIES:
        page = browser.new_page()  # nothing is kept from the query before
        page.goto(root + "search/", wait_until="networkidle")
        before = server.moved
        found = ask(page, query)
        moved = server.moved - before
        say(slug in found and moved < LIMIT, f"{query}: {slug} at place {found.index(slug) + 1 if slug in found else 'none'}, {moved / 1000:.0f} KB")
        page.close()
    page = browser.new_page()
    page.goto(root + "search/?q=zwylqar", wait_until="networkidle")
    page.wait_for_timeout(500)
    say(links(page)[:1] == ["kandahar"], "?q=zwylqar finds it without a key pressed")
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    say(page.evaluate("document.activeElement.href || ''").split("/")[-2:-1] == ["kandahar"], "the arrow leads to the first article")
    page.keyboard.press("Escape")
    say(page.evaluate("document.activeElement.id") == "q", "Escape leads back to the field")
    page.select_option("#year", "2099")
    page.wait_for_timeout(500)
    say(links(page)[:1] == ["kandahar"], "the year of the article keeps it")
    say("zwylqar" in page.url, "the address holds the query")
    page.click(".langs a:not([aria-current])")
    page.wait_for_timeout(500)
    say(links(page)[:1] == ["kandahar"], "another language of the page asks the same")
    page.goto(root + "search/?q=qqqqqq", wait_until="networkidle")
    page.wait_for_timeout(500)
    say(links(page) == [], "nothing is found for nonsense")
    page.goto(f"file://{site}/search/index.html?q=zwylqar")
    page.wait_for_timeout(1500)
    say(links(page)[:1] == ["kandahar"], "a site opened from the disk is searched")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fascicle")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--site", type=pathlib.Path)
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("Chromium is missing: run 'make browser', which installs it.")
    failures = []
    with tempfile.TemporaryDirectory(prefix="fascicle-search-") as name, sync_playwright() as playwright:
        site = options.site and options.site.resolve()
        if site is None:
            site = pathlib.Path(name) / "site"
            source = journal(pathlib.Path(name), options.articles)
            command = [options.fascicle, "build", "--source", source, "--output", site, "--formats", "html"]
            built = subprocess.run(command, capture_output=True, text=True)
            if built.returncode:  # only then are the thousands of warnings about uncited works of interest
                sys.exit(built.stdout + built.stderr)
        server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        check(browser, server, site, failures)
        browser.close()
        server.shutdown()
    sys.exit(f"{len(failures)} failed" if failures else 0)


if __name__ == "__main__":
    main()
