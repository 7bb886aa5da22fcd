"""The lines of a digest that are not about a deal that is due: why it is late, what is new, how the week went."""

from collections.abc import Sequence
from datetime import date, time

from bot.days import written
from bot.model import Deal
from bot.playbook.measures import share
from bot.playbook.their_days import TheirDays
from bot.views.naming import people

_NAMED = 5


def late(digest_at: time) -> str:
    return f"Later than {digest_at:%H:%M}, sorry: I was not running at that time. Nothing on it is lost."


def moved(digest_at: time) -> str:
    """Nobody's fault: they travelled, or chose another hour."""
    return f"Later than {digest_at:%H:%M}: that hour had passed already when your clock or your hour changed."


def folded(days: Sequence[date], today: date) -> str:
    """ "No list came on Fri 13 March, sorry: the fault was mine. What was on it is in this one." """
    if not days:
        return ""
    when = f"on {written(days[0], today)}" if len(days) == 1 else f"from {written(days[0], today)} on"
    return f"No list came {when}, sorry: the fault was mine. Whatever was due is in this one."


def handed_over(labels: Sequence[str], givers: Sequence[str], reasons: Sequence[str] = ()) -> str:
    """ "New on your list: Acme and Borealis, from Tom: he is off." """
    more = [f"{len(labels) - _NAMED} more"] if len(labels) > _NAMED else []
    return f"New on your list: {people([*labels[:_NAMED], *more])}, from {people(list(givers))}{f': {people(list(dict.fromkeys(reasons)))}' if reasons else ''}."


def is_it_released(deal: Deal, what: str, until: date, today: date) -> str:
    """On the day a hold ends: it is over unless the rep says otherwise."""
    return (
        f"{what[:1].upper()}{what[1:]} is held for {deal.label} until {written(until, today)} and no longer. "
        f"To hold it on: hold {deal.label}: {what} until another day."
    )


def first_week(answered: int, total: int) -> str:
    """What the first week brought (voice.md section 2): what there is, never what there is not."""
    if total == 1:
        return "Your first week: your deal now has an answer in their own words."
    return f"Your first week: {answered} of your {total} deals now {'has' if answered == 1 else 'have'} an answer in their own words."


def their_days_line(found: TheirDays, since: date, question: str, today: date) -> str:
    """Once a week, for the rep alone: what there was, or a question that gets a day; never a shortfall (S54)."""
    if not found.dated:
        return f"A question that gets a day from them: {question} More, for you alone: coach me" if question else ""
    percent = share(found.dated, found.talks)
    part = f"{found.dated}{f' ({percent}%)' if percent is not None else ''} of {found.talks} conversations"
    whole = "your conversation" if found.talks == 1 else part
    return (
        f"Since {written(since, today)}, {whole} ended with something of theirs by a day. More, for you alone: coach me"
    )


def sign_of_life(next_on: date | None, today: date) -> str:
    """After a week without a list, so that silence is not taken for a fault."""
    return f"Nothing is due. Next on your list: {written(next_on, today)}." if next_on else "Nothing is due."
