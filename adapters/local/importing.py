"""The page's way to import a file: plain forms that work without script. It holds no wording and no rule of importing.

GET /local/import asks for a file; what is posted there is shown at /local/import/{key}: columns to name, a preview,
progress, the report.
"""

import asyncio
from pathlib import Path
from typing import Any, BinaryIO

from aiohttp import BodyPartReader, web
from jinja2 import Environment

from adapters.local.guarding import guarded
from adapters.local.inbound import BadRequest, member_named
from adapters.local.render import card_html, file_html
from adapters.local.uploads import Upload, Uploads, empty_file
from bot.app import App
from bot.conversation import imports
from bot.hygiene import clean
from bot.model import Member, Role
from bot.reading.spreadsheets.headers import BY_HAND
from bot.views import importing as views

_MEGABYTES = 200
_CHUNK = 1 << 18
_LONGEST_NAME = 120


class Importing:
    """The import pages of one organisation."""

    def __init__(self, app: App, organisation_id: int, templates: Environment) -> None:
        self._app = app
        self._organisation_id = organisation_id
        self._templates = templates
        self._uploads = Uploads(app.database, app.clock)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/local/import", guarded(self.ask)),
            web.post("/local/import", guarded(self.take)),
            web.get("/local/import.css", guarded(self.style)),
            web.get("/local/import/{key}", guarded(self.show)),
            web.post("/local/import/{key}", guarded(self.go_on)),
        ]

    async def ask(self, request: web.Request) -> web.StreamResponse:
        members = await self._members()
        asked = request.query.get("member", "")
        member = member_named(asked, members) if asked else members[0]
        return self._page(member, None, problem=views.GONE if "gone" in request.query else "")

    async def take(self, request: web.Request) -> web.StreamResponse:
        """The file, streamed to disk: however large, it is never held."""
        if not request.content_type.startswith("multipart/"):
            raise BadRequest("Send the file as a form with the fields `member` and `file`.")
        content = empty_file()
        try:
            sent, name = await _parts(request, content)
            member = member_named(sent.get("member", ""), await self._members())
        except BaseException:
            content.close()
            raise
        if not name:
            content.close()
            return self._page(member, None, problem=views.NO_FILE)
        upload = await asyncio.to_thread(self._uploads.add, member, name, content)
        raise web.HTTPSeeOther(f"/local/import/{upload.key}")

    async def show(self, request: web.Request) -> web.StreamResponse:
        upload = self._upload(request)
        return self._page(upload.member, upload)

    async def go_on(self, request: web.Request) -> web.StreamResponse:
        """Columns named, an owner chosen, or the word to begin."""
        upload = self._upload(request)
        posted = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        if posted.get("do") == "columns":
            named = {field: posted[field] for field in BY_HAND if posted.get(field)}
            await asyncio.to_thread(self._uploads.look, upload, named, None)
        else:
            owner = member_named(posted["owner"], await self._members()) if posted.get("owner") else None
            if owner and upload.job and owner.id != upload.job.fallback.id:
                await asyncio.to_thread(self._uploads.look, upload, upload.by_hand, owner)
            if posted.get("do") == "import":
                await asyncio.to_thread(self._uploads.start, upload)
        raise web.HTTPSeeOther(f"/local/import/{upload.key}")

    async def style(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(Path(__file__).parent / "static" / "import.css")

    def _upload(self, request: web.Request) -> Upload:
        upload = self._uploads.one(request.match_info["key"])
        if upload is None:
            raise web.HTTPSeeOther("/local/import?gone=1")
        return upload

    async def _members(self) -> tuple[Member, ...]:
        return await asyncio.to_thread(self._app.members, self._organisation_id)

    def _page(self, member: Member, upload: Upload | None, *, problem: str = "") -> web.Response:
        shown = _shown(upload) if upload else {"state": "ask"}
        html = self._templates.get_template("import.html").render(
            member=member, views=views, rep=member.role is Role.rep, upload=upload, **{"problem": problem, **shown}
        )
        return web.Response(text=html, content_type="text/html")


def _shown(upload: Upload) -> dict[str, Any]:
    job, report = upload.job, upload.report
    shown: dict[str, Any] = {"state": upload.state}
    if upload.problem:
        shown["problem"] = upload.problem
    if job and report:
        shown["card"] = card_html(imports.card(job, report, preview=upload.state == "preview"), str(upload.member.id))
        refused = imports.refused_file(job, report)
        shown["file"] = file_html(refused) if refused else ""
        shown["owners"] = [one for one in job.members if one.id in job.owners]
    if job and upload.state == "running":
        shown["progress"] = views.progress(upload.done, job.survey.rows)
    return shown


async def _parts(request: web.Request, content: BinaryIO) -> tuple[dict[str, str], str]:
    """The fields that were sent, and the file's name; the file itself goes into `content`."""
    sent: dict[str, str] = {}
    name = ""
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "file":
            name = clean(Path(part.filename or "").name)[:_LONGEST_NAME]
            await _stored(part, content)
        elif isinstance(part, BodyPartReader) and part.name:
            sent[part.name] = (await part.read_chunk(_CHUNK)).decode(errors="replace")
    return sent, name


async def _stored(part: BodyPartReader, content: BinaryIO) -> None:
    size = 0
    while block := await part.read_chunk(_CHUNK):
        size += len(block)
        if size > _MEGABYTES * 1_000_000:
            raise BadRequest(views.too_large(_MEGABYTES))
        await asyncio.to_thread(content.write, block)
