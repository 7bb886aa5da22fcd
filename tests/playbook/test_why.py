"""Why a deal is on its day: the rule that decides, the dates it rests on, and never another day than the list's."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import plain_text
from bot.model import Contact, DealState, DecisionKind, Outcome, Policy, Side, TurnKind
from bot.playbook.agenda import due_today
from bot.playbook.cadence import next_touch
from bot.playbook.openers import opener
from bot.playbook.precedence import Rule, rolled
from bot.playbook.standing import is_open, standing
from bot.playbook.why import FactKind, explained
from bot.views.why import OnList, why_card
from tests.playbook.history import Story, day
from tests.playbook.test_any_history import RUNS, _event, told

POLICY, MINE = Policy(), OnList()
VM, EMAIL, NA = Outcome.left_voicemail, Outcome.email, Outcome.no_answer

RULES = [
    ("nobody has asked", Story(), Rule.first, "the working day after it was made"),
    ("they spoke", Story().touch(0), Rule.spoke, "A week later is Mon 9 March."),
    ("nobody picked up", Story().touch(0).touch(4, NA), Rule.unheard, "Sat 7 March. That is the weekend, so Mon 9 March."),
    ("they did not come", Story().touch(0).touch(3, Outcome.no_show), Rule.missed, "The day after is Fri 6 March."),
    ("one unanswered", Story().touch(0).touch(7, VM), Rule.quiet, "a week after the first unanswered touch"),
    ("two unanswered", Story().touch(0).touch(7, VM).touch(14, EMAIL), Rule.quiet,
     "Nothing since: voicemail Mon 9 March and email Mon 16 March count as two. Two weeks later is Mon 30 March."),
    ("two on one day", Story().touch(0).touch(7, VM).touch(7, EMAIL), Rule.quiet,
     "voicemail plus email Mon 9 March counts as one"),
    ("never spoken to", Story().touch(1, VM), Rule.quiet, "Nobody has spoken with them yet. No answer: voicemail"),
    ("a try counts toward nothing", Story().touch(0).touch(7, NA).touch(8, VM), Rule.quiet,
     "What reached nobody (Mon 9 March) counts toward nothing."),
    ("the last message is out", Story().touch(0).touch(7, EMAIL, definitive=True), Rule.sent,
     "The yes-or-no message went out Mon 9 March. They have until Mon 16 March."),
    ("they promised", Story().touch(0).promise(0, Side.theirs, "check", 4), Rule.theirs,
     "They said on Mon 2 March that they would check by Fri 6 March. The day after is Sat 7 March."),
    ("a promise was moved",
     Story().touch(0).promise(0, Side.theirs, "check", 4).turn(3, TurnKind.moved, 11), Rule.theirs,
     "by Fri 13 March; at first it was Fri 6 March."),
    ("a promise waits while they are away",
     Story().touch(0).promise(0, Side.theirs, "check", 4).turn(1, TurnKind.excused, 30), Rule.theirs,
     "that they would check by Fri 6 March; they are away, so it waits until Wed 1 April. The day after is Thu 2 April."),
    ("we promised", Story().touch(0).promise(0, Side.ours, "send the case study", 2), Rule.ours,
     "You promised on Mon 2 March to send the case study by Wed 4 March."),
    ("a step is agreed", Story().touch(0).step(0, 24), Rule.step, "On Mon 2 March a call was agreed for Thu 26 March."),
    ("put off", Story().touch(0).decide(0, DecisionKind.later, 18), Rule.later, "it was put off until Fri 20 March."),
    ("kept", Story().touch(0).decide(0, DecisionKind.keep, 18), Rule.keep, "it was kept until Fri 20 March."),
    ("they are away", Story().touch(0).decide(0, DecisionKind.absent, 18), Rule.absent,
     "it was noted that Dana is away, and back Fri 20 March."),
    ("their own time", Story().touch(0).decide(1, DecisionKind.let_go).decide(1, DecisionKind.window, 30), Rule.window,
     "their time for buying was on record. It begins Wed 1 April."),
    ("imported", Story().decide(0, DecisionKind.wakes, 9), Rule.wakes, "Its turn is Wed 11 March."),
]  # fmt: skip


def card_text(history, today, policy=POLICY, on_list=MINE):
    return plain_text(why_card(history, explained(history, policy, today), on_list, policy, today))


@pytest.mark.rule("H4")
@pytest.mark.rule("H7")
@pytest.mark.rule("H19")
@pytest.mark.parametrize(("name", "story", "rule", "says"), RULES, ids=[case[0] for case in RULES])
def test_each_rule_is_named_with_its_dates(name, story, rule, says):
    decided = next_touch(story.history, POLICY)
    assert decided.rule is rule, name
    today = decided.on if rule is Rule.window else decided.on - timedelta(days=1)
    assert says in card_text(story.history, today)


@pytest.mark.rule("S11")
@pytest.mark.rule("H36")
def test_the_count_says_what_comes_after():
    story = Story().touch(0, said="we like it").touch(7, VM).touch(14, EMAIL)
    assert "Next is touch 3 of 4; the one after it is the last, the yes-or-no message." in card_text(
        story.history, day(20)
    )
    assert "asks first whether anything came" in card_text(story.history, day(28))
    assert "Today's is touch 3 of 4" in card_text(story.history, day(28))
    due = card_text(story.touch(28, VM).history, day(35))
    assert "the yes-or-no message comes a week after the third unanswered touch" in due
    assert "Today's is touch 4 of 4, the last: the one yes-or-no message." in due
    assert "gap 7 days, 3 messages and chase 21 days" in due


def test_a_chase_that_is_too_short_for_the_last_message_says_from_when():
    short = Story().touch(0).touch(1, VM).touch(2, VM).touch(3, VM)
    assert "has lasted three weeks: it began Tue 3 March, so from Tue 24 March" in card_text(short.history, day(4))


def test_the_figures_are_the_organisations_and_who_may_change_them_is_named():
    story, policy = Story().touch(0), Policy(min_gap=5)
    said = card_text(story.history, day(1), policy, OnList(admins=("Maria",)))
    assert "The rhythm: 5 days after the last conversation." in said
    assert "By your team's figure: gap 5 days (settings policy). Maria may change it." in said
    said = card_text(story.history, day(1), policy, OnList(may_change=True))
    assert "You may change it: settings policy gap 5 days" in said
    assert "figure" not in card_text(story.step(0, 3).history, day(1))


def test_a_contact_day_rolls_off_the_holidays_of_their_country_and_says_which():
    berlin = Contact(1, 1, "Dana Reyes", zone="Europe/Berlin")
    story = Story().touch(28).history  # Mon 30 March: a week later is Easter Monday
    assert next_touch(story, POLICY).on == day(35)
    there = replace(story, contacts=(berlin,))
    assert next_touch(there, POLICY).on == day(36)
    assert "A week later is Mon 6 April. That is Easter Monday there, so Tue 7 April." in card_text(there, day(30))
    friday = replace(Story().touch(25).history, contacts=(berlin,))  # a week later is Good Friday
    said = card_text(friday, day(30))
    assert "Fri 3 April. That is Good Friday there and Mon 6 April is Easter Monday there, so Tue 7 April." in said


def test_a_day_that_was_agreed_or_promised_never_moves():
    berlin = (Contact(1, 1, "Dana Reyes", zone="Europe/Berlin"),)
    for story in (Story().touch(0).step(0, 35), Story().touch(0).promise(0, Side.ours, "send it", 35)):
        assert next_touch(replace(story.history, contacts=berlin), POLICY).on == day(35)


ENDED = [
    (Story().touch(0).decide(5, DecisionKind.let_go), "let go, and asleep", "a word of theirs (reply Acme: …), or you"),
    (Story().touch(0).decide(5, DecisionKind.won), "won, so on no list", "reopen Acme"),
    (Story().touch(0).decide(5, DecisionKind.lost), "lost, so on no list", "reopen Acme"),
    (Story().touch(0).decide(5, DecisionKind.do_not_contact), "not to be contacted", "before every other rule"),
]


@pytest.mark.parametrize(("story", "title", "says"), ENDED, ids=[case[1] for case in ENDED])
def test_a_deal_that_has_ended_says_so_with_its_day(story, title, says):
    said = card_text(story.history, day(20))
    assert said.startswith(f"Acme, Dana: {title}\n")
    assert says in said
    assert "Sat 7 March" in said


def test_a_let_go_with_a_time_of_theirs_says_when_it_wakes():
    story = Story().touch(0).decide(1, DecisionKind.let_go).decide(1, DecisionKind.window, 60)
    assert "The time that they had named begins Fri 1 May." in card_text(story.history, day(20))


def test_the_opener_rests_on_recorded_facts_with_their_days():
    story = Story().touch(0, said="we like the plan").promise(1, Side.theirs, "check with her boss", 5)
    promised = explained(story.history, POLICY, day(7))
    assert promised.rests_on == ()  # a promise carries no opener
    quiet = Story().touch(0, said="we like the plan").history
    facts = explained(quiet, POLICY, day(7)).rests_on
    assert [(fact.kind, fact.text, fact.on) for fact in facts] == [(FactKind.said, "we like the plan", day(0))]
    assert "The opener rests on their words “we like the plan” (Mon 2 March)." in card_text(quiet, day(7))


def test_our_promise_on_a_deal_that_was_put_off_says_both():
    story = Story().touch(0).promise(0, Side.ours, "send the plan", 4).decide(0, DecisionKind.later, 18)
    said = card_text(story.history, day(4))
    assert "You promised on Mon 2 March to send the plan by Fri 6 March." in said
    assert "The deal itself comes back Fri 20 March; a promise of ours keeps its day." in said


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_event, max_size=25), st.integers(0, 400), st.sampled_from(["", "Europe/Berlin", "America/New_York"]))
def test_what_is_explained_is_the_day_of_the_list(events, later, zone):
    history, last = told(events)
    history = replace(history, contacts=(replace(history.contacts[0], zone=zone),))
    today = day(last + later)
    why, now = explained(history, POLICY, today), standing(history, POLICY, today)
    assert why.on == now.next_touch_on
    assert why.due == due_today(history, POLICY, today)
    assert (why.decided is None) == (why.ending is not None) == (not is_open(now.state))
    if why.decided:
        the_rule_gives_its_day(history, why.decided, now)
    made = opener(history, POLICY, today)
    assert not why.rests_on or (made is not None and len(why.rests_on) <= len(made.facts))
    said = plain_text(why_card(history, why, OnList(comes_on=now.next_touch_on), POLICY, today))
    assert all(word not in said for word in ("None", "Rule.", "  ", "0001"))


def the_rule_gives_its_day(history, decided, now):
    assert decided.on == now.next_touch_on
    if decided.literal_on:
        assert rolled(history, decided.literal_on) == decided.on
        assert decided.since is not None
        assert decided.since < decided.literal_on
    if decided.figure in {"min_gap", "long_gap"}:
        gap = timedelta(days=getattr(POLICY, decided.figure))
        assert decided.since + gap == decided.literal_on
    if now.state is DealState.definitive_due and decided.rule is Rule.quiet:
        assert decided.figure == "min_gap"
