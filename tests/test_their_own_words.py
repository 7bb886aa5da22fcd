"""What stands behind "he said:" is theirs: their words, their promise, and what they ask of us; never a promise that we made."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    team.say("Tom", "new deal with Mercury Dental, Ruby Hall")
    return team


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ruby called back. She said: We can live with 3.200 EUR, but we need it before 15.12.", "We can live with 3.200 EUR, but we need it before 15.12."),
        ("ruby called. She said: We can pay 500 up front", "We can pay 500 up front"),
        ("Ruby wrote. She said: We must have it before Easter, otherwise no.", "We must have it before Easter, otherwise no."),
        ("ruby says: we need it by the 20th", "we need it by the 20th"),
        ("Ruby called. She said: We will take 40 boxes if I get 5 percent.", "We will take 40 boxes if I get 5 percent."),
        ("she said: we send the plan Monday", "we send the plan Monday"),
    ],
)  # fmt: skip
def test_what_they_said_is_theirs(team, line, words):
    said = team.logged(f"logcall Mercury: {line}")
    assert "You will" not in said
    assert f"“{words}" in said


def test_their_i_is_their_promise(team):
    assert "They will: sign, Fri 13 March" in team.logged("logcall Mercury: she said: I will sign Friday")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("logcall Mercury: ruby: we sign thursday", "They will: sign, Thu 19 March"),
        ("logcall mercury ruby: we sign fri", "They will: sign, Fri 13 March"),
        ("logcall ruby - we pay on the 19th", "They will: pay, Thu 19 March"),
        ("logcall ruby: ok we sign fri, i send the contract today", "You will: send the contract, Thu 12 March"),
        ("logcall ruby: we're going with ye", "Is that a yes to the deal?"),
        ("logcall mercury ruby: we stick with nespresso", "That was a no."),
        ("logcall ruby: we accept", "“we accept”"),
    ],
)
def test_behind_their_name_a_buyers_we_is_theirs(team, line, shown):
    said = team.text("Tom", line)
    assert shown in said
    assert not any(f"You will: {act}" in said for act in ("sign", "pay", "accept", "stick", "we're"))


@pytest.mark.parametrize("line", ["logcall ruby: we send the quote fri", "logcall ruby, we send the quote fri"])
def test_behind_their_name_a_sellers_we_is_ours(team, line):
    assert "You will: send the quote, Fri 13 March" in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Ruby mailed: the board signed off. Please send the order confirmation by Wednesday.", "send the order confirmation, Wed 18 March"),
        ("ruby wrote: management approved. Please send us the contract by Friday.", "send the contract, Fri 13 March"),
        ("ruby emailed that the board is fine. please send the invoice by fri", "send the invoice, Fri 13 March"),
        ("Ruby mailed: yes. Can you send the quote by Wed?", "send the quote, Wed 18 March"),
        ("told her: we send the plan Monday", "send the plan, Mon 16 March"),
        ("Ruby said: we need it by Friday, I send the plan Monday", "send the plan, Mon 16 March"),
        ("Ruby said: we need it by Friday. I send the plan Monday", "send the plan, Mon 16 March"),
    ],
)  # fmt: skip
def test_what_they_ask_for_and_what_the_rep_goes_on_with_is_ours(team, line, ours):
    assert f"You will: {ours}" in team.logged(f"logcall Mercury: {line}")


@pytest.mark.parametrize(
    "line",
    [
        'Ruby said "can you send the quote by Friday?" told her we can\'t',
        'Ruby said "can you send the quote by Friday?" I said no',
        'Ruby said "can you send the quote by Friday?", I can\'t before Tuesday',
        'Ruby: "please send the contract Monday" - declined',
        'Ruby said "send me nothing before Friday"',
        'Ruby said "please share with nobody until Monday"',
        'Ruby said "we still need the signature of our CFO by Monday"',
        'Ruby said "I want my money back by Friday"',
        'Ruby said "could you bring the price down by Friday?"',
        'Ruby said "please write off the invoice by Friday"',
        'Ruby said "can you check again in May?"',
        'Ruby said "please write to me next week"',
        'my boss said "send me the forecast by Friday"',
    ],
)
def test_what_we_refuse_and_what_is_not_ours_to_give_is_no_promise(team, line):
    assert "You will" not in team.logged(f"logcall Mercury: {line}")
