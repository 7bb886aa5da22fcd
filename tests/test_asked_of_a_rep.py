"""What a leader asks a rep for fits what the deal waits for, in the button, the question, the receipt and the rep's list."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from adapters.slack.render import message
from adapters.teams.render import attachment
from bot.cards import Buttons, Card, Reply, plain_text
from bot.model import Side
from bot.store.tables import members
from bot.views.leading import ask_button, on_that_day, on_which_day
from tests.playbook.history import Story, day
from tests.team import Team
from tests.teams.cards import buttons, problems
from tests.test_closing import FRIDAY, NAMES, _silent

ONE_DATABASE = True
LONG_NAME = "Zusammenarbeit Norddeutscher Krankenhauslogistik Hamburg Süd"
LONG_PROMISE = "prepare the revised quote with all the options and both of the delivery dates for each of the sites"


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def _labels(card) -> list[str]:
    return [button.label for block in card.blocks if isinstance(block, Buttons) for button in block.buttons]


def _press(team, name, reply, label):
    blocks = (block for block in reply.card.blocks if isinstance(block, Buttons))
    command = next(button.command for block in blocks for button in block.buttons if button.label == label)
    return team.say(name, command)


def _late(team, deal="Acme", what="I bring the floor plan", days=4) -> None:
    team.say("Tom", f"new {deal}")
    team.say("Tom", f"logcall {deal}: talked to Dana, {what} by Fri")
    team.forward(days=days)


def test_a_promise_of_ours_that_is_late_is_what_the_rep_is_asked_for(team):
    _late(team)
    asked = team.say("Maria", "where are we on Acme?")
    days = _press(team, "Maria", asked, "Ask Tom to bring the floor plan …")
    assert "Acme: on which day is Tom to bring the floor plan?" in str(days.card)
    assert "Let go" not in plain_text(days.card)
    done = _press(team, "Maria", days, "Tue 17 March")
    assert "Acme: Tom is to bring the floor plan on Tue 17 March" in str(done.card)
    assert "comes up before that" not in str(done.card)
    assert (
        "Acme, Dana: bring the floor plan, 3 days late (due Fri 13 March). Maria set it for Tue 17 March"
        in team.text("Tom", "followups")
    )
    told = team.text("Maria", "where are we on Acme?")
    assert "Next: no call agreed with them yet; on Tom's list today (you set it for Tue 17 March)" in told


def test_what_was_asked_for_already_is_told_and_the_next_deal_is_the_one_to_ask_about(team):
    _late(team, days=0)
    _late(team, "Brio", "I send the quote")
    first = team.say("Maria", "how is Tom doing?").card
    assert "Ask Tom about Acme …" in _labels(first)
    assert "Ask Tom first about Acme" in str(first)
    assert "Tom reads it on the next list." in str(first), "a promise that is due is on every list"
    receipt = team.text("Maria", "later Acme Fri")
    assert "Tom reads it on the next list." in receipt
    assert "that day's list" not in receipt
    then = team.say("Maria", "how is Tom doing?").card
    assert "Ask Tom first about Brio (our promise, 3 days late)." in str(then)
    assert "Acme: you set it for Fri 20 March. Tom has 2 deals to call today." in str(then)
    assert "Ask Tom about Brio …" in _labels(then)
    team.forward(days=7)
    assert "Ask Tom first about Acme" in team.text("Maria", "how is Tom doing?"), "that day has passed"


def test_the_next_to_ask_about_is_found_below_what_is_shown(team):
    for number in range(6):
        _late(team, f"Deal{number}", days=0)
    team.forward(days=4)
    for number in range(5):
        team.say("Maria", f"later Deal{number} Fri")
    told = team.say("Maria", "how is Tom doing?").card
    assert "Ask Tom first about Deal5 (our promise, 3 days late)." in str(told)
    assert "Ask Tom about Deal5 …" in _labels(told)


def test_a_day_that_they_asked_for_is_told_as_theirs(team):
    _late(team)
    team.say("Maria", "later Acme Fri they asked")
    assert "bring the floor plan, 3 days late (due Fri 13 March). They asked for Fri 20 March" in team.text(
        "Tom", "followups"
    )
    assert "Acme: they asked for Fri 20 March." in team.text("Maria", "how is Tom doing?")


def test_theirs_that_is_late_or_nothing_promised_asks_for_a_call(team):
    _late(team, what="she sends the plan")
    assert "Ask Tom to call …" in _labels(team.say("Maria", "where are we on Acme?").card)
    assert "Ask Tom to call Acme …" in _labels(team.say("Maria", "how is Tom doing?").card)
    assert "Tom reads it on that day's list." in team.text("Maria", "where are we on Acme?"), "a call waits for its day"


def test_ours_is_the_headline_where_both_are_late(team):
    _late(team, what="she sends the plan by Thu, I bring the floor plan")
    asked = team.say("Maria", "where are we on Acme?").card
    assert asked.title.endswith("our move, 3 days late.")
    assert "Ask Tom to bring the floor plan …" in _labels(asked)


def test_a_day_that_was_set_before_the_promise_was_due_is_not_told_of_it(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: talked to Dana, I bring the floor plan by Mon")
    team.say("Maria", "later Acme Fri because something new")
    team.forward(days=4)
    assert "set it for" not in team.text("Tom", "followups")


def test_a_rep_who_puts_it_off_still_reads_that_the_promise_comes_up(team):
    _late(team)
    assert "Your promise comes up before that: bring the floor plan, 3 days late (due Fri 13 March)." in team.text(
        "Tom", "later Acme Fri"
    )


def test_the_list_of_a_rep_is_a_press_away_for_who_leads_them(team):
    _late(team)
    team.say("Tom", "new Brio")
    team.forward(days=1)
    told = _press(team, "Maria", team.say("Maria", "how is Tom doing?"), "Tom's list today")
    assert told.card.title == "Tom's list, Tue 17 March: 2 deals due"
    assert "We owe" in str(told.card)
    assert "Ask Tom first about Acme" in team.text("Maria", "how is Tom doing?")
    assert "Acme, Dana: bring the floor plan, 4 days late" in str(told.card)
    assert "Brio: nobody has asked yet where they stand; no call yet" in str(told.card)
    assert "Tom's list" in team.text("Maria", "followups Tom")
    assert "You promised" in team.text("Tom", "followups Tom")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the Leeds figures", "Ask Tom to see to “the Leeds figures” …"),
        (LONG_PROMISE, "Ask Tom to prepare the revised quote …"),
        ("introduce her to my boss", "Ask Tom to see to “introduce her to” …"),
        ("send you the offer", "Ask Tom to see to “send you the offer” …"),
        ("x" * 100, f"Ask Tom to {'x' * 27} …"),
    ],
)
def test_any_promise_fits_a_button_of_either_platform(team, text, label):
    history = Story().promise(0, Side.ours, text, 4).history
    history = replace(history, deal=replace(history.deal, company=LONG_NAME))
    button, tom = ask_button(history, "Tom", day(7)), team.member("Tom")
    assert button.label == label
    card = Card("Tom", (Buttons((button,)),))
    whole = attachment(card)
    assert not problems(whole)
    assert [one["title"] for one in buttons(whole["content"])] == [label]
    assert label in str(message(card))
    asked, receipt = on_which_day(history, tom, day(7)), on_that_day(history, tom, day(9), day(7))
    what = f"see to “{text}”" if "see to" in label else text
    assert asked == f"{LONG_NAME}: on which day is Tom to {what}?"
    assert receipt == f"{LONG_NAME}: Tom is to {what} on Wed 11 March"


def test_what_is_still_owed_on_a_won_deal_is_counted_as_the_list_does(team):
    _late(team)
    team.say("Tom", "won Acme")
    asked = team.say("Maria", "how is Tom doing?")
    told = str(asked.card)
    assert "no call is on record" not in told
    assert "Tom has 1 deal to call today" in told
    assert "We owe: 1, late" in told
    assert "bring the floor plan" in told
    assert "1 deal due" in _press(team, "Maria", asked, "Tom's list today").card.title
    assert "Tom Becker: 0 open, 1 deal to call today" in team.text("Maria", "where is my team?")
    days = _press(team, "Maria", asked, "Ask Tom about Acme …")
    receipt = str(_press(team, "Maria", days, "Tue 17 March").card)
    assert "Tom reads it on the next list." in receipt
    assert "on no list" not in receipt
    assert "Ask Tom to bring the floor plan …" in _labels(team.say("Maria", "where are we on Acme?").card)


@pytest.mark.parametrize("name", ["Tom", "Tom's", "for Tom", "tom becker"])
def test_the_list_of_somebody_is_found_by_their_name(team, name):
    _late(team)
    assert "Tom's list" in team.text("Maria", f"followups {name}")


@pytest.mark.parametrize(("reader", "name"), [("Maria", "Tmo"), ("Lena", "Tom"), ("Lena", "Tmo")])
def test_a_name_of_nobody_whom_one_sees_is_told_and_is_no_clear_day(team, reader, name):
    _late(team)
    told = team.text(reader, f"followups {name}")
    assert f"You see no deals of anybody called “{name}”. Type followups for your own list." in told
    number = team.member("Tom").id
    assert f"anybody called “{number}”" in team.text("Lena", f"followups {number}")


def test_two_of_one_name_are_asked_about(team):
    _late(team)
    named = update(members).where(members.c.id == team.member("Omar").id).values(name="Tom Haddad")
    team.database.write(team.organisation_id, lambda store: store.connection.execute(named).rowcount)
    asked = team.say("Maria", "followups Tom").card
    assert asked.title == "Whose list is “Tom”?"
    ways = {line.buttons[0].about: line.buttons[0].command for line in asked.blocks}
    assert "bring the floor plan" in team.text("Maria", ways["Tom Becker"])
    assert "no deal due" in team.text("Maria", ways["Tom Haddad"])


@pytest.mark.parametrize(
    "text", ["followups please", "due today", "list what is due", "what is due this morning?", "today"]
)
def test_words_that_name_nobody_ask_for_ones_own_list(team, text):
    _late(team)
    assert "You promised" in team.text("Tom", text)


def test_whoever_covers_reads_the_list_and_asks_for_nothing(team):
    _late(team)
    team.say("Tom", "away until Thu, Lena covers me")
    asked = team.say("Lena", "how is Tom doing?").card
    assert "Ask Tom" not in str(asked)
    assert "1 deal to call today. Our promises first: Acme (we are 3 days late). Away until" in str(asked)
    assert "Visible to Tom, Maria and Lena." in str(asked)
    assert (
        "Visible to Tom, Maria and Lena." in _press(team, "Lena", Reply(asked), "Tom's list today").card.blocks[-2].text
    )


def test_ours_and_theirs_are_told_apart_among_what_comes_first(team):
    _late(team, days=0)
    _late(team, "Brio", "she sends the plan")
    told = team.text("Tom", f"where rep {team.member('Tom').id}")
    assert "Our promises first: Acme (we are 3 days late), then theirs: Brio (they are 3 days late)." in told


def test_the_list_of_a_rep_has_what_they_cover(team):
    _late(team)
    team.say("Omar", "new Cato")
    team.say("Omar", "logcall Cato: talked to Eva, I send the map by today")
    team.say("Omar", "away until Thu, Tom covers me")
    told = team.text("Maria", "followups Tom")
    assert told.startswith("Tom's list, Mon 16 March: 1 deal due, 1 for Omar")
    assert "Cato, Eva (Omar's): send the map" in told


def test_the_list_of_a_rep_has_what_is_to_be_closed_on_its_day(team):
    _silent(team, *NAMES)
    team.until(FRIDAY)
    told = team.text("Maria", "followups Tom")
    assert "no deal due, 7 to close" in told
    assert "To close\n• Alba, Dana: no answer to Tom's yes-or-no message" in told
    assert "Two more to close wait until next week." in told


def test_a_long_list_leads_to_the_rest(team):
    for number in range(33):
        team.say("Tom", f"new Deal{number:02}")
    team.forward(days=4)
    told = team.say("Maria", "followups Tom").card
    assert told.title.endswith(": 33 deals due")
    assert "covers a colleague" not in str(told)
    assert "And 3 more: they are among Tom's deals in the table." in str(told)
    assert "Tom's open deals: 33" in _press(team, "Maria", Reply(told), "All deals in a table").card.title


def test_what_a_rep_covers_for_somebody_whom_the_reader_does_not_see_is_said_to_be_left_out(team):
    _late(team)
    _late(team, "Brio", "I send the quote", days=0)
    team.say("Omar", "new Cato")
    team.say("Omar", "logcall Cato: talked to Eva, I send the map by today")
    team.say("Omar", "away until Thu, Tom covers me")
    team.say("Tom", "Lena covers me until Thu")
    told = team.text("Lena", "followups Tom")
    assert "Cato" not in told
    assert "Tom also covers a colleague whose deals you do not see: those are not shown." in told


@pytest.mark.parametrize(
    "said", ["list all deals", "list my open deals", "due tomorrow", "today overdue", "due next week"]
)
def test_ordinary_words_name_nobody(team, said):
    assert "anybody called" not in team.text("Maria", said)


@pytest.mark.parametrize("said", ["followups Tom's list", "followups for Tom today", "followups tom"])
def test_words_behind_a_name_leave_it_a_name(team, said):
    _late(team)
    assert team.say("Maria", said).card.title.startswith("Tom's list")


def test_on_a_reps_list_the_leaders_own_promise_is_hers_and_the_reps_is_not_marked(team):
    _late(team)
    team.say("Maria", "logcall Acme: spoke to Dana, I send the price list by today")
    team.say("Maria", "remind Tom to send the deck to Acme today")
    team.forward(days=1)
    line = next(one for one in team.text("Maria", "followups Tom").splitlines() if "Acme" in one)
    assert "bring the floor plan, 4 days late (due Fri 13 March)." in line
    assert "send the price list, 1 day late (due Mon 16 March) (Maria promised it)" in line
    assert "send the deck, 1 day late (due Mon 16 March) (asked by Maria)" in line
