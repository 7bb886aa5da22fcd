"""Short answers after one press: a touch counted, a promise settled, a deal put off or let go."""

from bot.cards import Button, Card, Line, Reply, Text
from bot.model import Deal, Outcome

COUNTED = {
    Outcome.connected: "you talked",
    Outcome.left_voicemail: "voicemail left",
    Outcome.left_message: "message left",
    Outcome.no_answer: "no answer",
    Outcome.busy: "busy",
    Outcome.wrong_number: "wrong number",
    Outcome.no_show: "they did not come",
    Outcome.email: "email sent",
    Outcome.meeting: "you met",
}
_CHOICES = (
    ("Voicemail", "voicemail"),
    ("Message left", "message"),
    ("Email", "email"),
    ("No answer", "no answer"),
)


def how_did_it_go(deal: Deal) -> Reply:
    """Nothing was said about the call: one press says what happened."""
    talked = Button("We talked", f"done {deal.id} talked", primary=True)
    others = tuple(Button(label, f"done {deal.id} {word}") for label, word in _CHOICES)
    return Reply(Card(f"{deal.label}: what happened?", (Line("One press is enough.", buttons=(talked, *others)),)))


def settled(text: str, undo: int, *buttons: Button, then: str = "") -> Reply:
    """One thing is done; how to take it back stands beside it."""
    line = Line(text, buttons=(*buttons, Button("Undo", f"undo {undo}", about=text)), settled=True)
    return Reply(Card("", (line, Text(then)) if then else (line,)))


def was_it_the_last(deal: Deal, command: str) -> Reply:
    """The yes-or-no message is due: it counts once, so it is asked whether it was that; `command` says that it was not."""
    yes = Button("Yes", f"done {deal.id} definitive", primary=True)
    line = Line(f"{deal.label}: was it the yes-or-no message?", buttons=(yes, Button("No, another message", command)))
    return Reply(Card("", (line,)))


def which_promise(deal: Deal, choices: tuple[tuple[str, str], ...]) -> Reply:
    """Several promises could be meant: (what it says, the command that picks it)."""
    lines = tuple(Line(text, buttons=(Button("This one", command, about=text),)) for text, command in choices)
    return Reply(Card(f"{deal.label}: which one?", lines))
