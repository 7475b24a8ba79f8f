"""English is whole and says the same; each face is given what its scripts say; a face in another language has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from starlette.requests import Request

from pages.doors.phone import reader
from pages.phone.page import SHARED_SCRIPTS
from sos_core import i18n
from sos_core.i18n import catalogue
from sos_core.i18n.catalogue import ROOT, findings, gathered, placeholders, renewed, sentences, update

EN = i18n.FOLDER / "en.po"
SAID = re.compile(r"""(?<![\w.$])t\(\s*(["'])((?:\\.|(?!\1).)+)\1""")
SCRIPT = """
// t("Nooit.")
const a = `${t("Uit een script.")}`;
el("p", t("Nog {n}.", { n: a ? 1 : t("geen") }), this.at("Geen zin."), this.t("Ook niet."));
const b = `${a ? `${t('Heel diep.')}` : ""}`;
"""
NOT_WRITTEN_OUT = re.compile(r"""(?<![\w.$])t\(\s*(?!["')\s])""")

NOT_GATHERED = re.compile(r"""words(_for)?\([^()]*\)\(\s*["']""")


def scripts(folder: str) -> Iterator[tuple[str, str]]:
    """Name and text of each script, without its comments."""
    for path in sorted((ROOT / folder).glob("*.js")):
        yield (
            path.name,
            re.sub(r"/\*.*?\*/|^[ \t]*//[^\n]*$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE),
        )


def said_in(folder: str) -> set[str]:
    """What the scripts of this folder say, found another way than the catalogue finds it."""
    return {sentence for _, text in scripts(folder) for sentence in sentences_of(text)}


def sentences_of(script: str) -> set[str]:
    return {re.sub(r"\\(.)", r"\1", words) for _, words in SAID.findall(script)}


def test_no_sentence_hides_in_an_f_string() -> None:
    """Newer Pythons find it there and older ones do not: the catalogue would differ."""
    hidden = re.compile(r"""\bf(["']).*\{(t|_)\(""")
    assert [
        path
        for room in ("pages", "sos_core")
        for path in (ROOT / room).rglob("*.py")
        if hidden.search(path.read_text("utf-8"))
    ] == []


def test_nothing_is_wrong_with_any_catalogue(source: Catalog) -> None:
    files = sorted(i18n.FOLDER.glob("*.po"))
    assert EN in files
    assert [finding for file in files for finding in findings(file, source)] == []


def test_english_has_every_sentence_with_the_same_placeholders(source: Catalog, english: Catalog) -> None:
    assert len(list(sentences(source))) > 700
    for message in sentences(source):
        translated = english[message.id]
        assert translated.string, message.id
        assert placeholders(str(message.id)) == placeholders(str(translated.string))


def test_english_speaks_of_safe_only_where_dutch_does(english: Catalog) -> None:
    for message in sentences(english):
        if re.search(r"\b(un)?safe", str(message.string), re.IGNORECASE):
            assert "veilig" in str(message.id).lower()


def test_the_numbers_to_call_are_the_same_in_english(english: Catalog) -> None:
    numbers = {str(m.id): re.findall(r"\b112\b|\b0800-2000\b", str(m.id)) for m in sentences(english)}
    assert [n for found in numbers.values() for n in found].count("0800-2000") == 1
    for message in sentences(english):
        assert re.findall(r"\b112\b|\b0800-2000\b", str(message.string)) == numbers[str(message.id)]


@pytest.mark.parametrize("folder", ["pages/film", "pages/phone"])
def test_a_script_writes_out_every_sentence_that_it_says(folder: str) -> None:
    for name, text in scripts(folder):
        said = text if name != "words.js" else text.replace("function t(", "")
        assert NOT_WRITTEN_OUT.search(said) is None, name


def test_the_film_is_given_every_sentence_of_its_scripts() -> None:
    assert len(said_in("pages/film")) > 100
    assert said_in("pages/film") <= set(i18n.words_in("en", "pages/film"))


def test_the_phone_is_given_its_own_sentences_and_those_of_the_film_that_it_shares() -> None:
    given = reader(Request({"type": "http", "method": "GET", "query_string": b"lang=en", "headers": []})).catalogue
    assert len(said_in("pages/phone")) > 50
    assert said_in("pages/phone") <= set(given)
    shared = "".join(text for name, text in scripts("pages/film") if f"pages/film/{name}" in SHARED_SCRIPTS)
    assert sentences_of(shared) <= set(given)


def test_a_script_is_given_no_sentence_of_staff_pages() -> None:
    given = i18n.words_in("en", "pages/film") | i18n.words_in("en", "pages/phone")
    assert "Schuilnaam van het gezin" not in given


def test_dutch_needs_no_catalogue() -> None:
    assert i18n.words_in("nl", "pages/phone") == {}
    assert i18n.words_for("nl")("Zo is het.") == "Zo is het."


def test_a_sentence_without_a_translation_stays_dutch() -> None:
    assert i18n.words_for("en")("Deze zin kent niemand.") == "Deze zin kent niemand."


def test_the_first_wish_that_there_is_counts_and_else_it_is_dutch() -> None:
    assert i18n.chosen("tlh", "en-GB", "nl") == "en"
    assert i18n.chosen("nl-BE") == "nl"
    assert i18n.chosen(None, "", "../../etc") == "nl"


# --- update and check --------------------------------------------------------------------------------------


@pytest.fixture
def house_of_words(tmp_path: Path) -> Path:
    """A small source: a sentence in each kind of file."""
    for name, text in {
        "pages/one.py": 't("Uit Python.")\nt("Samen " "één zin.")\n',
        "pages/phone/templates/two.html": '<p>{{ _("Uit een pagina.") }}</p>',
        "pages/film/three.js": SCRIPT,
        "data/what_if/four.toml": 'note = "Een voorbeeld."\n[card]\ntitle = "Een kaart."\nquestion = "Wat dan?"\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "en.po").touch()
    return tmp_path


def wrong(house_of_words: Path) -> list[str]:
    return list(findings(house_of_words / "locales" / "en.po", gathered(house_of_words)))


def translate(house_of_words: Path) -> Path:
    """A whole catalogue: every sentence says itself."""
    update(house_of_words / "locales", gathered(house_of_words))
    po = house_of_words / "locales" / "en.po"
    text = re.sub(r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "\1"', po.read_text("utf-8"))
    po.write_text(text, "utf-8")
    return po


def test_sentences_are_gathered_from_python_pages_and_scripts(house_of_words: Path) -> None:
    found = {str(message.id) for message in sentences(gathered(house_of_words))}
    assert found == {
        "Uit Python.",
        "Samen één zin.",
        "Uit een pagina.",
        "Uit een script.",
        "Nog {n}.",
        "geen",
        "Heel diep.",
        "Een kaart.",
        "Wat dan?",
    }


def test_a_whole_catalogue_has_no_findings_and_a_second_update_changes_nothing(house_of_words: Path) -> None:
    translate(house_of_words)
    assert wrong(house_of_words) == []
    assert update(house_of_words / "locales", gathered(house_of_words)) == []


def test_update_keeps_translations_adds_what_is_new_and_drops_what_is_gone(house_of_words: Path) -> None:
    po = translate(house_of_words)
    po.write_text(po.read_text("utf-8").replace('msgstr "Uit Python."', 'msgstr "From Python."'), "utf-8")
    (house_of_words / "pages" / "one.py").write_text('t("Uit Python.")\nt("Nieuw.")\n', "utf-8")
    assert any("not in step" in finding for finding in wrong(house_of_words))
    assert update(house_of_words / "locales", gathered(house_of_words)) == ["en.po"]
    with po.open("rb") as file:
        after = read_po(file)
    assert after["Uit Python."].string == "From Python."
    assert after["Nieuw."].string == ""
    assert "Samen één zin." not in after
    assert not after.obsolete
    assert wrong(house_of_words) == ["en.po: not translated: Nieuw."]


def test_a_sentence_that_moves_to_another_file_puts_the_catalogue_out_of_step(house_of_words: Path) -> None:
    """Else a script would not be given its words."""
    translate(house_of_words)
    (house_of_words / "pages" / "film" / "four.js").write_text('t("Uit Python.");', "utf-8")
    assert len(wrong(house_of_words)) == 1


@pytest.mark.parametrize(
    ("right", "spoiled", "finding"),
    [
        ('msgstr "Uit Python."', 'msgstr ""', "not translated: Uit Python."),
        ('msgstr "Uit Python."', 'msgstr "  "', "not translated: Uit Python."),
        ('msgstr "Nog {n}."', 'msgstr "Left: {number}."', "other placeholders: Nog {n}."),
        ('msgstr "Nog {n}."', 'msgstr "Left."', "other placeholders: Nog {n}."),
        ('msgstr "Nog {n}."', 'msgstr "Left: {n}. {"', "other placeholders: Nog {n}."),
        ('msgstr "Uit Python."', 'msgstr "From Python!"', "an exclamation mark: Uit Python."),
        (
            '#: pages/one.py\nmsgid "Uit Python."',
            '#: pages/one.py\n#, fuzzy\nmsgid "Uit Python."',
            "fuzzy: Uit Python.",
        ),
    ],
)
def test_a_spoiled_translation_is_found(house_of_words: Path, right: str, spoiled: str, finding: str) -> None:
    po = translate(house_of_words)
    assert right in po.read_text("utf-8")
    po.write_text(po.read_text("utf-8").replace(right, spoiled), "utf-8")
    assert any(found.endswith(finding) for found in wrong(house_of_words))


def test_a_catalogue_says_nothing_of_when_where_and_with_what_it_was_made(source: Catalog) -> None:
    header = EN.read_text("utf-8").split("\n\n")[0]
    assert header.splitlines()[2:] == [
        r'"Language: en\n"',
        r'"MIME-Version: 1.0\n"',
        r'"Content-Type: text/plain; charset=utf-8\n"',
    ]
    assert not re.search(r"^#: .*(:\d|\s/|\\)", EN.read_text("utf-8"), re.MULTILINE)
    assert renewed(EN.read_bytes(), source, lang="en") == EN.read_bytes()


def test_a_new_language_is_one_file_more(tmp_path: Path, source: Catalog) -> None:
    (tmp_path / "pl.po").touch()
    assert catalogue.update(tmp_path, source) == ["pl.po"]
    with (tmp_path / "pl.po").open("rb") as file:
        assert {m.id for m in sentences(read_po(file))} == {m.id for m in sentences(source)}


@pytest.mark.parametrize("folder", ["pages", "sos_core"])
def test_every_sentence_in_python_is_said_by_a_name_that_the_catalogue_gathers(folder: str) -> None:
    sources = {path: path.read_text("utf-8") for path in (ROOT / folder).rglob("*.py")}
    assert [path.name for path, text in sources.items() if NOT_GATHERED.search(text)] == []
