"""Who leads a conference: a second beside the first, and handing it over to somebody else."""

from __future__ import annotations

import streamlit as st

from pages.choices import one_of
from pages.drawn import draw, el, said
from pages.running import house
from pages.staff import carry_out, words
from sos_core.access.actor import Duty, Staff
from sos_core.services.conferences import ConferenceCard, Leaders, leaders


def leading(staff: Staff, conference: ConferenceCard) -> None:
    """For the facilitator: somebody who leads along, and handing over."""
    t = words()
    st.header(t("Samen leiden"))
    who = leaders(house(), staff, conference.id)
    if staff.name != who.first:
        draw("leads", el("p", t("Deze conferentie is van:"), " ", said(who.first), cls="soft"))
        return
    with st.form("second", clear_on_submit=True, border=False):
        name = st.text_input(
            t("Met wie leid je deze conferentie? Schrijf de naam zoals bij het inloggen."), max_chars=60
        )
        st.caption(t("Leeg: dan leid je weer alleen."))
        if st.form_submit_button(t("Bewaar")) and carry_out(staff, conference.id, "ask_in", {"name": name}):
            st.success(t("Bewaard."))
    st.subheader(t("Overdragen"))
    _hand_over(staff, conference, who)


def who_leads(staff: Staff, conference: ConferenceCard) -> None:
    """For the coordinator: who leads it, and another one."""
    t = words()
    st.header(t("Wie leidt deze conferentie?"))
    who = leaders(house(), staff, conference.id)
    along = el("p", t("Leidt mee:"), " ", said(who.second)) if who.second else None
    draw("leads", el("p", t("Nu leidt:"), " ", said(who.first)), along)
    _hand_over(staff, conference, who)


def _hand_over(staff: Staff, conference: ConferenceCard, who: Leaders) -> None:
    t = words()
    if not who.others:
        draw("nobody", el("p", t("Er is geen andere procesbegeleider."), cls="soft"))
        return
    with st.form(f"hand-over-{conference.id}", clear_on_submit=True, border=False):
        name = one_of(
            t("Aan wie draag je deze conferentie over?"),
            {other: other for other in who.others},
            placeholder=t("Kies een procesbegeleider"),
            width=420,
        )
        st.caption(
            t(
                "Wie nu leidt, ziet daarna niets meer van dit gezin. Alles wat er is blijft, en telefoons gaan gewoon door."
            )
        )
        if not st.form_submit_button(t("Draag over")):
            return
        if name is None:
            st.error(t("Kies eerst een procesbegeleider."))
        elif carry_out(staff, conference.id, "hand_over", {"name": name}):
            st.session_state["told"] = t("Overgedragen.")
            if staff.duty is Duty.FACILITATOR:  # there is nothing more here for who handed it over
                st.switch_page("referrals.py")
            st.rerun()
