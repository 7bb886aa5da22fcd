"""Somebody of whom Slack told no name when they first came: asked again when they come again, and told by `doctor` until then."""

from collections.abc import Iterator

import pytest

from adapters.cli.morning_findings import of_mornings
from adapters.slack import people
from tests.slack.faults import server_error
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(people, "_AGAIN", 0.0)
    with office(open_database(sqlite_url)) as made:
        made.rita.name = made.rita.real_name = made.rita.email = ""
        yield made


@pytest.fixture
def nameless(place) -> Office:
    place.fake.command(place.rita, "/followthrough", "help")
    assert place.bot.member(place.rita).name == place.rita.id
    return place


def _asked(place: Office) -> int:
    return len(place.fake.calls("users.info"))


def _says(place: Office) -> None:
    """And is asked about, behind the answer."""
    assert place.fake.command(place.rita, "/followthrough", "help").status == 200
    place.bot.settle()


def _findings(place: Office) -> dict[str, str]:
    return {one.about: one.what for one in place.bot.database.survey(lambda o: [*of_mornings(o, place.bot.at)])}


def test_the_name_is_there_from_their_next_word_on(nameless):
    assert _findings(nameless)["names"] == f"the platform told none of {nameless.rita.id}"
    nameless.fake.faults.script("users.info", server_error(500))
    _says(nameless)
    assert nameless.bot.member(nameless.rita).name == nameless.rita.id
    nameless.rita.name, nameless.rita.real_name = "rita", "Rita Hall"
    nameless.rita.zone, nameless.rita.email = "America/Chicago", "rita@acme.test"
    _says(nameless)
    found = nameless.bot.member(nameless.rita)
    assert (found.name, found.zone, found.email) == ("Rita Hall", "America/Chicago", "rita@acme.test")
    assert "names" not in _findings(nameless)
    _says(nameless)
    before = _asked(nameless)
    _says(nameless)
    assert _asked(nameless) == before, "who has a name is asked about no more"


def test_while_slack_tells_none_it_is_asked_once_in_a_while(nameless, monkeypatch):
    monkeypatch.setattr(people, "_AGAIN", 600.0)
    _says(nameless)
    before = _asked(nameless)
    for _ in range(3):
        _says(nameless)
    assert _asked(nameless) == before
