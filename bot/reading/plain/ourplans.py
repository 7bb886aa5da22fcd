"""What the rep means to do: "need to mail § the specs fri", "ring § tmrw", "meet § thu 10.30". A plan is no call.

Whom it is about stands in the line under any name; a plain command of a deed is one only where a day behind it is still to come.
"""

import re
from dataclasses import dataclass

from bot.reading.languages.plansabroad import plan_in_english
from bot.reading.typed.typeddates import length_of_leading_day, starts_with_day
from bot.reading.words.daynames import WEEKDAY

_LEAD = re.compile(
    r"^(?:(?:and|then|also|ok|so|fyi|note\s+to\s+self|plan)[\s,:]+)*(?:(?:to[\s-]?do|reminder|task)s?\s*[:–-]\s*|to[\s-]?do\s+|(?:i\s+|we\s+|i['’]?ve\s+|we['’]?ve\s+|i['’]?m\s+|i\s+am\s+)?(?:still\s+|really\s+|just\s+)*"
    r"(?:need\s+to|must|have\s+to|has\s+to|got\s+to|gotta|should|ought\s+to|want\s+to|wanna|planning\s+to|plan\s+to|supposed\s+to|meaning\s+to|(?:do\s*n['’]?t|must\s+not|mustn['’]?t|not\s+to)\s+forget\s+to|remember\s+to)\s+(?:still\s+|also\s+)?)+",
    re.IGNORECASE,
)
_TALKS = {"call": "call", "ring": "call", "phone": "call", "buzz": "call", "dial": "call", "meet": "meeting", "visit": "visit", "see": "meeting"}  # fmt: skip
_DEEDS = frozenset(
    "send mail email e-mail text message whatsapp chase ping nudge bump write prepare draft bring drop".split()
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
    r"^(?:about|re\b:?|regarding|on|for|to|with|over|om|wegen|ang\.?|angående|vedr\.?|because|so|since|as|and\s+ask|and\s+discuss)\s*\S",
    re.IGNORECASE,
)
_OR = re.compile(rf"\s*(?:\bor\b|/)\s*(?=(?:{WEEKDAY}|tomorrow|tmrw)\b)", re.IGNORECASE)
_TOPIC = re.compile(r"\s+(?=(?:about|re:?|regarding)\s+\S)", re.IGNORECASE)
# Behind a day in front only whom it is with may stand, and about what: "Fri visit went well", "Fri call with Dana, 2 seats" tell more.
_WHOM = re.compile(r"^(?!with\b|w/)(?!.*\b(?:went|was|were|is|are|came|has|had|did)\b)[^\W\d][^\d,;]*$", re.IGNORECASE)
_LONGEST_WHOM = 4  # words


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
    line = plan_in_english(" ".join(line.split()).strip(" .!"))
    led = _LEAD.match(line)
    first, rest = _day_in_front(line[led.end() :] if led else line)
    parts = [part.strip() for part in _BOTH.split(rest)]
    plans = [_plan(part, first, is_led=bool(led)) for part in parts]
    return tuple(plan for plan in plans if plan) if all(plans) else ()


def _plan(part: str, first: str, *, is_led: bool) -> OurPlan | None:
    """`first`: the day that stands in front of all of it."""
    verb, _, rest = part.partition(" ")
    talk = _TALKS.get(verb.lower(), "")
    rest = _AGAIN.sub("", rest) if talk and not first else rest
    if (
        not (talk or verb.lower() in _DEEDS)
        or not rest
        or _A_NOUN.match(rest)
        or _WAS.search(rest)
        or ":" in _untimed(rest)
    ):
        return None
    before, when, after = (rest, first, "") if first else _apart(rest)
    before, *topic = _TOPIC.split(before, maxsplit=1)
    before = _AND_BACK.sub("", before) if talk else before
    if (after and not _ABOUT.match(after)) or (first and not _is_whom(before)):
        return None
    is_held = when.lower() == "today" and not is_led  # "call Erik today about the price" may have been
    about = " ".join((*topic, after)).strip()
    return OurPlan(verb.lower(), talk, before, when, about) if is_led or (when and not is_held) else None


def _is_whom(text: str) -> bool:
    return bool(_WHOM.match(text)) and len(text.split()) <= _LONGEST_WHOM


def _untimed(text: str) -> str:
    return re.sub(r"\d:\d", "", text)


def _apart(rest: str) -> tuple[str, str, str]:
    """ "erik tue 10:00 about the price" -> "erik", "tue 10:00", "about the price"."""
    begins = (word.start() for word in re.finditer(r"\S+", rest))
    at = next((start for start in begins if start and starts_with_day(rest[start:])), None)
    if at is None:
        return rest, "", ""
    when, after = _day_and_rest(rest[at:])
    return rest[:at].strip(" ,"), when, after


def _day_in_front(text: str) -> tuple[str, str]:
    """ "tmrw call erik" -> "tmrw", "call erik"; no day where none stands in front."""
    return _day_and_rest(text) if starts_with_day(text) else ("", text)


def _day_and_rest(text: str) -> tuple[str, str]:
    """The day that it begins with, or both of "wed or thu", and the hour."""
    end = length_of_leading_day(text) or len(text)
    other = _OR.match(text, end)
    end = other.end() + length_of_leading_day(text[other.end() :]) if other else end
    hour = re.match(r"[\s,]*(?:at\s+|@\s*)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?(?=$|\s)", text[end:], re.IGNORECASE)
    end += hour.end() if hour else 0
    return text[:end].strip(), text[end:].strip(" ,:")
