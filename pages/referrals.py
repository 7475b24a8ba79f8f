"""The referrals that one may read: what can begin, what waits and on what, and what runs."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from pages.bottom_lines import lines_table
from pages.closing import closed_part, closing_part
from pages.drawn import Node, draw, el, facts, link, said, table
from pages.running import house
from pages.staff import ago, day, language, only, say_refusal, signed_in, told, words
from pages.terms import net_outcome_word, reason_word, together_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.domain.here import day_here
from sos_core.domain.kinds import Together
from sos_core.domain.safety_net import NetOutcome
from sos_core.i18n.sentences import sentence
from sos_core.services.conferences import take
from sos_core.services.dashboard import AT_MOST
from sos_core.services.dashboard_filters import LONGEST_SEARCH
from sos_core.services.referral_drafts import drafts
from sos_core.services.referral_form import LineForm
from sos_core.services.referrals import ReferralCard, judge_together, referral, referrals

staff = signed_in()
only(staff, Duty.FACILITATOR, Duty.COORDINATOR, Duty.REFERRER)
t = words()


AT_ONCE = 25
"""Of each list on one page: a family that waits is drawn whole."""
LISTS = {"free": (t("Nog zonder conferentie"), False), "taken": (t("Met een conferentie"), True)}
JUDGED = {"referral.not_mapped", "referral.not_judged", "referral.not_now"}
"""What a judgement mends; the rest is mended at the safety net."""


def days_since(card: ReferralCard) -> int:
    return (house().today() - day_here(card.referred_at)).days


def child_list(card: ReferralCard) -> Node:
    names = ", ".join(t("{name} ({age} jaar)").format(name=child, age=age) for child, age in card.children)
    return said(names)


def line_list(lines: tuple[LineForm, ...]) -> Node:
    return el(
        "details",
        el("summary", t("Bodemeisen ({count})").format(count=len(lines))),
        lines_table(lines),
    )


def judged(card: ReferralCard) -> Node:
    words_ = together_word(card.together, t)
    if card.together_by is None:
        return el("span", words_)
    reason = said(card.together_why, cls="said soft")
    return el("div", el("div", words_), el("div", said(card.together_by, cls="said soft"), ": ", reason, cls="soft"))


def about(card: ReferralCard) -> None:
    """One referral, whole."""
    since = f"{day(card.referred_at)} · {ago(days_since(card))}"
    draw(
        f"about-{card.id}",
        el("div", said(card.alias, "h3"), state(card), cls="row"),
        stops(card),
        facts(
            [
                (t("Aangemeld"), since),
                (t("Eerste sessie uiterlijk"), day(card.referred_at + AT_MOST)),
                (t("Kinderen"), child_list(card)),
                (
                    t("Aanleiding"),
                    el("div", el("div", reason_word(card.reason, t)), said(card.reason_words, "div", cls="said soft")),
                ),
                (t("In kaart gebracht"), t("Ja") if card.mapped else t("Nog niet")),
                (t("LVB in het gezin"), t("Ja") if card.lvb else t("Nee")),
                (t("Vangnet"), net(card)),
                (t("Samen in één ruimte?"), judged(card)),
            ],
            wide=True,
        ),
        line_list(card.lines),
    )


def state(card: ReferralCard) -> Node:
    if card.closed_on:
        return el("span", t("Afgesloten"), cls="tag")
    if card.conference:
        return el("span", t("Met een conferentie"), cls="tag done")
    if card.net is NetOutcome.NO:
        return el("span", t("Andere maatregelen"), cls="tag")
    return el("span", t("Wacht"), cls="tag open") if card.blocks else el("span", t("Kan beginnen"), cls="tag done")


def net(card: ReferralCard) -> Node:
    """What was decided on the safety net, and the way to it."""
    asked = card.lvb or card.net_wanted
    undecided = t("Nog niet bekeken") if asked else t("Niet gevraagd")
    words_ = net_outcome_word(card.net, t) if card.net else undecided
    return el("div", el("div", words_), link(t("Bekijk het vangnet"), f"/net?referral={card.id}"))


def stops(card: ReferralCard) -> Node | None:
    """What stands in the way of planning, each as one sentence."""
    if not card.blocks or card.closed_on:
        return None
    sentences = [el("li", sentence(key, language())) for key in card.blocks]
    no_net = card.net is NetOutcome.NO
    head = el(
        "strong", t("Er komt nu geen conferentie:") if no_net else t("Er kan nog geen conferentie worden gepland:")
    )
    return el("div", head, el("ul", *sentences, cls="bullets"), cls="notice mind")


def judge(card: ReferralCard) -> None:
    """What was still open at the referral is filled in later."""
    kinds = [Together.TOGETHER, Together.SEPARATE, Together.NOT_NOW]
    with st.expander(t("Vul het oordeel in")), st.form(f"judge-{card.id}", border=False):
        mapped = st.checkbox(t("De situatie is in kaart gebracht"), value=card.mapped)
        together = st.radio(
            t("Mogen deze mensen samen in één ruimte?"),
            kinds,
            index=kinds.index(card.together) if card.together else None,
            format_func=lambda one: together_word(one, t),
        )
        by = st.text_input(t("Wie heeft dit beoordeeld?"), value=card.together_by or "")
        why = st.text_area(t("Waarom?"), value=card.together_why or "", height=88)
        if st.form_submit_button(t("Bewaar het oordeel"), type="primary"):
            keep_judgement(card, together, by, why, mapped)


def keep_judgement(card: ReferralCard, together: Together | None, by: str, why: str, mapped: bool) -> None:
    if together is None:
        st.error(t("Kies eerst of deze mensen samen in één ruimte mogen."))
        return
    try:
        judge_together(house(), staff, card.id, together=together, by=by, why=why, mapped=mapped)
    except DomainError as error:
        say_refusal(error)
        return
    st.session_state["told"] = t("Het oordeel is bewaard.")
    st.rerun()


def take_it(card: ReferralCard) -> None:
    try:
        st.session_state["conference"] = take(house(), staff, card.id)
    except DomainError as error:
        say_refusal(error)
        return
    st.session_state["taken"] = True
    st.switch_page("prepare.py")


def running(cards: list[ReferralCard]) -> Node:
    """Those that have a conference, as a list."""
    door = "prepare" if staff.duty is Duty.FACILITATOR else "plan"
    rows = [
        (
            said(card.alias),
            reason_word(card.reason, t),
            day(card.referred_at),
            ago(days_since(card)),
            link(t("Lees"), f"/referrals?referral={card.id}"),
            link(t("Open"), f"/{door}?conference={card.conference}"),
        )
        for card in cards
    ]
    heads = (t("Gezin"), t("Aanleiding"), t("Aangemeld"), t("Hoe lang geleden"), t("Aanmelding"), t("Conferentie"))
    return table(heads, rows, caption=t("Gezinnen met een conferentie"), cls="figures-table")


def read(card: ReferralCard) -> None:
    """One that has a conference, to be read: it is fixed from then on."""
    with st.container(border=True, key=f"card-{card.id}"):
        about(card)
        ending(card)
    draw("back", link(t("Alle aanmeldingen"), "/referrals"))


def begun() -> None:
    """That there are drafts of one's own, which nobody else sees; and the way to them."""
    if staff.duty is Duty.FACILITATOR or not (count := len(drafts(house(), staff))):
        return
    words_ = t("Je hebt 1 concept.") if count == 1 else t("Je hebt {count} concepten.").format(count=count)
    draw("drafts", el("p", words_, " ", link(t("Ga verder met een concept"), "/referral"), cls="notice"))


def waiting(cards: list[ReferralCard]) -> None:
    for card in cards:
        with st.container(border=True, key=f"card-{card.id}"):
            about(card)
            if card.closed_on:
                continue
            if JUDGED.intersection(card.blocks):
                judge(card)
            elif card.blocks:
                continue
            elif staff.duty is Duty.FACILITATOR and st.button(
                t("Ik neem deze conferentie"), type="primary", key=f"take-{card.id}"
            ):
                take_it(card)
            ending(card)


def ending(card: ReferralCard) -> None:
    """A coordinator closes any, whatever came of it; for the others it only says so."""
    if card.closed_on:
        closed_part(staff, card.id, card.closed_on, may_reopen=staff.duty is Duty.COORDINATOR)
    elif staff.duty is Duty.COORDINATOR:
        closing_part(staff, card.id, stepped_out=card.stepped_out, held=card.held)


def sought() -> str:
    """A part of the alias, as it stands in the address: for whoever reads more families than stand on one page."""
    before = st.query_params.get("text", "")[:LONGEST_SEARCH].strip()
    if st.session_state.get("sought") != before:  # by a link or a way back
        st.session_state["look-for"] = before
    label, hint = t("Zoek een gezin"), t("Deel van de naam")
    text = st.text_input(label, key="look-for", max_chars=LONGEST_SEARCH, placeholder=hint, width=420).strip()
    if text != before:
        for name in (*LISTS, "text"):
            st.query_params.pop(name, None)
        if text:
            st.query_params["text"] = text
    st.session_state["sought"] = text
    return text


def listed(name: str, text: str, show: Callable[[list[ReferralCard]], None]) -> bool:
    """One of the two lists, from the place that the address names, under its heading; the way to what is older. Whether there is any."""
    heading, taken = LISTS[name]
    before = st.query_params.get(name, "")
    found = referrals(house(), staff, taken=taken, text=text, before=before, most=AT_ONCE + 1)
    if found:
        st.header(heading)
        show(found[:AT_ONCE])
    asked_ = {"text": text} if text else {}
    ways = [link(t("Naar het begin"), "/referrals?" + urlencode(asked_), cls="b")] if before else []
    if len(found) > AT_ONCE:
        older = "/referrals?" + urlencode({**asked_, name: found[AT_ONCE - 1].id})
        ways.append(link(t("Eerder aangemeld"), older, cls="b"))
    if ways:
        draw(f"older-{name}", el("nav", *ways, cls="pager"))
    return bool(found)


def asked_for() -> ReferralCard | None:
    """The one that the address names; None for what is not there or not for this reader."""
    try:
        return referral(house(), staff, st.query_params["referral"]) if "referral" in st.query_params else None
    except DomainError:
        return None


def show_one(card: ReferralCard) -> None:
    if card.conference:
        read(card)
    else:
        waiting([card])
        draw("back", link(t("Alle aanmeldingen"), "/referrals"))


def show_lists() -> None:
    text = sought() if staff.duty is Duty.COORDINATOR else ""
    there = [
        listed("free", text, lambda cards: waiting(sorted(cards, key=lambda card: bool(card.blocks)))),
        listed("taken", text, lambda cards: draw("running", running(cards))),
    ]
    if not any(there):
        heading, hint = (
            (t("Niets gevonden"), t("Zoek met een ander deel van de naam."))
            if text
            else (t("Er zijn nog geen aanmeldingen"), t("Zodra iemand een gezin aanmeldt, staat het hier."))
        )
        draw("none", el("div", el("h2", heading), el("p", hint), cls="empty"))


if st.session_state.pop("taken", False):  # a second click broke the way off
    st.switch_page("prepare.py")
st.title(t("Aanmeldingen"))
told()
begun()
asked = asked_for()
if asked:
    show_one(asked)
else:
    show_lists()
