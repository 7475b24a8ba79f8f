"""The plan on screen: its bottom lines, its versions, what is open, and the papers."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.bottom_lines import bottom_lines_part
from pages.closing import closed_part
from pages.contact import contact_part
from pages.drawn import Node, draw, el, facts, said, table
from pages.papers import papers
from pages.running import house
from pages.staff import choose_conference, day, no_conference, only, refused, signed_in, told, words
from pages.terms import answer_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import NotFound
from sos_core.export.paper import Agreement, PlanPaper
from sos_core.export.plan_sentences import change_said, left_parts
from sos_core.export.terms import proof_words
from sos_core.i18n import one_after_another
from sos_core.services.bottom_lines import adopted_versions
from sos_core.services.conferences import ConferenceCard
from sos_core.services.papers import plan_paper

staff = signed_in()
only(staff, Duty.FACILITATOR, Duty.COORDINATOR, Duty.REFERRER)
t = words()
own = partial(said, gone=t("gewist"))


def plan_part(conference: ConferenceCard) -> None:
    st.header(t("Het plan"))
    adopted = adopted_versions(house(), staff, conference.id)
    if not adopted:
        draw("no-plan", el("p", t("Er is nog geen plan vastgesteld. Dat gebeurt tijdens de conferentie."), cls="empty"))
        return
    version = adopted[-1]
    if len(adopted) > 1:
        newest_first = list(reversed(adopted))
        version = (
            st.selectbox(
                t("Welke versie?"),
                newest_first,
                format_func=lambda one: t("Versie {number}").format(number=one),
                width=240,
            )
            or version
        )
    try:
        paper = plan_paper(house(), staff, conference.id, version)
    except NotFound as error:
        draw("gone", el("p", refused(error), cls="notice"))
        return
    draw(
        "plan",
        facts([(t("Vastgesteld op"), day(paper.adopted_on)), (t("We kijken terug op"), day(paper.evaluation_on))]),
        papers(staff, conference.id, version),
        changes(paper),
        el("h2", t("Afspraken")),
        agreements(paper),
        el("h2", t("Wat nog open is")),
        left(paper),
        el("h2", t("Krachten")),
        texts(paper.strengths, t("Er staan geen krachten op het bord.")),
        el("h2", t("Zorgen")),
        texts(paper.worries, t("Er staan geen zorgen op het bord.")),
        parked(paper),
        statements(paper),
    )


def changes(paper: PlanPaper) -> Node | None:
    """What differs from the version before."""
    if paper.changes is None:
        return None
    parts = [
        (t("Nieuw"), paper.changes.added),
        (t("Veranderd"), tuple(change_said(t, one) for one in paper.changes.changed)),
        (t("Gestopt"), paper.changes.dropped),
    ]
    lists = [el("div", el("strong", name), texts(of, "")) for name, of in parts if of]
    return el(
        "section",
        el("h2", t("Wat er anders is")),
        *(lists or [el("p", t("Alle afspraken zijn gebleven zoals ze waren."))]),
    )


def agreements(paper: PlanPaper) -> Node:
    rows = [
        (
            str(number),
            own(a.who),
            el("div", own(a.what), own(a.when, "small"), el("div", proof_words(a.proof, a.worked, t), cls="small")),
            own(a.notice),
            el(
                "div",
                el("div", t("Back-up:"), " ", own(one_after_another(a.backups, t) or None, gone="–")),
                el("div", t("Wie let op:"), " ", own(a.monitor, gone="–")),
            ),
            answers(a),
        )
        for number, a in enumerate(paper.agreements, 1)
    ]
    heads = ("#", t("Wie"), t("Doet wat, wanneer"), t("Hoe merken we het?"), t("Back-up en wie let op"), t("Zegt ja"))
    return table(heads, rows, caption=t("Afspraken"))


def answers(agreement: Agreement) -> Node:
    """What each who has a part in it said, with the own words after it."""

    def answered(name: str, answer: str, added: str | None) -> Node:
        words_ = own(f" {added}", cls="said soft") if added else None
        return el("div", own(name), ": ", answer_word(answer, t), words_)

    return el("div", *(answered(*one) for one in agreement.answers))


def left(paper: PlanPaper) -> Node:
    """What the plan does not answer and what the checks find, as the paper says it, each with what would mend it."""
    if paper.left.is_empty:
        return el("p", t("Hier staat niets meer open."), cls="notice fine")
    parts = (
        el("div", el("strong", title), texts(of, ""), el("p", mend, cls="soft") if mend else None)
        for title, of, mend in left_parts(t, paper)
    )
    return el("div", *parts, cls="notice mind")


def parked(paper: PlanPaper) -> Node | None:
    """Worries that were heard and put aside, each with the reason."""
    if not paper.parked:
        return None
    both = (el("li", own(worry), el("div", t("De reden:"), " ", own(reason))) for worry, reason in paper.parked)
    return el("section", el("h2", t("Zorgen voor later")), el("ul", *both, cls="bullets"))


def statements(paper: PlanPaper) -> Node | None:
    """What people want to stand with the plan, each in the own words."""
    if not paper.statements:
        return None
    made = (el("li", own(name), ", ", day(on), ":", own(words_, "div")) for name, on, words_ in paper.statements)
    return el("section", el("h2", t("Eigen verklaringen")), el("ul", *made, cls="bullets"))


def texts(said_: tuple[str, ...], none: str) -> Node:
    if not said_:
        return el("p", none, cls="soft")
    return el("ul", *(el("li", own(one)) for one in said_), cls="bullets")


st.title(t("Plan") if staff.duty is Duty.FACILITATOR else t("Bodemeisen en plan"))
told()
conference = choose_conference(staff)
if conference is None:
    no_conference()
else:
    if conference.closed_on:
        closed_part(staff, conference.referral, conference.closed_on, may_reopen=False)
    bottom_lines_part(staff, conference)
    contact_part(conference, staff, t)
    plan_part(conference)
