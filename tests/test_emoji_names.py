"""Emoji in names and in what was said, as they are and as Slack spells them. Thu 12 March 2026."""

import pytest

from bot.reading.names import key
from bot.reading.words.shortcodes import at_colon, at_mark, stripped
from bot.reading.words.speech import split_head
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    return Team(database)


@pytest.mark.parametrize(
    "name", ["🚀🚀", "🦊", ":rocket: Labs", ":rocket::rocket:", ":+1:", "Labs :rocket:", "🚀 Labs", "❤️"]
)
def test_a_deal_is_found_by_the_name_that_it_was_given(team, name):
    assert f"{name} is a deal of yours now" in team.text("Tom", f"new {name}")
    assert team.text("Tom", f"where are we on {name}").startswith(f"{name} (Tom)")
    logged = team.text("Tom", f"logcall {name}: they like it :tada: a lot")
    assert f"Logged: {name}, call" in logged
    assert "Noted: they like it :tada: a lot" in logged
    assert "There is a deal" in team.text("Tom", f"new {name}")


@pytest.mark.parametrize("other", ["🚀", "🦊🦊", "🚀🦊"])
def test_other_emoji_are_another_deal(team, other):
    team.say("Tom", "new 🚀🚀")
    assert f"Create “{other}”" in team.text("Tom", f"logcall {other}: they like it")


def test_twice_a_shortcode_is_no_deal_that_has_it_once(team):
    team.say("Tom", "new :rocket: Labs")
    asked = team.text("Tom", "logcall :rocket::rocket:: they like it :tada:")
    assert "Logged" not in asked
    assert "“:rocket::rocket:”" in asked


@pytest.mark.parametrize(
    "line", ["logcall they like it :rocket:", "they like it a lot :rocket:", "logcall :tada: she signs Fri :rocket:"]
)
def test_an_emoji_in_what_was_said_names_no_deal(team, line):
    team.say("Tom", "new :rocket: Labs")
    team.say("Tom", "new Acme")
    assert ":rocket: Labs" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("text", "who", "rest"),
    [
        ("Zeta :rocket:: they like it", "Zeta :rocket:", "they like it"), (":rocket: Labs: ok", ":rocket: Labs", "ok"), ("Acme: ok :tada: yes", "Acme", "ok :tada: yes"),
        ("Acme: call at 10:30: ok", "Acme", "call at 10:30: ok"), ("Acme 10:30: vm", "Acme 10:30", "vm"), ("https://a.example/x: hi", "https://a.example/x", "hi"),
        ("Acme, she said :+1:, signs", "Acme", "she said :+1:, signs"), ("loves it :tada:", "loves it :tada:", ""), ("Acme:", "Acme", ""),
    ],
)  # fmt: skip
def test_the_colon_of_a_shortcode_an_hour_or_an_address_parts_nothing(text, who, rest):
    assert split_head(text) == (who, rest)


def test_what_is_cut_out_and_off():
    assert at_colon(":rocket: Labs: ok") == (":rocket: Labs", ":", " ok")
    assert at_mark("10:30 Zeta: ok") == ("10:30 Zeta", ":", " ok")
    assert stripped(" :rocket: Labs: ", " :") == ":rocket: Labs"
    assert [key("🚀🚀"), key("🚀 Labs"), key("!?"), key("❤️")] == ["🚀🚀", "labs", "", "❤"]
