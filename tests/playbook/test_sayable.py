"""What may be said back to a customer of what is on record: nothing rude, whoever said it."""

import pytest

from bot.playbook.sayable import may_promise, may_quote


@pytest.mark.parametrize("said", [
    "40k is madness mate", "you must be joking", "that is a rip-off", "your support is useless", "it is bloody late", "the tool sucks",
    "this is bullshit, send it again", "we are sick of waiting", "your quote is ridiculous", "f*** your discount", "you lied to us",
])  # fmt: skip
def test_what_is_rude_is_never_said_back(said):
    assert not may_quote(said)


@pytest.mark.parametrize(
    "said",
    [
        "two mis-picks a day is two too many",
        "we contract in May",
        "we confirm the class on Monday",
        "our shelf is assembled",
    ],
)
def test_what_only_looks_like_it_is(said):
    assert may_quote(said)


def test_nor_in_a_promise():
    assert not may_promise("fix the crappy sheet")
    assert may_promise("fix the sheet")
