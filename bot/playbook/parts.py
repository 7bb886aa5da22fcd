"""The parts of a text, in the order in which they are said: recap, what we owe, what is new, one question (S44)."""

import re
from datetime import date

from bot.days import promised
from bot.phrases import addressed, fits_after_to, for_them
from bot.playbook.facts import Facts, may_say
from bot.playbook.house import said_of


def recap(facts: Facts, today: date, *, named: bool = True) -> str:
    """Their words, else the topic, and what they were going to do: at most two sentences (S44).

    `named`: the topic is not said yet.
    """
    day = facts.their_day(today)
    if facts.step and facts.step.purpose and not facts.said:
        return capital(
            f"{facts.when(facts.spoke_on, today)} you asked us to wait until {promised(facts.step.on, today)}."
        )
    theirs = (
        f"{facts.their_plan}{f' by {day}' if day else ''}"
        if facts.their and not facts.is_soft and not is_owed(facts, today)
        else ""
    )
    if facts.said:
        said = f"{facts.when(facts.said_on, today)} {facts.told_as} “{facts.said}”"
        return capital(f"{said}, and {theirs}." if theirs else f"{said}.")
    if facts.came and not theirs:
        return f"Thank you for {facts.came}, which came {facts.when(facts.came_on, today)}."
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
    phrase = for_them(addressed(facts.ours.text, facts.name)) if facts.ours else None
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
    if facts.new:
        return f"We sent you {facts.new} {facts.when(facts.new_on, today)}."
    return f"{capital(said_of(facts.thing, today))}." if facts.thing and not is_owed(facts, today) else ""


def ask(facts: Facts, today: date) -> str:
    """One question that fits what was said: none about a promise of theirs while we owe one ourselves."""
    if is_owed(facts, today):
        return "What else would help you to decide?"
    if facts.step and facts.step.purpose and facts.step.on <= today:
        return "Is now a good time to pick it up again?"
    step = facts.coming(today)
    if step:
        return f"What do you most need to see in our {step.what}{' today' if step.on == today else ''}?"
    if facts.their and facts.their_by:
        return "Do you know where that stands?"
    if facts.new and facts.their and not facts.is_soft:
        return "Shall we go through both together, or is another day easier?"
    if facts.their:
        return about_their_promise(facts, today)
    if facts.came:
        return "What happens next on your side?"
    if facts.thing:
        return "Is that of use to you?"
    return "Which part should we start with?" if facts.new else "What would you need from me before the next step?"


_TO_SEE = re.compile(
    r"^(?:send|get|bring|share|email|mail|forward|give|collect|prepare|write|draft|pull|list|provide)\b", re.IGNORECASE
)


_TO_THINK = re.compile(r"^(?:think|consider|reflect|sleep|mull|decide)\b", re.IGNORECASE)


def enough_time(phrase: str, day: str) -> str:
    """A soft promise as a question; empty of a bare "talk", about which nothing can be asked."""
    is_thought = bool(_TO_THINK.match(phrase))
    if " " not in phrase and not is_thought:
        return ""
    if day:
        return f"Will {day} be enough time for you to {phrase}?"
    return f"How much time would you like to {phrase}?" if is_thought else f"By when would you like to {phrase}?"


def is_thinking(facts: Facts) -> bool:
    return bool(_TO_THINK.match(facts.their_phrase))


def asked_softly(facts: Facts, today: date) -> str:
    """About what they only meant to do: whether the day gives them enough time, or what came of it."""
    if facts.their and facts.their.due_on and facts.their.due_on > today and facts.their_day(today):
        return enough_time(facts.their_phrase, facts.their_day(today))
    return f"What came of your plan to {facts.their_phrase}?" if enough_time(facts.their_phrase, "") else ""


def about_their_promise(facts: Facts, today: date) -> str:
    """A question that fits what they were going to do: papers are gone through, a talk is talked through."""
    if facts.is_soft and not is_thinking(facts):
        asked = asked_softly(facts, today)
        if asked:
            return asked
    if facts.their and facts.their.due_on and facts.their.due_on > today and not facts.is_excused:
        return "Does that day still suit you?"
    if _TO_THINK.match(facts.their_phrase):
        return "How do you see it now?"
    if _TO_SEE.match(facts.their_phrase):
        return "Shall we go through that together, or is another day easier?"
    return "Shall we talk it through, or is another day easier?"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
