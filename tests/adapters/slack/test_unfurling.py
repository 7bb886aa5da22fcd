"""Whatever the bot posts, Slack opens no address that stands in it: neither a page nor a picture of a stranger's comes along."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.slack.faults import refused
from tests.slack.model import Receipt
from tests.slack.serving import Office, office

SHUT = {"unfurl_links": False, "unfurl_media": False}


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme")
        made.fake.command(made.rita, "/logcall", "Acme: see https://evil.example/a.png, I send the plan tomorrow")
        yield made


def opened_up(told: Receipt) -> bool:
    """JSON tells true and false, a form 1 and 0."""
    given = {name: told.arguments.get(name) for name in SHUT}
    return given not in (dict.fromkeys(SHUT, False), dict.fromkeys(SHUT, "0"))


def posted(place: Office, method: str = "chat.postMessage") -> list[Receipt]:
    place.bot.settle()
    return place.fake.calls(method)


def dm(place: Office) -> None:
    place.fake.dm(place.rita, "where are we on Acme?").post()


def plainer(place: Office) -> None:
    place.fake.faults.script("chat.postMessage", refused("invalid_blocks"))
    place.fake.dm(place.rita, "chart").post()


def in_a_thread(place: Office) -> None:
    top = place.fake.say(place.sales, place.tom, "how is Acme?").ts
    place.fake.mention(place.sales, place.rita, "share where are we on Acme", thread_ts=top).post()


def to_the_channel(place: Office) -> None:
    place.fake.mention(place.sales, place.rita, "share where are we on Acme").post()


def instead_of_a_whisper(place: Office) -> None:
    place.fake.faults.script("chat.postEphemeral", refused("user_not_in_channel"))
    place.fake.mention(place.sales, place.rita, "where are we on Acme?").post()


def list_of_the_morning(place: Office) -> None:
    place.bot.at += timedelta(hours=19)
    assert place.bot.tick() == 1


def half_a_list(place: Office) -> None:
    place.fake.faults.script("chat.postMessage", refused("msg_too_long"))
    list_of_the_morning(place)


@pytest.mark.parametrize(
    "way", [dm, plainer, in_a_thread, to_the_channel, instead_of_a_whisper, list_of_the_morning, half_a_list]
)
def test_no_address_in_a_message_is_opened(place, way):
    before = len(posted(place))
    way(place)
    assert posted(place)[before:]
    assert [call for call in posted(place) if opened_up(call)] == []


def test_nor_in_what_is_shared_by_a_press(place):
    asked = place.fake.mention(place.sales, place.rita, "where are we on Acme?").ephemeral()
    place.fake.press(asked, "Share here")
    shared = [call for call in posted(place, "response_url") if call.arguments.get("response_type") == "in_channel"]
    assert len(shared) == 1
    assert not opened_up(shared[0])
