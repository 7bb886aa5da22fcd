"""What stands before the page: this machine only, a sentence for a bad request, one apology for a bug.

Host and Origin are checked before anything is read, so that no other site can use a browser here.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from adapters.local.inbound import BadRequest

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none, a browser posts a plain form from "null", and is refused
}
_OOPS = "Something went wrong on our side. What you typed was not kept; please send it once more."
_log = structlog.get_logger()
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guarded(handler: Handler) -> Handler:
    """The page's one outer guard: foreign hosts are refused, a bad request is told why, a bug says sorry."""

    async def guard(request: web.Request) -> web.StreamResponse:
        if not is_local(request):
            return _error(403, "This page answers its own machine only: open it as http://127.0.0.1 with its port.")
        try:
            response = await handler(request)
        except BadRequest as error:
            return _error(400, str(error))
        except web.HTTPRequestEntityTooLarge:
            return _error(400, "That is more than this page takes at once. Send it in parts.")
        except web.HTTPException:
            raise
        except Exception:  # noqa: BLE001 - the adapter's single outer guard: one apology, the traceback in the log
            _log.exception("the page failed", path=request.path)
            return _error(500, _OOPS)
        response.headers.update(HEADERS)
        return response

    return guard


def is_local(request: web.Request, *, nameless: bool = False) -> bool:
    """Host is a loopback name with the port that was bound, and Origin, when a browser sends it, is the same place.

    `nameless`: pages that tell no site where one was post from "null".
    """
    host = urlsplit(f"//{request.host}")
    address = request.transport.get_extra_info("sockname") if request.transport else None
    try:
        right_port = address is None or (host.port or 80) == address[1]
    except ValueError:
        return False
    if host.hostname not in LOOPBACK or not right_port:
        return False
    origin = request.headers.get("Origin")
    return origin is None or (nameless and origin == "null") or origin == f"http://{request.host}"


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)
