"""Words as said by whoever says them: colleagues are named, nobody in need is sold to, what is to come is not over."""

from datetime import timedelta

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

TALK = 'logcall Acme: spoke to Dana, "two mis-picks are too many", she checks with finance by Fri, I promised the case study by Mon'


@pytest.fixture
@settled
def team(database):
    made = Team(database)
    made.text("Tom", "new Acme, 40 seats")
    return made


def _drafts(text: str) -> str:
    """Only what is said to them."""
    return "\n".join(line for line in text.splitlines() if line.startswith("  "))


@pytest.mark.parametrize("news", ["Dana is in hospital", "her father died", "Dana fell ill", "she is off sick"])
def test_nobody_in_need_is_sold_to_or_asked(team, news):
    team.text("Tom", TALK)
    logged = team.text("Tom", f"logcall Acme: {news}")
    assert "When do you speak next?" not in logged
    assert "To send" not in logged
    words = team.text("Tom", "words Acme")
    assert "nothing to sell" in words
    assert "?" not in words
    assert "finance" not in words
    assert "40 seats" not in words
    prep = team.text("Tom", "prep Acme")
    assert "Ways to begin" not in prep
    team.forward(days=14)
    due = team.text("Tom", "followups")
    assert "> " not in due or "nothing to sell" in due


@pytest.mark.parametrize(
    "news", ["Dana has left the company", "she was laid off last week", "reception said Dana no longer works there"]
)
def test_who_has_left_is_not_addressed_and_the_rep_is_asked_who_it_is_now(team, news):
    team.text("Tom", TALK)
    assert "Who looks after this now?" in team.text("Tom", f"logcall Acme: {news}")
    words = team.text("Tom", "words Acme")
    assert "Dana," not in _drafts(words)
    assert "Who looks after this now?" in words
    team.text("Tom", "deal contact Acme: Sam Okoro, 555 0199")
    words = team.text("Tom", "words Acme")
    assert "Sam, Tom Becker" in words
    assert "you told" not in words
    assert "Dana" in words


def test_a_new_owner_does_not_say_that_they_spoke_or_promised(team):
    team.text("Tom", TALK)
    team.text("Tom", "deal give Acme to Lena")
    words = team.text("Lena", "words Acme")
    assert "told Tom" in words
    assert "told me" not in words
    where = team.text("Lena", "where are we on Acme?")
    assert "We promised: send the case study, Mon 16 March (Tom promised it)" in where
    assert "you promised" not in where.lower()
    team.clock.at += timedelta(days=4)
    assert "Tom promised to send the case study by" in _drafts(team.text("Lena", "words Acme")) or "today" in team.text(
        "Lena", "words Acme"
    )
    assert "Tom promised\n• Acme" in team.text("Lena", "followups")
    assert "I promised" not in team.text("Lena", "words Acme")


def test_a_new_owner_reads_who_spoke_when_nothing_was_quoted(team):
    team.text("Tom", "logcall Acme: spoke to Dana")
    team.text("Tom", "deal give Acme to Lena")
    assert "you and Tom spoke" in team.text("Lena", "words Acme")
    assert "you and Tom" in team.text("Lena", "prep Acme")


def test_a_managers_promise_is_the_managers(team):
    team.text("Tom", "logcall Acme: spoke to Dana")
    team.text("Maria", "logcall Acme: spoke to Dana, I promised the case study by Mon")
    where = team.text("Tom", "where are we on Acme?")
    assert "We promised: send the case study, Mon 16 March (Maria promised it)" in where
    assert "you promised" not in where.lower()
    assert "Maria promised" in team.text("Tom", "upcoming")
    assert "We promised: send the case study, Mon 16 March" in team.text("Maria", "where are we on Acme?")


@pytest.mark.parametrize("what", ["demo", "meeting", "visit"])
def test_what_is_agreed_and_to_come_is_not_talked_about_as_over(team, what):
    team.text("Tom", f"logcall Acme: spoke to Dana, agreed {what} Wed 10:00")
    prep = team.text("Tom", "prep Acme")
    assert f"see in the {what} on Wed 18 March" in prep
    assert "comes after" not in prep
    assert "How far along" not in prep
    assert "where are we" not in prep.split("Ask")[1].split("[")[0]


def test_the_first_no_show_counts_toward_nothing(team):
    team.text("Tom", "logcall Acme: spoke to Dana, agreed demo Thu 12 March 10:00")
    said = team.text("Tom", "logcall Acme: no show")
    assert "of 4" not in said
    assert "they did not come" in said


@pytest.mark.rule("H13")
@pytest.mark.rule("S42")
def test_our_own_late_promise_comes_before_any_question_about_theirs(team):
    team.text("Tom", TALK)
    team.forward(days=6)
    words = _drafts(team.text("Tom", "words Acme"))
    assert "I promised you the case study by Monday 16 March, and I am late with that." in words
    assert "finance" not in words


@pytest.mark.parametrize(
    ("promise", "question"),
    [
        ("she sends the drawings by Fri", " Friday"),
        ("she checks with finance by Fri", " Friday"),
        ("she will think about it", "ou wanted to think about it; how do you see it now?"),
    ],
)
def test_the_question_fits_what_they_were_going_to_do(team, promise, question):
    team.text("Tom", f"logcall Acme: spoke to Dana, {promise}")
    team.forward(days=6)
    words = _drafts(team.text("Tom", "words Acme"))
    assert question in words.split("Email")[0]
    if "finance" in promise or "drawings" in promise:
        assert "or is another day easier?" in words


def test_a_day_to_come_is_asked_about_and_not_the_thing(team):
    team.text("Tom", "logcall Acme: spoke to Dana, she sends the drawings by 27 March")
    assert "Does that day still suit you?" in team.text("Tom", "words Acme")


def test_the_day_on_which_they_are_back_is_no_day_they_named(team):
    team.text("Tom", "logcall Acme: spoke to Dana, she checks with finance by Fri, she is away until 30 March")
    words = team.text("Tom", "words Acme")
    assert "by Monday 30 March" not in words
    assert "They are away until Mon 30 March: keep these for that day." in words


def test_what_they_only_asked_for_is_no_appointment(team):
    team.text("Tom", "logcall Acme: spoke to Dana, she wants a demo next Wed")
    words = _drafts(team.text("Tom", "words Acme"))
    assert "You asked for a demo on Wednesday 18 March" in words
    assert "Our demo" not in words
    assert "We speak on" not in words


def test_a_wait_they_asked_for_is_recalled_as_such(team):
    team.text("Tom", "logcall Acme: spoke to Dana, not before April")
    assert "I'll call you then, as you asked." in team.text("Tom", "words Acme")
    team.forward(days=20)
    words = _drafts(team.text("Tom", "words Acme"))
    assert "you asked us to wait until April. Is now a good time" in words
    assert "Our call" not in words
    assert "you asked us to wait until" in team.text("Tom", "prep Acme")


def test_a_voicemail_says_its_topic_once(team):
    team.text("Tom", "logcall Acme: spoke to Dana, she checks with finance by Fri")
    voicemail = team.text("Tom", "words Acme").split("Voicemail:")[1].split("Email")[0]
    assert voicemail.count("40 seats") == 1


def test_what_we_sent_is_not_said_to_have_arrived(team):
    team.text("Tom", f"{TALK}")
    team.text("Tom", "promise kept case study")
    words = team.text("Tom", "words Acme")
    assert "We sent you the case study" in words
    assert "reached you" not in words


def test_another_persons_words_and_promises_stay_theirs(team):
    team.text("Tom", 'logcall Acme: Dana said "we like it"')
    team.text("Tom", "logcall Acme: spoke to Ivan, he checks the network by Fri")
    team.text("Tom", "done Acme voicemail")  # the recap takes turns: their words, then when it was
    words = _drafts(team.text("Tom", "words Acme"))
    assert "Dana told me “we like it”" in words
    assert "Ivan, Tom Becker" in words


def test_nobody_is_reminded_of_a_colleague_who_has_died(team):
    team.text("Tom", TALK)
    team.text("Tom", "logcall Acme: spoke to Ivan, Dana died last week")
    words = _drafts(team.text("Tom", "words Acme"))
    assert "Dana" not in words
    assert "finance" not in words


def test_a_pronoun_is_not_the_successor(team):
    team.text("Tom", TALK)
    said = team.text("Tom", "logcall Acme: she's been made redundant, speak to Sam instead")
    assert "Who looks after this now?" not in said
    words = team.text("Tom", "words Acme")
    assert "Sam is not there" not in words
    assert "Dana" in words


@pytest.mark.parametrize("zone", ["", ", London"])
def test_no_text_proposes_a_public_holiday_of_theirs_or_ours(team, zone):
    team.text("Tom", f"deal contact Acme: Dana Reyes, 555 0100{zone}")
    if not zone:
        team.text("Tom", "settings country Germany")
    team.text("Tom", 'logcall Acme: spoke to Dana, "two mis-picks are too many"')
    team.forward(days=21)  # Thursday before Easter
    words = team.text("Tom", "words Acme")
    assert "6 April" not in words
    assert "Would Wednesday 8 April at ten suit you" in words


def test_a_persons_name_is_no_topic(database):
    team = Team(database)
    team.text("Tom", "new Old Mill Brewery, Jo Field")
    team.text("Tom", 'logcall Old Mill: "we like it"')
    assert "the Jo Field" not in team.text("Tom", "words Old Mill")
    team.text("Tom", "new Pine, jo")
    team.text("Tom", "deal contact Pine: Jo Field, 555 0111")
    team.text("Tom", 'logcall Pine: Jo said "we like it"')
    assert "the jo" not in team.text("Tom", "words Pine")


def test_after_a_missed_meeting_a_voicemail_keeps_the_useful_sentence(team):
    team.text("Tom", "deal contact Acme: Dana Reyes, 555 0100")
    team.text("Tom", "logcall Acme: no show")
    for line in ("logcall Acme: no show", "done Acme voicemail", "done Acme no answer"):
        team.text("Tom", line)
        words, prep = team.text("Tom", "words Acme"), team.text("Tom", "prep Acme")
        assert "We missed each other today" in words
        assert "Would Monday suit you better" in words
        assert "we missed each other today" in prep
        assert "How close are we" not in prep


def test_somebody_who_was_never_reached_gets_an_honest_first_text(team):
    team.text("Tom", "deal contact Acme: Dana Reyes, 555 0100")
    team.text("Tom", "done Acme voicemail")
    words = team.text("Tom", "words Acme")
    assert "Dana, this is Tom Becker at Northlight. I am calling about the 40 seats." in words
    assert "I'll call you on Monday at ten." in words
    assert "we spoke" not in words.lower()
    assert "message" not in _drafts(words)


def test_what_they_called_dear_is_not_said_back_and_a_named_day_is(team):
    team.text("Tom", "deal contact Acme: Dana Reyes, 555 0100")
    team.text("Tom", 'logcall Acme: Dana said "it is too dear", call me after the 20th')
    words = team.text("Tom", "words Acme")
    assert "dear”" not in _drafts(words)
    assert "Monday 23 March" in _drafts(words)


def test_a_successor_says_who_she_is_and_offers_one_day_in_every_text(team):
    team.text("Tom", "deal contact Acme: Dana Reyes, 555 0100")
    team.text("Tom", 'logcall Acme: Dana said "two mis-picks are too many", she sends the list by 17 March')
    team.text("Tom", "deal give Acme to Lena")
    team.text("Lena", "keep Acme because their audit until 1 June")
    team.forward(days=20)
    words = team.text("Lena", "words Acme")
    assert words.count("I have taken over from Tom here.") == 3
    assert "Tuesday" not in _drafts(words).replace("Tuesday 17 March", "")
    assert _drafts(words).count("1 June") >= 3


def test_one_new_subject_at_a_time(team):
    team.text("Tom", "deal contact Acme: Dana Reyes, 555 0100")
    team.text("Tom", 'logcall Acme: Dana said "two mis-picks are too many", she sends dates by Fri')
    team.text("Tom", "shelf case study: how Mill Lane halved its mis-picks")
    team.text("Tom", "question Acme: who else signs?")
    words = team.text("Tom", "words Acme")
    assert "who else signs?" in _drafts(words)
    assert "Mill Lane" not in _drafts(words)
