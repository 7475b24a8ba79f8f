"""The password of a paper: which will do. It goes to the press with the paper, and is kept nowhere."""

from __future__ import annotations

from sos_core.domain.errors import DomainError

SHORTEST = 12
"""Signs: whoever has the file may guess as long as they like, and nobody sees it."""
LONGEST = 100
"""Signs: PDF cuts off what is more than 127."""


def usable(typed: str) -> str:
    """The password of what was typed, without the blanks that a phone puts around it.

    Raises DomainError for one that is too short or too long, or has signs that programs read each in their own way.
    """
    password = typed.strip()
    if not (password.isascii() and password.isprintable()):
        raise DomainError("paper.other_letters")
    if len(password) < SHORTEST:
        raise DomainError("paper.short_password", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise DomainError("paper.long_password", longest=LONGEST)
    return password
