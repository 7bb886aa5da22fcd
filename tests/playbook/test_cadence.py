"""When a deal comes back, and why. Day 0 is Mon 2 March 2026."""

import pytest

from bot.model import DealState, DecisionKind, Outcome, Policy, Result, Side, TurnKind
from bot.playbook.cadence import count_label, next_touch
from bot.playbook.standing import standing
from tests.playbook.history import Story, day

POLICY = Policy()
VM, EMAIL, NA = Outcome.left_voicemail, Outcome.email, Outcome.no_answer

CASES = [
    ("nobody has asked yet", Story(), 1),
    ("a week after a conversation", Story().touch(0), 7),
    ("a week after the first unanswered touch", Story().touch(0).touch(7, VM), 14),
    ("two weeks after the second", Story().touch(0).touch(7, VM).touch(14, EMAIL), 28),
    ("voicemail plus email on one day is one touch", Story().touch(0).touch(7, VM).touch(7, EMAIL), 14),
    ("an unheard try may be dialled again next working day", Story().touch(0).touch(4, NA), 7),
    ("a reply starts the week anew", Story().touch(0).touch(7, VM).touch(9, inbound=True), 16),
    ("their promise wakes the deal the working day after", Story().touch(0).promise(0, Side.theirs, "check", 4), 7),
    ("a promise far away protects the deal", Story().touch(0).promise(0, Side.theirs, "ask the board", 30), 31),
    ("ours is due on its day", Story().touch(0).promise(0, Side.ours, "send the case study", 2), 2),
    ("asked after their promise, the rhythm decides", Story().touch(0).promise(0, Side.theirs, "check", 4).touch(7, VM), 14),
    ("a kept promise is no reason any more", Story().touch(0).promise(0, Side.ours, "send it", 2).turn(2, TurnKind.kept), 7),
    ("a moved promise counts from its new day",
     Story().touch(0).promise(0, Side.theirs, "check", 4).turn(3, TurnKind.moved, 11), 14),
    ("an agreed step beats the gap, sooner", Story().touch(0).step(0, 3), 3),
    ("an agreed step beats the gap, later", Story().touch(0).step(0, 24), 24),
    ("a step that happened is spent", Story().touch(0).step(0, 3).touch(3), 10),
    ("none agreed: back to the rhythm", Story().touch(0).step(0, 24).decide(1, DecisionKind.no_next_step), 7),
    ("put off by the rep", Story().touch(0).decide(0, DecisionKind.later, 18), 18),
    ("a contact overtakes a putting off", Story().touch(0).decide(0, DecisionKind.later, 18).touch(2), 9),
    ("a week lands off the weekend", Story().touch(5), 14),
]  # fmt: skip


@pytest.mark.rule("H4")
@pytest.mark.rule("H6")
@pytest.mark.rule("H20")
@pytest.mark.rule("H37")
@pytest.mark.rule("H36")
@pytest.mark.rule("H19")
@pytest.mark.parametrize(("name", "story", "due"), CASES, ids=[case[0] for case in CASES])
def test_a_deal_comes_back_on_its_day(name, story, due):
    assert next_touch(story.history, POLICY).on == day(due), name


@pytest.mark.rule("S11")
@pytest.mark.rule("H7")
def test_the_count_says_which_touch_comes_next():
    story = Story().touch(0)
    assert count_label(story.history, POLICY) == ""
    assert count_label(story.touch(7, VM).history, POLICY) == "2 of 4"
    assert count_label(story.touch(14, VM).history, POLICY) == "3 of 4"
    assert count_label(story.touch(15, NA).history, POLICY) == "3 of 4"


def _quiet() -> Story:
    return Story().touch(0, said="we like it").touch(7, VM).touch(14, EMAIL).touch(28, VM)


STATES = [
    ("nobody asked", Story(), 1, DealState.unknown),
    ("they spoke", Story().touch(0), 1, DealState.active),
    ("two unanswered", Story().touch(0).touch(7, VM).touch(14, VM), 20, DealState.going_dark),
    ("three over three weeks", _quiet(), 35, DealState.definitive_due),
    ("after attempts alone it never asks", Story().touch(7, VM).touch(14, VM).touch(28, VM), 60, DealState.going_dark),
    ("the message went out", _quiet().touch(35, EMAIL, definitive=True), 36, DealState.definitive_sent),
    ("and nothing came for a week", _quiet().touch(35, EMAIL, definitive=True), 42, DealState.let_go_due),
    ("they answered it", _quiet().touch(35, EMAIL, definitive=True).touch(37, inbound=True), 42, DealState.active),
    ("let go", Story().touch(0).decide(5, DecisionKind.let_go), 90, DealState.nurture),
    ("they return", Story().touch(0).decide(5, DecisionKind.let_go).touch(60, inbound=True), 61, DealState.active),
    ("our voicemail does not wake it", Story().touch(0).decide(5, DecisionKind.let_go).touch(60, VM), 61, DealState.nurture),
    ("won by decision", Story().touch(0).decide(5, DecisionKind.won), 6, DealState.won),
    ("an order wins it", Story().touch(0, result=Result.order), 1, DealState.won),
    ("lost, then reopened", Story().decide(1, DecisionKind.lost).decide(2, DecisionKind.reopened), 3, DealState.unknown),
]  # fmt: skip


@pytest.mark.rule("H2")
@pytest.mark.rule("H38")
@pytest.mark.rule("H50")
@pytest.mark.rule("S3")
@pytest.mark.rule("H53")
@pytest.mark.rule("H48")
@pytest.mark.rule("S2")
@pytest.mark.parametrize(("name", "story", "today", "state"), STATES, ids=[case[0] for case in STATES])
def test_the_state_follows_from_what_is_recorded(name, story, today, state):
    assert standing(story.history, POLICY, day(today)).state is state, name


@pytest.mark.rule("S7")
def test_the_treadmill_turns_until_they_take_something_on():
    story = Story().touch(0).touch(7, VM).touch(14, VM)
    assert standing(story.history, POLICY, day(15)).touches_since_advance == 3
    assert standing(story.touch(16, result=Result.advance).history, POLICY, day(17)).touches_since_advance == 0
    story.promise(16, Side.theirs, "check", 20).touch(18).turn(19, TurnKind.kept)
    assert standing(story.history, POLICY, day(20)).touches_since_advance == 0


@pytest.mark.rule("S19")
@pytest.mark.parametrize(
    ("story", "today", "temperature"),
    [
        (Story(), 1, "cold"),
        (Story().touch(0), 3, "warm"),
        (Story().touch(0).promise(0, Side.theirs, "check", 4).turn(3, TurnKind.kept), 5, "hot"),
        (Story().touch(0).touch(7, VM).touch(14, VM), 16, "cool"),
        (Story().touch(0), 30, "cool"),
        (Story().touch(0), 50, "cold"),
    ],
)
def test_the_temperature_has_a_reason(story, today, temperature):
    now = standing(story.history, POLICY, day(today))
    assert now.temperature == temperature
    assert now.temperature_why


def test_a_no_show_is_no_touch_of_ours_and_is_rung_the_next_working_day():
    story = Story().touch(0).step(0, 3, "demo").touch(3, Outcome.no_show)
    assert count_label(story.history, POLICY) == ""
    due = next_touch(story.history, POLICY)
    assert due.on == day(4)
    assert due.why == "they did not come on Thu 5 March"
    assert count_label(story.touch(4, VM).history, POLICY) == "2 of 4"
