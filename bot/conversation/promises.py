"""What became of a promise: kept, moved, broken, dropped, or given its first date. Each move is remembered (row 38)."""

from collections.abc import Sequence

from bot.cards import Button, Reply
from bot.commands import number_from
from bot.commands.calls import Promise, Verdict
from bot.commands.splitting import when_and_who
from bot.conversation.choosing_days import day_or_question, who_then_when
from bot.conversation.days_off import promise_off
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, meant, name_at_start
from bot.conversation.gone import not_yours
from bot.days import written
from bot.model import Commitment, CommitmentState, Deal, History, Side, TurnKind, first_name
from bot.phrases import said_after
from bot.playbook.results import open_promises
from bot.views.asking import note
from bot.views.naming import back_with, promise_line
from bot.views.touching import settled, which_promise

_KINDS = {
    Verdict.kept: TurnKind.kept,
    Verdict.broken: TurnKind.broken,
    Verdict.dropped: TurnKind.withdrawn,
    Verdict.moved: TurnKind.moved,
    Verdict.by: TurnKind.moved,
    Verdict.corrected: TurnKind.corrected,
}
_WITH_DAY = {Verdict.moved, Verdict.by, Verdict.corrected}
_OFTEN = 3  # moved this often, it is called out


def promise(exchange: Exchange, command: Promise) -> Reply:
    if command.verdict in _WITH_DAY:
        command = Promise(command.verdict, *_which_then_when(exchange, command))
    found = _find(exchange, command)
    if isinstance(found, Reply):
        return found
    if found.state is not CommitmentState.open:
        return note(f"“{found.text}” is {_said(found.state)} already. Type undo to take that back, if it was you.")
    kind = _KINDS[command.verdict]
    return _move(exchange, found, command) if command.verdict in _WITH_DAY else _end(exchange, found, kind)


def _which_then_when(exchange: Exchange, command: Promise) -> tuple[str, str]:
    """ "moved fri Brightwell" names the day first; a number or words of the promise stay as they were typed."""
    if command.when or not when_and_who(command.which):
        return command.which, command.when
    return who_then_when(exchange, command.which, "")


def _find(exchange: Exchange, command: Promise) -> Commitment | Reply:
    """The promise by its number, by words of it, or by its deal: "12", "case study", "Acme", "Acme case study"."""
    number = number_from(command.which)
    if number is not None:
        found = exchange.store.promises.one(number, exchange.owners)
        if found is not None:
            return found
        exchange.refuse("promise", number)
        return not_yours(exchange, exchange.store.promises.deal_of(number))
    worded = exchange.store.promises.with_words(command.which.split(), exchange.owners)
    who, words = _deal_and_words(exchange, command.which)
    match = meant(exchange, who)
    if len(worded) == 1 and not match.ids:
        return worded[0]
    if len(worded) > 1 and not match.ids:
        return _which(exchange, exchange.history(worded[0].deal_id).deal, worded, command)
    if not match.ids or not command.which.strip():
        return note(f"No deal and no open promise of yours fits “{command.which[:60]}”. Type followups to see them.")
    deal = find_deal(exchange, who, lambda id_: f"where {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    still = (*open_promises(history, Side.ours), *open_promises(history, Side.theirs))
    worded_so = tuple(p for p in still if all(word.casefold() in p.text.casefold() for word in words.split()))
    still = worded_so or still  # words that fit none of them: which one is asked
    fitting = dict.fromkeys(
        (*still, *worded)
    )  # a name may be a deal's and stand in another deal's promise: then we ask
    due = [p for p in fitting if p.due_on and p.due_on <= exchange.today]
    if command.verdict is Verdict.moved and not words.strip() and len(due) == 1:
        return due[0]  # only one is due by now: that is the one that moves
    if len(fitting) == 1:
        return next(iter(fitting))
    return (
        _which(exchange, deal, tuple(fitting), command) if fitting else note(f"{deal.label}: no such promise is open.")
    )


def _deal_and_words(exchange: Exchange, which: str) -> tuple[str, str]:
    """ "Acme: case study", or "Acme case study" when only its beginning is a deal's name."""
    who, colon, words = which.partition(":")
    named = "" if colon else name_at_start(exchange, which)
    return (named, which[len(named) :]) if named else (who, words)


def _which(exchange: Exchange, deal: Deal, still: Sequence[Commitment], command: Promise) -> Reply:
    tail = f" {command.when}" if command.when else ""
    choices = tuple(
        (f"{_who(exchange, p)}{_at(exchange, p, deal)}: {promise_line(p, exchange.today)}",
         f"promise {command.verdict} {p.id}{tail}")
        for p in still
    )  # fmt: skip
    return which_promise(deal, choices)


def _who(exchange: Exchange, promise: Commitment) -> str:
    """Who made it: they, you, or a colleague by name."""
    if promise.side is Side.theirs:
        return "They"
    is_own = promise.member_id in {0, exchange.member.id}
    return "You" if is_own else first_name(exchange.names.get(promise.member_id, ""), "A colleague")


def _at(exchange: Exchange, found: Commitment, deal: Deal) -> str:
    return "" if found.deal_id == deal.id else f", {exchange.history(found.deal_id).deal.label}"


def _end(exchange: Exchange, found: Commitment, kind: TurnKind) -> Reply:
    deal = exchange.history(found.deal_id).deal
    who = "we" if _who(exchange, found) not in {"You", "They"} else _who(exchange, found).lower()
    said = {
        TurnKind.kept: f"{deal.label}: {found.text}, done",
        TurnKind.broken: f"{deal.label}: {said_after(f'{who} will not', found.text)}",
    }.get(kind, f"{deal.label}: {found.text}, no longer needed")
    act_id = exchange.act(said)
    exchange.store.history.add_turn(act_id, found, exchange.today, kind)
    history, now = exchange.refresh(found.deal_id)
    return settled(said, act_id, then=back_with(history, now, exchange.today))


def _move(exchange: Exchange, found: Commitment, command: Promise) -> Reply:
    if not command.when:
        return note(f"To which day? promise moved {found.id} Fri")
    day = day_or_question(exchange, command.when, lambda iso: f"promise {command.verdict} {found.id} {iso}")
    if isinstance(day, Reply):
        return day
    deal = exchange.history(found.deal_id).deal
    on = day.on or exchange.today
    said = f"{deal.label}: {found.text}, {'by' if found.due_on is None else 'now'} {written(on, exchange.today)}"
    act_id = exchange.act(said)
    exchange.store.history.add_turn(
        act_id, found, exchange.today, _KINDS[command.verdict], due_on=on, moved_by=found.side
    )
    history, _ = exchange.refresh(found.deal_id)
    moved = next(p for p in history.commitments if p.id == found.id)
    off = promise_off(exchange, history, moved)
    then, buttons = [off.said] if off else [], [off.instead] if off else []
    exchange.remarks.extend(then)
    others = [p for p in _open(history) if p.id != found.id]
    named = name_at_start(exchange, command.which)
    if moved.moves >= _OFTEN and moved.side is Side.theirs:
        buttons.append(Button("Ask for yes, later or no", f"words {deal.id}"))
        then.append(f"That promise has moved {moved.moves} times.")
    elif others and named and not command.which[len(named) :].strip():  # only the deal was named
        then.append(f"Still as it was: {promise_line(others[0], exchange.today)}.")
    return settled(said, act_id, *buttons, then=" ".join(then))


def _open(history: History) -> tuple[Commitment, ...]:
    return (*open_promises(history, Side.ours), *open_promises(history, Side.theirs))


def _said(state: CommitmentState) -> str:
    return {CommitmentState.kept: "done", CommitmentState.broken: "marked as not happening"}.get(state, "closed")
