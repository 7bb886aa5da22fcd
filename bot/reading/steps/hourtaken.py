"""Of the hours that were named one is taken: "i took the 2nd, 9:30", "i said Wed 4pm … he's fine w it". Then both have agreed.

Whatever was offered by one side, it is the other's yes that makes a step of it.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.naming.persons import known_as
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_WHO = rf"(?:(?:i|we|she|he|they|both|{NAME})(?:['’](?:ve|s|re|ll))?\s+)?"
_TAKES = re.compile(
    rf"{AND}{_WHO}(?:(?:have|has|just|then|both)\s+)*(?:took|takes?|taking|picks?|picked|picking|ch(?:oo|o)ses?|chosen?|grab(?:s|bed)?|(?:went|go(?:es)?|going)\s+(?:for|with)|(?:settled?s?|landed|opt(?:s|ed))(?:\s+(?:for|on))?|said\s+yes\s+to)(?:\s+(?:her|his|their|the))?$",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’](?:ve|d))?\s+(?:said|suggested|proposed|offered|pitched|threw\s+out|floated)|offered|suggested|proposed|gave)(?:\s+(?:her|him|them|{NAME}))?(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
_THEM = rf"(?:her|him|them|both|{NAME})"
# Of the hour alone: who is "good" without "with it" may be well, and a bare "ok" or "sure" is the rep's.
_YES = re.compile(
    rf"{AND}(?:(?:(?:that|it|she|he|they|both|(?P<who>{NAME}))\s*(?:['’](?:s|re)|\s(?:is|are|was|were))\s*)?(?:(?:all|totally|also|now)\s+)*"
    rf"(?:fine|ok(?:ay)?|good|cool|happy|great)\s*(?:(?:(?:with\b|w/|w\b)\s*(?:it|that)\b)|(?:(?:with|by|for)\b|w/|w\b)\s*(?P<whom>{_THEM}))"
    rf"|(?:(?:that|it|which)\s+)?(?:works?\s+for|suits?)\s+(?P<suits>{_THEM})"
    rf"|(?:(?:she|he|they|both|(?P<doer>{NAME}))\s+)?(?:(?:has|have|just|also|then)\s+)*(?:sa(?:id|ys)\s+(?:yes|ok(?:ay)?|sure|fine)(?:\s+to\s+(?:it|that))?|agree(?:d|s)(?:\s+to\s+(?:it|that))?|accept(?:ed|s)(?:\s+(?:it|that))?|(?:took|takes)\s+it|confirm(?:ed|s)(?:\s+it)?|ok['’]?d(?:\s+it)?))[\s.!]*$",
    re.IGNORECASE,
)
# What they asked for, and we say yes to: "told him fine", "works for me"; whether they read what we wrote, and whose a bare "great" is, nobody knows.
_WE_SAY_YES = re.compile(
    rf"{AND}(?:(?:i\s+)?(?:told|said)(?:\s+(?:to\s+)?{_THEM})?\s+(?:(?:that|it)['’]?s\s+)?(?:fine|ok(?:ay)?|sure|yes|yep|of\s+course|no\s+prob(?:lem)?|works|great|good|deal)(?:\s+(?:(?:with|w/|w|for|by)\s*(?:me|us)))?"
    rf"|(?:(?:that['’]?s\s+)?(?:fine|ok(?:ay)?|good|great)|works)\s+(?:with|w/|w|for|by)\s*(?:me|us)|i\s+(?:accepted|agreed)|(?:(?:i|we)\s+)?(?:took|take|taking|grabbed|accepted|booked)\s+it)[\s.!]*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:her|him|them|both)$", re.IGNORECASE)


def is_taken(before: str, day: DateReading) -> bool:
    """`before` is what stands before the day; a day without an hour may be that of anything."""
    return bool(day.at) and not day.by and bool(_TAKES.match(before.strip(" ,")))


def is_offered(before: str, day: DateReading) -> bool:
    return bool(day.at) and not day.by and bool(_OFFERS.match(before.strip(" ,")))


def takes(before: str) -> bool:
    """ "she picked", behind a talk that was offered: of that one it is the day, also without its hour."""
    return bool(_TAKES.match(before.strip(" ,")))


def we_say_yes(clause: str) -> bool:
    return bool(_WE_SAY_YES.match(clause.strip(" ,")))


def says_yes(clause: str, offer: str, people: Sequence[str]) -> bool:
    """`offer` is how it was offered: "offered Dana Tue 3pm", where Tom's yes is none; `people` are those whom we know there."""
    found = _YES.match(clause.strip(" ,"))
    if not found:
        return False
    named = found["who"] or found["doer"] or found["whom"] or found["suits"] or ""
    if not named or _PRONOUN.match(named) or re.search(rf"\b{re.escape(named)}\b", offer):
        return True
    return bool(known_as(named, people)) and not any(
        re.search(rf"\b{re.escape(one.split()[0])}\b", offer) for one in people
    )
