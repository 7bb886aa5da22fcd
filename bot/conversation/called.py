"""Whom somebody means who names a colleague: never a guess between two."""

from collections.abc import Callable, Sequence

from bot.model import Member

_WAYS: tuple[Callable[[Member], str], ...] = (
    lambda member: str(member.id),
    lambda member: member.name.casefold(),
    lambda member: member.first_name.casefold(),
)


def called(wanted: str, members: Sequence[Member]) -> Member | None:
    """A member by number, e-mail, name, or by a first name; None where nobody is, or several are."""
    found = candidates(wanted, members)
    return found[0] if len(found) == 1 else None


def candidates(wanted: str, members: Sequence[Member]) -> list[Member]:
    """Everybody who may be meant, by the surest of these ways. What looks like an e-mail is one, and no name that somebody
    gave themselves."""
    told = wanted.strip().lstrip("@#").casefold()
    if "@" in told:
        return [member for member in members if member.email.casefold() == told][:1]
    tried = ([member for member in members if told and way(member) == told] for way in _WAYS)
    return next(filter(None, tried), [])
