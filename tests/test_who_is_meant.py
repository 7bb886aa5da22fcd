"""Whom a line means, and who spoke: a name decides, a word is nobody, and where two fit it is asked."""

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database):
    return Team(database)


def told(team, *lines):
    """What the last of these lines is answered; a call that is offered is logged."""
    return [team.logged(line) for line in lines][-1]


_TWO_DEALS = (
    "new deal with Lambda Dental, Erik Holm", "new deal with Sigma Dental, Ruth Cole",
    "logcall Lambda: Erik signs by the 16th", "logcall Sigma: Ruth sends the order form by Fri",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("actually Erik said the 17th not the 16th", "Lambda Dental: sign, now Tue 17 March"),
        ("actually for Erik it's the 17th", "Lambda Dental: sign, now Tue 17 March"),
        ("actually the 18th, not the 16th, for lambda", "Lambda Dental: sign, now Wed 18 March"),
        ("no, the 17th not the 16th", "Lambda Dental: sign, now Tue 17 March"),
        ("sorry, lambda is the 17th", "Lambda Dental: sign, now Tue 17 March"),
        ("no, the 17th", "Sigma Dental: send the order form, now Tue 17 March"),
        ("actually ruth said monday", "Sigma Dental: send the order form, now Mon 16 March"),
        ("no wed not fri", "Sigma Dental: send the order form, now Wed 18 March"),
    ],
)
def test_a_correction_is_about_whom_or_what_it_names(team, line, answer):
    assert answer in told(team, *_TWO_DEALS, line)


def test_a_correction_that_fits_two_is_asked(team):
    asked = told(team, *_TWO_DEALS, "logcall Sigma: Ruth sends the plan by the 16th", "no, the 17th not the 16th")
    assert "send the plan, now Tue 17 March" in asked  # the last thing done has that day
    asked = told(
        team,
        "new deal with Tau Dental, Erik Frost",
        "logcall Tau: Erik pays by the 19th",
        "actually for erik it's the 20th",
    )
    assert "Which one is for 20th?" in asked
    assert "Lambda Dental" in asked


def test_a_correction_of_another_day_is_about_whom_it_names(team):
    for line in _TWO_DEALS:
        team.say("Tom", line)
    team.forward(days=1)
    assert "Lambda Dental: sign, now Wed 18 March" in told(
        team, "logcall Sigma: Ruth likes it", "actually erik said the 18th"
    )
    assert "sign, Wed 18 March (moved once, from Mon 16 March)" in plain_text(team.say("Tom", "where lambda").card)


def test_of_two_promises_at_a_firm_it_is_that_of_whoever_is_named(team):
    made = ("deal contact Lambda: Peter Storm", "logcall Lambda: Peter sends the plan by the 16th")
    assert "Lambda Dental: send the plan, now Tue 17 March" in told(
        team, *_TWO_DEALS, *made, "actually storm said the 17th"
    )
    assert "Lambda Dental: sign, now Wed 18 March" in told(team, "actually erik said the 18th")


def people_of(team, deal):
    """Whom the deal's page names as its contacts."""
    lines = plain_text(team.say("Tom", f"deal {deal}").card).splitlines()
    return next(line for line in lines if line.startswith("Contacts:"))


_SENDERS = "new deal with Upsilon Dental, Piet Mulder"


@pytest.mark.parametrize(
    "line",
    [
        "WhatsApp from Piet Mulder: Can you send me the price list by Friday? Boss said yes",
        "logcall Upsilon: SMS from Piet - price ok, go ahead",
        "logcall Upsilon: From: Piet Mulder, Subject: Re: offer",
        "logcall Upsilon: Email from Piet: he likes it",
        "logcall Upsilon: Subject said it all",
    ],
)
def test_by_which_way_it_came_is_nobody(team, line):
    told(team, _SENDERS, line)
    assert people_of(team, "Upsilon") == "Contacts: Piet Mulder"


_FIRMS = (
    "new deal with Slate Dental, Tom Ray", "new deal with Onyx Dental, Mark Bell", "new deal with Opal Dental, Will Voss",
    "new deal with Topaz Dental, April Moss", "new deal with Basalt Dental, Jan Roos", "new deal with Acorn Dental, Jan Stein",
    "new deal with Iota Dental, Karin Ek", "new deal with St Mary's Dental, May Hill", "new deal with O'Brien & Sons, Joe Ryan",
    "new deal with Smith's Smile Studio, Will Hart", "new deal with Beryl Dental, Bill Cope",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        ("tom at slate sends the plan by friday", "Tom", "send the plan"),
        ("tom slate will send the plan friday", "Tom", "send the plan"),
        ("mark from onyx sends the plan by friday", "Mark", "send the plan"),
        ("will from opal sends the plan by friday", "Will", "send the plan"),
        ("april from topaz sends the plan by friday", "April", "send the plan"),
        ("jan from basalt sends the plan by friday", "Jan", "send the plan"),
        ("jan acorn sends the plan by friday", "Jan", "send the plan"),
        ("jan from acorn brings the drawings by friday", "Jan", "bring the drawings"),
        ("st marys: may signs by fri", "May", "sign"),
        ("obriens: joe sends the plan by Fri", "Joe", "send the plan"),
        ("smiths: will signs by fri", "Will", "sign"),
        ("thanks for that, Karin Ek from Iota sends the drawings by Friday", "Karin", "send the drawings"),
        ("bill from beryl will sign by fri", "Bill", "sign"),
        ("peter from iota sends the plan by fri", "Peter", "send the plan"),
    ],
)
def test_a_person_with_their_firm_is_one_who_promises(team, line, who, what):
    answer = told(team, *_FIRMS, line)
    assert f"They will: {what}, Fri 13 March" in answer
    assert f"  {who}, thank you" in answer


def test_half_a_name_of_a_company_is_nobody(team):
    told(team, *_FIRMS, "logcall St Marys: may loves it")
    assert people_of(team, "St Mary's") == "Contacts: May Hill"


_TWO_PEOPLE = (
    "new deal with Boreal Dental, Paul Stone", "deal contact Boreal: Dr. Rolf Mayer", "deal contact Boreal: Ida Nord",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("stone boreal: spoke to him, he decides by fri", "Paul"),
        ("boreal stone: he decides by fri", "Paul"),
        ("paul stone boreal, spoke to him, he decides by fri", "Paul"),
        ("boreal: talked to stone, he decides by fri", "Paul"),
        ("boreal: talked to dr mayer, he decides by fri", "Dr. Mayer"),
        ("mayer boreal - he decides by fri", "Dr. Mayer"),
        ("logcall Boreal: Mayer decides by fri", "Dr. Mayer"),
        ("logcall Boreal: Dr. Mayer decides by fri", "Dr. Mayer"),
        ("logcall Boreal: rolf decides by fri", "Dr. Mayer"),
        ("logcall Boreal: ida nord decides by fri", "Ida"),
        ("logcall Boreal: she decides by fri", "Ida"),
    ],
)
def test_the_one_who_is_named_spoke(team, line, who):
    answer = told(team, *_TWO_PEOPLE, line)
    assert f"Logged: Boreal Dental, {who}, " in answer
    assert f"  {who}, thank you" in answer
    assert people_of(team, "Boreal").count(";") == 2
    assert f"{who}" in told(team, "prep boreal").splitlines()[0]


def test_a_last_name_of_two_is_nobody_known(team):
    told(team, *_TWO_PEOPLE, "deal contact Boreal: Eva Stone", "logcall Boreal: Stone signs by Fri")
    assert people_of(team, "Boreal").endswith("Eva Stone; Stone")


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("new deal with Delta Dental, service contract, Tom Baker", "Delta Dental, service contract is a deal of yours now, your contact is Tom Baker"),
        ("new deal with Theta Dental, maintenance contract", "Theta Dental, maintenance contract is a deal of yours now"),
        ("new Epsilon Dental, 3 chairs, Mark Brown", "Epsilon Dental, 3 chairs is a deal of yours now, your contact is Mark Brown"),
        ("new Mondzorg, Kees de Vries, service contract", "Mondzorg, service contract is a deal of yours now, your contact is Kees de Vries"),
        ("new Zahnzentrum Nord, x-ray unit, Dr. Jan Petersen", "x-ray unit is a deal of yours now, your contact is Dr. Jan Petersen"),
        ("new Gamma Dental, x-ray, Marie van der Berg", "Gamma Dental, x-ray is a deal of yours now, your contact is Marie van der Berg"),
        ("new deal with Theta Dental, Service Contract", "Theta Dental, Service Contract is a deal of yours now"),
        ("new Acme, Office Chairs", "Acme, Office Chairs is a deal of yours now"),
        ("new Acme, 12 Fast Chairs, spring order", "Acme, 12 Fast Chairs, spring order is a deal of yours now"),
        ("new deal with Will & May Ltd, June Price", "Will & May Ltd is a deal of yours now, your contact is June Price"),
        ("new deal with June & Sons, Penny Price", "June & Sons is a deal of yours now, your contact is Penny Price"),
        ("new deal with Acme, Spring Price", "Acme, Spring Price is a deal of yours now"),
        ("new Grand Hotel, banquet kitchen refit, Olivier", "Grand Hotel, banquet kitchen refit is a deal of yours now, your contact is Olivier"),
        ("new Grand Hotel, 3 ovens, Jean-Luc", "Grand Hotel, 3 ovens is a deal of yours now, your contact is Jean-Luc"),
        ("new Grand Hotel, ovens, Berlin", "Grand Hotel, ovens, Berlin is a deal of yours now"),
        ("new Grand Hotel, ovens, Phase 2", "Grand Hotel, ovens, Phase 2 is a deal of yours now"),
        ("new Grand Hotel, ovens, CRM", "Grand Hotel, ovens, CRM is a deal of yours now"),
        ("new Grand Hotel, ovens, Monday", "Grand Hotel, ovens, Monday is a deal of yours now"),
        ("new Grand Hotel, 12 Fast Chairs, Lamps", "Grand Hotel, 12 Fast Chairs, Lamps is a deal of yours now"),
        ("new Grand Hotel, ovens, Renewal", "Grand Hotel, ovens, Renewal is a deal of yours now"),
        ("new Grand Hotel, Olivier", "Grand Hotel, Olivier is a deal of yours now"),
        ("new deal with Globex, Kees Belde", "Globex is a deal of yours now, your contact is Kees Belde"),
    ],
)  # fmt: skip
def test_a_new_deal_has_a_firm_a_topic_and_a_person_in_any_order(team, line, made):
    assert f"{made}\n" in f"{told(team, line)}\n"


def test_a_contact_that_is_there_is_not_added_twice(team):
    told(team, "new deal with Kappa Dental, Dr. Peter Storm", "deal contact Kappa: Peter Storm, 0171 555 0142, Hamburg")
    assert people_of(team, "Kappa") == "Contacts: Dr. Peter Storm, 0171 555 0142"
    told(team, "deal contact Kappa: Eva Storm")
    assert people_of(team, "Kappa") == "Contacts: Dr. Peter Storm, 0171 555 0142; Eva Storm"


_EACH = ("new deal with Iota Dental, Karin Ek", "new deal with Chi Dental, Otto Braun")


@pytest.mark.parametrize(
    ("line", "karin", "otto"),
    [
        ("spoke to Karin and Otto. Karin wants 3 lamps, Otto signs Friday", "Noted: Karin wants 3 lamps", "They will sign, Fri 13 March"),
        ("talked to karin and otto, otto sends the order by friday", "Logged: Iota Dental, Karin, call", "They will send the order, Fri 13 March"),
        ("karin sends the plan by fri, otto pays by the 20th", "They will send the plan, Fri 13 March", "They will pay, Fri 20 March"),
        ("spoke to karin today, she wants lamps, otto signs friday", "she wants lamps", "They will sign, Fri 13 March"),
        ("iota wants lamps, chi dental signs on friday", "wants lamps", "They will sign, Fri 13 March"),
        ("karin at iota dental wants lamps and otto at chi dental signs friday", "wants lamps", "They will sign, Fri 13 March"),
        ("iota dental karin called she likes the lamps and at chi dental otto signs friday", "likes the lamps", "They will sign, Fri 13 March"),
        ("karin at iota sends the plan by the 20th and chi dental wants a quote which i'll get them by friday", "send the plan, Fri 20 March", "You will "),
        ("iota dental liked the demo and also chi dental signs on friday", "liked the demo", "They will sign, Fri 13 March"),
    ],
)  # fmt: skip
def test_what_each_clause_tells_is_of_whom_it_names(team, line, karin, otto):
    answer = told(team, *_EACH, line).lower()
    assert answer.startswith("both logged")
    first, second = answer.split("✓ chi dental")
    for part, expected in ((first, karin), (second, otto)):
        assert expected.removeprefix("Logged: ").lower().replace("noted: ", "") in part
    assert "sign" not in first


@pytest.mark.parametrize(
    "line",
    [
        "spoke to Karin and Otto, he signs Friday",
        "karin and otto both want lamps",
        "called karin and otto, she wants lamps",
    ],
)
def test_a_clause_that_names_none_of_two_is_asked(team, line):
    asked = told(team, *_EACH, line)
    assert "Whose was it?" in asked
    assert "[Iota Dental:" in asked
    assert "[Chi Dental:" in asked


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("spoke to Karin, she will ask Otto by Friday", "Logged: Iota Dental, Karin"),
        ("Karin says she knows Otto from Chi", "Logged: Iota Dental, Karin"),
        ("logcall Iota: Otto signs Friday", "Logged: Iota Dental, Otto"),
        ("logcall Karin called, Otto is her cousin, she signs Friday", "Logged: Iota Dental, Karin"),
        ("logcall Karin wants a lamp. Otto knows her. She signs Friday", "Logged: Iota Dental, "),
        ("logcall Karin signs Friday, Otto's price is too high, she says", "Logged: Iota Dental, Karin"),
        ("iota: karin wants lamps, otto signs friday", "Logged: Iota Dental, "),
        ("spoke to Karin today, she wants 3 lamps and signs by Friday", "Logged: Iota Dental, Karin"),
    ],
)
def test_a_line_of_one_deal_stays_one_call(team, line, answer):
    assert answer in told(team, *_EACH, line)


def test_a_deal_named_with_its_topic_has_no_topic_in_what_was_said(team):
    made = (
        "new deal with Bright Smile, Gemma Reed, service plan",
        "new deal with Bright Smile, Gemma Reed, autoclaves",
    )
    answer = told(team, *made, "logcall Bright Smile, service plan: Gemma signs by Fri")
    assert "They will: sign, Fri 13 March" in answer
    assert "Noted" not in answer


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Arctic: Tove has left the company, successor is Ida Moen", "Ida"),
        ("logcall Arctic: Tove left, her deputy Rhea Marsh takes over", "Rhea"),
        ("logcall Arctic: Tove is on parental leave, colleague Bente Moe takes over", "Bente"),
        ("logcall Arctic: Tove is off until May, her colleague Lea Hart covers for her", "Lea"),
        ("tove arctic moved to another company, new person is Lotte Wagner", "Lotte"),
        ("logcall Arctic: Lea Hart replaces Tove", "Lea"),
        ("logcall Arctic: Tove takes over the training", "Tove"),
        ("logcall Arctic: Tove is off until Friday", "Tove"),
        ("logcall Arctic: Lena takes over", "Tove"),
        ("logcall Arctic: Tove wants the new one", "Tove"),
        ("logcall Arctic: if Lea takes over she decides", "Tove"),
        ("tove left the meeting early, Jasper took over", "Tove"),
        ("tove had to leave the call, her colleague Jasper took over", "Tove"),
        ("logcall Arctic: Jasper took over", "Tove"),
        ("logcall Arctic: demo was fine, Jasper took over from her halfway", "Tove"),
        ("tove: Jasper took over the cleaning", "Tove"),
        ("logcall Arctic: Tove is on sick leave, Jasper took over", "Jasper"),
        ("logcall Arctic: Tove retired, Jasper Smit took over", "Jasper"),
        ("logcall Arctic: her deputy Jasper takes over from now on", "Jasper"),
    ],
)
def test_whoever_takes_over_is_the_contact(team, line, who):
    assert f"Logged: Arctic Dental, {who}, " in told(team, "new deal with Arctic Dental, Tove Lind", line)
    assert f"Words for Arctic Dental, {who}" in told(team, "words arctic")


def test_the_absence_of_whoever_is_stood_in_for_holds_nothing_up(team):
    made = "new deal with Arctic Dental, Tove Lind"
    assert "Back on your list: Thu 19 March" in told(
        team, made, "logcall Arctic: Tove is off until May, Lea Hart takes over"
    )


_OF_GEMMA = (
    "new deal with Bright Smile, Gemma Reed, autoclaves", "new deal with Bright Smile, Gemma Reed, service plan",
    "new Mondzorg De Vries, Kees de Vries, service contract", "logcall Bright Smile, autoclaves: I send the spec sheet by Fri",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("gemma autoclave: contract in the post", "Log that with Bright Smile, autoclaves?"),
        ("gemma wants a discount on the service plan", "Log that with Bright Smile, service plan?"),
        ("gemma wants two more", "Which one is “Gemma”?"),
        ("talked to gemma about both, she signs the autoclaves next wed and the service plan is off until feb", "Which one is “Gemma”?"),
        ("sent gemma the spec sheet", "send the spec sheet, done"),
        ("spec sheet to gemma sent", "send the spec sheet, done"),
        ("what did I promise Gemma?", "Bright Smile, Gemma: send the spec sheet, tomorrow"),
        ("what have we promised gemma", "Bright Smile, Gemma: send the spec sheet, tomorrow"),
        ("gemma signed!!", "Which one is “gemma”?"),
        ("the service contract is in the post", "Mondzorg De Vries"),
    ],
)  # fmt: skip
def test_of_two_deals_it_is_the_one_that_has_the_thing(team, line, answer):
    for made in _OF_GEMMA:
        team.say("Tom", made)
    assert answer in plain_text(team.say("Tom", line).card)


def test_who_promised_to_sign_is_who_signed(team):
    assert "won on Thu 12 March" in told(
        team, *_OF_GEMMA, "logcall Bright Smile, service plan: Gemma signs by Fri", "gemma signed!!"
    )


def test_a_deal_is_given_by_the_name_of_whoever_has_it(team):
    team.say("Tom", "new Kent Dental")
    assert "Kent Dental is Lena's now" in team.text("Maria", "give Tom's Kent deal to Lena")


@pytest.mark.parametrize("name", ["Anna Berg", "Kees de Vries", "Marie van der Berg", "Jan van Dijk", "Ana de la Cruz"])
def test_a_whole_name_signs_whoever_it_is(team, name):
    answer = told(team, "new Acme Dental", f"logcall Acme: {name} signs Friday")
    assert "They will: sign, " in answer
    assert people_of(team, "Acme") == f"Contacts: {name}"


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("logcall Acme: PO Dana sends by Friday", "send PO"),
        ("logcall Acme: Floor plan Dana sends by Friday", "send Floor plan"),
    ],
)
def test_a_thing_before_who_sends_it_is_no_name(team, line, promise):
    assert f"They will: {promise}" in told(team, "new Acme Dental", line)
    assert people_of(team, "Acme") == "Contacts: Dana"


_EACH_OWES = (
    "new deal with Salter Dental, Ivo Lund", "deal contact Salter: Greg Munro",
    "logcall Salter: Ivo signs by Thu 19, Ivo sends the plan by Mon 23",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("spoke to Greg, he signs friday, Ivo sends the plan tue 24", ("sign, Fri 13 March", "sign, Thu 19 March", "send the plan, Tue 24 March (moved once")),
        ("spoke with greg, he signs mon", ("sign, Mon 16 March", "sign, Thu 19 March")),
        ("sent greg the contract, he signs mon", ("sign, Mon 16 March", "sign, Thu 19 March")),
        ("contract to greg went out, he returns it by wed", ("return it, Wed 18 March", "send the plan, Mon 23 March")),
        ("logcall Salter: Ivo returns it by wed", ("return it, Wed 18 March", "send the plan, Mon 23 March")),
        ("spoke to greg, he now says wed", ("sign, Thu 19 March", "send the plan, Mon 23 March")),
        ("spoke to ivo, he signs mon 23", ("sign, Mon 23 March (moved once", "send the plan, Mon 23 March")),
        ("logcall Salter: Lund signs mon 23", ("sign, Mon 23 March (moved once",)),
        ("logcall Salter: Ivo sends it by wed 25", ("send the plan, Wed 25 March (moved once",)),
        ("Ivo left the company, Greg takes over. Greg signs mon 23", ("sign, Mon 23 March (moved once",)),
    ],
)  # fmt: skip
def test_a_promise_moves_only_when_the_same_person_tells_it_again(team, line, promised):
    told(team, *_EACH_OWES, line)
    owed = plain_text(team.say("Tom", "where salter").card)
    assert [one for one in promised if one not in owed] == []


@pytest.mark.parametrize(
    "line",
    [
        "sent greg the contract, he signs mon",
        "contract to greg went out, he returns it by wed",
        "contract to greg sent too, he signs mon",
        "greg rang, ivo cant sign, he signs mon",
    ],
)
def test_the_letter_goes_to_the_one_it_was_with(team, line):
    answer = told(team, *_EACH_OWES, line)
    assert "Logged: Salter Dental, Greg, " in answer
    assert "  Greg, thank you" in answer


@pytest.mark.parametrize(
    ("waits", "correction", "answer"),
    [
        ("something about erik and ruth maybe by mon", "no i meant tues", "by tues"),
        ("something about erik by mon maybe, or by wed", "no i meant tues", "still waits"),
        ("something about erik maybe", "sorry, the 18th", "still waits for its press"),
        ("something about erik maybe by mon", "actually erik said tue", "by tue”"),
    ],
)
def test_a_correction_behind_a_line_that_waits_is_about_that_line(team, waits, correction, answer):
    for line in _TWO_DEALS:
        team.say("Tom", line)
    team.forward(minutes=1)
    asked = plain_text(team.say("Tom", waits).card)
    assert "Logged" not in asked
    assert answer in plain_text(team.say("Tom", correction).card)
    assert "moved" not in plain_text(team.say("Tom", "where lambda").card)
    assert "They promised: sign, Mon 16 March" in plain_text(team.say("Tom", "where lambda").card)


def test_the_waiting_line_is_logged_with_the_day_that_was_meant(team):
    for line in _TWO_DEALS:
        team.say("Tom", line)
    team.forward(minutes=1)
    team.say("Tom", "something about erik and ruth maybe, erik orders by mon")
    reply = team.say("Tom", "no i meant tues")
    assert "Tue 17 March" in plain_text(team.press(reply, "Yes, log it").card)


@pytest.mark.parametrize("correction", ["actually ruth said monday", "no, the 18th not the 16th"])
def test_a_correction_that_names_another_is_not_about_the_line_that_waits(team, correction):
    for line in _TWO_DEALS:
        team.say("Tom", line)
    team.forward(minutes=1)
    team.say("Tom", "something about erik maybe by fri")
    assert "corrected" in (answer := plain_text(team.say("Tom", correction).card)).lower() or ", now " in answer


@pytest.mark.parametrize(
    "line", ["erik didnt sign yet, will do tonight", "erik may sign friday", "erik can sign, and may pay monday"]
)
def test_a_verb_is_no_firm_that_begins_with_it(team, line):
    told(team, "new deal with Will & May Ltd, June Price", "new deal with Can Factory, Jo Ek", *_TWO_DEALS)
    answer = plain_text(team.say("Tom", line).card)
    assert "Lambda Dental" in answer
    assert "Will & May" not in answer
    assert "Can Factory" not in answer


_LETTERS = (
    "Hi Tom, thanks. I get back to you on Thursday. Best, Dana",
    "Thanks! We will sign Friday. BR Dana",
    "Hi, we are fine with the price. Please send the contract. Dana",
    "Dear Tom, we will sign on Monday. Kind regards, Dana Reyes",
    "Hejsan Tom, vi tar dem. Dana",
    "Hei! Vi har fått tilbudet. Mvh Dana",
    "Goedemorgen, we nemen ze. Groet, Dana",
    "Moikka Tom, I sign on Friday. Dana",
    "Please send the contract",
    "We sign on Friday",
    "Vi tar dem",
)


@pytest.mark.parametrize("words", _LETTERS)
def test_a_word_of_a_letter_is_nobody(team, words):
    answer = told(team, "new deal with Rho Dental, Dana Reyes", f"reply Rho: {words}")
    assert "Logged: Rho Dental, Dana, they got in touch" in answer
    assert people_of(team, "Rho") == "Contacts: Dana Reyes"


@pytest.mark.parametrize(
    "line",
    [
        "logcall Rho: Hei Tom, jeg er bortreist. Mvh Dana",
        "logcall Rho: Automatic reply: I am out of office until 9 December. Dana Reyes",
        "logcall Rho: Automatisk svar: jeg er tilbage på mandag. Hilsen Dana",
        "dana rho emailed that they want 5 machines",
        "rho dental dana emailed she wants to move ahead",
    ],
)
def test_no_word_of_a_letter_or_of_the_firm_is_a_contact(team, line):
    told(team, "new deal with Rho Dental, Dana Reyes", line)
    assert people_of(team, "Rho") == "Contacts: Dana Reyes"


def test_the_mark_of_a_firm_is_no_name(team):
    answer = told(team, "new deal with Monday's Diner, Linda Poe", "monday's diner linda emailed she needs a quote")
    assert "Monday's Diner, Linda" in answer
    assert "'S" not in answer


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("reply Rho: Hi Tom, I have forwarded it. Kind regards, Pia Lund", "Pia Lund"),
        ("reply Rho: Pia says she sends it Friday", "Pia"),
        ("logcall Rho: Pia called, wants the prices by Friday", "Pia"),
        ("logcall Rho: Pia Lund: we sign on Friday", "Pia Lund"),
    ],
)
def test_whoever_signs_or_is_told_of_is_somebody_new(team, line, who):
    told(team, "new deal with Rho Dental, Dana Reyes", line)
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes; {who}"


_RHO = "new deal with Rho Dental, Dana Reyes"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("malin from rho called, wants the prices by friday", "Malin"),
        ("marit reyes from rho called, wants the prices by friday", "Marit Reyes"),
        ("so cheryl over at rho just called, she needs a quote", "Cheryl"),
        ('malin at rho mailed: "10% is ok, go ahead"', "Malin"),
        ("luis from rho said he signs friday", "Luis"),
        ("spoke w jasmijn from rho, she sends the po friday", "Jasmijn"),
        ("logcall Rho: Dana's assistant Lotte called, they want the quote by Friday", "Lotte"),
        ("logcall Rho: her partner Luis emailed, he signs Friday", "Luis"),
    ],
)
def test_somebody_new_who_calls_is_told_and_thanked_by_name(team, line, who):
    answer = told(team, _RHO, line)
    assert f"Logged: Rho Dental, {who.split()[0]}, " in answer
    assert "Dana, thank you" not in answer
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes; {who}"
    assert f"last heard from {who.split()[0]} on Thu 12 March" in plain_text(
        team.say("Tom", f"did {who.split()[0]} call?").card
    )


@pytest.mark.parametrize(
    "line",
    [
        "quote from rho is late", "email from rho said they sign friday", "accounts at rho called, need the po",
        "the guy from rho dental called, wants the prices", "reception at rho said she is out", "plumbing at rho said no",
        "lunch at rho went well", "their engineers at rho said it fits", "news from rho: they like it",
    ],
)  # fmt: skip
def test_a_word_before_the_firm_is_nobody(team, line):
    told(team, _RHO, line)
    assert people_of(team, "Rho") == "Contacts: Dana Reyes"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("jasper (dana's boss at rho) is away until 10 april", "Jasper is back"),
        ("jasper, dana's boss at rho, is away until 10 april", "Jasper is back"),
        ("dana's colleague rosa at rho is off until 10 april", "Rosa is back"),
        ("dana's boss at rho is out until 10 april", "their colleague is back"),
        ("dana is away until 10 april", "Dana is back"),
        ("dana from rho is away until 10 april", "Dana is back"),
        ("terje from rho is away until 10 april", "Terje is back"),
    ],
)
def test_whose_absence_it_is(team, line, who):
    answer = told(team, _RHO, "logcall Rho: Dana signs on 20 March", line)
    assert who in answer
    assert ("Nothing is due there" in answer) == who.startswith("Dana")


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("logcall Rho: Dana is away until 10 April, contact Camilla meanwhile", "; Camilla"),
        ("logcall Rho: Dana is on leave until 10 April, Kjetil Moe covers", "; Kjetil Moe"),
        ("logcall Rho: Dana is off until 10 April, her colleague Birgit handles it", "; Birgit"),
        ("logcall Rho: Dana is out until 10 April, ask for Kees in the meantime", "; Kees"),
        ("logcall Rho: Dana is out until 10 April, contact Ben", "; Ben"),
        ("logcall Rho: dana ooo autoreply til 10/4, contact Ben", "; Ben"),
        ("logcall Rho: Dana is out until 10 April, contact Lena", ""),
        ("logcall Rho: Dana is out until 10 April, Lena covers", ""),
        ("dana: ok. Kees Bol covers until 10 april", "; Kees Bol"),
        ("dana is away, Kees Bol covers until 10 april", "; Kees Bol"),
        ("dana reyes is on leave, Kees Bol looks after it till 10 april", "; Kees Bol"),
        ("logcall Rho: Dana is off sick, Jonas fills in for her until 10 april", "; Jonas"),
    ],
)
def test_a_stand_in_is_kept_and_not_away(team, line, others):
    assert "Dana is back Fri 10 April" in told(team, _RHO, line)
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes{others}"


def test_a_replacement_is_never_the_one_who_is_back(team):
    answer = told(team, _RHO, "dana reyes is on leave until 10 april, her replacement is Camilla Friis, cf@rho.dk")
    assert "Logged: Rho Dental, Camilla, " in answer
    assert "Camilla is back" not in answer


@pytest.mark.parametrize("line", ["logcall Rho: the warranty covers until 10 april", "logcall Rho: Kees Bol covers the west until 10 april", "dana: budget covers until 10 april"])  # fmt: skip
def test_what_covers_something_stands_in_for_nobody(team, line):
    assert "is back" not in told(team, _RHO, line)


@pytest.mark.parametrize("does", ["is the one who signs", "decides", "has the final say", "signs off on it"])
def test_he_who_is_away_is_the_one_who_was_told_of(team, does):
    answer = told(team, _RHO, f"terje from rho {does}, he's away until 10 april")
    assert "Rho Dental, Dana, " in answer
    assert "is back" not in answer
    assert people_of(team, "Rho") == "Contacts: Dana Reyes; Terje"


@pytest.mark.parametrize(
    ("line", "new", "phone"),
    [
        ("dana left rho, new is Hege Moe hege@rho.no", "Hege Moe", ""),
        ("dana from rho is out, new guy is kees", "Kees", ""),
        ("dana reyes from rho quit friday her replacement is nancy greene", "Nancy Greene", ""),
        ("rho called dana quit her last day was yesterday the new office manager is brittany her number is 614 555 0177", "Brittany", ", 614 555 0177"),
        ("dana at rho is gone, the new one is Pia Lund, 614 555 0188", "Pia Lund", ", 614 555 0188"),
        ("dana at rho retired last week, Ida takes over", "Ida", ""),
        ("dana at rho moved on, ask for Peter Juhl", "Peter Juhl", ""),
        ("rho says dana quit, talk to Sam now", "Sam", ""),
    ],
)  # fmt: skip
def test_who_comes_after_one_who_left_is_offered_with_the_number(team, line, new, phone):
    team.say("Tom", _RHO)
    asked = team.say("Tom", line)
    assert f"has left them for good, and {new} is there now?" in plain_text(asked.card)
    assert f"Logged: Rho Dental, {new.split()[0]}, " in plain_text(team.press(asked, "Yes, keep that").card)
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes; {new}{phone}"


@pytest.mark.parametrize(
    "line",
    [
        "dana is out until friday",
        "dana left early, wants a quote",
        "dana at rho is out",
        "dana left a message",
        "dana moved on to page two",
    ],
)
def test_who_only_went_out_has_not_left(team, line):
    team.say("Tom", _RHO)
    assert "left them for good" not in plain_text(team.say("Tom", line).card)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("deal contact rho dental brittany, 614 555 0177", "; Brittany, 614 555 0177"),
        ("deal contact rho is brittany moe", "; Brittany Moe"),
        ("contact rho dental Pia Lund", "; Pia Lund"),
        ("add a contact at rho rosa hernandez plant manager 740 555 0101", "; Rosa Hernandez, 740 555 0101"),
        ("new contact at rho: Hege Moe", "; Hege Moe"),
        ("deal contact rho dana reyes, 614 555 0188", ", 614 555 0188"),
        ("deal contact rho: the office manager Dana Reyes", "; the office manager Dana Reyes"),
    ],
)
def test_a_contact_without_the_colon(team, line, kept):
    told(team, _RHO, line)
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes{kept}"


def test_a_press_carries_over_what_was_typed_of_a_contact(team):
    for line in ("new deal with Rho Dental", "new deal with Rho Optics"):
        team.say("Tom", line)
    asked = team.say("Tom", "deal contact rho brittany, 614 555 0177")
    team.press(asked, "This one")
    kept = [people_of(team, deal) for deal in ("Rho Dental", "Rho Optics")]
    assert "Contacts: Brittany, 614 555 0177" in kept


def test_of_two_of_one_first_name_it_is_asked_whose_number_it_is(team):
    asked = told(team, _RHO, "deal contact rho: Dana Bell", "deal contact rho dana, 614 555 0177")
    assert "Which Dana is it?" in asked
    assert "Dana Bell" in asked


_CALLED = (
    "new deal with Rho Dental, Dana Reyes",
    "logcall Rho: Dana called, she sends the plan by Friday. The board voted yes",
)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("dana bell not reyes", "Dana Bell"),
        ("it was pia lund, not dana", "Pia Lund"),
        ("no, not dana, it was pia", "Pia"),
        ("no that was Sheila the bookkeeper", "Sheila"),
        ("sorry, i meant Pia", "Pia"),
        ("actually it was Pia Lund who called", "Pia Lund"),
        ("no, spoke to pia not dana reyes", "Pia"),
        ("the contact is pia moe not dana reyes", "Pia Moe"),
        ("rho contact is pia moe not dana", "Pia Moe"),
    ],
)
def test_a_call_that_was_with_somebody_else_is_put_right_by_one_press(team, line, who):
    for said in _CALLED:
        team.say("Tom", said)
    asked = team.say("Tom", line)
    answer = plain_text(team.press(asked, f"Yes, with {who}").card)
    assert f"Logged: Rho Dental, {who.split()[0]}, " in answer
    assert "They will: send the plan, Fri 13 March" in answer
    where = plain_text(team.say("Tom", "where rho").card)
    assert f"call log with {who}" in where
    assert "Dana Reyes" not in where


@pytest.mark.parametrize(
    "line",
    [
        "friday not monday",
        "no that was great",
        "tea not coffee",
        "no, the 17th",
        "sorry it was late",
        "pia not kees",
        "no that was lambda",
    ],
)
def test_what_corrects_no_person_is_not_taken_for_it(team, line):
    for said in (*_CALLED, "new deal with Lambda Dental, Erik Holm"):
        team.say("Tom", said)
    team.say("Tom", "undo")
    assert "Yes, with" not in plain_text(team.say("Tom", line).card)


@pytest.mark.parametrize(
    ("told_of", "who", "asked"),
    [
        ("Dana's boss = Annemiek Pot, she signs everything", "Annemiek Pot", "annemiek"),
        ("dana also said her plant manager rosa hernandez has to be at the install", "Rosa Hernandez", "rosa"),
        ("Dana calls back, her controller is cheryl she handles the money", "Cheryl", "cheryl"),
        ("Dana wants me to come in Wednesday at three, her partner Luis will be there too", "Luis", "luis"),
        ("send it to her husband greg he signs everything", "Greg", "greg"),
        ("the owner is Pete Hanley, likes it", "Pete Hanley", "pete"),
        ("her partner Malin decides on Thursday", "Malin", "malin"),
        ("Dana's office manager stephanie says he is with patients", "Stephanie", "stephanie"),
    ],
)
def test_whoever_is_introduced_is_known_from_then_on_and_dana_stays_the_contact(team, told_of, who, asked):
    answer = told(team, _RHO, f"logcall Rho: {told_of}")
    assert "Logged: Rho Dental, Dana, " in answer
    assert people_of(team, "Rho") == f"Contacts: Dana Reyes; {who}"
    assert "Rho Dental" in plain_text(team.say("Tom", f"what did {asked} say?").card)


@pytest.mark.parametrize(
    "told_of",
    [
        "her boss approved it", "her assistant still waits", "the manager is happy", "our engineer Roel comes", "their buyer simply vanished",
        "my boss Ada Holt likes it", "her manager will decide", "her colleague Lena sends it", "her boss is away until Monday",
        "the owner is keen, he wants it",
    ],
)  # fmt: skip
def test_a_role_alone_is_nobody_by_name(team, told_of):
    told(team, _RHO, f"logcall Rho: {told_of}")
    assert people_of(team, "Rho") == "Contacts: Dana Reyes"
