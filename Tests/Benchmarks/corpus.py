#!/usr/bin/env python3
"""Writes an invented journal of any size, twice: as fascicle reads it and as Hugo does.

    corpus.py [--articles N] [--references R] [--words W] FOLDER
    corpus.py --items N FOLDER

makes FOLDER/fascicle and FOLDER/hugo, or N references as FOLDER/items.json (CSL-JSON). The same arguments give the same bytes, and article i is
the same article in a journal of any size. Hugo can neither read BibTeX nor format a citation, so
its copy carries references and citations ready-made: work that it is spared.
"""

import argparse
import itertools
import json
import pathlib
import random
import shutil

HERE = pathlib.Path(__file__).parent
ARTICLES_PER_ISSUE = 10
SYLLABLES = "ba be bi bo ca ce co da de di do el en fa fe ga ge ha he il in ka ke la le li lo ma me mi mo na ne ni no or pa pe ra re ri ro sa se si so ta te ti to ul un va ve vi za".split()
GIVEN = "Amina Jonas Mireille Søren Łukasz Chidi Yasmin Tomás Ingrid Wei Priya Zoë Marek Hélène Kwame Rosa".split()
FAMILY = "Okafor Lindqvist Moreau Kowalski Hashemi Nakamura Rao Ferreira Novák Schäfer Dubois Castañeda Haddad Olsen Petit Quist".split()
PLACES = "Lahore Cairo Oxford Leiden Bogotá Kraków Nairobi Kyoto".split()
KINDS = ["article", "article", "article", "book", "book", "incollection", "inproceedings", "phdthesis"]


class Words:
    """A vocabulary with the long tail of a language, and the texts made from it."""

    def __init__(self):
        source = random.Random(1)
        self.words = sorted({"".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(4000)})
        source.shuffle(self.words)
        self.cumulative = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.keywords = [f"{word} studies" for word in self.words[:400]]

    def take(self, source, count):
        return source.choices(self.words, cum_weights=self.cumulative, k=count)

    def title(self, source):
        return " ".join(self.take(source, source.randint(4, 11))).capitalize()

    def sentence(self, source):
        return " ".join(self.take(source, source.randint(8, 26))).capitalize() + "."


def person(source):
    return source.choice(GIVEN), source.choice(FAMILY) + source.choice(["", "", "", "-" + source.choice(FAMILY)])


def orcid(source):
    digits = [0, 0, 0, 0, 0, 0, 0, *(source.randint(0, 9) for _ in range(8))]
    total = 0
    for digit in digits:
        total = (total + digit) * 2
    check = (12 - total % 11) % 11
    text = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
    return "-".join(text[i:i + 4] for i in range(0, 16, 4))


def reference(source, words, number):
    return {
        "key": f"ref{number:03}", "kind": source.choice(KINDS), "title": words.title(source),
        "authors": [person(source) for _ in range(source.choice([1, 1, 1, 2, 2, 3, 5]))],
        "year": source.randint(1950, 2023), "container": words.title(source),
        "volume": source.randint(1, 60), "number": source.randint(1, 4), "first": source.randint(1, 300),
        "place": source.choice(PLACES), "doi": f"10.5555/{source.randint(1000, 9999)}.{number}",
    }


def bibtex(r):
    fields = {"author": " and ".join(f"{family}, {given}" for given, family in r["authors"]),
              "title": r["title"], "year": r["year"]}
    if r["kind"] == "article":
        fields |= {"journal": r["container"], "volume": r["volume"], "number": r["number"], "doi": r["doi"]}
    elif r["kind"] == "phdthesis":
        fields |= {"school": f"University of {r['place']}"}
    else:
        fields |= {"publisher": f"{r['place']} Press", "address": r["place"]}
        if r["kind"] != "book":
            fields |= {"booktitle": r["container"]}
    if r["kind"] not in ("book", "phdthesis"):
        fields |= {"pages": f"{r['first']}--{r['first'] + 17}"}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{r['kind']}{{{r['key']},\n{lines}}}\n\n"


CSL_TYPES = {"article": "article-journal", "book": "book", "incollection": "chapter",
             "inproceedings": "paper-conference", "phdthesis": "thesis"}


def csl(r, number):
    return {
        "id": f"item{number}", "type": CSL_TYPES[r["kind"]], "title": r["title"],
        "author": [{"family": family, "given": given} for given, family in r["authors"]],
        "issued": {"date-parts": [[r["year"]]]}, "container-title": r["container"],
        "volume": r["volume"], "issue": r["number"], "page": f"{r['first']}-{r['first'] + 17}",
        "publisher": f"{r['place']} Press", "publisher-place": r["place"], "DOI": r["doi"],
    }


def formatted(r):
    names = ", ".join(f"{family}, {given}" for given, family in r["authors"])
    return (f'<li id="ref-{r["key"]}">{names}. {r["year"]}. “{r["title"]}.” <i>{r["container"]}</i> {r["volume"]} '
            f'({r["number"]}): {r["first"]}–{r["first"] + 17}. <a href="https://doi.org/{r["doi"]}">https://doi.org/{r["doi"]}</a>.</li>\n')


class Article:
    def __init__(self, number, words, options):
        source = random.Random(number + 1000)
        self.number, self.slug = number, f"article-{number:06}"
        self.volume, self.issue = divmod(number // ARTICLES_PER_ISSUE, 4)
        self.volume, self.issue = self.volume + 1, self.issue + 1
        self.folder, self.year = f"{self.volume}-{self.issue}", 1990 + self.volume % 34
        self.title, self.first = words.title(source), 1 + number % ARTICLES_PER_ISSUE * 20
        self.authors = [(*person(source), orcid(source)) for _ in range(source.randint(1, 5))]
        self.abstract = " ".join(words.sentence(source) for _ in range(10))
        self.keywords = source.sample(words.keywords, source.randint(4, 7))
        self.references = [reference(source, words, n) for n in range(options.references)]
        self.markdown, self.plain = self.bodies(source, words, options)

    def bodies(self, source, words, options):
        """The same text with citations to be formatted, and with citations formatted already."""
        cited, ready, notes = [], [], []
        length, target = 0, options.words * source.uniform(0.5, 1.5)
        while length < target:
            if length == 0 or source.random() < 0.12:
                heading = f"## {words.title(source)}\n\n"
                cited.append(heading)
                ready.append(heading)
            sentences = [words.sentence(source) for _ in range(source.randint(3, 7))]
            length += sum(sentence.count(" ") + 1 for sentence in sentences)
            a, b = [], []
            for sentence in sentences:
                a.append(sentence)
                b.append(sentence)
                if self.references and source.random() < 0.25:
                    r = source.choice(self.references)
                    a[-1] = f"{sentence[:-1]} [@{r['key']}, p. {r['first']}]."
                    b[-1] = f'{sentence[:-1]} (<a href="#ref-{r["key"]}">{r["authors"][0][1]} {r["year"]}</a>, {r["first"]}).'
            if source.random() < 0.3:
                a[-1] += f"[^{len(notes) + 1}]"
                b[-1] += f"[^{len(notes) + 1}]"
                notes.append(f"[^{len(notes) + 1}]: {words.sentence(source)}\n\n")
            if source.random() < 0.06:
                row = "| " + " | ".join(words.take(source, 4)) + " |\n"
                table = row + "| --- " * 4 + "|\n" + row * 4 + "\n"
                a.append("\n\n" + table)
                b.append("\n\n" + table)
            cited.append(" ".join(a) + "\n\n")
            ready.append(" ".join(b) + "\n\n")
        return "".join(cited + notes), "".join(ready + notes)

    def front_matter(self):
        authors = "".join(f"  - given: {given}\n    family: {family}\n    orcid: {identifier}\n" for given, family, identifier in self.authors)
        keywords = "".join(f"  - {keyword}\n" for keyword in self.keywords)
        return (f'title: "{self.title}"\nauthors:\n{authors}keywords:\n{keywords}abstract: >\n  {self.abstract}\n'
                f"doi: 10.5555/bench.{self.number}\ndate: {self.year}-03-{1 + self.number % 28:02}\n")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--references", type=int, default=40)
    parser.add_argument("--words", type=int, default=4000)
    parser.add_argument("--items", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    if options.items:
        source, words = random.Random(2), Words()
        write(options.folder / "items.json", json.dumps([csl(reference(source, words, n), n) for n in range(options.items)], ensure_ascii=False))
        return
    ours, hugo, words, issues = options.folder / "fascicle", options.folder / "hugo", Words(), set()
    write(ours / "journal.yml", "title: Bench Studies\nurl: https://bench.example/\nlanguages: [en]\nlicense: CC-BY-4.0\n")
    shutil.copytree(HERE / "hugo", hugo, dirs_exist_ok=True)
    for number in range(options.articles):
        article = Article(number, words, options)
        issue = f"volume: {article.volume}\nnumber: {article.issue}\n"
        if article.folder not in issues:
            issues.add(article.folder)
            write(ours / "issues" / article.folder / "issue.yml", f"{issue}year: {article.year}\ndate: {article.year}-03-01\n")
            write(hugo / "content/issues" / article.folder / "_index.md", f"---\ntitle: Volume {article.volume}, number {article.issue}\ndate: {article.year}-03-01\n---\n")
        stem = ours / "issues" / article.folder / article.slug
        pages = f"{article.first}-{article.first + 19}"
        write(stem.with_suffix(".md"), f"---\n{article.front_matter()}pages: {pages}\n---\n\n{article.markdown}")
        write(stem.with_suffix(".bib"), "".join(map(bibtex, article.references)))
        references = "".join(map(formatted, article.references))
        write(hugo / "content/issues" / article.folder / f"{article.slug}.md",
              f'---\n{article.front_matter()}{issue}pages: "{pages}"\nurl: /articles/{article.slug}/\noutputs: [html, bib, ris, cite]\n---\n\n{article.plain}\n## References\n\n<ol>\n{references}</ol>\n')


main()
