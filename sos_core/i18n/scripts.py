"""What a script says: each `t("…")` in JavaScript, also one within another's arguments or in a template, which Babel's own misses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from babel.messages.jslexer import Token, tokenize, unquote_string

Found = tuple[int, str, str, list[str]]
MARK = "t"


def extract(
    script: IO[bytes], _marks: Collection[str], _tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """A method of extraction as Babel wants it: line, mark, sentence, comments."""
    for sentence in said(script.read().decode("utf-8")):
        yield 0, MARK, sentence, []


def said(script: str) -> Iterator[str]:
    """Every sentence that this script writes out, in order; one in a template may come twice."""
    tokens = [token for token in tokenize(script) if not token.type.endswith("comment")]
    for at, token in enumerate(tokens):
        if token.type == "template_string":
            yield from _in_template(token.value)
        elif token.type == "string" and _is_marked(tokens[max(at - 3, 0) : at]):
            yield str(unquote_string(token.value))


def _is_marked(before: list[Token]) -> bool:
    """Whether `t(` stands right before, and is no method of something."""
    values = [token.value for token in before]
    return values[-2:] == [MARK, "("] and values[:-2] != ["."]


def _in_template(template: str) -> Iterator[str]:
    """What is said between `${` and `}`. What comes after that brace may be read as code too: it calls nothing."""
    for place in re.finditer(r"\$\{", template):
        yield from said(template[place.end() : -1])
