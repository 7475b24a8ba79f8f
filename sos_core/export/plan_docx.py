"""The plan as a Word file that a professional can put into the own records: the same words as the PDF, in headings, lists and tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from sos_core.export import plan_sentences as say
from sos_core.export.legible import fit_for_xml, in_our_line, reads_from_right
from sos_core.export.paper import PlanPaper, Routine
from sos_core.i18n import Translate, tag


def plan_docx(paper: PlanPaper, *, t: Translate, lang: str) -> bytes:
    """One version of the plan, in the order of the PDF."""
    made = _Written(t, lang, paper)
    made.front()
    made.films()
    made.worries_and_strengths()
    made.agreements()
    made.bottom_lines()
    made.dry_run()
    made.open()
    made.parked()
    made.changes()
    made.statements()
    return made.finished()


class _Written:
    """A Word file in the making."""

    def __init__(self, t: Translate, lang: str, paper: PlanPaper) -> None:
        self.t, self.lang, self.paper = t, lang, paper
        self.file = Document()
        page = self.file.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
        letters = self.file.styles["Normal"].font
        letters.name, letters.size = "Arial", Pt(10.5)
        about = self.file.core_properties
        about.title, about.author, about.comments, about.language = t("Ons plan"), "", "", tag(lang)
        about.created = about.modified = datetime.combine(paper.adopted_on, time(12))

    def front(self) -> None:
        t, paper = self.t, self.paper
        self.file.add_heading(t("Ons veiligheidsplan"), 0)
        self.words(t("Versie {version}").format(version=paper.version))
        self.words(t("Afgesproken op {day}").format(day=say.day_in_words(paper.adopted_on, self.lang)))
        if paper.evaluation_on is None:
            self.words(t("Er is nog geen dag om te kijken hoe het gaat."))
        else:
            day = say.day_in_words(paper.evaluation_on, self.lang)
            self.words(t("Wij kijken op {day} hoe het gaat").format(day=day))
        self.words(t("Is er nu gevaar? Bel 112."), bold=True)
        self.words(t("Veilig Thuis 0800-2000 (gratis, dag en nacht)"))
        self.words(t("Bel daarna iemand uit dit plan."))
        self.words(t("Deze afspraken zijn van het gezin. Versie {version}").format(version=paper.version))

    def films(self) -> None:
        if self.paper.routines:
            self.file.add_heading(self.t("De film van onze dagen"), 1)
        for routine in self.paper.routines:
            self.heading(routine.title, 2)
            self.film(routine)

    def film(self, routine: Routine) -> None:
        t = self.t
        heads = (t("Nr"), t("Tijd"), t("Scène"), t("Wie kan bijspringen?"), t("Kan misgaan"), t("Besproken"))
        rows = [
            (
                str(number),
                scene.time or "",
                f"{scene.title}\n{scene.place}" if scene.place else scene.title,
                "\n".join((say.cover_word(t, scene.cover), *scene.helpers)),
                str(scene.risks),
                say.talked_word(t, scene),
            )
            for number, scene in enumerate(routine.scenes, 1)
        ]
        self.table(heads, rows, wide=(10, 16, 54, 46, 22, 26))

    def worries_and_strengths(self) -> None:
        t = self.t
        nothing = (t("Hier is nog niets opgeschreven."),)
        self.points(t("Onze zorgen"), self.paper.worries or nothing, 1)
        self.points(t("Onze krachten"), self.paper.strengths or nothing, 1)

    def agreements(self) -> None:
        t, nobody = self.t, self.t("nog niemand")
        self.file.add_heading(t("Wie doet wat en wanneer?"), 1)
        if not self.paper.agreements:
            self.words(t("Er zijn nog geen afspraken."))
            return
        heads = (t("Nr"), t("Wie"), t("Wat"), t("Wanneer"), t("Hoe merken we dat?"), t("Back-up"), t("Wie let op?"))
        rows = [
            (
                str(number),
                in_our_line(a.who),
                a.what,
                a.when,
                a.notice,
                say.back_ups(t, a),
                in_our_line(a.monitor or nobody),
            )
            for number, a in enumerate(self.paper.agreements, 1)
        ]
        notes = [tuple(say.agreement_notes(t, a)) for a in self.paper.agreements]
        self.table(heads, rows, notes, wide=(10, 24, 46, 26, 28, 22, 18))

    def bottom_lines(self) -> None:
        t = self.t
        self.file.add_heading(t("De bodemeisen"), 1)
        if not self.paper.bottom_lines:
            self.words(t("Er zijn nog geen bodemeisen opgeschreven."))
            return
        heads = (t("Nr"), t("Dit moet te zien zijn"), t("Dit is de grens"), t("Wie doet dan wat, en hoe snel?"))
        lines = self.paper.bottom_lines
        rows = [(str(line.number), line.criterion, line.trigger, say.escalation(t, line)) for line in lines]
        notes = [(say.referrers_word(t, line), say.met_by(t, line)) for line in lines]
        self.table(heads, rows, notes, wide=(10, 60, 44, 60))

    def dry_run(self) -> None:
        t = self.t
        if not self.paper.what_ifs:
            return
        self.file.add_heading(t("Dit hebben we geoefend"), 1)
        self.words(t("We keken samen wat er gebeurt als het anders loopt. Echt is het altijd weer anders."))
        for what_if in self.paper.what_ifs:
            self.points(t(what_if.title), say.came_of_it(t, what_if), 2)

    def open(self) -> None:
        t = self.t
        self.file.add_heading(t("Wat nog open is"), 1)
        if self.paper.left.is_empty:
            self.words(say.nothing_left(t, self.paper, self.lang))
            return
        self.words(t("Hier is nog geen antwoord op. Dat zoeken we samen."))
        for title, texts, mend in say.left_parts(t, self.paper):
            self.points(title, texts, 2)
            if mend:
                self.words(mend)

    def parked(self) -> None:
        t = self.t
        if self.paper.parked:
            self.file.add_heading(t("Zorgen voor later"), 1)
            self.words(t("Deze zorgen zijn gehoord. Er is een reden dat ze nu niet in het plan staan."))
            self.list(say.parked_sentences(t, self.paper))

    def statements(self) -> None:
        if self.paper.statements:
            self.file.add_heading(self.t("Eigen verklaringen"), 1)
        for name, on, words in self.paper.statements:
            self.words(f"{name}, {say.day_in_words(on, self.lang, 'long')}")
            self.words(words)

    def changes(self) -> None:
        t, changes = self.t, self.paper.changes
        if changes is None or self.paper.version < 2:
            return
        self.file.add_heading(t("Wat is er veranderd?"), 1)
        parts = say.change_parts(t, changes)
        if not parts:
            self.words(t("Er is niets veranderd."))
        for title, texts, _ in parts:
            self.points(title, texts, 2)

    def finished(self) -> bytes:
        self.words(self.t("Dit papier stuurt geen hulp. Is er nu gevaar? Bel 112."), bold=True)
        made = io.BytesIO()
        self.file.save(made)
        return made.getvalue()

    # -- the pieces ---------------------------------------------------------------------------------------

    def heading(self, text: str, level: int) -> None:
        _written(self.file.add_heading("", level), text)

    def words(self, text: str, *, bold: bool = False) -> None:
        _written(self.file.add_paragraph(), text, bold=bold)

    def points(self, title: str, texts: Iterable[str], level: int) -> None:
        """A heading and its list; without a point neither."""
        if texts:
            self.heading(title, level)
            self.list(texts)

    def list(self, texts: Iterable[str]) -> None:
        for text in texts:
            _written(self.file.add_paragraph(style="List Bullet"), text)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: Sequence[Sequence[str]] = (),
        *,
        wide: Sequence[float],
    ) -> None:
        """Columns this `wide` (mm). `notes`: for each row what stands under it, over the whole width. The heads come back on each page,
        and a row that fits on a page is not torn.
        """
        table = self.file.add_table(1, len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, wide, strict=True):
            column.width = Mm(width)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            _written(cell.paragraphs[0], head, bold=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, width in zip(table.rows[0].cells, wide, strict=True):
            cell.width = Mm(width)
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _written(cell.paragraphs[0], text)
                cell.paragraphs[0].paragraph_format.keep_with_next = bool(notes)
            if notes:
                under = table.add_row().cells
                whole = under[0].merge(under[-1])
                _written(whole.paragraphs[0], "\n".join(notes[number]))
        for made in table.rows:
            made._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        self.file.add_paragraph()


def _written(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """People's words as they are, in their own direction."""
    run = paragraph.add_run(fit_for_xml(text))
    run.bold = bold or None
    if reads_from_right(text):
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
