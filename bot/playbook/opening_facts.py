"""Openers that turn on a fact, whatever the day: what is owed, new, promised or said.

While we owe something, nothing of theirs is asked for.
"""

from collections.abc import Iterator

from bot.playbook.asking import about_new, about_their_promise, asked_softly, did_they_look
from bot.playbook.facts import Facts
from bot.playbook.house import said_of
from bot.playbook.opening import Opener, lower
from bot.playbook.owing import owed_and_asked, owed_fact
from bot.playbook.returning import JUST_BACK
from bot.playbook.sayable import is_thought

_EASIER = "is there anything from us that would make it easier?"


def our_promise(facts: Facts) -> Iterator[Opener]:
    if facts.is_owed:
        yield Opener(owed_and_asked(facts), (owed_fact(facts),))


def their_no(facts: Facts) -> Iterator[Opener]:
    if facts.said_no and facts.said and not facts.is_owed:
        yield Opener(f"{facts.they_said}; what decided it, and what would have to be different?", (facts.said,))


def came_up(facts: Facts) -> Iterator[Opener]:
    """A question that the rep put down since the last talk (H12)."""
    if facts.question and facts.spoke_on and not facts.is_owed:
        for spoke in (facts.we_spoke, f"{facts.when(facts.spoke_on)} {facts.we} spoke"):
            yield Opener(f"{spoke}, and one question came up since: {facts.question}", (facts.question,))


def came_in(facts: Facts) -> Iterator[Opener]:
    """What they sent, and nothing of theirs is open."""
    if facts.came and not facts.their and not facts.is_owed:
        thanks = f"thank you for {facts.came}, which came {facts.when(facts.came_on)}"
        yield Opener(f"{thanks}; what happens next on your side?", (facts.came,))


def new_beside_theirs(facts: Facts) -> Iterator[Opener]:
    """Both sides have done, or were going to do, something."""
    if not facts.new or facts.their is None or facts.is_soft or facts.is_owed:
        return
    known, plan = (facts.new, facts.their_phrase), facts.their_plan
    asked = lower(did_they_look(facts, short=True))
    yield Opener(f"{_sent(facts)}, and {plan}; {asked or 'shall we look at both?'}", known)
    yield Opener(f"{plan}, and {_sent(facts)}; {asked or 'where shall we start?'}", known)


def something_new(facts: Facts) -> Iterator[Opener]:
    if not facts.new:
        return
    for asked in (*map(lower, about_new(facts.new)), "what would you want answered before the next step?"):
        yield Opener(f"{_sent(facts)}; {asked}", (facts.new,))
    if facts.said:
        sent = f"{facts.when(facts.new_on)} we sent you {facts.new}"
        yield Opener(f"{facts.said_as} “{facts.said}”, and {sent}; does that help?", (facts.said, facts.new))


def _sent(facts: Facts) -> str:
    return f"we sent you {facts.new} {facts.when(facts.new_on)}"


def from_the_shelf(facts: Facts) -> Iterator[Opener]:
    """Where we left off comes first, then the new thing; without either there is nothing to continue (S10, S44)."""
    thing = None if facts.is_owed else facts.thing
    if thing is None:
        return
    new, left_off = said_of(thing, facts.today), tuple(_left_off(facts))
    for asked in ("is that of use", "worth a look"):
        for recalled, fact in left_off:
            yield Opener(f"{recalled}; {new}; {asked}?", (fact, thing.text))


def from_the_shelf_briefly(facts: Facts) -> Iterator[Opener]:
    """Where there is nothing else to recall, or no room for it."""
    if facts.thing and facts.spoke_on and not facts.their and not facts.is_owed:
        spoke = f"{facts.when(facts.spoke_on)} {facts.we} spoke"
        new = said_of(facts.thing, facts.today)
        for asked in ("is that of use to you", "worth a look"):
            yield Opener(f"{spoke}; {new}; {asked}?", (facts.thing.text,))


def _left_off(facts: Facts) -> Iterator[tuple[str, str]]:
    """Each with the fact that it rests on."""
    if facts.their and not facts.is_soft:
        yield facts.their_plan, facts.their_phrase
    elif facts.said:
        yield facts.they_said, facts.said
        yield f"{facts.said_as} “{facts.said}”", facts.said
    if facts.topic and facts.spoke_on and not facts.their:
        yield facts.we_spoke, facts.topic


def their_promise(facts: Facts) -> Iterator[Opener]:
    """Asked about by its day: before it, after it, or on their return (H3, voice.md 4)."""
    their = facts.their
    if their is None or facts.is_owed:
        return
    if facts.is_soft:
        yield from _softly(facts)
        return
    phrase, plan = facts.their_phrase, facts.their_plan
    by = f" by {facts.their_day}" if facts.their_day else ""
    if facts.their_by:
        yield Opener(f"{plan}{by}; do you know where that stands?", (phrase,))
        yield Opener(f"{plan}{by}; can you tell me how far that is?", (phrase,))
    elif their.due_on and their.due_on > facts.today and not facts.is_excused:
        yield Opener(f"{plan}{by}; does that day still suit you?", (phrase,))
        yield Opener(f"{plan}{by}; {_EASIER}", (phrase,))
    elif their.due_on and facts.is_excused and their.due_on <= facts.today <= their.due_on + JUST_BACK:
        yield Opener(f"welcome back; {plan}; which day suits you for that?", (phrase,))
        yield Opener(f"welcome back; {plan}; {_EASIER}", (phrase,))
    else:
        yield from _after_its_day(facts, by)


def _softly(facts: Facts) -> Iterator[Opener]:
    """What they only meant to do is no promise to hold up to them."""
    phrase, when = facts.their_phrase, facts.promised_when
    if when and is_thought(facts.their_phrase):
        yield Opener(f"{when} you wanted to {phrase}; how do you see it now?", (phrase,))
        yield Opener(f"{when} you wanted to {phrase}; what would help you with that?", (phrase,))
        return
    question = lower(asked_softly(facts))
    if question:
        yield Opener(question, (phrase,))
    if question and when:
        recalled = when if question.startswith("you wanted") else f"{when} {facts.we} spoke;"
        yield Opener(f"{recalled} {question}", (phrase,))


def _after_its_day(facts: Facts, by: str) -> Iterator[Opener]:
    phrase, plan, when = facts.their_phrase, facts.their_plan, facts.promised_when
    asked = lower(about_their_promise(facts))
    yield Opener(f"{plan}{by}; {asked}", (phrase,))
    yield Opener(f"{plan}; {asked}", (phrase,))  # where both days make it too long
    if when:  # "last Tuesday you were going to" would be the day of the deed
        yield Opener(f"when {facts.we} spoke {when} {plan}; {_EASIER}", (phrase,))
    if facts.said:
        yield Opener(f"{facts.said_as} “{facts.said}”, and {plan}; where does that leave us?", (facts.said, phrase))


def their_words(facts: Facts) -> Iterator[Opener]:
    if facts.said:
        for asked in (
            "what is still open on your side before the next step?",
            "what would you need to see before you decide?",
            "where does that stand now?",
        ):
            yield Opener(f"{facts.they_said}; {asked}", (facts.said,))


def the_topic(facts: Facts) -> Iterator[Opener]:
    if not facts.topic or facts.spoke_on is None:
        return
    if facts.spoke_with:  # it was with somebody else there
        yield Opener(f"{facts.we_spoke}; is that with you now?", (facts.topic,))
        return
    yield Opener(f"{facts.we_spoke}; what would you want settled before you decide?", (facts.topic,))
    yield Opener(f"{facts.we_spoke}; what about it is still open for you?", (facts.topic,))
