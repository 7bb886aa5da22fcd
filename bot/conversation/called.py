"""Whom somebody means who names a colleague: never a guess between two."""

from collections.abc import Sequence

from bot.conversation.imports import member_called
from bot.model import Member


def called(wanted: str, members: Sequence[Member]) -> Member | None:
    """A member by number, e-mail, name, or by a first name that only one has."""
    wanted = wanted.strip().lstrip("@#")
    exact = member_called(wanted, members)
    if "@" in wanted:  # an e-mail, and no name that somebody gave themselves
        return exact
    first = [member for member in members if member.first_name.casefold() == wanted.casefold()]
    return exact or (first[0] if len(first) == 1 else None)
