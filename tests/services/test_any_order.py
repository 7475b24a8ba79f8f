"""Whatever thirty people do in whatever order, the board, a fresh replay and every stream come to the same."""

from __future__ import annotations

import pytest

from tests.builders import Office
from tests.everybody import Everybody, run_everybody


@pytest.mark.parametrize(
    ("examples", "steps"), [(8, 30), pytest.param(60, 60, marks=[pytest.mark.long, pytest.mark.timeout(1800)])]
)
def test_any_interleaving_comes_to_the_same_board(office: Office, examples: int, steps: int) -> None:
    machine = type("Here", (Everybody,), {"office": office})
    run_everybody(machine, examples=examples, steps=steps)
