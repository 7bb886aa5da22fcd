"""What a member asks a list of: what is due, what comes, who owes what, whose deals there are."""

import re
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Followups:
    """What is due today; `whose` names a rep, where it is somebody whose deals the member sees. `first`: from which line on."""

    everything: bool = False
    whose: str = ""
    first: int = 1


@dataclass(frozen=True)
class Upcoming:
    """The next two weeks, or the one day or week of `when` that was asked about, as it was typed. `first`: from which line on."""

    when: str = ""
    first: int = 1


class OwedBy(StrEnum):
    """Whose promises are asked about, or only those whose day has passed."""

    us = "us"
    them = "them"
    both = "both"
    late = "late"
    late_us = "late us"
    late_them = "late them"

    @property
    def is_late(self) -> bool:
        return self in {OwedBy.late, OwedBy.late_us, OwedBy.late_them}


@dataclass(frozen=True)
class Owed:
    """Open promises on the member's own deals."""

    by: OwedBy = OwedBy.both
    whose: str = ""  # a rep's, or what somebody at a customer's promised: told apart by who is there
    first: int = 1  # from which line on
    when: str = ""  # the days for which it was promised, as typed
    question: str = field(default="", compare=False, repr=False)  # as it was asked, for the sentence that answers it


@dataclass(frozen=True)
class Deals:
    """Who, what, last contact; `whose` names a member, `export` asks for exactly that as a file. `first`: from which line on."""

    whose: str = ""
    export: bool = False
    quiet: bool = False  # who has gone quiet: of all deals that the member sees
    first: int = 1


class ListOf(StrEnum):
    """Of which deals a list is asked for."""

    away = "away"
    no_step = "no next step"
    closing = "closing"


@dataclass(frozen=True)
class Which:
    """The deals of which that is so, of all that the member sees; `when` of what closes."""

    asked: ListOf
    when: str = "this month"


@dataclass(frozen=True)
class Nurture:
    """Who was let go, when and why; `whose` and `export` as in Deals."""

    whose: str = ""
    export: bool = False
    first: int = 1


@dataclass(frozen=True)
class CatchUp:
    """Too much is due on one day: what can wait goes to the next days."""


@dataclass(frozen=True)
class Attention:
    """What needs the member: their list, and for who leads others what is due or late with them."""


AboutLists = Attention | Followups | Upcoming | Owed | Deals | Which | Nurture | CatchUp

QUIET = "quiet"  # `deals quiet`: who has gone quiet
_NOBODY = frozenset(
    "a any are at calls day deals do due followup followups for have i is list me mine morning my now of on own please"
    " tasks thanks the there this to today todays todo up week what whats all open tomorrow tmrw next overdue late first everything"
    " customers customer monday tuesday wednesday thursday friday mon tue tues wed weds thu thurs fri everyone lists task pending"
    " left remaining soon later again new now more full whole whos who".split()
)  # words behind `followups`, `due`, `today` or `list` that name nobody
_LONGEST_NAME = 4  # words
_FROM_LINE = re.compile(r"(?:^|\s)from\s+(?:(?:line|number|no\.?)\s+)?#?(?P<first>\d{1,6})[\s?!.]*$", re.IGNORECASE)


def followups(rest: str) -> Followups:
    word, first = from_line(rest)
    is_all = word.lower() in {"all", "everything"}
    words = [one.strip(",").replace("'", "").replace("’", "") for one in word.lower().split()]
    is_name = not is_all and len(words) <= _LONGEST_NAME and not _NOBODY.issuperset(words)
    return Followups(everything=is_all, whose=word if is_name else "", first=first)


def upcoming(rest: str) -> Upcoming:
    return Upcoming(*from_line(rest))


def owed(rest: str) -> Owed:
    word, first = from_line(rest)
    return Owed(OwedBy(word.lower()) if word.lower() in set(OwedBy) else OwedBy.both, first=first)


def from_line(rest: str) -> tuple[str, int]:
    """What stands before "from 12", and that number; 1 without it."""
    begins = _FROM_LINE.search(rest)
    word = (rest[: begins.start()] if begins else rest).strip(" ?!.")
    return word, max(1, int(begins["first"])) if begins else 1


_DEALS = re.compile(r"(?:['’]?s)?\s+deals$", re.IGNORECASE)  # "Tom's deals"


def deals(rest: str) -> Deals:
    asked, first = from_line(rest)
    words = [word for word in asked.split() if word.lower() not in {"of", "for", "as", "csv", "file", "my"}]
    whose = _DEALS.sub("", " ".join(word for word in words if word.lower() != "export"))
    export, quiet = any(word.lower() == "export" for word in words), whose.lower() == QUIET
    return Deals("" if quiet else whose, export=export, quiet=quiet, first=first)


def nurture(rest: str) -> Nurture:
    asked = deals(rest)
    return Nurture(QUIET if asked.quiet else asked.whose, asked.export, asked.first)
