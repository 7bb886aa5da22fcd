"""Everyday ways to put a command about somebody: ours only where that name is known, and where the line begins with no other deal's."""

from bot.commands import Command, command_from
from bot.commands.everyday import NameOf, OurLine, about_somebody
from bot.conversation.called import as_said
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant, name_at_start
from bot.playbook.results import is_same_person
from bot.reading.names import key

_LOOKED_AT = 5  # deals of one name


def in_our_words(exchange: Exchange, text: str) -> Command | None:
    """The command that means the same; None where somebody else, or something else, may be meant."""
    ours = about_somebody(text)
    return command_from(ours.text) if ours and _is_known(exchange, text, ours) else None


def _is_known(exchange: Exchange, text: str, ours: OurLine) -> bool:
    if ours.whose is NameOf.colleague:
        seen = exchange.store.members.some(exchange.owners)
        return bool(as_said(ours.who, seen))
    begins = name_at_start(exchange, text)
    if begins and key(begins) != key(ours.who):  # "Mark Tools won", beside Tools Ltd
        return False
    ids = meant(exchange, ours.who).ids
    return bool(ids) and (
        ours.whose is not NameOf.person or any(_is_there(exchange, id_, ours.who) for id_ in ids[:_LOOKED_AT])
    )


def _is_there(exchange: Exchange, deal_id: int, who: str) -> bool:
    return any(is_same_person(one.name, who) for one in exchange.history(deal_id).contacts)
