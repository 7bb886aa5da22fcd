"""Whom somebody means who names a colleague: never a guess between two."""

import re
from collections.abc import Callable, Sequence

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.model import Member, Role
from bot.views.alike import which_one
from bot.views.asking import note
from bot.views.people import nobody

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


def as_said(wanted: str, members: Sequence[Member]) -> list[Member]:
    """The same of a name in a sentence: "Tom's", "toms"."""
    ways = dict.fromkeys((wanted, re.sub(r"['’]s?$", "", wanted), re.sub(r"s$", "", wanted)))
    return next(filter(None, (candidates(one, members) for one in ways)), [])


def of_number(asked: re.Match[str], member_id: int, group: str = "who") -> str:
    """The same line with a number in the place of that name."""
    ending = re.search(r"['’]s$", asked[group])
    return f"{asked.string[: asked.start(group)]}{member_id}{ending[0] if ending else ''}{asked.string[asked.end(group) :]}"


def which(exchange: Exchange, typed: str, several: Sequence[Member], command: Callable[[int], str]) -> Reply:
    """The question which of these is meant; where there is none, that nobody is called so."""
    if not several:
        return note(nobody(typed))
    there = exchange.store.identities.there()
    unseen = {one.id for one in several if one.id not in there and one.role is not Role.inactive}
    return which_one(typed, several, command, unseen)
