"""What stands beside a promise and is no part of it: where it was made ("on the call he agreed to …")."""

import re

_WHERE = re.compile(
    r"^(?P<and>(?:(?:and|but|then|so)\s+)*)(?:on|in|during|at|over|after)\s+(?:(?:the|our|this|that|today['’]?s|his|her|their)\s+)?(?:same\s+)?(?:phone|call|chat|line|zoom|teams|meeting|mtg|demo|visit|lunch|coffee|way\s+out|walkthrough)\s*,?\s+(?=(?:he|she|they|i|we|(?-i:[A-ZÀ-Þ])[\w'’-]+)\s+(?:agreed|promise[sd]|will|said|confirm(?:s|ed)|offered|undertook|committed|swore|signed|owes?|\w+s)\b)",
    re.IGNORECASE,
)


def without_place(clause: str) -> str:
    return _WHERE.sub(r"\g<and>", clause)
