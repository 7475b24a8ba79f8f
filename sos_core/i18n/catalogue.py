"""The catalogues: gathers every Dutch sentence from the source, keeps each `locales/<language>.po` in step with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from sos_core.i18n import scripts

ROOT = Path(__file__).parents[2]
FOLDERS = ("pages", "sos_core")
PICTURES = "data/pictograms/index.toml"
WHAT_IFS = "data/what_if"
MARKS: dict[str, None] = {"t": None, "_": None, "N_": None}  # what stands before a sentence: t("…"), _("…"), N_("…")
METHODS: dict[str, Any] = {".py": "python", ".js": scripts.extract, ".html": babel_extract}

# No dates, no versions: the file changes only when a sentence does.
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
)


def gathered(root: Path = ROOT) -> Catalog:
    """Every sentence of the source, each with the files it stands in, in the order of those files."""
    catalog = Catalog()
    for path in _sources(root):
        name = path.relative_to(root).as_posix()
        for _, sentence, _, _ in extract_from_file(METHODS[path.suffix], path, keywords=MARKS):
            catalog.add(sentence, locations=[(name, 0)])
    for label in _labels(root / PICTURES):
        catalog.add(label, locations=[(PICTURES, 0)])
    for path in sorted((root / WHAT_IFS).glob("*.toml")):
        for text in _what_ifs(path):
            catalog.add(text, locations=[(f"{WHAT_IFS}/{path.name}", 0)])
    return catalog


def _labels(index: Path) -> Iterator[str]:
    """What the pictures are called, each word once."""
    read = tomllib.loads(index.read_text("utf-8")) if index.exists() else {}
    yield from dict.fromkeys(about["label"] for about in read.values())


def _what_ifs(file: Path) -> Iterator[str]:
    """What the "what if" cards of this file say."""
    cards = [card for card in tomllib.loads(file.read_text("utf-8")).values() if isinstance(card, dict)]
    return (text for card in cards for text in (card["title"], card["question"]))


def _sources(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in METHODS)


def renewed(po: bytes, source: Catalog, *, lang: str) -> bytes:
    """The catalogue `po` in step with the source: new sentences are empty, those that are gone are left out."""
    known = read_po(BytesIO(po), locale=lang) if po else Catalog(locale=lang)
    fresh = Catalog(locale=lang)
    for message in sentences(source):
        before = known.get(message.id)
        files = [(path, 0) for path in sorted({path for path, _ in message.locations})]
        fresh.add(message.id, before.string if before else "", locations=files, flags=_doubts(before))
    body = BytesIO()
    write_po(body, fresh, width=0, omit_header=True, include_lineno=False)
    return HEADER.format(lang=lang).encode() + b"\n" + body.getvalue()


def _doubts(message: Message | None) -> set[str]:
    return {"fuzzy"} if message and message.fuzzy else set()


def sentences(catalog: Catalog) -> Iterator[Message]:
    """The catalogue without its header."""
    return (message for message in catalog if message.id)


def update(folder: Path, source: Catalog) -> list[str]:
    """Renew each catalogue of this folder where it is out of step; the names of those that changed."""
    changed = []
    for file in sorted(folder.glob("*.po")):
        old = file.read_bytes()
        new = renewed(old, source, lang=file.stem)
        if new != old:
            file.write_bytes(new)
            changed.append(file.name)
    return changed


def findings(file: Path, source: Catalog) -> Iterator[str]:
    """What is wrong with one catalogue, a sentence each: out of step, not translated, or with other placeholders."""
    po = file.read_bytes()
    if renewed(po, source, lang=file.stem) != po:
        yield f"{file.name}: is not in step with the source. Run: python -m sos_core.i18n update"
    for message in sentences(read_po(BytesIO(po), locale=file.stem)):
        if problem := _problem(message):
            yield f"{file.name}: {problem}: {message.id}"


def _problem(message: Message) -> str | None:
    dutch, other = str(message.id), str(message.string)
    if not other.strip():
        return "not translated"
    if message.fuzzy:
        return "marked as fuzzy"
    if placeholders(dutch) != placeholders(other):
        return "other placeholders"
    return "an exclamation mark" if "!" in other else None


def placeholders(sentence: str) -> list[str]:
    """The names between braces, a brace on its own included, so that a broken one is seen."""
    return sorted(re.findall(r"\{\w+\}|[{}]", sentence))
