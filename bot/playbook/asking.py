"""One question at the end of a text: it fits what was said, and asks nothing of theirs while we owe something ourselves.

A paper has parts, samples have none; what is talked over has no "both". After a day that has passed another is offered.
"""

import re

from bot.days import FULL_WEEKDAYS
from bot.playbook.facts import Facts
from bot.playbook.offered import free_day
from bot.playbook.owing import asked_while_owing
from bot.playbook.parts import capital
from bot.playbook.sayable import thing_in

_A_WEEK = 7  # days


def ask(facts: Facts, day: str = "") -> str:
    """One question that fits what was said: none about a promise of theirs while we owe one ourselves.

    `day`: which one to offer, in a letter with its date.
    """
    if facts.is_owed:
        return asked_while_owing(facts)
    if facts.missed_on and not (facts.step and facts.step.on > facts.today):
        return f"Would {day or soon(facts)} suit you better, or is another day easier?"
    if facts.step and facts.step.purpose and facts.step.on <= facts.today:
        return "Is now a good time to pick it up again, or is another week better?"
    if facts.step and facts.step.purpose and facts.step.on > facts.today:
        return "Is there anything that you would like from me before then?"
    if facts.window_on and facts.window_on <= facts.today:
        return "Is now a good time to pick it up again, or is another week better?"
    if facts.said_no:
        return "What decided it, and what would have to be different?"
    if facts.question:
        return f"One question came up since: {facts.question}"
    wish = wished(facts)
    if wish:
        return f"{capital(wish)}; shall we fix that?"
    step = facts.coming
    if step:
        return f"What do you most need to see in our {step.what}{' today' if step.on == facts.today else ''}?"
    return _about_the_deal(facts, day)


def wished(facts: Facts) -> str:
    """What they asked for, and nobody has fixed yet."""
    step = facts.step
    if step is None or step.agreed or step.purpose or step.on < facts.today:
        return ""
    day = "today" if step.on == facts.today else f"on {facts.dated(step.on)}"
    return f"you asked for a {step.what} {day}{f' at {step.at}' if step.at else ''}"


def _about_the_deal(facts: Facts, day: str) -> str:
    """When nothing is agreed that comes first."""
    if facts.thing:  # "that" behind it would be the thing, and not their promise
        return "Is that of use to you?"
    if facts.before_on and facts.their and facts.their.made_on <= facts.before_on:
        since = facts.since(facts.before_on) if facts.said or facts.is_soft else "then"
        return f"What has changed since {since}?"
    if facts.their and facts.their_by:
        return "Do you know where that stands?"
    if facts.new and facts.their and not facts.is_soft:
        both = _in_the_step(facts) or "together"
        return did_they_look(facts) or f"Shall we go through both {both}, or is another day easier?"
    if facts.their:
        return about_their_promise(facts, day)
    if facts.before_on:
        return f"What has changed since {facts.since(facts.before_on)}?"
    if facts.came:
        return "What happens next on your side?"
    asked = about_new(facts.new) if facts.new else _ABOUT_THE_REST
    return asked[facts.turn % len(asked)]


_ABOUT_THE_REST = (
    "What would you need from me before the next step?",
    "What is still open on your side before the next step?",
)


def next_day(facts: Facts) -> str:
    day = free_day(facts.today, 1, facts.countries)
    return "tomorrow" if (day - facts.today).days == 1 else FULL_WEEKDAYS[day.weekday()]


def soon(facts: Facts) -> str:
    """Two working days on, as said aloud: "Monday"."""
    day = free_day(facts.today, 2, facts.countries)
    return FULL_WEEKDAYS[day.weekday()] if (day - facts.today).days < _A_WEEK else facts.dated(day)


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


def asked_softly(facts: Facts) -> str:
    """About what they only meant to do: whether the day gives them enough time, or what came of it."""
    if facts.their and facts.their.due_on and facts.their.due_on > facts.today and facts.their_day:
        return enough_time(facts.their_phrase, facts.their_day)
    return f"You wanted to {facts.their_phrase}; what came of that?" if enough_time(facts.their_phrase, "") else ""


def about_their_promise(facts: Facts, day: str = "") -> str:
    """Before its day whether the day suits them; after it another day is offered, never a reproach (voice.md 4)."""
    if facts.is_soft and not is_thinking(facts):
        asked = asked_softly(facts)
        if asked:
            return asked
    if facts.is_soft and is_thinking(facts):
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
    return offered[facts.turn % len(offered)].format(day or soon(facts))


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
