"""When they are away, in a few words: both days, each with its weekday, as long as it has not begun."""

from datetime import date, timedelta

from bot.days import written
from bot.model import Deal
from bot.playbook.absences import Absence


def absence_words(absence: Absence | None, today: date) -> str:
    """ "Dana, from Mon 6 April, back Mon 13 April"; of one that has begun the day of the return is told already."""
    if absence is None or absence.begins_on is None or absence.begins_on <= today:
        return ""
    who = "" if absence.told.reason in {"", "they"} else f"{absence.told.reason}, "
    return f"{who}{from_until(absence.begins_on, absence.back_on, today)}"


def from_until(begins_on: date, back_on: date, today: date) -> str:
    return f"from {written(begins_on, today)}, back {written(back_on, today)}"


def are_away(who: str, begins_on: date | None, back_on: date, today: date) -> str:
    """ "is back Mon 13 April", "is away from Mon 6 April, back Mon 13 April"."""
    be = "are" if who == "they" else "is"
    return f"{be} away {from_until(begins_on, back_on, today)}" if begins_on else f"{be} back {written(back_on, today)}"


def what_waits(begins_on: date | None, promises: int, today: date) -> str:
    """What becomes of the days before, and of those in which they are away."""
    theirs = f" Their {'promises wait' if promises > 1 else 'promise waits'} too." if promises else ""
    if begins_on is None:
        return f"Nothing is due there before that.{theirs}"
    return (
        f"Whatever is due before {written(begins_on, today)} stays; nothing is due there while they are away.{theirs}"
    )


def back_when(deal: Deal, who: str, begins_on: date, today: date) -> str:
    """Without an end nothing is kept; the example is four weeks long."""
    asked = f"{deal.label}: {who} {'are' if who == 'they' else 'is'} away from {written(begins_on, today)}. Back when?"
    first, back = (f"{day.day} {day:%B}" for day in (begins_on, begins_on + timedelta(days=28)))
    return f"{asked} Type both days, like this: {deal.label} is away from {first} until {back}"
