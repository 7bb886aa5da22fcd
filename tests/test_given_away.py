"""Lines of a list whose deal is a colleague's now: it is said whose, and the line is settled."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.cards import Line, Message, plain_text
from bot.model import Address, Role
from bot.store.tables import members
from tests.settled import settled
from tests.statements import asked_by
from tests.team import Clock, Team

MONDAY = datetime(2026, 3, 9, 7, tzinfo=UTC)


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(MONDAY))
    for name in ("Quill", "Fenwick"):
        team.say("Tom", f"new {name} Works, plan")
        team.say("Tom", f"log {name} Works: they like it, I send the plan today")
    return team


def done_of(team: Team, name: str):
    card = team.say("Tom", "followups").card
    line = next(block for block in card.blocks if isinstance(block, Line) and name in block.text)
    return card, next(button.command for button in line.buttons if button.label == "Done")


def test_done_on_the_list_says_whose_it_is_and_settles_the_line(team):
    card, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    reply = team.say("Tom", command, on=card.key)
    told = plain_text(reply.card)
    assert reply.replaces == card.key
    assert "Quill Works is Maria's now: you gave it away." in told
    assert "✓ Gave Quill Works to Maria Keane" in told
    assert "Fenwick" in told
    assert "number" not in told


def test_the_same_of_every_button_of_that_line(team):
    card = team.say("Tom", "followups").card
    line = next(block for block in card.blocks if isinstance(block, Line) and "Quill" in block.text)
    team.say("Tom", "deal give Quill to Maria")
    for button in (*line.buttons, *line.more):
        told = plain_text(team.say("Tom", button.command, on=card.key).card)
        assert "Quill Works is Maria's now: you gave it away." in told, button


def test_the_morning_list_too(team):
    team.forward(hours=2)
    team.tick()
    card = team.inbox("Tom")[-1]
    line = next(block for block in card.blocks if isinstance(block, Line) and "Quill" in block.text)
    done = next(button.command for button in line.buttons if button.label == "Done")
    team.say("Tom", "deal give Quill to Maria")
    reply = team.say("Tom", done, on=card.key)
    told = plain_text(reply.card)
    assert reply.replaces == card.key
    assert "Quill Works is Maria's now: you gave it away." in told
    assert "✓ Gave Quill Works to Maria Keane" in told


def test_typed_it_is_answered_alone(team):
    _, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    assert team.text("Tom", command) == "Quill Works is Maria's now: you gave it away."


def test_what_somebody_else_gave_away_of_theirs_says_who_did(team):
    card, command = done_of(team, "Quill")
    team.say("Maria", "deal give Quill to Lena")
    told = plain_text(team.say("Tom", command, on=card.key).card)
    assert "Quill Works is Lena's now: Maria handed it over." in told
    assert "Fenwick" in told


@pytest.mark.parametrize("line", ["promise kept 1", "promise kept 999", "promise moved 2 Fri"])
def test_to_somebody_else_a_promise_is_as_one_that_there_is_not(team, line):
    assert team.text("Lena", line).startswith("That is no deal of yours.")


def test_what_came_back_is_theirs_again(team):
    card, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    team.say("Maria", "deal give Quill to Tom")
    assert "you gave it away" not in plain_text(team.say("Tom", command, on=card.key).card)


def says(team: Team, member_id: int, text: str) -> str:
    return plain_text(team.app.answer(Message(team.organisation_id, member_id, text)).card)


def add(team: Team, name: str) -> int:
    def put(store) -> int:
        id_ = store.members.add(name, Role.rep, "Europe/London", manager_id=team.member("Maria").id)
        store.identities.add(id_, Address("local", "local", f"{name}{id_}"))
        return id_

    return team.database.write(team.organisation_id, put)


def test_whoever_gave_it_on_is_told_to_whom_they_gave_it_and_no_more(team):
    team.say("Tom", "deal give Quill to Lena")
    team.say("Lena", "deal rename Quill Works to Sable, secret")
    team.say("Lena", "deal give Sable to Omar")
    assert team.text("Tom", "done Quill vm").startswith("Quill Works is no longer yours: you gave it to Lena.")
    assert team.text("Lena", "done Sable vm").startswith("Sable is Omar's now: you gave it away.")
    assert "who has it now can do that" in team.text("Tom", "log Quill Works: they like it")
    assert "no longer yours" not in team.text("Tom", "where Sable")
    assert "Omar" not in team.text("Tom", "where Sable")


@pytest.mark.parametrize("called", ["Tom Beckerson", "Tom Becker"])
def test_of_a_second_handover_by_a_namesake_who_had_it_first_reads_nothing(team, called):
    other = add(team, called)
    team.say("Tom", "deal give Quill to Lena")
    says(team, team.member("Lena").id, f"deal give Quill to {other}")
    says(team, other, "deal rename Quill Works to Sable, secret")
    says(team, other, "deal give Sable to Omar")
    assert team.text("Tom", "done Quill vm").startswith("Quill Works is no longer yours: you gave it to Lena.")
    assert "Omar" not in team.text("Tom", "done Sable vm")
    assert says(team, other, "done Sable vm").startswith("Sable is Omar's now: you gave it away.")


def test_a_namesake_who_got_it_is_told_by_the_whole_name(team):
    other = add(team, "Lena Aster")
    team.say("Tom", f"deal give Quill to {other}")
    assert team.text("Tom", "done Quill vm").startswith("Quill Works is Lena Aster's now: you gave it away.")


def test_by_another_name_of_their_own_they_are_told_still(team):
    team.say("Maria", "deal give Quill to Lena")
    tom = team.member("Tom").id
    team.database.write(team.organisation_id, lambda store: rename(store, tom, "Thomas Beck"))
    assert says(team, tom, "done Quill vm").startswith("Quill Works is Lena's now: Maria handed it over.")


def rename(store, member_id: int, name: str) -> None:
    where = (members.c.organisation_id == store.organisation_id, members.c.id == member_id)
    store.connection.execute(update(members).where(*where).values(name=name))


def test_it_is_found_by_two_statements_however_often_it_was_given_on(team):
    for giver, to in (("Tom", "Lena"), ("Lena", "Omar"), ("Omar", "Tom"), ("Tom", "Lena")):
        for name in ("Quill", "Fenwick"):
            team.say(giver, f"deal give {name} to {to}")
    tom = team.member("Tom")
    gone: dict = {}

    def read() -> None:
        read_by = lambda store: store.deals.gone_from(tom, frozenset({tom.id}))  # noqa: E731 - one line of it
        gone.update(team.database.read(team.organisation_id, read_by))

    asked = asked_by(team.database, read)
    assert {(one.deal.company, one.to) for one in gone.values()} == {
        (f"{name} Works", team.member("Lena").id) for name in ("Quill", "Fenwick")
    }
    assert sum("deal_changes" in text for text, _ in asked) == 2
