"""The way in, as the shared screen shows it, and whether the house is well."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.store.tables import Conference


def way_in(house: House, actor: Actor, conference: str) -> str:
    """The address in the QR code: its secret stands behind the `#`. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        token = session.get_one(Conference, conference).token
    return f"{house.settings.public_url.rstrip('/')}/m#{token}"


def is_well(house: House) -> bool:
    """Whether the database answers."""
    try:
        with house.store.reading() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True
