"""What an answer becomes before it is shown in Slack: its file as text to copy, its form behind a press, a card in a window. Pure."""

from dataclasses import replace
from typing import Any

from adapters.copying import to_copy
from adapters.cutting import length
from adapters.slack import render
from adapters.slack.inbound import Said, Surface
from adapters.slack.rich import LONGEST_TEXT
from bot.cards import Card, Reply
from bot.views.platforms import WINDOW, from_a_channel, open_form, without_its_file

_STARTS = {Surface.command: "/followthrough", Surface.mention: "@Followthrough"}


def with_file(reply: Reply, said: Said) -> Reply:
    """The bot asks for no right to upload, nor to read."""
    shown = to_copy(reply, LONGEST_TEXT, length)
    return replace(shown, card=without_its_file(shown.card)) if said.has_file else shown


def openable(reply: Reply, said: Said) -> Reply:
    """Words cannot open a form, a press can."""
    return replace(reply, card=open_form(reply.form, said.text), form=None) if reply.form else reply


def typeable(reply: Reply, said: Said) -> Reply:
    """An answer in a channel that says what to type says how to type it there."""
    start = _STARTS.get(said.place.surface)
    if start is None or said.place.is_direct or reply.is_shared:
        return reply
    return replace(reply, card=from_a_channel(reply.card, start))


def window(card: Card) -> dict[str, Any]:
    return render.modal_card(card, title=WINDOW)
