"""Socket Mode's watch: a connection that is dead, and that the SDK does not miss, is made anew; one that lives is left alone."""

import threading
from collections.abc import Iterator, Sequence

import pytest

from adapters.slack import socket
from tests.slack.faults import Fault, refused, server_error
from tests.slack.serving import Office, office

NOTHING_THERE = Fault("status", answer={"ok": True, "url": "ws://127.0.0.1:1/"})


@pytest.fixture
def place(sqlite_url, open_database, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(socket, "_LOOK_EVERY", 0.02)
    with office(open_database(sqlite_url), signing_secret="", app_token="xapp-") as made:
        yield made


def deafen(place: Office) -> None:
    """The connection is gone, and so is what the SDK notices it by."""

    async def work() -> None:
        client = place.bot.found["slack"]._socket._handler.client
        client.current_session_monitor.cancel()
        client.message_receiver.cancel()
        await client.current_session.close()

    place.bot.run(work)


def opened_where(place: Office, answers: Sequence[bool]) -> int:
    """How many connections there were, once the watch has found these and then, a few times, that all is well."""
    told, looked = iter([*answers, True, True, True]), threading.Event()

    async def is_connected() -> bool:
        found = next(told, None)
        if found is None:
            looked.set()
        return found is not False

    place.bot.found["slack"]._socket._handler.client.is_connected = is_connected
    assert looked.wait(10)
    return place.fake.sockets.opened


def test_a_connection_that_died_unnoticed_is_made_anew_and_heard_on(place):
    assert "What I can do" in place.fake.command(place.rita, "/followthrough", "help").ephemeral().text
    deafen(place)
    place.fake.until(lambda: place.fake.sockets.opened == 2, "a second connection")
    assert "What I can do" in place.fake.command(place.rita, "/followthrough", "help").ephemeral().text


@pytest.mark.parametrize("fault", [refused("internal_error"), server_error(500), NOTHING_THERE])
def test_where_no_other_one_opens_it_is_tried_again(place, fault, monkeypatch):
    monkeypatch.setattr(socket, "_OPENS_WITHIN", 1.0)
    place.fake.faults.script("apps.connections.open", fault)
    deafen(place)
    place.fake.until(lambda: place.fake.sockets.opened == 2, "a second connection")
    assert "What I can do" in place.fake.command(place.rita, "/followthrough", "help").ephemeral().text


@pytest.mark.parametrize(
    ("answers", "opened"),
    [([True] * 6, 1), ([False, False, True] * 3, 1), ([False] * 3, 2), ([False] * 5, 2), ([False] * 6, 3)],
)
def test_three_looks_in_a_row_make_it_anew_and_fewer_leave_it_to_the_sdk(place, answers, opened):
    assert opened_where(place, answers) == opened
