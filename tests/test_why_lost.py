"""Behind "Why did Acme say no?" only a reason closes the deal. Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new Osprey")
    team.say("Tom", "logcall Osprey: Sam Reed said ok, she checks with legal by Tue")
    assert "Why did Osprey say no?" in team.text("Tom", "lost Osprey")
    return team


def _is_open(team: Team) -> bool:
    return "lost on" not in team.text("Tom", "where osprey")


@pytest.mark.parametrize(
    "line",
    [
        "never mind", "nevermind", "not lost", "no wait, it is not dead", "its not dead", "sorry, wrong deal", "they didn't say no", "Osprey is not dead", "hold on", "leave it open",
        "hm let me ask Sam first", "I'll check with Sam", "not lost yet, we are still talking", "my mistake, she did not say no", "still open", "actually no, we are still talking", "I meant Globex",
    ],
)  # fmt: skip
def test_what_takes_it_back_closes_nothing_and_ends_the_question(team, line):
    assert "Osprey stays as it is" in team.text("Tom", line)
    assert _is_open(team)
    assert "closed" not in team.text("Tom", "it was too expensive")


@pytest.mark.parametrize(
    "line",
    [
        "thanks",
        "ok thanks",
        "what's on tomorrow",
        "who is away?",
        "remind me tomorrow to call Sam",
        "Osprey is dead",
        "show me my list",
        "Acme Rockets: Dana said yes",
        "zorbo ltd: dana wants a quote",
        "Bluewater & Sons: price is too high for them",
    ],
)
def test_what_is_no_answer_leaves_it_open(team, line):
    team.say("Tom", line)
    assert _is_open(team)


def test_a_reason_headed_by_the_deal_itself_or_by_its_kind_is_one(team):
    assert "Osprey: closed" in team.text("Tom", "Osprey: they went with Oracle")
    team.say("Tom", "undo")
    team.say("Tom", "lost Osprey")
    assert "Osprey: closed" in team.text("Tom", "Too Expensive: they have no money")


def test_after_thanks_the_reason_is_still_one(team):
    assert "Any time" in team.text("Tom", "thanks")
    assert "Osprey: closed, too dear for them" in team.text("Tom", "too dear for them")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("I talked to Sam at Osprey yesterday, he signs by Wed", "Logged: Osprey, Sam"), ("she signs by Wed", "sign"), ("we speak again on Tuesday", "Osprey"), ("I send Sam the deck tomorrow", "Osprey"),
        ("spoke to Sam, she likes it after all", "Osprey"), ("Sam sends the signed order Friday", "Osprey"),
    ],
)  # fmt: skip
def test_a_call_or_a_promise_is_logged_or_asked_about(team, line, answer):
    said = team.text("Tom", line)
    assert answer in said
    assert "closed" not in said
    assert _is_open(team)


@pytest.mark.parametrize(
    "why",
    [
        "it was too expensive", "no budget until May", "not interested", "not now", "they went with Globex", "waiting for budget", "nothing in it for them", "they never saw the value", "Sam left",
        "still in contract with Globex", "they are not convinced", "stopped the project", "I think they found it too dear", "wait and see approach", "they do it themselves", "Sam said the price is too high",
        "maybe later this year", "no budget, she calls again in May", "not the right fit", "not so happy with the demo", "not over budget but timing",
        "Stop. Too expensive", "not yet, no budget this year", "wait, they went with Oracle",
    ],
)  # fmt: skip
def test_a_reason_closes_it(team, why):
    assert f"Osprey: closed, {why}" in team.text("Tom", why)


@pytest.fixture
def beside(team) -> Team:
    """With a deal that somebody called as a month is has, and the question asked once more."""
    team.say("Tom", "new Kestrel Mills")
    team.say("Tom", "logcall Kestrel Mills: April Holt said ok, she checks with legal by Fri")
    team.say("Tom", "lost Osprey")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "april's on leave til monday",
        "phone april back at 3",
        "gotta chase the paperwork",
        "send the deck to April tomorrow",
        "April has left, her successor is Dan Hill",
        "kestrel went quiet, left vm",
        "need to email someone about invoices",
        "I should really ring April",
    ],
)
def test_what_is_of_another_deal_or_of_our_own_day_is_no_reason_and_leaves_it_open(beside, line):
    assert "Osprey: closed" not in beside.text("Tom", line)
    assert _is_open(beside)


@pytest.mark.parametrize("line", ["april's off sick til weds", "chase the paperwork"])
def test_the_question_waits_for_its_reason_behind_it(beside, line):
    beside.say("Tom", line)
    assert "Osprey: closed, budget frozen, april at the earliest" in beside.text(
        "Tom", "budget frozen, april at the earliest"
    )


def test_what_goes_on_with_somebody_else_is_no_reason(beside):
    beside.say("Tom", "april's off sick til weds")
    beside.say("Tom", "she comes round on Thursday")
    assert _is_open(beside)


@pytest.mark.parametrize("line", ["actually no", "wait, no", "hm, they didn't", "oh no, don't"])
def test_a_no_alone_takes_it_back(team, line):
    assert "Osprey stays as it is" in team.text("Tom", line)
    assert _is_open(team)


@pytest.mark.parametrize("why", ["salesforce", "need to cut costs", "no, they like what they have", "message was clear: too dear"])  # fmt: skip
def test_a_plain_reason_beside_them_closes_it(beside, why):
    assert f"Osprey: closed, {why}" in beside.text("Tom", why)


MAY_BE_ANOTHER = ["Zorbo: too expensive", "zorbo: too expensive", "Wrong Fit: they need a crane", "wrong fit: they need a crane"]  # fmt: skip


@pytest.mark.parametrize("line", MAY_BE_ANOTHER)
def test_a_heading_that_may_be_a_company_is_asked_about_however_it_is_written(team, line):
    assert "Is that why Osprey said no, or is it about another company?" in team.text("Tom", line)
    assert _is_open(team)


@pytest.mark.parametrize("line", MAY_BE_ANOTHER)
def test_by_a_yes_it_is_the_reason(team, line):
    team.say("Tom", line)
    assert f"Osprey: closed, {line}" in team.text("Tom", "yes")


def test_by_a_no_it_is_logged_with_the_other_one(team):
    asked = team.say("Tom", "Zorbo: too expensive")
    assert "Create “Zorbo”" in plain_text(team.press(asked, "No, another company").card)
    assert _is_open(team)


@pytest.mark.parametrize(
    "line", ["Reason: no crane", "The reason: no crane", "Sam: no crane", "price: above the other"]
)
def test_a_plain_heading_and_somebody_of_theirs_are_not_asked_about(team, line):
    assert f"Osprey: closed, {line}" in team.text("Tom", line)
