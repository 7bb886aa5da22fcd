"""Whom a short line names, wherever that stands, and what is left of it: "actually for Erik it's the 19th" is of Erik's deals."""

from typing import NamedTuple

from bot.conversation.exchange import Exchange
from bot.conversation.finding import known_deals
from bot.reading.mentions import whose
from bot.reading.namesout import without_names


class Named(NamedTuple):
    """The deals that may be meant, whom it names there, and the line without any of the names."""

    ids: tuple[int, ...]
    people: tuple[str, ...]
    rest: str


def named_alone(exchange: Exchange, line: str) -> Named:
    """Only names letter by letter: a typo is no reason to change something else."""
    known = known_deals(exchange.named)
    about = whose(line, known)
    if about.is_mistyped:
        return Named((), (), line)
    return Named(about.ids, about.people, without_names(line, known))
