"""One question at the end of a text: it fits what was said, and asks nothing of theirs while we owe something ourselves.

A paper has parts, samples have none; what is talked over has no "both". After a day that has passed another is offered.
"""

import re
from collections.abc import Sequence

from bot.days import FULL_WEEKDAYS
from bot.playbook.about import About, about, about_the_deal
from bot.playbook.facts import Facts
from bot.playbook.owing import asked_while_owing
from bot.playbook.parts import an, capital
from bot.playbook.sayable import is_thought, thing_in

_A_WEEK = 7  # days


def ask(facts: Facts, day: str = "") -> str:
    """One question that fits what was said: none about a promise of theirs while we owe one ourselves.

    `day`: which one to offer, in a letter with its date.
    """
    found = about(facts)
    if found is About.agreed:
        if facts.coming:
            today = " today" if facts.coming.on == facts.today else ""
            return f"What do you most need to see in our {facts.coming.what}{today}?"
        found = about_the_deal(facts)
    return _asked(found, facts, day)


def _asked(found: About, facts: Facts, day: str) -> str:
    match found:
        case About.owed:
            return asked_while_owing(facts)
        case About.missed:
            return f"Would {day or soon(facts)} suit you better, or is another day easier?"
        case About.waiting:
            return "Is there anything that you would like from me before then?"
        case About.their_time:
            return "Is now a good time to pick it up again, or is another week better?"
        case About.no:
            return "What decided it, and what would have to be different?"
        case About.question:
            return f"One question came up since: {facts.question}"
        case About.wish:
            return f"{capital(wished(facts))}; shall we fix that?"
        case _:
            return _asked_of_the_deal(found, facts, day)


def _asked_of_the_deal(found: About, facts: Facts, day: str) -> str:
    match found:
        case About.thing:
            return "Is that of use to you?"
        case About.back:
            return f"What has changed since {_before(facts)}?"
        case About.anothers:
            return "Do you know where that stands?"
        case About.both:
            together = _in_the_step(facts) or "together"
            return did_they_look(facts) or f"Shall we go through both {together}, or is another day easier?"
        case About.thinking | About.soft | About.theirs:
            return about_their_promise(facts, day)
        case About.came:
            return "What happens next on your side?"
        case About.new:
            return in_turn(about_new(facts.new), facts)
        case _:
            return in_turn(_ABOUT_THE_REST, facts)


def in_turn(wordings: Sequence[str], facts: Facts) -> str:
    """The next wording after the one of the touch before (H22)."""
    return wordings[facts.turn % len(wordings)]


def _before(facts: Facts) -> str:
    """Since when something may have changed: the last talk before they came back."""
    if facts.before_on is None:
        return ""
    is_told = facts.their and facts.their.made_on <= facts.before_on and not (facts.said or facts.is_soft)
    return "then" if is_told else facts.since(facts.before_on)


def wished(facts: Facts) -> str:
    """What they asked for, and nobody has fixed yet."""
    step = facts.step
    if step is None or step.agreed or step.purpose or step.on < facts.today:
        return ""
    day = "today" if step.on == facts.today else f"on {facts.dated(step.on)}"
    return f"you asked for {an(step.what)} {day}{f' at {step.at}' if step.at else ''}"


_ABOUT_THE_REST = (
    "What would you need from me before the next step?",
    "What is still open on your side before the next step?",
)


def next_day(facts: Facts) -> str:
    day = facts.free.after(facts.today, 1)
    return "tomorrow" if (day - facts.today).days == 1 else FULL_WEEKDAYS[day.weekday()]


def soon(facts: Facts) -> str:
    """Two working days on, as said aloud: "Monday"."""
    day = facts.free.after(facts.today, 2)
    return FULL_WEEKDAYS[day.weekday()] if (day - facts.today).days < _A_WEEK else facts.dated(day)


def enough_time(phrase: str, day: str) -> str:
    """A soft promise as a question; empty of a bare "talk", about which nothing can be asked."""
    if " " not in phrase and not is_thought(phrase):
        return ""
    if day and is_thought(phrase):
        return f"Is {day} a good day for me to ask what you think?"
    if day:
        return f"Will {day} be enough time for you to {phrase}?"
    return (
        f"How much time would you like to {phrase}?" if is_thought(phrase) else f"By when would you like to {phrase}?"
    )


def asked_softly(facts: Facts) -> str:
    """About what they only meant to do: whether the day gives them enough time, or what came of it."""
    if facts.their and facts.their.due_on and facts.their.due_on > facts.today and facts.their_day:
        return enough_time(facts.their_phrase, facts.their_day)
    return f"You wanted to {facts.their_phrase}; what came of that?" if enough_time(facts.their_phrase, "") else ""


def about_their_promise(facts: Facts, day: str = "") -> str:
    """Before its day whether the day suits them; after it another day is offered, never a reproach (voice.md 4)."""
    if facts.is_soft and not is_thought(facts.their_phrase):
        asked = asked_softly(facts)
        if asked:
            return asked
    if facts.is_soft and is_thought(facts.their_phrase):
        return f"You wanted to {facts.their_phrase}; how do you see it now?"
    due_on = facts.their.due_on if facts.their and not facts.is_excused else None
    if due_on and due_on >= facts.today:
        return "Is today still good for that?" if due_on == facts.today else "Does that day still suit you?"
    agreed = _in_the_step(facts)
    if agreed:
        return f"Shall we come to that {agreed}?"
    offered = (
        "Would {} suit you for that, or is another day easier?",
        "Is {} possible for that, or is another day easier?",
        "Shall we say {} for that, or is another day easier?",
    )
    return in_turn(offered, facts).format(day or soon(facts))


def _in_the_step(facts: Facts) -> str:
    """ "in our call on Tuesday": what is agreed and still to come, when it is."""
    step = facts.step
    if step is None or not step.agreed or step.purpose or step.on < facts.today:
        return ""
    if (step.on - facts.today).days <= 1:
        return f"in our {step.what} {'today' if step.on == facts.today else 'tomorrow'}"
    is_near = (step.on - facts.today).days < _A_WEEK
    return f"in our {step.what} on {FULL_WEEKDAYS[step.on.weekday()] if is_near else facts.dated(step.on)}"


_PAPER = re.compile(
    r"\b(?:study|figures|deck|proposal|plan|report|presentation|contract|agreement|terms|quote|quotation|offer|guide|sheet|paper"
    r"|document|documents|brochure|catalogue|specification|spec|numbers|results|draft|scope|schedule)\b",
    re.IGNORECASE,
)
_TALKED_OVER = re.compile(
    r"^(?=(?:talk|speak|check|discuss|ask|run|consult|agree|decide|show)\b)(?:.*?\b(?:with|to|past|ask) (?P<who>(?:your|the) [\w-]+|[A-Z][\w'-]+)(?=$|[,;]))?",
)


def about_new(thing: str) -> tuple[str, str]:
    """What to ask about what we sent them."""
    if _PAPER.search(thing):
        return "Which part should we start with?", "Which part of it matters most to you?"
    it = "them" if is_several(thing) else "it"
    return f"What would you like to know about {it}?", f"What would have to be right about {it}?"


def is_several(thing: str) -> bool:
    head = re.split(r"\s+(?:of|for|from|on|in|with|to|about)\s+", thing)[0]
    return head.endswith("s") and not head.endswith("ss")


def did_they_look(facts: Facts, *, short: bool = False) -> str:
    """`short`: right behind their promise. When what they took on is to talk something over, and we have sent something since; else empty."""
    talked = _TALKED_OVER.match(facts.their_phrase)
    if not talked or facts.their_by or not facts.new or thing_in(facts.their_phrase):
        return ""
    it = "them" if is_several(facts.new) else "it"
    who = talked["who"] or ""
    if short:
        return f"Have {'they' if who and is_several(who) else 'you both' if who else 'you all'} seen {it}?"
    if who.startswith(("your ", "the ")) and is_several(who):
        return f"Did {who} get to look at {it}?"
    return f"Did you and {who} get to look at {it}?" if who else f"Did you get to look at {it} together?"
