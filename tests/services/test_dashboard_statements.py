"""What the dashboard asks of the database is put in PostgreSQL's words too. It is not run there: that needs a server."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ClauseElement, event
from sqlalchemy.dialects import postgresql

from sos_core.services.conferences import conferences
from sos_core.services.dashboard import Cursor, dashboard
from sos_core.services.dashboard_figures import asking, loads, waited
from sos_core.services.dashboard_filters import EVALUATION_STATES, GAPS, PACES, STAGES, Filters
from sos_core.services.open_evaluations import evaluations_calendar
from sos_core.services.referrals import referrals
from sos_core.services.retention_queue import retention_queue
from sos_core.services.saved_views import save_view, saved_views
from tests.builders import Office

ALL = Filters(("Jo",), tuple(STAGES), EVALUATION_STATES, PACES, GAPS, "2026-12-07", "uil")


def ask_everything(office: Office) -> None:
    at = (office.house, office.coordinator)
    for place in (None, Cursor(date(2026, 11, 2), "A"), Cursor(date.max, "~", before=True)):
        for filters in (Filters(), ALL):
            dashboard(*at, filters, place)
    for count in (asking, waited):
        count(*at, ALL)
    loads(*at)
    retention_queue(*at)
    save_view(*at, name="Wie wacht", filters=ALL)
    saved_views(*at)
    evaluations_calendar(office.house, office.coordinator.id, lang="nl")
    conferences(*at, text="uil")
    referrals(*at, taken=True, text="uil", before="A")
    referrals(office.house, office.facilitator)
    office.meeting(alias="Familie Uil")  # which writes its row of the overview


def test_each_statement_of_the_dashboard_can_be_said_to_postgresql(office: Office) -> None:
    said: list[ClauseElement] = []

    def hear(_connection: Any, statement: Any, *_rest: Any) -> None:
        if isinstance(statement, ClauseElement):
            said.append(statement)

    event.listen(office.house.store.engine, "before_execute", hear)
    ask_everything(office)
    texts = [str(one.compile(dialect=postgresql.dialect())) for one in said]  # type: ignore[no-untyped-call]
    about = [text for text in texts if "overview" in text]
    assert len(about) > 20
    assert any("(overview.asks_on, overview.referral) > (" in text for text in about)
    assert any(text.startswith("INSERT INTO overview") for text in about)
    assert any("FROM erasure" in text and "max(CASE" in text for text in texts)
    assert "LIKE" in "".join(about)
