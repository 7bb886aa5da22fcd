"""A known name in small letters has its capitals where only a person can stand: "omar said" is Omar.

A word that is a name as well ("will", "art") is one only where somebody acts.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.phrases import VERBS, base_verb
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import FIRST_NAMES, TITLES
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.daynames import WORKDAY

_VERB = "|".join(sorted(VERBS))
_LEAD_IN = r"\b(?:(?:spoke|talked|chatted|met|rang|called|tt)\s+(?:to\s+|with\s+|w/\s*)?|(?:told|heard)\s+that\s+|heard\s+|reach\s+|(?:told|let|assured)\s+)"
_ACTING = "will|is|has|does|said|says|told|asked|promised|agreed|confirmed|replied|called|rang|wants|needs|likes|liked|loves|loved"
_NO_NAMES = frozenset("will may can mark april june art sue bill grant frank rich hope joy dawn faith grace".split())
_USUAL = re.compile(
    rf"(?P<lead>^\s*|[,;:.\n]\s*|\b(?:and|but|then|so)\s+)(?P<name>{'|'.join(sorted(FIRST_NAMES - _NO_NAMES))})"
    rf"(?=(?:['’]ll|\s+(?:will|is\s+going\s+to|is\s+gonna|gonna|promised|agreed|said|told|confirmed|replied|asked|(?:{_VERB})e?s))\s)"
)  # "raj will send the spec", whoever Raj is


@lru_cache(maxsize=CLAUSES_KEPT)
def _whom(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "call colin tues": whom we ring then, of a usual first name or known by one."""
    known = "|".join(map(re.escape, sorted({*(name.lower() for name in names), *FIRST_NAMES} - _NO_NAMES)))
    return re.compile(
        rf"(?P<lead>\b(?:call|ring|phone|try|dial|text)\s+)(?P<name>{known})(?=\s+(?:(?:on|at)\s+)?(?:{WORKDAY}|today|tomorrow|tmrw|next|again|back|instead|meanwhile)\b)"
    )


_BEGINS = re.compile(rf"{_LEAD_IN}|\b(?:and|but|then|so)\s+|[,;:.\n]\s*|^\s*", re.IGNORECASE)
_ENDS = re.compile(r"['’](?:s|ll)\b|[^\w'’-]|$")


_OF_ADDRESS = re.compile(r"[\w.+-]*@[\w-]+\.\w")  # "dana@acme.com" is no Dana


def named(text: str, people: Sequence[str]) -> str:
    """The same letters, a known person's name with its capitals where a clause begins: "omar said" -> "Omar said"."""
    names = sorted({name for person in people for name in _called(person)}, key=len, reverse=True)
    for usual in (_USUAL, _whom(tuple(names))):
        text = usual.sub(lambda found: found["lead"] + found["name"].title(), text)
    text = _by_last_name(_worded(text, people), people)
    if not names:
        return text
    low, parts, done, at = text.lower(), [], 0, 0
    if len(low) != len(text):
        return text
    while at < len(text) and (found := _BEGINS.search(text, at)):
        begin = found.end()
        name = next((one for one in names if low.startswith(one.lower(), begin)), "")
        end = begin + len(name)
        if name and _ENDS.match(text, end) and not _OF_ADDRESS.match(text, end):
            parts += [text[done:begin], name]
            at = done = begin + len(name)
        else:
            at = found.start() + 1
    return "".join((*parts, text[done:]))


def _worded(text: str, people: Sequence[str]) -> str:
    """ "art will send it": a known name that is a word as well, where only a person can stand."""
    words = sorted({word for person in people for word in person.split()[:1] if word.lower() in _NO_NAMES})
    if not words:
        return text
    return _word_acting(tuple(words)).sub(_where_it_acts, text)


@lru_cache(maxsize=CLAUSES_KEPT)
def _word_acting(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>^\s*|[,;:.\n]\s*|\b(?:and|but|then|so)\s+)(?P<name>{'|'.join(map(re.escape, words))})"
        r"(?=['’](?:ll|s)\b|\s+(?:will|is|promised|agreed|said|says|told|owes|sends|(?:counter)?signs|approves|decides|checks|talks|has|wants|needs|loved|liked|likes)\b"
        r"|\s+(?P<verb>[a-z]+s)\s+(?:the|an?|it|them|this|that|her|his|their|our|my|us|me|in|over|back|off|out|up|with|by)\b)",
        re.IGNORECASE,
    )


def _where_it_acts(found: re.Match[str]) -> str:
    verb = (found["verb"] or "does").lower()
    acts = verb in {"does", "goes"} or base_verb(verb) is not None
    return found["lead"] + found["name"].capitalize() if acts else found[0]


def _by_last_name(text: str, people: Sequence[str]) -> str:
    """ "talked to dr petersen", "mayer sends it": a last name in small letters, where only a person can stand."""
    last = tuple(sorted({person.split()[-1] for person in people if len(person.split()) > 1}, key=len, reverse=True))
    for place in _last_names(last) if last else ():
        text = place.sub(_with_capitals, text)
    return text


@lru_cache(maxsize=CLAUSES_KEPT)
def _last_names(last: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Behind a title, behind "talked to", and before an act."""
    name = rf"(?P<name>{'|'.join(map(re.escape, last))})\b"
    title = rf"\b(?P<lead>(?:{'|'.join(sorted(TITLES))})\.?\s+)"
    acts = rf"(?=(?:['’]ll|\s+(?:{_ACTING}|(?:{_VERB})e?s))\b)"
    begins = r"(?P<lead>^\s*|[,;:.\n]\s*|\b(?:and|but)\s+)"
    ways = (f"{title}{name}", f"(?P<lead>{_LEAD_IN}){name}", f"{begins}{name}{acts}")
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def _with_capitals(found: re.Match[str]) -> str:
    lead, name = found["lead"], found["name"]
    is_title = lead.strip(" .").lower() in TITLES
    return f"{lead.title() if is_title else lead}{as_name(name)}"


def unlike(names: Sequence[str], people: Sequence[str]) -> tuple[str, ...]:
    """Those whose first name nobody of `people` has."""
    known = {person.split()[0].casefold() for person in people if person.split()}
    return tuple(name for name in names if name.split() and name.split()[0].casefold() not in known)


_INITIALS = 2  # letters: "J-P" is called by no part of it


@lru_cache(maxsize=CLAUSES_KEPT)
def _called(person: str) -> tuple[str, ...]:
    words = [word for word in person.split() if word]
    if not words or len(person.lower()) != len(person):
        return ()
    first = words[0].rstrip(".").lower()
    if first in TITLES:
        return (" ".join(words), *(_called(" ".join(words[1:])) if len(words) > 2 else ()))  # noqa: PLR2004 - "Mrs Bell" is no Bell
    plain = first in _NO_NAMES or base_verb(first) is not None
    before, _, behind = words[0].partition("-")  # "ana" is Ana-Lucía
    short = [before] if behind and len(before) > _INITIALS and base_verb(before) is None else []
    return (" ".join(words), *(() if plain else (words[0], *short)))
