"""A day that they named is kept, in whatever words. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest
from bot.reading.waits.windows import loosely_until

TODAY = date(2026, 3, 12)
PEOPLE = ("Jo Reed", "Dave Jones", "Lucia Marin")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("jo said call back after the 20th, too busy w bottling", date(2026, 3, 23)),
        ('dave said "cant do anything before the board on 2 april"', date(2026, 4, 3)),
        ("Dave says nothing before the board on 2 April", date(2026, 4, 3)),
        ("lucia says later, in september", date(2026, 9, 1)),
        ("lucia said not now, maybe in june", date(2026, 6, 1)),
        ("jo says later, around June", date(2026, 6, 1)),
    ],
)
def test_nothing_happens_before_the_day_that_they_named(line, day):
    call = read(line)
    assert call.not_before
    assert call.not_before.on == day
    assert not call.promises


def test_a_decision_after_a_day_is_not_chased_before_it_and_nobody_asked_for_that():
    call = read('Lucia: "we decide after easter"')
    assert call.not_before
    assert call.not_before.on == date(2026, 4, 6)
    assert call.hold == "they said “we decide after easter”"


def test_told_by_the_rep_it_holds_too_and_beside_a_promise_it_is_a_note():
    alone, beside = read("they decide after easter"), read("they decide after easter, she sends the plan Fri")
    assert alone.not_before
    assert (alone.not_before.on, alone.hold, alone.promises) == (date(2026, 4, 6), "they decide after easter", ())
    assert (beside.not_before, beside.hold, len(beside.promises)) == (None, "", 1)


def test_what_we_cannot_do_before_a_day_asks_nobody_to_wait():
    assert read("we can't ship before the fair on 5 May").not_before is None


@pytest.mark.parametrize("line", ["call me weds", "sorry been crazy, can you call me weds", "could you call me on Wed"])
def test_a_call_that_they_ask_for_is_the_next_step(line):
    step = read(line).next_step
    assert step
    assert (step.what, step.date.on) == ("call", date(2026, 3, 18))


@pytest.mark.parametrize(
    "line",
    [
        'Lucia: "we change carrier in june"', "she is not in yet, in september she was", "she'll call later, in the afternoon",
        "later we sent the quote in March", "jo said no problem, the board is on 2 April",
    ],
)  # fmt: skip
def test_what_is_no_wish_to_wait_is_none(line):
    assert read(line).not_before is None


@pytest.mark.parametrize(
    ("why", "opens"),
    [("budget, maybe september", date(2026, 9, 1)), ("try again june", date(2026, 6, 1)), ("too dear", None), ("may be too dear", None)],
)  # fmt: skip
def test_the_reason_of_a_let_go_may_hold_the_time_to_come_back(why, opens):
    found = loosely_until(why, TODAY)
    assert (found.opens_on if found else None) == opens


def test_a_deadline_of_theirs_is_no_wait():
    for said in ("we want it running before the season starts in June", "we need it before June"):
        assert read_rest("Acme", f'Nora said "{said}"', TODAY).not_before is None
