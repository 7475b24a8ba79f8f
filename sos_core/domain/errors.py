"""What cannot be done, as keys; the sentences stand in `sos_core.i18n.sentences`, in the reader's language."""

from __future__ import annotations


class DomainError(Exception):
    """A rule said no, and nothing has changed. `key` names the rule; `facts` fill the sentence (never a family's words)."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class NotAllowed(DomainError):
    """This person may not do this, or may not know that it is there."""


class NotFound(DomainError):
    """There is no such thing here, or it is not for this reader: the answer is the same."""


class ChangedMeanwhile(DomainError):
    """Somebody else changed it since; `current` is its newest version, so that both texts can be shown."""

    def __init__(self, key: str, *, current: str) -> None:
        super().__init__(key)
        self.current = current
