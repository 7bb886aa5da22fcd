"""Openers that turn on a day: missed, come back, agreed, the yes-or-no message, the time that they had named."""

from collections.abc import Iterator

from bot.model import NextStep
from bot.playbook.asking import next_day, wished
from bot.playbook.facts import Facts
from bot.playbook.opening import Opener


def missed(facts: Facts) -> Iterator[Opener]:
    """They did not come: no reproach, and another day."""
    if facts.missed_on is None or (facts.step and facts.step.on > facts.today):
        return
    when = facts.when(facts.missed_on)
    yield Opener(f"{facts.we_missed}; which day suits you better?", (when,))
    yield Opener(f"{facts.we_missed}; is {next_day(facts)} easier, or another day?", (when,))


def returned(facts: Facts) -> Iterator[Opener]:
    """They came back by themselves: thanks, and what is different now (H50)."""
    if facts.step or facts.before_on is None:
        return
    since, when = facts.since(facts.before_on), facts.when(facts.wrote_on or facts.spoke_on)
    yield Opener(f"thank you for coming back to us {when}; what has changed since {since}?", (since,))
    yield Opener(f"thank you for coming back to us {when}; where would you like to pick it up?", (when,))


def agreed_step(facts: Facts) -> Iterator[Opener]:
    """Its day is here: what it is about, and what should come of it."""
    step = facts.step
    if step is None or step.on > facts.today:
        return
    if step.purpose:  # they asked for nothing before that day: it was never an appointment
        day = facts.wait_until
        yield Opener(f"you asked us to wait until {day}; is now a good time, or is another week better?", (day,))
        return
    if step.on < facts.today:  # whether it took place nobody has said
        return
    yield from _with_a_fact(facts, step)
    if step.agreed:
        at = f" at {step.at}" if step.at else ""
        yield Opener(f"we have our {step.what} today{at}; what would you like settled by the end of it?", (step.what,))
        yield Opener(f"for our {step.what} today{at}: what should we cover first?", (step.what,))


def _with_a_fact(facts: Facts, step: NextStep) -> Iterator[Opener]:
    ours = f"our {step.what} today"
    if facts.new:
        yield Opener(f"we sent you {facts.new} for {ours}; shall we start there?", (step.what, facts.new))
    if facts.their and not facts.is_soft:
        told = f"for {ours} {facts.their_plan}; shall we begin with that?"
        yield Opener(told, (step.what, facts.their_phrase))
    if facts.said:
        yield Opener(f"{facts.they_said}; shall we settle that in {ours}?", (facts.said, step.what))
    if facts.topic:
        told = f"{ours} is about {facts.matter}; what would you like settled by the end of it?"
        yield Opener(told, (facts.topic, step.what))


def before_the_step(facts: Facts) -> Iterator[Opener]:
    """What is agreed and still to come is prepared, not talked about as if it were over."""
    if facts.step is None or facts.step.on <= facts.today:
        return
    wish, what = wished(facts), facts.step.what
    if wish:
        yield Opener(f"{wish}; shall we fix that?", (what,))
        yield Opener(f"{wish}; does that still suit you?", (what,))
    if facts.coming:
        day = facts.dated(facts.step.on)
        yield Opener(f"we have our {what} on {day}; what do you most need to see in it?", (what,))
        yield Opener(f"for our {what} on {day}: who else should be there, so that it answers all of you?", (what,))


def yes_or_no(facts: Facts) -> Iterator[Opener]:
    """The one message that asks for an answer, as a sentence."""
    if facts.said:
        yield Opener(f"{facts.they_said}; so that I can plan: is it yes, later or no?", (facts.said,))
    if facts.their and not facts.is_soft:
        told = f"{facts.their_plan}; one word is enough for me to plan: yes, later or no?"
        yield Opener(told, (facts.their_phrase,))
    if facts.topic and facts.spoke_on:
        yield Opener(f"{facts.we_spoke}; is it yes, later or no for you?", (facts.topic,))
        yield Opener(f"{facts.we_spoke}; one word lets me plan: yes, later or no?", (facts.topic,))


def their_time(facts: Facts) -> Iterator[Opener]:
    """The day has come that they had named, for buying or for picking it up."""
    named = facts.window_on or (facts.step.on if facts.step and facts.step.purpose else None)
    if facts.said and named and named <= facts.today:
        for asked in (
            "is now a good time to pick it up again, or is another week better?",
            "is this the week to pick it up again, or is another better?",
        ):
            yield Opener(f"{facts.they_said}; {asked}", (facts.said,))
