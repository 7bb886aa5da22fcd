"""Whether a capitalised word is a person: somebody known there, or, where nobody is known, a usual first name.

"Server off until April" and "Contract back on Monday" begin with a capital as well; what is not surely a person is none.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.naming.namekeys import folded, key

TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})
_TITLE = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme)\.?\s")
FIRST_NAMES = frozenset(
    "aaron adam adrian agnes ahmed aisha alan albert alex alexandra alice alina amanda amelia amir amy ana anders andrea andreas "
    "andrew anika anita ann anna anne anthony anton arjun astrid barbara beatrice ben benjamin bernd birgit bob boris brian bruno "
    "camille carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chloe chris christian christina christine "
    "claire clara claudia colin dan dana daniel daniela david deborah dennis diana diego dieter dmitri dominik donna dorothy edward "
    "elena eleanor elias elizabeth ella emily emma eric erik esther eva fatima felix fiona florian francesca frances francesco "
    "gabriel gareth gavin george georg gerard giulia graham greta hanna hannah hans harriet hassan heather heidi helen helena henrik "
    "henry hugo ian ibrahim ines ingrid irene isabel ivan jack jacob jakob james jan jana jane janet jason javier jean jennifer "
    "jens jessica joan joanna johan john jonas jonathan jorge jory jose joseph josef juan judith julia julian julie jurgen karen karin "
    "karl katarina kate katherine katja kevin kim klaus kristina lars laura lauren lena leo leon lewis liam linda lisa lorenzo lucas "
    "lucia lucy luis lukas maja marco marcus margaret maria marie marina mario marion markus marta martha martin martina mary "
    "matteo matthew matthias max megan mehmet mia michael michelle miguel mila milan mohammed monica monika natalia natalie nathan "
    "nicholas nick nicola nicole nikolai nina noah nora olga oliver olivia omar oscar pablo patricia patrick paul paula pavel pedro "
    "peter petr petra philip pierre priya rachel rafael raj ralf rebecca richard robert roberto roger roland ronald rosa ruth ryan "
    "sabine sally sam samuel sandra sara sarah sean sebastian sergio sharon silvia simon simone sofia sonia sophie stefan stefanie "
    "stephan stephanie stephen steve steven susan susanne sven tamara tanja tara teresa theo theresa thomas tim timothy tina tobias "
    "angela annemiek ashley becky beth bettina bram brandon brenda brent brett brittany bryan camilla cheryl cindy craig dave denise derek "
    "doug elin ellen frida greg gunnar hege heike ingvild jasmijn jasper jeff jenny jerry jill jim jo joe joost kari kathy keith kees kelly "
    "kerstin kristin kyle larry leslie linnea lotte malin marieke marit matt mette mike nancy pam pamela pete pia piet rick rita ruben "
    "sanne scott sheila shelly sigrid silje sjoerd stacy tammy tanya ted terje terry tiffany tracy troy tyler vicky willem wouter "
    "tom tomas tony ursula valentina vera veronica victor victoria viktor vincent walter wendy werner wolfgang yusuf yvonne zoe".split()
)  # fmt: skip


def is_somebody(name: str, people: Sequence[str]) -> bool:
    """Somebody known there, or of a usual first name, though others are known."""
    return bool(name) and (is_person(name, people) or is_person(name, ()))


def known_as(name: str, people: Sequence[str]) -> str:
    """The whole name of the one known there who is called so: by the first or the last name, with a title or without.

    Empty when nobody is, or two are."""
    said = _untitled(name)
    fits = [person for person in people if said and said in _ways(_untitled(person))]
    return fits[0] if len({*fits}) == 1 else ""


@lru_cache(20_000)
def _untitled(name: str) -> tuple[str, ...]:
    words = folded(key(name)).split()
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def _ways(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words, words[:1], words[:2], words[-1:], (words[0], words[-1])} if words else set()


def is_another(name: str, contact: str, people: Sequence[str]) -> bool:
    """Somebody else than the contact."""
    return is_somebody(name, people) and not {*key(name).split()} & {*key(contact).split()}


def is_person(name: str, people: Sequence[str]) -> bool:
    """`people` are known there; then nobody else is meant."""
    words = re.sub(r"['’]s$", "", name).split()
    if not words:
        return False
    if people:
        words = [word for word in words if key(word).strip(".") not in TITLES] or words
        first = {*key(words[0]).split()}  # "Mei-Ling" is one name
        return bool(first) and any(first <= {*key(person).split()} for person in people)
    return bool(_TITLE.match(name)) or key(words[0]) in FIRST_NAMES
