"""A deal called by its whole name, as every list calls it: its title is nothing that was told."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    for line in (
        "new Acme, 40 seats",
        "new Harbour Foods, night-shift scanners",
        "new Kent Foods, ovens",
        "new Kent Foods, mixers",
    ):
        made.text("Tom", line)
    return made


@pytest.mark.parametrize("name", ["Acme, 40 seats", "harbour foods, Night-shift scanners", "Kent Foods, mixers"])
def test_a_whole_name_alone_opens_the_form_and_asks_where_they_stand(team, name):
    assert team.say("Tom", f"logcall {name}").form
    assert "Nobody knows" in team.text("Tom", name)


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("Acme, 40 seats: they like it", "they like it"), ("Acme, 40 seats - they like it", "they like it"),
        ("Kent Foods, mixers: they like it", "they like it"), ("Acme, 40 seatsful of people", "40 seatsful of people"),
        ("Acme, they like 40 seats", "they like 40 seats"), ("Acme, 40 seats arrived", "40 seats arrived"),
    ],
)  # fmt: skip
def test_what_follows_a_whole_name_is_what_was_told(team, line, noted):
    told = team.text("Tom", f"logcall {line}")
    assert f"Noted: {noted}\n" in told


@pytest.mark.parametrize(
    "line", ['Bell Works, 40 seats: Dana said "no, too dear"', "bell works, 40 seats - Dana sends the PO Fri"]
)
@pytest.mark.parametrize("word", ["", "logcall "])
def test_beside_a_deal_without_a_title_the_whole_name_is_of_the_other(team, word, line):
    for made in ("new Bell Works", "deal contact Bell Works: Dana Reyes", "new Bell Works, 40 seats"):
        team.text("Tom", made)
    told = team.text("Tom", f"{word}{line}")
    assert "Bell Works, 40 seats" in told
    assert "Noted: 40 seats" not in told
