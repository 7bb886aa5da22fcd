"""How the texts sound: each sentence here was once wooden, ungrammatical or wrong in docs/gallery.md."""

from datetime import date, timedelta

import pytest

from bot.cards import Draft
from bot.days import spoken
from bot.phrases import for_them
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def told(team: Team, *lines: str, days: int = 0) -> str:
    for line in lines:
        team.say("Tom", line)
    team.forward(days=days)
    drafts = [block for block in team.say("Tom", "words Acme").card.blocks if isinstance(block, Draft)]
    ways = team.text("Tom", "prep Acme").split("Ways to begin")[-1].split("Their words stay")[0]
    return "\n".join([*(f"{draft.label}: {draft.text}" for draft in drafts), ways])


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("deck oven", "about the deck oven"),
        ("40 seats", "about the 40 seats"),
        ("our spring order", "about our spring order"),
        ("the pilot", "about the pilot"),
        ("Moving to the cloud", "about moving to the cloud"),
    ],
)
def test_a_topic_stands_in_a_sentence_with_its_article(team, title, said):
    assert f"{said}" in told(team, f"new Acme, {title}", "logcall Acme: spoke to Dana", days=7)


def test_a_title_that_is_a_task_fits_behind_no_about(team):
    text = told(team, "new Acme, replace the vans", "logcall Acme: Dana checks with finance by Fri", days=6)
    assert "replace the vans" not in text
    assert "When we spoke last Thursday, you were going to check with finance" in text


def test_a_late_promise_is_offered_another_day_and_never_held_up(team):
    text = told(team, "new Acme, 40 seats", "logcall Acme: Dana sends the drawings by Fri", days=6)
    assert "or is another day easier?" in text
    assert not any(word in text for word in ("late", "overdue", "still have not", "haven't", "what changed"))


def test_with_a_call_agreed_the_promise_is_left_for_it(team):
    text = told(
        team, "new Acme, 40 seats", "logcall Acme: Dana sends the drawings by Fri, call Thu 19 March 10:00", days=4
    )
    assert "Shall we come to that in our call on Thursday?" in text


def test_our_own_late_promise_is_said_plainly_and_nothing_is_asked_of_them(team):
    text = told(team, "new Acme, 40 seats", "logcall Acme: spoke to Dana, I send the offer by Fri", days=6)
    assert "I promised you the offer by Friday 13 March, and I am late with that." in text
    assert "suit you for a short call" not in text


def test_a_long_promise_of_ours_still_comes_first_on_the_list(team):
    text = told(
        team,
        "new Acme, 40 seats",
        "logcall Acme: spoke to Dana, I check the delivery dates with the yard by Fri",
        days=6,
    )
    assert "I promised to check the delivery dates with the yard, and I am late with that;" in text


def test_behind_a_thing_from_the_shelf_that_is_the_thing(team):
    text = told(
        team,
        "new Acme, 40 seats",
        "logcall Acme: Dana sends the counts by Fri",
        "shelf event: open day in Leeds, 14 May",
        days=6,
    )
    assert "on Thursday 14 May. Is that of use to you?" in text
    assert "14 May. Would" not in text
    assert "14 May. Shall" not in text


def test_who_did_not_come_is_offered_a_day_in_every_text(team):
    text = told(team, "new Acme, 40 seats", "logcall Acme: spoke to Dana, demo Fri 10:00")
    team.forward(days=1)
    text = told(team, "done Acme no show", days=3)
    assert (
        text.count("We missed each other on Friday for our demo.") + text.count("We missed each other last Friday") == 3
    )
    assert "suit you better, or is another day easier?" in text


@pytest.mark.rule("H50")
def test_who_comes_back_is_thanked_and_asked_what_is_different(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "we like it"')
    team.say("Tom", "let go Acme: no answer")
    team.forward(days=60)
    text = told(team, "reply Acme: we want to look at it again", days=3)
    assert "Thank you for coming back to us." in text
    assert "What has changed since March?" in text


def test_who_is_back_from_leave_is_welcomed(team):
    text = told(
        team, "new Acme, 40 seats", "logcall Acme: Dana lists the sites by Mon", "Dana is back 19 March", days=7
    )
    assert "Welcome back." in text
    assert "welcome back; you were going to list the sites" in text


def test_to_a_successor_the_letter_says_who_writes(team):
    text = told(
        team, "new Acme, claims portal", "logcall Acme: Dana sends a sample by Fri",
        "logcall Acme: Dana has left the company, new contact is Helen Ortiz", days=6,
    )  # fmt: skip
    assert "I am Tom Becker at Northlight. Last Thursday Dana and I spoke about the claims portal" in text
    assert (
        "is that with you now?" in text
        or "can you tell me how far that is?" in text
        or "do you know where that stands" in text
    )


def test_a_letter_has_one_ask(team):
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "we like it", I send the case study tomorrow')
    text = told(team, "sent Acme the case study", days=7)
    email = text.split("Email:")[1].split("\n•")[0]
    assert email.count("?") == 1


def test_a_day_they_asked_for_is_asked_about_in_every_text(team):
    text = told(team, "new Acme, 40 seats", "logcall Acme: spoke to Dana, she wants a demo next Wed", days=1)
    assert text.count("ou asked for a demo on Wednesday 18 March; shall we fix that?") == 4


def test_the_curators_own_list_stays_theirs():
    assert for_them("ask the curators for their list") == "ask the curators for their list"
    assert for_them("send the drawings to their board") == "send the drawings to your board"


def test_a_word_that_was_true_on_the_day_of_the_log_is_not_said_later():
    assert for_them("send the deck tomorrow and the prices") is None


def test_american_dates_have_their_comma(team):
    team.say("Omar", "new Acme, 40 seats")
    assert "by Friday, March 20." in team.text("Omar", "logcall Acme: Dana checks with finance by 3/20")


def test_a_time_that_has_come_is_asked_about_in_their_words(team):
    team.say("Tom", "new Acme, X-ray unit")
    team.say("Tom", 'logcall Acme: Dana said "we buy in June, after the audit"')
    team.say("Tom", "let go Acme")
    text = told(team, days=85)
    assert "you said “we buy in June, after the audit”; is " in text
    assert "Is now a good time to pick it up again, or is another week better?" in text


def test_a_promise_that_fits_behind_no_to_is_shown_for_editing_and_not_said(team):
    long = "asks the head of procurement and the safety team for their view of the trial"
    text = told(team, "new Acme, 40 seats", f"logcall Acme: Dana {long} by Fri", days=6)
    assert "you were going to Dana" not in text
    assert "Put this into your own words before you use it" in team.text("Tom", "words Acme")


def test_after_a_no_nothing_is_pressed_for(team):
    text = told(team, "new Acme, 40 seats", 'logcall Acme: Dana said "we have no use for it", not interested', days=8)
    assert "hat decided it, and what would have to be different?" in text
    assert "short call" not in text


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (1, "yesterday"), (3, "on Monday"), (4, "last Sunday"), (6, "last Friday"), (7, "on Thursday 5 November"),
        (10, "on Monday 2 November"), (12, "on Saturday 31 October"), (20, "on 23 October"), (30, "in October"),
    ],
)  # fmt: skip
def test_a_weekday_names_a_day_only_until_there_is_another_of_that_name(ago, said):
    assert spoken(date(2026, 11, 12) - timedelta(days=ago), date(2026, 11, 12)) == said
