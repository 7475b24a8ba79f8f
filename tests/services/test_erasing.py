"""Erasing: two people, and then canary words planted in every field are nowhere: not in the pages of the database, free or not, not in
what is at hand, not in a back-up that is put back.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Date, Integer, Table, update
from sqlmodel import SQLModel, select

from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.domain.fold import replay
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.domain.safety_net import Circle, NetOutcome
from sos_core.services.closing import close, reopen
from sos_core.services.erasing import confirm, propose, settle, withdraw
from sos_core.services.house import House, new_id, open_house
from sos_core.services.own_links import switch_on_calendar
from sos_core.services.papers import plan_paper
from sos_core.services.retention import closed_ones, gone_ones, set_terms, sweep
from sos_core.services.safety_net import (
    CheckForm,
    MeasureForm,
    NetPersonForm,
    decide_on_net,
    keep_measure,
    keep_net_person,
)
from sos_core.services.starting import start_house
from sos_core.store import ledger
from sos_core.store.engine import DATABASE, Store
from sos_core.store.erasing import STAYING, TEXTS, belongs_to, ways_up
from sos_core.store.tables import (
    Day,
    Erasure,
    Hearings,
    Instant,
    Link,
    Person,
    Phone,
    Referral,
    StaffSession,
    Words,
    metadata,
)
from tests.builders import Meeting, Office, Somebody, line_form
from tests.raw_pages import raw_words
from tests.services.test_closing import referral_of

CANARY = re.compile(rb"Zq[A-Z][a-z]+")
SAID = (
    *("ZqWorry", "ZqLater", "ZqBehind", "ZqTold", "ZqConfided", "ZqNote", "ZqParked", "ZqClearer"),
    *("ZqPlace", "ZqAsked", "ZqGuarded", "ZqWrong", "ZqAnswered"),
)
PLANNED = (
    "ZqWhat",
    "ZqWhen",
    "ZqNotice",
    "ZqIf",
    "ZqRisk",
    "ZqCriterion",
    "ZqWeighed",
    "ZqBecause",
    "ZqHolds",
    "ZqHandover",
)
NAMED = (
    *("ZqAlias", "ZqSibling", "ZqReason", "ZqJudge", "ZqTogether", "ZqAnna", "ZqMoeder", "ZqGuest", "ZqNeighbour"),
    *("ZqNetname", "ZqNetrelation", "ZqNetif", "ZqNetwhy", "ZqNetby"),
    *("ZqMeasurewho", "ZqMeasurewhat", "ZqMeasurewhen"),
)


@pytest.fixture
def told(office: Office) -> Meeting:
    """A conference that went its whole way, with a word to find again in each place where somebody fills something in."""
    meeting = office.meeting(
        alias="ZqAlias",
        children=(("ZqSibling", 3),),
        reason_words="ZqReason loopt.",
        together_by="ZqJudge",
        together_why="ZqTogether loopt.",
        lines=(line_form(criterion="ZqCriterion loopt."),),
    )
    look_at_the_net(office, referral_of(meeting))
    mother = meeting.admitted("ZqAnna", "parent", relation="ZqMoeder")
    prepare(meeting, mother)
    risk = meeting.shown(mother, "risk", "ZqRisk loopt.")
    meeting.say(mother, "worry", "ZqWorry loopt.")
    meeting.say(mother, "worry", "ZqBehind loopt.", audience="author")
    meeting.do("park", card=meeting.shown(mother, "safeguard", "ZqParked loopt.", risk=risk), reason="ZqLater loopt.")
    meeting.do("confide", mother, text="ZqConfided loopt.")
    meeting.do("write_note", person=mother.id, text="ZqNote loopt.")
    meeting.do("clarify", card=risk, text="ZqClearer loopt.")
    scale = meeting.do("ask_scale")
    meeting.do("set_scale", mother, scale=scale, value=7)
    meeting.do("show_scale", scale=scale)
    agreement = meeting.agree(
        mother, what="ZqWhat loopt.", when="ZqWhen loopt.", notice="ZqNotice loopt.", risks=[risk], key="ZqKeysent"
    )
    meeting.do("answer_agreement", mother, agreement=agreement, answer="yes_if", text="ZqIf loopt.")
    meeting.do("tell_back", mother, agreement=agreement, text="ZqTold loopt.")
    switch_on_calendar(meeting.house, meeting.guest(mother), person=mother.id)
    for line in meeting.lines:
        meeting.do("judge_line", office.referrer, bottom_line=line, holds=True, because="ZqHolds loopt.")
    meeting.do("adopt_plan")
    meeting.start()
    meeting.do("weigh_agreement", agreement=agreement, how="well", text="ZqWeighed loopt.")
    handover = {**meeting.handover(), "call": "ZqHandover loopt."}
    meeting.do("end_evaluation", decision="step_out", because="ZqBecause loopt.", **handover)
    close(meeting.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.STEPPED_OUT)
    return meeting


def look_at_the_net(office: Office, referral: str) -> None:
    around = NetPersonForm(name="ZqNetname", relation="ZqNetrelation", circle=Circle.INNER, informal=True)
    keep_net_person(office.house, office.referrer, referral, new_id(), around)
    decided = CheckForm(outcome=NetOutcome.YES_IF, condition="ZqNetif", why="ZqNetwhy", by="ZqNetby")
    decide_on_net(office.house, office.referrer, referral, decided, key=new_id())
    measure = MeasureForm(who="ZqMeasurewho", what="ZqMeasurewhat", when="ZqMeasurewhen")
    keep_measure(office.house, office.referrer, referral, new_id(), measure)


def prepare(meeting: Meeting, mother: Somebody) -> None:
    """Who is asked to come, where, what was asked of them, what is kept from whom, and what somebody finds not right."""
    guest = meeting.do("invite", name="ZqGuest", relation="ZqNeighbour", role="network")
    when = {"on": "2026-11-23", "begins": "12:00", "ends": "13:00", "place": "ZqPlace"}
    meeting.do("plan_session", people=[mother.id], **when)
    meeting.do("note_preparation", preparation="afraid", done=True, text="ZqAsked loopt.")
    meeting.do("restrict", kind="guarded", people=[guest], text="ZqGuarded")
    wrong = meeting.do("ask_correction", mother, text="ZqWrong loopt.")
    meeting.do("answer_correction", correction=wrong, done=False, text="ZqAnswered loopt.")


def erased(meeting: Meeting, keeping: Keeping) -> str:
    """Proposed by a coordinator because the family asked for it, erased by an administrator; the referral."""
    office, referral = meeting.office, referral_of(meeting)
    wanted = propose(office.house, office.coordinator, referral, keeping=keeping, asked_for=True)
    assert confirm(office.house, office.administrator, wanted)
    return referral


def found_in(meeting: Meeting) -> set[str]:
    """The canaries on the disk. What is ciphered looks like anything: only whole words that were written are looked for."""
    return on_disk(meeting.house, {*SAID, *PLANNED, *NAMED, "ZqKeysent", "ZqOther", "ZqBram", "ZqElders"})


def on_disk(house: House, words: Iterable[str]) -> set[str]:
    raw = raw_words(house.settings.data)
    return {word for word in words if word.encode() in raw}


def count(house: House, table: type[SQLModel]) -> int:
    with house.store.reading() as session:
        return len(session.exec(select(table)).all())


def refused(key: str) -> object:
    return pytest.raises(DomainError, match=key.replace(".", r"\."))


# -- every field -----------------------------------------------------------------------------------------------------


def texts() -> dict[str, tuple[Table, str]]:
    """Every column that can hold a text, but for ids of our own making and what points at those."""
    return {
        f"{table.name}.{column.name}": (table, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if not isinstance(column.type, Integer | Boolean | Date | Day | Instant | Hearings)
        and not column.foreign_keys
        and not (column.primary_key and column.name == "id")
    }


def test_of_every_column_that_can_hold_a_text_it_is_known_when_it_goes() -> None:
    """A new one belongs in `sos_core.store.erasing.TEXTS`: with what it is erased, or None if it never holds a word of a family."""
    assert TEXTS.keys() == texts().keys()


def test_every_table_belongs_to_a_referral_or_is_known_not_to() -> None:
    """A new one points at what it is about, or has a column of that name."""
    for table in metadata.sorted_tables:
        known = table.name == "referral" or table.name in STAYING
        assert known or [*ways_up(table)], f"{table.name} would outlive the family: see sos_core.store.erasing"


@pytest.mark.parametrize(
    ("keeping", "gone_with"),
    [
        (Keeping.WORKING, {Keeping.WORKING}),
        (Keeping.FAMILY, {Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY, Keeping.ACCESS}),
    ],
)
def test_a_canary_in_every_column_of_a_referral_is_gone_with_what_it_belongs_to(
    told: Meeting, keeping: Keeping, gone_with: set[Keeping]
) -> None:
    """Planted by walking the tables, so that a column that somebody adds is tried without anybody thinking of it."""
    planted = plant(told.house, referral_of(told))
    assert on_disk(told.house, planted) == planted
    erased(told, keeping)
    assert on_disk(told.house, {canary(name) for name, goes in TEXTS.items() if goes in gone_with}) == set()


def canary(column: str) -> str:
    return "Zq" + "".join(letter for letter in column if letter.isalpha()).capitalize()


def plant(house: House, referral: str) -> set[str]:
    """A word in each column that no part of the program has to understand."""
    understood = {"journal.kind", "journal.body", "referral.closed_because", "words.text"}
    planted = set()
    with house.store.writing() as session:
        for name, (table, column) in texts().items():
            if table.name in STAYING or name in understood:
                continue
            which = belongs_to(table, referral)
            row = session.connection().execute(table.select().where(which).limit(1)).mappings().first()
            if row is None:
                continue
            first = [part == row[part.name] for part in table.primary_key.columns]
            word = canary(name)
            session.connection().execute(update(table).where(*first).values({column: word}))
            planted.add(word)
    return planted


# -- what goes and what stays ----------------------------------------------------------------------------------------


def test_before_anything_is_erased_every_canary_can_be_found(told: Meeting) -> None:
    """Else the tests below would pass by not looking."""
    assert {*SAID, *PLANNED, *NAMED, "ZqKeysent"} <= found_in(told)


def test_with_the_working_board_goes_what_was_said_and_the_plan_stays(told: Meeting) -> None:
    before = plan_paper(told.house, told.facilitator, told.conference, 1)
    erased(told, Keeping.WORKING)
    found = found_in(told)
    assert found & {*SAID, "ZqKeysent"} == set()
    assert {*PLANNED, *NAMED} <= found
    assert plan_paper(told.house, told.facilitator, told.conference, 1) == before
    assert all(not scale.values for scale in told.now.board.scales.values())


def test_with_the_plan_goes_every_word_and_the_journal_can_still_be_read(told: Meeting) -> None:
    erased(told, Keeping.PLAN)
    assert found_in(told).isdisjoint({*SAID, *PLANNED, "ZqKeysent"})
    assert replay(told.now.entries) == told.now.board
    assert told.now.board.erased is Keeping.PLAN
    assert set(told.now.lookup.words.values()) == {None}
    with refused("erasing.plan_gone"):
        plan_paper(told.house, told.facilitator, told.conference, 1)


def test_with_the_family_goes_all_that_there_was(told: Meeting, office: Office) -> None:
    erased(told, Keeping.FAMILY)
    assert found_in(told) == set()
    with office.house.store.reading() as session:
        for table in metadata.sorted_tables:
            if table.name not in STAYING:
                assert session.connection().execute(table.select()).first() is None, table.name


def test_another_family_keeps_all_that_is_theirs(told: Meeting, office: Office) -> None:
    other = office.meeting(alias="ZqOther", facilitator=office.other_facilitator)
    father = other.admitted("ZqBram", "parent")
    card = other.shown(father, "worry", "ZqElders loopt.")
    erased(told, Keeping.FAMILY)
    assert other.seen_by(father)["cards"][card]["text"] == "ZqElders loopt."
    assert {"ZqOther", "ZqBram", "ZqElders"} <= found_in(other)


def test_nothing_of_it_is_at_hand_any_more(told: Meeting, office: Office) -> None:
    from sos_core.services.looking_back import look_back

    look_back(told.house, told.facilitator, told.conference, at=5)
    erased(told, Keeping.WORKING)
    held = office.house.boards._kept, office.house.boards._past, office.house.walks._kept
    assert not any(told.conference in kept for kept in held)


def test_who_read_the_board_while_it_was_erased_brings_no_word_back(told: Meeting) -> None:
    before = told.now
    erased(told, Keeping.WORKING)
    told.house.boards.keep(told.conference, before)
    assert "ZqWorry loopt." not in told.now.lookup.words.values()


def test_a_conference_that_never_had_a_plan_keeps_no_word_of_its_board(meeting: Meeting) -> None:
    mother = meeting.admitted("Anna", "parent")
    meeting.shown(mother, "worry", "ZqWorry loopt.")
    close(meeting.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.WITHDREW)
    erased(meeting, Keeping.WORKING)
    assert "ZqWorry" not in found_in(meeting)


def test_no_line_of_the_log_of_errors_and_no_file_beside_the_database_holds_a_word(
    told: Meeting, caplog: pytest.LogCaptureFixture
) -> None:
    erased(told, Keeping.FAMILY)
    assert not CANARY.search(caplog.text.encode())
    folder = told.house.settings.data
    beside = [path for path in folder.parent.rglob("*") if path.is_file() and not path.name.startswith(DATABASE)]
    assert beside
    for path in beside:  # the database itself is enciphered, and read page by page above
        assert not CANARY.search(path.read_bytes()), path.name


# -- two people -------------------------------------------------------------------------------------------------------


def test_who_proposed_it_does_not_erase_it(told: Meeting, office: Office) -> None:
    wanted = propose(office.house, office.coordinator, referral_of(told), keeping=Keeping.PLAN, asked_for=True)
    with refused("erasing.another_person"):
        confirm(office.house, office.coordinator, wanted)
    assert "ZqWhat" in found_in(told)


@pytest.mark.parametrize("who", ["facilitator", "referrer", "other_facilitator"])
def test_only_coordinators_and_administrators_erase(told: Meeting, office: Office, who: str) -> None:
    staff, referral = getattr(office, who), referral_of(told)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING, asked_for=True)
    attempts: list[Callable[[], object]] = [
        lambda: propose(office.house, staff, referral, keeping=Keeping.WORKING, asked_for=True),
        lambda: confirm(office.house, staff, wanted),
        lambda: withdraw(office.house, staff, wanted),
        lambda: closed_ones(office.house, staff),
        lambda: gone_ones(office.house, staff),
        lambda: set_terms(office.house, staff, {Keeping.WORKING: 1}),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()


def test_before_its_term_is_over_it_goes_only_when_the_family_asks(told: Meeting, office: Office) -> None:
    referral = referral_of(told)
    with refused("erasing.not_due"):
        propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING)
    office.clock.forward(days=42)
    wanted = propose(office.house, office.administrator, referral, keeping=Keeping.WORKING)
    assert confirm(office.house, office.coordinator, wanted)


def test_a_proposal_can_be_withdrawn_and_then_nobody_erases_it(told: Meeting, office: Office) -> None:
    referral = referral_of(told)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.PLAN, asked_for=True)
    with refused("erasing.proposed_already"):
        propose(office.house, office.administrator, referral, keeping=Keeping.WORKING, asked_for=True)
    withdraw(office.house, office.administrator, wanted)
    with refused("erasing.no_such_proposal"):
        confirm(office.house, office.administrator, wanted)
    assert propose(office.house, office.administrator, referral, keeping=Keeping.WORKING, asked_for=True)


def test_what_is_opened_again_is_not_erased(told: Meeting, office: Office) -> None:
    referral = referral_of(told)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.PLAN, asked_for=True)
    reopen(office.house, office.coordinator, referral)
    with refused("erasing.no_such_proposal"):
        confirm(office.house, office.administrator, wanted)
    with refused("closing.not_closed"):
        propose(office.house, office.coordinator, referral, keeping=Keeping.PLAN, asked_for=True)


def test_what_was_erased_is_not_opened_again_nor_erased_twice(told: Meeting, office: Office) -> None:
    referral = erased(told, Keeping.PLAN)
    with refused("closing.erased"):
        reopen(office.house, office.coordinator, referral)
    with refused("erasing.gone_already"):
        propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING, asked_for=True)


def test_a_referral_without_a_conference_is_erased_too(office: Office) -> None:
    referral = office.referral(alias="ZqAlias", children=(("ZqSibling", 4),))
    close(office.house, office.coordinator, referral, because=ClosedBecause.NO_CONFERENCE)
    for keeping in (Keeping.WORKING, Keeping.FAMILY):
        wanted = propose(office.house, office.coordinator, referral, keeping=keeping, asked_for=True)
        assert confirm(office.house, office.administrator, wanted)
    assert on_disk(office.house, NAMED) == set()


# -- what is due ------------------------------------------------------------------------------------------------------


def test_what_is_due_is_shown_with_its_name_to_coordinators_alone(told: Meeting, office: Office) -> None:
    office.clock.forward(days=42)
    for staff, alias in ((office.coordinator, "ZqAlias"), (office.administrator, None)):
        (one,) = closed_ones(office.house, staff)
        assert one.alias == alias
        assert one.due is not None
        assert one.due.keeping is Keeping.WORKING
        assert [kept.keeping for kept in one.kept] == [Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY]


def test_what_was_erased_is_told_without_a_word(told: Meeting, office: Office) -> None:
    referral = erased(told, Keeping.FAMILY)
    (one,) = gone_ones(office.house, office.coordinator)
    assert one.reference == referral[-6:]
    assert one.by == (office.coordinator.name, office.administrator.name)
    assert closed_ones(office.house, office.coordinator) == []


def test_a_term_that_is_changed_holds_for_what_is_closed_already(told: Meeting, office: Office) -> None:
    office.clock.forward(days=7)
    set_terms(office.house, office.administrator, {Keeping.WORKING: 7})
    (one,) = closed_ones(office.house, office.coordinator)
    assert one.due is not None
    with refused("retention.out_of_order"):
        set_terms(office.house, office.administrator, {Keeping.WORKING: 366})


def test_sign_ins_and_the_phones_of_what_is_closed_go_by_themselves(told: Meeting, office: Office) -> None:
    from sos_core.services.accounts import sign_in
    from tests.builders import PASSWORD

    sign_in(office.house, name=office.facilitator.name, password=PASSWORD)
    other = office.meeting(facilitator=office.other_facilitator)
    other.admitted("Bram", "parent")
    for days, phones, sessions in ((29, 3, 1), (2, 1, 0)):
        office.clock.forward(days=days)
        sweep(office.house)
        assert count(office.house, Phone) == phones
        assert count(office.house, StaffSession) == sessions
        assert count(office.house, Link) == (1 if phones > 1 else 0)
        assert count(office.house, Person) == 4


# -- the ledger, and what is put back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("keeping", [Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY])
def test_an_older_database_that_is_put_back_forgets_again_before_anybody_looks(
    told: Meeting, office: Office, tmp_path: Path, keeping: Keeping
) -> None:
    """From before it was closed: also then nothing of it comes back."""
    referral = referral_of(told)
    reopen(office.house, office.coordinator, referral)
    older = tmp_path / "older"
    office.house.store.forget()
    shutil.copytree(office.house.settings.data, older)
    close(office.house, office.coordinator, referral, because=ClosedBecause.STEPPED_OUT)
    erased(told, keeping)
    office.house.store.close()
    shutil.copytree(older, office.house.settings.data, dirs_exist_ok=True)
    for beside in ("-wal", "-shm"):
        (office.house.settings.data / f"draaiboek.db{beside}").unlink(missing_ok=True)
    assert {*SAID, *PLANNED, *NAMED} <= found_in(told)
    office.house = told.office.house = start_house(office.house.settings)
    gone = {Keeping.WORKING: SAID, Keeping.PLAN: (*SAID, *PLANNED), Keeping.FAMILY: (*SAID, *PLANNED, *NAMED)}[keeping]
    assert found_in(told).isdisjoint({*gone, "ZqKeysent"})
    with office.house.store.reading() as session:
        row = session.get(Referral, referral)
        assert (row is None) if keeping is Keeping.FAMILY else (row is not None and row.closed_because == "stepped_out")
        assert count(office.house, Erasure) == 1


def test_the_ledger_holds_ids_and_days_and_no_word(told: Meeting, office: Office) -> None:
    erased(told, Keeping.FAMILY)
    (line,) = ledger.read(office.house.settings.ledger)
    assert line.conference == told.conference
    assert not CANARY.search(office.house.settings.ledger.read_bytes())
    assert office.house.settings.ledger.parent == office.house.settings.data.parent


def test_a_ledger_that_was_lost_is_written_anew_from_what_the_database_knows(told: Meeting, office: Office) -> None:
    erased(told, Keeping.WORKING)
    lines = ledger.read(office.house.settings.ledger)
    office.house.settings.ledger.unlink()
    settle(office.house)
    assert ledger.read(office.house.settings.ledger) == lines


def test_a_line_that_was_half_written_when_the_power_went_is_no_line(told: Meeting, office: Office) -> None:
    referral = erased(told, Keeping.WORKING)
    path = office.house.settings.ledger
    with path.open("ab") as file:
        file.write(b'{"id": "01')
    assert len(ledger.read(path)) == 1
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.FAMILY, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    assert [line.keeping for line in ledger.read(path)] == ["working", "family"]


@pytest.mark.parametrize("harm", ["gone", "changed", "swapped"])
def test_a_ledger_with_which_somebody_meddled_opens_no_house(told: Meeting, office: Office, harm: str) -> None:
    referral = erased(told, Keeping.WORKING)
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.PLAN, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    path = office.house.settings.ledger
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        {"gone": second, "changed": first.replace(b"working", b"family") + second, "swapped": second + first}[harm]
    )
    office.house.store.close()
    with refused("ledger.broken"):
        start_house(office.house.settings)


def test_after_a_power_cut_between_the_ledger_and_the_rows_it_is_erased_at_the_next_start(
    told: Meeting, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sos_core.services import erasing

    wanted = propose(office.house, office.coordinator, referral_of(told), keeping=Keeping.FAMILY, asked_for=True)
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_erase", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            confirm(office.house, office.administrator, wanted)
    assert "ZqWorry" in found_in(told)
    settle(office.house)
    assert found_in(told) == set()


def test_what_could_not_leave_the_file_because_somebody_read_leaves_it_at_the_next_start(
    told: Meeting, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = propose(office.house, office.coordinator, referral_of(told), keeping=Keeping.FAMILY, asked_for=True)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "scrub", lambda _: False)
        assert not confirm(office.house, office.administrator, wanted)
    assert found_in(told) != set()
    office.house.store.close()
    start_house(office.house.settings).store.close()
    assert found_in(told) == set()


def test_a_house_opens_as_before_where_nothing_was_erased(office: Office) -> None:
    office.house.store.close()
    start_house(office.house.settings).store.close()
    assert not office.house.settings.ledger.exists()
    again = open_house(office.house.settings)
    assert count(again, Words) == 0
    again.store.close()
