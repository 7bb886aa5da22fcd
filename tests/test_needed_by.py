"""The day by which they need something of ours is the day of our promise, whatever they threaten with. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
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


@pytest.mark.parametrize(
    ("line", "owed"),
    [("they need it by 1 june, I send the quote", "send the quote, Mon 1 June"), ("she likes it, they need it by 1 june, I send the quote", "send the quote, Mon 1 June"),
     ("she needs it by 1 june, I send the quote on friday", "send the quote, Fri 13 March"), ("they need it by tuesday, I send the quote", "send the quote, Tue 17 March"),
     ("she wants to know by tuesday, I ask Maria on monday", "ask Maria, Mon 16 March")],
)  # fmt: skip
def test_what_we_promise_behind_it_is_what_they_need(team, line, owed):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert f"You will: {owed}\n" in said
    assert "an answer" not in said


@pytest.mark.parametrize(
    "line",
    ["they need it by 1 june", "she likes it, they need it by 1 june", "she needs the machine by 1 june", "needs 5 rigs by june 1", "they need to know by june 1", "she needs the new line by 15 may"],
)  # fmt: skip
def test_what_they_need_in_months_is_a_note(team, line):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert "You will" not in said
    assert line.rsplit(", ")[-1] in said
    assert "1 June: you promised" not in said


def test_an_answer_is_still_owed_where_ours_comes_later(team):
    said = team.text("Tom", "logcall northwind: she needs to know by tuesday, I send the case study on 24 march")
    assert "give them an answer, Tue 17 March" in said
    assert "send the case study, Tue 24 March" in said
