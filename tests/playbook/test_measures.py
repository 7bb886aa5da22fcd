"""What came of the work, as counts of what they did. Day 0 is Mon 2 March 2026."""

from dataclasses import replace

import pytest

from bot.cards import plain_text as text
from bot.model import DecisionKind, Outcome, Policy, Result, Side, TurnKind
from bot.playbook.answered import Answer
from bot.playbook.cliches import is_clean
from bot.playbook.coaching import QUESTIONS_FOR_A_DAY, checked_phrases, own_calls, questions_for_a_day
from bot.playbook.measures import FirstCalls, Kept, Measures, Talks, Touched, measured, middle, share
from bot.views.measures import coaching_card, works_card
from tests.playbook.history import Story, day

POLICY = Policy()
VM, EMAIL, NA, NO_SHOW = Outcome.left_voicemail, Outcome.email, Outcome.no_answer, Outcome.no_show


def of(*stories: Story, first: int = 0, today: int = 90) -> Measures:
    return measured([story.history for story in stories], POLICY, {1, 2}, day(first), day(today))


def by(member_id: int, story: Story) -> Story:
    """The newest touch or promise is that colleague's."""
    touches, promises = story.history.touches, story.history.commitments
    if touches and touches[-1].act_id == story.acts:
        story.history = replace(story.history, touches=(*touches[:-1], replace(touches[-1], member_id=member_id)))
    else:
        made = (*promises[:-1], replace(promises[-1], member_id=member_id))
        story.history = replace(story.history, commitments=made)
    return story


@pytest.mark.rule("S1")
@pytest.mark.parametrize(("story", "expected"), [
    (Story(), Touched()),
    (Story().touch(0), Touched(1, 1, 0)),
    (Story().touch(0, VM).touch(7, EMAIL), Touched(2, 0, 0)),
    (Story().touch(0, VM).touch(0, EMAIL), Touched(1, 0, 0)),  # both on one day are one touch
    (Story().touch(0, NA), Touched(1, 0, 0)),
    (Story().touch(0, NO_SHOW), Touched()),  # they did not come: no try of ours
    (Story().touch(0, EMAIL).touch(3, EMAIL, inbound=True), Touched(1, 1, 0)),
    (Story().touch(0, EMAIL).touch(7, VM).touch(8, EMAIL, inbound=True), Touched(2, 1, 0)),  # one reply, one touch
    (Story().touch(0, EMAIL, inbound=True), Touched()),  # they came by themselves
    (Story().touch(0, result=Result.advance).touch(7, result=Result.order), Touched(2, 2, 2)),
    (Story().touch(0, EMAIL).touch(2, inbound=True, result=Result.advance), Touched(1, 1, 1)),
    (Story().promise(0, Side.theirs, "check", 4).touch(1, EMAIL).turn(3, TurnKind.kept), Touched(1, 1, 0)),
    (Story().promise(0, Side.ours, "send it", 4).touch(1, EMAIL).turn(3, TurnKind.kept), Touched(1, 0, 0)),
])  # fmt: skip
def test_a_touch_counts_by_what_came_back(story, expected):
    assert of(story).touched == expected


@pytest.mark.rule("S1")
def test_what_was_before_the_time_is_left_out_and_days_go_from_one_advance_to_the_next():
    story = Story().touch(0, result=Result.advance).touch(9, result=Result.advance).touch(30, result=Result.order)
    assert of(story).between_advances == (9, 21)
    later = of(story, first=10)
    assert later.between_advances == (21,)
    assert later.touched == Touched(1, 1, 1)
    assert middle((9, 21, 40)) == 21


@pytest.mark.parametrize(("days", "told"), [
    ((9,), "9 days, in one case"), ((9, 9), "9 days, in both of two cases"), ((9, 21), "9 and 21 days, in two cases"),
    ((1, 2, 3), "the middle one of 3 took 2 days, the longest 3"),
])  # fmt: skip
def test_how_long_it_took_is_said_by_the_one_in_the_middle(days, told):
    card = works_card(Measures(between_advances=days), 90, is_team=False, leads=False)
    assert f"From one promised step to the next: {told}." in text(card)


@pytest.mark.rule("S1")
def test_a_share_needs_twenty_cases_and_touches_alone_are_no_success():
    assert share(10, 19) is None
    assert share(5, 20) == 25
    few = text(works_card(Measures(Touched(19, 10, 4, 3)), 90, is_team=False, leads=False))
    assert (
        "Of 19 calls and messages, 10 brought an answer, 3 of them with words of theirs on record, and in 4 they promised a step"
        in few
    )
    assert "%" not in few
    many = text(works_card(Measures(Touched(20, 5, 4, 5)), 90, is_team=False, leads=False))
    assert (
        "Of 20 calls and messages, 5 (25%) brought an answer, 5 of them with words of theirs on record, and in 4 (20%) they promised a step"
        in many
    )


@pytest.mark.rule("S50")
@pytest.mark.parametrize(("story", "stepped"), [
    (Story().touch(0), False),
    (Story().touch(0).promise(0, Side.ours, "send pricing", 1), False),  # our promise alone is no next step
    (Story().touch(0).promise(0, Side.theirs, "send the plan", 4), True),
    (Story().touch(0).promise(0, Side.theirs, "send the plan"), False),
    (Story().touch(0).promise(0, Side.theirs, "send the plan").turn(0, TurnKind.moved, 4), True),  # asked at once
    (Story().touch(0).promise(0, Side.theirs, "send the plan").turn(5, TurnKind.moved, 9), False),
    (Story().touch(0).step(0, 8), True),
    (Story().touch(0).step(3, 8), False),
])  # fmt: skip
def test_a_conversation_ended_with_a_next_step_or_without(story, stepped):
    found = of(story)
    assert found.talks == Talks(1, int(stepped))
    assert (found.with_step.calls, found.without_step.calls) == (int(stepped), int(not stepped))


@pytest.mark.rule("S50")
def test_a_step_that_only_we_plan_is_none_and_a_soft_promise_is_none():
    planned = Story().touch(0).step(0, 8)
    planned.history = replace(planned.history, next_steps=(replace(planned.history.next_steps[0], agreed=False),))
    soft = Story().touch(0).promise(0, Side.theirs, "think about it", 4)
    soft.history = replace(soft.history, commitments=(replace(soft.history.commitments[0], soft=True),))
    assert of(planned, soft).talks == Talks(2, 0)


def test_a_promise_that_is_told_again_in_a_later_call_gives_that_call_its_day():
    again = Story().touch(0).promise(0, Side.theirs, "send the plan", 4).touch(10).turn(10, TurnKind.moved, 14)
    assert of(again).talks == Talks(2, 2)
    away = Story().touch(0).promise(0, Side.theirs, "send the plan", 4).touch(10).turn(10, TurnKind.excused, 14)
    assert of(away).talks == Talks(2, 1)


@pytest.mark.rule("S50")
def test_who_went_quiet_is_told_by_whether_the_first_call_had_a_next_step():
    with_one = Story().touch(0).step(0, 8).touch(8).touch(20, VM)
    without = Story().touch(0).touch(7, VM).touch(14, EMAIL).touch(15, inbound=True)
    unheard = Story().touch(0).touch(7, NA).touch(8, NA).touch(9, NO_SHOW)
    found = of(with_one, without, unheard)
    assert found.with_step == FirstCalls(1, 0)
    assert found.without_step == FirstCalls(2, 1)
    unbroken = Story().touch(0).touch(7, VM).touch(8).touch(14, EMAIL)
    assert of(unbroken).without_step == FirstCalls(1, 0), "they spoke in between"
    assert of(with_one, without, first=1).without_step == FirstCalls(), "its first call was before that time"


@pytest.mark.rule("S50")
def test_what_was_agreed_on_a_day_with_two_talks_came_of_the_last_one_before_it():
    told_in_the_second = Story().touch(0).touch(0)
    told_in_the_second.promise(0, Side.theirs, "send the plan", 4)
    second = told_in_the_second.history.touches[-1]
    made = replace(told_in_the_second.history.commitments[0], act_id=second.act_id)
    told_in_the_second.history = replace(told_in_the_second.history, commitments=(made,))
    assert of(told_in_the_second).talks == Talks(2, 1)
    assert of(Story().touch(0).touch(0).step(0, 8)).talks == Talks(2, 1)
    assert of(Story().touch(0).step(0, 8).touch(0)).talks == Talks(2, 1)


@pytest.mark.rule("S50")
def test_the_first_conversation_is_the_first_in_which_we_could_ask():
    wrote_first = Story().touch(0, EMAIL, inbound=True).touch(3).step(3, 8)
    assert of(wrote_first).with_step == FirstCalls(1, 0)
    assert of(wrote_first).without_step == FirstCalls()
    refused_first = Story().touch(0, EMAIL, inbound=True, result=Result.no_sale).touch(3)
    ordered_first = Story().touch(0, result=Result.order).touch(3)
    assert of(refused_first, ordered_first).without_step == FirstCalls(), "it was over before we could ask"


@pytest.mark.rule("S51")
def test_the_days_to_their_yes_or_no_are_told_apart_too():
    signed = Story().touch(0).step(0, 8).touch(12, result=Result.order)
    lost = Story().touch(0).touch(7).decide(40, DecisionKind.lost)
    let_go = Story().touch(0).touch(7, VM).decide(50, DecisionKind.let_go)
    at_once = Story().touch(0, result=Result.no_sale).decide(0, DecisionKind.lost)
    imported = Story().decide(0, DecisionKind.lost)
    found = of(signed, lost, let_go, at_once, imported)
    assert found.with_step.days_to_decision == (12,)
    assert found.without_step.days_to_decision == (40,)
    told = text(works_card(found, 90, is_team=False, leads=False))
    assert "First ones with a next step: 1, none went quiet later; to their yes or no 12 days, in one case." in told


SENT = {"definitive": True}


def quiet() -> Story:
    return Story().touch(0).touch(7, VM).touch(14, EMAIL).touch(30, EMAIL, **SENT)


@pytest.mark.rule("H46")
@pytest.mark.parametrize(("story", "today", "answer"), [
    (quiet(), 36, Answer.waiting),
    (quiet(), 37, Answer.none),
    (quiet().decide(44, DecisionKind.let_go), 60, Answer.none),
    (quiet().decide(44, DecisionKind.let_go).touch(80, inbound=True), 90, Answer.none),  # they came back by themselves
    (quiet().touch(31, inbound=True, result=Result.order), 60, Answer.order),
    (quiet().touch(31, inbound=True).decide(33, DecisionKind.won), 60, Answer.order),
    (quiet().touch(31, inbound=True, result=Result.no_sale), 60, Answer.no),
    (quiet().touch(31, inbound=True).decide(31, DecisionKind.lost), 60, Answer.no),
    (quiet().decide(31, DecisionKind.do_not_contact), 60, Answer.no),
    (quiet().touch(31, inbound=True).step(31, 50), 60, Answer.later),
    (quiet().touch(31, inbound=True).decide(31, DecisionKind.later, 60), 60, Answer.later),
    (quiet().touch(31, inbound=True).promise(31, Side.theirs, "send the plan", 40), 60, Answer.later),
    (quiet().touch(31, inbound=True), 60, Answer.other),
    (quiet().touch(31, inbound=True).touch(40).decide(41, DecisionKind.won), 60, Answer.other),  # won by another talk
    (quiet().touch(31, inbound=True).decide(50, DecisionKind.let_go), 60, Answer.other),
    (Story().touch(0).promise(0, Side.theirs, "send it", 4).touch(30, EMAIL, **SENT).turn(33, TurnKind.kept), 60, Answer.other),
])  # fmt: skip
def test_the_yes_or_no_message_was_answered_in_one_way(story, today, answer):
    assert of(story, today=today).answers == {answer: 1}


@pytest.mark.rule("H46")
def test_a_second_message_in_a_later_silence_has_its_own_answer_and_a_no_is_one():
    twice = quiet().touch(31, inbound=True, result=Result.no_sale).touch(60, EMAIL, **SENT)
    assert of(twice, today=80).answers == {Answer.no: 1, Answer.none: 1}
    told = text(works_card(of(twice, today=80), 90, is_team=False, leads=False))
    assert "Sent twice, 1 of 2 answered. A no: 1; no answer: 1." in told
    assert "Sent once. Still has time: 1." in text(works_card(of(quiet(), today=31), 90, is_team=False, leads=False))


def test_promises_of_both_sides_count_when_they_fell_due_or_were_settled():
    kept = Story().promise(0, Side.theirs, "send the plan", 4).turn(3, TurnKind.kept)
    late = Story().promise(0, Side.theirs, "send the plan", 4).turn(6, TurnKind.kept)
    moved = Story().promise(0, Side.theirs, "send the plan", 4).turn(3, TurnKind.moved, 9).turn(8, TurnKind.kept)
    broken = Story().promise(0, Side.theirs, "send the plan", 4).turn(5, TurnKind.broken)
    open_ = Story().promise(0, Side.theirs, "send the plan", 4)
    dropped = Story().promise(0, Side.theirs, "send the plan", 4).turn(2, TurnKind.withdrawn)
    undated = Story().promise(0, Side.theirs, "send the plan").turn(2, TurnKind.kept)
    ours = Story().promise(0, Side.ours, "send pricing", 4).turn(4, TurnKind.kept)
    found = of(kept, late, moved, broken, open_, dropped, undated, ours)
    assert found.theirs == Kept(due=5, kept=3, late=1, still_open=1)
    assert found.ours == Kept(due=1, kept=1, late=0)
    assert of(open_, today=4).theirs == Kept(), "today is not over"
    told = text(works_card(found, 90, is_team=True, leads=True))
    assert "They kept 3 of 5, one of them late; one is late and still open." in told
    assert "We kept 1 of 1." in told


@pytest.mark.parametrize("side", [Side.theirs, Side.ours])
def test_a_day_that_is_moved_once_it_has_passed_was_missed(side):
    def promise() -> Story:
        return Story().promise(0, side, "send the plan", 4)

    def kept(*stories: Story, today: int = 90) -> Kept:
        found = of(*stories, today=today)
        return found.theirs if side is Side.theirs else found.ours

    assert kept(promise().turn(8, TurnKind.moved, 11).turn(11, TurnKind.kept)) == Kept(due=1, kept=1, late=1)
    assert kept(promise().turn(4, TurnKind.moved, 11).turn(11, TurnKind.kept)) == Kept(due=1, kept=1)
    for no_slip in (TurnKind.corrected, TurnKind.excused):
        assert kept(promise().turn(8, no_slip, 11).turn(11, TurnKind.kept)) == Kept(due=1, kept=1)
    still_open = promise().turn(8, TurnKind.moved, 11)
    assert kept(still_open, today=9) == Kept(due=1, moved=1), "it fell due; with a day to come it is late on no list"
    assert kept(still_open, today=12) == Kept(due=1, still_open=1)
    assert kept(promise().turn(2, TurnKind.moved, 11), today=9) == Kept()


def test_nobody_is_late_with_anything_on_a_deal_that_has_ended():
    over = Story().promise(0, Side.theirs, "send the plan", 4).decide(9, DecisionKind.let_go)
    assert of(over).theirs == Kept(due=1), "not kept, and no list of late promises has it"


def test_what_is_no_act_but_has_a_day_is_late_as_in_every_list():
    story = Story().promise(0, Side.theirs, "think about it", 4)
    soft = replace(story.history.commitments[0], soft=True)
    story.history = replace(story.history, commitments=(soft,))
    assert of(story).theirs == Kept(due=1, still_open=1)


@pytest.mark.rule("S1")
def test_figures_are_of_who_did_it_and_the_first_call_is_of_who_has_the_deal():
    story = by(2, Story().touch(0, result=Result.advance)).promise(0, Side.ours, "send pricing", 1)
    of_the_call = replace(story.history.commitments[0], act_id=1, member_id=2)
    story.history = replace(story.history, commitments=(of_the_call,))
    story.touch(9, result=Result.advance).touch(12, EMAIL)
    giver, owner = (measured([story.history], POLICY, {id_}, day(0), day(90)) for id_ in (2, 1))
    assert giver.touched == Touched(1, 1, 1)
    assert owner.touched == Touched(2, 1, 1)
    assert (giver.talks, owner.talks) == (Talks(1, 0), Talks(1, 0))
    assert (giver.ours, owner.ours) == (Kept(due=1, still_open=1), Kept())
    assert (giver.between_advances, owner.between_advances) == ((), (9,))
    assert (giver.without_step.calls, owner.without_step.calls) == (0, 1)
    asked = by(2, Story().touch(0).promise(0, Side.ours, "call their boss", 1))
    assert of(asked).ours == Kept(), "a colleague asked it of the owner: nobody has promised it"


@pytest.mark.rule("H46")
def test_the_answer_to_a_yes_or_no_message_is_of_who_sent_it():
    story = by(2, quiet()).touch(31, inbound=True, result=Result.no_sale)
    assert measured([story.history], POLICY, {1}, day(0), day(60)).answers == {}
    assert measured([story.history], POLICY, {2}, day(0), day(60)).answers == {Answer.no: 1}


@pytest.mark.rule("S33")
def test_worn_phrases_are_counted_by_day_with_better_words():
    checked = [
        (day(0), "checking in"),
        (day(0), "Checking in"),
        (day(3), "checking in"),
        (day(3), "deep dive"),
        (day(3), "hello"),
    ]
    found = checked_phrases(checked, ["deep dive"])
    assert [(one.found, one.days) for one in found] == [("checking in", 2), ("deep dive", 1)]
    assert all(one.instead for one in found)
    assert [one.found for one in checked_phrases(checked, [])] == ["checking in"], "the team took it off its wall"


@pytest.mark.rule("S33")
def test_calls_that_were_left_open_come_with_three_questions_that_get_a_day():
    dated = Story("Brio").touch(0).promise(0, Side.theirs, "send the plan", 4)
    demo = Story("Dova").touch(0).step(0, 8, "demo")
    bare = Story("Acme").touch(1)
    over = Story("Cato").touch(0, result=Result.no_sale).touch(3, VM).touch(4, inbound=True)
    calls = own_calls([dated.history, demo.history, bare.history, over.history], 1, day(0), day(9))
    assert calls.calls == 3
    assert [history.deal.company for history, _ in calls.undated] == ["Acme"], "a demo that they agreed to is a day"
    told = text(coaching_card((), calls, questions_for_a_day([]), 90, day(9)))
    assert "Two conversations ended with a next step" in told
    assert " of 3" not in told, "of so few a part says nothing"
    assert "Left open: Acme (Tue 3 March)." in told
    assert "Three questions that get a day:" in told
    assert own_calls([bare.history], 2, day(0), day(9)).calls == 0, "a colleague's call is the colleague's"


@pytest.mark.rule("S54")
@pytest.mark.parametrize(("dated", "undated", "told"), [
    (5, 0, "5 of 5 conversations ended with a next step"), (3, 2, "3 of 5 conversations ended with a next step"),
    (4, 0, "Four conversations ended with a next step"), (1, 6, "One conversation ended with a next step"), (0, 6, ""),
])  # fmt: skip
def test_coaching_says_what_there_was_and_never_what_was_missing(dated, undated, told):
    stories = [Story(f"Acme {at}").touch(0).step(0, 8) for at in range(dated)]
    stories += [Story(f"Brio {at}").touch(0) for at in range(undated)]
    calls = own_calls([story.history for story in stories], 1, day(0), day(9))
    card = text(coaching_card((), calls, questions_for_a_day([]), 90, day(9)))
    assert told in card if told else "ended with" not in card
    assert f"{dated} of {dated + undated}" not in card or "of 5" in told
    assert ("Left open: " in card) is bool(undated)


def test_the_questions_pass_the_wall_and_go_when_a_team_is_tired_of_them():
    assert all(is_clean(question) and question.endswith("?") for question in QUESTIONS_FOR_A_DAY)
    assert len(questions_for_a_day(["in hand"])) == 2


def test_after_bad_news_no_call_is_a_lesson():
    story = Story("Acme").touch(0)
    told = replace(story.history.touches[0], note="her father died")
    assert own_calls([replace(story.history, touches=(told,))], 1, day(0), day(2)).calls == 0


@pytest.mark.rule("S50")
def test_thanks_and_a_delivery_that_we_owed_are_no_silence():
    thanked = Story().touch(0).touch(0, EMAIL).touch(7, VM)
    delivered = Story().touch(0).promise(0, Side.ours, "send it", 3).turn(3, TurnKind.kept).touch(3, EMAIL).touch(7, VM)
    assert [of(story).without_step.quiet for story in (thanked, delivered)] == [0, 0]


@pytest.mark.rule("S1")
@pytest.mark.parametrize(("side", "ending", "is_owed"), [
    (Side.ours, DecisionKind.won, True),  # it stays ours to keep after they signed, as in every list
    (Side.theirs, DecisionKind.won, False),
    (Side.ours, DecisionKind.let_go, False),
])  # fmt: skip
def test_a_late_promise_counts_as_late_where_lists_call_it_so(side, ending, is_owed):
    found = of(Story().promise(0, side, "send it", 4).decide(10, ending))
    kept = found.ours if side is Side.ours else found.theirs
    assert (kept.due, kept.still_open) == (1, int(is_owed))
