"""What a plain line tells of a deal is done, or asked about once; it never ends as facts with nothing kept."""

import pytest

from bot.cards import Buttons, Line
from bot.reading.doings import Act, doing
from tests.team import Team

_DEALS = (
    "new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new deal with Tyrell, Rachael Rosen",
    "new deal with Umbra, Priya Nair", "new Hooli, 200 licences", "new Initech",
)  # fmt: skip


@pytest.fixture
def team(database):
    team = Team(database)
    for line in _DEALS:
        team.say("Tom", line)
    return team


def press(team, reply, label, who="Tom"):
    """Presses the button of a reply."""
    rows = [block.buttons for block in reply.card.blocks if isinstance(block, Buttons | Line)]
    command = next(button.command for row in rows for button in row if button.label == label)
    return team.say(who, command)


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
        ("nothing from marcus", "nothing heard?"),
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
    assert "agreed" not in team.text("Tom", "where tyrell")


@pytest.mark.parametrize(
    "line", ["soylent maybe in autumn", "initech are thinking", "tyrell cancelled", "close initech"]
)
def test_what_was_asked_about_is_offered_again(team, line):
    team.say("Tom", "new Soylent")
    team.say("Tom", line)
    assert f": {line}" in team.text("Tom", "resume")


def test_what_a_question_became_uses_up_its_draft(team):
    asked = team.say("Tom", "close initech")
    assert "won on" in "".join(str(press(team, asked, "Won").card))
    assert "Nothing is waiting" in team.text("Tom", "resume")


def test_a_question_is_answered_and_a_name_alone_too(team):
    for line in ("anything from sarah?", "northwind", "northwnd", "sarah lee"):
        assert "Northwind (Tom): nobody knows" in team.text("Tom", line)


def test_a_manager_puts_a_call_on_a_list(team):
    assert "Northwind: on which day?" in team.text("Maria", "tell tom to call northwind")
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
