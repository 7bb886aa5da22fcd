"""What one call settles, moves and calls off, and what it asks about. Today is Thu 12 March 2026."""

import pytest

from bot.playbook.restating import holds_more
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    return Team(open_database(sqlite_url))


@pytest.mark.parametrize(
    ("promise", "thing", "more"),
    [
        ("send the quote and the case study", "the quote", True), ("send the quote and the case study", "the case study", True),
        ("send the quote and the case study", "the quote and the case study", False), ("send the quote, the plan and the terms", "the quote and the plan", True),
        ("send the night counts and the day counts", "the night counts", True), ("send the night counts and the day counts", "the counts", False),
        ("send the revised quote", "the quote", False), ("send the quote & the plan", "quote", True), ("send the quote for Leeds", "the quote", False),
    ],
)  # fmt: skip
def test_a_promise_of_more_things_than_were_named(promise, thing, more):
    assert holds_more(promise, thing) is more


def test_half_of_what_was_promised_settles_nothing_and_is_asked(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "logcall Acme: I send the quote and the case study by Fri")
    half = team.text("Tom", "logcall Acme: I sent the quote")
    assert "Did that settle “send the quote and the case study”?" in half
    assert "Did that settle" not in team.text("Tom", "logcall Acme: I sent the quote and the case study")


def test_two_promises_of_one_line_stay_two(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "logcall Acme: I send the revised quote Wed")
    told = team.text(
        "Tom", "logcall Acme: I send the revised quote for Hull Mon, I send the revised quote for Leeds Tue"
    )
    assert "Mon 16 March" in told
    assert "send the revised quote for Leeds, Tue 17 March" in told


def test_a_thing_that_is_off_moves_no_promise(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "logcall Acme: she sends the counts by Fri")
    for line in ("Contract back on Monday", "Server off until April"):
        assert "Back on your list: Mon 16 March: they were going to send the counts by Fri 13 March" in team.text(
            "Tom", f"logcall Acme: {line}"
        )


def test_an_agreed_demo_stands_when_our_engineer_cannot(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "logcall Acme: demo Friday 10:00")
    for line in ("our engineer can't attend on Friday, I do it alone", "she asked if I can't make Friday"):
        assert "Fri 13 March: demo 10:00, agreed" in team.text("Tom", f"logcall Acme: {line}")
    assert "demo 10:00, agreed" not in team.text("Tom", "logcall Acme: she can't make Friday")


@pytest.mark.parametrize("typed", ["not send anything before Mon", "if she sends the counts by Fri I send the quote"])
def test_a_field_without_a_promise_keeps_what_was_typed(team, typed):
    team.say("Tom", "new Acme, 40 seats")
    reply = team.say(
        "Tom", "logcall", {"deal": "Acme", "said": "fine", "theirs": "check with finance by Fri", "ours": typed}
    )
    assert reply.form
    shown = {field.name: field for field in reply.form.fields}
    assert (shown["ours"].value, shown["said"].value) == (typed, "fine")
    assert typed in shown["ours"].error


def test_it_is_asked_whether_we_signed_means_won(team):
    team.say("Tom", "new Acme, 40 seats")
    assert "Is that a yes to the deal?" in team.text("Tom", "logcall Acme: we signed the contract")
    assert "Is that a yes to the deal?" not in team.text("Tom", "logcall Acme: she signed the NDA")


def test_what_a_colleague_of_theirs_promised_does_not_wait_for_who_is_away(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", "deal contact Acme: Dana Reyes")
    team.say("Tom", "deal contact Acme: Priya Nair")
    team.say("Tom", "logcall Acme: spoke to Priya, Priya will get us the PO number on the 17th")
    team.say("Tom", "logcall Acme: Dana is out until Wed")
    assert "get us the PO number, Tue 17 March" in team.text("Tom", "where are we on Acme?")


@pytest.mark.parametrize("line", ["Dana now says Wed", "now she says Wed", "it will be Wed"])
def test_a_new_day_alone_is_that_of_the_one_thing_they_owe(team, line):
    team.say("Tom", "new Acme, Dana Reed")
    team.say("Tom", "logcall Acme: she sends the plan by Fri")
    assert "It would keep: call" in (offered := team.text("Tom", f"Acme: {line}"))
    assert "they will send the plan, now Wed 18 March" in offered
    assert "send the plan, Wed 18 March (moved once" in team.text("Tom", f"logcall Acme: {line}")


@pytest.mark.parametrize(
    "typed", ["Dana Reyes, dana@acme.example", "dana@acme.example Dana Reyes", "Dana Reyes (www.acme.example)"]
)
def test_an_address_is_no_part_of_a_contacts_name(team, typed):
    team.say("Tom", "new Acme, 40 seats")
    told = team.text("Tom", f"deal contact Acme: {typed}")
    assert "Acme: Dana Reyes\n" in told
    assert "I keep no e-mail or web addresses" in told
