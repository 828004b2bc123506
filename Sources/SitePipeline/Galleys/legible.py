"""Makes text that runs from right to left legible to programs, in what WeasyPrint has drawn.

WeasyPrint lifts what stands higher out of the line (vowel signs, nearly all of Nastaliq), names all
letters of a ligature in the order of reading, and an outline the same way wherever it stands.
Programs that look for words take what is lifted for another line, and turn the letters of one
outline round. Here all that is drawn for a letter becomes one outline in the line, which has its
place in itself, and the further letters of a ligature become empty ones before it. What is seen
stays the same.
"""
import io
import re
from unicodedata import bidirectional, combining

import weasyprint.pdf
import weasyprint.pdf.stream
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

# How far a letter may stand from the one before it, in thousandths, for programs to see one word.
KERNING = 50
TOKEN = re.compile(r"<([0-9a-f]*)>|(-?[0-9.]+)")


def is_letter(text):
    return text[:1] != "" and bidirectional(text[0]) in ("R", "AL")


def is_sign(text):
    return text != "" and all(combining(c) for c in text)


class Face:
    """The outlines of a font file, and those added to it: (text, parts, width) → number."""

    def __init__(self, fonts):
        self.fonts, self.added = fonts, {}
        self.text = {k: v for font in fonts for k, v in font.to_unicode.items()}
        self.widths = {k: v for font in fonts for k, v in font.widths.items()}
        self.upem = fonts[0].upem
        self.can_grow = "glyf" in fonts[0].tables and not fonts[0].bitmap
        self.count = max(font.glyph_count + len(font.missing) for font in fonts)

    def add(self, text, parts=(), width=0):
        """An outline for a text: those of its parts, each moved by x and y thousandths."""
        placed = tuple((outline, round(x * self.upem / 1000), round(y * self.upem / 1000))
                       for outline, x, y in parts)
        number = self.added.setdefault((text, placed, width), self.count)
        if number == self.count:
            self.count += 1
            self.text[number], self.widths[number] = text, width
            for font in self.fonts:
                font.to_unicode.setdefault(number, text)
                font.widths[number] = width
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
        for (_, parts, width), number in self.added.items():
            names += [f"empty{n}" for n in range(len(names), number)] + [f"added{number}"]
            glyph = table.glyphs[names[-1]] = Glyph()
            if parts:
                glyph.numberOfContours, glyph.components = -1, []
            for outline, x, y in parts:
                part = GlyphComponent()
                part.glyphName, part.x, part.y, part.flags = originals[outline], x, y, 0x2
                glyph.components.append(part)
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


class Shown(bytes):
    """An operator that shows outlines, and the letters of each as the text has them there."""


def placed(shows, face):
    """Each outline with its letters, the pen before it and its height, and where the pen ends."""
    found, pen = [], 0
    for operator, height in shows:
        letters = iter(operator.letters)
        for digits, number in TOKEN.findall(operator.decode()):
            pen -= float(number or 0)
            for i in range(0, len(digits), 4):
                outline = int(digits[i:i + 4], 16)
                found.append((outline, next(letters, ""), pen, height))
                pen += face.widths[outline]
    return found, pen


def clusters(outlines):
    """Outlines that are drawn for the same letters, which the first in sight has."""
    found = []
    for outline, letters, pen, height in outlines:
        if letters or not found:
            found.append((letters, []))
        found[-1][1].append((outline, pen, height))
    return found


def levelled(outlines, end, face):
    """The same to the eye: signs where their letters begin, nothing lifted or over another."""
    level, following = [], end
    # From the last to the first, since a letter reaches to the one that follows it in sight.
    for letters, drawings in reversed(clusters(outlines)):
        if is_sign(letters):
            level += [*shown(letters, drawings, following, 0, face)][::-1]
            continue
        base, pen, _ = max(drawings, key=lambda drawing: face.widths[drawing[0]])
        if is_letter(letters):
            width, reach = face.widths[base], following - pen
            width = reach if abs(reach - width) > KERNING and reach > KERNING else width
            level += [*shown(letters, drawings, pen, round(width), face)][::-1]
        else:
            level += [(lifted(outline, y, face), x) for outline, x, y in reversed(drawings)]
        following = pen
    return level[::-1]


def lifted(outline, height, face):
    """The outline at this height."""
    if not height:
        return outline
    return face.add(face.text[outline], [(outline, 0, height)], face.widths[outline])


def shown(letters, drawings, pen, width, face):
    """A letter and what is drawn for it at the pen; before it, since they follow it, its others."""
    for letter in letters[:0:-1]:
        yield face.add(letter), pen
    parts = [(outline, x - pen, y) for outline, x, y in drawings]
    outline = parts[0][0]
    plain = face.text[outline], face.widths[outline]
    if parts != [(outline, 0, 0)] or (letters[:1], width) != plain:
        outline = face.add(letters[:1], parts, width)
    yield outline, pen


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
            shows.append((operator, rise))
    outlines, end = placed(shows, face)
    if not any(is_letter(letters) for _, letters, _, _ in outlines):
        return line
    if all(letters and letters == face.text[outline] and not letters[1:] and not is_sign(letters)
           and not height for outline, letters, _, height in outlines):
        return line
    return [written(levelled(outlines, end, face), end, face).encode()]


def is_rise(operator):
    return isinstance(operator, bytes) and operator.endswith(b" Ts")


def mend_stream(stream, faces):
    """Goes through the operators of a page line by line."""
    operators, line, face, size = [], [], None, 0
    for operator in [*stream.stream, b""]:
        if face and (isinstance(operator, Shown) or is_rise(operator)):
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
    for font in fonts.values():
        font.to_unicode = dict(font.to_unicode)
    for face in faces.values():
        face.widen()
    return plain_build(pdf, fonts, *options)


plain_build = weasyprint.pdf.build_fonts_dictionary


def install():
    """Has WeasyPrint note the letters of each outline, and mends what it has drawn."""
    pending = []

    class Texts(dict):
        """The letters of outlines where they were met first; WeasyPrint tells them all again."""

        def __contains__(self, outline):
            return False

        def __setitem__(self, outline, letters):
            pending.append(letters)
            self.setdefault(outline, letters)

    class Font(weasyprint.pdf.stream.Font):
        def __init__(self, *description):
            super().__init__(*description)
            if not self.bitmap:
                self.to_unicode = Texts()

    class Stream(weasyprint.pdf.stream.Stream):
        def __init__(self, *options, **more):
            super().__init__(*options, **more)
            pending.clear()

        def show_text(self, text):
            super().show_text(text)
            count = sum(len(digits) // 4 for digits, _ in TOKEN.findall(text))
            self.stream[-1] = Shown(self.stream[-1])
            self.stream[-1].letters = pending[:count]
            del pending[:count]

    weasyprint.pdf.stream.Font = Font
    weasyprint.pdf.Stream = weasyprint.pdf.stream.Stream = Stream
    weasyprint.pdf.build_fonts_dictionary = build_fonts_dictionary
