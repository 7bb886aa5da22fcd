"""The message extension: a call logged from any chat, in a window; and a deal looked up, to be put into one's own message."""

from dataclasses import replace

from adapters.teams import inbound, render
from adapters.teams.answering import Answering
from adapters.teams.botframework import Json
from adapters.teams.inbound import Activity, Place, Said, Surface
from adapters.teams.verify import tenant_of
from bot.cards import Buttons, Card, Line

_MOST = 10
_THUMBNAIL = "application/vnd.microsoft.card.thumbnail"


class Extension:
    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    async def opened(self, activity: Activity) -> Json:
        return await self._answering.to_dialog(activity, inbound.from_extension(activity))

    async def found(self, activity: Activity) -> Json:
        """Names alone: what is recorded comes when one of them is chosen."""
        names = await self._answering.search(activity)
        return _result([_named(number, name) for number, name in names[:_MOST]])

    async def chosen(self, activity: Activity) -> Json:
        """Where they are on that deal, as they themselves put it before others: without buttons, which are theirs alone."""
        number = str((activity.get("value") or {}).get("deal", ""))
        place = Place(tenant_of(activity), activity["from"]["aadObjectId"], Surface.dialog, "", is_direct=False)
        reply = await self._answering.reply_to(activity, Said(place, f"where {number}", inbound.event_of(activity)))
        return _result([render.attachment(_unpressed(reply.card))])


def _named(number: str, name: str) -> Json:
    tap = {"type": "invoke", "value": {"deal": number}}
    preview = {"contentType": _THUMBNAIL, "content": {"title": name, "tap": tap}}
    return {**render.attachment(Card(name)), "preview": preview}


def _result(attachments: list[Json]) -> Json:
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}


def _unpressed(card: Card) -> Card:
    blocks = (replace(b, buttons=(), more=()) if isinstance(b, Line) else b for b in card.blocks)
    return replace(card, blocks=tuple(block for block in blocks if not isinstance(block, Buttons)))
