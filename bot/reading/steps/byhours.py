"""A talk that is moved by hours: "pushed the visit an hour later", "demo moved up half an hour", "visit pushed back by two hours".

They are counted from the hour that it had, and never from now.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.reading.calendar.datewords import NUMBER, count_of
from bot.reading.steps.steps import KIND, OUR, kind_of

_SPAN = rf"(?:(?P<half>half\s+an\s+hour|half\s+hour|1/2\s+h(?:ou)?r)|(?P<more>(?:an|one)\s+hour\s+and\s+a\s+half)|(?P<part>\d[.,]5)\s*(?:hours?|hrs?|h)|{NUMBER}\s*(?P<unit>hours?|hrs?|h|minutes?|mins?))\b"
_LATER = r"(?:later|back|on|out)"
_SOONER = r"(?:earlier|sooner|forward|up)"
_WAY = rf"(?:{_LATER}|{_SOONER})"
_PUT = r"(?P<verb>mov(?:e|es|ed|ing)|push(?:e[sd]|ing)?|shift(?:s|ed|ing)?|slid(?:es?)?|slip(?:s|ped)?|bump(?:s|ed)?|postpone[sd]?|delay(?:s|ed)?|put|puts|br(?:ings?|ought)|pull(?:s|ed)?)"
_WHAT = rf"(?P<what>{KIND})"
_BEEN = r"(?:['’]s|\s+(?:is|was|has|have|had|been|being|got|gets|had\s+to|to|be|just|now))*"
_BY = rf"(?P<how>(?:\s+(?P<way>{_WAY}))?(?:\s+by)?(?:\s+(?:about|around))?\s+{_SPAN}(?:\s+(?P<to>{_WAY})\b)?)(?!\s+(?:to|until|till?)\b)"
_MOVED = (
    re.compile(rf"\b{_PUT}\s+(?:it|{OUR}{_WHAT})(?:\s+(?:with|at)\s+[\w'’-]+)?{_BY}", re.IGNORECASE),
    re.compile(rf"\b{_WHAT}{_BEEN}\s+{_PUT}{_BY}", re.IGNORECASE),
)
# "wants the visit an hour later": nobody has moved it yet.
_WISHED = re.compile(
    rf"\b(?:the|our|my)\s+{_WHAT}\b[^,;.?]{{0,30}}?\s{_SPAN}\s+(?P<to>later|earlier|sooner)\b", re.IGNORECASE
)
_IS_SOONER = re.compile(rf"^{_SOONER}$", re.IGNORECASE)
_WITHOUT_WAY = re.compile(r"^(?:mov|shift|br|put)", re.IGNORECASE)  # to the later as to the sooner
_PULLS = re.compile(r"^pull", re.IGNORECASE)
_LONGEST = timedelta(hours=12)
_NOTHING_BEFORE = re.compile(r"\s*(?:(?:i|we)(?:['’]ve)?\s+)?(?:the\s+|our\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class ByHours:
    what: str  # empty for "it"
    by: timedelta
    found: re.Match[str]
    is_sure: bool  # else it is wished for, or nobody says which way

    @property
    def is_all(self) -> bool:
        """Whether the line tells nothing else."""
        text = self.found.string
        before, behind = text[: self.found.start()], text[self.found.end() :]
        return bool(_NOTHING_BEFORE.fullmatch(before)) and not behind.strip(" .!")

    def told(self, when: str) -> str:
        """The line, with the day and hour to which it is moved."""
        text, (verb, behind), (how, end) = self.found.string, self.found.span("verb"), self.found.span("how")
        return f"{text[:verb]}moved{text[behind:how]} to {when}{text[end:]}"


def by_hours(text: str) -> ByHours | None:
    found = next((one for pattern in (*_MOVED, _WISHED) if (one := pattern.search(text))), None)
    if found is None:
        return None
    said = found.groupdict()
    way, verb = said["to"] or said.get("way") or "", said.get("verb") or ""
    is_sooner = bool(_IS_SOONER.match(way) or (not way and _PULLS.match(verb)))
    is_sure = bool(verb) and bool(way or not _WITHOUT_WAY.match(verb))
    by = _long(found)
    return ByHours(kind_of(found["what"]), -by if is_sooner else by, found, is_sure) if by <= _LONGEST else None


def _long(found: re.Match[str]) -> timedelta:
    if found["half"]:
        return timedelta(minutes=30)
    if found["more"]:
        return timedelta(minutes=90)
    if found["part"]:
        return timedelta(hours=float(found["part"].replace(",", ".")))
    count = count_of(found["number"])
    return timedelta(minutes=count) if found["unit"].lower().startswith("m") else timedelta(hours=count)


def hour_moved(at: str, by: timedelta) -> str:
    """The hour of the same day; empty where it would be another day's."""
    day = date.min + timedelta(days=1)
    new = datetime.combine(day, time.fromisoformat(at)) + by
    return f"{new:%H:%M}" if new.date() == day else ""
