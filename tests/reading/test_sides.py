"""Whose an act is, by who is named before the line and by what only a buyer does. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Side
from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)


def sides(line, who="Tim"):
    read = read_rest(who, line, TODAY, people=("Tim Verhoeven",), colleagues=("Lena Vogt",))
    return [one.side for one in read.promises]


@pytest.mark.parametrize(
    "line",
    [
        "said we will go with 6", "said i'll ask the board", "says we order 4 next month", "i'll check with finance", "we will discuss it with our board",
        "i'll run it past our accountant", "ok, we decide on friday", "ik teken morgen", "wij tekenen vrijdag", "vi beställer på fredag", "vi bestiller 4 i morgen",
        "jag skriver under på torsdag", "deal, we sign friday", "we buy 3 next week", "ok we order friday",
    ],
)  # fmt: skip
def test_behind_the_name_of_one_of_theirs_a_buyers_act_is_theirs(line):
    assert sides(line) == [Side.theirs]


def test_a_deal_of_all_is_an_order_told():
    read = read_rest("Tim", "deal, we take all 3", TODAY, people=("Tim Verhoeven",))
    assert (read.promises, read.has_ordered) == ((), True)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("i'll check with finance", "Spaces"), ("i'll ask our engineer", "Tim"), ("i order the parts fri", "Tim"), ("i'll check with Lena", "Tim"),
        ("vm, i'll check with finance", "Tim"), ("we sign up fri", "Tim"), ("i told him we will go with 6", "Tim"), ("i'll think about a better price for him", "Tim"),
        ("we take it back fri", "Tim"),
    ],
)  # fmt: skip
def test_what_a_seller_does_too_stays_ours(line, who):
    assert sides(line, who) == [Side.ours]
