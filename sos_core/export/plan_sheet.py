"""The sheet that every paper of a plan is written on: whose it is at its foot, and what it owes at its end."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape

from sos_core.export.paper import ChildPaper, MinePaper, PlanPaper
from sos_core.export.sheet import Sheet
from sos_core.i18n import Translate

_ABOUT = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<rdf:Description rdf:about="" xmp:CreateDate="{made}" xmp:ModifyDate="{made}" xmp:MetadataDate="{made}">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
"""What the file tells of itself: fpdf2 would name itself and the moment of printing."""


def plan_sheet(paper: PlanPaper | MinePaper | ChildPaper, *, t: Translate, lang: str, fonts: Path) -> Sheet:
    """An empty sheet. Its title, as a tab shows it, gives nothing away."""
    whose = t("Deze afspraken zijn van het gezin. Versie {version}").format(version=paper.version)
    warning = t("Dit papier stuurt geen hulp. Is er nu gevaar? Bel 112.")
    sheet = Sheet(t=t, lang=lang, fonts=fonts, foot=whose, warning=warning, of_day=paper.adopted_on)
    sheet.set_title(t("Ons plan"))
    made = datetime.combine(paper.adopted_on, time(12), tzinfo=UTC)
    sheet.set_creation_date(made)
    sheet.set_xmp_metadata(about(t("Ons plan"), made))
    return sheet


def about(title: str, made: datetime) -> str:
    """What the file tells of itself, and no more."""
    return _ABOUT.format(title=escape(title), made=made.isoformat())


def draw_end(sheet: Sheet) -> None:
    """A letter that we could not print is owed to the one who wrote it; the pictures to those who drew them."""
    t = sheet.t
    sheet.skip(3)
    if sheet.marked:
        sheet.paragraph(
            t("□ is een teken dat wij niet kunnen printen. Vraag wat er staat aan wie het schreef."), size=9.5
        )
    sheet.paragraph(t("De plaatjes zijn van OpenMoji (CC BY-SA 4.0)."), size=8)
