"""What was heard, and what becomes of it: a no, a PO, a new day, a freeze. Today is Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from bot.playbook.facts import may_quote
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new deal with Northwind, Sarah Lee")
    return team


@pytest.mark.parametrize(
    "line", ["cfo said no", "her CFO turned it down", "got a no from the cfo", "they said no to the price"]
)
def test_a_no_answers_the_promise_to_ask_and_is_asked_about(team, line):
    team.say("Tom", "logcall northwind: sarah likes it, she talks to cfo mon")
    told = team.text("Tom", f"logcall northwind: {line}")
    assert "They did: talk to cfo" in told
    assert "Is the deal lost" in told
    assert "Lost" in told
    where = team.text("Tom", "where are we on northwind")
    assert "they said no on Thu 12 March" in where.partition("\n")[0]
    assert "warm" not in where
    assert "waiting on them" not in where
    assert "They said no: Thu 12 March" in where


def test_a_no_ends_once_something_was_agreed(team):
    team.say("Tom", "logcall northwind: cfo said no")
    team.say("Tom", "next northwind call fri 20 march")
    assert "they said no on" not in team.text("Tom", "where are we on northwind").partition("\n")[0]


def test_a_yes_answers_it_too(team):
    team.say("Tom", "logcall northwind: she talks to cfo mon")
    assert "They did: talk to cfo" in team.text("Tom", "logcall northwind: cfo approved it, demo fri 20 march")


@pytest.mark.parametrize(
    "line", ["got the po from sarah", "northwind sent the po", "sarah sent the po", "PO came in", "the PO arrived"]
)
def test_what_came_from_them_is_a_sign_of_life(team, line):
    team.say("Tom", "logcall northwind: sarah will send the po by tues. i send roi sheet fri")
    team.forward(days=1)
    team.say("Tom", "sent northwind the roi sheet")
    team.say("Tom", "done northwind vm")
    team.forward(days=4)
    done = team.text("Tom", line)
    assert "send the po, done" in done
    assert "quiet since" not in done
    assert "Won" in done
    where = team.text("Tom", "where are we on northwind")
    assert "quiet since" not in where
    assert "Last contact: Tue 17 March" in where
    assert "unanswered" not in where
    words = team.text("Tom", "words northwind")
    assert "Which part should we start with" not in words
    assert "We sent you" not in words
    assert "thank you for the po" in words.casefold()


@pytest.mark.parametrize("line", ["got the po from sarah", "PO came in"])
def test_a_po_that_is_told_in_a_call_settles_what_they_promised(team, line):
    """It may be for samples, or for another deal: whether it is the order is asked."""
    team.say("Tom", "logcall northwind: sarah will send the po by tues")
    told = team.text("Tom", f"logcall northwind: {line}")
    assert "They did: send the po" in told
    assert "Is that a yes to the deal?" in told


def test_a_sign_of_life_is_taken_back_with_its_promise(team):
    team.say("Tom", "logcall northwind: sarah will send the counts by tues")
    team.forward(days=1)
    team.say("Tom", "got the counts from sarah")
    team.say("Tom", "undo")
    where = team.text("Tom", "where are we on northwind")
    assert "Last contact: Thu 12 March" in where
    assert "They promised: send the counts" in where


def test_a_new_day_moves_the_one_thing_it_fits(team):
    team.say("Tom", "logcall northwind: sarah will send the sow by fri 20 march")
    assert "send the sow, Mon 23 March" in team.text("Tom", "logcall northwind: now says mon 23 march")


def test_a_new_day_that_may_be_for_two_things_is_asked(team):
    team.say("Tom", "logcall northwind: sarah will send the sow by fri 20 march, she asks her boss wed")
    told = team.text("Tom", "logcall northwind: now says mon 23 march")
    assert "What is it now Mon 23 March for?" in told
    assert "promise moved" in told


def test_a_new_day_is_the_next_step_s_when_nothing_else_is_open(team):
    team.say("Tom", "logcall northwind: demo tue 24 march")
    assert "Next step: demo Mon 23 March" in team.text("Tom", "logcall northwind: now says mon 23 march")


def test_a_new_day_for_a_promise_or_a_step_is_asked(team):
    team.say("Tom", "logcall northwind: sarah will send the sow by fri 20 march, demo tue 24 march")
    told = team.text("Tom", "logcall northwind: now says mon 23 march")
    assert "What is it now Mon 23 March for?" in told
    assert "The demo" in told


def test_what_they_want_and_we_send_is_settled_by_its_name(team):
    team.say("Tom", "logcall northwind: sarah wants the roi sheet by monday, i'll send it")
    assert "send the roi sheet, done" in team.text("Tom", "sent northwind the roi sheet")
    team.say("Tom", "logcall northwind: i prep a 1 pager by fri")
    assert "1 pager, done" in team.text("Tom", "i sent the 1 pager to sarah")


def test_a_freeze_is_no_wish_of_theirs(team):
    told = team.text("Tom", "logcall northwind: sarah likes it, budget freeze til april, she sends counts fri")
    assert "Wed 1 April" in told
    assert "budget freeze til april" in told
    assert "Is the call" not in told
    assert "you asked" not in told
    where = team.text("Tom", "where are we on northwind")
    assert "call Wed 1 April, budget freeze til april" in where
    assert "agreed" not in where
    assert "you asked" not in team.text("Tom", "words northwind").casefold()


def test_a_freeze_does_not_hide_what_they_promised_before_it(team):
    team.say("Tom", "logcall northwind: budget freeze til april, she sends counts fri")
    assert "send counts, Fri 13 March" in team.text("Tom", "where are we on northwind")
    assert "Back on your list: Mon 16 March" in team.text("Tom", "logcall northwind: nice chat")


def test_after_a_no_they_are_asked_what_would_have_to_change(team):
    team.say("Tom", "logcall northwind: cfo said no")
    assert "what would have to be different" in team.text("Tom", "words northwind")


def test_a_leave_whose_first_day_is_not_sure_dates_nothing(team):
    team.forward(days=4)  # a Monday
    told = team.text(
        "Tom", "logcall northwind: sarah is on vacation from monday until 27 march, she sends the po before she leaves"
    )
    assert "Fri 13 March" not in told
    assert "Sarah is back" in told


def test_a_leave_that_begins_later_leaves_what_is_due_before_it(team):
    team.say(
        "Tom", "logcall northwind: sarah is on vacation from monday until 27 march, she sends the po before she leaves"
    )
    where = team.text("Tom", "where are we on northwind")
    assert "send the po, Fri 13 March" in where
    assert "Away: Sarah, from Mon 16 March" in where


@pytest.mark.parametrize(
    "said",
    [
        "signed the order form",
        "we signed the order form",
        "I've sent the PO",
        "paid the invoice",
        "already approved it",
    ],
)
def test_what_they_did_is_no_view_to_confirm(said):
    assert not may_quote(said)


@pytest.mark.parametrize("said", ["we need to see the counts", "the signed copy matters to us", "send me the plan"])
def test_a_view_may_be_quoted(said):
    assert may_quote(said)


def test_a_torn_quotation_is_in_no_letter(team):
    told = plain_text(
        team.say("Tom", 'logcall northwind: sarah said she\'ll "talk to legal" and come back by tues').card
    )
    assert "Will Tuesday 17 March be enough time for you to talk to legal" in told
    assert "your time today." in told


@pytest.mark.parametrize("said", ["we go with a competitor", "going with another supplier, sorry"])
def test_a_loss_in_their_words_is_no_promise_to_remind_them_of(team, said):
    told = plain_text(team.say("Tom", f"reply northwind: {said}").card)
    assert "That was a no." in told
    assert "They will" not in told
    assert "As I noted it" not in told


def test_a_receipt_without_a_day_speaks_of_no_wrong_day(team):
    told = plain_text(team.say("Tom", "logcall northwind: sarah sends the plan").card)
    assert "you were going to send the plan." in told
    assert "date wrong" not in told
