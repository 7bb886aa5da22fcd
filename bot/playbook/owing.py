"""What we owe them is said first, and nothing of theirs is asked for meanwhile (voice.md 4)."""

import re

from bot.playbook.facts import Facts


def owed_fact(facts: Facts) -> str:
    return facts.owed_thing or facts.our_phrase


def owed(facts: Facts) -> str:
    """What we owe is said first, plainly: whose word it was, and for which day."""
    if not facts.is_owed or facts.ours is None or facts.ours.due_on is None:
        return ""
    due_on, thing = facts.ours.due_on, facts.owed_thing
    what = f"you {thing}" if thing else f"to {facts.our_phrase}"
    day = ("for today" if thing else "today") if due_on == facts.today else f"by {facts.dated(due_on)}"
    if facts.ours_by:
        return f"{facts.ours_by} promised {what} {day}, and that is with me now."
    late = "" if due_on == facts.today else ", and I am late with that"
    return f"I promised {what} {day}{late}."


_LISTED = 24  # words beside their name
_WITH_A_THING = ("What else should I send along?", "What would you like me to add to it?")
_WITH_AN_ACT = ("What else can I do for you meanwhile?", "What else would help you?")


def owed_and_asked(facts: Facts) -> str:
    """The same as a sentence on the list: "I promised you the case study for today; …"; without its day where that is long."""
    said, asked = owed(facts).rstrip("."), asked_while_owing(facts)
    if len(f"{said} {asked}".split()) > _LISTED and facts.ours and facts.ours.due_on:
        said = re.sub(rf" (?:for |by )?(?:today|{facts.dated(facts.ours.due_on)})", "", said, count=1)
    return f"{said}; {asked[:1].lower()}{asked[1:]}"


def asked_while_owing(facts: Facts) -> str:
    """Nothing of theirs is asked for: only what else they would like."""
    asked = _WITH_A_THING if facts.owed_thing else _WITH_AN_ACT
    return asked[facts.turn % len(asked)]
