"""The bot is talked to like a colleague: a greeting hides nothing, a question is answered, and what is told plainly is logged at once."""

import pytest

from bot.cards import plain_text
from bot.commands import Nonsense, command_from
from bot.commands.own import Back, Hello
from bot.reading.words.greetings import letter_to, without_greeting
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    """Thursday 12 March 2026, as Tom's members know it."""
    team = Team(database)
    for line in (
        "new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new deal with Tyrell, Rachael Rosen",
        "new deal with Umbra, Priya Nair", "new deal with Hooli, Priya Shah",
    ):  # fmt: skip
        team.say("Tom", line)
    team.forward(hours=1)
    return team


@pytest.mark.parametrize(
    "greeting",
    ["hi, ", "hello ", "hey so ", "Hi there, ", "hey! ", "good morning, ", "hallo, ", "Good afternoon. "],
)  # fmt: skip
def test_a_greeting_hides_nothing_that_follows_it(team, greeting):
    said = team.logged(f"{greeting}spoke to Marcus at Bluepeak, he signs by Friday")
    assert "They will: sign, Fri 13 March" in said


@pytest.mark.parametrize(
    "line", ["hi", "hello!", "Hey there", "hi how are you", "good morning", "hello my friend", "welcome"]
)
def test_a_greeting_alone_is_greeted(team, line):
    assert "Hello Tom." in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "command"),
    [("back", Back()), ("back today", Back()), ("hi", Hello()), ("hello there", Hello())],
)  # fmt: skip
def test_a_command_that_stands_alone_stays_one(line, command):
    assert command_from(line) == command


def test_a_command_is_greeted_with_as_well(team):
    assert "Your open deals: 5" in team.text("Tom", "hi, my deals")
    assert "won on Thu 12 March" in team.text("Tom", "hey bluepeak signed")


@pytest.mark.parametrize(
    "line",
    ["team call with Marcus at Bluepeak, he signs by Friday", "welcome call with Marcus from Bluepeak, he signs by Friday",
     "catch up with Marcus at Bluepeak, he signs by Friday", "coming up from Marcus at Bluepeak: he signs by Friday"],
)  # fmt: skip
def test_a_sentence_is_no_command_for_its_first_word(team, line):
    assert isinstance(command_from(line), Nonsense)
    assert "They will: sign, Fri 13 March" in team.logged(line)


def test_where_a_sentence_means_nothing_its_first_word_is_the_command(team):
    assert command_from("back from my holiday today").alone == "back"
    assert "I don't know" not in team.text("Tom", "back from my holiday today")


@pytest.mark.parametrize(
    "text", ["Hi-Tech Ltd: Dana signs", "Hills & Co called", "Hey: Dana signs", "hiking tour with Dana"]
)
def test_a_name_that_begins_like_a_greeting_is_whole(text):
    assert without_greeting(text) == text


LETTER = """Hi Tom,

thanks for the Bluepeak quote. We would like ten chairs, I will send the PO on Monday.

Regards
Marcus Hale
Bluepeak"""


def test_a_letter_to_the_member_is_what_they_wrote(team):
    asked = team.say("Tom", LETTER)
    assert "Did Bluepeak write that?" in plain_text(asked.card)
    said = plain_text(team.press(asked, "Yes, log it").card)
    assert "They will: send the PO, Mon 16 March" in said
    assert "You will" not in said
    assert "Regards" not in said


def test_a_letter_of_nobody_who_is_named_waits_for_its_deal(team):
    asked = team.text("Tom", "Hello Tom,\nwe accept your offer. I will send the PO on Monday.\nBest regards\nSam")
    assert "Whose was it?" in asked
    assert "reply Acme:" in asked
    assert "we accept your offer" in team.text("Tom", "resume")
    again = team.press(team.say("Tom", "resume"), "Go on with it")
    assert "Whose was it?" in plain_text(again.card)
    assert "[Hooli" not in plain_text(again.card)  # nobody there is called Sam
    said = team.text("Tom", "reply Hooli: we accept your offer. I will send the PO on Monday.")
    assert "send the PO, Mon 16 March" in said
    assert "You will" not in said


def test_a_letter_is_one_only_to_that_name():
    assert letter_to("Tom,\nwe take ten of them", "Tom") == "we take ten of them"
    assert letter_to("Tomas, we take ten of them", "Tom") == ""
    assert letter_to("Tom signs by Friday, he says", "Tom") == ""


@pytest.mark.parametrize(
    "line",
    ["did I send Marcus the quote?", "did marcus say anything about price", "has Marcus answered?", "who signs at bluepeak", "is marcus back",
     "who owes what with bluepeak", "who owes what bluepeak", "who's marcus's boss", "was marcus happy", "marcus signed?"],
)  # fmt: skip
def test_a_question_is_answered_and_never_offered_as_a_call(team, line):
    said = team.text("Tom", line)
    assert "Log" not in said.replace("[Log a call", "")
    assert "Bluepeak" in said
    assert "Nothing is waiting" in team.text("Tom", "resume")


@pytest.mark.parametrize(
    "line", ["did I send Priya the quote?", "has priya answered", "who's priya's boss?", "did priya sign"]
)
def test_a_question_about_one_of_two_asks_which_and_makes_nothing(team, line):
    asked = team.say("Tom", line)
    assert "which one is “priya”?" in plain_text(asked.card).lower()
    assert "Log" not in plain_text(asked.card)
    assert "Umbra (Tom)" in plain_text(team.press(asked, "This one").card)


def test_a_question_without_a_name_is_about_the_last_deal(team):
    team.say("Tom", "logcall Bluepeak: Marcus signs by Friday, I send the quote by Friday")
    assert "Bluepeak (Tom)" in team.text("Tom", "did I send it?")


@pytest.mark.parametrize(
    "line",
    ["marcus: can you send the offer by friday?", 'marcus said "can you send the offer by friday?"', "will from bluepeak no answer",
     "had a demo with marcus, he signs fri?", "what marcus wants is a lower price", "marcus asks can he have it by friday?", "did a demo with Marcus today"],
)  # fmt: skip
def test_what_they_asked_and_what_was_done_is_told(team, line):
    assert "Bluepeak (Tom)" not in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("what's tomorrow?", "Tomorrow, Fri 13 March"), ("who have I not called for a month", "the longest silent first"),
        ("who haven't I called this week?", "the longest silent first"), ("who have i not spoken to this week", "the longest silent first"),
        ("which deals are at risk", "the longest silent first"), ("do i owe anyone anything", "What you owe"), ("does anyone owe me anything", "What they owe you"),
        ("what did i just log", "You, Thu 12 March: 5 done"), ("closing day", "Your closing day is"), ("what did we lose", "Nothing was won, lost or let go this month"),
        ("what did I promise this week", "What you owe"), ("how's bluepeak?", "Bluepeak (Tom)"),
    ],
)  # fmt: skip
def test_a_rep_is_understood_as_a_colleague_would(team, line, answer):
    assert answer in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("what's slipping", "Your team, this week"), ("what's slipping this week", "Your team, this week"), ("how's Tom doing?", "Tom Becker, "),
        ("what did tom promise this week", "Tom's open promises"), ("who promised something this week", "Who owes what"),
        ("which deals did we win this week", "Won, lost or let go this week: 1"), ("what's closing this month", "Your team since"),
        ("biggest deals", "what a deal is worth stands on the deal"), ("reps without calls", "Who has logged no call"), ("who has not logged anything this week", "Who has logged no call"),
    ],
)  # fmt: skip
def test_a_manager_is_understood_as_a_colleague_would(team, line, answer):
    team.say("Tom", "won Bluepeak")
    assert answer in team.text("Maria", line)


@pytest.mark.parametrize(
    "line", ["who has not logged anything this week", "who's marcus's boss", "text from marcus he cant make it thursday", "who has nothing to do"]
)  # fmt: skip
def test_nothing_absurd_is_offered(team, line):
    said = team.text("Tom", line)
    assert "Create" not in said
    assert "Did you mean" not in said


def test_a_slip_of_a_command_is_still_offered(team):
    assert "Did you mean this?" in team.text("Tom", "logcal Bluepeak: Marcus signs by Friday")
    assert "Did you mean this?" in team.text("Tom", "folowups")


def test_done_names_a_promise_as_well(team):
    team.say("Tom", "logcall Bluepeak: I send the references by Friday, I send the quote by Friday")
    assert "✓ Bluepeak: send the references, done" in team.text("Tom", "done references")
    assert "✓ Bluepeak: send the quote, done" in team.text("Tom", "done the quote")
    assert "Create “rubbish”" in team.text("Tom", "done rubbish")


def test_each_call_counts_also_several_on_one_day_with_one_deal(team):
    for line in (
        "logcall Bluepeak: Marcus sends the plan by Fri",
        "logcall Bluepeak: Marcus asks for the price",
        "vm Bluepeak",
    ):
        team.say("Tom", line)
    assert "You, today: 3 calls and messages" in team.text("Tom", "how many calls did I make today")


def test_calls_are_counted_with_what_came_back(team):
    team.say("Tom", "logcall Bluepeak: Marcus said “fine”, he signs by Friday")
    team.say("Tom", "done Northwind no answer")
    team.say("Tom", "reply Northwind: Sarah called, all good")
    for name, line, who in (
        ("Tom", "how many calls did I make this week?", "You"),
        ("Maria", "how many calls did tom do this week", "Tom"),
    ):
        said = team.text(name, line)
        assert f"{who}, this week: 3 calls and messages" in said
        assert "of 2, 2 brought an answer" in said
        assert "in 1 they promised a step" in said
    assert "Your team, today: 3 calls" in team.text("Maria", "how many calls did my team make today")
    assert "no call or message yet" in team.text("Tom", "how many calls did I do last week")
    assert "You see no deals of anybody called" in team.text("Lena", "how many calls did Tom make")
    team.forward(days=7)
    last = team.text("Tom", "how many calls did I do last week")
    assert "You, last week: 3 calls and messages" in last
    assert "One by one" not in last  # nothing lists another week than this one
    assert "You, this week: no call" in team.text("Tom", "how many calls did I do this week")


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("bluepeak: sends PO by tue 17 march", "They will: send PO, Tue 17 March"), ("marcus from bluepeak sends the plan by monday", "They will: send the plan, Mon 16 March"),
        ("spoke to Marcus at Bluepeak, I send the quote tomorrow", "You will: send the quote, Fri 13 March"), ("bluepeak vm left", "voicemail Thu 12 March"),
        ("marcus said budget is approved", "“budget is approved”"), ("sarah northwind no answer", "no answer Thu 12 March"),
        ("priya umbra sends the plan by monday", "Logged: Umbra"), ("talked w sarah, demo on tue 17 march at 10", "Next step: demo Tue 17 March at 10:00"),
        ("marcus is off sick until monday, sarah's list comes later", ""), ("text from marcus: cant make it, signs monday", "They will: sign, Mon 16 March"),
    ],
)  # fmt: skip
def test_a_plain_line_that_leaves_no_doubt_is_logged_at_once(team, line, logged):
    said = team.text("Tom", line)
    assert logged in said
    if logged:
        assert "[Undo" in said
        assert "Taken back" in team.text("Tom", "undo")


@pytest.mark.parametrize(
    "line",
    ["she sends the plan by monday", "priya sends the plan by monday", "bluepeek: sends the plan by monday",  # whose?
     "spoke to marcus and sarah. marcus wants 3 lamps, sarah signs monday", "marcus and sarah sign on monday",
     "marcus likes our plan", "bluepeak: had lunch", "bluepeak hasn't signed yet",  # nothing definite
     "ask marcus for the PO by friday", "should book a demo with marcus on friday",  # a wish
     "logcal bluepeak: marcus signs by friday", "promis kept bluepeak", "sorry, that was marcus, he signs monday", "no wait it was marcus not sarah",
     "did marcus say that he signs monday", "does marcus sign by friday?", "marcus: we sign on monday\nTom: great, thanks", "bluepeak: lost in her inbox",
     "bluepeak: spoke to Dora, she signs by monday",  # somebody new?
     "lunch with Marcus tomorrow at noon", "Marcus Friday 10am",  # no call
     "Lena told me Marcus signs by Friday", "Hi Lena, Marcus signs Friday", "fyi Marcus signs Friday", "Lena called Marcus, he signs Friday",  # a colleague's
     "hopefully marcus signs friday", "wonder whether Marcus signs Friday", "Marcus signs Friday (I hope)", "I could send Marcus the quote tomorrow",
     "I'd like to send Marcus the quote Friday", "Marcus wrote: I will send the plan Friday", "got a mail from Marcus: I will send you the plan Monday"],
)  # fmt: skip
def test_what_is_a_guess_a_wish_a_question_or_nothing_is_not(team, line):
    said = team.text("Tom", line)
    assert "Logged" not in said
    assert "[Undo" not in said


@pytest.mark.parametrize("line", ["send marcus the quote by friday", "I need to send Marcus the quote by Friday"])
def test_what_i_mean_to_send_is_on_my_list_and_no_call(team, line):
    said = team.text("Tom", line)
    assert "you will send Marcus the quote, Fri 13 March" in said
    assert "Logged" not in said
    assert "no call is on record" in team.text("Tom", "where are we on Bluepeak?")


def test_what_a_manager_says_of_a_reps_deal_is_no_call_of_hers(team):
    assert "Log that with Bluepeak?" in team.text("Maria", "Marcus signs Friday")


def test_a_first_contact_is_no_guess(team):
    team.say("Tom", "new Kestrel")
    assert "They will: sign, Mon 16 March" in team.text("Tom", "kestrel: spoke to Dora, she signs by monday")


def test_a_day_with_two_readings_is_asked_about_first(team):
    assert "Log that with Bluepeak?" in team.text("Tom", "bluepeak: marcus signs next fri")


def test_a_line_logged_at_once_is_not_logged_twice(team):
    team.say("Tom", "bluepeak: marcus signs by monday")
    assert "Already done by you" in team.text("Tom", "bluepeak: marcus signs by monday")


@pytest.mark.parametrize(
    ("line", "logged"),
    [("i sent sarah an email to ask about the po", "email Thu 12 March"), ("sarah - the drawings came in", "they got in touch Thu 12 March"),
     ("sarah northwind new offer sent", "message left Thu 12 March"), ("sarah sent the drawings", "they got in touch Thu 12 March")],
)  # fmt: skip
def test_plain_news_that_no_promise_waits_for_is_logged(team, line, logged):
    said = team.text("Tom", line)
    assert "No open promise fits" not in said
    assert logged in said


def test_what_settles_a_promise_settles_it_still(team):
    team.say("Tom", "logcall Northwind: I send the offer by Friday, Sarah sends the drawings by Friday")
    assert "✓ Northwind: send the offer, done" in team.text("Tom", "offer sent to sarah")
    assert "✓ Northwind: send the drawings, done" in team.text("Tom", "sarah sent the drawings")
    assert "No open promise fits" in team.text("Tom", "sent the deck")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("make that friday", "Bluepeak: sign, now Fri 13 March"), ("make it wednesday", "Bluepeak: sign, now Wed 18 March"), ("please make that wednesday", "Bluepeak: "),
        ("no thats wrong he signs friday", "Bluepeak: sign, now Fri 13 March"), ("no he signs on wednesday", "Bluepeak: sign, now Wed 18 March"),
        ("no monday is wrong wednesday", "Bluepeak: sign, now Wed 18 March"), ("no, monday was wrong, it's friday", "Bluepeak: sign, now Fri 13 March"),
        ("scratch that last one", "Taken back: logged a call with Bluepeak"), ("delete this last entry", "Taken back: logged a call with Bluepeak"),
        ("sorry 21k", "What is wrong there?"), ("no make it 12 chairs", "What is wrong there?"), ("make it 12 chairs", "What is wrong there?"),
        ("no she signs on wednesday at Northwind", "Northwind"),
    ],
)  # fmt: skip
def test_what_was_just_logged_is_put_right(team, line, answer):
    team.say("Tom", "logcall Bluepeak: Marcus signs by Monday, budget is 12k")
    assert answer in team.text("Tom", line)


def test_a_correction_of_another_promise_changes_none(team):
    team.say("Tom", "logcall Bluepeak: Marcus signs by Monday")
    for line in ("no he sends the plan on friday", "no I sign on friday", "no, sarah signs on friday"):
        team.say("Tom", line)
        assert "sign, Mon 16 March" in team.text("Tom", "where bluepeak"), line


@pytest.mark.parametrize(
    ("line", "hour"),
    [("no make it 10", "10:00"), ("make that 10:30", "10:30"), ("no, at 2pm", "14:00"), ("sorry 11", "11:00")],
)
def test_the_hour_of_what_was_just_agreed_is_put_right(team, line, hour):
    team.say("Tom", "logcall Bluepeak: visit on Tue 17 March at 9")
    assert f"visit on Tue 17 March at {hour}" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["make Lena a rep of Maria", "make tom inactive", "make Maria a manager"])
def test_roles_are_still_an_admins(team, line):
    assert "admin" in team.text("Tom", line)


def test_and_she_also_is_of_the_deal_that_was_spoken_of(team):
    team.say("Tom", "new Zeta, compressor")
    team.say("Tom", "logcall Bluepeak: Marcus signs by Monday")
    assert "Log that with Bluepeak?" in team.text("Tom", "and he also wants a compressor")


def test_what_was_done_stands_under_its_weekday_the_newest_first(team):
    team.say("Tom", "bluepeak vm left")
    team.forward(days=1)
    team.say("Tom", "northwind vm left")
    team.say("Tom", "umbra no answer")
    for name, line in (("Tom", "what did I do this week"), ("Maria", "what has tom done this week")):
        said = team.text(name, line)
        order = [
            "\nFri 13 March\n",
            "Umbra: no answer",
            "voicemail with Northwind",
            "\nThu 12 March\n",
            "voicemail with Bluepeak",
        ]
        assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    said = team.text("Tom", "what did I just log")
    assert said.index("Umbra: no answer") < said.index("voicemail with Northwind")
    assert "Thu 12 March" not in said
