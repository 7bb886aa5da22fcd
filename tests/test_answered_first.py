"""A question that wants one fact of a deal is answered in one sentence; the rest of the card is one press away."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))
    for line in (
        "new deal with Bocom, Bo Ek", "new deal with Evaco, Eva Lind", "new deal with Annco, Anna Roth", "new deal with Irisco, Iris Bell",
        "new deal with Petco, Pete Moss", "logcall Bocom: spoke to Bo, he likes it", "logcall Evaco: sent Eva the offer",
        "logcall Annco: Anna signs by Fri, I send the plan by Tue", "logcall Irisco: visit agreed thu 10 dec 14:00",
    ):  # fmt: skip
        team.say("Tom", line)
    return team


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("did i call Bo?", "Yes: you last spoke with Bo on Wed 2 December."),
        ("have I spoken to Pete?", "No talk is on record."),
        ("did I reach Eva?", "No talk is on record; the last try was on Wed 2 December."),
        ("has Eva answered?", "No: nothing has come from Eva since Wed 2 December."),
        ("did Bo reply?", "Yes: last heard from Bo on Wed 2 December."),
        ("has Pete replied?", "Nothing of theirs is on record."),
        ("did Anna sign?", "Not on record yet: sign, Fri 4 December."),
        ("has Anna signed?", "Not on record yet: sign, Fri 4 December."),
        ("did Anna pay the deposit?", "No word of that is on record."),
        ("did I send Anna the plan?", "Not on record yet: send the plan, Tue 8 December."),
        ("did I send Eva the offer?", "Your note of Wed 2 December: sent Eva the offer."),
        ("when do I see Iris", "Visit Thu 10 December 14:00, agreed."),
        ("what did Anna promise", "Anna promised: sign, Fri 4 December."),
        ("what does annco owe us?", "Anna promised: sign, Fri 4 December."),
        ("what has Bo promised?", "Nothing is open of Bo's on record."),
        ("what do we owe annco", "You promised: send the plan, Tue 8 December."),
        ("what have I promised Bo", "Nothing is open on record."),
        ("is bo away?", "No absence of Bo's from today on is on record."),
        ("when's the irisco visit", "Visit Thu 10 December 14:00, agreed."),
        ("when is the visit with iris?", "Visit Thu 10 December 14:00, agreed."),
        ("when's the irisco demo?", "No demo is agreed. Visit Thu 10 December 14:00, agreed."),
        ("what's next with irisco", "Visit Thu 10 December 14:00, agreed."),
        ("when do I call Bo?", "Nothing is agreed with them. Back on your list Wed 9 December: last spoke Wed 2 December."),
    ],
)  # fmt: skip
def test_the_answer_stands_first(team, asked, answer):
    assert team.text("Tom", asked).splitlines()[0] == answer


def test_an_absence_is_told_with_its_days(team):
    team.say("Tom", "logcall Bocom: Bo is away until Mon 14 Dec")
    for asked in ("is bo away", "is Bo still off?", "when is bo back?"):
        assert team.text("Tom", asked).startswith("Bo is away, back Mon 14 December.")
    team.say("Tom", "logcall Annco: Anna is away from Thu 10 Dec until Mon 21 Dec")
    assert team.text("Tom", "is anna away?").startswith(
        "Not yet: Anna is away from Thu 10 December, back Mon 21 December."
    )


def test_what_is_late_and_what_was_done_are_told_as_that(team):
    team.forward(days=5)
    assert team.text("Tom", "what did anna promise").startswith(
        "Anna promised: sign, 3 days late (due Fri 4 December)."
    )
    team.say("Tom", "sent Anna the plan")
    assert "Last done: send the plan, Mon 7 December." in team.text("Tom", "what do I owe anna")


def test_of_a_deal_that_has_ended_the_whole_card_tells(team):
    team.say("Tom", "lost Annco: price")
    assert "promised: send the plan" not in team.text("Tom", "what do I owe annco").splitlines()[0]


def test_a_leader_reads_whose_promise_it_is(team):
    assert team.text("Maria", "what do we owe annco").startswith("Tom promised: send the plan, Tue 8 December.")


@pytest.mark.parametrize("asked", ["what did Anna promise", "did Bo reply?"])
def test_the_rest_is_one_press_away(team, asked):
    reply = team.say("Tom", asked)
    assert "Temperature" not in plain_text(reply.card)
    assert "Temperature" in plain_text(team.press(reply, "Open deal").card)


def test_what_was_kept_or_won_is_a_yes(team):
    team.say("Tom", "sent Anna the plan")
    team.say("Tom", "won Annco")
    assert "Yes: send the plan, done Wed 2 December." in team.text("Tom", "did I send Anna the plan?")
    assert "Yes: won on Wed 2 December." in team.text("Tom", "did Anna sign?")


@pytest.mark.parametrize("asked", ["where are we on Bocom?", "Bocom", "any news from Bo?", "status of Bocom"])
def test_who_asks_for_all_of_it_gets_the_card_alone(team, asked):
    assert "Yes:" not in team.text("Tom", asked)


def test_a_leader_reads_who_it_was(team):
    assert "Yes: Tom last spoke with Bo on Wed 2 December." in team.text(
        "Maria", "has Tom spoken with Bo?"
    ) + team.text("Maria", "did we call Bo?")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Tom", "We owe: price the job, Fri 4 December (Maria promised it); send the deck, Mon 7 December (asked by Maria); send the plan, Tue 8 December (you promised it)."),
        ("Maria", "We owe: price the job, Fri 4 December (you promised it); send the deck, Mon 7 December (asked by you); send the plan, Tue 8 December (Tom promised it)."),
    ],
)  # fmt: skip
def test_of_two_who_promised_each_is_told_and_what_was_only_asked_for_is_no_promise(team, name, answer):
    team.say("Maria", "logcall Annco: spoke to Anna, I price the job by Fri")
    team.say("Maria", "remind Tom to send the deck to Annco by Mon")
    assert team.text(name, "what did we promise Annco").splitlines()[0] == answer


def test_what_was_only_asked_for_is_owed_and_not_promised(team):
    team.say("Maria", "remind Tom to send the deck to Bocom by Mon")
    assert team.text("Tom", "what have we promised Bocom").startswith(
        "We owe: send the deck, Mon 7 December (asked by Maria)."
    )


def test_of_two_of_theirs_each_is_named(team):
    team.say("Tom", "logcall Annco: Olaf Berg sends the counts by Mon")
    said = team.text("Tom", "what does Annco owe us?").splitlines()[0]
    assert said == "They promised: sign, Fri 4 December (Anna); send the counts, Mon 7 December (Olaf)."


@pytest.mark.parametrize("asked", ["when's the irisco meeting", "when is the appointment with Iris?"])
def test_a_meeting_may_be_agreed_by_another_name(team, asked):
    assert team.text("Tom", asked).splitlines()[0] == "Visit Thu 10 December 14:00, agreed."


def test_a_plan_of_ours_is_no_meeting(team):
    team.say("Tom", "call Bo Fri")
    assert team.text("Tom", "when's the bocom meeting").startswith("No meeting is agreed. Call Fri 4 December")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("logcall Petco: I send Pete the plan by Thu", "Back on your list: Thu 3 December: you promised to send Pete the plan"),
        ("logcall Petco: visit agreed thu 10 dec 14:00", "Back on your list: Thu 10 December: visit 14:00, agreed"),
        ("logcall Petco: Pete is away until Mon 14 Dec", "Back on your list: Mon 14 December: Pete is back Mon 14 December"),
        ("call Pete Thu", "✓ Petco: call on Thu 3 December"),
    ],
)  # fmt: skip
def test_the_day_on_which_it_comes_back_is_named_once(team, line, answer):
    assert answer in team.text("Tom", line).splitlines()
