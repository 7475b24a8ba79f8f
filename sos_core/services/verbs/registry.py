"""How verbs get their names: a function's own name is what a door calls it."""

from __future__ import annotations

from collections.abc import Callable

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House

Verb = Callable[[House, Actor, Step, Fields], e.Event]


class Verbs(dict[str, Verb]):
    """Some verbs by name."""

    def add(self, verb: Verb) -> Verb:
        """As a decorator: this function is one of them."""
        self[verb.__name__] = verb
        return verb
