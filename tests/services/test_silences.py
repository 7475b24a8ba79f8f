"""Of which agreements nothing is heard any more: each by itself, never before it could have been told, and as the journal says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.here import day_here
from sos_core.domain.kinds import ClosedBecause, Keeping, Look
from sos_core.domain.story import what_counts
from sos_core.domain.when import When
from sos_core.services.closing import close
from sos_core.services.dashboard import Family, dashboard
from sos_core.services.dashboard_filters import Filters
from sos_core.services.diary import occurrences
from sos_core.services.erasing import confirm, propose
from sos_core.services.erasing_one import propose_person
from sos_core.services.holidays import school_holidays
from sos_core.services.house import new_id
from sos_core.services.silences import NEVER, silences, silent_from
from sos_core.settings import Region
from sos_core.store.tables import Conference
from tests.builders import Meeting, Office, Somebody
from tests.domain.random_whens import days, whens
from tests.services.test_closing import referral_of

MIDDLE = school_holidays(Region.MIDDLE)
MONTHLY = "Elke eerste maandag van de maand om 10 uur."


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def row(meeting: Meeting, text: str = "") -> Family:
    (only,) = dashboard(meeting.house, meeting.office.coordinator, Filters(text=text)).families
    return only


def silent(meeting: Meeting) -> tuple[int, int]:
    """Of how many agreements nothing is heard, and of how many there are; the filter says the same."""
    found = row(meeting)
    filtered = dashboard(meeting.house, meeting.office.coordinator, Filters(gap=("silent",))).total
    assert filtered == bool(found.silent)
    return found.silent, found.agreements


# -- each by itself ----------------------------------------------------------------------------------------------------


def test_of_two_agreements_one_is_reported_for_thirteen_weeks_and_the_other_never(
    meeting: Meeting, riet: Somebody
) -> None:
    told, _ = meeting.agree(riet), meeting.agree(riet)
    meeting.adopted()
    for week in range(1, 14):
        meeting.office.clock.forward(weeks=1)
        meeting.do("check_in", riet, agreement=told, how="worked")
        assert silent(meeting) == (int(week > 3), 2)
    assert (row(meeting).silent_weeks, row(meeting).heard_on) == (13, meeting.house.today())


def test_the_weeks_are_those_of_all_that_are_silent(meeting: Meeting, riet: Somebody) -> None:
    _, later = meeting.agree(riet), meeting.agree(riet)
    meeting.adopted()
    meeting.office.clock.forward(weeks=2)
    meeting.do("check_in", riet, agreement=later, how="not")
    meeting.office.clock.forward(weeks=5)
    assert (silent(meeting), row(meeting).silent_weeks) == ((2, 2), 5)


def test_a_new_version_begins_anew_with_what_is_agreed_in_it(meeting: Meeting, riet: Somebody) -> None:
    kept, dropped = meeting.agree(riet), meeting.agree(riet)
    meeting.adopted()
    meeting.office.clock.forward(weeks=4)
    assert silent(meeting) == (2, 2)
    meeting.evaluated("adjust")
    assert silent(meeting) == (0, 2)
    meeting.do("drop_agreement", agreement=dropped)
    for _ in range(2):
        meeting.agree(riet)
    assert silent(meeting) == (0, 1)
    meeting.adopted()
    meeting.office.clock.forward(days=22)
    meeting.do("check_in", riet, agreement=kept, how="worked")
    assert silent(meeting) == (2, 3)


def test_an_agreement_that_was_stopped_is_not_waited_for_unless_that_is_undone(
    meeting: Meeting, riet: Somebody
) -> None:
    _, stopped = meeting.agree(riet), meeting.agree(riet)
    meeting.adopted()
    meeting.evaluated("adjust")
    meeting.office.clock.forward(weeks=4)
    assert silent(meeting) == (2, 2)
    meeting.do("drop_agreement", agreement=stopped)
    assert silent(meeting) == (1, 1)
    meeting.do("undo")
    assert silent(meeting) == (2, 2)
    meeting.do("redo")
    assert silent(meeting) == (1, 1)


def test_a_proof_that_is_undone_and_a_report_that_is_taken_back_were_never_heard(
    meeting: Meeting, riet: Somebody
) -> None:
    agreement = meeting.agree(riet)
    meeting.adopted()
    meeting.office.clock.forward(weeks=4)
    meeting.do("note_proof", agreement=agreement, proof="worked")
    assert silent(meeting) == (0, 1)
    meeting.do("undo")
    assert silent(meeting) == (1, 1)
    told = meeting.do("check_in", riet, agreement=agreement, how="nearly")
    assert silent(meeting) == (0, 1)
    meeting.do("take_back_check_in", riet, check_in=told)
    assert silent(meeting) == (1, 1)


def test_who_is_erased_alone_takes_along_what_they_reported(meeting: Meeting, riet: Somebody) -> None:
    office, agreement = meeting.office, meeting.agree(riet)
    meeting.adopted()
    office.clock.forward(weeks=4)
    meeting.do("check_in", riet, agreement=agreement, how="worked")
    wanted = propose_person(office.house, meeting.facilitator, meeting.conference, riet.id)
    confirm(office.house, office.administrator, wanted)
    assert silent(meeting) == (1, 1)


def test_with_what_was_said_go_the_days_on_which_it_was_told(meeting: Meeting, riet: Somebody) -> None:
    office, _ = meeting.office, meeting.agree(riet)
    meeting.adopted()
    meeting.evaluated("step_out")
    referral = referral_of(meeting)
    close(office.house, meeting.facilitator, referral, because=ClosedBecause.STEPPED_OUT)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    with office.house.store.reading() as session:
        assert session.get_one(Conference, meeting.conference).heard is None


# -- never before it could have been told ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "first_silent"),
    [
        ("Elke dag om acht uur.", date(2026, 11, 24)),
        ("Als het moet.", date(2026, 11, 24)),
        (MONTHLY, date(2026, 12, 15)),
        ("Op 5 januari 2027 om 10 uur.", date(2027, 1, 13)),
        ("Op 5 januari 2029 om 10 uur.", date(2029, 1, 13)),
    ],
)
def test_it_is_not_silent_before_it_could_have_been_told(
    meeting: Meeting, riet: Somebody, when: str, first_silent: date
) -> None:
    meeting.agree(riet, when=when)
    meeting.adopted()
    meeting.office.clock.forward(days=(first_silent - meeting.house.today()).days - 1)
    assert silent(meeting) == (0, 1)
    meeting.office.clock.forward(days=1)
    assert silent(meeting) == (1, 1)


def test_what_is_over_has_nothing_to_tell(meeting: Meeting, riet: Somebody) -> None:
    once = meeting.agree(riet, when="Op 5 januari 2027 om 10 uur.")
    meeting.adopted()
    meeting.office.clock.now = meeting.office.clock.now.replace(year=2027, month=1, day=5)
    meeting.do("check_in", riet, agreement=once, how="worked")
    meeting.office.clock.forward(weeks=60)
    assert silent(meeting) == (0, 1)


def test_on_school_days_nothing_is_waited_for_in_the_holidays() -> None:
    school = When("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 11, 2), "08:15", term_only=True)
    assert silent_from(date(2027, 7, 16), school, MIDDLE) == date(2027, 9, 7)  # a week and a day after it begins again


@given(rule=st.one_of(st.none(), whens()), heard=days)
def test_silent_is_three_weeks_after_it_was_heard_and_a_week_after_it_was_to_be_told(
    rule: When | None, heard: date
) -> None:
    """As one would say it, day by day."""
    since = silent_from(heard, rule, MIDDLE)
    ahead = (max(heard, rule.first) if rule else heard) + timedelta(days=400)
    falls = falling(rule, heard, ahead)
    assert (since == NEVER) == (rule is not None and not falls)
    for on in (heard + timedelta(days=n) for n in range(100)):
        assert (since <= on) == is_silent(on, rule, heard)


def falling(rule: When | None, heard: date, until: date) -> list[date]:
    found = occurrences(rule, MIDDLE, begin=heard + timedelta(days=1), end=until) if rule else ()
    return [one.start.date() for one in found]


def is_silent(on: date, rule: When | None, heard: date) -> bool:
    could_be_told = rule is None or any((on - day).days > 7 for day in falling(rule, heard, on))
    return (on - heard).days > 21 and could_be_told


# -- as the journal says -----------------------------------------------------------------------------------------------

DEEDS = st.one_of(
    st.tuples(st.just("wait"), st.integers(1, 30)),
    st.tuples(st.sampled_from(("check_in", "note_proof", "take_back_check_in", "undo", "redo")), st.integers(0, 3)),
    st.tuples(st.sampled_from(("change", "drop_agreement", "make", "adjust", "go_on", "adopt")), st.integers(0, 3)),
)
WHENS = ("Elke dag om acht uur.", MONTHLY, "Als het moet.", "Elke schooldag om 8.15 uur.")
NUMBERS = count(1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(deeds=st.lists(DEEDS, min_size=5, max_size=15))
@example([("wait", 25), ("adjust", 0), ("drop_agreement", 1), ("wait", 25), ("undo", 0), ("adopt", 0), ("wait", 25)])
@example(
    [("wait", 25), ("note_proof", 0), ("undo", 0), ("check_in", 1), ("redo", 0), ("take_back_check_in", 0), ("wait", 9)]
)
def test_whatever_is_done_the_row_says_what_the_journal_does(office: Office, deeds: list[tuple[str, int]]) -> None:
    alias = f"Familie Nr{next(NUMBERS)}."
    meeting = office.meeting(alias=alias)
    meeting.admitted("Riet")
    for when in WHENS[:3]:
        make(meeting, when)
    meeting.adopted()
    for deed, which in deeds:
        live(meeting, deed, which)
        today, told = office.house.today(), told_of(meeting)
        expected = sum(is_silent(today, rule, heard) for rule, heard in told)
        assert (row(meeting, alias).silent, row(meeting, alias).agreements) == (expected, len(told))
        with office.house.store.reading() as session:
            kept = session.get_one(Conference, meeting.conference).heard
        assert kept == silences(meeting.now.board, MIDDLE)


def make(meeting: Meeting, when: str) -> str:
    return meeting.agree(meeting.people["Riet"], when=when)


def live(meeting: Meeting, deed: str, which: int) -> None:
    """One thing that happens; what is refused does not."""
    board, riet, when = meeting.now.board, meeting.people["Riet"], WHENS[which % len(WHENS)]
    agreement = list(board.agreements)[which % len(board.agreements)] if board.agreements else new_id()
    base = board.agreements[agreement].base if agreement in board.agreements else new_id()
    look = next((one.look for one in board.planned_evaluations), Look.EVALUATION)
    changed = {"what": "Iets anders.", "when": when, "notice": "Zegt het.", "who": riet.id, "base": base}
    ways: dict[str, Callable[[], object]] = {
        "wait": lambda: meeting.office.clock.forward(days=which),
        "check_in": lambda: meeting.do("check_in", riet, agreement=agreement, how="worked"),
        "take_back_check_in": lambda: meeting.do("take_back_check_in", riet, check_in=next(iter(board.check_ins), "")),
        "note_proof": lambda: meeting.do("note_proof", agreement=agreement, proof="worked"),
        "change": lambda: meeting.do("change_agreement", None, agreement=agreement, **changed),
        "drop_agreement": lambda: meeting.do("drop_agreement", agreement=agreement),
        "make": lambda: make(meeting, when),
        "adopt": meeting.adopted,
        "adjust": lambda: meeting.evaluated("adjust", look=look),
        "go_on": lambda: meeting.evaluated("go_on", look=look),
        "undo": lambda: meeting.do("undo"),
        "redo": lambda: meeting.do("redo"),
    }
    with suppress(DomainError):
        ways[deed]()


def told_of(meeting: Meeting) -> list[tuple[When | None, date]]:
    """Of each agreement that can be reported on its rule, and when it was told of last: read from the facts, in their order."""
    facts = list(what_counts(meeting.now.entries))
    agreed, stands = agreed_in(facts)
    told = [*reported_in(facts), *proven_in(facts), *weighed_in(facts)]
    return [
        (agreed[key], max([adopted, *(on for about, on in told if about == key)]))
        for key, adopted in stands.items()
        if key in agreed
    ]


def agreed_in(facts: list[e.Entry]) -> tuple[dict[str, When | None], dict[str, date]]:
    """What is agreed, each with its rule; and of what stands in the plan the day on which that was adopted."""
    agreed: dict[str, When | None] = {}
    stands: dict[str, date] = {}
    for fact in (entry.event for entry in facts):
        if isinstance(fact, e.AgreementMade):
            agreed[fact.agreement] = fact.rule
        elif isinstance(fact, e.AgreementDropped):
            agreed.pop(fact.agreement)
        elif isinstance(fact, e.PlanAdopted):
            stands = dict.fromkeys(agreed, fact.adopted_on)
    return agreed, stands


def reported_in(facts: list[e.Entry]) -> list[tuple[str, date]]:
    reports = {one.event.check_in: one.event for one in facts if isinstance(one.event, e.CheckedIn)}
    last = {one.event.check_in: one.event for one in facts if isinstance(one.event, e.CheckedIn | e.CheckInTakenBack)}
    return [(told.agreement, told.on) for key, told in reports.items() if last[key] is told]


def proven_in(facts: list[e.Entry]) -> list[tuple[str, date]]:
    """What an agreement proved before it was changed it proved by another deed."""
    changed = {one.event.agreement: one.seq for one in facts if isinstance(one.event, e.AgreementChanged)}
    proofs = [(one.seq, one.event) for one in facts if isinstance(one.event, e.ProofNoted)]
    return [(proof.agreement, proof.on) for seq, proof in proofs if seq > changed.get(proof.agreement, 0)]


def weighed_in(facts: list[e.Entry]) -> list[tuple[str, date]]:
    ended = {one.event.evaluation: day_here(one.at) for one in facts if isinstance(one.event, e.EvaluationEnded)}
    weighed = [one.event for one in facts if isinstance(one.event, e.AgreementWeighed)]
    return [(fact.agreement, ended[fact.evaluation]) for fact in weighed if fact.evaluation in ended]
