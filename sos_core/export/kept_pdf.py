"""What is kept of me: everything of one person, for that person, in plain words and in the order of the days."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from sos_core.export.paper import KeptLine, KeptPaper, OwnPart
from sos_core.export.plan_sentences import answer_said
from sos_core.export.plan_sheet import draw_marks, neutral_sheet
from sos_core.i18n import Translate


def kept_pdf(paper: KeptPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF: who this is, the agreements with a part for this person, and day by day what was said and done."""
    sheet = neutral_sheet(
        t("Dit blad is van {name}").format(name=paper.name),
        paper.made_on,
        t=t,
        lang=lang,
        fonts=fonts,
        password=password,
    )
    sheet.add_page()
    sheet.heading(t("Wat er is bewaard van {name}").format(name=paper.name))
    sheet.paragraph(t("Zo stond het op {day}.").format(day=sheet.day(paper.made_on)))
    sheet.paragraph(
        t(
            "Op dit blad staat wat jij hebt gezegd en gedaan, en wat er aan jou is geschreven. Wat anderen zeiden staat er niet op: dat "
            "is van hen. Klopt er iets niet? Vraag de procesbegeleider om het te verbeteren."
        )
    )
    sheet.bullets(who(paper, t))
    if paper.parts:
        sheet.heading(t("Afspraken waar je in staat"))
        sheet.bullets(_agreement(t, one) for one in paper.parts)
    sheet.heading(t("Wat je zei en deed"))
    if not paper.lines:
        sheet.paragraph(t("Er is niets anders van je bewaard."))
    for day, lines in groupby(paper.lines, key=lambda line: line.on):
        sheet.small_heading(sheet.day(day))
        sheet.bullets(_line(t, one) for one in lines)
    draw_marks(sheet)
    return sheet.finished()


def who(paper: KeptPaper, t: Translate) -> list[str]:
    role = {
        "parent": t("ouder"),
        "child": t("kind"),
        "network": t("iemand uit het netwerk"),
        "professional": t("iemand die dit werk doet als beroep"),
    }
    lines = [t("Je naam: {name}").format(name=paper.name)]
    if paper.role:
        lines.append(t("Je doet mee als: {role}").format(role=role[paper.role]))
    if paper.relation:
        lines.append(t("Wie je bent voor het gezin: {relation}").format(relation=paper.relation))
    return lines


def _agreement(t: Translate, own: OwnPart) -> str:
    part = {"does": t("jij doet dit"), "steps_in": t("jij springt bij"), "watches": t("jij kijkt of het gebeurt")}[
        own.part
    ]
    said = f" · {answer_said(t, *own.answer)}" if own.answer else ""
    return f"{own.agreement.what} ({own.agreement.when}) · {part}{said}"


def _line(t: Translate, line: KeptLine) -> str:
    what = _what(t, line.what)
    if line.answer:
        return answer_said(t, what, line.answer, line.words)
    if line.why == "wordless":
        return what
    return f"{what}: {_why(t, line.why) if line.words is None else line.words}"


def _what(t: Translate, what: str) -> str:
    """What kind of thing it is; one that has no word of its own here is still shown."""
    words = {
        "worry": t("Je zorg"),
        "strength": t("Wat je goed vond gaan"),
        "risk": t("Waar het volgens jou mis kan gaan"),
        "warning_sign": t("Waar je het aan merkt"),
        "safeguard": t("Hoe je het wilt voorkomen"),
        "help_step_in": t("Je wilt bijspringen"),
        "help_keep_watch": t("Je wilt een oogje in het zeil houden"),
        "child_action": t("Wat een kind kan doen"),
        "came": t("Je kwam binnen"),
        "left": t("Je ging weg"),
        "answered": t("Je antwoord op een afspraak"),
        "told_back": t("In je eigen woorden"),
        "confided": t("Alleen tegen de procesbegeleider"),
        "note": t("De procesbegeleider schreef aan jou"),
        "scale": t("Je cijfer op de schaal"),
        "picture": t("Je koos een plaatje"),
        "proof": t("Je vertelde dat een afspraak lukte"),
        "reported_worked": t("Je meldde dat een afspraak lukte"),
        "reported_nearly": t("Je meldde dat een afspraak bijna lukte"),
        "reported_not": t("Je meldde dat een afspraak niet lukte"),
        "talk": t("Je zei dat een gesprek is geweest"),
        "contact": t("Een stap in het contact met jou"),
        "statement": t("Je eigen verklaring"),
        "correction": t("Dit klopt volgens jou niet"),
        "corrected": t("Dit is verbeterd"),
        "not_corrected": t("Dit is niet verbeterd"),
    }
    return words.get(what) or t("Verder")


def _why(t: Translate, why: str) -> str:
    return {
        "taken_back": t("je nam het terug, de woorden zijn gewist"),
        "erased": t("de woorden zijn gewist"),
        "not_here": t("staat niet op je telefoon, vraag het aan de procesbegeleider"),
    }.get(why, "")
