"""Whom a line names, wherever the name stands; a word that is a name as well is one only where it acts."""

import pytest

from bot.reading.mentioned.eachown import of_each
from bot.reading.mentioned.mentions import mentions
from bot.reading.mentioned.namesout import without_names
from bot.reading.mentioned.whose import whose
from bot.reading.names import Known
from bot.reading.naming.called import company_called, person_called
from bot.reading.words.greetings import without_greeting

DEALS = (
    Known(0, "Acme Manufacturing", "", ("Dana Reyes", "Tom Okafor")),
    Known(1, "Kestrel Logistics", "", ("April Stone", "Will Marsh", "Rui")),
    Known(2, "Delta Freight GmbH", "", ("Mark Delgado", "May Lin")),
    Known(3, "Blue Harbor Group", "", ("Dana Cole", "Sarah Jane Miller"), former_names=("Pier Nine",)),
    Known(4, "The Northwind Company", "", ("Dr. Anke Weiß",)),
    Known(5, "Monday Mornings", "", ("Chase Grant",), aliases=("the café",)),
)
ACME, KESTREL, DELTA, BLUE, NORTHWIND, MONDAY = range(6)


@pytest.mark.parametrize(
    ("line", "deal", "rest"),
    [
        ("acme - all good", ACME, "all good"),
        ("demo for acme on Tue", ACME, "demo on Tue"),
        ("spoke to reception at Acme Manufacturing, fine", ACME, "spoke to reception, fine"),
        ("lvm (Delta)", DELTA, "lvm"),
        ("Kestral: no answer", KESTREL, "no answer"),
        ("dlta freight rang out", DELTA, "rang out"),
        ("blue harbor no answer", BLUE, "no answer"),
        ("BHG no answer", BLUE, "no answer"),
        ("pier nine lvm", BLUE, "lvm"),
        ("northwind, no luck", NORTHWIND, "no luck"),
        ("Monday Mornings: lvm", MONDAY, "lvm"),
        ("the cafe: lvm", MONDAY, "lvm"),
    ],
)
def test_a_company_is_known_by_what_it_is_called(line, deal, rest):
    about = whose(line, DEALS)
    assert (about.ids, about.sure, about.people, about.rest) == ((deal,), True, (), rest)


@pytest.mark.parametrize(
    ("line", "deal", "person"),
    [
        ("tom okafor signs Fri", ACME, "Tom Okafor"),
        ("spoke with Rui re price", KESTREL, "Rui"),
        ("Rui-san replied", KESTREL, "Rui"),
        ("April says fine", KESTREL, "April Stone"),
        ("April no-showed our 11", KESTREL, "April Stone"),
        ("April stood us up", KESTREL, "April Stone"),
        ("Will says yes", KESTREL, "Will Marsh"),
        ("Marsh replied", KESTREL, "Will Marsh"),
        ("Mark wants the deck", DELTA, "Mark Delgado"),
        ("May sent the spec", DELTA, "May Lin"),
        ("SJ is back", BLUE, "Sarah Jane Miller"),
        ("sarah jane wants it", BLUE, "Sarah Jane Miller"),
        ("Dana Cole says yes", BLUE, "Dana Cole"),
        ("Dr Weiss said no", NORTHWIND, "Dr. Anke Weiß"),
        ("frau weiß sagt ja", NORTHWIND, "Dr. Anke Weiß"),
        ("Chase says hi", MONDAY, "Chase Grant"),
        ("chase grant: fine", MONDAY, "Chase Grant"),
    ],
)
def test_a_person_tells_the_company(line, deal, person):
    about = whose(line, DEALS)
    assert (about.ids, about.sure, about.people) == ((deal,), True, (person,))


@pytest.mark.parametrize(
    "line",
    [
        "by april they decide", "until april nothing", "no-shows in April", "booth for April stood empty", "in May we meet", "may reply Fri", "they may send it", "early may works", "will call Fri",
        "we will see", "she will says nobody", "not will", "mark it as done", "chase the PO", "grant access Fri", "monday is fine", "call Mon", "blue is nice",
        "Delta-Reyes called", "Reyes-Marsh rang", "acmee", "orbit", "no names here", "", "…",
    ],
)  # fmt: skip
def test_a_word_or_another_name_is_nobody(line):
    about = whose(line, DEALS)
    assert (about.ids, about.sure, about.people) == ((), False, ())
    assert about.rest == line.strip(" …") or about.rest == line


@pytest.mark.parametrize(
    ("line", "deals"),
    [
        ("tom's moved, acme → kestrel", (KESTREL,)), ("tom: acme -> kestrel, lunch Thu", (KESTREL,)), ("tom jumped ship from Acme to Kestrel, intros me there", (KESTREL,)),
        ("kofi jumped ship from Acme to Kestrel, intros me there", (KESTREL,)), ("kofi moved from acme to Kestrel last month", (KESTREL,)), ("rui switched from kestrel to acme", (ACME,)),
        ("he went over from acme to kestrel in may", (KESTREL,)), ("tom left acme for kestrel", (KESTREL,)), ("tom, ex acme, is at kestrel now", (KESTREL,)), ("tom now w/ kestrel, formerly acme", (KESTREL,)),
        ("tom okafor (ex-acme) now runs ops at kestrel", (KESTREL,)), ("tom: new job, acme to kestrel", (KESTREL,)), ("tom left acme, joins kestrel in nov", (KESTREL,)),
        ("tom changed jobs, acme / kestrel", (ACME, KESTREL)), ("tom jumped ship, kestrel and acme", (KESTREL, ACME)),
        ("moved tom's demo from acme to kestrel site", (ACME,)), ("tom: budget moved from acme to kestrel", (ACME,)), ("deal moved from acme to kestrel", (ACME,)),
        ("acme → kestrel referral from tom", (ACME,)), ("quote: acme -> kestrel, same terms", (ACME,)), ("tom at acme: kestrel quoted lower", (ACME,)), ("tom moved the demo, acme wants Fri, not kestrel", (ACME,)),
    ],
)  # fmt: skip
def test_who_has_moved_is_where_they_are_now(line, deals):
    about = whose(line, DEALS)
    assert (about.ids, about.sure) == (deals, len(deals) == 1)


def test_a_name_of_two_deals_is_not_sure():
    about = whose("dana says yes", DEALS)
    assert (about.ids, about.sure) == ((ACME, BLUE), False)


@pytest.mark.parametrize(
    ("line", "deal", "person"),
    [("Dana (Blue Harbor) said yes", BLUE, "Dana Cole"), ("acme's dana called", ACME, "Dana Reyes"), ("dana and tom agreed", ACME, "Dana Reyes")],
)  # fmt: skip
def test_what_stands_beside_it_makes_a_name_sure(line, deal, person):
    about = whose(line, DEALS)
    assert (about.ids, about.sure, about.people[0]) == ((deal,), True, person)


def test_a_company_counts_before_a_person_of_another():
    about = whose("dana at kestrel said no", DEALS)
    assert (about.ids, about.rest) == ((KESTREL,), "Dana said no")


def test_the_new_employer_is_meant():
    assert whose("Tom left Acme and now works at Kestrel", DEALS).ids == (KESTREL,)


def test_the_rest_keeps_every_letter_but_a_persons_capitals():
    assert whose("acme: tom okafor wants the DECK, ASAP", DEALS).rest == "Tom Okafor wants the DECK, ASAP"


def test_the_longer_of_two_names_counts_and_stands_where_it_was_typed():
    (company, person) = mentions("Delta Freight: mark delgado said yes", DEALS)
    assert ((company.start, company.end, company.ids), company.person) == ((0, 13, (DELTA,)), "")
    assert ((person.start, person.end, person.ids), person.person) == ((15, 27, (DELTA,)), "Mark Delgado")


def test_two_names_beside_a_full_stop_are_two():
    assert [one.ids for one in mentions("Left Acme. Kestrel next", DEALS)] == [(ACME,), (KESTREL,)]


@pytest.mark.parametrize(
    ("name", "is_called", "is_not"),
    [
        ("Müller & Söhne GmbH", {"muller", "muller sohne"}, {"gmbh", "sohne"}),
        ("First Light Ltd", {"first light"}, {"first", "light", "ltd"}),
        ("7 Hills AG", {"seven hills"}, {"seven", "hills"}),
        ("The Best Box Company", {"best box", "the best box", "tbb"}, {"the", "box"}),
        ("Hexagon", {"hexagon"}, {"h"}),
        ("", set(), {""}),
    ],
)
def test_what_a_company_is_called(name, is_called, is_not):
    assert is_called <= company_called(name)
    assert is_not.isdisjoint(company_called(name))


@pytest.mark.parametrize(
    ("name", "is_called"),
    [
        ("Dr. Anke Weiß", {"anke", "weiss", "anke weiss", "anke w", "anke wei", "anke weis"}),
        (
            "Sarah Jane Miller",
            {
                "sarah",
                "miller",
                "sarah jane",
                "sj",
                "sarah jane miller",
                "sarah m",
                "sarah mil",
                "sarah mill",
                "sarah jm",
            },
        ),
        (
            "Ana-Lucía Ferreira",
            {"ana lucia", "ferreira", "ana lucia ferreira", "ana lucia f", "ana lucia fer", "ana lucia ferr"},
        ),
        ("Rui", {"rui"}),
        ("", set()),
    ],
)
def test_what_a_person_is_called(name, is_called):
    assert person_called(name) == is_called


@pytest.mark.parametrize(
    ("line", "deal"),
    [
        ("rui quit kestrel, he's at acme now", ACME),
        ("dana left acme, runs ops for northwind", NORTHWIND),
        ("may used to be at delta, met her through kestrel", KESTREL),
        ("anke resigned from northwind and is with delta", DELTA),
        ("tom is leaving acme, new place is blue harbor", BLUE),
        ("rui, formerly at kestrel, spoke for delta", DELTA),
        ("left acme a vm", ACME),
        ("left kestrel's gate at 9, then rang acme from the car", ACME),
        ("acme quit using them, kestrel heard", ACME),
    ],
)
def test_a_company_that_somebody_has_left_is_not_meant_beside_another(line, deal):
    assert whose(line, DEALS).ids[:1] == (deal,)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Sent Mark the layout", (DELTA,)),
        ("told May that it is late", (DELTA,)),
        ("Emailed Will my notes", (KESTREL,)),
        ("asked April one more time", (KESTREL,)),
        ("gave Chase a last date", (MONDAY,)),
        ("Texted Mark it is on", (DELTA,)),
        ("sent mark the layout", ()),
        ("told April fools", ()),
        ("Emailed in May the layout", ()),
    ],
)
def test_whom_something_was_sent_is_a_person_though_the_name_is_a_word(line, ids):
    assert whose(line, DEALS).ids == ids


_TWO = (Known(1, "Iota Labs", "", ("Karin Ek",)), Known(2, "Boreal Stone", "", ("Otto Berg",)))


@pytest.mark.parametrize(
    "line",
    [
        "Karin likes it. Boreal is our reference, I send the case Friday",
        "Karin signs Friday, Otto's contract is the model",
        "Karin signs Friday. Otto told me so",
    ],
)
def test_who_is_only_named_heads_no_clause_of_their_deal(line):
    assert of_each(line, _TWO) is None


def test_what_we_do_behind_two_deals_may_be_of_either():
    told = of_each("called Karin, no answer. Otto signs Friday. I owe both the quote", _TWO)
    assert told is not None
    assert told.is_open


_MORE = (*_TWO, Known(3, "Monday's Diner", "", ("Linda Kow",)), Known(4, "Summit", "", ("Karin Holm", "Dave Hart")))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("karin at iota wants the sheet by friday and at boreal otto signs monday", {1: ["karin at iota wants the sheet by friday"], 2: ["otto signs monday"]}),
        ("karin at iota said yes by friday and otto at boreal says no", {1: ["karin at iota said yes by friday"], 2: ["otto at boreal says no"]}),
        ("karin at summit signs friday but karin at iota is out", {4: ["karin at summit signs friday"], 1: ["karin at iota is out"]}),
        ("at iota karin wants it friday and at boreal otto is out", {1: ["at iota karin wants it friday"], 2: ["otto is out"]}),
        ("temi at iota wants ten and sam from boreal needs the quote", {1: ["temi at iota wants ten"], 2: ["sam from boreal needs the quote"]}),
        ("karin over at iota got the quote and linda at monday's diner got the contract", {1: ["karin over at iota got the quote"], 3: ["linda at monday's diner got the contract"]}),
        ("spoke to karin at iota she signs friday and to otto at boreal he says no", {1: ["spoke to karin at iota she signs friday"], 2: ["otto at boreal he says no"]}),
        ("vm karin at iota, vm otto at boreal", {1: ["vm karin at iota"], 2: ["vm otto at boreal"]}),
        ("karin at iota signs friday, otto at boreal needs ten", {1: ["karin at iota signs friday"], 2: ["otto at boreal needs ten"]}),
    ],
)  # fmt: skip
def test_somebody_with_their_firm_begins_what_is_told_of_it(line, told):
    each = of_each(line, _MORE)
    assert each is not None
    assert (each.told, each.is_open) == (told, False)


@pytest.mark.parametrize(
    "line",
    [
        "karin at iota and otto at boreal both want the roster", "dropped the agreement off at iota and the quote at boreal", "sent the quote to iota and the contract to boreal",
        "left a voicemail for karin at iota and for otto at boreal", "gave the plan to iota and took the price to boreal", "monday's diner and boreal both want it",
        "emailed karin at iota and the price to boreal", "brought the samples to summit and the list to boreal",
    ],
)  # fmt: skip
def test_where_two_cannot_be_parted_it_is_open(line):
    each = of_each(line, _MORE)
    assert each is not None
    assert each.is_open
    assert len(each.told) == 2


@pytest.mark.parametrize(
    "line",
    [
        "dave at summit signs friday he eats at monday's diner", "met dave hart at monday's diner he signs friday", "otto at boreal knows karin at iota and will sign friday",
        "otto berg used to work at summit she signs friday", "had the quote from iota when otto called",
    ],
)  # fmt: skip
def test_who_is_only_named_is_told_nothing_of(line):
    assert of_each(line, _MORE) is None


@pytest.mark.parametrize(
    ("line", "deal"),
    [
        ("met dave hart at monday's diner he signs friday", 4), ("dave hart had lunch at monday's diner", 4), ("otto berg used to work at summit she signs friday", 2),
        ("i'm at summit he eats at monday's diner", 4), ("met linda at monday's diner she signs friday", 3), ("lunch at monday's diner friday", 3),
    ],
)  # fmt: skip
def test_where_somebody_eats_is_not_whom_it_is_about(line, deal):
    assert whose(line, _MORE).ids == (deal,)


@pytest.mark.parametrize(
    ("name", "word"),
    [("Let's Go Travel", "lets"), ("It's Fresh", "its"), ("Today's Bakery", "todays"), ("Men's Health", "mens")],
)
def test_a_word_of_every_day_is_no_name(name, word):
    assert word not in company_called(name)
    assert "joes" in company_called("Joe's Diner")


def test_many_names_are_taken_out_at_once():
    assert without_names("actually for Karin it's the 19th", _TWO) == "actually it's the 19th"
    assert without_names("Karin and Otto " * 2000, _TWO).startswith("and and")


@pytest.mark.parametrize("line", ["Good Morning Foods: no answer", "Good Day Care: Dana signs", "Hello Fresh: signs"])
def test_the_beginning_of_a_name_is_no_greeting(line):
    assert without_greeting(line) == line
    assert without_greeting("Good morning, Acme: signs") == "Acme: signs"


@pytest.mark.parametrize(
    "line", ["quentins line is dead", "quentins bday today, said hi", "left word with quentins wife"]
)
def test_whose_it_is_needs_no_apostrophe(line):
    known = (Known(0, "Delta Pumps", "", ("Quentin",)), Known(1, "Seven Oaks", "", ("Will March", "Bill")))
    assert whose(line, known).people == ("Quentin",)


@pytest.mark.parametrize("line", ["wills in the mail", "bills are late", "marks of 9 and 10", "the junes"])
def test_a_word_is_nobodys_possession(line):
    known = (Known(0, "Seven Oaks", "", ("Will March", "Bill", "Mark", "June")),)
    assert whose(line, known).ids == ()


@pytest.mark.parametrize(
    ("line", "deals"),
    [
        ("acme: dana signs friday, kestrel: rui signs monday", {ACME, KESTREL}),
        ("acme - dana signs fri. kestrel - rui signs mon", {ACME, KESTREL}),
        ("acme: dana wants the same as kestrel", None),
        ("acme: dana knows kestrel, kestrel are happy", None),
    ],
)
def test_a_firm_before_a_mark_and_then_another_are_two_deals(line, deals):
    found = of_each(line, DEALS)
    assert (set(found.told) if found else None) == deals


@pytest.mark.parametrize(
    ("line", "deal"),
    [
        ("they use Delta's press now, dana reyes (acme) wants a demo Tue", ACME), ("acme went with Delta Freight", ACME),
        ("kestrel switched from acme to us", KESTREL), ("acme lost to kestrel", ACME), ("spoke to rui at kestrel. Acme is their carrier now, he signs Fri", KESTREL),
    ],
)  # fmt: skip
def test_whom_they_buy_from_is_not_whom_the_line_is_about(line, deal):
    about = whose(line, DEALS)
    assert (about.ids, of_each(line, DEALS)) == ((deal,), None)
