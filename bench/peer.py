"""A peer that keeps nothing: y-websocket from npm, in the folder `yjs`, with the same crowd on it."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from pathlib import Path

from bench.crowd import socket_request

FOLDER = Path(__file__).parent / "yjs"
NODE = shutil.which("node")
ALIVE = b"\x8a\x80" + bytes(4)
"""A masked pong with nothing in it: y-websocket asks every half minute, and cuts off who does not say that it is there."""
ALIVE_EVERY = 10.0


def install() -> bool:
    """Its packages, at the pinned versions, beside it; False where there is no Node."""
    npm = shutil.which("npm")
    if not (NODE and npm):
        return False
    if not (FOLDER / "node_modules").exists():
        subprocess.run([npm, "ci", "--ignore-scripts", "--silent"], cwd=FOLDER, check=True)
    return True


def start(port: int) -> subprocess.Popen[bytes]:
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    return subprocess.Popen(
        [str(NODE), "node_modules/y-websocket/bin/server.cjs"], cwd=FOLDER, env=env, stdout=subprocess.DEVNULL
    )


def updates(texts: list[str]) -> list[bytes]:
    """What a client of y-websocket sends for each of these texts: a document that grows by it."""
    made = subprocess.run(
        [str(NODE), "updates.mjs"], cwd=FOLDER, input="\n".join(texts), text=True, capture_output=True, check=True
    )
    return [_framed(base64.b64decode(line)) for line in made.stdout.split()]


def listening(host: str, port: int) -> bytes:
    """What opens a socket to the one document."""
    return socket_request(host, port, "/room")


def _framed(payload: bytes) -> bytes:
    """One masked binary frame of a WebSocket (RFC 6455, 5.2); the mask is of zeros, which leaves the payload as it is."""
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + size.to_bytes(2, "big")
    return b"\x82" + length + bytes(4) + payload
