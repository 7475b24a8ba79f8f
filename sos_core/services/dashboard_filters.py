"""What a coordinator wants to see: filters, as they stand in an address and as the database reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlmodel import col

from sos_core.store.overview import AT_LEAST, AT_MOST, Stage
from sos_core.store.tables import Account, Overview

SOON = timedelta(days=7)

EVALUATION_STATES = ("overdue", "due", "not_planned", "planned", "no_plan")
PACES = ("late", "close", "on_time", "held_late", "held")
GAPS = ("no_backup", "no_monitor", "silent")
LONGEST_SEARCH = 60
MOST_CHOSEN = 100
"""Of one filter, so that nobody's address becomes a question without end."""

STAGES = {
    "waiting": (Stage.WAITING,),
    "meeting": (Stage.MEETING,),
    "with_plan": (Stage.FOLLOWED, Stage.ADRIFT),
    "handed_over": (Stage.HANDED_OVER,),
    "measures": (Stage.MEASURES,),
}
"""How far a family is, as one chooses it: the two that have a plan differ in their evaluation, which is chosen apart."""
PLANNED = (Stage.FOLLOWED, Stage.ADRIFT, Stage.HANDED_OVER)
"""There is a plan, and somebody still works with this family."""
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted; empty is everything. Of one filter any may hold, and all filters must. `day`: of the next evaluation, as
    2026-12-01. `text`: a part of the alias.
    """

    facilitator: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    pace: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    day: str = ""
    text: str = ""

    @property
    def wide(self) -> Filters:
        """Whose families, without what is the matter with them: what counts are about."""
        return Filters(facilitator=self.facilitator, text=self.text)


EVERYTHING = Filters()
_KNOWN = {"stage": tuple(STAGES), "state": EVALUATION_STATES, "pace": PACES, "gap": GAPS}


def read_filters(asked: Iterable[tuple[str, str]]) -> Filters:
    """The filters among the fields of an address; what is none of them is passed over."""
    found: dict[str, list[str]] = {}
    for name, value in asked:
        if value and len(found.setdefault(name, [])) < MOST_CHOSEN and value not in found[name]:
            found[name].append(value)
    chosen = {name: tuple(one for one in known if one in found.get(name, ())) for name, known in _KNOWN.items()}
    text = " ".join(found.get("text", ("",))[0:1])[:LONGEST_SEARCH].strip()
    day = _day("".join(found.get("day", ())[:1]))
    return Filters(facilitator=tuple(found.get("facilitator", ())), day=day, text=text, **chosen)


def _day(written: str) -> str:
    """As the calendar writes it; empty for what is no day."""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return ""


def written(filters: Filters) -> str:
    """As an address has them, without the question mark."""
    return urlencode(pairs(filters))


def pairs(filters: Filters) -> list[tuple[str, str]]:
    values = {field.name: getattr(filters, field.name) for field in fields(filters)}
    many = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}
    return [(name, one) for name, some in many.items() for one in some if one]


def read_written(text: str) -> Filters:
    """The filters that were `written`."""
    return read_filters(parse_qsl(text))


def condition(filters: Filters, today: date) -> Condition:
    """Of a row of the overview that is listed, whether it is wanted."""
    asked = [
        col(Overview.listed) == true(),
        *_any(filters.stage, stages()),
        *_any(filters.state, states(today)),
        *_any(filters.pace, paces(today)),
        *_any(filters.gap, gaps(today)),
    ]
    if filters.facilitator:
        asked.append(led_by(filters.facilitator))
    if filters.day:
        asked += [evaluated(), col(Overview.asks_on) == date.fromisoformat(filters.day)]
    if filters.text:
        asked.append(col(Overview.sought_as).contains(filters.text.casefold(), autoescape=True))
    return and_(*asked)


def led_by(names: tuple[str, ...]) -> Condition:
    """One of them leads it, alone or with another."""
    accounts = select(col(Account.id)).where(col(Account.name).in_(names))
    return or_(col(Overview.facilitator).in_(accounts), col(Overview.second).in_(accounts))


def evaluated() -> Condition:
    """There is a day on which people look back at the plan; the overview asks for it on that day."""
    return _at(Stage.FOLLOWED, Stage.HANDED_OVER)


def stages() -> Mapping[str, Condition]:
    """How far a family is."""
    return {name: _at(*those) for name, those in STAGES.items()}


def states(today: date) -> Mapping[str, Condition]:
    """How the evaluation stands: its day has passed, is within a week, or is further on; or no day, or no plan yet."""
    followed, asks = evaluated(), col(Overview.asks_on)
    return {
        "overdue": and_(followed, asks < today),
        "due": and_(followed, asks >= today, asks <= today + SOON),
        "planned": and_(followed, asks > today + SOON),
        "not_planned": _at(Stage.ADRIFT),
        "no_plan": _at(Stage.WAITING, Stage.MEETING),
    }


def paces(today: date) -> Mapping[str, Condition]:
    """The first session against the 4 to 6 weeks since the referral; nobody waits for one where other measures are taken."""
    days, referred = col(Overview.days_to_first), col(Overview.referred_on)
    waits = and_(days.is_(None), col(Overview.stage) != Stage.MEASURES.value)
    return {
        "held": days <= AT_MOST.days,
        "held_late": days > AT_MOST.days,
        "late": and_(waits, referred < today - AT_MOST),
        "close": and_(waits, referred >= today - AT_MOST, referred <= today - AT_LEAST),
        "on_time": and_(waits, referred > today - AT_LEAST),
    }


def gaps(today: date) -> Mapping[str, Condition]:
    """What a plan that stands lacks."""
    stands = _at(*PLANNED)
    return {
        "no_backup": and_(stands, col(Overview.without_backup) > 0),
        "no_monitor": and_(stands, col(Overview.without_monitor) > 0),
        "silent": and_(stands, col(Overview.silent_from) <= today),
    }


def _at(*stages: Stage) -> Condition:
    return col(Overview.stage).in_([stage.value for stage in stages])


def _any(chosen: tuple[str, ...], known: Mapping[str, Condition]) -> list[Condition]:
    return [or_(false(), *(known[one] for one in chosen))] if chosen else []
