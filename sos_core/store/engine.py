"""The encrypted database: opened with its key, or not at all."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session

from sos_core.domain.errors import DomainError
from sos_core.store.overview import keep_in_step
from sos_core.store.scrub import keep_track

event.listen(Session, "after_flush", keep_in_step)
event.listen(Session, "after_flush", keep_track)

DATABASE = "draaiboek.db"
KEY_FILE = "key"
_KEY = re.compile(r"[0-9a-f]{64}")


class Pen:
    """One transaction of somebody who writes: all of it is on disk afterwards, or, after an error, nothing."""

    __slots__ = ("_connection", "_session")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._session: Session | None = None

    def connection(self) -> Connection:
        """The short road, for statements that are ready."""
        return self._connection

    @property
    def session(self) -> Session:
        """The road for rows. Made when somebody asks for it: most notes write none, and it costs four times the rest. A question does
        not write what is still open: what was touched is known until `write`.
        """
        if self._session is None:
            self._session = Session(self._connection, expire_on_commit=False, autoflush=False)
        return self._session

    def touched(self) -> list[Any]:
        """The rows that are new or changed and not written yet."""
        return [*self._session.new, *self._session.dirty] if self._session else []

    def write(self) -> None:
        """These rows go into the database, as part of the transaction."""
        if self._session:
            self._session.flush()

    def let_go(self) -> None:
        """The rows are on their own."""
        if self._session:
            self._session.close()


@dataclass(frozen=True, slots=True)
class Store:
    """An open database."""

    engine: Engine
    writer: Engine
    """The same, for who is going to write: it has the pen from the first statement on."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one moment of the database; it writes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def pen(self) -> Iterator[Pen]:
        """The pen, which one has at a time: it is waited for here, so that nothing is decided on what is old."""
        with self.writer.begin() as connection:
            pen = Pen(connection)
            try:
                yield pen
                pen.write()
            finally:
                pen.let_go()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that has the pen."""
        with self.pen() as pen:
            yield pen.session

    def forget(self) -> None:
        """What was erased leaves the disk: the log of changes, in which it still stands, goes into the file and is emptied.

        While somebody reads, what they read stays until the next time.
        """
        with self.engine.connect() as connection:
            connection.rollback()
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def scrub(self) -> bool:
        """What was erased is nowhere in the file any more: every page is written anew, and the log of changes is emptied. Whether
        that was done; False while somebody read for longer than one waits: then it is to be done once more.
        """
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM")
            busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except self.engine.dialect.loaded_dbapi.OperationalError:
            return False
        finally:
            connection.close()
        return not busy

    def seal(self) -> None:
        """All of it in the one file, and closed: the file can be put in its place."""
        self.forget()
        self.close()

    def close(self) -> None:
        self.engine.dispose()


def find_key(folder: Path, given: str | None, key_file: Path | None) -> tuple[str, bool]:
    """The key of 256 bits as 64 hex digits, and whether it lies beside the data (where it protects nothing).

    First what was `given`, then `key_file`, else the one in the data folder, which is made on the first start.
    Raises `store.bad_key`, `store.no_key_file`, `store.key_gone` (a database without its key: a new key would not open it),
    `store.unreadable`.
    """
    if given or key_file:
        return _checked(given or _read_key_file(Path(str(key_file)))), False
    try:
        beside = folder / KEY_FILE
        if not beside.exists():
            if (folder / DATABASE).exists():
                raise DomainError("store.key_gone")
            _write_key(beside)
        return _checked(beside.read_text("utf-8", errors="replace")), True
    except OSError as error:
        raise DomainError("store.unreadable") from error


def open_store(folder: Path, key: str, *, durable: bool = True) -> Store:
    """The database in this folder, made when it is not there. `durable=False` is for one that is still being made: what was
    written outlives no power cut before `put_in_place`.

    Raises `store.wrong_key`, `store.damaged` (every page is looked at) or `store.unreadable`.
    """
    path = folder / DATABASE
    check_whole(path, key)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,  # so that its errors are known as the database's
        creator=lambda: _connect(path, key, durable=durable),
        poolclass=QueuePool,
        pool_size=12,
        max_overflow=24,
        pool_use_lifo=True,  # who wrote last has the pages at hand, deciphered; another connection has to read them anew
        json_serializer=lambda value: orjson.dumps(value).decode(),
        json_deserializer=orjson.loads,
        hide_parameters=True,  # an error must not carry a family's words
    )
    event.listen(engine, "begin", _begin)
    try:
        engine.connect().close()
    except Exception as error:
        engine.dispose()
        raise DomainError(_why_not(error)) from error
    return Store(engine, engine.execution_options(begin="IMMEDIATE"))


def check_whole(path: Path, key: str) -> None:
    """Whether this key opens what is there, and every page of it is whole. Only reading: a connection that may write moves
    the last pages of a killed server into the database as it closes, even with a wrong key. Nothing there is fine.

    Raises `store.wrong_key`, `store.damaged` or `store.unreadable`.
    """
    if not path.exists():
        return
    try:
        connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master")
            whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except Exception as error:
        raise DomainError(_why_not(error)) from error
    if whole != "ok":
        raise DomainError("store.damaged")


def copy_whole(source: Path, target: Path, key: str) -> None:
    """All that is in the database at this moment, into a new file under the same key, whoever writes meanwhile. No page that is free
    goes along. Raises `store.unreadable`.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = _connect(source, key, durable=True)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()
    except sqlcipher.Error as error:
        raise DomainError("store.unreadable") from error


def let_go(path: Path, key: str) -> None:
    """Nobody has this database open, and there is no log of changes beside it any more. One that cannot be opened may go too.

    Raises `store.in_use`.
    """
    try:
        check_whole(path, key)
    except DomainError:
        pass
    else:
        if path.exists():
            _only_mine(path, key)
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def _only_mine(path: Path, key: str) -> None:
    connection = _connect(path, key, durable=True)
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")  # is only done for who has it alone
    except sqlcipher.OperationalError as error:
        raise DomainError("store.in_use") from error
    finally:
        connection.close()


def _connect(path: Path, key: str, *, durable: bool) -> Any:
    """FULL: in a replay of power cuts NORMAL lost commits that had been acknowledged. secure_delete: erased is gone."""
    connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None, timeout=15)
    pragmas = (
        "cipher_log_level = NONE",
        f"key = \"x'{key}'\"",
        "journal_mode = WAL",
        f"synchronous = {'FULL' if durable else 'OFF'}",
        "foreign_keys = ON",
        "secure_delete = ON",
    )
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Any) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.connection.cursor().execute(f"BEGIN {how}")


def _why_not(error: Exception) -> str:
    said = str(error)
    if "not a database" in said:
        return "store.wrong_key"
    return "store.damaged" if "malformed" in said else "store.unreadable"


def _read_key_file(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise DomainError("store.no_key_file") from error


def _checked(text: str) -> str:
    key = text.strip().lower()
    if not _KEY.fullmatch(key):
        raise DomainError("store.bad_key")
    return key


def _write_key(path: Path) -> None:
    """A new key, on disk before anything is written with it: without it all of that would be lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32) + "\n")
    put_in_place(fresh, path)


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename a file that is closed, so that a power cut leaves what was there before or the new file, whole."""
    with fresh.open("r+b") as file:
        os.fsync(file.fileno())
    fresh.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
