"""Nothing was heard from them: only now does their silence count."""

from bot.cards import Reply
from bot.commands.calls import HeardNothing
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.model import DealState, DecisionKind, History
from bot.playbook.results import is_silence_untold
from bot.playbook.standing import is_open
from bot.reading.words.silence import is_silence
from bot.views.asking import note
from bot.views.ending import asked_for_silence, nothing_to_chase
from bot.views.followup_lines import words_after_silence


def heard_nothing(exchange: Exchange, command: HeardNothing) -> Reply:
    """Silence was asked about, and it is silence: only now does it count (voice.md 1.5)."""
    deal = find_deal(exchange, command.who, lambda id_: f"heard nothing {id_}")
    if isinstance(deal, Reply):
        return deal
    there = exchange.standing(exchange.history(deal.id))
    if there.state is DealState.do_not_contact:
        return asked_for_silence(deal, there.why)
    if not is_open(there.state):  # of them nobody waits for a word
        return nothing_to_chase(deal, there.why)
    act_id = exchange.act(f"{deal.label}: nothing heard")
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.heard_nothing)
    history, now = exchange.refresh(deal.id)
    return Reply(words_after_silence(exchange.with_house(history), now, act_id, exchange.policy, exchange.today))


def unheard(exchange: Exchange, line: str) -> HeardNothing | Reply | None:
    """A bare "nothing" answers the one line of today's list that asks whether they have been in touch."""
    if not is_silence(line):
        return None
    asked = [history.deal for history in _asked_today(exchange)]
    if len(asked) == 1:
        return HeardNothing(str(asked[0].id))
    example = f"{asked[0].label}: nothing" if asked else "nothing from Acme"
    return note(f"Nothing from whom? Name the deal: {example}")


def _asked_today(exchange: Exchange) -> list[History]:
    due = exchange.store.deals.due([exchange.member.id], exchange.today)
    found = exchange.store.history.many(due).values()
    return [one for one in found if is_silence_untold(one) and is_open(exchange.standing(one).state)]
