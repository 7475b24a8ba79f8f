"""Preparing: who is asked to come. Each gets a letter of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.choices import one_of
from pages.drawn import Node, called, draw, el
from pages.running import house
from pages.staff import carry_out, words
from pages.terms import role_word
from sos_core.access.actor import Staff
from sos_core.access.view import View
from sos_core.domain.kinds import Role, Standing
from sos_core.services.invitations import net_to_invite

ROLES = (Role.PARENT, Role.NETWORK, Role.PROFESSIONAL, Role.CHILD)


def known(view: View) -> dict[str, dict[str, Any]]:
    """Those who were invited or let in, by id: who only waits at the door is nobody yet."""
    gone = Standing.OUT.value
    return {key: who for key, who in view["people"].items() if who["role"] and who["state"] != gone}


def name_of(who: Mapping[str, Any]) -> str:
    """As this person of a view is told apart from others."""
    return called(who.get("name"), who.get("relation"))


def people(staff: Staff, conference: str, view: View) -> None:
    t = words()
    there = known(view)
    with st.expander(t("Mensen uitnodigen ({count})").format(count=len(there)), expanded=not there, key="box-people"):
        rows = [_person(who, conference) for who in there.values()]
        draw(
            "invited",
            el("ul", *rows, cls="rows") if rows else el("p", t("Er is nog niemand uitgenodigd."), cls="empty"),
        )
        if rows:
            once = t(
                "Elke brief heeft een eigen code. Maak je een nieuwe brief, dan werkt de code van de oude niet meer."
            )
            out = t("Wie met de oude code binnenkwam, gaat er meteen uit.")
            st.caption(f"{once} {out}")
        _of_the_net(staff, conference)
        with st.form("invite", clear_on_submit=True, border=False):
            left, middle, right = st.columns(3, vertical_alignment="bottom")
            name = left.text_input(t("Voornaam"), max_chars=60)
            relation = middle.text_input(t("Wie is dit voor de kinderen?"), max_chars=60)
            role = right.selectbox(t("Rol"), ROLES, format_func=lambda one: role_word(one, t))
            fields = {"name": name, "relation": relation, "role": role}
            if st.form_submit_button(t("Zet op de lijst")) and carry_out(staff, conference, "invite", fields):
                st.rerun()
        _withdraw(staff, conference, there)


def _person(who: dict[str, Any], conference: str) -> Node:
    t = words()
    state = t("uitgenodigd") if who["state"] == Standing.INVITED.value else t("is binnen geweest")
    waits = who["state"] == Standing.WAITING.value
    facts = " · ".join((role_word(Role(who["role"]), t), t("wacht aan de deur") if waits else state))
    letter = el(
        "form",
        el("input", type="hidden", name="conference", value=conference),
        el("input", type="hidden", name="person", value=who["id"]),
        el("button", t("Maak de brief"), type="submit", cls="b"),
        action="/export/letter.pdf",
        method="post",
        cls="paper",
        failed=t("Dat lukt nu niet. Dat komt door de verbinding."),
    )
    return el("li", el("strong", name_of(who)), el("span", facts, cls="soft"), letter)


def _of_the_net(staff: Staff, conference: str) -> None:
    """Who stands round the family and was not asked yet: one tap each."""
    proposed = net_to_invite(house(), staff, conference)
    if not proposed:
        return
    t = words()
    draw(
        "around",
        el("h3", t("Uit de kringen van het gezin")),
        el(
            "p",
            t("Zij staan nog niet op de lijst. Kies alleen wie het gezin erbij wil."),
            cls="soft",
        ),
    )
    for one in proposed:
        who, role, put = st.columns([5, 2, 1.5], vertical_alignment="center")
        with who:
            namesake = t("Er staat al iemand met deze naam op de lijst.") if one.namesake else None
            draw(
                f"around-{one.id}",
                el(
                    "p",
                    el("strong", called(one.name, one.relation)),
                    el("span", " · " + namesake, cls="kept") if namesake else None,
                ),
            )
        chosen = role.selectbox(
            t("Rol"),
            ROLES,
            index=ROLES.index(one.role),
            format_func=lambda role: role_word(role, t),
            label_visibility="collapsed",
            key=f"around-role-{one.id}",
        )
        fields = {"person": one.id, "role": chosen}
        if put.button(t("Zet op de lijst"), key=f"around-put-{one.id}", width="stretch") and carry_out(
            staff, conference, "invite_from_net", fields, form=f"around-{one.id}"
        ):
            st.rerun()
    draw("another", el("h3", t("Iemand anders")))


def _withdraw(staff: Staff, conference: str, there: dict[str, dict[str, Any]]) -> None:
    t = words()
    invited = [key for key, who in there.items() if who["state"] == Standing.INVITED.value]
    if not invited:
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    who = one_of(
        t("Komt iemand toch niet?"),
        {key: name_of(there[key]) for key in invited},
        within=left,
        placeholder=t("Kies iemand"),
    )
    if right.button(t("Haal van de lijst"), disabled=who is None) and carry_out(
        staff, conference, "withdraw_invitation", {"person": who}
    ):
        st.rerun()
