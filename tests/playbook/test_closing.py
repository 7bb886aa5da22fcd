"""Flash it or flush it, as rules: sent once, a week to answer, one closing day, and sleep until they or their time."""

from dataclasses import replace
from datetime import date

import pytest

from bot.model import DealState, DecisionKind, Member, Outcome, Policy, Role, Side
from bot.playbook.agenda import Group, agenda, closing, due_today
from bot.playbook.cadence import answer_awaited_until
from bot.playbook.deciding import definitive
from bot.playbook.standing import is_definitive_due, let_go_of, standing
from bot.playbook.wording import Speaker, sendable
from bot.worktime import begins_week, closes_week, closing_day, days_off_before
from tests.playbook.history import Story, day

POLICY = Policy()
VM, EMAIL = Outcome.left_voicemail, Outcome.email
TOM = Member(1, 1, "Tom", Role.rep, None, "Europe/London", country="GB-ENG")
SPEAKER = Speaker("Tom Becker", "Northlight")


def _asked() -> Story:
    """A talk, three silent weeks, and the definitive message on day 35."""
    told = Story().touch(0, said="two mis-picks a day are two too many").touch(7, VM).touch(14, EMAIL).touch(28, VM)
    return told.touch(35, EMAIL, definitive=True)


def _held(until: int, what: str = "the June slot") -> Story:
    story = Story().touch(0, said="two mis-picks a day are two too many").touch(7, VM).touch(14, EMAIL).touch(28, VM)
    story.decide(34, DecisionKind.reserved, until)
    *rest, last = story.history.decisions
    story.history = replace(story.history, decisions=(*rest, replace(last, reason=what)))
    return story


def _sleeping(until: int | None = 200) -> Story:
    """Let go on day 44; beside it the time that they had named."""
    story = _asked().decide(44, DecisionKind.let_go)
    return story.decide(44, DecisionKind.window, until) if until else story


@pytest.mark.rule("H40")
def test_the_definitive_message_is_due_once_in_a_silence():
    before = Story().touch(0).touch(7, VM).touch(14, EMAIL).touch(28, VM)
    assert is_definitive_due(before.history, POLICY)
    assert not is_definitive_due(_asked().history, POLICY)
    later = _asked().touch(50, VM).touch(60, EMAIL).touch(75, VM).history
    assert not is_definitive_due(later, POLICY)
    assert not is_definitive_due(_asked().decide(44, DecisionKind.keep, 60).touch(62, VM).history, POLICY)
    again = _asked().touch(50, inbound=True).touch(57, VM).touch(64, EMAIL).touch(78, VM)
    assert is_definitive_due(again.history, POLICY)


@pytest.mark.rule("H42")
def test_a_hold_line_stands_only_for_what_the_rep_holds_and_until_its_day():
    told = sendable(definitive(_held(60).history, SPEAKER, day(35)))
    assert told
    assert "I am keeping the June slot for you until Friday 1 May." in told.text
    assert "no, and I release it" in told.text
    over = definitive(_held(34).history, SPEAKER, day(35))
    assert over
    assert "keeping" not in over.text
    released = _held(60).decide(35, DecisionKind.reserved).history
    assert "keeping" not in getattr(definitive(released, SPEAKER, day(35)), "text", "keeping")


@pytest.mark.rule("H42")
@pytest.mark.rule("H47")
@pytest.mark.parametrize("what", ["the June slot", "our two fitters in the week of the 20th of April"])
def test_the_definitive_message_is_short_and_a_no_is_easy(what):
    said = "we lose two mis-picks a day on the night shift and that is two too many for a site of this size"
    story = _held(60, what)
    touches = (replace(story.history.touches[0], said=said), *story.history.touches[1:])
    told = definitive(replace(story.history, touches=touches), SPEAKER, day(35))
    assert told
    assert len(told.text.split()) <= 90
    assert "or no, and" in told.text


@pytest.mark.rule("H48")
def test_without_an_answer_the_deal_leaves_the_list_and_waits_for_the_closing_day():
    history = _asked().history
    assert standing(history, POLICY, day(41)).state is DealState.definitive_sent
    assert standing(history, POLICY, day(42)).state is DealState.let_go_due
    assert agenda([history], POLICY, day(43)) == ()
    assert [due.group for due in closing([history], POLICY, day(43))] == [Group.closing]
    owed = _asked().promise(36, Side.ours, "send the offer", 40).history
    assert getattr(due_today(owed, POLICY, day(43)), "group", None) is Group.ours


@pytest.mark.rule("H48")
def test_the_longest_waiting_is_asked_about_first():
    older = replace(_asked().history, deal=replace(_asked().history.deal, id=2))
    newer = Story().touch(0).touch(7, VM).touch(14, EMAIL).touch(28, VM).touch(37, EMAIL, definitive=True).history
    assert [due.history.deal.id for due in closing([newer, older], POLICY, day(50))] == [2, 1]


def test_kept_it_comes_back_on_that_day_whatever_was_tried_meanwhile():
    kept = _asked().decide(44, DecisionKind.keep, 60)
    assert standing(kept.history, POLICY, day(50)).state is DealState.active
    tried = kept.touch(52, VM).history
    assert standing(tried, POLICY, day(55)).state is DealState.definitive_sent
    assert standing(tried, POLICY, day(60)).state is DealState.let_go_due
    assert answer_awaited_until(tried, POLICY) == day(60)


def test_a_deal_that_is_opened_again_is_not_asked_about_at_once():
    again = _asked().decide(44, DecisionKind.let_go).decide(70, DecisionKind.reopened).history
    assert standing(again, POLICY, day(70)).state is DealState.definitive_sent
    assert standing(again, POLICY, day(77)).state is DealState.let_go_due


@pytest.mark.rule("H48")
@pytest.mark.rule("H50")
@pytest.mark.parametrize(
    "since",
    [
        lambda s: s,
        lambda s: s.touch(80, VM),
        lambda s: s.touch(80, EMAIL),
        lambda s: s.promise(80, Side.ours, "call", 90),
    ],
    ids=["nothing", "our voicemail", "our email", "our promise"],
)
def test_nothing_of_ours_wakes_what_was_let_go(since):
    history = since(_sleeping(None)).history
    for on in (81, 120, 400):
        assert standing(history, POLICY, day(on)).state is DealState.nurture
        assert due_today(history, POLICY, day(on)) is None
    assert let_go_of(history)


@pytest.mark.rule("H50")
def test_their_sign_wakes_it():
    history = _sleeping().touch(80, inbound=True, said="we are ready").history
    assert standing(history, POLICY, day(80)).state is DealState.active
    assert standing(history, POLICY, day(80)).next_touch_on == day(87)


@pytest.mark.rule("H31")
@pytest.mark.rule("H50")
def test_the_time_that_they_had_named_wakes_it_on_its_first_day():
    history = _sleeping().history
    before, on_it = standing(history, POLICY, day(199)), standing(history, POLICY, day(200))
    assert (before.state, before.next_touch_on) == (DealState.nurture, day(200))
    assert (on_it.state, on_it.next_touch_on) == (DealState.active, day(200))
    assert getattr(due_today(history, POLICY, day(203)), "group", None) is Group.touch


@pytest.mark.rule("H50")
def test_woken_it_gets_one_try_and_then_the_closing_day_again():
    tried = _sleeping().touch(201, VM).history
    assert standing(tried, POLICY, day(202)).state is DealState.definitive_sent
    assert standing(tried, POLICY, day(208)).state is DealState.let_go_due
    gone = _sleeping().touch(201, VM).decide(210, DecisionKind.let_go).history
    assert standing(gone, POLICY, day(300)).state is DealState.nurture
    assert standing(gone, POLICY, day(300)).next_touch_on is None


def test_woken_it_can_be_put_off():
    later = _sleeping().decide(201, DecisionKind.later, 220).history
    assert standing(later, POLICY, day(202)).next_touch_on == day(220)


WEEKS = [
    ("Friday", {}, date(2026, 3, 13)),
    ("Thursday, who works four days", {"working_days": (0, 1, 2, 3)}, date(2026, 3, 12)),
    ("Thursday, where Sunday is a working day", {"working_days": (6, 0, 1, 2, 3)}, date(2026, 3, 12)),
    ("Thursday, when Friday is off", {"leave": ((date(2026, 3, 13), date(2026, 3, 13)),)}, date(2026, 3, 12)),
    ("the week after, when the rest is off", {"leave": ((date(2026, 3, 9), date(2026, 3, 15)),)}, date(2026, 3, 20)),
    ("Sunday, who works on all days", {"working_days": tuple(range(7))}, date(2026, 3, 15)),
]


@pytest.mark.parametrize(("member", "expected"), [row[1:] for row in WEEKS], ids=[row[0] for row in WEEKS])
def test_the_closing_day_is_the_last_working_day_of_the_week(member, expected):
    assert closing_day(date(2026, 3, 9), replace(TOM, **member)) == expected


def test_before_a_holiday_the_closing_day_is_earlier():
    assert closes_week(date(2026, 4, 2), TOM)  # Good Friday follows
    assert not closes_week(date(2026, 4, 3), TOM)


@pytest.mark.parametrize(("who", "april"), [
    ({}, [7, 13, 20]),  # after Good Friday and Easter Monday
    ({"working_days": (6, 0, 1, 2, 3)}, [5, 12, 19]),  # Sunday to Thursday
    ({"working_days": (1, 2)}, [7, 14, 21]),
    ({"working_days": tuple(range(7))}, [7, 13, 20]),
    ({"leave": ((date(2026, 4, 13), date(2026, 4, 14)),)}, [7, 15, 20]),
])  # fmt: skip
def test_a_week_begins_on_the_first_day_that_is_worked(who, april):
    member = replace(TOM, **who)
    assert [day for day in range(2, 22) if begins_week(date(2026, 4, day), member)] == april


def test_days_off_are_working_days_on_leave_right_before():
    away = replace(TOM, leave=((date(2026, 4, 1), date(2026, 4, 7)),))
    assert days_off_before(date(2026, 4, 8), away) == 3  # Wed, Thu, Tue: Good Friday and Easter Monday are free anyway
    assert days_off_before(date(2026, 4, 9), away) == 0
    assert days_off_before(date(2026, 3, 16), TOM) == 0
