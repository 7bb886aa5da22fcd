"""A way to PostgreSQL that breaks at a COMMIT: just before it arrives, or after it was done and before anybody hears so."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import make_url

BEFORE, AFTER = "before", "after"


@dataclass
class Way:
    """`plan` holds what becomes of the next COMMITs, in order; later ones pass. `seen` counts them all."""

    url: str
    plan: list[str] = field(default_factory=list)
    seen: int = 0
    cut: int = 0


@contextlib.contextmanager
def breakable(url: str) -> Iterator[Way]:
    """A proxy in front of the database at `url`; `Way.url` leads through it."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    through = make_url(url).set(host="127.0.0.1", port=port).difference_update_query(["host", "port"])
    way = Way(through.update_query_dict({"sslmode": "disable"}).render_as_string(hide_password=False))
    accepting = threading.Thread(target=_accept, args=(listener, url, way), daemon=True)
    accepting.start()
    try:
        yield way
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)


def _accept(listener: socket.socket, url: str, way: Way) -> None:
    with contextlib.suppress(OSError):
        while True:
            client, _ = listener.accept()
            _Pair(client, _server(url), way).start()


def _server(url: str) -> socket.socket:
    parts = make_url(url)
    folder = parts.query.get("host")
    if isinstance(folder, str) and folder.startswith("/"):
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.connect(f"{folder}/.s.PGSQL.{parts.port or 5432}")
        return made
    return socket.create_connection((parts.host or "127.0.0.1", parts.port or 5432))


class _Pair:
    def __init__(self, client: socket.socket, server: socket.socket, way: Way) -> None:
        self._client, self._server, self._way = client, server, way
        self._swallow = threading.Event()  # the server's next answer reaches nobody

    def start(self) -> None:
        for work in (self._up, self._down):
            threading.Thread(target=work, daemon=True).start()

    def _up(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._client.recv(65536):
                if b"COMMIT\0" in data:  # not BEGIN … READ COMMITTED
                    self._way.seen += 1
                    planned = self._way.plan.pop(0) if self._way.plan else ""
                    if planned:
                        self._way.cut += 1
                    if planned == BEFORE:
                        break
                    if planned == AFTER:
                        self._swallow.set()
                self._server.sendall(data)
        self._end()

    def _down(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._server.recv(65536):
                if self._swallow.is_set():
                    break
                self._client.sendall(data)
        self._end()

    def _end(self) -> None:
        for end in (self._client, self._server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
