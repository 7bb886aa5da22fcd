"""What somebody there decided: "cfo said no", "legal turned it down". It answers the promise to talk to them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME

_AND = r"^(?:(?:and|but|then|so|sadly|unfortunately|sorry)\s+)*"
_WHO = rf"(?:(?:the|her|his|their|our|[\w-]+['’]s)\s+)?(?P<who>[a-z]{{2,}}(?:\s+(?:team|board|manager|director|committee|people))?|{NAME})(?:['’]s)?"
_THING = r"(?:it|that|this|us|them|(?:the|our|this|that)\s+(?:whole\s+)?(?:deal|offer|quote|price|pricing|proposal|budget|terms|contract|order|numbers?|idea|plan|project|thing|spend|purchase))"
_REFUSED = (
    rf"(?:(?:said|says|gave\s+(?:it\s+)?an?)\s+(?:a\s+)?(?:(?:hard|flat|firm|clear)\s+)?no(?:\s+to\s+{_THING})?"
    rf"|(?:turned|shot|voted|knocked)\s+{_THING}\s+down|(?:turned|shot)\s+down\s+{_THING}|(?:rejected|declined|refused|vetoed|blocked|killed|nixed|binned)\s+{_THING}"
    rf"|(?:did\s?n['’]?t|did\s+not|wo\s?n['’]?t|will\s+not|does\s?n['’]?t|is\s?n['’]?t\s+going\s+to)\s+(?:approve|accept|agree\s+to|sign\s+off(?:\s+on)?|go\s+for|back)\s+{_THING}"
    rf"|(?:is|was)\s+(?:against|a\s+(?:hard\s+|clear\s+)?no))"
)
_ALLOWED = (
    rf"(?:(?:said|says)\s+(?:yes|ok(?:ay)?)|(?:approved|accepted|ok['’]?d|okayed|cleared|signed\s+off(?:\s+on)?|backed|backs|likes|loves)\s+{_THING}|(?:approved|signed\s+off|agreed)"
    r"|(?:is|was|['’]s)\s+(?:fine|happy|ok(?:ay)?|on\s+board|in\s+favou?r)(?:\s+with\s+\w+(?:\s+\w+)?)?|gave\s+(?:us\s+|it\s+)?(?:the\s+|a\s+|an\s+)?(?:ok(?:ay)?|yes|go-?\s?ahead|green\s+light))"
)
_END = r"(?:\s+(?:today|yesterday|again|sadly|i'm afraid|this\s+(?:morning|week)|for\s+now|too|flat|outright|because\b.*|at\s+this\s+price))*[\s.!]*$"
_NO = re.compile(
    rf"{_AND}{_WHO}\s+(?:(?:just|has|have|already|now|really|finally|also)\s+)*{_REFUSED}{_END}", re.IGNORECASE
)
_NO_ALONE = re.compile(
    rf"{_AND}(?P<who>)(?:they\s+)?says?\s+(?:a\s+)?no{_END}", re.IGNORECASE
)  # of whom stands before the clause
_YES = re.compile(rf"{_AND}{_WHO}\s*(?:(?:just|has|have|already|now|finally|also)\s+)*{_ALLOWED}{_END}", re.IGNORECASE)
_NO_FROM = re.compile(
    rf"{_AND}(?:(?:it['’]?s|it\s+is|it\s+was|that['’]?s|we\s+|i\s+|have\s+|got|had|there\s+was)\s*)+an?\s+(?:hard\s+|clear\s+|flat\s+|firm\s+)?no\s+(?:from|by)\s+{_WHO}{_END}",
    re.IGNORECASE,
)
_IS_A_NO = re.compile(
    rf"{_AND}(?:{_WHO}\s*(?:\s(?:is|was)\s+|(?<=['’]s)\s+)|(?:is|was)\s+)an?\s+(?:(?:hard|clear|flat|firm|definite|big|polite)\s+)*no{_END}",
    re.IGNORECASE,
)
_NO_BY = re.compile(
    rf"{_AND}(?:(?:it|that|we|{_THING})\s+)?(?:(?:was|were|is|are|got|has\s+been|been)\s+)+(?:(?:turned|shot|voted|knocked)\s+down|rejected|declined|refused|vetoed|blocked|killed|nixed)\s+by\s+{_WHO}{_END}",
    re.IGNORECASE,
)
_US = frozenset({"i", "we"})
_PRONOUNS = frozenset({"she", "he", "they", "it", "you", "who", "nobody", "everybody", "everyone", "that", "this"})


@dataclass(frozen=True)
class Answer:
    """`who` is a role in small letters, "cfo"; empty when it is the one we deal with."""

    who: str
    is_no: bool


@lru_cache(maxsize=CLAUSES_KEPT)
def answer(clause: str) -> Answer | None:
    """None when nobody of theirs decided, or only about something else ("said no to a demo")."""
    for pattern, is_no in (
        (_NO, True),
        (_NO_ALONE, True),
        (_IS_A_NO, True),
        (_NO_FROM, True),
        (_NO_BY, True),
        (_YES, False),
    ):
        found = pattern.match(clause)
        if found and (found["who"] or "she").lower() not in _US:
            return Answer(_role(found["who"] or "she"), is_no)
    return None


def _role(who: str) -> str:
    """A person's name, as Sarah, is no role; "CFO", "legal" and "Legal" are."""
    if who.lower() in _PRONOUNS:
        return ""
    is_name = who[0].isupper() and not who.isupper() and who.lower() not in _DEPARTMENTS
    role = who.lower().split()[0]
    return "" if is_name else _ALSO_CALLED.get(role, role)


_ALSO_CALLED = {"hubby": "husband", "missus": "wife", "mum": "mother", "mom": "mother", "dad": "father"}
_DEPARTMENTS = frozenset(
    "legal finance procurement purchasing compliance security management board marketing sales operations engineering headquarters accounting".split()
)
