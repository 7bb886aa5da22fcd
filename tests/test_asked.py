"""What a rep typed reaches every place where they look, and what is proposed fits what is on record."""

import itertools
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.local.sample import seed
from bot.app import App
from bot.cards import Line as LineBlock
from bot.cards import Message, plain_text
from bot.commands import Nonsense, command_from
from bot.commands.calls import Done, HeardNothing, LogLine, Words
from bot.commands.deals import Recall, Where
from bot.commands.lists import Deals, Followups, Owed, OwedBy, Upcoming
from bot.model import Outcome, Policy
from bot.playbook.cliches import is_clean
from bot.playbook.openers import opener
from bot.playbook.questions import FIRST_QUESTIONS, STANDING_QUESTIONS, question_for_them
from bot.playbook.quotes import is_whole
from tests.playbook.history import Story, day
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True

NOTE = "Sarah likes it; two plants in Leeds; boss is dave"


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new Initech"):
        team.say("Tom", line)
    return team


def test_a_note_reaches_where_prep_and_the_list(team):
    team.say("Tom", "logcall northwind: sarah likes it, two plants in Leeds, boss is dave")
    where = team.text("Tom", "where are we on northwind")
    assert f"Your note of Thu 12 March: {NOTE}" in where
    assert "Nobody has asked yet where they stand" in where
    assert f"Tom's note of Thu 12 March: {NOTE}" in team.text("Maria", "where are we on northwind")
    assert f"Your note of Thu 12 March: {NOTE}" in team.text("Tom", "words northwind")
    team.forward(days=1)
    team.say("Tom", "done northwind voicemail")
    assert NOTE in team.text("Tom", "prep northwind")
    team.forward(days=7)
    due = team.text("Tom", "followups")
    assert f"Your note of Thu 12 March: {NOTE}" in due
    assert "Nothing of theirs" not in due[due.index("Northwind") :].partition("[What to say")[0]


def test_a_shared_answer_names_whose_note_it_is(team):
    team.say("Tom", "logcall northwind: sarah likes it, two plants in Leeds, boss is dave")
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
             "it depends", "the board approved it", "yes we go ahead, I sign on Monday", "that's too late for us", "price is fine", "the governors meet this month", "Finance wants a second quote, then we sign."],
)  # fmt: skip
def test_a_sentence_may_be_quoted_back(said):
    assert is_whole(said)


def test_a_mail_can_be_sent_as_it_is(team):
    mail = _mail(team.text("Tom", "logcall northwind: sarah will think about it by fri, i will check with maria mon"))
    assert "were going to think" not in mail
    assert "Is Friday 13 March a good day for me to ask what you think?" in mail
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
        assert "ou wanted to look into the terms; what came of that?" in text


def test_a_name_typed_small_is_a_name(team):
    told = team.text("Tom", "logcall northwind: i will ask omar for the terms by mon, then i show sarah the list tue")
    assert "ask Omar for the terms" in told
    assert "show Sarah the list" in told
    told = team.text("Tom", "logcall bluepeak: i mark the pages by mon")
    assert "mark the pages" in told


def _mail(text: str) -> str:
    return text.partition("To send")[2]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("whats on for tomorrow", Upcoming("tomorrow")),
        ("what's on next week?", Upcoming("next week")),
        ("this week", Upcoming("this week")),
        ("what's due this week", Upcoming("this week")),
        ("rest of the week", Upcoming("rest of the week")),
        ("my week", Upcoming()),
        ("upcoming from 31", Upcoming("", 31)),
        ("upcoming next week from 31", Upcoming("next week", 31)),
        ("owed them from 12", Owed(OwedBy.them, first=12)),
        ("who should i call tomorrow", Upcoming("tomorrow")),
        ("Show me tomorrow's list", Upcoming("tomorrow")),
        ("who should i call", Followups()),
        ("who do I ring first?", Followups()),
        ("what should i do now", Followups()),
        ("who's gone quiet", Deals(quiet=True)),
        ("who has gone dark?", Deals(quiet=True)),
        ("which deals are silent", Deals(quiet=True)),
        ("which of my deals have gone quiet", Deals(quiet=True)),
        ("who haven't I spoken to lately", Deals(quiet=True)),
        ("what should i say to hank", Words("hank")),
        ("how do I open with Hank?", Words("Hank")),
        ("write me an email to sarah", Words("sarah")),
        ("draft followup for wonka", Words("wonka")),
        ("nothing from marcus", HeardNothing("marcus")),
        ("still no reply from Marcus Hale", HeardNothing("Marcus Hale")),
        ("haven't heard from marcus", HeardNothing("marcus")),
        ("left a voicemail for sarah", Done("sarah", Outcome.left_voicemail, word="voicemail")),
        ("left vm with bluepeak today", Done("bluepeak", Outcome.left_voicemail, word="voicemail")),
        ("left a message for sarah", Done("sarah", Outcome.left_message, word="message")),
        ("spoke with marcus", LogLine("marcus")),
        ("just talked to Marcus Hale", LogLine("Marcus Hale")),
        ("what did sarah promise", Owed(OwedBy.both, "sarah")),
        ("what does tom owe?", Owed(OwedBy.both, "tom")),
        ("whats tom late on", Owed(OwedBy.late, "tom")),
        ("whats lena up to", Where("lena")),
        ("what did sarah say?", Recall("sarah", words=True)),
        ("anything from sarah?", Where("sarah")),
        ("has marcus replied", Where("marcus")),
        ("status of umbra?", Where("umbra")),
        ("who is behind", Where("my team", only_due=True)),
        ("how many deals do i have", Deals()),
    ],
)
def test_a_plain_question_is_the_command_that_answers_it(line, command):
    assert command_from(line) == command


@pytest.mark.parametrize(
    "line", ["spoke with marcus, he likes it", "left a voicemail for sarah and she called back", "nothing from marcus but his boss wants a demo", "what is this", "spoke to somebody at Fenwick"]
)  # fmt: skip
def test_what_says_more_is_no_plain_question(line):
    assert isinstance(command_from(line), Nonsense)


def test_questions_about_people_are_answered_from_the_record(team):
    team.say("Tom", "logcall northwind: sarah sends the contract by mon, i send the deck tomorrow")
    assert "send the contract, Mon 16 March" in team.text("Tom", "what did sarah promise")
    assert "voicemail left" in team.text("Tom", "left a voicemail for sarah")
    assert "nothing heard" in team.text("Tom", "nothing from marcus")
    assert team.say("Tom", "spoke with marcus").form is not None
    assert "Any time" in team.text("Tom", "thanks")
    assert "You, Thu 12 March: 6 done" in team.text("Tom", "what did i do today")
    assert "Bluepeak" in team.text("Maria", "which deals are silent")


def test_a_leader_asks_about_a_rep_and_a_colleague_learns_nothing(team):
    team.say("Tom", "logcall northwind: sarah sends the contract by mon, i send the deck tomorrow")
    assert "Northwind, Sarah (Tom): send the deck" in team.text("Maria", "what does tom owe")
    assert "contract" not in team.text("Maria", "what does tom owe")
    assert "Tom is late with nothing." in team.text("Maria", "whats tom late on")
    assert "Northwind" in team.text("Maria", "whats tom up to")
    assert "Tom, since Mon 9 March: 4 done" in team.text("Maria", "what did tom do this week")
    assert "Tom, since Mon 9 March: 4 done" in team.text("Maria", "how was tom's week")
    assert "Lena owes nobody anything" in team.text("Maria", "what does lena owe")
    for line in (
        "what does tom owe",
        "whats tom late on",
        "whats tom up to",
        "what did tom do this week",
        "which deals are silent",
    ):
        assert "Northwind" not in team.text("Lena", line)
    assert "seen by Tom and whoever leads them" in team.text("Lena", "what does tom owe")
    assert "send the deck" in team.text("Tom", "what did tom promise")


def test_who_is_behind_names_only_those_with_something_due(team):
    assert "Nobody: no deal to call today" in team.text("Maria", "who is behind")
    team.forward(days=1)
    behind = team.text("Maria", "who is behind")
    assert "Tom Becker" in behind
    assert "Lena" not in behind
    assert "Lena" in team.text("Maria", "where is my team?")


@pytest.mark.parametrize(
    "line", ["actually sarah said wed not tue", "no, sarah said wed", "sorry she meant wed, not tuesday", "actually sarah wants it on wed", "no wed not tue"]
)  # fmt: skip
def test_the_day_somebody_said_is_put_right(team, line):
    team.say("Tom", "logcall northwind: sarah sends the contract by tue, i send the deck by fri")
    assert "send the contract, now Wed 18 March" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line", ["actually 10 ppl", "no she didnt", "no, it was bob", "that's not right", "actually she likes the blue one", "no they said no", "nope, wrong person"]
)  # fmt: skip
def test_what_may_be_wrong_is_taken_back_or_changed_with_one_press(team, line):
    team.say("Tom", "logcall northwind: sarah likes it for 12 ppl, she sends the contract by tue")
    reply = team.say("Tom", line)
    buttons = {button.label: button.command for block in reply.card.blocks for button in getattr(block, "buttons", ())}
    assert {"Take it back", "Change it"} <= set(buttons)
    changed = team.text("Tom", buttons["Change it"])
    assert "logcall Northwind:" in changed
    assert "12 people" in changed or "12 ppl" in changed
    assert "they will send the contract by" in changed
    assert "They promised: nothing open" in team.text("Tom", "where northwind")


def test_what_is_kept_beside_a_correction_can_be_added(team):
    team.say("Tom", "logcall northwind: sarah likes it")
    reply = team.say("Tom", "actually 10 people")
    add = next(
        button.command
        for block in reply.card.blocks
        for button in getattr(block, "buttons", ())
        if button.label == "Add this to it"
    )
    assert "10 people" in team.text("Tom", add)


def test_no_deal_of_somebody_else_is_suggested(team):
    team.say("Tom", "done northwind voicemail")
    told = team.text("Tom", "no, thursday")
    assert "Acme" not in told
    assert "Northwind" in told
    assert "Acme" not in team.text("Lena", "no, thursday")


@pytest.mark.parametrize("line", ["no budget", "no answer at hooli", "no"])
def test_what_only_begins_with_no_is_no_correction(team, line):
    team.say("Tom", "logcall northwind: sarah likes it")
    assert "Take it back" not in team.text("Tom", line)


def test_the_first_two_minutes_of_the_readme_work_as_written(database):
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    day = readme.partition("## One day")[2].partition("## ")[0]
    lines = re.findall(r"^    (\S.*)$", day, re.MULTILINE)
    clock = Clock(datetime(2026, 3, 12, 14, tzinfo=UTC))
    organisation = seed(database, clock())
    app = App(database, clock)
    tom = next(member for member in app.members(organisation) if member.first_name == "Tom")
    said = [plain_text(app.answer(Message(organisation, tom.id, line)).card) for line in lines]
    assert said[0].startswith("Logged: Winslow Dairy")
    assert "Which day" not in said[0]
    assert "Winslow Dairy" in said[1]
    assert "No deal" not in said[1]
    clock.at = datetime(2026, 3, 13, 9, tzinfo=UTC)
    due = app.answer(Message(organisation, tom.id, "followups")).card
    assert "Winslow Dairy, Pat: send the case study, today" in plain_text(due)
    assert sum(bool(line.say) for line in due.blocks if isinstance(line, LineBlock)) > 1


def test_one_day_that_is_asked_about_is_answered_alone(team):
    team.forward(days=1)
    team.say("Tom", "logcall northwind: Sarah sends the plan by monday, I send the quote by tuesday")
    told = team.text("Tom", "what's on tomorrow")
    assert "Tomorrow, Sat 14 March" in told
    assert "Nothing is planned. Next: " in told
    assert "send the quote" not in told
    on_tuesday = team.text("Tom", "what's on on tuesday")
    assert "Tue 17 March" in on_tuesday
    assert "send the quote" in on_tuesday
    assert "From Mon 16 March until Fri 20 March" in team.text("Tom", "what's on next week")
    assert "Until Fri 27 March" in team.text("Tom", "my week")
