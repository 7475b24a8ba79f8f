"""The forms in which a paper can be made, by the name under which a door asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sos_core.export.child_pdf import child_pdf
from sos_core.export.handover_pdf import handover_pdf
from sos_core.export.kept_pdf import kept_pdf
from sos_core.export.letter_pdf import letter_pdf
from sos_core.export.lines_pdf import lines_pdf
from sos_core.export.mine_pdf import mine_pdf, pages_pdf
from sos_core.export.paper import PlanPaper, RowsPaper
from sos_core.export.plan_docx import plan_docx
from sos_core.export.plan_pdf import plan_pdf
from sos_core.export.table_xlsx import rows_xlsx, table_xlsx
from sos_core.i18n import Translate


def _document(paper: PlanPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str) -> bytes:
    return plan_docx(paper, t=t, lang=lang)


def _table(paper: PlanPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str) -> bytes:
    return table_xlsx(paper, t=t)


def _rows(paper: RowsPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str) -> bytes:
    return rows_xlsx(paper)


MAKERS: dict[str, Callable[..., Any]] = {
    "plan.pdf": plan_pdf,
    "mine.pdf": mine_pdf,
    "pages.pdf": pages_pdf,
    "child.pdf": child_pdf,
    "lines.pdf": lines_pdf,
    "handover.pdf": handover_pdf,
    "kept.pdf": kept_pdf,
    "letter.pdf": letter_pdf,
    "plan.docx": _document,
    "plan.xlsx": _table,
    "rows.xlsx": _rows,
}
"""Each makes bytes of its paper."""
