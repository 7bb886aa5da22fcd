"""/metrics: right figures in the right format, closed unless opened, and nobody's name in it."""

import asyncio
import json
import re
from datetime import UTC, datetime, timedelta

from aiohttp.test_utils import TestClient, TestServer

from adapters.metrics import metrics_route, told
from adapters.web import application
from bot.cards import Card
from bot.store import CommitLost, Listed
from bot.tally import TALLY, Tally
from bot.wire import as_json
from scheduler.digests import decide_due
from tests.adapters.cli.operator import process
from tests.serving import Client, running
from tests.slack.installing import free_port
from tests.team import Team

LINE = re.compile(r'followthrough_[a-z_]+(?:\{[a-z]+="[^"\\\n]*"(?:,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+')
TOKEN = "m" * 40


def figures(text: str) -> dict[str, float]:
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    return {line.rpartition(" ")[0].removeprefix("followthrough_"): float(line.rpartition(" ")[2]) for line in lines}


def test_messages_and_mornings_are_seen_in_figures(database):
    team = Team(database)
    tom, hello = team.member("Tom").id, json.dumps(as_json(Card("Hello", ())))
    put = {"kind": "welcome", "key": "one", "card_json": hello, "at": team.clock()}
    database.write(team.organisation_id, lambda store: store.outbox.put(tom, **put))
    team.forward(minutes=5)
    waiting = figures(told(database, team.clock(), Tally()))
    assert (waiting["queue_length"], waiting["queue_oldest_seconds"]) == (1, 300)
    assert waiting['messages{platform="local",state="pending"}'] == 1
    team.tick()
    team.forward(hours=23)
    team.tick()
    seen = figures(told(database, team.clock(), Tally()))
    assert (seen["up"], seen["queue_length"], seen["unknown_deliveries"], seen["digests_overdue"]) == (1, 0, 0, 0)
    assert seen['messages{platform="local",state="sent"}'] == 1
    assert sum(many for name, many in seen.items() if name.startswith("digests{")) >= 1
    assert seen["tick_age_seconds"] < 60
    assert (seen["lease_overlap_total"], seen["digest_duplicate_blocked_total"]) == (0, 0)
    late = figures(told(database, team.clock() + timedelta(days=5), Tally()))
    assert late["tick_age_seconds"] > 86_400
    assert late["digests_overdue"] >= 1


def test_no_name_and_no_text_is_in_it(database):
    team = Team(database)
    team.say("Tom", "logcall Quillhaven: Dana said yes to the pilot")
    text = told(database, team.clock())
    assert [word for word in ("Quillhaven", "Dana", "Tom", "Maria", "pilot") if word in text] == []


def test_what_was_answered_and_what_was_repeated_is_counted(sqlite_url, open_database):
    before = TALLY.counts()
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Quillhaven")
    gone = TALLY.counts()
    grown = {seen.name: gone[seen] - before.get(seen, 0) for seen in gone if gone[seen] != before.get(seen, 0)}
    assert grown["inbound"] == grown["answering_seconds_count"] == grown["reading_seconds_count"] == 1


def test_durations_are_a_histogram():
    tally = Tally()
    for seconds in (0.004, 0.2, 9.0):
        tally.took("reading_seconds", seconds)
    seen = figures(told(_Gone(), datetime(2026, 3, 12, tzinfo=UTC), tally))
    assert [seen[f'reading_seconds_bucket{{le="{bound}"}}'] for bound in ("0.01", "0.25", "3", "+Inf")] == [1, 2, 2, 3]
    assert (seen["reading_seconds_count"], seen["reading_seconds_sum"], seen["up"]) == (3, 9.204, 0)


class _Gone:
    """A database that is away."""

    def survey(self, _work):
        raise CommitLost


def test_a_second_list_for_one_morning_is_counted(sqlite_url, open_database):
    database = open_database(sqlite_url)
    team = Team(database)
    decide_due(database, team.clock())
    tom = database.read(team.organisation_id, lambda store: store.members.all())[1]
    one = Listed(tom.id, team.clock().date() + timedelta(days=9), team.clock(), "[]")
    before = sum(many for seen, many in TALLY.counts().items() if seen.name == "digest_duplicate_blocked")
    for _ in range(2):
        database.write(team.organisation_id, lambda store: store.digests.send([one], team.clock()))
    after = sum(many for seen, many in TALLY.counts().items() if seen.name == "digest_duplicate_blocked")
    assert after == before + 1


def test_a_token_opens_it_and_no_other(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))

    async def asked() -> list[int]:
        routes = [metrics_route(team.database, team.clock, TOKEN)]
        async with TestClient(TestServer(application(team.database, routes))) as client:
            shown = ("", "Bearer", f"Bearer {TOKEN[1:]}", f"Basic {TOKEN}", "Bearer \u00e9", f"Bearer {TOKEN}")
            return [(await client.get("/metrics", headers={"Authorization": one})).status for one in shown]

    assert asyncio.run(asked()) == [401] * 5 + [200]


def test_what_it_tells_is_kept_by_nobody_and_has_its_type(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))

    async def asked() -> tuple[str, str]:
        async with TestClient(
            TestServer(application(team.database, [metrics_route(team.database, team.clock, "")]))
        ) as client:
            answer = await client.get("/metrics")
            return answer.headers["Cache-Control"], answer.headers["Content-Type"]

    assert asyncio.run(asked()) == ("no-store", "text/plain; version=0.0.4; charset=utf-8")


def test_without_a_token_only_the_port_of_its_own_tells(tmp_path):
    port = free_port()
    with running(tmp_path, FOLLOWTHROUGH_METRICS_PORT=str(port)) as page:
        assert page.get("/metrics")[0] == 404
        assert Client(f"http://127.0.0.1:{port}").get("/metrics")[0] == 200


def test_a_token_that_is_too_short_starts_nothing(folder):
    assert "FOLLOWTHROUGH_METRICS_TOKEN" in process(folder, "run", FOLLOWTHROUGH_METRICS_TOKEN="short").stderr
