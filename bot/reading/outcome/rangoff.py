"""They rang off behind words that only put it off: that is no refusal, and we call then.

What they say is nothing but a time ("next week!", "call me Monday"); whoever rings off with other words refuses.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_HUNG_UP = re.compile(
    r"\b(?:hung|hangs)\s+up\b|\brang\s+off\b|\b(?:slammed|put)\s+(?:the\s+)?phone\s+down\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"[\s,]+(?:and|then|&)\s+(?:(?:just|then)\s+)?(?:hung|hangs)\s+up\b.*$", re.IGNORECASE)
_TIMES = frozenset(
    "week wk weeks month months quarter tomorrow tmrw monday tuesday wednesday thursday friday mon tue tues wed thu thurs fri"
    " january february march april may june july august september october november december easter christmas spring summer autumn fall winter".split()
)  # fmt: skip
_BESIDE = frozenset(
    "next in on after this early mid late the a an of couple few one two three four later call ring try phone text me us back again please pls not now busy sorry ok okay maybe then yes yeah morning afternoon lunch at"
    " i m am until til till around by court meeting mtg surgery clinic class driving tied up with patient customer client somebody someone another line cb".split()
)
_CALLS = frozenset("call ring try phone text cb".split())
_MOST = 10  # words


def is_time_alone(said: str) -> bool:
    words = [one.lower() for one in _WORD.findall(without_ringing_off(said))]
    told = [one for one in words if not one.isdigit()]
    is_called = not _CALLS.isdisjoint(told) and (
        len(told) < len(words) or "then" in told
    )  # "busy until 5, ring me then"
    is_time = is_called or not _TIMES.isdisjoint(told)
    is_time = is_time and all(one in _TIMES or one in _BESIDE for one in told)
    return is_time and len(words) <= _MOST


# "said call me Monday and hung up", without marks.
_SAYS = re.compile(
    r"\b(?:said|says|yelled|shouted|barked|snapped|muttered|goes|went)\s+(?:to\s+)?(?P<said>[^,;.]{1,60}?\s+(?:and|then|&)\s+(?:(?:just|then)\s+)?(?:hung|hangs)\s+up)\b",
    re.IGNORECASE,
)


def only_puts_off(clauses: Sequence[str], said: str) -> bool:
    told = (found for one in (*clauses, *map(" ".join, pairwise(clauses))) if (found := _SAYS.search(one)))
    return is_time_alone(said) or any(is_time_alone(found["said"]) for found in told)


def rang_off(text: str) -> bool:
    return bool(_HUNG_UP.search(text))


def without_ringing_off(said: str) -> str:
    """ "call next week and hung up": the first of it is what they said."""
    return _BEHIND.sub("", said)


def time_as_call(said: str) -> str:
    """ "next week!" -> "call me next week": empty where they said anything else."""
    if not is_time_alone(said):
        return ""
    when = without_ringing_off(said).strip(" .,!")
    return (
        when
        if re.match(r"(?:(?:please|pls|not\s+now|busy|sorry)[\s,]+)*(?:call|ring|try|phone)\b", when, re.IGNORECASE)
        else f"call me {when}"
    )


# "hung up then rang back to apologize": what they did last holds.
_RANG_BACK = re.compile(
    r"\b(?:hung\s+up|put\s+the\s+phone\s+down)(?:\s+on\s+(?:me|us))?[\s,]+(?:(?:and|but|then|only\s+to|she|he|they|later)[\s,]+)+(?:rang|called|phoned|ring|call)(?:\s+(?:me|us|right|straight))*\s+back\b",
    re.IGNORECASE,
)


def without_rung_back(text: str) -> str:
    return _RANG_BACK.sub(" ", text)
