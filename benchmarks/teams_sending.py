"""CPU of a morning's list through our sender to Teams, against one raw session that posts the same body with a token,
both over TLS as to Teams itself.

As a process: `python -m benchmarks.teams_sending ours|raw URL`; a sender sends as many as it is told, says how many sockets
it then has open and, told 0, how many are left once it is closed.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, suppress
from functools import partial
from itertools import count
from pathlib import Path

import aiohttp
from typing_extensions import override

from adapters.pace import Pace
from adapters.teams.botframework import BotFramework
from adapters.teams.deliver import Delivery
from adapters.teams.keys import Keys
from adapters.teams.messages import message
from adapters.teams.people import People
from adapters.teams.reference import Reference, reference_from
from adapters.teams.tenants import PLATFORM
from adapters.teams.tokens import Tokens
from benchmarks import tenant
from benchmarks.certificate import write_certificate
from benchmarks.digest import DIGEST
from benchmarks.figures import Figure, over, shuffled
from benchmarks.microsoft import TENANT, Microsoft, settings
from benchmarks.processes import Process
from benchmarks.team import fresh
from bot.cards import Reply
from bot.model import Address
from bot.store import Parcel

_AS_FAST_AS_IT_GOES = 1e9  # messages a second
Send = Callable[[int], Awaitable[object]]
Close = Callable[[], Awaitable[None]]


def digests(rounds: int, messages: int) -> list[Figure]:
    def cost(sender: Process, _: int) -> float:
        before = sender.cpu()
        sender.tell(str(messages))
        return (sender.cpu() - before) / messages

    with tempfile.TemporaryDirectory() as folder, ExitStack() as parts:
        certificate = str(write_certificate(Path(folder)))
        teams = Microsoft(certificate)
        parts.enter_context(teams.process)
        ours, raw = (
            parts.enter_context(Process("teams_sending", kind, teams.url, SSL_CERT_FILE=certificate))
            for kind in ("ours", "raw")
        )
        senders = {"ours": ours, "raw": raw}
        for sender in senders.values():
            sender.tell("20")
        found = shuffled(rounds, {name: partial(cost, sender) for name, sender in senders.items()})
        left = int(ours.tell("0"))
        shown = teams.shown("AdaptiveCard")
    assert shown == 2 * (rounds * messages + 20), f"{shown} arrived"
    assert not left, f"{left} sockets left open"
    us = {name: f"{sorted(seconds)[rounds // 2] * 1e6:.0f} us" for name, seconds in found.items()}
    note = f"{us['ours']} / {us['raw']}; {left} sockets left"
    return [
        Figure("teams, digests: CPU / raw aiohttp, both over TLS", over(found["ours"], found["raw"]), 1.8, note=note)
    ]


class _Known(People):
    """Everybody, known without a database, as the parcel says."""

    def __init__(self) -> None:
        """Nobody to look up."""

    @override
    async def reference(self, organisation_id: int, address: Address) -> tuple[Reference, str]:
        return reference_from(address.details), ""


async def ours(url: str) -> tuple[Send, Close]:
    known = settings(url)
    frame = BotFramework(known, Tokens(known, time.monotonic), Keys(known.openid_url, time.monotonic))
    with fresh() as database:  # asked by nobody: no message is uncertain
        deliver = Delivery(frame, _Known(), database, Pace(time.monotonic, _AS_FAST_AS_IT_GOES))
    numbers = count(1)
    people = [Address(PLATFORM, TENANT, f"aad-{rep}", tenant.reference(url, rep).details) for rep in range(tenant.REPS)]

    async def send(rep: int) -> object:
        number, to = next(numbers), people[rep]
        return await deliver(Parcel(number, 1, 1, "digest", f"digest:{number}", "", to, attempts=1), DIGEST)

    return send, frame.close


async def raw(url: str) -> tuple[Send, Close]:
    session = aiohttp.ClientSession(headers={"Authorization": "Bearer token"})
    people = [tenant.reference(url, rep) for rep in range(tenant.REPS)]
    drawn = message(Reply(DIGEST), token="t" * 16, alerts=True)

    async def send(rep: int) -> object:
        where = people[rep]
        body = {
            **drawn, "channelId": "msteams", "serviceUrl": where.service_url, "from": {"id": where.bot},
            "conversation": {"id": where.conversation}, "recipient": {"id": where.user}, "inputHint": "acceptingInput",
        }  # fmt: skip
        address = f"{where.service_url}v3/conversations/{where.conversation}/activities"
        async with session.post(address, json=body) as answer:
            assert answer.status == 201
            return (await answer.json())["id"]

    return send, session.close


def sockets() -> int:
    """How many this process has open, apart from the loop's own pair."""
    found = 0
    for one in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            found += str(one.readlink()).startswith("socket:")
    return found


async def main() -> None:
    kind, url = sys.argv[1:]
    before = sockets()
    send, close = await (ours if kind == "ours" else raw)(url)
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not int(line):
            await close()
            await asyncio.sleep(0.1)
        for number in range(int(line)):
            await send(number % tenant.REPS)
        print(sockets() - before, flush=True)


if __name__ == "__main__":
    asyncio.run(main())
