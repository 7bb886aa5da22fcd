"""What was typed and waits for a press: shown, and logged together where each line is certain of its deal."""

from bot.cards import Reply
from bot.commands.calls import LogLine
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import surely_in
from bot.conversation.logs.again import logged_since
from bot.conversation.logs.lines import log_line, told_of
from bot.conversation.repeats import meaning_of, once_more
from bot.days import written
from bot.model import Act, Deal
from bot.reading.line.callreading import CallReading
from bot.reading.plain.certain import is_doubtful, is_told
from bot.store import Draft
from bot.views.asking import note
from bot.views.pasted import Logged, Pasted, Repeated, pasted_card

_MOST = 40  # at once


def open_drafts(exchange: Exchange) -> Reply:
    return drafting.open_drafts(exchange, len(_certain(exchange)))


def log_all(exchange: Exchange) -> Reply:
    """Each is an act of its own, told on the day on which it was typed."""
    certain = _certain(exchange)
    if not certain:
        return note("No line that waits is certain of its deal. resume shows them one by one.")
    return Reply(pasted_card([_become(exchange, draft, deal) for draft, deal in certain]))


def _become(exchange: Exchange, draft: Draft, deal: Deal) -> Pasted:
    """What it is now: a call, or one that is there already since it was typed again by hand."""
    line, typed = drafting.read(draft)["line"], drafting.said_of(draft)
    alone = drafting.as_typed(exchange.aside(meaning_of(LogLine(line))), draft.id)
    told = told_of(alone, deal, line)
    earlier = logged_since(alone, deal, told, draft.at) if isinstance(told, CallReading) else None
    drafting.settle(exchange, draft.id)
    if earlier:
        return _repeated(exchange, typed, line, earlier)
    reply = log_line(alone, line, deal)
    exchange.acts.extend(alone.acts)
    return Logged(typed, reply.card, alone.acts[0])


def _repeated(exchange: Exchange, typed: str, line: str, earlier: Act) -> Repeated:
    at = earlier.at.astimezone(exchange.zone)
    if at.date() == exchange.today:
        return Repeated(typed, at, once_more(f"logcall {line}"))
    return Repeated(typed, at, "", written(at.date(), exchange.today))  # its days would count from today


def _certain(exchange: Exchange) -> list[tuple[Draft, Deal]]:
    """The oldest first, as they were typed."""
    lines = [draft for draft in reversed(drafting.lines_of(exchange)) if "deals" not in drafting.read(draft)]
    found = ((draft, _deal_of(exchange, draft)) for draft in lines)
    return [(draft, deal) for draft, deal in found if deal][:_MOST]


def _deal_of(exchange: Exchange, draft: Draft) -> Deal | None:
    """One's own deal, where every name in the line is of it and what is told is a call with nothing left open."""
    content, typed = drafting.read(draft), drafting.said_of(draft)
    id_ = surely_in(exchange, typed) if is_told(typed) else None
    deal = exchange.deal(id_) if id_ else None
    if deal is None or deal.owner_id != exchange.member.id or "word" in content:
        return None
    told = told_of(drafting.as_typed(exchange, draft.id), deal, content["line"])
    return deal if isinstance(told, CallReading) and _keeps(told) and not is_doubtful(told) else None


def _keeps(told: CallReading) -> bool:
    """Else a form is asked for, and nothing is logged."""
    return bool(told.note or told.said or told.promises or told.next_step)
