"""A price that was sent is one mail, with its amount, and nothing is asked."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Umbra")
    team.say("Tom", "deal contact Umbra: Dave Poole")
    team.say("Tom", "new Acme, Dana Reed")
    return team


@pytest.mark.parametrize("line", [
    "sent dave the price. 3200", "logcall Umbra: sent dave the price. 3200", "logcall Umbra: sent Dave our pricing. 3200", "sent dave the estimate, 3200",
])  # fmt: skip
def test_it_is_a_mail_with_its_amount(team, line):
    told = team.text("Tom", line)
    assert told.startswith("Logged: Umbra, Dave, email Thu 12 March")
    assert "3200" in told
    assert "?" not in told.partition("[")[0]
    assert "1 unanswered" in team.text("Tom", "where Umbra")


def test_the_promise_of_it_is_kept_by_that(team):
    team.logged("logcall Umbra: spoke with Dave, we send the price by Fri")
    team.forward(days=1)
    assert "kept" in team.text("Tom", "sent dave the price. 3200")
