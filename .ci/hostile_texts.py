"""Texts that take some readers of Markdown a time that grows with the square of their size.

Whether they are refused or printed, as the body of an article or as its title, it has to be soon.
"""

size = 200_000
TEXTS = {
    "quotes": "> " * size + "a", "lists": "".join("  " * n + "- a\n" for n in range(2_000)),
    "list_marks": "- " * size + "a", "numbered": "1. " * size, "brackets": "[" * size + "a" + "]" * size,
    "links": "[a](" * size, "images": "![" * size, "nested_links": "[a](<b" * size, "emphasis": "*a **a " * size,
    "underscores": "a_" * size, "stars": "*" * size + "a" + "*" * size, "mixed_stars": "*a_ " * size,
    "backticks": "".join("e" + "`" * n for n in range(1, 700)), "html": "<a " * size, "comments": "a <!-- " * size,
    "instructions": "a<?" * size, "declarations": "a <!A " * size, "cdata": "a <![CDATA[" * size, "entities": "&" * size,
    "backslashes": "\\" * size, "definitions": "".join(f"[{n}]: b\n" for n in range(size)) + "[0]" * size,
    "same_definition": "[a]: b\n" * size, "long_definition": "[a]: /" + "b" * size + "\n\n" + "[a]" * size,
    "notes": "".join(f"[^{n}]: b\n\n" for n in range(size // 10)) + "".join(f"[^{n}]" for n in range(size // 10)),
    "nested_notes": "".join(f"[^{n}]: a[^{n + 1}]\n\n" for n in range(size // 10)) + "a[^0]",
    "inline_notes": "^[a " * size, "table_columns": "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n" + "|b\n" * 10_000,
    "table_rows": "|a|\n|-|\n" + "|b|\n" * size, "grid": "+" + "-+" * 2_000 + "\n|" + " |" * 2_000 + "\n+" + "-+" * 2_000,
    "simple_table": "a b\n" + "- " * size + "\n" + "a " * size, "tasks": "- [ ] " * size, "headings": "# a\n" * size,
    "setext": "a\n=\n" * size, "citations": "[@a; " * size, "keys": "@a " * size, "locators": "[@a, p. " + "1, " * size + "]",
    "formulas": "$a " * size, "display_formulas": "$$a " * size, "attributes": "[a]{" * size, "spans": "[a]{.b} " * size,
    "divisions": "::: {.a}\n" * size, "colons": ":" * size, "commands": "\\a{" * size, "environments": "\\begin{equation} " * size,
    "templates": "{{" * size, "shortcodes": "{{< a " * size, "tags": "{% a " * size, "terms": "a\n: b\n\n" * size,
    "bars": "| a\n" * size, "superscripts": "^a" * size, "subscripts": "~a" * size, "strikes": "~~a " * size,
    "addresses": "http://a." * size, "mails": "a@b." * size, "autolinks": "www." * size, "angles": "<" * size,
    "apostrophes": "'a" * size, "quotation_marks": '"a ' * size, "broken_addresses": "<http://a" * size,
    "brackets_after_address": "http://a" + ")" * size, "nested_tags": "<b>" * size, "nested_emphasis": "=_~" * size,
    "unclosed_commands": "\\emph{" * size, "unclosed_formulas": "\\(" * size, "wrong_commands": "\\wrong{a}" * size,
    "unclosed_attributes": "{.b " * size, "quotes_then_lists": "> - " * (size // 2),
    "blank_lines": "- a\n\n\n" * size, "fences": "```\n" * size, "tildes": "~" * size,
    "tabs": "\t" * size + "a", "nul": "\0" * size, "long_word": "a" * 4_000_000, "private_characters": "\ue000\uf8ff" * size,
    "right_to_left": "\u202e\u2066" * size, "marks_above": "a" + "\u0301" * size,
}
