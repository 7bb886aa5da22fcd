"""Answering takes a bounded number of statements, however many deals there are."""

from datetime import timedelta

import pytest

from bot.cards import Line
from tests.statements import statements
from tests.team import Team

CALL = 'logcall Acme: Dana said "we like it", she checks the budget by Fri, I send the offer Tue'
NAMES = [f"{letter}ompany{number * 7}" for number, letter in enumerate("abcdefghijklmnopqrst")]


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def test_a_call_is_logged_by_less_than_fifty_statements(team):
    team.text("Tom", "new Acme, 40 seats")
    assert statements(team, "Tom", CALL) < 50


def test_twenty_names_are_put_on_a_list_by_less_than_fifty_statements(team):
    assert statements(team, "Tom", f"start {'; '.join(NAMES)}") <= 45


def test_a_digest_of_many_ticked_lines_is_shown_by_as_many_statements_as_one_of_few(team):
    few = _shown_by(team, NAMES[:3])
    assert _shown_by(team, NAMES[3:]) == few


def _shown_by(team: Team, names: list[str]) -> int:
    """Statements for a digest on which everything was dealt with, and a third of it given away."""
    team.text("Tom", f"start {'; '.join(names)}")
    for name in names:
        team.text("Tom", f"logcall {name}: fine, I send the plan tomorrow")
    team.tick()
    team.clock.at = team.clock.at.replace(hour=9) + timedelta(
        days=1 if names[0] == NAMES[0] else 3
    )  # a Friday, a Monday
    team.tick()
    digest = next(card for card in reversed(team.inbox("Tom")) if card.key.startswith("digest:"))
    assert len([block for block in digest.blocks if isinstance(block, Line)]) >= 3
    for name in names:
        team.text("Tom", f"done {name} voicemail")
    for name in names[::3]:
        team.text("Tom", f"deal give {name} to Omar")
    return statements(team, "Tom", "followups all", on=digest.key)
