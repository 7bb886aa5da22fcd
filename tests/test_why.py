""" "Why?" through the whole core: in everyday words, from every line's menu, for who may see the deal."""

import pytest

from bot.cards import Line, plain_text
from bot.commands import Nonsense, command_from
from bot.commands.deals import Why
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

SILENT = ("logcall Acme: Dana said “we like it”", "done Acme voicemail", "done Acme email")


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026
    made.say("Tom", "new Acme, 40 seats")
    return made


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("why Acme", "Acme"),
        ("why acme?", "acme"),
        ("why is Acme on my list?", "Acme"),
        ("Why is Acme, 40 seats still on my list today?", "Acme, 40 seats"),
        ("why isn't Acme on the list?", "Acme"),
        ("why isn’t Acme due yet", "Acme"),
        ("why not Acme today?", "Acme"),
        ("why do I have to call Acme today", "Acme"),
        ("why should I call Dana now?", "Dana"),
        ("so why is Acme asleep?", "Acme"),
        ("why's the Winslow Dairy deal on Tom's list", "Winslow Dairy"),
        ("why is Acme missing from my list", "Acme"),
        ("why 12", "12"),
        ("why?", ""),
        ("why not today?", ""),
        ("why is it on my list?", ""),
    ],
)
def test_it_is_asked_in_everyday_words(line, who):
    assert command_from(line) == Why(who)


@pytest.mark.parametrize(
    "line", ["why did Acme say no?", "why are you asking", "why would we call Acme", "why " + "x" * 80]
)
def test_another_question_is_none_of_these(line):
    assert isinstance(command_from(line), Nonsense)


def lines_of(card) -> list[Line]:
    return [block for block in card.blocks if isinstance(block, Line)]


def test_every_line_of_the_list_has_it_in_its_menu_and_no_button_more(team):
    team.say("Tom", SILENT[0])
    for name in ("Borealis", "Corvid"):
        team.say("Tom", f"new {name}")
    team.say("Tom", "logcall Borealis: I send the plan by Thu 19 March")
    team.say("Tom", "logcall Corvid: Ana sends the counts by Wed 18 March")
    team.forward(days=7)
    lines = lines_of(team.say("Tom", "followups").card)
    assert len(lines) == 3
    for line in lines:
        assert len(line.buttons) <= 2
        (why,) = (button for button in line.more if button.label == "Why?")
        assert plain_text(team.say("Tom", why.command).card).startswith(line.text.split(":")[0])


def test_the_menu_of_silence_and_of_the_closing_day_have_it_too(team):
    team.say("Tom", SILENT[0])
    for line in SILENT[1:]:
        team.forward(days=7)
        team.say("Tom", line)
    team.forward(days=14)
    (silent,) = lines_of(team.say("Tom", "followups").card)
    assert "Heard anything" in silent.text
    assert "Why?" in [button.label for button in silent.more]
    team.say("Tom", "done Acme definitive")
    team.forward(days=8)  # Fri 17 April
    (closing,) = lines_of(team.say("Tom", "followups").card)
    assert [button.label for button in closing.buttons] == ["Let go", "Keep, because …"]
    assert "Why?" in [button.label for button in closing.more]
    assert "to let go or keep, Friday" in team.text("Tom", "why Acme")


def test_without_a_name_it_is_the_deal_that_was_dealt_with_last(team):
    team.say("Tom", SILENT[0])
    assert team.text("Tom", "why not today?").startswith("Acme, Dana: not on your list today, back Thu 19 March")
    assert "Which deal?" in team.text("Lena", "why?")


def test_who_leads_reads_whose_list_it_is_and_nobody_else_reads_anything(team):
    team.say("Tom", SILENT[0])
    said = team.text("Maria", "why Acme")
    assert "not on Tom's list today" in said
    assert "Tom last spoke Thu 12 March." in said
    assert "No deal of yours is called “Acme”" in team.text("Lena", "why Acme")


def test_it_changes_nothing_and_needs_no_writing(team):
    team.say("Tom", SILENT[0])
    team.say("Tom", "why Acme")
    assert "Taken back: logged" in team.text("Tom", "undo").replace("Logged", "logged")


def test_a_day_off_and_a_pause_are_told_beside_the_rule(team):
    team.say("Tom", SILENT[0])
    team.say("Tom", "away from Thu 19 March until Mon 23 March")
    assert "Thu 19 March is no working day of yours: it comes Mon 23 March." in team.text("Tom", "why Acme")
    assert "Thu 19 March is no working day of Tom's" in team.text("Maria", "why Acme")
    team.forward(days=7)
    assert "Today is no working day of yours: the next morning list comes Mon 23 March." in team.text("Tom", "why Acme")
    team.say("Tom", "back")
    team.say("Tom", "pause talk until Tue 24 March")
    said = team.text("Tom", "why Acme")
    assert "leaves it out until Tue 24 March, as you paused it; followups shows it all the same." in said


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("Dana asked not to call before 1 April", "On Thu 12 March they asked to wait until Wed 1 April."),
        (
            "budget freeze til april",
            "Noted on Thu 12 March: budget freeze til april. Nothing is due before Wed 1 April.",
        ),
        ("demo tue 10am", "On Thu 12 March a demo was agreed for Tue 17 March at 10:00."),
    ],
)
def test_a_day_of_theirs_is_told_as_it_was_heard(team, call, says):
    team.say("Tom", f"logcall Acme: {call}")
    assert says in team.text("Tom", "why Acme")


def test_an_agreed_day_that_is_over_asks_what_became_of_it(team):
    team.say("Tom", "logcall Acme: demo tue 10am")
    team.forward(days=6)
    said = team.text("Tom", "why Acme")
    assert "Whether it took place is not on record yet." in said
    assert "done Acme talked, done Acme no show, or another day" in said


def test_a_line_that_is_not_shown_says_where_it_stands(team):
    for number in range(12):
        team.say("Tom", f"new Firm{number:02}")
        team.say("Tom", f"logcall Firm{number:02}: I send the offer tomorrow")
    team.forward(days=1)
    answers = [team.text("Tom", f"why Firm{number:02}") for number in range(12)]
    assert sum("and a morning shows 10: followups all shows the rest." in answer for answer in answers) == 2


def test_last_spoke_names_a_day_on_which_they_spoke(database):
    team = Team(database)  # Thu 12 March
    team.say("Tom", "new Testa, pump rig")
    team.say("Tom", "deal contact Testa: Maja Ek")
    team.say("Tom", "logcall Testa: talked to Maja, she sends the diary by sat, I send the reminder texts by mon")
    team.forward(days=4)
    assert "quiet since" not in team.text("Tom", "sent Maja the reminder texts")
    told = team.text("Tom", "done Testa voicemail")
    assert "Back on your list Mon 23 March: last spoke Thu 12 March, last contact Mon 16 March." in told
    why = team.text("Tom", "why Testa")
    assert "The rhythm: a week after the last contact." in why
    assert "You last spoke Thu 12 March. The last contact was Mon 16 March. A week later is Mon 23 March." in why
    assert (
        "They promised: send the diary, 2 days late (due Sat 14 March). You were in touch since that day, so the rhythm decides."
        in why
    )


def test_what_they_sent_is_no_talk(database):
    team = Team(database)
    team.say("Tom", "new Testa, pump rig")
    team.say("Tom", "deal contact Testa: Maja Ek")
    team.say("Tom", "logcall Testa: talked to Maja, she sends the specs by fri")
    team.forward(days=1)
    answer = team.text("Tom", "Maja sent the specs")
    assert "they were in touch Fri 13 March" in answer
    assert "last spoke" not in answer


def test_a_try_tells_what_of_theirs_is_late_meanwhile(database):
    team = Team(database)
    team.say("Tom", "new Testa, pump rig")
    team.say("Tom", "logcall Testa: talked to Maja, she sends the diary by sat")
    team.forward(days=4)
    assert "They promised: send the diary, 2 days late (due Sat 14 March)." in team.text("Tom", "done Testa voicemail")
