"""What a prospect would be sent is English and truly theirs; a plain line behind a call is of that deal. Today is Thu 12 March 2026."""

from datetime import timedelta

import pytest

from bot.phrases import base_phrase, for_them
from bot.playbook.quotes import is_whole
from bot.playbook.sayable import may_quote, thing_in
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Lindqvist Offices, 3 floors, Erik Lindqvist")
    team.say("Tom", "new Brenner Kaffeehaus, 2 machines, Jutta Brenner")
    return team


@pytest.mark.parametrize(
    ("wrote", "then"),
    [
        ("Mark is on leave until 23 March, I will come back to you on Wednesday 25 March.", "They will: come back to me, Wed 25 March"),
        ("I will send you the form on Wednesday 25 March.", "They will: send me the form, Wed 25 March"),
        ("we get back to you by Friday", "They will: get back to me, Fri 13 March"),
    ],
)  # fmt: skip
def test_you_in_what_they_wrote_is_me(team, wrote, then):
    assert then in (answer := team.text("Tom", f"reply Lindqvist: {wrote}"))
    assert "for you to come back to you" not in answer


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("i come back to her re the 5%", "come back to you about the 5%"),
        ("i get back to him re delivery", "get back to you about delivery"),
        ("send her re-quote", "send your re-quote"),
        ("call her regarding the shelf", "call you regarding the shelf"),
    ],
)
def test_what_it_is_about_leaves_whom_it_is_for(typed, said):
    assert for_them(base_phrase(typed)) == said


@pytest.mark.parametrize(
    "said",
    [
        "if the gm nods we order in april", "the MD wants two quotes", "our managing director signs it", "her grinder is broken",
        "his team likes it", "she likes the blue one",
    ],
)  # fmt: skip
def test_what_is_said_of_who_decides_or_told_of_them_is_not_quoted(said):
    assert not may_quote(said)


@pytest.mark.parametrize("said", ["we order in april", "our grinder is broken", "the management team likes it"])
def test_their_own_words_are_quoted(said):
    assert may_quote(said)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("cup counts monday not fri", False), ("floor plans tuesday", False), ("meter reads fri", False),
        ("the board meets monday", True), ("we sign monday", True), ("Ivan's counts are in monday", True),
    ],
)  # fmt: skip
def test_a_thing_with_its_day_is_no_sentence(said, whole):
    assert is_whole(said) is whole


@pytest.mark.parametrize(
    ("promise", "thing"), [("send it", ""), ("send those", ""), ("send the item list", "the item list")]
)
def test_a_word_that_points_is_no_thing(promise, thing):
    assert thing_in(promise) == thing


@pytest.mark.parametrize(
    "line",
    [
        "quote sent to erik inc descaling", "sent erik the quote incl descaling", "quote for erik went out with the extra grinder",
        "quote emailed to erik plus the service plan", "quote shared with erik w/ the extra grinder",
    ],
)  # fmt: skip
def test_what_went_with_a_thing_leaves_its_promise_asked_about(team, line):
    team.say("Tom", "logcall Lindqvist: i send erik a quote by mon")
    assert "Which promise is done with that?" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line", ["quote not sent to erik with the extra grinder", "menu sent to erik with the extra grinder"]
)
def test_what_was_not_sent_or_not_promised_settles_nothing(team, line):
    team.say("Tom", "logcall Lindqvist: i send erik a quote by mon")
    assert "Which promise" not in team.text("Tom", line)
    assert "send Erik a quote, Mon 16 March" in team.text("Tom", "where are we on Lindqvist?")


@pytest.mark.parametrize(
    "line",
    [
        "i check height w tech by tmrw", "i check w install team by tomorrow", "we'll ask the fitter about the shelf by tue", "i bring the sample mon",
        "i will measure the shelf on friday",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "before", ["logcall lindqvist: erik asks if b2 fits under a shelf", "spoke erik - wants delivery on 1 april"]
)
def test_what_we_promise_behind_a_call_is_of_that_deal(team, before, line):
    """It may wait for its press as well."""
    team.clock.at += timedelta(minutes=1)
    team.say("Tom", before)
    team.clock.at += timedelta(minutes=1)
    answer = team.text("Tom", line)
    assert "Log that with Lindqvist Offices, 3 floors?" in answer
    assert "you will" in answer


@pytest.mark.parametrize(
    "line", ["i need a list by friday", "i want to see my list for monday", "i start at 9 tomorrow"]
)
def test_what_is_no_promise_is_of_no_deal(team, line):
    team.say("Tom", "logcall lindqvist: erik asks if b2 fits under a shelf")
    assert "Log that with" not in team.text("Tom", line)
