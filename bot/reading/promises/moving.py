"""What was promised gets another day: "quote moved to Wed", "pushed the deck to Fri", "quote now Wed instead"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import Kind, clause_of, plans
from bot.reading.grammar.theirthings import is_only_theirs
from bot.reading.promises.whose import HAPPENS
from bot.reading.steps.steps import NEW_DATE
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME


@dataclass(frozen=True)
class Moved:
    """`thing` as the rep wrote it: the open promise that it names gets this day; empty when only the day is told."""

    thing: str
    day: DateReading
    is_late: bool = False  # the new day comes after the old one, whatever weekday it is


_VERB = r"(?:mov(?:ed|ing|es)|push(?:ed|ing)|sl(?:ips|ipping|ides|iding)|(?<=[a-rt-z]s\s)(?:slip|slide|drift|move|shift)|shifts|(?:goes|going)(?=\s+to\s*$)|postponed|delayed|slipped|slid|drifted|bumped|rescheduled|shifted|put\s+(?:back|off)|brought\s+forward|changed|switched)"
_WAS = r"(?:(?:is|was|has\s+been|has|had\s+to\s+be|got|gets|['’]s|will\s+be|is\s+being)\s+)?"
_TO = r"(?:\s+(?:back|out|forward|to|until|till?|for|on|by|(?:a|an|one|another|two|three|\d+)\s+(?:days?|weeks?|wks?|months?)))*"
_WORDS = (
    r"(?P<thing>(?:(?:the|our|her|his|their|my|that)\s+)?[a-z][\w'’-]*(?:\s+(?!now\b|is\b|was\b|to\b)[\w'’&-]+){0,4}?)"
)
_TOLD = rf"(?:{NAME}:\s+|(?:she|he|they|{NAME})\s+(?:says|said|reckons|thinks)\s+(?:that\s+)?)?"
_BEHIND = re.compile(rf"{AND_ALSO}{_TOLD}{_WORDS}\s*{_WAS}(?:now\s+|been\s+)?\b{_VERB}{_TO}$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"{AND_ALSO}(?:(?:i|we|she|he|they|{NAME}(?=\s+(?:pushed|moved|slid|slipped|postponed|delayed|bumped|shifted|put)\b))(?:['’]ve)?\s+)?(?:(?:had\s+to|have)\s+)?(?:{_VERB}|move|push){_TO}\s+{_WORDS}{_TO}$",
    re.IGNORECASE,
)
_NOW = re.compile(rf"{AND_ALSO}{_TOLD}{_WORDS}\s*(?:is\s+|['’]s\s+|will\s+be\s+)?\bnow{_TO}$", re.IGNORECASE)
# "Ivan's counts will come next week instead"; without such a word it may be a first day.
_COMES = re.compile(
    rf"{AND_ALSO}{_TOLD}{_WORDS}\s+(?:(?:will|['’]ll|is|are|only|now|rather|just)\s+)*(?:com(?:es?|ing)|arriv(?:es?|ing)|follows?|(?:be\s+)?(?:there|here|ready|with\s+(?:me|us)))(?:\s+(?:in|over|through|only|now|on|by))*$",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(r"\b(?:instead|now)\b", re.IGNORECASE)
_SAYS = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})(?:['’](?:s|re))?\s+)?(?:(?:now\s+(?:also\s+)?(?:says?|said|saying)|(?:now\s+)?swears?|(?:says?|said)\s+now|(?:says?|said))\s*(?:it['’]s|it\s+will\s+be|it['’]ll\s+be|more\s+like|rather|now|make\s+it)?|(?:it['’]s\s+)?now\s+more\s+like|now\s+it['’]?s|now\s+(?:she|he|they|{NAME})\s+(?:says?|said|swears?)|it['’]?s\s+now|it(?:['’]ll|\s+will)\s+(?:now\s+)?be(?:\s+now)?)$",
    re.IGNORECASE,
)
_WAS_FOR = re.compile(
    r"\s+(?:(?:that\s+)?(?:was|were)\s+)?(?:promised|due|expected)(?:\s+(?:for|by|on))?\s+(?=\S)", re.IGNORECASE
)
_INSTEAD = re.compile(r"\s*\binstead\b\s*", re.IGNORECASE)
_FORMER = re.compile(r"[\s,]+(?:instead\s+of|rather\s+than|(?:and\s+)?not)\s*$", re.IGNORECASE)
_MOVES = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_FROM = re.compile(r"\s*from\b", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:[-=]+>|→)\s*")
_NOW_BEHIND = re.compile(r"\s+now[\s.!]*$", re.IGNORECASE)
_OWNER = re.compile(rf"(?:(?P<ours>my|our)|their|her|his|{NAME}['’]s)\s+(?P<what>\S.*)$", re.IGNORECASE)
_OWNED = re.compile(rf"{NAME}['’]s\s+(?!\w+ing\b)", re.IGNORECASE)
# "wants the demo unit on Wed already", "needs it one day earlier so the 9th": what was promised is wanted for another day.
_WANTED = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?(?:(?:now|rather)\s+)?(?:wants?|needs?|(?:would|['’]d)\s+(?:like|need))\s+(?:to\s+(?:have|get|see)\s+)?{_WORDS}(?:\s+(?:on|by|for|so|so\s+on))*$",
    re.IGNORECASE,
)
_TALK = re.compile(r"\b(?:calls?|demo|meeting|visit|lunch|workshop)$", re.IGNORECASE)
_SOONER = re.compile(
    r"\s*\b(?:already|(?:(?:an?|one|two|three|\d+)\s+(?:days?|weeks?|hours?)\s+|even\s+)?(?:earlier|sooner|later))\b",
    re.IGNORECASE,
)
_INSTEAD_BEHIND = re.compile(r"\s+instead[\s.!]*$", re.IGNORECASE)
_ACTS_INSTEAD = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|i|we|{NAME})\s+(?:will\s+)?)?(?!(?:wants?|can|could|let|lets|do|does|make|makes|say|says|ask|asks|meets?|calls?|talks?|moves?|mov\w+|go|goes|going|went|choos\w+|picks?|prefers?|takes?|(?:buys?|orders?)\s+(?:from|at))\b)(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_WEEKDAYS = r"(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_BARE_WEEKDAY = re.compile(rf"^(?:(?:on|by)\s+)?{_WEEKDAYS}$", re.IGNORECASE)
_UNABLE = re.compile(
    rf"\b(?:can\s?not|(?:ca|wo|could)n['’]?t|will\s+not|unable)\b[^;,.]{{0,40}}?\b{_WEEKDAYS}\b", re.IGNORECASE
)
_NOBODY = frozenset("i we she he they it".split())


def without_former_day(clause: str, dates: Sequence[DateReading]) -> str:
    """ "the quote Wed instead of Mon" is for Wednesday: the day that it replaces is none of it, nor is "now" behind the new one."""
    if is_now(clause, dates):
        return clause[: dates[-1].end]
    if len(dates) < 2:  # noqa: PLR2004 - the new day and the old one
        return clause
    old, new = dates[-2:]
    if _ARROW.fullmatch(clause[old.end : new.start]):  # "our demo Fri -> Mon"
        before = clause[: old.start]
        return f"{before}{'' if _MOVES.search(before) else 'moved '}to {clause[new.start :]}"
    if _MOVES.search(clause[: old.start]) and _FROM.match(clause[old.end :]):  # "moved to Mon from Fri"
        return f"{clause[: old.end]}{clause[new.end :]}"
    former = _FORMER.search(clause[: new.start])
    return f"{clause[: former.start()]}{clause[new.end :]}" if former else clause


def acted_instead(clause: str, dates: Sequence[DateReading]) -> str:
    """ "signs Friday instead" is the day of an act, where another one was told; "Friday instead" stays a wish."""
    if not dates or not _INSTEAD_BEHIND.fullmatch(clause[dates[-1].end :]):
        return clause
    found = _ACTS_INSTEAD.match(clause[: dates[-1].start])
    acts = found is not None and base_verb(found["verb"]) is not None and moved_thing(clause, dates) is None
    return clause[: dates[-1].end] if acts else clause


def day_instead(day: DateReading, old: date) -> DateReading:
    """ "Wed instead" of Tue 8 is Wed 9, though another Wed comes before: of the two beside the old day the nearer, in doubt the later."""
    if day.on is None or day.on >= old or not _BARE_WEEKDAY.match(day.text):
        return day
    behind = (day.on.weekday() - old.weekday()) % 7
    before = 7 - behind
    return replace(day, on=old + timedelta(days=behind if behind <= before + 1 else -before))


def is_weekday_alone(text: str) -> bool:
    return bool(_BARE_WEEKDAY.match(text))


def is_unable_on(old: date, told: str) -> bool:
    """ "cant do tuesday", of a Tuesday."""
    return any(f"{old:%a}".lower() == found["day"].lower() for found in _UNABLE.finditer(told))


def is_now(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "he gets us the comments Fri now": it had another day."""
    return bool(dates) and bool(_NOW_BEHIND.fullmatch(clause[dates[-1].end :]))


def moved_thing(clause: str, dates: Sequence[DateReading]) -> Moved | None:
    """The last day is the new one; None unless the clause says nothing else."""
    if not dates:
        return None
    to = dates[-1]
    bare = f"{clause[: to.start]} {clause[to.end :]}"
    for other in reversed(dates[:-1]):  # "moved from Tue to Wed"
        bare = bare.replace(other.text, " ", 1)
    bare = re.sub(
        r"\bfrom\s+(?:yesterday\b|last\s+\w+|\d{1,2}/\d{1,2}\b)?", " ", " ".join(_INSTEAD.sub(" ", bare).split())
    ).strip(" .")
    bare = _WAS_FOR.sub(" ", bare)
    if _SAYS.match(bare) or NEW_DATE.match(bare):
        return Moved("", to)
    wanted = _WANTED.match(" ".join(_SOONER.sub("", bare).split())) if _SOONER.search(bare) else None
    if (
        wanted
        and wanted["thing"].lower() not in _NOBODY
        and not wanted["thing"].lower().startswith("to ")
        and not _TALK.search(wanted["thing"])
    ):
        return Moved(wanted["thing"], to)
    comes = _COMES.match(bare) if _ANOTHER_DAY.search(clause) else None
    found = comes or _BEFORE.match(bare) or _BEHIND.match(bare) or _NOW.match(bare)
    if not found or found["thing"].lower() in _NOBODY or _is_act(found["thing"]):
        return None
    return Moved(found["thing"], to)


_SOMEBODY = re.compile(r"(?:i|we|she|he|they)['’]", re.IGNORECASE)  # "we're set … now"


def _is_act(thing: str) -> bool:
    """ "raj sends the counts … now", "runs it … now": somebody acts, and no thing is moved; "Ivan's counts" are one."""
    if _OWNED.match(thing):
        return False
    told = clause_of(thing).kind is Kind.promise or plans(thing, is_deadline=False) or _SOMEBODY.match(thing)
    return bool(told) or thing.rsplit(maxsplit=1)[-1].lower() in {"it", "them"}


_VOTE = re.compile(r"\bvotes?$", re.IGNORECASE)  # it takes place, and nobody owes it


def owed_later(moved: Moved) -> tuple[str, Side] | None:
    """ "her intake form slips to the 24th": whose a thing is owes it by then; no talk, and nothing that only happens."""
    if _VOTE.search(moved.thing):
        return None
    if is_only_theirs(moved.thing) and moved.day.on:
        return f"they will send {moved.thing} by {moved.day.text}", Side.theirs
    owner = _OWNER.match(moved.thing)
    if not owner or HAPPENS.search(owner["what"]) or not moved.day.on:
        return None
    side = Side.ours if owner["ours"] else Side.theirs
    return f"{'I' if owner['ours'] else 'they'} will send {moved.thing} by {moved.day.text}", side
