"""Whoever is only to read along is no part of the question; a firm may be called CC all the same."""

import pytest

from bot.commands import command_from
from bot.commands.calls import LogLine, Prep, Words
from bot.commands.deals import Where, Why
from tests.team import Team

ALONG = [
    "? cc @Tom", "? cc Tom Becker", "? CC: @Tom @Ana Lund", "? /cc Tom", " (cc @Tom)", ", cc Tom and Ana", "? fyi Tom", "? FYI @Tom",
    " - cc @Tom", "? +Tom", "? @Tom", "? copying Tom", " cc: Tom?", "? c.c. Tom", "? (cc Tom)", " cc'ing @Tom",
]  # fmt: skip


@pytest.mark.parametrize("along", ALONG)
def test_they_are_left_out_of_a_question(along):
    for asked, of in (
        ("where are we on Acme", Where),
        ("status of Acme", Where),
        ("prep Acme", Prep),
        ("words Acme", Words),
    ):
        found = command_from(f"{asked}{along}")
        assert isinstance(found, of), (asked, found)
        assert found.who == "Acme"
    assert command_from(f"why is Acme on my list{along}") == Why("Acme")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("where are we on CC Partners?", "CC Partners"), ("where are we on Acme CC?", "Acme CC"), ("prep FYI Media", "FYI Media"),
        ("where are we on Acme + Sons?", "Acme + Sons"), ("where are we on Accra Tools?", "Accra Tools"),
        ("where are we on Acme & Co?", "Acme & Co"),
    ],
)  # fmt: skip
def test_a_name_stays_whole(line, who):
    assert command_from(line).who == who


def test_a_call_keeps_every_word():
    assert command_from("logcall Acme: sent the plan, cc Tom") == LogLine("Acme: sent the plan, cc Tom")


def test_the_deal_is_found(database):
    team = Team(database)
    team.say("Tom", "new Acme, 40 seats")
    assert team.text("Tom", "where are we on Acme? cc Ana Lund").startswith("Acme, 40 seats")
