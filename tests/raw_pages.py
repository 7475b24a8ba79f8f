"""The database as it lies on the disk, deciphered page by page: also the free pages, and what waits in the log of changes."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from sos_core.store.engine import DATABASE

PAGE, RESERVED, SALT = 4096, 80, 16
"""As SQLCipher 4 writes: at the end of each page its vector of 16 bytes and a seal; before the first page a salt."""
WAL_HEAD, FRAME_HEAD = 32, 24


def raw_words(folder: Path, *, database: str = DATABASE) -> bytes:
    """Every byte of every page in clear: of the file, and of the log of changes beside it."""
    key = (folder / "key").read_text().strip()
    return _clear(_pages(folder / database) + _frames(folder / f"{database}-wal"), key)


def _pages(path: Path) -> list[tuple[bytes, bool]]:
    raw = path.read_bytes()
    return [(raw[at : at + PAGE], at == 0) for at in range(0, len(raw), PAGE)]


def _frames(path: Path) -> list[tuple[bytes, bool]]:
    raw = path.read_bytes() if path.exists() else b""
    starts = range(WAL_HEAD, len(raw) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE)
    return [
        (raw[at + FRAME_HEAD : at + FRAME_HEAD + PAGE], int.from_bytes(raw[at : at + 4], "big") == 1) for at in starts
    ]


def _clear(pages: list[tuple[bytes, bool]], key: str) -> bytes:
    """All at once: in this cipher each page follows from its vector, so vectors and pages can stand in one row."""
    row = b"".join(page[-RESERVED:-64] + page[SALT if first else 0 : -RESERVED] for page, first in pages)
    clear = Cipher(AES(bytes.fromhex(key)), CBC(bytes(16))).decryptor()
    return clear.update(row) + clear.finalize()
