"""What `followthrough doctor` tells: a line each, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from scheduler.clocks import STOP, WARN


class State(StrEnum):
    ok = "OK"
    look = "look at this"
    broken = "broken"


@dataclass(frozen=True)
class Finding:
    """One line of the page. `todo` says what to do next; empty where all is well, or `what` says it."""

    about: str
    state: State
    what: str
    todo: str = ""


def ok(about: str, what: str) -> Finding:
    return Finding(about, State.ok, what)


def look(about: str, what: str, todo: str) -> Finding:
    return Finding(about, State.look, what, todo)


def broken(about: str, what: str, todo: str) -> Finding:
    return Finding(about, State.broken, what, todo)


def of_clock(off: Mapping[str, timedelta], *, has_others: bool) -> Finding:
    """`off`: how far this machine's clock is ahead, by whom it was compared with. `has_others`: somebody was asked."""
    if not off and not has_others:
        return ok("clock", "there is nobody to compare it with")
    if not off:
        return look(
            "clock", "there was nobody to compare it with", "is this machine's time synchronised (timedatectl)?"
        )
    worst = max(off, key=lambda name: abs(off[name]))
    seconds = round(off[worst].total_seconds())
    told = f"{abs(seconds)} s {'ahead of' if seconds > 0 else 'behind'} {worst}"
    if abs(off[worst]) > STOP:
        return broken(
            "clock", told, "set this machine's clock right: nothing is sent, and platforms refuse what it signs"
        )
    if abs(off[worst]) > WARN:
        return look("clock", told, "synchronise this machine's time (timedatectl set-ntp true)")
    return ok("clock", f"as at {', '.join(off)}")
