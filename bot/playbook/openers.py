"""The opener sentence of a touch: at most 25 words, ready to say, every slot a recorded fact (S40-S46, voice.md 1.2).

A recap stands before the ask, and the sentence ends with a question. No fact, no opener: the rep is asked instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.model import History, Policy
from bot.playbook.cliches import is_clean
from bot.playbook.facts import Facts, facts_of
from bot.playbook.standing import is_definitive_due

MAX_WORDS = 25


@dataclass(frozen=True)
class Opener:
    """`facts` are the recorded texts that the sentence rests on."""

    text: str
    facts: tuple[str, ...]


def opener(history: History, policy: Policy, today: date) -> Opener | None:
    """The sentence for this touch, or None when nothing recorded carries one."""
    return next(iter(_each(history, policy, today)), None)


def openers(history: History, policy: Policy, today: date) -> tuple[Opener, ...]:
    """One sentence for each situation that the record allows, the most telling first."""
    return tuple(_each(history, policy, today))


def _each(history: History, policy: Policy, today: date) -> Iterator[Opener]:
    facts = facts_of(history)
    turn = len(history.touches) + history.deal.id
    for situation in _situations(facts, history, policy, today):
        fitting = [made for candidate in situation if (made := _fitted(candidate, facts.name))]
        if fitting:  # each touch takes the next wording, so that nobody hears the same one twice running (H22)
            yield fitting[turn % len(fitting)]


def _fitted(candidate: Opener, name: str) -> Opener | None:
    """The sentence with the name, when it is short and clean."""
    text = _sentence(candidate.text, name)
    return Opener(text, candidate.facts) if len(text.split()) <= MAX_WORDS and is_clean(text) else None


def _sentence(text: str, name: str) -> str:
    return f"{name}, {text}" if name else text[0].upper() + text[1:]


def _situations(facts: Facts, history: History, policy: Policy, today: date) -> Iterator[list[Opener]]:
    """The wordings for each situation that the facts allow, the most telling situation first."""
    if facts.step and facts.step.on <= today:
        yield list(_agreed_step(facts, today))
    if is_definitive_due(history, policy):
        yield list(_definitive(facts, today))
    if facts.step and facts.step.purpose and facts.said and facts.step.on <= today:
        yield list(_their_date(facts, today))
    if facts.new and facts.their:
        yield list(_new_beside_theirs(facts, today))
    if facts.new:
        yield list(_something_new(facts, today))
    if facts.their:
        yield list(_their_promise(facts, today))
    if facts.said:
        yield list(_their_words(facts, today))
    if facts.topic and facts.spoke_on:
        yield list(_topic(facts, today))


def _agreed_step(facts: Facts, today: date) -> Iterator[Opener]:
    step = facts.step
    if step is None:
        return
    day = "today" if step.on == today else facts.when(step.on, today)
    if facts.new:
        yield Opener(
            f"for our {step.what} {day}: {facts.new} reached you, shall we start there?", (step.what, facts.new)
        )
    if facts.their:
        text = f"for our {step.what} {day} you were going to {facts.their_phrase}; shall we begin with that?"
        yield Opener(text, (step.what, facts.their_phrase))
    if facts.said:
        when = facts.when(facts.said_on, today)
        text = f"{when} you said “{facts.said}”; shall we settle that in our {step.what} {day}?"
        yield Opener(text, (facts.said, step.what))
    if facts.topic:
        text = f"our {step.what} {day} is about {facts.topic}; what would you like settled by the end of it?"
        yield Opener(text, (facts.topic, step.what))


def _definitive(facts: Facts, today: date) -> Iterator[Opener]:
    if facts.said:
        text = (
            f"{facts.when(facts.said_on, today)} you said “{facts.said}”; so that I can plan, is it yes, later or no?"
        )
        yield Opener(text, (facts.said,))
    if facts.their:
        text = f"you were going to {facts.their_phrase}; one word is enough for me to plan: yes, later or no?"
        yield Opener(text, (facts.their_phrase,))
    if facts.topic and facts.spoke_on:
        text = f"{facts.when(facts.spoke_on, today)} we spoke about {facts.topic}; is it yes, later or no for you?"
        yield Opener(text, (facts.topic,))


def _their_date(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.said_on, today)
    yield Opener(
        f"{when} you said “{facts.said}”; with that behind you, which day suits you for the next step?", (facts.said,)
    )
    yield Opener(
        f"{when} it was “{facts.said}”; is this the week to pick it up again, or is another better?", (facts.said,)
    )


def _new_beside_theirs(facts: Facts, today: date) -> Iterator[Opener]:
    known = (facts.new, facts.their_phrase)
    sent = facts.when(facts.new_on, today)
    yield Opener(
        f"{facts.new} reached you {sent}, and you were going to {facts.their_phrase}; shall we look at both?", known
    )
    yield Opener(
        f"you have {facts.new}, and you were going to {facts.their_phrase}; which of the two comes first?", known
    )


def _something_new(facts: Facts, today: date) -> Iterator[Opener]:
    sent = facts.when(facts.new_on, today)
    yield Opener(f"{facts.new} reached you {sent}; which part should we talk through first?", (facts.new,))
    yield Opener(f"now that you have {facts.new}, what would you want answered before the next step?", (facts.new,))
    if facts.said:
        yield Opener(
            f"you said “{facts.said}”; what of that would {facts.new} answer for you?", (facts.said, facts.new)
        )


def _their_promise(facts: Facts, today: date) -> Iterator[Opener]:
    phrase, day = facts.their_phrase, facts.their_day(today)
    by = f" by {day}" if day else ""
    when = facts.when(facts.spoke_on, today)
    if facts.their and facts.their.due_on and facts.their.due_on > today:
        yield Opener(
            f"you were going to {phrase}{by}; does that day still suit you, and what comes after it?", (phrase,)
        )
        yield Opener(f"before you {phrase}{by}: what would help you with it, and what follows from there?", (phrase,))
        return
    yield Opener(f"you were going to {phrase}{by}; shall we go through it, or is another day easier?", (phrase,))
    if when:
        yield Opener(
            f"{when} you were going to {phrase}; what came of it, and what does it mean for the next step?", (phrase,)
        )
    if facts.said:
        yield Opener(
            f"you said “{facts.said}” and were going to {phrase}; where does that leave us?", (facts.said, phrase)
        )


def _their_words(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.said_on, today)
    yield Opener(
        f"{when} you said “{facts.said}”; what is still open on your side before the next step?", (facts.said,)
    )
    yield Opener(f"{when} you told me “{facts.said}”; how near does that bring us to a decision?", (facts.said,))
    yield Opener(f"“{facts.said}”, you said {when}; is that still how you see it, and what comes next?", (facts.said,))


def _topic(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.spoke_on, today)
    yield Opener(
        f"{when} we talked about {facts.topic}; what would you want settled before you decide?", (facts.topic,)
    )
    yield Opener(
        f"{when} we spoke about {facts.topic}; which question about it is still open on your side?", (facts.topic,)
    )
