"""Which deal a line or a question means, what is asked before anything is logged, and what a question never does. Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
_DEALS = (
    "new deal with The Corner Table, Tony Russo, POS clock", "new deal with Summit, Dave Hartman, biometric clocks",
    "new deal with Westfall Schools, Karen Whitaker, attendance", "new deal with First Choice Dental, Karen Bell, switch from ADP",
    "new deal with Friday's Catch, Denise Hall, payroll", "new deal with Havenlogistiek BV, Joost Smit, machines on rental",
    "new deal with Hotel Strandgade, Mette Holm, water coolers", "new deal with Van Dijk Notarissen, Sanne van Dijk, service contract",
)  # fmt: skip


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    for made in _DEALS:
        team.say("Tom", made)
    return team


@pytest.mark.parametrize(
    "line",
    [
        "what did dan say about the price", "where is the invoice for him", "i'm off the week of the twenty first", "i'm at the dentist",
        "left the samples with sam", "what do people say from there", "mail van piet: akkoord", "i'm gone friday after lunch",
        "i have a half day friday", "the first of the month is bad", "send malin the contract tomorrow", "de monteur komt morgen",
        "i have a doctor appointment monday morning", "nothing in it for the others", "offerte van 3 koelers moet donderdag weg",
    ],
)  # fmt: skip
def test_a_word_of_any_sentence_names_no_deal(team, line):
    said = team.text("Tom", line)
    assert [one for one in ("Corner", "First Choice", "Friday's Catch", "Van Dijk") if one in said] == []


@pytest.mark.parametrize(
    ("line", "deal"),
    [
        ("karen from westfall called me the board likes it a lot", "Westfall"), ("contract for mette is with legal", "Hotel Strandgade"),
        ("machines at sanne's are broken", "Van Dijk"), ("switch for dave is late", "Summit"), ("clock at joost's is broken again", "Havenlogistiek"),
        ("the corner table wants a demo and a discount", "The Corner Table"), ("where's the corner table", "The Corner Table"),
        ("where are we on haven", "Havenlogistiek"), ("where strand", "Hotel Strandgade"), ("haven", "Havenlogistiek"), ("where is notar", "Van Dijk"),
        ("where van dijk", "Van Dijk"), ("where friday's catch", "Friday's Catch"), ("the service contract is in the post", "Van Dijk"),
    ],
)  # fmt: skip
def test_who_is_named_is_meant(team, line, deal):
    said = team.text("Tom", line)
    assert deal in said.split("\n")[0]
    assert "Which one" not in said


def test_a_beginning_that_a_new_deal_may_have_as_well_is_asked_before_it_is_logged(team):
    asked = team.text("Tom", "logcall haven: spoke to Kim, she signs by Fri")
    assert "Which one is “haven”?" in asked
    assert "a new deal" in asked


def test_of_several_beginnings_it_is_asked(team):
    team.say("Tom", "new Strandhaus")
    assert "Which one is “strand”?" in team.text("Tom", "where strand")


def test_undo_drops_the_line_that_waits_and_nothing_older(team):
    team.logged("logcall Summit: Dave signs by Friday")
    team.forward(minutes=1)
    assert "Log that with Westfall" in team.text("Tom", "no that was karen at westfall")
    reply = team.say("Tom", "undo")
    said = plain_text(reply.card)
    assert "Dropped, and never logged: “no that was karen at westfall”" in said
    assert "logged a call with Summit" in said
    assert "sign, Fri" in team.text("Tom", "where summit")
    assert "Nothing is waiting" in team.text("Tom", "resume")
    assert "Taken back: logged a call with Summit" in plain_text(team.press(reply, "Take that back too").card)


@pytest.mark.parametrize("words", ["undo", "scrap that", "oops", "that was wrong"])
def test_in_whatever_words(team, words):
    team.logged("logcall Summit: Dave signs by Friday")
    team.forward(minutes=1)
    team.say("Tom", "the kitchen is ready at tony's")
    assert "Dropped, and never logged" in team.text("Tom", words)


def test_what_was_done_since_is_taken_back(team):
    team.say("Tom", "the kitchen is ready at tony's")
    team.forward(minutes=1)
    team.logged("logcall Summit: Dave signs by Friday")
    assert "Taken back: logged a call with Summit" in team.text("Tom", "undo")


@pytest.mark.parametrize(
    "line",
    [
        "has summit signed", "is westfall signed", "did tom call westfall", "has tom called westfall", "is tom on top of summit", "is summit lost",
        "did we win summit", "was westfall won", "has the corner table signed yet", "have we lost summit", "did tom send summit the quote",
    ],
)  # fmt: skip
@pytest.mark.parametrize("who", ["Tom", "Maria"])
def test_a_question_is_answered_and_offers_no_ending_and_no_deal(team, line, who):
    reply = team.say(who, line)
    said = plain_text(reply.card)
    assert [one for one in ("[This one", "Create", "Log that", "won ", "Logged") if one in said] == []
    assert "nobody knows yet" in said


def test_whether_a_colleague_called_is_told_of_that_colleague(team):
    team.say("Tom", "spoke to Karen at Westfall, she signs by friday")
    assert "Tom last spoke with Karen" in team.text("Maria", "did tom call westfall")
    assert "No talk is on record" in team.text("Maria", "did lena call westfall")
    assert "Not on record yet: sign" in team.text("Maria", "is westfall signed")


@pytest.mark.parametrize("line", ["westfall signed", "summit signed!", "we won summit", "will signed"])
def test_what_is_told_ends_as_before(team, line):
    team.say("Tom", "new deal with Will Works, Will Ott")
    assert "won on Thu 12 March" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    [
        "karen at westfall called the board said yes", "tony called from the corner table he said sheila likes it", "corner table tony wants to add six more clocks",
        "spoke dave, he likes the second model", "just talked to summit again dave says they are fine with it", "denise called she wants the agreement",
        "mette wants to see a sample first", "dave asked for a lower price",
    ],
)  # fmt: skip
def test_a_plain_line_that_tells_something_is_logged_at_once(team, line):
    assert "Logged: " in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    [
        "dave not called yet", "still haven't called mette", "sanne is with vacation and tot 15 december met vakantie", "dave didn't show at two his secretary says monday same time",
        "mette wants a call after christmas", "what mette wants is a lower price", "the kitchen is ready at tony's", "dave has the offer in his hands now",
        "hoping mette wants the big one",
    ],
)  # fmt: skip
def test_no_call_and_what_was_not_understood_is_asked_about(team, line):
    assert "Logged: " not in team.text("Tom", line)


def test_the_question_shows_what_would_be_kept(team):
    asked = team.text("Tom", "i'll send dave at summit the contract by tuesday")
    assert "It would keep: call; you will send Dave the contract Tue 17 March." in asked


def test_all_that_name_their_deal_are_logged_by_one_press(team):
    team.say("Tom", "i'll send dave at summit the contract by tuesday")
    team.say("Tom", "dave has the offer in his hands now")
    team.say("Tom", "karen has it in her hands now")
    team.forward(days=1)
    listed = team.say("Tom", "resume")
    logged = plain_text(team.press(listed, "Log both").card)
    assert "Both logged" in logged
    assert "send Dave the contract, Tue 17 March" in logged
    left = team.text("Tom", "resume")
    assert "karen" in left
    assert "dave" not in left


def test_one_line_needs_no_press_for_all(team):
    team.say("Tom", "dave has the offer in his hands now")
    assert "Log all" not in team.text("Tom", "resume")


@pytest.mark.parametrize(
    "line",
    [
        "new machine arrived in our warehouse", "new grinder for dave is here", "new price list from 1 jan, tell mette", "new driver called in sick",
        "new brochure is out", "new prices at westfall", "new hire starts monday", "new Acme wants a demo",
        "new boss at westfall, Ruben Vos", "new person at summit, Jasper Mol", "new address of summit, Main Street 9",
    ],
)  # fmt: skip
def test_news_makes_no_deal(team, line):
    said = team.text("Tom", line)
    assert "a new deal? Nothing is made or logged yet." in said
    assert "is a deal of yours now" not in said


@pytest.mark.parametrize(
    ("line", "made"), [("new customer Acme Tools, Jan Prins", "Acme Tools is"), ("new Lead Works", "Lead Works is")]
)
def test_a_new_customer_is_called_by_its_name(team, line, made):
    assert f"✓ {made} a deal of yours now" in team.text("Tom", line)


def test_news_of_a_deal_is_logged_there_by_one_press(team):
    asked = team.say("Tom", "new grinder for dave is here")
    assert "Logged: Summit" in plain_text(team.press(asked, "Log it with Summit").card)


def test_the_heading_of_the_news_is_no_part_of_the_note(team):
    asked = team.say("Tom", "new Summit: Dave wants two more")
    noted = plain_text(team.press(asked, "Log it with Summit").card).splitlines()
    assert "Noted: Dave wants two more" in noted


@pytest.mark.parametrize(
    "line", ["new Acme", "new Acme, 40 seats", "new Kite Works, kit", "new bank of ohio", "new joe's garage, tills", "new Toys For Tots"]
)  # fmt: skip
def test_a_name_makes_a_deal_at_once(team, line):
    assert "is a deal of yours now" in team.text("Tom", line)


def test_a_new_deal_told_in_a_sentence_has_a_name_and_the_rest_waits(team):
    made = team.say(
        "Tom", "new deal scioto brewing owner is pete hanley he needs twelve clocks call him friday at nine"
    )
    said = plain_text(made.card)
    assert "scioto brewing is a deal of yours now" in said
    assert "next step call" in said
    assert "Next step: call Fri 13 March at 09:00" in plain_text(team.press(made, "Yes, log it").card)


def test_a_new_contact_is_a_contact(team):
    assert "Summit: Hege Moe" in team.text("Tom", "new contact at summit: Hege Moe")


def test_words_that_two_promises_have_are_asked(team):
    team.logged("logcall Summit: I send the prices by Fri")
    team.logged("logcall Westfall: I send the new prices by Mon")
    asked = team.text("Tom", "promise kept prices")
    assert "send the prices" in asked
    assert "send the new prices" in asked


@pytest.mark.parametrize(
    "line",
    ["who's waiting on me", "who is waiting for me?", "what do people need from me", "who needs something from us", "who is still waiting for me"],
)  # fmt: skip
def test_who_waits_for_me_is_what_i_owe(team, line):
    team.logged("logcall Summit: I send the prices by Fri")
    assert "Summit, Dave: send the prices" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    ["who's away", "who is away this week", "who is out of office", "which customers are on holiday", "anyone away?"],
)
def test_who_is_away(team, line):
    assert "Nobody is away" in team.text("Tom", line)
    team.say("Tom", "Dave at Summit is away until 30 March")
    assert "Summit: Dave back Mon 30 March" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    [
        "who has no next step",
        "which deals have no next step",
        "who has deals without next step",
        "deals without a next step",
    ],
)
def test_which_deals_have_no_next_step(team, line):
    team.say("Tom", "next Summit Fri 20 March")
    team.logged("logcall Westfall: Karen signs by Mon")
    for who in ("Tom", "Maria"):
        said = team.text(who, line)
        assert "Friday's Catch" in said
        assert "Summit" not in said
        assert "Westfall" not in said


@pytest.mark.parametrize(
    "line",
    [
        "what is closing this month",
        "what's closing this month?",
        "which deals close this month",
        "who is closing this month",
    ],
)
def test_what_closes_is_told_by_what_they_said(team, line):
    team.logged("logcall Westfall: Karen signs by Mon")
    team.logged("logcall Summit: Dave sends the plan by Mon")
    said = team.text("Tom", line)
    assert "Westfall Schools: they said: sign, Mon 16 March" in said
    assert "Summit" not in said
    assert "Nothing on record closes next month" in team.text("Tom", "what is closing next month")


def test_what_we_lost_and_why(team):
    team.say("Tom", "lost Summit: too dear")
    assert "too dear" in team.text("Tom", "what did we lose and why")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("lena is ill until mon, tom covers", "Tom covers Lena until Mon 16 March"), ("lena is sick until monday and tom will cover", "Tom covers Lena until Mon 16 March"),
        ("lena is off until monday, i cover", "You cover Lena until Mon 16 March"), ("lena is out till monday tom takes over", "Tom covers Lena until Mon 16 March"),
        ("lena is out sick til monday can tom cover", "Shall Tom cover?"), ("lena is ill until monday", "Who covers Lena?"), ("lena has the flu til monday", "Who covers Lena?"),
        ("lena is ill until monday who can cover", "Who covers Lena?"),
    ],
)  # fmt: skip
def test_who_covers_is_taken_as_told(team, line, answer):
    for who in ("Tom", "Lena", "Maria"):
        team.say(who, "hello")
    assert answer in team.text("Maria", line)


def test_a_reminder_is_of_what_was_asked_for(team):
    team.logged("logcall Summit: I send the quote by tomorrow")
    team.forward(days=4)
    assert "Summit: Tom will call Dave, " in team.text("Maria", "remind tom to call dave tomorrow")
    assert "send the quote" in team.text("Tom", "where summit")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("karen at westfall wants the sheet by friday and at summit dave signs friday", {"westfall": "send the sheet", "summit": "sign"}),
        ("karen at first choice signs friday and denise at friday's catch says no to the price", {"first choice": "sign", "friday's catch": "nothing open"}),
    ],
)  # fmt: skip
def test_each_of_two_keeps_what_is_told_of_it(team, line, told):
    team.logged(line)
    for deal, kept in told.items():
        assert kept in team.text("Tom", f"where {deal}")


@pytest.mark.parametrize(
    "line",
    ["dropped the agreement off at westfall and the quote at summit", "sent the quote to summit and the contract to westfall", "karen at westfall and dave at summit both want the roster"],
)  # fmt: skip
def test_of_two_that_cannot_be_parted_it_is_asked_whose_it_was(team, line):
    said = team.text("Tom", line)
    assert "That names several deals. Whose was it?" in said
    assert "[Summit" in said
    assert "[Westfall Schools" in said


@pytest.mark.parametrize(
    "line",
    [
        "met dave hartman at friday's catch he signs tuesday",
        "dave hartman signs tuesday we had lunch at friday's catch",
    ],
)
def test_where_they_only_eat_nothing_is_promised(team, line):
    assert "Summit" in team.logged(line)
    assert "nothing open" in team.text("Tom", "where friday's catch")


@pytest.mark.parametrize(
    ("line", "worth"),
    [("dave signed at summit thirty nine hundred", "3,900"), ("dave hartman signed for summit 3900", "3,900"), ("summit signed it for twelve grand", "12,000")],
)  # fmt: skip
def test_signed_at_their_place_is_won_with_its_sum(team, line, worth):
    said = team.logged(line)
    assert f"won on Thu 12 March: signed, {worth}" in said
    assert f"Worth: {worth}" in team.text("Tom", "deal summit")
    team.say("Tom", "undo")
    assert "Worth: not known" in team.text("Tom", "deal summit")


@pytest.mark.parametrize("line", ["dave at summit he signed nothing yet", "dave hartman signed none of it"])
def test_nothing_signed_asks_for_no_won(team, line):
    assert "[Won" not in team.logged(line)


@pytest.mark.parametrize(
    "line",
    [
        "dave hartman is out so we're set up for tuesday at nine", "dave hartman is out today so we're set for tuesday at nine", "dave hartman is away because his kid is ill so we meet tuesday at nine",
        "dave hartman is off but we talk tuesday at nine",
    ],
)  # fmt: skip
def test_a_day_of_what_we_do_is_none_of_their_absence(team, line):
    said = team.logged(line)
    assert "away from" not in said
    assert "Tue 17 March" in said


def test_who_is_out_for_a_day_is_away_as_before(team):
    assert "Dave is away from Tue 17 March" in team.text("Tom", "dave hartman is out tuesday")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("denise hall said i'd have the roster by friday", "they will send the roster, Fri 13 March"), ("told denise she'd get the contract tuesday", "you will send the contract, Tue 17 March"),
        ("i let denise know she'd get the contract tuesday", "you will send the contract, Tue 17 March"), ("let dave know he'd get the price tomorrow", "you will send the price, Fri 13 March"),
    ],
)  # fmt: skip
def test_who_gets_what_by_whose_word(team, line, told):
    said = team.logged(line).replace("They will: ", "they will ").replace("You will: ", "you will ")
    assert told in said


@pytest.fixture
def movers(database) -> Team:
    team = Team(database)
    for line in ("new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale"):
        team.say("Tom", line)
    team.forward(hours=5)
    return team


@pytest.mark.parametrize(
    "line",
    [
        "logcall marcus's moved, bluepeak → northwind, wants a fresh quote", "marcus's moved, bluepeak → northwind", "logcall Marcus: bluepeak -> northwind, he likes it",
        "logcall marcus jumped ship from Bluepeak to Northwind, intros me there", "logcall marcus left bluepeak for northwind, call Fri", "logcall marcus, ex bluepeak, is at Northwind now",
    ],
)  # fmt: skip
def test_who_has_moved_is_logged_where_they_are_now(movers, line):
    assert "Logged: Northwind, Marcus" in movers.logged(line)


def test_where_somebody_has_moved_is_asked_when_the_line_leaves_it_open(movers):
    for line in ("logcall marcus changed jobs, bluepeak / northwind", "marcus changed jobs, bluepeak / northwind"):
        reply = movers.say("Tom", line)
        assert "Whose was it?" in plain_text(reply.card)
        assert "Logged: Northwind" in plain_text(movers.press(reply, "Northwind").card)
        movers.say("Tom", "undo")


@pytest.mark.parametrize(
    "line", ["logcall moved marcus's demo from bluepeak to northwind site", "logcall marcus: budget moved from bluepeak to northwind"]
)  # fmt: skip
def test_a_thing_that_moves_moves_nobody(movers, line):
    assert "Logged: Bluepeak" in movers.logged(line)


def test_a_day_that_does_not_suit_them_is_not_offered(movers):
    said = movers.logged("logcall bluepeak: walkthrough with marcus any time wk of 23 March bar Wed")
    assert "Next step: walkthrough Mon 23 March" in said
    assert "next 2 2026-03-24" in said
    assert "next 2 2026-03-25" not in said


def test_the_hour_of_a_meeting_that_they_missed_is_not_asked_about(movers):
    said = movers.logged("logcall Northwind: demo at 10, sarah never joined")
    assert "they did not come" in said
    assert "Which day" not in said
    assert "13 March: next" not in said


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("erik said no", "Erik: “no”"),
        ("erik promised me the counts last fri, still nothing", "promised me the counts last fri"),
        ("erik did not like the week", "did not like the week"),
    ],
)
def test_no_letter_is_lost_where_a_title_begins_with_the_number_of_a_deal(team, line, kept):
    for number in range(len(_DEALS) + 1, len(_DEALS) + 4):
        team.say(
            "Tom",
            f"new Lindqvist {number}, {number} floors, {'Erik Lindqvist' if number == len(_DEALS) + 2 else 'Ann Ode'}",
        )
    assert kept in team.text("Tom", line)
