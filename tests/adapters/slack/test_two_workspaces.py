"""One person in two workspaces of one company: the list comes in the one that they chose, and in the other when that one is gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from adapters.cli.roles import expected
from tests.slack.fake import FakeSlack
from tests.slack.faults import rate_limited
from tests.slack.installing import installing
from tests.slack.model import User, Workspace
from tests.slack.serving import Bot

FRIDAY = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)  # a minute after her hour


@dataclass
class Place:
    """Rita is one member in both; Zoe, in America alone, looks at `people`."""

    fake: FakeSlack
    bot: Bot
    url: str
    europe: Workspace
    america: Workspace
    there: User
    here: User
    zoe: User

    def typed(self, user: User, line: str) -> str:
        return self.fake.command(user, "/followthrough", line).ephemeral().text

    def lists(self, user: User) -> int:
        return sum("the plan" in m["text"] and "promised" in m["text"] for m in self.fake.messages(user))

    def morning(self, days: int) -> tuple[int, int]:
        """How many lists came in Europe and in America."""
        before = self.lists(self.there), self.lists(self.here)
        self.bot.at = FRIDAY + timedelta(days=days)
        self.bot.tick()
        return self.lists(self.there) - before[0], self.lists(self.here) - before[1]

    def tokens(self, workspace: Workspace, error: str) -> None:
        for token in self.fake.world.tokens.values():
            if token.kind == "bot" and token.team == workspace.id:
                token.error = error


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def place(request, open_database) -> Iterator[Place]:
    database = open_database(request.getfixturevalue(request.param))
    with installing(database) as (fake, bot, url):
        europe, america = fake.add_workspace("Acme EU"), fake.add_workspace("Acme US")
        there = fake.add_user(europe, "rita", real_name="Rita Moss", email="rita@acme.test", zone="Europe/London")
        here = fake.add_user(america, "rita", real_name="Rita M", email="Rita@acme.test", zone="Europe/London")
        zoe = fake.add_user(america, "zoe", real_name="Zoe Ray", email="zoe@acme.test")
        fake.install(there, f"{url}/slack/install")
        (acme,) = database.operate(lambda operator: operator.organisations())
        expected(database, acme, "slack", america.id, bot.at)
        fake.install(zoe, f"{url}/slack/install")
        place = Place(fake, bot, url, europe, america, there, here, zoe)
        place.typed(there, "new Globex")
        place.typed(there, "logcall Globex: Dana likes it, I send the plan tomorrow")
        place.typed(here, "deals")
        assert place.morning(0) == (1, 0), "where she was first"
        yield place
        bot.settle()
        assert fake.complaints == []


def test_after_one_is_uninstalled_the_next_list_comes_in_the_other(place):
    place.fake.uninstall(place.europe)
    assert place.morning(3) == (0, 1)
    assert "No message gets through" not in place.typed(place.zoe, "people")


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
def test_the_list_that_finds_it_gone_goes_to_the_other_the_same_morning(place, error):
    place.tokens(place.europe, error)
    assert place.morning(3) == (0, 1)
    assert place.morning(4) == (0, 1)
    assert "No message gets through" not in place.typed(place.zoe, "people")


def test_so_does_one_that_was_waiting_to_be_sent(place):
    place.fake.faults.script("chat.postMessage", rate_limited(60), team=place.europe.id)
    assert place.morning(3) == (0, 0)
    place.fake.uninstall(place.europe)
    place.bot.at += timedelta(minutes=2)
    place.bot.tick()
    assert (place.lists(place.there), place.lists(place.here)) == (1, 1)


def test_and_one_for_somebody_who_has_left_that_workspace_only(place):
    place.there.deleted = True
    assert place.morning(3) == (0, 1)
    told = place.typed(place.zoe, "people")
    assert "Rita Moss, admin. Has left Slack, Acme EU" in told
    assert "hand over" not in told


def test_nobody_who_is_nowhere_else_is_sent_anything_and_admins_read_what_to_do(place):
    tom = place.fake.add_user(place.europe, "tom", real_name="Tom Becker", email="tom@acme.test")
    place.typed(tom, "deals")
    place.fake.uninstall(place.europe)
    told = place.typed(place.zoe, "people")
    assert (
        "Tom Becker, rep. No message gets through in Slack (workspace disconnected). The app has to be installed"
        in told
    )


def test_installed_again_it_is_hers_again_without_a_word(place):
    place.tokens(place.europe, "token_revoked")
    place.morning(3)
    place.fake.install(place.there, f"{place.url}/slack/install")
    assert place.morning(4) == (1, 0)


def test_of_two_workspaces_she_chooses_one_where_she_is_or_by_its_name(place):
    assert "Your list comes in Slack, Acme US. The next one: Mon March 16" in place.typed(
        place.here, "settings list here"
    )
    assert place.morning(3) == (0, 1)
    assert "Your list comes in Slack, Acme EU" in place.typed(place.here, "settings list in Acme EU")
    assert place.morning(4) == (1, 0)
    assert "Your list comes in Slack, Acme US" in place.typed(place.here, "settings list in Slack")
    assert place.morning(5) == (0, 1)
    place.fake.uninstall(place.america)
    assert place.morning(6) == (1, 0), "where it can be sent comes before where she wants it"


def test_a_place_where_she_is_not_is_told_with_those_where_she_is(place):
    told = place.typed(place.here, "settings list in Acme Asia")
    assert "I know you in Slack, Acme EU and Slack, Acme US only." in told
    assert "Your list comes in Slack." in place.typed(place.zoe, "send my list here")
