"""Whoever leads sees the whole tree under them, checked anew with every message; nobody ends up leading their own leader."""

import pytest

from bot.cards import plain_text
from bot.model import Role
from tests.statements import statements


@pytest.fixture
def tree(team):
    """Ana, admin · Omar leads Maria, who leads Tom and Lena. Each of Tom, Lena and Maria has a deal."""
    for line in ("make Omar a manager of nobody", "make Maria a manager of Omar"):
        assert "Undo" in str(team.say("Ana", line).card)
    for who, name in (("Tom", "Acme"), ("Lena", "Kranich"), ("Maria", "Fenwick")):
        team.say(who, f"new {name}")
    return team


def test_a_manager_sees_the_reports_of_reports_and_a_rep_sees_who_reads(tree):
    for name in ("Acme", "Kranich", "Fenwick"):
        assert "Nobody knows" in tree.text("Omar", f"where are we on {name}?")
    assert "Visible to Tom, Maria and Omar." in tree.text("Tom", "where are we on Acme?")
    assert tree.text("Tom", "who can see Acme").startswith(
        "Acme is seen by these three: Tom Becker owns it, Maria Keane leads Tom's team, and Omar Haddad leads Maria's team."
    )
    assert [deal.company for deal in tree.app.search_deals(tree.organisation_id, tree.member("Omar").id, "acm")] == [
        "Acme"
    ]
    assert "No deal of yours" in tree.text("Maria", "where are we on Omars?")


def test_an_admin_who_leads_nobody_sees_no_deal(tree):
    assert "No deal of yours" in tree.text("Ana", "where are we on Acme?")
    assert "Acme" not in tree.text("Ana", "team")


def test_a_stale_button_of_who_was_moved_out_answers_like_a_missing_number(tree):
    deal = tree.say("Omar", "where are we on Acme?").share.split()[-1]
    tree.say("Ana", "make Maria a manager of nobody")
    for line in (f"where {deal}", f"done {deal}", f"promise kept {deal}", f"words {deal}", f"deal give {deal}"):
        missing = line.replace(deal, "99999999")
        told = plain_text(tree.say("Omar", missing).card).replace("99999999", deal)
        assert plain_text(tree.say("Omar", line).card) == told, line
    assert "Nobody knows" in tree.text("Maria", f"where {deal}")


def test_nobody_leads_whoever_leads_them(tree):
    assert tree.text("Ana", "make Omar a manager of Maria") == (
        "Maria Keane is in Omar Haddad's own team: nobody leads whoever leads them. First: make Maria Keane a manager of nobody"
    )
    tree.text("Ana", "make Maria a manager of nobody")
    act = tree.database.read(tree.organisation_id, lambda s: s.acts.last_of(tree.member("Ana").id)).id
    assert "led by Maria" in tree.text("Ana", "make Omar a manager of Maria")
    assert "nobody leads whoever leads them" in tree.text("Ana", f"undo {act}")
    assert tree.member("Maria").manager_id is None


def test_team_shows_an_admin_all_a_manager_their_part_and_a_rep_who_leads_them(tree):
    shown = tree.text("Ana", "team").splitlines()
    assert [line for line in shown if not line.startswith("    [")] == [
        "Who leads whom",
        "Omar Haddad leads one", "• Maria Keane, manager",
        "Maria Keane, led by Omar, leads two", "• Lena Vogt, rep", "• Tom Becker, rep",
        "Led by nobody", "• Ana Lund, admin", "• Omar Haddad, manager",
        "Type make Tom a rep of Maria, or press Change. Many at once: followthrough team FILE, by whoever runs the bot.",
    ]  # fmt: skip
    assert f"[Change: make {tree.member('Tom').id}]" in tree.text("Ana", "team")
    maria = tree.text("Maria", "team")
    assert ("Maria Keane leads two" in maria, "Omar" in maria, "Change:" in maria) == (True, False, False)
    assert tree.text("Tom", "who leads whom?").splitlines() == [
        "Maria leads you and Omar leads Maria.", "Maria and Omar see your deals; nobody else does.",
    ]  # fmt: skip
    assert tree.text("Ana", "who leads whom") == tree.text("Ana", "team")


def test_the_tree_is_read_by_as_many_statements_however_deep(tree):
    deep = statements(tree, "Omar", "where are we on Acme?")
    tree.say("Ana", "make Maria a manager of nobody")
    assert statements(tree, "Maria", "where are we on Acme?") == deep


def test_two_who_lead_each_other_by_an_old_record_stop_nothing(tree):
    ids = {name: tree.member(name).id for name in ("Omar", "Maria")}
    tree.database.write(tree.organisation_id, lambda s: s.members.overrule(ids["Omar"], manager_id=ids["Maria"]))
    assert "Visible to Tom, Maria and Omar." in tree.text("Omar", "where are we on Acme?")
    assert "Tom Becker" in tree.text("Ana", "people")
    assert tree.text("Ana", "team")


def test_who_is_inactive_is_shown_nothing_at_once_and_their_deals_stay_with_who_leads_them(tree):
    tree.say("Tom", 'logcall Acme: Dana said "we like it", I send the plan tomorrow')
    deal = tree.say("Tom", "where are we on Acme?").share.split()[-1]
    tom = tree.member("Tom").id
    assert "Maria still sees their deals" in tree.text("Ana", "make Tom inactive")
    answers = {
        tree.text("Tom", line)
        for line in ("where are we on Acme?", f"done {deal}", "followups", "deals export", "undo")
    }
    assert answers == {"You are not active here any more, so I show and keep nothing. An admin can change that."}
    assert [plain_text(card) for card in tree.app.home(tree.organisation_id, tom)] == [*answers]
    assert tree.app.inbox(tree.organisation_id, tom) == ()
    assert (
        tree.app.search_deals(tree.organisation_id, tom, "")
        == tree.app.search_deals(tree.organisation_id, tom, "acm")
        == ()
    )
    assert "we like it" in tree.text("Maria", "where are we on Acme?")
    assert "Visible to Maria and Omar." in tree.text("Maria", "where are we on Acme?")
    assert "Tom" not in str(tree.say("Maria", "deal give Kranich").card)
    tree.forward(days=4)
    assert not [card for card in tree.inbox("Tom") if "we like it" in plain_text(card)]


def test_what_waits_for_somebody_inactive_is_not_sent_and_no_list_comes_until_they_are_back(tree):
    tree.say("Tom", "logcall Acme: I send the plan tomorrow")
    tree.say("Ana", "make Tom a rep of Maria")
    tree.say("Ana", "make Tom inactive")
    tree.forward(days=1)
    tree.clock.at = tree.clock.at.replace(hour=8, minute=31)
    tree.tick()
    day = tree.clock.at.date()
    decided = tree.database.read(tree.organisation_id, lambda s: s.digests.on([tree.member("Tom").id], day))
    assert [one.reason for one in decided.values()] == ["inactive"]
    tree.say("Ana", "make Tom a rep of Maria")
    assert tree.inbox("Tom") == []
    tree.forward(days=3)
    tree.tick()
    assert "YOU PROMISED" in plain_text(tree.inbox("Tom")[-1]).upper()


def test_the_last_admin_stays_active(tree):
    assert "only admin" in tree.text("Ana", "make Ana inactive")
    assert tree.member("Ana").role is Role.admin
