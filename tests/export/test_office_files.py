"""The table and the Word file, opened by the programs' own readers: the words of the PDF, and nothing that a spreadsheet runs."""

import io
import re
import unicodedata
from dataclasses import replace

import docx
import openpyxl
import pytest

from sos_core.export.paper import Agreement, Changes, PlanPaper, WhatIf
from sos_core.export.plan_docx import plan_docx
from sos_core.export.table_xlsx import table_xlsx
from tests.export.nasty import five_hundred
from tests.export.papers import big_plan, small_plan
from tests.export.test_plan_pdf import dutch, made, pages

RUNS = (
    "=1+1",
    "+31612345678",
    "-2 uur",
    "@SOM(A1)",
    "\t=1",
    "\r=1",
    "http://b.example",
    "=cmd|x!A0",
    "1e5",
    "{=1}",
    "007",
)


def rows(paper: PlanPaper) -> list[list[openpyxl.cell.Cell]]:
    book = openpyxl.load_workbook(io.BytesIO(table_xlsx(paper, t=dutch)))
    return [list(row) for sheet in book for row in sheet.iter_rows()]


def text_of(paper: PlanPaper) -> str:
    file = docx.Document(io.BytesIO(plan_docx(paper, t=dutch, lang="nl")))
    words: list[str] = []
    for block in file.iter_inner_content():
        if isinstance(block, docx.table.Table):
            words += ["\n".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
        else:
            words.append(block.text)
    return " ".join(" ".join(words).split())


def test_the_table_has_a_row_for_each_agreement_and_each_bottom_line() -> None:
    cells = [[cell.value for cell in row] for row in rows(small_plan())]
    assert len(cells) == 1 + 2 + 1 + 3
    assert cells[0][:4] == ["Nr", "Wie", "Wat", "Wanneer"]
    assert cells[1][1:7] == [
        "Oma Riet",
        "Haalt Sem en Noor van school en eet mee tot zeven uur.",
        "Maandag, woensdag en vrijdag om 15:00",
        "Oma stuurt een duim in de groepsapp.",
        "Fatma, daarna Buurman Cor",
        "Juf Els",
    ]
    assert cells[2][7] == "Papa: nee “Ik slaap niet bij Jan”\nOom Jan: nog geen antwoord"


@pytest.mark.parametrize("typed", RUNS)
def test_no_cell_is_run_whatever_it_begins_with(typed: str) -> None:
    agreement = Agreement(typed, typed, typed, typed, (typed,), typed, ((typed, "no", typed),), (), (typed,), (typed,))
    line = replace(small_plan().bottom_lines[0], criterion=typed, trigger=typed, escalation_who=typed, because=typed)
    found = [cell for row in rows(replace(small_plan(), agreements=(agreement,), bottom_lines=(line,))) for cell in row]
    assert {cell.data_type for cell in found if cell.value is not None} == {"s"}
    assert any(cell.value == typed.replace("\t", " ").replace("\r", "\n") for cell in found)
    assert not [cell for cell in found if cell.hyperlink]


def test_five_hundred_hard_strings_come_back_from_the_table() -> None:
    texts = [text for text in five_hundred() if text.strip()]
    agreements = tuple(Agreement("Riet", text, "elke dag", "een duim") for text in texts)
    cells = [row[2].value for row in rows(replace(small_plan(), agreements=agreements))[1 : len(texts) + 1]]
    for text, cell in zip(texts, cells, strict=True):
        assert re.fullmatch(fit_pattern(text), cell, re.DOTALL), (text, cell)


def test_hard_strings_come_back_from_the_word_file() -> None:
    texts = [text for text in five_hundred() if text.strip()][::8]
    agreements = tuple(Agreement("Riet", text, "elke dag", "een duim") for text in texts)
    file = docx.Document(io.BytesIO(plan_docx(replace(small_plan(), agreements=agreements), t=dutch, lang="nl")))
    (table,) = [one for one in file.tables if one.rows[0].cells[2].text == "Wat"]
    for text, row in zip(texts, list(table.rows)[1::2], strict=True):
        assert re.fullmatch(fit_pattern(text), row.cells[2].text, re.DOTALL), (text, row.cells[2].text)


def fit_pattern(text: str) -> str:
    """The same letters composed, any white space as white space, and □ for what no such file can hold."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(
        r"\s"
        if letter.isspace() and letter not in "\x1c\x1d\x1e\x1f"
        else "□"
        if unicodedata.category(letter) in {"Cc", "Cs"} or ord(letter) & 0xFFFE == 0xFFFE
        else re.escape(letter)
        for letter in composed
    )


def test_a_cell_that_is_too_long_ends_in_dots() -> None:
    paper = replace(small_plan(), agreements=(Agreement("Riet", "x", "y", "z", about=("w" * 40_000,)),))
    about = rows(paper)[1][9].value
    assert len(about) < 32_767
    assert about.endswith("w…")


@pytest.mark.parametrize("plan", [small_plan, big_plan])
def test_the_word_file_says_what_the_pdf_says(plan: object) -> None:
    """Every word of the PDF but for its feet and the credit of its pictures."""
    paper: PlanPaper = plan()  # type: ignore[operator]
    ours = set(text_of(paper).split())
    only_pdf = {
        "De",
        "plaatjes",
        "zijn",
        "van",
        "OpenMoji",
        "(CC",
        "BY-SA",
        "4.0).",
        "bladzijde",
        "·",
        "Zorgen",
        "krachten",
    }
    missing = {word for page in pages(made(paper)) for word in page.split()} - ours - only_pdf
    assert not [word for word in missing if not word.isdigit() and "misgaan" not in word and "vervolg" not in word]


def test_the_word_file_has_headings_tables_and_no_makers_name() -> None:
    changes = Changes(("Cor doet mee.",), (), ())
    paper = replace(small_plan(), version=2, changes=changes)
    file = docx.Document(io.BytesIO(plan_docx(paper, t=dutch, lang="nl")))
    headings = [part.text for part in file.paragraphs if part.style.name.startswith(("Heading", "Title"))]
    assert headings[0] == "Ons veiligheidsplan"
    assert {"Wie doet wat en wanneer?", "De bodemeisen", "Wat nog open is", "Wat is er veranderd?"} <= set(headings)
    assert len(file.tables) == 3
    assert (file.core_properties.author, file.core_properties.title) == ("", "Ons plan")
    assert "Nieuw Cor doet mee." in text_of(paper)


def test_what_was_tried_out_stands_in_the_word_file_where_the_pdf_has_it() -> None:
    assert "Dit hebben we geoefend" not in text_of(small_plan())
    tried = WhatIf("Oma is ziek", "Thuiskomen", "almost", "Fatma wil het eerder weten.", (1, 2))
    said = text_of(replace(small_plan(), what_ifs=(tried,))).split("Dit hebben we geoefend")[1]
    assert "Oma is ziek Bij: Thuiskomen. Dat lukt bijna. Fatma wil het eerder weten. Daarom: afspraak 1, 2" in said
    assert "Wat nog open is" in said


def test_words_from_the_right_stand_from_the_right_in_the_word_file() -> None:
    paper = replace(small_plan(), agreements=(Agreement("محمد", "يأتي كل يوم", "a", "b"),))
    file = docx.Document(io.BytesIO(plan_docx(paper, t=dutch, lang="nl")))
    (table,) = [one for one in file.tables if "محمد" in one.rows[1].cells[1].text]
    assert table.rows[1].cells[2].paragraphs[0].runs[0].font.rtl
