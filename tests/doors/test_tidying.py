"""While it runs the house is tidied again and again, whatever went wrong the last time."""

from __future__ import annotations

import pytest

from pages.doors import routes
from sos_core.services.house import House
from tests.own_loop import awaited


class Enough(BaseException):
    """The test has seen what it wanted."""


def test_it_is_tidied_while_it_runs_and_again_after_a_fault_whose_words_nobody_logs(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[House] = []

    def tidy(open_house: House) -> None:
        done.append(open_house)
        raise (ValueError("ZqWords") if len(done) < 3 else Enough)

    monkeypatch.setattr(routes, "TIDY_EVERY", 0.0)
    monkeypatch.setattr(routes, "house", lambda: house)
    monkeypatch.setattr(routes, "tidy", tidy)
    with pytest.raises(Enough):
        awaited(routes._tidy_now_and_then())
    assert done == [house] * 3
    assert caplog.text.count("ValueError") == 2
    assert "ZqWords" not in caplog.text
