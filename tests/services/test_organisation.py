"""What the open pages say of the organisation: from its own file, in the reader's language, or a start that says what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sos_core.services.organisation import Readers, organisation
from sos_core.services.starting import start_house
from sos_core.settings import ORGANISATION, Settings
from tests.services.test_referrals import refused

OWN = """
name = "Jeugdhulp Aan Zee"
phone = "0800 555 00 00"
hours = { nl = "Elke dag", en = "Every day" }
privacy = "javascript:alert(1)"
[[questions]]
for = "families"
question = "Mag de hond mee?"
answer = { nl = "Ja.", en = "Yes." }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(OWN)
    return file


def test_it_says_what_the_file_says_in_the_readers_language(own: Path) -> None:
    for lang, hours, answer in (("nl", "Elke dag", "Ja."), ("en", "Every day", "Yes."), ("ar", "Elke dag", "Ja.")):
        found = organisation(own, lang, Readers.FAMILIES)
        assert (found.name, found.hours, found.mail) == ("Jeugdhulp Aan Zee", hours, "")
        assert found.questions == (("Mag de hond mee?", answer),)
    assert organisation(own, "nl", Readers.REFERRERS).questions == ()


def test_a_number_can_be_dialled_and_words_cannot(own: Path) -> None:
    assert organisation(own, "nl", Readers.FAMILIES).dial == "08005550000"
    assert organisation(ORGANISATION, "nl", Readers.FAMILIES).dial == ""


def test_an_address_that_is_none_is_not_shown(own: Path) -> None:
    assert organisation(own, "nl", Readers.FAMILIES).privacy == ""


def test_what_is_shipped_is_made_up_and_says_so() -> None:
    for readers in Readers:
        shipped = organisation(ORGANISATION, "nl", readers)
        assert shipped.made_up
        assert shipped.mail.endswith(".example")
        assert shipped.questions


def test_a_change_of_the_file_is_seen_at_once(own: Path) -> None:
    assert organisation(own, "nl", Readers.FAMILIES).name == "Jeugdhulp Aan Zee"
    own.write_text(OWN.replace("Aan Zee", "In Het Bos"))
    os.utime(own, (1, 1))
    assert organisation(own, "nl", Readers.FAMILIES).name == "Jeugdhulp In Het Bos"


WRONG = {
    "no TOML": "name = ",
    "no name": "phone = '1'",
    "a name that is no text": "name = 3",
    "questions that are none": "name = 'A'\nquestions = 1",
    "no Dutch": "name = 'A'\nhours = {en = 'x'}",
    "for nobody": "name = 'A'\n[[questions]]\nfor = 'all'\nquestion = 'B'\nanswer = 'C'",
    "no UTF-8": "\xff",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_start_with_a_file_that_is_not_right_says_so(text: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, "latin-1")
    for wrong in (file, tmp_path / "gone.toml", tmp_path):
        settings = Settings(data=tmp_path / "data", organisation=wrong)
        refused("organisation.unreadable", lambda settings=settings: start_house(settings))
    assert not (tmp_path / "data").exists()
