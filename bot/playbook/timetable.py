"""The note that works to their timetable: their time in their words, the steps still open and whose, an offer (H29 to H33)."""

from collections.abc import Sequence
from datetime import date

from bot.days import promised, spoken
from bot.model import Commitment, History, Side, Touch, first_name
from bot.playbook.facts import Facts
from bot.playbook.on_record import contact_of
from bot.playbook.quotes import is_whole
from bot.playbook.results import is_same_person, open_promises
from bot.playbook.sayable import may_quote
from bot.playbook.wording import Speaker, Words, joined, listed, phrase_of, subject

MAX_WORDS = 90
_ROOM = MAX_WORDS - 4  # beside the greeting and the name
_MOST_STEPS = 2  # of each side: it is a note and no plan
_COUNTED = ("", "", "Two steps are open", "Three steps are open", "Four steps are open")


def timetable(history: History, speaker: Speaker, today: date, named: Touch, greeting: str) -> Words | None:
    """`named`: where they named their time; `greeting`: by the clock where they are. None while we are late ourselves."""
    facts = Facts(history, today)
    theirs = [
        phrase for promise in open_promises(history, Side.theirs) if (phrase := _step(promise, facts, history, today))
    ]
    ours = [
        phrase for promise in open_promises(history, Side.ours) if (phrase := _step(promise, facts, history, today))
    ]
    if not (theirs or ours) or facts.is_owed or not may_note(history, named):
        return None
    text = next(
        text
        for most in range(_MOST_STEPS, 0, -1)
        if len((text := _text(history, today, named, (theirs[:most], ours[:most]))).split()) <= _ROOM or most == 1
    )
    hello = f"{greeting} {facts.name}," if facts.name else f"{greeting},"
    return Words("Timetable", "\n\n".join((hello, text, first_name(speaker.name))), subject(facts, history))


def may_note(history: History, named: Touch) -> bool:
    """Whether their words can be said back to the one whom we write to."""
    is_theirs = not named.contact or is_same_person(named.contact, contact_of(history))
    return is_theirs and may_quote(named.said) and is_whole(named.said)


def _text(history: History, today: date, named: Touch, steps: tuple[list[str], list[str]]) -> str:
    colleague = history.colleagues.get(named.member_id)
    you_said = f"{spoken(named.on, today)} you {f'told {colleague}' if colleague else 'said'}"
    dated = f"{you_said[:1].upper()}{you_said[1:]} “{named.said.strip(' .,;')}”, and that is the timetable I work to."
    offer = (
        "If I can make any of that easier, tell me how."
        if steps[0]
        else "If anything on your side has moved, tell me, and I move with it."
    )
    return joined(dated, _open(*steps), offer, "Does that still fit your plan?")


def _open(theirs: Sequence[str], ours: Sequence[str]) -> str:
    """ "Two steps are open: yours, to get the floor plan by Friday 20 March; and ours, to send the survey dates by …"."""
    if len(theirs) + len(ours) == 1:  # a count of one would point at whoever has it
        return f"One step is left before that: {'you were going' if theirs else 'we are going'} {(*theirs, *ours)[0]}."
    count = _COUNTED[len(theirs) + len(ours)]
    sides = [f"{whose}, {listed(steps)}" for whose, steps in (("yours", theirs), ("ours", ours)) if steps]
    return f"{count}: {'; and '.join(sides)}."


def _step(promise: Commitment, facts: Facts, history: History, today: date) -> str:
    phrase = "" if promise.soft else phrase_of(promise, facts, history)
    if not phrase or promise.promised_on is None:
        return f"to {phrase}" if phrase else ""
    day = promised(promise.promised_on, today)
    return f"to {phrase}{f' by {day}' if promise.promised_on >= today else f', planned for {day}'}"
