"""What they did and what the rep only tells of it: whose promise is kept, which deal is meant, and whose day it is.

Today is Thu 12 March 2026.
"""

import pytest

from bot.cards import Button, Buttons, Line
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database):
    team = Team(database)
    for line in ("new Northwind, 40 seats", "deal contact Northwind: Sarah Lee"):
        team.say("Tom", line)
    return team


def press(team, reply, label, who="Tom"):
    buttons = [
        button
        for block in reply.card.blocks
        for button in getattr(block, "buttons", ())
        if isinstance(block, Buttons | Line) and isinstance(button, Button)
    ]
    return team.say(who, next(button.command for button in buttons if label in button.label))


@pytest.mark.parametrize(
    "line",
    ["reply Northwind: sorry, I will call you on Monday instead", "reply Northwind: I'll call you Monday",
     "logcall Northwind: Sarah wrote, she will call me Monday instead", "logcall Northwind: she emailed, she calls on Monday instead"],
)  # fmt: skip
def test_a_message_that_sets_another_day_moves_the_call_they_promised(team, line):
    team.say("Tom", "logcall Northwind: Sarah will call me by Friday")
    said = team.text("Tom", line)
    assert "They did" not in said
    assert "They will: call me, Mon 16 March" in said
    assert team.text("Tom", "where northwind").count("call me") == 1


@pytest.mark.parametrize(
    "line",
    ["reply Northwind: thanks, all fine", "reply Northwind: Grace wrote that she is in Rome", "reply Northwind: Grace called, she is in Rome",
     "logcall Northwind: she wrote that Monday is better", "logcall Northwind: Grace called, she is in Rome", "logcall Northwind: Sarah texted, all fine"],
)  # fmt: skip
def test_who_only_writes_has_not_called_and_somebody_else_has_kept_nothing(team, line):
    team.say("Tom", "logcall Northwind: Sarah will call me by Friday")
    assert "They did" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("promise", "line"),
    [("call me", "reply Northwind"), ("call me", "reply Northwind: called back, all good"), ("call me", "logcall Northwind: she called back, all good"),
     ("call me", "logcall Northwind: Sarah called, all good"), ("write to me", "reply Northwind: thanks, all fine")],
)  # fmt: skip
def test_whoever_did_as_promised_has_kept_it(team, promise, line):
    team.say("Tom", f"logcall Northwind: Sarah will {promise} by Friday")
    assert f"They did: {promise}" in team.text("Tom", line)
