"""What was done, told from the thing's side: "the trial order was signed by Dwayne" is Dwayne signed the trial order.

Only what is past; where nobody is named, the rep did it: "a message was left with the switchboard".
"""

import re
from functools import lru_cache

from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.daynames import MONTH, WEEKDAY

_DET = r"(?:the|an?|our|my|their|his|her|this|that|both|two|three|\d+|no|one|another)"
_THING = rf"(?P<thing>(?:{_DET}\s+)?(?:(?!(?:i|we|she|he|they|it|who|which|if|when)\b)[\w'’&-]+\s+){{0,5}}?[\w'’&-]+(?:\s+(?:for|of|to|from|on|and|&)\s+(?:(?:the|our|their|his|her)\s+)?[\w'’.&-]+(?:\s+[A-Z][\w'’-]+)?)?)"
_WAS = r"(?:(?:has|have|had)\s+(?:\w+ly\s+|just\s+|now\s+|already\s+|since\s+)*been|['’]s\s+been|was|were|got)"
_BY_NOW = r"(?:\w+ly\s+|just\s+|now\s+|already\s+|since\s+|all\s+|both\s+|then\s+|again\s+)*"
_VERB = (
    r"(?P<verb>left|sent|e-?mailed|mailed|texted|called|rung|rang|phoned|tried|dialled|dialed|(?:counter-?|e-?)?signed|docusigned|executed|paid|wired|transferred|placed|given|awarded"
    r"|turned\s+down|rejected|declined|refused|cancelled|canceled|killed|scrapped|shelved|dropped|axed|lost|accepted|approved|ordered|renewed|received|met|taken)"
)
_PASSIVE = re.compile(
    rf"^(?:(?:and|but|then|so|also)\s+)*{_THING}\s+{_WAS}\s+{_BY_NOW}{_VERB}\b(?P<rest>.*)$", re.IGNORECASE
)
# "nda signed by Wei": as notes are typed, and only where somebody is named
_DAY = rf"(?:{WEEKDAY}|{MONTH})\b"
_SHORT = re.compile(
    rf"^(?!.*\b(?:will|be|been|was|were|is|are|not|to|gets?|comes?|came|back|if|once|when|until)\b)(?:(?:and|but|then|so|also)\s+)*{_THING}\s+{_BY_NOW}{_VERB}(?P<rest>\s+by\s+(?!{_DAY})(?-i:[A-ZÀ-Þ])[a-zà-ÿ].*)$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+by\s+(?P<who>(?:the|their|our|his|her)\s+[\w'’-]+(?:\s+(?:team|board|committee|director|manager))?|(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?(?-i:[A-ZÀ-Þ])[\w'’-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w'’-]+)*)(?=\s|$|[.,])",
    re.IGNORECASE,
)
_NO_AGENT = re.compile(
    r"^by\s+(?:the\s+)?(?:e-?mail|mail|phone|post|monday|tuesday|wednesday|thursday|friday)\b", re.IGNORECASE
)
_PAST = {"rung": "rang", "given": "gave", "taken": "took"}


@lru_cache(maxsize=CLAUSES_KEPT)
def active(clause: str) -> str:
    """The same told by who did it; any other clause as it is."""
    found = _PASSIVE.match(clause) or (_SHORT.match(clause) if "by" in clause.lower() else None)
    if not found:
        return clause
    verb = _PAST.get(found["verb"].lower(), found["verb"])
    agent = _BY.search(found["rest"])
    if agent and not _NO_AGENT.match(agent[0].strip()):
        rest = found["rest"][: agent.start()] + found["rest"][agent.end() :]
        return f"{agent['who']} {verb} {found['thing']}{rest}"
    return f"{verb} {found['thing']}{found['rest']}"


_ASKED = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:i|we)(?:['’]ve|\s+have)?\s+(?:been|was|were|got)\s+(?P<verb>asked|told|invited|requested)\s+to\s+(?P<rest>\w.*)$",
    re.IGNORECASE,
)


def asked_of_us(clause: str) -> str:
    """ "I have been asked to phone on 11 January": they asked it."""
    found = _ASKED.match(clause)
    return f"they {found['verb']} me to {found['rest']}" if found else clause
