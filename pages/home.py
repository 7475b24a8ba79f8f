"""The guard of every staff page, and the pages for somebody's duty. What is left out here is out of sight only: services decide."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from pages.drawn import draw, el
from pages.staff import masthead, signed_in, words
from sos_core.access.actor import Duty, Staff

WINDOWS = {"board", "desk"}
"""These fill a whole window: no bar, no menu."""


def pages_of(staff: Staff) -> list[st.Page]:
    """The pages for this duty, the one to begin with first."""
    t = words()
    referrals = st.Page("referrals.py", title=t("Aanmeldingen"), url_path="referrals")
    new = st.Page("referral.py", title=t("Nieuwe aanmelding"), url_path="referral")
    net = st.Page("net.py", title=t("Vangnet"), url_path="net", visibility="hidden")
    plan = st.Page("plan.py", title=t("Plan"), url_path="plan")
    lines = st.Page("plan.py", title=t("Bodemeisen en plan"), url_path="plan")
    retention = st.Page("retention.py", title=t("Bewaren en wissen"), url_path="retention")
    return {
        Duty.FACILITATOR: [
            st.Page("prepare.py", title=t("Voorbereiden"), url_path="prepare"),
            referrals,
            net,
            st.Page("desk.py", title=t("Regie"), url_path="desk"),
            st.Page("board.py", title=t("Scherm"), url_path="board", visibility="hidden"),
            plan,
            st.Page("evaluation.py", title=t("Evaluatie"), url_path="evaluation"),
        ],
        Duty.COORDINATOR: [
            st.Page("dashboard.py", title=t("Overzicht"), url_path="dashboard"),
            referrals,
            net,
            new,
            lines,
            retention,
        ],
        Duty.REFERRER: [referrals, net, new, lines],
        Duty.ADMINISTRATOR: [st.Page(_accounts, title=t("Accounts"), url_path="accounts"), retention],
    }[staff.duty]


def _accounts() -> None:
    """An administrator sees no family's words; accounts are opened where the server stands."""
    t = words()
    st.title(t("Accounts"))
    draw(
        "accounts",
        el("p", t("Je ziet hier geen gegevens van gezinnen. Een account maak je op de server zelf, met dit commando:")),
        el("p", el("strong", "python3 -m sos_core.cli account NAAM TAAK")),
        el("p", t("De taken zijn: facilitator, coordinator, referrer en administrator."), cls="soft"),
    )


def _window() -> str:
    """Which page the address names."""
    return urlsplit(st.context.url or "").path.strip("/")


def main() -> None:
    st.set_page_config(page_title="Draaiboek", layout="wide", initial_sidebar_state="collapsed")
    staff = signed_in()
    pages = pages_of(staff)
    start = st.Page(lambda: st.switch_page(pages[0]), title="Draaiboek", default=True, visibility="hidden")
    alone = _window() in WINDOWS
    chosen = st.navigation([start, *pages], position="hidden" if alone else "top")
    if not alone:
        masthead(staff)
    chosen.run()


main()
