"""A promise is told in the line's own words, and in the sentence that was meant where the clause leaves out its thing. Thu 12 March 2026, 14:00."""

import pytest

from bot.reading.calldata import Account, call_data
from bot.reading.promises.ownwords import own_words

ACCOUNTS = (Account("Acme Manufacturing", ("Dana Reyes", "Tom Okafor"), "US", "America/New_York"),)


def promises(text):
    call = call_data({"id": 1, "text": text, "ref": "2026-03-12T14:00:00", "tz": "America/New_York"}, ACCOUNTS)
    return [one["text"] for one in call["their"] + call["ours"]]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("acme: po by eom", ["po by eom"]),
        ("acme: spoke to dana, signs mon", ["signs mon"]),
        ("acme: deck goes out fri", ["deck goes out fri"]),
        ("acme: dana loved it and will send the specs tues", ["will send the specs tues"]),
        ("acme: but ill send the refs tmrw", ["ill send the refs tmrw"]),
    ],
)
def test_a_promise_is_told_in_the_words_of_the_line(line, told):
    assert promises(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("acme: wants a price list, sending today", ["I will send a price list today"]),
        ("acme: she needs the quote by tues", ["I will send the quote by tues"]),
        ("acme: hasn't sent the po, slipped to fri", ["they will send the po fri"]),
    ],
)
def test_what_the_clause_leaves_out_is_put_back(line, told):
    assert promises(line) == told


def test_a_thing_that_the_clause_does_not_name_is_none_of_its_words():
    assert own_words("send the price list", "sending today") == ""
    assert own_words("send the price list", "and the price list goes Tue.") == "the price list goes Tue"
