"""The admin page as web pages: signed in by a link of the bot's, plain forms, no script. It holds no rule of what may be set.

GET /admin/in/{token} asks for one press, since programs that look at links open them too; that press uses the link up.
GET /admin/{part} shows; what is posted there is answered above the part as it stands then.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from adapters.local.guarding import is_local
from adapters.local.render import Posting, card_html, form_html
from adapters.local.signing import Signer
from bot.app import App
from bot.cards import Form, Reply
from bot.views import administering as views
from bot.views.administering import Part

if TYPE_CHECKING:
    from bot.adminpage import AdminPage, SignedIn

ROOT = "/admin"
_COOKIE = "followthrough_admin"  # behind TLS with __Host-, which browsers take from no other host, path or plain http
_LASTS = 8 * 3_600  # seconds; the session itself ends then, whatever a browser keeps
_HERE = Path(__file__).parent
_STYLES = frozenset({"page.css", "admin.css"})
_OWN = frozenset({"token", "form", "key", "command", "pressed_on"})  # what our pages post beside a form's fields
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_templates = Environment(
    loader=FileSystemLoader(_HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_log = structlog.get_logger()
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Admin:
    """The pages. `address` is the public one (https://…); without it they answer this machine only, as the trial page does."""

    def __init__(self, app: App, secret: str, address: str = "") -> None:
        self._app = app
        self._signer = Signer(secret or secrets.token_hex(32))
        self._address = address
        self._is_tls = address.startswith("https:")
        self._cookie, self._path = (f"__Host-{_COOKIE}", "/") if self._is_tls else (_COOKIE, ROOT)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(ROOT, self._guarded(self.home)),
            web.get(f"{ROOT}/style/{{name}}", self._guarded(self.style)),
            web.get(f"{ROOT}/in/{{token}}", self._guarded(self.ask)),
            web.post(f"{ROOT}/in/{{token}}", self._guarded(self.sign_in)),
            web.post(f"{ROOT}/out", self._guarded(self.sign_out)),
            web.get(f"{ROOT}/{{part}}", self._guarded(self.show)),
            web.post(f"{ROOT}/{{part}}", self._guarded(self.do)),
        ]

    @cached_property
    def _desk(self) -> "AdminPage":
        from bot.adminpage import AdminPage  # noqa: PLC0415 - all that a message needs, which is loaded beside the start

        return AdminPage(self._app)

    async def home(self, _: web.Request) -> web.StreamResponse:
        raise web.HTTPSeeOther(f"{ROOT}/{Part.figures}")

    async def style(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["name"] not in _STYLES:
            raise web.HTTPNotFound
        return web.FileResponse(_HERE / "static" / request.match_info["name"])

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """One press more: it is not used up by a program that looks at links, and the cookie may be strict."""
        member = await asyncio.to_thread(self._desk.waits_for, request.match_info["token"])
        return _drawn("admin_in.html", member=member) if member else _no_entry()

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        session = await asyncio.to_thread(self._desk.sign_in, request.match_info["token"])
        if session is None:
            return _no_entry()
        entered = web.Response(status=303, headers={"Location": ROOT})  # so that the link leaves the address bar
        self._stay(entered, session)
        return entered

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        admin = await self._admin(request)
        posted = await request.post()
        if admin and self._signer.is_form_token(str(posted.get("token", "")), admin.session):
            await asyncio.to_thread(self._desk.sign_out, admin.session)
        left = _drawn("admin_no.html", status=200, title=views.SIGNED_OUT, said=views.COME_BACK)
        left.del_cookie(self._cookie, path=self._path, secure=self._is_tls, httponly=True, samesite="Strict")
        return left

    async def show(self, request: web.Request) -> web.StreamResponse:
        admin, part = await self._admin(request), _part(request)
        return await self._page(admin, part) if admin else _no_entry()

    async def do(self, request: web.Request) -> web.StreamResponse:
        admin, part = await self._admin(request), _part(request)
        if admin is None:
            return _no_entry()
        posted = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        if not self._signer.is_form_token(posted.get("token", ""), admin.session):
            return _drawn("admin_no.html", status=403, title=views.NO_ENTRY, said=views.NOT_FROM_HERE)
        fields = tuple((name, value) for name, value in posted.items() if name not in _OWN)
        text, key = posted.get("form") or posted.get("command", ""), posted.get("key", "")
        given = fields if "form" in posted else None
        reply = await asyncio.to_thread(self._desk.do, admin, text, given, key)
        admin = await self._admin(request)  # they may have made themselves something else
        return await self._page(admin, part, reply) if admin else _no_entry()

    async def _admin(self, request: web.Request) -> "SignedIn | None":
        session = self._signer.session_in(request.cookies.get(self._cookie, ""), self._app.clock())
        return await asyncio.to_thread(self._desk.signed_in, session) if session else None

    async def _page(self, admin: "SignedIn", part: Part, reply: Reply | None = None) -> web.Response:
        shown = await asyncio.to_thread(self._desk.shown, admin, part)
        token = self._signer.form_token(admin.session)
        posting = Posting(f"{ROOT}/{part}", (("token", token),))
        answered = [card_html(reply.card, posting=posting)] if reply else []
        answered += [form_html(_keyed(reply.form), posting=posting)] if reply and reply.form else []
        is_asked_again = bool(reply and reply.form and reply.form.command in {form.command for form in shown.forms})
        page = _drawn(
            "admin.html", member=admin.member, part=part, parts=views.TITLES, lead=views.LEADS[part], token=token,
            reply=Markup("").join(answered), cards=[card_html(card, posting=posting) for card in shown.cards],
            forms=[] if is_asked_again else [form_html(_keyed(form), posting=posting) for form in shown.forms],
        )  # fmt: skip
        self._stay(page, admin.session)
        return page

    def _stay(self, response: web.Response, session: str) -> None:
        """Half an hour more, within the eight that a session lasts."""
        value = self._signer.cookie(session, self._app.clock())
        response.set_cookie(
            self._cookie, value, path=self._path, httponly=True, secure=self._is_tls, samesite="Strict", max_age=_LASTS
        )

    def _guarded(self, handler: Handler) -> Handler:
        """No other site's form, no other machine where there is no public address; one apology for a bug."""

        async def guard(request: web.Request) -> web.StreamResponse:
            if not (self._is_ours(request) and (self._address or is_local(request, nameless=True))):
                response: web.StreamResponse = _no_entry()
            else:
                try:
                    response = await handler(request)
                except web.HTTPException as error:
                    error.headers.update(HEADERS)
                    raise
                except Exception:  # noqa: BLE001 - the page's one outer guard; its path may hold a link and is not told
                    _log.exception("the admin page failed")
                    response = _drawn("admin_no.html", status=500, title=views.OOPS, said=views.ONCE_MORE)
            response.headers.update(HEADERS)
            return response

        return guard

    def _is_ours(self, request: web.Request) -> bool:
        """A browser tells where a form was; "null" is what our own pages say, since they tell no site where one was."""
        if request.method != "POST":
            return True
        origin = request.headers.get("Origin", "null")
        own = self._address or f"http://{request.host}"
        is_own = origin in {"null", "{0.scheme}://{0.netloc}".format(urlsplit(own))}
        return is_own and request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}


def _part(request: web.Request) -> Part:
    try:
        return Part(request.match_info["part"])
    except ValueError:
        raise web.HTTPNotFound from None


def _keyed(form: Form) -> Form:
    """A second press on the same form changes nothing."""
    return replace(form, key=f"admin:{secrets.token_hex(8)}")


def _no_entry() -> web.Response:
    """The same for every reason: nobody learns which links there were."""
    return _drawn("admin_no.html", status=403, title=views.NO_ENTRY, said=views.HOW_TO_ENTER)


def _drawn(template: str, *, status: int = 200, **told: Any) -> web.Response:
    return web.Response(text=_templates.get_template(template).render(**told), content_type="text/html", status=status)
