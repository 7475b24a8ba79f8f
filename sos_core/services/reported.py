"""When it was last told how a family's agreements go: the dashboard shows of which plan nothing is heard any more."""

from __future__ import annotations

from datetime import date

from sos_core.services.carrying_out import Step
from sos_core.store.tables import Conference


def reported(step: Step, on: date) -> None:
    """On this day somebody told how an agreement goes. Part of the step's transaction; a day before the last is no news, and
    before there is a plan there is nothing to hear.
    """
    conference = step.session.get_one(Conference, step.conference)
    if conference.adopted_on and (conference.heard_on is None or conference.heard_on < on):
        conference.heard_on = on
