"""The papers on the plan's page: the ways to each, with who may read it, and with a password on it."""

from __future__ import annotations

from pages.drawn import Node, el, link
from pages.running import house
from pages.staff import words
from sos_core.access.actor import Staff
from sos_core.services.handouts import is_handed_over, people_on_paper

Papers = list[tuple[str, str]]
"""What each is called, and where it is."""


def papers(staff: Staff, conference: str, version: int) -> Node:
    """The papers to take along, with who may read each; for who leads, with those of each person. Where a password can go on, it can."""
    t = words()
    at = f"conference={conference}&version={version}"
    shared: Papers = [
        (t("Het plan"), f"/export/plan.pdf?{at}"),
        (t("De bodemeisen"), f"/export/lines.pdf?{at}"),
        (t("De dagen, voor kinderen"), f"/export/child.pdf?{at}"),
    ]
    handover: Papers = [(t("De overdrachtsbrief"), f"/export/handover.pdf?{at}")]
    unlocked: Papers = [
        (t("Het plan als Word-bestand"), f"/export/plan.docx?{at}"),
        (t("Het plan als tabel"), f"/export/plan.xlsx?{at}"),
        *(handover if is_handed_over(house(), staff, conference, version) else []),
    ]
    people = people_on_paper(house(), staff, conference, version)
    own_ = [paper for person in people for paper in _of_person(at, *person)]
    everybody = [(t("Voor iedereen één blad, in één keer"), f"/export/pages.pdf?{at}")] if people else []
    return el(
        "section",
        el("h2", t("Papieren")),
        _ways(t("Voor iedereen in de kamer. Wat niet iedereen mag lezen, staat er niet op."), [*shared, *unlocked]),
        _ways(t("Elk blad is alleen voor wie erop staat. Geef het zelf aan die persoon."), [*everybody, *own_]),
        _locked([*shared, *own_]),
        cls="papers",
    )


def _ways(readers: str, several: Papers) -> Node | None:
    """Ways to open them, under who may read them."""
    if not several:
        return None
    ways = (link(label, to, cls="b", new_tab=True) for label, to in several)
    return el("div", el("p", readers, cls="soft"), el("div", *ways, cls="doors"))


def _of_person(at: str, person: str, name: str, child: bool) -> Papers:
    """What this person takes home."""
    t = words()
    mine = (t("Afspraken van {name}").format(name=name), f"/export/mine.pdf?{at}&as={person}")
    film = (t("Film voor {name}").format(name=name), f"/export/child.pdf?{at}&as={person}")
    return [mine, film] if child else [mine]


def _locked(several: Papers) -> Node:
    """The same, each in a copy that opens with a password alone. It is seen while it is typed: nobody can find it again."""
    t = words()
    box = el(
        "input",
        name="password",
        required="",
        minlength="12",
        maxlength="100",
        pattern="[ -~]*",
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        dir="ltr",
    )
    hint = t(
        "Neem bijvoorbeeld drie woorden. Wij bewaren het wachtwoord niet. Wie het vergeet, kan het papier niet meer openen."
    )
    buttons = (el("button", label, type="submit", formaction=to, cls="b") for label, to in several)
    form = el(
        "form",
        el("label", t("Wachtwoord van 12 tekens of meer"), box),
        el("p", hint, cls="soft"),
        el("p", t("Welk papier krijgt dit wachtwoord?")),
        el("div", *buttons, cls="doors"),
        method="post",
        action=several[0][1],
        target="_blank",
        cls="lock",
    )
    return el("details", el("summary", t("Met een wachtwoord erop")), form)
