"""The cookies: their names, and who somebody is by them. Read afresh every time; nothing else proves who someone is."""

from __future__ import annotations

from collections.abc import Mapping

from sos_core.access.actor import Actor, Guest, Staff
from sos_core.services.accounts import staff_of
from sos_core.services.house import House
from sos_core.services.joining import guest_of
from sos_core.settings import Settings

LANGUAGE = "draaiboek_lang"
SIZE = "draaiboek_size"
AWAY = "draaiboek_away"
"""Set by Snel weg in the browser itself, for when the server is not reached: whoever comes back with it is nobody's guest."""


def staff_cookie(settings: Settings) -> str:
    """Over https the browser itself holds it to this host and this path."""
    return _name("staff", settings)


def phone_cookie(settings: Settings) -> str:
    return _name("phone", settings)


def staff_by(house: House, cookies: Mapping[str, str]) -> Staff | None:
    return staff_of(house, cookies.get(staff_cookie(house.settings)))


def guest_by(house: House, cookies: Mapping[str, str]) -> Guest | None:
    """The phone of this cookie; None too for one through which nobody speaks any more: they came back by another."""
    guest = guest_of(house, phone_token(house, cookies))
    return guest if guest and guest.people else None


def cookie_of(house: House, actor: Actor, cookies: Mapping[str, str]) -> str:
    """The secret by which it is this actor."""
    return (
        phone_token(house, cookies) if isinstance(actor, Guest) else cookies.get(staff_cookie(house.settings))
    ) or ""


def phone_token(house: House, cookies: Mapping[str, str]) -> str | None:
    """The secret of this phone; None when it has none, or has left."""
    return None if AWAY in cookies else cookies.get(phone_cookie(house.settings))


def _name(who: str, settings: Settings) -> str:
    return f"{'__Host-' if settings.secure else ''}draaiboek_{who}"
