"""Several open deals of one company, notes of several lines, and addresses in a line. Thu 12 March 2026."""

from time import perf_counter

import pytest

from bot.cards import Line, plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    for made in (
        "new Acme",
        "new deal with Acme, 10 seats, Dana Reyes",
        "new deal with Acme, 20 seats, Kim Larsen",
        "new deal with Bolt, Omar Said",
    ):
        team.say("Tom", made)
    return team


@pytest.mark.parametrize(
    "line", ["logcall Acme: she signs Fri", "Acme: she signs Fri", "logcall acme, she signs Fri", "Acme, she signs Fri"]
)
def test_the_company_alone_asks_which_of_all_of_them(team, line):
    asked = team.say("Tom", line)
    said = plain_text(asked.card)
    assert [one in said for one in ("• Acme (Tom", "• Acme, 10 seats (Tom", "• Acme, 20 seats (Tom")] == [True] * 3
    assert "Logged: Acme, call" in plain_text(team.press(asked, "This one").card)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Acme, 10 seats: she signs Fri", "Dana"), ("Acme 20 seats: she signs Fri", "Kim"), ("Acme: Kim signs Fri", "Kim"), ("Acme: dana signs Fri", "Dana"),
        ("Acme: she signs for 20 seats Fri", "Kim"),
    ],
)  # fmt: skip
def test_a_title_or_somebody_known_at_one_of_them_tells(team, line, person):
    which = {"Dana": "10 seats", "Kim": "20 seats"}[person]
    assert f"Logged: Acme, {which}, {person}, call" in team.text("Tom", f"logcall {line}")


@pytest.fixture
def two(database) -> Team:
    team = Team(database)
    for made in ("new Corvid, racks", "new Corvid, forklifts", "new Dunmore, pilot"):
        team.say("Tom", made)
    return team


def test_what_is_done_to_one_of_two_says_to_which(two):
    """ "Logged: Corvid" was read after either press."""
    first = two.press(two.say("Tom", "logcall Corvid: Ana signs Fri"), "This one")
    assert plain_text(first.card).startswith("Logged: Corvid, racks, Ana, call")
    assert "✓ Corvid, racks: no next step agreed" in plain_text(two.press(first, "None agreed").card)
    for line, said in (
        ("done Corvid, forklifts voicemail", "✓ Corvid, forklifts: voicemail left"),
        ("undo", "Taken back: Corvid, forklifts: voicemail left"),
        ("lost Corvid, forklifts: too dear", "✓ Corvid, forklifts: closed, too dear"),
    ):
        assert said in two.text("Tom", line)
    both = two.text("Tom", "logcall Corvid, racks: no answer\nDunmore: Ed pays Fri")
    assert "✓ Dunmore, Ed, call" in both


def test_the_other_button_offers_to_move_what_was_logged(two):
    """ "That was logged or dropped already" was all it said after a wrong press."""
    asked = two.say("Tom", "logcall Corvid: Ana signs Fri")
    wrong, right = (b.command for row in asked.card.blocks if isinstance(row, Line) for b in row.buttons)
    two.say("Tom", wrong)
    offered = two.say("Tom", right)
    assert "Was that Corvid, forklifts?" in plain_text(offered.card)
    assert plain_text(two.press(offered, "Yes, Corvid, forklifts").card).startswith("Logged: Corvid, forklifts")
    assert "no call is on record" in two.text("Tom", "where Corvid, racks")


def test_lines_of_two_deals_of_one_company_are_read_back_apart(two):
    both = two.text("Tom", "logcall Corvid, racks: no answer\nCorvid, forklifts: Ana pays Fri")
    assert "✓ Corvid, racks, no answer" in both
    assert "✓ Corvid, forklifts, Ana, call" in both


def test_one_that_stands_alone_keeps_its_short_name(two):
    assert "✓ Dunmore: voicemail left" in two.text("Tom", "done Dunmore voicemail")
    two.say("Tom", "lost Corvid, forklifts: too dear")
    assert "✓ Corvid: voicemail left" in two.text("Tom", "done Corvid, racks voicemail")


def test_without_a_deal_of_the_bare_name_it_is_asked_too(team):
    team.say("Tom", "new Corvid, racks")
    team.say("Tom", "new Corvid, forklifts")
    assert "Which one is “Corvid”?" in team.text("Tom", "Corvid: she signs Fri")
    assert "Corvid, forklifts" in team.text("Tom", "Corvid: she signs for the forklifts Fri").split("\n")[0]
    assert "Which one" not in team.text("Tom", "Corvid: buy milk")


def test_what_is_over_is_not_asked_about(team):
    team.say("Tom", "won Acme 10 seats")
    team.say("Tom", "lost Acme 20 seats: price")
    assert "Logged: Acme, call" in team.text("Tom", "logcall Acme: she signs Fri")


def test_a_question_is_answered(team):
    assert "Which one" not in team.text("Tom", "where acme")


@pytest.mark.parametrize(
    "text",
    [
        "Bolt: they like it\n- she signs Fri\n- I send the deck Thu", "Bolt:\n- they like it\n- she signs Fri\n- I send the deck Thu", "Bolt\n* they like it\n• she signs Fri\n1. I send the deck Thu",
        "Bolt: they like it\n1) she signs Fri\n2) I send the deck Thu", "- Bolt: they like it\n- she signs Fri\n- I send the deck Thu",
    ],
)  # fmt: skip
def test_bullets_that_name_no_deal_belong_to_the_line_before(team, text):
    said = team.text("Tom", f"logcall {text}")
    assert said.startswith("Logged: Bolt")
    assert "They will: sign, Fri 13 March" in said
    assert "You will: send the deck, Thu 19 March" in said
    assert "Noted: they like it" in said


def test_bullets_of_several_deals_are_calls_of_their_own(team):
    team.say("Tom", "new Corvid")
    said = team.text("Tom", "logcall - Bolt: she signs Fri\n- Corvid: he pays Mon\n- Zeta: Omar loves it")
    assert "Two of three logged" in said
    assert "Create “Zeta”" in said


def test_each_line_has_its_bullets_in_plain_words(team):
    team.say("Tom", "new Corvid")
    said = team.text("Tom", "Bolt: she signs Fri\n- wants blue\nCorvid: he pays Mon\n- wants red")
    assert "Both logged" in said
    assert "noted: wants blue" in said
    assert "Create" not in said


def test_names_alone_stay_lines_of_their_own(team):
    said = team.text("Tom", "logcall Zeta\nOsprey\nCorvid")
    assert said.count("[Create “") == 3


@pytest.mark.parametrize(
    "line",
    [
        "omar's email is omar@bolt.com", "Omar's new work email: omar@bolt.com", "omar@bolt.com is omar's email", "Bolt: omar@bolt.com", "Bolt: omar's email is omar@bolt.com", "Bolt: his mail is omar.said@bolt.com",
    ],
)  # fmt: skip
def test_an_address_is_no_call_and_is_kept_as_a_note_only_by_a_press(team, line):
    asked = team.say("Tom", f"logcall {line}")
    said = plain_text(asked.card)
    assert "I keep no e-mail addresses, so nothing is logged with Bolt." in said
    assert "Last contact: none" in team.text("Tom", "where bolt")
    logged = plain_text(team.press(asked, "Log a call with that note").card)
    assert [one for one in ("omar@bolt.com", "omar.said@bolt.com") if one in logged]


def test_so_it_is_in_plain_words(team):
    assert "I keep no e-mail addresses" in team.text("Tom", "omar's email is omar@bolt.com")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Bolt: omar@bolt.com confirmed the price, he signs Fri", "omar@bolt.com confirmed the price"), ("Bolt: he signs Fri, his mail is omar@bolt.com", "his mail is omar@bolt.com"),
        ("emailed omar at omar@bolt.com the deck", "omar@bolt.com the deck"), ("see https://acme.com/bolt for omar, he signs Fri", "see https://acme.com/bolt for Omar"),
        ("omar reads www.acme.com, he signs Fri", "www.acme.com"),
    ],
)  # fmt: skip
def test_what_stands_in_an_address_names_nobody_and_stays_word_for_word(team, line, kept):
    said = team.text("Tom", f"logcall {line}")
    assert "Logged: Bolt, Omar" in said
    assert kept in said


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Bolt: she likes it\nRho: no answer\n- Quill is a reference\n- call back Monday", ("Bolt, Omar, call", "Rho, no answer")),
        ("Rho: no answer\n- Quill is a reference\n- Bolt is another", ("Logged: Rho, no answer",)), ("Bolt: they like it\nQuill: no answer\n- Zeta wants the deck", ("Bolt, Omar, call", "Quill, no answer")),
        ("Bolt\n- they like it\n- Rho is their competitor\n- send deck Friday", ("Logged: Bolt, Omar, call",)), ("Bolt: they like it\n- Rho is their competitor", ("Logged: Bolt, Omar, call",)),
        ("spoke to Omar at Bolt: he signs Fri\n- Rho is their competitor", ("Logged: Bolt, Omar, call",)), ("- Bolt: they like it\n- Rho is their competitor", ("Logged: Bolt, Omar, call",)),
        ("Bolt: they like it\n- Omar: he signs Fri", ("Logged: Bolt, Omar, call",)), ("Bolt: they like it\n- Rho: no answer\n- Quill is a reference", ("Bolt, Omar, call", "Rho, no answer")),
        ("today:\n- Bolt they like it\n- Rho he pays Mon", ("Bolt, Omar, call", "Rho, call")), ("- Bolt they like it\n- Rho he pays Mon", ("Bolt, Omar, call", "Rho, call")),
        ("Acme\n- they like it\n- Rho is their competitor", ()), ("Acme: they like it\n- Rho is their competitor", ()),
        ("Bolt: they like it\n- Omar: he signs Fri\n- Pricing: fine", ("Logged: Bolt, Omar, call",)),
        ("Osprey: they like it\n- Rho is their competitor", ()), ("Osprey\n- they like it\n- Rho is their competitor", ()),
    ],
)  # fmt: skip
def test_under_a_line_of_a_deal_a_bullet_is_of_another_by_a_colon_alone(team, text, logged):
    for made in ("new Rho", "new Quill"):
        team.say("Tom", made)
    said = team.text("Tom", f"logcall {text}")
    assert [name for name in logged if name not in said] == []
    assert said.count(", call Thu") + said.count(", no answer Thu") == len(logged)


def test_another_deals_name_is_no_contact_and_somebody_new_is_one(team):
    team.say("Tom", "new Rho")
    assert "Logged: Rho, no answer" in team.text("Tom", "logcall Rho: no answer; Bolt is a reference")
    assert "Logged: Rho, Marta, no answer" in team.text("Tom", "logcall Rho: no answer\n- Marta wants the deck")


@pytest.mark.parametrize("head", ["logcall Bolt: hi", "logcall Bolt", "Bolt: hi\nAcme, 10 seats: hi"])
def test_more_lines_than_are_taken_at_once_are_counted_before_they_are_read(team, head):
    started = perf_counter()
    said = team.text("Tom", head + "\n- ok x" * 650)
    assert perf_counter() - started < 0.1  # seconds
    assert "lines; I take 40 at once" in said


def test_as_many_as_are_taken_belong_together(team):
    said = team.text("Tom", "logcall Bolt: she signs Fri" + "\n- wants blue" * 39)
    assert said.startswith("Logged: Bolt")
    assert "They will: sign, Fri 13 March" in said


def there_is_one(database, made: str) -> Team:
    team = Team(database)
    team.say("Tom", made)
    return team


@pytest.mark.parametrize("line", ["new Alder", "new alder", "new deal with Alder, Dana Reyes", "new Alder Ltd"])
def test_a_company_that_has_an_open_deal_gets_no_second_one_unasked(database, line):
    team = there_is_one(database, "new Alder, 40 seats")
    asked = team.say("Tom", line)
    assert "There is a deal Alder, 40 seats already." in plain_text(asked.card)
    assert team.text("Tom", "deals").startswith("Your open deals: 1")
    assert "is a deal of yours now" in plain_text(team.press(asked, "A second deal").card)
    assert team.text("Tom", "deals").startswith("Your open deals: 2")


def test_what_is_told_beside_such_a_name_is_kept_for_either(database):
    team = there_is_one(database, "new Alder, 40 seats")
    asked = team.say("Tom", "new deal Alder spoke to Dana, she wants the quote by Fri")
    assert "Your line is kept." in plain_text(asked.card)
    assert "Logged: Alder, Dana, call" in plain_text(team.press(asked, "That one").card)
    assert team.text("Tom", "deals").startswith("Your open deals: 1")


@pytest.mark.parametrize(
    ("made", "line"), [("new Alder, 40 seats", "new Alder, training"), ("new Alder Works", "new Alder Foods")]
)
def test_another_title_or_another_company_is_asked_nothing(database, made, line):
    assert "is a deal of yours now" in there_is_one(database, made).text("Tom", line)


def test_a_deal_that_is_lost_stands_in_the_way_of_no_new_one(database):
    team = there_is_one(database, "new Alder, 40 seats")
    team.say("Tom", "lost Alder: price")
    assert "is a deal of yours now" in team.text("Tom", "new Alder")
