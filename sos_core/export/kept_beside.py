"""What is kept of me beside what I said, in sentences: who I am here, what was filled in about me, and my phone, links and mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel import Locale

from sos_core.export.paper import KeptBeside, KeptNet, KeptPaper, KeptWay
from sos_core.export.sheet import Sheet
from sos_core.i18n import Translate, locale_of


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


def in_the_net(net: KeptNet, paper: KeptPaper, t: Translate) -> Iterator[str]:
    """A name or relation only where it reads otherwise there."""
    circle = {"inner": t("Dichtbij"), "middle": t("Daaromheen"), "outer": t("Verder weg")}[net.circle]
    known = {"yes": t("ja"), "no": t("nee"), "unknown": t("niet bekend")}
    asked = {
        "reachable": t("Te bereiken op moeilijke momenten"),
        "knows": t("Kent de zorgen"),
        "willing": t("Wil helpen"),
        "dares": t("Durft tegen te spreken"),
    }
    if net.name and net.name != paper.name:
        yield t("Je naam: {name}").format(name=net.name)
    if net.relation and net.relation != paper.relation:
        yield t("Wie je bent voor het gezin: {relation}").format(relation=net.relation)
    yield t("In welke kring je staat: {circle}").format(circle=circle)
    yield t("Je hoort bij het eigen netwerk") if net.informal else t("Je doet dit werk als beroep")
    for question, answer in net.answers:
        yield f"{asked[question]}: {known[answer]}"


def beside(kept: KeptBeside, made_on: date, sheet: Sheet) -> Iterator[str]:
    t = sheet.t
    if kept.joined_on:
        yield t("Je telefoon doet mee sinds {day}.").format(day=sheet.day(kept.joined_on))
    for way in kept.ways:
        yield _way(way, made_on, sheet)
    if kept.mail:
        yield t("Je mailadres voor de herinnering: {mail}").format(mail=kept.mail)
    elif kept.mails:
        yield t("Je hebt een mailadres gegeven voor de herinnering. Het adres zelf staat niet op je telefoon.")
    if kept.mail_lang:
        language = Locale.parse(kept.mail_lang).get_language_name(locale_of(sheet.reader))
        yield t("De taal van die mail: {language}").format(language=language)
    if kept.mailed_on:
        yield t("De laatste herinnering ging op {day}.").format(day=sheet.day(kept.mailed_on))
    for day, withdrawn in kept.erasing:
        asked = (
            t("Op {day} is gevraagd om jou te wissen. Dat is ingetrokken.")
            if withdrawn
            else t("Op {day} is gevraagd om jou te wissen.")
        )
        yield asked.format(day=sheet.day(day))


def _way(way: KeptWay, made_on: date, sheet: Sheet) -> str:
    t, since = sheet.t, sheet.day(way.made_on)
    what = t("Je agenda loopt mee, sinds {day}.") if way.for_calendar else t("Je eigen link of brief, van {day}.")
    over = way.until if way.until and way.until < made_on else None
    if way.ended_on or over:
        state = t("Die werkt niet meer sinds {day}.").format(day=sheet.day(way.ended_on or over or made_on))
    elif way.until:
        state = t("Die werkt tot en met {day}.").format(day=sheet.day(way.until))
    else:
        state = t("Die werkt tot je hem uitzet.")
    return f"{what.format(day=since)} {state}"
