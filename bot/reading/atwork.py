"""Who stands before "@" and a company acts there, though nobody knows them: "temi @ vantage says", "mark @ acme pulls the logs".

A word is a name only where it is one as well and somebody does something; a desk, a meeting or a meal is nobody.
"""

import re

from bot.phrases import base_verb
from bot.reading.persons import FIRST_NAMES

# First names that are words as well.
WORDS = frozenset(
    "will may can mark april june march august jan mar art sue bill grant frank rich hope joy dawn faith grace "
    "chase miles chance page".split()
)
_AT_WORK = re.compile(r"^(?P<name>[a-z]{3,})\s*@\s*$")
_TELLS = re.compile(
    r"^\s+(?:says?|said|told|wants?|asks?|asked|called|rang|emailed|texted|replied|picked\s+up|answered|agreed|confirm(?:s|ed)|thinks|likes|liked|loved|loves|sent|sends|signed|signs|needs|promised|will)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^\s+(?P<verb>[a-z]{2,}s)\s+(?:(?:up|out|off|in|over|back|down)\s+)?(?:the|an?|our|my|his|her|their|all|both|me|us|it|them|this|that)\b"
)
_DOES = re.compile(r"^\s+(?P<verb>[a-z]{2,}s)\b")
_NOBODY = frozenset(
    "reception receptionist secretary assistant desk switchboard gatekeeper operator boss owner buyer manager director everyone everybody somebody someone nobody "
    "they she team board legal finance procurement purchasing security sales marketing management engineering lunch breakfast dinner coffee demo meeting visit call "
    "booth trial pilot onsite training workshop people guy lady new ceo cfo coo cto rollout launch install kickoff price budget contract deal project".split()
)


def with_capital(before: str, after: str) -> str:
    """What stands before the company, with a capital where it is somebody's name; `after` follows the company."""
    found = _AT_WORK.match(before)
    if not found:
        return before
    name = found["name"]
    is_usual = name in FIRST_NAMES or name in WORDS
    acts = (_DOES if is_usual else _ACTS).match(after)
    is_told = _TELLS.match(after) or (acts and base_verb(acts["verb"]))
    is_word = not is_usual and (name in _NOBODY or name.endswith("ing") or base_verb(name) is not None)
    return before.capitalize() if is_told and not is_word else before
