"""What is kept of me: everything of one person, for that person, in plain words and in the order of the days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from sos_core.export.film_strip import draw_own_picture
from sos_core.export.kept_beside import beside, in_the_net, who
from sos_core.export.paper import KeptLine, KeptPaper, OwnPart
from sos_core.export.plan_sentences import answer_said
from sos_core.export.plan_sheet import draw_marks, neutral_sheet
from sos_core.export.sheet import Sheet
from sos_core.i18n import Translate

PICTURE = 14.0


def kept_pdf(paper: KeptPaper, *, t: Translate, lang: str, pictures: Path, fonts: Path, password: str = "") -> bytes:
    """As A4 PDF: who this is, what was filled in about them, their agreements, and day by day what was said and done."""
    sheet = neutral_sheet(
        t("Dit blad is voor {name} alleen").format(
            name=paper.name
        ),  # a day after a name from the right would turn into it
        paper.made_on,
        t=t,
        lang=lang,
        fonts=fonts,
        password=password,
    )
    sheet.add_page()
    sheet.heading(t("Wat er is bewaard van {name}").format(name=paper.name))
    sheet.paragraph(t("Zo stond het op {day}.").format(day=sheet.day(paper.made_on)))
    sheet.paragraph(_about(paper, t))
    sheet.bullets(who(paper, t))
    if paper.beside.picture:
        _draw_picture(sheet, pictures, paper.beside.picture)
    if paper.net:
        sheet.heading(t("Wat medewerkers over je invulden"))
        sheet.paragraph(t("Vooraf is gekeken wie er om het gezin heen staan. Bij jou staat:"))
        sheet.bullets(in_the_net(paper.net, paper, t))
    if ways := list(beside(paper.beside, paper.made_on, sheet)):
        sheet.heading(t("Je telefoon, links en mail"))
        sheet.bullets(ways)
    if paper.parts:
        sheet.heading(t("Afspraken waar je in staat"))
        sheet.bullets(_agreement(t, one) for one in paper.parts)
    sheet.heading(t("Dag voor dag"))
    if not paper.lines:
        sheet.paragraph(t("Er is niets anders van je bewaard."))
    for day, lines in groupby(paper.lines, key=lambda line: line.on):
        sheet.small_heading(sheet.day(day))
        sheet.bullets(_of_a_day(sheet, lines))
    draw_marks(sheet)
    return sheet.finished()


def _agreement(t: Translate, own: OwnPart) -> str:
    yours = t("jouw antwoord")
    part = {"does": t("jij doet dit"), "steps_in": t("jij springt bij"), "watches": t("jij kijkt of het gebeurt")}[
        own.part
    ]
    said = f" · {answer_said(t, yours, *own.answer[1:])}" if own.answer else ""
    return f"{own.agreement.what} ({own.agreement.when}) · {part}{said}"


def _about(paper: KeptPaper, t: Translate) -> str:
    """What is on it and what is not."""
    if paper.whole:
        return t(
            "Op dit blad staat wat jij hebt gezegd en gedaan, en wat er aan jou is geschreven. Er staat ook op wat medewerkers over "
            "jou hebben ingevuld. Wat anderen in de gesprekken zeiden, staat er niet op: dat is van hen. Klopt er iets niet? Vraag de "
            "procesbegeleider om het te verbeteren."
        )
    return t(
        "Op dit blad staat wat jij hebt gezegd en gedaan, en wat er aan jou is geschreven. Wat anderen zeiden staat er niet op: dat "
        "is van hen. Wat medewerkers over jou invulden, staat niet op je telefoon. Vraag de procesbegeleider om het hele blad op "
        "papier. Klopt er iets niet? Vraag om het te verbeteren."
    )


def _draw_picture(sheet: Sheet, pictures: Path, picture: str) -> None:
    """The one that stands for this person, with words beside it."""
    sheet.need(PICTURE)
    top = sheet.y
    draw_own_picture(sheet, pictures, picture, (sheet.x + 5, top), PICTURE)
    left = sheet.x
    sheet.set_xy(left + PICTURE + 8, top + PICTURE / 3)
    sheet.words(sheet.t("Dit plaatje hoort bij jou."), sheet.epw - PICTURE - 8)
    sheet.set_xy(left, top + PICTURE + 2)


def _of_a_day(sheet: Sheet, lines: Iterable[KeptLine]) -> list[str]:
    """What happened more than once, without words, is told once."""
    told = [(_line(sheet, one), one.words is None) for one in lines]
    often = Counter(text for text, bare in told if bare)
    times = sheet.t("{what} ({count} keer)")
    return [
        times.format(what=text, count=often[text]) if bare and often[text] > 1 else text
        for number, (text, bare) in enumerate(told)
        if not bare or told.index((text, bare)) == number
    ]


def _line(sheet: Sheet, line: KeptLine) -> str:
    t, what = sheet.t, told_as(sheet.t)[line.what]
    if line.answer:
        return answer_said(t, what, line.answer, line.words)
    if line.day and line.hours:
        begins, ends = line.hours
        what = what.format(day=sheet.day(line.day), begins=begins, ends=ends)
    if line.why == "wordless":
        return what
    return f"{what}: {_why(t, line.why) if line.words is None else line.words}"


def told_as(t: Translate) -> dict[str, str]:
    """How each kind of thing is told to whom it is about."""
    return {
        "worry": t("Je zorg"),
        "strength": t("Wat je goed vond gaan"),
        "risk": t("Waar het volgens jou mis kan gaan"),
        "warning_sign": t("Waar je het aan merkt"),
        "safeguard": t("Hoe je het wilt voorkomen"),
        "help_step_in": t("Je wilt bijspringen"),
        "help_keep_watch": t("Je wilt een oogje in het zeil houden"),
        "child_action": t("Wat een kind kan doen"),
        "clearer": t("Zo schreef de procesbegeleider het op"),
        "parked": t("Dit is geparkeerd"),
        "invited": t("Je bent gevraagd om te komen"),
        "uninvited": t("Die vraag is ingetrokken"),
        "session": t("Je bent gevraagd voor {day}, van {begins} tot {ends}"),
        "came": t("Je kwam binnen"),
        "let_in": t("Je bent toegelaten"),
        "came_again": t("Je kwam opnieuw binnen"),
        "present": t("Genoteerd: je was erbij"),
        "absent": t("Genoteerd: je was er niet bij"),
        "link_ended": t("Je eigen link is gestopt"),
        "left": t("Vanaf toen deed je niet mee"),
        "ready": t("Je liet weten of je klaar was"),
        "day_without": t("Op het scherm stond een dag zonder jou"),
        "agreement": t("Een afspraak waar je in stond"),
        "carries_on": t("Jij gaat verder met het plan"),
        "watches_over": t("Jij let op of het plan doorgaat"),
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
        "confirmed": t("Je zei dat een afspraak echt lukte"),
        "talks": t("Jij praat met iemand over een afspraak"),
        "talked_to": t("Iemand praat met jou over een afspraak"),
        "talk": t("Je zei dat een gesprek is geweest"),
        "contact": t("Een stap in het contact met jou"),
        "contact_asks": t("Wat daarvoor eerst gezien moet worden"),
        "contact_hours": t("Uren per week"),
        "contact_begins": t("Die stap mag beginnen"),
        "contact_seen": t("Wat daarvoor is gezien"),
        "contact_stops": t("Die stap is gestopt"),
        "statement": t("Je eigen verklaring"),
        "correction": t("Dit klopt volgens jou niet"),
        "corrected": t("Dit is verbeterd"),
        "not_corrected": t("Dit is niet verbeterd"),
        "erased": t("Je naam en je woorden zijn gewist"),
    }


def _why(t: Translate, why: str) -> str:
    return {
        "taken_back": t("je nam het terug, de woorden zijn gewist"),
        "erased": t("de woorden zijn gewist"),
        "not_here": t("staat niet op je telefoon, vraag het aan de procesbegeleider"),
    }.get(why, "")
