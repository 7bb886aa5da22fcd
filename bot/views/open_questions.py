"""The questions for them that are open on a deal, each with the press that ends it (H12)."""

from collections.abc import Sequence

from bot.cards import Block, Button, Card, Line, Reply, Text
from bot.model import History
from bot.playbook.open_questions import MOST, open_questions
from bot.views.naming import deal_and_contact

NOW_THERE = "It stands in where, prep and the next texts until you press Asked."


def lines(history: History) -> Sequence[Line]:
    return [
        Line(
            made.reason,
            buttons=(Button("Asked", f"question {history.deal.id} asked {made.id}", about=made.reason),),
        )
        for made in open_questions(history)
    ]


def still_open(history: History) -> Reply:
    open_ = lines(history)
    example = Text(f"To put one down, as you would ask it: question {history.deal.label}: who signs?")
    blocks: tuple[Block, ...] = tuple(open_) or (Text("No question for them is open."), example)
    return Reply(Card(f"To ask {deal_and_contact(history)}", blocks))


def full(history: History) -> Reply:
    text = Text(f"{MOST} questions are enough for one text: ask one of these first.")
    return Reply(Card(f"To ask {deal_and_contact(history)}", (text, *lines(history))))
