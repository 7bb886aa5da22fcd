"""The same words about one deal within minutes are one call, in whatever way they came; what is new is logged."""

import pytest

from bot.cards import plain_text
from tests.team import Team

TOLD = 'Sam said "the crane is slow", they send the drawings by Tue, I send the quote Mon'


@pytest.fixture
def team(database):
    return Team(database)


def calls(team: Team, deal_id: int = 1) -> int:
    return team.exchange("Tom")(lambda exchange: len(exchange.history(deal_id).touches))


@pytest.fixture
def logged(team) -> Team:
    """By the press that made the deal."""
    asked = team.say("Tom", f"logcall Kestrel Marine: {TOLD}")
    team.press(asked, "Create “Kestrel Marine”")
    assert calls(team) == 1
    return team


@pytest.mark.parametrize(
    "line", ["logcall Kestrel Marine: {}", "Kestrel Marine: {}", "logcall Kestrel: {}", "kestrel - {}"]
)
def test_it_is_said_that_it_is_logged_already(logged, line):
    logged.forward(minutes=3)
    answer = logged.say("Tom", line.format(TOLD))
    assert "Already done by you at 14:00" in plain_text(answer.card)
    assert calls(logged) == 1
    logged.press(answer, "It was another one")
    assert calls(logged) == 2


@pytest.mark.parametrize("line", [
    'Kestrel Marine: Sam said "the crane is slow", they send the drawings by Tue, I send the quote Tue',
    'Kestrel Marine: Sam said "the crane is slow", they send the drawings by Tue, I send the quote Mon, call Mon 23 March',
    'Kestrel Marine: Sam said "the crane is slow and dear"', "Kestrel Marine: no answer",
])  # fmt: skip
def test_what_says_anything_new_is_logged(logged, line):
    logged.say("Tom", line)
    assert calls(logged) == 2


def test_an_hour_later_it_is_another_call(logged):
    logged.forward(minutes=60)
    logged.say("Tom", f"Kestrel Marine: {TOLD}")
    assert calls(logged) == 2


def test_what_was_taken_back_is_logged_anew(logged):
    for _ in range(2):
        logged.say("Tom", "logcall Kestrel Marine: they like the colour")
        assert calls(logged) == 2
        logged.say("Tom", "undo")
        assert calls(logged) == 1


def test_what_waited_is_no_second_call_when_it_was_logged_by_hand_meanwhile(logged):
    asked = logged.say("Tom", "kestrel marine sam hmm")
    logged.forward(minutes=30)
    logged.say("Tom", "logcall Kestrel Marine: Sam hmm")
    assert calls(logged) == 2
    logged.forward(minutes=30)
    answer = logged.press(asked, "Yes, log it")
    assert "Already done by you at 14:30" in plain_text(answer.card)
    assert calls(logged) == 2
    logged.press(answer, "It was another one")
    assert calls(logged) == 3


def test_one_line_that_waits_in_three_spellings_is_one_call(logged):
    for line in ("kestrel marine sam hmm", "Kestrel  Marine Sam hmm", "KESTREL MARINE  sam hmm"):
        logged.say("Tom", line)
    said = logged.text("Tom", "resume all")
    assert "One of three logged" in said
    assert said.count("It was another one") == 2
    assert calls(logged) == 2


def test_a_step_alone_that_waited_is_kept_though_they_were_called_that_day(logged):
    logged.say("Tom", "logcall Kestrel Marine: spoke with Sam")
    logged.say("Tom", "kestrel marine sam fine with Mon 10am")
    assert "Next step: call Mon 16 March at 10:00" in logged.text("Tom", "resume all")
    assert calls(logged) == 3
