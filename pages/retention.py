"""Keeping and erasing: what is due, who proposed it, and how long each kind is kept. For coordinators and administrators; no words of a
family.
"""

from __future__ import annotations

import streamlit as st

from pages.closing import closed_part, closing_part, erase_one_part, kept_part
from pages.drawn import Node, draw, el, facts, said, table
from pages.running import house
from pages.staff import day, done, number, only, signed_in, told, words
from pages.terms import closed_word, keeping_word, what_goes
from sos_core.access.actor import Duty
from sos_core.domain.kinds import Keeping
from sos_core.domain.retention import LONGEST, ORDER, Due, DueState, goes_along
from sos_core.services.erasing import confirm, propose, withdraw
from sos_core.services.erasing_one import Leaving, leaving_ones
from sos_core.services.retention import (
    Closed,
    Gone,
    Proposal,
    closed_ones,
    gone_ones,
    open_ones,
    reference,
    set_terms,
    terms,
)
from sos_core.services.retention_queue import Queue, retention_queue

staff = signed_in()
only(staff, Duty.COORDINATOR, Duty.ADMINISTRATOR)
t = words()
AT_ONCE = 20
"""Of what asks for something; more of it on one page is slow, and nobody does so many at a time."""
FOUND = 5
"""Of what was looked for."""


def name_of(alias: str | None, reference: str) -> Node:
    """A coordinator knows it by its alias; both know it by its number."""
    known_as = el("span", t("Nummer {reference}").format(reference=reference), cls="soft")
    return el("div", said(alias, "h3"), known_as, cls="row") if alias else el("div", el("h3", known_as[2]), cls="row")


def figures(queue: Queue) -> Node:
    """What asks for something, counted."""
    counted = [
        (queue.due, t("Nu wissen")),
        (queue.second, t("Wacht op een tweede persoon")),
        (queue.soon, t("Binnen 14 dagen")),
        (queue.to_close, t("Nog af te sluiten")),
    ]
    return el("ul", *(el("li", el("strong", number(many)), words_) for many, words_ in counted), cls="figures")


def state_of(due: Due) -> Node:
    word, look = {
        DueState.DUE: (t("Nu wissen"), "overdue"),
        DueState.SOON: (t("Binnen 14 dagen"), "due"),
        DueState.LATER: (t("Later"), ""),
    }[due.state]
    return el("span", word, cls=f"tag {look}".strip())


def kept_table(one: Closed) -> Node:
    """Of each kind from when on it is to be erased, or that it is."""
    left = {due.keeping: due for due in one.kept}

    def row(keeping: Keeping) -> tuple[Node | str, ...]:
        what = keeping_word(keeping, t), el("span", what_goes(keeping, t), cls="soft")
        if (due := left.get(keeping)) is None:
            return *what, "–", el("span", t("Gewist"), cls="tag done")
        return *what, el("span", day(due.on), cls="date"), state_of(due)

    heads = (t("Soort"), t("Wat gaat er weg?"), t("Te wissen vanaf"), t("Stand"))
    return table(heads, [row(keeping) for keeping in ORDER], caption=t("Wat er is bewaard"))


def closed_list(queue: Queue) -> None:
    """What asks for something, whole, the most urgent first; of the rest what is looked for."""
    first = closed_ones(house(), staff, most=AT_ONCE)
    asking = [one for one in first if one.proposal or any(kept.state is not DueState.LATER for kept in one.kept)]
    for one in asking:
        one_closed(one)
    if len(asking) == AT_ONCE and queue.due + queue.soon > AT_ONCE:
        more = t("En nog {count}. Wis eerst deze.").format(count=number(queue.due + queue.soon - AT_ONCE))
        draw("more", el("p", more, cls="soft"))
    if queue.later:
        looked_for(queue.later, {one.referral for one in asking})


def looked_for(later: int, shown: set[str]) -> None:
    """By a part of its alias, or the end of its number."""
    label = t("Nog niet aan de beurt: {count}").format(count=number(later))
    sought = st.text_input(label, key="sought-closed", placeholder=t("Zoek op naam of nummer"), max_chars=60, width=420)
    if not sought.strip():
        return
    found = [one for one in closed_ones(house(), staff, text=sought.strip(), most=AT_ONCE) if one.referral not in shown]
    for one in found[:FOUND]:
        one_closed(one)
    if not found:
        draw("sought", el("p", t("Niets gevonden"), cls="soft", role="status"))
    elif len(found) > FOUND:
        draw(
            "sought", el("p", t("Er zijn er meer. Schrijf meer van de naam of het nummer."), cls="soft", role="status")
        )


def one_closed(one: Closed) -> None:
    with st.container(border=True, key=f"card-{one.referral}"):
        about = t("{because}, {day}").format(because=closed_word(one.because, t), day=day(one.closed_on))
        draw(f"about-{one.referral}", name_of(one.alias, one.reference), el("p", about, cls="soft"), kept_table(one))
        if one.proposal:
            proposed(one.proposal)
        elif one.kept:
            proposing(one)
        if staff.duty is Duty.COORDINATOR and one.conference:
            kept_part(staff, one.conference)
            erase_one_part(staff, one.conference)
        if staff.duty is Duty.COORDINATOR and not one.gone:
            with st.expander(t("Weer openen")):
                closed_part(staff, one.referral, one.closed_on)


def proposed(proposal: Proposal) -> None:
    """Whoever proposed it waits for another; the other reads what goes, and erases it or not."""
    going = ", ".join(keeping_word(one, t).lower() for one in goes_along(proposal.keeping))
    why = t("Het gezin vroeg hierom.") if proposal.asked_for else t("De bewaartermijn is om.")
    by = t("{name} stelde op {day} voor om dit te wissen:").format(name=proposal.by or "…", day=day(proposal.at))
    draw(
        f"proposal-{proposal.id}",
        el("div", el("p", by, " ", el("strong", going), "."), el("p", why), cls="notice mind"),
    )
    deciding(proposal.id, mine=proposal.mine)


def deciding(erasure: str, *, mine: bool) -> None:
    """Erase it, or not; whoever proposed it can only take that back."""
    if mine:
        draw(f"wait-{erasure}", el("p", t("Een andere coördinator of beheerder moet dit wissen."), cls="soft"))
    else:
        sure = st.checkbox(t("Ik weet het zeker: dit komt nooit meer terug"), key=f"sure-{erasure}")
    with st.container(horizontal=True):
        if not mine and st.button(t("Wis dit nu"), type="primary", key=f"erase-{erasure}", disabled=not sure):
            done(lambda: erase(erasure))
        if st.button(t("Trek het voorstel in"), key=f"withdraw-{erasure}"):
            taken_back = t("Het voorstel is ingetrokken. Er is niets gewist.")
            done(lambda: withdraw(house(), staff, erasure), taken_back)


def erase(erasure: str) -> None:
    """Now; and whether the disk holds nothing of it any more."""
    clean = confirm(house(), staff, erasure)
    later = t("Gewist. Er is nu iemand bezig. Het laatste spoor gaat van de schijf zodra het rustig is.")
    st.session_state["told"] = t("Gewist.") if clean else later


def one_leaving(one: Leaving) -> None:
    """Somebody who asked to be erased; a coordinator sees who."""
    with st.container(border=True, key=f"card-leaving-{one.id}"):
        by = t("{name} stelde op {day} voor om één persoon te wissen.").format(name=one.by or "…", day=day(one.at))
        who = el("p", el("strong", one.name)) if one.name else el("p", t("Wie het is, ziet alleen de coördinator."))
        draw(
            f"leaving-{one.id}",
            name_of(one.alias, reference(one.referral)),
            el("div", el("p", by), who, el("p", t("Deze persoon vroeg hierom.")), cls="notice mind"),
        )
        deciding(one.id, mine=one.mine)


def proposing(one: Closed) -> None:
    """What is due can be proposed at once; anything else only because the family asks."""
    if due := one.due:
        going = [keeping_word(kind, t).lower() for kind in goes_along(due.keeping) if kind not in one.gone]
        label = t("Stel voor om te wissen: {what}").format(what=", ".join(going))
        if st.button(label, type="primary", key=f"propose-{one.referral}"):
            done(lambda: propose(house(), staff, one.referral, keeping=due.keeping), _waits())
    later = [due.keeping for due in one.kept if due.state is not DueState.DUE]
    if not later:
        return
    with st.expander(t("Het gezin vraagt om eerder te wissen")), st.form(f"asked-{one.referral}", border=False):
        keeping = st.radio(
            t("Wat moet weg?"),
            later,
            format_func=lambda kind: keeping_word(kind, t),
            captions=[what_goes(kind, t) for kind in later],
        )
        if st.form_submit_button(t("Stel dit voor")):
            done(lambda: propose(house(), staff, one.referral, keeping=keeping, asked_for=True), _waits())


def _waits() -> str:
    return t("Het voorstel staat klaar. Een andere coördinator of beheerder kan het nu wissen.")


def to_close(many: int) -> None:
    """Over, and not closed: nothing of it is ever due."""
    st.header(t("Nog af te sluiten"))
    st.caption(t("De procesbegeleider is gestopt, maar het is nog niet afgesloten. De bewaartermijn loopt pas daarna."))
    for one in open_ones(house(), staff, most=AT_ONCE):
        with st.container(border=True, key=f"card-open-{one.referral}"):
            since = t("De procesbegeleider stopte op {day}.").format(day=day(one.stepped_out_on))
            draw(f"open-{one.referral}", name_of(one.alias, one.reference), el("p", since, cls="soft"))
            if staff.duty is Duty.COORDINATOR:
                closing_part(staff, one.referral, stepped_out=True, held=True)
    if many > AT_ONCE:
        more = t("En nog {count}. Sluit eerst deze af.").format(count=number(many - AT_ONCE))
        draw("more-open", el("p", more, cls="soft"))


def gone_table(gone: list[Gone]) -> Node:
    heads = (t("Nummer"), t("Wat"), t("Gewist op"), t("Door"), t("Waarom"))
    rows = [
        (
            one.reference,
            what_went(one.keeping),
            day(one.on),
            el("span", " + ".join(name or "…" for name in one.by), cls="said"),
            why_it_went(one),
        )
        for one in gone
    ]
    return table(heads, rows, caption=t("Wat gewist is"), cls="figures-table")


def what_went(keeping: Keeping | None) -> str:
    if keeping is None:
        return t("één persoon")
    return ", ".join(keeping_word(kind, t).lower() for kind in goes_along(keeping))


def why_it_went(one: Gone) -> str:
    if one.keeping is None:
        return t("Deze persoon vroeg erom")
    return t("Het gezin vroeg erom") if one.asked_for else t("De termijn was om")


def terms_part() -> None:
    """How long each kind is kept: the administrator sets it, the coordinator reads it."""
    st.header(t("Bewaartermijnen"))
    lengths = terms(house())
    if staff.duty is not Duty.ADMINISTRATOR:
        draw("terms", facts([(keeping_word(one, t), days_word(lengths[one])) for one in Keeping]))
        return
    st.caption(
        t(
            "Dagen na het afsluiten. Overleg met de functionaris gegevensbescherming. Een kortere termijn geldt ook voor wat al "
            "is afgesloten."
        )
    )
    with st.form("terms", border=False):
        columns = st.columns(4)
        chosen = {
            one: column.number_input(keeping_word(one, t), 1, LONGEST, lengths[one], key=f"term-{one}")
            for one, column in zip(Keeping, columns, strict=True)
        }
        if st.form_submit_button(t("Bewaar de termijnen")):
            lengths = {one: int(days) for one, days in chosen.items()}
            done(lambda: set_terms(house(), staff, lengths), t("De termijnen zijn bewaard."))


def days_word(days: int) -> str:
    return t("1 dag") if days == 1 else t("{days} dagen").format(days=days)


st.title(t("Bewaren en wissen"))
told()
queue, gone, leaving = retention_queue(house(), staff), gone_ones(house(), staff), leaving_ones(house(), staff)
draw("figures", figures(queue))
if leaving:
    st.header(t("Iemand wil gewist worden"))
    for one in leaving:
        one_leaving(one)
if queue.due or queue.soon or queue.later:
    st.header(t("Afgesloten"))
    closed_list(queue)
elif not leaving:
    draw("none", el("p", t("Er is niets afgesloten waar nog iets van is bewaard."), cls="empty"))
if queue.to_close:
    to_close(queue.to_close)
terms_part()
if gone:
    st.header(t("Gewist"))
    draw("gone", gone_table(gone))
