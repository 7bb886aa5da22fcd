"""The team's own openers: each is used only where every fact that it names is on record (H24)."""

import re
from collections.abc import Iterator

from bot.playbook.facts import Facts
from bot.playbook.house import filled, is_used_for
from bot.playbook.opening import Opener

_NAME = re.compile(r"^\{their name\},?\s*")


def own_openers(fact: str, facts: Facts) -> Iterator[Opener]:
    """Those that turn on the fact."""
    phrases = [phrase.text for phrase in facts.history.house.openers if is_used_for(phrase.text) == fact]
    known = _slots(facts) if phrases else {}
    for phrase in phrases:
        when = {"when": facts.when(facts.said_on)} if "{said}" in phrase else {}  # the day on which they said them
        text = filled(_NAME.sub("", phrase), {**known, **when})
        if text:
            yield Opener(text, (known[fact],))


def _slots(facts: Facts) -> dict[str, str]:
    """What each slot stands for; what a colleague was told or promised is not put as told to us."""
    ours = not (facts.said_to or facts.said_by)
    is_plain = facts.their and not facts.is_soft and not facts.their_by and not facts.is_owed
    return {
        "their name": facts.name,
        "company": facts.company,
        "topic": facts.topic if facts.spoke_on else "",
        "when": facts.when(facts.spoke_on) if not facts.spoke_by else "",
        "said": f"“{facts.said}”" if facts.said and ours else "",
        "their promise": facts.their_phrase if is_plain else "",
        "new": facts.new,
    }
