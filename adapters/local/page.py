"""The page and its wire. It answers this machine only: Host and Origin are checked before anything is read."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from adapters.local.clock import MovableClock
from adapters.local.guarding import guarded
from adapters.local.importing import Importing
from adapters.local.inbound import BadRequest, json_object, member_named, message_from, moment_from
from adapters.local.render import card_html, file_html, reply_html
from adapters.local.sample import PLATFORM
from bot.app import App
from bot.cards import Card, Message, Notice, Reply
from bot.commands import HELP
from bot.days import written
from bot.model import Address, Member, Profile
from bot.wire import as_json
from bot.worktime import next_list_at, today_for
from scheduler.ticker import Ticker

HERE = Path(__file__).parent
_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_log = structlog.get_logger()
_REMEMBERED = 30  # answers a member, in memory
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Said:
    """One answer on the page and what was typed for it, or a message that arrived (`dm` is its number)."""

    at: datetime
    typed: str
    answer: Markup
    dm: int = 0
    when: str = ""


class Page:
    """The local page of one organisation."""

    def __init__(self, app: App, clock: MovableClock, ticker: Ticker, organisation_id: int) -> None:
        self._app = app
        self._clock = clock
        self._ticker = ticker
        self._organisation_id = organisation_id
        self._seen: set[int] = set()  # who has written here since the start
        # What was posted without a script, so that a reload shows it again; the script keeps its own page.
        self._said: defaultdict[int, deque[Said]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", guarded(self.page)),
            web.get("/local/members", guarded(self.members)),
            web.post("/local/message", guarded(self.message)),
            web.post("/local/clock", guarded(self.move_clock)),
            web.get("/local/dms", guarded(self.dms)),
            web.get("/local/deals", guarded(self.deals)),
            web.get("/local/static/{name}", guarded(self.static)),
            *Importing(self._app, self._organisation_id, _templates).routes(),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        members = await self._members()
        asked = request.query.get("member", "")
        member = member_named(asked, members) if asked else _first_rep(members)
        return await self._whole_page(member, members)

    async def members(self, _: web.Request) -> web.StreamResponse:
        now = self._clock()
        people = [
            {
                "id": m.id,
                "name": m.name,
                "role": m.role.value,
                "zone": m.zone,
                "now": _local(m, now).isoformat(),
                "next_digest_at": next_list_at(m, now).isoformat(),
            }
            for m in await self._members()
        ]
        return web.json_response({"now": now.isoformat(), "members": people})

    async def message(self, request: web.Request) -> web.StreamResponse:
        is_form = request.content_type == "application/x-www-form-urlencoded"
        content = await _posted(request) if is_form else json_object(await request.read())
        members = await self._members()
        member = member_named(content.get("member"), members)
        await self._arrives(member)
        reply = await asyncio.to_thread(self._app.answer, message_from(content, member))
        if is_form:
            said = Said(
                self._clock(), str(content.get("text") or ""), Markup("").join(map(Markup, _drawn(reply, member)))
            )
            self._said[member.id].append(said)
            return await self._whole_page(member, members)
        card, form = _drawn(reply, member)
        if request.headers.get("Accept", "").startswith("text/html"):
            return web.Response(text=card + form, content_type="text/html")
        return web.json_response(
            {
                "card": as_json(reply.card),
                "form": as_json(reply.form) if reply.form else None,
                "file": as_json(reply.file) if reply.file else None,
                "replaces": reply.replaces,
                "html": {"card": card, "form": form},
            }
        )

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        is_form = request.content_type == "application/x-www-form-urlencoded"
        content = await _posted(request) if is_form else json_object(await request.read())
        members = await self._members()
        member = member_named(content["member"], members) if content.get("member") else _first_rep(members)
        moment = moment_from(content.get("to"), member, self._clock())
        try:
            await asyncio.to_thread(self._clock.move_to, moment)
        except ValueError:
            raise BadRequest("The clock only moves forward, so that no morning comes twice.") from None
        await self._ticker.tick_once()
        if is_form:
            return await self._whole_page(member, members)
        why = await asyncio.to_thread(self._app.why_no_list, self._organisation_id, member.id, moment)
        return web.json_response(
            {"now": self._clock().isoformat(), "dms": await self._inbox(member), "why_no_list": why}
        )

    async def dms(self, request: web.Request) -> web.StreamResponse:
        member = member_named(request.query.get("member", ""), await self._members())
        return web.json_response({"now": self._clock().isoformat(), "dms": await self._inbox(member)})

    async def deals(self, request: web.Request) -> web.StreamResponse:
        """Deals that fit what was typed so far, for completion."""
        member = member_named(request.query.get("member", ""), await self._members())
        typed = request.query.get("q", "")
        found = await asyncio.to_thread(self._app.search_deals, self._organisation_id, member.id, typed)
        named = [
            {"name": deal.company or deal.title, "about": deal.title if deal.company else "", "full": deal.full_label}
            for deal in found
        ]
        return web.json_response({"deals": named})

    async def static(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in {"page.css", "page.js"}:
            raise web.HTTPNotFound
        return web.FileResponse(HERE / "static" / name)

    async def _arrives(self, member: Member) -> None:
        """Whoever writes here is seen here, and has their list here unless a platform knows them already."""
        if member.id in self._seen:
            return
        is_nowhere = await asyncio.to_thread(self._app.is_nowhere, self._organisation_id, member.id)
        if member.email and is_nowhere:
            profile = Profile(member.name, member.zone, member.locale, member.email)
            here = Address(PLATFORM, PLATFORM, str(member.id))
            await asyncio.to_thread(self._app.join, self._organisation_id, here, profile)
        self._seen.add(member.id)

    async def _members(self) -> tuple[Member, ...]:
        return await asyncio.to_thread(self._app.members, self._organisation_id)

    async def _notices(self, member: Member) -> tuple[Notice, ...]:
        return await asyncio.to_thread(self._app.inbox, self._organisation_id, member.id)

    async def _inbox(self, member: Member) -> list[dict[str, Any]]:
        return [
            {
                "id": notice.id,
                "at": notice.at.isoformat(),
                "card": as_json(notice.card),
                "html": card_html(notice.card, str(member.id)),
            }
            for notice in await self._notices(member)
        ]

    async def _whole_page(self, member: Member, members: tuple[Member, ...]) -> web.Response:
        arrived = [
            Said(notice.at, "", card_html(notice.card, str(member.id)), notice.id, _when(member, notice.at))
            for notice in await self._notices(member)
        ]
        talk = sorted([*arrived, *self._said[member.id]], key=lambda said: said.at)
        welcome = ""
        if not talk:
            hello = await asyncio.to_thread(self._app.answer, Message(member.organisation_id, member.id, "help"))
            welcome = card_html(Card(f"Hello {member.first_name}.", hello.card.blocks), str(member.id))
        page = _templates.get_template("page.html").render(
            member=member, members=members, clock=_when(member, self._clock()), talk=talk, welcome=welcome,
            commands=[{"word": word, "example": row.example, "meaning": row.meaning} for word, row in HELP.items()],
        )  # fmt: skip
        return web.Response(text=page, content_type="text/html")


async def _posted(request: web.Request) -> dict[str, Any]:
    """A form post: the fields of a card's button, or of a form to fill in."""
    posted = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    if "form" in posted:
        own = {"member", "form", "key", "pressed_on"}
        posted_fields = {name: value for name, value in posted.items() if name not in own}
        return {**{name: value for name, value in posted.items() if name in own}, "fields": posted_fields}
    return dict(posted)


def _drawn(reply: Reply, member: Member) -> tuple[str, str]:
    file = file_html(reply.file) if reply.file else Markup("")
    card, form = reply_html(reply, str(member.id))
    return str(card + file), str(form)


def _first_rep(members: tuple[Member, ...]) -> Member:
    return next((member for member in members if member.role.value == "rep"), members[0])


def _local(member: Member, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(member.zone))


def _when(member: Member, at: datetime) -> str:
    there = _local(member, at)
    return f"{written(there.date(), today_for(member, at))}, {there:%H:%M}"
