"""The evaluation: how each agreement goes, the number again, and what is decided. The desk does the same, live beside the film."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from pages.choices import one_of
from pages.closing import closed_part
from pages.drawn import Node, called, draw, el, link, said, table
from pages.reported import name_node, report_nodes
from pages.running import house
from pages.staff import carry_out, choose_conference, day, no_conference, only, signed_in, words
from pages.terms import decision_word, look_word, outcome_word
from sos_core.access.actor import Duty
from sos_core.domain.kinds import Decision, Outcome
from sos_core.export.terms import proof_words
from sos_core.services.conferences import ConferenceCard
from sos_core.services.seeing import seen_by

WEEKS = (1, 2, 3, 4, 5, 6, 8, 13)
Seen = Mapping[str, Any]
"""A part of the view that docs/http.md describes."""

staff = signed_in()
only(staff, Duty.FACILITATOR)
t = words()
own = partial(said, gone=t("gewist"))


def name_in(view: Seen, person: str | None) -> str | None:
    profile = view["people"].get(person)
    return profile["name"] if profile else None


def planned(conference: ConferenceCard, view: Seen) -> None:
    """Not begun yet: when each look is, to begin or to move it, and one more."""
    looks = sorted((one for one in view["evaluations"].values() if not one["ended"]), key=lambda one: str(one["on"]))
    if view["stepped_out"]:
        draw("out", el("p", t("De procesbegeleider is eruit gestapt."), cls="notice mind"))
    if not looks:
        words_ = (
            t("Er is nu niets gepland. Wil je nog een keer kijken? Plan dan een dag.")
            if view["plans"]
            else t("Een evaluatie wordt gepland zodra het plan is vastgesteld.")
        )
        draw("nothing", el("div", el("h2", t("Er is geen evaluatie gepland")), el("p", words_), cls="empty"))
    for place, look in enumerate(looks):
        with st.container(border=True, key=f"card-look-{look['id']}"):
            planned_look(conference, look, first=place == 0)
    if not view["plans"]:
        return
    told(conference, view)
    one_more(conference)
    draw(
        "desk",
        el("p", t("Wil je dit samen op het scherm doen? Dan kan het ook in de regie."), cls="soft"),
        link(t("Open de regie"), f"/desk?conference={conference.id}", cls="b", new_tab=True),
    )


def told(conference: ConferenceCard, view: Seen) -> None:
    """What was reported since the last look back; what nobody else can confirm, the facilitator does."""
    some = [one for key, one in view["agreements"].items() if key in view["reports"]]
    if not some:
        return
    st.header(t("Gemeld sinds de vorige keer"))
    for agreement in some:
        with st.container(border=True, key=f"card-told-{agreement['id']}"):
            who = own(name_in(view, agreement["who"]))
            draw(
                f"told-{agreement['id']}",
                el("p", who, ": ", own(agreement["what"])),
                *report_nodes(view, agreement, t),
            )
            for one in view["reports"][agreement["id"]]["said"]:
                if one["confirms"]:
                    confirm(conference, view, one)


def confirm(conference: ConferenceCard, view: Seen, one: Seen) -> None:
    on = day(date.fromisoformat(one["on"]))
    draw(f"whose-{one['id']}", el("p", name_node(view, one["person"], t), " · ", t("gelukt"), f" · {on}", cls="soft"))
    words_, verb = (
        (t("Toch niet bevestigd"), "unconfirm_report")
        if one["confirmed"]
        else (t("Bevestig dat het gelukt is"), "confirm_report")
    )
    if st.button(words_, key=f"{verb}-{one['id']}") and carry_out(staff, conference.id, verb, {"check_in": one["id"]}):
        st.rerun()


def planned_look(conference: ConferenceCard, look: Seen, *, first: bool) -> None:
    on = date.fromisoformat(look["on"])
    late = on < house().today()
    tag = el("span", t("Te laat"), cls="tag overdue") if late else el("span", t("Gepland"), cls="tag")
    about = t("Over versie {version} van het plan").format(version=look["version"])
    draw(
        f"planned-{look['id']}",
        el("div", el("h2", look_word(look["look"], t)), tag, cls="row"),
        el("p", el("strong", day(on)), " · ", el("span", about, cls="soft")),
    )
    begins = st.button(t("Begin"), type="primary" if first else "secondary", key=f"begin-{look['id']}")
    if begins and carry_out(staff, conference.id, "start_evaluation", {"evaluation": look["id"]}):
        st.rerun()
    with st.expander(t("Andere dag")), st.form(f"move-{look['id']}", border=False, enter_to_submit=False):
        to = another_day(f"to-{look['id']}", max(on, house().today()))
        fields = {"evaluation": look["id"], "on": to.isoformat()}
        if st.form_submit_button(t("Bewaar de dag")) and carry_out(
            staff, conference.id, "move_evaluation", fields, form=f"move-{look['id']}"
        ):
            st.rerun()


def one_more(conference: ConferenceCard) -> None:
    with st.expander(t("Nog een keer kijken")), st.form("one-more", border=False, enter_to_submit=False):
        on = another_day("one-more-on", house().today() + timedelta(weeks=1))
        if st.form_submit_button(t("Plan deze dag")) and carry_out(
            staff, conference.id, "add_evaluation", {"on": on.isoformat()}
        ):
            st.rerun()


def another_day(key: str, usual: date) -> date:
    chosen: date = st.date_input(
        t("Op welke dag?"), value=usual, min_value=house().today(), format="DD-MM-YYYY", key=key, width=240
    )
    return chosen


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
            own(name_in(view, agreement["who"])),
            ": ",
            own(agreement["what"]),
            el("span", " · ", cls="soft"),
            own(agreement["when"], cls="said soft"),
        ),
        el("p", proof_words(proof["rung"] or "agreed", proof["worked"], t), cls="soft"),
    )
    draw(f"reported-{agreement['id']}", *report_nodes(view, agreement, t))
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
        numbers = [(own(name_in(view, person)), str(value)) for person, value in asked["values"].items()]
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


def decide(conference: ConferenceCard, view: Seen) -> None:
    st.header(t("3. Wat spreken jullie af?"))
    decision = st.radio(t("Besluit"), list(Decision), index=None, format_func=lambda one: decision_word(one, t))
    with st.form("end", border=True, enter_to_submit=False):
        if decision is Decision.ESCALATE:
            draw("escalating", el("div", *(el("p", said_) for said_ in escalating()), cls="notice stop"))
        because = st.text_area(t("Waarom?"), height=88)
        handed = hand_over(view) if decision is Decision.STEP_OUT else {}
        weeks = None
        if decision is not Decision.ADJUST:
            weeks = st.selectbox(
                t("Wanneer kijken jullie weer?"), (None, *WEEKS), index=0, format_func=in_weeks, width=420
            )
        if not st.form_submit_button(t("Rond de evaluatie af"), type="primary"):
            return
    if decision is None:
        st.error(t("Kies eerst een besluit."))
        return
    next_on = (house().today() + timedelta(weeks=weeks)).isoformat() if weeks else None
    fields = {"decision": decision.value, "because": because, "next_on": next_on, **handed}
    if carry_out(staff, conference.id, "end_evaluation", fields):
        st.rerun()


def escalating() -> tuple[str, ...]:
    """Nothing is sent: who is to act is called by people."""
    return (
        t("Draaiboek belt niemand en stuurt niemand. Is er nu gevaar? Bel 112."),
        t("Veilig Thuis 0800-2000 (gratis, dag en nacht)"),
        t("Bel zelf de verwijzer. Die leest dit besluit ook bij de bodemeisen."),
    )


def hand_over(view: Seen) -> dict[str, str | None]:
    """Before the facilitator steps out: who carries on, who watches, and whom people call."""
    draw("handing", el("h3", t("Voordat de procesbegeleider eruit stapt")))
    here = (one for one in view["people"].values() if one["state"] == "admitted" and one["role"] != "child")
    there = {one["id"]: called(one["name"], one["relation"]) for one in here}

    def somebody(asked: str, key: str) -> str | None:
        return one_of(asked, there, placeholder=t("Kies iemand"), key=key, width=420)

    return {
        "carries_on": somebody(t("Wie gaat verder met het plan?"), "carries_on"),
        "watches": somebody(t("Wie let op of het goed blijft gaan?"), "watches"),
        "call": st.text_area(t("Wie bel je als het moeilijk wordt?"), height=88, key="call"),
    }


def in_weeks(weeks: int | None) -> str:
    if weeks is None:
        return t("Zoals gepland")
    return t("Over {weeks} weken, op {day}").format(weeks=weeks, day=day(house().today() + timedelta(weeks=weeks)))


def history(conference: ConferenceCard, view: Seen) -> None:
    """The evaluations that were, each with what came of it."""
    ended = sorted((one for one in view["evaluations"].values() if one["ended"]), key=lambda one: str(one["on"]))
    if not ended:
        return
    st.header(t("Eerdere evaluaties"))
    rows = [
        (
            el("div", el("div", day(date.fromisoformat(one["on"]))), el("small", look_word(one["look"], t))),
            str(one["version"]),
            decision_word(Decision(one["decision"]), t),
            el("div", own(one["because"]), handed_over(conference, view, one)),
            tally(one),
        )
        for one in reversed(ended)
    ]
    heads = (t("Gepland op"), t("Versie"), t("Besluit"), t("Waarom"), t("Afspraken"))
    draw("history", table(heads, rows, caption=t("Eerdere evaluaties")))


def handed_over(conference: ConferenceCard, view: Seen, evaluation: Seen) -> Node | None:
    """With whom the plan goes on, and the letter for them."""
    handover = evaluation["handover"]
    if not handover:
        return None
    carries_on, watches = (own(name_in(view, handover[name])) for name in ("carries_on", "watches"))
    letter = f"/export/handover.pdf?conference={conference.id}&version={evaluation['version']}"
    return el(
        "div",
        el("div", t("Gaat verder met het plan:"), " ", carries_on),
        el("div", t("Let op of het goed blijft gaan:"), " ", watches),
        el("div", t("Wie bel je:"), " ", own(handover["call"])),
        link(t("Open de overdrachtsbrief"), letter, new_tab=True),
    )


def tally(evaluation: Seen) -> Node:
    """How many agreements went well, partly, not."""
    hows = [weighed["how"] for weighed in evaluation["weighed"].values()]
    return el(
        "div", *(el("div", f"{outcome_word(how, t)}: {hows.count(how.value)}") for how in Outcome if how.value in hows)
    )


def show(conference: ConferenceCard) -> None:
    view = seen_by(house(), staff, conference.id)
    held = next((one for one in view["evaluations"].values() if one["held"] and not one["ended"]), None)
    if held is None:
        planned(conference, view)
    else:
        weigh(conference, view, held)
        scale(conference, view)
        decide(conference, view)
    history(conference, view)


st.title(t("Evaluatie"))
conference = choose_conference(staff)
if conference is None:
    no_conference()
elif conference.closed_on:
    closed_part(staff, conference.referral, conference.closed_on)
else:
    show(conference)
