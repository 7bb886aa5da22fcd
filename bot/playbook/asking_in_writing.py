"""How a letter ends: with one question or one day, never with two (H28). Where a call would ask, it offers a day."""

from bot.model import NextStep
from bot.playbook.about import About, about
from bot.playbook.asking import ask, did_they_look
from bot.playbook.facts import Facts
from bot.playbook.holds import month_named
from bot.playbook.open_questions import came_up


def asked_in_writing(facts: Facts, day: str) -> str:
    """`day`: the one to offer, with its date."""
    step, found = facts.step, about(facts)
    if found is About.waiting and step:
        return f"I will call you {then(facts, step)}, as you asked."
    if found is About.question:
        is_agreed = step and step.agreed and step.on >= facts.today
        return f"{dated(facts, step)}. {came_up(facts.history)}" if step and is_agreed else came_up(facts.history)
    if found is About.agreed and step:
        return _about_the_step(facts, step)
    if found is About.rest and step is None:
        return f"Would {day} at ten suit you for a short call, or is another day easier?"
    if found is About.new:
        return f"Shall we go through that on {day} at ten, or is another day easier?"
    return ask(facts, day)


def _about_the_step(facts: Facts, step: NextStep) -> str:
    """What is agreed is prepared."""
    at = f"{'today' if step.on == facts.today else f'on {facts.dated(step.on)}'}{f' at {step.at}' if step.at else ''}"
    if facts.new and facts.their and not facts.is_soft and not did_they_look(facts):
        return f"Shall we go through both in our {step.what} {at}, or is another day easier?"
    if facts.new:
        return f"Shall we go through that in our {step.what} {at}, or is another day easier?"
    if facts.coming:
        return f"{dated(facts, step)}; what do you most need to see in it?"
    return f"{dated(facts, step)}; what would you like settled by the end of it?"


def dated(facts: Facts, step: NextStep) -> str:
    """ "Our demo is on Wednesday 18 March at 10:00"."""
    day = "today" if step.on == facts.today else f"on {facts.dated(step.on)}"
    return f"Our {step.what} is {day}{f' at {step.at}' if step.at else ''}"


def then(facts: Facts, step: NextStep) -> str:
    """The day is in the recap already, unless their words are."""
    month = month_named(step)
    return (f"in {month}" if month else f"on {facts.dated(step.on)}") if facts.said else "then"
