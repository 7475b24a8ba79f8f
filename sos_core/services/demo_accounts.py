"""The accounts of the demo: passwords made from the key of the database, so that they can be told at every start."""

from __future__ import annotations

import base64
import hashlib
import hmac
import tomllib
from dataclasses import dataclass

from sqlmodel import select

from sos_core.access.actor import Duty
from sos_core.access.secrets import password_fits
from sos_core.services.house import House
from sos_core.settings import DEMO_FAMILY
from sos_core.store.engine import find_key
from sos_core.store.tables import Account

SIGNS = 16
"""Of five bits each: 80 bits, in groups of four."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    name: str
    duty: Duty
    password: str


def demo_password(key: str, name: str) -> str:
    """The password of this demo account with this key of the database, as `abcd-efgh-ijkl-mnop`: it is kept nowhere."""
    made = hmac.new(bytes.fromhex(key), f"demo account {name}".encode(), hashlib.sha256).digest()
    signs = base64.b32encode(made).decode().lower()[:SIGNS]
    return "-".join(signs[place : place + 4] for place in range(0, SIGNS, 4))


def demo_accounts(house: House) -> list[DemoAccount]:
    """The demo accounts: none where the demo was not put in. One password is tried, not all six: it takes a while each."""
    key, _ = find_key(house.settings.data, house.settings.key, house.settings.key_file)
    told = tomllib.loads(DEMO_FAMILY.read_text("utf-8"))["accounts"]
    with house.store.reading() as session:
        kept = {row.name: row.password for row in session.exec(select(Account))}
    wanted = [DemoAccount(each["name"], Duty(each["duty"]), demo_password(key, each["name"])) for each in told]
    found = [one for one in wanted if one.name in kept]
    return found if found and password_fits(kept[found[0].name], found[0].password) else []
