"""What they do with a rival, among friends or for their shareholders has a day and is no promise to us.

A rival is called so, or has a name that is nobody's. Where we are named, the act is ours to hear of: "shows us the other bid".
"""

import re

from bot.reading.naming.persons import is_person
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import CAPITAL, NAME

_DOER = rf"(?:she|he|they|(?:the|her|his|their|{NAME}['’]s)\s+[a-z]+|{NAME})"
_WILL = r"(?:\s*['’](?:ll|s|re)|\s+(?:will|is|are|to|going\s+to|gonna|all|both|also|then|now))*"
_THEY = rf"{AND_ALSO}(?:{_DOER}{_WILL}\s+)?"
_FOR_US = re.compile(r"\b(?:us|me|you|ours?|my)\b(?!\s+(?:competit|rival))", re.IGNORECASE)
_RIVAL = r"(?:(?:our|the|an?|their|her|his|its|one|two|three|both|some)\s+)*(?:(?:main|old|cheaper|local|big|biggest|current)\s+)?(?:competit(?:ors?|ion)|rivals?|incumbent|(?:other|another)\s+(?:vendor|bidder|supplier|firm|company|shop|crew|outfit|finalist|contractor|dealer|agency|broker|carrier)s?|(?:someone|somebody)\s+else|others?\b(?!\s+\w))"
_OTHER = rf"(?:{_RIVAL}|(?-i:(?P<rival>{CAPITAL}[\w&-]+))(?:['’]s\b)?)"
_AWARDS = r"award(?:s|ing)?\s+(?:(?:it|this|that|them|(?:the|this|that)\s+[a-z]+(?:\s+[a-z]+)?)\s+)?(?:to\s+)?"
_BUYS = r"(?:buy|order|purchas|leas|rent|sourc|hir)(?:e?s|ing|e)?\s+(?:\S+\s+){0,3}?from\s+"
_SIGNS = r"(?:sign(?:s|ing)?(?:\s+up)?|(?:go|goes|going))\s+(?:with|w/)\s*"
_TRIES = r"(?:meet|see|visit|tour|interview|demo|test|trial|watch|hear|try|tries|pick|choose|talk\w*\s+(?:to|with)|sit\w*\s+(?:down\s+)?with)(?:e?s|ing)?\s+(?:with\s+|w/\s*)?"
_WITH_A_RIVAL = re.compile(rf"{_THEY}(?:{_AWARDS}|{_SIGNS}|(?P<buys>{_BUYS})|(?P<tries>{_TRIES}))(?P<whom>{_OTHER})", re.IGNORECASE)  # fmt: skip
_FROM_ANYBODY = re.compile(rf"{_THEY}{_BUYS}(?!(?:the|an?|this|that|stock|scratch|home|memory|now|then|there|here)\b)[a-z]", re.IGNORECASE)  # fmt: skip
_SIGNS_WITH = re.compile(rf"{_THEY}sign(?:s|ing)?(?:\s+up)?\s+(?:with|w/)\s*(?!(?:docusign|adobe|legal|finance|both|all|changes|redlines|conditions|comments|reservations|pleasure)\b)(?-i:[a-z]{{3,}})$", re.IGNORECASE)  # whom nobody here knows  # fmt: skip
_A_RIVAL_DOES = re.compile(
    rf"{AND_ALSO}(?:{_RIVAL}|(?:their|her|his)\s+(?:[a-z]+\s+)?(?:vendor|supplier|distributor)s?)\s+(?:will\s+)?[a-z]+",
    re.IGNORECASE,
)
_GOES_TO = re.compile(
    rf"{AND_ALSO}(?:the\s+|this\s+|that\s+)?(?:award|tender|order|job|business|bid|deal|work|project|contract)\s+(?:goes|will\s+go|is\s+going|going)\s+to\s+{_OTHER}",
    re.IGNORECASE,
)
# "announces earnings Tue": to whoever owns them.
_TO_OWNERS = re.compile(
    r"\b(?:announc|report|releas|post|publish|present|fil)(?:e?s|ing|e)?\s+(?:(?:their|its|the|his|her|full[\s-]year|quarterly|annual|half[\s-]year|q[1-4]|h[12]|fy\d*)\s+)*(?:earnings|(?<=\bq[1-4]\s)(?:results|numbers)|(?<=annual\s)results|(?<=quarterly\s)(?:results|numbers)|financial\s+results|taxes)\b",
    re.IGNORECASE,
)
_FEAST = r"(?:party|parties|feast|thanksgiving|easter|christmas|xmas|passover|seder|eid|iftar|ramadan|diwali|hanukkah|super\s?bowl|supper|dinner\s+party|barbecue|bbq|cookout|potluck|reunion|wedding|shower|funeral|christening|communion|church|choir|recital|(?:school|class)\s+(?:play|show|trip|concert)|play|concert|gig|little\s+league|soccer|softball|marathon|birthday|anniversary|graduation|prom|pto|vacation|holidays?|staycation)"
_AMONG_FRIENDS = re.compile(
    rf"{_THEY}(?:ha(?:s|ve|ving)|had|host|throw|cook|plan|organi[sz]e|celebrat|attend|sing|play|coach|danc|perform|run|tak|cater|do|go|mak|help|drive|fly|spend)(?:e?s|n?ing|e)?\s+(?:(?:for|in|at|to)\s+)?(?:(?!(?:for|in|at|to|with|from|of|by)\b)[\w'’-]+\s+){{0,3}}?{_FEAST}(?:\s+(?:for|with|w/|at|in|of)\s+[^,;]{{1,30}})?(?:\s+(?:on|all|from))?[\s.!]*$|{_THEY}(?:hosts?|celebrates?)$",
    re.IGNORECASE,
)


def is_not_for_us(bare: str) -> bool:
    """A clause without its day: "they award it to Globex", "has a school play", "the competitor sends them a quote"."""
    if _FOR_US.search(bare):
        return False
    found = _WITH_A_RIVAL.match(bare) or _GOES_TO.match(bare)
    if found and not (found["rival"] and _is_known(found)):
        return True
    patterns = (_FROM_ANYBODY, _SIGNS_WITH, _A_RIVAL_DOES, _AMONG_FRIENDS)
    return any(one.match(bare) for one in patterns) or bool(_TO_OWNERS.search(bare))


def _is_known(found: re.Match[str]) -> bool:
    """ "signs with Tom": one of them; whom they only meet need be no rival, but for a thing of that one's."""
    is_met = found.re is _WITH_A_RIVAL and found["tries"] and not found["whom"].endswith(("'s", "’s"))
    return bool(is_met) or is_person(found["rival"], ()) or found["rival"].isupper()
