"""Events are kept as plain JSON and come back as they were."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.encoding import body_of, event_from, kind_of
from tests.domain.random_events import KINDS, any_event_of


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_event_comes_back_from_json_as_it_was(kind: type) -> None:
    @settings(max_examples=15)
    @given(any_event_of(kind, ids=st.text(max_size=8)))
    def holds(event: Any) -> None:
        kept = json.loads(json.dumps(body_of(event)))
        assert event_from(kind_of(event), kept) == event

    holds()


def test_every_event_has_a_name_of_its_own() -> None:
    names = [kind_of(kind) for kind in KINDS]
    assert len(set(names)) == len(KINDS)
    assert kind_of(e.CardPutOnBoard("C1", True)) == "card_put_on_board"


def test_an_event_of_a_newer_program_is_not_guessed_at() -> None:
    with pytest.raises(KeyError):
        event_from("moon_landed", {})
