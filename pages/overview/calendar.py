"""The coordinator's own calendar of open evaluations: switched on, its address shown once, made anew, switched off."""

from __future__ import annotations

import streamlit as st

from pages.drawn import Node, draw, el
from pages.running import house
from pages.staff import language, words
from sos_core.access.actor import Staff
from sos_core.i18n import Translate
from sos_core.services.open_evaluations import follow_evaluations, follows_evaluations, unfollow_evaluations
from sos_core.services.own_links import calendar_address

_MADE = "calendar-address"


def calendar_part(staff: Staff) -> None:
    """Nothing of the address stays here: the run that made it shows it, and no run after that."""
    t, made = words(), st.session_state.pop(_MADE, "")
    on = follows_evaluations(house(), staff)
    with st.expander(t("Evaluaties in je eigen agenda"), expanded=bool(made)):
        draw("calendar", *(_shown(made, t) if made else _standing(on=on, t=t)), el("p", _who_reads(t), cls="soft"))
        with st.container(horizontal=True):
            st.button(
                t("Maak een nieuw adres") if on else t("Zet aan"), key="calendar-on", on_click=_make, args=[staff]
            )
            if on:
                st.button(t("Zet uit"), key="calendar-off", on_click=unfollow_evaluations, args=[house(), staff])


def _make(staff: Staff) -> None:
    st.session_state[_MADE] = calendar_address(house(), follow_evaluations(house(), staff), lang=language())


def _shown(address: str, t: Translate) -> list[Node]:
    """The one time that the address stands here."""
    copy = el("button", t("Kopieer het adres"), type="button", cls="b copy", done=t("Gekopieerd"))
    head = el("p", t("Dit is je adres. Je ziet het nu één keer."))
    return [head, el("p", address, cls="address", dir="ltr", translate="no"), el("p", copy)]


def _standing(*, on: bool, t: Translate) -> list[Node]:
    if not on:
        return [el("p", t("Je krijgt een eigen adres. Verandert er een evaluatie, dan verandert je agenda mee."))]
    lost = t("Ben je het adres kwijt? Maak een nieuw adres. Het oude werkt dan niet meer.")
    return [el("p", t("Je agenda loopt mee.")), el("p", lost)]


def _who_reads(t: Translate) -> str:
    return t(
        "Wie dit adres heeft, kan deze agenda lezen. Op een dag met evaluaties staat alleen het woord Evaluatie. "
        "Erbij staat hoeveel gezinnen het zijn, en een link naar dit overzicht. Je kunt het altijd uitzetten."
    )
