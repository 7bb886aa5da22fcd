"""The deals on a rep's mind (voice.md 2): named in whatever way, pasted behind the question or unasked, never merged into one."""

import pytest

from bot.cards import Buttons
from tests.team import Clock, Team

FIVE = "Acme\nGlobex\nInitech\nHooli\nUmbrella"


@pytest.fixture
def team(database) -> Team:
    return Team(database, Clock())


def deals(team: Team) -> list[str]:
    return sorted(team.exchange("Tom")(lambda exchange: [name.full_label for name in exchange.named]))


def buttons(reply) -> dict[str, str]:
    return {b.label: b.command for block in reply.card.blocks if isinstance(block, Buttons) for b in block.buttons}


@pytest.mark.parametrize(
    "typed",
    [FIVE, "- Acme\n- Globex\n- Initech\n- Hooli\n- Umbrella", "Acme, Globex, Initech, Hooli, Umbrella", "acme\nglobex\ninitech\nhooli\numbrella", "Acme; Globex; Initech; Hooli; Umbrella"],
)  # fmt: skip
def test_names_behind_the_question_become_deals(team, typed):
    team.say("Tom", "start")
    told = team.text("Tom", typed)
    assert told.startswith("Five deals kept")
    assert [name.casefold() for name in deals(team)] == ["acme", "globex", "hooli", "initech", "umbrella"]
    team.text("Tom", "undo")
    assert deals(team) == []


def test_one_name_and_what_it_is_about_is_an_answer_too(team):
    team.say("Tom", "start")
    assert team.text("Tom", "Acme, 40 seats").startswith("One deal kept")
    assert deals(team) == ["Acme, 40 seats"]


@pytest.mark.parametrize(
    "typed",
    ["I don't know yet", "nobody right now", "what do you mean?", "Acme: they like it\nGlobex: no answer", "help"],
)
def test_what_is_no_name_makes_no_deal(team, typed):
    team.say("Tom", "start")
    team.say("Tom", typed)
    assert deals(team) == []


@pytest.mark.parametrize("typed", ["Never mind", "Will do", "Wow nice", "zorbo"])
def test_what_may_be_a_name_or_an_answer_is_offered(team, typed):
    team.say("Tom", "start")
    assert f"One new deal? {typed}." in team.text("Tom", typed)
    assert deals(team) == []
    team.say("Tom", "yes")
    assert deals(team) == [typed]


def test_the_question_is_answered_once(team):
    team.say("Tom", "start")
    team.say("Tom", FIVE)
    team.say("Tom", "Zorbo")
    assert len(deals(team)) == 5


def test_names_that_nobody_asked_for_are_offered(team):
    asked = team.say("Tom", FIVE)
    assert "Five new deals? Acme, Globex, Initech, Hooli and Umbrella." in str(asked.card)
    assert deals(team) == []
    team.say("Tom", "yes")
    assert len(deals(team)) == 5
    assert "new deals?" not in team.text("Tom", FIVE), "they are there"


@pytest.mark.parametrize("closing", ["Best Regards", "Kind Regards", "Sincerely"])
def test_a_signature_is_no_list_of_deals(team, closing):
    assert "new deals?" not in team.text("Tom", f"{closing}\nTom Becker\nNorthlight Ltd")
    assert "Two new deals?" in team.text("Tom", "Best Buy\nNorthlight Ltd")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Acme, Globex, Initech", ["Acme", "Globex", "Initech"]),
        ("acme, globex, initech", ["acme", "globex", "initech"]),
        ("Acme, Globex, and Initech", ["Acme", "Globex", "Initech"]),
        ("Acme, 40 seats", ["Acme, 40 seats"]),
        ("Acme, cold store", ["Acme, cold store"]),
        ("Acme, cold store, 40 seats", ["Acme, cold store, 40 seats"]),
        ("Acme, Globex, Initech; Hooli, pilot", ["Acme", "Globex", "Hooli, pilot", "Initech"]),
    ],
)
def test_a_list_of_names_is_several_deals_and_a_company_with_its_title_is_one(team, typed, kept):
    team.say("Tom", f"start {typed}")
    assert deals(team) == kept
    team.say("Tom", "acme no answer")
    assert team.exchange("Tom")(lambda e: [n.company for n in e.named if n.last_contact_on]) in (["Acme"], ["acme"], [])


@pytest.mark.parametrize(
    ("typed", "many", "names"),
    [
        ("Acme, Globex", "two", ["Acme", "Globex"]),
        ("Acme, Globex and Initech", "three", ["Acme", "Globex", "Initech"]),
        ("Acme, pilot, expansion", "three", ["Acme", "expansion", "pilot"]),
    ],
)
def test_what_may_be_one_or_several_is_asked(team, typed, many, names):
    asked = team.say("Tom", f"start {typed}")
    assert f"Is “{typed}” one deal, or {many}?" in str(asked.card)
    assert deals(team) == []
    team.say("Tom", buttons(asked)[f"{many.capitalize()} deals"])
    assert deals(team) == names
    team.text("Tom", "undo")
    team.say("Tom", buttons(team.say("Tom", f"start {typed}"))["One deal"])
    assert deals(team) == [typed]
