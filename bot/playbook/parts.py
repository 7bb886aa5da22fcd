"""The parts of a text, in the order in which they are said: recap, what we owe, what is new, one question (S44)."""

import re
from datetime import date

from bot.days import FULL_WEEKDAYS, promised, spoken
from bot.phrases import addressed, fits_after_to, for_them
from bot.playbook.cadence import working_day_after
from bot.playbook.facts import Facts, may_say, thing_in
from bot.playbook.house import said_of


def recap(facts: Facts, today: date, *, named: bool = True) -> str:
    """Their words, else the topic, and what they were going to do: at most two sentences (S44).

    `named`: the topic is not said yet.
    """
    if facts.missed_on:
        return capital(f"{_missed(facts, today)}.")
    if facts.step and facts.step.purpose and not facts.said:
        return capital(
            f"{facts.when(facts.spoke_on, today)} you asked us to wait until {promised(facts.step.on, today)}."
        )
    day = facts.their_day(today)
    theirs = (
        f"{facts.their_plan}{f' by {day}' if day else ''}"
        if facts.their and not facts.is_soft and not is_owed(facts, today)
        else ""
    )
    back = "Thank you for coming back to us." if facts.before_on else ""
    return " ".join(part for part in (back, _left_off(facts, theirs, today, named=named)) if part)


def _left_off(facts: Facts, theirs: str, today: date, *, named: bool) -> str:
    """Two ways in turn: their words, or when and about what it was."""
    is_other_way = theirs and facts.topic and facts.spoke_on and facts.turn % 2
    if facts.said and not is_other_way:
        said = f"{facts.when(facts.said_on, today)} {facts.said_as} “{facts.said}”"
        return capital(f"{said}, and {theirs}." if theirs else f"{said}.")
    if facts.came and not theirs:
        return f"Thank you for {facts.came}, which came {facts.when(facts.came_on, today)}."
    when = facts.when(facts.spoke_on, today)
    about = f" about {facts.matter}" if facts.matter and named else ""
    if theirs and facts.we == "we":
        return capital(f"when we spoke {when}{about}, {theirs}.")
    spoke = f"{when} {facts.we} spoke{about}" if about or not facts.topic else f"{facts.we} spoke {when}"
    return capital(f"{spoke}, and {theirs}." if theirs else f"{spoke}.")


def _missed(facts: Facts, today: date) -> str:
    """No reproach: both were not there together."""
    return f"we missed each other {facts.when(facts.missed_on, today)}{f' for {facts.missed_for}' if facts.missed_for else ''}"


def is_owed(facts: Facts, today: date) -> bool:
    """Whether we are late or due ourselves: then nothing is asked of them first."""
    return bool(facts.ours and facts.ours.due_on and facts.ours.due_on <= today and our_phrase(facts))


def our_phrase(facts: Facts) -> str:
    phrase = for_them(addressed(facts.ours.text, facts.name)) if facts.ours else None
    return phrase if phrase and fits_after_to(phrase) and may_say(phrase) else ""


def owed_thing(facts: Facts) -> str:
    """What we are to hand over: "the room list"; empty of any other promise."""
    return thing_in(our_phrase(facts)) if facts.ours and is_handed(facts.ours.text) and our_phrase(facts) else ""


def is_handed(promise: str) -> bool:
    """Whether it is to hand something over to them."""
    return bool(_TO_HAND_OVER.match(promise))


def owed_fact(facts: Facts) -> str:
    return owed_thing(facts) or our_phrase(facts)


def owed(facts: Facts, today: date) -> str:
    """What we owe is said first, plainly: whose word it was, and for which day."""
    if not is_owed(facts, today) or facts.ours is None or facts.ours.due_on is None:
        return ""
    due_on, thing = facts.ours.due_on, owed_thing(facts)
    what = f"you {thing}" if thing else f"to {our_phrase(facts)}"
    day = ("for today" if thing else "today") if due_on == today else f"by {promised(due_on, today)}"
    if facts.ours_by:
        return f"{facts.ours_by} promised {what} {day}, and that is with me now."
    late = "" if due_on == today else ", and I am late with that"
    return f"I promised {what} {day}{late}."


_LISTED = 24  # words beside their name
_WITH_A_THING = ("What else should I send along?", "What would you like me to add to it?")
_WITH_AN_ACT = ("What else can I do for you meanwhile?", "What else would help you?")


def owed_and_asked(facts: Facts, today: date) -> str:
    """The same as a sentence on the list: "I promised you the case study for today; …"; without its day where that is long."""
    said, asked = owed(facts, today).rstrip("."), asked_while_owing(facts)
    if len(f"{said} {asked}".split()) > _LISTED and facts.ours and facts.ours.due_on:
        said = re.sub(rf" (?:for |by )?(?:today|{promised(facts.ours.due_on, today)})", "", said, count=1)
    return f"{said}; {asked[:1].lower()}{asked[1:]}"


def asked_while_owing(facts: Facts) -> str:
    """Nothing of theirs is asked for: only what else they would like."""
    asked = _WITH_A_THING if owed_thing(facts) else _WITH_AN_ACT
    return asked[facts.turn % len(asked)]


def news(facts: Facts, today: date) -> str:
    if facts.new:
        return f"We sent you {facts.new} {facts.when(facts.new_on, today)}."
    return f"{capital(said_of(facts.thing, today))}." if facts.thing and not is_owed(facts, today) else ""


def ask(facts: Facts, today: date, day: str = "") -> str:
    """One question that fits what was said: none about a promise of theirs while we owe one ourselves.

    `day`: which one to offer, in a letter with its date.
    """
    if is_owed(facts, today):
        return asked_while_owing(facts)
    if facts.missed_on and not (facts.step and facts.step.on > today):
        return f"Would {day or soon(today)} suit you better, or is another day easier?"
    if facts.step and facts.step.purpose and facts.step.on <= today:
        return "Is now a good time to pick it up again, or is another week better?"
    if facts.step and facts.step.purpose and facts.step.on > today:
        return "Is there anything that you would like from me before then?"
    if facts.window_on and facts.window_on <= today:
        return "Is now a good time to pick it up again, or is another week better?"
    if facts.said_no:
        return "What decided it, and what would have to be different?"
    if facts.question:
        return f"One question came up since: {facts.question}"
    wish = wished(facts, today)
    if wish:
        return f"{capital(wish)}; shall we fix that?"
    step = facts.coming(today)
    if step:
        return f"What do you most need to see in our {step.what}{' today' if step.on == today else ''}?"
    return _about_the_deal(facts, today, day)


def wished(facts: Facts, today: date) -> str:
    """What they asked for, and nobody has fixed yet."""
    step = facts.step
    if step is None or step.agreed or step.purpose or step.on < today:
        return ""
    day = "today" if step.on == today else f"on {promised(step.on, today)}"
    return f"you asked for a {step.what} {day}{f' at {step.at}' if step.at else ''}"


def _about_the_deal(facts: Facts, today: date, day: str) -> str:
    """When nothing is agreed that comes first."""
    if facts.thing:  # "that" behind it would be the thing, and not their promise
        return "Is that of use to you?"
    if facts.their and facts.their_by:
        return "Do you know where that stands?"
    if facts.new and facts.their and not facts.is_soft:
        return f"Shall we go through both {_in_the_step(facts, today) or 'together'}, or is another day easier?"
    if facts.their:
        return about_their_promise(facts, today, day)
    if facts.before_on:
        return f"What has changed since {since_day(facts.before_on, today)}?"
    if facts.came:
        return "What happens next on your side?"
    asked = _ABOUT_NEW if facts.new else _ABOUT_THE_REST
    return asked[facts.turn % len(asked)]


_ABOUT_NEW = ("Which part should we start with?", "Which part of it matters most to you?")
_ABOUT_THE_REST = (
    "What would you need from me before the next step?",
    "What is still open on your side before the next step?",
)


def since_day(day: date, today: date) -> str:
    return spoken(day, today).removeprefix("in ").removeprefix("on ")


def next_day(today: date) -> str:
    day = working_day_after(today)
    return "tomorrow" if (day - today).days == 1 else FULL_WEEKDAYS[day.weekday()]


def soon(today: date) -> str:
    """Two working days on, as said aloud: "Monday"."""
    return FULL_WEEKDAYS[working_day_after(working_day_after(today)).weekday()]


_TO_HAND_OVER = re.compile(
    r"^(?:send|share|email|mail|forward|bring|deliver|provide|give|show|drop off)\b", re.IGNORECASE
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
    return f"You wanted to {facts.their_phrase}; what came of that?" if enough_time(facts.their_phrase, "") else ""


def about_their_promise(facts: Facts, today: date, day: str = "") -> str:
    """Before its day whether the day suits them; after it another day is offered, never a reproach (voice.md 4)."""
    if facts.is_soft and not is_thinking(facts):
        asked = asked_softly(facts, today)
        if asked:
            return asked
    if facts.is_soft and is_thinking(facts):
        return f"You wanted to {facts.their_phrase}; how do you see it now?"
    due_on = facts.their.due_on if facts.their and not facts.is_excused else None
    if due_on and due_on >= today:
        return "Is today still good for that?" if due_on == today else "Does that day still suit you?"
    agreed = _in_the_step(facts, today)
    if agreed:
        return f"Shall we come to that {agreed}?"
    offered = (
        "Would {} suit you for that, or is another day easier?",
        "Is {} possible for that, or is another day easier?",
        "Shall we say {} for that, or is another day easier?",
    )
    return offered[facts.turn % len(offered)].format(day or soon(today))


def _in_the_step(facts: Facts, today: date) -> str:
    """ "in our call on Tuesday": what is agreed and still to come, when it is."""
    step = facts.step
    if step is None or not step.agreed or step.purpose or step.on < today:
        return ""
    if (step.on - today).days <= 1:
        return f"in our {step.what} {'today' if step.on == today else 'tomorrow'}"
    is_near = (step.on - today).days < 7  # noqa: PLR2004 - a week
    return f"in our {step.what} on {FULL_WEEKDAYS[step.on.weekday()] if is_near else promised(step.on, today)}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
