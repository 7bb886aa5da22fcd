"""The parts of a text, in the order in which they are said: recap, what we owe, what is new, one question (S44)."""

from datetime import date

from bot.days import promised
from bot.model import Commitment
from bot.phrases import fits_after_to, for_them
from bot.playbook.facts import Facts, may_say


def recap(facts: Facts, today: date, *, named: bool = True) -> str:
    """Their words, else the topic, and what they were going to do: at most two sentences (S44).

    `named`: the topic is not said yet.
    """
    day = facts.their_day(today)
    theirs = f"{facts.their_plan}{f' by {day}' if day else ''}" if facts.their and not is_owed(facts, today) else ""
    if facts.said:
        said = f"{facts.when(facts.said_on, today)} {facts.told_as} “{facts.said}”"
        return capital(f"{said}, and {theirs}." if theirs else f"{said}.")
    when = facts.when(facts.spoke_on, today)
    about = f" about {facts.topic}" if facts.topic and named else ""
    if theirs:
        return capital(f"when {facts.we} spoke {when}{about}, {theirs}.")
    return (
        capital(f"{when} {facts.we} spoke{about}.")
        if about or not facts.topic
        else f"{capital(facts.we)} spoke {when}."
    )


def is_owed(facts: Facts, today: date) -> bool:
    """Whether we are late or due ourselves: then nothing is asked of them first."""
    return bool(facts.ours and facts.ours.due_on and facts.ours.due_on <= today and our_phrase(facts))


def our_phrase(facts: Facts) -> str:
    phrase = for_them(facts.ours.text) if facts.ours else None
    return phrase if phrase and fits_after_to(phrase) and may_say(phrase) else ""


def owed(facts: Facts, today: date) -> str:
    """What we owe is said first, plainly: whose word it was, and for which day."""
    if not is_owed(facts, today) or facts.ours is None or facts.ours.due_on is None:
        return ""
    due_on = facts.ours.due_on
    day = "today" if due_on == today else f"by {promised(due_on, today)}"
    if facts.ours_by:
        return f"{facts.ours_by} promised to {our_phrase(facts)} {day}, and that is with me now."
    late = "" if due_on == today else ", and I still owe you that"
    return f"I promised to {our_phrase(facts)} {day}{late}."


def owed_and_asked(facts: Facts, today: date) -> str:
    """The same as a sentence on the list: "I promised to send the case study today; …"."""
    said = owed(facts, today).rstrip(".")
    return f"{said}; what else would help you to decide?"


def news(facts: Facts, today: date) -> str:
    return f"We sent you {facts.new} {facts.when(facts.new_on, today)}." if facts.new else ""


def ask(facts: Facts, today: date) -> str:
    """One question that fits what was said: none about a promise of theirs while we owe one ourselves."""
    if is_owed(facts, today):
        return "What else would help you to decide?"
    if facts.their and facts.their_by:
        return "Do you know where that stands?"
    if facts.new and facts.their:
        return "Shall we go through both together, or is another day easier?"
    if facts.their:
        return _about_their_promise(facts.their, today)
    return "Which part should we start with?" if facts.new else "What would you need from me before the next step?"


def _about_their_promise(promise: Commitment, today: date) -> str:
    if promise.due_on and promise.due_on > today:
        return "Does that day still suit you?"
    if promise.soft:
        return "How do you see it now?"
    return "Shall we go through it together, or is another day easier?"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
