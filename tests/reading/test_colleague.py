"""What a colleague would read without doubt: the front desk, two acts in one, a soft promise with its day. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Outcome, Result, Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)
PEOPLE = ("Jo Reed", "Greg Hall", "Priya Shah")


def read(rest, people=PEOPLE):
    return read_rest("Acme", rest, TODAY, people=people)


def promises(call):
    return [(p.side, p.text, p.due.on if p.due else None) for p in call.promises]


@pytest.mark.parametrize(
    "line", ["reception says Jo is off till monday", "Jo wasnt there, reception said shes off till monday"]
)
def test_the_front_desk_is_no_conversation_and_may_say_when_they_are_back(line):
    call = read(line)
    assert (call.outcome, call.result, call.said) == (Outcome.no_answer, Result.attempt, "")
    assert call.away
    assert call.away.back_on == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("jo wasn't in", Outcome.no_answer), ("only got reception", Outcome.no_answer),
        ("reception said he's in a meeting, left a message", Outcome.left_message),
        ("spoke to Jo, Greg wasnt there", Outcome.connected), ("Jo said the board was not there yet", Outcome.connected),
        ("Jo isn't in the budget round", Outcome.connected),
    ],
)  # fmt: skip
def test_who_was_reached(line, outcome):
    assert read(line).outcome is outcome


TUESDAY, FRIDAY, NEXT_WEEK = date(2026, 3, 17), date(2026, 3, 13), date(2026, 3, 20)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        (
            "I said I'd loop in our engineer and email pricing by tues",
            [(Side.ours, "loop in our engineer", TUESDAY), (Side.ours, "email pricing", TUESDAY)],
        ),
        (
            "she'll think about it, will let me know next week",
            [(Side.theirs, "think about it", NEXT_WEEK), (Side.theirs, "let me know", NEXT_WEEK)],
        ),
        ("she'll let me know next week", [(Side.theirs, "let me know", NEXT_WEEK)]),
        (
            "she'll try to talk to her partner, hopefully next week",
            [(Side.theirs, "try to talk to her partner", NEXT_WEEK)],
        ),
        ("she shd let me kno by fri", [(Side.theirs, "let me know", FRIDAY)]),
        ("i need to beat 14k", []),
        ("she said they need to hit 14k", []),
        ("i need to send the quote fri", [(Side.ours, "send the quote", FRIDAY)]),
        ("she removed the line, will sign by Fri", [(Side.theirs, "sign", FRIDAY)]),
    ],
)
def test_what_was_promised_and_what_is_only_so(line, made):
    call = read(line)
    assert promises(call) == made
    assert call.moved == ()
