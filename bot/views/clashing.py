"""A day that something else on record speaks against: which of the two holds is asked, and neither falls in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Button, Reply
from bot.days import written
from bot.model import Deal, NextStep
from bot.playbook.parts import an, capital
from bot.playbook.precedence import ANOTHER, BECAUSE, SOMETHING_NEW, THEY_ASKED, NextTouch
from bot.views.asking import note
from bot.views.naming import people

_REASONS = (("They asked", THEY_ASKED), ("Something new", SOMETHING_NEW), ("Another reason", ANOTHER))
ANYWAY = " anyway"  # behind a day: it was asked about, and holds all the same


def why_sooner(deal: Deal, due: NextTouch, until: date, today: date) -> Reply:
    """A day inside the gap, which needs its reason (voice.md 1.11)."""
    asked = f"{deal.label}: {due.why}, so it would be back on {written(due.on, today)}. Why {written(until, today)} already?"
    buttons = (Button(label, f"later {deal.id} {until.isoformat()} {BECAUSE}{why}") for label, why in _REASONS)
    return note(asked, *buttons)


@dataclass(frozen=True)
class Clash:
    """A step (`next`) or a day on the list (`later`), and their absence."""

    command: str  # with its number and what it is: "next 5 demo", "later 5"
    on: date
    back_on: date
    who: str
    at: str = ""

    def asked(self, today: date) -> str:
        are = "are" if self.who == "they" else "is"
        return f"{self.who[:1].upper()}{self.who[1:]} {are} away until {written(self.back_on, today)}. Which day holds?"

    def buttons(self, deal: Deal, today: date) -> tuple[Button, Button]:
        """The day that was said, and the day on which they are back."""
        at = f" {self.at}" if self.at else ""
        said = Button(
            f"{written(self.on, today)}{at} all the same", f"{self.command} {self.on.isoformat()}{at}{ANYWAY}"
        )
        if self.command.startswith("later"):
            return said, Button(written(self.back_on, today), f"{deal.id} is back {self.back_on.isoformat()}")
        return said, Button(f"{written(self.back_on, today)}{at}", f"{self.command} {self.back_on.isoformat()}{at}")


def which_holds(clash: Clash, deal: Deal, today: date) -> Reply:
    return note(f"{deal.label}: {clash.asked(today)}", *clash.buttons(deal, today))


def in_place_of(instead: NextStep | None, still: Sequence[NextStep], today: date) -> list[str]:
    """What was agreed for another day and is not any more, and what else is agreed."""
    gone = [f"It takes the place of {_the_step(instead, today)}."] if instead else []
    stays = people([_the_step(step, today) for step in still])
    return [*gone, f"{capital(stays)} {'stay' if len(still) > 1 else 'stays'} agreed."] if still else gone


def off_by_absence(steps: Sequence[NextStep], today: date) -> str:
    """What was agreed for a day on which they are away."""
    off = people([_the_step(step, today) for step in steps])
    return f"{capital(off)} {'are' if len(steps) > 1 else 'is'} off." if steps else ""


def _the_step(step: NextStep, today: date) -> str:
    return f"the {step.what} on {written(step.on, today)}{f' at {step.hour}' if step.at else ''}"


def call_before(deal: Deal, step: NextStep, until: date, today: date) -> Reply:
    """A day behind an agreed call: put off till then, the call would be on no list."""
    at = f" at {step.hour}" if step.at else ""
    agreed = f"{step.what} on {written(step.on, today)}{at}"
    keep = Button(f"Keep the {step.what}", f"where {deal.id}", primary=True)
    off = Button(f"{written(until, today)}, the {step.what} is off", f"later {deal.id} {until.isoformat()}{ANYWAY}")
    return note(f"{deal.label}: you have {an(agreed)} before that. Which holds?", keep, off)
