"""Whatever is posted to the public address: 401, 400 or 413, never 500; and nothing of it reaches the bot."""

import asyncio
import hashlib
import hmac
import io
import json
import os
import random
import socket
import time
from urllib.parse import urlencode

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.cards import Message, Reply
from bot.store.tables import audit
from bot.tally import TALLY, Seen
from tests.adapters.counting import counts
from tests.slack.serving import Office, office

COUNT = int(os.environ.get("TRIAL_BROKEN_REQUESTS", "2000"))  # 20,000 before a release
FORM = {
    "command": "/logcall",
    "text": "Acme: fine",
    "team_id": "T000000001",
    "user_id": "U000000004",
    "trigger_id": "1.2.3",
}
SOMEBODYS = b"user_id=U"


def signed(body: bytes, secret: str, at: float) -> dict[str, str]:
    stamp = str(int(at))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def refusals(platform: str) -> int:
    """How many /metrics tells."""
    seen = Seen("inbound", (("platform", platform), ("outcome", "refused")))
    return TALLY.counts().get(seen, 0)


def body_of(chance: random.Random) -> bytes:
    """A real command, damaged or strange."""
    form = urlencode(FORM).encode()
    event = json.dumps({"type": "event_callback", "event": {"type": "message"}}).encode()
    return chance.choice(
        [
            form, form[: chance.randrange(len(form))], event, event[: chance.randrange(len(event))], b"", b"[]", b"null", b"{}", b"{",
            b"payload=", b"payload=%5B%5D", b"payload=%7B", b"payload=%7B%22type%22%3A%22block_actions%22%7D", b"\xff\xfe\x00", b"\x00" * 50,
            chance.randbytes(chance.randrange(400)), b"[" * 5_000, b'{"a":' * 2_000, b"x=" + b"y" * chance.randrange(5_000), b"&&&==",
            b'{"type": "event_callback", "team_id": 7, "event": 7}', b'{"type": "event_callback", "event": {"type": ["x"]}}',
        ]
    )  # fmt: skip


def headers_of(chance: random.Random, body: bytes, secret: str, now: float) -> tuple[dict[str, str], bool]:
    """(headers, whether they are Slack's own signature of that body); a command that names who gives it is never signed"""
    good = signed(body, secret, now)
    ways = [
        ({}, False), (signed(body, "another", now), False), (signed(body + b"x", secret, now), False), (signed(body, secret, now - 400), False),
        (signed(body, secret, now + 400), False), ({**good, "X-Slack-Request-Timestamp": "abc"}, False),
        ({**good, "X-Slack-Request-Timestamp": "-5"}, False), ({**good, "X-Slack-Signature": "v0=é"}, False), ({**good, "X-Slack-Signature": ""}, False),
        ({**good, "X-Slack-Request-Timestamp": "9" * 300}, False), ({"X-Slack-Signature": good["X-Slack-Signature"]}, False), (good, True), (good, True),
    ]  # fmt: skip
    headers, is_signed = chance.choice([way for way in ways if not (way[1] and SOMEBODYS in body)])
    kind = chance.choice(
        [
            "application/x-www-form-urlencoded",
            "application/json",
            "text/plain",
            "multipart/form-data",
            "",
            "application/json; charset=utf-16",
        ]
    )
    return {**headers, **({"Content-Type": kind} if kind else {})}, is_signed


def in_database(place: Office) -> dict[str, int]:
    """Everything that a handler would leave there."""
    entries = select(func.count()).select_from(audit)
    on_record = place.bot.database.operate(lambda operator: int(operator.connection.execute(entries).scalar_one()))
    return {**counts(place.bot.database, place.bot.organisation(place.acme.id)), "audit": on_record}


def answers_counted(place: Office) -> list[str]:
    """What the bot is asked from now on."""
    asked, app = list[str](), place.bot.app
    answer = app.answer

    def counted(message: Message) -> Reply:
        asked.append(message.text)
        return answer(message)

    vars(app)["answer"] = counted
    return asked


def test_broken_requests_are_refused_and_do_nothing(sqlite_url, open_database):
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    with office(open_database(sqlite_url)) as place:
        secret, url = place.fake.app.signing_secret, place.fake.bot_url
        assert place.rita.id == FORM["user_id"]
        place.fake.command(
            place.rita, "/followthrough", "new Acme"
        )  # signed and whole, theirs would log a call with it

        async def storm() -> list[tuple[int, bool, bytes]]:
            async with aiohttp.ClientSession() as session:
                answers = []
                for _ in range(COUNT):
                    body = body_of(chance)
                    headers, is_signed = headers_of(chance, body, secret, time.time())  # noqa: TID251 - Slack signs by real time
                    async with session.post(url, data=body, headers=headers) as answer:
                        answers.append((answer.status, is_signed, body))
                return answers

        before, kept, asked = refusals("slack"), in_database(place), answers_counted(place)
        answers = asyncio.run(storm())
        place.bot.settle()
        assert refusals("slack") - before >= sum(status == 401 for status, _, _ in answers)
        assert {status for status, is_signed, _ in answers if not is_signed} == {401}
        wrong = [(status, body[:80]) for status, is_signed, body in answers if is_signed and status >= 500]
        assert wrong == []
        assert asked == []
        assert in_database(place) == kept
        place.fake.command(place.rita, "/logcall", "Acme: fine")
        assert asked, "what is counted is what answers"


def test_a_body_that_is_too_large_is_refused_before_it_is_read(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as place:

        async def post() -> int:
            body = b"x=" + b"y" * 1_100_000
            async with aiohttp.ClientSession() as session:
                headers = signed(body, place.fake.app.signing_secret, time.time())  # noqa: TID251
                async with session.post(place.fake.bot_url, data=io.BytesIO(body), headers=headers) as answer:
                    return answer.status

        assert asyncio.run(post()) == 413


def test_a_request_that_is_replayed_does_nothing_a_second_time(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as place:
        seen = place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats", times=3)
        assert "Already done by you" in seen.ephemerals[-1].text
        member = place.bot.member(place.rita)
        read = place.bot.database.read
        organisation_id = place.bot.organisation(place.acme.id)
        assert len(read(organisation_id, lambda store: store.deals.named(frozenset({member.id})))) == 1


def test_another_method_than_a_routes_own_does_nothing_and_an_answer_says_its_type(sqlite_url, open_database):
    """GET brings HEAD along; TRACE is refused as the others are."""
    secrets = {
        "client_id": "1.2",
        "client_secret": "x",
        "public_url": "https://bot.acme.example",
        "secret_key": "k" * 40,
    }
    own = {
        "slack/events": {"POST"}, "slack/install": {"GET", "HEAD"}, "slack/oauth_redirect": {"GET", "HEAD"},
        "healthz": {"GET", "HEAD"}, "readyz": {"GET", "HEAD"},
    }  # fmt: skip
    methods = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
    with office(open_database(sqlite_url), **secrets) as place:
        base = place.fake.bot_url.removesuffix("slack/events")

        async def asked() -> tuple[dict[str, set[str]], str]:
            async with aiohttp.ClientSession() as session:
                taken: dict[str, set[str]] = {path: set() for path in own}
                for path in own:
                    for method in methods:
                        async with session.request(method, f"{base}{path}", allow_redirects=False) as answer:
                            taken[path] |= {method} if answer.status != 405 else set()
                async with session.get(f"{base}healthz") as health:
                    return taken, health.headers["Content-Type"]

        assert asyncio.run(asked()) == (own, "application/json; charset=utf-8")


def test_who_hangs_up_in_the_middle_is_no_error_of_ours(sqlite_url, open_database, caplog):
    with office(open_database(sqlite_url)) as place:
        port = int(place.fake.bot_url.split(":")[2].split("/")[0])
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nhalf")
            time.sleep(0.1)
        place.fake.command(place.rita, "/followups")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("how", ["gzip", "deflate"])
def test_a_body_that_is_not_compressed_as_it_says_is_refused_whoever_sends_it(sqlite_url, open_database, how, caplog):
    with office(open_database(sqlite_url)) as place:

        async def post() -> int:
            headers = {"Content-Encoding": how, "Content-Type": "application/json"}
            async with (
                aiohttp.ClientSession() as session,
                session.post(place.fake.bot_url, data=b"hello", headers=headers) as answer,
            ):
                return answer.status

        assert asyncio.run(post()) == 400
    assert not caplog.records, "noise of the internet is no error of ours"
