"""Whole books, handover packs, and covering for somebody who is away: what was typed, pressed or filled in, read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_from
from bot.reading.typed.typeddates import starts_with_day
from bot.reading.words.daynames import WEEKDAY


@dataclass(frozen=True)
class GiveBook:
    """Everything that somebody has goes to another member. `sure`: it was shown before; else it is shown.

    `which`: only these of the deals that were `offered`, and with `rest` those beside them, if they still are what was shown
    (`beside`); None: all of it.
    """

    whose: str = ""  # empty: the member's own
    to: str = ""
    why: str = ""
    choose: bool = False
    sure: bool = False
    which: tuple[int, ...] | None = None
    rest: bool = False
    offered: tuple[int, ...] = ()
    beside: str = ""


@dataclass(frozen=True)
class Pack:
    """What to know of a deal that came from a colleague; without a name, which of them wait to be read."""

    who: str = ""


@dataclass(frozen=True)
class Cover:
    """`by` sees and acts on what `who` has until a day; not said by whom, it is the member, or asked of who leads them."""

    who: str = ""
    by: str = ""
    until: str = ""
    since: str = ""


@dataclass(frozen=True)
class Covers:
    """Who covers for whom, as far as it concerns the member."""


@dataclass(frozen=True)
class WhileAway:
    """What was done on the member's deals by whoever covered them."""


AboutHanding = GiveBook | Pack | Cover | Covers | WhileAway

_DEALS = r"(?:\s+(?:open\s+|whole\s+|entire\s+)?(?:deals?|book|list|accounts?|customers|things))"
_ALL = re.compile(r"^(?:all|every|everything|both)\b(?:.*\bdeals?)?(?:\s+of\s+mine)?$", re.IGNORECASE)
_OF = re.compile(
    rf"^(?:(?:all|everything)\s+(?:of\s+|the\s+)?)?(?P<whose>my|[\w'’.-]+(?:\s+[\w'’.-]+)??(?:['’]s?|s)){_DEALS}$"
    r"|^(?:everything|all)\s+of\s+(?P<of>[\w'’.-]+(?:\s+[\w'’.-]+)?)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^#?(?P<whose>\d{1,12})(?:\s+to\s+#?(?P<to>\d{1,12}))?(?:\s+(?P<how>now|choose))?"
    r"(?:\s+of\s+(?P<offered>[\d,]+))?(?:\s+beside\s+(?P<beside>[0-9a-f]+))?(?:\s+because\s+(?P<why>.+))?$",
    re.IGNORECASE,
)
_LONGEST_NAME = 3  # words
_ME = frozenset({"me", "i", "myself"})
_UNTIL = re.compile(r"^(?P<rest>.*?)[\s,]*\b(?:until|till|til|to)\s+(?P<until>.+)$", re.IGNORECASE)
_SINCE = re.compile(rf"^(?P<rest>.*?)[\s,]*(?:\bfrom\s+|(?=\b{WEEKDAY}$))(?P<since>.+)$", re.IGNORECASE)
_BY = re.compile(r"^(?P<who>.+?)\s+by\s+(?P<by>.+)$", re.IGNORECASE)
_SOMEBODY = r"[\w'’.-]+(?:\s+[\w'’.-]+)?"
COVERS = rf"(?P<by>{_SOMEBODY}?)\s+(?:covers?|is\s+covering|will\s+cover|stands?\s+in|fills?\s+in)(?:\s+for)?\s+(?P<who>{_SOMEBODY}?)"
# "from Mon until Wed", "Mon til Wed": a day is no part of a name.
_COVERS = re.compile(
    rf"^{COVERS}(?P<days>\s+(?:(?:from|until|till|til)\s+|(?={WEEKDAY}\b.*\b(?:until|till|til|to)\s)).+?)[\s.!]*$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^(?:what\s+(?:happened|was\s+done|did\s+i\s+miss)\s+)?while\s+i\s+was\s+(?:away|off|out|gone|on\s+(?:leave|holiday))[\s?.!]*$",
    re.IGNORECASE,
)  # fmt: skip
_WHO_COVERS = re.compile(
    r"^who(?:['’]s|\s+is)?\s+(?:covers?|covering|standing\s+in|stands\s+in)[\s?.!]*$", re.IGNORECASE
)


def whole_book(who: str, to: str, why: str) -> GiveBook | None:
    """ "everything", "Tom's deals", "all my deals"; None when that is the name of a deal."""
    found = _OF.match(who)
    if found is None:
        return GiveBook("", to, why) if _ALL.match(who) else None
    whose = found["of"] or found["whose"]
    return GiveBook("" if whose.casefold() in {"my", "mine", "me"} else whose, to, why)


def book(rest: str) -> GiveBook | Nonsense:
    """By numbers, as buttons and forms say it."""
    found = _NUMBERED.match(rest)
    if found is None:
        return Nonsense(f"book {rest}".strip())
    how = (found["how"] or "").lower()
    return GiveBook(
        found["whose"], found["to"] or "", found["why"] or "", how == "choose", how == "now",
        offered=numbers(found["offered"] or ""), beside=found["beside"] or "",
    )  # fmt: skip


def book_form(rest: str, fields: Mapping[str, str]) -> GiveBook | Nonsense:
    asked = book(rest)
    if isinstance(asked, Nonsense):
        return asked
    return replace(asked, sure=True, which=numbers(fields.get("deals", "")), rest=bool(fields.get("rest")))


def numbers(value: str) -> tuple[int, ...]:
    """What is ticked, as numbers."""
    found = (number_from(part) for part in value.split(","))
    return tuple(dict.fromkeys(number for number in found if number is not None))


def pack(rest: str) -> Pack:
    return Pack(rest.strip(" ?"))


def cover(rest: str) -> Cover | Covers | Nonsense:
    """ "Tom until Fri", "for Tom from 3 Aug until 17 Aug", "Tom by Lena until Fri", "me until Tuesday"."""
    if not rest.strip(" ?"):
        return Covers()
    spoken = re.sub(r"^for\s+", "", rest, flags=re.IGNORECASE)
    until = _UNTIL.match(spoken)
    about, day = (until["rest"], until["until"]) if until else (spoken, "")
    since = _SINCE.match(about)
    about, first = (since["rest"], since["since"]) if since else (about, "")
    by = _BY.match(about)
    who, whom = (by["who"], by["by"]) if by else (about, "")
    who = who.strip(" ,")
    if (day and not starts_with_day(day)) or len(who.split()) > _LONGEST_NAME:  # "cover letter to Acme"
        return Nonsense(f"cover {rest}")
    if who.casefold() in _ME:
        return Cover("me", "" if whom.casefold() in _ME else whom.strip(), day, first)
    return Cover(who, "me" if whom.casefold() in _ME else whom.strip(), day, first) if who else Covers()


def covered_plainly(line: str) -> Cover | Covers | WhileAway | None:
    """ "Lena covers me until Tuesday", "who is covering?", "while I was away"."""
    if _AWAY.match(line):
        return WhileAway()
    if _WHO_COVERS.match(line):
        return Covers()
    found = _COVERS.match(line)
    if found is None:
        return None
    until = _UNTIL.match(found["days"].strip())
    since = _SINCE.match(until["rest"] if until else found["days"].strip())
    by, who = ("me" if name.casefold() in _ME else name for name in (found["by"], found["who"]))
    return Cover(who, by, until["until"] if until else "", since["since"].strip() if since else "")
