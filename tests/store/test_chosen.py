"""What a member is and chose: acts over what a platform knows, under the operator's word; stored equals refolded."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.cli.roles import made_admin
from bot.model import Address, Profile, Role
from tests.team import Team


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def told(team: Team, name: str, zone: str = "") -> None:
    """A platform says who Tom is."""
    tom = team.member("Tom")
    place = Address("local", "local", str(tom.id))
    team.app.describe(team.organisation_id, place, Profile(name, zone), gone=False)


def test_an_undo_brings_back_what_the_platform_says_now(team):
    team.text("Tom", "settings zone Tokyo")
    told(team, "Tom Becker", "America/New_York")
    assert team.member("Tom").zone == "Asia/Tokyo"  # what he chose goes on counting
    team.text("Tom", "undo")
    assert team.member("Tom").zone == "America/New_York"


def test_a_later_description_is_kept_by_the_undo_of_an_earlier_act(team):
    team.text("Tom", "settings zone Tokyo")
    team.text("Tom", "undo")
    told(team, "Tom Becker", "America/New_York")
    assert team.member("Tom").zone == "America/New_York"
    team.text("Tom", "settings zone Berlin")
    team.text("Tom", "undo")
    assert team.member("Tom").zone == "America/New_York"


def test_what_a_platform_does_not_say_describes_nobody(team):
    team.text("Tom", "settings zone Tokyo")
    told(team, "Thomas Becker")
    team.text("Thomas", "undo")
    assert team.member("Thomas").zone == "Europe/London"


def test_the_operators_word_is_newer_than_the_acts_before_it(team):
    tom = team.member("Tom").id
    assert made_admin(team.database, "maria@northlight.example", "") == "Maria Keane is an admin now."
    team.text("Maria", "make Tom a manager")
    made_admin(team.database, "tom@northlight.example", "")
    team.text("Maria", "undo")
    assert team.member("Tom").role is Role.admin
    team.text("Maria", "make Tom a rep of Maria")
    assert team.member("Tom").role is Role.rep
    team.text("Maria", "undo")
    assert team.member("Tom").role is Role.admin
    assert team.member("Tom").id == tom
    assert team.recompute() == 0


_CHOSEN = st.tuples(
    st.just("choose"), st.sampled_from(["zone Tokyo", "zone Berlin", "compact", "full", "dates month first"])
)
_TOLD = st.tuples(st.just("told"), st.sampled_from(["America/New_York", "Europe/Oslo", ""]))
_ROLE = st.tuples(st.just("make"), st.sampled_from(["a manager", "a rep of Maria", "an admin"]))
_OPERATOR = st.tuples(st.just("operator"), st.just(""))
_UNDO = st.tuples(st.just("undo"), st.integers(1, 12))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.one_of(_CHOSEN, _TOLD, _ROLE, _OPERATOR, _UNDO), max_size=12))
def test_stored_is_refolded_in_whatever_order(migrated_sqlite, tmp_path_factory, open_database, steps):
    path = tmp_path_factory.mktemp("chosen") / "x.sqlite3"
    path.write_bytes(migrated_sqlite.read_bytes())
    team = Team(open_database(f"sqlite:///{path}"))
    made_admin(team.database, "maria@northlight.example", "")
    team.forward(days=1)
    for what, value in steps:
        match what:
            case "choose":
                team.text("Tom", f"settings {value}")
            case "told":
                told(team, "Tom Becker", value)
            case "make":
                team.text("Maria", f"make Tom {value}")
            case "operator":
                made_admin(team.database, "tom@northlight.example", "")
                assert team.member("Tom").role is Role.admin
            case "undo":
                for who in ("Tom", "Maria"):
                    team.text(who, f"undo {value}")
        before = [replace(member, next_digest_at=None) for member in team.app.members(team.organisation_id)]
        assert team.recompute() == 0
        assert [replace(member, next_digest_at=None) for member in team.app.members(team.organisation_id)] == before
