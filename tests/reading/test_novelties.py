"""A new thing for the shelf in one line. Today is Thu 12 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.typed.novelties import read_novelty

TODAY = date(2026, 3, 12)
READ = [
    ("case study: how Harbour cut mis-picks by a third", "case", "how Harbour cut mis-picks by a third", "", ""),
    ("Case: lessons from Leeds", "case", "lessons from Leeds", "", ""),
    ("case: what we learnt from May Smith", "case", "what we learnt from May Smith", "", ""),
    ("case: from 12 to 3 mis-picks", "case", "from 12 to 3 mis-picks", "", ""),
    ("case: how to save in March", "case", "how to save in March", "", ""),
    ("event: open day in Leeds, 14 May", "event", "open day in Leeds", "", "2026-05-14"),
    ("event: open day in Leeds on 14 May at 10:00", "event", "open day in Leeds", "", "2026-05-14"),
    ("webinar: cold rooms, Fri", "event", "cold rooms", "", "2026-03-13"),
    ("price: new seat price from 1 June until 30 June", "price", "new seat price", "2026-06-01", "2026-06-30"),
    ("price: new seat price until 30 June", "price", "new seat price", "", "2026-06-30"),
    ("news: a scanner for cold rooms, from 1 April", "news", "a scanner for cold rooms", "2026-04-01", ""),
    ("news: 2 million users, 3 countries", "news", "2 million users, 3 countries", "", ""),
]


@pytest.mark.rule("S10")
@pytest.mark.parametrize(("line", "kind", "text", "first", "last"), READ)
def test_a_new_thing_is_read_with_its_days(line, kind, text, first, last):
    read = read_novelty(line, TODAY)
    assert read is not None
    assert read.asked is None
    assert (read.kind, read.text) == (kind, text)
    assert tuple(day.isoformat() if day else "" for day in (read.first_on, read.until_on)) == (first, last)


@pytest.mark.parametrize("line", ["", "how Harbour did it", "case", "case:", "gossip: they moved"])
def test_what_does_not_say_its_kind_is_not_read(line):
    assert read_novelty(line, TODAY) is None


def test_an_unclear_day_is_asked_and_a_wrong_one_said():
    unclear = read_novelty("event: open day on 5/10", TODAY)
    assert [day.isoformat() for day in unclear.asked.choices] == ["2026-05-10", "2026-10-05"]
    first = read_novelty("price: seats from 5/10 until 1 December", TODAY)
    assert (first.before, first.after) == ("price: seats from ", " until 2026-12-01")
    assert "not a day" in read_novelty("price: seats until 31 June", TODAY).asked.problem


@given(st.text(max_size=500))
def test_anything_may_be_typed(text):
    read_novelty(f"case: {text}", TODAY)
    read_novelty(text, TODAY)
