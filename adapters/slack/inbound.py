"""What Slack sends, as what somebody said and where. Pure: a payload goes in, `Said` or nothing comes out.

The key of each is Slack's own id of that action: the same on every repeat of it, and on no other.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from adapters.slack.marks import upright
from adapters.slack.modal import filled
from adapters.slack.pressing import pressed
from bot.model import Mentioned
from bot.views.people import ITSELF

Payload = Mapping[str, Any]
_SECONDS = re.compile(r"[0-9]{1,10}(?=\.)")
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")


class Surface(StrEnum):
    """Where something was said, which decides how it is answered."""

    command = "command"  # a slash command
    message = "message"  # a button under a message that stays
    ephemeral = "ephemeral"  # a button under a message that only one person sees
    modal = "modal"
    home = "home"
    direct = "direct"  # words in the DM
    mention = "mention"
    shortcut = "shortcut"


@dataclass(frozen=True)
class Place:
    team: str
    user: str
    surface: Surface
    channel: str = ""
    thread: str = ""  # the ts of the thread's first message
    message: str = ""  # the ts of the message whose button was pressed, or of the mention
    view: str = ""
    view_hash: str = ""
    response_url: str = ""
    trigger: str = ""  # opens a form within 3 seconds, once

    @property
    def is_direct(self) -> bool:
        return self.channel.startswith("D") or not self.channel


@dataclass(frozen=True)
class Said:
    """One thing somebody typed, pressed or filled in."""

    place: Place
    text: str
    key: str
    fields: Mapping[str, str] | None = None
    pressed_on: str = ""
    mentioned: tuple[str, ...] = ()  # users, by their ids
    newcomers: tuple[Mentioned, ...] = ()  # of these, who may come in by what is said of them
    has_file: bool = False  # which nobody reads; alone, there are no words
    written_at: datetime | None = None  # of a message that is kept: when it was written

    @property
    def is_sound(self) -> bool:
        """Whether it is made of words, and ids that can be written down: half a sign, which JSON allows, cannot."""
        ids = (*vars(self.place).values(), self.key, self.pressed_on)
        told = (self.text, *(self.fields.values() if self.fields else ()))
        if not all(isinstance(one, str) for one in (*ids, *told)):
            return False
        return not _HALF_A_SIGN.search("".join(ids))


Names = Mapping[str, str]  # by user id what is read where somebody is mentioned: a name, a member's number, nothing
NOBODY: Names = MappingProxyType({})
SOMEBODY = "@somebody"

# What each slash command types. The bare one takes any command, and alone it explains itself.
COMMANDS = {
    "/logcall": "logcall",
    "/followups": "followups",
    "/whereweare": "whereweare",
    "/prep": "prep",
    "/followthrough": "",
}
SHORTCUTS = ("logcall_message", "logcall_global")
_MARKED_UP = re.compile(r"<(?P<kind>[@#!]?)(?P<what>[^|>]*)(?:\|(?P<label>[^>]*))?>")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:|tel:|www\.)", re.IGNORECASE)
_NO_PAGE = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)
_PLACES = {"#": "a channel", "!": "@everybody"}  # without a label of theirs
_OWN_SUBTYPES = frozenset({"", "file_share", "thread_broadcast"})


def from_command(body: Payload, names: Names = NOBODY) -> Said:
    text = body.get("text", "")
    typed = plain(text, names)
    word = COMMANDS.get(body.get("command", ""), "")
    asks_help = typed.lower() in {"help", "?"} or not (word or typed)
    place = Place(
        body["team_id"], body["user_id"], Surface.command, body.get("channel_id", ""),
        response_url=body.get("response_url", ""), trigger=body.get("trigger_id", ""),
    )  # fmt: skip
    line = "help" if asks_help else f"{word} {typed}".strip()
    return Said(place, line, f"trigger:{body.get('trigger_id', '')}", mentioned=mentioned(text))


def from_press(body: Payload, _: Names = NOBODY) -> Said | None:
    """A press on one of our buttons or menus; None for anything that carries no command, such as a link."""
    action = (body.get("actions") or [{}])[0]
    command, card_key = pressed(action)
    if not command:
        return None
    place = _pressed_in(body)
    where = place.view or f"{place.channel}:{place.message}"
    key = f"press:{where}:{action.get('action_id', '')}:{action.get('action_ts', '')}:{place.user}"
    return Said(place, command, key, pressed_on=card_key)


def from_submission(body: Payload, _: Names = NOBODY) -> Said:
    view = body["view"]
    command, token, fields = filled(view["state"], view.get("private_metadata", ""))
    place = Place(_team(body), body["user"]["id"], Surface.modal, view=view["id"], view_hash=view.get("hash", ""),
                  trigger=body.get("trigger_id", ""))  # fmt: skip
    return Said(place, command, token or f"view:{view['id']}:{view.get('hash', '')}", dict(fields))


def from_shortcut(body: Payload, names: Names = NOBODY) -> Said:
    """A call to log; the message it was made of is what happened."""
    message = body.get("message") or {}
    place = Place(
        _team(body), body["user"]["id"], Surface.shortcut, (body.get("channel") or {}).get("id", ""),
        response_url=body.get("response_url", ""), trigger=body.get("trigger_id", ""),
    )  # fmt: skip
    text = message.get("text") or ""
    fields = {"line": plain(upright(text), names)} if text else None
    key, written_at = f"trigger:{body.get('trigger_id', '')}", _moment(message.get("ts"))
    return Said(place, "logcall", key, fields, mentioned=mentioned(text), written_at=written_at)


def _moment(ts: object) -> datetime | None:
    """A message's id is when it was written."""
    seconds = _SECONDS.match(str(ts or ""))
    return datetime.fromtimestamp(int(seconds[0]), UTC) if seconds else None


def from_event(body: Payload, names: Names = NOBODY) -> Said | None:
    """Words in the DM, or a mention in a channel, or a file alone. One text that fires both events counts once: where it was said."""
    event = body["event"]
    direct = event.get("channel_type") == "im" or event.get("channel", "").startswith("D")
    mine = event["type"] == ("message" if direct else "app_mention")
    if not mine or event.get("bot_id") or event.get("subtype", "") not in _OWN_SUBTYPES or not event.get("user"):
        return None
    surface = Surface.direct if direct else Surface.mention
    place = Place(
        body["team_id"], event["user"], surface, event["channel"], event.get("thread_ts") or "", event.get("ts") or ""
    )
    text = event.get("text", "")
    is_bare = direct or names  # whoever knows the bot's own id has taken it out
    words = text if is_bare else re.sub(r"^\s*<@\w+(?:\|[^>]*)?>[,:]?", "", text, count=1)
    typed = plain(upright(words), names)
    # The message's own id, and not the event's: the same words came under two of those (slackapi/bolt-python#731).
    key = f"said:{event['channel']}:{event['ts']}"
    has_file = bool(event.get("files"))
    return Said(place, typed or ("" if has_file else "help"), key, mentioned=mentioned(text), has_file=has_file)


def is_farewell(event: Payload) -> bool:
    """Uninstalled, or the bot's own token revoked: a member's goes without the bot."""
    revoked = event.get("tokens")
    bots = revoked.get("bot") if isinstance(revoked, Mapping) else None
    return event["type"] == "app_uninstalled" or (event["type"] == "tokens_revoked" and bool(bots))


def mentioned(text: str) -> tuple[str, ...]:
    """Whom a marked-up text names, each once."""
    return tuple(dict.fromkeys(_MENTION.findall(text))) if "<@" in text else ()


def plain(text: str, names: Names = NOBODY) -> str:
    """Slack's marked-up text as it was typed: mentions by name, links with their label, entities undone. An id is no name."""

    def shown(found: re.Match[str]) -> str:
        kind, what, label = found["kind"], found["what"], found["label"]
        if kind == "@":
            return names.get(what, label or SOMEBODY) or ITSELF
        if kind == "!" and what in {"here", "channel", "everyone"}:
            return f"@{what}"
        return label or _PLACES.get(kind, what) if kind else _link(what, label or "")

    return html.unescape(_MARKED_UP.sub(shown, _without_nobody(text, names))).strip()


def _link(address: str, label: str) -> str:
    """ "the plan (https://acme.example/plan)"; what Slack made a link of by itself is as it was typed."""
    shown = _NO_PAGE.sub("", address)
    is_by_itself = _bare(label) == _bare(address) or address.startswith("tel:")
    if not label or is_by_itself:
        return label or shown
    return f"{label} ({shown})"


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/").casefold()


def _without_nobody(text: str, names: Names) -> str:
    """Without those who are to be read as nothing, such as the bot, and without the gap that they leave. Who is to be made
    something stays."""
    for user in (user for user, name in names.items() if not name):
        text = re.sub(
            rf"^\s*<@{user}(?:\|[^>]*)?>[,:]?|(?<!\bmake)(?<!\bmake[ \t])[ \t]*<@{user}(?:\|[^>]*)?>", "", text
        )
    return text


def _pressed_in(body: Payload) -> Place:
    container = body.get("container") or {}
    view = body.get("view") or {}
    if view:
        surface = Surface.home if view.get("type") == "home" else Surface.modal
    else:
        surface = Surface.ephemeral if container.get("is_ephemeral") else Surface.message
    return Place(
        _team(body), body["user"]["id"], surface,
        channel=container.get("channel_id", "") or (body.get("channel") or {}).get("id", ""),
        thread=container.get("thread_ts", ""), message=container.get("message_ts", ""),
        view=view.get("id", ""), view_hash=view.get("hash", ""),
        response_url=body.get("response_url", ""), trigger=body.get("trigger_id", ""),
    )  # fmt: skip


def _team(body: Payload) -> str:
    """The workspace of whoever acted."""
    user = body.get("user") or {}
    return str((body.get("team") or {}).get("id") or user.get("team_id") or body.get("team_id") or "")


def asks_for(body: Payload) -> tuple[str, str, str]:
    """(team, user, what was typed so far) of a typeahead request."""
    return _team(body), body["user"]["id"], str(body.get("value", ""))
