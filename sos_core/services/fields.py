"""What came in by a door, read field by field: each is of its kind, or a sentence says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sos_core.domain.errors import DomainError

Choice = TypeVar("Choice", bound=StrEnum)
_LONGEST_ID = 64
_MOST_IDS = 200
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_YES = {True: True, "true": True, "1": True, "on": True}
_NO = {False: False, "false": False, "0": False, "": False, None: False}


class Fields:
    """The fields of one submission, from JSON or from a form. A missing optional one is None."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields

    def raw(self, name: str) -> Any:
        """The field as it came, for words: `Step.keep` reads them."""
        return self._fields.get(name)

    def id(self, name: str) -> str:
        """Raises `input.missing`."""
        found = self.maybe_id(name)
        if found is None:
            raise DomainError("input.missing", field=name)
        return found

    def maybe_id(self, name: str) -> str | None:
        value = self._fields.get(name)
        if value is None or value == "":
            return None
        return _an_id(value, name)

    def ids(self, name: str) -> tuple[str, ...]:
        """A list of ids, each once; absent is none."""
        value = self._fields.get(name) or []
        many = [value] if isinstance(value, str) else value
        if not isinstance(many, list | tuple) or len(many) > _MOST_IDS:
            raise DomainError("input.not_a_list", field=name)
        return tuple(dict.fromkeys(_an_id(part, name) for part in many))

    def records(self, name: str) -> tuple[Fields, ...]:
        """A list of records, each to be read field by field; absent is none."""
        value = self._fields.get(name) or []
        if not isinstance(value, list | tuple) or len(value) > _MOST_IDS:
            raise DomainError("input.not_a_list", field=name)
        if not all(isinstance(part, Mapping) for part in value):
            raise DomainError("input.not_a_list", field=name)
        return tuple(Fields(part) for part in value)

    def maybe_time(self, name: str) -> str | None:
        """A time of day as `08:05`. Raises `input.not_a_time`."""
        value = self._fields.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            raise DomainError("input.not_a_time", field=name)
        return value

    def choice(self, name: str, kind: type[Choice], *, default: Choice | None = None) -> Choice:
        """One of the words of this kind. Raises `input.unknown_choice`."""
        value = self._fields.get(name)
        if value in (None, "") and default is not None:
            return default
        if not isinstance(value, str) or value not in set(kind):
            raise DomainError("input.unknown_choice", field=name)
        return kind(value)

    def flag(self, name: str) -> bool:
        """Yes or no, as JSON or as a form says it."""
        value = self._fields.get(name)
        if isinstance(value, bool | str | None) and value in _YES | _NO:
            return (_YES | _NO)[value]
        raise DomainError("input.unknown_choice", field=name)

    def number(self, name: str) -> int:
        """A whole number, as JSON or as a form says it."""
        value = self._fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).isdecimal():
            raise DomainError("input.not_a_number", field=name)
        return int(str(value)[:9])

    def day(self, name: str) -> date:
        """Raises `input.missing`."""
        found = self.maybe_day(name)
        if found is None:
            raise DomainError("input.missing", field=name)
        return found

    def maybe_day(self, name: str) -> date | None:
        """A date as `2026-11-22`."""
        value = self._fields.get(name)
        if value is None or value == "":
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise DomainError("input.not_a_day", field=name) from error


def _an_id(value: Any, name: str) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_ID or not value.isprintable():
        raise DomainError("input.not_an_id", field=name)
    return value
