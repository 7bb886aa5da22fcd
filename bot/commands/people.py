"""What a member says about people: who is in, what each one is, the same person on two platforms, sharing an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.lists import from_line
from bot.commands.nonsense import Nonsense
from bot.model import Role


@dataclass(frozen=True)
class People:
    """Who is in, what they are, and whether a message reaches them. `first`: from which line on."""

    first: int = 1


@dataclass(frozen=True)
class Team:
    """Who leads whom. `first`: from which line on."""

    first: int = 1


@dataclass(frozen=True)
class Make:
    """An admin decides what a member is, or several with commas between; without a role, the form asks of one."""

    who: str
    role: Role | None = None
    manager: str = ""


@dataclass(frozen=True)
class Link:
    """The same person on two platforms: without a code it gives one; with it, once they are sure, the two become one."""

    code: str = ""
    sure: bool = False


@dataclass(frozen=True)
class Part:
    """What was joined by a code was not theirs: `act` joined it, `code` came by the message that told of it."""

    act: int
    code: str


@dataclass(frozen=True)
class Share:
    """The answer to a question, for everybody in the place where it was asked."""

    line: str


@dataclass(frozen=True)
class AdminPage:
    """A link to the page on which an admin sees and changes the settings."""


@dataclass(frozen=True)
class Holidays:
    """Whose public holidays apply to whom; with a country, an admin decides it for a member, or for everybody of a zone."""

    who: str = ""
    country: str = ""


@dataclass(frozen=True)
class Undelivered:
    """Messages that did not arrive, or of which nobody knows, and members whom none reaches. Never what they say."""


AboutPeople = People | Team | Make | Link | Part | Share | AdminPage | Holidays | Undelivered


def people_from(rest: str) -> People | Nonsense:
    """ "people from 31", which goes on; "people from Acme" is something else."""
    word, first = from_line(f"from {rest}")
    return Nonsense(f"people from {rest}") if word else People(first)


def team_from(rest: str) -> Team | Nonsense:
    word, first = from_line(f"from {rest}")
    return Nonsense(f"team from {rest}") if word else Team(first)


_ROLE = re.compile(
    r"^(?P<who>.+?)\s+(?:an?\s+|the\s+)?(?P<role>(?P<word>rep|manager|admin)s?|inactive)\b(?:\s+(?:of|under|for|with)\s+(?P<manager>.+))?$",
    re.IGNORECASE,
)


_COUNTRY = re.compile(
    r"^(?P<who>[^:]{1,60}?)(?:\s*:\s*(?P<named>[^\W\d_][\w '’-]{1,40})|\s+(?P<code>[A-Z]{2}(?:-[A-Z0-9]{1,3})?|none))$"
)


def holidays(rest: str) -> Holidays | Nonsense:
    """`Tom DE`, `Berlin: none`, `Tom: Germany`."""
    found = _COUNTRY.match(rest)
    if found:
        return Holidays(found["who"], found["named"] or found["code"])
    return Holidays() if not rest.strip(" ?") else Nonsense(f"holidays {rest}")


def holidays_form(rest: str, fields: Mapping[str, str]) -> Holidays | Nonsense:
    """An empty country is none."""
    if not fields.get("who", "").strip():
        return holidays(rest)
    return Holidays(fields["who"].strip(), fields.get("country", "").strip().upper() or "none")


_NOBODY = re.compile(r"(?:that|it|this|them|those|these)\b", re.IGNORECASE)


def make(rest: str) -> Make | Nonsense:
    if not rest:
        return Nonsense("make", "make")
    found = _ROLE.match(rest)
    if found is None and _NOBODY.match(rest):
        return Nonsense(f"make {rest}")  # "make that Friday" puts something right
    return (
        Make(found["who"], Role((found["word"] or found["role"]).lower()), found["manager"] or "")
        if found
        else Make(rest)
    )


def make_form(who: str, fields: Mapping[str, str]) -> Make | Nonsense:
    role = fields.get("role", "").strip().lower()
    known = Role(role) if role in set(Role) else None
    return Make(
        who, known, fields.get("manager", "").strip() or "nobody"
    )  # the form shows who leads them, and that is sent


_PARTS = re.compile(r"cut\s+(\d{1,15})\s+(\w{1,60})", re.IGNORECASE)


def link(rest: str) -> Link | Part:
    """`ABCD EFGH`; `yes ABCD EFGH` from the button under what will happen; `cut 17 …` from the one under what has."""
    parts = _PARTS.fullmatch(rest.strip())
    if parts:
        return Part(int(parts[1]), parts[2])
    first, _, code = rest.partition(" ")
    sure = first.casefold() == "yes"
    return Link("".join(char for char in (code if sure else rest).upper() if char.isalnum()), sure)
