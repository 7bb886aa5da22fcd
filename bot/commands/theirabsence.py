"""That they are away, or back, as it is typed: who, the day, and whether it is that of the return."""

import re

from bot.commands.calls import TheyAreAway
from bot.reading.grammar.ourthings import is_some_thing
from bot.reading.typed.typeddates import length_of_leading_day, starts_with_day

_THEY_ARE_AWAY = re.compile(
    r"^(?P<who>.+?)(?:['’]s|['’]re|\s+(?:is|are|will be|goes(?!\s+out\b(?!\s+(?:of|on)\b))|be))\s+"
    r"(?:(?P<back>back)|away|out(?: of (?:the )?office)?|off(?!\s+(?:sick|ill)\b)|ooo|on (?:leave|holiday|vacation|parental leave))\b"
    r"(?:[\s,]+(?P<until>until|till?|back)\b)?(?:[\s,]+on\b)?\s*(?P<when>\S.*)$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:said|says|told|thinks|wrote|her|his|their)\b\s+\w|:|\S\s+(?:she|he|they)$", re.IGNORECASE
)
_FROM_AWAY = re.compile(
    r"^(?:(?:from|at|to)\s+(?:(?:the|her|his|their|parental|maternity|paternity|sick|annual)\s+)*\w+|(?:in|into)\s+(?:the\s+)?office)[\s,]+(?:on\s+)?",
    re.IGNORECASE,
)  # "back from holiday on Monday"
_NO_DAY = re.compile(
    r"^(?:(?:on|with|for)\s+)*(?:(?:her|his|their|the|an?|long|early|extended|maternity|paternity|parental|sick|annual|mat|pat)\s+)*(?:leave|holidays?|hols|vacation|pto|sick|sabbatical|good|now)\W*$",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"^(?:to|with|at|in)\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"^\s*(?:[,;.]|\band\b|\bbut\b)\s*[^\W\d]", re.IGNORECASE)
_TELLS_MORE = re.compile(
    r"^\s*[,;.]\s*(?:and\s+|but\s+)?(?:(?:her|his|their|the|my)\s+\w+|\w+(?:\s+\w+)?)\s+(?:is|will|covers?|handles?|takes?|signs?|sends?|replaces|looks?|fills?|stands?|steps?|has|wants?)\b",
    re.IGNORECASE,
)
# "is out so we're set for Tuesday", "is out today but we talk at nine": the day is of what somebody does.
_DAY_OF_MORE = re.compile(
    r"(?:^|\s)(?:so|but|because|cuz|since|hence|and(?:\s+(?:so|then))?)\s+(?:i|we|he|she|they|you|it|let['’]?s|call|ring|try|asked|(?:the|our|my|his|her|their)\s+\w+)\b",
    re.IGNORECASE,
)
_SAYS_OF_THEMSELVES = re.compile(
    r"\s+(?:said|says|told\s+(?:me|us))(?:\s+that)?\s+(?:she|he|they)$", re.IGNORECASE
)  # "Sam said he is away"
_LONGEST_NAME = 8  # words; more of them are a call that is told


def they_are_away(line: str) -> TheyAreAway | None:
    """ "Dana is back 12 Sep", typed as it comes. "Dana is back, wants a demo on the 12th" is a call: its day is of what follows."""
    found = _THEY_ARE_AWAY.match(line)
    who = _SAYS_OF_THEMSELVES.sub("", found["who"]) if found else ""
    if found and is_some_thing(who):
        return None  # "the corrected one goes out today"
    if not found or _SOMEBODY_ELSE.search(who) or len(who.split()) > _LONGEST_NAME:
        return None
    when = found["when"].strip(" .")
    is_of_today = when.lower().startswith("today ") or not starts_with_day(when)
    if is_of_today and _DAY_OF_MORE.search(when):
        return None
    if not starts_with_day(when) and (_NO_DAY.match(when) or re.search(r"[,;]\s+[^\W\d]", when)):
        return None  # "off on paternity leave, Sal takes over" is told, and nobody said until when
    if not found["back"] and _TO_SOMEBODY.match(when) and not starts_with_day(_TO_SOMEBODY.sub("", when)):
        return None  # "the quote is out to Dana", "she is out at a customer"
    if when[0] in ",;" and not starts_with_day(when.lstrip(" ,;")):
        return None  # "Piet is out, new guy is Kees"
    if starts_with_day(when) and _TELLS_MORE.match(when[length_of_leading_day(when) :]):
        return None  # "until 10 April, her replacement is Camilla" is a call: nothing of it is dropped
    if found["back"] and not _is_when(_FROM_AWAY.sub("", when)):
        return None
    return TheyAreAway(who.strip(" :,"), when, bool(found["back"] or found["until"]))


def _is_when(told: str) -> bool:
    """Whether a day stands first, and no more is told behind it."""
    return starts_with_day(told) and not _GOES_ON.match(told[length_of_leading_day(told) :])
