"""How a deal ends, or goes on: let go, won, lost, kept for a reason, reopened, never to be contacted again.

Each is said out loud, dated, and can be taken back (H48, H52). Do not contact holds for the whole team (feature 22).
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.cards import Button, Buttons, Reply, plain_text
from bot.commands.deals import DoNotContact, Keep, LetGo, Lost, Qualify, Reopen, Won
from bot.conversation.choosing_days import day_or_question
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.conversation.losing import lose
from bot.conversation.pending import remember_words
from bot.conversation.plain.endings import lost_and_why, won_named
from bot.days import written
from bot.model import Commitment, Deal, DealState, DecisionKind, History, Side, TurnKind
from bot.playbook.holds import is_wait
from bot.playbook.ordered import kept_by_an_order
from bot.playbook.results import is_sign_of_life, open_promises
from bot.playbook.standing import is_open
from bot.reading.names import company_key
from bot.reading.waits.windows import Window, loosely_until, purchase_window
from bot.reading.words.money import money
from bot.views import ending as views
from bot.views.asking import note
from bot.views.deals import worth
from bot.views.naming import OPEN_DEAL, back_on, promise_fact, promised_by
from bot.views.touching import settled
from bot.worktime import roll

_KEEP_DAYS = (14, 30)


def let_go(exchange: Exchange, command: LetGo) -> Reply:
    """The chase ends; the deal sleeps until they return (H48)."""
    deal = _open_deal(exchange, command.who, lambda id_: f"let go {id_} {command.why}".strip(), "let go")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    named = _in_the_reason(exchange, command.why) or named_time(exchange, history)
    now = exchange.standing(history)
    why = command.why or (now.why if now.state is DealState.let_go_due else "")
    until = f" until {written(named.opens_on, exchange.today)}" if named else ""
    act_id = exchange.act(f"{deal.label}: let go{until}")
    sleep(exchange, act_id, deal.id, why, named)
    wakes = f"comes back on {written(named.opens_on, exchange.today)}: {named.words}." if named else ""
    asleep = (
        f"It {wakes} Or when they return." if named else "It sleeps until they return; that frees you for the others."
    )
    return settled(f"{deal.label}: let go. {asleep}", act_id)


def _in_the_reason(exchange: Exchange, why: str) -> Window | None:
    named = loosely_until(why, exchange.today, day_first=exchange.day_first)
    return Window(roll(named.opens_on, exchange.member), f"you noted “{named.words}”") if named else None


def sleep(exchange: Exchange, act_id: int, deal_id: int, why: str, named: Window | None) -> None:
    """The let-go, and beside it the time that they had named: on that day the deal is open again (H31, H50)."""
    decide = exchange.store.history.add_decision
    decide(act_id, deal_id, exchange.member.id, exchange.today, DecisionKind.let_go, reason=why)
    if named:
        decide(
            act_id, deal_id, exchange.member.id, exchange.today, DecisionKind.window,
            until_on=named.opens_on, reason=named.words,
        )  # fmt: skip
    exchange.refresh(deal_id)


def named_time(exchange: Exchange, history: History) -> Window | None:
    """The newest time for buying that they named and that is still to come; a working day of the member's."""
    for touch in reversed([touch for touch in history.touches if is_sign_of_life(touch)]):
        step = next((s for s in reversed(history.next_steps) if s.act_id == touch.act_id and is_wait(s)), None)
        said = purchase_window(touch.said, touch.on, day_first=exchange.day_first)
        noted = purchase_window(touch.note, touch.on, day_first=exchange.day_first)
        told = f"“{said.words}”" if said else f"you noted “{noted.words}”" if noted else step.purpose if step else ""
        opens = step.on if step else said.opens_on if said else noted.opens_on if noted else exchange.today
        if told and opens > exchange.today:
            return Window(roll(opens, exchange.member), told)
    return None


def won(exchange: Exchange, command: Won) -> Reply:
    command = won_named(exchange, command)
    deal = _open_deal(exchange, command.who, lambda id_: f"won {id_} {command.amount}".strip(), "won")
    if isinstance(deal, Reply):
        return deal
    act_id = exchange.act(f"{deal.label}: won")
    amount, currency = money(command.amount)
    if amount:
        exchange.store.deals.change(act_id, deal.id, value=amount, currency=currency or deal.currency)
    kept = kept_by_an_order(open_promises(exchange.history(deal.id), Side.theirs))
    for promise in kept:
        exchange.store.history.add_turn(act_id, promise, exchange.told_on, TurnKind.kept)
    _decide(exchange, deal, DecisionKind.won, "", "")
    history = exchange.history(deal.id)
    known = f", {worth(history.deal)}" if amount else ""
    return settled(
        f"{deal.label}: won on {written(exchange.today, exchange.today)}{known}. Well done.", act_id,
        then=_after_the_win(exchange, history, kept),
    )  # fmt: skip


def _after_the_win(exchange: Exchange, history: History, kept: Sequence[Commitment]) -> str:
    """What they did by it, and what we owe them all the same."""
    did = f"They did: {'; '.join(promise.text for promise in kept)}." if kept else ""
    owed = open_promises(history, Side.ours)
    still = "; ".join(f"{promise_fact(p, exchange.today)}{promised_by(history, p)}" for p in owed)
    return " ".join(filter(None, (did, f"What you still owe them: {still}" if still else "")))


def lost(exchange: Exchange, command: Lost) -> Reply:
    """A clear no is a good outcome, with its reason (H47)."""
    command = lost_and_why(exchange, command)
    deal = _open_deal(exchange, command.who, lambda id_: f"lost {id_} {command.why}".strip(), "lost")
    if isinstance(deal, Reply):
        return deal
    if not command.why:
        remember_words(exchange, f"lost {deal.id}: ", deal)
        return views.why_lost(deal)
    return lose(exchange, deal, "" if command.why.lower() == "not said" else command.why)


def keep(exchange: Exchange, command: Keep) -> Reply:
    """The chase goes on because of something, until a day; the reason is kept for the manager too (row 40)."""
    deal = _open_deal(
        exchange, command.who, lambda id_: f"keep {id_} because {command.why} until {command.when}", "keep"
    )
    if isinstance(deal, Reply):
        return deal
    if not command.why:
        return views.why_keep(deal, command.when)
    if not command.when:
        days = [roll(exchange.today + timedelta(days=n), exchange.member) for n in _KEEP_DAYS]
        buttons = [
            Button(written(day, exchange.today), f"keep {deal.id} because {command.why} until {day.isoformat()}")
            for day in days
        ]
        return views.until_when(deal, command.why, buttons)
    day = day_or_question(exchange, command.when, lambda iso: f"keep {deal.id} because {command.why} until {iso}")
    if isinstance(day, Reply):
        is_filled_in = not exchange.line and not any(isinstance(block, Buttons) for block in day.card.blocks)
        wrong = plain_text(day.card) if is_filled_in else ""
        return views.why_keep(deal, command.when, command.why, wrong) if wrong else day
    until = roll(day.first_on or day.on or exchange.today, exchange.member)
    act_id = exchange.act(f"{deal.label}: kept until {written(until, exchange.today)}, because {command.why}")
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.keep, until_on=until, reason=command.why
    )
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: kept until {written(until, exchange.today)}, because {command.why}", act_id)


def reopen(exchange: Exchange, command: Reopen) -> Reply:
    """A closed deal goes on with all its history. After a do-not-contact only on their own word."""
    deal = find_deal(exchange, command.who, lambda id_: f"reopen {id_}")
    if isinstance(deal, Reply):
        return deal
    now = exchange.standing(exchange.history(deal.id))
    if is_open(now.state):
        return note(f"{deal.label} is open already.", Button(OPEN_DEAL, f"where {deal.id}"))
    if now.state is DealState.do_not_contact and not command.sure:
        return views.asked_for_silence(deal, now.why)
    act_id = _decide(exchange, deal, DecisionKind.reopened, f"{deal.label}: reopened", "")
    _, then = exchange.refresh(deal.id)
    return settled(f"{deal.label}: open again, with all that was said", act_id, then=back_on(then, exchange.today))


def do_not_contact(exchange: Exchange, command: DoNotContact) -> Reply:
    """They asked for it: no touch is suggested again, by anyone, on any deal with that company.

    The reason stays with those who may see the deal.
    """
    deal = find_deal(exchange, command.who, lambda id_: f"do not contact {id_} {command.why}".strip())
    if isinstance(deal, Reply):
        return deal
    if exchange.standing(exchange.history(deal.id)).state is DealState.do_not_contact:
        return note(f"{deal.label}: they asked for that already, and it holds for everybody.")
    ids = sorted({deal.id, *_same_company(exchange, deal)})
    seen = exchange.store.deals.visible(ids, exchange.owners)
    act_id = exchange.act(f"{deal.label}: do not contact")
    rows = [
        {
            "deal_id": id_,
            "on": exchange.today,
            "kind": DecisionKind.do_not_contact.value,
            "reason": command.why if id_ in seen else "",
        }
        for id_ in ids
    ]
    exchange.store.history.add_decisions(act_id, exchange.member.id, rows)
    exchange.store.refresh(ids, exchange.today)
    return settled(
        f"{deal.label}: nobody in the team will be sent there again", act_id,
        then="It holds for every deal with them, also after an import or a handover.",
    )  # fmt: skip


def qualify(exchange: Exchange, command: Qualify) -> Reply:
    """The rep's word, once (voice.md 1.14)."""
    deal = find_deal(exchange, command.who, lambda id_: f"qualify {id_}")
    if isinstance(deal, Reply):
        return deal
    act_id = _decide(exchange, deal, DecisionKind.qualified, f"{deal.label}: a true prospect, you say", "")
    return settled(f"{deal.label}: a true prospect, on your word", act_id)


def _open_deal(exchange: Exchange, who: str, retry: views.Retry, verb: str) -> Deal | Reply:
    """The deal that is to end, when it has not ended already."""
    deal = find_deal(exchange, who, retry)
    if isinstance(deal, Reply):
        return deal
    now = exchange.standing(exchange.history(deal.id))
    if is_open(now.state) or (verb in {"won", "lost"} and now.state is DealState.nurture):
        return deal
    if now.state is DealState.do_not_contact:
        return views.asked_for_silence(deal, now.why)
    return note(f"{deal.label} is closed: {now.why}.", Button("Reopen", f"reopen {deal.id}"))


def _decide(exchange: Exchange, deal: Deal, kind: DecisionKind, summary: str, why: str) -> int:
    act_id = exchange.act(summary) if summary else exchange.acts[0]
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, kind, reason=why)
    exchange.refresh(deal.id)
    return act_id


def _same_company(exchange: Exchange, deal: Deal) -> list[int]:
    wanted = company_key(deal.company)
    if not wanted:
        return []
    found = exchange.store.deals.with_company_like(wanted.split()[0])
    return [id_ for id_, company in found if company_key(company) == wanted]
