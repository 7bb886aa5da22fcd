"""Lists over all deals: who, what and last contact; and what the next two weeks bring."""

from datetime import timedelta

from bot.cards import Reply
from bot.commands.deals import Deals
from bot.conversation.exchange import Exchange
from bot.model import OPEN_STATES, Member
from bot.playbook.agenda import planned
from bot.store import DealName
from bot.views.asking import note
from bot.views.deals import deals_card, deals_file
from bot.views.upcoming import upcoming_card

_AHEAD = timedelta(days=14)


def deals(exchange: Exchange, command: Deals) -> Reply:
    """The open deals, the longest silent first; `export` gives exactly that as a file."""
    whose = _seen(exchange) if command.quiet else _whose(exchange, command.whose)
    if isinstance(whose, Reply):
        return whose
    ids = {member.id for member in whose}
    mine = [name for name in exchange.named if name.owner_id in ids and name.state in OPEN_STATES]
    ordered = sorted(mine, key=lambda name: (name.last_contact_on is not None, name.last_contact_on, name.full_label))
    rows = [(_who(name), _what(name), name.last_contact_on) for name in ordered]
    label = "All" if command.whose.lower() == "all" else f"{whose[0].first_name}'s" if command.whose else ""
    card = deals_card(rows, label, exchange.today, quiet=command.quiet)
    return Reply(card, file=deals_file(rows) if command.export else None)


def upcoming(exchange: Exchange) -> Reply:
    """What falls due from tomorrow for two weeks, day by day."""
    last = exchange.today + _AHEAD
    ids = exchange.store.deals.due([exchange.member.id], last)
    histories = map(exchange.as_read, exchange.store.history.many(ids).values())
    items = [item for history in histories for item in planned(history, exchange.policy, exchange.today, last)]
    return Reply(upcoming_card(items, exchange.today, last))


def _whose(exchange: Exchange, wanted: str) -> list[Member] | Reply:
    """Whose deals: the member's own, a named rep's whom they may see, or everybody's whom they may see."""
    if not wanted:
        return [exchange.member]
    if wanted.lower() == "all":
        return _seen(exchange)
    return called(exchange, wanted) or note(
        f"You see no deals of anybody called “{wanted[:40]}”. Type deals for your own."
    )


def called(exchange: Exchange, name: str) -> list[Member]:
    """Those of that name, or first name, whose deals the member may see."""
    return [m for m in _seen(exchange) if name.casefold() in {m.name.casefold(), m.first_name.casefold()}]


def _seen(exchange: Exchange) -> list[Member]:
    return [member for member in exchange.store.members.all() if member.id in exchange.owners]


def _who(name: DealName) -> str:
    return ", ".join(part for part in (name.company or name.title, name.contacts[-1] if name.contacts else "") if part)


def _what(name: DealName) -> str:
    return name.title if name.company else name.stage
