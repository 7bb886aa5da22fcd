"""What a member says about themselves: days off, pauses, settings, a first start, taking back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.commands.measuring import Charts, CoachMe, MyMonday, Works
from bot.commands.nonsense import Nonsense
from bot.commands.usage import Topic
from bot.model import Muted
from bot.reading.typed.typeddates import starts_with_day


@dataclass(frozen=True)
class Help:
    topic: Topic = Topic.everyday


@dataclass(frozen=True)
class Hello:
    """The first words: what a newcomer needs in five lines."""


@dataclass(frozen=True)
class Start:
    """Which five deals are on your mind? `names` may be empty: then the form asks."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Away:
    """Own leave: off from a day (today when empty), back on another, or off `through` that one; or off on single `days`.

    `said`: the days as typed, where they may be a span; the rest is what is asked about when they are no clear one.
    """

    until: str
    since: str = ""
    through: bool = False  # "from Monday to Friday": Friday is a day off as well
    days: tuple[str, ...] = ()
    cover: str = ""  # who covers meanwhile
    said: str = field(default="", compare=False)


@dataclass(frozen=True)
class Back:
    """Back earlier than planned."""


@dataclass(frozen=True)
class PauseList:
    """Nothing, or nothing of a kind, until a day, or until they say so."""

    what: Muted = Muted.everything
    until: str = ""
    for_good: bool = False


@dataclass(frozen=True)
class Unpause:
    pass


@dataclass(frozen=True)
class Settings:
    """Settings by name as typed; none shows the form."""

    wanted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Status:
    """The last and the next digest, and why."""


@dataclass(frozen=True)
class Again:
    """A line that was done today already, and is meant once more."""

    line: str


@dataclass(frozen=True)
class Undo:
    """The member's last act, or these by number; `in_words` when it was said ("scrap that"), not typed as the command.

    `newest`: so many of them, or all of today's; `about`: the last one there."""

    acts: tuple[int, ...] = ()
    in_words: bool = False
    newest: int = 0
    about: str = ""


AboutMe = (
    Help | Hello | Start | Away | Back | PauseList | Unpause | Settings | Status | Again | Undo | Works | CoachMe | MyMonday | Charts
)  # fmt: skip

_KINDS = {
    "everything": Muted.everything, "all": Muted.everything, "digest": Muted.everything, "list": Muted.everything,
    "talk": Muted.talk, "touches": Muted.talk, "calls": Muted.talk, "time to talk": Muted.talk,
    "coaching": Muted.coaching, "coach": Muted.coaching, "coach me": Muted.coaching,
    "theirs": Muted.theirs, "promises": Muted.theirs, "they promised": Muted.theirs, "their promises": Muted.theirs,
}  # fmt: skip
_UNTIL = re.compile(r"^(?P<what>.*?)\s*\b(?:until|till|til|to)\s+(?P<when>.+)$", re.IGNORECASE)
_COVERED = re.compile(
    r"[\s,;:]+(?:and\s+)?(?P<by>[\w'’.-]+(?:\s+[\w'’.-]+)?)\s+(?:covers?|will\s+cover|is\s+covering)(?:\s+for)?\s+me[\s.!]*$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"^(?:from\s+)?(?P<since>.+?)\s*,?\s+(?:(?P<through>to|through|thru|-|–)|until|till?|(?:and )?back)\s+(?:on\s+)?(?P<until>.+)$",
    re.IGNORECASE,
)
_BACK_OR_LAST = re.compile(
    r"^(?:(?P<through>(?:(?:up\s+)?to|until|till?)\s+and\s+including|(?:up\s+)?to|through|thru)|until|till?)\s+",
    re.IGNORECASE,
)
_NO_DAY = re.compile(r"(?:further\s+notice|i\s+say(?:\s+so)?|i\s+tell\s+you)[\s.!]*", re.IGNORECASE)
_SWITCHED = re.compile(r"(?:my\s+)?(?:lists?|digests?)\s+(?:(?P<off>off|no|none|never)|on|yes)", re.IGNORECASE)
_NO_COACHING = re.compile(r"(?:no\s+coaching|coaching\s+(?:off|no|none|never))", re.IGNORECASE)
# What can be typed after `settings`; the last group is the value.
_SETTINGS = (
    ("lists_in", r"(?:lists?|digest)\s+(?:in\s+(?=\S)|(?=here\b))(.+)"),
    ("digest_at", r"(?:digest|list|hour|time)(?:\s+(?:at|hour|time))?\s+(.+)"),
    ("zone", r"(?:time ?)?zone\s+(.+)"),
    ("working_days", r"(?:working |work)?days\s+(.+)"),
    ("country", r"(?:public )?(?:holidays?|country)\s+(.+)"),
    ("locale", r"dates?\s+(.+)"),
    ("compact", r"(compact|full)"),
    ("clear_day", r"clear ?days?\s+(.+)"),
    ("quiet", r"quiet(?: hours?)?\s+(.+)"),
    ("phone", r"(?:phone|number)\s+(.+)"),
)


def help_(rest: str) -> Help:
    word = rest.lower().rstrip("s")
    return Help(next((topic for topic in Topic if topic.rstrip("s") == word), Topic.everyday))


def start(rest: str) -> Start:
    lines = rest.splitlines() if "\n" in rest.strip() else rest.split(";")
    return Start(tuple(name.strip(" -*•\t") for name in lines if name.strip(" -*•\t")))


def start_form(fields: Mapping[str, str]) -> Start:
    return start(fields.get("names", "").strip() + "\n")


def away(rest: str) -> Away | Nonsense:
    covered = _COVERED.search(rest)
    if covered and isinstance(off := _away(rest[: covered.start()]), Away):
        return replace(off, cover=covered["by"])
    return _away(rest)


def _away(rest: str) -> Away | Nonsense:
    if re.match(r"on\s", rest, re.IGNORECASE):
        return Away("", days=tuple(day.strip() for day in rest[3:].split(",") if day.strip()))
    if both := off_from_until(rest):
        return both
    back = _BACK_OR_LAST.sub("", rest)
    return Away(back, said=rest) if back else Nonsense("away", "away")


def off_from_until(days: str) -> Away | None:
    """ "from Monday until Friday" is back on Friday, "from Monday to Friday" is not; nor is "to Friday", which begins today."""
    last = _BACK_OR_LAST.match(days)
    if last and last["through"] and starts_with_day(days[last.end() :]):
        return Away(days[last.end() :], through=True, said=days)
    span = _SPAN.match(days)
    if span is None or not (starts_with_day(span["since"]) and starts_with_day(span["until"])):
        return None
    return Away(span["until"], span["since"], through=bool(span["through"]), said=days)


def pause(rest: str) -> PauseList | Unpause | Nonsense:
    if rest.lower() in {"off", "end", "over"}:
        return Unpause()
    split = _UNTIL.match(rest)
    what = (split["what"] if split else rest).strip().lower().removeprefix("my ") or "everything"
    if what not in _KINDS:
        return Nonsense(f"pause {rest}", "pause")
    when = split["when"] if split else ""
    return PauseList(_KINDS[what], for_good=True) if _NO_DAY.fullmatch(when) else PauseList(_KINDS[what], when)


def settings(rest: str) -> Settings | PauseList | Unpause | Nonsense:
    """No list at all is a pause until they say so; doing without the weekly line asks until when."""
    if not rest:
        return Settings()
    if _NO_COACHING.fullmatch(rest):
        return PauseList(Muted.coaching)
    switched = _SWITCHED.fullmatch(rest)
    if switched:
        return PauseList(for_good=True) if switched["off"] else Unpause()
    for name, pattern in _SETTINGS:
        found = re.fullmatch(pattern, rest, re.IGNORECASE)
        if found:
            return Settings(((name, found[1].strip()),))
    return Nonsense(f"settings {rest}", "settings")


def settings_form(fields: Mapping[str, str]) -> Settings:
    names = [name for name, _ in _SETTINGS]
    return Settings(tuple((name, value.strip()) for name, value in fields.items() if name in names))


def again(rest: str) -> Again | Nonsense:
    """However often "again" is said, the line is meant once more."""
    line = re.sub(r"^(?:again\s+)+", "", rest, flags=re.IGNORECASE).strip()
    return Again(line) if line and line.lower() != "again" else Nonsense("again")
