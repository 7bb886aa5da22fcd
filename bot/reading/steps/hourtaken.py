"""Of the hours that were named one is taken: "i took the 2nd, 9:30", "i said Wed 4pm … he's fine w it". Then both have agreed.

Whatever was offered by one side, it is the other's yes that makes a step of it.
"""

import re

from bot.reading.calendar.datewords import DateReading
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
_YES = re.compile(
    rf"{AND}(?:(?:that|it|she|he|they|both|{NAME})\s*)?(?:['’](?:s|re)|\s*(?:is|are|was|were))?\s*(?:(?:all|totally|also|now)\s+)*"
    rf"(?:(?:fine|ok(?:ay)?|good|cool|happy|great)(?:\s*(?:(?:with|by|for)\b|w/|w\b)\s*(?:it|that|this|her|him|them|me|us|{NAME}))?|works?(?:\s+for\s+(?:her|him|them|all|both|{NAME}))?|suits?(?:\s+(?:her|him|them|{NAME}))?|(?:said\s+)?(?:yes|ok(?:ay)?|sure)|agreed|accepted|took\s+it|takes\s+it|confirmed|ok['’]?d(?:\s+it)?)[\s.!]*$",
    re.IGNORECASE,
)


def is_taken(before: str, day: DateReading) -> bool:
    """`before` is what stands before the day; a day without an hour may be that of anything."""
    return bool(day.at) and not day.by and bool(_TAKES.match(before.strip(" ,")))


def is_offered(before: str, day: DateReading) -> bool:
    return bool(day.at) and not day.by and bool(_OFFERS.match(before.strip(" ,")))


def says_yes(clause: str) -> bool:
    return bool(_YES.match(clause.strip(" ,")))
