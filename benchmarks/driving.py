"""Asking a server what Slack would ask it: signed before the clock starts, and every answer checked."""

import socket
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue
from urllib.parse import urlencode

from adapters.slack.verify import sign
from bot.app import system_clock

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 - of the servers of this benchmark
TEAM = "T0BENCH"
_numbers = count(1)


class WrongAnswer(AssertionError):
    """A figure of wrong answers is none."""


@dataclass(frozen=True)
class Asked:
    """A whole HTTP request, and the text that its answer has to hold."""

    request: bytes
    expects: bytes


def command(name: str, text: str, expects: str, user: str = "U1", team: str = TEAM) -> Asked:
    """A slash command as Slack sends it, signed now: that holds for five minutes."""
    number = next(_numbers)
    body = urlencode({
        "token": "none", "team_id": team, "team_domain": "bench", "channel_id": "D1", "channel_name": "directmessage",
        "user_id": user, "user_name": "rep", "command": name, "text": text, "api_app_id": "A1",
        "is_enterprise_install": "false", "response_url": "https://hooks.slack.com/commands/1/2/3",
        "trigger_id": f"{number}.1.{'f' * 32}",
    }).encode()  # fmt: skip
    stamp = str(int(system_clock().timestamp()))
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: {sign(body, stamp, SECRET).decode()}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return Asked(head.encode() + body, expects.encode())


class Connection:
    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answers = self._socket.makefile("rb")

    def ask(self, asked: Asked) -> None:
        """Raises WrongAnswer."""
        self._socket.sendall(asked.request)
        status, length = self._answers.readline(), 0
        while line := self._answers.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        body = self._answers.read(length)
        if b" 20" not in status or asked.expects not in body:
            raise WrongAnswer(f"{status!r}: {asked.expects!r} is not in {body[:500]!r}")

    def close(self) -> None:
        self._answers.close()
        self._socket.close()


def one_by_one(port: int, asked: Sequence[Asked]) -> list[float]:
    """Seconds of each, on one connection."""
    connection = Connection(port)
    seconds = []
    for one in asked:
        started = time.perf_counter()
        connection.ask(one)
        seconds.append(time.perf_counter() - started)
    connection.close()
    return seconds


def at_once(port: int, asked: Sequence[Asked], connections: int = 16) -> None:
    """As fast as they are answered."""
    with ThreadPoolExecutor(connections) as threads:
        shares = [asked[n::connections] for n in range(connections)]
        list(threads.map(lambda share: one_by_one(port, share), shares))


def at_rate(port: int, asked: Sequence[Asked], per_second: float, connections: int = 32) -> list[float]:
    """Seconds of each, counted from the moment it was due: a server that stalls makes all wait that come meanwhile."""
    free: SimpleQueue[Connection] = SimpleQueue()
    opened = [Connection(port) for _ in range(connections)]
    for connection in opened:
        free.put(connection)
    started = time.perf_counter() + 0.05

    def ask(number: int) -> float:
        connection = free.get()
        connection.ask(asked[number])
        free.put(connection)
        return time.perf_counter() - started - number / per_second

    with ThreadPoolExecutor(connections) as threads:
        waiting = []
        for number in range(len(asked)):
            time.sleep(max(0.0, started + number / per_second - time.perf_counter()))
            waiting.append(threads.submit(ask, number))
        seconds = [one.result() for one in waiting]
    for connection in opened:
        connection.close()
    return seconds
