"""The shelf and the wall, as they are typed: what is refused and why, what a touch brings, what an undo takes back."""

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True

CASE = "shelf case study: how Harbour cut mis-picks by a third"


@pytest.fixture
def team(database) -> Team:
    return Team(database)


def house(team: Team):
    return team.database.read(team.organisation_id, lambda store: store.house.all())


@pytest.fixture
def borealis(team) -> Team:
    team.text("Tom", CASE)
    team.text("Tom", "new Borealis, forty seats")
    team.text("Tom", 'logcall Borealis: Dana said "the night shift misses two picks a day"')
    team.forward(days=7)
    return team


@pytest.mark.rule("S10")
@pytest.mark.parametrize(
    "line",
    ["done Borealis", "done Borealis email", "logcall Borealis: left her a voicemail", "logcall Borealis: spoke, fine"],
)
def test_a_touch_that_reached_them_brings_what_was_proposed_and_an_undo_takes_it_back(borealis, line):
    assert "We have a new case" in borealis.text("Tom", "words Borealis")
    assert "counts as brought up" in borealis.text("Tom", line)
    borealis.forward(days=8)
    assert "new case" not in borealis.text("Tom", "words Borealis")
    borealis.forward(days=-8)
    borealis.text("Tom", "undo")
    borealis.forward(days=8)
    assert "We have a new case" in borealis.text("Tom", "words Borealis")


@pytest.mark.rule("S10")
@pytest.mark.parametrize(
    "line",
    [
        "done Borealis no answer",
        "done Borealis no show",
        "reply Borealis: fine",
        "logcall Borealis: no answer",
        "done Borealis definitive",
    ],
)
def test_a_touch_that_could_not_bring_it_does_not(borealis, line):
    assert "brought" not in borealis.text("Tom", line)
    borealis.forward(days=8)
    assert "how Harbour cut" in borealis.text("Tom", "words Borealis")


@pytest.mark.rule("S10")
def test_two_touches_of_one_day_bring_one_thing_and_another_day_the_next(borealis):
    borealis.text("Tom", "shelf news: a scanner for cold rooms")
    borealis.forward(days=1)
    assert "cold rooms" in borealis.text("Tom", "done Borealis voicemail")
    assert "brought" not in borealis.text("Tom", "done Borealis email")
    assert "cold rooms" in borealis.text("Tom", "words Borealis")
    borealis.forward(days=8)
    assert "how Harbour cut" in borealis.text("Tom", "done Borealis email")


@pytest.mark.rule("S10")
@pytest.mark.parametrize("line", ["done Borealis email", "logcall Borealis: spoke, fine"])
def test_what_went_up_today_counts_only_when_that_is_said(team, line):
    team.text("Tom", "new Borealis, forty seats")
    team.text("Tom", 'logcall Borealis: Dana said "the night shift misses two picks a day"')
    team.forward(days=7)
    team.text("Tom", CASE)
    said = team.text("Tom", line)
    assert "counts as brought up" not in said
    assert "I brought it up" in said
    assert "not proposed there again" in team.text("Tom", "shelf brought 1 Borealis")
    team.forward(days=8)
    assert "new case" not in team.text("Tom", "words Borealis")


def test_what_was_not_used_may_be_brought_another_day(borealis):
    borealis.text("Tom", "done Borealis email")
    assert "kept for another time" in borealis.text("Tom", "shelf not 1 Borealis")
    assert "was not brought up" in borealis.text("Tom", "shelf not 7 Borealis")
    borealis.forward(days=8)
    assert "how Harbour cut" in borealis.text("Tom", "words Borealis")


@pytest.mark.rule("S10")
def test_the_morning_list_brings_it_too(borealis):
    borealis.clock.at = borealis.clock.at.replace(hour=9)
    borealis.tick()
    assert "we have a new case: how Harbour cut mis-picks by a third" in plain_text(borealis.inbox("Tom")[-1])


@pytest.mark.parametrize(("line", "said"), [
    ("shelf how we did it", "Say what it is"),
    ("shelf case: " + "word " * 13, "up to 12 words and 100 characters"),
    ("shelf case: " + "x" * 101, "up to 12 words and 100 characters"),
    ("shelf case: " + "x" * 5000, "Say what it is"),
    ("shelf case: ...", "up to 12 words"),
    ("shelf case: how we touch base", "“touch base” is on the wall"),
    ("shelf case: how “just checking in” works", "is on the wall"),
    ("shelf price: seats until 1 March 2026", "has passed"),
    ("shelf price: seats from 1 June until 1 May 2026", "over before it begins"),
    ("shelf price: seats until 31 June", "not a day in the calendar"),
    ("shelf drop 99", "has that number"),
    ("shelf drop it", "shelf drop 3"),
])  # fmt: skip
def test_what_cannot_stand_on_the_shelf_is_refused_with_a_sentence(team, line, said):
    assert said in team.text("Tom", line)
    assert house(team).shelf == ()


def test_the_same_thing_is_there_once(team):
    team.text("Tom", CASE)
    assert "on the shelf already" in team.text("Lena", CASE.replace("how", "How"))
    assert len(house(team).shelf) == 1


@pytest.mark.rule("H24")
@pytest.mark.parametrize(("line", "said"), [
    ("wall ban x", "3 to 60 characters"),
    ("wall ban " + "x" * 61, "3 to 60 characters"),
    ("wall ban a b c d e f g h i", "8 words at most"),
    ("wall ban !!!!", "3 to 60 characters"),
    ("wall ban just checking in", "on everybody's wall already"),
    ("wall allow just checking in", "and stays"),
    ("wall allow nothing", "not on your wall"),
    ("wall opener what has changed?", "rests on something recorded"),
    ("wall opener {their name}, {mood} and {said}?", "“{mood}” is no fact"),
    ("wall opener {said and {when}?", "A brace is open"),
    ("wall opener {when} you said {said}}?", "A brace is open"),
    ("wall opener {when} you said “{said}”?", "quotation marks"),
    ("wall opener {when} you said {said}.", "ends with a question"),
    ("wall opener {when} you said {said}; just checking in?", "“checking in” is on the wall"),
    ("wall opener {when} you said {said}; where is the low-hanging fruit?", "“low-hanging fruit” is on the wall"),
    ("wall opener {said}, so I am checking {when} in?", "“checking in” is on the wall"),
    ("wall opener {said} " + "word " * 30 + "?", "25 words"),
    ("wall drop 99", "has that number"),
    ("wall paper", "wall: your team's own"),
])  # fmt: skip
def test_what_cannot_stand_on_the_wall_is_refused_with_a_sentence(team, line, said):
    assert said in team.text("Maria", line)
    assert (house(team).banned, house(team).openers) == ((), ())


@pytest.mark.rule("H24")
def test_a_banned_phrase_is_named_by_check_and_gone_from_every_text_until_it_is_allowed(borealis):
    before = borealis.text("Tom", "words Borealis")
    assert "call you on" in before
    borealis.text("Maria", "wall ban “Call you on”")
    assert "“call you on”" in borealis.text("Tom", "check Hi Dana, I will call you on Monday.")
    assert "call you on" not in borealis.text("Tom", "words Borealis")
    assert "already" in borealis.text("Maria", "wall ban CALL  YOU ON")
    borealis.text("Maria", "wall allow call you on")
    assert borealis.text("Tom", "words Borealis") == before
    borealis.text("Maria", "undo")
    assert "call you on" not in borealis.text("Tom", "words Borealis")


@pytest.mark.rule("H24")
def test_a_banned_phrase_is_one_with_a_hyphen_too(team):
    team.text("Maria", "wall ban deep dive")
    told = team.text("Maria", "wall opener {when} you said {said}; shall we have a deep-dive on it?")
    assert "“deep-dive” is on the wall" in told


def test_an_opener_that_is_banned_later_rests(team):
    team.text("Maria", "wall opener {when} you said {said}; what has changed since?")
    assert "One opener of your own held it and rests now" in team.text("Maria", "wall ban changed since")


def test_a_deal_named_like_the_command_is_still_called(team):
    assert "wall: your" not in team.text("Tom", "Wall Street Partners: she sends the plan by Friday")


@pytest.mark.rule("H24")
def test_where_every_text_holds_a_banned_phrase_nothing_is_said_to_be_missing(team):
    team.text("Tom", "new Acme, 40 seats")
    team.text("Tom", 'logcall Acme: Dana said "we like it"')
    team.text("Maria", "wall ban you said")
    said = team.text("Tom", "words Acme")
    assert "is on the wall" in said
    assert "Nothing of theirs is on record" not in said
