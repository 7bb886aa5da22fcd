"""Who stands before a company acts there, though nobody knows them: "temi @ vantage says", "malin ek from acme mailed".

A word is a name only where it is one as well and somebody does what only people do; a desk, a meeting or a meal is nobody.
"""

import re

from bot.phrases import base_verb
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import FIRST_NAMES
from bot.reading.people.somebody import is_word

# First names that are words as well.
WORDS = frozenset(
    "will may can mark april june march august jan mar art sue bill grant frank rich hope joy dawn faith grace "
    "chase miles chance page".split()
)
_AT_WORK = re.compile(r"^(?P<name>[a-z]{3,})\s*@\s*$")
_SOMEBODY = (
    r"(?P<name>[^\W\d_]['’\w-]{2,}(?:\s+(?!over\b)[^\W\d_]['’\w-]{2,})?),?\s+(?:over\s+)?(?:from|at|of)\s+(?:the\s+)?$"
)
_FROM_THEM = re.compile(
    rf"(?:^|[.;,]\s+|\b(?:and|but)\s+)(?:(?:so|ok|okay|yeah|well|just|then|today|and|but)[\s,]+)*{_SOMEBODY}",
    re.IGNORECASE,
)
_SPOKE_WITH = re.compile(
    rf"\b(?:spoke|talked|chatted|met)\s+(?:briefly\s+)?(?:(?:to|with|w)\s+|w/\s*){_SOMEBODY}", re.IGNORECASE
)
_TELLS = re.compile(
    r"^\s+(?:says?|said|told|wants?|asks?|asked|called|rang|phoned|e-?mailed|mailed|texted|wrote|replied|picked\s+up|answered|agreed|confirm(?:s|ed)|thinks|likes|liked|loved|loves|sent|sends|signed|signs|needs|promised|will)\b",
    re.IGNORECASE,
)
# What only of people is told: "quote from acme is late" is no Quote.
_AS_PEOPLE = re.compile(
    r"^\s+(?:(?:(?:has\s+)?(?:just|also|finally|then|now)\s+)*(?:says|said|told\s+(?:me|us)|asked|called|rang|phoned|e-?mailed|mailed|texted|wrote|replied|picked\s+up|answered|agreed|promised|thinks|loved|loves)"
    r"|is\s+(?:(?:now\s+|still\s+)*(?:the\s+one\s+who|away|sick|ill|ooo|off\s+sick|(?:out|off)\s+(?:until|till?|of\s+office)|on\s+(?:\w+\s+)?(?:leave|holidays?|vacation|pto))))\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^\s+(?P<verb>[a-z]{2,}s)\s+(?:(?:up|out|off|in|over|back|down)\s+)?(?:the|an?|our|my|his|her|their|all|both|me|us|it|them|this|that)\b"
)
_DOES = re.compile(r"^\s+(?P<verb>[a-z]{2,}s)\b")
_LONGEST = 60  # characters in front of a company in which somebody is named
_NOBODY = frozenset(
    "reception receptionist secretary assistant desk switchboard gatekeeper operator boss owner buyer manager director everyone everybody somebody someone nobody "
    "they she team board legal finance procurement purchasing security sales marketing management engineering lunch breakfast dinner coffee demo meeting visit call "
    "booth trial pilot onsite training workshop people guy lady new ceo cfo coo cto rollout launch install kickoff price budget contract deal project".split()
)


_ENDS_NO_NAME = ("'s", "’s", "ing", "tion", "ment", "ness", "sales", "ists", "ians", "eer", "eers", "yer", "nts", "als")
_NO_NAMES = _NOBODY | frozenset(
    "email e-mail mail text note msg message letter word news reply answer voicemail invite quote offer feedback update order info anybody "
    "one two both all most some his her their our him them us me who which that this old big nice good bad great plumber cleaner driver "
    "broker planner counsel accounts payroll dispatch support service head chief partner girl woman wife husband brother sister son daughter "
    "father mother dad mom colleague intern temp nurse clerk chef foreman doctor dean principal trustee agent controller bookkeeper analyst "
    "president chair admin crew staff folks kids website office works again today yesterday tomorrow later early late back down here there "
    "over out off spoke heard got had met also still never just now always already maybe only even then not with and but".split()
)


def newcomer_at(before: str, after: str) -> tuple[int, int] | None:
    """Where in front of the company somebody is named whom nobody knows: "marit berg from" + " called"."""
    head = before[-_LONGEST:]
    found = _SPOKE_WITH.search(head) or (_FROM_THEM.search(head) if _AS_PEOPLE.match(after) else None)
    if found is None or any(map(is_no_name, found["name"].split())):
        return None
    cut = max(0, len(before) - _LONGEST)
    return cut + found.start("name"), cut + found.end("name")


def is_no_name(word: str) -> bool:
    if word.casefold() in FIRST_NAMES or word.casefold() in WORDS:
        return False
    low = word.casefold()
    return low in _NO_NAMES or is_word(word) or low.endswith(_ENDS_NO_NAME) or base_verb(low) is not None


def with_capital(before: str, after: str) -> str:
    """What stands before the company, with a capital where it is somebody's name; `after` follows the company."""
    new = newcomer_at(before, after)
    if new:
        start, end = new
        return f"{before[:start]}{as_name(before[start:end])}{before[end:]}"
    found = _AT_WORK.match(before)
    if not found:
        return before
    name = found["name"]
    is_usual = name in FIRST_NAMES or name in WORDS
    acts = (_DOES if is_usual else _ACTS).match(after)
    is_told = _TELLS.match(after) or (acts and base_verb(acts["verb"]))
    is_word = not is_usual and (name in _NOBODY or name.endswith("ing") or base_verb(name) is not None)
    return before.capitalize() if is_told and not is_word else before
