"""The one session to Teams' connector: it is shared, and gone at the end."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from adapters.teams.calls import Calls, at
from adapters.teams.errors import Refused, Uncertain
from benchmarks.teams_sending import sockets
from tests.teams.fake import FakeTeams
from tests.teams.faults import Fault

MESSAGES = 2_000
TIME_WAIT = "06"


def waiting(port: int | None) -> set[str]:
    """The near ends of connections to that port which the kernel keeps in TIME_WAIT, whoever made them."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    return {row[1] for row in rows if row[2].endswith(f":{port:04X}") and row[3] == TIME_WAIT}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="sockets are counted where the kernel tells them")
def test_two_thousand_messages_share_a_few_connections_and_leave_none():
    with FakeTeams() as teams:
        port = urlsplit(teams.url).port
        others = waiting(port)  # of a server that had the same port a moment ago

        async def send(calls: Calls) -> None:
            path = at("a:1", "activities")
            for _ in range(MESSAGES // 4):
                await calls.call("POST", teams.service_url, path, "token", {"type": "message", "text": "hello"})

        async def all_of_them() -> tuple[int, int, int]:
            calls = Calls()
            before = sockets()
            await asyncio.gather(*(send(calls) for _ in range(4)))
            during = sockets() - before
            await calls.close()
            await asyncio.sleep(0.2)  # until the other side has heard of it
            return before, during, sockets()

        before, during, after = asyncio.run(all_of_them())
        assert len(teams.shown) == MESSAGES
        assert during <= 2 * 4, "both ends of four connections are in this process"
        assert after <= before
        assert len(waiting(port) - others) <= 4, "no connection was given up on the way"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(200, body="<html>"), Uncertain),
        (Fault(403, body="<html>"), Refused),
        (Fault(302, headers={"Location": "http://127.0.0.1:9/"}), Refused),
        (Fault(504), Uncertain),
        (Fault(drops=True), Uncertain),
    ],
)
def test_what_cannot_be_read_is_told_for_what_it_is(fault, error):
    with FakeTeams(faults=[fault]) as teams:

        async def send() -> None:
            calls = Calls()
            try:
                await calls.call("POST", teams.service_url, at("a:1", "activities"), "token", {"type": "message"})
            finally:
                await calls.close()

        with pytest.raises(error):
            asyncio.run(send())


@asynccontextmanager
async def server(handle: Callable[[int], Awaitable[bool]]) -> AsyncIterator[str]:
    """Takes connections that are kept; `handle` is told the how manieth call on its connection it is, and whether to answer."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            for number in count(1):
                head = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(int(re.findall(rb"(?i)content-length: (\d+)", head)[0]))
                if not await handle(number):
                    break
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n" + b'{"id":"1"}')
                await writer.drain()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()


async def post(calls: Calls, url: str) -> str:
    """What becomes of a message."""
    try:
        told = await calls.call("POST", url, at("a:1", "activities"), "token", {"type": "message"})
        return str(told["id"])
    except (Refused, Uncertain) as error:
        return f"{type(error).__name__}: {error}"


def test_nothing_is_posted_on_a_connection_that_the_other_side_may_be_closing():
    """A server ends what was unused for five seconds; what was posted just then has no answer, and is lost."""

    async def first_only(number: int) -> bool:
        return number == 1

    async def twice() -> list[str]:
        calls = Calls()
        async with server(first_only) as url:
            first = await post(calls, url)
            await asyncio.sleep(4.5)
            found = [first, await post(calls, url)]
            await calls.close()
            return found

    assert asyncio.run(twice()) == ["1", "1"]


def test_what_waits_for_its_turn_has_not_left():
    """Two at once, 0.7 seconds each, of at most one second: four are sent, and nothing of the others is uncertain."""

    async def slowly(_: int) -> bool:
        await asyncio.sleep(0.7)
        return True

    async def six() -> list[str]:
        calls = Calls(seconds=1.0, at_once=2)
        async with server(slowly) as url:
            found = await asyncio.gather(*(post(calls, url) for _ in range(6)))
            await calls.close()
            return found

    assert sorted(asyncio.run(six())) == [*["1"] * 4, *["Refused: 0 too many calls at once"] * 2]


def test_an_id_stays_one_part_of_the_path():
    assert at("19:x@thread.v2", "members", "29:a/b?c") == "/19%3Ax%40thread.v2/members/29%3Aa%2Fb%3Fc"
