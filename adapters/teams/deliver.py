"""Delivering to somebody's own chat. Teams keeps no history that a bot may read: what may have arrived is sent once more,
says so, and then nobody knows. Its buttons act once all the same.
"""

import asyncio
import hashlib
from dataclasses import replace

import structlog

from adapters.pace import Pace
from adapters.teams import messages, render
from adapters.teams.botframework import BotFramework, Json
from adapters.teams.errors import RateLimited, Refused, Uncertain
from adapters.teams.people import People
from adapters.teams.reference import Reference
from bot.cards import Card, Reply
from bot.store import WITHDRAW, Database, Parcel, withdrawn
from bot.tally import TALLY
from bot.views.platforms import sent_again
from scheduler.fates import DeliveryError, Fate

PER_SECOND = 10.0  # a third of what Teams allows an app in one tenant
_LONGEST_TEXT = 4_000  # characters, of a card that Teams found too long
_NOT_ASKED, _UNAUTHORISED, _FORBIDDEN, _NOT_THERE, _BUSY, _TOO_LONG = 0, 401, 403, 404, 412, 413
_FOR_GOOD = ("403", "404", "the app")  # how the reasons begin that only the person can undo
_log = structlog.get_logger()


class Delivery:
    """Sends parcels of any tenant: the outbox calls it for each."""

    def __init__(self, frame: BotFramework, people: People, database: Database, pace: Pace) -> None:
        self._frame = frame
        self._people = people
        self._database = database
        self._pace = pace

    async def __call__(self, parcel: Parcel, card: Card) -> str:
        """`conversation:id` of the message. Raises DeliveryError."""
        if parcel.kind == WITHDRAW:
            return await self._withdraw(parcel)
        if parcel.repeated:
            raise DeliveryError(Fate.unknown, "sent again, and not sure either time")
        where, lost = await self._people.reference(parcel.organisation_id, parcel.address)
        if lost.startswith(_FOR_GOOD):  # until they are heard of again
            raise DeliveryError(Fate.permanent, lost)
        if not where.user:
            raise DeliveryError(Fate.permanent, "never seen in Teams")
        await self._pace.wait(parcel.address.workspace)
        if parcel.uncertain:
            await asyncio.to_thread(self._database.operate, lambda operator: operator.repeat(parcel))
            card = sent_again(card)
            TALLY.add("messages_repeated", platform=parcel.address.platform)
        try:
            return await self._sent(parcel, where, card)
        except Refused as error:
            raise self._refused(parcel, error) from None
        except Uncertain as error:
            raise DeliveryError(Fate.unknown if parcel.uncertain else Fate.uncertain, str(error)) from None

    async def _withdraw(self, parcel: Parcel) -> str:
        """Takes a message of ours away; one that is gone already is what was wanted, and asking twice does no harm."""
        where, _ = await self._people.reference(parcel.organisation_id, parcel.address)
        reference = withdrawn(parcel.key)
        conversation, _, message_id = reference.rpartition(":")
        await self._pace.wait(parcel.address.workspace)
        try:
            await self._frame.delete(replace(where, conversation=conversation), message_id)
        except Refused as error:
            if error.status != _NOT_THERE:
                told = self._refused(parcel, error)
                raise (DeliveryError(Fate.refused, str(told)) if told.fate is Fate.permanent else told) from None
        except Uncertain as error:
            raise DeliveryError(Fate.uncertain, str(error)) from None
        return reference

    async def _sent(self, parcel: Parcel, where: Reference, card: Card) -> str:
        message = messages.message(Reply(card), token=_token(parcel), alerts=True)
        try:
            return await self._posted(parcel, where, message)
        except Refused as error:
            if error.status != _TOO_LONG:
                raise
        return await self._posted(
            parcel, where, {"type": "message", "text": render.text(card)[:_LONGEST_TEXT], "textFormat": "plain"}
        )

    async def _posted(self, parcel: Parcel, where: Reference, message: Json) -> str:
        """Into the chat that is known; once into a new one when that is gone."""
        chat = await self._opened(parcel, where)
        try:
            return f"{chat.conversation}:{await self._frame.send(chat, message)}"
        except Refused as error:
            if error.status != _NOT_THERE:
                raise
        chat = await self._opened(parcel, where, anew=True)
        return f"{chat.conversation}:{await self._frame.send(chat, message)}"

    async def _opened(self, parcel: Parcel, where: Reference, *, anew: bool = False) -> Reference:
        """Opening a chat twice opens one: without an answer it is simply asked again later."""
        try:
            return await self._people.chat(parcel.organisation_id, parcel.address, where, anew=anew)
        except Uncertain as error:
            raise Refused(_NOT_ASKED, str(error)) from error

    def _refused(self, parcel: Parcel, error: Refused) -> DeliveryError:
        tenant = parcel.address.workspace
        if isinstance(error, RateLimited):
            return self._pace.close(tenant, error.seconds, str(error))
        if error.status in {_NOT_ASKED, _BUSY}:
            return DeliveryError(Fate.not_sent, str(error))
        if error.status in {_FORBIDDEN, _NOT_THERE}:
            return DeliveryError(Fate.permanent, str(error))
        _log.error("teams refused a message", tenant=tenant, error=str(error))
        return DeliveryError(Fate.stopped if error.status == _UNAUTHORISED else Fate.refused, str(error))


def _token(parcel: Parcel) -> str:
    """The same for a message and its repeat, so that a button on both acts once."""
    return hashlib.sha256(f"{parcel.organisation_id}:{parcel.id}".encode()).hexdigest()[:16]
