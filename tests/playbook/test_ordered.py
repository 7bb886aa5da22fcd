"""What an order keeps of theirs, and what stays to be done."""

from datetime import date

import pytest

from bot.model import Commitment, Side
from bot.playbook.ordered import kept_by_an_order


@pytest.mark.parametrize(
    "text",
    [
        "sign", "sign the contract", "countersign it", "order", "order 40 seats", "buy two sites", "send the PO", "send the PO number",
        "get the purchase order raised", "send the signed contract back", "send the contract back", "return the signed agreement", "decide", "decide on the quote",
        "approve the quote", "give us an answer", "say yes or no", "confirm the order", "place the order", "get her boss's signature", "have legal sign the contract",
        "renew",
    ],
)  # fmt: skip
def test_an_order_keeps_what_they_promised_towards_it(text):
    assert kept_by_an_order([_promised(text)])


@pytest.mark.parametrize(
    "text",
    [
        "send the floor plan", "pay the invoice", "sign the NDA", "order samples", "decide on the colour", "approve the artwork", "talk to her boss", "send the order list of last year",
        "introduce us to Ben", "call back", "buy lunch", "confirm the delivery slot", "send the logo", "sign off the survey", "",
    ],
)  # fmt: skip
def test_what_is_no_part_of_the_order_stays_open(text):
    assert not kept_by_an_order([_promised(text)])


def _promised(text: str) -> Commitment:
    return Commitment(1, 1, 1, Side.theirs, text, date(2026, 3, 12))
