"""What managers met: who left, what was lost, whose help is asked, who reads a deal that goes to a colleague."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from bot.model import Address, Role
from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database) -> Team:
    """The trial team; Vera leads Maria, Nora leads Ben, Abe is an admin who leads nobody."""
    made = Team(database)
    for name, role in (("Vera Lund", Role.manager), ("Nora Pike", Role.manager), ("Abe Stone", Role.admin)):
        _add(made, name, role)
    nora = made.member("Nora").id
    _add(made, "Ben Hall", Role.rep, nora)
    made.say("Abe", "make Maria a manager of Vera")
    made.say("Tom", "new Harbour Foods")
    return made


def _add(team: Team, name: str, role: Role, manager_id: int | None = None) -> None:
    def add(store) -> None:
        id_ = store.members.add(name, role, "Europe/London", manager_id=manager_id)
        store.identities.add(id_, Address("local", "local", name.split(maxsplit=1)[0].lower()))

    team.database.write(team.organisation_id, add)


def test_a_call_for_help_reaches_who_leads_a_manager_that_left(team):
    team.say("Abe", "make Maria inactive")
    assert "Vera reads it in the next list" in team.text("Tom", "help me on Harbour: the price")
    assert "Tom asks for your help on Harbour Foods" in team.text("Vera", "monday")


def test_an_open_call_for_help_and_its_answer_stand_on_the_deal(team):
    team.say("Tom", "help me on Harbour: the price")
    assert "Help: asked for, Thu 12 March: “the price”" in team.text("Maria", "where are we on Harbour?")
    team.say("Maria", "helped Harbour: offer 10 percent")
    assert "Help: Maria, Thu 12 March: “offer 10 percent”" in team.text("Tom", "where are we on Harbour?")
    team.forward(days=15)
    assert "offer 10 percent" not in team.text("Tom", "where are we on Harbour?")


def test_who_left_is_told_apart_in_the_team_with_a_way_to_hand_over(team):
    team.say("Abe", "make Tom inactive")
    told = team.text("Maria", "where is my team?")
    assert "Tom Becker, inactive: 1 open" in told
    assert f"[Hand over: book {team.member('Tom').id}]" in told


def test_monday_names_what_was_lost_and_why(team):
    team.say("Tom", "lost Harbour: too dear")
    told = team.text("Maria", "monday")
    assert "Lost: 1\n• Harbour Foods (Tom): too dear" in told


def test_across_teams_an_admin_is_named_with_what_they_can_do(team):
    told = team.text("Tom", "deal give Harbour to Ben")
    assert "Abe Stone can, with all of Tom's deals: give Tom's deals to Ben" in told
    assert "would go to Ben" in team.text("Abe", "give Tom's deals to Ben")


def test_a_handover_says_who_reads_the_deals_then(team):
    assert "Who sees them then: Lena, Maria and Vera; you no longer" in team.text("Tom", "give everything to Lena")


@pytest.mark.parametrize(
    ("line", "title", "nothing"),
    [
        ("who logged nothing?", "Who has logged no call for three working days or more", "Nobody: no rep of yours"),
        ("who hasn't logged anything this week?", "Who has logged no call", "Nobody: no rep of yours"),
        ("who wants to buy?", "Who will buy", "Nobody has said so"),
        ("who needs help?", "Who asks for your help", "Nobody, right now."),
        ("why do they say no?", "Why they said no", "No deal was lost in the last four weeks"),
        ("why do customers say no", "Why they said no", "No deal was lost"),
    ],
)
def test_a_question_of_mondays_is_answered_alone_also_where_there_is_nothing(team, line, title, nothing):
    told = team.text("Maria", line)
    assert told.startswith(title)
    assert nothing in told
    assert "They are late" not in told
    assert "[All of Monday: monday]" in told
    assert "a team is shown to whoever leads it" in team.text("Tom", line)


def test_a_question_of_mondays_is_answered_with_what_there_is(team):
    team.say("Tom", "help me on Harbour: they want a discount")
    team.say("Tom", "new Brio")
    team.say("Tom", "lost Brio: too expensive")
    team.forward(days=14)
    assert "Tom asks for your help on Harbour" in team.text("Maria", "who needs my help?")
    assert "oo expensive" in team.text("Maria", "why do they say no?")
    assert "Tom: no call logged so far" in team.text("Maria", "who logged nothing?")


def test_without_a_next_call_leads_to_the_team(team):
    assert "My team" in team.text("Maria", "which deals have no next step?")
    assert "My team" not in team.text("Tom", "which deals have no next step?")


def test_a_cover_does_not_go_along_to_another_team(team):
    team.say("Tom", "Lena covers me until Friday")
    assert "Visible to" in team.text("Lena", "where are we on Harbour?")
    told = team.text("Abe", "make Tom a rep of Nora")
    assert "Lena covers Tom no more: they are not in one team now." in told
    assert "Visible to" not in team.text("Lena", "where are we on Harbour?")
    assert "Tom" not in team.text("Lena", "covers")


def test_a_cover_within_the_team_stays(team):
    team.say("Tom", "Lena covers me until Friday")
    assert "no more" not in team.text("Abe", "make Omar a rep of Nora")
    assert "Visible to" in team.text("Lena", "where are we on Harbour?")


def test_who_promised_what_is_said_where_two_did(team):
    """Whoever covers reads whose word it was, as its owner and their leader do."""
    team.say("Tom", "logcall Harbour: I bring the floor plan by Friday")
    assert "Tom promised: bring the floor plan" in team.text("Maria", "where are we on Harbour?")
    team.say("Tom", "Lena covers me until Wed")
    team.say("Lena", "logcall Harbour: I send the quote by Friday")
    plan, quote = "bring the floor plan, Fri 13 March", "send the quote, Fri 13 March"
    for who, told in (
        ("Tom", f"We promised: {plan}; {quote} (Lena promised it)"),
        ("Lena", f"We promised: {plan} (Tom promised it); {quote}"),
        ("Maria", f"We promised: {plan} (Tom promised it); {quote} (Lena promised it)"),
    ):
        assert told in team.text(who, "where are we on Harbour?"), who


def _morning(team: Team, name: str) -> str:
    team.clock.at = team.clock.at.replace(day=team.clock.at.day + 1, hour=9)
    team.tick()
    return "".join(plain_text(card) for card in team.inbox(name))


def test_an_answer_goes_whole_to_whoever_asked_also_after_a_handover(team):
    words = " ".join(f"word{n}" for n in range(80)) + ". Did you ask Dana?"
    team.say("Tom", "help me on Harbour: the price")
    team.say("Maria", f"helped Harbour: {words}")
    team.say("Maria", "deal give Harbour to Lena")
    team.say("Tom", "new Dova")
    told = _morning(team, "Tom")
    assert f"Maria on Harbour Foods, where you asked for help: “{words}”" in told
    assert "you asked for help" not in "".join(plain_text(card) for card in team.inbox("Lena"))


def test_of_two_answers_none_is_lost(team):
    team.say("Tom", "help me on Harbour: the price")
    team.say("Vera", "helped Harbour: ask for two years")
    assert "✓ Harbour Foods: taken up, “and call me”" in team.text("Maria", "helped Harbour: and call me")
    told = _morning(team, "Tom")
    assert "“ask for two years”" in told
    assert "“and call me”" in told
    assert "Nobody waits for help" in team.text("Maria", "helped Harbour")


def test_a_shared_card_says_nothing_of_help(team):
    team.say("Tom", "help me on Harbour: I am out of my depth")
    assert "out of my depth" in team.text("Maria", "where are we on Harbour?")
    assert "out of my depth" not in team.text("Maria", "share where are we on Harbour?")


def test_monday_begins_with_nobody_who_is_on_leave(team):
    team.say("Tom", "away from 19 March until 30 March")
    team.forward(days=12)
    told = team.text("Maria", "monday")
    assert "Tom: no call logged" in told
    assert "a word with Tom" not in told


def test_days_away_are_no_silence_whoever_told_of_them(team):
    """Tue 17 March; they are back on Mon 23."""
    team.say("Lena", "new Ostrava")
    team.say("Lena", "logcall Ostrava: spoke to Petr, he is happy")
    team.forward(days=1)
    team.say("Lena", "away from 16 March until 23 March")
    team.forward(days=3)
    team.press(team.say("Maria", "Tom is off sick until Mon"), "Omar Haddad", "Maria")
    team.forward(days=8)
    told = team.text("Maria", "monday")
    assert "no call logged" not in told
    assert "Nobody" in team.text("Maria", "who logged nothing?")
    team.forward(days=2)
    assert "Lena: no call logged since Thu 12 March (away Mon 16 March to Sun 22 March)" in team.text("Maria", "monday")


def test_a_lost_deal_has_its_newest_reason(team):
    for line in ("lost Harbour: went quiet", "reopen Harbour", "lost Harbour: chose a rival"):
        team.say("Tom", line)
    assert "• Harbour Foods (Tom): chose a rival" in team.text("Maria", "monday")


def test_what_is_asked_for_a_day_off_is_read_in_the_next_list(team):
    team.until(datetime(2026, 3, 13, 12, tzinfo=UTC))
    told = team.text("Maria", "ask Tom to send the floor plan to Harbour by 14 March")
    assert "Tom reads it in the list of Mon 16 March." in told


def test_who_leads_further_up_sees_on_after_a_handover(team):
    team.say("Vera", "new Dova")
    assert "Lena, Maria and Vera; you as before" in team.text("Vera", "give everything to Lena")


def test_nobody_is_asked_about_a_cover_that_cannot_be(team):
    told = team.text("Ben", "cover Tom by Ben until Friday")
    assert "You are not in one team with Tom. Abe Stone can say it" in told
    assert not team.inbox("Tom")


@pytest.mark.parametrize("line", ["monday", "who is behind?"])
def test_who_sees_it_is_said(team, line):
    team.forward(days=1)
    assert "Only you see this answer." in team.text("Maria", line)


@pytest.mark.parametrize(
    "line",
    ["lena covers tom mon til wed", "Lena covers Tom from Mon until Wed", "lena is covering tom monday to wednesday"],
)
def test_a_cover_that_is_to_come_is_told_with_both_its_days(team, line):
    assert "Lena covers Tom from Mon 16 March until" in team.text("Maria", line)
    assert "Lena covers Tom from Mon 16 March until" in team.text("Maria", "who covers tom?")
    assert "Lena covers Tom from Mon 16 March until" in team.text("Maria", "cover")
