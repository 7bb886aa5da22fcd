"""Plain lines: what they mean, and what must not be mistaken for them."""

from datetime import UTC, datetime

import pytest

from bot.commands import Nonsense, command_from
from bot.commands.deals import NewDeal, Where
from bot.commands.lists import Owed, OwedBy
from bot.commands.own import Away, Undo
from bot.conversation.plain.correcting import other_day
from bot.reading.plain.endings import End, told_ending
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("oops", Undo(in_words=True)),
        ("oops, sorry", Undo(in_words=True)),
        ("Scrap that!", Undo(in_words=True)),
        ("sorry, forget that", Undo(in_words=True)),
        ("take that back", Undo(in_words=True)),
        ("that was a mistake", Undo(in_words=True)),
        ("what do I owe?", Owed(OwedBy.us)),
        ("what do we owe", Owed(OwedBy.us)),
        ("who owes me what", Owed(OwedBy.them)),
        ("what am i waiting for?", Owed(OwedBy.them)),
        ("who owes what", Owed(OwedBy.both)),
        ("whats late", Owed(OwedBy.late)),
        ("what’s overdue?", Owed(OwedBy.late)),
        ("anything late?", Owed(OwedBy.late)),
        ("who is behind", Where("my team", only_due=True)),
        ("who's behind on what?", Where("my team", only_due=True)),
        ("im sick today", Away("", days=("today",))),
        ("off sick", Away("", days=("today",))),
        ("i'm off mon and tues", Away("", days=("mon", "tues"))),
        ("I’ll be out on Friday", Away("", days=("Friday",))),
        ("taking friday off", Away("", days=("friday",))),
        ("not in tomorrow", Away("", days=("tomorrow",))),
        ("on holiday till the 5th", Away("the 5th")),
        ("i'm on leave from 3 August to 17 August", Away("17 August", "3 August", through=True)),
        ("i'm on leave from 3 August until 17 August", Away("17 August", "3 August")),
        ("sick for two days", Away("in 2 days")),
        ("away until Tuesday", Away("Tuesday")),
        ("new deal with Globex, dana reyes", NewDeal("Globex", "Dana Reyes")),
        ("new deal with Dana Reyes at Globex", NewDeal("Globex", "Dana Reyes")),
        ("new deal with Globex, 40 seats", NewDeal("Globex, 40 seats")),
        ("new Acme, office chairs", NewDeal("Acme, office chairs")),
    ],
)
def test_a_plain_line_is_its_command(line, command):
    assert command_from(line) == command


@pytest.mark.parametrize(
    "line",
    [
        "i'm off to see Acme",
        "i'm out of stock",
        "off the record: they are broke",
        "sorry",
        "no",
        "i'm off",
        "remind me",
    ],
)
def test_what_only_begins_like_one_is_none(line):
    assert isinstance(command_from(line), Nonsense)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("no, tuesday", "tuesday"),
        ("no, i meant tuesday", "tuesday"),
        ("sorry, Tue not Thu", "Tue"),
        ("make it friday instead", "friday"),
        ("should be 17 March", "17 March"),
        ("actually tue 10:00", "tue 10:00"),
        ("no demo tue", ""),
        ("no call on friday", ""),
        ("wait until friday", ""),
        ("tuesday", ""),
        ("no answer", ""),
        ("no, they moved it to tuesday because the boss is away", ""),
    ],
)
def test_the_day_that_was_meant(line, day):
    assert other_day(line) == day


@pytest.mark.parametrize(
    ("line", "end", "about", "why", "sure"),
    [
        ("acme signed", End.won, "acme", "", True),
        ("Acme have just signed the contract!", End.won, "Acme", "", True),
        ("we won acme", End.won, "acme", "", True),
        ("we've landed Acme for 12k", End.won, "Acme for 12k", "", True),
        ("acme signed for 12,000 EUR", End.won, "acme for 12,000 EUR", "", True),
        ("closed acme 12k", End.closed, "acme 12k", "", True),
        ("acme is closed won", End.won, "acme", "", True),
        ("we lost acme", End.lost, "acme", "", True),
        ("acme went with a competitor", End.lost, "acme", "went with a competitor", True),
        ("acme are going with someone else", End.lost, "acme", "are going with someone else", True),
        ("acme went with Rivalco", End.lost, "acme", "went with Rivalco", False),
        ("acme turned us down", End.lost, "acme", "turned us down", True),
        ("acme isn't interested", End.lost, "acme", "isn't interested", True),
        ("acme said no", End.lost, "acme", "said no", False),
    ],
)
def test_an_end_that_is_told(line, end, about, why, sure):
    told = told_ending(line)
    assert told is not None
    assert (told.end, told.about, told.why, told.sure) == (end, about, why, sure)


@pytest.mark.parametrize(
    "line",
    ["acme hasn't signed", "if acme signs we win", "acme almost signed", "acme will go with a competitor", "did acme sign?",
     "acme signed the NDA", "acme never signed", "she sent the contract", "dana picked up, bad timing, phone again at 4", "acme went for lunch, try later",
     "dana has gone for the day"],
)  # fmt: skip
def test_what_has_not_ended(line):
    assert told_ending(line) is None


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in ("new Acme", "new Borealis", "logcall Acme: Dana sends the contract by Fri, I send the deck Mon"):
        team.say("Tom", line)
    return team


def test_what_is_told_to_have_come_settles_the_promise_that_fits(team):
    assert "send the contract, done" in team.text("Tom", "she sent the contract")
    assert "send the deck, done" in team.text("Tom", "sent acme the deck")


@pytest.mark.parametrize(
    "line",
    ["She's sent the contract already", "dana sent over the signed contract", "got the contract from dana", "contract came in",
     "acme sent the contract", "she sent it"],
)  # fmt: skip
def test_what_came_is_told_in_many_ways(team, line):
    assert "send the contract, done" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line", ["I've emailed the deck to Acme", "just sent the deck", "deck sent", "sent dana the deck", "i sent it"]
)
def test_what_was_sent_is_told_in_many_ways(team, line):
    assert "send the deck, done" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("closed acme 12k", "won on Thu 12 March, 12,000"),
        ("closed the acme deal for 12k", "won on Thu 12 March, 12,000"),
        ("we won the deal with acme", "won on Thu 12 March."),
        ("lost acme too expensive", "closed, too expensive."),
        ("we lost the acme deal because of price", "closed, price."),
        ("acme went with a competitor", "closed, went with a competitor."),
        ("she signed", "Is Acme won?"),
        ("closed acme", "won or lost?"),
        ("acme chose us", "Is Acme won?"),
        ("acme signed with Rivalco", "Is Acme lost?"),
        ("acme hasn't signed yet", "Log that with Acme"),
        ("acme signed the NDA", "Noted: signed the NDA"),
        ("i called acme", "Log that with Acme"),
        ("promise moved acme deck tue", "send the deck, now Tue 17 March"),
    ],
)
def test_an_end_is_done_or_asked(team, line, answer):
    assert answer in team.text("Tom", line)


def test_two_promises_that_fit_are_asked_about(team):
    team.say("Tom", "logcall Borealis: Kim sends the contract by Fri")
    asked = team.text("Tom", "she sent the contract")
    assert "Which promise" in asked
    assert "Acme" in asked
    assert "Borealis" in asked
    assert "send the contract, done" in team.text("Tom", "kim sent the contract")


def test_a_corrected_day_is_no_move(team):
    team.say("Tom", "logcall Borealis: I send the quote Mon")
    assert "now Tue 17 March" in team.text("Tom", "no, i meant tuesday")
    assert "moved" not in team.text("Tom", "where are we on Borealis?")


def test_a_day_off_is_corrected_too(team):
    team.say("Tom", "i'm off mon")
    assert "away on Tue 17 March" in team.text("Tom", "no, tuesday")
    assert team.member("Tom").leave == ((datetime(2026, 3, 17, tzinfo=UTC).date(),) * 2,)


def test_a_colleague_is_reminded_by_their_manager_only(team):
    assert "On which day" in team.text("Maria", "remind tom to call acme")
    assert "Tom will send the samples, Fri 13 March" in team.text("Maria", "remind tom to send acme the samples fri")
    assert "up to Tom or Maria" in team.text("Lena", "remind tom to call acme")
    assert "No deal" not in team.text("Tom", "remind me on tuesday to send acme the samples")


def test_what_a_manager_puts_on_a_list_is_asked_for_and_was_promised_to_nobody(team):
    team.say("Tom", "logcall Borealis: Dana said “we like it”")
    team.say("Maria", "remind tom to send borealis the samples fri")
    where = team.text("Tom", "where are we on Borealis?")
    assert "We owe: send the samples, Fri 13 March (asked by Maria)" in where
    assert "Next: no call agreed with them yet; on the list Fri 13 March" in where
    assert "Borealis, Dana: send the samples, asked by Maria" in team.text("Tom", "upcoming")
    for told in (where, team.text("Maria", "where are we on Borealis?")):
        assert "promised" not in told.replace("They promised", "")
    team.forward(days=1)
    due = team.text("Tom", "followups")
    assert "Yours to do\n• Borealis, Dana: send the samples, today (asked by Maria)" in due
    assert "promised" not in team.text("Tom", "words Borealis")
    team.say("Tom", "deal give Borealis to Lena")
    assert "(asked by Maria)" in team.text("Lena", "where are we on Borealis?")
    assert "promised" not in team.text("Lena", "where are we on Borealis?").replace("They promised", "")


def test_what_a_rep_put_on_their_own_list_is_theirs_also_after_a_handover(team):
    team.say("Tom", "remind me to send acme the samples fri")
    team.say("Tom", "deal give Acme to Lena")
    assert "(Tom promised it)" in team.text("Lena", "where are we on Acme?")


def test_nothing_of_a_line_that_fits_nothing_is_lost(team):
    team.say("Tom", "she sent the moon")
    assert "she sent the moon" in team.text("Tom", "resume")


def test_a_leader_sees_what_is_late_in_the_team_and_others_do_not(team):
    team.forward(days=10)
    assert "Acme, Dana (Tom): send the deck" in team.text("Maria", "whats late")
    assert "Acme" not in team.text("Lena", "whats late")
    assert "Acme, Dana: send the deck" in team.text("Tom", "whats late")
