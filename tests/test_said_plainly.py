"""What a manager reads says what to do next: late is called late, an excuse is no step, and what is cut is a press away."""

from datetime import date

import pytest

from adapters.teams.render import attachment
from bot.cards import Button, Buttons, Card, Line, plain_text
from bot.days import late
from bot.model import Commitment, Side
from bot.playbook.restating import is_put_off
from bot.views.naming import OPEN_DEAL
from bot.views.shortened import CHOOSE_A_DEAL, OPEN, WHICH_DEAL
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def test_one_word_for_what_is_late():
    assert late(date(2026, 3, 6), date(2026, 3, 9)) == "3 days late (due Fri 6 March)"
    assert late(date(2026, 3, 6), date(2026, 3, 7)) == "1 day late (due Fri 6 March)"


def test_a_late_promise_of_ours_is_called_late_on_its_deals_card(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana, I bring the floor plan by Fri")
    team.forward(days=4)
    told = team.text("Maria", "where are we on Acme?")
    assert told.startswith("Acme (Tom), Mon 16 March: our move, 3 days late.")
    assert (
        "Tom promised: bring the floor plan, 3 days late (due Fri 13 March)\nNext: no next call agreed; on today's list"
        in told
    )
    assert told.count("floor plan") == 1
    assert "We promised: bring the floor plan" in team.text("Tom", "where are we on Acme?")


def test_a_later_day_for_an_old_promise_stands_under_moved_alone(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: Priya said “yes”, she sends the night counts by Fri 13 March")
    team.forward(days=4)
    team.say("Tom", "logcall Acme: Priya said “Ivan was off sick”, she sends the night counts by Fri 20 March")
    told = team.text("Maria", "what changed this week?")
    assert "moved by them from Fri 13 March to Fri 20 March, on Mon 16 March" in told
    assert "They took a step: nothing" in told
    team.say("Tom", "logcall Acme: Priya sends the night counts by Wed 18 March")
    assert "They took a step: 1" in team.text("Maria", "what changed this week?"), "an earlier day is one"


def test_only_the_same_promise_for_a_later_day_is_put_off():
    counts = Commitment(1, 1, 1, Side.theirs, "send the night counts", date(2026, 3, 2), date(2026, 3, 6))
    assert is_put_off("send the night counts", date(2026, 3, 9), [counts])
    assert not is_put_off("send the night counts", date(2026, 3, 5), [counts])
    assert not is_put_off("send the night counts", None, [counts])
    assert not is_put_off("sign the order", date(2026, 3, 9), [counts])


def test_what_is_cut_is_one_press_away(team):
    for number in range(5):
        team.say("Tom", f"new Deal{number}")
        team.say("Tom", f"logcall Deal{number}: she sends the plan by Fri 13 March")
    for asked in ("how is Tom doing?", "where is my team?", "what changed this week?"):
        card = team.say("Maria", asked).card
        (show,) = [
            b for block in card.blocks if isinstance(block, Buttons) for b in block.buttons if b.label == "Show all 5"
        ]
        whole = team.text("Maria", show.command)
        assert [f"• Deal{n}" in whole for n in range(5)] == [True] * 5
        assert "more" not in whole
        assert "Show " not in whole
        assert team.text("Maria", f"share {show.command}").count("• Deal") == whole.count("• Deal")


def test_monday_begins_with_what_we_are_late_with(team):
    for name in ("Acme", "Brio", "Cato", "Dova"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the plan by Fri, I send the quote by Fri")
    team.forward(days=4)
    card = team.say("Maria", "monday").card
    lines = plain_text(card).splitlines()
    assert lines[0] == "Your team, Mon 16 March: since Mon 9 March"
    assert lines[1:3] == ["We are late: 4", "• Acme (Tom): send the quote, 3 days late (due Fri 13 March)"]
    assert [b.label for block in card.blocks if isinstance(block, Line) for b in block.buttons] == [
        "Open Acme", "Open Brio", "Open Cato",
    ]  # fmt: skip
    assert "[Show all that is late: late]" in lines


def test_in_teams_deals_are_opened_from_a_list_that_says_so():
    lines = tuple(
        Line(f"Deal{n}: a plan", buttons=(Button(OPEN_DEAL, f"where {n}", about=f"Deal{n}"),)) for n in range(8)
    )
    body = attachment(Card("Tom", lines))["content"]["body"][-1]["items"]
    assert (body[0]["label"], body[0]["placeholder"]) == (WHICH_DEAL, CHOOSE_A_DEAL)
    assert [one["title"] for one in body[0]["choices"]] == [f"Deal{n}" for n in range(8)]
    assert "isRequired" not in body[0], "no red star"
    assert [one["title"] for one in body[1]["actions"]] == [OPEN]


def test_the_chart_says_first_what_to_do(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: she sends the plan by Fri")
    team.forward(days=4)
    lines = team.text("Tom", "chart promises").splitlines()
    assert lines[1:3] == ["Their one promise is late. Ask for another day.", "[What is late?: late]"]
    assert lines[4] == "They kept 0 of 1; one is late and still open.", "a number alone is no bar"
