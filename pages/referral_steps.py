"""The steps of a referral: each draws its questions from the draft, and gives back the draft as it is filled in now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import streamlit as st

from pages.drawn import Node, draw, el, facts
from pages.staff import refused
from pages.terms import reason_word, together_word
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Together
from sos_core.domain.words import LONGEST, LONGEST_NAME
from sos_core.export.sharper import sharper_question
from sos_core.i18n import Translate
from sos_core.services.house import new_id
from sos_core.services.referral_draft import Draft, DraftChild, DraftLine, Step
from sos_core.services.referral_form import Reason
from sos_core.services.wording import vague_in_line

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks one question after the other; what is wrong with an answer stands under it."""

    draft: str
    t: Translate
    wrong: Mapping[str, DomainError]

    def text(self, field: str, label: str, now: str, *, tall: bool = False, example: str | None = None) -> str:
        """One text, a line or a few."""
        how: dict[str, Any] = {"value": now, "key": f"{self.draft}-{field}", "placeholder": example}
        how["max_chars"] = LONGEST_NAME if field.endswith(NAMES) else LONGEST
        typed = st.text_area(label, height=88, **how) if tall else st.text_input(label, **how)
        self.fault(field)
        return typed or ""

    def choice(self, field: str, label: str, now: Choice | None, words: Mapping[Choice, str]) -> Choice | None:
        """One of a few."""
        kinds = list(words)
        picked: Choice | None = st.radio(
            label,
            kinds,
            index=kinds.index(now) if now in words else None,
            format_func=lambda one: words[one],
            key=f"{self.draft}-{field}",
        )
        self.fault(field)
        return picked

    def fault(self, field: str) -> None:
        """Its place is always there: a sentence that comes or goes moves no field from under somebody's hands."""
        place = st.empty()
        if error := self.wrong.get(field):
            with place:
                draw(f"fault-{field}", el("p", refused(error), cls="fault"))


NAMES = ("alias", "-name", "together_by")


def family(draft: Draft, ask: Asking) -> Draft:
    t = ask.t
    st.caption(t("Gebruik een verzonnen naam. Schrijf nooit een achternaam of een burgerservicenummer (BSN) op."))
    alias = ask.text("alias", t("Schuilnaam van het gezin"), draft.alias, example=t("Bijvoorbeeld: gezin Kastanje"))
    st.subheader(t("De kinderen"))
    rows = [child(one, ask) for one in draft.children]
    ask.fault("children")
    children = tuple(row for row in rows if row is not None) or (DraftChild(id=new_id()),)
    if st.button(t("Nog een kind"), key=f"{ask.draft}-more-children"):
        children = (*children, DraftChild(id=new_id()))
    return replace(draft, alias=alias, children=children)


def child(one: DraftChild, ask: Asking) -> DraftChild | None:
    """One row; None once it is taken away."""
    t = ask.t
    first, second, third = st.columns([4, 2, 2], vertical_alignment="top")
    with first:
        name = ask.text(f"{one.id}-name", t("Voornaam van het kind"), one.name)
    with second:
        age = st.number_input(t("Leeftijd"), value=one.age, step=1, key=f"{ask.draft}-{one.id}-age")
        ask.fault(f"{one.id}-age")
    with third:
        draw(f"beside-{one.id}", el("div", cls="under-a-label"))
        gone = st.button(t("Haal dit kind weg"), key=f"{ask.draft}-{one.id}-cut")
    return None if gone else replace(one, name=name, age=None if age is None else int(age))


def why(draft: Draft, ask: Asking) -> Draft:
    t = ask.t
    reason = ask.choice(
        "reason", t("Wat is de aanleiding?"), draft.reason, {one: reason_word(one, t) for one in Reason}
    )
    told = ask.text(
        "reason_words", t("Wat is er gebeurd? Schrijf wat mensen zagen of hoorden."), draft.reason_words, tall=True
    )
    st.subheader(t("In kaart gebracht"))
    st.caption(t("De conferentie is er om afspraken te maken. Daarvoor moet al duidelijk zijn wat de zorgen zijn."))
    known = {True: t("Ja, de zorgen zijn duidelijk"), False: t("Nog niet")}
    mapped = ask.choice("mapped", t("Is de situatie al in kaart gebracht?"), draft.mapped, known)
    return replace(draft, reason=reason, reason_words=told, mapped=mapped)


def net(draft: Draft, ask: Asking) -> Draft:
    t = ask.t
    yes_no = {True: t("Ja"), False: t("Nee")}
    label = t("Heeft iemand in het gezin een licht verstandelijke beperking (LVB)?")
    lvb = ask.choice("lvb", label, draft.lvb, yes_no)
    if lvb:
        draw(
            "net-first",
            el(
                "p",
                t("Dan kijken we eerst of er een vangnet is: mensen die kunnen helpen, en dat durven."),
                cls="notice",
            ),
        )
        return replace(draft, lvb=lvb)
    wanted = st.checkbox(
        t("Kijk ook bij dit gezin eerst of er een vangnet is"), value=draft.net_wanted, key=f"{ask.draft}-net-wanted"
    )
    return replace(draft, lvb=lvb, net_wanted=wanted)


def lines(draft: Draft, ask: Asking) -> Draft:
    t = ask.t
    st.caption(
        t("Wat moet er ten minste gebeuren? En op welk punt grijpt iemand in? Eén bodemeis is genoeg om te beginnen.")
    )
    draw("example", example(t))
    ask.fault("lines")
    rows = [line(one, number, ask) for number, one in enumerate(draft.lines, 1)]
    there = tuple(row for row in rows if row is not None) or (DraftLine(id=new_id()),)
    if st.button(t("Nog een bodemeis"), key=f"{ask.draft}-more-lines"):
        there = (*there, DraftLine(id=new_id()))
    return replace(draft, lines=there)


def example(t: Translate) -> Node:
    """A whole bottom line, to see how one is."""
    parts = [
        (t("Wat moet te zien zijn?"), t("Om 8.30 uur zijn alle kinderen op school. Zij hebben ontbeten.")),
        (t("Wanneer is de bodemeis geschonden?"), t("Een kind is twee keer in één week niet op school.")),
        (t("Wie doet dan iets?"), t("De mentor")),
        (t("Wat doet die?"), t("Belt moeder. Is er geen antwoord, dan belt de mentor de verwijzer.")),
        (t("Binnen hoe lang?"), t("Dezelfde schooldag")),
    ]
    return el("details", el("summary", t("Bekijk een voorbeeld van een bodemeis")), facts(parts))


def line(one: DraftLine, number: int, ask: Asking) -> DraftLine | None:
    """One bottom line; None once it is taken away."""
    t = ask.t
    with st.container(border=True, key=f"card-{ask.draft}-{one.id}"):
        st.subheader(t("Bodemeis {number}").format(number=number))
        st.caption(t("Wat zie je dan gebeuren? Schrijf het zo op dat twee mensen hetzelfde zien."))
        criterion = ask.text(
            f"{one.id}-criterion",
            t("Wat moet te zien zijn?"),
            one.criterion,
            tall=True,
            example=t("Bijvoorbeeld: om 8.30 uur zijn alle kinderen op school."),
        )
        sharper(one.id, criterion, t)
        trigger = ask.text(
            f"{one.id}-trigger",
            t("Wanneer is de bodemeis geschonden?"),
            one.trigger,
            tall=True,
            example=t("Bijvoorbeeld: een kind is twee keer in één week niet op school."),
        )
        escalation = escalated(one, ask)
        gone = st.button(t("Haal deze bodemeis weg"), key=f"{ask.draft}-{one.id}-cut")
    return None if gone else replace(one, criterion=criterion, trigger=trigger, **escalation)


def escalated(one: DraftLine, ask: Asking) -> dict[str, str]:
    """Who then does what, and within how long: beside each other, by their fields."""
    t = ask.t
    asked = (
        ("escalation_who", t("Wie doet dan iets?"), t("Bijvoorbeeld: de mentor")),
        ("escalation_what", t("Wat doet die?"), t("Bijvoorbeeld: belt moeder")),
        ("escalation_within", t("Binnen hoe lang?"), t("Bijvoorbeeld: 24 uur")),
    )
    answers = {}
    for place, (field, label, example_) in zip(st.columns([3, 4, 3]), asked, strict=True):
        with place:
            answers[field] = ask.text(f"{one.id}-{field}", label, getattr(one, field), example=example_)
    return answers


def sharper(row: str, criterion: str, t: Translate) -> None:
    """The words that two people may see differently, each with the question that makes it sharper. Advice; it keeps nothing back."""
    place, spots = st.empty(), vague_in_line(criterion)
    if not spots:
        return
    asked = [
        el("li", el("strong", ", ".join(f"‘{word}’" for word in spot.words)), " ", sharper_question(spot.vague, t))
        for spot in spots
    ]
    advice = el(
        "div", el("p", t("Dit kan scherper. Het hoeft niet.")), el("ul", *asked, cls="bullets"), cls="notice mind"
    )
    with place:
        draw(f"sharper-{row}", advice)


def together(draft: Draft, ask: Asking) -> Draft:
    t = ask.t
    st.caption(
        t(
            "Is iemand bang voor een ander, of bepaalt iemand wat een ander zegt? Een professional beoordeelt dat vooraf."
        )
    )
    kinds: list[Together | None] = [Together.TOGETHER, Together.SEPARATE, Together.NOT_NOW, None]
    may = st.radio(
        t("Mogen deze mensen samen in één ruimte?"),
        kinds,
        index=kinds.index(draft.together),
        format_func=lambda one: together_word(one, t),
        key=f"{ask.draft}-together",
    )
    if may is None:
        return replace(draft, together=None)
    by = ask.text("together_by", t("Wie heeft dit beoordeeld?"), draft.together_by, example=t("Naam en functie"))
    because = ask.text("together_why", t("Waarom?"), draft.together_why, tall=True)
    return replace(draft, together=may, together_by=by, together_why=because)


FILLED_IN = {Step.FAMILY: family, Step.WHY: why, Step.NET: net, Step.LINES: lines, Step.TOGETHER: together}
