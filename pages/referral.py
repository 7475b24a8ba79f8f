"""A new referral: one form in four parts. What was typed stays until the referral is kept, whatever is refused."""

from __future__ import annotations

import streamlit as st

from pages.running import house
from pages.staff import key_of, only, say_refusal, signed_in, succeeded, words
from pages.terms import reason_word, together_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.services.referral_form import LineForm, Reason, ReferralForm, Together
from sos_core.services.referrals import record_referral

AGE_NOT_GIVEN = -1
"""No age that a child can have: the service says so in its own words."""

staff = signed_in()
only(staff, Duty.REFERRER, Duty.COORDINATOR)
t = words()
form = key_of("referral")


def typed(name: str, label: str, *, tall: bool = False, example: str | None = None) -> str:
    """One field whose text outlives a refusal and a look at another page."""
    key = f"{form}-{name}"
    if tall:
        return st.text_area(label, key=key, height=88, placeholder=example, persist_state="session") or ""
    return st.text_input(label, key=key, placeholder=example, persist_state="session") or ""


def yes_or_no(name: str, label: str, *, yes: str, no: str) -> bool | None:
    said = {yes: True, no: False}
    picked = st.radio(label, list(said), index=None, key=f"{form}-{name}", persist_state="session")
    return None if picked is None else said[picked]


def rows(name: str) -> list[int]:
    """The numbers of the rows that there are: a row that was taken away does not come back with its text."""
    kept: list[int] = st.session_state.setdefault(f"{form}-{name}-rows", [0])
    return kept


def add_row(name: str) -> None:
    rows(name).append(max(rows(name), default=-1) + 1)


def family() -> tuple[str, tuple[tuple[str, int], ...]]:
    st.header(t("1. Het gezin"))
    st.caption(t("Gebruik een verzonnen naam. Schrijf nooit een achternaam of een burgerservicenummer (BSN) op."))
    alias = typed(
        "alias",
        t("Schuilnaam van het gezin"),
        example=t("Bijvoorbeeld: gezin Kastanje"),
    )
    children = []
    for row in rows("child"):
        first, second, third = st.columns([4, 2, 2], vertical_alignment="bottom")
        with first:
            child = typed(f"child-{row}", t("Voornaam van het kind"))
        age = second.number_input(t("Leeftijd"), value=None, step=1, key=f"{form}-age-{row}", persist_state="session")
        third.button(t("Haal dit kind weg"), key=f"{form}-cut-child-{row}", on_click=rows("child").remove, args=(row,))
        if child.strip() or age is not None:
            children.append((child, AGE_NOT_GIVEN if age is None else int(age)))
    st.button(t("Nog een kind"), on_click=add_row, args=("child",), key=f"{form}-more-children")
    return alias, tuple(children)


def why() -> tuple[Reason | None, str]:
    st.header(t("2. Waarom nu"))
    reason = st.radio(
        t("Wat is de aanleiding?"),
        list(Reason),
        index=None,
        format_func=lambda one: reason_word(one, t),
        key=f"{form}-reason",
        persist_state="session",
    )
    return reason, typed("reason-words", t("Wat is er gebeurd? Schrijf wat mensen zagen of hoorden."), tall=True)


def beforehand() -> tuple[bool | None, bool | None, Together | None, str, str]:
    st.header(t("3. Kan het gezin bij elkaar komen?"))
    mapped = yes_or_no(
        "mapped", t("Is de situatie al in kaart gebracht?"), yes=t("Ja, de zorgen zijn duidelijk"), no=t("Nog niet")
    )
    lvb = yes_or_no(
        "lvb", t("Heeft iemand in het gezin een licht verstandelijke beperking (LVB)?"), yes=t("Ja"), no=t("Nee")
    )
    st.caption(
        t(
            "Is iemand bang voor een ander, of bepaalt iemand wat een ander zegt? Een professional beoordeelt dat vooraf."
        )
    )
    together = st.radio(
        t("Mogen deze mensen samen in één ruimte?"),
        [Together.TOGETHER, Together.SEPARATE, Together.NOT_NOW, None],
        index=3,
        format_func=lambda one: together_word(one, t),
        key=f"{form}-together",
        persist_state="session",
    )
    if together is None:
        return mapped, lvb, None, "", ""
    by = typed("together-by", t("Wie heeft dit beoordeeld?"), example=t("Naam en functie"))
    return mapped, lvb, together, by, typed("together-why", t("Waarom?"), tall=True)


def bottom_lines() -> tuple[LineForm, ...]:
    st.header(t("4. De bodemeisen"))
    st.caption(
        t("Wat moet er ten minste gebeuren? En op welk punt grijpt iemand in? Eén bodemeis is genoeg om te beginnen.")
    )
    lines = [bottom_line(row) for row in rows("line")]
    st.button(t("Nog een bodemeis"), on_click=add_row, args=("line",), key=f"{form}-more-lines")
    return tuple(line for line in lines if any(getattr(line, name).strip() for name in LineForm.__slots__))


def bottom_line(row: int) -> LineForm:
    with st.container(border=True, key=f"card-{form}-{row}"):
        criterion = typed(
            f"criterion-{row}",
            t("Wat moet te zien zijn?"),
            tall=True,
            example=t("Bijvoorbeeld: om 8.30 uur zijn alle kinderen op school."),
        )
        trigger = typed(
            f"trigger-{row}",
            t("Wanneer is de bodemeis geschonden?"),
            tall=True,
            example=t("Bijvoorbeeld: een kind is twee keer in één week niet op school."),
        )
        first, second, third = st.columns([3, 4, 3])
        with first:
            who = typed(f"who-{row}", t("Wie doet dan iets?"))
        with second:
            what = typed(f"what-{row}", t("Wat doet die?"))
        with third:
            within = typed(f"within-{row}", t("Binnen hoe lang?"), example=t("Bijvoorbeeld: 24 uur"))
        st.button(t("Haal deze bodemeis weg"), key=f"{form}-cut-line-{row}", on_click=rows("line").remove, args=(row,))
    return LineForm(
        criterion=criterion, trigger=trigger, escalation_who=who, escalation_what=what, escalation_within=within
    )


def keep(filled: ReferralForm) -> None:
    try:
        record_referral(house(), staff, filled, key=form)
    except DomainError as error:
        say_refusal(error)
        return
    succeeded("referral")
    st.session_state["told"] = t("De aanmelding is bewaard. Vanaf vandaag lopen de 4 tot 6 weken.")
    st.switch_page("referrals.py")


if "told" in st.session_state:  # it was kept, and a second click broke the way to the list off
    st.switch_page("referrals.py")
st.title(t("Nieuwe aanmelding"))
with st.container(width=800):
    alias, children = family()
    reason, reason_words = why()
    mapped, lvb, together, together_by, together_why = beforehand()
    lines = bottom_lines()
    if st.button(t("Bewaar de aanmelding"), type="primary", key=f"{form}-keep"):
        if reason is None:
            st.error(t("Kies eerst wat de aanleiding is (deel 2)."))
        elif mapped is None:
            st.error(t("Zeg eerst of de situatie al in kaart is gebracht (deel 3)."))
        elif lvb is None:
            st.error(t("Zeg eerst of iemand in het gezin een LVB heeft (deel 3)."))
        else:
            keep(
                ReferralForm(
                    alias=alias,
                    children=children,
                    reason=reason,
                    reason_words=reason_words,
                    mapped=mapped,
                    lvb=lvb,
                    together=together,
                    together_by=together_by,
                    together_why=together_why,
                    lines=lines,
                )
            )
