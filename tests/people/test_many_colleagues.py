"""In a house of thousands an answer looks at the colleagues that a line may name, and at nobody else."""

import time
from functools import cache

import pytest

from bot.cards import Message
from bot.model import Role
from tests.team import Team

ONE_DATABASE = True
COLLEAGUES = 5_000
FIRST = (
    "Anna Ben Carl Dora Emil Fay Gus Hana Ivo Jana Kim Leo Mia Ned Ola Pia Rosa Sam Tia Uli Vera Wim Yan Zoe".split()
)
MOST = 0.06  # seconds of CPU; it was a second and more


@pytest.fixture
def team(database) -> Team:
    made = Team(database)

    def come(store) -> None:
        for number in range(COLLEAGUES):
            store.members.add(f"{FIRST[number % len(FIRST)]} Number{number}", Role.rep, "Europe/London")

    database.write(made.organisation_id, come)
    made.text("Tom", "new Acme, 40 seats")
    return made


def cost(team: Team, line: str) -> float:
    """The least of several: whatever else the machine does adds to it."""

    @cache
    def tom() -> int:
        return team.member("Tom").id

    def once(number: int) -> float:
        message = Message(team.organisation_id, tom(), line.format(number))
        began = time.process_time()
        team.app.answer(message)
        return time.process_time() - began

    return min(map(once, range(5)))


@pytest.mark.parametrize(
    "line",
    ["where Acme", "did Anna call Acme?", "done Acme voicemail", "words Acme", 'logcall Acme: Dana said "fine, {0}", I send plan {0} Tue',
     "Acme: spoke to Dana, she sends the PO {} on Tuesday"],
)  # fmt: skip
def test_an_answer_costs_hardly_more_among_thousands(team, line):
    assert cost(team, line) < MOST


def test_who_is_named_among_them_is_known_all_the_same(team):
    told = team.text("Tom", "logcall Acme: Dana liked it. Mia sends her the plan by Fri")
    assert "You will: have Mia send her the plan, Fri 13 March" in told
