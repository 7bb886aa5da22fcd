"""Whom "him" and "her" mean in a promise of theirs: never the one who reads it."""

import pytest

from bot.phrases import for_them, is_about_somebody_unnamed, of_theirs
from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database):
    made = Team(database)
    made.text("Tom", "new Kestrel")
    made.text("Tom", "deal contact Kestrel: Priya Nair, 555 0199")
    return made


def test_a_pronoun_takes_the_one_person_whom_the_line_names(team):
    logged = team.text(
        "Tom",
        'logcall Kestrel: she said "we like it, i just have to convince my husband", she talks to him this weekend',
    )
    assert "for you to talk to your husband?" in logged
    assert "talk to you?" not in team.text("Tom", "words Kestrel")


def test_it_takes_nobody_whom_it_cannot_mean_and_then_nothing_is_said(team):
    logged = team.text("Tom", 'logcall Kestrel: she said "my wife and my boss like it", she talks to him monday')
    assert "talk to your boss?" in logged
    team.text("Tom", "undo")
    logged = team.text("Tom", "logcall Kestrel: good talk, she talks to him monday")
    assert "talk to you" not in logged
    assert "talk to him" not in "".join(line for line in logged.splitlines() if line.startswith("  "))


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("talk to him", None), ("tell her", None), ("ask them", None), ("send them the list", None), ("check with her CFO", "check with your CFO"),
        ("get CTO", None), ("check with CFO", "check with the CFO"), ("send lane list", "send the lane list"), ("send us the PO", "send us the PO"),
        ("get CTO sign-off", "get the CTO sign-off"), ("send figures", "send figures"), ("send feedback", "send feedback"), ("see if he can get budget", None),
        ("give me the PO, and send us your numbers", "give us the PO, and send us your numbers"), ("ask the curators for their list", "ask the curators for their list"), ("sign", "sign"), ("share access codes", "share access codes"),
    ],
)  # fmt: skip
def test_what_they_do_themselves_as_said_to_them(phrase, said):
    assert for_them(phrase, by_them=True) == said


def test_what_we_do_for_somebody_unnamed_is_not_said():
    assert for_them("ask them") is None
    assert for_them("send lane list by rail") == "send the lane list by rail"


def test_a_call_has_an_aim_that_reads_as_english(team):
    assert of_theirs("check with her partner") == "check with their partner"
    assert is_about_somebody_unnamed("see if he can get budget")
    team.text("Tom", "logcall Kestrel: she checks with her partner")
    assert "A day by which they check with their partner." in team.text("Tom", "prep Kestrel")
    team.text("Tom", "undo")
    team.text("Tom", "logcall Kestrel: she sees if he can get budget by tomorrow")
    team.forward(days=4)
    prep = team.text("Tom", "prep Kestrel")
    assert "whether they could see if he" not in prep


@pytest.mark.parametrize("between", [(), ("let go Kestrel: no answer",)])
def test_what_they_wrote_is_no_talk_and_a_promise_keeps_its_day(team, between):
    team.text("Tom", "logcall Kestrel: good talk, she checks with her partner")
    for line in between:
        team.text("Tom", line)
    team.forward(days=60)
    team.text("Tom", "reply Kestrel: priya wrote sorry been crazy, busy days")
    words = team.text("Tom", "words Kestrel")
    assert "we spoke today" not in words
    assert "When we spoke in March, you were going to check with your partner" in words
    assert "Thank you for " in words
    assert "we spoke today" not in team.text("Tom", "prep Kestrel").lower()
