"""What was done is shown after all: where Slack is busy, broken or not reached, the answer comes with a further try, and once."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from adapters.slack import again
from tests.adapters.slack.test_in_slack import log_acme, words
from tests.slack.faults import Fault, drop, rate_limited, refused, server_error, truncated
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(again, "PAUSES", (0.01, 0.02, 0.03))
    with office(open_database(sqlite_url)) as made:
        yield made
        made.fake.faults.clear()


FAULTS = [
    rate_limited(1), server_error(500), server_error(503), server_error(500, after=True), drop(after=False), drop(),
    truncated(), refused("internal_error"), refused("fatal_error", after=True),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_words_in_the_dm_are_answered_once(place, fault):
    place.fake.faults.script("chat.postMessage", fault)
    assert "What I can do" in place.fake.dm(place.rita, "help").post().text
    place.bot.settle()
    assert sum("What I can do" in m["text"] for m in place.fake.messages(place.rita)) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_pressed_button_is_ticked(place, fault):
    log_acme(place)
    place.bot.at += timedelta(hours=19)
    assert place.bot.tick() == 1
    shown = next(one for one in place.fake.world.shown if one.kind == "post")
    place.fake.faults.script("chat.update", fault)
    place.fake.press(shown, "Done (send the plan)")
    place.bot.settle()
    (message,) = place.fake.messages(place.rita)
    assert "✓" in message["text"]


def test_an_older_state_never_takes_the_place_of_a_newer_one(place):
    """The first press waits for its second try, while a further press is shown."""
    log_acme(place)
    place.fake.command(place.rita, "/logcall", "Acme: I send the offer tomorrow")
    place.bot.at += timedelta(hours=19)
    place.bot.tick()
    shown = next(one for one in place.fake.world.shown if one.kind == "post")
    place.fake.faults.script("chat.update", rate_limited(1))
    place.fake.press(shown, "Done (send the plan)")
    place.fake.press(shown, "Done (send the offer)")
    place.bot.settle()
    assert place.fake.messages(place.rita)[0]["text"].startswith("Fri 13 March. All done.")


@pytest.mark.parametrize("fault", [rate_limited(1), server_error(500), drop(after=False)])
def test_what_only_one_person_sees_comes_too(place, fault):
    log_acme(place)
    place.fake.faults.script("chat.postEphemeral", fault)
    private = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    place.fake.faults.script("response_url", fault)
    assert "Acme" in place.fake.press(private, "What to say").ephemeral().text
    place.fake.faults.script("views.publish", fault)
    assert words(place.fake.open_home(place.rita).home())


@pytest.mark.parametrize("fault", [rate_limited(3600), refused("is_archived")])
def test_what_no_further_try_would_mend_is_left(place, fault):
    place.fake.faults.always("chat.postMessage", fault)
    place.fake.dm(place.rita, "help")
    place.bot.settle()
    assert len(place.fake.calls("chat.postMessage")) == 1


def test_it_is_tried_four_times_and_no_more(place):
    place.fake.faults.always("chat.postMessage", server_error(500))
    place.fake.dm(place.rita, "help")
    place.bot.settle()
    assert len(place.fake.calls("chat.postMessage")) == 4


def test_a_second_press_on_share_shows_it_to_nobody_twice(place):
    log_acme(place)
    private = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    before = len(place.sales.messages)
    place.fake.press(private, "Share here")
    seen = place.fake.press(private, "Share here")
    assert "You have pressed that already" in seen.ephemeral().text
    place.bot.settle()
    assert len(place.sales.messages) == before + 1
    anew = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    place.fake.press(anew, "Share here")
    place.bot.settle()
    assert len(place.sales.messages) == before + 3  # their question, and the answer that they asked for anew


@pytest.mark.parametrize(("fault", "posts"), [(drop(), 1), (server_error(500, after=True), 1), (rate_limited(1), 1)])
def test_a_shared_answer_comes_once_whatever_becomes_of_the_call(place, fault, posts):
    log_acme(place)
    private = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    before = len(place.sales.messages)
    place.fake.faults.script("response_url", fault)
    place.fake.press(private, "Share here")
    place.bot.settle()
    assert len(place.sales.messages) == before + posts


def test_what_could_not_be_shared_can_be_shared_with_another_press(place):
    log_acme(place)
    private = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    before = len(place.sales.messages)
    place.fake.faults.script("response_url", Fault("status", status=404))
    place.fake.press(private, "Share here")
    place.bot.settle()
    place.fake.press(private, "Share here")
    place.bot.settle()
    assert len(place.sales.messages) == before + 1


def test_the_bot_ends_without_waiting_for_a_further_try(place, monkeypatch):
    monkeypatch.setattr(again, "PAUSES", (3600.0,) * 3)
    place.fake.faults.script("chat.postMessage", server_error(500))
    seen = place.fake.dm(place.rita, "help")
    place.fake.until(lambda: place.fake.calls("chat.postMessage"), "the first try")
    place.bot.run(place.bot.found["slack"]._answering.close)
    assert "What I can do" in seen.post().text


def test_a_change_that_is_read_later_keeps_the_turn_that_it_took():
    """Asked for first, it is drawn last: what came between stays."""
    shown: list[str] = []

    async def draw(state: str) -> None:
        shown.append(state)

    async def both() -> None:
        trying = again.Again()
        with trying.turn("list") as turn:
            await trying.shown(lambda: draw("newer"), ("T1", "chat.update"), instead_of="list")
            await trying.shown(lambda: draw("older"), ("T1", "chat.update"), instead_of="list", turn=turn)
        with trying.turn("list") as turn:
            await trying.shown(lambda: draw("alone"), ("T1", "chat.update"), instead_of="list", turn=turn)

    asyncio.run(both())
    assert shown == ["newer", "alone"]
