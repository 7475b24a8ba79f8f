"""What every staff page begins with: who asks, in which language, about which conference; and how a refusal is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st
from babel.dates import format_date
from babel.numbers import format_decimal

from pages.choices import one_of
from pages.cookies import LANGUAGE, staff_by
from pages.drawn import draw, el, link, said
from pages.running import house
from pages.terms import duty_word
from sos_core.access.actor import Duty, Staff
from sos_core.domain.errors import DomainError
from sos_core.domain.here import day_here
from sos_core.i18n import Translate, chosen, languages, locale_of, words_for
from sos_core.i18n.sentences import sentence
from sos_core.services.conferences import ConferenceCard, conference, conferences
from sos_core.services.dashboard_filters import LONGEST_SEARCH
from sos_core.services.doing import do
from sos_core.services.house import new_id

MOST_CHOICES = 50
"""In one list; who has more conferences looks for one."""


def language() -> str:
    """The language of this reader: as the address says, else as was chosen before, else Dutch."""
    return chosen(st.query_params.get("lang"), st.context.cookies.get(LANGUAGE))


def words() -> Translate:
    """From a Dutch sentence to this reader's language."""
    return words_for(language())


def signed_in() -> Staff:
    """Who asks: read from cookie and database on every run, never kept. For nobody the run ends with one sentence."""
    staff = staff_by(house(), st.context.cookies)
    if staff is None:
        t = words()
        st.info(t("Je bent niet ingelogd, of je was te lang weg. Log opnieuw in."))
        st.link_button(t("Naar inloggen"), "/welkom")
        st.stop()
    return staff


def only(staff: Staff, *duties: Duty) -> None:
    """Say plainly that a page is for others, before its service would refuse."""
    t = words()
    if staff.duty not in duties:
        st.info(t("Deze pagina is niet voor jouw taak."))
        st.stop()


def masthead(staff: Staff) -> None:
    """Who is signed in, in which language, and the way out."""
    t, lang = words(), language()
    tongues = [link(tongue.upper(), f"?lang={tongue}", cls="lang") for tongue in languages() if tongue != lang]
    for node in tongues:
        node[1]["lang"] = node[2].lower()  # type: ignore[index,attr-defined]
    mark = el("span", "Draaiboek", cls="mark")
    out = el("form", el("button", t("Uitloggen"), type="submit"), action="/logout", method="post")
    name = el("span", staff.name, cls="name", dir="auto")
    draw(
        "masthead",
        el("nav", mark, name, el("span", duty_word(staff.duty, t), cls="duty"), *tongues, out, cls="masthead"),
    )


def refused(error: DomainError) -> str:
    """The sentence of a refusal, in the reader's language."""
    return sentence(error.key, language(), **error.facts)


def say_refusal(error: DomainError) -> None:
    st.error(refused(error))


def told() -> None:
    """What the page before has to say, once. Its place is always there: whatever stands under it would be made anew when it comes or
    goes, and whoever works by keys would lose their place.
    """
    with st.container():
        if (news := st.session_state.pop("told", None)) is not None:
            st.success(news)


def done(act: Callable[[], object], news: str | None = None) -> None:
    """One act of a service; then the page as it is now, with what there is to say. A refusal is said as one sentence, and what was
    typed stays.
    """
    try:
        act()
    except DomainError as error:
        say_refusal(error)
        return
    if news:
        st.session_state["told"] = news
    st.rerun()


def key_of(form: str) -> str:
    """What this form calls its submission: the same until it succeeded, so that a double click is one."""
    kept: str = st.session_state.setdefault(f"key-{form}", new_id())
    return kept


def succeeded(form: str) -> None:
    """The next submission of this form is a new one."""
    st.session_state.pop(f"key-{form}", None)


def carry_out(
    staff: Staff, conference: str, verb: str, fields: Mapping[str, Any] | None = None, *, form: str = ""
) -> bool:
    """Do one verb of a conference; a refusal is said as one sentence. Whether it was kept."""
    name = f"{form or verb}-{conference}"
    try:
        do(house(), staff, {**(fields or {}), "verb": verb, "conference": conference, "key": key_of(name)})
    except DomainError as error:
        say_refusal(error)
        return False
    succeeded(name)
    return True


def choose_conference(staff: Staff) -> ConferenceCard | None:
    """The conference of the address, or the one chosen last; with several, a list to choose from. None when there is none.

    What is in the address is only a wish: every service asks again whose it is. Who has very many looks for one by its alias.
    """
    newest = conferences(house(), staff, most=MOST_CHOICES + 1)
    if not newest:
        return None
    picked = _own(staff, st.query_params.get("conference") or st.session_state.get("conference")) or newest[0]
    if len(newest) == 1:
        draw("whose", said(picked.alias, "h2"))
    else:
        found = newest if len(newest) <= MOST_CHOICES else _looked_for(staff)
        own = {card.referral: card for card in found}
        own = own if picked.referral in own else {picked.referral: picked, **own}
        aliases = {key: card.alias for key, card in own.items()}
        t = words()
        whose = one_of(t("Welke conferentie?"), aliases, start=picked.referral, width=420)
        picked = own[whose or picked.referral]
    st.session_state["conference"] = st.query_params["conference"] = picked.id
    return picked


def _own(staff: Staff, wished: str | None) -> ConferenceCard | None:
    """The conference with this id; None for what is not there or not one's own."""
    try:
        return conference(house(), staff, wished) if wished else None
    except DomainError:
        return None


def _looked_for(staff: Staff) -> list[ConferenceCard]:
    """Those with this in their alias; as long as nobody looks, the newest."""
    t = words()
    sought = st.text_input(t("Zoek een gezin"), key="sought-conference", placeholder=t("Deel van de naam"), width=420)
    found = conferences(house(), staff, text=sought.strip()[:LONGEST_SEARCH], most=MOST_CHOICES)
    if not found:
        draw("sought", el("p", t("Niets gevonden"), cls="soft", role="status"))
    return found


def named_conference(staff: Staff, *, or_the_last: bool = False) -> str | None:
    """The conference that a window was opened for, else None, with a sentence and the way back on the page.

    It never guesses: another family's film must not appear. `or_the_last`: the one that was chosen on the page before.
    """
    last = st.session_state.get("conference") if or_the_last else None
    wished: str | None = st.query_params.get("conference") or last or _only_one(staff)
    found = _own(staff, wished)
    if found and found.closed_on is None:
        st.query_params["conference"] = wished  # so that the window can be loaded anew
        return wished
    t = words()
    if found:
        why = t("Deze conferentie is afgesloten.")
    elif wished:
        why = t("Deze conferentie is niet van jou, of niet meer.")
    else:
        why = t("Kies eerst een conferentie. Open dit venster daarna van daaruit.")
    draw("which", el("div", el("p", why), link(t("Naar Voorbereiden"), "/prepare", cls="b"), cls="empty"))
    return None


def _only_one(staff: Staff) -> str | None:
    """The one that is open, when no other is."""
    still_open = [card.id for card in conferences(house(), staff) if card.closed_on is None]
    return still_open[0] if len(still_open) == 1 else None


def no_conference() -> None:
    """What stands where a conference would, as long as there is none."""
    t = words()
    heading = el("h2", t("Er is nog geen conferentie"))
    draw("none", el("div", heading, el("p", t("Ga naar Aanmeldingen en neem daar een gezin aan.")), cls="empty"))


def day(when: date | datetime | None, *, short: bool = False, weekday: bool = False) -> str:
    """The day as people here write it; a dash for none."""
    if when is None:
        return "–"
    here = day_here(when) if isinstance(when, datetime) else when
    form = "d MMM y" if short else "EEEE d MMMM y" if weekday else "d MMMM y"
    return format_date(here, form, locale=locale_of(language()))


def number(count: int) -> str:
    """A count as people here write it: 12.345."""
    return format_decimal(count, locale=locale_of(language()))


def ago(days: int) -> str:
    """How long since: today, one day, so many days."""
    t = words()
    if days < 1:
        return t("vandaag")
    return t("1 dag geleden") if days == 1 else t("{days} dagen geleden").format(days=days)
