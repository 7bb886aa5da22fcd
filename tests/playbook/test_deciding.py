"""The yes-or-no message: what was prepared and what is held, only if true, in the words of the trade (H30, H42, H43)."""

from dataclasses import replace

import pytest

from bot.model import DecisionKind, House, HousePhrase, Side, Trade, TurnKind
from bot.playbook.cliches import hits
from bot.playbook.deciding import MAX_WORDS, definitive
from bot.playbook.wording import Speaker
from tests.playbook.history import Story, day
from tests.team import Team

TOM = Speaker("Tom Becker", "Northlight", "555 0142")


def text_of(story: Story, *, held: str = "", sells: Trade | None = None) -> str:
    history = story.history
    if held:
        kept = replace(Story().decide(5, DecisionKind.reserved, 60).history.decisions[0], reason=held, act_id=900)
        history = replace(history, decisions=(*history.decisions, kept))
    trade = HousePhrase(1, 1, day(0), sells.value) if sells else None
    made = definitive(replace(history, house=House(trade=trade)), TOM, day(40))
    assert made
    assert hits(made.text) == ()
    assert len(made.text.split()) <= MAX_WORDS
    return made.text


def spoken() -> Story:
    return Story(title="deck oven").touch(0, said="I like the Leeds result")


@pytest.mark.rule("H43")
def test_what_was_done_for_them_is_said_once_it_is_ticked():
    story = spoken().promise(0, Side.ours, "send the ward plan", 3)
    assert "ward plan" not in text_of(story)
    assert "You have had the ward plan since Thursday 5 March." in text_of(story.turn(3, TurnKind.kept))


@pytest.mark.rule("H43")
def test_an_act_that_was_done_is_said_as_the_promise_it_was():
    story = spoken().promise(0, Side.ours, "book the survey crew", 3).turn(3, TurnKind.kept)
    assert "I promised to book the survey crew, and that is done." in text_of(story)


@pytest.mark.rule("H43")
@pytest.mark.parametrize("end", [TurnKind.broken, TurnKind.withdrawn, TurnKind.moved])
def test_what_did_not_happen_is_not_claimed(end):
    story = (
        spoken().promise(0, Side.ours, "book the survey crew", 3).turn(3, end, 50 if end is TurnKind.moved else None)
    )
    assert "that is done" not in text_of(story)


@pytest.mark.rule("H30")
@pytest.mark.parametrize(
    ("sells", "kept", "held", "yes", "no"),
    [
        (None, "the lot", "I am keeping the lot for you until", "Yes, and that stands;", "I release it."),
        (Trade.goods, "twelve pumps", "I have twelve pumps set aside for you", "and that stays set aside for you;", "the stock is free again."),
        (Trade.dates, "the June slot", "I am holding the June slot for you", "and the date is yours;", "I open the date to others."),
        (Trade.seats, "one seat", "I have one seat reserved for you", "and the reservation stands;", "I free the reservation."),
        (Trade.team, "the fitters", "I am keeping the fitters free for you", "and the time is yours;", "I release the team."),
    ],
)  # fmt: skip
def test_a_hold_is_said_in_the_words_of_the_trade(sells, kept, held, yes, no):
    text = text_of(spoken(), held=kept, sells=sells)
    assert all(part in text for part in (held, yes, no))


@pytest.mark.rule("H42")
@pytest.mark.parametrize("sells", Trade)
def test_what_is_kept_is_called_nothing_that_it_is_not(sells):
    text = text_of(spoken(), held="the price of 12,000 EUR", sells=sells)
    assert "I am keeping the price of 12,000 EUR for you until" in text
    assert "Yes, and that stands;" in text


@pytest.mark.rule("H30")
@pytest.mark.parametrize("sells", [None, *Trade])
def test_without_a_hold_no_trade_claims_one(sells):
    text = text_of(spoken(), sells=sells)
    assert "I want to plan by your timetable" in text
    assert not any(word in text for word in ("hold", "keeping", "reserv", "aside", "release"))


@pytest.mark.rule("H30")
def test_who_leads_says_what_the_team_sells_and_an_undo_brings_the_old_words_back(database):
    team = Team(database)
    assert "changed by who leads" in team.text("Tom", "wall sells dates")
    assert "Your team sells: dates" in team.text("Maria", "wall sells dates")
    assert "What you sell: dates." in team.text("Tom", "wall")
    assert "Your team sells: goods" in team.text("Maria", "wall sells goods")
    team.text("Maria", "undo")
    assert "What you sell: dates." in team.text("Tom", "wall")
    assert "no words of their own for “cheese”" in team.text("Maria", "wall sells cheese")
    team.text("Maria", "wall sells none")
    assert "What you sell" not in team.text("Tom", "wall")
