"""A file as text to copy, where a bot can send none: whole rows under their header, how many are missing, the way to those."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards import Button, Buttons, Draft, Reply, Text, Tone
from bot.views.shortened import and_more, show_next


def to_copy(reply: Reply, room: int, size: Callable[[str], int]) -> Reply:
    """`room`: how much of the file is shown at once, where a row takes `size` and one more. The first row always is."""
    file = reply.file
    if file is None:
        return reply
    header, *rows = file.text.lstrip("\ufeff").removesuffix("\r\n").split("\r\n")
    left = room - size(header)
    shown = 0
    while shown < len(rows) and ((left := left - size(rows[shown]) - 1) >= 0 or not shown):
        shown += 1
    blocks = (*reply.card.blocks, Draft(file.name, "\n".join((header, *rows[:shown]))))
    missing = len(rows) - shown
    if missing:
        blocks += (Text(and_more(missing), Tone.quiet),)
        blocks += (Buttons((Button(show_next(missing, shown), file.rest.next(shown)),)),) if file.rest else ()
    return replace(reply, card=replace(reply.card, blocks=blocks), file=None)
