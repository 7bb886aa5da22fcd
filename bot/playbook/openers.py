"""The opener sentence of a touch: at most 25 words, ready to say, every slot a recorded fact (S40-S46, voice.md 1.2).

A recap stands before the ask, and the sentence ends with a question. No fact, no opener: the rep is asked instead.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.days import promised
from bot.model import History, Policy, ShelfItem
from bot.playbook.asking import about_new, did_they_look
from bot.playbook.circumstances import SAD, Befallen, Circumstance
from bot.playbook.cliches import is_clean
from bot.playbook.facts import Facts, facts_of
from bot.playbook.house import filled, is_used_for, said_of
from bot.playbook.parts import (
    about_their_promise,
    asked_softly,
    is_owed,
    is_thinking,
    next_day,
    owed_and_asked,
    owed_fact,
    since_day,
    wished,
)
from bot.playbook.returning import JUST_BACK
from bot.playbook.standing import is_definitive_due
from bot.playbook.tact import known_from, who_now

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
    befallen = Befallen(history)
    told = befallen.now(today)
    if told:  # nobody in need is asked for anything, and nobody is asked who is not there
        yield from _about_somebody_away(told, history)
        return
    facts = facts_of(history, befallen)
    turn = len(history.touches) + history.deal.id
    for situation in _situations(facts, history, policy, today):
        fitting = [made for candidate in situation if (made := _fitted(candidate, facts.name, history.house.worn))]
        if fitting:  # each touch takes the next wording, so that nobody hears the same one twice running (H22)
            yield fitting[turn % len(fitting)]


def _about_somebody_away(told: Circumstance, history: History) -> Iterator[Opener]:
    if told.kind not in SAD:
        made = _fitted(Opener(f"{known_from(told, history)} {who_now(told)}", (told.who,)), "", history.house.worn)
        if made:
            yield made


def _fitted(candidate: Opener, name: str, banned: Collection[str]) -> Opener | None:
    """The sentence with the name, when it is short and clean."""
    text = _sentence(candidate.text, name)
    return Opener(text, candidate.facts) if len(text.split()) <= MAX_WORDS and is_clean(text, banned) else None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _sentence(text: str, name: str) -> str:
    return f"{name}, {text}" if name else text[0].upper() + text[1:]


def _situations(facts: Facts, history: History, policy: Policy, today: date) -> Iterator[list[Opener]]:
    """The wordings for each situation that the facts allow, the most telling situation first."""
    if facts.missed_on and not (facts.step and facts.step.on > today):
        yield list(_missed(facts, today))
    if facts.before_on and not facts.step:
        yield list(_returned(facts, facts.before_on, today))
    if facts.step and facts.step.on <= today:
        yield list(_agreed_step(facts, today))
    if facts.step and facts.step.on > today:
        yield list(_before_step(facts, today))
    if is_definitive_due(history, policy):
        yield list(_definitive(facts, today))
    has_come = facts.window_on or (facts.step.on if facts.step and facts.step.purpose else None)
    if has_come and has_come <= today and facts.said:
        yield list(_their_date(facts, today))
    yield from _without_a_day(facts, _own(facts, history, today), today)


def _own(facts: Facts, history: History, today: date) -> Mapping[str, Sequence[Opener]]:
    """The team's own openers whose facts are on record, by the fact that each turns on."""
    known = _slots(facts, today)
    made: dict[str, list[Opener]] = {}
    for phrase in history.house.openers:
        text = filled(
            re.sub(r"^\{their name\},?\s*", "", phrase.text), _said_or_spoke(known, phrase.text, facts, today)
        )
        if text:
            fact = is_used_for(phrase.text)
            made.setdefault(fact, []).append(Opener(text, (known[fact],)))
    return made


def _slots(facts: Facts, today: date) -> dict[str, str]:
    """What each slot of an own opener stands for; what a colleague was told or promised is not put as told to us."""
    ours = not (facts.said_to or facts.said_by)
    promise = facts.their_phrase if facts.their and not facts.is_soft and not facts.their_by else ""
    return {
        "their name": facts.name,
        "company": facts.company,
        "topic": facts.topic if facts.spoke_on else "",
        "when": facts.when(facts.spoke_on, today) if not facts.spoke_by else "",
        "said": f"“{facts.said}”" if facts.said and ours else "",
        "their promise": promise,
        "new": facts.new,
    }


def _said_or_spoke(known: Mapping[str, str], pattern: str, facts: Facts, today: date) -> Mapping[str, str]:
    """Beside their words "when" is the day on which they said them."""
    return {**known, "when": facts.when(facts.said_on, today)} if "{said}" in pattern else known


def _without_a_day(facts: Facts, own: Mapping[str, Sequence[Opener]], today: date) -> Iterator[list[Opener]]:
    """What is owed, new, promised or said, whatever the day; while we owe something, nothing of theirs is asked for."""
    is_late = is_owed(facts, today)
    if is_late:
        yield [Opener(owed_and_asked(facts, today), (owed_fact(facts),))]
    if not is_late:
        yield from _since_then(facts, today)
    if facts.new and facts.their and not facts.is_soft and not is_late:
        yield list(_new_beside_theirs(facts, today))
    if facts.new:
        yield [*own.get("new", ()), *_something_new(facts, today)]
    if facts.thing and not is_late:
        yield from _from_the_shelf(facts, facts.thing, today)
    if facts.their and not is_late:
        yield [*own.get("their promise", ()), *_their_promise(facts, today)]
    if facts.said:
        yield [*own.get("said", ()), *_their_words(facts, today)]
    if facts.topic and facts.spoke_on:
        yield [*own.get("topic", ()), *_topic(facts, today)]
    if own.get("when"):
        yield list(own["when"])


def _since_then(facts: Facts, today: date) -> Iterator[list[Opener]]:
    """What came up, or came in, since the last talk."""
    if facts.said_no and facts.said:
        when = facts.when(facts.said_on, today)
        text = f"{when} {facts.said_as} “{facts.said}”; what decided it, and what would have to be different?"
        yield [Opener(text, (facts.said,))]
    if facts.question and facts.spoke_on:
        yield list(_came_up(facts, today))
    if facts.came and not facts.their:
        yield [
            Opener(
                f"thank you for {facts.came}, which came {facts.when(facts.came_on, today)}; what happens next on your side?",
                (facts.came,),
            )
        ]


def _came_up(facts: Facts, today: date) -> Iterator[Opener]:
    """A question that the rep put down since the last talk (H12)."""
    when = facts.when(facts.spoke_on, today)
    about = f" about {facts.matter}" if facts.topic else ""
    for spoke in (f"{when} {facts.we} spoke{about}", f"{when} {facts.we} spoke"):
        yield Opener(f"{spoke}, and one question came up since: {facts.question}", (facts.question,))


def _from_the_shelf(facts: Facts, thing: ShelfItem, today: date) -> Iterator[list[Opener]]:
    """Where we left off comes first, then the new thing; without either there is nothing to continue (S10, S44)."""
    new, when = said_of(thing, today), facts.when(facts.spoke_on, today)
    left_off: list[tuple[str, str]] = []
    if facts.their and not facts.is_soft:
        left_off.append((facts.their_plan, facts.their_phrase))
    elif facts.said:
        said = f"{facts.said_as} “{facts.said}”"
        left_off += [(f"{facts.when(facts.said_on, today)} {said}", facts.said), (said, facts.said)]
    if facts.topic and when and not facts.their:
        left_off.append((f"{when} {facts.we} spoke about {facts.matter}", facts.topic))
    yield [
        Opener(f"{recalled}; {new}; {asked}?", (fact, thing.text))
        for asked in ("is that of use", "worth a look")
        for recalled, fact in left_off
    ]
    if when and not facts.their:
        yield [Opener(f"{when} {facts.we} spoke; {new}; is that of use to you?", (thing.text,))]


def _agreed_step(facts: Facts, today: date) -> Iterator[Opener]:
    step = facts.step
    if step is None:
        return
    if step.purpose:  # they asked for nothing before that day: it was never an appointment
        text = f"you asked us to wait until {promised(step.on, today)}; is now a good time, or is another week better?"
        yield Opener(text, (promised(step.on, today),))
        return
    day = "today" if step.on == today else facts.when(step.on, today)
    if facts.new:
        yield Opener(
            f"we sent you {facts.new} for our {step.what} {day}; shall we start there?", (step.what, facts.new)
        )
    if facts.their and not facts.is_soft:
        text = f"for our {step.what} {day} {facts.their_plan}; shall we begin with that?"
        yield Opener(text, (step.what, facts.their_phrase))
    if facts.said:
        when = facts.when(facts.said_on, today)
        text = f"{when} {facts.said_as} “{facts.said}”; shall we settle that in our {step.what} {day}?"
        yield Opener(text, (facts.said, step.what))
    if facts.topic:
        text = f"our {step.what} {day} is about {facts.matter}; what would you like settled by the end of it?"
        yield Opener(text, (facts.topic, step.what))

    if step.on == today and step.agreed:
        at = f" at {step.at}" if step.at else ""
        yield Opener(f"we have our {step.what} today{at}; what would you like settled by the end of it?", (step.what,))
        yield Opener(f"for our {step.what} today{at}: what should we cover first?", (step.what,))


def _missed(facts: Facts, today: date) -> Iterator[Opener]:
    """They did not come: no reproach, and another day."""
    when = facts.when(facts.missed_on, today)
    missed = f"we missed each other {when}{f' at {facts.missed_for}' if facts.missed_for else ''}"
    yield Opener(f"{missed}; which day suits you better?", (when,))
    yield Opener(f"{missed}; is {next_day(facts, today)} easier, or another day?", (when,))


def _returned(facts: Facts, before: date, today: date) -> Iterator[Opener]:
    """They came back by themselves: thanks, and what is different now (H50)."""
    since, when = since_day(before, today), facts.when(facts.wrote_on or facts.spoke_on, today)
    yield Opener(f"thank you for coming back to us {when}; what has changed since {since}?", (since,))
    yield Opener(f"thank you for coming back to us {when}; where would you like to pick it up?", (when,))


def _before_step(facts: Facts, today: date) -> Iterator[Opener]:
    """What is agreed and still to come is prepared, not talked about as if it were over."""
    wish = wished(facts, today)
    if wish and facts.step:
        yield Opener(f"{wish}; shall we fix that?", (facts.step.what,))
        yield Opener(f"{wish}; does that still suit you?", (facts.step.what,))
    step = facts.coming(today)
    if step:
        day = promised(step.on, today)
        yield Opener(f"we have our {step.what} on {day}; what do you most need to see in it?", (step.what,))
        yield Opener(
            f"for our {step.what} on {day}: who else should be there, so that it answers all of you?", (step.what,)
        )


def _definitive(facts: Facts, today: date) -> Iterator[Opener]:
    if facts.said:
        text = f"{facts.when(facts.said_on, today)} {facts.said_as} “{facts.said}”; so that I can plan: is it yes, later or no?"
        yield Opener(text, (facts.said,))
    if facts.their and not facts.is_soft:
        text = f"{facts.their_plan}; one word is enough for me to plan: yes, later or no?"
        yield Opener(text, (facts.their_phrase,))
    if facts.topic and facts.spoke_on:
        spoke = f"{facts.when(facts.spoke_on, today)} {facts.we} spoke about {facts.matter}"
        yield Opener(f"{spoke}; is it yes, later or no for you?", (facts.topic,))
        yield Opener(f"{spoke}; one word lets me plan: yes, later or no?", (facts.topic,))


def _their_date(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.said_on, today)
    yield Opener(
        f"{when} {facts.said_as} “{facts.said}”; is now a good time to pick it up again, or is another week better?",
        (facts.said,),
    )
    yield Opener(
        f"{when} {facts.said_as} “{facts.said}”; is this the week to pick it up again, or is another better?",
        (facts.said,),
    )


def _new_beside_theirs(facts: Facts, today: date) -> Iterator[Opener]:
    known = (facts.new, facts.their_phrase)
    sent = facts.when(facts.new_on, today)
    asked = _lower(did_they_look(facts, short=True))
    yield Opener(f"we sent you {facts.new} {sent}, and {facts.their_plan}; {asked or 'shall we look at both?'}", known)
    yield Opener(f"{facts.their_plan}, and we sent you {facts.new} {sent}; {asked or 'where shall we start?'}", known)


def _something_new(facts: Facts, today: date) -> Iterator[Opener]:
    sent = facts.when(facts.new_on, today)
    for asked in about_new(facts.new):
        yield Opener(f"we sent you {facts.new} {sent}; {_lower(asked)}", (facts.new,))
    yield Opener(f"we sent you {facts.new} {sent}; what would you want answered before the next step?", (facts.new,))
    if facts.said:
        yield Opener(
            f"{facts.said_as} “{facts.said}”, and {sent} we sent you {facts.new}; does that help?",
            (facts.said, facts.new),
        )


def _their_promise(facts: Facts, today: date) -> Iterator[Opener]:
    phrase, plan, day = facts.their_phrase, facts.their_plan, facts.their_day(today)
    by = f" by {day}" if day else ""
    when = facts.promised_when(today)
    if facts.is_soft:
        if when and is_thinking(facts):
            yield Opener(f"{when} you wanted to {phrase}; how do you see it now?", (phrase,))
            yield Opener(f"{when} you wanted to {phrase}; what would help you with that?", (phrase,))
            return
        question = _lower(asked_softly(facts, today))
        if question:
            yield Opener(question, (phrase,))
        if question and when:
            recalled = when if question.startswith("you wanted") else f"{when} {facts.we} spoke;"
            yield Opener(f"{recalled} {question}", (phrase,))
        return
    if facts.their_by:
        yield Opener(f"{plan}{by}; do you know where that stands?", (phrase,))
        yield Opener(f"{plan}{by}; can you tell me how far that is?", (phrase,))
        return
    if facts.their and facts.their.due_on and facts.their.due_on > today and not facts.is_excused:
        yield Opener(f"{plan}{by}; does that day still suit you?", (phrase,))
        yield Opener(f"{plan}{by}; is there anything from us that would make it easier?", (phrase,))
        return
    back_on = facts.their.due_on if facts.their and facts.is_excused else None
    if back_on and back_on <= today <= back_on + JUST_BACK:
        yield Opener(f"welcome back; {plan}; which day suits you for that?", (phrase,))
        yield Opener(f"welcome back; {plan}; is there anything from us that would make it easier?", (phrase,))
        return
    asked = _lower(about_their_promise(facts, today))
    yield Opener(f"{plan}{by}; {asked}", (phrase,))
    yield Opener(f"{plan}; {asked}", (phrase,))  # where both days make it too long
    if when:
        spoke = f"when {facts.we} spoke {when} {plan}"  # "last Tuesday you were going to" would be the day of the deed
        yield Opener(f"{spoke}; is there anything from us that would make it easier?", (phrase,))
    if facts.said:
        yield Opener(f"{facts.said_as} “{facts.said}”, and {plan}; where does that leave us?", (facts.said, phrase))


def _their_words(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.said_on, today)
    yield Opener(
        f"{when} {facts.said_as} “{facts.said}”; what is still open on your side before the next step?", (facts.said,)
    )
    yield Opener(f"{when} {facts.said_as} “{facts.said}”; what would you need to see before you decide?", (facts.said,))
    yield Opener(f"{when} {facts.said_as} “{facts.said}”; what follows from that for you?", (facts.said,))


def _topic(facts: Facts, today: date) -> Iterator[Opener]:
    when = facts.when(facts.spoke_on, today)
    spoke = f"{when} {facts.we} spoke about {facts.matter}"
    if facts.spoke_with:  # it was with somebody else there
        yield Opener(f"{spoke}; is that with you now?", (facts.topic,))
        return
    yield Opener(f"{spoke}; what would you want settled before you decide?", (facts.topic,))
    yield Opener(f"{spoke}; what about it is still open for you?", (facts.topic,))
