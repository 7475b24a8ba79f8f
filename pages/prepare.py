"""Preparing a conference in three steps: choose routines, put the film on the screen, open the door."""

from __future__ import annotations

import streamlit as st

from pages.asked import asked
from pages.choices import one_of
from pages.closing import closed_part, closing_part, erase_one_part, kept_part
from pages.drawn import Node, draw, el, link, said
from pages.invited import people
from pages.leading import leading
from pages.planned import sessions
from pages.restricted import name_first, restrictions
from pages.running import house
from pages.staff import carry_out, choose_conference, no_conference, only, refused, signed_in, told, words
from sos_core.access.actor import Duty
from sos_core.access.view import View
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Together
from sos_core.services.conferences import ConferenceCard
from sos_core.services.library import RoutineIdea, SceneIdea, routines
from sos_core.services.seeing import seen_by

staff = signed_in()
only(staff, Duty.FACILITATOR)
t = words()


def picture(name: str, *, cls: str | None = None) -> Node:
    return el("img", src=f"/face/pictograms/{name}.svg", alt="", cls=cls)


def start(conference: ConferenceCard, view: View) -> None:
    """The three steps, and the doors to the two windows."""
    steps = [
        (t("Kies de routines die jullie doorlopen."), bool(view["order"])),
        (t("Zet het scherm op het grote beeld. Regie houd je op je eigen laptop."), False),
        (t("Open de deur. Mensen doen mee met de QR-code of met de code."), view["door"]["open"]),
    ]
    done_words = " (" + t("gedaan") + ")"
    lines = [
        el(
            "li",
            el("span", words_, el("span", done_words, cls="sr") if done else None),
            cls="done" if done else None,
        )
        for words_, done in steps
    ]
    doors = el(
        "div",
        link(t("Open het scherm"), f"/board?conference={conference.id}", cls="b strong", new_tab=True),
        link(t("Open de regie"), f"/desk?conference={conference.id}", cls="b", new_tab=True),
        link(t("Bekijk het plan"), f"/plan?conference={conference.id}", cls="b"),
        cls="doors",
    )
    draw(
        f"start-{conference.id}",
        apart(conference, view),
        el("ol", *lines, cls="steps"),
        doors,
    )


def apart(conference: ConferenceCard, view: View) -> Node | None:
    """What was judged, where they may not simply come together."""
    if conference.together == Together.NOT_NOW:
        return el("p", refused(DomainError("referral.not_now")), cls="notice stop")
    if conference.together == Together.SEPARATE:
        separate = t("Deze mensen mogen niet samen in één ruimte. Houd aparte sessies.")
        return name_first(view) or el("p", separate, cls="notice stop")
    return None


def door(conference: ConferenceCard, view: View) -> None:
    st.header(t("De deur"))
    entrance = view["door"]
    if not entrance["open"]:
        first = name_first(view)
        draw("door", el("p", t("De deur is dicht. Niemand kan nu meedoen."), cls="soft"), first)
        if (
            first is None
            and st.button(t("Open de deur"), type="primary")
            and carry_out(staff, conference.id, "open_door")
        ):
            st.rerun()
        return
    draw(
        "door",
        el("p", t("De deur is open. Mensen gaan op hun telefoon naar dit adres en vullen de code in.")),
        el("p", el("strong", entrance["where"]), " · ", el("span", entrance["code"], cls="code")),
    )
    if st.button(t("Doe de deur dicht")) and carry_out(staff, conference.id, "close_door"):
        st.rerun()


def film(view: View) -> None:
    st.header(t("De film van dit gezin"))
    if not view["order"]:
        draw("film", el("p", t("Er is nog geen routine gekozen. Kies er hieronder één of meer."), cls="empty"))
        return
    chosen = [view["routines"][routine] for routine in view["order"]]
    draw(
        "film",
        *(
            strip(routine["title"], routine["picture"], [view["scenes"][s] for s in routine["scenes"]])
            for routine in chosen
        ),
    )


def strip(title: str | None, drawing: str, scenes: list[dict[str, object]]) -> Node:
    """A routine as a row of small scenes."""
    small = [
        el("li", picture(str(scene["picture"])), said(f"{scene['time'] or ''} {scene['title']}".strip()))
        for scene in scenes
    ]
    head = el("div", picture(drawing, cls="picture"), said(title, "h3"), cls="with-picture")
    return el("section", head, el("ol", *small, cls="strip"))


def library(conference: ConferenceCard, chosen: int) -> None:
    """The routines to choose from. With every one that is chosen the button is another: a double click puts one in the film."""
    st.header(t("Kies uit de bibliotheek"))
    st.caption(
        t(
            "Het zijn voorbeelden, na te kijken door mensen uit de praktijk. Een gezin neemt over wat past en verandert de rest."
        )
    )
    found = routines()
    titles = {key: routine.title for key, routine in found.items()}
    first = next(iter(found))
    picked = one_of(t("Welke routine?"), titles, start=first, key="library", width=420) or first
    if st.button(t("Zet in de film"), type="primary", key=f"add-{chosen}") and carry_out(
        staff, conference.id, "add_routine", {"library": picked}
    ):
        st.rerun()
    draw("example", example(found[picked]))


def example(routine: RoutineIdea) -> Node:
    head = el("div", picture(routine.picture, cls="picture"), el("h3", routine.title), cls="with-picture")
    scenes = [example_scene(scene) for scene in routine.scenes]
    return el("section", head, el("p", routine.note, cls="soft small"), el("div", *scenes, cls="scenes"))


def example_scene(scene: SceneIdea) -> Node:
    title = " · ".join(part for part in (scene.time, scene.title, scene.place) if part)
    risks = [el("li", risk.text) for risk in scene.risk_points]
    return el(
        "div",
        el("div", picture(scene.picture), el("strong", title), cls="with-picture scene"),
        el("ul", *risks, cls="bullets soft"),
    )


st.session_state.pop("taken", None)
st.title(t("Voorbereiden"))
conference = choose_conference(staff)
if conference is None:
    no_conference()
elif conference.closed_on:
    told()
    closed_part(staff, conference.referral, conference.closed_on)
    kept_part(staff, conference.id)
    erase_one_part(staff, conference.id)
    draw("plan", link(t("Bekijk het plan"), f"/plan?conference={conference.id}", cls="b"))
else:
    told()
    view = seen_by(house(), staff, conference.id)
    start(conference, view)
    people(staff, conference.id, view)
    restrictions(staff, conference.id, view)
    sessions(staff, conference.id, view)
    asked(staff, conference.id, view)
    film(view)
    library(conference, len(view["order"]))
    door(conference, view)
    leading(staff, conference)
    st.header(t("Bewaren en afsluiten"))
    kept_part(staff, conference.id)
    erase_one_part(staff, conference.id)
    closing_part(
        staff,
        conference.referral,
        stepped_out=conference.stepped_out_on is not None,
        held=conference.first_session_on is not None,
    )
