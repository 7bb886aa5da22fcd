"""What a user sees of the rules in docs/playbook.md, rule by rule, through the whole core."""

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.cards import Text, Tone, plain_text
from bot.playbook.cliches import hits
from bot.playbook.questions import FIRST_QUESTIONS, STANDING_QUESTIONS, question_for_them
from tests.playbook.history import Story, day
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

BOT = Path(__file__).parents[1] / "bot"
CALL = 'logcall Acme: Dana said "the board wants two quotes", she sends the plan by fri, i send pricing tomorrow'


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026
    made.say("Tom", "new Acme, 40 seats")
    return made


def questions_in(card) -> list[str]:
    return [
        block.text
        for block in card.blocks
        if isinstance(block, Text) and block.tone is Tone.strong and "?" in block.text
    ]


@pytest.mark.rule("S6")
@pytest.mark.rule("S50")
@pytest.mark.rule("S32")
def test_a_first_call_without_a_next_step_is_asked_about_once(team):
    card = team.say("Tom", "logcall Acme: talked about the rollout").card
    assert questions_in(card) == ["When do you speak next?"]


@pytest.mark.rule("S37")
def test_what_a_call_left_open_is_asked_before_anything_else(team):
    card = team.say("Tom", "logcall Acme: Dana sends the plan").card
    assert questions_in(card) == ["By when will they send the plan?"]


@pytest.mark.rule("S8")
def test_a_morning_holds_ten_lines_and_says_how_many_wait(team):
    for number in range(14):
        team.say("Tom", f"new Firm{number}")
        team.say("Tom", f"logcall Firm{number}: i send pricing tomorrow")
    team.forward(days=1)
    text = team.text("Tom", "followups")
    assert text.count("• Firm") + text.count("• Acme") == 10
    assert "more can wait." in text


@pytest.mark.rule("S9")
@pytest.mark.rule("S54")
@pytest.mark.rule("H51")
def test_nothing_counts_points_and_nobody_is_shamed():
    said = "\n".join(
        path.read_text(encoding="utf-8") for folder in ("views", "playbook") for path in (BOT / folder).glob("*.py")
    )
    worn = r"\b(?:streaks?|leader ?board|high ?score|you failed|you forgot|lazy|shame on|slacking|your fault|disappointing|embarrass\w*)\b"
    texts = re.findall(r'"[^"\n]*"', said)
    assert [text for text in texts if re.search(worn, text, re.IGNORECASE)] == []


@pytest.mark.rule("S13")
def test_a_prospect_is_earned_by_a_step_of_theirs_or_the_reps_word(team):
    team.say("Tom", 'logcall Acme: Dana said "we like it"')
    assert "Not yet qualified" in team.text("Tom", "where are we on Acme?")
    team.say("Tom", "logcall Acme: Dana sends the plan by fri")
    assert "Not yet qualified" not in team.text("Tom", "where are we on Acme?")


@pytest.mark.rule("S17")
@pytest.mark.rule("S49")
@pytest.mark.rule("H32")
def test_prep_says_what_the_call_is_for_and_what_both_sides_owe(team):
    team.say("Tom", CALL)
    text = team.text("Tom", "prep Acme")
    for line in (
        "This call is for: ",
        "“the board wants two quotes”",
        "They owe: send the plan",
        "We owe: send pricing",
        "Ways to begin",
    ):
        assert line in text


@pytest.mark.rule("S18")
@pytest.mark.rule("S38")
@pytest.mark.rule("S39")
def test_every_fact_has_its_call_and_a_promise_what_became_of_it(team):
    team.say("Tom", CALL)
    text = team.text("Tom", "where are we on Acme?")
    assert "Last contact: Thu 12 March\nSource: call log with Dana." in text
    assert "They promised: send the plan, Fri 13 March" in text
    assert "We promised: send pricing, Fri 13 March" in text
    team.say("Tom", "she sent the plan")
    assert "nothing open; send the plan, done Thu 12 March" in team.text("Tom", "where are we on Acme?")


@pytest.mark.rule("S22")
def test_a_next_step_is_kept_as_it_was_agreed(team):
    assert "demo Tue 17 March 10:00, agreed" in team.text("Tom", "logcall Acme: demo tue 10am") + team.text(
        "Tom", "where are we on Acme?"
    )


@pytest.mark.rule("S23")
def test_a_stranger_is_not_asked_where_we_stand():
    assert question_for_them(Story().history, day(3)) in FIRST_QUESTIONS
    assert question_for_them(Story().touch(0).history, day(7)) in STANDING_QUESTIONS


@pytest.mark.rule("S24")
@pytest.mark.rule("S25")
@pytest.mark.rule("S26")
@pytest.mark.rule("S27")
@pytest.mark.rule("S28")
@pytest.mark.rule("S29")
@pytest.mark.rule("S30")
@pytest.mark.rule("S31")
def test_each_question_of_the_bank_has_its_turn_and_none_comes_twice_running():
    history = Story().touch(0).history
    days = [day(0) + timedelta(days=number) for number in range(1, 40)]
    asked = [question_for_them(history, on) for on in days if on.weekday() < 5]
    assert set(asked) == set(STANDING_QUESTIONS)
    assert all(one != other for one, other in pairwise(asked))


@pytest.mark.rule("S33")
def test_who_leads_sees_the_team_and_nobody_else_does(team):
    team.say("Tom", CALL)
    assert "Tom" in team.text("Maria", "where is my team?")
    assert "Acme" not in team.text("Omar", "where is my team?")


@pytest.mark.rule("S35")
def test_a_worn_phrase_comes_back_with_words_of_the_deals_own(team):
    team.say("Tom", CALL)
    text = team.text("Tom", "check Hi Dana, just checking in about Acme")
    assert "“checking in”" in text
    assert "the board wants two quotes" in text


@pytest.mark.rule("S41")
@pytest.mark.rule("S53")
@pytest.mark.rule("H33")
def test_words_for_each_channel_carry_their_context(team):
    team.say("Tom", 'logcall Acme: Dana said "the board wants two quotes"')
    team.forward(days=7)
    text = team.text("Tom", "words Acme")
    for channel in ("Phone:", "Voicemail:", "Email, subject"):
        assert channel in text
    assert text.count("the board wants two quotes") >= 3
    assert "What would you need from me before the next step?" in text


@pytest.mark.rule("S52")
def test_who_bought_is_still_kept_a_promise_to(team):
    team.say("Tom", CALL)
    team.say("Tom", "won Acme")
    team.forward(days=1)
    assert "send pricing" in team.text("Tom", "followups")
    team.say("Tom", "reopen Acme")
    assert "Acme" in team.text("Tom", "deals")


@pytest.mark.rule("H8")
def test_nothing_here_can_write_to_a_prospect():
    source = "\n".join(path.read_text(encoding="utf-8") for path in BOT.parent.glob("[abs]*/**/*.py"))
    assert re.findall(r"\b(?:smtplib|twilio|sendgrid|email\.mime|imaplib)\b", source) == []


@pytest.mark.rule("H17")
def test_the_list_of_deals_is_who_what_and_last_contact_as_a_file_too(team):
    team.say("Tom", CALL)
    assert "Acme, Dana; what: 40 seats; last contact: Thu 12 March" in team.text("Tom", "deals")
    file = team.say("Tom", "deals export").file
    assert file is not None
    assert file.text.lstrip("\ufeff").splitlines() == [
        '"Who","What","Last contact"',
        '"Acme, Dana","40 seats","2026-03-12"',
    ]


@pytest.mark.rule("H18")
def test_only_who_is_needed_to_log(team):
    form = team.say("Tom", "logcall Acme").form
    assert form is not None
    assert [field.name for field in form.fields if field.required] == ["deal"]
    assert "Logged: Acme" in team.text("Tom", "logcall Acme: spoke")
    assert "Acme: voicemail left" in team.text("Tom", "done Acme voicemail")


@pytest.mark.rule("H31")
def test_their_own_timing_is_when_the_deal_wakes(team):
    team.say("Tom", "logcall Acme: Dana says not before 20 April")
    assert "Mon 20 April" in team.text("Tom", "where are we on Acme?")
    team.forward(days=21)
    assert "Acme, Dana" not in team.text("Tom", "followups")


@pytest.mark.rule("H35")
def test_the_bot_itself_says_nothing_that_the_wall_would_catch(team):
    team.say("Tom", CALL)
    team.forward(days=8)
    for line in (
        "help",
        "followups",
        "where are we on Acme?",
        "prep Acme",
        "deals",
        "upcoming",
        "status",
        "settings",
        "does it work?",
        "coach me",
        "undo",
    ):
        told = plain_text(team.say("Tom", line).card)
        assert [hit.found for hit in hits(told) if hit.cliche.blocks] == [], line


@pytest.mark.rule("H39")
def test_the_last_message_is_proposed_with_what_was_spent(team):
    team.say("Tom", 'logcall Acme: Dana said "we like it"')
    for _ in range(3):
        team.forward(days=14)
        team.say("Tom", "done Acme voicemail")
    team.forward(days=14)
    team.say("Tom", "heard nothing Acme")
    text = team.text("Tom", "followups")
    assert "time for the one yes-or-no message; 4 touches, 21 minutes so far" in text
