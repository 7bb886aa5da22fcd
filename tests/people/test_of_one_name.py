"""Two people of one name: it is always asked which of them is meant, with a button each that says it by number."""

import pytest

from bot.cards import plain_text
from bot.model import Address, Role
from tests.team import Team

THE_OTHER = "tom2@northlight.example"


def add(team: Team, name: str, *, email: str = "", role: Role = Role.rep, led_by: str = "Maria") -> int:
    def put(store) -> int:
        leader = team.member(led_by).id if led_by else None
        id_ = store.members.add(name, role, "Europe/London", manager_id=leader, email=email)
        store.identities.add(id_, Address("local", "local", f"{name}{id_}"))
        return id_

    return team.database.write(team.organisation_id, put)


@pytest.fixture
def other(team) -> int:
    """The number of the second Tom Becker."""
    team.say("Lena", "new Quill, 40 seats")
    team.say("Tom", "new Harbour Foods")
    return add(team, "Tom Becker", email=THE_OTHER)


@pytest.mark.parametrize("name", ["Tom", "Tom Becker", "tom"])
def test_a_deal_is_given_to_neither_without_a_question(team, other, name):
    told = team.text("Lena", f"deal give Quill to {name} because of the region")
    deal = team.text("Lena", "where Quill")
    assert f"Two are called “{name}”. Which one?" in told
    assert "• Tom Becker (tom@northlight.example)" in told
    assert f"• Tom Becker ({THE_OTHER})" in told
    assert f"{other} because of the region" in told
    assert "Quill, 40 seats" in deal
    reply = team.say("Lena", f"deal give Quill to {name}")
    line = next(block for block in reply.card.blocks if THE_OTHER in block.text)
    assert "Quill is Tom's now" in str(team.say("Lena", line.buttons[0].command).card)
    owner = team.database.read(
        team.organisation_id, lambda s: next(d.owner_id for d in s.deals.named(frozenset({other})))
    )
    assert owner == other


def test_by_their_e_mail_or_number_nothing_is_asked(team, other):
    assert "Quill is Tom's now" in team.text("Lena", f"deal give Quill to {THE_OTHER}")


def test_without_an_e_mail_the_number_tells_them_apart(team):
    one = add(team, "Mia Roth")
    two = add(team, "Mia Roth")
    told = team.text("Ana", "make Mia a manager")
    assert f"• Mia Roth (no. {one})\n    [This one: make {one} manager]" in told
    assert f"• Mia Roth (no. {two})\n    [This one: make {two} manager]" in told


@pytest.mark.parametrize(
    ("who", "line", "command"),
    [
        ("Lena", "give everything to Tom", "book 3 to {n}"), ("Maria", "give Tom's deals to Lena", "deal give everything of {n} to Lena"),
        ("Ana", "make Tom a rep of Maria", "make {n} rep of Maria"), ("Maria", "cover Tom until Friday", "cover {n} until Friday"),
        ("Lena", "Tom covers me until Friday", "cover 3 by {n} until Friday"), ("Maria", "deals Tom", "deals {n}"),
        ("Maria", "where is Tom?", "where rep {n}"), ("Maria", "followups Tom", "followups {n}"), ("Maria", "nurture Tom", "nurture {n}"),
        ("Maria", "what did Tom do this week?", "what did {n} do this week?"), ("Maria", "how was Tom's week?", "how was {n}'s week?"),
        ("Maria", "how many calls did Tom make this week?", "how many calls did {n} make this week?"),
        ("Maria", "who covers Tom?", "who covers {n}?"), ("Ana", "holidays Tom: DE", "holidays {n}: DE"),
        ("Lena", "away until Friday, Tom covers me", "away until Friday, {n} covers me"),
        ("Maria", "Tom is ill until Friday", "cover {n} until 2026-03-13"),
        ("Maria", "Tom has left", "book {n}"), ("Maria", "remind Tom to call Harbour on Monday", "remind {n} to call Harbour on Monday"),
    ],
)  # fmt: skip
def test_each_has_a_button_that_is_understood(team, other, who, line, command):
    told = team.text(who, line)
    for number in (2, other):
        typed = command.format(n=number)
        assert f"{typed}]" in told, told
        again = team.text(who, typed)
        assert "Which one" not in again
        assert "understand" not in again
        assert "I don't know" not in again


def test_lists_tell_them_apart_and_each_button_opens_its_own(team, other):
    team.say("Maria", "new Fenwick")
    for asked in ("people", "team", "where is my team?"):
        told = team.text("Ana" if asked != "where is my team?" else "Maria", asked)
        assert f"Tom Becker ({THE_OTHER})" in told, told
        assert "Tom Becker (tom@northlight.example)" in told
    team_view = team.text("Maria", "where is my team?")
    assert "[Deals: deals 2]" in team_view
    assert f"[Deals: deals {other}]" in team_view
    assert "Harbour Foods" in team.text("Maria", "deals 2")
    assert "Harbour Foods" not in team.text("Maria", f"deals {other}")
    assert "Harbour Foods (Tom Becker, tom@northlight.example)" in team_view


def test_who_gives_their_own_to_a_namesake_is_not_asked_whether_they_mean_themselves(team, other):
    assert "would go to Tom" in team.text("Tom", "give everything to Tom")


def test_somebody_who_is_here_no_more_is_nobodys_namesake(team, other):
    team.say("Ana", f"make {other} inactive")
    assert "Quill is Tom's now" in team.text("Lena", "deal give Quill to Tom")


def test_a_name_of_one_alone_is_understood_as_before(team):
    team.say("Lena", "new Quill")
    assert "Quill is Tom's now" in team.text("Lena", "deal give Quill to Tom")
    assert "Tom Becker, rep of Maria" in team.text("Ana", "people")
    assert "(no." not in team.text("Maria", "where is my team?")


def test_of_two_one_of_whom_is_not_seen_the_other_is_opened(team):
    """A namesake in another team is no question about deals that are not shown."""
    add(team, "Tom Adler", led_by="")
    team.say("Tom", "new Harbour Foods")
    assert "Harbour Foods" in team.text("Maria", "deals Tom")


def test_a_number_of_somebody_unseen_is_as_nobodys(team, other):
    assert "You see no deals of anybody called “2”" in team.text("Lena", "deals 2")
    assert "You see no deals of anybody called “99”" in team.text("Lena", "deals 99")


def test_nobody_called_so_still_offers_everybody(team):
    team.say("Tom", "new Quill")
    told = team.text("Tom", "deal give Quill to Zoe because of the move")
    assert "Nobody here is called “Zoe”. Who gets Quill?" in told
    assert "[Lena Vogt: deal give 1 3 because of the move]" in told


def test_a_card_that_is_shared_tells_nobodys_address(team, other):
    team.say("Tom", "logcall Harbour Foods: they like it, I send the plan Fri")
    assert "@" in team.text("Maria", "where is my team?")
    for line in ("where is my team?", "where all team", "where period last week", "where period this week"):
        shared = team.say("Maria", f"share {line}")
        assert shared.is_shared, line
        assert "@" not in plain_text(shared.card), line
    told = team.text("Maria", "share where is my team?")
    assert f"Tom Becker (no. {other})" in told
    assert "Harbour Foods (Tom Becker, no. 2)" in told
    assert "@" not in team.text("Maria", "share where is Tom?")
