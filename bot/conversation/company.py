"""What the organisation is called in words to a prospect: everybody may read it, an admin says it.

A platform tells a workspace's name, or none at all; neither is sure to be what a company says of itself.
"""

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.hygiene import clean
from bot.model import Organisation, Role, sayable
from bot.views import company as views
from bot.views.asking import note
from bot.views.people import only_an_admin

LONGEST = 80  # characters
_QUOTES = "\"'“”„«»"


def company(exchange: Exchange, typed: str) -> Reply:
    known = exchange.store.organisation
    if not typed:
        return note(views.said(known.said, exchange.member.name))
    if exchange.member.role is not Role.admin:
        exchange.refuse()
        return note(only_an_admin([one.name for one in exchange.store.members.all() if one.role is Role.admin]))
    name = company_called(typed)
    if not name:
        return note(views.no_name(LONGEST))
    if name == known.name:
        return note(views.said(known.said, exchange.member.name))
    exchange.store.rename(name)
    exchange.store.audit.tell("company", exchange.now, member_id=exchange.member.id)
    return Reply(views.renamed(Organisation(known.id, name).said, known.said, exchange.member.name))


def company_called(typed: str) -> str:
    """One clean line of which something is left when it is said; empty for what is no name."""
    name = " ".join(clean(typed).split()).strip(_QUOTES)
    return name if sayable(name) and len(name) <= LONGEST else ""
