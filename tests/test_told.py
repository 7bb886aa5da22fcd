"""What a plain line tells of a deal is done, or asked about once; it never ends as facts with nothing kept."""

import pytest

from bot.reading.plain.doings import Act, doing
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

_DEALS = (
    "new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new deal with Tyrell, Rachael Rosen",
    "new deal with Umbra, Priya Nair", "new Hooli, 200 licences", "new Initech",
)  # fmt: skip


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for line in _DEALS:
        team.say("Tom", line)
    return team


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("called hooli no answer", "✓ Hooli: no answer"),
        ("rang hooli again, nobody picked up", "✓ Hooli: no answer"),
        ("no answer at hooli", "✓ Hooli: no answer"),
        ("left vm for initech", "✓ Initech: voicemail left"),
        ("left a voicemail for rachael", "✓ Tyrell: voicemail left"),
        ("hooli was busy", "✓ Hooli: busy"),
        ("tried initech, straight to voicemail", "✓ Initech: voicemail left"),
        ("priya didnt show up", "✓ Umbra: they did not come"),
        ("hand hooli to lena", "Hooli is Lena's now"),
        ("lena takes over hooli", "Hooli is Lena's now"),
        ("push northwind to next week", "Northwind: "),
        ("close initech", "how did it end?"),
        ("delete initech", "how did it end?"),
        ("marcus ghosted me", "nothing heard?"),
        ("nothing from marcus", "Bluepeak, Marcus: nothing heard"),
        ("move bluepeak to thursday", "Nothing was agreed with Bluepeak"),
        ("push bluepeak to sometime", "to which day? Nothing is changed yet."),
        ("draft followup for umbra", "Words for Umbra"),
    ],
)
def test_what_is_told_of_a_deal_is_done_or_asked(team, line, answer):
    assert answer in team.text("Tom", line)


def test_what_is_agreed_moves_and_falls(team):
    team.say("Tom", "next tyrell tue 3pm")
    assert "call on Thu 19 March at 15:00" in team.text("Tom", "moved tyrell to thursday 3pm")
    assert "meeting on Fri 20 March" in team.text("Tom", "meeting with tyrell got moved to fri 20 march")
    assert "meeting Fri 20 March is off" in team.text("Tom", "tyrell cancelled")
    assert ", agreed" not in team.text("Tom", "where tyrell")


@pytest.mark.parametrize(
    "line", ["soylent maybe in autumn", "initech are thinking", "tyrell cancelled", "close initech"]
)
def test_what_was_asked_about_is_offered_again(team, line):
    team.say("Tom", "new Soylent")
    team.say("Tom", line)
    assert f": {line}" in team.text("Tom", "resume")


def test_what_a_question_became_uses_up_its_draft(team):
    asked = team.say("Tom", "close initech")
    assert "won on" in "".join(str(team.press(asked, "Won").card))
    assert "Nothing is waiting" in team.text("Tom", "resume")


def test_a_question_is_answered_and_a_name_alone_too(team):
    for line in ("anything from sarah?", "northwind", "northwnd", "sarah lee"):
        assert "Northwind (Tom), Thu 12 March: nobody knows" in team.text("Tom", line)


def test_a_manager_puts_a_call_on_a_list(team):
    assert "On which day is Tom to call Northwind?" in team.text("Maria", "tell tom to call northwind")
    assert "Tom reads it" in team.text("Maria", "ask tom to call northwind tomorrow")


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("cancel the meeting with §", Act.cancel), ("§ called it off", Act.cancel), ("§ meeting is off", Act.cancel),
        ("§ rescheduled the demo to fri", Act.move), ("postponed § until may", Act.put_off), ("give lena §", Act.give),
        ("§ has gone quiet", Act.silent), ("what should i say to §", Act.words),
    ],
)  # fmt: skip
def test_what_is_done_with_a_deal(line, act):
    told = doing(line)
    assert told is not None
    assert told.act is act


@pytest.mark.parametrize(
    "line", ["§ sends the contract", "spoke with §", "i think § will cancel", "§ wants to move to our plan"]
)
def test_what_does_nothing_by_itself(line):
    assert doing(line) is None


def test_a_day_within_their_absence_is_asked_and_kept_as_chosen(team):
    team.say("Tom", "logcall bluepeak: marcus is away until 24 march")
    asked = team.say("Tom", "remind me tomorrow to call marcus")
    assert "Marcus is away until Tue 24 March. Which day holds?" in str(asked.card)
    assert "Marcus is back Tue 24 March" in team.text("Tom", "where bluepeak")
    assert "on your list Fri 13 March" in str(team.press(asked, "Fri 13 March all the same").card)
    team.forward(days=1)
    assert "Bluepeak, Marcus" in team.text("Tom", "followups")
    team.say("Tom", "done bluepeak voicemail")
    assert "Marcus is back Tue 24 March" in team.text("Tom", "where bluepeak"), "a voicemail ends no absence"


def test_a_step_within_their_absence_is_asked_and_kept_as_chosen(team):
    team.say("Tom", "rachael is back on 24 march")
    asked = team.say("Tom", "next tyrell tues 3pm")
    assert "Rachael is away until Tue 24 March. Which day holds?" in str(asked.card)
    assert "call on Tue 17 March at 15:00" in str(team.press(asked, "Tue 17 March 15:00 all the same").card)
    team.forward(days=5)
    assert "Tyrell, Rachael: call today 15:00, agreed" in team.text("Tom", "followups")
    team.forward(days=1)
    assert "call Tue 17 March 15:00: did it take place?" in team.text("Tom", "followups")
    assert "agreed" not in team.text("Tom", "where tyrell") + team.text("Tom", "prep tyrell")


def test_a_call_line_with_both_asks_as_well(team):
    asked = team.say("Tom", "logcall umbra: priya is away until 24 march, we agreed a call on tue 17 march")
    assert "Which day holds?" in str(asked.card)
    team.press(asked, "Tue 24 March")
    assert "call on Tue 24 March" in team.text("Tom", "where umbra")


def test_a_reminder_comes_before_an_agreed_call_that_stays(team):
    team.say("Tom", "logcall hooli: jim says its on hold til after easter, i call him back 7 april")
    said = team.text("Tom", "snooze hooli 3 days")
    assert "on your list Mon 16 March" in said
    assert "The call on Tue 7 April stays agreed." in said
    team.forward(days=4)
    assert "Hooli" in team.text("Tom", "followups")


def test_a_call_that_would_be_put_off_is_asked_about(team):
    team.say("Tom", "next umbra tue 10am")
    asked = team.say("Tom", "later umbra next month")
    assert "you have a call on Tue 17 March at 10:00 before that" in str(asked.card)
    assert "call on Tue 17 March" in str(team.press(asked, "Keep the call").card)
    team.press(asked, "Wed 1 April, the call is off")
    assert "Wed 1 April" in team.text("Tom", "where umbra")
    assert "no call agreed with them yet" in team.text("Tom", "where umbra")


def test_a_promise_of_ours_that_comes_up_before_is_said(team):
    team.say("Tom", "logcall northwind: sarah will send the po by tues. i send roi sheet fri")
    said = team.text("Tom", "later northwind next week")
    assert "Your promise comes up before that: send roi sheet, tomorrow." in said


def test_a_day_on_a_deal_that_is_over_is_on_no_list(team):
    team.say("Tom", "lost initech: too dear")
    assert "But it is on no list: lost" in team.text("Tom", "later initech fri")


def test_no_day_within_their_absence_is_offered(team):
    said = team.text("Tom", "logcall bluepeak: spoke to marcus, he is on leave, back on the 30th")
    assert "When do you speak next?" in said
    assert "[Fri 13 March" not in said
    assert "[Mon 30 March" in said


def test_prep_does_not_ask_for_a_day_that_is_known(team):
    team.say("Tom", "logcall bluepeak: marcus says he talks to cfo mon")
    assert "A day by which they talk" not in team.text("Tom", "prep bluepeak")


def test_pasted_lines_are_calls_without_a_command(team):
    said = team.text("Tom", "northwind: sarah will send contract tues\nbluepeak: marcus is out sick\nhooli: no answer")
    assert "All three logged" in said


def test_several_names_with_commas_are_several_deals_when_some_are_known(team):
    said = team.text("Tom", "start acme, bluepeak")
    assert "One deal kept" in said
    assert "On your list already: Bluepeak" in said
    assert "• Northwind, 40 seats" in team.text("Tom", "start Northwind, 40 seats")


@pytest.mark.parametrize(
    ("line", "name", "contact"),
    [
        ("new Wonka, Charlie", "Wonka is", "Charlie"),
        ("new Norton, 30 seats, Sarah Lee", "Norton, 30 seats", "Sarah Lee"),
    ],
)
def test_a_person_behind_a_new_deal_is_its_contact(team, line, name, contact):
    said = team.text("Tom", line)
    assert name in said
    assert f"your contact is {contact}" in said


@pytest.mark.parametrize("line", ["new Foo, office chairs", "new Foo, Import module", "new Foo, Munich"])
def test_a_thing_behind_a_new_deal_is_no_person(team, line):
    assert "contact" not in team.text("Tom", line)


def test_a_manager_asks_whose_it_is_and_what_was_done(team):
    assert "Tom Becker owns it" in team.text("Maria", "who has the umbra deal")
    for line in ("status of umbra?", "what's the latest on umbra", "any news from priya?"):
        assert "Umbra (Tom), Thu 12 March: nobody knows" in team.text("Tom", line)
    team.say("Tom", "done initech vm")
    assert "Initech: voicemail left" in team.text("Tom", "what did i do today")
    assert "Initech: voicemail left" in team.text("Maria", "what did tom do this week?")
    assert "You see no deals" in team.text("Tom", "what did maria do today")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("umbra signed!! 18k", "Umbra: won on Thu 12 March, 18,000"),
        ("initech is dead", "Why did Initech say no?"),
        ("hooli lost to salesforce", "Is Hooli lost?"),
        ("priya is dead", "Log that with Umbra?"),
    ],
)
def test_more_ways_in_which_a_deal_ends(team, line, answer):
    assert answer in team.text("Tom", line)


def test_what_was_not_clicked_stands_under_the_next_list(team):
    team.say("Tom", "marcus likes our plan")
    team.forward(days=1)
    assert "One line that you typed is not logged yet." in team.text("Tom", "followups")
    assert "marcus likes our plan" in team.text("Tom", "resume")


def test_plain_words_say_why(team):
    team.say("Tom", "lost initech")
    assert "wants a reason" in team.text("Tom", "yes")
    assert "Initech: closed, no budget" in team.text("Tom", "no budget")
    team.say("Tom", "lost hooli")
    assert "Log that with Umbra" in team.text("Tom", "priya likes our plan")


def test_a_bare_yes_presses_the_one_yes(team):
    team.say("Tom", "marcus likes our plan")
    assert "Logged: Bluepeak" in team.text("Tom", "yes")
    assert "Nothing waits for a yes or a no" in team.text("Tom", "yes")
    team.say("Tom", "priya likes our plan")
    assert "Logged: Umbra" in team.text("Tom", "yes"), "the same word answers another question"
    team.say("Tom", "rachael likes our plan")
    assert "Dropped." in team.text("Tom", "nope")
    team.say("Tom", "rachael likes our plan")
    team.say("Tom", "done initech vm")
    assert "Nothing waits" in team.text("Tom", "yes"), "something else was done since"
    assert "rachael likes our plan" in team.text("Tom", "resume")


def test_a_deal_that_was_given_away_is_not_made_again(team):
    team.say("Tom", "hand hooli to lena")
    said = team.text("Tom", "logcall hooli: jim says yes")
    assert "Hooli is Lena's now: you gave it away." in said
    assert "jim says yes" in team.text("Tom", "resume")


@pytest.mark.parametrize(
    "line",
    [
        "bill from initech left the company, new guy is raj",
        "bill at initech quit, his replacement is raj",
        "bill has left initech and raj took over",
    ],
)
def test_who_has_left_and_who_is_there_now(team, line):
    assert "Initech: Bill has left them for good, and Raj is there now?" in team.text("Tom", line)
    assert "Logged: Initech, Raj" in team.text("Tom", "yes")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("when do i call tyrell", "Tyrell (Tom)"),
        ("could you close initech please", "how did it end?"),
        ("did a demo with initech today", "Log that with Initech"),
        ("what initech wants is a lower price", "Log that with Initech"),
    ],
)
def test_what_asks_is_answered_and_what_tells_is_kept(team, line, answer):
    assert answer in team.text("Tom", line)
