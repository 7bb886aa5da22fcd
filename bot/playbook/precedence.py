"""Which rule decides the next touch of a deal, and what the rule rests on: bot.playbook.cadence fills it in.

A contact day rolls off weekends and off the public holidays of the contact's country; a day that was agreed or
promised never moves (playbook section 10.2).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.model import Commitment, Decision, History, NextStep, Touch
from bot.playbook.results import contact_named, person_called
from bot.worktime import country_of, holiday

SATURDAY = 5
# Why a member chose a day (voice.md 1.11); other words of theirs follow a "because".
THEY_ASKED, SOMETHING_NEW, ANOTHER, BECAUSE = "they asked", "something new", "another reason", "because "
REMINDED = "a reminder"  # of that very day, whatever happens before it


class Rule(StrEnum):
    """The rules of the precedence, each by what puts the day."""

    window = "window"  # the time for buying that they had named
    step = "step"  # a day that was agreed, or set by us
    waits = "waits"  # a day before which they asked for nothing, or nothing happens there
    ours = "ours"
    theirs = "theirs"
    unheard = "unheard"  # a try that did not reach them
    missed = "missed"  # they did not come
    first = "first"  # nobody has got in touch yet
    wakes = "wakes"  # the same, imported: a few a day
    spoke = "spoke"
    quiet = "quiet"
    sent = "sent"  # the yes-or-no message is out
    later = "later"
    sooner = "sooner"  # a day inside the gap, for a reason
    keep = "keep"
    absent = "absent"
    rests = "rests"  # something sad has befallen whom we deal with


@dataclass(frozen=True)
class NextTouch:
    """The day, why in a few words, the rule that put it there, and what that rule rests on."""

    on: date
    why: str
    rule: Rule
    since: date | None = None  # the day that it counts from
    literal_on: date | None = None  # the day that the rule names, before it rolls
    figure: str = ""  # the field of the policy that it counts by
    about: Commitment | NextStep | Decision | Touch | None = None


def rolled(history: History, day: date) -> date:
    """The day itself, or the next one on which they are there."""
    country = country_there(history)
    while day.weekday() >= SATURDAY or (country and holiday(day, country)):
        day += timedelta(days=1)
    return day


def country_there(history: History) -> str:
    """The country of the contact, by their zone; empty when nobody said where they are."""
    if not any(contact.zone for contact in history.contacts):
        return ""  # as nearly always
    person = person_called(contact_named(history), history.contacts)
    return country_of(person.zone) if person and person.zone else ""
