"""The same words mean the same in every view: who knows where a deal stands, what is late, whose week it is, which day is today."""

import re
from datetime import UTC, datetime

import pytest

from bot.cards import Line, plain_text
from tests.team import Clock, Team

ONE_DATABASE = True
THURSDAY = datetime(2026, 3, 12, 9, tzinfo=UTC)


@pytest.fixture
def team(database) -> Team:
    return Team(database, Clock(THURSDAY))


def count(text: str, lead: str) -> int:
    found = re.search(rf"{lead}: (\d+)", text)
    return int(found[1]) if found else 0


def test_of_whom_nobody_knows_is_counted_once(team):
    for n in range(3):
        team.say("Tom", f"new Firm {n}")
        team.say("Tom", f"done Firm {n} talked")  # a talk without words of theirs
    team.say("Lena", "new Alba")
    team.say("Lena", "done Alba voicemail")
    team.say("Omar", "new Brio")
    team.say("Omar", "logcall Brio: she said “we sign in May”")
    lead = "No one has said where these stand"
    both = [count(team.text("Maria", asked), lead) for asked in ("where is my team?", "monday")]
    assert both == [1, 1]


def test_steps_that_are_late_are_told_of_those_that_are_shown(team):
    for n in range(6):
        team.say("Tom", f"logcall Firm{n} Works: she said “fine”, she sends the plan tomorrow") if team.say(
            "Tom", f"new Firm{n} Works"
        ) else None
    team.forward(days=2)
    told = team.text("Maria", "where is my team?")
    assert "They owe: 6, all of them late" in told
    assert "6 (the first 3, newest on top); of these three three late by now" in told
    whole = team.text("Maria", "where all team")
    assert re.search(r"They promised a step since [^:]+: 6, 6 of these late by now", whole)


def test_last_week_of_one_rep_is_that_reps_alone(team):
    for name, firm in (("Tom", "Acme"), ("Lena", "Bolt")):
        team.say(name, f"new {firm}")
        team.say(name, f"logcall {firm}: she said “fine”, she sends the plan tomorrow")
    team.forward(days=7)
    page = team.say("Maria", "where is Tom?")
    last = team.press(page, "Last week", "Maria")
    told = plain_text(last.card)
    assert told.startswith("Tom Becker's deals, last week: Mon 9 March to Sun 15 March")
    assert "Acme" in told
    assert "Bolt" not in told
    assert "[Their deals today: where rep 2]" in told
    assert last.share.endswith(" where rep 2 last week")
    assert "Bolt" in team.text("Maria", "what changed last week?")
    own = team.text("Tom", "where rep 2 last week")
    assert own.startswith("Your deals, last week")
    assert "[My deals today: where rep 2]" in own


def test_another_reps_week_is_nobodys_to_see(team):
    assert "That is nobody whose deals you see." in team.text("Lena", "where rep 2 last week")


def test_what_is_no_time_stays_a_name(team):
    assert "That is nobody whose deals you see." in team.text("Maria", "where rep 2 Acme")


def late_lines(team: Team) -> list[str]:
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: she said “fine”, I send the pricing tomorrow")
    team.say("Tom", "new Bolt")
    team.say("Tom", "logcall Bolt: she said “fine”, she sends the plan tomorrow")
    team.forward(days=4)
    return [block.text for block in team.say("Tom", "followups").card.blocks if isinstance(block, Line)]


def test_what_is_late_has_its_day_on_either_side(team):
    lines = late_lines(team)
    assert len(lines) == 2
    assert all("3 days late (due Fri 13 March)" in line for line in lines)


def test_what_is_due_today_has_no_day_beside_it(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: she said “fine”, I send the pricing today")
    line = next(b.text for b in team.say("Tom", "followups").card.blocks if isinstance(b, Line))
    assert line.endswith("send the pricing, today")


def of_friday(team: Team) -> str:
    """The key of Friday's list, with one promise done on that day."""
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: she said “fine”, I send the pricing tomorrow")
    team.until(datetime(2026, 3, 13, 10, tzinfo=UTC))
    card = team.inbox("Tom")[-1]
    assert "send the pricing, today" in plain_text(card)
    done = next(
        b.command for block in card.blocks if isinstance(block, Line) for b in block.buttons if b.label == "Done"
    )
    team.say("Tom", done, on=card.key)
    return card.key


def test_fridays_list_on_monday_counts_from_monday(team):
    key = of_friday(team)
    team.forward(days=3)
    ticked = next(card for card in team.inbox("Tom") if card.key == key)
    undo = next(
        b.command for block in ticked.blocks if isinstance(block, Line) for b in block.buttons if b.label == "Undo"
    )
    told = plain_text(team.say("Tom", undo, on=key).card)
    assert told.startswith("Fri 13 March. One left.")
    assert "send the pricing, 3 days late (due Fri 13 March)" in told
    assert "today" not in told.lower().replace("not today", "")


def test_on_its_own_day_it_says_today(team):
    key = of_friday(team)
    ticked = next(card for card in team.inbox("Tom") if card.key == key)
    undo = next(
        b.command for block in ticked.blocks if isinstance(block, Line) for b in block.buttons if b.label == "Undo"
    )
    told = plain_text(team.say("Tom", undo, on=key).card)
    assert "send the pricing, today" in told
    assert told.startswith("Fri 13 March. One today.")
