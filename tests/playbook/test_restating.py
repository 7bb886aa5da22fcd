"""A promise told again moves the one that is open; what was handed over settles it."""

from datetime import date

import pytest

from bot.model import Commitment, Side
from bot.playbook.restating import nearly_settled, restated, settled


def still(*texts):
    return [Commitment(n, 1, n, Side.theirs, text, date(2026, 11, 25)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("again", "first", "same"),
    [
        ("send me the night counts", "get Ivan's night counts", True), ("send the second quote", "share second quote", True),
        ("talk to finance", "speak with finance", True), ("sign the contract", "send the contract", False),
        ("sign the contract", "review the contract", False), ("send the counts", "get Ivan's night counts", False),
        ("send the quote", "send the diary", False), ("approve the budget", "get the budget", False),
    ],
)  # fmt: skip
def test_the_same_act_on_the_same_thing_is_one_promise(again, first, same):
    assert bool(restated(again, still(first))) is same


@pytest.mark.parametrize(
    ("thing", "done", "perhaps"),
    [
        ("the diary", ["send last month's diary"], 1), ("the diary for March", [], 1), ("the invoice", [], 0), ("it", [], 2),
        ("night counts", ["get Ivan's night counts"], 1), ("the quote", [], 0),
    ],
)  # fmt: skip
def test_what_was_handed_over_settles_what_it_names(thing, done, perhaps):
    promises = still("send last month's diary", "get Ivan's night counts", "review the quote")
    assert [promise.text for promise in settled(thing, promises)] == done
    assert len(nearly_settled(thing, promises)) == perhaps
