"""A deal called by its whole name, as every list calls it: its title is nothing that was told."""

import pytest

from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
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
        ("Acme, they like 40 seats", "they like 40 seats"),
    ],
)  # fmt: skip
def test_what_follows_a_whole_name_is_what_was_told(team, line, noted):
    told = team.text("Tom", f"logcall {line}")
    assert f"Noted: {noted}\n" in told
