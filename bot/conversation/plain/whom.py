"""Whom a short line names, wherever that stands, and what is left of it: "actually for Erik it's the 19th" is of Erik's deals."""

from typing import NamedTuple

from bot.conversation.exchange import Exchange
from bot.conversation.finding import all_known, named_in
from bot.reading.mentioned.namesout import without_names


class Named(NamedTuple):
    """The deals that may be meant, whom it names there, and the line without any of the names."""

    ids: tuple[int, ...]
    people: tuple[str, ...]
    rest: str


def named_alone(exchange: Exchange, line: str) -> Named:
    """Only names letter by letter: a typo is no reason to change something else."""
    about = named_in(exchange, line)
    if about.is_mistyped:
        return Named((), (), line)
    return Named(about.ids, about.people, without_names(line, all_known(exchange)))
