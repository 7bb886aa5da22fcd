"""How a deal is made, called, valued, given away and peopled: what was typed, read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands.deals import Give, NewDeal, Rename, SetContact, Value
from bot.commands.endings import AMOUNT_AT_END
from bot.commands.handing import GiveBook, whole_book
from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_first
from bot.phrases import base_verb
from bot.reading.calendar.zonenames import zone
from bot.reading.grammar.ourthings import is_thing
from bot.reading.naming.called import is_common
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import FIRST_NAMES, TITLES
from bot.reading.people.atwork import WORDS
from bot.reading.words.shortcodes import stripped

_WITH = re.compile(r"^(?:deal\s+)?(?:(?:with|at)(?:\s+|$)|:(?![a-z0-9_+-]+:)\s*)", re.IGNORECASE)
_NEW_CONTACT = re.compile(r"contact\s+(?:at|for|from|of)\s+(?P<at>[^:,]+?)\s*[:,]\s*(?P<who>\S.*)$", re.IGNORECASE)
_PERSON = re.compile(r"(?:(?:dr|mr|mrs|ms)\.?\s+)?[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’.-]*){1,2}", re.IGNORECASE)
_TITLED = re.compile(rf"(?:{'|'.join(sorted(TITLES))})\.?\s+[^\W\d_]", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’.-]*){0,3}")
_ONE_NAME = re.compile(r"(?-i:[^\W\d_a-z])[^\W\d_]*[a-zß-ɏ][\w'’-]*")  # "Olivier", and not "CRM"
_NOUN = re.compile(r"(?:ing|[ts]ion|ment|ware|wal)s?$")  # "Training", "Renewal"
_WORDS = WORDS | {"penny", "rose", "ruby", "ivy"}
_SURNAMES = frozenset({"Price", "Case", "Page", "Bill"})  # which are things as well
_PARTICLES = frozenset("de van der den von vom zu la le du di da del ter ten af bin y".split())
_PERSON_AT = re.compile(rf"^(?P<person>{_PERSON.pattern})\s+(?:at|from|of)\s+(?P<name>.+)$", re.IGNORECASE)
_BECAUSE = re.compile(r"^(?P<to>\S.*?)(?:\s+(?:because|since|as)\s+|\s*[:;]\s*)(?P<why>\S.*)$", re.IGNORECASE)
_CONTACT_IS = re.compile(r"^(?:(?:my|our|the|main)\s+)*contact(?:['’]s|\s+is)?[\s:]+(?=\S)", re.IGNORECASE)


def new(rest: str) -> NewDeal | SetContact | Nonsense:
    """ "new Acme" makes a deal; "new machine arrived" is news, and "new contact at Acme: Dana" a contact."""
    person = _NEW_CONTACT.match(rest)
    if person:
        return contact(f"{person['at']}: {person['who']}")
    made = new_deal(rest)
    is_told = isinstance(made, NewDeal) and not _WITH.match(rest) and not rest.startswith("another ")
    return replace(made, is_sure=False) if isinstance(made, NewDeal) and is_told else made


_CUSTOMER = re.compile(r"^(?:customer|client|prospect|lead)\s*:?\s+(?=[A-Z0-9])")  # "new customer Acme"


_BEHIND_COMPANY = re.compile(r"(?<=\w)\s+[-–—]\s+(?=\w)")  # "Acme - crane service"


def new_deal(rest: str) -> NewDeal | Nonsense:
    """ "Acme, 40 seats"; "with Globex, Dana Reyes" and "with Dana Reyes at Globex" name a person as well."""
    told = _WITH.match(rest)
    name = _CUSTOMER.sub("", stripped(rest[told.end() :] if told else rest, " ?:"))
    if not name:
        return Nonsense("new", "new")
    at = _PERSON_AT.match(name) if told else None
    if at:
        return NewDeal(at["name"].strip(" ,"), as_name(at["person"]), told=name)
    company, *others = [part.strip() for part in _BEHIND_COMPANY.sub(", ", name, count=1).split(",")]
    person = _person_in(others, told=bool(told))
    kept = [part for part in others if part and part != person]
    return NewDeal(", ".join([company, *kept]), as_name(_CONTACT_IS.sub("", person)), told=name)


def _person_in(parts: Sequence[str], *, told: bool) -> str:
    """Who stands among what it is about, before or behind it. Capitals alone name somebody beside a topic, or after "with"."""
    surely = [part for part in parts if _is_contact(part)]
    perhaps = [part for part in parts if _has_capitals(part)] if told or len(parts) > 1 else []
    return next(iter(surely or perhaps[-1:] or _named_last(parts)), "")


def _named_last(parts: Sequence[str]) -> Sequence[str]:
    """ "banquet kitchen refit, Olivier": a capital behind what is written small; "Fast Chairs, Lamps" and a town tell nobody."""
    *before, last = parts or [""]
    is_small = bool(before) and not before[-1].split(" ")[-1][:1].isupper()
    is_word = (
        is_common(last) or is_thing(last.lower()) or bool(_NOUN.search(last) or base_verb(last.lower()) or zone(last))
    )
    return [last] if is_small and _ONE_NAME.fullmatch(last) and not is_word else []


def _is_contact(part: str) -> bool:
    """ "contact Dana", "Dr. Petersen", or a person by a usual first name."""
    if _CONTACT_IS.match(part) or _TITLED.match(part):
        return True
    first, _, last = part.partition(" ")
    both_words = first.casefold() in _WORDS and last in _SURNAMES  # "June Price"
    return both_words or (bool(_NAME.fullmatch(part)) and first.casefold() in FIRST_NAMES)


def _has_capitals(part: str) -> bool:
    """ "Kees de Vries", not "service contract", whatever the line begins with."""
    words = part.split()
    names = [word for word in words if word not in _PARTICLES]
    is_name = bool(_NAME.fullmatch(part)) and not is_thing(part.lower())
    return is_name and len(names) > 1 and all(word[0].isupper() for word in names)


def rename(rest: str) -> Rename | Nonsense:
    who, name = _who_to(rest)
    return Rename(who, name) if who else Nonsense("deal rename", "deal rename")


def give(rest: str) -> Give | GiveBook | Nonsense:
    who, to = _who_to(rest)
    told = _BECAUSE.match(to)
    to, why = (told["to"], told["why"].strip(" .")) if told else (to, "")
    if whole := whole_book(who, to, why):
        return whole
    return Give(who, to, why) if who else Nonsense("deal give", "deal give")


def value(rest: str) -> Value | Nonsense:
    if not rest:
        return Nonsense("deal value", "deal value")
    split = AMOUNT_AT_END.match(rest)
    return Value(split["who"].strip(), split["amount"].strip()) if split else Value(*(number_first(rest) or (rest, "")))


def contact(rest: str) -> SetContact | Nonsense:
    who, mark, about = rest.partition(":")
    if not rest:
        return Nonsense("deal contact", "deal contact")
    return SetContact(who.strip(), about.strip()) if mark else SetContact(*(number_first(rest) or (rest, "")))


_AT_FIRM = re.compile(r"^(?:at|for|to|with|of|from)\s+(?P<about>\S.*)$", re.IGNORECASE)


def contact_at(rest: str) -> SetContact | Nonsense:
    """ "new contact at Acme: Dana Reyes", "add a contact at Acme Dana Reyes, 555 0142"."""
    found = _AT_FIRM.match(rest)
    return contact(found["about"]) if found else Nonsense(f"new contact {rest}", "deal contact")


def contact_form(who: str, fields: Mapping[str, str]) -> SetContact:
    return SetContact(who, ", ".join(value.strip() for value in fields.values() if value.strip()))


def _who_to(rest: str) -> tuple[str, str]:
    """ "Acme to Borealis", or "42 Borealis" from a form."""
    numbered = number_first(rest)
    if numbered and not numbered[1].lower().startswith("to "):
        return numbered
    who, _, to = rest.partition(" to ")
    return who.strip(), to.strip()
