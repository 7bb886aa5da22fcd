"""What happened and what it achieved, told in other words, in the passive, in other languages: our own lines. Today is Thu 12 March 2026, 14:00."""

import json
from pathlib import Path

import pytest

from bot.reading.calldata import Account, call_data
from bot.reading.outcome.wasdone import active, asked_of_us

DATA = Path(__file__).parents[1] / "data" / "reading"
LINES = [line for line in (DATA / "happenings.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
CONTEXT = json.loads((DATA / "logcall_eval_context.json").read_text("utf-8"))["accounts"]
ACCOUNTS = [Account(row["account"], tuple(row["contacts"]), row["locale"], row["tz"]) for row in CONTEXT]


def read(text):
    return call_data({"id": 1, "text": text, "ref": "2026-03-12T14:00:00", "tz": "America/New_York"}, ACCOUNTS)


@pytest.mark.parametrize("row", LINES)
def test_a_line_tells_what_happened_and_what_it_achieved(row):
    text, told = row.rsplit(" | ", 1)
    call = read(text)
    assert f"{call['outcome']}/{call['result']}" == told


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("the trial order was signed by Dwayne this morning", "Dwayne signed the trial order this morning"),
        ("a message was left with the switchboard", "left a message with the switchboard"),
        ("our offer was turned down by their board", "their board turned down our offer"),
        ("nda signed by Raj", "Raj signed nda"),
        ("the form will be signed by Dwayne", "the form will be signed by Dwayne"),
        ("the order was not signed by Dwayne", "the order was not signed by Dwayne"),
        ("she signed it by Monday", "she signed it by Monday"),
    ],
)
def test_what_was_done_is_told_by_who_did_it(clause, told):
    assert active(clause) == told


def test_who_asks_us_in_the_passive_asks_us():
    assert asked_of_us("I have been asked to phone on April 7") == "they asked me to phone on April 7"
    assert asked_of_us("I was thanked for my trouble") == "I was thanked for my trouble"


def test_who_wants_to_be_asked_in_a_month_has_named_no_time_to_buy():
    assert read("tom okafor: 'no capex money left, ask me in september'")["purchase_timing"] is None
    for line in (
        "dana 'ask me again after christmas'",
        "dana says not before the new fiscal yr, try her jun 11",
        "dana: reach out again in september",
    ):
        assert read(line)["purchase_timing"] is None
    for line in (
        "dana can't issue a PO before july",
        "dana: no POs before july, capex freeze",
        "dana can't buy before july",
    ):
        assert read(line)["purchase_timing"] == {"from": "2026-07-01", "to": None}
    assert read("dana can't send the specs before july")["purchase_timing"] is None
    assert read("dana 'we buy in june, call me in may'")["purchase_timing"]["from"] == "2026-06-01"
    assert read("hamish: 'budget opens in october'")["purchase_timing"]["from"] == "2026-10-01"


def test_a_period_that_has_begun_has_no_first_day():
    begun, later = (
        read("acme: i crate up the pump this week")["ours"],
        read("acme: i crate up the pump next week")["ours"],
    )
    assert begun[0]["due_from"] is None
    assert later[0]["due_from"] == "2026-03-16"


def test_not_sooner_is_the_day_to_wait_for():
    call = read("Joe Katz was straight. I have been asked to phone on April 7 and not sooner.")
    assert (call["not_before"], call["next"]["when"]) == ("2026-04-07", "2026-04-07")
