"""Closing on a staff page: the part with which a referral is closed, and what stands there once it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from pages.choices import one_of, told_apart
from pages.drawn import called, draw, el, link
from pages.running import house
from pages.staff import day, done, words
from pages.terms import closed_word
from sos_core.access.actor import Staff
from sos_core.domain.kinds import ClosedBecause
from sos_core.services.closing import close, reopen
from sos_core.services.erasing_one import propose_person
from sos_core.services.what_is_kept import KeptOf, people_kept


def closing_part(staff: Staff, referral: str, *, stepped_out: bool, held: bool) -> None:
    """Closed for a reason that can be so, after one is asked whether one is sure."""
    t = words()
    reasons = [ClosedBecause.STEPPED_OUT] if stepped_out else []
    reasons += [ClosedBecause.WITHDREW] + ([] if held else [ClosedBecause.NO_CONFERENCE])
    with st.expander(t("Afsluiten")), st.form(f"close-{referral}", border=False):
        draw(
            f"closing-{referral}",
            el(
                "p",
                t(
                    "Daarna kan niemand hier nog iets lezen of schrijven, ook niet op de telefoon. Het plan blijft te lezen voor "
                    "medewerkers, tot de bewaartermijn om is. Zolang er niets is gewist, kun je het weer openen."
                ),
            ),
        )
        because = st.radio(
            t("Waarom sluit je af?"),
            reasons,
            index=0 if stepped_out else None,
            format_func=lambda one: closed_word(one, t),
        )
        if not st.form_submit_button(t("Sluit af")):
            return
        if because is None:
            st.error(t("Kies eerst waarom je afsluit."))
            return
        closed = t("Het is afgesloten. De bewaartermijn loopt vanaf vandaag.")
        done(lambda: close(house(), staff, referral, because=because), closed)


def closed_part(staff: Staff, referral: str, closed_on: date, *, may_reopen: bool = True) -> None:
    """That it is closed, since when, and the way to open it again."""
    t = words()
    draw(f"closed-{referral}", el("p", t("Afgesloten op {day}.").format(day=day(closed_on)), cls="notice fine"))
    if may_reopen and st.button(t("Open dit weer"), key=f"reopen-{referral}"):
        done(lambda: reopen(house(), staff, referral), t("Het is weer open. De deur is nog dicht."))


def kept_part(staff: Staff, conference: str) -> None:
    """For each person everything that is kept of them, to hand out to that person."""
    t = words()
    people = people_kept(house(), staff, conference)
    if not people:
        return
    with st.expander(t("Wat er van iemand is bewaard")):
        hint = t("Iedereen mag weten wat er over hen is bewaard. Geef dit blad alleen aan die persoon zelf.")
        at = f"/export/bewaard.pdf?conference={conference}&person="
        named = told_apart(_called(people))
        lines = [
            el("li", link(t("Blad van {name}").format(name=name), f"{at}{key}", new_tab=True))
            for key, name in named.items()
        ]
        draw(f"kept-{conference}", el("p", hint, cls="soft"), el("ul", *lines, cls="bullets"))


def erase_one_part(staff: Staff, conference: str) -> None:
    """One person asks to be erased: proposed here, done by another."""
    t = words()
    people = _called(people_kept(house(), staff, conference))
    if not people:
        return
    with st.expander(t("Iemand wil gewist worden")), st.form(f"erase-one-{conference}", border=False):
        draw(
            f"erase-one-about-{conference}",
            el(
                "p",
                t(
                    "Weg gaan de naam, het plaatje, de post aan die persoon en alles wat die persoon zelf schreef of antwoordde. "
                    "Die persoon gaat uit het gesprek. Wat samen is afgesproken, blijft staan, met ‘gewist’ in plaats van de naam."
                ),
            ),
            el(
                "p",
                t(
                    "Een coördinator of beheerder wist het daarna, ook in het vangnet. Staat de naam in een tekst van een ander? "
                    "Die blijft staan: kijk zelf wat je kunt weghalen. Staat iemand hier twee keer, doe het dan voor allebei."
                ),
                cls="soft",
            ),
        )
        person = one_of(t("Wie vraagt erom?"), people, placeholder=t("Kies iemand"), width=420)
        if st.form_submit_button(t("Stel dit voor")):
            _propose_person(staff, conference, person)


def _called(people: Mapping[str, KeptOf]) -> dict[str, str]:
    """As they are told apart; of who was never at the conference that is said."""
    t = words()
    in_net = t("{name} (alleen in het vangnet)")
    named = {key: called(who.name, who.relation) for key, who in people.items()}
    return {key: in_net.format(name=name) if people[key].only_in_net else name for key, name in named.items()}


def _propose_person(staff: Staff, conference: str, person: str | None) -> None:
    t = words()
    if person is None:
        st.error(t("Kies eerst iemand."))
        return
    ready = t("Het voorstel staat klaar. Een andere coördinator of beheerder kan het nu wissen.")
    done(lambda: propose_person(house(), staff, conference, person), ready)
