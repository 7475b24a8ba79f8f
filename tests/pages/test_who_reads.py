"""What a phone says before its first tap: who reads it, and the next day on which it is talked about."""

from __future__ import annotations

import pytest

from pages.phone.page import DUTCH, who_reads

NAMES = "Dit lezen: jij, Sem, gewist en de procesbegeleider."
LOOKS = {
    "E1": {"on": "2026-12-08", "ended": True},
    "E2": {"on": "2026-12-15", "ended": False},
    "E3": {"on": "2027-03-01", "ended": False},
}


@pytest.mark.parametrize(
    ("today", "when"),
    [
        ("2026-12-01", "Op 15 december praten jullie erover."),
        ("2026-12-15", "Op 15 december praten jullie erover."),
        ("2026-12-16", "Op 1 maart praten jullie erover."),  # nobody held the one before: that day is over
        ("2027-03-02", "Er is nu geen dag gepland om erover te praten."),
    ],
)
def test_it_is_the_next_day_that_is_still_to_come(today: str, when: str) -> None:
    view = {"me": {"person": "riet"}, "people": {"sem": {"name": "Sem"}}, "evaluations": LOOKS}
    agreement = {"who": "riet", "backups": ["sem", "erased"], "monitor": "sem"}
    assert who_reads(view, agreement, DUTCH, today=today) == f"{NAMES} {when}"
