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
