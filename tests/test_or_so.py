"""What a rep adds to a promise and that says nothing is not quoted in it: "she lets me know or so"."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(("line", "text"), [
    ("she lets me know Fri or so", "let me know"), ("they'll let me know or something", "let me know"), ("she sends the floor plan or so by Fri", "send the floor plan"),
    ("I send a quote or sth by Fri", "send a quote"),
])  # fmt: skip
def test_it_is_no_part_of_the_promise(line, text):
    assert [one.text for one in read_rest("Acme", line, TODAY).promises] == [text]


def test_what_is_a_choice_stays():
    assert "plan or the sketch" in read_rest("Acme", "she sends the plan or the sketch by Fri", TODAY).promises[0].text
