"""The parts of the coordinator's overview, each drawn from what a service counted; and its filters as they stand in the address."""

from __future__ import annotations

from urllib.parse import urlencode

from sos_core.services.dashboard_filters import Filters, pairs


def address(filters: Filters, **more: str) -> str:
    """This page, with these filters."""
    return "?" + urlencode([*pairs(filters), *more.items()])
