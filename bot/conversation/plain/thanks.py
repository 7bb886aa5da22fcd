"""A line that needs a sentence and no command: thanks, or a goodbye."""

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
_GOODBYE = re.compile(
    r"^(?:(?:ok|okay|right|thanks?|thx|cheers|good)[\s,!.]+)*(?:good\s?night|night(?:\s+night)?|(?:good\s?)?bye+(?:\s+bye)?|see\s+(?:you|ya|u)|cya|later|till\s+(?:tomorrow|monday)|signing\s+off|i['’]?m\s+(?:off|done)(?=[\s!.]*$|\s+for)"
    r"|(?:have|enjoy)\s+(?:an?\s+|your\s+|the\s+)?(?:(?:nice|good|great|lovely|fine)\s+)?(?:day|evening|night|weekend|one|holidays?|rest)|that['’]?s\s+(?:it|all))"
    r"(?:\s+(?:all|bot|then|now|later|soon|tomorrow|tmrw|on\s+\w+day|monday|for\s+(?:today|now|this\s+week)|folks|mate))*[\s!.]*$",
    re.IGNORECASE,
)


def thanked(_exchange: Exchange, line: str) -> Reply | None:
    if _GOODBYE.match(line):
        return note("Speak soon.")
    return note("Any time.", Button("What is due?", "followups")) if _THANKS.match(line) else None
