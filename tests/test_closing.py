"""The closing day of a team: five at most, one press each, said out loud, undone by one press."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.cards import plain_text
from bot.store.tables import organisations
from tests.team import Team

ONE_DATABASE = True

NAMES = ("Alba", "Brio", "Cato", "Dova", "Etna", "Fado", "Gala")
FRIDAY = datetime(2026, 4, 24, 9, tzinfo=UTC)


@pytest.fixture
def team(database):
    return Team(database)  # Thu 12 March 2026, 14:00


def _silent(team, *names):
    """Each was spoken with, written to for weeks, and asked for a yes or a no on Thu 16 April."""
    for name in names:
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: Dana said “we like it”")
    for days, how in ((7, "voicemail"), (7, "email"), (14, "voicemail"), (7, "definitive")):
        team.forward(days=days)
        for name in names:
            team.say("Tom", f"done {name} {how}")


def _newest(team):
    return team.inbox("Tom")[-1]


@pytest.mark.rule("H48")
@pytest.mark.rule("H39")
def test_at_most_five_are_asked_about_with_what_they_cost(team):
    _silent(team, *NAMES)
    assert "Alba" not in team.text("Tom", "followups")
    team.until(FRIDAY)
    text = plain_text(_newest(team))
    assert "Fri 24 April. Seven to close." in text
    assert [name for name in NAMES if f"• {name}, Dana: no answer to your yes-or-no message" in text] == list(NAMES[:5])
    assert "5 touches, 23 minutes" in text
    assert "Two more to close wait until next week." in text
    on = _newest(team).key
    changed = plain_text(team.say("Tom", "let go Alba", on=on).card)
    assert "✓ Alba: let go" in changed
    assert "Six to close" in changed
    team.say("Tom", "undo", on=on)
    assert "Seven to close" in team.text("Tom", "followups")
    team.forward(days=3)
    assert "Alba" not in team.text("Tom", "followups")


@pytest.mark.rule("H52")
@pytest.mark.rule("H51")
def test_the_next_closing_day_says_what_was_closed_without_shame(team):
    _silent(team, "Alba", "Brio")
    team.until(FRIDAY)
    team.say("Tom", "let go Alba")
    team.say("Tom", "lost Brio: too dear")
    team.say("Tom", "undo")
    team.say("Tom", "new Cato")
    team.say("Tom", "lost Cato: no need")
    team.until(datetime(2026, 5, 1, 9, tzinfo=UTC))
    text = plain_text(_newest(team))
    assert (
        "Two deals off your list this week, by a no or by letting go: room for the others. They had taken 23 minutes."
        in text
    )
    assert team.recompute() == 0


def _by_itself(team):
    def change(store):
        policy = asdict(replace(store.organisation.policy, let_go_by_itself=5))
        policy["day_ends_at"] = policy["day_ends_at"].isoformat("minutes")
        store.connection.execute(
            update(organisations).where(organisations.c.id == team.organisation_id).values(policy=policy)
        )

    team.database.write(team.organisation_id, change)


@pytest.mark.rule("H48")
def test_a_policy_lets_go_by_itself_says_so_and_can_be_undone(team):
    _by_itself(team)
    _silent(team, *NAMES)
    team.until(FRIDAY)
    card = _newest(team)
    text = plain_text(card)
    assert "✓ Alba: let go by itself, no answer to your yes-or-no message of Thu 16 April" in text
    assert text.count("let go by itself") == 5
    assert "Two more to close wait until next week." in text
    assert "let go on Fri 24 April: no answer" in team.text("Tom", "where are we on Alba?")
    undo = next(b.command for block in card.blocks for b in getattr(block, "buttons", ()) if b.label == "Undo")
    back = plain_text(team.say("Tom", undo, on=card.key).card)
    assert "• Alba, Dana: no answer to your yes-or-no message" in back
    assert "[Let go: let go 1]" in back
    assert team.recompute() == 0
    assert team.tick() == 0


def test_what_goes_by_itself_is_not_the_reps_last_act(team):
    _by_itself(team)
    _silent(team, "Alba")
    team.until(FRIDAY.replace(day=23))
    team.say("Tom", "new Brio")
    team.say("Tom", "logcall Brio: Lea sends the plan Tue")
    team.until(FRIDAY)
    assert "Alba: let go by itself" in plain_text(_newest(team))
    assert "The last thing you did was Thu 23 April" in team.text("Tom", "undo")
    assert "Alba" not in team.text("Tom", "no, Wednesday")
    assert "let go on Fri 24 April" in team.text("Tom", "where are we on Alba?")


@pytest.mark.rule("H48")
def test_what_was_taken_back_is_not_let_go_again_without_a_new_reason(team):
    _by_itself(team)
    _silent(team, "Alba")
    team.until(FRIDAY)
    undo = next(b.command for block in _newest(team).blocks for b in getattr(block, "buttons", ()) if b.label == "Undo")
    team.say("Tom", undo)
    team.say("Tom", "done Alba voicemail")
    team.until(FRIDAY.replace(month=5, day=8))
    text = plain_text(_newest(team))
    assert "• Alba, Dana: no answer to your yes-or-no message" in text
    assert "let go by itself" not in text
    team.say("Tom", "keep Alba because the board meets until 12 May")
    team.until(FRIDAY.replace(month=5, day=15))
    assert "✓ Alba: let go by itself" in plain_text(_newest(team))
    assert team.recompute() == 0


def test_without_that_policy_nothing_is_let_go(team):
    _silent(team, "Alba")
    team.until(FRIDAY)
    assert "let go on" not in team.text("Tom", "where are we on Alba?")


def test_a_manager_does_not_get_a_reps_closing(team):
    _silent(team, "Alba")
    team.until(FRIDAY)
    assert "Alba" not in "".join(plain_text(card) for card in team.inbox("Maria"))
    team.say("Tom", "let go Alba")
    assert "Alba" in team.text("Maria", "nurture Tom")
    assert "Alba" not in team.text("Lena", "nurture all")


@pytest.mark.rule("H39")
def test_beside_the_definitive_message_stands_what_waited(team):
    for name in ("Alba", "Brio"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: Dana said “we like it”")
    for days, how in ((7, "voicemail"), (7, "email"), (14, "voicemail"), (7, "")):
        team.forward(days=days)
        if how:
            team.say("Tom", f"done Alba {how}")
    text = team.text("Tom", "words Alba")
    assert "4 touches, 21 minutes so far. Meanwhile Brio has waited. It goes out once" in text


@pytest.mark.rule("H42")
@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("hold Alba", "What is held, in a few plain words?"),
        ("hold Alba: just checking in", "What is held, in a few plain words?"),
        ("hold Alba: the June slot", "Until when is it really held?"),
        ("hold Alba: the June slot until yesterday", "That day has passed."),
        ("hold Alba: the June slot until today", "That day has come already."),
        ("hold Alba: the June slot until 20 March", "Alba: the June slot, held for them until Fri 20 March"),
        ("hold Alba none", "Alba: nothing is held for them"),
    ],
)
def test_what_is_held_needs_a_thing_and_a_day(team, line, answer):
    team.say("Tom", "new Alba")
    assert answer in team.text("Tom", line)


@pytest.mark.parametrize("line", ["hold off with Alba until April", "hold on"])
def test_to_hold_off_holds_nothing_for_them(team, line):
    team.say("Tom", "new Alba")
    assert "held for them" not in team.text("Tom", line)
    assert "What is held" not in team.text("Tom", line)


@pytest.mark.rule("H50")
def test_a_deal_sleeps_until_the_time_that_they_named_and_is_open_again_everywhere(team):
    team.say("Tom", "new Alba")
    team.say("Tom", "logcall Alba: Dana said “not until the lease ends in May”")
    team.forward(days=1)
    told = team.text("Tom", "let go Alba: bad time")
    assert "It comes back on Fri 1 May: “not until the lease ends in May”." in told
    assert "bad time" in team.text("Tom", "nurture")
    team.until(datetime(2026, 4, 30, 9, tzinfo=UTC))
    assert "Alba" not in team.text("Tom", "followups")
    team.until(datetime(2026, 5, 1, 9, tzinfo=UTC))
    assert "the time they had named, “not until the lease ends in May”" in plain_text(_newest(team))
    assert "Alba" in team.text("Tom", "deals")
    assert "Alba" not in team.text("Tom", "nurture")
    assert team.recompute() == 0


@pytest.mark.rule("H42")
def test_on_its_last_day_a_hold_is_said_to_end(team):
    team.say("Tom", "new Alba")
    team.say("Tom", "hold Alba: the June slot until 21 March")  # a Saturday
    told = []
    for day in (18, 19, 20, 23):
        team.until(datetime(2026, 3, day, 9, tzinfo=UTC))
        told.append("The June slot is held for Alba until Sat 21 March and no longer." in plain_text(_newest(team)))
    assert told == [False, False, True, False]
    team.say("Tom", "hold Alba none")
    team.say("Tom", "hold Alba: the July slot until 24 March")
    team.say("Tom", "hold Alba none")
    team.until(datetime(2026, 3, 24, 9, tzinfo=UTC))
    assert "slot" not in plain_text(_newest(team))
