"""The demo: a whole family and some small ones, played through the services; whole or not at all."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from sos_core.access.actor import Duty, Staff
from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.view import View
from sos_core.domain.board import Board
from sos_core.domain.checks.finding import Finding, Weight
from sos_core.domain.errors import DomainError
from sos_core.domain.fold import apply
from sos_core.services import starting
from sos_core.services.accounts import open_account, sign_in, staff_of
from sos_core.services.advising import advise
from sos_core.services.conferences import conferences
from sos_core.services.dashboard import dashboard
from sos_core.services.demo_accounts import DemoAccount, demo_accounts, demo_password
from sos_core.services.house import House
from sos_core.services.papers import plan_paper
from sos_core.services.referrals import referrals
from sos_core.services.seeing import look
from sos_core.services.starting import MAKING, start_house
from sos_core.settings import Settings
from sos_core.store.engine import DATABASE, KEY_FILE
from sos_core.store.tables import Account, Conference, JournalEntry, Person, Referral
from tests.builders import left_in

ESDOORN = "Familie Esdoorn"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house after its first start. These tests look, and change nothing."""
    house = start_house(Settings(data=tmp_path_factory.mktemp("demo")))
    yield house
    house.store.close()


@pytest.fixture(scope="module")
def accounts(house: House) -> list[DemoAccount]:
    return demo_accounts(house)


@pytest.fixture(scope="module")
def coordinator(house: House) -> Staff:
    return with_duty(house, Duty.COORDINATOR)


@pytest.fixture(scope="module")
def esdoorn(house: House, coordinator: Staff) -> str:
    """The conference of the family that is as rich as a real one."""
    return next(card.id for card in conferences(house, coordinator) if card.alias == ESDOORN)


@pytest.fixture(scope="module")
def desk(house: House, esdoorn: str) -> View:
    return look(house, esdoorn, DESK)


def with_duty(house: House, duty: Duty) -> Staff:
    with house.store.reading() as session:
        row = session.exec(select(Account).where(Account.duty == duty)).first()
    assert row is not None
    return Staff(row.id, row.name, Duty(row.duty))


def facilitator_of(house: House, conference: str) -> Staff:
    with house.store.reading() as session:
        leads = select(Account).join(Conference, col(Conference.facilitator) == col(Account.id))
        row = session.exec(leads.where(Conference.id == conference)).one()
    return Staff(row.id, row.name, Duty(row.duty))


def seen_by(house: House, conference: str, name: str) -> View:
    with house.store.reading() as session:
        wanted = select(Person.id).where(Person.conference == conference, Person.name == name)
        person = session.exec(wanted).one()
    return look(house, conference, Eyes(Face.PERSON, person, (person,)))


def texts(view: View) -> set[str]:
    return {card["text"] for card in view["cards"].values()}


# The family


def test_the_family_stands_on_the_board_as_it_was_told(desk: View) -> None:
    assert Counter(person["role"] for person in desk["people"].values()) == {
        "child": 3,
        "network": 11,
        "parent": 2,
        "professional": 4,
    }
    assert all(person["state"] == "admitted" and person["picture"] for person in desk["people"].values())
    assert 38 <= sum(card["kind"] == "risk" for card in desk["cards"].values()) <= 44
    assert len(desk["lines"]) == 7
    assert len(desk["scales"]) == 2


def test_a_relation_of_more_than_one_word_is_kept_as_it_was_said(desk: View) -> None:
    assert "praktijkondersteuner van de huisarts" in {person["relation"] for person in desk["people"].values()}


def test_the_routines_have_the_familys_own_titles_and_times(desk: View) -> None:
    assert [desk["routines"][key]["title"] for key in desk["order"]] == [
        "De schoolochtend bij mama",
        "Van bad tot bed bij mama",
        "Naar papa en weer terug",
    ]
    scene = next(scene for scene in desk["scenes"].values() if scene["title"] == "Wisselen bij oma")
    assert (scene["time"], scene["place"], scene["library"]) == ("10:30", "Bij oma Khadija", "overdracht-en-omgang/2")


def test_there_are_two_plans_with_an_evaluation_between_and_one_to_come(house: House, desk: View) -> None:
    today = house.today()
    adopted = [date.fromisoformat(plan["adopted_on"]) - today for plan in desk["plans"].values()]
    assert adopted == [timedelta(days=-30), timedelta(days=-2)]
    by_day = sorted(desk["evaluations"].values(), key=lambda one: one["on"])
    assert [(one["look"], one["decision"], len(one["weighed"])) for one in by_day] == [
        ("first_look", "go_on", 24),
        ("evaluation", "adjust", 24),
        ("first_look", None, 0),
        ("evaluation", None, 0),
        ("recheck", None, 0),
    ]
    assert date.fromisoformat(by_day[3]["on"]) - today == timedelta(days=33)


def test_what_was_left_open_on_purpose_is_found(desk: View) -> None:
    worries = [desk["cards"][card]["text"] for card in left_in(desk, "worries")]
    assert worries == ["Ik wil niet meer kiezen tussen papa en mama."]
    assert [desk["lines"][line]["holds"] for line in left_in(desk, "lines")] == [False]
    assert [desk["scenes"][scene]["title"] for scene in left_in(desk, "scenes")] == ["Zondag weer terug"]
    assert left_in(desk, "risks")


WEAKNESSES = {
    ("nobody", "Ik heb slecht geslapen en zeg niets meer."),
    ("nobody", "Lina eet niet en het wordt een strijd."),
    ("nobody", "Ik moet vertellen wat er bij mama is."),
    ("scene_without_one", "De tas inpakken"),
    ("doer_watches", "Pakt met de kinderen de tas. In beide huizen liggen eigen kleren en tandenborstels."),
    ("not_met", "Elk kind praat elke week alleen met een volwassene die het zelf heeft gekozen."),
    ("worry_open", "Ik wil niet meer kiezen tussen papa en mama."),
    ("not_talked_through", "Zondag weer terug"),
}
"""What was put into the family on purpose: see the head of data/demo/family.toml."""


def test_the_checks_find_exactly_the_weaknesses_that_were_put_into_the_family(
    house: House, esdoorn: str, desk: View
) -> None:
    leads = facilitator_of(house, esdoorn)
    findings = advise(house, leads, esdoorn).findings
    heaviest = [finding for finding in findings if finding.weight is Weight.MUST_LOOK_AT]
    assert {(finding.what, about(desk, finding)) for finding in heaviest} == WEAKNESSES
    assert len(heaviest) == len(WEAKNESSES)
    others = {finding.what for finding in findings} - {finding.what for finding in heaviest}
    assert {"no_backup", "agreement_alone", "not_agreed", "only_professionals", "no_child_action"} <= others
    lina = next(key for key, person in desk["people"].items() if person["name"] == "Lina")
    assert [finding.people for finding in findings if finding.what == "child_not_asked"] == [(lina,)]


def about(desk: View, finding: Finding) -> str:
    """The words of what a finding is about: its card, agreement or line, else its scene."""
    card = finding.cards if finding.what in {"nobody", "worry_open"} else ()
    named = (("cards", card, "text"), ("agreements", finding.agreements, "what"), ("lines", finding.lines, "criterion"))
    for part, ids, field in (*named, ("scenes", finding.scenes, "title")):
        if ids:
            return str(desk[part][ids[0]][field])
    raise AssertionError(finding)


def test_the_dry_run_left_one_agreement_practised_and_made_one_otherwise_also_in_the_plan(
    house: House, esdoorn: str, desk: View
) -> None:
    held, changed = desk["what_ifs"].values()
    assert [(one["title"], one["outcome"]) for one in (held, changed)] == [
        ("Er ligt een dik pak sneeuw", "holds"),
        ("De auto start niet", "almost"),
    ]
    assert desk["now"]["what_if"] is None
    [walks], [drives] = held["held"], changed["agreements"]
    assert desk["agreements"][walks]["proof"]["rung"] == "practised"
    names = [desk["people"][who]["name"] for who in desk["agreements"][drives]["backups"]]
    assert names == ["Soumia", "Ewa"]
    assert {answer["answer"] for answer in desk["agreements"][drives]["answers"].values()} == {"yes"}
    leads = facilitator_of(house, esdoorn)
    first, second = (plan_paper(house, leads, esdoorn, version).what_ifs for version in (1, 2))
    assert (len(first), [(bool(one.held), bool(one.agreements)) for one in second]) == (
        0,
        [(True, False), (False, True)],
    )


def test_what_nadia_hides_from_ricardo_is_nowhere_on_his_phone(house: House, esdoorn: str, desk: View) -> None:
    hidden = {card["text"] for card in desk["cards"].values() if card["hidden_from"]}
    assert len(hidden) > 5
    assert hidden <= texts(seen_by(house, esdoorn, "Nadia"))
    assert not hidden & texts(seen_by(house, esdoorn, "Ricardo"))
    assert not hidden & texts(look(house, esdoorn, SCREEN))


def test_nadia_and_ricardo_were_at_every_session_and_never_in_one_room(house: House, esdoorn: str, desk: View) -> None:
    (pair,) = (one["people"] for one in desk["restrictions"].values())
    assert {desk["people"][who]["name"] for who in pair} == {"Nadia", "Ricardo"}
    with house.store.reading() as session:
        entries = house.boards.current(session, esdoorn).entries
    was_at, board = set(), Board()
    for entry in entries:
        board = apply(entry, board)
        there = board.here & set(pair)
        assert len(there) < 2
        was_at |= {(who, board.now.session) for who in there}
    assert was_at == {(who, session) for who in pair for session in (1, 2, 3)}
    assert len(seen_by(house, esdoorn, "Nadia")["scales"]) == 2


def test_a_childs_card_is_on_the_board_only_after_the_childs_yes(desk: View) -> None:
    children = {key for key, person in desk["people"].items() if person["role"] == "child"}
    shown = [card for card in desk["cards"].values() if card["author"] in children and card["on_board"]]
    assert shown
    assert all(card["child_yes"] for card in shown)


def test_everything_happened_on_its_day_in_the_afternoon_and_nothing_is_still_to_come(house: House) -> None:
    with house.store.reading() as session:
        entries = session.exec(select(JournalEntry).order_by(col(JournalEntry.seq))).all()
    for conference in {entry.conference for entry in entries}:
        moments = [entry.at for entry in entries if entry.conference == conference]
        assert moments == sorted(moments)
    assert {entry.at.astimezone(UTC).hour for entry in entries} <= set(range(12, 18))
    assert max(entry.at for entry in entries) < datetime.now(UTC)


def test_the_door_is_closed_again(desk: View) -> None:
    assert desk["door"]["open"] is False


# The other families


def test_the_dashboard_shows_every_state(house: House, coordinator: Staff) -> None:
    rows = {row.alias: row for row in dashboard(house, coordinator).families}
    assert {alias: row.state for alias, row in rows.items()} == {
        "Familie Wilg": "overdue",
        "Familie Iep": "due",
        "Familie Berk": "planned",
        ESDOORN: "due",
        "Familie Vlier": "not_planned",
        "Familie Linde": "no_plan",
        "Familie Els": "no_plan",
    }
    assert rows["Familie Wilg"].days_over == 9
    assert rows[ESDOORN].days_to_first == 7


def test_a_family_that_nobody_judged_waits_with_the_reason(house: House, coordinator: Staff) -> None:
    els = next(card for card in referrals(house, coordinator) if card.alias == "Familie Els")
    assert els.blocks == ("referral.not_mapped", "referral.not_judged")


# The accounts


def test_every_demo_account_signs_in_with_the_password_that_is_told(house: House, accounts: list[DemoAccount]) -> None:
    assert Counter(account.duty for account in accounts) == {
        Duty.FACILITATOR: 2,
        Duty.REFERRER: 2,
        Duty.COORDINATOR: 1,
        Duty.ADMINISTRATOR: 1,
    }
    for account in accounts:
        staff = staff_of(house, sign_in(house, name=account.name, password=account.password))
        assert staff is not None
        assert staff.duty is account.duty


def test_passwords_are_long_each_their_own_and_others_with_another_key() -> None:
    one, other = "0" * 64, "1" * 64
    passwords = {demo_password(key, name) for key in (one, other) for name in ("Hanneke", "Yusuf")}
    assert len(passwords) == 4
    assert all(len(password) >= 12 for password in passwords)


def test_no_account_is_told_where_somebody_real_has_the_same_name(tmp_path: Path) -> None:
    house = start_house(Settings(data=tmp_path, demo=False))
    open_account(house, name="Hanneke", duty=Duty.FACILITATOR, password="een eigen wachtwoord")
    assert demo_accounts(house) == []
    house.store.close()


# Starting


def rows_in(house: House) -> list[int]:
    with house.store.reading() as session:
        return [len(session.exec(select(table)).all()) for table in (Account, Referral, Conference, JournalEntry)]


def test_the_second_start_adds_nothing_and_tells_the_same_passwords(house: House, accounts: list[DemoAccount]) -> None:
    again = start_house(house.settings)
    assert rows_in(again) == rows_in(house)
    assert demo_accounts(again) == accounts
    again.store.close()


def test_after_the_first_start_the_folder_holds_the_database_and_its_key(house: House) -> None:
    names = {path.name for path in house.settings.data.iterdir()}
    assert {DATABASE, KEY_FILE} <= names
    assert MAKING not in names


def test_without_the_demo_the_house_is_empty_and_has_no_accounts(tmp_path: Path) -> None:
    house = start_house(Settings(data=tmp_path, demo=False))
    assert rows_in(house) == [0, 0, 0, 0]
    assert demo_accounts(house) == []
    house.store.close()
    with_demo = start_house(Settings(data=tmp_path))
    assert rows_in(with_demo) == [0, 0, 0, 0]
    with_demo.store.close()


def test_a_first_start_that_breaks_off_leaves_no_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(house: House, key: str) -> None:
        raise DomainError("unexpected")

    with monkeypatch.context() as patch:
        patch.setattr(starting, "play_demo", half)
        with pytest.raises(DomainError):
            start_house(Settings(data=tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {KEY_FILE}


def test_what_was_left_half_done_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / MAKING).mkdir()
    (tmp_path / MAKING / DATABASE).write_bytes(b"half a family")
    house = start_house(Settings(data=tmp_path, demo=False))
    assert rows_in(house) == [0, 0, 0, 0]
    assert not (tmp_path / MAKING).exists()
    house.store.close()


def test_of_several_that_start_at_once_one_makes_the_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(starting, "play_demo", lambda house, key: made.append(key))
    together = threading.Barrier(4)
    opened: list[House] = []

    def start() -> None:
        together.wait()
        opened.append(start_house(Settings(data=tmp_path)))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(opened), len(made)) == (4, 1)
    for house in opened:
        house.store.close()
