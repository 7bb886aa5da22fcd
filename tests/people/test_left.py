"""Whoever left a platform is let in again by the platform's word, never by a message that comes late."""

import pytest

from bot.app import UnknownMember
from bot.cards import Message
from bot.model import Address, Profile, Reach

THERE = Address("slack", "T1", "U1")
ZOE = Profile("Zoe Ray", "UTC")


def reach(team):
    return team.database.read(team.organisation_id, lambda store: store.identities.at(THERE)).reach


@pytest.fixture
def left(team):
    team.app.join(team.organisation_id, THERE, ZOE)
    team.app.answer(Message(team.organisation_id, None, "new Acme", address=THERE))
    team.app.describe(team.organisation_id, THERE, ZOE, gone=True)
    return team


def test_a_late_message_of_a_closed_account_opens_nothing(left):
    assert left.app.member_id_at(left.organisation_id, THERE) is None
    with pytest.raises(UnknownMember):
        left.app.answer(Message(left.organisation_id, None, "where are we on Acme?", address=THERE))
    assert reach(left) is Reach.gone


@pytest.mark.parametrize("asked", [True, False])
def test_the_platform_says_that_they_are_back_when_it_is_asked_or_by_itself(left, asked):
    if asked:
        left.app.join(left.organisation_id, THERE, ZOE)
    else:
        left.app.describe(left.organisation_id, THERE, ZOE, gone=False)
    assert reach(left) is Reach.fine
    assert left.app.answer(Message(left.organisation_id, None, "where are we on Acme?", address=THERE)).share


def test_who_cannot_be_reached_is_back_with_their_first_word(team):
    team.app.join(team.organisation_id, THERE, ZOE)
    team.database.write(team.organisation_id, lambda s: s.identities.mark(THERE, Reach.unreachable, "cannot_dm_bot"))
    team.app.answer(Message(team.organisation_id, None, "help", address=THERE))
    assert reach(team) is Reach.fine
