"""Drafts: every try is kept until it has become something, so that nothing typed is lost (C15, C16)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.cards import Card, Form, Message, Reply, Text
from bot.commands import Command, command_from, number_from
from bot.commands.calls import Resume
from bot.conversation.exchange import Exchange
from bot.playbook.cliches import Hit
from bot.store import Draft, Store
from bot.views.asking import note
from bot.views.drafting import AS_YOU_LEFT_IT, Kept, drafts_card
from bot.views.forms import CALL_FIELDS
from bot.wire import as_json, form_from
from bot.worktime import instant, today_for

_SHOWN = 5
_MOST = 50  # that are looked at
_FORM = "form:"
_WORN = "worn"
_NOTES = frozenset({_WORN, "asked"})  # what no list of drafts shows
_OPENS = "opens"


def keep(exchange: Exchange, content: Mapping[str, object]) -> int:
    """A draft: `{"line": …}` as typed after logcall (beside it what was `typed`), `{"form": {…}}` its fields, or `{"text": …}` any other line,
    `{"opens": …}` a form that was closed.

    A line that waits from earlier that day is the same draft, and so is a form that was filled in over one; else a form is
    another one each time.
    """
    draft_id = _kept(exchange, content)
    exchange.kept.append(draft_id)
    return draft_id


def note_down(exchange: Exchange, content: Mapping[str, object]) -> int:
    """What no list of drafts shows."""
    return exchange.store.drafts.put(exchange.member.id, _written(content), exchange.now)


def note_instead(exchange: Exchange, kind: str, content: Mapping[str, object]) -> None:
    """The one note of its kind."""
    written = _written({kind: content})
    exchange.store.drafts.put_instead(exchange.member.id, _beginning(kind), written, exchange.now)


def noted(store: Store, member_id: int, kind: str) -> tuple[Draft, ...]:
    """The notes of a kind, the newest first: there is one, or none."""
    return store.drafts.open_of_kind(member_id, _beginning(kind))


def _beginning(kind: str) -> str:
    return f'{{"{kind}"'


def _kept(exchange: Exchange, content: Mapping[str, object]) -> int:
    text, whose, behind = _written(content), exchange.member.id, exchange.form_draft
    if behind and behind not in exchange.kept and _changed(exchange, behind, text):
        return behind
    if "line" in content:
        same = (d for d in exchange.store.drafts.open_of(whose, _MOST) if d.command == text)
        waiting = next((d for d in same if today_for(exchange.member, d.at) == exchange.told_on), None)
        if waiting:
            return waiting.id
    return exchange.store.drafts.put(whose, text, exchange.typed_at or exchange.now)


def _changed(exchange: Exchange, draft_id: int, text: str) -> bool:
    """Whether it is there still, and holds this from now on: of an earlier day it stays, since its days count from then."""
    draft = exchange.store.drafts.one(draft_id, exchange.member.id)
    if draft is None:
        return False
    at = exchange.now if today_for(exchange.member, draft.at) == exchange.today else draft.at
    return exchange.store.drafts.change(draft_id, exchange.member.id, text, at)


def _written(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False)


def read(draft: Draft) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(draft.command)
    return content


def asked_last(exchange: Exchange) -> Draft | None:
    """The line that still waits for its press, when nothing was done since it was asked about today."""
    act = exchange.store.acts.last_of(exchange.member.id)
    open_ones = exchange.store.drafts.open_of(exchange.member.id, _MOST)
    newest = next((one for one in open_ones if read(one).keys() & {"line", "text"}), None)
    is_last = (
        newest and newest.at.astimezone(exchange.zone).date() == exchange.today and not (act and act.at >= newest.at)
    )
    return newest if is_last else None


def looked_at(exchange: Exchange) -> tuple[Draft, ...]:
    """What of the member's has become nothing yet, the newest."""
    return tuple(exchange.store.drafts.open_of(exchange.member.id, _MOST))


def is_line(draft: Draft) -> bool:
    """A form that was closed is none."""
    return bool(_text(draft)) and not _is_closed_form(draft)


def _is_closed_form(draft: Draft) -> bool:
    """Any but a call's, which waits like a line."""
    return _OPENS in read(draft)


def content_of(exchange: Exchange, draft_id: int) -> dict[str, Any] | None:
    """What goes on from it; None also of a note that nothing goes on from."""
    draft = exchange.store.drafts.one(draft_id, exchange.member.id)
    content = read(draft) if draft else {}
    if not draft or content.keys() <= _NOTES:
        exchange.refuse("draft", draft_id)
        return None
    return content


def as_typed(exchange: Exchange, draft_id: int) -> Exchange:
    """The exchange in which a draft goes on: its days are those of the day on which it was typed."""
    draft = exchange.store.drafts.one(draft_id, exchange.member.id)
    is_over = draft is not None and today_for(exchange.member, draft.at) != exchange.today
    return replace(exchange, typed_at=draft.at) if draft and is_over else exchange


def meant_by(store: Store, member_id: int, command: Command) -> Command:
    """The command itself; for a draft that was kept after a failure what it holds, so that its repeat is recognised."""
    draft = store.drafts.one(command.draft, member_id) if isinstance(command, Resume) and not command.deal else None
    content = read(draft) if draft else {}
    return command_from(content["text"], content.get("fields")) if "text" in content else command


ELSEWHERE = "elsewhere"


def elsewhere(exchange: Exchange) -> str:
    """What puts the call that this message left on another deal; empty where it left none."""
    draft = exchange.store.drafts.one(exchange.kept[-1], exchange.member.id) if exchange.kept else None
    is_call = draft is not None and bool(read(draft).keys() & {"form", "line"})
    return f"resume {exchange.kept[-1]} {ELSEWHERE}" if is_call else ""


AS = "as "


def instead(draft_id: int, command: str) -> str:
    """The command behind a button that makes something of a draft in another way than it was typed."""
    return f"resume {draft_id} {AS}{command}"


def done_instead(command: Resume) -> str:
    """What a draft has become by such a button; empty when it goes on as it was typed."""
    return command.deal.removeprefix(AS) if command.deal.startswith(AS) else ""


def settle(exchange: Exchange, *draft_ids: int | None) -> None:
    """These drafts have become something."""
    exchange.store.drafts.settle([id_ for id_ in draft_ids if id_], exchange.member.id, exchange.now)


def form_key(draft_id: int) -> str:
    """The one-time key of the form behind which this draft lies."""
    return f"{_FORM}{draft_id}"


def draft_behind(key: str) -> int | None:
    """The draft of a form's key."""
    number = key.removeprefix(_FORM)
    return int(number) if key.startswith(_FORM) and number.isdecimal() and len(number) <= 12 else None  # noqa: PLR2004 - longer is no id


def keep_message(exchange: Exchange, message: Message) -> int:
    """What was sent, as a draft of its own: it is answered anew when it is resumed."""
    content = {"text": message.text, **({"fields": dict(message.fields)} if message.fields is not None else {})}
    draft_id = exchange.store.drafts.put(exchange.member.id, _written(content), exchange.typed_at or exchange.now)
    exchange.kept.append(draft_id)
    return draft_id


def keep_typed(exchange: Exchange, form: Form) -> int:
    """What was typed in a form that was closed: a call like any other that waits, any other form to be opened again."""
    values = {one.name: one.value for one in form.fields}
    number = number_from(values.get("deal", ""))
    deal = exchange.deal(number) if number else None
    if deal:
        values["deal"] = deal.full_label
    if form.command.split(" ")[0] != "logcall":
        return keep(exchange, {_OPENS: as_json(replace(form, key=""))})
    if "line" in values:
        line = values["line"]
        return keep(exchange, {"line": f"{values['deal']}: {line}" if values.get("deal") else line})
    return keep(exchange, {"form": {**dict.fromkeys(CALL_FIELDS, ""), **values}})


def opened_again(draft_id: int, content: Mapping[str, Any]) -> Reply | None:
    """The form that was closed, as it stood; None for any other draft. It goes once the form was sent."""
    if _OPENS not in content:
        return None
    return Reply(Card("", (Text(AS_YOU_LEFT_IT),)), replace(form_from(content[_OPENS]), key=form_key(draft_id)))


def form_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """The form that was closed, as it was written down; empty for any other draft."""
    form: dict[str, Any] = content.get(_OPENS, {})
    return form


def taken(exchange: Exchange, reply: Reply) -> None:
    """A form that was sent and came to something: the draft behind it has gone with it."""
    did = bool(exchange.acts or exchange.undone)
    if did and exchange.form_draft and exchange.form_draft not in exchange.kept and not reply.form:
        settle(exchange, exchange.form_draft)


def lines_of(exchange: Exchange) -> list[Draft]:
    """The lines that wait, the newest first."""
    return [draft for draft in exchange.store.drafts.open_of(exchange.member.id, _MOST) if "line" in read(draft)]


def open_drafts(exchange: Exchange, certain: int) -> Reply:
    """What was typed and has become nothing yet, the newest first; `certain` of them can be logged by one press."""
    kept = [(draft, _text(draft)) for draft in exchange.store.drafts.open_of(exchange.member.id, _MOST)]
    said = [
        Kept(draft.id, draft.at.astimezone(exchange.zone), text, is_form=_is_closed_form(draft))
        for draft, text in kept
        if text
    ]
    return Reply(drafts_card(said[:_SHOWN], len(said[_SHOWN:]), exchange.today, certain))


def note_worn(exchange: Exchange, found: Sequence[Hit]) -> None:
    """Of a text that was checked, the worn phrases alone: the text itself is not ours to keep."""
    phrases = [hit.found for hit in found if hit.cliche.blocks]
    if phrases:
        settle(exchange, note_down(exchange, {_WORN: phrases}))


def worn_since(exchange: Exchange, first: date) -> list[tuple[date, str]]:
    """What of the member's was found since that day: when, and the phrase."""
    midnight = instant(first, time.min, exchange.member.zone)
    noted = exchange.store.drafts.settled_since(exchange.member.id, midnight, f'{{"{_WORN}"')
    return [(note.at.astimezone(exchange.zone).date(), phrase) for note in noted for phrase in read(note)[_WORN]]


def said_of(draft: Draft) -> str:
    """What the member typed."""
    return _text(draft)


def drop(exchange: Exchange, draft_id: int) -> Reply:
    settle(exchange, draft_id)
    return note("Dropped.")


def _text(draft: Draft) -> str:
    """What the draft says; empty for a form that nobody filled in."""
    content = json.loads(draft.command)
    if _OPENS in content:
        form = form_from(content[_OPENS])
        told = (dict(one.options).get(one.value, one.value) for one in form.fields)
        return f"{form.title}: {'; '.join(filter(None, told))}"
    if "form" in content:
        fields = content["form"]
        return "; ".join(value for name, value in fields.items() if value) if any(
            value for name, value in fields.items() if name != "deal"
        ) else ""  # fmt: skip
    fields = content.get("fields") or {}
    if "typed" in content or ("line" in content and "text" in content):
        return str(content.get("typed") or content["text"])
    return str(content.get("line") or "; ".join(value for value in fields.values() if value) or content.get("text", ""))
