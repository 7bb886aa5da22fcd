"""The day by which they need something of ours is the day of our promise, whatever they threaten with. Today is Thu 12 March 2026."""

import pytest

from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database):
    team = Team(database)
    for line in ("new Northwind, bays", "deal contact Northwind: Grace Lee"):
        team.say("Tom", line)
    return team


@pytest.mark.parametrize(
    "line",
    [
        "grace from northwind called, quote is too high, she wants 10% off, i said id ask maria, she needs it by tuesday otherwise they go with dockmaster",
        "logcall northwind: I ask Maria about 10% off, she needs to know by tuesday or they buy elsewhere",
        "logcall northwind: i'll ask maria, they want it by tuesday", "logcall northwind: I ask Maria, Grace is waiting for it by tuesday, else they sign with Globex",
    ],
)  # fmt: skip
def test_their_deadline_is_the_day_of_our_promise_and_the_threat_is_noted(team, line):
    said = team.text("Tom", line)
    said = team.text("Tom", "yes") if "Log that with" in said else said
    assert ", Tue 17 March" in said.partition("You will: ask Maria")[2].partition("\n")[0]
    assert "They will" not in said
    assert "Is the deal lost" not in said
    assert all(word in said for word in line.split("tuesday ")[1:2])
    team.forward(days=5)
    assert "ask Maria" in team.text("Tom", "followups")


@pytest.mark.parametrize(
    ("line", "owed"),
    [("she wants the deck, needs it by tuesday", "send the deck"), ("she likes it, needs to know by tuesday", "give them an answer"),
     ("she needs the quote by tuesday or they go elsewhere", "send the quote"), ("they need to know by tuesday, otherwise they walk", "give them an answer")],
)  # fmt: skip
def test_what_they_wait_for_is_ours_to_give_by_then(team, line, owed):
    assert f"You will: {owed}, Tue 17 March" in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    "line",
    [
        "she needs it by june from finance",
        "does she need it by tuesday?",
        "she wants it installed by tuesday",
        "she needs it",
        "they need it by tuesday, otherwise they walk",
        "grace is waiting on legal, expects to hear by tuesday",
        "grace needs a reply from her CFO, expects it by tuesday",
        "Bill sends Grace the report, she needs it by tuesday",
        "grace asked IT for logs; waiting for them by tuesday",
        "grace needs it tuesday, I told her we can't",
    ],
)
def test_what_others_owe_them_is_none_of_ours(team, line):
    assert "You will" not in team.text("Tom", f"logcall northwind: {line}")


def test_who_called_from_there_is_who_said_it(team):
    team.say("Tom", "Grace from Northwind called, she wants 10% off")
    team.say("Tom", "yes")
    where = team.text("Tom", "where northwind")
    assert "Last said by Grace, Thu 12 March: “wants 10% off”" in where
