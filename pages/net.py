"""The safety net of a referral: who is around the family, what the rule says of them, what a person decides, other measures."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.choices import one_of
from pages.drawn import Node, called, draw, el, facts, link, said, table
from pages.drawn.circles import circles
from pages.running import house
from pages.staff import day, done, key_of, language, only, refused, signed_in, succeeded, told, words
from pages.terms import circle_word, known_word, net_outcome_word, net_question_word, net_trait_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.domain.safety_net import AT_LEAST, Circle, Known, NetOutcome, NetQuestion
from sos_core.services.net_form import CheckForm, MeasureCard, MeasureForm, NetPersonCard, NetPersonForm, SafetyNet
from sos_core.services.safety_net import (
    decide_on_net,
    keep_measure,
    keep_net_person,
    mark_measure,
    place_net_person,
    remove_measure,
    remove_net_person,
    safety_net,
)

staff = signed_in()
only(staff, Duty.FACILITATOR, Duty.COORDINATOR, Duty.REFERRER)
t = words()
referral: str = st.query_params.get("referral", "")
CHOSEN = f"net-chosen-{referral}"
SOMEBODY_NEW = ""


# -- who is around ----------------------------------------------------------------------------------------------------


def drawing(net: SafetyNet) -> None:
    """The circles. Who is pressed is who the form is about; who is put elsewhere stands there."""
    st.header(t("1. Wie staan er om dit gezin heen?"))
    chosen = st.session_state.get(CHOSEN)
    pressed, placed = circles(net, chosen=chosen, key=referral, t=t, lang=language())
    if placed:
        person, circle = placed
        done(lambda: place_net_person(house(), staff, referral, person, Circle(circle)))
    if pressed and pressed != chosen:
        st.session_state[CHOSEN] = pressed
        st.rerun()


def questions(net: SafetyNet) -> None:
    """The form of one person: the questions, calm, one person at a time."""
    by_id = {person.id: person for person in net.people}
    if st.session_state.get(CHOSEN) not in by_id:
        st.session_state[CHOSEN] = SOMEBODY_NEW
    named = {key: called(one.name, one.relation) if one.name else t("gewist") for key, one in by_id.items()}
    listed = {SOMEBODY_NEW: t("Iemand die er nog niet staat"), **named}
    chosen = one_of(t("Over wie gaat het?"), listed, start=SOMEBODY_NEW, key=CHOSEN)
    now = by_id.get(chosen or SOMEBODY_NEW)
    person = chosen or key_of(f"net-{referral}")
    with st.container(border=True, key=f"card-net-{person}"):
        ask(now, person)
        if now and st.button(t("Haal deze persoon weg"), key=f"cut-{person}"):
            done(lambda: remove_net_person(house(), staff, referral, person))


def ask(now: NetPersonCard | None, person: str) -> None:
    with st.form(f"ask-{person}", border=False, enter_to_submit=False):
        first, second = st.columns(2)
        name = first.text_input(t("Voornaam"), value=(now and now.name) or "", max_chars=60, key=f"{person}-name")
        relation = second.text_input(
            t("Wie is het voor de kinderen?"),
            value=(now and now.relation) or "",
            placeholder=t("Bijvoorbeeld: oma, buurman, juf"),
            max_chars=60,
            key=f"{person}-relation",
        )
        own = {True: t("Eigen netwerk"), False: t("Professional")}
        informal = st.radio(
            t("Hoe staat deze persoon bij het gezin?"),
            list(own),
            index=0 if now is None or now.around.informal else 1,
            format_func=lambda one: own[one],
            horizontal=True,
            key=f"{person}-own",
        )
        circle = now.circle if now else Circle.INNER
        nearness = st.radio(
            t("In welke kring?"),
            list(Circle),
            index=list(Circle).index(circle),
            format_func=lambda one: circle_word(one, t),
            horizontal=True,
            key=f"{person}-circle-{circle}",
        )
        answers = {question.value: answer(question, now, person) for question in NetQuestion}
        if not st.form_submit_button(t("Bewaar") if now else t("Zet in de kringen"), type="primary"):
            return
    form = NetPersonForm(name=name, relation=relation, circle=nearness, informal=bool(informal), **answers)
    done(lambda: keep_person(person, form), t("Bewaard."))


def keep_person(person: str, form: NetPersonForm) -> None:
    keep_net_person(house(), staff, referral, person, form)
    succeeded(f"net-{referral}")


def answer(question: NetQuestion, now: NetPersonCard | None, person: str) -> Known:
    kinds = list(Known)
    given: Known = st.radio(
        net_question_word(question, t),
        kinds,
        index=kinds.index(now.around.answer(question) if now else Known.UNKNOWN),
        format_func=lambda one: known_word(one, t),
        horizontal=True,
        key=f"{person}-{question}",
    )
    return given


def as_list(net: SafetyNet) -> Node:
    """What the circles show, to be read: with all that is known of each."""
    heads = (t("Wie"), t("Kring"), *(net_trait_word(question, t) for question in NetQuestion))
    rows = [
        (
            named(person),
            circle_word(person.circle, t),
            *(mark(person.around.answer(question)) for question in NetQuestion),
        )
        for person in net.people
    ]
    return table(heads, rows, caption=t("Wie staan er om dit gezin heen?"), cls="stacked")


def named(person: NetPersonCard) -> Node:
    kind = None if person.around.informal else el("div", t("professional"), cls="soft small")
    relation = said(person.relation, "div", cls="said soft small") if person.relation else None
    return el("div", said(person.name), relation, kind)


def mark(known: Known) -> Node:
    return el("span", known_word(known, t), cls={Known.YES: "tag done", Known.NO: "tag not"}.get(known, "soft"))


# -- what the rule says, and what a person decides --------------------------------------------------------------------


def advice(net: SafetyNet) -> Node:
    """The rule's word, as advice, with what is still open; never more than that."""
    names = {person.id: called(person.name, person.relation) for person in net.people}
    count = len(net.advice.carry)
    asks = t("De regel vraagt ten minste {count} mensen uit het eigen netwerk met vier keer ja.").format(count=AT_LEAST)
    there = t("Er is 1 zo iemand.") if count == 1 else t("Er zijn nu {count} zulke mensen.").format(count=count)
    open_ = [
        el("li", el("strong", said(names.get(person))), ": ", still_open(net, person)) for person in net.advice.could
    ]
    return el(
        "section",
        el("p", f"{asks} {there}"),
        el("p", el("strong", rule_says(net))),
        el("div", el("p", t("Vraag dit eerst na, of regel het:")), el("ul", *open_, cls="bullets"))
        if open_ and net.advice.says is NetOutcome.YES_IF
        else None,
        el("p", t("Dit is een advies. Een mens beslist, en zegt waarom."), cls="soft"),
        cls="notice fine",
    )


def still_open(net: SafetyNet, person: str) -> str:
    """What is not known of somebody, or still to be told them."""
    return " · ".join(net_trait_word(question, t) for one, question in net.advice.open if one == person)


def rule_says(net: SafetyNet) -> str:
    says = net.advice.says
    if says is None:
        return t("Er staat nog niemand uit het eigen netwerk. De regel kan nog niets zeggen.")
    return {
        NetOutcome.YES: t("De regel zegt: ja."),
        NetOutcome.YES_IF: t("De regel zegt: ja, als."),
        NetOutcome.NO: t("De regel zegt: nee. Denk aan andere maatregelen."),
    }[says]


def decisions(net: SafetyNet) -> None:
    """What was decided, the newest first."""
    if not net.checks:
        draw("undecided", el("p", t("Er is nog niets besloten over het vangnet."), cls="soft"))
        return
    newest, *before = net.checks
    draw(
        "decided",
        el("section", *decision_lines(newest), cls="notice mind" if newest.outcome is NetOutcome.NO else "notice"),
    )
    if before:
        earlier = (el("li", *decision_lines(check)) for check in before)
        draw("earlier", el("details", el("summary", t("Eerdere besluiten")), el("ul", *earlier, cls="bullets")))


def decision_lines(check: Any) -> list[Node]:
    lines = [(t("Waarom"), said(check.why)), (t("Wie besloot dit"), said(check.by)), (t("Wanneer"), day(check.at))]
    if check.outcome is NetOutcome.YES_IF:
        lines.insert(0, (t("Wat er eerst moet gebeuren"), said(check.condition)))
    return [el("strong", net_outcome_word(check.outcome, t)), facts(lines)]


def decide(net: SafetyNet) -> None:
    """The form of a decision; folded where there is one already."""
    key = key_of(f"net-check-{referral}")
    place = st.expander(t("Besluit opnieuw")) if net.checks else st.container(border=True, key=f"card-decide-{key}")
    with place, st.form(f"decide-{key}", border=False, enter_to_submit=False):
        outcome = st.radio(
            t("Wat is het besluit?"),
            list(NetOutcome),
            index=None,
            format_func=lambda one: net_outcome_word(one, t),
            key=f"{key}-outcome",
        )
        condition = st.text_input(t("Alleen bij ‘ja, als’: wat moet er eerst gebeuren?"), key=f"{key}-if")
        why = st.text_area(t("Waarom?"), height=88, key=f"{key}-why")
        by = st.text_input(t("Wie besluit dit?"), placeholder=t("Naam en functie"), max_chars=60, key=f"{key}-by")
        if not st.form_submit_button(t("Bewaar het besluit"), type="primary"):
            return
    if outcome is None:
        st.error(t("Kies eerst: ja, ja als, of nee."))
        return
    form = CheckForm(outcome=outcome, condition=condition, why=why, by=by)
    done(lambda: keep_decision(key, form), t("Het besluit is bewaard."))


def keep_decision(key: str, form: CheckForm) -> None:
    decide_on_net(house(), staff, referral, form, key=key)
    succeeded(f"net-check-{referral}")


# -- other measures ---------------------------------------------------------------------------------------------------


def measures(net: SafetyNet) -> None:
    """What happens where there is no net. A conference is not forced."""
    st.header(t("4. Andere maatregelen"))
    st.caption(
        t(
            "Is er nu geen vangnet? Dan komt er nu geen conferentie. Spreek af wat er wel gebeurt: wie doet wat, wanneer."
        )
    )
    for measure in net.measures:
        with st.container(border=True, key=f"card-{measure.id}"):
            one_measure(measure, net.may_change)
    if net.may_change:
        with st.expander(
            t("Nog een maatregel") if net.measures else t("Schrijf een maatregel op"), expanded=not net.measures
        ):
            write_measure(key_of(f"measure-{referral}"), None)


def one_measure(measure: MeasureCard, may_change: bool) -> None:
    state = el("span", t("Gedaan"), cls="tag done") if measure.done else el("span", t("Nog te doen"), cls="tag open")
    draw(
        f"measure-{measure.id}",
        el("div", said(measure.what, "h3"), state, cls="row"),
        facts([(t("Wie"), said(measure.who)), (t("Wanneer"), said(measure.when))]),
    )
    if not may_change:
        return
    with st.container(horizontal=True):
        label = t("Toch nog niet gedaan") if measure.done else t("Dit is gedaan")
        if st.button(label, key=f"mark-{measure.id}-{measure.done}"):
            done(lambda: mark_measure(house(), staff, referral, measure.id, done=not measure.done))
        if st.button(t("Haal deze maatregel weg"), key=f"cut-{measure.id}"):
            done(lambda: remove_measure(house(), staff, referral, measure.id))
    with st.expander(t("Verander deze maatregel")):
        write_measure(measure.id, measure)


def write_measure(measure: str, now: MeasureCard | None) -> None:
    with st.form(f"measure-{measure}", border=False, enter_to_submit=False):
        first, second, third = st.columns([3, 5, 3])
        who = first.text_input(t("Wie"), value=(now and now.who) or "", key=f"{measure}-who")
        what = second.text_input(t("Doet wat"), value=(now and now.what) or "", key=f"{measure}-what")
        when = third.text_input(t("Wanneer"), value=(now and now.when) or "", key=f"{measure}-when")
        if st.form_submit_button(t("Bewaar de maatregel")):
            form = MeasureForm(who=who, what=what, when=when)
            done(lambda: keep_one(measure, form), t("Bewaard."))


def keep_one(measure: str, form: MeasureForm) -> None:
    keep_measure(house(), staff, referral, measure, form)
    succeeded(f"measure-{referral}")


def show(net: SafetyNet) -> None:
    draw(
        "whose",
        el("div", said(net.alias, "h2"), link(t("Terug naar de aanmelding"), "/referrals"), cls="row"),
        el(
            "p",
            t("Wie kan dit gezin helpen, ook als het moeilijk wordt? Kijk dit na voordat er een conferentie komt."),
            cls="lead",
        ),
    )
    left, right = st.columns([6, 5], gap="large") if net.may_change else (st.container(), None)
    with left:
        drawing(net)
    if right:
        with right:
            questions(net)
    if net.people:
        draw("list", as_list(net))
    st.header(t("2. Wat zegt de regel?"))
    draw("advice", advice(net))
    st.header(t("3. Wat is besloten?"))
    decisions(net)
    if net.may_change:
        decide(net)
    if net.measures or NetOutcome.NO in {net.advice.says, *(check.outcome for check in net.checks[:1])}:
        measures(net)


st.title(t("Vangnet"))
told()
try:
    found = safety_net(house(), staff, referral)
except DomainError as error:
    draw("none", el("div", el("p", refused(error)), link(t("Naar Aanmeldingen"), "/referrals", cls="b"), cls="empty"))
else:
    show(found)
