"""Calling again in another tongue, in whatever order it is noted: "bel in januari terug", "soll am 30. nochmal anrufen", "vor Dezember nicht anrufen".

Besides the call, and when, only words that say nothing may stand there; any other clause is left as it is.
"""

import re

from bot.reading.calendar.datespelling import weekday_in_english
from bot.reading.languages.daysabroad import FEASTS, any_of, tells_when, words_in
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import OURS, THEIRS


def _all(field: str) -> frozenset[str]:
    return frozenset(word for tongue in TONGUES for word in words_of(getattr(tongue, field)))


_CALL, _NOT, _MORE, _OUGHT, _CALLED = (_all(field) for field in ("call", "not_", "more", "ought", "called"))
_SAYS_NOTHING = _all("them") | {"by", "er"}
_BY_ITSELF = frozenset(
    {"ring", "probieren", "versuchen", "melden"}
)  # English, or something else, where nothing else tells the tongue
_AGAIN = re.compile(rf"(?<!\S){any_of(_all('again'))}(?=[\s,.!]|$)", re.IGNORECASE)
_IS_DONE = frozenset("werden wird worden wordt word bli blir blive bliver".split())
_BEFORE = re.compile(
    rf"(?<!\S)(?:before|by|until|not\s+before|{any_of(_all('before'))}|{any_of(_all('until'))})\s+(?:(?:the|el|le|il|den|de|d\.)\s+)?(?P<day>\S.*)$",
    re.IGNORECASE,
)
_LATER = frozenset({"tarde", "adelante", "tard"})
_MOST_WORDS = 12


def call_in_english(clause: str) -> str:
    """ "call again in January", "don't call before December"; empty where it asks for no call."""
    if _CALL.isdisjoint(words_in(clause)):
        return ""
    low = [word.lower().strip(",.!") for word in clause.split()]
    if len(low) > _MOST_WORDS:
        return ""
    if not _NOT.isdisjoint(low) or "not before" in clause:
        return _not_before(clause)
    return "" if low[0] in THEIRS or not OURS.isdisjoint(low) else _again(clause)


def _again(clause: str) -> str:
    bare = _AGAIN.sub(" ", clause).split()
    low = [word.lower().strip(",.!") for word in bare]
    said = [word for word, plain in zip(bare, low, strict=True) if plain not in _CALL | _SAYS_NOTHING | _OUGHT]
    is_sure = len(bare) < len(clause.split()) or not _SAYS_NOTHING.isdisjoint(low) or _BY_ITSELF.isdisjoint(low)
    if not (is_sure and tells_when(said)):
        return ""
    is_due = any(word in _OUGHT for word in low)
    return f"{'should ' if is_due else ''}call again {' '.join(said)}"


def _not_before(clause: str) -> str:
    found = _BEFORE.search(clause)
    day: list[str] = []
    for word in found["day"].split() if found else ():
        if word.lower().strip(",.!") in _CALL | _NOT | _SAYS_NOTHING | {
            "brauchen",
            "brauchst",
            "hoeft",
            "hoef",
            "te",
            "behøver",
            "behöver",
        }:
            break
        day.append(weekday_in_english(word))
    lead = "until after" if day[:1] and day[0] in FEASTS else "before"
    return (
        f"don't call {lead} {' '.join(day)}"
        if tells_when(day) or day[:1] == ["the"] or (day and day[0] in FEASTS) or _is_month(day)
        else ""
    )


def _is_month(day: list[str]) -> bool:
    return bool(day) and tells_when(["in", *day])


def wants_no_calls(clause: str) -> bool:
    """ "ikke ring mer", "wil niet meer gebeld worden"; not "ring ikke mer før mandag", and not who rings us no more."""
    if _MORE.isdisjoint(words_in(clause)):
        return False
    low = [word.strip(",.!'\"").lower() for word in clause.split()]
    if _NOT.isdisjoint(low) or _MORE.isdisjoint(low) or _BEFORE.search(clause) or not _LATER.isdisjoint(low):
        return False
    is_done = not (_CALLED.isdisjoint(low) or _IS_DONE.isdisjoint(low))
    return is_done or (low[0] not in OURS | THEIRS and not _CALL.isdisjoint(low))
