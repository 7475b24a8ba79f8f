"""Passwords, codes and tokens: how they are made and compared."""

from __future__ import annotations

import hashlib
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

CODE_SIGNS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
"""No 0/O, 1/I/L, 5/S: a code is read from a screen at five metres, and typed by cold fingers."""
SHORTEST_PASSWORD = 12

_hasher = PasswordHasher()
_two_at_a_time = threading.BoundedSemaphore(2)
"""One hash takes 64 MiB: forty sign-ins at once must not take the memory of the meeting."""


def password_hash(password: str) -> str:
    """The argon2id hash to keep."""
    with _two_at_a_time:
        return _hasher.hash(_bytes(password))


def password_fits(kept: str, password: str) -> bool:
    """Whether the password is the one that was kept. Takes as long either way."""
    with _two_at_a_time:
        try:
            return _hasher.verify(kept, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False


NOBODYS_HASH = _hasher.hash(secrets.token_urlsafe())
"""Compared with when there is no such account, so that the answer takes as long."""


def new_token() -> str:
    """A secret of 256 bits for a cookie."""
    return secrets.token_urlsafe(32)


def new_door_token() -> str:
    """A secret of 128 bits for a QR code or an address: longer makes the squares smaller."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """Eight signs to type over: 29⁸, some 39 bits, good for one evening behind a limit on tries."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(8))


def typed_code(text: str) -> str:
    """The code as it was meant: case, spaces and dashes do not count."""
    return "".join(sign for sign in text.upper() if sign.isalnum())[:32]


def shown_code(code: str) -> str:
    """`KR4M7XMT` → `KR4M-7XMT`."""
    return f"{code[:4]}-{code[4:]}"


def fingerprint(token: str) -> str:
    """What is kept of a token: the database alone lets nobody in."""
    return hashlib.sha256(_bytes(token)).hexdigest()


def _bytes(typed: str) -> bytes:
    """Also what no keyboard sends: half a character is no reason to fall."""
    return typed.encode("utf-8", "surrogatepass")
