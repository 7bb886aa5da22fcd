"""What a leader asks for is told as asked, with the whole name; a call or a voicemail of the owner's does what was nothing but a call."""

from datetime import UTC, datetime

import pytest

from bot.model import Outcome, Side
from bot.playbook.rung import rung
from tests.playbook.history import Story, day
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
ASKED = "ask Tom to call fran hill tomorrow"


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))  # a Wednesday
    team.say("Tom", "new deal with Bell Works, Fran Hill")
    team.say("Tom", "logcall Bell Works: Fran said it is fine, I send the brochure by Fri")
    return team


@pytest.mark.parametrize("contact", ["contact Greta", "Greta Moss"])
def test_the_whole_name_is_kept_though_the_first_alone_is_known(team, contact):
    team.say("Tom", f"new deal with Delta Mill, {contact}")
    team.say("Tom", "logcall Delta Mill: Greta likes it, I send the plan by Fri")
    told = team.text("Maria", "ask Tom to call greta moss tomorrow")
    assert "Delta Mill: Tom will call Greta Moss, Thu 3 December" in told


@pytest.mark.parametrize("line", ["ask Tom to send fran samples tomorrow", "ask Tom to call fran again tomorrow"])
def test_no_other_word_behind_a_name_is_one(team, line):
    team.say("Maria", line)
    shown = team.text("Tom", "where Bell Works")
    assert "Fran Samples" not in shown
    assert "Fran Again" not in shown


def test_why_says_who_asked_whom(team):
    team.say("Maria", ASKED)
    team.forward(days=1)
    assert "Maria asked you on Wed 2 December to call Fran Hill by Thu 3 December." in team.text(
        "Tom", "why Bell Works"
    )
    assert "You asked Tom on Wed 2 December to call Fran Hill by Thu 3 December." in team.text(
        "Maria", "why Bell Works"
    )


@pytest.mark.parametrize(
    "line",
    [
        "done Bell Works voicemail", "left fran a voicemail", "logcall Bell Works: Fran said they like it",
        "logcall Bell Works: left a voicemail", "visited Bell Works, Fran said they like it",
    ],
)  # fmt: skip
def test_a_call_of_the_owners_does_it(team, line):
    team.say("Maria", ASKED)
    told = team.logged(line)
    assert "You did: call Fran Hill" in told
    assert "call Fran Hill" not in team.text("Tom", "where Bell Works")
    team.say("Tom", "undo")
    assert "call Fran Hill" in team.text("Tom", "where Bell Works")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Tom", "done Bell Works no answer"),
        ("Tom", "done Bell Works email"),
        ("Tom", "reply Bell Works: they like it"),
        ("Tom", "logcall Bell Works: spoke to Greg Munro, he likes it"),
        ("Maria", "logcall Bell Works: Fran said they like it"),
    ],
)
def test_nothing_else_does_it(team, name, line):
    team.say("Tom", "deal contact Bell Works: Greg Munro")
    team.say("Maria", ASKED)
    team.logged(line, name)
    assert "call Fran Hill" in team.text("Tom", "where Bell Works")


def test_more_than_a_call_is_not_done_by_one(team):
    team.say("Maria", "ask Tom to call fran about the price tomorrow")
    team.say("Tom", "done Bell Works voicemail")
    assert "about the price" in team.text("Tom", "where Bell Works")


def test_what_was_promised_to_them_waits_for_its_day():
    promised = Story().promise(0, Side.ours, "call Dana back", due=4).history
    assert not rung(promised, Outcome.left_voicemail, day(1))
    assert rung(promised, Outcome.left_voicemail, day(4))
    assert not rung(promised, Outcome.no_answer, day(4))


@pytest.mark.parametrize(
    ("text", "is_done"),
    [
        ("call", True), ("ring her back", True), ("phone Acme", True), ("call Dana Reyes", True), ("call the CFO", False),
        ("call Dana about the price", False), ("call Greg", False), ("call off the visit", False), ("send the plan", False),
    ],
)  # fmt: skip
def test_only_what_is_nothing_but_a_call_is_done_by_one(text, is_done):
    assert bool(rung(Story().promise(0, Side.ours, text, due=0).history, Outcome.connected, day(0))) is is_done
