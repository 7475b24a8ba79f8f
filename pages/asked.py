"""Preparing: what a neutral facilitator has to have asked, with what is still open first. It keeps nobody from beginning; who may not be
together is named before.
"""

from __future__ import annotations

import streamlit as st

from pages.drawn import Node, draw, el, said
from pages.restricted import to_naming
from pages.staff import carry_out, words
from sos_core.access.actor import Staff
from sos_core.access.view import View
from sos_core.domain.kinds import Preparation, Together
from sos_core.i18n import Translate


def question(preparation: Preparation, t: Translate) -> str:
    """Asked of each person alone, unless it says otherwise."""
    return {
        Preparation.AFRAID: t("Heb je iedereen apart gevraagd of iemand bang is voor een ander?"),
        Preparation.TOGETHER: t("Klopt nog wat is geoordeeld over samen zijn, na die gesprekken?"),
        Preparation.UNREAD: t("Weet je wie wat niet mag lezen of horen, zoals een nieuw adres?"),
        Preparation.NETWORK: t("Heeft het gezin zelf gekozen wie er komt?"),
        Preparation.SUPPORT: t("Heeft iedereen die dat wil iemand naast zich?"),
        Preparation.LANGUAGE: t("Is er een tolk nodig, en is die er?"),
        Preparation.PLAIN: t("Weet je wie meer tijd, plaatjes of een rustige plek nodig heeft?"),
        Preparation.CHILD_TRUSTS: t("Welke volwassene is er voor het kind, de hele tijd?"),
        Preparation.CHILD_HEARS: t("Is afgesproken wat het kind wel en niet hoort?"),
        Preparation.BOTTOM_LINES: t("Is met de verwijzer besproken hoe de bodemeisen worden verteld, en door wie?"),
        Preparation.PLACE: t("Kan iedereen komen: de plek, de tijd, vervoer en oppas?"),
        Preparation.AFTERWARDS: t("Is bekend wie wie belt na afloop, en wat je doet als het oploopt?"),
    }[preparation]


def asked(staff: Staff, conference: str, view: View) -> None:
    t = words()
    noted = view["prepared"]
    done = [one for one in Preparation if noted.get(one, {}).get("done")]
    still = [one for one in Preparation if one not in done]
    count = len(still) + view["name_first"]
    label = t("Vragen vooraf ({count} nog open)").format(count=count) if count else t("Vragen vooraf (alles gevraagd)")
    with st.expander(label, key="box-asked"):
        if view["together"] == Together.SEPARATE:
            draw("named", _named(view))
        if not view["name_first"]:
            st.caption(
                t("Vraag dit voor de eerste bijeenkomst. Je kunt altijd beginnen, ook als er nog iets open staat.")
            )
        for one in [*still, *done]:
            _question(staff, conference, one, noted.get(one, {}))


def _named(view: View) -> Node:
    """Who may not be together: it is named, or that is to be done first."""
    t = words()
    words_ = t("Is opgeschreven wie niet samen in één ruimte mogen zijn?")
    if view["name_first"]:
        return el("p", "○ ", words_, " ", to_naming())
    return el("p", "✓ ", words_, el("span", " (" + t("gedaan") + ")", cls="sr"))


def _question(staff: Staff, conference: str, one: Preparation, noted: dict[str, str | bool | None]) -> None:
    t = words()
    done = bool(noted.get("done"))
    left, right = st.columns([5, 1], vertical_alignment="top")
    with left:
        note = str(noted["text"]) if noted.get("text") else None
        draw(
            f"asked-{one}",
            el(
                "p",
                ("✓ " if done else "○ ") + question(one, t),
                el("span", " (" + t("gedaan") + ")", cls="sr") if done else None,
            ),
            said(note, "p", cls="said soft") if note else None,
        )
    with right.popover(t("Schrijf op")), st.form(f"note-{one}", border=False):
        is_done = st.checkbox(t("Dit is gevraagd"), value=done)
        text = st.text_area(t("Wat je wilt onthouden"), value=note or "", max_chars=500)
        fields = {"preparation": one, "done": is_done, "text": text}
        if st.form_submit_button(t("Bewaar")) and carry_out(
            staff, conference, "note_preparation", fields, form=f"note-{one}"
        ):
            st.rerun()
