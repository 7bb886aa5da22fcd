"""What a member says about people: who is in, what each one is, the same person on two platforms, sharing an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.nonsense import Nonsense
from bot.model import Role


@dataclass(frozen=True)
class People:
    """Who is in, what they are, and whether a message reaches them."""


@dataclass(frozen=True)
class Team:
    """Who leads whom."""


@dataclass(frozen=True)
class Make:
    """An admin decides what a member is; without a role, the form asks."""

    who: str
    role: Role | None = None
    manager: str = ""


@dataclass(frozen=True)
class Link:
    """The same person on two platforms: without a code it gives one; with it, once they are sure, the two become one."""

    code: str = ""
    sure: bool = False


@dataclass(frozen=True)
class Share:
    """The answer to a question, for everybody in the place where it was asked."""

    line: str


AboutPeople = People | Team | Make | Link | Share

_ROLE = re.compile(
    r"^(?P<who>.+?)\s+(?:an?\s+|the\s+)?(?P<role>rep|manager|admin|inactive)\b(?:\s+(?:of|under|for|with)\s+(?P<manager>.+))?$",
    re.IGNORECASE,
)


def make(rest: str) -> Make | Nonsense:
    if not rest:
        return Nonsense("make", "make")
    found = _ROLE.match(rest)
    return Make(found["who"], Role(found["role"].lower()), found["manager"] or "") if found else Make(rest)


def make_form(who: str, fields: Mapping[str, str]) -> Make | Nonsense:
    role = fields.get("role", "").strip().lower()
    known = Role(role) if role in set(Role) else None
    return Make(
        who, known, fields.get("manager", "").strip() or "nobody"
    )  # the form shows who leads them, and that is sent


def link(rest: str) -> Link:
    """`ABCD EFGH`; `yes ABCD EFGH` from the button under what will happen."""
    first, _, code = rest.partition(" ")
    sure = first.casefold() == "yes"
    return Link("".join(char for char in (code if sure else rest).upper() if char.isalnum()), sure)
