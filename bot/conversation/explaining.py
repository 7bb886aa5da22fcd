"""Answers "why?": the rule and the dates that put a deal on the list, or keep it off (feature 37)."""

from datetime import date

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.conversation.followups import KINDS, due_lines
from bot.conversation.plain.last import last_deal
from bot.model import Deal, Member, Muted, Role, first_name
from bot.playbook.why import Why, explained
from bot.views.asking import note
from bot.views.why import OnList, why_card
from bot.worktime import closing_day, is_muted, roll


def why(exchange: Exchange, who: str) -> Reply:
    """For the reader alone, of a deal that they see; without a name, of the one that they dealt with last."""
    deal = find_deal(exchange, who, lambda id_: f"why {id_}") if who else last_deal(exchange)
    if deal is None:
        return note("Which deal? Type it like this: why is Acme on my list?")
    if isinstance(deal, Reply):
        return deal
    history = exchange.with_house(exchange.history(deal.id))
    told = explained(history, exchange.policy, exchange.today)
    return Reply(why_card(history, told, _list_of(exchange, deal, told), exchange.policy, exchange.today))


def _list_of(exchange: Exchange, deal: Deal, told: Why) -> OnList:
    """What the owner's own list makes of it: their days off, what they have paused, how many lines it shows."""
    owner = exchange.store.members.one(deal.owner_id)
    if owner is None:
        return OnList("nobody")
    is_own, today = owner.id == exchange.member.id, exchange.today
    ids = [line.history.deal.id for line in due_lines(exchange)] if is_own and told.due else []
    return OnList(
        "" if is_own else owner.first_name,
        _admins(exchange),
        may_change=exchange.member.role is Role.admin,
        comes_on=roll(told.on, owner) if told.on and told.on > today else None,
        back_on=roll(today, owner),
        paused_until=_paused_until(owner, told, today),
        closing_on=closing_day(today, owner),
        place=ids.index(deal.id) + 1 if deal.id in ids else 0,
    )


def _paused_until(owner: Member, told: Why, today: date) -> date | None:
    """The last day on which the morning list leaves the line out, because its owner said so."""
    if told.due is None:
        return None
    kinds = {Muted.everything, KINDS.get(told.due.group, Muted.everything)}
    paused = {kind for kind in kinds if is_muted(owner, kind, today)}
    return max((pause.last_on for pause in owner.pauses if pause.what in paused), default=None)


def _admins(exchange: Exchange) -> list[str]:
    return [first_name(member.name) for member in exchange.store.members.all() if member.role is Role.admin]
