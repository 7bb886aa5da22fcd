"""The zone beside a time: "3pm ET", "10:00 (Rome)", "3pm London time", "11 her time".

A word that is no zone we know is left where it stands. Whose time "her time" is, the contact's record says.
"""

import re
from typing import NamedTuple

from bot.reading.calendar.datewords import THEIRS
from bot.reading.calendar.zonenames import zone

_SHORT = r"[ecmp][sd]?t|gmt|bst|utc|cest|cet|ist|jst|gst|sgt|eastern|central|mountain|pacific|uk"
_NAMED = (
    rf"(?:\(\s*)?(?:(?P<theirs>(?:her|his|their)\s+(?:local\s+)?time|local(?:\s+time)?)\b(?:\s*\(\s*(?P<there>[^\W\d_]{{3,15}})\s*\))?"
    rf"|(?P<short>{_SHORT})(?:\s+time)?\b)(?:\s*\))?"
    r"|heures?\s+de\s+(?P<heure>[^\W\d_]{3,15})|(?P<place>[^\W\d_]{3,15}(?:\s[^\W\d_]{3,15})?)\s+time\b|\(\s*(?P<city>[^\W\d_]{3,15}(?:\s[^\W\d_]{3,15})?)(?:\s+time)?\s*\)"
    r"|(?P<bare>[^\W\d_]{3,15})\s*$"
)
_BEHIND = re.compile(rf"^\s*(?:{_NAMED})", re.IGNORECASE)
_AT_END = re.compile(rf"(?:^|(?<=[\s\d]))(?:{_NAMED})\s*(?:on\s+)?$", re.IGNORECASE)
_IN = re.compile(rf"(?<=[\s\d])(?:{_NAMED})", re.IGNORECASE)
# "same time", "in no time": no place. Any other is taken for where they are: "16:00 Verona time".
_NO_PLACE = re.compile(
    r"\b(?:same|that|this|the|our|my|your|next|last|first|full|part|lunch|dinner|any|some|no|all|on|in|at|of|real|long|more|good|prime|spare|free|which|what|every|second|third|half|over|down|face|play|show|tea|bed|day|night|summer|winter|lead|ship|delivery|travel|start|end|talk|quality|then|demo|meeting|call|office|work|business|opening|closing|story|break|school|term|coffee|game|party|crunch|response|turnaround|cycle|run|go|feeding|harvest|holiday|vacation|peak|busy|quiet|wait|hold|review|test|trial|install|kickoff|launch|christmas|easter|best|good|usual|normal|regular|agreed|whole|little|much|enough|plenty|the\s+\w+)\b",
    re.IGNORECASE,
)
_REACH = 40


class ZoneWords(NamedTuple):
    zone: str  # an IANA name or `THEIRS`
    start: int
    end: int


def zone_behind(text: str, at: int) -> ZoneWords | None:
    """The zone that follows a time which ends there."""
    found = _BEHIND.match(text[at : at + _REACH])
    name = _name(found) if found else ""
    return ZoneWords(name, at, at + found.end()) if found and name else None


def zone_before(text: str, at: int) -> ZoneWords | None:
    """The zone between a time and the day that begins there: "3pm London time Monday"."""
    reach = max(0, at - _REACH)
    found = _AT_END.search(text[reach:at])
    name = _name(found) if found else ""
    return ZoneWords(name, reach + found.start(), at) if found and name else None


def zone_words(text: str) -> str:
    """The words of the zone in the text of a reading, as typed; empty when there are none."""
    found = _IN.search(text)
    return found[0].strip(" ()") if found and _name(found) else ""


def _name(found: re.Match[str]) -> str:
    if found["theirs"]:
        return zone(found["there"] or "") or THEIRS
    said: str = found["short"] or found["heure"] or found["place"] or found["city"] or found["bare"]
    named = "" if _NO_PLACE.search(said) else zone(said) or ""
    is_end = not found.string[found.end() :].strip(" .,;)")
    return THEIRS if found["place"] and is_end and not named and not _NO_PLACE.search(said) else named
