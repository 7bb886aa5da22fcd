"""Several calls in one line: each part that begins with a deal of its own, or one told of several deals."""

import re
from collections.abc import Iterator

from bot.conversation.exchange import Exchange
from bot.conversation.finding import (
    deal_called,
    meant,
    told_of_each,
)
from bot.reading.words.shortcodes import at_colon

AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|\+)\s+", re.IGNORECASE)
_NEXT_DEAL = re.compile(r"(;|[.,!](?=\s+[^,;.:!]{2,40}:\s))")  # "…, Halcyon: Beth signs Monday"
_MOST_AT_ONCE = 5


def lines_in(exchange: Exchange, text: str) -> tuple[str, ...]:
    """ "Harbour: priya says ok; Tamar: jory picked the hull" is two calls, when each part begins with a deal of its own."""
    both = _of_several(exchange, text)
    if both:
        return both
    each = None if ":" in text else told_of_each(exchange, text)  # before a colon stands whose it is
    if each and not each.is_open:
        return tuple(f"{id_}: {', '.join(clauses)}" for id_, clauses in each.told.items())
    lines: list[str] = []
    deals: list[int] = []
    for part, joint in _parts(text):
        who, mark, _ = at_colon(part)
        deal = deal_called(exchange, who.strip()) if mark else None
        if deal is not None and deal not in deals:
            deals.append(deal)
            lines.append(part.strip())
        elif lines:
            lines[-1] = f"{lines[-1]}{joint}{part}"
        else:
            return (text,)
    return tuple(lines)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each part of a line that may begin with the name of another deal, and the mark before it."""
    first, *others = _NEXT_DEAL.split(text)
    yield first, ""
    for joint, part in zip(others[::2], others[1::2], strict=True):
        yield part, joint


def _of_several(exchange: Exchange, text: str) -> tuple[str, ...]:
    """ "Harbor and Old Mill: both want samples" is a call with each of them; empty when it names no two deals."""
    head, mark, rest = at_colon(text)
    names = [name.strip() for name in AND.split(head)]
    if not mark or not rest.strip() or not 1 < len(names) <= _MOST_AT_ONCE or deal_called(exchange, head.strip()):
        return ()
    found = [meant(exchange, name) for name in names]
    deals = {match.ids[0] for match in found if match.sure}
    return tuple(f"{name}:{rest}" for name in names) if len(deals) == len(names) else ()
