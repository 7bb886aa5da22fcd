"""A link code that somebody else has used: it joins nobody of one's own workspace, whoever's it was is told, and takes it back."""

import json

import pytest
from sqlalchemy import select

from bot.cards import Buttons, Card, Message, Reply, plain_text
from bot.conversation.parting import KIND
from bot.model import Address, Profile, Role
from bot.store.tables import outbox
from bot.wire import card_from
from tests.team import Team

TEAMS, SLACK, OTHER_SLACK = Address("teams", "TT", "ana"), Address("slack", "T1", "U1"), Address("slack", "T2", "U1")


def says(team: Team, place: Address, line: str) -> Reply:
    member_id = team.app.member_id_at(team.organisation_id, place)
    assert member_id is not None
    return team.app.answer(Message(team.organisation_id, member_id, line, address=place))


def comes(team: Team, name: str, place: Address) -> None:
    team.app.join(team.organisation_id, place, Profile(name, "Europe/London"))


def is_at(team: Team, who: str, place: Address) -> None:
    id_ = team.member(who).id
    team.database.write(team.organisation_id, lambda store: store.identities.add(id_, place))


def code_of(team: Team, place: Address) -> str:
    return plain_text(says(team, place, "link").card).split("link ")[1].split("\n")[0]


def brings(team: Team, place: Address, code: str) -> str:
    """What whoever types the code and is sure reads."""
    return plain_text(says(team, place, f"link yes {code}").card)


def told(team: Team) -> dict[tuple[str, str], Card]:
    """By place what was sent to whoever's code it was."""
    found = select(outbox).where(outbox.c.kind == KIND)
    rows = team.database.operate(lambda operator: operator.connection.execute(found).all())
    return {(row.platform, row.workspace): card_from(json.loads(row.card_json)) for row in rows}


def cut(card: Card) -> str:
    return next(block for block in card.blocks if isinstance(block, Buttons)).buttons[0].command


@pytest.fixture
def slack(team) -> Team:
    """Ana, the admin, is in Slack, and so is Eve."""
    is_at(team, "Ana", SLACK)
    comes(team, "Eve Mole", Address("slack", "T1", "U9"))
    return team


EVE = Address("slack", "T1", "U9")


@pytest.mark.parametrize("how", ["link {}", "link yes {}", "connect {}", "link YES {}"])
def test_a_code_joins_nobody_of_the_workspace_in_which_its_owner_is(slack, how):
    code = code_of(slack, SLACK)
    answer = plain_text(says(slack, EVE, how.format(code)).card)
    assert "is in this workspace already, and nobody is in one twice" in answer
    assert "Ana" not in answer
    assert slack.member("Eve").role is Role.rep
    assert slack.app.member_id_at(slack.organisation_id, EVE) == slack.member("Eve").id
    assert "used up" in brings(slack, EVE, code), "it was seen by somebody: it is good no longer"


def test_nor_by_way_of_another_platform_on_which_they_are_as_well(slack):
    eve = slack.member("Eve").id
    slack.database.write(slack.organisation_id, lambda store: store.identities.add(eve, TEAMS))
    assert "nobody is in one twice" in brings(slack, TEAMS, code_of(slack, SLACK))
    assert slack.member("Eve").role is Role.rep


def test_who_has_left_a_workspace_and_is_there_anew_is_joined(team):
    is_at(team, "Ana", SLACK)
    is_at(team, "Ana", TEAMS)
    team.database.write(team.organisation_id, lambda store: store.identities.leave(SLACK, "left", team.clock()))
    comes(team, "Ana", EVE)
    assert "You are Ana" in brings(team, EVE, code_of(team, TEAMS))


@pytest.mark.parametrize(("place", "where"), [(TEAMS, "in Teams"), (OTHER_SLACK, "in another workspace of Slack")])
def test_whoever_is_joined_is_told_wherever_they_were(slack, place, where):
    comes(slack, "Zoe Ray", place)
    code = code_of(slack, SLACK)
    assert "Ana" in plain_text(says(slack, place, f"link {code}").card)
    assert told(slack) == {}
    brings(slack, place, code)
    cards = told(slack)
    assert set(cards) == {("local", "local"), SLACK.place}
    text = plain_text(cards[SLACK.place])
    assert f"Zoe Ray {where} is you from now on" in text
    assert "If it was not, press this" in text


def test_whoever_it_was_not_takes_it_back_with_one_press(slack):
    comes(slack, "Zoe Ray", TEAMS)
    for line in ("new Zebra, stripes", "logcall Zebra: left vm", "away from 3 August until 17 August"):
        says(slack, TEAMS, line)
    brings(slack, TEAMS, code_of(slack, SLACK))
    assert "from Mon 3 August" in slack.text("Ana", "status")
    says(slack, TEAMS, "make Lena a manager")
    slack.forward(hours=1)
    button = cut(told(slack)[SLACK.place])
    assert plain_text(says(slack, TEAMS, button.rsplit(" ", 1)[0] + " " + "0" * 32).card).startswith(
        "That button is used up"
    )
    answer = says(slack, SLACK, button)
    assert "Zoe Ray in Teams is on their own again, without your deals and your rights." in plain_text(answer.card)
    assert "today, 15:00: Lena Vogt is a manager" in plain_text(answer.card), (
        "what was done as her since is one press away"
    )
    ana, zoe = slack.member("Ana"), slack.member("Zoe")
    noted = slack.database.survey(lambda operator: list(operator.audit_chain.entries(None, None, None)))
    assert [(one.what, one.member_id) for one in noted if one.action == "part"] == [("act", ana.id), ("member", ana.id)]
    assert (ana.role, zoe.role, zoe.manager_id) == (Role.admin, Role.rep, None)
    assert slack.app.member_id_at(slack.organisation_id, TEAMS) == zoe.id
    assert slack.app.member_id_at(slack.organisation_id, SLACK) == ana.id
    assert "Only an admin" in plain_text(says(slack, TEAMS, "make Tom a manager").card)
    assert "Zebra" in plain_text(says(slack, TEAMS, "where are we on Zebra?").card)
    assert "No deal of yours" in slack.text("Ana", "where are we on Zebra?")
    assert "Mon 3 August" not in slack.text("Ana", "status")
    assert "Mon 3 August" in plain_text(says(slack, TEAMS, "status").card)
    assert slack.recompute() == 0
    assert zoe.next_digest_at is not None
    assert "used up" in plain_text(says(slack, SLACK, button).card)


def test_what_was_joined_by_whoever_came_goes_out_with_one_press_each_and_their_own_codes_at_once(slack):
    comes(slack, "Zoe Ray", TEAMS)
    comes(slack, "Max Ray", OTHER_SLACK)
    brings(slack, TEAMS, code_of(slack, SLACK))
    further = code_of(slack, TEAMS)
    says(slack, SLACK, cut(told(slack)[SLACK.place]))
    assert "used up" in brings(slack, OTHER_SLACK, further)


def test_whoever_was_made_somebody_else_by_an_account_that_came_gets_out_of_it_as_well(slack):
    """The account that came types the code of a third: Ana goes, and is told where she was before."""
    comes(slack, "Zoe Ray", TEAMS)
    comes(slack, "Max Ray", OTHER_SLACK)
    says(slack, TEAMS, "away from 3 August until 17 August")
    brings(slack, TEAMS, code_of(slack, SLACK))
    button = cut(told(slack)[SLACK.place])
    assert "You are Max Ray here too" in brings(slack, TEAMS, code_of(slack, OTHER_SLACK))
    assert slack.member("Max").role is Role.admin
    cards = told(slack)
    assert TEAMS.place not in cards, "not where the code was typed"
    assert "typed the link code of Max Ray just now" in plain_text(cards[SLACK.place])
    assert "You are on your own again" in plain_text(says(slack, SLACK, cut(cards[SLACK.place])).card)
    assert "is on their own again" in plain_text(says(slack, SLACK, button).card)
    roles = {name: slack.member(name).role for name in ("Ana", "Zoe", "Max")}
    assert roles == {"Ana": Role.admin, "Zoe": Role.rep, "Max": Role.rep}
    away = ["Mon 3 August" in plain_text(says(slack, place, "status").card) for place in (SLACK, TEAMS, OTHER_SLACK)]
    assert away == [False, True, False]
    here = {place.place: slack.app.member_id_at(slack.organisation_id, place) for place in (SLACK, TEAMS, OTHER_SLACK)}
    assert here == {
        one.place: slack.member(name).id for one, name in ((SLACK, "Ana"), (TEAMS, "Zoe"), (OTHER_SLACK, "Max"))
    }


def test_the_button_is_good_for_thirty_days(slack):
    comes(slack, "Zoe Ray", TEAMS)
    brings(slack, TEAMS, code_of(slack, SLACK))
    button = cut(told(slack)[SLACK.place])
    slack.forward(days=31)
    assert "older than thirty days" in plain_text(says(slack, SLACK, button).card)
    assert slack.app.member_id_at(slack.organisation_id, TEAMS) == slack.member("Ana").id


def test_who_guesses_is_stopped_after_five_and_may_go_on_a_quarter_of_an_hour_later(slack):
    comes(slack, "Zoe Ray", TEAMS)
    code = code_of(slack, SLACK)
    for wrong in ("ABCDEFGH", "QQQQQQQQ", "yes ABCDEFGH", "x", "AAAA AAAA"):
        assert "used up" in plain_text(says(slack, TEAMS, f"link {wrong}").card)
    assert "too many codes that are none" in brings(slack, TEAMS, code)
    assert "used up" in slack.text("Tom", "link ABCDEFGH"), "nobody else waits"
    slack.forward(minutes=16)
    assert "You are Ana" in brings(slack, TEAMS, code_of(slack, SLACK))


def test_a_place_that_she_has_left_hears_nothing(slack):
    comes(slack, "Zoe Ray", TEAMS)
    code = code_of(slack, SLACK)
    is_at(slack, "Ana", OTHER_SLACK)
    slack.database.write(
        slack.organisation_id, lambda store: store.identities.leave(OTHER_SLACK, "left", slack.clock())
    )
    brings(slack, TEAMS, code)
    assert OTHER_SLACK.place not in told(slack)
