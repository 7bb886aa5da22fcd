"""Whoever writes while a token is renewed, here or by another process, loses nothing that they said."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from adapters.slack import again, rounds
from bot.model import WorkspaceState
from tests.slack.fake import FakeSlack
from tests.slack.faults import drop, rate_limited, server_error
from tests.slack.places import Place, placed, renewing
from tests.slack.serving import Bot, running_bot

FAILING = [server_error(503), rate_limited(1), drop(after=False)]


@pytest.mark.parametrize("fault", FAILING)
def test_an_answer_waits_for_a_renewal_that_slack_did_not_take_at_once(place, fault, monkeypatch):
    monkeypatch.setattr(again, "PAUSES", (1.1, 0.1, 0.1))
    place.typed("new Acme, 40 seats")
    sales = place.fake.add_channel(place.acme, "sales", place.rita)
    place.expire()
    place.fake.faults.script("oauth.v2.access", fault)
    assert "Acme" in place.fake.dm(place.rita, "deals").post().text
    place.expire()
    place.bot.at += timedelta(seconds=2)  # as Slack wished
    place.fake.faults.script("oauth.v2.access", fault)
    assert "Acme" in place.fake.mention(sales, place.rita, "where are we on Acme?").ephemeral().text


def test_a_form_that_did_not_open_for_it_opens_with_the_next_press(place):
    place.expire()
    place.fake.faults.script("oauth.v2.access", server_error(503))
    told = place.fake.command(place.rita, "/logcall").ephemeral()
    assert place.fake.press(told, "Open the form").modal()


def test_a_night_without_a_word_ends_no_token(place):
    for _ in range(30):
        place.bot.at += timedelta(hours=1)
        place.renews_ahead()
    assert place.calls("oauth.v2.access") == ["ok"] * 3  # installed, and renewed after eleven hours, and eleven more
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_it_is_renewed_by_itself_whoever_starts_late_and_also_behind_a_round_that_failed(place, monkeypatch):
    monkeypatch.setattr(rounds, "PAUSE", 0.05)
    slack = place.bot.found["slack"]
    failing = iter([True])

    async def breaks_once() -> None:
        if next(failing, False):
            raise RuntimeError

    async def starts() -> None:
        await slack._rounds.close()
        slack._rounds = rounds.Rounds(breaks_once, *slack._rounds._looks)
        slack._rounds.open()

    before = place.stored()
    place.bot.at += timedelta(hours=11)
    place.bot.run(starts)
    for _ in range(100):
        if place.stored() != before:
            break
        time.sleep(0.05)
    assert place.stored() == (WorkspaceState.connected, place.acme.token)


def test_nobody_who_writes_waits_for_what_has_not_ended_yet(place, monkeypatch):
    renewal = renewing(place, monkeypatch)
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text
    assert place.fake.command(place.rita, "/logcall").modal()
    renewal.goes_on()


@contextmanager
def twins(postgres_url: str, open_database) -> Iterator[tuple[Place, Bot]]:
    """A second process on the same database."""
    with placed(open_database(postgres_url)) as place:
        slack = place.bot.found["slack"]
        with running_bot(open_database(postgres_url), place.fake, slack._settings) as other:
            other.at = place.bot.at
            yield place, other


def at(place: Place, bot: Bot) -> FakeSlack:
    place.fake.bot_url = f"{bot.found['url']}/slack/events"
    return place.fake


@pytest.mark.parametrize("how", ["a message", "a form", "a mention"])
def test_who_writes_while_another_process_renews_waits_for_the_new_token(postgres_url, open_database, monkeypatch, how):
    with twins(postgres_url, open_database) as (place, other):
        at(place, other).command(place.rita, "/followthrough", "new Acme, 40 seats")
        sales = place.fake.add_channel(place.acme, "sales", place.rita)
        renewal = renewing(place, monkeypatch)
        place.expire()  # the old one; the new one is known to Slack alone
        place.fake.world.tokens[place.acme.token].expires_at = place.fake.clock.now() + 1000
        other.at = place.bot.at
        threading.Timer(0.7, renewal.gate.set).start()
        match how:
            case "a message":
                assert "Acme" in at(place, other).dm(place.rita, "deals").post().text
            case "a form":
                assert at(place, other).command(place.rita, "/logcall").modal()
            case _:
                assert "Acme" in at(place, other).mention(sales, place.rita, "deals").ephemeral().text
        renewal.goes_on()
        assert place.calls("oauth.v2.access") == ["ok", "ok"]


@pytest.mark.parametrize("fault", FAILING)
def test_where_that_one_fails_this_one_does_it(postgres_url, open_database, fault):
    with twins(postgres_url, open_database) as (place, other):
        at(place, other).command(place.rita, "/followthrough", "new Acme, 40 seats")
        place.expire()
        place.fake.faults.script("oauth.v2.access", fault)
        place.bot.at += timedelta(hours=13)
        other.at = place.bot.at
        place.renews_ahead()
        assert "Acme" in at(place, other).dm(place.rita, "deals").post().text


def test_an_uninstall_told_late_stops_nobody_whose_token_has_only_ended(place):
    place.expire()
    place.fake.faults.script("oauth.v2.access", server_error(503))
    farewell = {"type": "tokens_revoked", "tokens": {"bot": [place.acme.bot.id]}, "event_ts": "1.2"}
    assert [one.status for one in place.fake.event(place.acme.bot, farewell).answers] == [500, 200]
    assert place.stored() == (WorkspaceState.connected, place.acme.token)
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text
