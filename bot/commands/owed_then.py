"""Who owes what for a day: "what did we promise Acme for Friday?"; the question is the same without it."""

import re
from dataclasses import replace

from bot.commands.lists import Owed
from bot.commands.plain import plainly
from bot.commands.questions import asked_plainly

_DAY = (
    r"(?P<when>tomorrow|tomorow|tmrw|tmr|tmw|next\s+week|(?:next\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?)"
)
# "Promised on Friday" is the day of the promise, "promised for Friday" that of what was promised.
_AT_END = re.compile(
    rf"^(?P<asked>(?:.*\bowes?\b.*?\s(?:(?:due|for|by|on|until)\s+)*?|.*?\s(?:due\s+)?(?:for|by|until)\s+)){_DAY}[\s?.!]*$",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\s+(?:due|for|by|on|until))+\s*$", re.IGNORECASE)


def owed_then(line: str) -> Owed | None:
    found = _AT_END.match(line)
    if found is None:
        return None
    rest = _LINK.sub("", found["asked"]).strip()
    asked = plainly(rest) or asked_plainly(rest)
    return (
        replace(asked, when=found["when"], question=line) if isinstance(asked, Owed) and not asked.by.is_late else None
    )
