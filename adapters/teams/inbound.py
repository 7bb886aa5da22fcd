"""What Teams sends, as what somebody said and where. Pure: an activity goes in, `Said` comes out.

The key of each is Teams' own id of that activity, and of what is pressed or filled in the token it was drawn with. Teams
sends what was not answered in time again, first with the same id, then with a new one: so who says what at which moment is
a second key. A person who says the same twice says it at two moments.
"""

import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from adapters.teams.pressing import Pressed, pressed
from adapters.teams.verify import tenant_of

Activity = Mapping[str, Any]

_LOG_CALL = re.compile(r"^/?\s*log[ \t]*call\b", re.IGNORECASE)
_OF_PEOPLE = "19:"  # how the id of every chat among people begins
_TAG = re.compile(r"<[^>]*>")
_BLOCK_ENDS = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li)>")


class Surface(StrEnum):
    """Where something was said, which decides how it is answered."""

    direct = "direct"  # words in the chat with the bot
    mention = "mention"  # words in a group chat or a channel
    press = "press"  # Action.Execute: answered in Teams' own request
    submit = "submit"  # Action.Submit: a message that carries a value and no text
    dialog = "dialog"  # a window over everything


@dataclass(frozen=True)
class Place:
    tenant: str
    user: str  # Microsoft's id of the person, the same in every app
    surface: Surface
    conversation: str
    message: str = ""  # the one that was pressed on

    is_direct: bool = True


@dataclass(frozen=True)
class Event:
    """By what a repeat is known. `id` and `moment` are empty when Teams does not tell them."""

    id: str  # Teams' own of the activity, and where
    content: str  # who says what and where, as a digest
    moment: str  # the same, with when


@dataclass(frozen=True)
class Said:
    """One thing somebody typed, pressed or filled in. `problem`: nothing can be done by it, and why.

    `token`: the key that it brings back from its card or form; the same on every repeat, and on every press of it."""

    place: Place
    text: str
    event: Event
    fields: Mapping[str, str] | None = None
    pressed_on: str = ""
    problem: str = ""
    token: str = ""
    among: str = ""  # of a press: the group in which it was asked, as the card says
    written_at: datetime | None = None  # of a message that is kept: when it was written

    @property
    def keys(self) -> tuple[str, str]:
        """What it is stored under: never twice under either."""
        return (self.token, "") if self.token else (self.event.id, self.event.moment)


def from_message(activity: Activity) -> Said:
    """A submitted card comes as a message with a value and no text."""
    if activity.get("value") and not typed_in(activity):
        return _pressed(activity, activity["value"], Surface.submit)
    place = _place(activity, Surface.direct if is_direct(activity) else Surface.mention)
    return Said(place, typed_in(activity) or "help", event_of(activity))


def from_execute(activity: Activity) -> Said:
    action = _mapping(_mapping(activity.get("value")).get("action"))
    return _pressed(activity, _mapping(action.get("data")), Surface.press)


def from_dialog(activity: Activity) -> Said:
    """task/fetch and task/submit, and their twins of a message extension."""
    value = _mapping(activity.get("value"))
    return _pressed(activity, _mapping(value.get("data")), Surface.dialog)


def from_extension(activity: Activity) -> Said:
    """A call to log; the message it was opened on is what happened."""
    payload = _mapping(_mapping(activity.get("value")).get("messagePayload"))
    line = _plain(str(_mapping(payload.get("body")).get("content", "")))
    fields = {"line": line} if line else None
    place, event, written_at = _place(activity, Surface.dialog), event_of(activity), _moment(payload)
    return Said(place, "logcall", event, fields, written_at=written_at)


def _moment(payload: Mapping[str, Any]) -> datetime | None:
    """When a message was written, where its time can be read, with its zone."""
    try:
        moment = datetime.fromisoformat(str(payload.get("createdDateTime") or ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def event_of(activity: Activity) -> Event:
    where, id_ = activity["conversation"]["id"], activity.get("id", "")
    told = [tenant_of(activity), activity["from"]["id"], where, *map(activity.get, ("type", "name", "text", "value"))]
    content = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    when = activity.get("localTimestamp") or activity.get("timestamp")
    return Event(f"said:{where}:{id_}" if id_ else "", content, f"at:{when}:{content}" if when else "")


def is_refresh(activity: Activity) -> bool:
    """A client that asks for a card anew by itself: nobody pressed anything."""
    return _mapping(activity.get("value")).get("trigger") == "automatic"


def is_direct(activity: Activity) -> bool:
    """The chat of one person with the bot. A message extension is also opened in chats of two people: not ours to write in."""
    conversation = activity["conversation"]
    if str(activity.get("name", "")).startswith("composeExtension/") or conversation["id"].startswith(_OF_PEOPLE):
        return False
    return bool(conversation.get("conversationType", "personal") == "personal")


def asks_for(activity: Activity) -> str:
    """What was typed so far, of a typeahead or of a search."""
    value = _mapping(activity.get("value"))
    if "queryText" in value:
        return str(value["queryText"] or "")
    parameters = value.get("parameters")
    first = _mapping(parameters[0]) if isinstance(parameters, list) and parameters else {}
    return str(first.get("value") or "") if first.get("name") != "initialRun" else ""


def typed_in(activity: Activity) -> str:
    """What was typed, without the mention of the bot itself; a name in the sentence that is like the bot's stays."""
    text = str(activity.get("text") or "")
    for mention in _own_mentions(activity):
        text = text.replace(mention, " ", 1)
    if activity.get("textFormat") == "xml":
        text = html.unescape(_TAG.sub(" ", text))
    return _LOG_CALL.sub("logcall", text.replace("\u00a0", " ").strip())


def zone_in(activity: Activity) -> str:
    return str(activity.get("localTimezone") or _client_info(activity).get("timezone") or "")


def locale_in(activity: Activity) -> str:
    return str(activity.get("locale") or _client_info(activity).get("locale") or "")


def adds_the_bot(activity: Activity) -> bool:
    """Both of the events that an installation fires say so; whoever is greeted is greeted once."""
    if activity["type"] == "installationUpdate":
        return str(activity.get("action", "")).startswith("add")
    added = activity.get("membersAdded") or []
    return any(_mapping(member).get("id") == activity["recipient"]["id"] for member in added)


def removes_the_bot(activity: Activity) -> bool:
    return activity["type"] == "installationUpdate" and str(activity.get("action", "")).startswith("remove")


def _pressed(activity: Activity, data: Mapping[str, Any], surface: Surface) -> Said:
    told: Pressed = pressed(data)
    place = _place(activity, surface)
    event = event_of(activity)
    if told.fields is not None:
        once = told.key or (f"filled:{told.token}" if told.token else "")
        return Said(place, told.command, event, told.fields, token=once)
    once = f"press:{place.conversation}:{told.token}:{told.command}" if told.token else ""
    return Said(place, told.command, event, None, told.key, told.problem, once, told.among)


def _place(activity: Activity, surface: Surface) -> Place:
    return Place(
        tenant_of(activity), activity["from"]["aadObjectId"], surface, activity["conversation"]["id"],
        str(activity.get("replyToId") or ""), is_direct(activity),
    )  # fmt: skip


def _own_mentions(activity: Activity) -> Iterator[str]:
    for entity in map(_mapping, activity.get("entities") or []):
        mentioned = _mapping(entity.get("mentioned"))
        written = entity.get("text")
        if entity.get("type") == "mention" and mentioned.get("id") == activity["recipient"]["id"]:
            yield from [written] if isinstance(written, str) and written else []


def _client_info(activity: Activity) -> Mapping[str, Any]:
    entities = map(_mapping, activity.get("entities") or [])
    return next((entity for entity in entities if entity.get("type") == "clientInfo"), {})


def _plain(markup: str) -> str:
    """A message of Teams, which is HTML, as it was typed."""
    text = html.unescape(_TAG.sub("", _BLOCK_ENDS.sub("\n", markup))).replace("\u00a0", " ")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
