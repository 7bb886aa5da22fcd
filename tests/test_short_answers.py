"""A short answer to the question that is open does what its button would; anything else is read as before."""

import pytest

from bot.cards import plain_text
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    for name in ("Quill", "Rho", "Heron Two", "Heron Three"):
        made.say("Tom", f"new {name}")
    return made


def test_yes_creates_the_new_one_and_no_changes_nothing(team):
    team.say("Tom", "logcall Newco: they want the deck")
    assert "Nothing is changed" in team.text("Tom", "no")
    assert "they want the deck" in team.text("Tom", "drafts")
    team.say("Tom", "logcall Corvid: they want the deck")
    assert "Logged: Corvid" in team.text("Tom", "yes")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Friday", "Quill: call on Fri 13 March"),
        ("fri 3pm", "Quill: call on Fri 13 March at 15:00"),
        ("on Friday 27", "Quill: call on Fri 27 March"),
        ("next Tuesday", "Quill: call on Tue 17 March"),
        ("3 April", "Quill: call on Fri 3 April"),
        ("in two weeks", "Quill: call on Thu 26 March"),
        ("none", "Quill: no next step agreed"),
    ],
)
def test_a_day_answers_when_you_speak_next(team, answer, said):
    assert "When do you speak next?" in team.text("Tom", "logcall Quill: he likes it")
    assert said in team.text("Tom", answer)


def test_a_day_answers_which_day_it_is_with_what_and_at_what_hour(team):
    assert "Which day is the meeting?" in team.text("Tom", "logcall Quill: we meet next Fri at 10")
    assert "meeting on Fri 27 March at 10:00" in team.text("Tom", "Friday 27")


def test_a_day_answers_by_when_they_will(team):
    assert "By when will they" in team.text("Tom", "logcall Quill: she sends the signed order")
    assert "Fri 20 March" in team.text("Tom", "20 March")


@pytest.mark.parametrize("answer", ["Heron Three", "heron three", "three", "the second", "the last one", "2nd"])
def test_the_name_or_place_of_a_deal_logs_the_line_that_waits(team, answer):
    assert "Which one is “heron”?" in team.text("Tom", "logcall heron: she likes it")
    assert "Logged: Heron Three" in team.text("Tom", answer)
    assert "Nothing is waiting" in team.text("Tom", "drafts")


@pytest.mark.parametrize("answer", ["heron", "the third", "Quill", "Friday"])
def test_what_is_none_of_them_logs_nothing(team, answer):
    team.say("Tom", "logcall heron: she likes it")
    assert "Logged" not in team.text("Tom", answer)
    assert "she likes it" in team.text("Tom", "drafts")


def test_later_or_after_something_else_was_done_it_is_no_answer(team):
    team.say("Tom", "logcall heron: she likes it")
    team.forward(minutes=4)
    assert "Logged" not in team.text("Tom", "Heron Three"), "a name alone asks where they stand"
    team.say("Tom", "logcall Quill: he likes it")
    team.say("Tom", "done Rho vm")
    assert "Quill: call on" not in team.text("Tom", "Friday")


@pytest.mark.parametrize(
    "line", ["Friday she signs the deal", "Friday or Monday they decide what to do", "next Rho Fri"]
)
def test_a_sentence_or_a_command_is_no_answer(team, line):
    team.say("Tom", "logcall Quill: he likes it")
    assert "Quill: call on" not in team.text("Tom", line)


def test_the_same_day_answers_for_two_deals(team):
    for name in ("Quill", "Rho"):
        team.say("Tom", f"logcall {name}: he likes it")
        assert f"{name}: call on Fri 13 March" in team.text("Tom", "Friday")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("logcall Quill: we meet next Fri", "Another day goes behind the name: next Quill meeting Fri"),
        ("logcall Quill: she signs by 31/2", "Another day goes behind the name: promise by Quill Fri"),
        (
            "keep Quill because of the budget",
            "Another day goes behind the reason: keep Quill because of the budget until Fri",
        ),
    ],
)
def test_beside_the_days_that_are_offered_stands_how_another_is_typed(team, line, hint):
    assert hint in team.text("Tom", line)
    assert "✓ Quill" in team.text("Tom", hint.partition(": ")[2])


def test_a_day_is_no_answer_after_three_minutes_and_says_whose_it_was_before(team):
    team.say("Tom", "logcall Quill: he likes it")
    team.say("Tom", "where are we on Rho?")
    told = team.say("Tom", "Friday")
    assert "Quill: call on Fri 13 March" in plain_text(told.card)
    assert "Undo" in plain_text(told.card)
    team.say("Tom", "logcall Rho: he likes it")
    team.forward(minutes=4)
    assert "Rho: call on" not in team.text("Tom", "Friday")


@pytest.mark.parametrize("typed", ["no", "not yet", "nope"])
def test_no_says_that_no_next_call_is_agreed(team, typed):
    assert "None agreed" in team.text("Tom", "logcall Quill: he likes it")
    assert "Quill: no next step agreed" in team.text("Tom", typed)
    assert "Nothing waits for a yes or a no" in team.text("Tom", typed)


def test_a_deal_that_was_not_offered_is_opened(team):
    team.say("Tom", "new Three")
    team.say("Tom", "logcall heron: she likes it")
    told = team.text("Tom", "Three")
    assert "Logged" not in told
    assert "Three" in told
    assert "Heron" not in told
    assert "she likes it" in team.text("Tom", "drafts")


@pytest.mark.parametrize("typed", ["April", "May", "jan", "Jan.", "q3", "second quarter"])
def test_a_month_or_a_quarter_alone_is_no_day(team, typed):
    team.say("Tom", "logcall Quill: he likes it")
    assert "✓" not in team.text("Tom", typed)


def test_a_contact_or_a_deal_called_like_a_day_is_no_day(team):
    team.say("Tom", "new Monday")
    team.say("Tom", "deal contact Rho Friday Obi")
    for name in ("Monday", "Friday"):
        team.say("Tom", "logcall Quill: he likes it")
        assert "Quill: call on" not in team.text("Tom", name)


def test_somebody_known_elsewhere_is_none_of_the_deals_that_are_offered(team):
    team.say("Tom", "deal contact Rho Three Obi")
    team.say("Tom", "logcall heron: she likes it")
    assert "Logged" not in team.text("Tom", "three")


def test_it_is_found_behind_any_number_of_drafts(team):
    team.say("Tom", "logcall Rho: he likes it")
    tom, now = team.member("Tom").id, team.clock()

    def put(store) -> None:
        for number in range(60):
            store.drafts.put(tom, f'{{"line": "Corvid: call {number}"}}', now)

    team.database.write(team.organisation_id, put)
    assert "Rho: call on Fri 13 March" in team.text("Tom", "Friday")
    assert "Rho: call on" not in team.text("Tom", "Friday"), "it is answered"
    team.say("Tom", "logcall Newco: they want the deck")
    assert "Logged: Newco" in team.text("Tom", "yes")


@pytest.mark.parametrize(
    "other", ["give Ridley", "hold Ridley", "question Ridley", "keep Ridley", "contact Ridley", "later Ridley"]
)
@pytest.mark.parametrize("answer", ["no", "none", "Friday"])
def test_an_answer_is_never_to_what_was_asked_before(database, other, answer):
    team = Team(database)
    team.say("Tom", "new Ridley")
    assert "When do you speak next?" in team.text("Tom", "logcall Ridley: Sam said ok")
    team.say("Tom", other)
    said = team.text("Tom", answer)
    assert "no next step agreed" not in said
    assert "Next step" not in said


def test_nor_is_it_why_a_deal_was_lost(database):
    team = Team(database)
    for name in ("Ridley", "Larkfield"):
        team.say("Tom", f"new {name}")
    team.say("Tom", "lost Ridley")
    team.say("Tom", "give Larkfield")
    assert "closed" not in team.text("Tom", "somebody in the north")


def test_what_only_tells_something_leaves_the_question_open(database):
    team = Team(database)
    team.say("Tom", "new Ridley")
    team.say("Tom", "logcall Ridley: Sam said ok")
    team.say("Tom", "upcoming")
    assert "no next step agreed" in team.text("Tom", "no")
