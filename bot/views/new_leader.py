"""What somebody reads who leads others from now on: whom, what comes on Monday, what to ask. Once."""

from collections.abc import Sequence

from bot.cards import Button, Buttons, Card, Text
from bot.views.naming import counted, people

_NAMED = 6
ON_MONDAY = "On the first morning of your week your list begins with them: who asks for your help, what is late, what has moved since."
ASK = "Ask at any time: where is my team?"


def new_leader_card(names: Sequence[str]) -> Card:
    """`names`: short ones of whom they lead, in order; empty while nobody is under them."""
    sees = "You see their deals: what was said, what was promised. Never a rep's drafts or settings."
    if not names:
        told = "Nobody is under you yet: an admin says who. From then on you see their deals: what was said, what was promised."
        return Card("You are a manager now", (Text(told), Text(ON_MONDAY), Text(ASK)))
    ways = (Button("Where is my team?", "where is my team?", primary=True), Button("Who leads whom", "team"))
    return Card(f"You lead {_named(names)} now", (Text(sees), Text(ON_MONDAY), Text(ASK), Buttons(ways)))


def _named(names: Sequence[str]) -> str:
    """ "Lena, Omar and Tom"; of many how many."""
    return people(list(names)) if len(names) <= _NAMED else f"{counted(len(names))} people"
