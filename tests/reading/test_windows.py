"""The time that they named for buying, in words that were said on Thu 12 March 2026."""

from datetime import date

import pytest

from bot.reading.waits.windows import purchase_window

SAID_ON = date(2026, 3, 12)
NAMED = [
    ("we buy around September", date(2026, 9, 1)),
    ("when the lease ends in May", date(2026, 5, 1)),
    ("interesting. The lease ends in May, not before then", date(2026, 5, 1)),
    ("not until Q3", date(2026, 7, 1)),
    ("we look at it again in the new year", date(2027, 1, 4)),
    ("renewal is on 1 October", date(2026, 10, 1)),
    ("talked price; budget comes in July", date(2026, 7, 1)),
    ("wir kaufen erst im September", date(2026, 9, 1)),
    ("pas avant octobre", date(2026, 10, 1)),
    ("two years left on the contract, renews in June", date(2026, 6, 1)),
    ("budget came through, orders in September", date(2026, 9, 1)),
    ("non prima di settembre", date(2026, 9, 1)),
    ("nie wcześniej niż w grudniu", date(2026, 12, 1)),
]
NONE = [
    "", "we meet on Friday", "we decide by Tuesday", "she sends it next week", "in March last year we bought elsewhere",
    "the contract ended in May", "we like it", "our fiscal year ends 6/30", "year end close 30 June", "14 mis-picks a day in April", "the budget is 20,000", "budget is 90k over the next 3 years", "we buy within the next 2 months",
]  # fmt: skip


@pytest.mark.rule("H31")
@pytest.mark.parametrize(("text", "opens_on"), NAMED, ids=[text for text, _ in NAMED])
def test_a_time_for_buying_is_read_with_its_first_day(text, opens_on):
    found = purchase_window(text, SAID_ON)
    assert found
    assert found.opens_on == opens_on
    assert found.words in text


@pytest.mark.parametrize("text", NONE)
def test_anything_else_is_no_time_for_buying(text):
    assert purchase_window(text, SAID_ON) is None
