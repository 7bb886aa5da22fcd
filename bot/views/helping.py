"""A call for help as its two sides read it: whoever leads them, who answers, and the rep, who hears of it (voice.md 3)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards import Button, Card, Field, FieldKind, Form, Line, Text
from bot.days import written
from bot.model import Deal
from bot.playbook.monday import Asked
from bot.views.naming import OPEN_DEAL, people, shortened


def help_line(asked: Asked, names: Mapping[int, str], today: date) -> Line:
    deal = asked.deal
    why = f": “{shortened(deal.text, 120)}”" if deal.text else ""
    since = f", since {written(deal.on, today)}" if deal.on and deal.on < today else ""
    who = names.get(deal.owner_id, "Somebody")
    buttons = (
        Button(f"Answer {who}", f"answer help {deal.deal_id}", about=deal.label, primary=True),
        Button(OPEN_DEAL, f"where {deal.deal_id}", about=deal.label),
    )
    return Line(f"{who} asks for your help on {deal.label}{since}{why}", buttons=buttons)


def answer_form(deal: Deal, owner: str, asked: str) -> tuple[Card, Form]:
    question = f": “{asked}”" if asked else ""
    typed = f"You have talked? Send it empty. Or type: helped {deal.label}: your answer"
    card = Card("", (Text(f"{owner} asks for your help on {deal.label}{question}"), Text(typed)))
    field = Field(
        "answer",
        f"What do you tell {owner}?",
        FieldKind.paragraph,
        hint="Offer 10 percent for two years",
    )
    line = f"helped {deal.label}: offer 10 percent"
    return card, Form(f"helped {deal.id}", f"Answer {owner}", (field,), submit="Send", typed=line)


def taken_up(labels: Sequence[str], helpers: Sequence[str]) -> str:
    """For the rep, in their next list."""
    return f"{people(list(helpers))} {'has' if len(helpers) == 1 else 'have'} taken up your call for help on {people(list(labels))}."


def answered_with(helper: str, label: str, words: str) -> str:
    """The same, where something was said to it."""
    return f"{helper} on {label}, where you asked for help: “{words}”"
