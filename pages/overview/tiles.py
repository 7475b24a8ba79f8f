"""What asks for something, counted: each number is a way to the families behind it."""

from __future__ import annotations

from dataclasses import replace

from pages.drawn import Node, el
from pages.overview import address
from pages.staff import number
from sos_core.i18n import Translate
from sos_core.services.dashboard_figures import Asking
from sos_core.services.dashboard_filters import Filters
from sos_core.services.retention_queue import Queue

LATE = {"overdue", "late"}
"""A day has passed: these are drawn as such when there are any."""


def tiles(asking: Asking, queue: Queue, filters: Filters, t: Translate) -> Node:
    """One tile for each thing that can ask for something; the one that is chosen leads back to everything. What is to be erased, of
    whomever it is, is behind the last.
    """
    named = {
        ("state", "overdue"): t("Evaluatie te laat"),
        ("state", "due"): t("Evaluatie binnen 7 dagen"),
        ("state", "not_planned"): t("Plan zonder evaluatiedag"),
        ("pace", "late"): t("Wacht meer dan 6 weken"),
        ("pace", "close"): t("Wacht 4 tot 6 weken"),
        ("gap", "no_backup"): t("Plan mist een back-up"),
        ("gap", "no_monitor"): t("Plan mist iemand die oplet"),
        ("gap", "silent"): t("Afspraak: 3 weken niets gehoord"),
    }
    drawn = [_tile(which, words, asking.of[which], filters, t) for which, words in named.items()]
    return el("ul", *drawn, _retention(queue, t), cls="figures asking")


def _retention(queue: Queue, t: Translate) -> Node:
    more = [
        words.format(count=number(count))
        for words, count in (
            (t("binnen 14 dagen: {count}"), queue.soon),
            (t("wacht op een tweede: {count}"), queue.second),
        )
        if count
    ]
    inside = [
        el("strong", number(queue.due)),
        t("Bewaren en wissen: nu wissen"),
        el("small", " · ".join(more)) if more else None,
    ]
    return el("li", el("a", *inside, href="/retention", target="_self"), cls="some" if queue.due else None)


def _tile(which: tuple[str, str], words: str, count: int, filters: Filters, t: Translate) -> Node:
    kind, name = which
    alone = replace(filters.wide, **{kind: (name,)})
    chosen = filters == alone
    inside = [el("strong", number(count)), words]
    if chosen:
        inside.append(el("small", t("Gekozen. Tik voor alles.")))
    way = el(
        "a",
        *inside,
        href=address(filters.wide if chosen else alone),
        target="_self",
        **{"aria-current": "true" if chosen else None},
    )
    return el("li", way, cls="some" if count and name in LATE else None)
