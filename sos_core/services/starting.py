"""Starting: what stands ready when the house opens."""

from __future__ import annotations

from sos_core.services.house import House


def make_ready(house: House) -> dict[str, str]:
    """The demo family, once, in an empty house that asks for it. The new demo accounts: name → password."""
    return {}
