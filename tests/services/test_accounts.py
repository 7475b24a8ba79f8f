"""Staff: signing in, staying in for a working day, signing out."""

import pytest

from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.services.accounts import open_account, sign_in, sign_out, staff_of
from tests.builders import PASSWORD, Clock, Office


def refused(key: str, act) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DomainError) as refusal:
        act()
    assert refusal.value.key == key


def test_who_signs_in_is_known_by_the_cookie(office: Office) -> None:
    token = sign_in(office.house, name=f"  {office.facilitator.name} ", password=PASSWORD)
    assert staff_of(office.house, token) == office.facilitator


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(office: Office) -> None:
    refused("account.wrong", lambda: sign_in(office.house, name=office.referrer.name, password=PASSWORD + "!"))
    refused("account.wrong", lambda: sign_in(office.house, name="Onbekend", password=PASSWORD))


@pytest.mark.parametrize("typed", ["", " ", "\x00", "\ud800", "x" * 10_000, "' OR 1=1 --"])
def test_whatever_is_typed_at_the_door_is_wrong_and_nothing_worse(office: Office, typed: str) -> None:
    refused("account.wrong", lambda: sign_in(office.house, name=typed, password=PASSWORD))
    refused("account.wrong", lambda: sign_in(office.house, name=office.coordinator.name, password=typed))


def test_a_name_counts_in_whatever_parts_its_letters_are_typed(office: Office) -> None:
    open_account(office.house, name="Andr\u00e9", duty=Duty.REFERRER, password=PASSWORD)
    assert sign_in(office.house, name="Andre\u0301", password=PASSWORD)


def test_after_ten_tries_in_a_minute_the_door_stays_shut_for_that_name_only(office: Office) -> None:
    for _ in range(10):
        refused("account.wrong", lambda: sign_in(office.house, name=office.facilitator.name, password="raden maar"))
    refused(
        "account.too_many_tries",
        lambda: sign_in(office.house, name=office.facilitator.name.upper(), password=PASSWORD),
    )
    assert sign_in(office.house, name=office.coordinator.name, password=PASSWORD)


def test_a_sign_in_lasts_a_working_day(office: Office, clock: Clock) -> None:
    token = sign_in(office.house, name=office.facilitator.name, password=PASSWORD)
    clock.forward(hours=11, minutes=59)
    assert staff_of(office.house, token)
    clock.forward(minutes=1)
    assert staff_of(office.house, token) is None


def test_after_signing_out_the_cookie_is_nobodys(office: Office) -> None:
    token, other = (sign_in(office.house, name=office.facilitator.name, password=PASSWORD) for _ in range(2))
    sign_out(office.house, token)
    sign_out(office.house, "onbekend")
    assert staff_of(office.house, token) is None
    assert staff_of(office.house, other) == office.facilitator


@pytest.mark.parametrize("token", [None, "", "onbekend", "\ud800"])
def test_a_cookie_of_nobody_is_nobody(office: Office, token: str | None) -> None:
    assert staff_of(office.house, token) is None


def test_an_account_has_a_name_of_its_own_and_a_long_password(office: Office) -> None:
    house = office.house
    refused(
        "account.short_password", lambda: open_account(house, name="Nieuw", duty=Duty.REFERRER, password="elf tekens.")
    )
    refused(
        "account.taken",
        lambda: open_account(house, name=office.facilitator.name, duty=Duty.REFERRER, password=PASSWORD),
    )
    refused("words.empty", lambda: open_account(house, name=" ", duty=Duty.REFERRER, password=PASSWORD))


def test_neither_password_nor_cookie_is_kept_as_it_is(office: Office) -> None:
    token = sign_in(office.house, name=office.facilitator.name, password=PASSWORD)
    with office.house.store.engine.connect() as connection:
        kept = repr(connection.exec_driver_sql("SELECT * FROM account").all())
        kept += repr(connection.exec_driver_sql("SELECT * FROM staff_session").all())
    assert PASSWORD not in kept
    assert token not in kept
    assert "$argon2id$" in kept
