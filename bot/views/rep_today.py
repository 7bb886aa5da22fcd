"""What the day asks of a rep, to themselves and to whoever leads them: what is owed comes first, ours before theirs.

Whoever leads reads whom to ask about next: what they asked for already is told, and not named again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Button
from bot.days import days_late, written
from bot.model import Member
from bot.playbook.agenda import Due, Group
from bot.playbook.parts import capital
from bot.views.leading import ask_about, is_asked_already, what_comes_of_asking, what_was_asked
from bot.views.naming import people, to_call

_NAMED = 3  # deals


@dataclass(frozen=True)
class RepDay:
    """How many deals they have to call, what is owed of them in the order of their list, and until when they are away."""

    member: Member
    due: int
    owed: Sequence[Due]
    away_until: date | None = None


def rep_today(day: RepDay, today: date) -> str:
    """ "8 deals to call today. Our promises first: Harbour Foods (we are 3 days late); 7 more. Away until Tue 17 March." """
    first = day.owed[:_NAMED]
    ours = [one for one in first if one.group is Group.ours]
    theirs = [one for one in first if one.group is not Group.ours]
    parts = [f"Our promises first: {_named(ours, today)}"] if ours else []
    if theirs:
        parts.append(f"{'then theirs' if ours else 'Their promises first'}: {_named(theirs, today)}")
    left = day.due - len(first)
    more = f"; {left} more" if left > 0 else ""
    then = f" {', '.join(parts)}{more}." if parts else ""
    return f"{capital(to_call(day.due))}.{then}{_away(day, today)}"


def rep_to_ask(day: RepDay, today: date) -> str:
    """As `rep_today` to whoever leads them: whom to ask about first, what comes of it, and what was asked already."""
    name, named = day.member.first_name, _to_ask(day, today)[:_NAMED]
    asked = [what_was_asked(one) for one in day.owed if is_asked_already(one, today)]
    parts = [*_ask(name, named, today), *asked[:_NAMED], f"{name} has {to_call(day.due)}."]
    return f"{' '.join(parts)}{_away(day, today)}"


def ask_first(day: RepDay, today: date) -> tuple[Button, ...]:
    """What whoever leads them does next, of the deal that comes first."""
    first = _to_ask(day, today)[:1]
    return tuple(ask_about(one.history, day.member.first_name, is_ours=one.group is Group.ours) for one in first)


def list_button(day: RepDay) -> tuple[Button, ...]:
    """The way to all that are to be called today."""
    return (Button(f"{day.member.first_name}'s list today", f"followups {day.member.id}"),) if day.due else ()


def _to_ask(day: RepDay, today: date) -> list[Due]:
    return [one for one in day.owed if not is_asked_already(one, today)]


def _ask(name: str, named: Sequence[Due], today: date) -> list[str]:
    if not named:
        return []
    one, *then = [f"{each.history.deal.label} ({_which(each, today)})" for each in named]
    more = f", then about {people(then)}" if then else ""
    comes = what_comes_of_asking(name, is_ours=named[0].group is Group.ours)
    return [f"Ask {name} first about {one}{more}. {comes}"]


def _away(day: RepDay, today: date) -> str:
    return f" Away until {written(day.away_until, today)}." if day.away_until else ""


def _named(some: Sequence[Due], today: date) -> str:
    return people([f"{one.history.deal.label} ({_why(one, today)})" for one in some])


def _which(due: Due, today: date) -> str:
    late = days_late(due.since, today) if due.since < today else "due today"
    return f"{'our' if due.group is Group.ours else 'their'} promise, {late}"


def _why(due: Due, today: date) -> str:
    """In few words: the promise itself stands below."""
    who, whose = ("we are", "our") if due.group is Group.ours else ("they are", "their")
    return f"{who} {days_late(due.since, today)}" if due.since < today else f"{whose} promise is due today"
