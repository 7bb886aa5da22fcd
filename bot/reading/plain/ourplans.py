"""What the rep means to do: "need to mail § the specs fri", "ring § tmrw", "meet § thu 10.30". A plan is no call.

Whom it is about stands in the line under any name; a plain command of a deed is one only where a day behind it is still to come.
"""

import re
from dataclasses import dataclass

from bot.reading.typed.typeddates import length_of_leading_day, starts_with_day

_LEAD = re.compile(
    r"^(?:(?:and|then|also|ok|so|fyi|note\s+to\s+self|plan)[\s,:]+)*(?:(?:to[\s-]?do|reminder|task)s?\s*[:–-]\s*|to[\s-]?do\s+|(?:i\s+|we\s+|i['’]?ve\s+|we['’]?ve\s+|i['’]?m\s+|i\s+am\s+)?(?:still\s+|really\s+|just\s+)*"
    r"(?:need\s+to|must|have\s+to|has\s+to|got\s+to|gotta|should|ought\s+to|want\s+to|wanna|planning\s+to|plan\s+to|supposed\s+to|meaning\s+to|(?:do\s*n['’]?t|must\s+not|mustn['’]?t|not\s+to)\s+forget\s+to|remember\s+to)\s+(?:still\s+|also\s+)?)+",
    re.IGNORECASE,
)
_TALKS = {"call": "call", "ring": "call", "phone": "call", "buzz": "call", "dial": "call", "meet": "meeting", "visit": "visit", "see": "meeting"}  # fmt: skip
_DEEDS = frozenset(
    "send mail email e-mail text message whatsapp chase ping nudge write prepare draft bring drop".split()
)
# "call from §", "mail of §", "visit to § went well", "text: …": what came or took place.
_A_NOUN = re.compile(
    r"^(?:from|of|by|at|w/|was|is|went|came|has|had|to\s+(?:say|tell)|that|which|about|and|back\s+from|sent|received|done|done\.)\b|^(?:w/|[:(])",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"^(?:back|up|with|again)\s+", re.IGNORECASE)
_AND_BACK = re.compile(r"\s+(?:back|again|up)$", re.IGNORECASE)
_BOTH = re.compile(
    rf"\s*(?:,|\band\b|\+|&)\s*(?:then\s+)?(?=(?:{'|'.join((*_TALKS, *sorted(_DEEDS)))})\s)", re.IGNORECASE
)
# It was done after all, or it is told of a day that has been.
_WAS = re.compile(
    r"\b(?:yesterday|earlier|already|ago|last\s+\w+|(?:she|he|they)\s+\w+|(?:i|we)\s+(?:spoke|talked|sent|left|called)|said|says|told|asked|agreed|no\s+answer|voice\s?mail|vm|busy)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:about|re\b:?|regarding|on|for|to|with|because|so|since|as|and\s+ask|and\s+discuss)\s*\S", re.IGNORECASE
)


@dataclass(frozen=True)
class OurPlan:
    """One thing that we mean to do: `talk` is the kind of a next step, empty for a deed; `what` stands before the day, `about` behind it."""

    verb: str
    talk: str
    what: str
    when: str = ""
    about: str = ""


def our_plans(line: str) -> tuple[OurPlan, ...]:
    """None unless every part of the line is a plan."""
    line = " ".join(line.split()).strip(" .!")
    led = _LEAD.match(line)
    rest = line[led.end() :] if led else line
    parts = [part.strip() for part in _BOTH.split(rest)]
    plans = [_plan(part, is_led=bool(led)) for part in parts]
    return tuple(plan for plan in plans if plan) if all(plans) else ()


def _plan(part: str, *, is_led: bool) -> OurPlan | None:
    verb, _, rest = part.partition(" ")
    talk = _TALKS.get(verb.lower(), "")
    rest = _AGAIN.sub("", rest) if talk else rest
    if (
        not (talk or verb.lower() in _DEEDS)
        or not rest
        or _A_NOUN.match(rest)
        or _WAS.search(rest)
        or ":" in _untimed(rest)
    ):
        return None
    before, when, after = _apart(rest)
    before = _AND_BACK.sub("", before) if talk else before
    if after and not _ABOUT.match(after):
        return None
    is_held = when.lower() == "today" and not is_led  # "call Erik today about the price" may have been
    return OurPlan(verb.lower(), talk, before, when, after) if is_led or (when and not is_held) else None


def _untimed(text: str) -> str:
    return re.sub(r"\d:\d", "", text)


def _apart(rest: str) -> tuple[str, str, str]:
    """ "erik tue 10:00 about the price" -> "erik", "tue 10:00", "about the price"."""
    begins = (word.start() for word in re.finditer(r"\S+", rest))
    at = next((start for start in begins if start and starts_with_day(rest[start:])), None)
    if at is None:
        return rest, "", ""
    behind = rest[at:]
    end = length_of_leading_day(behind) or len(behind)
    hour = re.match(r"[\s,]*(?:at\s+|@\s*)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?(?=$|\s)", behind[end:], re.IGNORECASE)
    end += hour.end() if hour else 0
    return rest[:at].strip(" ,"), behind[:end].strip(), behind[end:].strip(" ,")
