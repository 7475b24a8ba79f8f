"""The families of one page, most urgent first, and the way to the next page. Aliases, dates and states."""

from __future__ import annotations

from pages.drawn import Child, Node, el, link, said, table
from pages.overview import address
from pages.staff import ago, day, number
from pages.terms import pace_word, state_word
from sos_core.i18n import Translate
from sos_core.services.dashboard import Family, Page
from sos_core.services.dashboard_filters import Filters


def rows(page: Page, t: Translate) -> Node:
    heads = (
        t("Gezin"),
        t("Procesbegeleider"),
        t("Evaluatie"),
        t("Aangemeld"),
        t("Eerste sessie"),
        t("Het plan"),
        t("Meer"),
    )
    drawn = [
        (
            said(family.alias),
            leaders(family, t),
            evaluation(family, t),
            el("div", day(family.referred_on, short=True), el("small", ago(family.days_since_referral))),
            first_session(family, t),
            plan(family, t),
            link(t("Open"), _door(family)),
        )
        for family in page.families
    ]
    return table(heads, drawn, caption=t("Gezinnen, met het dringendste eerst"), cls="figures-table stacked")


def _door(family: Family) -> str:
    return f"/plan?conference={family.conference}" if family.conference else f"/referrals?referral={family.referral}"


def whereabouts(page: Page, filters: Filters, t: Translate) -> Node:
    """Which families of how many, and the ways on and back."""
    last = page.skipped + len(page.families)
    span = t("{first} tot en met {last} van {total}").format(
        first=number(page.skipped + 1), last=number(last), total=number(page.total)
    )
    ways = [
        link(words, address(filters, at=str(at)), cls="b")
        for words, at in ((t("Vorige"), page.previous), (t("Volgende"), page.next))
        if at
    ]
    if page.skipped > 0:
        ways.insert(0, link(t("Naar het begin"), address(filters), cls="b"))
    return el("nav", el("span", span, cls="soft"), *ways, cls="pager")


def leaders(family: Family, t: Translate) -> Node:
    """Who leads it, and who leads it too."""
    first = said(family.facilitator if family.facilitator else t("nog niemand"))
    both = el("small", t("samen met"), " ", said(family.second)) if family.second else None
    out = el("span", t("Is eruit gestapt"), cls="tag") if family.handed_over else None
    return el("div", first, both, out)


def evaluation(family: Family, t: Translate) -> Node:
    tag = el("span", state_word(family.state, t), cls=f"tag {family.state}")
    if family.state == "measures":
        return el("div", tag, el("small", link(t("Bekijk het vangnet"), f"/net?referral={family.referral}")))
    if family.evaluation_on is None or family.days_over is None:
        return el("div", tag)
    when = f"{day(family.evaluation_on, short=True)} · {away(family.days_over, t)}"
    return el("div", tag, el("small", when))


def away(over: int, t: Translate) -> str:
    """How far the day of the evaluation is: `over` days past it, or below zero to come."""
    if over > 0:
        return t("1 dag te laat") if over == 1 else t("{days} dagen te laat").format(days=over)
    if over == 0:
        return t("vandaag")
    return t("morgen") if over == -1 else t("over {days} dagen").format(days=-over)


def first_session(family: Family, t: Translate) -> Node:
    tag = el("span", pace_word(family.pace, t), cls=f"tag {family.pace}")
    if family.pace == "measures":
        return el("div", tag)
    if family.first_session_on is None or family.days_to_first is None:
        return el("div", tag, el("small", t("nog niet")))
    days = family.days_to_first
    after = {0: t("dezelfde dag"), 1: t("na 1 dag")}.get(days) or t("na {days} dagen").format(days=days)
    return el("div", tag, el("small", f"{day(family.first_session_on, short=True)} · {after}"))


def plan(family: Family, t: Translate) -> Child:
    """What the plan lacks, line by line."""
    lacks = []
    if family.without_backup:
        lacks.append(t("zonder back-up: {count}").format(count=family.without_backup))
    if family.without_monitor:
        lacks.append(t("niemand let op: {count}").format(count=family.without_monitor))
    if family.silent:
        lacks.append(silence(family, t))
    if lacks:
        return el("ul", *(el("li", lack) for lack in lacks), cls="lacks")
    return t("Versie {version}").format(version=family.version) if family.version else "–"


def silence(family: Family, t: Translate) -> str:
    """Of how many agreements nothing is heard, each for at least so long; by number, never which."""
    if family.agreements == 1:
        return t("de enige afspraak: al {weeks} weken niets gehoord").format(weeks=family.silent_weeks)
    return t("{count} van de {all} afspraken: al {weeks} weken niets gehoord").format(
        count=family.silent, all=family.agreements, weeks=family.silent_weeks
    )
