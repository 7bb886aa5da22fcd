"""The one web application: health for operators, and the routes of each platform that is set up."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from importlib import metadata

from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.local.inbound import LONGEST_BODY
from bot.store import Database


@web.middleware
async def _readable(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A body that is not compressed as it says, or ends too soon, is the sender's fault, on every route and before anybody is asked who they are."""
    try:
        return await handler(request)
    except web.RequestPayloadError as error:
        request.content.feed_eof()  # there is no rest to wait for: aiohttp would read on, and log its own surprise
        raise web.HTTPBadRequest from error
    except ConnectionResetError:
        if request.transport is not None and not request.transport.is_closing():
            raise
        return web.Response(status=400)  # whoever sent it has hung up in the middle, and reads nothing


def application(
    database: Database, routes: Iterable[web.RouteDef], states: Mapping[str, Callable[[], str]] | None = None
) -> web.Application:
    """`routes` come from the platforms; /healthz and /readyz are always there. `states`: of a platform, "ok" or what is wrong.

    Only the database decides whether this process serves: nobody is helped by taking it away for a platform's sake."""

    async def health(_: web.Request) -> web.Response:
        healthy = await asyncio.to_thread(database.is_healthy)
        body = {
            "ok": healthy,
            "version": metadata.version("followthrough"),
            "tzdata": metadata.version("tzdata"),
            "database": "ok" if healthy else "unreachable",
            **{name: state() for name, state in (states or {}).items()},
        }
        return web.json_response(body, status=200 if healthy else 503)

    made = web.Application(client_max_size=LONGEST_BODY, middlewares=[_readable])
    made.add_routes([web.get("/healthz", health), web.get("/readyz", health), *routes])
    return made
