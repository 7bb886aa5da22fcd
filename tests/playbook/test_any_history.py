"""Whatever happens over years, and in whatever order: the promises that the rules make hold (docs/playbook.md)."""

import os
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import DealState, DecisionKind, History, Outcome, Policy, Result, Side, TurnKind
from bot.playbook.agenda import due_today, planned
from bot.playbook.cadence import sent_definitive
from bot.playbook.cliches import hits
from bot.playbook.deciding import definitive
from bot.playbook.drafts import email, phone, voicemail
from bot.playbook.holds import pending_step
from bot.playbook.openers import openers
from bot.playbook.opening import MAX_WORDS
from bot.playbook.results import is_heard, is_sign_of_life, open_promises
from bot.playbook.snapshot import as_of
from bot.playbook.standing import is_open, standing
from bot.playbook.wording import Speaker, sendable
from tests.playbook.history import Story, day

POLICY = Policy()
TOM = Speaker("Tom Becker", "Northlight", "555 0142")
RUNS = int(os.environ.get("TRIAL_HISTORIES", "150"))  # 20,000 before a release
SHORTEST = 30  # words of an email, with its signature: somebody of whom nothing but a day is known
_RHYTHM = ("last spoke", "quiet since")
_SAID = (
    "",
    "the budget is frozen",
    "we like it",
    "my boss <@U1> & co",
    "just checking in",
    "ok",
    "ich überlege mir das",
    "a" * 300,
)
_ACTS = (
    "send the plan",
    "talk to legal",
    "think about it",
    "look into it",
    "get the counts",
    "reach out to finance",
    "chk w/ fin v2b",
)

_touches = st.tuples(
    st.just("touch"), st.sampled_from(Outcome), st.sampled_from([None, *Result]), st.sampled_from(_SAID), st.booleans(), st.booleans()
)  # fmt: skip
_promises = st.tuples(
    st.just("promise"), st.sampled_from(Side), st.sampled_from(_ACTS), st.none() | st.integers(-3, 90)
)
_turns = st.tuples(st.just("turn"), st.sampled_from(TurnKind), st.integers(1, 60))
_steps = st.tuples(st.just("step"), st.sampled_from(["call", "demo", "meeting"]), st.integers(-3, 120))
_decisions = st.tuples(st.just("decide"), st.sampled_from(DecisionKind), st.none() | st.integers(1, 200))
_event = st.tuples(st.integers(0, 40), st.one_of(_touches, _promises, _turns, _steps, _decisions))


def told(events) -> tuple[History, int]:
    """The history, and the offset of its last day."""
    story, at = Story(), 0
    for gap, (kind, *what) in events:
        at += gap
        match kind, what:
            case "touch", [outcome, result, said, inbound, last]:
                story.touch(at, outcome, result=result, said=said, inbound=inbound, definitive=last and not inbound)
            case "promise", [side, text, due]:
                story.promise(at, side, text, None if due is None else at + due)
            case "turn", [turn, due] if story.history.commitments:
                story.turn(
                    at, turn, at + due if turn in {TurnKind.moved, TurnKind.corrected, TurnKind.excused} else None
                )
            case "step", [thing, on]:
                story.step(at, at + on, thing)
            case "decide", [decision, until]:
                story.decide(at, decision, None if until is None else at + until)
            case _:
                pass
    return story.history, at


def promises_of_the_rules(history: History, today: date) -> None:
    now = standing(history, POLICY, today)
    assert standing(history, POLICY, today) == now
    due = due_today(history, POLICY, today)
    if is_open(now.state):
        assert now.next_touch_on is not None, "an open deal always comes back (H4)"
        assert now.why
        inside_the_gap(history, now.next_touch_on, now.why)
    elif now.state is not DealState.won:
        assert due is None, "what has ended is proposed no more"
        assert planned(history, POLICY, today, today + timedelta(days=400)) == ()
    if now.state is DealState.definitive_due:
        assert sent_definitive(history) is None, "the last message goes out once a silence (H36)"


def inside_the_gap(history: History, on: date, why: str) -> None:
    """The rhythm alone never calls inside the gap; only a reason of its own does (H19)."""
    heard = [touch.on for touch in history.touches if is_heard(touch) and touch.outcome is not Outcome.no_show]
    if heard and why.startswith(_RHYTHM):
        assert on >= heard[-1] + timedelta(days=POLICY.min_gap)
    step = pending_step(history)
    owed = [p for side in Side for p in open_promises(history, side) if p.due_on]
    if step and step.agreed and not owed and not history.decisions:
        assert on >= step.on, "nothing comes before an agreed day"


def words_pass(history: History, today: date) -> None:
    for made in openers(history, POLICY, today):
        assert len(made.text.split()) <= MAX_WORDS
        assert made.text.endswith("?")
        assert hits(made.text) == ()
        assert made.facts
        assert all(fact in made.text for fact in made.facts)
    for make, longest in ((phone, 60), (voicemail, 75), (email, 125), (definitive, 90)):
        words = sendable(make(history, TOM, today))
        if words:
            assert len(words.text.split()) <= longest, words.text
            assert hits(words.text) == ()
            assert "?" in words.text
            assert make is not email or len(words.text.split()) >= SHORTEST, words.text


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_event, max_size=25), st.integers(0, 400))
def test_the_promises_of_the_rules_hold(events, later):
    history, last = told(events)
    for offset in (last, last + later):
        promises_of_the_rules(history, day(offset))
        words_pass(history, day(offset))


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_event, max_size=12), st.integers(0, 700))
def test_a_deal_that_was_let_go_never_returns_by_itself(events, later):
    history, last = told(events)
    history = replace(
        history, decisions=(*history.decisions, *Story().decide(last, DecisionKind.let_go).history.decisions)
    )
    gone = replace(history.decisions[-1], act_id=10_000)
    history = replace(history, decisions=(*history.decisions[:-1], gone))
    today = day(last + later)
    if standing(history, POLICY, today).state is DealState.nurture:
        assert due_today(history, POLICY, today) is None
    back = Story().touch(last + later, inbound=True).history.touches[0]
    returned = replace(history, touches=(*history.touches, replace(back, act_id=20_000)))
    if standing(history, POLICY, today).state is DealState.nurture:
        assert is_sign_of_life(back)
        assert is_open(standing(returned, POLICY, today).state), "their sign of life opens it again (H50)"


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_event, max_size=20), st.integers(0, 800))
def test_any_earlier_day_has_its_standing_too(events, back):
    history, last = told(events)
    then = as_of(history, day(last - back))
    promises_of_the_rules(then, day(last - back))
    assert as_of(then, day(last - back)) == then
