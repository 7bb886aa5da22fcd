"""Which words are which rule's. A rule needs its own words: names, amounts and ratios are left alone.

`WHOLE` holds for a phrase that was typed as a date and nothing else: there "Jan" is a month and nobody's name.
"""

from functools import lru_cache

from bot.reading.calendar import (  # fmt: skip
    besideweekday,
    countrules,
    dayrules,
    feastrules,
    periodrules,
    rangerules,
    weekdayrules,
    weekrules,
)
from bot.reading.calendar.datewords import Rules

_KINDS = (dayrules, besideweekday, rangerules, weekdayrules, countrules, weekrules, periodrules, feastrules)
RULES: Rules = tuple(rule for kind in _KINDS for rule in kind.RULES)
WHOLE: Rules = tuple(rule for kind in _KINDS for rule in kind.WHOLE)
NEEDS = frozenset(need for rule in (*RULES, *WHOLE) for need in rule.needs)
_KEPT = 256  # sets of needs that stood in a clause: they come again and again


@lru_cache(maxsize=_KEPT)
def rules_for(there: frozenset[str], *, whole: bool) -> Rules:
    """Those that may read a text in which these pieces are, in their order."""
    return tuple(rule for rule in (WHOLE if whole else RULES) if not there.isdisjoint(rule.needs))
