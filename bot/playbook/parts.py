"""The parts of a text that tell: where we left off, what they were going to do, what is new (S44)."""

from bot.playbook.facts import Facts
from bot.playbook.house import said_of


def recap(facts: Facts, *, named: bool = True) -> str:
    """Their words, else the topic, and what they were going to do: at most two sentences (S44).

    `named`: the topic is not said yet.
    """
    if facts.missed_on:
        return capital(f"{facts.we_missed}.")
    if facts.step and facts.step.purpose and not facts.said:
        return capital(f"{facts.when(facts.spoke_on)} you asked us to wait until {facts.wait_until}.")
    day = facts.their_day
    theirs = (
        f"{facts.their_plan}{f' by {day}' if day else ''}"
        if facts.their and not facts.is_soft and not facts.is_owed
        else ""
    )
    back = "Thank you for coming back to us." if facts.before_on else _wrote(facts)
    return " ".join(part for part in (back, _left_off(facts, theirs, named=named)) if part)


def _left_off(facts: Facts, theirs: str, *, named: bool) -> str:
    """Two ways in turn: their words, or when and about what it was."""
    is_other_way = theirs and facts.topic and facts.spoke_on and facts.turn % 2
    if facts.said and not is_other_way:
        return capital(f"{facts.they_said}, and {theirs}." if theirs else f"{facts.they_said}.")
    if facts.came and not theirs:
        return f"Thank you for {facts.came}, which came {facts.when(facts.came_on)}."
    return capital(_spoke(facts, theirs, named=named))


def _spoke(facts: Facts, theirs: str, *, named: bool) -> str:
    """A promise keeps the day on which they made it; what they wrote is no talk."""
    about = f" about {facts.matter}" if facts.matter and named else ""
    if theirs and facts.we == "we":
        when = facts.promised_when
        if when and when != facts.when(facts.spoke_on):  # we have spoken again since
            return f"{facts.when(facts.spoke_on)} we spoke{about}, and {when} {theirs}."
        return f"when we spoke {when}{about}, {theirs}." if when else f"{theirs}."
    when = facts.when(facts.spoke_on)
    if not when:
        return f"{theirs}." if theirs else ""
    spoke = f"{when} {facts.we} spoke{about}" if about or not facts.topic else f"{facts.we} spoke {when}"
    return f"{spoke}, and {theirs}." if theirs else f"{spoke}."


def _wrote(facts: Facts) -> str:
    """Not beside their words of that day: those are recalled themselves."""
    if facts.wrote_on is None or facts.said_on == facts.wrote_on or facts.came:
        return ""
    return f"Thank you for getting in touch {facts.when(facts.wrote_on)}."


def news(facts: Facts) -> str:
    if facts.new:
        return f"We sent you {facts.new} {facts.when(facts.new_on)}."
    return f"{capital(said_of(facts.thing, facts.today))}." if facts.thing and not facts.is_owed else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def an(words: str) -> str:
    """ "an install date", "a demo": with the article that is spoken there."""
    low = words.lower()
    is_vowel = (low[:1] in set("aeio") and not low.startswith(("one", "eu"))) or low.startswith(
        ("hour", "umbrella", "upgrade", "update")
    )
    return f"{'an' if is_vowel else 'a'} {words}"
