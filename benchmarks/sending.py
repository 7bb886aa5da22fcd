"""CPU of a message through our sender over TLS, against one raw session that makes the same calls.

Both ask whether the person is still there before they post: posting to somebody who has left answers ok.
As a process: `python -m benchmarks.sending stub|ours|raw …`; a sender sends as many as it is told.
"""

import asyncio
import ssl
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path

import aiohttp
from aiohttp import web

from adapters.pace import Pace
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.render import message
from adapters.slack.tokens import PLATFORM
from benchmarks.certificate import write_certificate
from benchmarks.digest import DIGEST
from benchmarks.driving import TEAM
from benchmarks.figures import Figure, over, shuffled
from benchmarks.processes import Process
from benchmarks.team import OneWorkspace
from bot.app import system_clock
from bot.model import Address
from bot.store import Parcel

_AS_FAST_AS_IT_GOES = 1e9  # messages a second
Send = Callable[[], Awaitable[object]]


def sending(rounds: int, messages: int) -> list[Figure]:
    def cost(sender: Process, _: int) -> float:
        before = sender.cpu()
        sender.tell(str(messages))
        return (sender.cpu() - before) / messages

    with tempfile.TemporaryDirectory() as folder:
        certificate = write_certificate(Path(folder))
        with Process("sending", "stub", str(certificate)) as stub:
            address = f"https://localhost:{stub.said}/api/"
            trusting = {"SSL_CERT_FILE": str(certificate)}
            with (
                Process("sending", "ours", address, **trusting) as ours,
                Process("sending", "raw", address, **trusting) as raw,
            ):
                senders = {"ours": ours, "raw": raw}
                for sender in senders.values():
                    sender.tell("20")
                found = shuffled(rounds, {name: partial(cost, sender) for name, sender in senders.items()})
            posted = stub.tell("how many?")
    assert int(posted) == 2 * (rounds * messages + 20), f"{posted} arrived"
    us = {name: f"{sorted(seconds)[rounds // 2] * 1e6:.0f} us" for name, seconds in found.items()}
    return [
        Figure(
            "send: CPU / raw aiohttp, both over TLS",
            over(found["ours"], found["raw"]),
            1.8,
            note=f"{us['ours']} / {us['raw']}",
        )
    ]


async def ours(address: str) -> Send:
    calls = Calls(address)
    await calls.open()
    deliver = Delivery(calls, OneWorkspace(), system_clock, Pace(time.monotonic, _AS_FAST_AS_IT_GOES))
    numbers = count(1)

    async def send() -> object:
        number = next(numbers)
        to = Address(PLATFORM, TEAM, "U1", '{"channel": "D1"}')
        return await deliver(Parcel(number, 1, 1, "digest", f"digest:{number}", "", to, attempts=1), DIGEST)

    return send


async def raw(address: str) -> Send:
    session = aiohttp.ClientSession(headers={"Authorization": "Bearer xoxb-1"})
    body = {"channel": "D1", **message(DIGEST)}

    async def asked(call: Awaitable[aiohttp.ClientResponse]) -> Mapping[str, object]:
        answer: Mapping[str, object] = await (await call).json()
        assert answer["ok"]
        return answer

    async def send() -> object:
        await asked(session.get(f"{address}users.info", params={"user": "U1"}))
        return await asked(session.post(f"{address}chat.postMessage", json=body))

    return send


async def stub(certificate: str) -> None:
    """Slack's two methods; on a line it says how many messages came."""
    numbers = count()

    async def info(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "user": {"id": "U1", "deleted": False}})

    async def post(request: web.Request) -> web.Response:
        assert (await request.json())["blocks"]
        return web.json_response({"ok": True, "channel": "D1", "ts": f"1.{next(numbers):06}"})

    made = web.Application()
    made.add_routes([web.route("*", "/api/users.info", info), web.post("/api/chat.postMessage", post)])
    runner = web.AppRunner(made, access_log=None)
    await runner.setup()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    print(next(numbers), flush=True)


async def main() -> None:
    kind, argument = sys.argv[1:]
    if kind == "stub":
        return await stub(argument)
    send = await (ours if kind == "ours" else raw)(argument)
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        for _ in range(int(line)):
            await send()
        print(line.strip(), flush=True)
    return None


if __name__ == "__main__":
    asyncio.run(main())
