"""What was not done gets its new day, and their own words ask for steps and take things on. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)


def read(rest):
    return read_rest("Acme", rest, TODAY, day_first=False, people=("Dana Reyes",))


@pytest.mark.parametrize(
    ("line", "act", "day"),
    [
        ("hasn't read the stats yet, pushing for Fri", "read the stats", 13),
        ("po slipped again, now Tue", "send po", 17),
        ("was supposed to sign last week, now says Fri", "sign", 13),
        ("didn't review it yet, aiming for Wed", "review it", 18),
    ],
)
def test_a_promise_that_slipped_gets_a_new_day_and_is_no_new_act(line, act, day):
    call = read(line)
    (one,) = call.promises
    assert (one.side, one.text, one.due.on, one.again) == (Side.theirs, act, date(2026, 3, day), True)
    assert call.result == "continuation"


@pytest.mark.parametrize(
    ("line", "act", "day"),
    [
        ('Dana: "redlines back to you by the 20th"', "send redlines", 20),
        ('she said "I\'ll sign on Friday"', "sign", 13),
        ('he said "we will send the PO by Mon"', "send the PO", 16),
    ],
)
def test_what_they_take_on_in_their_own_words_is_theirs(line, act, day):
    (one,) = read(line).promises
    assert (one.side, one.text, one.due.on) == (Side.theirs, act, date(2026, 3, day))


@pytest.mark.parametrize(
    ("line", "what", "day"),
    [('Dana said "call my cell Mon 7:30am"', "call", 16), ('she said "let\'s meet Tue 10am"', "meeting", 17)],
)
def test_a_step_in_their_own_words_is_agreed(line, what, day):
    step = read(line).next_step
    assert step is not None
    assert (step.what, step.date.on, step.agreed) == (what, date(2026, 3, day), True)


@pytest.mark.parametrize(
    "said",
    [
        "I signed on Friday", "I might sign Friday", "if my boss agrees I'll sign Friday", "will you send it by Fri?",
        "you will have to send it by Fri", "we won't sign by Fri",
    ],
)  # fmt: skip
def test_other_words_of_theirs_promise_nothing(said):
    call = read(f'she said "{said}"')
    assert (call.promises, call.next_step, call.said) == ((), None, said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Lea called back. She said: We are fine with 4.500 EUR, but we need delivery before 20.12.", "We are fine with 4.500 EUR, but we need delivery before 20.12."),
        ("Lea said we like it but we have no budget", "we like it but we have no budget"),
        ("Lea said our board is for it, but our budget is spent", "our board is for it, but our budget is spent"),
        ("she said she likes it, but I think she won't buy", "she likes it"),
        ("Lea said we are happy, but I send the contract first", "we are happy"),
        ("Lea said the price is fine, i call her Monday", "the price is fine"),
    ],
)  # fmt: skip
def test_their_words_keep_their_but(line, said):
    assert read(line).said.rstrip(".") == said.rstrip(".")
