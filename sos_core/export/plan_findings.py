"""What the checks find, as paper says it to everybody: without anybody's name. The desk's sentences are in findings.js. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sos_core.export.paper import Found, PlanPaper
from sos_core.i18n import Translate

Says = Callable[[list[Found]], Iterable[str]]


class Kind(NamedTuple):
    """Findings that are told under one heading: which, what is said of them, and what would mend it."""

    whats: frozenset[str]
    title: str
    says: Says
    mend: str


def kinds(t: Translate, paper: PlanPaper) -> tuple[Kind, ...]:
    """All that a paper tells."""
    watch = t("Vraag iemand anders om erop te letten.")
    part = t("Vraag wie een deel kan overnemen.")

    def numbered(found: list[Found]) -> list[str]:
        every = sorted({number for one in found for number in one.agreements})
        return [t("Afspraak {numbers}").format(numbers=", ".join(map(str, every)))] if every else []

    def each(found: list[Found]) -> list[str]:
        return [text for one in found for text in numbered([one])]

    def alone(found: list[Found]) -> list[str]:
        return [*numbered([one for one in found if not one.points]), *_points(t, found)]

    def kind(whats: str, title: str, says: Says, mend: str) -> Kind:
        return Kind(frozenset(whats.split()), title, says, mend)

    return (
        kind(
            "nobody",
            t("Hier is er nog niemand"),
            lambda f: _points(t, f),
            t("Vraag wie kan bijspringen, en wie als tweede."),
        ),
        kind(
            "scene_without_one", t("Hier rust alles op één persoon"), _scenes, t("Vraag wie hier nog meer kan helpen.")
        ),
        kind(
            "scene_without_two",
            t("Hier helpen maar twee mensen"),
            _scenes,
            t("Vraag een derde persoon om hier te helpen."),
        ),
        kind("without_one", t("Er rust veel op één persoon"), lambda f: [_resting(t, one) for one in f], part),
        kind("too_often too_long most_of_it", t("Dit is veel voor één persoon"), lambda f: _much(t, f), part),
        kind(
            "no_backup agreement_alone",
            t("Lukt het niet, dan neemt nog niemand het over"),
            alone,
            t("Zet er iemand bij die het dan doet."),
        ),
        kind(
            "no_safeguard",
            t("Hier staat nog niet hoe we het voorkomen"),
            lambda f: _points(t, f),
            t("Vraag: hoe voorkomen we dat?"),
        ),
        kind("not_watched", t("Op deze bodemeisen let nog niemand anders"), lambda f: _lines(t, paper, f), watch),
        kind("doer_watches backup_watches", t("Hier let nog niemand anders op"), lambda f: _watched(t, f), watch),
        kind(
            "clash at_once",
            t("Dit valt op dezelfde tijd"),
            each,
            t("Vraag of het samen kan. Zo niet: kies een andere tijd, of vraag iemand anders."),
        ),
        kind(
            "nothing_at_night nothing_on_wednesday_afternoon nothing_at_weekend nothing_in_holidays",
            t("Dan is er nog geen afspraak met een tijd"),
            lambda f: [_never(t, one) for one in f],
            t("Vraag: wie is er dan bij de kinderen?"),
        ),
        kind(
            "only_professionals",
            t("Hier helpen alleen professionals"),
            _scenes,
            t("Vraag wie uit de familie of de buurt dit ook kan."),
        ),
        kind("child_carries", t("Dit rust op een kind"), numbered, t("Vraag een volwassene om dit te doen.")),
        kind(
            "no_child_asked child_not_asked",
            t("Nog niet elk kind gaf een cijfer of een antwoord"),
            lambda f: _unasked(t, f),
            t("Vraag elk kind om een cijfer, of om een antwoord bij een afspraak."),
        ),
        kind(
            "no_child_action",
            t("Hier staat nog niet wat het kind doet"),
            lambda f: [", ".join(_scenes(f))],
            t("Vraag bij elke scène: wat doet het kind? Naar wie gaat het kind toe?"),
        ),
    )


def _scenes(found: list[Found]) -> Iterable[str]:
    return dict.fromkeys(scene for one in found for scene in one.scenes)


def _points(t: Translate, found: list[Found]) -> list[str]:
    return [t("{scene}: {risk}").format(scene=scene, risk=risk) for one in found for scene, risk in one.points]


def _resting(t: Translate, found: Found) -> str:
    said = t("{n} punten rusten op dezelfde persoon, bij: {scenes}")
    return said.format(n=len(found.points), scenes=", ".join(found.scenes))


def _much(t: Translate, found: list[Found]) -> list[str]:
    said = {
        "too_often": t("Iemand moet in een week meer dan twee keer per dag iets doen."),
        "too_long": t("Iemand geeft in een week meer dan acht uur."),
        "most_of_it": t("Iemand doet meer dan de helft van alles."),
    }
    return list(dict.fromkeys(said[one.what] for one in found))


def _watched(t: Translate, found: list[Found]) -> list[str]:
    count = len({number for one in found for number in one.agreements})
    if count == 1:
        return [t("Bij 1 afspraak let alleen op wie het doet, of wie het overneemt.")]
    return [t("Bij {n} afspraken let alleen op wie het doet, of wie het overneemt.").format(n=count)]


def _lines(t: Translate, paper: PlanPaper, found: list[Found]) -> list[str]:
    return [bottom_line_said(t, paper, number) for one in found for number in one.lines]


def _never(t: Translate, found: Found) -> str:
    return {
        "nothing_at_night": t("In de nacht"),
        "nothing_on_wednesday_afternoon": t("Op woensdagmiddag"),
        "nothing_at_weekend": t("In het weekend"),
        "nothing_in_holidays": t("In de schoolvakantie, bij: {scenes}").format(scenes=", ".join(found.scenes)),
    }[found.what]


def _unasked(t: Translate, found: list[Found]) -> list[str]:
    count = sum(one.people for one in found)
    return [t("Dat is 1 kind.") if count == 1 else t("Dat zijn {n} kinderen.").format(n=count)]


def bottom_line_said(t: Translate, paper: PlanPaper, number: int) -> str:
    for line in paper.bottom_lines:
        if line.number == number:
            return t("Bodemeis {number}: {criterion}").format(number=number, criterion=line.criterion)
    return t("Bodemeis {number}").format(number=number)
