"""What is out or done ends the one open promise that fits, whoever's it is and however it is told; nothing else does."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    team.say("Tom", "new deal with Mercury Dental, Greg Hall")
    return team


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("I send the price list by Mon", "mercury: price list sent"),
        ("I send the offer by Mon", "logcall Mercury: offer went out to Greg"),
        ("I send the spec sheet by Mon", "spec sheet for greg is done"),
        ("I send the spec sheet by Mon", "the spec sheet to greg went out this morning"),
        ("I send references by Mon", "sent greg references and will call him fri 2pm"),
        ("I get Greg a price by Mon", "got greg his price"),
        ("I send the samples by Mon", "logcall Mercury: samples are in the post"),
        ("Greg sends the drawings by Mon", "logcall Mercury: drawings sent to me"),
        ("I send the quote by Mon", "logcall Mercury: quote sent to Greg"),
        ("I check the wiring by Mon", "logcall Mercury: I checked the wiring"),
        ("Greg looks at the demo video by Mon", "greg watched the video"),
        ("Greg talks to his boss by Mon", "logcall Mercury: he talked to his boss"),
        ("Greg checks with his wife by Mon", "logcall Mercury: missus is ok with it"),
        ("Greg checks with her husband by Mon", "logcall Mercury: hubby is fine"),
    ],
)
def test_it_ends_the_promise_that_fits(team, promised, told):
    team.say("Tom", f"logcall Mercury: {promised}")
    answer = team.logged(told)
    assert "You did: " in answer or "They did: " in answer or ", done" in answer
    assert "promised to" not in team.text("Tom", "where Mercury")


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("I send the price list by Mon", "logcall Mercury: price list not sent"),
        ("I send the price list by Mon", "logcall Mercury: price list will go out soon"),
        ("I send the price list by Mon", "logcall Mercury: the brochure went out"),
        ("I send the offer by Mon", "logcall Mercury: offer is half done"),
        ("I send the demo video by Mon", "logcall Mercury: the demo is done"),
        ("I send the demo video by Mon", "logcall Mercury: demo is off"),
        ("I send the price list by Mon", "logcall Mercury: price list is out of date"),
        ("Greg talks to his boss by Mon", "logcall Mercury: he talked to legal"),
        ("Greg talks to his boss by Mon", "logcall Mercury: he has not talked to his boss"),
        ("Greg reviews the contract by Mon", "logcall Mercury: I reviewed the contract"),
        ("Greg signs the contract by Mon", "logcall Mercury: he reviewed the contract"),
        ("Greg talks to his boss about the price by Mon", "logcall Mercury: Greg talked about the price"),
        ("I review the contract with our legal by Mon", "logcall Mercury: I reviewed the contract"),
        ("Greg checks the price with her boss by Mon", "logcall Mercury: Greg checked the price"),
        ("Greg reads the offer and sends comments by Mon", "logcall Mercury: Greg read the offer"),
        ("Greg checks the stock by Mon", "logcall Mercury: Greg used to check the stock"),
        ("Greg sends the PO by Mon", "logcall Mercury: PO is on its way"),
        ("Greg sends the contract by Mon", "logcall Mercury: contract is in the mail"),
        ("I send the drawings by Mon", "logcall Mercury: drawings sent to me"),
        ("I send the quote by Mon", "logcall Mercury: quote is done"),
        ("I send the quote by Mon", "logcall Mercury: quote sent to legal"),
        ("I send the quote by Mon", "logcall Mercury: quote sent for approval"),
    ],
)
def test_what_does_not_fit_ends_nothing(team, promised, told):
    team.say("Tom", f"logcall Mercury: {promised}")
    answer = team.logged(told)
    assert "You did: " not in answer
    assert "They did: " not in answer


def test_of_two_that_fit_it_is_asked(team):
    team.say(
        "Tom", "logcall Mercury: I send the spec sheet for the lamp by Mon, I send the spec sheet for the chair by Mon"
    )
    answer = team.logged("logcall Mercury: spec sheet went out")
    assert "You did: " not in answer
    assert "Did that settle" in answer or "Which" in answer
