"""The evaluation: how each agreement goes, the number again, and what is decided. The desk does the same, live beside the film."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from pages.drawn import Node, draw, el, facts, link, said, table
from pages.running import house
from pages.staff import carry_out, choose_conference, day, no_conference, only, signed_in, words
from pages.terms import decision_word, outcome_word
from sos_core.access.actor import Duty
from sos_core.domain.kinds import Decision, Outcome
from sos_core.domain.rules.plan import EVALUATION_AFTER
from sos_core.export.terms import proof_words
from sos_core.services.conferences import ConferenceCard
from sos_core.services.seeing import seen_by

WEEKS = (1, 2, 3, 4, 5, 6, 8, 12)
Seen = Mapping[str, Any]
"""A part of the view that docs/http.md describes."""

staff = signed_in()
only(staff, Duty.FACILITATOR)
t = words()
own = partial(said, gone=t("gewist"))


def name_of(view: Seen, person: str | None) -> str | None:
    profile = view["people"].get(person)
    return profile["name"] if profile else None


def planned(conference: ConferenceCard, view: Seen, evaluation: Seen) -> None:
    """Not begun yet: when it is, and the button."""
    days = (date.fromisoformat(evaluation["on"]) - house().today()).days
    late = el("span", t("Te laat"), cls="tag overdue") if days < 0 else el("span", t("Gepland"), cls="tag")
    draw(
        "planned",
        el("div", el("h2", t("Versie {version} van het plan").format(version=evaluation["version"])), late, cls="row"),
        facts(
            [
                (t("We kijken terug op"), day(date.fromisoformat(evaluation["on"]))),
                (t("Afspraken"), str(len(view["agreements"]))),
            ]
        ),
    )
    if st.button(t("Begin de evaluatie"), type="primary") and carry_out(staff, conference.id, "start_evaluation"):
        st.rerun()
    draw(
        "desk",
        el("p", t("Wil je dit samen op het scherm doen? Dan kan het ook in de regie."), cls="soft"),
        link(t("Open de regie"), f"/desk?conference={conference.id}", cls="b", new_tab=True),
    )


def weigh(conference: ConferenceCard, view: Seen, evaluation: Seen) -> None:
    """Per agreement: well, partly or not, and what people say about it."""
    st.header(t("1. Hoe gaat het met de afspraken?"))
    given: dict[str, tuple[Outcome | None, str]] = {}
    with st.form("weigh", enter_to_submit=False, border=False):
        for agreement in view["agreements"].values():
            with st.container(border=True, key=f"card-{agreement['id']}"):
                given[agreement["id"]] = weigh_one(view, agreement, evaluation["weighed"].get(agreement["id"]) or {})
        sent = st.form_submit_button(t("Bewaar hoe het gaat"), type="primary")
    kept = [keep_weighing(conference, key, how, text) for key, (how, text) in given.items() if sent and how]
    if kept and all(kept):
        st.session_state["weighed"] = conference.id
        st.rerun()
    if st.session_state.pop("weighed", None) == conference.id:
        st.success(t("Bewaard."))


def weigh_one(view: Seen, agreement: Seen, before: Seen) -> tuple[Outcome | None, str]:
    proof = agreement["proof"]
    draw(
        f"agreement-{agreement['id']}",
        el(
            "p",
            own(name_of(view, agreement["who"])),
            ": ",
            own(agreement["what"]),
            el("span", " · ", cls="soft"),
            own(agreement["when"], cls="said soft"),
        ),
        el("p", proof_words(proof["rung"] or "agreed", proof["worked"], t), cls="soft"),
    )
    kinds = list(Outcome)
    how = st.radio(
        t("Hoe gaat het?"),
        kinds,
        index=kinds.index(before["how"]) if before else None,
        format_func=lambda one: outcome_word(one, t),
        horizontal=True,
        key=f"how-{agreement['id']}",
    )
    text = st.text_input(
        t("Wat zeggen mensen erover? (mag leeg)"), value=before.get("text") or "", key=f"text-{agreement['id']}"
    )
    return how, text or ""


def keep_weighing(conference: ConferenceCard, agreement: str, how: Outcome, text: str) -> bool:
    fields = {"agreement": agreement, "how": how.value, "text": text or None}
    return carry_out(staff, conference.id, "weigh_agreement", fields, form=f"weigh-{agreement}")


def scale(conference: ConferenceCard, view: Seen) -> None:
    """Everybody sets a number on the own phone, blind; then all are shown together."""
    st.header(t("2. Het veiligheidscijfer"))
    asked = view["scales"].get(view["now"]["scale"])
    if asked and not asked["shown"]:
        to_show(conference, asked)
        return
    if asked:
        numbers = [(own(name_of(view, person)), str(value)) for person, value in asked["values"].items()]
        only_here = None if asked["named"] else el("p", t("Alleen jij ziet hier de namen."), cls="soft")
        draw("numbers", only_here, table((t("Wie"), t("Cijfer")), numbers, caption=t("Cijfers van 0 tot 10")))
    ask(conference, asked)


def ask(conference: ConferenceCard, before: Seen | None) -> None:
    """Without names or with them: the same choice as at the desk, each with what people will see."""
    st.caption(t("Iedereen geeft op de eigen telefoon een cijfer van 0 tot 10. Niemand ziet dat van een ander."))
    kinds = (
        (False, t("Zonder namen"), t("Straks staan de cijfers er zonder namen.")),
        (True, t("Met namen"), t("Met namen: straks ziet iedereen wie wat koos.")),
    )
    with st.container(horizontal=True):
        for named, label, promise in kinds:
            key = f"ask-{named}-{before['id'] if before else ''}"
            pressed = st.button(label, help=promise, key=key)
            if pressed and carry_out(staff, conference.id, "ask_scale", {"named": named}, form=f"ask-{named}"):
                st.rerun()
    st.caption(t("Ook zonder namen kan iemand soms raden wie wat koos."))


def to_show(conference: ConferenceCard, asked: Seen) -> None:
    """How many have set it; never who has not. And what will be seen of it."""
    count = t("{n} van {total} klaar").format(n=asked["set"], total=asked["of"])
    promise = (
        t("Nu ziet niemand een cijfer. Straks staan de namen erbij.")
        if asked["named"]
        else t("Nu ziet niemand een cijfer. Straks staan ze er zonder namen.")
    )
    draw("numbers", el("p", el("b", count)), el("p", promise, cls="soft"))
    if st.button(t("Laat de cijfers zien")) and carry_out(staff, conference.id, "show_scale"):
        st.rerun()


def decide(conference: ConferenceCard) -> None:
    st.header(t("3. Wat spreken jullie af?"))
    with st.form("end", border=True, enter_to_submit=False):
        decision = st.radio(t("Besluit"), list(Decision), index=None, format_func=lambda one: decision_word(one, t))
        because = st.text_area(t("Waarom?"), height=88)
        usual = WEEKS.index(EVALUATION_AFTER.days // 7)
        weeks = st.selectbox(
            t("Als jullie doorgaan: wanneer kijken jullie weer?"), WEEKS, index=usual, format_func=in_weeks, width=420
        )
        if not st.form_submit_button(t("Rond de evaluatie af"), type="primary"):
            return
    if decision is None:
        st.error(t("Kies eerst een besluit."))
        return
    next_on = house().today() + timedelta(weeks=weeks or 0)
    fields = {
        "decision": decision.value,
        "because": because,
        "next_on": next_on.isoformat() if decision is Decision.GO_ON else None,
    }
    if carry_out(staff, conference.id, "end_evaluation", fields):
        st.rerun()


def in_weeks(weeks: int) -> str:
    return t("Over {weeks} weken, op {day}").format(weeks=weeks, day=day(house().today() + timedelta(weeks=weeks)))


def history(view: Seen) -> None:
    """The evaluations that were, each with what came of it."""
    ended = [one for one in view["evaluations"].values() if one["ended"]]
    if not ended:
        return
    st.header(t("Eerdere evaluaties"))
    rows = [
        (
            day(date.fromisoformat(one["on"])),
            str(one["version"]),
            decision_word(Decision(one["decision"]), t),
            own(one["because"]),
            tally(one),
        )
        for one in reversed(ended)
    ]
    heads = (t("Gepland op"), t("Versie"), t("Besluit"), t("Waarom"), t("Afspraken"))
    draw("history", table(heads, rows, caption=t("Eerdere evaluaties")))


def tally(evaluation: Seen) -> Node:
    """How many agreements went well, partly, not."""
    hows = [weighed["how"] for weighed in evaluation["weighed"].values()]
    return el(
        "div", *(el("div", f"{outcome_word(how, t)}: {hows.count(how.value)}") for how in Outcome if how.value in hows)
    )


def show(conference: ConferenceCard) -> None:
    view = seen_by(house(), staff, conference.id)
    now = next((one for one in view["evaluations"].values() if not one["ended"]), None)
    if now is None:
        words_ = t("Een evaluatie wordt gepland zodra het plan is vastgesteld.")
        draw("nothing", el("div", el("h2", t("Er is geen evaluatie gepland")), el("p", words_), cls="empty"))
    elif not now["held"]:
        planned(conference, view, now)
    else:
        weigh(conference, view, now)
        scale(conference, view)
        decide(conference)
    history(view)


st.title(t("Evaluatie"))
conference = choose_conference(staff)
if conference is None:
    no_conference()
else:
    show(conference)
