"""Where no form can open by itself, each one says the one line that does the same, and that line is understood."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from bot.model import Address, Role
from bot.views.platforms import form_did_not_open, open_form
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 3, 12, 14, tzinfo=UTC)))

    def add(store) -> None:
        id_ = store.members.add("Ana Lund", Role.admin, "Europe/Oslo")
        store.identities.add(id_, Address("local", "local", "ana"))

    team.database.write(team.organisation_id, add)
    team.say("Tom", "new Acme")
    team.say("Tom", "log Acme: they like it, I send the plan today")
    return team


ASKED = [
    ("Tom", "logcall", "Log a call", "logcall Acme: what they said"),
    ("Tom", "settings", "Your settings", "settings list 08:00"),
    ("Tom", "start", "Which five deals are on your mind?", "start Acme; Borealis; Corvid"),
    ("Tom", "keep Acme", "Keep Acme", "keep Acme because the new CFO starts until 3 April"),
    ("Tom", "deal rename Acme", "A new name for Acme", "deal rename Acme to Acme Ltd, 60 seats"),
    ("Tom", "deal value Acme", "What is Acme worth?", "deal value Acme 12,000 EUR"),
    ("Tom", "deal contact Acme", "Contact at Acme", "deal contact Acme: Dana Reyes, 555 0142, New York"),
    ("Ana", "make Tom", "Change Tom Becker", "make Tom Becker a rep of Maria Keane"),
    ("Ana", "settings policy change", "Change the figures", "settings policy gap 5 days"),
    ("Tom", "book 2 to 3 choose", "Which deals go to Lena?", "deal give Acme to Lena"),
]


@pytest.mark.parametrize(("who", "line", "title", "typed"), ASKED)
def test_each_form_says_its_own_line(team, who, line, title, typed):
    form = team.say(who, line).form
    assert form is not None
    assert (form.title, form.typed) == (title, typed)
    told = plain_text(open_form(form, line))
    assert told == f"Press to fill it in, or type it in one line: {typed}\n[{title}: {line}]"


@pytest.mark.parametrize(("who", "line", "title", "typed"), ASKED)
def test_that_line_is_understood_and_opens_no_form(team, who, line, title, typed):
    reply = team.say(who, typed)
    assert reply.form is None
    assert "I don't" not in plain_text(reply.card)
    assert "Type it like this" not in plain_text(reply.card)


def test_a_form_without_such_a_line_names_none(team):
    team.say("Tom", "new Bolt")
    form = team.say("Tom", "move today to Friday").form
    if form:
        assert form.title.startswith("Move ")
        assert plain_text(open_form(form, "move today to Friday")).startswith("Press to fill it in.\n")


def test_a_form_that_was_too_slow_says_the_same():
    assert "logcall" not in plain_text(form_did_not_open("settings", typed="settings list 08:00"))
    assert "or type it in one line: settings list 08:00" in plain_text(
        form_did_not_open("settings", typed="settings list 08:00")
    )
    assert plain_text(form_did_not_open("several")).startswith("The form did not open in time. Press to try again.")
