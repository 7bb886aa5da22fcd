"""Promises in the languages of the neighbours: who, what and by when; what was typed stays. Today is Thu 12 March 2026."""

from datetime import date

import pytest

from bot.model import Side
from bot.reading.calltext import read_rest
from bot.reading.languages.otherlanguages import in_english

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("line", "side", "thing", "day"),
    [
        ("ich schicke den Entwurf morgen", Side.ours, "Entwurf", 13),
        ("wir liefern am Montag, ich bringe die Muster am Dienstag", Side.ours, "Muster", 17),
        ("sie unterschreibt den Vertrag bis Freitag", Side.theirs, "Vertrag", 13),
        ("Freigabe folgt bis 20.3.", Side.theirs, "Freigabe", 20),
        ("j'envoie le devis demain", Side.ours, "devis", 13),
        ("elle signe le contrat mardi", Side.theirs, "contrat", 17),
        ("yo le mando la oferta el lunes", Side.ours, "oferta", 16),
        ("manda el pedido el viernes", Side.theirs, "pedido", 13),
        ("lui firma il contratto martedì", Side.theirs, "contratto", 17),
        ("hij stuurt de cijfers dinsdag", Side.theirs, "cijfers", 17),
        ("jeg sender tilbudet fredag", Side.ours, "tilbudet", 13),
    ],
)
def test_who_promises_what_by_when(line, side, thing, day):
    made = [one for one in read_rest("x", line, TODAY).promises if one.side is side]
    assert [(thing in one.raw, one.due and one.due.on) for one in made] == [(True, date(2026, 3, day))]


@pytest.mark.parametrize(
    "clause",
    [
        "Frau Schulz kommt Montag um 10",
        "Montag kommt er zu uns",
        "Cannot decide before June",
        "We decide Friday",
        "she sends it Fri",
        "Jan will manda",
        "the firm confirms",
        "Paul kommt am Montag",
        "on sale Tuesday",
        "de-icing Friday",
    ],
)
def test_another_clause_stays_as_it_is(clause):
    assert in_english(clause) == clause


def test_a_person_keeps_their_name():
    assert in_english("Dana schickt das Angebot morgen") == "Dana will send das Angebot morgen"


@pytest.mark.parametrize(
    ("line", "what", "on", "at"),
    [
        ("Termin am Dienstag um 14 Uhr", "meeting", date(2026, 3, 17), "14:00"),
        ("rdv confirmé jeudi 19/3 à 10h", "meeting", date(2026, 3, 19), "10:00"),
        ("ok pour une démo mardi 17 mars 15h30", "demo", date(2026, 3, 17), "15:30"),
        ("reunión el martes 17 de marzo 11:00", "meeting", date(2026, 3, 17), "11:00"),
        ("møte tirsdag 24/3 kl 9", "meeting", date(2026, 3, 24), "09:00"),
    ],
)
def test_an_appointment(line, what, on, at):
    step = read_rest("x", line, TODAY).next_step
    assert step is not None
    assert (step.what, step.date.on, step.date.at) == (what, on, at)


@pytest.mark.parametrize(
    ("line", "side", "text", "on"),
    [
        ("hon skickar avtalet på fredag", Side.theirs, "send avtalet", date(2026, 12, 4)),
        ("jag skickar offerten imorgon", Side.ours, "send offerten", date(2026, 12, 3)),
        ("vi levererar stolarna senast måndag", Side.ours, "deliver stolarna", date(2026, 12, 7)),
        ("han bekräftar på tisdag", Side.theirs, "confirm", date(2026, 12, 8)),
        ("hon beställer nästa vecka", Side.theirs, "order", date(2026, 12, 11)),
        ("hun sender kontrakten på fredag", Side.theirs, "send kontrakten", date(2026, 12, 4)),
        ("sie schickt den Vertrag am Freitag", Side.theirs, "send den Vertrag", date(2026, 12, 4)),
        ("hij stuurt het contract op vrijdag", Side.theirs, "send het contract", date(2026, 12, 4)),
    ],
)
def test_swedish_is_read_as_its_neighbours_are(line, side, text, on):
    (made,) = read_rest("X", line, date(2026, 12, 2)).promises
    assert (made.side, made.text) == (side, text)
    assert made.due is not None
    assert made.due.on == on


@pytest.mark.parametrize("line", ["hon skickade avtalet i fredags", "åsa ringde", "jag ringer henne på torsdag"])
def test_what_was_done_in_swedish_and_a_call_of_ours_promise_nothing(line):
    assert not read_rest("X", line, date(2026, 12, 2)).promises
