"""No text, however long or odd, keeps the others waiting: whoever reads holds up every writer. Today is Thu 12 March 2026."""

import time
from collections.abc import Callable
from datetime import date
from datetime import time as clock

import pytest

from bot.model import Outcome, Side
from bot.reading import (
    absence,
    absentabroad,
    advances,
    againabroad,
    answers,
    appointments,
    bidding,
    calldata,
    callday,
    callers,
    calltext,
    carrying,
    clauses,
    dates,
    daysabroad,
    delivered,
    dictated,
    endings,
    findingout,
    hesitating,
    holding,
    introduced,
    leftthem,
    lists,
    machines,
    meetings,
    mentions,
    money,
    newcomers,
    newdays,
    newdeals,
    nottried,
    ofanother,
    orders,
    otherlanguages,
    others,
    otherthings,
    ourpeople,
    ourplans,
    outcomes,
    passing,
    promised,
    promising,
    refusals,
    reported,
    results,
    saidabroad,
    shorthand,
    somebody,
    speech,
    spokensums,
    steps,
    successor,
    takenup,
    telegraph,
    theirsinfull,
    theirthings,
    told,
    tries,
    turnof,
    typeddates,
    undone,
    usually,
    visitsabroad,
    waiting,
    whoitwas,
)
from bot.reading.bounds import LONGEST_CLAUSE, LONGEST_LINE
from bot.reading.names import Known

TODAY = date(2026, 3, 12)
NINE = clock(9)
LONG = 20_000
WHOLE_TEXTS = 33  # of READERS: the others are only ever given a clause
FRIDAY = dates.find_dates("Fri", TODAY)
KNOWN = (Known(0, "Acme Ltd", "", ("Ann Lee", "Will May")), Known(1, "The Call Company", "", ("Dr. Ann Fri",)))
ROW = {"id": 0, "ref": "2026-03-12T14:00:00", "tz": "UTC"}
UNITS = [
    " ", "\t", "\n", "x", "“", "‘", '"', "'", "a, ", "1/", "q1 ", "by Fri ", "by ", "she said ", "and I ", "and ", "not ", "not call ",
    " 'aaa", "Dr Ann ", "Ann ", "A", "sent ", "already ", "got from her ", "then ", "the ", "10:00 ", "at 10 ", "a week from ", "next ",
    "or ", "can't make it ", "yesterday ", "her boss ", "her boss said “x” ", "I said “x” ", "said “x” ", "5", "5 ", "call ", "moved to ",
    "on leave ", "signed ", "will ", "in the ", "end of ", "she ", "…", "-", "— ", "I'd ",
    "po ", "from ", "the the ", "1 (a) ", "(", "needs 2 weeks to ", "20 000 ", "$1", "1.", "a-", "May ", "is ", "1 call ", "because she ", "demo ", "goes to ",
    "has not ", "signed ", "next step ", "for a ", "we ", "and we ", "left ",
    "um ", "um, ", "so ", "so yeah ", "twelve hundred ", "signed twelve ", "another ", "someone else's plan ", "and his ", "over 14 dagen ", "uge 3 ", "til ",
    "ring igen ", "offerte ", "stuur ", "hij ", "kommt ", "d. 14. ", "new guy is ", "not called ", "late ", "comes mon ", "push ", "need to ", "send Ann ",
    "and Ann wants ", "Karen not ", "not Karen, ", "§ ", "new ", "emailing it ", "let us know ", "but wants his ", "we will take 4 ", "let me ask ",
    "they pay ", "a month ", "Ann from ", "ann's boss ", "they went with ", "for the water ",
    "RFI ", "answers in ", "due back to ", "the draft ", "our legal ", "(a, she says) ", "nothing before the ", "loves it and sends ", "quoted her ", "wir bleiben bei ",
]  # fmt: skip
TEXTS = [
    f"I{' ' * LONG}z", f"Acme: I{' ' * LONG}z", f"she said {'“' * LONG}", f"x{' ' * LONG}", f"sent{chr(9) * LONG}z", f"she{' ' * LONG}said", f"Call{'S' * 200}% 23.3. 10:00",
    *(unit * (LONG // len(unit)) for unit in UNITS),
]  # fmt: skip
REPEATED = [
    "25 ", "25th ", "want ", "The ", "A ", "It's The ", "Rui ", "March ", "O'M ", "Left ", "Dwayne's ", "today's ", "Our Jan's ", "Dana Reyes ",
    "call (orbital) for ", "demo for Ann ", "moved, ", "Ann and Bo ", "by Jan ", "The Ann's ", "ANN ", "x's ", "no. ", "2 of the ",
    "RFI ", "answers ", "to Due ", "back the 18th ", "the draft ", "on her desk ", "engineering sends ", "til after ", "can get the ", "sits with Ann ", "chasing her ",
]  # fmt: skip
TAILS = ["", " 23.3. 10:00", " fri 10am", " by Friday", " tomorrow at 3", " ends!"]
READERS: dict[str, Callable[[str], object]] = {
    "read_rest": lambda text: calltext.read_rest("Acme", text, TODAY, people=("Ann Lee",)),
    "read_promises": lambda text: calltext.read_promises(text, Side.theirs, TODAY),
    "call_data": lambda text: calldata.call_data({**ROW, "text": text}, [calldata.Account("Acme", ("Ann Lee",))]),
    "whose": lambda text: mentions.whose(text, KNOWN),
    "mentions": lambda text: mentions.mentions(text[:LONGEST_LINE], KNOWN),
    "amount_in": money.amount_in,
    "split_head": speech.split_head,
    "marked": speech.marked,
    "spoken": speech.spoken,
    "clauses_of": lambda text: list(speech.clauses_of(text)),
    "unquoted": speech.unquoted,
    "without_others": others.without_others,
    "passes_on": others.passes_on,
    "call_day": lambda text: callday.call_day(text, TODAY, day_first=True),
    "day_behind": lambda text: callday.day_behind(text, TODAY, day_first=True),
    "find_dates": lambda text: dates.find_dates(text, TODAY),
    "read_date": lambda text: dates.read_date(text, TODAY),
    "typed_date": lambda text: typeddates.typed_date(text, TODAY),
    "starts_with_day": typeddates.starts_with_day,
    "leading_day": typeddates.leading_day,
    "length_of_leading_day": typeddates.length_of_leading_day,
    "unhesitating": hesitating.unhesitating,
    "as_spoken": lambda text: hesitating.as_spoken(text[:400], text),
    "in_figures": spokensums.in_figures,
    "introduced": lambda text: introduced.introduced(text, ("Ann Lee",), ()),
    "left_them": leftthem.left_them,
    "who_it_was": whoitwas.who_it_was,
    "our_plans": ourplans.our_plans,
    "not_yet_tried": nottried.not_yet_tried,
    "name_and_told": newdeals.name_and_told,
    "signed_by": lambda text: somebody.signed_by(text, ("Ann Lee",)),
    "told_ending": endings.told_ending,
    "without_other_things": otherthings.without_other_things,
    "is_usual": usually.is_usual,
    "finds_out": findingout.finds_out,
    "names_another": introduced.names_another,
    "of_another": lambda text: ofanother.of_another(text, ("Ann Lee",)),
    "new_days": lambda text: newdays.new_days((text,), lambda clause: dates.find_dates(clause, TODAY)),
    "days_in_english": daysabroad.days_in_english,
    "call_in_english": againabroad.call_in_english,
    "wants_no_calls": againabroad.wants_no_calls,
    "acts_abroad": saidabroad.acts_abroad,
    "visit_in_english": visitsabroad.visit_in_english,
    "absent_in_english": absentabroad.absent_in_english,
    "as_buyers": callers.as_buyers,
    "is_order": orders.is_order,
    "away": lambda text: absence.away(text, FRIDAY, (), day_first=True),
    "clause_of": clauses.clause_of,
    "delivered": delivered.delivered,
    "outcome_of": lambda text: outcomes.outcome_of(text, spoke=False),
    "promised": lambda text: promised.promised(text, Side.ours, (), FRIDAY[0]),
    "acts_of": lambda text: list(promised.acts_of(text, FRIDAY)),
    "owed": promising.owed,
    "answer": answers.answer,
    "asked_for_bids": bidding.asked_for_bids,
    "answers_bid": lambda text: bidding.answers_bid(text, dates.find_dates(text, TODAY), "RFI"),
    "hands_in": lambda text: bidding.hands_in(text, dates.find_dates(text, TODAY)),
    "our_makers": lambda text: ourpeople.our_makers(text, dates.find_dates(text, TODAY)),
    "lies_with": lambda text: turnof.lies_with(text, " by Fri"),
    "goes_after": lambda text: theirsinfull.goes_after(text, " by Fri"),
    "praise_apart": carrying.praise_apart,
    "waits_for": waiting.waits_for,
    "with_that_day": lambda text: waiting.with_that_day(text, FRIDAY[0], None),
    "leaving": lambda text: absence.leaving(text, FRIDAY),
    "carried": lambda text: carrying.carried(text, Side.theirs, ()),
    "reported": reported.reported,
    "is_told": lambda text: reported.is_told(text, ("Ann Lee",)),
    "as_told": reported.as_told,
    "spelled": shorthand.spelled,
    "named": lambda text: shorthand.named(text, ("Ann Lee",)),
    "agreed_step": lambda text: appointments.agreed_step(text, FRIDAY, TODAY),
    "step_beside": lambda text: appointments.step_beside(text, FRIDAY, TODAY),
    "bare_step": lambda text: appointments.bare_step(text, FRIDAY, "demo", TODAY),
    "kind_named": meetings.kind_named,
    "parted_by_ear": dictated.parted_by_ear,
    "in_full": lambda text: telegraph.in_full(text, dates.find_dates(text, TODAY)),
    "in_full, undone before": lambda text: telegraph.in_full(text, dates.find_dates(text, TODAY), "sign", "po"),
    "undone": lambda text: undone.undone(text, FRIDAY),
    "late_thing": undone.late_thing,
    "their_thing": theirthings.their_thing,
    "without_asides": telegraph.without_asides,
    "plans": lambda text: clauses.plans(text, is_deadline=True),
    "is_habit": clauses.is_habit,
    "tells_contact": lambda text: told.tells_contact(text, ("Ann Lee",)),
    "is_summary": told.is_summary,
    "wrote": told.wrote,
    "moved_step": lambda text: steps.moved_step(text, (), alone=True),
    "wished_step": lambda text: steps.wished_step(text, FRIDAY),
    "dropped_step": lambda text: steps.dropped_step(text, ()),
    "goes_on": steps.goes_on,
    "wait": lambda text: holding.wait(text, FRIDAY),
    "in_english": otherlanguages.in_english,
    "taken_up": lambda text: takenup.taken_up(text, FRIDAY, ()),
    "quiet_until": lambda text: takenup.quiet_until(text, FRIDAY),
    "parted": lambda text: lists.parted(text, (FRIDAY[0], FRIDAY[0])),
    "gathering": lambda text: waiting.gathering(text, FRIDAY),
    "asks_until_event": waiting.asks_until_event,
    "refuses": refusals.refuses,
    "is_done": advances.is_done,
    "hands_on": advances.hands_on,
    "newcomers": newcomers.newcomers,
    "left_nothing": lambda text: tries.left_nothing((text,)),
    "is_taken_down": tries.is_taken_down,
    "result_of": lambda text: results.result_of(text, Outcome.connected, they_act=False, agreed=""),
    "is_machine": machines.is_machine,
    "is_spoken_there": machines.is_spoken_there,
    "passes": passing.passes,
    "successor": successor.successor,
    "gone": successor.gone,
    "phone_alone": successor.phone_alone,
}


@pytest.mark.parametrize("name", READERS)
def test_no_text_takes_a_second(name):
    reader = READERS[name]
    slow = {}
    longest = LONG if list(READERS).index(name) < WHOLE_TEXTS else LONGEST_CLAUSE
    for text in {text[:longest] for text in TEXTS}:
        started = time.process_time()
        reader(text)
        took = time.process_time() - started
        if took > 1.0:
            slow[text[:20]] = took
    assert not slow


@pytest.mark.parametrize("repeated", REPEATED)
def test_no_word_said_again_and_again_takes_a_second(repeated):
    """What dictation or a stuck key leaves, with a day behind it: a pattern that parts words in two ways never ends."""
    for tail in TAILS:
        started = time.process_time()
        calltext.read_rest("Acme", (repeated * 200)[:390] + tail, TODAY, people=("Dana Reyes",), now=NINE)
        assert time.process_time() - started < 1.0
