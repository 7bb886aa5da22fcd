"""Everyday lines become the command that a colleague would read in them; what is not sure is none."""

import pytest

from bot.commands import command_from
from bot.commands.calls import HeardNothing, LogLine, Next, OpenLog, TheyAreAway
from bot.commands.deals import Later, Where
from bot.model import Outcome
from bot.reading.plain.doings import Act, Doing, doing

ONE_DATABASE = True


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("call Erik at 3", Next("Erik", "today at 3")),
        ("remind me to call Erik at 3", Next("Erik", "today at 3")),
        ("remind me to call Erik tomorrow at 3", Later("Erik", "tomorrow at 3")),
        ("where were we on Acme on Friday?", Where("Acme last Friday")),
        ("where are we on Acme on Friday?", Where("Acme on Friday")),
        ("where were we on Black on Friday Ltd", Where("Black on Friday Ltd")),
        ("call Erik tomorrow", Next("Erik", "tomorrow")),
        ("call Erik Thu 3pm", Next("Erik", "Thu 3pm")),
        ("call Erik", OpenLog("Erik")),
        ("call Erik: he signs Fri", LogLine("Erik: he signs Fri")),
        ("call Erik, he said ok", LogLine("Erik, he said ok")),
        ("call Erik yesterday", LogLine("Erik yesterday")),
        ("heard nothing from Mrs Okafor", HeardNothing("Mrs Okafor")),
        ("heard nothing Acme", HeardNothing("Acme")),
        ("Sam is on vacation til 20th", TheyAreAway("Sam", "20th", returns=True)),
    ],
)
def test_a_line_is_the_command_that_it_means(line, command):
    assert command_from(line) == command


def test_somebody_of_theirs_who_is_away_is_not_the_contact():
    assert not isinstance(command_from("priya said her partner is away til april"), TheyAreAway)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no show §", Doing(Act.touch, outcome=Outcome.no_show)),
        ("tried § twice, nothing", Doing(Act.touch, outcome=Outcome.no_answer)),
        ("§ hasnt sent dates", Doing(Act.silent)),
        ("§ is back", Doing(Act.back)),
        ("§ is worth 14k", Doing(Act.worth, what="14k")),
        ("§ on hold til june", Doing(Act.hold, when="june")),
        ("§ off sick this week", Doing(Act.away, when="this week")),
        ("§ off til 20 march", Doing(Act.away, when="20 march", returns=True)),
        ("§ demo tues 10", Doing(Act.agree, what="demo", when="tues 10")),
        ("§ said yes", Doing(Act.tell)),
        ("spoke to §, nothing", None),
        ("§ is back in the game with a new budget", None),
        ("§ said yes to the demo", None),
        ("§ hasnt sent dates but will by Fri", None),
    ],
)
def test_what_a_line_does_with_the_deal_it_names(line, told):
    assert doing(line) == told
