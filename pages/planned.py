"""Preparing: when people meet, where, and who is asked to come to which day."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import streamlit as st

from pages.choices import one_of, some_of
from pages.drawn import Node, draw, el, isolated, link, said
from pages.invited import known, name_of
from pages.restricted import name_first, sentence_of
from pages.running import house
from pages.staff import carry_out, day, words
from sos_core.access.actor import Staff
from sos_core.access.view import View
from sos_core.domain.kinds import RestrictionKind
from sos_core.services.sessions import first_day

QUARTER = 15 * 60


def sessions(staff: Staff, conference: str, view: View) -> None:
    t = words()
    planned = sorted(view["sessions"].values(), key=lambda one: (one["on"], one["begins"]))
    with st.expander(t("Bijeenkomsten plannen ({count})").format(count=len(planned)), key="box-sessions"):
        there = known(view)
        rows = [_session(one, view["people"]) for one in planned]
        draw(
            "sessions",
            _pace(staff, conference),
            el("ol", *rows, cls="rows")
            if rows
            else el("p", t("Er is nog geen bijeenkomst gepland. Meestal zijn het er twee of drie."), cls="empty"),
            link(t("Zet alle dagen in je agenda"), f"/export/days.ics?conference={conference}", cls="b")
            if rows
            else None,
        )
        _call_off(staff, conference, planned)
        if (first := name_first(view)) is not None:
            draw("name-before-planning", first)
            return
        if not there:
            st.caption(t("Zet eerst mensen op de lijst. Daarna plan je een dag."))
            return
        _plan(staff, conference, there, _never_together(view))


def _pace(staff: Staff, conference: str) -> Node | None:
    """The first day against the 4 to 6 weeks."""
    first = first_day(house(), staff, conference)
    if first is None:
        return None
    t = words()
    since = t("De eerste dag is {days} dagen na de aanmelding.").format(days=first.days)
    pace = {
        "within": t("Dat is binnen vier weken."),
        "close": t("Dat is binnen zes weken, en later dan vier."),
        "late": t("Dat is later dan zes weken. Kan het eerder?"),
    }[first.pace]
    return el("p", f"{since} {pace}", cls="notice stop" if first.pace == "late" else "soft")


def _session(one: dict[str, Any], everybody: dict[str, dict[str, Any]]) -> Node:
    t = words()
    when = t("{day}, {begins} tot {ends} uur").format(
        day=day(date.fromisoformat(one["on"]), weekday=True), begins=one["begins"], ends=one["ends"]
    )
    names, kept = (
        ", ".join(isolated(everybody[who]["name"]) for who in one[part] if who in everybody)
        for part in ("people", "withheld_from")
    )
    place = t("{names} leest niet waar dit is.").format(names=kept) if kept else None
    return el(
        "li",
        el("strong", when),
        said(one["place"]),
        el("span", names, cls="soft"),
        el("span", place, cls="kept") if place else None,
    )


def _call_off(staff: Staff, conference: str, planned: list[dict[str, Any]]) -> None:
    t = words()
    if not planned:
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    which = one_of(
        t("Gaat een dag niet door?"),
        {one["id"]: f"{day(date.fromisoformat(one['on']))}, {one['begins']}" for one in planned},
        within=left,
        placeholder=t("Kies een dag"),
    )
    if right.button(t("Zeg deze dag af"), disabled=which is None) and carry_out(
        staff, conference, "call_off_session", {"session": which}
    ):
        st.rerun()


def _never_together(view: View) -> dict[str, tuple[str, ...]]:
    """By sentence of such a restriction whom it is about."""
    held = (one for one in view["restrictions"].values() if one["kind"] == RestrictionKind.APART)
    return {sentence_of(one, view): tuple(one["people"]) for one in held}


def _plan(staff: Staff, conference: str, there: dict[str, dict[str, Any]], apart: dict[str, tuple[str, ...]]) -> None:
    """Everybody is proposed, but for those of whom it is to be chosen who comes that day."""
    t = words()
    to_choose = {who for people in apart.values() for who in people}
    with st.form("session", border=False):
        left, middle, right = st.columns(3)
        on = left.date_input(t("Op welke dag?"), value=None, min_value=house().today(), format="DD-MM-YYYY")
        begins = middle.time_input(t("Van"), value=time(9, 30), step=QUARTER)
        ends = right.time_input(t("Tot"), value=time(12), step=QUARTER)
        place = st.text_input(t("Plaats en adres"), max_chars=200)
        if apart:
            chosen = t("Kies zelf wie van hen er deze dag bij is.")
            draw("never-together", el("p", ". ".join((*apart, chosen)), cls="kept"))
        who = some_of(
            t("Wie nodig je uit?"),
            {key: name_of(one) for key, one in there.items()},
            start=there.keys() - to_choose,
            placeholder=t("Kies mensen"),
        )
        fields = {
            "on": on.isoformat() if on else None,
            "begins": f"{begins:%H:%M}" if begins else None,
            "ends": f"{ends:%H:%M}" if ends else None,
            "place": place,
            "people": who,
        }
        if st.form_submit_button(t("Plan deze dag")) and carry_out(staff, conference, "plan_session", fields):
            st.rerun()
