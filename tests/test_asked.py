"""What a rep typed reaches every place where they look, and what is proposed fits what is on record."""

import itertools
from datetime import UTC, datetime

import pytest

from bot.model import Outcome, Policy
from bot.playbook.cliches import is_clean
from bot.playbook.openers import opener
from bot.playbook.questions import FIRST_QUESTIONS, STANDING_QUESTIONS, question_for_them
from bot.playbook.quotes import is_whole
from tests.playbook.history import Story, day
from tests.team import Team

NOTE = "Sarah likes it; budget freeze til april; boss is dave"


@pytest.fixture
def team(database):
    team = Team(database)
    for line in ("new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new Initech"):
        team.say("Tom", line)
    return team


def test_a_note_reaches_where_prep_and_the_list(team):
    team.say("Tom", "logcall northwind: sarah likes it, budget freeze til april, boss is dave")
    where = team.text("Tom", "where are we on northwind")
    assert f"Your note of Thu 12 March: {NOTE}" in where
    assert "Nobody has asked yet where they stand" in where
    assert f"Tom's note of Thu 12 March: {NOTE}" in team.text("Maria", "where are we on northwind")
    team.forward(days=1)
    team.say("Tom", "done northwind voicemail")
    assert NOTE in team.text("Tom", "prep northwind")
    team.forward(days=7)
    due = team.text("Tom", "followups")
    assert f"Your note of Thu 12 March: {NOTE}" in due
    assert "Nothing of theirs" not in due[due.index("Northwind") :].partition("[Words")[0]


def test_a_shared_answer_names_whose_note_it_is(team):
    team.say("Tom", "logcall northwind: sarah likes it, budget freeze til april, boss is dave")
    shared = team.text("Tom", "share where are we on northwind")
    assert "Tom's note of Thu 12 March" in shared
    assert "Your note" not in shared


def test_a_note_that_is_newer_than_their_words_stands_beside_them(team):
    team.say("Tom", "logcall northwind: “we will buy in May”")
    team.forward(days=1)
    team.say("Tom", "logcall northwind: cfo is nervous")
    where = team.text("Tom", "where northwind")
    assert "we will buy in May" in where
    assert "Your note of Fri 13 March: cfo is nervous" in where


def test_the_first_message_is_counted_as_what_it_is(team):
    told = team.text("Tom", "done initech vm")
    assert "1 message left, no answer since Thu 12 March" in told
    assert " of 4" not in told
    team.forward(days=7)
    assert "2 messages left, no answer since Thu 12 March" in team.text("Tom", "done initech email")


def test_a_known_person_never_called_is_no_missing_contact(team):
    team.forward(days=1)
    due = team.text("Tom", "followups")
    assert "Bluepeak, Marcus: nobody has asked yet where they stand; no call yet" in due
    assert "no contact on record" not in due


def test_somebody_never_spoken_to_is_asked_what_fits_a_first_conversation():
    assert all(map(is_clean, FIRST_QUESTIONS))
    for story in (Story(), Story().touch(0, Outcome.left_voicemail), Story().touch(0, Outcome.no_answer)):
        asked = [question_for_them(story.history, day(n)) for n in (1, 2, 3, 4, 7, 8, 9)]
        assert set(asked) <= set(FIRST_QUESTIONS)
        assert all(one != next_ for one, next_ in itertools.pairwise(asked))
    spoken = [question_for_them(Story().touch(0).history, day(n)) for n in (1, 2, 3, 4, 7)]
    assert set(spoken) <= set(STANDING_QUESTIONS)
    assert all(one != next_ for one, next_ in itertools.pairwise(spoken))


def test_after_a_no_show_the_missed_meeting_comes_first():
    story = Story().touch(0, said="we want to see it work").step(0, 8, "demo").touch(8, Outcome.no_show)
    said = opener(story.history, Policy(), day(9)).text
    assert "missed each other" in said
    assert said.endswith("?")
    assert "yesterday" in said
    assert "day" in question_for_them(story.history, day(9))


def test_todays_agreed_call_has_words_of_its_own_even_with_a_stranger():
    story = Story().step(0, 7, "call", "15:00")
    said = opener(story.history, Policy(), day(7)).text
    assert "our call today" in said
    assert question_for_them(story.history, day(7)) not in {*FIRST_QUESTIONS, *STANDING_QUESTIONS}


def test_a_no_show_and_a_call_today_in_the_list(team):
    team.say("Tom", "next bluepeak today 3pm")
    due = team.text("Tom", "followups")
    assert "Ask: How far along" not in due
    assert "our call today" in due
    team.say("Tom", "done bluepeak no show")
    team.clock.at = datetime(2026, 3, 13, 9, tzinfo=UTC)
    assert "missed each other yesterday" in team.text("Tom", "followups")


@pytest.mark.parametrize(
    "said", ["talk to legal", "probably", "ok", "signed the order form", "not before the new year", "need the offer by fri", "sign next week if finance agrees",
             "too expensive", "the second half of May", "a case study"],
)  # fmt: skip
def test_a_fragment_is_not_quoted_back(said):
    assert not is_whole(said)


@pytest.mark.parametrize(
    "said", ["we like it", "finance likes it", "two mis-picks a day is two too many", "line two stops twice a week", "We sign once finance agrees", "I need Ivan's counts",
             "it depends", "the board approved it", "yes we go ahead, I sign on Monday", "that's too late for us", "price is fine", "Finance wants a second quote, then we sign."],
)  # fmt: skip
def test_a_sentence_may_be_quoted_back(said):
    assert is_whole(said)


def test_a_mail_can_be_sent_as_it_is(team):
    mail = _mail(team.text("Tom", "logcall northwind: sarah will think about it by fri, i will check with maria mon"))
    assert "were going to think" not in mail
    assert "Will Friday 13 March be enough time for you to think about it?" in mail
    assert "I will check with my colleague Maria by Monday 16 March" in mail
    mail = _mail(team.text("Tom", 'logcall bluepeak: marcus said "talk to legal", i send marcus the deck mon'))
    assert "talk to legal" not in mail
    assert "thank you for your time today" in mail
    assert "I will send you the deck by Monday 16 March" in mail


def test_soft_promises_are_asked_about_in_every_text(team):
    team.say("Tom", "logcall northwind: sarah will look into the terms")
    team.forward(days=7)
    for text in (
        team.text("Tom", "words northwind"),
        team.text("Tom", "followups"),
        team.text("Tom", "prep northwind"),
    ):
        said = text.partition("They owe")[0] + text.partition("Ways to begin")[2]
        assert "you were going to look into" not in said
        assert "ave you had time to look into the terms?" in text


def test_a_name_typed_small_is_a_name(team):
    told = team.text("Tom", "logcall northwind: i will ask omar for the terms by mon, then i show sarah the list tue")
    assert "ask Omar for the terms" in told
    assert "show Sarah the list" in told
    told = team.text("Tom", "logcall bluepeak: i mark the pages by mon")
    assert "mark the pages" in told


def _mail(text: str) -> str:
    return text.partition("To send")[2]
