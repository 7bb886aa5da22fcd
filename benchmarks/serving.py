"""The servers that are compared, each as a process: `python -m benchmarks.serving floor|stock|dispatch|product …`."""

import asyncio
import sys
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from typing_extensions import override

from adapters.slack import inbound
from adapters.slack.answering import Ack, Answering
from adapters.slack.calls import Calls
from adapters.slack.events import events
from adapters.slack.farewells import Farewells
from adapters.slack.inbound import Said
from adapters.slack.installs import Install
from adapters.slack.listening import Listening
from adapters.slack.people import People
from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from adapters.slack.verify import is_genuine
from adapters.web import application
from benchmarks.driving import SECRET, TEAM
from benchmarks.listening import serve
from benchmarks.team import SEALED_UNDER, OneWorkspace, words
from bot.app import App, system_clock
from bot.commands import command_from
from bot.commands.readers import READERS
from bot.store import Database


def heard(text: str) -> dict[str, Any]:
    return {"response_type": "ephemeral", "text": f"heard {text}"}


def floor() -> web.Application:
    """The least that is safe: the signature checked, the form read, an answer."""

    async def receive(request: web.Request) -> web.Response:
        body = await request.read()
        stamp, signature = request.headers["X-Slack-Request-Timestamp"], request.headers["X-Slack-Signature"]
        if not is_genuine(body, stamp, signature, SECRET, system_clock().timestamp()):
            return web.Response(status=401)
        return web.json_response(heard(parse_qs(body.decode())["text"][0]))

    made = web.Application()
    made.add_routes([web.post("/slack/events", receive)])
    return made


def stock(listeners: int) -> web.Application:
    """Bolt as its documentation shows it, with a listener for each command and each button, half of each."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token="xoxb-1", bot_user_id="UB", bot_id="B1")  # noqa: S106

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(heard(body["text"]))

    app = AsyncApp(signing_secret=SECRET, authorize=authorize)
    for number in range(listeners):
        (app.action if number % 2 else app.command)(f"/word-{number}")(listener)
    return app.web_app("/slack/events")


class _Echo(Answering):
    """Reads the command, as every answer begins, and says what it heard."""

    def __init__(self) -> None:
        """No core and no store."""

    @override
    async def answer(self, install: Install, said: Said) -> Ack:
        command_from(said.text)
        return heard(said.text)


async def dispatch() -> web.Application:
    """The product's way in and the reading of its words, without a database."""
    calls = Calls()
    await calls.open()
    people = People.__new__(People)  # asked by nobody here
    farewells = Farewells.__new__(Farewells)  # likewise
    bolt = Listening(_Echo(), OneWorkspace(), people, farewells).bolt(calls)
    made = web.Application()
    made.add_routes([web.post("/slack/events", events(bolt, SECRET, system_clock))])
    return made


async def product(url: str) -> web.Application:
    """The whole bot, connected to one workspace by OAuth."""
    database = Database(url)
    settings = SlackSettings(
        signing_secret=SECRET, client_id="1.2", client_secret="none",  # noqa: S106 - nobody is asked with it
        public_url="http://127.0.0.1", secret_key=SEALED_UNDER,
    )  # fmt: skip
    slack = Slack(settings, App(database, system_clock), database, system_clock)
    return application(database, await slack.open(receives=True))


def know_twice_as_much() -> None:
    """As many words again, and as many slash commands, in this process."""
    READERS.update({f"x{phrase}": reader for phrase, reader in READERS.items()})
    inbound.COMMANDS.update({f"{name}-x": word for name, word in inbound.COMMANDS.items()})


async def made(kind: str, *arguments: str) -> web.Application:
    if "twice" in arguments:
        know_twice_as_much()
    match kind:
        case "floor":
            return floor()
        case "stock":
            return stock(int(arguments[0]) if arguments else words())
        case "dispatch":
            return await dispatch()
        case _:
            return await product(arguments[0])


async def main() -> None:
    await serve(await made(*sys.argv[1:]))


if __name__ == "__main__":
    asyncio.run(main())
