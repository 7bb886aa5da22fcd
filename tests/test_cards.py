"""Cards as plain text and as JSON: nothing is lost on the way, and every button can be pressed."""

import json
from dataclasses import replace

import pytest

from bot.cards import Card, Facts, beside, plain_text
from bot.commands import HELP, Nonsense, command_from
from bot.wire import as_json, as_text, card_from
from tests.gallery import FORMS, GALLERY, TWICE
from tests.team import Team


def test_beside_a_form_nothing_is_said_that_it_asks_for():
    assert beside(FORMS["call"], replace(TWICE, key="k")) == Card("", (Facts((("Deal", "Acme"),)),), key="k")
    assert beside(FORMS["call"], Card("Log a call", (Facts((("By when?", "31/2"),)),))) == Card()
    assert beside(FORMS["call"], GALLERY["digest"]) == GALLERY["digest"]


@pytest.mark.parametrize(("fact", "is_shown"), [(("By when?", "30/4"), True), (("How?", "Voicemail"), True), (("How?", "Email"), False), (("Who was it?", "none"), False), (("Who was it?", "Acme"), True)])  # fmt: skip
def test_beside_a_form_a_fact_of_the_same_name_that_says_something_else_stays(fact, is_shown):
    shown = beside(FORMS["call"], Card("", (Facts((fact,)),)))
    assert shown == (Card("", (Facts((fact,)),)) if is_shown else Card())


def test_beside_the_settings_no_setting_is_said_twice(database):
    team = Team(database)
    team.say("Tom", "settings zone America/New_York")
    reply = team.say("Tom", "settings")
    assert reply.form
    assert not beside(reply.form, reply.card).blocks


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_survives_json(name):
    assert card_from(json.loads(json.dumps(as_json(GALLERY[name])))) == GALLERY[name]
    assert as_text(GALLERY[name]) == json.dumps(as_json(GALLERY[name]))


@pytest.mark.parametrize("name", GALLERY)
def test_a_card_as_plain_text_is_what_it_was(name, snapshot):
    assert plain_text(GALLERY[name]) == snapshot


def test_forms_are_json_by_name():
    form = json.loads(json.dumps(as_json(FORMS["call"])))
    assert [field["name"] for field in form["fields"]] == ["deal", "said", "when", "how"]
    assert form["command"] == "logcall"


def buttons_of(card) -> list[str]:
    held = [held for block in as_json(card)["blocks"] for held in (*block.get("buttons", ()), *block.get("more", ()))]
    return [button["command"] for button in held]


def test_every_button_that_the_bot_shows_is_a_command_it_knows(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    shown = []
    for line in [
        "help", "new Acme, 40 seats", "new Acme, service", "logcall Acme: she sends it", "where are we on Zebra?", "done Acme",
        "where Acme, 40 seats", "words Acme, 40 seats", "logcall Acme, 40 seats: not interested", "done Acme, service",
        "logcall Acme, 40 seats: she sends the plan next Fri, I send it today", "followups", "promise kept Acme, 40 seats", "bananas", "undo",
        "later Acme, 40 seats next Fri",
    ]:  # fmt: skip
        shown += buttons_of(team.say("Tom", line).card)
    assert len(set(shown)) > 25
    assert [line for line in shown if isinstance(command_from(line), Nonsense)] == []


def test_every_example_in_help_is_understood():
    assert [row.example for row in HELP.values() if isinstance(command_from(row.example), Nonsense)] == []
