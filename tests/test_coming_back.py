"""Back after a leave: one card, one press, one undo; a short leave or a short list changes nothing."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True

NAMES = "Alba Brio Cato Dova Etna Fado Gala Hera Ilex Jura Kilo Lima".split()


@pytest.fixture
def team(database):
    return Team(database)  # Thu 12 March 2026, 14:00


def _away(team, names, until, back):
    for name in names:
        team.say("Tom", f"new {name}")
    team.say("Tom", f"away from 13 March until {until}")
    team.clock.at = datetime(2026, 3, back, 8, 31, tzinfo=UTC)
    team.tick()
    return team.inbox("Tom")[-1]


def test_one_card_spreads_the_work_and_one_press_accepts_it(team):
    card = _away(team, NAMES, "19 March", 19)
    text = plain_text(card)
    assert "Back after four working days: 12 fell due." in text
    assert "Fri 20 March\nKilo and Lima" in text
    reply = team.say("Tom", "catch up", on=card.key)
    assert reply.replaces == card.key
    assert "Ten today" in plain_text(reply.card)
    assert "✓ Spread two deals until Fri 20 March" in plain_text(reply.card)
    assert "Kilo" not in team.text("Tom", "followups all")
    team.clock.at = datetime(2026, 3, 20, 8, 31, tzinfo=UTC)
    team.tick()
    assert "Kilo" in team.text("Tom", "followups all")
    assert "Back after" not in plain_text(team.inbox("Tom")[-1])
    assert team.recompute() == 0


def test_one_undo_takes_it_back(team):
    _away(team, NAMES, "19 March", 19)
    team.say("Tom", "catch up")
    assert "Taken back: spread two deals until Fri 20 March" in team.text("Tom", "undo")
    assert "Kilo" in team.text("Tom", "followups all")


def test_everything_is_shown_on_request_and_nothing_is_put_off(team):
    card = _away(team, NAMES, "19 March", 19)
    shown = plain_text(team.say("Tom", "followups all", on=card.key).card)
    assert all(name in shown for name in NAMES)


def test_after_two_days_off_the_list_is_as_usual(team):
    text = plain_text(_away(team, NAMES, "17 March", 17))
    assert "Back after" not in text
    assert "Two more can wait." in text


def test_what_fits_into_a_day_is_as_usual(team):
    text = plain_text(_away(team, NAMES[:4], "19 March", 19))
    assert "Back after" not in text
    assert "Four today" in text
    assert "that fits" in team.text("Tom", "catch up")


def test_too_much_that_is_promised_does_not_fit_and_is_chosen_from(team):
    """ "60 on your list today: that fits, or it is promised or agreed" was all it said."""
    for name in NAMES:
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: Ed said “perhaps”, I send the quote Fri")
    team.clock.at = datetime(2026, 3, 13, 9, tzinfo=UTC)
    told = team.say("Tom", "catch up")
    text = plain_text(told.card)
    assert f"{len(NAMES)} on your list today. What is promised or agreed stays until you say so." in text
    assert "that fits" not in text
    form = team.press(told, "Choose what goes to Mon 16 March").form
    assert form is not None
    assert len(form.fields[0].options) == len(NAMES)


def _silent_and_away(team):
    """Tom comes back on a Friday: one silent deal waits to be let go or kept, and more than a day's list is due."""
    team.say("Tom", "new Mira")
    team.say("Tom", "logcall Mira: Dana said “we like it”")
    for days, how in ((7, "voicemail"), (7, "email"), (14, "voicemail"), (7, "definitive")):
        team.forward(days=days)
        team.say("Tom", f"done Mira {how}")
    for name in NAMES:
        team.say("Tom", f"new {name}")
    team.say("Tom", "away from 17 April until 24 April")
    team.clock.at = datetime(2026, 4, 24, 7, 31, tzinfo=UTC)


@pytest.mark.rule("H48")
def test_back_on_a_closing_day_what_is_to_be_closed_is_asked_as_well(team):
    _silent_and_away(team)
    team.tick()
    card = team.inbox("Tom")[-1]
    text = plain_text(card)
    assert "Back after five working days: 12 fell due, and one to close." in text
    assert "To close\n• Mira, Dana: no answer to your yes-or-no message of Thu 16 April" in text
    assert "[Let go: let go 1]" in text
    assert "let go" in team.text("Tom", "let go 1")
    assert "Mira" not in team.text("Tom", "followups")


def test_what_is_paused_is_not_spread(team):
    for name in NAMES:
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: Dana sends the plan on Mon 16 March")
    team.say("Tom", "pause calls until 1 May")
    card = _away(team, ("Mira", "Nilo"), "19 March", 19)
    assert "12 fell due." in plain_text(card)
    accepted = plain_text(team.say("Tom", "catch up", on=card.key).card)
    assert "✓ Spread two deals until Fri 20 March" in accepted
    assert "Mira" not in accepted
    assert "Time to talk" in team.text("Tom", "followups all")


def test_nothing_of_a_colleague_is_spread(team):
    for name in NAMES:
        team.say("Lena", f"new {name}")
    _away(team, ("Mira",), "19 March", 19)
    assert "that fits" in team.text("Tom", "catch up")
