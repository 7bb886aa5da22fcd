"""A form over a draft whose text was longer than the platform shows in a field: what stood behind the "…" at its end comes back
from the draft, unless the "…" was taken away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.cards import Form, Message
from bot.conversation import drafting
from bot.hygiene import clean
from bot.store import Store
from bot.wire import form_from

_MARK = "…"
_SHORTEST = 1_000  # characters; no platform cuts a field before
_LAST = 60  # characters by which the place is found again


def whole_message(store: Store, member_id: int, message: Message) -> Message:
    """What was filled in, as long as it was."""
    kept = _kept(store, member_id, message.key) if message.fields else []
    fields = tuple((name, _whole(clean(value), kept)) for name, value in message.fields or ())
    return replace(message, fields=fields) if kept and fields != message.fields else message


def whole_form(store: Store, member_id: int, form: Form) -> Form:
    """The same of a form that was closed."""
    kept = _kept(store, member_id, form.key)
    return replace(form, fields=tuple(replace(one, value=_whole(one.value, kept)) for one in form.fields))


def _kept(store: Store, member_id: int, key: str) -> list[str]:
    draft_id = drafting.draft_behind(key)
    draft = store.drafts.one(draft_id, member_id) if draft_id else None
    return [text for text in _texts(drafting.read(draft)) if len(text) > _SHORTEST] if draft else []


def _texts(content: Mapping[str, Any]) -> Iterator[str]:
    if form := drafting.form_of(content):
        yield from (one.value for one in form_from(form).fields)
    for value in (content.get("line"), *(content.get("form") or {}).values(), *(content.get("fields") or {}).values()):
        yield str(value or "")


def _whole(value: str, kept: list[str]) -> str:
    head = value.rstrip().removesuffix(_MARK)
    if head == value.rstrip() or len(head) < _SHORTEST:
        return value
    last = head[-_LAST:]
    for text in kept:
        at = text.find(last, max(0, len(head) - _LAST))
        at = at if at >= 0 else text.find(last)
        if at >= 0:
            return f"{head}{text[at + _LAST :]}"
    return value
