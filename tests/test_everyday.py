"""What people type where we have another word for it does what our word does; what was said on a call is never taken for it."""

from pathlib import Path

import pytest

from bot.commands import command_from
from bot.commands.everyday import about_somebody, in_our_words
from tests.team import Team

ONE_DATABASE = True
TOLD = [
    line.partition(" | ")[0]
    for line in (Path(__file__).parent / "data" / "reading" / "told.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _ours(line: str) -> str:
    about = about_somebody(line)
    return in_our_words(line) or (about.text if about else "")


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("show me my list please", "followups"), ("resend my list", "followups"), ("my calls today", "followups"), ("todo", "followups"),
        ("can you send me my digest again", "followups"), ("who do i need to call", "followups"),
        ("what time is my list", "status"), ("when does my digest come?", "status"), ("why didn't I get a list today", "status"),
        ("open deals", "deals"), ("show me all my deals", "deals"), ("list my customers", "deals"),
        ("deals closing this month", "what closes this month"), ("what's closing soon", "what closes this month"),
        ("export my deals", "deals export"), ("download my data as csv", "deals export"), ("how do i export my deals?", "deals export"),
        ("show all promises", "owed"), ("show my team", "where is my team"), ("who's on my team", "team"), ("who is my manager?", "team"),
        ("who can read my notes", "team"), ("my settings", "settings"), ("change my preferences", "settings"),
        ("send my list at 8", "settings digest 8"), ("change my digest time to 7:30", "settings digest 7:30"), ("i want my list at 7am", "settings digest 7am"),
        ("turn off notifications", "settings list off"), ("no more messages please", "settings list off"), ("turn my reminders off", "settings list off"),
        ("commands", "help"), ("how does this work?", "help"), ("what can you do?", "help"), ("so what can I type here", "help"), ("which commands do you know", "help"), ("how can you help me", "help"),
        ("import file.csv", "import"), ("upload my deals", "import"), ("how do I import deals from Salesforce?", "import"), ("how do i log a call", "help"), ("my stats", "how am i doing"), ("win rate", "how am i doing"),
        ("acme history", "where are we on acme"), ("show notes for acme", "where are we on acme"), ("find Hull Foods", "where are we on Hull Foods"),
        ("look up dana's account", "where are we on dana"), ("next steps with acme?", "where are we on acme"), ("who is Dana Reyes", "where are we on Dana Reyes"),
        ("last call with acme", "when did i last speak to acme"), ("dana's number", "phone number for dana"), ("what's Dana's mobile?", "phone number for Dana"),
        ("is anyone else working on acme", "who has acme"), ("transfer acme to maria", "give acme to maria"),
        ("remind me in 2 weeks to call acme", "remind me to call acme in 2 weeks"), ("on friday remind me about acme", "remind me about acme on friday"),
        ("stop reminding me about acme", "snooze acme"), ("mute acme", "snooze acme"), ("change acme's value to 5000", "deal value acme 5000"),
        ("the value of acme is 12k", "deal value acme 12k"), ("acme's contact is Dana Reyes", "deal contact acme: Dana Reyes"),
        ("dana's new number is 555 0199", "deal contact dana: dana, 555 0199"), ("close acme as won", "won acme"), ("mark acme lost", "lost acme"),
        ("schedule a call with dana tuesday 3pm", "next dana tuesday 3pm as you plan it"), ("arrange a demo with Dana Reyes on 14 April", "next Dana Reyes demo on 14 April as you plan it"),
        ("show me Tom's deals", "deals Tom"), ("tom's list today", "followups tom"), ("all open deals", "deals all"), ("all my open deals", "deals"), ("export team deals", "deals all"),
        ("move all deals from tom to omar", "give tom's deals to omar"), ("overdue promises", "what's late"), ("weekly team report", "does it work team"),
        ("lost deals this month", "what did we lose this month"), ("why do we lose", "why do customers say no"), ("invite a new rep", "people"),
        ("team settings", "settings policy"), ("set max attempts to 5", "settings policy"), ("how often do we follow up?", "settings policy"), ("set holidays", "holidays"),
        ("Toms deals", "deals Tom"), ("lenas list", "followups lena"), ("borealis is back on", "reopen borealis"), ("Borealis back on", "reopen Borealis"), ("Acme's on again", "reopen Acme"),
        ("anything I should worry about?", "which deals are at risk"), ("what should I worry about", "which deals are at risk"),
        ("write dana an email", "words dana"), ("voicemail script acme", "words acme"),
    ],
)  # fmt: skip
def test_it_is_the_line_that_could_have_been_typed(typed, ours):
    assert _ours(typed) == ours
    assert in_our_words(typed) != ours or command_from(typed) == command_from(ours)


@pytest.mark.parametrize(
    "line",
    [
        "log a call", "deal value 1", "deal value 5000", "send notes", "history was bad", "find me a deal", "next step is a demo", "next step demo friday", "next call friday", "show me everything",
        "transfer the money to lee", "assign the task to dana", "booked a call with dana tue 3pm", "book a call with acme", "who is next", "who is away",
        "who said that", "send dana the quote", "acme value it a lot", "dana's contact is out", "the report is late", "open question: who signs", "mark said no",
        "close call with acme", "plan b with acme", "remind me friday", "find out who signs at acme", "show them the demo friday", "view from dana: too dear", "last call went well", "list for 3",
        "set up a demo with Dana for Tuesday, she liked the price", "arrange a call with Acme tuesday, dana wants it",
    ],
)  # fmt: skip
def test_these_are_not(line):
    assert _ours(line) == ""


def test_no_line_about_a_call_is_one():
    assert [line for line in TOLD if _ours(line)] == []
    behind = [line.partition(":")[2].strip() for line in TOLD if ":" in line]
    assert [line for line in behind if _ours(line)] == []


def test_a_phone_number_is_no_call_and_a_call_that_is_planned_is_none_yet(database):
    team = Team(database)
    team.say("Tom", "new deal with Acme, Dana Reyes")
    told = team.text("Tom", "dana's phone is 555 0199")
    assert "Acme: Dana Reyes, 555 0199" in told
    assert "555 0199" in team.text("Tom", "what's dana's number")
    assert "call on Tue 17 March at 15:00" in team.text("Tom", "schedule a call with dana tuesday 3pm")
    assert "last contact: none yet" in team.text("Tom", "deals")
    assert "[Let go: let go 1]" in team.text("Tom", "stop reminding me about acme")


@pytest.mark.parametrize(
    ("deals", "line", "told"),
    [
        (("Mark Tools", "Tools Ltd"), "Mark Tools won", "Mark Tools: won"), (("Close Brothers", "Brothers Inc"), "Close Brothers won", "Close Brothers: won"),
        (("Acme",), "order value 5000", "order"), (("Acme",), "open budget", "open budget"), (("Acme",), "acme's new number is 555 0199", "Log that with Acme?"),
        (("Acme",), "acme's day", "acme's day"), (("Acme",), "transfer money to acme", "transfer money to acme"),
    ],
)  # fmt: skip
def test_what_may_be_somebody_else_is_not_done(database, deals, line, told):
    team = Team(database)
    for deal in deals:
        team.say("Tom", f"new deal with {deal}, Dana Reyes")
    said = team.text("Tom", line)
    assert told in said
    assert "✓ Tools Ltd" not in said
    assert "✓ Brothers" not in said


def test_a_reason_is_a_reason_and_a_form_is_no_way_to_put_a_command(database):
    team = Team(database)
    team.say("Tom", "new deal with Rho, Ann Lee")
    team.say("Tom", "lost Rho")
    assert "tight timeline" in team.text("Tom", "tight timeline")
    assert "aggressive timeline" in str(team.say("Maria", "wall ban", {"phrase": "aggressive timeline"}).card)
    for nothing in ("", " ", "/", *(f"resume {number}" for number in range(1, 6))):
        assert "Something went wrong" not in team.text("Tom", nothing)


@pytest.fixture
def lost_and_open(database) -> Team:
    team = Team(database)
    for line in ("new Acme", "new Borealis", "logcall Acme: spoke to Dana", "lost Borealis: price"):
        team.say("Tom", line)
    return team


def test_a_deal_that_is_back_on_is_open_again(lost_and_open):
    assert "Borealis: open again" in lost_and_open.text("Tom", "borealis is back on")
    assert "Acme is open already" in lost_and_open.text("Tom", "acme is back on")


def test_who_lets_go_until_a_day_sees_it_again_then_and_a_reason_is_no_day(lost_and_open):
    assert "Acme: on your list Thu 2 April" in lost_and_open.text("Tom", "let go acme until 2 april")
    lost_and_open.say("Tom", "undo")
    assert "Acme: let go" in lost_and_open.text("Tom", "let go acme: no budget until may")


def test_a_leader_asks_for_what_a_rep_has_without_the_apostrophe(lost_and_open):
    said = lost_and_open.text("Maria", "Toms deals")
    assert said == lost_and_open.text("Maria", "Tom's deals")
    assert said.startswith("Tom's open deals: 1")
