"""Days that have been: "no resp since 2/19", "emailed her 9 March", "left in Feb". The verb decides; they are never due.

Without a verb a day without a year is the coming one.
"""

import re
from dataclasses import replace
from datetime import timedelta

from bot.phrases import base_verb
from bot.reading.calendar import dayrules
from bot.reading.calendar.datewords import DateReading, Day, Rule, said_before
from bot.reading.calendar.periodrules import month_part

_PAST_VERB = re.compile(
    r"\b(?:since|left|lvm|lm|vm|gvm|voicemail|emailed|mailed|called|rang|phoned|spoke|talked|met|sent|tried|visited|no\s+(?:reply|resp|response|answer|ans)"
    r"|signed|started|joined|quit|resigned)(?:\s+[\w@./'’]+){0,3}\s+$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:by|due|will|to|until|for|next|call|send|cb)\b", re.IGNORECASE)
_DAYS_AGO = timedelta(days=31)  # how far back a day, or a month, without a year is looked for
_MONTHS_AGO = timedelta(days=200)


def read_by_verb(rule: Rule, match: re.Match[str], day: Day, lead: str) -> DateReading | None:
    """What the rule reads; the last such day where the words before it tell of the past."""
    if lead == "since":
        was = rule.read(match, replace(day, is_past=True))
        return replace(was, past=True) if was else None
    reading = rule.read(match, day)
    reach = _reach(rule, lead)
    if reading is None or reach is None or not _is_told(match):
        return reading
    was = rule.read(match, replace(day, is_past=True))
    days = [on for on in ((was.on, *was.choices) if was else ()) if on and day.today - reach <= on < day.today]
    return replace(was, on=days[0], choices=(), past=True) if was and len(days) == 1 else reading


def _reach(rule: Rule, lead: str) -> timedelta | None:
    if lead in {"", "on"} and rule in dayrules.RULES:
        return _DAYS_AGO
    return _MONTHS_AGO if rule.read is month_part and lead == "in" else None


def _is_told(match: re.Match[str]) -> bool:
    told = said_before(_PAST_VERB, match.string, match.start())
    return told is not None and not (_AHEAD.search(told[0]) or _is_its_kind(match.string[: told.start()]))


_WILL_DO = re.compile(r"(?:\b(?:will|gonna|to|can)|['’]ll)\s+[a-z]+\s+$", re.IGNORECASE)
_OF_IT = frozenset("the a an our my her his their this that back us me".split())


def _is_its_kind(before: str) -> bool:
    """ "sends signed NDA 24th", "the signed one": of what kind a thing is, and nothing that has been."""
    word = before.rsplit(maxsplit=1)[-1].lower() if before.strip() else ""
    if said_before(_WILL_DO, before, len(before)):
        return True
    return word in _OF_IT or (word.endswith("s") and base_verb(word) not in {None, word})
