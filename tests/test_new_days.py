"""A promise gets a new day in everyday words: the one that fits moves, and no second one is made. Today is Mon 30 November 2026."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 11, 30, 8, 30, tzinfo=UTC)))
    team.say("Tom", "new deal with Vantaa Dental, Karin Lind")
    return team


@pytest.mark.parametrize(
    ("promised", "line", "now"),
    [
        ("karin sends the floorplan thu", "karin: floorplan delayed, sends mon instead. quote is fine by her", "send the floorplan, Mon 7 December"),
        ("karin sends the po fri", "karin says po is delayed cos finance is closed, comes wed", "send the po, Wed 9 December"),
        ("karin sends the drawings thu", "karin: drawings will be mon not thu", "send the drawings, Mon 7 December"),
        ("karin sends the contract fri", "karin: contract is late, comes next tue", "send the contract, Tue 8 December"),
        ("karin sends the specs thu", "karin can't make thu, specs come on mon", "send the specs, Mon 7 December"),
        ("karin sends the plan thu", "karin: plan not before mon", "send the plan, Mon 7 December"),
        ("karin sends the contract mon", "karin is late w the contract, will be wed", "send the contract, Wed 9 December"),
        ("karin sends the po wed", "karin: po now friday", "send the po, Fri 4 December"),
        ("karin sends the photos wed", "logcall Vantaa: photos only on friday", "send the photos, Fri 4 December"),
        ("i send the trial agreement tue", "karin asked me to push the trial agreement to thu, she is in brussel", "send the trial agreement, Thu 3 December"),
        ("i send the trial agreement tue", "karin asked to move the trial agreement to fri", "send the trial agreement, Fri 4 December"),
        ("i send the trial agreement tue", "i'll send karin the trial agreement wed instead", "send the trial agreement, Wed 2 December"),
        ("i send the trial agreement tue", "logcall Vantaa: push the trial agreement to thu", "send the trial agreement, Thu 3 December"),
        ("i send the quote tue", "karin wants the quote thu instead", "send the quote, Thu 3 December"),
        ("i send the specs tue", "the specs for karin go out mon instead", "send the specs, Mon 7 December"),
        ("karin sends the po fri", "karin: po comes mon after all", "send the po, Mon 7 December"),
        ("karin sends the contract wed", "karin: contract is going to be tuesday", "send the contract, Tue 1 December"),
        ("karin sends the contract wed", "karin: contract's gonna be fri", "send the contract, Fri 4 December"),
        ("karin sends the po fri", "karin: po slips to mon", "send the po, Mon 7 December"),
        ("karin sends the po fri", "logcall Vantaa: the po slid to wed", "send the po, Wed 9 December"),
        ("karin sends the drawings fri", "karin: drawings slipping to thu", "send the drawings, Thu 10 December"),
        ("karin sends the specs fri", "karin says the specs will be mon after all", "send the specs, Mon 7 December"),
        ("karin sends the plan tue", "karin: plan now going to be thu", "send the plan, Thu 3 December"),
    ],
)  # fmt: skip
def test_the_one_that_fits_moves(team, promised, line, now):
    team.say("Tom", f"logcall Vantaa: {promised}")
    told = team.logged(line)
    assert now in told
    assert ("(moved once" in told) is ("Tue 1" not in now)  # a sooner day was put off by nobody
    assert ";" not in told.partition(" will: ")[2].partition("\n")[0]


def test_what_is_told_behind_it_gets_its_day_too(team):
    team.say("Tom", "logcall Vantaa: karin sends the po fri, she sends the contract wed")
    told = team.logged("karin: po slips to mon, contract thu")
    assert "send the po, Mon 7 December (moved once" in told
    assert "send the contract, Thu 3 December (moved once" in told


@pytest.mark.parametrize(
    "line", ["trial agreement fri is fine too", "contract next week is ok", "the drawings on thu works", "quote fri suits her", "order mon is good"]
)  # fmt: skip
def test_a_paper_that_comes_on_a_day_is_no_talk(team, line):
    team.say("Tom", "logcall Vantaa: i send the trial agreement wed")
    assert "Next step" not in team.logged(f"logcall Vantaa: {line}")


def test_a_demo_on_a_day_is(team):
    assert "Next step: demo Fri 4 December" in team.logged("logcall Vantaa: demo fri is fine")


def test_of_two_that_fit_it_is_asked(team):
    team.say("Tom", "logcall Vantaa: karin sends the plan for hull thu, she sends the plan for leeds fri")
    told = team.logged("karin: plan not before mon")
    assert "send the plan for hull: promise moved" in told
    assert "send the plan for leeds: promise moved" in told


@pytest.mark.parametrize(
    "line",
    ["budget is late, comes in january", "karin is not there on monday", "not interested before mon", "karin likes the plan now", "the demo is late, starts mon",
     "the party is on mon after all", "she is going to be there tuesday", "the train slips to wed"],
)  # fmt: skip
def test_another_thing_moves_nothing(team, line):
    team.say("Tom", "logcall Vantaa: karin sends the plan thu")
    assert "moved once" not in team.logged(f"logcall Vantaa: {line}")


@pytest.mark.parametrize(
    ("promised", "line"),
    [
        ("karin will call tomorrow", "karin called, wants the prices by friday"), ("karin rings back tomorrow", "karin rang, wants a discount"),
        ("karin will call tomorrow", "karin phoned"), ("karin calls me tomorrow", "karin just called me, all fine"), ("karin will call tomorrow", "just had karin on the phone, she likes it"),
        ("karin will call tomorrow", "logcall Vantaa: had karin on the line"), ("karin will call tomorrow", "karin gave me a ring, all fine"), ("karin will call tomorrow", "logcall Vantaa: call from karin, all fine"),
        ("karin will call tomorrow", "karin ringede, hun er glad"), ("karin will call tomorrow", "karin ringte, alt bra"), ("karin will call tomorrow", "karin ringde"), ("karin will call tomorrow", "karin telefoneerde, wil korting"),
        ("karin will call tomorrow", "logcall Vantaa: ze belde, wil korting"), ("karin will call tomorrow", "karin a appelé"), ("karin sends the po fri", "logcall Vantaa: po in, install 5 jan"),
        ("karin sends the drawings fri", "logcall Vantaa: drawings in, they look good"), ("i send the offer fri", "logcall Vantaa: she has the offer"), ("i do an offer by fri", "vantaa offer sent, karin tells me on wed"),
    ],
)  # fmt: skip
def test_what_was_done_is_done(team, promised, line):
    team.say("Tom", f"logcall Vantaa: {promised}")
    team.forward(days=1)
    told = team.logged(line)
    assert ("You did: " if promised.startswith("i ") else "They did: ") in told


@pytest.mark.parametrize(("promised", "line"), [("karin sends the po fri", "karin po is in"), ("karin sends the drawings fri", "karin: drawings in"), ("i send the offer fri", "karin has the offer")])  # fmt: skip
def test_and_in_a_line_of_its_own(team, promised, line):
    team.say("Tom", f"logcall Vantaa: {promised}")
    assert ", done" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["karin: called, no answer", "logcall Vantaa: called", "called karin", "karin has the flu", "logcall Vantaa: check in", "karin called it too expensive", "karin called our offer steep",
    "karin called a meeting with her boss", "karin called off the demo", "logcall Vantaa: she called the price a joke", "karin called us too slow", "logcall Vantaa: had lunch on the phone bill"])  # fmt: skip
def test_nobody_did_it(team, line):
    team.say("Tom", "logcall Vantaa: karin will call tomorrow, karin sends the po fri")
    told = team.logged(line)
    assert "They did" not in told


def test_got_the_quote_is_no_step_of_theirs_where_it_was_ours(team):
    team.say("Tom", "logcall Vantaa: i send the quote fri")
    assert "Did that settle “send the quote”?" in team.text("Tom", "logcall Vantaa: got the quote this morning")


@pytest.mark.parametrize(
    "late",
    ["didnt get to the contract for karin, will do wed", "logcall Vantaa: haven't sent karin the contract, now wed", "i didn't send karin the contract, will do it wed"],
)  # fmt: skip
def test_what_we_were_late_with_is_ours_and_nobody_is_thanked(team, late):
    team.say("Tom", "logcall Vantaa: i send karin the contract by tue")
    told = team.logged(late)
    assert "You will: send Karin the contract, Wed 2 December (moved once, from Tue 1 December)" in told
    assert "They will" not in told
    assert "noted Mon 30 November" in told
    assert "thank" not in told
