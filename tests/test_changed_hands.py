"""What came or went settles the promise that it plainly names, however it is told. Today is Thu 12 March 2026."""

import pytest

from bot.reading.outcome.delivered import delivered
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Osprey, 40 seats")
    team.say("Tom", "deal contact Osprey: Dana Reyes")
    return team


def is_open(team: Team) -> bool:
    return "Fri 13 March" in team.text("Tom", "where are we on Osprey?").split("Source:")[0]


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("we send the quote by Friday", "Quote's gone over"), ("we send the offer by Friday", "offer has now gone across"),
        ("we send the quote by Friday", "quote is with her now"), ("we send the samples by Friday", "samples are with Dana"),
        ("we send the case study by Friday", "case study's in her inbox"), ("we send the quote by Friday", "she's got the quote now"),
        ("we send her the price by Friday", "told Dana the price"), ("we send the lead time by Friday", "gave her the lead time over the phone"),
        ("we send the samples by Friday", "dropped the samples off"), ("we send the samples by Friday", "dropped off the samples at theirs"),
        ("we send the contract by Friday", "got the contract over to her"), ("we send the samples by Friday", "shipped the samples"),
        ("she sends the drawings by Friday", "got the drawings off Jo"), ("she sends the drawings by Friday", "drawings in from Dana"),
        ("she gets the numbers by Friday", "Dana came back with the numbers"), ("she sends the counts by Friday", "she came through with her counts"),
        ("we quote by Friday", "quote's out to dana"), ("we quote her the 200 cards by Friday", "quote's with her"), ("she sends the codes by Friday", "codes came thru from dana"),
        ("she sends the drawings by Friday", "sent the drawings"), ("we send the quote by Friday", "emailed it across"),
    ],
)  # fmt: skip
def test_it_settles_the_promise_that_it_names(team, promised, told):
    team.say("Tom", f"talked to Dana at Osprey today, {promised}")
    assert is_open(team)
    team.say("Tom", f"Osprey: {told}")
    assert not is_open(team)


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("we send the price list by Friday", "told her the price"), ("we send the quote by Friday", "told Dana the price"),
        ("we send the quote by Friday", "emailed the proposal over"),
    ],
)  # fmt: skip
def test_what_may_be_another_thing_is_asked(team, promised, told):
    team.say("Tom", f"talked to Dana at Osprey today, {promised}")
    answer = team.text("Tom", f"Osprey: {told}")
    assert "Did that settle" in answer or "Which promise is done with that?" in answer
    assert is_open(team)


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("we send the quote by Friday", "the demo went over"), ("we send the quote by Friday", "she put the quote off"),
        ("we send the quote by Friday", "quote hasn't gone over yet"), ("we send the quote by Friday", "got the drawings off Jo"),
        ("she sends the drawings by Friday", "came back with a question on the drawings"), ("she sends the drawings by Friday", "the drawings are with her"),
        ("she sends the drawings by Friday", "got the drawings, two are missing"), ("she sends the drawings by Friday", "drawings came in, one of them is wrong"),
        ("we send the price by Friday", "told her the price is firm"), ("we send the price by Friday", "dropped the price"),
    ],
)  # fmt: skip
def test_what_tells_of_something_else_settles_nothing(team, promised, told):
    team.say("Tom", f"talked to Dana at Osprey today, {promised}")
    team.logged(f"Osprey: {told}")
    assert is_open(team)


@pytest.mark.parametrize("line", ["quote's out to Dana", "the samples are out to dana", "dana is out to lunch"])
def test_what_is_out_to_somebody_is_nobodys_absence(team, line):
    answer = team.text("Tom", line)
    assert "A new one?" not in answer
    assert "as a day" not in answer


@pytest.mark.parametrize(
    "told",
    ["she came back with questions", "came back with an objection", "she got back with the same excuse", "dropped off the call early", "dropped the ball", "put the samples off"],
)  # fmt: skip
def test_nothing_was_handed_over(told):
    assert delivered(told) is None


@pytest.mark.parametrize(
    "told",
    ["sent Dana the drawings", "sent dana drawings", "sent the drawings to Dana", "Osprey: emailed her the drawings", "drawings sent to Dana", "sent Osprey the drawings"],
)  # fmt: skip
def test_what_went_to_them_keeps_no_promise_of_theirs_unasked(team, told):
    team.say("Tom", "talked to Dana at Osprey today, she sends the drawings by Friday")
    assert "Which promise is done with that?" in team.text("Tom", told)
    assert is_open(team)


def test_of_two_promises_the_one_of_ours_went_to_them(team):
    team.say(
        "Tom",
        "talked to Dana at Osprey today, she sends the drawings by Friday, we send the drawings of the rig Monday",
    )
    assert "send the drawings of the rig, done" in team.text("Tom", "sent Dana the drawings")


@pytest.mark.parametrize("line", ["Terms are with Dana", "Samples are now with Dana", "Contract is with Dana"])
def test_a_thing_with_a_capital_is_nobody(team, line):
    answer = team.text("Tom", line)
    assert "Logged: Osprey, Dana, message left" in answer
    assert f"Noted: {line}" in answer


def test_a_person_who_is_with_another_is_one(team):
    assert "call with James" in team.text("Tom", "James is with Dana")
