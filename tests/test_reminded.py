"""What a leader puts on a rep's list stands there in proper words, once, and nothing untrue is said of the list."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))
    team.say("Tom", "new deal with Elbe, Uwe Ross")
    return team


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("remind Tom about the price for Elbe", "Tom will see to the price"),
        ("remind Tom of the floor plan for Elbe", "Tom will see to the floor plan"),
        ("ask Tom about sending the plan to Elbe tomorrow", "Tom will send the plan, Thu 3 December"),
        ("remind Tom about samples for Elbe on friday", "Tom will see to samples, Fri 4 December"),
        ("remind Tom to send the quote to Uwe by friday", "Tom will send the quote, Fri 4 December"),
    ],
)
def test_a_thing_alone_is_seen_to(team, line, task):
    assert f"Elbe: {task}" in team.text("Maria", line)


@pytest.mark.parametrize(
    "line",
    [
        "remind Tom about samples for Elbe",
        "remind Tom of the samples for Elbe",
        "ask Tom to send Uwe the samples",
        "remind Tom about sending the samples to Elbe",
    ],
)
def test_what_is_promised_already_is_told_and_not_made_twice(team, line):
    team.say("Tom", "logcall Elbe: I send the samples by Mon")
    assert "Elbe: Tom has that to do already: send the samples, Mon 7 December." in team.text("Maria", line)
    assert team.text("Tom", "where elbe").count("samples") == 1


def test_another_day_for_it_is_one_press(team):
    team.say("Tom", "logcall Elbe: I send the samples by Mon")
    asked = team.say("Maria", "ask Tom to send Uwe the samples by friday")
    assert "Elbe: send the samples, now Fri 4 December" in str(team.press(asked, "Fri 4 December", "Maria").card)


def test_another_thing_is_another_task(team):
    team.say("Tom", "logcall Elbe: I send the samples by Mon")
    assert "Elbe: Tom will see to the price" in team.text("Maria", "remind Tom about the price for Elbe")


def test_a_list_that_never_went_out_is_not_said_to_have(team):
    assert "Tom's next list is that of Thu 3 December, so tell Tom too." in team.text(
        "Maria", "ask Tom to send Uwe the plan today"
    )
    team.until(datetime(2026, 12, 3, 9, tzinfo=UTC))
    assert "Tom's list of that day has gone out already, so tell Tom too." in team.text(
        "Maria", "ask Tom to send Uwe the price list today"
    )


@pytest.mark.parametrize(
    "line",
    [
        "ask Tom for an update on Elbe", "can you ask tom for the latest on elbe pls", "chase Tom for news at Elbe",
        "tell tom to give me a quick update on Elbe", "nudge Tom about Elbe",
    ],
)  # fmt: skip
def test_who_leads_wants_to_hear_of_a_deal_and_chooses_a_day_for_the_call(team, line):
    assert "On which day is Tom to call Elbe?" in team.text("Maria", line)
    assert "Elbe: on Tom's list Fri 4 December" in team.text("Maria", f"{line} by friday")


def test_what_a_customer_is_asked_for_is_none_of_a_colleagues(team):
    assert "is Uwe to call" not in team.text("Maria", "ask Uwe for an update on Elbe")
    assert "Elbe: Tom will see to the price list" in team.text("Maria", "ask Tom for the price list for Elbe")
