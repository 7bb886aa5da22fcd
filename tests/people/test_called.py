"""Whom an admin means: an e-mail is the one that a platform told, never a name that somebody gave themselves."""

from bot.conversation.called import called, candidates
from bot.conversation.imports.job import member_called
from bot.conversation.teaming import planned
from bot.model import Member, Role
from bot.reading.spreadsheets.team import TeamRow

EVE = Member(1, 1, "boss@n.example", Role.rep, None, "Europe/London", "eve@n.example")
ANA = Member(2, 1, "Ana Ruiz", Role.rep, None, "Europe/London", "ana@n.example")


def test_a_display_name_that_looks_like_an_e_mail_takes_nobodys_place():
    assert called("boss@n.example", [EVE, ANA]) is None
    assert member_called("boss@n.example", [EVE, ANA]) is None
    assert called("eve@n.example", [EVE, ANA]) is EVE


def test_a_name_a_first_name_a_number_and_an_e_mail_still_mean_somebody():
    assert [called(text, [EVE, ANA]) for text in ("Ana Ruiz", "@ana", "2", "ANA@n.example")] == [ANA] * 4


def test_of_two_of_one_name_nobody_is_taken_by_guesswork():
    other = Member(3, 1, "Ana Ruiz", Role.rep, None, "Europe/London", "ana2@n.example")
    both = [EVE, ANA, other]
    assert [called(text, both) for text in ("Ana Ruiz", "ana", "")] == [None] * 3
    assert [called(text, both) for text in ("2", "3", "ana2@n.example")] == [ANA, other, other]
    assert [one.id for one in candidates("Ana", both)] == [2, 3]
    assert candidates("Ana", [EVE]) == []


def test_it_is_said_who_the_two_are(team):
    """One of them has been named in a file, and not been seen yet."""
    named = "Maria Lopez"
    six = team.database.write(
        team.organisation_id, lambda s: s.members.add(named, Role.rep, "UTC", email="ml@acme.example")
    )
    for line, typed in (
        ("make Maria a manager", "make 6 manager"),
        ("cover Maria until Tuesday", "cover 6 until Tuesday"),
        ("cover Tom by Maria until Tuesday", "cover 2 by 6 until Tuesday"),
    ):
        told = team.text("Ana", line)
        assert "Two are called “Maria”. Which one?" in told, line
        assert f"• Maria Lopez, not seen yet\n    [This one: {typed}]" in told
    team.database.write(team.organisation_id, lambda s: s.members.overrule(six, name="Maria Keane"))
    assert "Maria Keane (ml@acme.example), not seen yet" in team.text("Ana", "make Maria Keane a manager")
    assert "Maria Keane is a manager" in team.text("Ana", "make 6 a manager")
    assert "Two are called “Maria”" in team.text("Ana", "make Tom a rep of Maria")


def test_a_row_of_a_team_file_tells_it_too(team):
    def planned_rows(store):
        store.members.add("Maria Lopez", Role.rep, "UTC")
        members = store.members.all()
        rows = [TeamRow(2, "Maria", role="rep"), TeamRow(3, "Tom Becker", manager="Maria"), TeamRow(4, "Zoe")]
        return [told.what for told in planned(members, rows, members[0], store.identities.there()).told]

    both = "2 are called “Maria”: 1 Maria Keane, 6 Maria Lopez. Write the number, or the e-mail address"
    told = team.database.write(team.organisation_id, planned_rows)
    assert [both in one for one in told] == [True, True, False]
    assert "nobody here is called “Zoe”" in told[2]
