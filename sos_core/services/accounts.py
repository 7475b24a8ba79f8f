"""Staff: who they are, and how they sign in and out."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlmodel import Session, select

from sos_core.access.actor import Duty, Staff
from sos_core.access.secrets import (
    NOBODYS_HASH,
    SHORTEST_PASSWORD,
    fingerprint,
    new_token,
    password_fits,
    password_hash,
)
from sos_core.domain.errors import DomainError
from sos_core.domain.words import name as checked_name
from sos_core.services.house import House, new_id
from sos_core.settings import STAFF_STAY
from sos_core.store.quick import Quick
from sos_core.store.tables import Account, StaffSession

_SIGNED_IN = Quick(
    select(StaffSession.expires_at, Account.id, Account.name, Account.duty)
    .join(Account, Account.id == StaffSession.account)  # type: ignore[arg-type]
    .where(StaffSession.token == bindparam("token"))
)


def open_account(house: House, *, name: str, duty: Duty, password: str) -> Staff:
    """A new member of staff. Raises `account.taken` or `account.short_password` (under 12 characters)."""
    if len(password) < SHORTEST_PASSWORD:
        raise DomainError("account.short_password", shortest=SHORTEST_PASSWORD)
    wanted = checked_name(name)
    with house.store.writing() as session:
        if _by_name(session, wanted):
            raise DomainError("account.taken")
        account = Account(id=new_id(), name=wanted, password=password_hash(password), duty=duty, created_at=house.now())
        session.add(account)
    return Staff(account.id, account.name, duty)


def sign_in(house: House, *, name: str, password: str) -> str:
    """The token for the cookie. Raises `account.wrong` (never says whether the name is known) or `account.too_many_tries`."""
    typed = _typed_name(name)
    if not house.sign_ins.hit(typed.casefold()):
        raise DomainError("account.too_many_tries")
    with house.store.reading() as session:
        account = _by_name(session, typed)
    if not password_fits(account.password if account else NOBODYS_HASH, password) or account is None:
        raise DomainError("account.wrong")
    token = new_token()
    until = house.now() + STAFF_STAY
    with house.store.writing() as session:
        session.add(StaffSession(token=fingerprint(token), account=account.id, expires_at=until))
    return token


def sign_out(house: House, token: str) -> None:
    """The session ends; a token that is not known is no matter."""
    with house.store.writing() as session:
        if kept := session.get(StaffSession, fingerprint(token)):
            session.delete(kept)


def staff_of(house: House, token: str | None) -> Staff | None:
    """Who this cookie is, read afresh; None when nobody, or when the sign-in has ended."""
    if not token:
        return None
    found = _SIGNED_IN.ask(house.store.engine, {"token": fingerprint(token)})
    if not found:
        return None
    (until, account, name, duty), *_ = found
    return Staff(account, name, Duty(duty)) if until > house.now() else None


def _typed_name(name: str) -> str:
    """As a name is kept; what cannot be one is nobody's name."""
    try:
        return checked_name(name)
    except DomainError:
        return ""


def _by_name(session: Session, name: str) -> Account | None:
    return session.exec(select(Account).where(Account.name == name)).first()
