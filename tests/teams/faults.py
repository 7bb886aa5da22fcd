"""What may go wrong with a call to Teams, to be played once or always."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fault:
    """`after`: the message is there all the same. `drops`: no answer at all."""

    status: int = 0
    code: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    drops: bool = False
    body: Any = None


def refused(status: int, code: str = "Refused") -> Fault:
    return Fault(status, code)


def busy(seconds: str = "") -> Fault:
    return Fault(429, "TooManyRequests", {"Retry-After": seconds} if seconds else {})


def broken(status: int, *, after: bool) -> Fault:
    return Fault(status, "Broken", after=after)


def dropped(*, after: bool) -> Fault:
    return Fault(after=after, drops=True)
