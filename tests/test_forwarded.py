"""A message of theirs that is pasted: its "I" and "we" are theirs, and its deal is who wrote it."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    for line in ("new deal with Dome Dental, Rita Moll", "new deal with Quist Dental, Nora Quist"):
        team.say("Tom", line)
    return team


@pytest.mark.parametrize(
    ("pasted", "promise"),
    [
        ("Email from Rita Moll: we will send the order on Tuesday", "They will: send the order, Tue 17 March"),
        ("Fwd: Rita Moll: I will sign tomorrow", "They will: sign, Fri 13 March"),
        ("From: Rita Moll <rita@dome.example>\nSubject: Re: offer\nHello Tom, I will send you the signed contract by Tuesday. Rita", "They will: send me the signed contract, Tue 17 March"),
        ("[12/03/2026, 09:14] Rita Moll: Hi Tom! Can you send the offer by Tuesday?\n[12/03/2026, 09:15] Tom: Sure, will do", "You will: send the offer, Tue 17 March"),
    ],
)  # fmt: skip
def test_a_pasted_message_is_in_the_words_of_who_wrote_it(team, pasted, promise):
    told = team.logged(pasted)
    assert "Dome Dental, Rita, they got in touch" in told
    assert promise in told
    assert "Noted: Rita Moll" not in told


def test_a_call_they_ask_for_in_a_chat_is_the_next_step(team):
    chat = "[12/03/2026, 10:01] Nora Quist: Can you call me on Tuesday at 10?\n[12/03/2026, 10:02] Tom: ok will do"
    assert "Next step: call Tue 17 March at 10:00" in team.logged(chat)


def test_what_a_reply_asks_for_is_our_promise(team):
    told = team.text("Tom", "reply Dome: can you send the offer by Tuesday?")
    assert "You will: send the offer, Tue 17 March" in told
