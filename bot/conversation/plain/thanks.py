"""A line that needs a sentence and no command: thanks."""

import re

from bot.cards import Button, Reply
from bot.conversation.exchange import Exchange
from bot.views.asking import note

_THANKS = re.compile(
    r"^(?:(?:ok|okay|great|perfect|cool|super|nice|lovely|many|brilliant)[\s,!.]+)*(?:thanks?(?:\s+you)?|thx|ty|cheers|ta|much appreciated|well done|good bot)"
    r"(?:\s+(?:a lot|a million|so much|very much|bot|again|for (?:that|this|the help|everything)|mate))*[\s!.]*$"
    r"|^(?:ok|okay|great|perfect|cool|got it|nice|super|brilliant)[\s!.]*$",
    re.IGNORECASE,
)


def thanked(_exchange: Exchange, line: str) -> Reply | None:
    return note("Any time.", Button("What is due?", "followups")) if _THANKS.match(line) else None
