"""The one question after a log: who asks for silence, and who says yes."""

from dataclasses import replace

import pytest

from bot.model import DealState, Outcome, Result, Side
from bot.playbook.drafts import email
from bot.playbook.facts import may_quote
from bot.playbook.questions import AskNextStep, AskSilence, AskWon, question_after_log
from bot.playbook.thanks import thank_you
from bot.playbook.wording import Speaker
from tests.playbook.history import MONDAY, Story


def asked(*, said="", note="", state=DealState.active, result=Result.continuation):
    history = Story().touch(0, Outcome.connected, said=said, result=result).history
    touch = replace(history.touches[-1], note=note)
    return question_after_log(replace(history, touches=(touch,)), state, MONDAY)


SILENCE = [
    "he doesn't want us to call again", "stop ringing", "doesnt want us to ring", "she does not want me to contact them any more", "told us to stop calling",
    "told me to stop", "asked us to stop", "asked to be left alone", "wants to be left alone", "not interested in hearing from us", "lose my number", "no more calls",
    "no more calls please", "they don't want to hear from us again", "asked not to be called again", "asked us not to contact them", "don't call again", "never call me again",
    "asked to be taken off the list", "please take us off your list", "stop calling me", "don't want any more calls", "wants no more emails",
    "doesn't want to be called any more", "no longer wants to be contacted", "would rather not be phoned again", "please don't call", "take Peter off our list", "wants off our mailing list",
    "opted out", "wants us to delete her number",
]  # fmt: skip


@pytest.mark.parametrize("words", SILENCE)
def test_who_asks_to_be_left_alone_is_asked_about(words):
    assert isinstance(asked(note=words), AskSilence)
    assert isinstance(asked(said=words), AskSilence)


NO_SILENCE = [
    "don't call before April", "don't call me at home, use my mobile", "doesn't want us to call before April", "no more calls before April please", "no more calls this week",
    "asked us not to contact the plant until May", "told us to stop by on Friday", "doesn't want us to call his assistant", "asked us to stop the delivery",
    "not interested in hearing about discounts", "no more calls until Mon", "don't want to hear about the price", "asked not to be called on Fridays", "stop calling it a pilot",
    "don't call me again before Monday", "don't take me off the list", "asked to be taken off hold",
    "doesn't want to be called before nine", "would rather not be called at home", "please don't call on Mondays", "take the ramp off the price list", "the opt out clause is fine", "delete my last mail",
]  # fmt: skip


@pytest.mark.parametrize("words", NO_SILENCE)
def test_who_asks_for_another_time_or_way_asks_for_no_silence(words):
    assert not isinstance(asked(note=words), AskSilence)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("yes!! they want to go ahead", "signs contract monday"), ("", "trustees said yes; deal is ours"), ("", "she said yes"), ("yes", ""), ("", "it's a yes"),
        ("yes, we go ahead", ""), ("", "they want to go ahead"), ("", "we got the order"), ("", "they chose us"), ("", "they are going with us"), ("", "gave us the go-ahead"),
        ("we have a deal", ""), ("we want to go ahead with you", ""), ("", "board says yes"), ("", "the job is ours"), ("", "verbal yes from Bea"), ("", "we won it"),
    ],
)  # fmt: skip
def test_a_yes_is_asked_about_and_never_taken_for_an_order(said, note):
    assert isinstance(asked(said=said, note=note), AskWon)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("", "said yes to a demo"), ("yes to the meeting", ""), ("", "yes to the meeting"), ("yes, Tuesday is fine", ""), ("yes but not now", ""), ("", "if the board says yes"),
        ("", "want to go ahead with the demo"), ("", "once they want to go ahead"), ("", "they don't want to go ahead"), ("yes, we read it", ""), ("", "will say yes when budget is there"),
        ("", "asked if she can meet Fri; she said yes"), ("", "the deal is not ours"), ("", "wants to go ahead if the price drops"), ("", "the mistake is ours"), ("", "she hasn't said yes"),
        ("", "neither yes nor no"), ("", "they said yes in principle"), ("", "they would go ahead with us in May"), ("", "they chose us a hotel"), ("", "she might say yes"),
    ],
)  # fmt: skip
def test_a_yes_to_something_else_is_none(said, note):
    assert isinstance(asked(said=said, note=note), AskNextStep)


def test_what_is_won_or_signed_is_not_asked_again():
    assert asked(said="yes", state=DealState.won) is None
    assert asked(said="yes", result=Result.order) is None


@pytest.mark.parametrize(
    "said",
    ["we are broke", "I was fired", "we are bankrupt", "my divorce comes first", "I am ill", "my mother died", "he is in hospital", "we are insolvent", "it is cancer", "they made me redundant"],
)  # fmt: skip
def test_what_is_sensitive_is_never_quoted(said):
    assert not may_quote(said)
    assert may_quote("two mis-picks a day")


def test_a_private_matter_in_a_promise_stays_out_of_every_letter():
    told = Story().touch(0, said="two chairs").promise(0, Side.theirs, "tell his wife about the divorce", due=4).history
    speaker = Speaker("Tom Becker", "Northlight")
    same_act = replace(told, touches=(replace(told.touches[0], act_id=told.commitments[0].act_id),))
    for words in (thank_you(same_act, speaker, MONDAY), email(told, speaker, MONDAY)):
        assert words is None or "divorce" not in words.text
