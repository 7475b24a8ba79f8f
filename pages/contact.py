"""Contact that grows step by step, on the page of the plan: what must be seen first, what was seen, and who gave the word."""

from __future__ import annotations

import streamlit as st

from pages.choices import one_of
from pages.drawn import Node, called, draw, el, facts, said
from pages.running import house
from pages.staff import carry_out, day
from sos_core.access.actor import Duty, Staff
from sos_core.access.lookup import Profile
from sos_core.i18n import Translate
from sos_core.services.conferences import ConferenceCard
from sos_core.services.contact import Contact, SeenStep, contacts


def contact_part(conference: ConferenceCard, staff: Staff, t: Translate) -> None:
    """All that was planned, by person, and the form for one more step."""
    seen, grown, signs = contacts(house(), staff, conference.id)
    writes = signs or staff.duty is Duty.FACILITATOR
    if not (seen or (writes and grown)):
        return
    st.header(t("Stap voor stap meer contact"))
    draw(
        "contact-why",
        el(
            "p", t("Meer uren komen er pas als te zien was wat is gevraagd, en de verwijzer dat goedkeurt."), cls="soft"
        ),
    )
    for contact in seen:
        with st.container(border=True, key=f"card-contact-{contact.person}"):
            draw(f"contact-{contact.person}", el("h3", t("Contact met:"), " ", said(contact.name, gone=t("gewist"))))
            for step in contact.steps:
                draw(f"step-{step.id}", *step_nodes(step, t))
                if signs and step.next:
                    sign_off(conference, staff, step, t)
                if writes and step.signed_on:
                    halt(conference, staff, step, t)
    if writes and grown:
        plan_one(conference, staff, grown, seen, t)


def step_nodes(step: SeenStep, t: Translate) -> list[Node]:
    """One step: what it is, what must be seen first, and how it stands."""
    gone = t("gewist")
    hours = t("1 uur per week") if step.hours == 1 else t("{hours} uur per week").format(hours=step.hours)
    told = [(t("Eerst te zien"), said(step.asks, gone=gone))]
    if step.signed_on:
        told += [
            (t("Akkoord op"), el("span", day(step.signed_on))),
            (t("Waarom"), said(step.because, gone=gone)),
            *([(t("Wat er is gezien"), said(step.seen, gone=gone))] if step.seen != "" else []),
            *([(t("Gelukt sinds de stap hiervoor"), el("span", str(step.worked)))] if step.worked else []),
        ]
    if step.halted_on:
        told += [
            (t("Gestopt op"), el("span", day(step.halted_on))),
            (t("Waarom gestopt"), said(step.halted_because, gone=gone)),
        ]
    title = el("h4", t("Stap {number}").format(number=step.number), ": ", said(step.what, gone=gone))
    return [
        el("div", title, state(step, t), cls="row"),
        el("p", hours if step.hours else None, cls="soft"),
        facts(told),
    ]


def state(step: SeenStep, t: Translate) -> Node:
    if step.signed_on:
        return el("span", t("Akkoord"), cls="tag done")
    if step.halted_on:
        return el("span", t("Gestopt"), cls="tag not")
    return el("span", t("Nog geen akkoord"), cls="tag open")


def sign_off(conference: ConferenceCard, staff: Staff, step: SeenStep, t: Translate) -> None:
    with st.expander(t("Geef akkoord voor deze stap")), st.form(f"sign-{step.id}", border=False, enter_to_submit=False):
        draw(
            f"worked-{step.id}",
            el(
                "p",
                t("Gelukt bij de afspraken van deze persoon, sinds de stap hiervoor: {times} keer").format(
                    times=step.worked
                ),
            ),
        )
        seen = st.text_area(t("Wat is er gezien?"), height=88, key=f"seen-{step.id}", max_chars=4000)
        because = st.text_area(t("Waarom mag deze stap nu?"), height=88, key=f"because-{step.id}", max_chars=4000)
        if not st.form_submit_button(t("Geef akkoord")):
            return
    fields = {"step": step.id, "seen": seen, "because": because}
    if carry_out(staff, conference.id, "sign_off_contact_step", fields, form=f"sign-{step.id}"):
        st.session_state["told"] = t("Het is opgeschreven.")
        st.rerun()


def halt(conference: ConferenceCard, staff: Staff, step: SeenStep, t: Translate) -> None:
    with st.expander(t("Stop deze stap")), st.form(f"halt-{step.id}", border=False, enter_to_submit=False):
        draw(f"halting-{step.id}", el("p", t("De stappen hierna vragen dan ook een nieuw akkoord."), cls="soft"))
        because = st.text_area(t("Waarom stopt deze stap?"), height=88, key=f"stop-{step.id}", max_chars=4000)
        if not st.form_submit_button(t("Stop deze stap")):
            return
    fields = {"step": step.id, "because": because}
    if carry_out(staff, conference.id, "halt_contact_step", fields, form=f"halt-{step.id}"):
        st.session_state["told"] = t("Het is opgeschreven.")
        st.rerun()


def plan_one(
    conference: ConferenceCard, staff: Staff, grown: dict[str, Profile], seen: tuple[Contact, ...], t: Translate
) -> None:
    with st.expander(t("Plan een stap")), st.form("plan-step", border=False, enter_to_submit=False):
        person = one_of(
            t("Contact met wie?"),
            {who: called(one.name, one.relation) if one.name else t("gewist") for who, one in grown.items()},
            start=seen[-1].person if seen else None,
            placeholder=t("Kies iemand"),
            width=420,
        )
        what = st.text_area(
            t("Wat is de stap? Waar, wanneer, wie is erbij?"), height=88, key="step-what", max_chars=4000
        )
        asks = st.text_area(t("Wat moet er eerst te zien zijn?"), height=88, key="step-asks", max_chars=4000)
        hours = st.number_input(
            t("Uren per week (mag leeg)"), min_value=1, max_value=168, value=None, step=1, width=240
        )
        if not st.form_submit_button(t("Zet deze stap erbij")):
            return
    if person is None:
        st.error(t("Kies eerst iemand."))
        return
    fields = {"person": person, "what": what, "asks": asks, "hours": str(hours) if hours else None}
    if carry_out(staff, conference.id, "plan_contact_step", fields, form="plan-step"):
        for part in ("what", "asks"):
            st.session_state.pop(f"step-{part}", None)
        st.session_state["told"] = t("Het is opgeschreven.")
        st.rerun()
