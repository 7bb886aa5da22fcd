"""One person in Slack and in Teams: one history, one list, and what is done in one is done in the other."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.adapters.together import Together, together
from tests.teams import looking


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def place(request, open_database) -> Iterator[Together]:
    with together(open_database(request.getfixturevalue(request.param))) as made:
        yield made


def test_what_is_logged_in_either_is_one_history(place):
    place.says_in_slack("new Acme")
    place.says_in_slack("logcall Acme: she said “we sign in May”")
    told = place.says_in_teams("where are we on Acme?")
    assert "sign in May" in told
    place.says_in_teams("logcall Acme: I send the plan tomorrow")
    assert "plan" in place.says_in_slack("where are we on Acme?").text
    members = place.database.read(place.organisation, lambda store: store.members.all())
    assert [member.name for member in members] == ["Rita Moss"]


def test_what_is_done_in_one_is_done_in_the_other(place):
    place.says_in_slack("new Acme")
    logged = place.says_in_slack("logcall Acme: I send the plan today")
    assert "plan" in place.says_in_teams("followups")
    listed = place.teams.chat(place.in_teams)[-1]
    done = next(one["data"] for one in looking.actions(listed.content) if one["title"] == "Done")
    _, body = place.in_teams.execute(done, listed)
    assert "✓" in looking.words(body["value"])
    assert "A clear day" in place.says_in_slack("followups").text
    undo = next(one["data"] for one in looking.actions(body["value"]) if one["title"] == "Undo")
    place.in_teams.execute(undo, listed)
    assert "plan" in place.says_in_slack("followups").text
    place.slack.press(logged, "Undo")
    place.settle()
    assert "plan" not in place.says_in_teams("followups")


def test_an_undo_typed_in_one_takes_back_what_the_other_did(place):
    place.says_in_teams("new Cirrus")
    place.says_in_slack("new Borealis")
    assert "Borealis" in place.says_in_teams("undo")
    assert "Cirrus" in place.says_in_slack("undo").text
    assert "Cirrus" not in place.says_in_teams("deals")


def test_a_list_that_was_answered_in_one_is_not_answered_again_in_the_other(place):
    place.says_in_teams("new Acme")
    place.says_in_teams("logcall Acme: I send the plan tomorrow")
    place.says_in_slack("help")
    place.at += timedelta(hours=19)
    assert place.tick() == 1
    listed = place.teams.chat(place.in_teams)[-1]
    place.says_in_slack("done Acme")
    done = next(one["data"] for one in looking.actions(listed.content) if one["title"] == "Done")
    place.in_teams.execute(done, listed)
    turns = place.database.read(place.organisation, lambda store: [*store.history.many([1]).values()])
    assert [len(promise.turns) for history in turns for promise in history.commitments] == [1]


def test_the_list_comes_once_where_the_member_chose(place):
    place.says_in_slack("new Acme")
    place.says_in_slack("logcall Acme: I send the plan tomorrow")
    place.says_in_teams("help")
    place.at += timedelta(hours=19)
    assert (place.tick(), place.lists()) == (1, (1, 0)), "where they were first"
    assert "Your list comes in Teams" in place.says_in_slack("settings list in Teams").text
    place.at += timedelta(days=3)
    assert (place.tick(), place.lists()) == (1, (1, 1))
    place.says_in_teams("settings list in Slack")
    place.at += timedelta(days=1)
    assert (place.tick(), place.lists()) == (1, (2, 1))
    assert place.tick() == 0
