"""Several people of one customer in a line: what one of them promised, said or is away from is nobody else's."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
FRIDAY = datetime(2026, 12, 11, 12, tzinfo=UTC)


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(FRIDAY))
    for deal, person in (("Testa Pumps", "Maja Ek"), ("Harbour, cold store", "Priya Shah"), ("Ostrava", "Petr Havel")):
        team.say("Tom", f"new {deal}")
        team.say("Tom", f"deal contact {deal}: {person}")
    return team


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("Otto Lind joined, Otto said “too loud”, Maja asks her CFO by tuesday", "Maja"),
        ("spoke to Maja, Ivan sends the floor plan by tuesday", "Ivan"),
        ("Otto said “too loud”, Maja asks her CFO today, she sends the numbers by tuesday", "Maja"),
        ("Otto Lind there too, Otto said “too loud”, maja checks with her CFO tuesday", "Maja"),
    ],
)
def test_a_promise_is_of_whoever_made_it(team, line, by):
    mail = team.text("Tom", f"logcall Testa Pumps: {line}")
    assert f"{by} was going to" in mail
    assert "you were going to" not in mail
    team.forward(days=5)
    assert f"({by} promised it)" in team.text("Tom", "followups")


def test_words_of_somebody_else_there_are_no_words_of_the_contacts(team):
    told = team.text(
        "Tom", "logcall Testa Pumps: met Maja, Ivan said the rigs are too loud, Maja will ask her CFO by tuesday"
    )
    assert "Maja: “" not in told
    assert "Noted: Ivan said the rigs are too loud" in told
    assert "you were going to ask your CFO" in told


def test_what_the_contact_takes_on_stays_theirs(team):
    mail = team.text("Tom", "logcall Testa Pumps: Maja will ask her CFO by tuesday, she sends the numbers by wednesday")
    assert "you were going to ask your CFO" in mail
    assert "promised it" not in team.text("Tom", "where testa pumps")


def test_both_in_one_mail_each_have_their_own(team):
    mail = team.text(
        "Tom",
        "logcall Testa Pumps: Otto said “too loud”, Otto sends the floor plan by monday, Maja asks her CFO by tuesday",
    )
    assert "you were going to send the floor plan" in mail
    assert "Maja was going to ask her CFO" in mail


def test_with_a_namesake_no_absence_and_no_word_of_the_other_counts(team):
    team.say("Tom", "logcall Ostrava: Petr said “the coils stand in the rain”, he is off until monday 21 december")
    said = team.say(
        "Tom",
        "logcall Ostrava: spoke to Petr Novák, the new boss of Petr Havel, meeting on thursday 17 december at 2pm",
    )
    told = str(said.card)
    assert "is away" not in told
    assert "Which day holds?" not in told
    words = team.text("Tom", "words Ostrava")
    assert "you said" not in words
    assert "Petr Havel told me" in words or "the coils stand in the rain" not in words
