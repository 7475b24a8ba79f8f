"""Preparing: who may not meet or read what. It is set here, seen here, and by nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.choices import one_of
from pages.drawn import Node, draw, el, isolated, link, said
from pages.invited import known, name_of
from pages.staff import carry_out, words
from sos_core.access.actor import Staff
from sos_core.access.view import View
from sos_core.domain.kinds import RestrictionKind

PARTS = ("routines", "scenes", "cards", "agreements", "sessions")
"""Of these the desk knows from whom each is kept."""


NAMING = "apart"
"""The place on the page where it is said who may not be together."""


def name_first(view: View) -> Node | None:
    """That it is first to be said who may not be together, and the way to where; nothing when it is not."""
    if not view["name_first"]:
        return None
    t = words()
    asked = t("Schrijf eerst op wie niet samen in één ruimte mogen zijn.")
    return el("p", asked, " ", to_naming(), cls="notice mind")


def to_naming() -> Node:
    t = words()
    return link(t("Schrijf het op"), f"#{NAMING}")


def restrictions(staff: Staff, conference: str, view: View) -> None:
    """Open by itself while it is first to be said who may not be together."""
    t = words()
    held, first = view["restrictions"], view["name_first"]
    label = t("Afspraken over contact ({count})").format(count=len(held))
    with st.expander(label, expanded=first, key="box-restrictions"):
        if first:
            st.subheader(t("Wie mogen niet samen zijn?"), anchor=NAMING)
        draw(
            "restrictions",
            el("p", t("Alleen jij ziet dit. Niemand anders merkt dat er zo'n afspraak is."), cls="soft"),
            el("ul", *(_row(one, view) for one in held.values()), cls="rows") if held else None,
            *_kept(view),
        )
        _lift(staff, conference, view)
        if not known(view):
            st.caption(t("Zet eerst mensen op de lijst. Daarna maak je een afspraak over contact."))
            return
        _set(staff, conference, view)


def _row(one: dict[str, Any], view: View) -> Node:
    what = said(one["text"], "span", cls="said guarded") if one["kind"] == RestrictionKind.GUARDED else None
    return el("li", el("strong", sentence_of(one, view)), what)


def sentence_of(one: dict[str, Any], view: View) -> str:
    """The restriction in one sentence; guarded words stand beside it."""
    t = words()
    first, *others = [_in_a_sentence(view["people"].get(who, {})) for who in one["people"]]
    return {
        RestrictionKind.APART: t("{first} en {second} zijn nooit samen in één ruimte"),
        RestrictionKind.UNREAD: t("{first} leest niet wat {second} zegt"),
        RestrictionKind.GUARDED: t("{first} leest deze woorden niet:"),
    }[RestrictionKind(one["kind"])].format(first=first, second=others[0] if others else "…")


def _in_a_sentence(who: Mapping[str, Any]) -> str:
    """Mo (vader)."""
    name, relation = isolated(who.get("name")), who.get("relation")
    return f"{name} ({isolated(relation)})" if relation else name


def _kept(view: View) -> list[Node]:
    """Of how much it is kept from whom by now."""
    t = words()
    count: dict[str, int] = {}
    for part in PARTS:
        for one in view[part].values():
            for who in one["withheld_from"]:
                count[who] = count.get(who, 0) + 1
    names = {who: isolated(view["people"].get(who, {}).get("name")) for who in count}
    one = t("{name} leest nu 1 tekst niet. Die staat ook niet op het scherm.")
    more = t("{name} leest nu {count} teksten niet. Die staan ook niet op het scherm.")
    return [
        el("p", (one if n == 1 else more).format(name=names[who], count=n), cls="kept")
        for who, n in sorted(count.items(), key=lambda found: names[found[0]])
    ]


def _lift(staff: Staff, conference: str, view: View) -> None:
    t = words()
    held = view["restrictions"]
    if not held:
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    which = one_of(
        t("Geldt een afspraak niet meer?"),
        {key: f"{sentence_of(one, view)} {one['text'] or ''}".strip() for key, one in held.items()},
        within=left,
        placeholder=t("Kies een afspraak"),
    )
    if right.button(t("Haal deze afspraak weg"), disabled=which is None) and carry_out(
        staff, conference, "lift_restriction", {"restriction": which}
    ):
        st.rerun()


def _set(staff: Staff, conference: str, view: View) -> None:
    t = words()
    kinds = {
        RestrictionKind.GUARDED: t("Iemand mag bepaalde woorden niet lezen"),
        RestrictionKind.APART: t("Twee mensen mogen niet in één ruimte zijn"),
        RestrictionKind.UNREAD: t("Iemand leest niet wat een ander zegt"),
    }
    start = list(kinds).index(RestrictionKind.APART) if view["name_first"] else 0
    kind = st.radio(
        t("Wat mag niet?"), list(kinds), index=start, format_func=lambda one: kinds[one], key="restriction-kind"
    )
    there = {key: name_of(who) for key, who in known(view).items()}
    with st.form("restrict", clear_on_submit=True, border=False):
        left, right = st.columns(2)
        first = one_of(_first(kind), there, within=left, placeholder=t("Kies iemand"))
        second = text = None
        if kind is RestrictionKind.GUARDED:
            text = right.text_input(t("Welke woorden?"), max_chars=200)
            st.caption(_guarding())
        else:
            second = one_of(_second(kind), there, within=right, placeholder=t("Kies iemand"))
            st.caption(_costs(kind))
        fields = {"kind": kind, "people": [who for who in (first, second) if who], "text": text}
        if st.form_submit_button(t("Bewaar deze afspraak"), type="primary") and carry_out(
            staff, conference, "restrict", fields
        ):
            st.rerun()


def _first(kind: RestrictionKind) -> str:
    t = words()
    return t("Wie?") if kind is RestrictionKind.APART else t("Wie mag het niet lezen?")


def _second(kind: RestrictionKind) -> str:
    t = words()
    return t("En wie?") if kind is RestrictionKind.APART else t("Van wie?")


def _guarding() -> str:
    """What it does, and what it cannot."""
    t = words()
    return " ".join(
        (
            t("Bijvoorbeeld een adres. Hoofdletters, spaties en streepjes maken niet uit."),
            t("Alles waar deze woorden in staan, komt ook niet op het scherm en niet op papier voor allen."),
            t("Wat deze persoon zelf schrijft, blijft wel staan. Zo verraadt een gok niets."),
            t("Draaiboek vergelijkt letters en kent geen betekenis. Zet ook de straat en de plek apart op de lijst."),
        )
    )


def _costs(kind: RestrictionKind) -> str:
    t = words()
    if kind is RestrictionKind.APART:
        return " ".join(
            (
                t("De deur laat de een niet binnen als de ander er is."),
                t("Het blijft één plan: wat voor iedereen is gezegd, lezen zij allebei."),
            )
        )
    return " ".join(
        (
            t("Wat de ander zegt komt dan ook niet op het scherm en niet op papier voor allen."),
            t("Dat geldt ook voor een eigen verklaring bij het plan."),
            t("Jij ziet alles."),
        )
    )
