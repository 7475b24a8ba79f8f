"""Presence: whoever has a stream is here; whoever had one a while ago dropped off, and comes back by coming back."""

from sos_core.live.presence import A_WHILE, Presence


class Hands:
    """The hands of a clock, moved by the test."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_who_has_a_stream_is_here_and_who_lost_it_is_away_after_a_while() -> None:
    clock = Hands()
    presence = Presence(clock)
    with presence.here(["riet"]):
        clock.now += 10 * A_WHILE
        assert presence.away(["riet"]) == []
    assert presence.away(["riet"]) == []
    clock.now += A_WHILE + 1
    assert presence.away(["riet"]) == ["riet"]
    with presence.here(["riet"]):
        assert presence.away(["riet"]) == []


def test_with_two_windows_open_closing_one_is_no_leaving() -> None:
    clock = Hands()
    presence = Presence(clock)
    with presence.here(["riet", "sem"]):
        with presence.here(["riet"]):
            pass
        clock.now += 2 * A_WHILE
        assert presence.away(["riet", "sem"]) == []


def test_who_never_came_back_after_a_restart_is_away_after_a_while_too() -> None:
    clock = Hands()
    presence = Presence(clock)
    assert presence.away(["riet"]) == []
    clock.now += A_WHILE + 1
    assert presence.away(["riet"]) == ["riet"]
