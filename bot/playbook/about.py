"""What the one question of a text is about: the first of these that holds, for every channel (playbook section 9).

A letter's offer follows the same order (bot/playbook/easing.py), so that it never speaks of something else than its question.
"""

from enum import Enum, auto

from bot.playbook.facts import Facts
from bot.playbook.sayable import is_thought


class About(Enum):
    """In the order in which they are looked for."""

    owed = auto()  # we are late or due ourselves: nothing of theirs is asked for
    missed = auto()  # they did not come, and nothing is fixed since
    waiting = auto()  # they asked for nothing before a day that is still to come
    their_time = auto()  # the day that they had named is here
    no = auto()
    question = auto()  # it came up since
    wish = auto()  # they asked for something that nobody has fixed yet
    agreed = auto()  # a step that is agreed, today or later
    thing = auto()  # from the team's shelf
    back = auto()  # they came back by themselves
    anothers = auto()  # what somebody else there was going to do
    both = auto()  # something new of ours, and a promise of theirs
    thinking = auto()
    soft = auto()  # they meant to talk, or to look into it
    theirs = auto()
    new = auto()
    came = auto()  # something came from them
    rest = auto()


def about(facts: Facts) -> About:
    """What goes before the deal itself: our debts, days that they named, their no, and what is agreed."""
    step, today = facts.step, facts.today
    if facts.is_owed:
        return About.owed
    if facts.missed_on and not (step and step.on > today):
        return About.missed
    if step and step.purpose:
        return About.waiting if step.on > today else About.their_time
    if facts.window_on and facts.window_on <= today:
        return About.their_time
    if facts.said_no:
        return About.no
    if facts.question:
        return About.question
    if step and step.on >= today:
        return About.agreed if step.agreed else About.wish
    return about_the_deal(facts)


def about_the_deal(facts: Facts) -> About:
    """When nothing is agreed or asked that comes first."""
    if facts.thing:  # "that" behind it would be the thing, and not their promise
        return About.thing
    if facts.before_on and facts.their and facts.their.made_on <= facts.before_on:
        return About.back
    if facts.their:
        return _about_theirs(facts)
    if facts.before_on:
        return About.back
    if facts.new:
        return About.new
    return About.came if facts.came else About.rest


def _about_theirs(facts: Facts) -> About:
    if facts.their_by:
        return About.anothers
    if facts.new and not facts.is_soft:
        return About.both
    if is_thought(facts.their_phrase):
        return About.thinking
    return About.soft if facts.is_soft else About.theirs
