"""Who speaks, and whether they are known here."""

from bot.cards import Message
from bot.model import Address, Member, Reach
from bot.store import Store


class UnknownMember(LookupError):
    """No such member in this organisation."""


class BackAgain(Exception):
    """Somebody who had been given up as unreachable speaks: before they are answered, they count as there."""

    def __init__(self, place: Address) -> None:
        self.place = place


def speaker(store: Store, message: Message) -> Member:
    if message.member_id is not None:
        return member_of(store, message.member_id)
    if message.address is None:
        raise UnknownMember
    member, reach = store.speaker(message.address, message.connected_by)
    if member is None or reach is Reach.gone:  # a late event of an account that was closed opens nothing
        raise UnknownMember(message.address)
    if reach is not Reach.fine:
        raise BackAgain(message.address)
    return member


def member_of(store: Store, member_id: int) -> Member:
    member, _ = store.speaker(member_id)
    if member is None:
        raise UnknownMember(member_id)
    return member


def platform_of(message: Message) -> str:
    return message.address.platform if message.address else "page"
