"""Text on staff pages, drawn as text: a small tree of plain values that the browser builds with textContent, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

Node = list[object]
"""`[tag, {attribute: value}, *children]`, a child being a node or a text. drawn.js knows which tags and attributes there are."""
Child = Node | str

_JS = (Path(__file__).parent / "drawn.js").read_text(encoding="utf-8")


def el(tag: str, *children: Child | None, **attributes: str | None) -> Node:
    """One node. `cls` is the class; a child or an attribute that is None is left out."""
    given = {("class" if name == "cls" else name): value for name, value in attributes.items() if value is not None}
    return [tag, given, *(child for child in children if child is not None)]


def said(text: str | None, tag: str = "span", *, gone: str = "…", cls: str = "said") -> Node:
    """Somebody's own words, in their own direction; `gone` stands where they were erased."""
    return el(tag, gone if text is None else text, cls=cls, dir="auto")


def isolated(name: str | None) -> str:
    """A name inside a sentence of ours, in its own direction."""
    return f"\u2068{name or '…'}\u2069"


def called(name: str | None, relation: str | None) -> str:
    """A person as staff tell people apart: by who they are for the children too."""
    return f"{isolated(name)}, {isolated(relation)}" if relation else isolated(name)


def facts(pairs: Iterable[tuple[str, Child]], *, wide: bool = False) -> Node:
    """Names with values beside them; `wide` in two columns where there is room."""
    return el(
        "dl",
        *(el("div", el("dt", name), el("dd", value)) for name, value in pairs),
        cls="facts wide" if wide else "facts",
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[Child]], *, caption: str, cls: str | None = None) -> Node:
    """A table that reads its own columns aloud; the first cell of a row is its head."""
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in heads)))
    body = [
        el(
            "tr",
            el("th", row[0], scope="row"),
            *(el("td", cell, label=name) for name, cell in zip(heads[1:], row[1:], strict=True)),
        )
        for row in rows
    ]
    return el(
        "div",
        el("table", el("caption", caption, cls="sr"), head, el("tbody", *body), cls=cls),
        cls="scroll",
        tabindex="0",
    )


def link(words: str, to: str, *, cls: str = "link", new_tab: bool = False) -> Node:
    """A way to another page of ours; `new_tab` for what stands in a window of its own."""
    return el("a", words, href=to, cls=cls, target="_blank" if new_tab else "_self")


def draw(key: str, *nodes: Node | None) -> None:
    """Put these nodes on the page. A `key` may stand on a page once."""
    mount = st.components.v2.component("draaiboek_drawn", js=_JS, isolate_styles=False)
    mount(key=key, data={"nodes": [node for node in nodes if node is not None]}, height="content")
