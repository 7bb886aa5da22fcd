"""Faults on demand: what Slack does instead of, or after, what it was asked. Scripted call by call, or lasting."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fault:
    """`after`: the effect happens first, and then the answer goes wrong."""

    kind: str
    after: bool = False
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)


PASS = Fault("pass", after=True)


def rate_limited(seconds: int) -> Fault:
    return Fault(
        "status", status=429, headers={"Retry-After": str(seconds)}, answer={"ok": False, "error": "ratelimited"}
    )


def server_error(status: int = 500, *, after: bool = False) -> Fault:
    return Fault("status", after, status)


def refused(error: str, *, after: bool = False, **more: Any) -> Fault:
    """`ok: false` with that word. After the effect for fatal_error and internal_error, which may have done it."""
    return Fault("status", after, answer={"ok": False, "error": error, **more})


def hang(*, after: bool = False) -> Fault:
    """No answer until the caller gives up."""
    return Fault("hang", after)


def drop(*, after: bool = True) -> Fault:
    """The connection breaks; with `after` Slack had taken the request."""
    return Fault("drop", after)


def truncated() -> Fault:
    """Done, and half of the answer."""
    return Fault("truncated", after=True)


class Faults:
    """A method is `chat.postMessage` and the like, `response_url`, or `*` for each; a team of "" means every one."""

    def __init__(self) -> None:
        self._scripts: dict[tuple[str, str], deque[Fault]] = {}
        self._lasting: dict[tuple[str, str], Fault] = {}

    def script(self, method: str, *faults: Fault, team: str = "") -> None:
        """The next calls of that method meet these, one each; PASS lets one through."""
        self._scripts.setdefault((method, team), deque()).extend(faults)

    def always(self, method: str, fault: Fault, *, team: str = "") -> None:
        """Every call that no script speaks of."""
        self._lasting[method, team] = fault

    def clear(self) -> None:
        self._scripts.clear()
        self._lasting.clear()

    def next(self, method: str, team: str) -> Fault:
        places = [(method, team), (method, ""), ("*", team), ("*", "")]
        for place in places:
            if self._scripts.get(place):
                return self._scripts[place].popleft()
        return next((self._lasting[place] for place in places if place in self._lasting), PASS)
