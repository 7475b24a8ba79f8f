"""A wire between a phone and the server that can go dead without a word, as the wifi of a busy hall does."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Wire:
    """`url` leads to the server. After `die()` what is connected stays so and carries nothing; who connects anew is served."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._dead = threading.Event()
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    def die(self) -> None:
        self._dead.set()
        self._dead = threading.Event()

    def cut(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)  # nobody comes in any more
        self._serving.join()
        for end in (self._listening, *self._open):
            end.close()

    def _serve(self) -> None:
        with suppress(OSError):  # cut: the test is over
            while True:
                near, _ = self._listening.accept()
                self._open.append(near)
                far = socket.create_connection(("127.0.0.1", self._port))
                self._open.append(far)
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(one, other, self._dead), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket, dead: threading.Event) -> None:
    with suppress(OSError):  # either end hung up
        while words := one.recv(65536):
            if not dead.is_set():
                other.sendall(words)
        if not dead.is_set():
            other.shutdown(socket.SHUT_WR)
