"""Who is named by a role, or as somebody called so: "their COO Ted Ruiz", "the office mgr (Tasha)". Nobody needs to know them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.phrases import base_verb
from bot.reading.naming.persons import FIRST_NAMES
from bot.reading.words.roles import ROLE
from bot.reading.words.speech import NAME

_PERSON = r"(?-i:(?P<{name}>[A-ZÀ-ÞŁŚŻŽŠČ][a-zß-ɏ'’-]+(?:\s+[A-ZÀ-ÞŁŚŻŽŠČ][a-zß-ɏ'’-]+)?))"
_SOMEBODY = r"(?:someone|somebody|guy|man|woman|lady|person|chap|bloke|lad|girl|gal|fella|fellow)"
_OFTEN_A_FIRM = r"(?:partner|accountant|architect|surveyor|estimator|planner|broker|agent|contractor|electrician|plumber|lawyer|counsel|operator|trustee|owner|buyer|trainer)"
_BY_ROLE = re.compile(
    rf"\b{ROLE}(?:\s+\((?:{_PERSON.format(name='aside')}|(?P<small>[a-z]{{3,12}}))\??\)|\s+(?:is\s+now|is|=|called|named)\s+{_PERSON.format(name='introduced')}|,?\s+(?={NAME}){_PERSON.format(name='named')})"
    rf"|(?:\b(?:his|her|their)|['’]s)\s+(?!{_OFTEN_A_FIRM}\b){ROLE}\s+{_PERSON.format(name='theirs')}(?!['’\w-])"
    rf"|\bname(?:['’]s|\s+is)\s+{_PERSON.format(name='herself')}|\bintro(?:duced|['’]?d|s)?\s+(?:me|us)\s+to\s+(?:an?\s+)?{_PERSON.format(name='met')}|\ban?\s+{_PERSON.format(name='there')}\s+(?:in|from|over\s+in)\s+[a-z]{{2,}}"
    rf"|(?<=[,;.]\s){_PERSON.format(name='steps')}(?=\s+(?:takes\s+over|took\s+over|(?:is\s+)?(?:covering|standing\s+in|filling\s+in|taking\s+over)|covers|steps\s+in|fills\s+in|stands\s+in)\b)"
    rf"|\b{_SOMEBODY}\s+(?:called|named)\s+{_PERSON.format(name='called')}",
    re.IGNORECASE,
)
# "Sodexo lady called Fran Hill", and not "the lady called Fran back".
_CALLED_SO = re.compile(
    rf"\b(?:(?P<of>{NAME})(?:['’]s)?\s+)?(?i:{_SOMEBODY}\s+(?:called|named))\s+{_PERSON.format(name='called')}(?=\s*(?:$|[,;.(]|(?:who|is|in\s+charge|there|will|has|does|(?!this|always)[a-z]{{2,}}s)\b))"
)
_NO_NAME = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|(?:sept?|octo?|nov|dec)(?:em)?(?:ber)?"
    r"|today|tomorrow|new|old|same|again|out|away|not|no|yes|legal|finance|procurement|purchasing|marketing|sales|operations|summit|office|team|board|budget|group)$",
    re.IGNORECASE,
)


_KEPT = 8  # texts: a line is asked for twice
_SURELY = ("aside", "called", "introduced", "herself", "met", "there", "theirs", "steps")


@lru_cache(maxsize=_KEPT)
def newcomers(text: str) -> tuple[str, ...]:
    """A capital alone is no name: behind a role it has to be two, a usual first name, or stand in brackets."""
    told = (
        (next((found[how] for how in _SURELY if found[how]), "") or _first(found["small"]), found["named"] or "")
        for found in _BY_ROLE.finditer(text)
    )
    names = (sure or (named if " " in named or named.casefold() in FIRST_NAMES else "") for sure, named in told)
    return tuple(dict.fromkeys(name for name in names if name and not any(map(_is_word, name.split()))))


def _first(small: str | None) -> str:
    """ "the new buyer (sam)": a usual first name."""
    return (small or "").capitalize() if small in FIRST_NAMES else ""


def _is_word(word: str) -> bool:
    return bool(_NO_NAME.match(word)) or base_verb(word) is not None


def called_so(text: str, contact: str, people: Sequence[str]) -> str:
    """Who is there, by what somebody is called: instead of the name before it, or where nobody is known yet."""
    found = next((one for one in _CALLED_SO.finditer(text) if not _is_word(one["called"])), None)
    is_new = found and (contact == found["of"] if contact else not people)
    return found["called"] if found and is_new else ""
