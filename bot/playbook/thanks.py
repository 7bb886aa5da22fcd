"""Thank-you and receipt in one text, offered after any conversation in which somebody promised something."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.days import promised
from bot.model import Commitment, History, NextStep, Side, Touch, first_name
from bot.playbook.asking import enough_time
from bot.playbook.facts import Facts
from bot.playbook.holds import month_named
from bot.playbook.on_record import spoken_step
from bot.playbook.open_questions import came_up
from bot.playbook.quotes import is_whole
from bot.playbook.results import open_promises, told_last
from bot.playbook.sayable import may_quote
from bot.playbook.wording import Speaker, Words, introduced, joined, listed, phrase_of, spoken_promises, subject


def thank_you(history: History, speaker: Speaker, today: date) -> Words | None:
    """Thank-you and receipt in one (voice.md 1.9): both sides' promises, so that they can correct it."""
    call = told_last(history)
    if call is None:
        return None
    facts = Facts(history, today)
    made = _of_act(history, Side.theirs, call.act_id)
    ours = spoken_promises(_of_act(history, Side.ours, call.act_id), facts, history, today)
    theirs = _theirs([promise for promise in made if not promise.soft], facts, history, today)
    asked = _asked([promise for promise in made if promise.soft], facts, history, today)
    questions = came_up(history)
    if not (ours or theirs or asked or questions):
        return None
    thanks = _thanks(call, today)
    step = spoken_step(history)
    day = f"{promised(step.on, today)}{f' at {step.at}' if step.at else ''}" if step else ""
    speak = _as_agreed(step, day) if step else ""
    agreed = listed([f"I {ours}" if ours else "", *theirs, speak])
    hello = f"{facts.name}, {thanks}" if facts.name else thanks[0].upper() + thanks[1:]
    is_dated = any(promise.due_on for promise in (*made, *_of_act(history, Side.ours, call.act_id))) or day
    right = "If I have a date wrong, tell me and I will change it." if agreed and is_dated else ""
    text = joined(hello, f"As I noted it: {agreed}." if agreed else "", right, asked, questions)
    known = frozenset(history.colleagues.values())
    return Words(
        "Thank-you", f"{introduced(text, speaker, known)}\n\n{first_name(speaker.name)}", subject(facts, history)
    )


def _theirs(made: Sequence[Commitment], facts: Facts, history: History, today: date) -> list[str]:
    """Each under whoever took it on: "you were going to …", "Maja was going to …"."""
    by: dict[str, list[Commitment]] = {}
    for promise in made:
        by.setdefault(facts.another(promise.contact), []).append(promise)
    told = {who: spoken_promises(some, facts, history, today) for who, some in by.items()}
    return [f"{f'{who} was' if who else 'you were'} going to {phrase}" for who, phrase in told.items() if phrase]


# What was heard is said plainly: praise for how they put it would be a teacher's.
_HEARD = ("What I heard: {}.", "You said {}.", "You told me: {}.")


def _thanks(call: Touch, today: date) -> str:
    """For their time or for coming back, and what was heard (H10)."""
    came = "getting back to me" if call.inbound else f"your time{' today' if call.on == today else ''}"
    if may_quote(call.said) and is_whole(call.said):
        heard = _HEARD[call.id % len(_HEARD)].format(f"“{call.said.strip(' .,;')}”")
        return f"thank you for {came}. {heard}"
    return f"thank you for {came}."


def _asked(soft: Iterable[Commitment], facts: Facts, history: History, today: date) -> str:
    """What they only meant to think or talk about is no promise to hold up to them: it is asked about."""
    for promise in soft:
        phrase = phrase_of(promise, facts, history)
        if phrase:
            return enough_time(phrase, promised(promise.promised_on, today) if promise.promised_on else "")
    return ""


def _as_agreed(step: NextStep, day: str) -> str:
    """What they asked for is no appointment yet, and is not confirmed as one."""
    if step.purpose:
        return f"you asked me to wait until {month_named(step) or day}"
    if step.agreed and step.what == "call":
        return f"we speak on {day}"
    return f"we have our {step.what} on {day}" if step.agreed else f"you asked for the {step.what} on {day}"


def _of_act(history: History, side: Side, act_id: int) -> list[Commitment]:
    """The open promises that one call made or told again."""
    still = open_promises(history, side)
    return [p for p in still if p.act_id == act_id or any(turn.act_id == act_id for turn in p.turns)]
