"""Who has the say: "Dana decides", "his boss signs off on that". It is how things are, and nobody's promise; a day makes it an act."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|(?P<name>{NAME})|(?:(?:her|his|their|the)\s+)?(?:boss|board|owner|partner|director|ceo|cfo|coo|cto|vp|buyer|wife|husband|son|daughter|brother|sister|manager|bookkeeper|hq|procurement|purchasing|legal|finance))"
_HAS_THE_SAY = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+(?:says?|said)\s+)?(?:it['’]?s|(?:[\w'’-]+\s+){{1,3}}?(?:is|are))\s+(?:(?:her|his|their)(?:\s+[a-z]+['’]s)?|[\w-]+['’]s)\s+(?:call|decision|baby|deal|thing|dept|department|job|turf)(?:\s+now)?(?:,?\s+not\s+(?:her|him|them|his|hers|theirs))?$|{AND_ALSO}(?:it['’]?s\s+)?{_WHO}\s+(?:who\s+)?(?:alone\s+|only\s+|always\s+)?"
    r"(?:decides?|approves?|signs?\s+off|(?:has|have|had)\s+(?:the\s+(?:final\s+|last\s+)?|final\s+|last\s+)(?:say|word)|makes?\s+the\s+(?:final\s+)?(?:call|decision)"
    r"|calls?\s+the\s+shots|(?:holds?|controls?|owns?)\s+the\s+(?:budget|purse(?:\s+strings)?|money))"
    r"(?:\s+(?:(?:on\s+)?(?:it|this|that|these|those|such|all|every|any)(?:\s+\w+){0,2}|on\s+\w+|(?:such|all)?\s*(?:budgets?|spend(?:ing)?|purchases?|vendors?|these\s+things)(?:\s+\w+)?|there|here))*$",
    re.IGNORECASE,
)
# "she decides now the doctor gave it to her", "he signs now since Dana left": who does so from now on, and why.
_NOW = re.compile(
    rf"{AND_ALSO}{_WHO}\s+(?:decides?|approves?|signs?(?:\s+off)?|chooses?|buys?|picks?|handles?)(?:\s+(?:(?:on\s+)?(?:it|this|that|these|those|everything|all\s+of\s+it|(?:the\s+)?(?:vendors?|suppliers?|budgets?|purchases?|purchasing|buying)|contracts|orders)))?\s+now\b(?:\s+(?:that|since|because|as|cause|cuz)\b|\s+(?!and\b|then\b|or\b|to\b|for\b|with\b|but\b)\w|$)",
    re.IGNORECASE,
)

# "CFO signs, not him": who signs there; of a person by name it is an act to come.
_ROLE_SIGNS = re.compile(
    rf"{AND_ALSO}(?:(?:her|his|their|the)\s+)?(?:ceo|cfo|coo|cto|vp|gm|md|owner|board|director|boss|procurement|purchasing|legal|finance|hq)\s+(?:(?:alone|only|always)\s+)?(?:signs|pays|buys|chooses|picks)(?:\s+(?:it|them|these|everything|all\s+\w+))?$",
    re.IGNORECASE,
)

# "wife does the books, not him": who does it there, whatever it is.
_DOES = re.compile(rf"(?:{NAME}|(?:(?:her|his|their|the)\s+)?[a-z][\w-]*)\s+[a-z]+s\s+\S", re.IGNORECASE)
_NOT_HIM = re.compile(r"(?:and\s+)?not\s+(?:her|him|them)(?:self|selves)?[\s.!]*", re.IGNORECASE)


def has_the_say(clause: str, dates: Sequence[DateReading]) -> bool:
    return not dates and bool(_HAS_THE_SAY.match(clause) or _NOW.match(clause) or _ROLE_SIGNS.match(clause))


def tells_who_does_it(said: str, clauses: Sequence[str]) -> bool:
    """Where "not him" stands behind it."""
    behind = next((after for clause, after in pairwise(clauses) if clause.endswith(said)), "")
    return bool(_NOT_HIM.fullmatch(behind) and _DOES.match(said))


def decider(clause: str) -> str:
    """Whoever is named as the one who has it: a "she" behind it is that one."""
    found = _HAS_THE_SAY.match(clause)
    return (found["name"] or "") if found else ""
