"""Thirty phones that scan the QR in the same instant, behind one address: each sees the form, joins, and waits in the lobby."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.contenders import HOST, at_the_product
from bench.crowd import Mouth
from bench.figures import Figure, middle, p95
from bench.room import Room
from sos_core.services.house import new_id
from tests.browser.serving import Server

MOST_MS = 150.0
LOBBY = b'class="waiting"'
"""Stands on the page of who joined and was not let in yet."""
FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Phone:
    """One way in: what each request took, in milliseconds, and whether it ended in the lobby."""

    requests: list[float] = field(default_factory=list)
    in_the_lobby: bool = False


async def rush(server: Server, room: Room, phones: int) -> list[Phone]:
    """All at once, each on a connection of its own; the desk and the screen see them come."""
    async with at_the_product(server, room, 2):
        return await asyncio.gather(*(_come_in(server.port, room.token, number) for number in range(phones)))


async def _come_in(port: int, token: str, number: int) -> Phone:
    """The form, the name with the QR's token, and the page after it. The first request opens the connection."""
    phone, mouth = Phone(), Mouth(HOST, port)
    joining = urlencode({"key": new_id(), "name": f"Gast {number}", "code": "", "token": token}).encode()
    try:
        form, _ = await _timed(phone, mouth, "GET", "/m")
        joined, _ = await _timed(phone, mouth, "POST", "/m/meedoen", joining)
        page, html = await _timed(phone, mouth, "GET", "/m")
        phone.in_the_lobby = (form, joined, page) == (200, 303, 200) and LOBBY in html
    except (OSError, EOFError):
        pass  # put out by the server: not in the lobby
    finally:
        mouth.close()
    return phone


async def _timed(phone: Phone, mouth: Mouth, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
    begun = time.perf_counter()
    answer = await mouth.request(method, path, body, FORM)
    phone.requests.append((time.perf_counter() - begun) * 1000)
    return answer


def figures_of(rushes: Sequence[Sequence[Phone]]) -> list[Figure]:
    """The rows of these repeats, each in a conference of its own."""
    name = f"{len(rushes[0])} phones scan the QR at once"
    each = [[taken for phone in phones for taken in phone.requests] for phones in rushes]
    whole = [[sum(phone.requests) for phone in phones] for phones in rushes]
    refused = sum(not phone.in_the_lobby for phones in rushes for phone in phones)
    return [
        Figure(f"{name}: refused", refused, "phones", 0),
        Figure("… a request, p95", middle(map(p95, each)), "ms", MOST_MS),
        Figure("… from the scan into the lobby, p95", middle(map(p95, whole)), "ms"),
    ]
