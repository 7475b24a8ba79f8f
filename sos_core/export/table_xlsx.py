"""Tables for a spreadsheet: the agreements, and rows of any kind. What people wrote is text in it, whatever it begins with:
nothing is ever run.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from sos_core.export.legible import fit_for_xml
from sos_core.export.paper import Agreement, BottomLine, PlanPaper, RowsPaper
from sos_core.export.plan_sentences import answer_said, back_ups, numbers, referrers_word
from sos_core.i18n import Translate

MOST = 32_000
"""Letters in a cell: a spreadsheet takes 32,767."""


def table_xlsx(paper: PlanPaper, *, t: Translate) -> bytes:
    """A sheet of agreements and one of bottom lines."""
    made = io.BytesIO()
    book = _book(made, t("Ons plan"), paper.adopted_on)
    agreements = [
        *((t("Nr"), 5), (t("Wie"), 18), (t("Wat"), 44), (t("Wanneer"), 24), (t("Hoe merken we dat?"), 32)),
        *((t("Back-up"), 16), (t("Wie let op?"), 16), (t("Wie zegt ja?"), 40), (t("Bodemeisen"), 12)),
        *((t("Hierom"), 44), (t("Krachten"), 32)),
    ]
    rows = [_agreement(t, number, agreement) for number, agreement in enumerate(paper.agreements, 1)]
    _fill(book, t("Afspraken"), agreements, rows)
    lines = [
        *((t("Nr"), 5), (t("Dit moet te zien zijn"), 44), (t("Dit is de grens"), 44), (t("Wie"), 18)),
        *((t("Wat"), 44), (t("Hoe snel"), 16), (t("Het oordeel"), 44), (t("Afspraken"), 12)),
    ]
    _fill(book, t("Bodemeisen"), lines, [_line(t, line) for line in paper.bottom_lines])
    book.close()
    return made.getvalue()


def rows_xlsx(paper: RowsPaper) -> bytes:
    """One sheet."""
    made = io.BytesIO()
    book = _book(made, paper.title, paper.on)
    notes = [(paper.note, *("" for _ in paper.heads[1:]))] if paper.note else []
    _fill(book, paper.title, paper.heads, [*paper.rows, *notes])
    book.close()
    return made.getvalue()


def _book(made: io.BytesIO, title: str, on: date) -> Any:
    """In memory: nothing of it is ever on the disk."""
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = Workbook(made, safe)
    book.set_properties({"title": title, "author": "", "created": datetime.combine(on, time(12))})
    return book


def _agreement(t: Translate, number: int, agreement: Agreement) -> tuple[str, ...]:
    answers = "\n".join(answer_said(t, *answer) for answer in agreement.answers)
    return (
        str(number),
        agreement.who,
        agreement.what,
        agreement.when,
        agreement.notice,
        back_ups(t, agreement),
        agreement.monitor or t("nog niemand"),
        answers or t("nog geen antwoord"),
        numbers(agreement.bottom_lines),
        "\n".join(agreement.about),
        "\n".join(agreement.strengths),
    )


def _line(t: Translate, line: BottomLine) -> tuple[str, ...]:
    then = (line.escalation_who, line.escalation_what, line.escalation_within)
    return (str(line.number), line.criterion, line.trigger, *then, referrers_word(t, line), numbers(line.met_by))


def _fill(book: Any, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E4EAF5"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, _cell(text), plain)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _cell(text: str) -> str:
    """What is too long for a cell ends in dots that one can see."""
    fit = fit_for_xml(text)
    return fit if len(fit) <= MOST else f"{fit[:MOST]}…"
