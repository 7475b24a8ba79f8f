"""What was reported between two meetings, on staff pages: per agreement a count, the words, and who speaks to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pages.drawn import Node, el, said
from pages.staff import day
from sos_core.domain.kinds import Report
from sos_core.i18n import Translate

Seen = Mapping[str, Any]


def report_nodes(view: Seen, agreement: Seen, t: Translate) -> list[Node]:
    """All of one agreement since the last look back."""
    report = view["reports"].get(agreement["id"])
    talks = [one for one in view["talks"].values() if one["agreement"] == agreement["id"] and not one["done_on"]]
    if not report:
        return [el("p", t("Hierover is niets gemeld."), cls="soft"), *(talk_node(view, one, t) for one in talks)]
    counts = ", ".join(f"{report_word(how, t)}: {report[how.value]}" for how in Report)
    last = t("Het laatst op {day}").format(day=day(date.fromisoformat(report["last"])))
    words = [told_node(view, one, t) for one in report["said"] if one["text"] is not None]
    return [
        el("p", el("strong", counts), el("span", f" · {last}", cls="soft")),
        *([el("ul", *words)] if words else []),
        *(talk_node(view, one, t) for one in talks),
    ]


def told_node(view: Seen, told: Seen, t: Translate) -> Node:
    """Who said what, on which day."""
    when = f" · {report_word(Report(told['how']), t)} · {day(date.fromisoformat(told['on']))}: "
    return el("li", name_node(view, told["person"], t), when, said(told["text"], gone=t("gewist")))


def talk_node(view: Seen, talk: Seen, t: Translate) -> Node:
    """That two people still speak about it. The names stand apart from the sentence, each in its own direction."""
    return el(
        "p",
        el("strong", t("Nog te doen:")),
        " ",
        name_node(view, talk["speaks"], t),
        el("span", " ", t("praat hierover met"), " "),
        name_node(view, talk["to"], t),
    )


def name_node(view: Seen, person: str | None, t: Translate) -> Node:
    if person is None:
        return el("span", t("de procesbegeleider"))
    profile = view["people"].get(person)
    return said(profile["name"] if profile else None, gone=t("gewist"))


def report_word(how: Report, t: Translate) -> str:
    return {Report.WORKED: t("gelukt"), Report.NEARLY: t("bijna"), Report.NOT: t("niet")}[how]
