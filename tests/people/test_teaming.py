"""Who leads whom, for many at once from a file: every row is told, what cannot be is refused, and one undo takes it back."""

import io

import pytest

from bot.conversation.exchange import Exchange
from bot.conversation.teaming import apply, planned
from bot.model import Role
from bot.reading.spreadsheets.team import team_rows
from bot.reading.spreadsheets.text import BrokenFile, opened

ONE_DATABASE = True


def told(team, text, *, dry_run=False):
    rows = list(team_rows(opened(io.BytesIO(text.encode()))))

    def work(store):
        plan = planned(store.members.all(), rows, store.members.one(team.member("Ana").id), store.identities.there())
        by = store.members.one(team.member("Ana").id)
        return plan, None if dry_run else apply(Exchange(store, by, team.clock()), plan)

    plan, act = team.database.write(team.organisation_id, work)
    return [f"{one.number} {one.what}" for one in plan.told], act


def test_a_whole_tree_in_any_order_and_back_by_one_undo(team):
    lines, act = told(
        team,
        "Email,Manager,Role\ntom@northlight.example,Lena Vogt,\nlena@northlight.example,Maria Keane,manager\n,,\nOmar,-,rep\n",
    )
    assert lines == [
        "2 Tom Becker is a rep, led by Lena",
        "3 Lena Vogt is a manager, led by Maria",
        "5 Omar Haddad is a rep",
    ]
    assert team.member("Tom").manager_id == team.member("Lena").id
    assert "Taken back: set who leads whom" in team.text("Ana", f"undo {act}")
    assert (team.member("Tom").manager_id, team.member("Lena").role) == (team.member("Maria").id, Role.rep)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Zoe,Maria Keane,rep", "2 refused: nobody here is called “Zoe”"),
        ("Tom Becker,Zoe,rep", "2 refused: nobody here is called “Zoe”"),
        ("Tom Becker,Maria Keane,boss", "2 refused: “boss” is no role: rep, manager, admin, inactive"),
        ("Tom Becker,Omar Haddad,", "2 refused: Omar Haddad leads nobody: make them a manager in another row"),
        ("Maria Keane,Maria Keane,", "2 refused: Maria Keane is in Maria Keane's own team"),
        ("Ana Lund,,rep", "2 refused: Ana Lund is the only admin who is here."),
        ("Tom Becker,Maria Keane,rep", "2 Tom Becker is a rep, led by Maria already"),
        (",Maria Keane,rep", "2 refused: it names nobody"),
        ("Tom Becker,,inactive", "2 Tom Becker is inactive"),
        ("Tom Becker,none,", "2 Tom Becker is a rep"),
    ],
)
def test_each_row_says_what_it_does_or_why_it_does_nothing(team, rows, said):
    before = team.app.members(team.organisation_id)
    (line,), _ = told(team, f"Member,Manager,Role\n{rows}\n", dry_run=True)
    assert line.startswith(said)
    assert team.app.members(team.organisation_id) == before


def test_a_refused_row_takes_those_with_it_that_rest_on_it(team):
    lines, _ = told(team, "Member,Manager,Role\nLena Vogt,Zoe,manager\nTom Becker,Lena Vogt,\nTom,Maria Keane,\n")
    assert lines == [
        "2 refused: nobody here is called “Zoe”",
        "3 refused: Lena Vogt leads nobody: make them a manager in another row",
        "4 refused: row 3 is about them already",
    ]


def test_whoever_becomes_a_rep_leads_nobody(team):
    told(team, "Member,Role\nMaria Keane,rep\n")
    assert {team.member(name).manager_id for name in ("Tom", "Lena", "Omar")} == {None}


def test_a_file_without_the_columns_is_told(team):
    with pytest.raises(BrokenFile, match="member or email, and manager or role"):
        told(team, "Deal,Stage\nAcme,Proposal\n")
