"""What a deal has cost and what came of it. Day 0 is Mon 2 March 2026."""

from dataclasses import replace

import pytest

from bot.model import DecisionKind, Outcome, Policy, Result, Side, TurnKind
from bot.playbook.effort import Effort, accomplished_on, effort, is_treadmill, money, since_accomplishment, whale
from bot.views.effort import effort_line, spent_since, whale_line
from tests.playbook.history import Story, day

POLICY = Policy()
VM, EMAIL, NA = Outcome.left_voicemail, Outcome.email, Outcome.no_answer


@pytest.mark.rule("S12")
@pytest.mark.rule("S15")
@pytest.mark.rule("S16")
def test_every_try_counts_and_a_conversation_takes_its_preparation_too():
    history = Story().touch(0).touch(7, VM).touch(8, NA).history
    assert effort(history.touches, POLICY) == Effort(3, 15 + 2 + 2)
    assert effort_line(history, POLICY, day(9)) == "3 calls or messages, 19 minutes"


@pytest.mark.rule("S14")
def test_time_is_money_once_a_rate_is_set():
    assert money(90, POLICY) is None
    paid = replace(POLICY, hourly_rate=40, currency="EUR")
    assert money(90, paid) == 60
    assert effort_line(Story().touch(0).touch(7).history, paid, day(9)) == (
        "2 calls or messages, 30 minutes, about 20 EUR"
    )


@pytest.mark.rule("S47")
@pytest.mark.rule("H52")
def test_activity_is_no_accomplishment_and_a_no_is_one():
    story = Story().touch(0).touch(7, VM).touch(14, EMAIL)
    assert accomplished_on(story.history) is None
    assert accomplished_on(story.touch(21, result=Result.no_sale).history) == day(21)
    kept = Story().touch(0).promise(0, Side.theirs, "check", 4).turn(5, TurnKind.kept).touch(9, VM)
    assert accomplished_on(kept.history) == day(5)
    assert [touch.on for touch in since_accomplishment(kept.history)] == [day(9)]
    ours = Story().touch(0).promise(0, Side.ours, "send the deck", 4).turn(3, TurnKind.kept)
    assert accomplished_on(ours.history) is None, "our own promise is never an advance"
    assert accomplished_on(Story().touch(0).decide(30, DecisionKind.let_go).history) == day(30)


@pytest.mark.rule("S12")
def test_what_last_came_of_it_is_named():
    promised = Story().touch(0, result=Result.advance).touch(7, VM)
    told = (
        "2 calls or messages, 17 minutes. They last promised something new on Mon 2 March; 1 call or message since then"
    )
    assert effort_line(promised.history, POLICY, day(9)) == told
    kept = Story().touch(0).promise(0, Side.theirs, "check", 4).turn(5, TurnKind.kept).touch(9, VM)
    assert effort_line(kept.history, POLICY, day(9)).endswith(
        ". They last kept a promise on Sat 7 March; 1 call or message since then"
    )


@pytest.mark.rule("S7")
@pytest.mark.rule("S48")
def test_a_treadmill_turns_and_says_since_when():
    story = Story().touch(0, result=Result.advance).touch(7, VM).touch(14, EMAIL)
    assert not is_treadmill(story.history, POLICY, day(15))
    turning = story.touch(28, VM).history
    assert is_treadmill(turning, POLICY, day(29))
    assert spent_since(turning, POLICY, day(29)) == "3 touches, 6 minutes since Mon 2 March"
    assert not is_treadmill(story.step(28, 40, "demo").history, POLICY, day(29)), "an agreed day to come is progress"
    assert not is_treadmill(story.touch(29, result=Result.advance).history, POLICY, day(30))


@pytest.mark.parametrize(("notes", "expected"), [
    (["lvm", "vm 2", "na"], True), (["lvm", "vm", "asked about price"], False), (["lvm", "na"], False), (["", "", ""], False),
])  # fmt: skip
def test_three_notes_that_say_nothing_are_a_treadmill_too(notes, expected):
    story = Story()
    for number, _ in enumerate(notes):
        story.touch(number, NA)
    touches = tuple(replace(touch, note=note) for touch, note in zip(story.history.touches, notes, strict=True))
    assert is_treadmill(replace(story.history, touches=touches), POLICY, day(9)) is expected


@pytest.mark.rule("H14")
@pytest.mark.rule("H15")
@pytest.mark.rule("H16")
def test_a_whale_is_named_with_who_waited_meanwhile():
    worked = {1: Effort(12, 180), 2: Effort(4, 60), 3: Effort(4, 60), 4: Effort(2, 4)}
    found = whale(worked, POLICY)
    assert found is not None
    assert found.deal_ids == (1,)
    line = whale_line(found, ["Northwind"], ["Acme", "Umbra"], POLICY)
    assert line == (
        "Of the work you logged in the last four weeks, 59% went to Northwind (12 touches, 3 h). "
        "Acme and Umbra have waited over 21 days."
    )


@pytest.mark.parametrize("worked", [
    {}, {1: Effort(25, 375)}, {1: Effort(14, 90), 2: Effort(5, 30)}, {1: Effort(6, 51), 2: Effort(2, 20)},
    {number: Effort(3, 45) for number in range(1, 9)}, {1: Effort(14, 0), 2: Effort(13, 0)},
])  # fmt: skip
def test_spread_work_or_too_little_of_it_is_no_whale(worked):
    assert whale(worked, POLICY) is None
