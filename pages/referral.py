"""A new referral in steps: what is filled in is kept at once as a draft, one goes back and forth, and sends it when it is whole."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.bottom_lines import lines_table
from pages.drawn import Node, draw, el, facts, said
from pages.referral_steps import FILLED_IN, Asking
from pages.running import house
from pages.staff import day, key_of, only, refused, say_refusal, signed_in, succeeded, words
from pages.terms import reason_word, step_word, together_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.domain.here import HERE
from sos_core.domain.kinds import Keeping
from sos_core.services.referral_draft import BLANK, Draft, Missing, Step, missing
from sos_core.services.referral_drafts import DraftCard, draft, drafts, drop_draft, keep_draft, send_draft
from sos_core.services.retention import terms

staff = signed_in()
only(staff, Duty.REFERRER, Duty.COORDINATOR)
t = words()
STEPS = list(Step)


def go(step: Step) -> None:
    st.query_params["step"] = step.value
    st.rerun()


def now() -> Step:
    """The step that the address names, else the first."""
    wished = st.query_params.get("step")
    return Step(wished) if wished in set(Step) else Step.FAMILY


# -- one's drafts -----------------------------------------------------------------------------------------------------


def choose(mine: Sequence[DraftCard]) -> None:
    """Those that were begun, to go on with or to throw away; or a new one."""
    left_lying = t("Een concept dat {days} dagen blijft liggen, wordt gewist.")
    draw(
        "about-drafts",
        el("p", t("Een concept ziet niemand anders. De 4 tot 6 weken beginnen pas als je verstuurt."), cls="lead"),
        el("p", left_lying.format(days=terms(house())[Keeping.ACCESS]), cls="soft"),
    )
    if st.button(t("Begin een nieuwe aanmelding"), type="primary", key="new-referral"):
        open_(key_of("referral"))
    st.header(t("Je concepten"))
    for one in mine:
        with st.container(border=True, key=f"card-{one.id}"):
            kept = one.kept_at.astimezone(HERE)
            when = t("Bewaard op {day} om {time}").format(day=day(kept), time=f"{kept:%H:%M}")
            draw(f"draft-{one.id}", said(one.alias or None, "h3", gone=t("Nog zonder naam")), el("p", when, cls="soft"))
            with st.container(horizontal=True):
                if st.button(t("Ga verder"), key=f"open-{one.id}"):
                    open_(one.id)
                throw_away(one.id)


def open_(draft_id: str) -> None:
    st.query_params["draft"] = draft_id
    go(Step.FAMILY)


def throw_away(draft_id: str) -> None:
    """Asked once more first: it does not come back."""
    asked = f"drop-{draft_id}"
    if not st.session_state.get(asked):
        if st.button(t("Gooi dit concept weg"), key=f"{asked}-first"):
            st.session_state[asked] = True
            st.rerun()
        return
    if st.button(t("Ja, gooi weg"), key=f"{asked}-yes"):
        drop_draft(house(), staff, draft_id)
        st.session_state.pop(asked)
        succeeded("referral")
        st.query_params.clear()
        st.rerun()
    if st.button(t("Nee, houd het"), key=f"{asked}-no"):
        st.session_state.pop(asked)
        st.rerun()


# -- one draft --------------------------------------------------------------------------------------------------------


def write(draft_id: str) -> None:
    """The step that one is at, kept as it is filled in, and the ways to the others."""
    kept = draft(house(), staff, draft_id) or BLANK
    step, still = now(), missing(kept)
    pressed = ways(kept, step, still)
    number = STEPS.index(step) + 1
    st.header(t("Stap {number} van {all}: {step}").format(number=number, all=len(STEPS), step=step_word(step, t)))
    if step is Step.SEND:
        look_over(draft_id, kept, still)
    else:
        pressed = fill_in(draft_id, step, kept, still) or pressed
    if pressed:
        go(pressed)


def fill_in(draft_id: str, step: Step, kept: Draft, still: Sequence[Missing]) -> Step | None:
    """The questions of a step. Where to go next, once all is kept."""
    tried = f"tried-{draft_id}-{step}"
    wrong = {one.field: one.error for one in still if one.step is step} if st.session_state.get(tried) else {}
    filled = FILLED_IN[step](kept, Asking(draft_id, t, wrong))
    next_ = onward(step, filled, tried)
    draw("kept", el("p", t("Alles wat je invult, wordt meteen als concept bewaard."), cls="soft"))
    if filled == kept:
        return next_
    try:
        keep_draft(house(), staff, draft_id, filled)
    except DomainError as error:
        say_refusal(error)
        st.stop()
    if rows_of(filled) != rows_of(kept):
        st.rerun()
    return next_


def rows_of(one: Draft) -> list[str]:
    """The rows that there are: one that came or went is drawn at once."""
    return [row.id for row in (*one.children, *one.lines)]


def ways(kept: Draft, step: Step, still: Sequence[Missing]) -> Step | None:
    """The steps, each a way to it; those in which nothing is missing have a mark. Which was pressed: what was typed is kept first."""
    open_steps = {one.step for one in still}
    pressed = None
    with st.container(horizontal=True, key="steps"):
        for number, one in enumerate(STEPS, 1):
            unsaid = one is Step.SEND or (one is Step.TOGETHER and kept.together is None)
            whole = kept != BLANK and one not in open_steps and not unsaid
            label = f"{'✓' if whole else f'{number}.'} {step_word(one, t)}"
            if st.button(label, key=f"way-{one}", type="primary" if one is step else "secondary"):
                pressed = one
    return pressed


def onward(step: Step, filled: Draft, tried: str) -> Step | None:
    """Back, or on: on only when nothing is missing here; the list of steps goes anywhere."""
    place = STEPS.index(step)
    with st.container(horizontal=True):
        if place and st.button(t("Terug"), key="back"):
            return STEPS[place - 1]
        if not st.button(t("Verder"), type="primary", key="on"):
            return None
    if any(one.step is step for one in missing(filled)):
        st.session_state[tried] = True
        return step
    return STEPS[place + 1]


# -- sending ----------------------------------------------------------------------------------------------------------


def look_over(draft_id: str, kept: Draft, still: Sequence[Missing]) -> None:
    """All that was filled in, and what is missing with the way to it; then it is sent."""
    if still:
        draw("still", el("p", t("Er mist nog iets. Vul dat eerst in."), cls="notice mind"))
    for step in STEPS[:-1]:
        faults = dict.fromkeys(refused(one.error) for one in still if one.step is step)
        with st.container(border=True, key=f"card-look-{step}"):
            draw(
                f"look-{step}",
                el("h3", step_word(step, t)),
                said_in(step, kept),
                *(el("p", fault, cls="fault") for fault in faults),
            )
            if st.button(t("Verander dit"), key=f"change-{step}"):
                go(step)
    draw(
        "begins",
        el(
            "p",
            t("Vanaf het versturen lopen de 4 tot 6 weken. Daarna kun je de bodemeisen niet meer veranderen."),
            cls="notice",
        ),
    )
    with st.container(horizontal=True):
        if st.button(t("Terug"), key="back"):
            go(STEPS[-2])
        if st.button(t("Verstuur de aanmelding"), type="primary", key="send", disabled=bool(still)):
            send(draft_id, kept)


def send(draft_id: str, kept: Draft) -> None:
    try:
        send_draft(house(), staff, draft_id, kept)
    except DomainError as error:
        say_refusal(error)
        return
    succeeded("referral")
    st.session_state["told"] = t("De aanmelding is verstuurd. Vanaf vandaag lopen de 4 tot 6 weken.")
    st.switch_page("referrals.py")


def said_in(step: Step, kept: Draft) -> Node:
    """What was filled in at one step, to be read."""
    if step is Step.FAMILY:
        return facts(
            [
                (t("Schuilnaam van het gezin"), said(kept.alias or "–")),
                (t("Kinderen"), said(", ".join(child_said(one.name, one.age) for one in kept.children) or "–")),
            ]
        )
    if step is Step.WHY:
        return facts(
            [
                (t("Aanleiding"), reason_word(kept.reason, t) if kept.reason else "–"),
                (t("Wat er is gebeurd"), said(kept.reason_words or "–")),
                (t("In kaart gebracht"), yes_no(kept.mapped, no=t("Nog niet"))),
            ]
        )
    if step is Step.NET:
        asked = bool(kept.lvb or kept.net_wanted)
        return facts([(t("LVB in het gezin"), yes_no(kept.lvb)), (t("Eerst naar het vangnet kijken"), yes_no(asked))])
    if step is Step.LINES:
        begun = [one for one in kept.lines if not one.blank]
        return lines_table(begun) if begun else el("p", "–")
    rows: list[tuple[str, Node | str]] = [(t("Samen in één ruimte?"), together_word(kept.together, t))]
    if kept.together:
        rows += [
            (t("Wie heeft dit beoordeeld?"), said(kept.together_by or "–")),
            (t("Waarom?"), said(kept.together_why or "–")),
        ]
    return facts(rows)


def child_said(name: str, age: int | None) -> str:
    return t("{name} ({age} jaar)").format(name=name or "…", age="…" if age is None else age)


def yes_no(answer: bool | None, *, no: str | None = None) -> str:
    return "–" if answer is None else t("Ja") if answer else no or t("Nee")


if "told" in st.session_state:  # it was sent, and a second click broke the way to the list off
    st.switch_page("referrals.py")
st.title(t("Nieuwe aanmelding"))
with st.container(width=860):
    wished = st.query_params.get("draft")
    mine = [] if wished else drafts(house(), staff)
    if mine:
        choose(mine)
    else:
        wished = st.query_params["draft"] = wished or key_of("referral")
        write(wished)
