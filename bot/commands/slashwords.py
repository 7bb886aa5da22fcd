"""The word of a slash command, typed a second time or where none runs: the line is read without it.

Our own examples begin with that word, and are copied behind it. A company that is called so keeps its name.
"""

import re
from collections.abc import Callable
from typing import Any

from bot.commands.deals import Where
from bot.commands.nonsense import Nonsense

_BEGINS = re.compile(r"(?:followthrough|logcall|whereweare|followups|prep)\b", re.IGNORECASE)
_ITSELF = re.compile(r"followthrough\b[\s,:]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_TWICE = re.compile(
    r"(?:(?i:(logcall|whereweare|followups))\s+(?=/?(?i:\1)(?![\w-]))|prep\s+(?=/?prep\s))"
)  # no "Prep Ltd"
_ASKED_TWICE = re.compile(r"whereweare\s+(?P<rest>where(?:['’]?s|\s+is|\s+are)\b.*)", re.IGNORECASE | re.DOTALL)


def once(typed: str, read: Callable[[str], Any]) -> str:
    """ "logcall logcall Acme: …", "whereweare where are we on Acme?", "followthrough deals"; `read` gives a line's command."""
    if not _BEGINS.match(typed):
        return typed
    itself = _ITSELF.fullmatch(typed)
    if itself and (not itself["rest"] or not isinstance(read(itself["rest"]), Nonsense)):
        return itself["rest"] or "help"
    twice = _TWICE.match(typed)
    if twice:
        return typed[twice.end() :].removeprefix("/")
    asked = _ASKED_TWICE.match(typed)
    return asked["rest"] if asked and isinstance(read(asked["rest"]), Where) else typed
