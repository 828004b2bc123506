#!/usr/bin/env python3
"""Builds the same invented journal with fascicle and with its peers, in turn, and prints ratios.

    contest.py FASCICLE [--hugo HUGO] [--pandoc PANDOC] [--cmark PROGRAM] [--citeproc BUNDLE]
               [--articles "100 1000"] [--runs R] [--folder DIR] [--record]

The programs are named themselves, not scripts that start them; a peer that is not named is left
out. Each figure is the median of five runs (three from 10,000 articles up), a ratio the median of
the ratios run by run. Every cold build writes to a new folder, in memory where there is a file
system for that: some others are slow to create files where many have just been deleted. --record
puts the table into README.md.
"""

import argparse
import http.client
import itertools
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

from measure import first_line, in_turn, machine, median, ratio, run

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE.parent / "Peers"
sys.path.insert(0, str(PEERS))
import citeproc  # noqa: E402

SHARED = HERE.parents[2] / "shared"
STYLES = pathlib.Path("/usr/share/citation-style-language/styles")
READ = "html,bib,ris"  # The citation pages with all styles are part of html,
READ_BY_HUGO = READ + ",cite"  # and Hugo writes one with its single style.
ALL = "html,bib,ris,csl,jats,crossref,cite"  # As the layouts for Hugo call them.
TOO_MANY_FOR_HUGO = 20_000
FIGURES = {"wall": "s", "cpu": "s", "memory": "MiB"}
ENGINE = ["chicago-author-date", "apa", "ieee", "chicago-fullnote-bibliography",
          "modern-language-association"]


class Table:
    """The results, printed as they come."""

    HEAD = ("| articles | measure | fascicle | peer | | ratio |\n"
            "| ---: | --- | ---: | ---: | --- | ---: |")

    def __init__(self):
        self.lines = []
        self.add(self.HEAD)

    def add(self, line):
        self.lines.append(line)
        print(line, flush=True)

    def row(self, articles, measure, ours, theirs=None, peer="", ratio=None):
        text = lambda value: "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
        self.add(f"| {articles} | {measure} | {text(ours)} | {text(theirs)} | {peer} | {text(ratio)} |")

    def compare(self, articles, measure, ours, theirs, peer, figures=FIGURES):
        for figure in figures:
            name = f"{measure}, {figure} ({FIGURES[figure]})"
            if theirs:
                self.row(articles, name, median(ours, figure), median(theirs, figure), peer,
                         ratio(ours, theirs, figure))
            else:
                self.row(articles, name, median(ours, figure))


class Journal:
    """The invented journal in one size, with the sites made from it."""

    def __init__(self, folder, articles, hugo_formats=None):
        self.folder, self.articles = folder, articles
        self.source, self.hugo = folder / "fascicle", folder / "hugo"
        self.numbers = itertools.count()
        generator = SHARED / "bench/make-corpus.py"
        if generator.exists():
            make = lambda layout, *more: subprocess.run(
                [sys.executable, generator, "--articles", str(articles), "--layout", layout, *more,
                 folder / layout], check=True)
            make("fascicle")
            # Its invented numbers fail their check digits, and registries get nothing without one.
            path = self.source / "journal.yml"
            path.write_text(path.read_text().replace("2999-0012", "2999-0017").replace("2999-0020", "2999-0025"))
            self.name_apart()
            if articles < TOO_MANY_FOR_HUGO:
                # References at the end of the bodies: its faster form.
                make("hugo", "--hugo-refs", "body", "--hugo-formats", hugo_formats or READ_BY_HUGO)
        else:
            subprocess.run([sys.executable, HERE / "corpus.py", "--articles", str(articles), folder], check=True)

    def name_apart(self):
        """Gives each article an address of its own: some of 100,000 invented titles are alike."""
        seen = set()
        for text in self.texts():
            if text.stem in seen:
                text.rename(text.with_stem(f"{text.stem}-{len(seen)}"))
            seen.add(text.stem)

    def give_hugo_author_pages(self):
        """Lets Hugo write a page for each author, as fascicle does: each text then lists their names."""
        settings = self.hugo / "hugo.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").replace(
            "  keyword: keywords\n", "  keyword: keywords\n  author: author\n"), encoding="utf-8")
        for text in self.hugo.rglob("*.md"):
            content = text.read_text(encoding="utf-8")
            authors = re.search(r"(?ms)^authors:\n(.*?)^(?=\S)", content)
            if authors:
                names = [" ".join(re.findall(r"(?m)^[ -]*(?:given|particle|family): (.+)", author))
                         for author in authors[1].split("\n  - ")]
                listed = "".join(f"  - {name}\n" for name in names)
                text.write_text(content.replace("authors:\n", f"author:\n{listed}authors:\n", 1), encoding="utf-8")

    def texts(self):
        return sorted(self.source.glob("issues/*/*.md"))

    def place(self):
        return self.folder / f"site-{next(self.numbers)}"


def cold(table, journal, options, formats, title):
    """Builds into new folders; gives our figures."""
    def fresh(command, site):
        def measured(_):
            place = site()
            result = run(command(place))
            result["files"] = sum(len(names) for top, _, names in os.walk(place))
            shutil.rmtree(place)
            shutil.rmtree(journal.source / ".fascicle", ignore_errors=True)
            return result
        return measured
    ours = fresh(lambda place: build(options, journal, place, formats), journal.place)
    theirs = fresh(lambda place: hugo(options, journal, place), journal.place)
    hasPeer = options.hugo and journal.articles < TOO_MANY_FOR_HUGO
    results = in_turn(options.runs_for(journal), *([ours, theirs] if hasPeer else [ours]))
    table.compare(journal.articles, title, results[0], results[1] if hasPeer else None, "Hugo")
    table.row(journal.articles, f"{title}, files", results[0][0]["files"],
              *((results[1][0]["files"], "Hugo") if hasPeer else ()))
    return results[0]


def once_published(table, journal, options):
    """Builds into new folders what the ledger of published pages is compared with."""
    place = journal.place()
    run([*build(options, journal, place, READ), "--record"])
    shutil.rmtree(place)
    shutil.rmtree(journal.source / ".fascicle")
    cold(table, journal, options, READ, "cold, once published")
    (journal.source / "published.txt").unlink()


def build(options, journal, place, formats):
    chosen = ["--formats", formats] if formats else []
    return [options.fascicle, "build", "--source", str(journal.source), "--output", str(place), *chosen]


def hugo(options, journal, place):
    return [options.hugo, "--quiet", "--source", str(journal.hugo), "--destination", str(place)]


def rebuilds(table, journal, options, formats, kind=""):
    """Builds again over a finished site: nothing changed, one body edited, one title edited."""
    place, theirPlace = journal.place(), journal.place()
    run(build(options, journal, place, formats))
    hasPeer = options.hugo and journal.articles < TOO_MANY_FOR_HUGO
    if hasPeer:
        run(hugo(options, journal, theirPlace))
    text = journal.texts()[journal.articles // 2]
    original = text.read_text(encoding="utf-8")
    edits = {
        "nothing changed": lambda n: None,
        "one body edited": lambda n: text.write_text(f"{original}\nOne more sentence, number {n}.\n", encoding="utf-8"),
        "one title edited": lambda n: text.write_text(
            re.sub(r'(?m)^title: "', f'title: "Edition {n + 1}: ', original, count=1), encoding="utf-8"),
    }
    for name, edit in edits.items():
        def ours(n):
            edit(n)
            return run(build(options, journal, place, formats))
        theirs = lambda n: run(hugo(options, journal, theirPlace))
        results = in_turn(options.runs_for(journal), *([ours, theirs] if hasPeer else [ours]))
        table.compare(journal.articles, name + kind, results[0], results[1] if hasPeer else None, "Hugo",
                      ["wall", "cpu"])
    text.write_text(original, encoding="utf-8")
    shutil.rmtree(place)
    shutil.rmtree(theirPlace, ignore_errors=True)


def preview(table, journal, options):
    """The time from a save to the event that reloads the page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = journal.place()
    server = subprocess.Popen(
        [options.fascicle, "serve", "--source", journal.source, "--output", place, "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    text = journal.texts()[journal.articles // 2]
    original = text.read_text(encoding="utf-8")
    try:
        build_number, times = next_build(port, 0), []
        for number in range(options.runs_for(journal)):
            found = []
            waiting = threading.Thread(target=lambda: found.append(next_build(port, build_number)))
            waiting.start()
            time.sleep(0.5)
            text.write_text(f"{original}\nOne more sentence, number {number}.\n", encoding="utf-8")
            saved = time.perf_counter()
            waiting.join()
            times.append({"wall": time.perf_counter() - saved})
            build_number = found[0]
        table.row(journal.articles, "preview, from save to reload (s)", median(times, "wall"))
    finally:
        server.kill()
        server.wait()
        text.write_text(original, encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)


def next_build(port, seen):
    """Waits until the preview tells of a later build than `seen`, and gives its number."""
    deadline = time.time() + 600
    while time.time() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", f"/.fascicle/events?seen={seen}")
            for line in connection.getresponse():
                if line.startswith(b"id: ") and int(line[4:]) > seen:
                    return int(line[4:])
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
    sys.exit("failed: the preview tells of no build")


def against_pandoc(table, journal, options, cold_results):
    """The whole build, shared among the articles, against pandoc on some articles alone."""
    style = STYLES / "chicago-author-date.csl"
    texts = journal.texts()[:: max(1, journal.articles // 5)][:5]
    cpu = lambda text: run([
        options.pandoc, "--citeproc", "--csl", str(style), "--bibliography",
        str(text.with_suffix(".bib")), str(text), "-o", os.devnull])["cpu"]
    theirs = sum(map(cpu, texts)) / len(texts)
    ours = median(cold_results, "cpu") / journal.articles
    table.row(journal.articles, "an article, cpu (s)", ours, theirs, "pandoc", ours / theirs)


def against_cmark(table, journal, options, cold_results):
    """The whole build against the C library on the bodies alone."""
    bodies = journal.folder / "bodies"
    bodies.mkdir()
    for text in journal.texts():
        (bodies / f"{text.parent.name}-{text.name}").write_text(text.read_text(encoding="utf-8").split("\n---\n", 1)[1], encoding="utf-8")
    paths = sorted(map(str, bodies.iterdir()))
    batches = [paths[start:start + 1000] for start in range(0, len(paths), 1000)]
    theirs = in_turn(options.runs_for(journal), lambda _: {
        "cpu": sum(run([options.cmark, *batch])["cpu"] for batch in batches)})[0]
    ours, alone = median(cold_results, "cpu"), median(theirs, "cpu")
    table.row(journal.articles, "all bodies, cpu (s)", ours, alone, "cmark-gfm", ours / alone)
    shutil.rmtree(bodies)


def engine(table, options, folder):
    """A bibliography of 1,000 items, start-up taken off: the time of one item is subtracted."""
    items = SHARED / "csl-bench/items-1000.json"
    if not items.exists():
        subprocess.run([sys.executable, HERE / "corpus.py", "--items", "1000", folder], check=True)
        items = folder / "items.json"
    one = folder / "one.json"
    one.write_text('[{"id": "a", "type": "book", "title": "One", "author": [{"family": "A", "given": "B"}], "issued": {"date-parts": [[2001]]}}]')
    (folder / "all.md").write_text("---\nnocite: '@*'\n---\n")
    module = citeproc.module(options.citeproc, folder) if options.citeproc else None
    for style in ENGINE:
        path = str(STYLES / f"{style}.csl")
        def ours(items):
            return run([options.fascicle, "cite", str(items), "--style", path, "--format", "html"])["cpu"]
        def theirs(items):
            return run([options.pandoc, "--citeproc", "--csl", path, "--bibliography", str(items),
                        str(folder / "all.md"), "-o", os.devnull, "-t", "html"])["cpu"]
        def in_javascript(items):
            job = folder / "job"
            job.write_text(json.dumps({"name": style, "style": path, "items": str(items)}))
            return run(["node", PEERS / "citeproc.js", module, job, folder / "result"])["cpu"]
        peers = {"pandoc": theirs} if options.pandoc else {}
        if module:
            peers["citeproc-js"] = in_javascript
        alone = lambda work: lambda _: {"cpu": work(items) - work(one)}
        ours_alone, *others = in_turn(5, alone(ours), *map(alone, peers.values()))
        for peer, other in zip(peers, others):
            table.row("1000 items", f"{style}, cpu (s)", median(ours_alone, "cpu"), median(other, "cpu"), peer,
                      ratio(ours_alone, other, "cpu"))


def record(head, table):
    path = HERE / "README.md"
    text = path.read_text(encoding="utf-8")
    before, after = text.split("<!-- results -->\n")[0], text.split("<!-- end -->\n")[-1]
    results = "\n\n".join([head, "\n".join(table.lines)])
    path.write_text(f"{before}<!-- results -->\n{results}\n<!-- end -->\n{after}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fascicle")
    parser.add_argument("--hugo")
    parser.add_argument("--pandoc")
    parser.add_argument("--cmark")
    parser.add_argument("--citeproc", help="a program in JavaScript that holds citeproc-js")
    parser.add_argument("--articles", default="100 1000")
    parser.add_argument("--runs", type=int)
    parser.add_argument("--folder", default="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    options.runs_for = lambda journal: options.runs or (3 if journal.articles >= 10_000 else 5)
    programs = [f"fascicle {first_line([options.fascicle, '--version'])}"]
    if options.hugo:
        programs.append(first_line([options.hugo, "version"]).split("+")[0].split("-")[0])
    if options.pandoc:
        programs.append(first_line([options.pandoc, "--version"]))
    runs = f"{options.runs} runs" if options.runs else "five runs, three from 10,000 articles up"
    head = f"{machine()}; {'; '.join(programs)}; medians of {runs}; {time.strftime('%Y-%m-%d', time.gmtime())}."
    print(head + "\n")
    table = Table()
    for articles in map(int, options.articles.split()):
        with tempfile.TemporaryDirectory(prefix="fascicle-bench-", dir=options.folder) as name:
            journal = Journal(pathlib.Path(name), articles)
            results = cold(table, journal, options, READ, "cold")
            if options.pandoc:
                against_pandoc(table, journal, options, results)
            if options.cmark:
                against_cmark(table, journal, options, results)
            rebuilds(table, journal, options, READ)
            preview(table, journal, options)
            once_published(table, journal, options)
            if options.hugo and articles < TOO_MANY_FOR_HUGO:
                journal.give_hugo_author_pages()
                cold(table, journal, options, READ, "cold, Hugo with author pages")
        if SHARED.exists():
            with tempfile.TemporaryDirectory(prefix="fascicle-bench-", dir=options.folder) as name:
                journal = Journal(pathlib.Path(name), articles, ALL)
                cold(table, journal, options, None, "cold, all formats")
                rebuilds(table, journal, options, None, ", all formats")
    if options.pandoc or options.citeproc:
        with tempfile.TemporaryDirectory(prefix="fascicle-bench-", dir=options.folder) as name:
            engine(table, options, pathlib.Path(name))
    if options.record:
        record(head, table)


if __name__ == "__main__":
    main()
