"""A line of a company that nobody knows yet: which name is offered, what is never taken for another's, and what is no company. Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
_TOLD = (
    ("spoke to Jon at Corvid, loves it", "Corvid", "Jon"), ("called Osprey", "Osprey", ""), ("call with Osprey", "Osprey", ""),
    ("great call with Osprey today", "Osprey", ""), ("met Lena (Osprey AG)", "Osprey AG", "Lena"), ("spoke to Jon @ Corvid", "Corvid", "Jon"),
    ("just talked to Osprey. They need a quote by Thu", "Osprey", ""), ("Lena from Osprey said she signs Friday", "Osprey", "Lena"),
    ("spoke to jon at corvid, loves it", "Corvid", "Jon"), ("left a voicemail for Jon at Corvid", "Corvid", "Jon"), ("called Osprey (Lena), she signs Fri", "Osprey", "Lena"),
    ("we finally met with Lena of Blue Heron Cafe, she likes it", "Blue Heron Cafe", "Lena"), ("had a quick demo with 3M, they want ten", "3M", ""),
    ("got hold of Lena Berg at Osprey Logistics GmbH", "Osprey Logistics GmbH", "Lena"), ("rang Booking.com, no answer", "Booking.com", ""),
)  # fmt: skip


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new deal with Kite Ltd, Kim Larsen")
    team.say("Tom", "new deal with Acme, Dana Reyes")
    return team


@pytest.mark.parametrize(("line", "company", "person"), _TOLD)
def test_the_company_is_the_name_of_the_new_deal_and_the_contact_is_kept(team, line, company, person):
    asked = team.say("Tom", f"logcall {line}")
    assert f"[Create “{company}”:" in plain_text(asked.card)
    logged = plain_text(team.press(asked, f"Create “{company}”").card)
    assert f"Logged: {company}, {person}".strip(", ") in logged
    assert f"Logged: {company}, {company}" not in logged


@pytest.mark.parametrize(
    "line",
    [
        "spoke to Jon at Corvid, loves it", "met Lena (Osprey AG)", "great call with Osprey today", "just talked to Osprey. They need a quote by Thu",
        "Lena from Osprey said she signs Friday", "Lena at Osprey signs by Fri", "Just had a demo with Osprey, they want a quote",
    ],
)  # fmt: skip
def test_so_it_is_in_plain_words(team, line):
    said = team.text("Tom", line)
    assert "A new one?" in said
    assert [name for name in ("Corvid", "Osprey", "Osprey AG") if f"[Create “{name}”:" in said]


@pytest.mark.parametrize(
    "line",
    ["they loved the demo", "she signs Fri", "spoke to Paul from Accounting", "had a good call today", "talked to Lena, she likes it", "left a voicemail, calling again Fri"],
)  # fmt: skip
def test_no_deal_is_made_of_a_sentence(team, line):
    asked = team.say("Tom", f"logcall {line}")
    said = plain_text(asked.card)
    assert "Whose was it?" in said
    assert "Create" not in said
    assert line in team.text("Tom", "resume")


@pytest.mark.parametrize(
    "line",
    [
        "Zeta :rocket:: Kim loves it, she decides by Fri", "10:30 Zeta: Kim loves it", "https://zeta.example: Kim loves it", "Zeta 10:30: Kim loves it", "Zeta\nKim loves it, signs Fri",
        "Zeta: Kim loves it", "Zeta Freight and Logistics Services GmbH: Kim loves it", "12.3. Zeta: Kim loves it", "zeta: Kim loves it", "Zeta 🚀: Kim loves it", "Zeta - Kim loves it",
        "spoke to Kim at Zeta, she signs Fri", "Kim from Zeta called, she signs Fri", "Kim (Zeta Ltd) signs Fri",
    ],
)  # fmt: skip
def test_a_line_of_another_company_is_no_call_with_a_namesake(team, line):
    said = team.text("Tom", f"logcall {line}")
    assert "Logged" not in said
    assert "A new one?" in said or "a new deal" in said
    assert "Last contact: none" in team.text("Tom", "where kite")


@pytest.mark.parametrize(
    "line",
    [
        "10:30 Zeta: Kim loves it", "Zeta 10:30: Kim loves it", "Zeta: Kim loves it", "Zeta: sent Kim the deck", "Zeta\nKim loves it, signs Fri", "Kim at Zeta signs Fri", "Zeta :rocket:: Kim signs Fri",
    ],
)  # fmt: skip
def test_nor_in_plain_words(team, line):
    said = team.text("Tom", line)
    assert "Log that with Kite" not in said
    assert "Logged" not in said
    assert "new" in said


@pytest.mark.parametrize(
    "line",
    [
        "10:30: Kim loves it", "great news, Kim loves it", "update: Kim loves it", "spoke to Kim, loves it", "spoke to Kim from Legal, loves it", "had lunch with Kim at Rosso, loves it",
        "Kim: loves it", "Kite: Kim loves it", "Kite\nKim loves it", "today: Kim loves it", "10:30 Kite: loves it", "Kim Larsen at Kite loves it", "note: Kim loves it",
    ],
)  # fmt: skip
def test_what_is_no_other_company_is_logged_as_before(team, line):
    assert "Logged: Kite Ltd" in team.text("Tom", f"logcall {line}")


def test_somebody_known_elsewhere_may_be_meant_all_the_same(team):
    asked = team.say("Tom", "Dana at Nowhere Corp signs by Fri")
    assert "Which one is “Nowhere Corp”?" in plain_text(asked.card)
    assert "Logged: Acme, Dana" in plain_text(team.press(asked, "This one").card)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nowhere Corp: they like it, she decides by Fri", "Nowhere Corp"), ("Nowhere Corp: they like it", "Nowhere Corp"), ("Nowhere: left a voicemail", "Nowhere"),
        ("nowhere: she decides by Fri", "nowhere"), (":rocket: Labs: they like it", ":rocket: Labs"), ("3M: wants a quote by Fri", "3M"),
    ],
)  # fmt: skip
def test_a_company_before_a_colon_is_asked_about_and_the_line_is_kept(team, line, name):
    asked = team.say("Tom", line)
    assert f"[Create “{name}”:" in plain_text(asked.card)
    assert line in team.text("Tom", "resume")
    assert f"Logged: {name}" in plain_text(team.press(asked, f"Create “{name}”").card)


@pytest.mark.parametrize(
    "line",
    [
        "note to self: buy milk", "reminder: dentist", "10:30: dentist", "https://zoom.us/j/1: standup", "fyi: I am late", "Question: do they sign?", "Groceries: milk and eggs",
        "Idea: they could pay monthly", "Agenda Monday: she presents", "PS: thanks", "Meeting with Berlin team at noon", "lunch with Osprey tomorrow", "Best regards from Paris",
        "Quote from Osprey is late", "TODO: renew the parking permit", "Friday: the office is closed",
    ],
)  # fmt: skip
def test_a_line_with_a_colon_is_no_company_by_that(team, line):
    said = team.text("Tom", line)
    assert "Create" not in said
    assert "A new one?" not in said


@pytest.mark.parametrize(
    "line",
    [
        "spoke to Dana with Peter, she signs Friday", "spoke to dana with peter, she signs Friday", "met Dana with Peter Berg, she signs Friday", "call with Dana with Anna, she signs Friday",
    ],
)  # fmt: skip
def test_whoever_was_there_too_is_no_company(team, line):
    said = team.text("Tom", f"logcall {line}")
    assert "Logged: Acme, Dana" in said
    assert "They will: sign, Fri 13 March" in said


@pytest.mark.parametrize(
    ("line", "company"),
    [("spoke to Dana with Osprey, she signs Friday", "Osprey"), ("spoke to Dana with Peter at Osprey, she signs Friday", "Osprey"), ("spoke to Dana with Peter GmbH, she signs Friday", "Peter GmbH")],
)  # fmt: skip
def test_a_company_behind_with_is_asked_about(team, line, company):
    assert f"Which one is “{company}”?" in team.text("Tom", f"logcall {line}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("new Corvid Mill - crane service, contact is Jo Berg", "✓ Corvid Mill, crane service is a deal of yours now, your contact is Jo Berg"),
        ("new Corvid Mill, my contact is Jo Berg", "✓ Corvid Mill is a deal of yours now, your contact is Jo Berg"),
        ("new Corvid-Mill, cranes", "✓ Corvid-Mill, cranes is a deal of yours now"),
    ],
)  # fmt: skip
def test_what_it_is_about_may_stand_behind_a_dash_and_the_contact_in_a_sentence(database, typed, told):
    assert told in Team(database).text("Tom", typed)
