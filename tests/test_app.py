"""The shell: a repeated key does nothing twice, also when both come at once; a stranger is nobody."""

import threading

import pytest

from bot.app import UnknownMember
from bot.cards import Message
from tests.team import Team


def test_the_same_key_at_the_same_moment_counts_once(database):
    team = Team(database)
    team.say("Tom", "new Acme, 40 seats")
    replies: list[str] = []

    def press() -> None:
        replies.append(str(team.say("Tom", "done Acme voicemail", key="k1").card))

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    history = database.read(team.organisation_id, lambda store: store.history.of(1))
    assert len(history.touches) == 1
    assert len(replies) == 6
    assert sum("Already done by you at 14:00" in reply for reply in replies) == 5


def test_one_members_key_is_not_anothers(database):
    team = Team(database)
    for name in ("Tom", "Lena"):
        assert "is a deal of yours" in str(team.say(name, "new Acme, 40 seats", key="same").card)


def test_a_key_of_something_that_changed_nothing_may_come_again(database):
    team = Team(database)
    assert "What I can do" in str(team.say("Tom", "help", key="k").card)
    assert "is a deal of yours" in str(team.say("Tom", "new Acme, 40 seats", key="k").card)


def test_a_stranger_is_nobody(database):
    team = Team(database)
    with pytest.raises(UnknownMember):
        team.app.answer(Message(team.organisation_id, 999, "help"))


def test_a_rep_reaches_no_colleagues_deal_by_its_number(database):
    """Every command with a guessed number answers like one that is not there, and changes nothing."""
    team = Team(database)
    team.say("Lena", "new Kranich, cold store")
    team.say("Lena", 'logcall Kranich: Uwe said "soon", he sends the loads by Fri')
    before = database.read(team.organisation_id, lambda store: store.history.of(1))
    for line in [
        "where 1", "words 1", "done 1", "done 1 voicemail", "later 1 tomorrow", "next 1 Fri", "let go 1", "reply 1: yes", "logcall 1: yes",
        "promise kept 1", "promise moved 1 Fri", "undo 1", "undo 2", "resume 1 1", "log 1",
    ]:  # fmt: skip
        reply = str(team.say("Tom", line).card)
        assert "Kranich" not in reply
        assert "soon" not in reply
    assert database.read(team.organisation_id, lambda store: store.history.of(1)) == before
    assert "Kranich" in str(team.say("Maria", "where 1").card)


def test_what_a_list_would_have_to_follow_is_told_on_the_day_of_one_alone(database):
    team = Team(database)
    assert team.say("Tom", "new Acme, 40 seats").acts == ()
    team.say("Tom", "logcall Acme: I send the quote Fri")
    team.forward(hours=18, minutes=31)
    assert team.tick() == 1
    assert team.say("Tom", "done Acme voicemail").acts
    team.forward(days=3)
    assert team.say("Tom", "lost Acme: too dear").acts == ()
