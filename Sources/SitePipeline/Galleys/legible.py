"""Makes text that runs from right to left legible to programs, in what WeasyPrint has drawn.

WeasyPrint lifts and shifts each vowel sign out of its line, and names all letters of a ligature in
the order of reading. Programs that look for words take what is lifted for another line, and turn
the letters of one outline round. Here a sign becomes an outline that has its place in itself, and
the further letters of a ligature become empty outlines before it. What is seen stays the same.
"""
import io
import re
from unicodedata import bidirectional, combining

import weasyprint.pdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

TOKEN = re.compile(r"<([0-9a-f]*)>|(-?[0-9.]+)")


def is_letter(text):
    return text[:1] != "" and bidirectional(text[0]) in ("R", "AL")


def is_sign(text):
    return text != "" and all(combining(c) for c in text)


class Face:
    """The outlines of a font file, and those added to it: (outline, x, y, width) → number."""

    def __init__(self, fonts):
        self.fonts, self.added = fonts, {}
        self.text = {k: v for font in fonts for k, v in font.to_unicode.items()}
        self.widths = {k: v for font in fonts for k, v in font.widths.items()}
        self.upem = fonts[0].upem
        self.can_grow = "glyf" in fonts[0].tables and not fonts[0].bitmap
        self.count = max(font.glyph_count + len(font.missing) for font in fonts)

    def add(self, text, outline, x=0, y=0, width=0):
        """The number of an outline that stands for the text; x and y in thousandths."""
        place = [round(n * self.upem / 1000) for n in (x, y)]
        number = self.added.setdefault((text, outline, *place, width), self.count)
        if number == self.count:
            self.count += 1
            self.text[number], self.widths[number] = text, width
            for font in self.fonts:
                font.to_unicode[number], font.widths[number] = text, width
        return number

    def widen(self):
        """Has the file grow when WeasyPrint has cut it down to what is used."""
        for font in self.fonts if self.added else []:
            def clean(*options, font=font, plain=font.clean):
                plain(*options)
                font.file_content = self.grow(font.file_content)
            font.clean = clean

    def grow(self, file):
        """The font file with the outlines that were added."""
        font = TTFont(io.BytesIO(file), recalcBBoxes=False)
        table, metrics, names = font["glyf"], font["hmtx"].metrics, list(font.getGlyphOrder())
        originals = names[:]
        for (_, outline, x, y, width), number in self.added.items():
            names += [f"empty{n}" for n in range(len(names), number)] + [f"added{number}"]
            glyph = Glyph()
            if outline is not None:
                part = GlyphComponent()
                part.glyphName, part.x, part.y, part.flags = originals[outline], x, y, 0x2
                glyph.numberOfContours, glyph.components = -1, [part]
            table.glyphs[names[-1]] = glyph
            metrics[names[-1]] = (round(width * self.upem / 1000), 0)
        for name in names[len(originals):]:
            table.glyphs.setdefault(name, Glyph())
            metrics.setdefault(name, (0, 0))
        font.setGlyphOrder(names)
        table.glyphOrder = names
        for name in names[len(originals):]:
            table[name].recalcBounds(table)
            metrics[name] = (metrics[name][0], getattr(table[name], "xMin", 0))
        grown = io.BytesIO()
        font.save(grown)
        return grown.getvalue()


def placed(shows, face):
    """Each outline with the pen before it and its height, and where the pen ends."""
    found, pen = [], 0
    for text, height in shows:
        for digits, number in TOKEN.findall(text):
            pen -= float(number or 0)
            for i in range(0, len(digits), 4):
                outline = int(digits[i:i + 4], 16)
                found.append((outline, pen, height))
                pen += face.widths[outline]
    return found, pen


def levelled(outlines, end, face):
    """The same to the eye, with signs where their letters begin, and nothing lifted."""
    level, signs = [], []

    def show(text, outline, pen, x=0, y=0, width=0):
        level.extend((face.add(letter, None), pen) for letter in text[:0:-1])
        if x or y or len(text) > 1 or width != face.widths[outline]:
            outline = face.add(text[:1], outline, x, y, width)
        level.append((outline, pen))

    for outline, pen, height in outlines + [(None, end, 0)]:
        text = face.text.get(outline, "")
        if is_sign(text):
            signs.append((text, outline, pen, height))
            continue
        for sign, drawing, x, y in signs:
            show(sign, drawing, pen, x - pen, y)
        signs = []
        if outline is not None:
            show(text, outline, pen, y=height, width=face.widths[outline])
    return level


def written(outlines, end, face):
    """What TJ shows for outlines at these places."""
    parts, digits, pen = [], "", 0
    for outline, goal in outlines:
        if round(pen - goal):
            parts += [f"<{digits}>"] * bool(digits) + [str(round(pen - goal))]
            pen, digits = pen - round(pen - goal), ""
        digits += f"{outline:04x}"
        pen += face.widths[outline]
    parts += [f"<{digits}>"] * bool(digits) + [str(round(pen - end))] * bool(round(pen - end))
    return "[" + "".join(parts) + "] TJ"


def mend(line, size, face):
    """The operators that show a line of one face and size, mended where they need be."""
    shows, rise = [], 0
    for operator in line:
        if operator.endswith(b" Ts"):
            rise = float(operator[:-3]) * 1000 / size
        else:
            shows.append((operator[1:-4].decode(), rise))
    outlines, end = placed(shows, face)
    texts = [face.text.get(outline, "") for outline, _, _ in outlines]
    if not any(map(is_letter, texts)):
        return line
    if not any(is_sign(text) or is_letter(text) and text[1:] for text in texts):
        return line
    return [written(levelled(outlines, end, face), end, face).encode()]


def mend_stream(stream, faces):
    """Goes through the operators of a page line by line."""
    operators, line, face, size = [], [], None, 0
    for operator in [*stream.stream, b""]:
        if face and isinstance(operator, bytes) and operator.endswith((b"] TJ", b" Ts")):
            line.append(operator)
            continue
        if line:
            operators += mend(line, size, face)
            line = []
        if isinstance(operator, bytes) and operator.endswith(b" Tf"):
            name, number, _ = operator.split()
            face, size = faces.get(name[1:].decode()), float(number)
        operators.append(operator)
    stream.stream = operators[:-1]


def build_fonts_dictionary(pdf, fonts, *options):
    """Mends all lines when they have been drawn, before the files of the faces are made."""
    by_name = {}
    for font in fonts.values():
        by_name.setdefault(font.hash, []).append(font)
    faces = {name: Face(fonts) for name, fonts in by_name.items()}
    faces = {name: face for name, face in faces.items() if face.can_grow}
    for stream in pdf.objects:
        if isinstance(stream, weasyprint.pdf.Stream):
            mend_stream(stream, faces)
    for face in faces.values():
        face.widen()
    return plain_build(pdf, fonts, *options)


plain_build = weasyprint.pdf.build_fonts_dictionary


def install():
    weasyprint.pdf.build_fonts_dictionary = build_fonts_dictionary
