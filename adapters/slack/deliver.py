"""Delivering to a DM, once: looked for before any second try, at a pace that Slack allows, to people who are still there."""

import uuid
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.pace import Pace
from adapters.sealing import DOES_NOT_OPEN, CannotUnseal
from adapters.slack.calls import WORKSPACE_GONE, Calls, RateLimited, Refused, Uncertain
from adapters.slack.escaping import Json
from adapters.slack.installs import Install, Installs
from adapters.slack.people import channel_of, is_nobody, profile
from adapters.slack.refusals import GONE_ALREADY, GUEST, LEFT, TOO_MUCH, fate_of
from adapters.slack.render import SMALLER, message
from adapters.slack.speaking import Speaking
from bot.cards import Card
from bot.store import WITHDRAW, Parcel, withdrawn
from scheduler.fates import DeliveryError, Fate

_NAMESPACE = uuid.UUID("2b0f5f0c-8d1a-4d2c-9f43-6c7d1a52b7e0")  # ours: a parcel always bears the same id
_EVENT = "followthrough_message"
_MARGIN = timedelta(seconds=120)  # clocks differ; a look-back begins a little earlier
_LOOKED_AT = 15  # messages of a page
_MOST_PAGES = 40  # of one look-back
_REMEMBERED = 10_000  # people of whom is known what Slack said last
_ANOTHER_KEY = timedelta(minutes=1)  # meanwhile another process may send

_Call = Callable[..., Awaitable[dict[str, Any]]]
Told = Callable[[Install, dict[str, Any]], Awaitable[None]]
_log = structlog.get_logger()


class Delivery:
    """Sends parcels of any workspace: the outbox calls it for each."""

    def __init__(
        self, calls: Calls, installs: Installs, clock: Callable[[], datetime], pace: Pace, told: Told | None = None
    ) -> None:
        """`told` hears what Slack says of somebody now, where it is not what it said last: a zone, a name, that they have left."""
        self._speaking = Speaking(calls, installs)
        self._told = told
        # What Slack said last of whom, to this process.
        self._known: OrderedDict[tuple[str, str], object] = OrderedDict()
        self._installs = installs
        self._clock = clock
        self._pace = pace
        self._read_on: dict[int, tuple[str, int]] = {}  # by parcel: the page of the look-back that comes next
        self._channels: dict[tuple[str, str], str] = {}

    async def __call__(self, parcel: Parcel, card: Card) -> str:
        """`channel:ts` of the message. Raises DeliveryError."""
        try:
            install = await self._installs.of(parcel.address.workspace)
        except CannotUnseal:  # nothing was asked of Slack: it waits for a process that has the right key, however long
            raise DeliveryError(Fate.not_sent, DOES_NOT_OPEN, _ANOTHER_KEY) from None
        if install is None:
            raise DeliveryError(Fate.stopped, "workspace disconnected")
        try:
            if parcel.kind == WITHDRAW:
                return await self._withdraw(install, withdrawn(parcel.key))
            self._pace.check(install.team)
            await self._there(install, parcel.address.user)
            return await self._sent(install, parcel, card)
        except RateLimited as error:
            raise DeliveryError(Fate.not_sent, "ratelimited", timedelta(seconds=error.seconds)) from None
        except Refused as error:
            told = _refused(error)
            if parcel.kind == WITHDRAW and told.fate is Fate.permanent:
                told = DeliveryError(Fate.refused, str(told))  # the message stays; the person is still there
            raise told from None
        except Uncertain as error:
            raise DeliveryError(Fate.uncertain, str(error)) from None

    async def _withdraw(self, install: Install, reference: str) -> str:
        """Takes a message of ours away; one that is gone already is what was wanted."""
        channel, _, ts = reference.partition(":")
        try:
            await self._speaking.call(install, "chat.delete", channel=channel, ts=ts)
        except Refused as error:
            if error.error not in GONE_ALREADY:
                raise
        return reference

    async def _there(self, install: Install, user: str) -> None:
        """Posting to somebody who has left answers ok, so they are asked for first; who is a guest by now is nobody here.

        Perhaps nobody was there to hear it from Slack, nor that they have moved to another zone."""
        answer = await self._safely(self._speaking.ask, install, "users.info", user=user, include_locale=True)
        said = answer.get("user") or {}
        if is_nobody(said):
            if self._told:
                await self._told(install, said)
            raise Refused(LEFT if said.get("deleted") else GUEST)
        await self._changed(install, user, said)

    async def _changed(self, install: Install, user: str, said: dict[str, Any]) -> None:
        """A list waits for no database that is away just now: the next one tells it again."""
        now = profile(said)
        if not (self._told and now.name) or self._known.get((install.team, user)) == now:
            return
        try:
            await self._told(install, said)
        except Exception as error:  # noqa: BLE001 - whatever it is, the list comes
            _log.warning("what slack says of somebody is not on record", error=type(error).__name__)
            return
        self._known[install.team, user] = now
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    async def _sent(self, install: Install, parcel: Parcel, card: Card) -> str:
        """Into the DM that is known; where Slack knows it no more, into the one that is opened anew."""
        key = (install.team, parcel.address.user)
        known = self._channels.get(key) or channel_of(parcel.address)
        if known:
            try:
                return await self._into(known, install, parcel, card)
            except Refused as error:
                if error.error != "channel_not_found":
                    raise
        self._read_on.pop(parcel.id, None)  # a page of the old one says nothing in the new one
        self._channels[key] = await self._opened(install, parcel.address.user)
        return await self._into(self._channels[key], install, parcel, card)

    async def _opened(self, install: Install, user: str) -> str:
        """The DM: posting to a user leaves no place to look back at."""
        answer = await self._safely(self._speaking.call, install, "conversations.open", users=user)
        return str(answer["channel"]["id"])

    async def _into(self, channel: str, install: Install, parcel: Parcel, card: Card) -> str:
        found = await self._look_back(install, parcel, channel) if parcel.uncertain else ""
        return f"{channel}:{found or await self._post(install, parcel, channel, card)}"

    async def _look_back(self, install: Install, parcel: Parcel, channel: str) -> str:
        """The ts of the message if an earlier try arrived: page by page, back to that try. Where Slack wants a pause
        in between, it goes on later where it was."""
        since = (parcel.tried_at or self._clock()) - _MARGIN
        for page in range(self._read_on.get(parcel.id, ("", 0))[1], _MOST_PAGES):
            cursor, _ = self._read_on.get(parcel.id, ("", 0))
            answer = await self._safely(
                self._speaking.ask, install, "conversations.history", channel=channel, oldest=str(since.timestamp()),
                limit=_LOOKED_AT, include_all_metadata=True, **({"cursor": cursor} if cursor else {}),
            )  # fmt: skip
            found = next((str(m["ts"]) for m in answer.get("messages", ()) if _is_ours(m, parcel)), "")
            cursor = (answer.get("response_metadata") or {}).get("next_cursor", "")
            if found or not cursor:
                self._read_on.pop(parcel.id, None)
                return found
            self._read_on[parcel.id] = cursor, page + 1
        self._read_on.pop(parcel.id, None)
        return ""

    async def _post(self, install: Install, parcel: Parcel, channel: str, card: Card) -> str:
        """Once more with half of it where Slack does not take the whole: a list cut short is better than none."""
        try:
            return await self._posted(install, parcel, channel, message(card))
        except Refused as error:
            if error.error not in TOO_MUCH:
                raise
            _log.warning("message too much for slack", parcel=parcel.id, error=error.error)
        return await self._posted(install, parcel, channel, message(card, SMALLER))

    async def _posted(self, install: Install, parcel: Parcel, channel: str, drawn: Json) -> str:
        """Under an id of its own, so that Slack takes it once; under a second one where what came under the first was deleted."""
        try:
            return await self._posted_as(_client_id(parcel), install, parcel, channel, drawn)
        except Refused as error:
            if error.error != "duplicate_message_not_found":
                raise
        return await self._posted_as(_client_id(parcel, again=True), install, parcel, channel, drawn)

    async def _posted_as(self, client_id: str, install: Install, parcel: Parcel, channel: str, drawn: Json) -> str:
        await self._pace.wait(install.team)
        try:
            answer = await self._speaking.call(
                install, "chat.postMessage", channel=channel, client_msg_id=client_id,
                metadata={"event_type": _EVENT, "event_payload": {"key": _key(parcel)}},
                unfurl_links=False, unfurl_media=False, **drawn,
            )  # fmt: skip
        except RateLimited as error:
            raise self._pace.close(install.team, error.seconds) from None
        except Refused as error:
            if error.error != "duplicate_message":
                raise
            return await self._look_back(install, parcel, channel) or "duplicate"
        return str(answer["ts"])

    async def _safely(self, call: _Call, install: Install, method: str, **arguments: Any) -> dict[str, Any]:
        """A call that changes nothing worth doubting: without an answer it is simply asked again later."""
        try:
            return await call(install, method, **arguments)
        except Uncertain as error:
            raise Refused("not_connected") from error


def _refused(error: Refused) -> DeliveryError:
    return DeliveryError(Fate.stopped, error.error) if error.error in WORKSPACE_GONE else fate_of(error)


def _key(parcel: Parcel) -> str:
    return f"{parcel.organisation_id}:{parcel.id}"


def _client_id(parcel: Parcel, *, again: bool = False) -> str:
    name = f"{parcel.address.workspace}:{parcel.address.user}:{parcel.key}{':again' if again else ''}"
    return str(uuid.uuid5(_NAMESPACE, name))


def _is_ours(message: dict[str, Any], parcel: Parcel) -> bool:
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    return payload.get("key") == _key(parcel) or message.get("client_msg_id") in {
        _client_id(parcel),
        _client_id(parcel, again=True),
    }
