"""What a question about one deal wants to know in one sentence: "did I call Bo?", "has Eva answered?", "did Anna sign?"."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.phrases import base_verb


class Wanted(Enum):
    talk = auto()  # whether we spoke
    answer = auto()  # whether anything came from them
    theirs = auto()  # whether they did something
    ours = auto()  # whether we did
    step = auto()  # when we see or call them
    promised = auto()  # what they took on
    owed = auto()  # what we did
    away = auto()  # whether they are, and until when


@dataclass(frozen=True)
class YesNo:
    wanted: Wanted
    verb: str = ""  # "sign", of theirs and ours
    thing: str = ""  # of a step what it is: "demo"
    who: str = ""  # as it was typed, where one of them may be meant

    @property
    def is_of_what_is_open(self) -> bool:
        """Of a deal that has ended nothing is."""
        return self.wanted in {Wanted.promised, Wanted.owed, Wanted.step}


_LEAD = r"^(?:(?:so|and|hey|ok|hi)[\s,]+)*"
_ADVERB = r"(?:(?:already|ever|actually|even|just|finally|yet)\s+)*"
# "did we meet the deadline?", "call it off?": no talk with anybody.
_SOMEBODY = r"(?!\s+(?:it|off|an?|any|(?:the|our|my|their)\s+(?!(?:boss|owner|manager|cfo|ceo|buyer|team|client|customer|people)\b)\w+)\b)"
_A_THING = re.compile(r"(?:off|it|the|an?|our|my|their)\b", re.IGNORECASE)
_TALKS = re.compile(
    rf"{_LEAD}(?:did|have|has)\s+(?:i|we)\s+{_ADVERB}(?:call(?:ed)?|r[iau]ng|phoned?|spoken|spoke|speak|talk(?:ed)?|reach(?:ed)?|met|meet|seen|see)\b{_SOMEBODY}",
    re.IGNORECASE,
)
_HEARD = re.compile(
    rf"{_LEAD}(?:(?:did|have|has)\s+(?:i|we)\s+{_ADVERB}(?:hear|heard)\b|(?:any\s+)?(?:answer|reply|response)\s+from\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"{_LEAD}when\s+(?:do|will|am|are|can|should|must)\s+(?:i|we)\s+(?:next\s+|going\s+to\s+)?(?:see|meet|call|ring|phone|speak|talk|visit|seeing|meeting|calling|visiting)\b{_SOMEBODY}",
    re.IGNORECASE,
)
_ACT = re.compile(
    rf"{_LEAD}(?:did|have|has)\s+(?P<who>i|we|[\w'’.-]+(?:\s+[\w'’.-]+)??)\s+{_ADVERB}(?P<verb>[a-z]+)\b\s*(?P<thing>.*?)[\s?.!]*$",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    rf"{_LEAD}(?:is|are|was|were)\s+(?P<who>[\w'’.-]+(?:\s+[\w'’.-]+)??)\s+{_ADVERB}(?P<verb>signed|paid|decided|ordered|approved|confirmed)\b(?P<thing>)[\s?.!]*(?:yet[\s?.!]*)?$",
    re.IGNORECASE,
)
_FEW_WORDS = r"[\w'’.&-]+(?:\s+[\w'’.&-]+){0,3}?"
_WHO, _WHOSE = rf"(?P<who>{_FEW_WORDS})", rf"(?P<whose>{_FEW_WORDS})"
_BE = r"(?:['’]?s|\s+is|\s+are)?"
_OFF = r"(?:away|off|out(?:\s+of\s+(?:the\s+)?office)?|ooo|on\s+(?:leave|holidays?|vacation)|back)"
_LATELY = r"(?:\s+(?:again|now|right\s+now|today|this\s+week|yet|still))*"
_STEP = r"(?P<thing>demo|call|meeting|appointment|visit|workshop|review|training|trial|kick-?off|lunch|session)"
_FACTS = (
    (
        Wanted.promised,
        rf"what(?:\s+(?:did|does|do|has|have|had)|['’]?s)\s+{_WHO}\s+(?:still\s+)?(?:promised?|owes?|owed|agreed?(?:\s+to)?|commit(?:ted)?(?:\s+to)?)(?:\s+(?:me|us|to\s+do))?",
    ),
    (Wanted.owed, rf"what(?:\s+(?:do|did|have)|['’]ve)?\s+(?:i|we)\s+(?:still\s+)?(?:owe|promised?)(?:\s+to)?\s+{_WHO}"),
    (Wanted.away, rf"(?:is|are)\s+{_WHO}\s+(?:still\s+)?{_OFF}{_LATELY}|(?:when|until\s+when|how\s+long){_BE}\s+{_WHOSE}\s+{_OFF}{_LATELY}"),
    (
        Wanted.step,
        rf"when{_BE}\s+(?:(?:the|our|my|their|next|[\w&.-]+(?:['’]s)?)\s+){{0,3}}?{_STEP}(?:\s+(?:with|at|for)\s+[\w\s'’&.-]+)?|(?:what|when){_BE}\s+next\s+(?:with|for|at|on)\s+[\w\s'’&.-]+",
    ),
)  # fmt: skip
_ONE_FACT = [(wanted, re.compile(rf"{_LEAD}(?:{told})[\s?.!]*$", re.IGNORECASE)) for wanted, told in _FACTS]
_IN_TOUCH = frozenset("answer reply respond write call ring phone get react text".split())


def yes_or_no(line: str) -> YesNo | None:
    """None of any other line."""
    text = " ".join(line.split())
    if _TALKS.match(text):
        return YesNo(Wanted.talk)
    if _HEARD.match(text):
        return YesNo(Wanted.answer)
    if _WHEN.match(text):
        return YesNo(Wanted.step)
    return _one_fact(text) or _act(text)


def _one_fact(text: str) -> YesNo | None:
    """What is open or holds: "what did Dana promise", "when's the demo"."""
    told = ((wanted, found) for wanted, pattern in _ONE_FACT if (found := pattern.match(text)))
    wanted, found = next(told, (None, None))
    if wanted is None or found is None:
        return None
    said = found.groupdict()
    return YesNo(wanted, thing=(said.get("thing") or "").lower(), who=said.get("who") or said.get("whose") or "")


def _act(text: str) -> YesNo | None:
    found = _ACT.match(text) or _IS_DONE.match(text)
    verb = base_verb(found["verb"]) or _PARTICIPLES.get(found["verb"].lower(), "") if found else ""
    if not found or not verb:
        return None
    if found["who"].lower() in {"i", "we"}:
        return YesNo(Wanted.ours, verb, found["thing"])
    is_answer = verb in _IN_TOUCH and not (verb in {"get", "write", "call"} and _A_THING.match(found["thing"]))
    return YesNo(Wanted.answer) if is_answer else YesNo(Wanted.theirs, verb, found["thing"])


_PARTICIPLES = {
    "signed": "sign", "sent": "send", "paid": "pay", "ordered": "order", "decided": "decide", "answered": "answer",
    "replied": "reply", "responded": "respond", "written": "write", "wrote": "write", "called": "call", "got": "get",
    "approved": "approve", "bought": "buy", "brought": "bring", "given": "give", "made": "make", "done": "do",
    "confirmed": "confirm", "accepted": "accept", "agreed": "agree", "returned": "return", "checked": "check",
    "emailed": "email", "mailed": "mail", "delivered": "deliver", "shared": "share", "prepared": "prepare", "rung": "ring",
}  # fmt: skip
