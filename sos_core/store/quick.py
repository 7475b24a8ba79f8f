"""The few statements that every note runs. Put into words for this database once, then handed to its driver as they are: on that
road SQLAlchemy's own work would cost more than the database's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Dialect, Engine, PoolProxiedConnection
from sqlalchemy.sql import Insert, Select
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]
Row = tuple[Any, ...]


class Hand(Protocol):
    """What holds a transaction: a session, or a pen."""

    def connection(self) -> Connection:
        """The connection on which it runs."""


class Quick:
    """One statement with named parameters. `run` gives its rows, as tuples; of an `Insert` there are none."""

    def __init__(self, statement: Select[Any] | Select[Any, Any] | Insert, *names: str) -> None:
        """`names`: the columns that an `Insert` fills."""
        self._statement = statement
        self._names = names
        self._ready: dict[str, _Ready] = {}

    def run(self, hand: Hand, values: Mapping[str, Any]) -> Sequence[Row]:
        """As part of this transaction. Raises what SQLAlchemy raises: what the driver does not take is asked once more the
        long way.
        """
        connection = hand.connection()
        ready = self._ready.get(connection.dialect.name) or self._prepare(connection.dialect)
        try:
            return ready.run(connection.connection, values)
        except connection.dialect.loaded_dbapi.Error:
            return self._the_long_way(connection, values)

    def ask(self, engine: Engine, values: Mapping[str, Any]) -> Sequence[Row]:
        """By itself, for a question that is one statement: without a session and without a transaction round it."""
        ready = self._ready.get(engine.dialect.name) or self._prepare(engine.dialect)
        connection = engine.raw_connection()
        try:
            return ready.run(connection, values)
        except engine.dialect.loaded_dbapi.Error:
            with engine.connect() as again:
                return self._the_long_way(again, values)
        finally:
            connection.close()

    def _the_long_way(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[Row]:
        result = connection.execute(self._statement, dict(values))
        return [tuple(row) for row in result] if result.returns_rows else []

    def _prepare(self, dialect: Dialect) -> _Ready:
        compiled = self._statement.compile(dialect=dialect, column_keys=list(self._names) or None)
        order = compiled.positiontup or list(compiled.params)
        writes = {name: _writer(compiled.binds[name].type, dialect) for name in order}
        columns = self._statement.selected_columns if isinstance(self._statement, SelectBase) else ()
        ready = _Ready(
            str(compiled),
            tuple(writes.items()),
            tuple((at, read) for at, column in enumerate(columns) if (read := _reader(column.type, dialect))),
            answers=bool(columns),
            positional=bool(compiled.positional),
        )
        self._ready[dialect.name] = ready
        return ready


class _Ready(NamedTuple):
    sql: str
    writes: tuple[tuple[str, Convert | None], ...]
    reads: tuple[tuple[int, Convert], ...]
    """By their place, the columns that the driver gives otherwise than we keep them."""
    answers: bool
    positional: bool

    def run(self, connection: PoolProxiedConnection, values: Mapping[str, Any]) -> Sequence[Row]:
        cursor = connection.cursor()
        try:
            cursor.execute(self.sql, self.given(values))
            return [self.read(row) for row in cursor.fetchall()] if self.answers else []
        finally:
            cursor.close()

    def given(self, values: Mapping[str, Any]) -> Any:
        """The parameters as this driver takes them."""
        plain = [values[name] if write is None else write(values[name]) for name, write in self.writes]
        return plain if self.positional else dict(zip((name for name, _ in self.writes), plain, strict=True))

    def read(self, row: Any) -> Row:
        values = list(row)
        for at, read in self.reads:
            values[at] = read(values[at])
        return tuple(values)


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
