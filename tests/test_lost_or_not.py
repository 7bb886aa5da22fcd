"""A deal is closed by "lost" for a known reason alone; whatever else was lost is logged, and asked about. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new deal with Northwind, Sarah Lee")
    return team


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("lost because the line dropped; she calls back friday", "They will: call back"),
        ("lost to traffic 30 min, then spoke to Sarah, she sends the counts by friday", "They will: send the counts"),
        ("lost, then found the building, met Sarah, she sends the counts by friday", "They will: send the counts"),
        ("lost, too expensive, but Sarah wants us to call again on 24 march; I send the case study friday", "You will: send the case study"),
        ("lost over the weekend half the data, she sends the counts by friday", "They will: send the counts"),
        ("lost to Sarah at darts, she sends the counts by friday", "They will: send the counts"),
    ],
)  # fmt: skip
def test_what_is_told_behind_lost_is_kept_and_the_loss_is_asked_about(team, line, kept):
    said = team.text("Tom", f"logcall northwind: {line}")
    assert kept in said
    assert "Is the deal lost" in said
    assert "Northwind: closed" not in said
    assert "lost on" not in team.text("Tom", "where northwind")


@pytest.mark.parametrize("line", ["northwind lost to traffic for an hour", "northwind was lost to a long weekend"])
def test_a_plain_line_without_a_known_reason_is_asked_about(team, line):
    assert "Northwind: closed" not in team.text("Tom", line)
    assert "lost on" not in team.text("Tom", "where northwind")


@pytest.mark.parametrize(
    "line", ["lost in the fog", "lost because of the storm", "lost to Sarah", "lost, she found the file"]
)
def test_an_unknown_reason_closes_nothing(team, line):
    assert "closed" not in team.text("Tom", f"logcall northwind: {line}")


@pytest.mark.parametrize(
    "line",
    ["lost, too expensive", "lost on price", "lost to Globex", "lost to a competitor", "sadly lost, no budget", "deal is lost, bad timing", "it's lost: they chose Globex",
     "lost because we were too expensive", "lost to Globex on price", "lost, they went with a competitor, cheaper", "lost due to budget cuts", "lost, no need"],
)  # fmt: skip
def test_a_known_reason_alone_closes_the_deal(team, line):
    assert "Northwind: closed, " in team.text("Tom", f"logcall northwind: {line}")
