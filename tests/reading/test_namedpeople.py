"""Whom a line names although nobody knows them, and words that only look like a name. Today is Wed 25 November 2026."""

from datetime import date

import pytest

from bot.reading.calltext import read_rest
from bot.reading.mentioned.whose import whose
from bot.reading.names import Known
from bot.reading.people.newcomers import newcomers

DEALS = (
    Known(0, "Friday Morning Bakery", "", ()),
    Known(1, "Nine Elms Garage", "", ("June Okada", "Fiona Marsh", "Fiona Lund")),
    Known(2, "Harbor Light Co", "", ("Dana O'Brien",)),
    Known(3, "March Evening News", "", ()),
    Known(4, "Kestrel Logistics", "", ("Rui",)),
)
BAKERY, ELMS, HARBOR, NEWS, KESTREL = range(5)


@pytest.mark.parametrize(
    ("line", "deal"),
    [
        ("left Dana O'Brien a vm, again Friday morning", HARBOR), ("dana o'brien: friday mornings are best", HARBOR), ("rui back march evening", KESTREL),
        ("Fiona Marsh wants it fri morning", ELMS), ("kestral, rui says fine", KESTREL),
    ],
)  # fmt: skip
def test_a_person_named_exactly_wins_over_a_near_company(line, deal):
    assert whose(line, DEALS).ids == (deal,)


@pytest.mark.parametrize(
    "line",
    [
        "again friday mornings",
        "fridy morning works",
        "monday evening",
        "march evenings are fine",
        "next week friday am",
    ],
)
def test_days_and_times_are_no_mistyped_company(line):
    assert whose(line, DEALS).ids == ()


@pytest.mark.parametrize(
    ("line", "deal"), [("friday mornng bakery, lvm", BAKERY), ("kestrl lvm", KESTREL), ("march evening news n/a", NEWS)]
)
def test_a_mistyped_company_is_still_found(line, deal):
    assert whose(line, DEALS).ids == (deal,)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("june o. agrees, 12 bays", "June Okada"), ("spoke to fiona l. today", "Fiona Lund"), ("Fiona M: fine", "Fiona Marsh"),
        ("june o.'s boss is in", "June Okada"),
    ],
)  # fmt: skip
def test_an_initial_tells_the_surname(line, person):
    assert whose(line, DEALS).people == (person,)


@pytest.mark.parametrize("line", ["june o so late", "in june o. well", "fiona, l. 5 shelf"])
def test_a_letter_that_is_no_initial(line):
    assert "June Okada" not in whose(line, DEALS).people
    assert whose(line, DEALS).people != ("Fiona Lund",)


@pytest.mark.parametrize("line", ["9elms lvm", "gvm 9elms, box full", "9 elms: n/a", "nine elms rang"])
def test_a_number_may_be_joined_to_the_word(line):
    assert whose(line, DEALS).ids == (ELMS,)


@pytest.mark.parametrize("line", ["9am call", "19elms", "9elmsford lvm"])
def test_another_joined_number_is_none(line):
    assert whose(line, DEALS).ids == ()


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("bola @ kestrel says the form bounced", "Bola says the form bounced"), ("spoke to ines @ kestrel, fine", "spoke to ines, fine"),
        ("tariq @ kestrel wants a demo", "Tariq wants a demo"), ("bola @ kestrel called back", "Bola called back"),
        ("reception @ kestrel says he is out", "reception says he is out"), ("lunch @ kestrel was fine", "lunch was fine"),
        ("procurement @ kestrel wants 3 bids", "procurement wants 3 bids"), ("nobody @ kestrel said a word", "nobody said a word"),
        ("demo @ kestrel needs a room", "demo needs a room"), ("everyone @ kestrel liked it", "everyone liked it"),
    ],
)  # fmt: skip
def test_who_acts_at_a_company_is_somebody(line, rest):
    assert whose(line, DEALS).rest == rest


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2h w/ Rui + their COO Ted Ruiz", ("Ted Ruiz",)), ("the office mgr (Tasha) files it", ("Tasha",)), ("new buyer Anna Holt wants it", ("Anna Holt",)),
        ("got the owner (Gus?)", ("Gus",)), ("talked to his deputy, Ewa Lis", ("Ewa Lis",)), ("good chat w/ someone called Sam", ("Sam",)),
        ("a guy named Piet Vos answered", ("Piet Vos",)), ("CFO Ann and CTO Bob were in", ("Ann", "Bob")), ("plant manager Karl Ott is in", ("Karl Ott",)),
        ("met their head of ops (Lin)", ("Lin",)),
    ],
)  # fmt: skip
def test_a_role_names_its_person(line, names):
    assert newcomers(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "call the CFO Monday", "CFO April", "manager (out till Friday)", "their COO Review is Tue", "owner (New)", "the buyer (PO 44)", "CEO Summit in Berlin",
        "the boss Didn't call", "ask the manager (Tuesday)", "someone called me", "their CFO said no", 'COO: "show me"', "the CFO (not her)", "director Marketing",
    ],
)  # fmt: skip
def test_what_follows_a_role_is_not_always_a_name(line):
    assert newcomers(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Didn't leave the deck with them",
        "Won't send it Fri",
        "Couldn't open the file",
        "Hasn't signed",
        "Dont call him",
        "Doesn't buy by Friday",
    ],
)
def test_a_denied_verb_is_no_name(line):
    call = read_rest("Acme", line, date(2026, 11, 25))
    assert (call.contact, [one for one in call.promises if one.side == "theirs"]) == ("", [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('now "Jo Hexley", jo wants demo', "Jo Hexley"),
        ("Tom left, now 'Ola Steel-Nowak'. ola wants a demo", "Ola Steel-Nowak"),
        ("Tom left, now Ola Nowak", "Ola Nowak"),
        ("now Globex Corp after the merger", ""),
        ("now Globex Corp", ""),
        ("call her now Monday Morning", ""),
    ],
)
def test_whom_it_is_now_is_the_contact_where_one_has_gone_or_is_called_so(line, name):
    told = read_rest("Acme", line, date(2026, 3, 12), people=("Dana Reyes", "Tom Okafor"))
    assert (told.successor.name if told.successor else "") == name


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("kitchen's run by a contractor, Sodexo lady called Fran Hill, ring her wed pm", "Fran Hill"),
        ("a chap called Rob Green runs it, call him Tue", "Rob Green"),
        ("Sodexo's man named Ted signs Tue", "Ted"),
        ("the Sodexo lady called Fran back, she said fine", ""),
        ("the lady called Fran this morning", ""),
        ("Sodexo called, they sign Tue", "Sodexo"),
    ],
)
def test_who_is_called_so_is_there_and_not_whose_they_are(line, contact):
    assert read_rest("St Marys", line, date(2026, 11, 25)).contact == contact


def test_where_somebody_is_known_another_who_is_called_so_takes_nobodys_place():
    line = "a chap called Rob Green runs the kitchen"
    assert read_rest("St Marys", line, date(2026, 11, 25), people=("Dana Reyes",)).contact == ""
