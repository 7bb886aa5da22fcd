"""Share here gives the others what its presser has read: anything else is shown to them first."""

import pytest

from bot.cards import plain_text


@pytest.fixture(autouse=True)
def acme(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "we like it", I send the plan tomorrow')


@pytest.mark.parametrize("question", ["where are we on Acme?", "where is my team?", "where is Tom?", "what changed this week?"])  # fmt: skip
def test_what_stands_as_it_was_read_is_shared(team, question):
    private = team.say("Maria", question)
    assert private.share
    assert team.say("Maria", private.share).is_shared


@pytest.mark.parametrize("question", ["where are we on Acme?", "where is Tom?", "what changed this week?"])
def test_what_came_since_is_shown_to_its_presser_alone_first(team, question):
    private = team.say("Maria", question)
    team.say("Tom", "logcall Acme: I send a secret discount Fri")
    pressed = team.say("Maria", private.share)
    assert not pressed.is_shared
    assert "This has changed since you asked" in plain_text(pressed.card)
    assert "secret discount" in plain_text(pressed.card)
    shared = team.say("Maria", pressed.share)
    assert shared.is_shared
    assert "secret discount" in plain_text(shared.card)


def test_what_was_taken_back_since_is_shown_first_too(team):
    private = team.say("Tom", "where are we on Acme?")
    team.say("Tom", "undo")
    assert not team.say("Tom", private.share).is_shared


def test_who_may_not_see_it_reads_nothing_of_it(team):
    private = team.say("Tom", "where are we on Acme?")
    team.say("Tom", "deal give Acme to Omar")
    pressed = team.say("Tom", private.share)
    assert not pressed.is_shared
    assert "we like it" not in plain_text(pressed.card)


def test_whoever_types_that_it_is_to_be_shared_has_asked_for_it_as_it_is(team):
    assert team.say("Tom", "share where are we on Acme?").is_shared
