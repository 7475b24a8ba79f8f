"""A real mail server on this machine, for as long as a test takes: it keeps what it gets."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """What a mail server got; it refuses mail for who is in `refuses`."""

    port: int = 0
    got: list[tuple[str, str]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)


class Talk(socketserver.StreamRequestHandler):
    """The server's half of RFC 5321, as far as one sender goes."""

    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self.say("220 here")
        to = ""
        for line in iter(self.rfile.readline, b""):
            verb = line.decode(errors="replace").strip()  # whoever begins in TLS is answered too
            if verb.upper().startswith("RCPT TO:"):
                to = verb[8:].strip(" <>")
                self.say("550 no" if to in box.refuses else "250 yes")
            elif verb.upper() == "DATA":
                self.say("354 go on")
                lines = iter(self.rfile.readline, b".\r\n")
                box.got.append((to, b"".join(lines).decode()))
                self.say("250 kept")
            elif verb.upper() == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 yes")
        return None

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Open at a port of its own."""
    box = Mailbox()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.box = box  # type: ignore[attr-defined]
        server.daemon_threads = True
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield box
        server.shutdown()
