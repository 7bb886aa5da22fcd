"""When they say that they will buy: a day of theirs; a condition, a doubt, a question and the past are none."""

from datetime import date

import pytest

from bot.reading.outcome.buying import buying_time, is_buying

MONDAY = date(2026, 3, 9)


@pytest.mark.parametrize(("said", "by"), [
    ("we sign this week", date(2026, 3, 13)), ("We order in two weeks", date(2026, 3, 23)),
    ("you get the order by the 20th", date(2026, 3, 20)), ("the order goes out next month", date(2026, 4, 30)),
    ("we go live end of the month", date(2026, 3, 31)), ("we sign on Friday, but Ana wants a word", date(2026, 3, 13)),
    ("we sign once finance agrees", None), ("if it holds one winter I buy it in May", None), ("we signed last week", None),
    ("will you order by Friday?", None), ("we may order in April", None), ("we won't sign this week", None),
    ("we hope to start in April", None), ("we meet on Friday", None), ("", None),
])  # fmt: skip
def test_the_day_by_which_they_buy(said, by):
    time = buying_time(said, MONDAY)
    assert (time.by if time else None) == by


@pytest.mark.parametrize(("said", "is_bought"), [
    ("yes to a trial, starts 20 march", False), ("the pilot starts on Monday", False), ("we start a proof of concept next week", False),
    ("go ahead with the test, begin Friday", False), ("we sign the NDA this week", False), ("we order a sample on Friday", False),
    ("we sign up for the free trial by Friday", False), ("the pilot went well, we order on Friday", True),
    ("we sign after the trial, by 30 March", True), ("we go live after the pilot on 30 March", True), ("we start on 30 March", True),
])  # fmt: skip
def test_a_trial_is_no_order(said, is_bought):
    assert bool(buying_time(said, MONDAY)) is is_bought


def test_a_promise_that_is_the_purchase_itself():
    bought = (
        "return the contract",
        "sign",
        "send the PO",
        "place the first order",
        "countersign the agreement",
        "order",
    )
    assert all(map(is_buying, bought))
    assert not any(map(is_buying, ("send the plan", "check with finance", "return the scanner")))
    assert not any(
        map(is_buying, ("sign the NDA", "order a sample", "send the PO for the pilot", "sign the trial agreement"))
    )
