"""Answers as Teams' wire: a message, the answer to a press, a dialog. A card goes without text, or it would be split."""

import secrets
from dataclasses import replace
from typing import Any

from adapters.copying import to_copy
from adapters.cutting import length
from adapters.teams import render
from adapters.teams.botframework import Json
from adapters.wire import written
from bot.cards import Button, Buttons, Card, Reply
from bot.views.people import SHARE
from bot.views.platforms import WINDOW

CARD = "application/vnd.microsoft.card.adaptive"
SENTENCE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
_ROOM_OF_ROWS = 9_000  # units of a file that is shown to be copied
_A_ROW = 120  # units that each of its rows takes beside what it says


def message(reply: Reply, *, token: str = "", alerts: bool = False, among: str = "") -> Json:
    """`alerts`: a notification, since nobody is looking; `token` marks what can be pressed, anew for each drawing.

    `among`: the group in which it was asked, and to which a second press can give it."""
    summary = render.text(reply.card)
    drawn = drawn_of(_shareable(reply) if among else reply, token or a_token(), among, told="" if among else summary)
    told = {"type": "message", "summary": summary, "attachments": [drawn]}
    return {**told, "channelData": {"notification": {"alert": True}}} if alerts else told


def drawn_of(reply: Reply, token: str, among: str = "", told: str = "") -> Json:
    """The form of an answer with the answer above its fields, or the card alone; `told`: its text, where known already."""
    if reply.form:
        return render.form(reply.form, reply.card, token=token)
    return render.attachment(with_file(reply).card, token=token, among=among, told="" if reply.file else told)


def in_place(reply: Reply) -> Json:
    """The answer to Action.Execute that takes the place of what was pressed."""
    return {"statusCode": 200, "type": CARD, "value": drawn_of(reply, a_token())["content"]}


def said(sentence: str) -> Json:
    """The answer to Action.Execute that leaves the card as it is."""
    return {"statusCode": 200, "type": SENTENCE, "value": sentence}


def failed(sentence: str) -> Json:
    """An invoke that broke: in an answer of its own, or Teams shows one that says nothing."""
    return {"statusCode": 500, "type": ERROR, "value": {"code": "Failed", "message": sentence}}


def dialog(reply: Reply) -> Json:
    """A form, or what was stored, in the window."""
    if reply.form:
        card = render.form(reply.form, reply.card, token=a_token(), in_dialog=True)
        return _window(reply.form.title, card)
    return _window(reply.card.title or WINDOW, _only_submits(drawn_of(reply, a_token())))


def with_file(reply: Reply) -> Reply:
    """A bot can send none outside of a person's own OneDrive."""
    return to_copy(reply, _ROOM_OF_ROWS, lambda row: length(written(row).decode()) + _A_ROW)


def _shareable(reply: Reply) -> Reply:
    """With the second press that shows it to everybody where it was asked."""
    if not reply.share:
        return reply
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, Buttons((Button(SHARE, reply.share),)))))


def card_message(card: Card) -> Json:
    return message(Reply(card))


def a_token() -> str:
    return secrets.token_urlsafe(9)


def _window(title: str, card: Json) -> Json:
    return {
        "task": {"type": "continue", "value": {"title": title[:60], "height": "large", "width": "medium", "card": card}}
    }


def _only_submits(thing: Any) -> Any:
    """In a dialog Teams takes Action.Submit alone: each Action.Execute gives way to what it falls back to."""
    if isinstance(thing, list):
        return [_only_submits(part) for part in thing]
    if not isinstance(thing, dict):
        return thing
    if thing.get("type") == "Action.Execute" and isinstance(thing.get("fallback"), dict):
        return thing["fallback"]
    return {name: _only_submits(part) for name, part in thing.items()}
