"""The plan in plain words: what was adopted last, as one person may read it on the own phone. Moment by moment, who does what."""

from __future__ import annotations

from collections import defaultdict
from typing import TypedDict

from sos_core.access.eyes import Eyes, Face
from sos_core.domain import board as b
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.export.paper import Part
from sos_core.export.plan_sentences import day_in_words
from sos_core.i18n import one_after_another, words_for
from sos_core.services.house import House
from sos_core.services.papers import Writer, boards_on_paper, part_of
from sos_core.services.speakers import is_in


class Deed(TypedDict):
    """One agreement. `then`: who steps in, in order, "" for nobody; `part`: what this person has to do with it, None for nothing;
    `carried`: its doer did not say that it cannot be done.
    """

    who: str
    what: str
    when: str
    then: str
    part: Part | None
    carried: bool


class Moment(TypedDict):
    """One scene; `helpers` are those who can step in."""

    title: str
    time: str | None
    picture: str
    helpers: list[str]
    deeds: list[Deed]


class Days(TypedDict):
    """One routine, in the order of the day."""

    title: str
    moments: list[Moment]


class Plan(TypedDict):
    """`besides`: what belongs to no moment in particular."""

    version: int
    adopted: str
    days: list[Days]
    besides: list[Deed]


def plan_in_words(house: House, conference: str, eyes: Eyes, *, lang: str) -> Plan:
    """The newest version. Raises NotAllowed for who is nobody in particular, or is not in; NotFound while there is no plan."""
    with house.store.reading() as session:
        now = house.boards.current(session, conference).board
    if eyes.face is not Face.PERSON or not is_in(now, eyes.person):
        raise NotAllowed("person.not_admitted")
    if not now.plans:
        raise NotFound("plan.no_such_version")
    version = max(now.plans)
    board, _, lookup = boards_on_paper(house, conference, version, eyes)
    writer = Writer(board, lookup)
    deeds: dict[str | None, list[Deed]] = defaultdict(list)
    for agreement in board.agreements.values():
        for scene in _scenes(board, agreement):
            deeds[scene].append(_deed(writer, agreement, eyes.person, lang))
    return Plan(
        version=version,
        adopted=day_in_words(board.plans[version].adopted_on, lang, "long"),
        days=[
            Days(title=writer.text(one.title), moments=[_moment(writer, scene, deeds[scene]) for scene in one.scenes])
            for one in board.routines.values()
        ],
        besides=deeds[None],
    )


def _scenes(board: b.Board, agreement: b.Agreement) -> list[str | None]:
    """Of the risk points that it answers, each once; None alone where there is none, or where the scene is gone from the film."""
    at = (board.cards[risk].scene for risk in agreement.risks if risk in board.cards)
    return list(dict.fromkeys(scene for scene in at if scene in board.scenes)) or [None]


def _moment(writer: Writer, scene: str, deeds: list[Deed]) -> Moment:
    found = writer.board.scenes[scene]
    return Moment(
        title=writer.text(found.title),
        time=found.time,
        picture=found.picture,
        helpers=[writer.name(person) or "" for person in writer.board.helpers_at(scene)],
        deeds=deeds,
    )


def _deed(writer: Writer, agreement: b.Agreement, person: str, lang: str) -> Deed:
    said = writer.agreement(agreement)
    then = one_after_another(said.backups, words_for(lang))
    return Deed(
        who=said.who,
        what=said.what,
        when=said.when,
        then=then,
        part=part_of(agreement, person),
        carried=agreement.carried,
    )
