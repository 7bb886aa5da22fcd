"""A name that was asked about and answered is known the next time, for that deal and this organisation."""

import pytest

from bot.cards import Line, Reply
from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new Harbour Foods, scanners", "new Harbour Hotels, key cards", "new Tamar Oil, hulls"):
        team.say("Tom", line)
    team.say("Tom", "deal contact Harbour Foods: Priya Nair")
    team.say("Tom", "deal contact Harbour Hotels: Priya Shah")
    return team


def pick(team: Team, line: str, label: str) -> Reply:
    """Types a line, and presses the deal in the question that comes."""
    asked = team.say("Tom", line)
    lines = [block for block in asked.card.blocks if isinstance(block, Line)]
    button = next(b for line in lines for b in line.buttons if b.command.startswith("resume") and label in b.about)
    return team.say("Tom", button.command)


def log(team: Team, name: str) -> str:
    return team.text("Tom", f"logcall {name}: she looks at the second offer").partition("\n")[0]


@pytest.mark.parametrize("typed", ["harbour", "Harbr Food", "hrbour foods uk"])
def test_what_was_asked_about_and_answered_is_known_next_time(team, typed):
    pick(team, f"logcall {typed}: they want the price list", "Harbour Foods")
    assert log(team, typed).startswith("Logged: Harbour Foods")
    team.forward(minutes=11)  # sooner, the same words are the same call
    assert log(team, typed.upper()).startswith("Logged: Harbour Foods")
    assert f"Also found as: {typed}" in team.text("Tom", "deal Harbour Foods")


def test_an_undo_of_the_act_takes_the_name_back(team):
    pick(team, "logcall harbour: they want the price list", "Harbour Foods")
    team.say("Tom", "undo")
    assert log(team, "harbour").startswith("Which one is")
    assert "Also found as" not in team.text("Tom", "deal Harbour Foods")


def test_another_deals_own_name_is_not_learned_nor_hidden_later(team):
    team.say("Tom", "new Harbour Foods, service")
    pick(team, "logcall Harbour Foods: they want the price list", "scanners")
    assert log(team, "Harbour Foods").startswith("Which one is")
    pick(team, "logcall Hbr: they want it", "Harbour Hotels") if "Which" in team.text(
        "Tom", "logcall Hbr: x y z"
    ) else None
    pick(team, "logcall Tamra Oill Co: they want the price list", "Tamar Oil")
    team.say("Tom", "new Tamra Oill Co, rigs")
    assert log(team, "Tamra Oill Co").startswith("Logged: Tamra Oill Co")


@pytest.mark.parametrize("typed", ["Priya", "priya", "Prija"])
def test_a_person_is_no_alias(team, typed):
    pick(team, f"logcall {typed}: they want the price list", "Harbour Foods")
    assert log(team, typed).startswith("Which one is")


def test_a_name_that_two_were_meant_by_asks_again(team):
    pick(team, "logcall harbour: they want the price list", "Harbour Foods")
    act = team.exchange("Tom")(lambda exchange: exchange.store.acts.last_of(exchange.member.id))
    id_ = team.exchange("Tom")(lambda exchange: next(n.id for n in exchange.named if n.company == "Harbour Hotels"))
    member, today = team.member("Tom"), team.clock().date()

    def also(store):
        store.deals.also_called(act.id, id_, "Harbour")
        store.refresh([id_], today)

    team.database.write(team.organisation_id, also)
    assert log(team, "harbour").startswith("Which one is")
    assert team.database.write(team.organisation_id, lambda store: store.recompute()) == 0
    assert member.id


def test_it_is_of_this_organisation_and_of_who_sees_the_deal(team):
    pick(team, "logcall harbour: they want the price list", "Harbour Foods")
    assert "Harbour Foods" not in team.text("Lena", "logcall harbour: they want the price list")
    assert team.text("Maria", "where are we on harbour?").startswith("Harbour Foods")
