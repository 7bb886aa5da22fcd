"""What was on record on an earlier day. Day 0 is Mon 2 March 2026."""

from dataclasses import replace

import pytest

from bot.model import CommitmentState, DecisionKind, Outcome, Side, TurnKind
from bot.playbook.snapshot import as_of, is_on_record
from bot.reading.days.pastday import name_and_past_day
from tests.playbook.history import Story, day

STORY = (
    Story()
    .touch(1, said="budget is frozen")
    .promise(1, Side.theirs, "check", 4)
    .turn(6, TurnKind.moved, 11)
    .turn(12, TurnKind.kept)
    .step(12, 20, "demo")
    .touch(20, Outcome.meeting)
    .decide(25, DecisionKind.lost)
).history


@pytest.mark.rule("S20")
def test_nothing_that_came_later_is_in_it():
    then = as_of(STORY, day(5))
    assert (len(then.touches), then.next_steps, then.decisions) == (1, (), ())
    assert (then.commitments[0].state, then.commitments[0].due_on) == (CommitmentState.open, day(4))
    assert as_of(STORY, day(11)).commitments[0].due_on == day(11)
    assert as_of(STORY, day(12)).commitments[0].state is CommitmentState.kept
    assert as_of(STORY, day(30)) == STORY


def test_what_the_crm_says_now_is_not_what_it_said_then():
    known = replace(STORY, deal=replace(STORY.deal, crm_next_step="send the offer", crm_contact_on=day(8)))
    assert (as_of(known, day(5)).deal.crm_next_step, as_of(known, day(5)).deal.crm_contact_on) == ("", None)
    assert as_of(known, day(9)).deal.crm_contact_on == day(8)


def test_before_anything_was_known_there_is_nothing_to_tell():
    assert is_on_record(STORY, day(0))
    assert not is_on_record(STORY, day(-1))


TODAY = day(10)  # Thu 12 March 2026


@pytest.mark.parametrize(("asked", "name", "on"), [
    ("Acme on 1 March", "Acme", "2026-03-01"), ("Acme last Monday", "Acme", "2026-03-09"),
    ("Acme two weeks ago", "Acme", "2026-02-26"), ("Acme in February", "Acme", "2026-02-28"),
    ("Acme yesterday", "Acme", "2026-03-11"), ("Black Friday Ltd on 20 Dec", "Black Friday Ltd", "2025-12-20"),
    ("Acme at the end of January", "Acme", "2026-01-31"), ("Acme back in november", "Acme", "2025-11-30"),
    ("Acme last week", "Acme", "2026-03-08"), ("Acme last month", "Acme", "2026-02-28"), ("Acme last quarter", "Acme", "2025-12-31"),
    ("Acme 3 months ago", "Acme", "2025-12-12"), ("April Ltd in may", "April Ltd", "2025-05-31"),
    ("Acme on 2 feb 2025", "Acme", "2025-02-02"),
])  # fmt: skip
def test_a_day_behind_a_name_is_the_newest_that_has_been(asked, name, on):
    assert name_and_past_day(asked, TODAY) == (name, type(TODAY).fromisoformat(on))


@pytest.mark.parametrize(
    "asked",
    [
        "Acme",
        "Black Friday Ltd",
        "May",
        "June & Sons",
        "Acme on Monday",
        "Acme tomorrow",
        "Acme next week",
        "",
        "Rose Marine",
        "Blue Decking",
        "Oak Octopus",
        "Hotel Mayfair 2025",
        "Sable Mars",
    ],
)
def test_a_name_alone_or_a_day_to_come_is_no_earlier_day(asked):
    assert name_and_past_day(asked, TODAY) is None
