"""Half a day off, a wait in everyday words, a no that nobody answered, and what went out by mail. Today is Mon 30 November 2026."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from bot.reading.typed.halfdays import is_half_a_day
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 11, 30, 8, 30, tzinfo=UTC)))
    team.say("Tom", "new deal with Vantaa Dental, Karin Lind")
    return team


@pytest.mark.parametrize("line", ["i'm off fri pm", "i'm out friday afternoon my kid's got a game", "i'm off friday morning", "i'm out friday afternoon for the dentist"])  # fmt: skip
def test_half_a_day_off_is_no_day_off(team, line):
    told = team.text("Tom", line)
    assert "your list of Fri 4 December comes as usual" in told
    assert "You are away" not in told


def test_the_whole_days_beside_it_are_off(team):
    told = team.text("Tom", "i'm off fri pm and tue")
    assert "You are away on Tue 1 December." in told
    assert "your list of Fri 4 December comes as usual" in told


@pytest.mark.parametrize("named", ["friday", "fri and mon", "next week", "until friday", "tomorrow", "the 4th", "from monday to friday"])  # fmt: skip
def test_a_whole_day_is_one(named):
    assert not is_half_a_day(named)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("logcall Vantaa: talked to karin, not now but call her after easter", "call Tue 30 March 2027, as you plan it"),
        ("logcall Vantaa: karin says after easter", "call Tue 30 March 2027"),
        ("call karin after easter", "call on Tue 30 March 2027"),
        ("logcall Vantaa: she says call her a week from friday around ten thirty", "call Fri 11 December at 10:30"),
        ("logcall Vantaa: call her back the twentieth", "call Sun 20 December"),
    ],
)  # fmt: skip
def test_a_wait_is_kept(team, line, step):
    assert step in team.text("Tom", line)


def test_they_want_to_talk_sooner_than_was_agreed(team):
    team.say("Tom", "next Vantaa 29 march")
    told = team.logged("karin emailed that they raised prices 12%, wants to talk in january already")
    assert "Next step: call Mon 4 January 2027, their wish, not agreed yet" in told


def test_no_the_call_is_tuesday(team):
    team.say("Tom", "next Vantaa thu 10:00")
    assert "call on Tue 1 December at 13:00" in team.text("Tom", "no the call is tuesday 13:00")


def test_an_off_call_loses_no_deal(team):
    told = team.text("Tom", "cancel my call with karin")
    assert "Nothing is agreed" in told
    assert "lost" not in told.lower()


def test_a_no_that_nobody_answered_is_asked_again(team):
    team.say("Tom", "logcall Vantaa: nej tack, vi har redan bestämt oss för en annan leverantör")
    team.forward(days=7)
    told = team.text("Tom", "followups")
    assert "they said no on Mon 30 November. Is the deal lost? Your note" in told
    assert "still open for you" not in told
    team.say("Tom", "next Vantaa fri")
    assert "Is the deal lost?" not in team.text("Tom", "followups")


@pytest.mark.parametrize("line", ["karin: sent mail + vm", "sent karin the quote, 2 grinders extra, 11.200", "karin: price list mailed", "logcall Vantaa: sent her the specs"])  # fmt: skip
def test_what_went_out_by_mail_is_no_talk(team, line):
    assert "email Mon 30 November" in team.logged(line)


@pytest.mark.parametrize("line", ["her boss mailed", "sent her the samples", "karin mailed", "omar from legal mailed"])
def test_what_they_mailed_or_was_carried_is_no_mail_of_ours(team, line):
    assert ", email Mon" not in team.logged(f"logcall Vantaa: {line}")


def test_the_list_in_the_inbox_has_the_readers_order_of_days(team):
    team.clock.at = datetime(2026, 11, 30, 15, tzinfo=UTC)
    team.say("Omar", "new deal with Espoo Optics, Dana Reyes")
    team.say("Omar", "logcall Espoo Optics: dana sends the list tue dec 1")
    for _ in range(3):
        team.forward(days=1)
        team.tick()
    told = "".join(map(plain_text, team.inbox("Omar")))
    assert "December 2" in told
    assert "2 December" not in told
