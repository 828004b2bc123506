"""Sets articles as PDF with WeasyPrint: reads one job a line, answers one line a job.

A job: {"html": path, "pdf": path, "style": path, "files": {address: path}, "facts": {"date":
"2024-06-30", "identifier": text, and where known "page": 30, "rights": text, "licence": url}}.
The answer: {"pdf": path, "problems": [text]}; a job without an answer has failed.
Nothing is fetched: addresses that a job does not name stay empty.
"""
import datetime
import io
import json
import logging
import os
import sys
import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

try:
    import legible
    import weasyprint
    import ziamath
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except (ImportError, OSError):  # not installed, or without the libraries it needs
    sys.exit(69)

MATH = "{http://www.w3.org/1998/Math/MathML}"
MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
         "svg": "image/svg+xml", "webp": "image/webp"}


class Fetcher(URLFetcher):
    """Gives what a job names, and formulas; refuses all else."""

    def __init__(self, files):
        super().__init__(allowed_protocols=())
        self.files, self.formulas = files, {}

    def fetch(self, url, headers=None):
        if url in self.formulas:
            return URLFetcherResponse(url, self.formulas[url], {"Content-Type": "image/svg+xml"})
        if url not in self.files:
            raise ValueError(f"'{url}' is no file of the article")
        path = self.files[url]
        media = MEDIA.get(path.rsplit(".", 1)[-1].lower(), "application/octet-stream")
        with open(path, "rb") as file:
            return URLFetcherResponse(url, file.read(), {"Content-Type": media})


def local(element):
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def bare(element):
    """A formula without namespaces and without what it says in TeX; the TeX beside it."""
    tex = ""

    def copy(old):
        nonlocal tex
        new = ET.Element(local(old), {k: v for k, v in old.attrib.items() if "}" not in k})
        new.text = old.text
        for child in old:
            if local(child) == "annotation":
                tex = child.text or tex
                continue
            made = copy(child)
            if made.tag == "semantics" and len(made) == 1:
                made = made[0]
            new.append(made)
        return new

    root = copy(element)
    return root, tex.strip()


def set_formulas(tree, fetcher, problems):
    """Puts pictures in the place of formulas, with the TeX as their words."""
    ziamath.config.svg2 = False
    parents = {child: parent for parent in tree.iter() for child in parent}
    for number, element in enumerate([e for e in tree.iter() if local(e) == "math"]):
        formula, tex = bare(element)
        parent, tail = parents[element], element.tail
        image = ET.Element("img", {"alt": tex or "formula", "class": "math"})
        try:
            picture = ziamath.Math(formula, size=18)
            svg = picture.svg()
            (width, height), below = picture.getsize(), picture.getyofst()
            url = f"formula:{number}"
            fetcher.formulas[url] = svg.encode()
            image.set("src", url)
            image.set("style", f"width: {width / 18:.3f}em; height: {height / 18:.3f}em;"
                               f" vertical-align: {below / 18:.3f}em")
        except Exception as error:  # the library raises what it likes; the TeX says the same
            problems.append(f"Formula '{tex[:60]}' is printed as its source: {error}")
            image = ET.Element("code", {})
            image.text = tex
        image.tail = tail
        parent[list(parent).index(element)] = image


def set_directions(tree):
    """Gives isolates the direction of their first letter, which the library does not look for."""
    for element in tree.iter():
        if local(element) == "bdi" and "dir" not in element.attrib:
            kinds = map(unicodedata.bidirectional, "".join(element.itertext()))
            kind = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
            element.set("dir", "ltr" if kind == "L" else "rtl")


def rights(facts):
    """The licence as XMP has it."""
    lines = []
    if facts.get("rights"):
        lines.append("<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>"
                     f"{escape(facts['rights'])}</rdf:li></rdf:Alt></dc:rights>")
        lines.append("<xmpRights:Marked>True</xmpRights:Marked>")
    if facts.get("licence"):
        lines.append(f"<xmpRights:WebStatement>{escape(facts['licence'])}</xmpRights:WebStatement>")
    lines.append(f"<dc:identifier>{escape(facts['identifier'])}</dc:identifier>")
    return ("<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            " xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/'>"
            + "".join(lines) + "</rdf:Description>").encode()


def print_links(document, pdf):
    """Links are there on paper too, as PDF/UA has it."""
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Subtype") == "/Link":
            part["F"] = 4


def typeset(job):
    """Sets one article."""
    problems, fetcher, facts = [], Fetcher(job["files"]), job["facts"]
    words = io.StringIO()
    handler = logging.StreamHandler(words)
    handler.setLevel(logging.ERROR)
    weasyprint.LOGGER.handlers = [handler]
    weasyprint.LOGGER.propagate = False
    # Fonts note when they were changed; the day of the article stands for today.
    day = datetime.datetime.fromisoformat(facts["date"] + "T00:00:00+00:00")
    os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(day.timestamp())))
    with open(job["html"], encoding="utf-8") as file:
        page = weasyprint.HTML(string=file.read(), base_url="article:", url_fetcher=fetcher)
    set_formulas(page.etree_element, fetcher, problems)
    set_directions(page.etree_element)
    styles = [weasyprint.CSS(filename=job["style"], url_fetcher=fetcher)]
    if facts.get("page"):
        styles.append(weasyprint.CSS(
            string=f"@page :first {{ counter-reset: page {facts['page']} }}"))
    document = page.render(stylesheets=styles, pdf_variant="pdf/ua-1")
    metadata = document.metadata
    metadata.created = metadata.modified = facts["date"]
    plain = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *form: plain(*form).replace(
        b"</rdf:RDF>", rights(facts) + b"</rdf:RDF>")
    document.write_pdf(
        job["pdf"], finisher=print_links, pdf_variant="pdf/ua-1",
        pdf_identifier=facts["identifier"].encode())
    problems += [line for line in words.getvalue().splitlines() if line]
    return {"pdf": job["pdf"], "problems": problems}


def attempt(job):
    """One bad article does not keep the others from being set."""
    try:
        return typeset(job)
    except Exception as error:
        return {"pdf": None, "problems": [f"{type(error).__name__}: {error}"]}


if __name__ == "__main__":
    legible.install()
    for line in sys.stdin:
        print(json.dumps(attempt(json.loads(line))), flush=True)
