"""The sheet that every paper of a plan is written on: whose it is at its foot, and what it owes at its end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape

from sos_core.export.paper import ChildPaper, MinePaper, PagesPaper, PlanPaper
from sos_core.export.sheet import Sheet
from sos_core.i18n import Translate

_ABOUT = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<rdf:Description rdf:about="" xmp:CreateDate="{made}" xmp:ModifyDate="{made}" xmp:MetadataDate="{made}">
{archive}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
"""What the file tells of itself: fpdf2 would name itself and the moment of printing."""

_ARCHIVE = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"


def plan_sheet(
    paper: PlanPaper | MinePaper | PagesPaper | ChildPaper, *, t: Translate, lang: str, fonts: Path, password: str = ""
) -> Sheet:
    """An empty sheet of a version of the plan."""
    whose = t("Deze afspraken zijn van het gezin. Versie {version}").format(version=paper.version)
    return neutral_sheet(whose, paper.adopted_on, t=t, lang=lang, fonts=fonts, password=password)


def neutral_sheet(foot: str, of_day: date, *, t: Translate, lang: str, fonts: Path, password: str = "") -> Sheet:
    """An empty sheet. Its title, as a tab shows it, gives nothing away. With a password it is no PDF/A, and says nothing of that."""
    warning = t("Dit papier stuurt geen hulp. Is er nu gevaar? Bel 112.")
    sheet = Sheet(t=t, lang=lang, fonts=fonts, foot=foot, warning=warning, of_day=of_day, password=password)
    sheet.set_title(t("Ons plan"))
    made = datetime.combine(of_day, time(12), tzinfo=UTC)
    sheet.set_creation_date(made)
    sheet.set_xmp_metadata(about(t("Ons plan"), made, archive="" if password else _ARCHIVE))
    return sheet


def about(title: str, made: datetime, *, archive: str = _ARCHIVE) -> str:
    """What the file tells of itself, and no more."""
    return _ABOUT.format(title=escape(title), made=made.isoformat(), archive=archive)


def draw_end(sheet: Sheet) -> None:
    """A letter that we could not print is owed to the one who wrote it; the pictures to those who drew them."""
    draw_marks(sheet)
    sheet.paragraph(sheet.t("De plaatjes zijn van OpenMoji (CC BY-SA 4.0)."), size=8)


def draw_marks(sheet: Sheet) -> None:
    """What the mark for such a letter means, where one stands on the paper."""
    sheet.skip(3)
    if sheet.marked:
        sheet.paragraph(
            sheet.t("□ is een teken dat wij niet kunnen printen. Vraag wat er staat aan wie het schreef."), size=9.5
        )
