"""A question for the prospect that came up: put down, shown, and off once it was asked."""

import re

from bot.commands.deals import AskThem, WasAsked
from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_first

_ASKED = re.compile(r"^(?P<who>.+?)\s+(?:asked|answered|drop|none)(?:\s+#?(?P<which>\d{1,12}))?$", re.IGNORECASE)


def question(rest: str) -> AskThem | WasAsked | Nonsense:
    """ "Acme: do your pickers share a login?"; "Acme" shows those that are open; "Acme asked" ends them."""
    who, colon, text = rest.partition(":")
    numbered = None if colon else number_first(rest)
    asked = None if colon else _ASKED.match(rest)
    if asked:
        return WasAsked(asked["who"], int(asked["which"]) if asked["which"] else None)
    if numbered:
        return AskThem(*numbered)
    return AskThem(who.strip(), text.strip()) if who.strip() else Nonsense("question", "question")


def ask(rest: str) -> AskThem | WasAsked | Nonsense:
    """ "ask Acme: …" is the same; without a colon it may be anything."""
    return question(rest) if rest.partition(":")[2].strip() else Nonsense(f"ask {rest}")
