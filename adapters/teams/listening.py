"""Everything that Teams may send, each kind to what answers it: one dict of kinds, one of invokes."""

from collections.abc import Awaitable, Callable

import structlog

from adapters.teams import forms, inbound, messages
from adapters.teams.answering import Answering
from adapters.teams.botframework import Json
from adapters.teams.extension import Extension
from adapters.teams.inbound import Activity
from adapters.teams.installing import Installing
from adapters.teams.shape import is_ours
from bot.views.platforms import went_wrong
from scheduler.failures import wordless

_Answer = Callable[[Activity], Awaitable[Json | None]]
_log = structlog.get_logger()


class Listening:
    def __init__(self, answering: Answering, extension: Extension, installing: Installing) -> None:
        self._answering = answering
        self._kinds: dict[str, Callable[[Activity], Awaitable[None]]] = {
            "message": answering.to_message,
            "installationUpdate": installing.changed,
            "conversationUpdate": installing.changed,
        }
        self._invokes: dict[str, _Answer] = {
            "adaptiveCard/action": answering.to_execute,
            "task/fetch": self._dialog,
            "task/submit": self._dialog,
            "composeExtension/fetchTask": extension.opened,
            "composeExtension/submitAction": self._dialog,
            "composeExtension/query": extension.found,
            "composeExtension/selectItem": extension.chosen,
            "application/search": self._type_ahead,
        }

    async def __call__(self, activity: Activity) -> Json | None:
        """The body of an invoke's answer. Nothing that breaks here becomes an HTTP error: Teams would send it again."""
        if not is_ours(activity):
            return None
        try:
            if activity["type"] == "invoke":
                answer = self._invokes.get(str(activity.get("name")))
                return await answer(activity) if answer else {}
            await self._kinds[activity["type"]](activity)
        except Exception as error:  # noqa: BLE001 - the adapter's one outer guard
            _log.exception("teams activity failed", kind=activity["type"], exc_info=wordless(error))
            return messages.failed(went_wrong())
        return None

    async def _dialog(self, activity: Activity) -> Json:
        return await self._answering.to_dialog(activity, inbound.from_dialog(activity))

    async def _type_ahead(self, activity: Activity) -> Json:
        names = await self._answering.search(activity)
        return {"statusCode": 200, **forms.found(names, inbound.asks_for(activity))}
