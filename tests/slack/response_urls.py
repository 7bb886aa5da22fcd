"""`response_url`: an answer to a command, a press or a shortcut; five times, within half an hour."""

import copy

from aiohttp import web

from tests.slack import shapes
from tests.slack.call import Call, SlackError
from tests.slack.messages import refuse_bad_blocks
from tests.slack.model import Json, Shown, Workspace
from tests.slack.web_api import NOBODY, answered, without_secrets
from tests.slack.world import World

MOST_USES = 5
SECONDS = 1800


class ResponseUrls:
    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/{kind:commands|actions}/{team}/{number}/{secret}", self.called)]

    async def called(self, request: web.Request) -> web.StreamResponse:
        about = self._world.response_urls.get(f"{self._world.url}{request.path}")
        body = await request.json()
        receipt = self._world.receive("response_url", request.match_info["team"], without_secrets(body), "json")
        fault = self._world.faults.next("response_url", receipt.team)
        refusal = self._refusal(about)
        if refusal and fault.kind == "pass":
            receipt.answer = {"ok": False, "error": refusal}
            return web.json_response(receipt.answer, status=404)
        if about:
            about["uses"] += 1

        async def effect() -> Json:
            receipt.answer = self._answer(about or {}, request.match_info["kind"], body)
            return receipt.answer

        return await answered(request, receipt, fault, effect)

    def _refusal(self, about: Json | None) -> str:
        if about is None:
            return "no_such_url"
        if about["uses"] >= MOST_USES:
            return "used_url"
        return "expired_url" if self._world.clock.now() - about["made_at"] > SECONDS else ""

    def _answer(self, about: Json, kind: str, body: Json) -> Json:
        workspace = self._world.workspaces[about["team"]]
        try:
            show_answer(self._world, workspace, about, body, replaces=kind == "actions")
        except SlackError as error:
            return error.answer
        return {"ok": True}


def show_answer(world: World, workspace: Workspace, about: Json, body: Json, *, replaces: bool = False) -> None:
    """What a command's own answer or a `response_url` shows. Raises SlackError for bad blocks.

    A press replaces the pressed message, unless it says `replace_original: false`.
    """
    if body.get("delete_original"):
        world.show(Shown("delete", workspace.id, "", about["channel"], {"ts": about.get("ts", "")}))
    if not body.get("text") and not body.get("blocks"):
        if body.get("delete_original"):
            return
        raise SlackError("no_text")
    said = {"text": "", **body}
    refuse_bad_blocks(Call(world, workspace, NOBODY, {}), said)
    message = shapes.bot_message(world.app, workspace, workspace.next_ts(world.clock.now()), said)
    if about.get("ts") and replaces and body.get("replace_original", body.get("response_type") is None):
        _replace(world, workspace, about, message)
    elif body.get("response_type") == "in_channel":
        channel = workspace.channels[about["channel"]]
        channel.messages.append(message)
        world.show(Shown("post", workspace.id, "", channel.id, copy.deepcopy(message)))
    else:
        world.show(Shown("ephemeral", workspace.id, about["user"], about["channel"], message))


def _replace(world: World, workspace: Workspace, about: Json, message: Json) -> None:
    channel = workspace.channels[about["channel"]]
    known = channel.message(about["ts"])
    message["ts"] = about["ts"]
    if known is not None:
        known |= {key: message[key] for key in ("text", "blocks")}
    user = "" if known else about["user"]
    world.show(Shown("update", workspace.id, user, channel.id, copy.deepcopy(known or message)))
