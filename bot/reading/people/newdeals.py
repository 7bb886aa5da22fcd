"""What "new …" tells: the name of a deal, a name with a sentence behind it, or news of something that is no deal.

A deal is made at once only of what is a name: "new Acme, 40 seats". "New machine arrived" and "new price list from January" are news.
"""

from bot.reading.calendar.datespelling import is_day_word
from bot.reading.naming.kinds import KINDS
from bot.reading.naming.namekeys import key, says_a_name
from bot.reading.naming.persons import FIRST_NAMES

_TELLS = frozenset(
    "is are was were has have had will wants want wanted needs need needed says said told asks asked called rang wrote emailed mails sent sends"
    " came comes arrived arrives manages runs owns uses pays likes loves signs signed starts decides decided found met got gets looks looking thinks"
    " buys orders ordered knows handles".split()
)
_CALLS = frozenset({"call", "calls"})
_TALKS = frozenset({"talk", "talked", "speak", "spoke"})
_WHOM = frozenset("her him them me us back again at on in next tomorrow today later first mr mrs ms dr".split())
_RUNS = frozenset({"runs", "owns", "manages", "handles"})
_A_FIRM = frozenset("it the everything things that this there everybody all payroll purchasing buying".split())
_NEWS = frozenset(
    "person people colleague guy lady number phone mail email address office location price quote offer date deadline time plan".split()
)
_WHERE = frozenset("at of for from in with".split())
_THEY = frozenset("he she they it we i who there their his her".split())
_ROLES = frozenset(
    "owner contact manager boss buyer director chef ceo cfo cto coo founder principal superintendent bookkeeper".split()
)
_OF_A_NAME = frozenset("the of and & de van der den la le el du di do da al und et y".split())
_MOST = 5  # words of a name in small letters


def name_and_told(text: str) -> tuple[str, str]:
    """ "Rusty Tavern carol manages it, thirty staff" -> ("Rusty Tavern", "carol manages it, thirty staff"); nothing is told by a name alone."""
    words = text.split()
    said = ["" if word[0].isupper() and word != "I" else key(word) for word in words]  # "Kite Works" is a name
    at = next((n for n in range(1, len(said)) if _is_told_at(said, n)), 0)
    at -= _of_a_person([key(word) for word in words[1:at]]) or _who_runs_it(said, at)
    at -= at > 1 and said[at - 1] == "the"
    return (" ".join(words[:at]).rstrip(" ,;:"), " ".join(words[at:])) if at else (text, "")


def _of_a_person(before: list[str]) -> int:
    """How many words right before are whom it tells of: "carol", "carol jones"."""
    return next((count for count in (1, 2) if len(before) >= count and before[-count] in FIRST_NAMES), 0)


def _is_told_at(said: list[str], at: int) -> bool:
    """Whether a sentence goes on there: "call her", and no "call center"; "it wants", and no "IT services"."""
    word, behind = said[at], said[at + 1] if at + 1 < len(said) else ""
    if word in _CALLS:
        return behind in _WHOM or behind in FIRST_NAMES or is_day_word(behind)
    if word in _TALKS:
        return behind in {"to", "with"}
    return behind in _TELLS if word == "it" else word in _TELLS | _THEY or _is_role(said, at)


def _who_runs_it(said: list[str], at: int) -> int:
    """How many words before "runs it" are whom nobody knows: behind the kind of firm one or two, else one."""
    behind = said[at + 1 : at + 2]
    if not at or said[at] not in _RUNS or not behind or behind[0] not in _A_FIRM:
        return 0
    kinds = [n for n in range(max(1, at - 3), at) if said[n] in KINDS]
    before = at - 1 - kinds[-1] if kinds else 1
    return before if before < at and all(said[at - before : at]) else 0


def is_name(text: str) -> bool:
    """Whether the words before a comma are a name for sure: written with capitals, or a few words that tie nothing together."""
    company = text.partition(",")[0].split()
    if name_and_told(text)[1] or is_news(company):
        return False
    if all(not word[0].islower() or word.lower() in _OF_A_NAME for word in company):
        return True
    ties = (word for word in company if word.lower() not in _OF_A_NAME and not says_a_name((key(word),)))
    return ":" not in text and len(company) <= _MOST and not any(ties)


def is_news(words: list[str]) -> bool:
    """ "new boss at Maas", "new address of Klinik": of somebody who is there already."""
    first, where = ([word.lower() for word in words] + ["", ""])[:2]
    return first in _ROLES | _NEWS and where in _WHERE


def _is_role(said: list[str], at: int) -> bool:
    """ "owner is Pete", "manager Pete": not "Owner Motors"."""
    behind = said[at + 1 : at + 2]
    return said[at] in _ROLES and bool(behind) and (behind[0] in FIRST_NAMES or behind[0] in _TELLS)
