""" "Actually 10 people", "no she didn't": something of what was just done is wrong, and which is not certain: it is offered."""

import re

from bot.cards import Button, Buttons, Card, Line, Reply, Text
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.plain.last import last_act, last_deal, named_in
from bot.days import promised
from bot.model import Act, Commitment, Deal, History, Side
from bot.views.asking import note

_DISPUTES = re.compile(
    r"^(?:(?:sorry|oops|hmm|wait|ah|oh)[\s,]+)*(?:actually|correction|not quite|nope|nah|wrong|make\s+(?:it|that|this)\b|i meant|i mean|no\s*[,.;!]\s*\S|no\s+(?:she|he|they|it|its|i|we|that|thats|this|not|make|change|wait)\b|sorry[\s,]+(?:it\s+was\s+)?[€$£]?\d"
    r"|(?:that|thats|that['’]s|it['’]s|this is)\s+(?:not\s+(?:right|true|correct|what)|wrong|incorrect))",
    re.IGNORECASE,
)


def disputed(exchange: Exchange, line: str) -> Reply | None:
    """Taking it back and changing it are one press each; what was typed is kept either way."""
    act = last_act(exchange) if _DISPUTES.match(line) else None
    if act is None:
        return None
    deal, named = last_deal(exchange), named_in(exchange, line)[0]
    if named and (deal is None or named.id != deal.id):
        return None  # it is about another deal
    back = Button("Take it back", f"undo {act.id}")
    said = f"The last thing you did: {act.summary}. What is wrong there?"
    if deal is None or not _is_call(exchange, act, deal):
        return note(said, back)
    draft = drafting.keep(exchange, {"line": f"{deal.label}: {line}", "changes": act.id})
    change = Button("Change it", f"resume {draft}", primary=True)
    return note(said, change, back, Button("Add this to it", f"resume {draft} {deal.id}"))


def _is_call(exchange: Exchange, act: Act, deal: Deal) -> bool:
    return any(touch.act_id == act.id for touch in exchange.history(deal.id).touches)


def changed(exchange: Exchange, draft_id: int, act_id: int) -> Reply:
    """The call is taken back, and stands there as a line to be typed anew with what was wrong put right."""
    act, deal = last_act(exchange), last_deal(exchange)
    if act is None or act.id != act_id or deal is None:
        return note(
            "Something was done since. Take it back one by one with undo, or log the call anew: logcall Acme: …"
        )
    line = as_typed(exchange.history(deal.id), act_id)
    exchange.undo(act_id)
    drafting.settle(exchange, draft_id)
    drafting.keep(exchange, {"line": line})
    told = Text("It is taken back, and kept under resume. Copy this line, put right what is wrong, and send it:")
    return Reply(Card("", (told, Line(f"logcall {line}"), Buttons((Button("As it was", f"logcall {line}"),)))))


def as_typed(history: History, act_id: int) -> str:
    """A call as a line that could be typed."""
    touch = next(touch for touch in history.touches if touch.act_id == act_id)
    made = [promise for promise in history.commitments if promise.act_id == act_id]
    parts = [f"“{touch.said}”" if touch.said else "", touch.note, *map(_promise, made)]
    step = next((step for step in history.next_steps if step.act_id == act_id), None)
    if step and not step.purpose:
        parts.append(f"{step.what} {promised(step.on, step.made_on)} {step.at}".strip())
    return f"{history.deal.label}: {'; '.join(part for part in parts if part)}"


def _promise(promise: Commitment) -> str:
    who = "I will" if promise.side is Side.ours else "they will"
    return f"{who} {promise.text}{f' by {promised(promise.due_on, promise.made_on)}' if promise.due_on else ''}"
