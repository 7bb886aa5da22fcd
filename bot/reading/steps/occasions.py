"""A noun, a day and a clock time are an appointment, whatever it is called: "taste panel is 11/4 2pm", "table read Thu 9:30".

The noun stands alone: where anybody acts, where it is a paper that somebody hands over, or the hour is a limit, it is none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.steps.steps import Step, kind_of
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.kin import KIN
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

Found = tuple[str, bool]  # what kind, and whether both agreed
_CLOCK = re.compile(
    r"\d\s?[:.h]\s?\d\d|\s\d{1,2}\s?[-–]\s?\d{1,2}$|\d\s?(?:[ap]\.?m?\b|uhr\b|h\b|o['’]?clock)|\b(?:noon|midday|midi)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:['’]s|\s+(?:is|are|will\s+be|stays|stands|now|still|then|again|both|on|at|for|set|fixed|confirmed|booked|scheduled|agreed|planned|down))+$",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_][\w'’&/-]*"
_BESIDE = rf"(?:w/\s*|(?:with|w|for|of|at|in|on|avec|mit|con|med|met)\s+)(?:(?:the|our|my|her|his|their|all|both|a|an|son|sa|ses|suo|sua|su|seinem|ihrem)\s+)?{_WORD}(?:\s+{_WORD})?(?:\s*(?:and|&|\+)\s*{_WORD})?"
_NOUN = re.compile(
    rf"{AND}(?:(?:the|our|a|an|next|new|first|second|final|last)\s+)*(?P<what>(?!w/){_WORD}(?:\s+(?:&\s+)?(?!(?:with|for|of|at|in|on|and|avec|mit|con|med|met)\b){_WORD}){{0,3}}?)(?:\s+{_BESIDE}){{0,2}}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"^[\s,]*(?:{_BESIDE}[\s.!]*)?$", re.IGNORECASE)
_ACTS = frozenset(
    "let lets want wants wanted need needs needed ask asks asked i we she he they it you who what this that these those there here nobody none nothing somebody everyone all both me us him her them my our the his their hers theirs mine ours "
    "a an set sets jumping hopping dialing dialling joining getting coming going is are was were be been am has have had will would can could may might must should shall do does did not no never dont wont cant didnt until till before after by from to "
    "if when once because since as than so or but said says sent got went came left took saw heard told met spoke rang found gave lost kept paid wrote ran made put read "
    "now then next again maybe perhaps probably only just still also yes ok okay fine good great free busy open available back away out off up around ready late early closed shut voicemail message".split()
)
_PRIVATE = re.compile(rf"{KIN}|dentist|doctor|gp|vet|gym|yoga|school|church|haircut|checkup|physio|therap(?:y|ist)", re.IGNORECASE)  # fmt: skip
# What is handed over, and hours at which something of their own ends, leaves or is decided without us.
PAPER = r"(?:\w+(?<!ss)s|data|list|sheet|file|form|spec|plan|report|drawing|layout|map|sample|link|login|cert|copy|photo|version|draft|answer|reply|response|email|mail|letter|bid|schedule|budget|bom|code|key|number|price|order|payment|deposit|invoice|info|paperwork|offer|update|news|word|package|parcel|part|kit)"
_LIMIT = r"(?:deadline|cut-?\s?off|limit|expiry|close|closing|end|due|departure|arrival|flight|train|plane|boat|bus|ferry|surgery|birthday|holiday|vacation|leave|break|wedding|funeral|graduation|board|committee|council|vote|election|audit|levy|merger|freeze|hearing|shift|delivery|shipment|pickup|opening|shutdown|outage|launch|go-?live|time|day|date|week|month|year|deal|tender|rf[pqi]|award|decision|verdict|payroll)"
_NO_OCCASION = re.compile(rf"(?:^|-)(?:{PAPER}|{_LIMIT})$", re.IGNORECASE)
_HELD = frozenset({"recap", "summary", "presentation"})  # at an hour it is held, and no paper
_GIVES = frozenset(
    "send email mail give get forward share ship bring deliver submit post fax pay sign call ring phone text ask tell".split()
)


# Of their own such a day is none of ours, and agreed with us it is.
_AGREED_UPON = re.compile(r"\b(?:agreed|arranged|booked|fixed|confirmed)(?:\s+(?:for|on|at))*$", re.IGNORECASE)
_OF_BOTH = frozenset({"audit"})


def occasion(clause: str, dates: Sequence[DateReading]) -> Found | None:
    """Only with an hour of the clock: a noun and a day alone may be anything."""
    day = dates[0]
    if (
        not day.at
        or day.by
        or day.not_before
        or day.first_on
        or len(dates) > 1
        or not _CLOCK.search(clause[day.start : day.end])
    ):
        return None
    before, behind = _IS.sub("", clause[: day.start].strip(" ,:")), clause[day.end :]
    if before and not (ends_with_day(clause, day.end) or _BEHIND.match(behind)):
        return None
    found = _NOUN.match(before or behind.strip(" ,.!"))
    said = clause[: day.start].strip(" ,:")
    if found and found["what"].lower() in _OF_BOTH and _AGREED_UPON.search(said):
        return kind_of(found["what"].lower()), True
    is_told = bool(before) and _IS.search(said) is not None
    return (kind_of(found["what"].lower()), True) if found and _is_occasion(found["what"], is_told=is_told) else None


# "exec readout moved to 9 Apr 11am"
_MOVED = re.compile(
    r"(?:['’]s|\s+(?:is|was|got|gets|has\s+been|had\s+to\s+be))?\s+(?:now\s+|been\s+)?(?:moved|pushed|bumped|shifted|rescheduled|slid|slipped|slips|slides|switched|postponed|delayed|brought)(?:\s+(?:back|out|up|forward|again))*(?:\s+(?:to|until|till?|for))?$",
    re.IGNORECASE,
)


def moved_occasion(clause: str, dates: Sequence[DateReading]) -> Step | None:
    """The same with another hour: nothing is won by it."""
    day = dates[0] if len(dates) == 1 else None
    if day is None or not day.at or day.first_on or not _CLOCK.search(clause[day.start : day.end]):
        return None
    moved = _MOVED.search(clause[: day.start].rstrip(" ,")) if ends_with_day(clause, day.end) else None
    found = _NOUN.match(clause[: moved.start()]) if moved else None
    if not found or not _is_occasion(found["what"], is_told=True):
        return None
    return Step(kind_of(found["what"].lower()), replace(day, by=False), clause, is_moved=True)


def _is_occasion(what: str, *, is_told: bool) -> bool:
    """`is_told`: "recap thing is Tue 4pm": what is at an hour acts nowhere."""
    words = what.lower().split()
    if what.lower() in _HELD:
        return True
    if (
        any(one in _ACTS or _PRIVATE.fullmatch(one) for one in (re.sub(r"['’].*", "", word) for word in words))
        or _NO_OCCASION.search(words[-1])
        or is_thing(what)
        or is_theirs(what)
    ):
        return False
    if re.fullmatch(NAME, what) or any(word.endswith(("ed", "n't", "n’t", "'ll", "’ll", "ly")) for word in words):
        return False
    return is_told or not _is_act(words)


def _is_act(words: Sequence[str]) -> bool:
    """ "send deck", "Marcus checks it"; "table read" is none: its last word tells what is held."""
    first, *rest = words
    if any(word.endswith("s") and base_verb(word) not in {None, word} for word in rest):
        return True
    if first.endswith("ing"):
        return bool(rest) and base_verb(first) is not None
    plain = base_verb(first)
    if plain is None:
        return len(words) > 1 and bool(re.search(r"[^s]s$", words[-2])) and base_verb(rest[-1]) == rest[-1]
    return first in _GIVES or not rest or plain != first or base_verb(rest[-1]) is None
