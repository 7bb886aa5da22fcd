"""When they say that they will buy: "we sign this week", "you get the order by the 20th". A day of theirs, or nothing.

`bot.reading.waits.windows` reads times that are weeks away, to sleep until; this reads what a manager may count on soon.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.reading.dates import find_dates

_BUYING = re.compile(
    r"\b(?:sign(?:s|ing)?|(?:place|get|send|make|give)\w*\s+(?:you\s+|us\s+)?(?:the|an|your|our|that)?\s*(?:purchase\s+)?(?:order|po|contract)"
    r"|(?:the\s+)?(?:order|po)\s+(?:goes|comes|will\s+(?:go|come|be))|orders?(?:ing)?|buy(?:s|ing)?|purchas(?:e|es|ing)|go(?:es|ing)?\s+(?:live|ahead)|start(?:s|ing)?)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|no|nobody|cannot|nothing|if|unless|might|may|maybe|perhaps|could|would|hop(?:e|es|ing)|tr(?:y|ies|ying)|probably)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:last|ago|had|was|were|did|bought|signed|ordered|started|yesterday)\b", re.IGNORECASE)
# What is begun or signed to look at it first: a trial is no order, and a secret kept is none.
_ON_TRIAL = re.compile(
    r"\b(?:trial(?:s|l?ing)?|pilots?|p\.?o\.?c|proof\s+of\s+(?:concept|value)|test(?:s|ing)?|test-?\s?drive|demos?|evaluat(?:e|es|ing|ion)|try-?\s?out|tast(?:er|ing)|samples?|free|nda|non-?\s?disclosure|confidentiality)\b",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    rf"\b(?:after|following|behind|beyond)\s+(?:(?:the|our|their|that|this|a)\s+)?(?:[\w-]+\s+)?{_ON_TRIAL.pattern}",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:go(?:es|ing)?\s+(?:live|ahead)|start(?:s|ing)?)$", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+|\s+(?:and|then|so)\s+")
_SENTENCE = re.compile(r"[.;!\n]+\s*|,\s+but\s+|\s+but\s+")
_AN_ACT = re.compile(
    r"^(?:(?:counter)?sign\b|order\b|buy\b|purchase\b|place\b.*\border\b"
    r"|(?:send|issue|raise|return|get|give|approve|release)\b.*\b(?:po|purchase\s+order|contract|order|agreement)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BuyingTime:
    """The last day by which they buy, and the sentence that says so."""

    by: date
    words: str


def buying_time(said: str, said_on: date, *, day_first: bool = True) -> BuyingTime | None:
    """The first in their own words of that day; a condition, a doubt and the past are none."""
    for sentence in _SENTENCE.split(said):
        if not _buys(sentence) or _NOT_YET.search(sentence) or _PAST.search(sentence):
            continue
        named = next((day for day in find_dates(sentence, said_on, day_first=day_first) if day.last_on or day.on), None)
        by = (named.last_on or named.on) if named else None
        if by and by >= said_on:
            return BuyingTime(by, sentence.strip(" ,"))
    return None


def _buys(sentence: str) -> bool:
    """What starts is what the sentence names; who signs or orders does so in the clause that says it."""
    found = _BUYING.search(sentence)
    if found and _BEGINS.match(found[0]) and is_on_trial(sentence):
        return False
    return any(_BUYING.search(clause) and not is_on_trial(clause) for clause in _CLAUSE.split(sentence))


def is_on_trial(words: str) -> bool:
    """Whether it is about trying it out; "after the trial" is about what comes then."""
    return bool(_ON_TRIAL.search(_AFTER_IT.sub(" ", words)))


def is_buying(promised: str) -> bool:
    """Whether what they took on is the purchase itself: "return the contract", "send the PO"."""
    return bool(_AN_ACT.match(promised)) and not is_on_trial(promised)
