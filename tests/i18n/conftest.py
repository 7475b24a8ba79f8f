"""A language that nobody speaks, written from right to left, to try every screen with: it exists in these tests only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from sos_core import i18n
from sos_core.i18n import catalogue

RTL = "ar"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه")


def mirrored(dutch: str) -> str:
    """The sentence in letters that run from right to left; the placeholders stay as they are."""
    parts = re.split(r"(\{\w+\})", dutch)
    return "".join(part if part.startswith("{") else part.lower().translate(LETTERS) for part in parts)


@pytest.fixture(scope="session")
def source() -> Catalog:
    """Every sentence of the source."""
    return catalogue.gathered()


@pytest.fixture(scope="session")
def english(source: Catalog) -> Catalog:
    with (i18n.FOLDER / "en.po").open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture
def rtl(source: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """As if there were a catalogue of that language beside the English one."""
    made = Catalog(locale=RTL)
    for message in catalogue.sentences(source):
        made.add(message.id, mirrored(str(message.id)), locations=message.locations)
    body = BytesIO()
    write_po(body, made, include_lineno=False)
    (tmp_path / f"{RTL}.po").write_bytes(body.getvalue())
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    _forget()
    yield RTL
    _forget()


def _forget() -> None:
    for remembered in (i18n.languages, i18n.own_names, i18n.words_for, i18n.words_in, i18n._catalogue):
        remembered.cache_clear()
