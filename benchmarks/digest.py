"""A morning's list of seven, which every sender sends."""

from bot.cards import Button, Card, Line

_BUTTONS = (Button("Done", "done 1", primary=True), Button("Later", "later 1"))
DIGEST = Card(
    "Good morning, Tom: 7 follow-ups",
    tuple(
        Line(f"Firm {n}: they owe the second quote since Fri 6 March", "You wanted to hear from Dana.", _BUTTONS)
        for n in range(7)
    ),
    key="digest:1",
)
