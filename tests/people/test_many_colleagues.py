"""In a house of thousands an answer looks at the colleagues that a line may name, and at nobody else."""

import time
from collections.abc import Callable
from itertools import count

import pytest

from bot.cards import Message
from bot.model import Role
from bot.reading.names import key
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
COLLEAGUES = 5_000
NUMBERS = count()  # no line is told twice
FIRST = (
    "Anna Ben Carl Dora Emil Fay Gus Hana Ivo Jana Kim Leo Mia Ned Ola Pia Rosa Sam Tia Uli Vera Wim Yan Zoe".split()
)
A_FEW = 20
LOOKS = 4


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    come(made, range(A_FEW))
    made.text("Tom", "new Acme, 40 seats")
    return made


def come(team: Team, numbers: range) -> None:
    def add(store) -> None:
        for number in numbers:
            store.members.add(f"{FIRST[number % len(FIRST)]} Number{number}", Role.rep, "Europe/London")

    team.database.write(team.organisation_id, add)


def cost(team: Team, line: str) -> float:
    tom = team.member("Tom").id
    return least(lambda: team.app.answer(Message(team.organisation_id, tom, line.format(next(NUMBERS)))))


def one_look(team: Team) -> float:
    def words(store) -> list[list[str]]:
        return [key(name).split() for name in store.members.names().values()]

    return least(lambda: team.database.read(team.organisation_id, words))


def least(done: Callable[[], object]) -> float:
    """Seconds of CPU, the least of several: whatever else the machine does adds to it."""

    def once() -> float:
        began = time.process_time()
        done()
        return time.process_time() - began

    return min(once() for _ in range(9))


@pytest.mark.parametrize(
    "line",
    ["where Acme", "did Anna call Acme?", "done Acme voicemail", "words Acme", 'logcall Acme: Dana said "fine, {0}", I send plan {0} Tue',
     "Acme: spoke to Dana, she sends the PO {} on Tuesday"],
)  # fmt: skip
def test_an_answer_costs_a_few_looks_at_their_names_more_at_most(team, line):
    """All three costs are of the same minute: a slow machine is slow in each. It was a hundred looks."""
    among_few = cost(team, line)
    come(team, range(A_FEW, COLLEAGUES))
    more, look = cost(team, line) - among_few, one_look(team)
    assert more < LOOKS * look + among_few / 2


def test_who_is_named_among_them_is_known_all_the_same(team):
    come(team, range(A_FEW, COLLEAGUES))
    told = team.text("Tom", "logcall Acme: Dana liked it. Mia sends her the plan by Fri")
    assert "You will: have Mia send her the plan, Fri 13 March" in told
