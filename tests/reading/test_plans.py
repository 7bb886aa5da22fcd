"""Who does something by a day plans it, whatever the verb; a state, the past, a no and a habit are no plans."""

import pytest

from bot.model import Side
from bot.reading.grammar.clauses import is_habit, plans


@pytest.mark.parametrize(
    ("clause", "side", "name"),
    [
        ("she enrols", Side.theirs, ""), ("he's collecting the names", Side.theirs, ""), ("they are finalising it", Side.theirs, ""),
        ("she's getting us the list", Side.theirs, ""), ("they'd have an answer", Side.theirs, ""), ("Dana picks a tool", Side.theirs, "Dana"),
        ("plant manager Ivan counts the stock", Side.theirs, "Ivan"), ("April signs it", Side.theirs, "April"),
        ("I recalc it", Side.ours, ""), ("I'm pricing it", Side.ours, ""), ("we price it", Side.ours, ""),
    ],
)  # fmt: skip
def test_who_does_something_by_a_day_plans_it(clause, side, name):
    plan = plans(clause, is_deadline=True)
    assert plan is not None
    assert (plan.side, plan.name) == (side, name)


@pytest.mark.parametrize(
    "clause",
    [
        "she signed", "Dana was busy", "she likes it", "he is leaving", "I think so", "she knows", "Dana means well", "they don't buy",
        "she never picks", "they will not sign", "nobody signs", "nothing happens", "the plant closes", "Monday works", "",
    ],
)  # fmt: skip
def test_a_state_the_past_and_a_no_are_no_plans(clause):
    assert plans(clause, is_deadline=True) is None


@pytest.mark.parametrize("clause", ["Fiona runs the marathon", "she retires", "he flies out"])
def test_a_habit_is_a_plan_only_by_a_day(clause):
    assert is_habit(clause)
    assert plans(clause, is_deadline=False) is None
    assert plans(clause, is_deadline=True) is not None


@pytest.mark.parametrize("clause", ["she runs it by legal", "Dana signs", "I run the marathon", "she will run", ""])
def test_an_act_for_the_deal_is_no_habit(clause):
    assert not is_habit(clause)
