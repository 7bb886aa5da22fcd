"""Lines that need a sentence and no command: thanks, and what nobody keeps (a diary of somebody's day)."""

import re

from bot.cards import Button, Reply
from bot.conversation import planning
from bot.conversation.exchange import Exchange
from bot.views.asking import note

_THANKS = re.compile(
    r"^(?:(?:ok|okay|great|perfect|cool|super|nice|lovely|many|brilliant)[\s,!.]+)*(?:thanks?(?:\s+you)?|thx|ty|cheers|ta|much appreciated|well done|good bot)"
    r"(?:\s+(?:a lot|a million|so much|very much|bot|again|for (?:that|this|the help|everything)|mate))*[\s!.]*$"
    r"|^(?:ok|okay|great|perfect|cool|got it|nice|super|brilliant)[\s!.]*$",
    re.IGNORECASE,
)
_DIARY = re.compile(
    r"^(?:so\s+)?(?:what\s+(?:did|has|have)\s+(?P<who>[\w'’. -]{1,40}?)\s+(?:do|done|log|logged|been\s+doing|achieved?|get\s+done)"
    r"|how\s+was\s+(?P<whose>[\w'’. -]{1,40}?)['’]s)\s*(?:today|yesterday|this\s+week|last\s+week|this\s+month|so\s+far|day|week|all\s+day)?[\s?.!]*$",
    re.IGNORECASE,
)


def asked(exchange: Exchange, line: str) -> Reply | None:
    if _THANKS.match(line):
        return note("Any time.", Button("What is due?", "followups"))
    told = _DIARY.match(line)
    if told is None:
        return None
    who = told["who"] or told["whose"]
    if who.casefold() in {"i", "we"}:
        return _own(exchange)
    found = [member for member in planning.called(exchange, who) if member.id != exchange.member.id]
    if len(found) != 1:
        return None
    name = found[0].first_name
    text = f"I keep no diary of anybody's day. {name}'s deals, with their last contact, are one press away; what was said stands with each deal."
    return note(
        text, Button(f"{name}'s deals", f"deals {name}"), Button(f"What does {name} owe?", f"what does {name} owe")
    )


def _own(exchange: Exchange) -> Reply:
    last = exchange.store.acts.last_of(exchange.member.id)
    newest = f" The last thing: {last.summary}." if last else ""
    return note(
        f"I keep no diary of your day; what you logged stands with each deal.{newest}",
        Button("My deals", "deals"),
        Button("What is due?", "followups"),
    )
