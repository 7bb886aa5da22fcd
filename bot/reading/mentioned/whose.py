"""Which deal a line is about, by all the names in it: a company before a person, a person for the company that knows them.

Where the names fit more than one deal, all of them are given: who reads the line asks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.calendar.datespelling import is_day_word
from bot.reading.mentioned.mentions import Mention, mentions
from bot.reading.mentioned.movedto import new_place
from bot.reading.mentioned.personhere import REACH
from bot.reading.names import Known
from bot.reading.naming.called import WORD, person_called, plain_words
from bot.reading.naming.persons import TITLES
from bot.reading.people.atwork import with_capital
from bot.reading.words.bounds import LONGEST_LINE, split_at
from bot.reading.words.shortcodes import begun, stripped
from bot.reading.words.speech import quotes_in

_NOW_AT = re.compile(
    r"\b(?<!used\sto\s)(?:(?:works?|working|now)\s+(?:(?:now|over)\s+)?(?:at|to|with|for)?|(?:moved|gone|joined|went)\s+(?:(?:now|over)\s+)?(?:at|to|for)?)\s*$",
    re.IGNORECASE,
)
_HAS_LEFT = re.compile(
    r"\b(?:quit|left|leaving|resigned\s+from|retired\s+from|formerly\s+(?:at|with)|used\s+to\s+be\s+(?:at|with))\s+$",
    re.IGNORECASE,
)
# "he eats at Monday's Diner", "knows Karen at Westfall", "across from Summit": named, and not whom the line is about.
_ONLY_THERE = re.compile(
    r"\b(?:(?:lunch(?:es|ed)?|dinner|breakfast|coffee|drinks?|beers?|met|meet|meeting)\s+(?:(?!at\b)[\w’-]+\s+){0,2}at\s+"
    r"|(?:eats?|ate|eating|works?|worked|knows|banks|shops|parks|used\s+to\s+(?:be|work|eat)|next\s+(?:door\s+)?to|across\s+from|near|cousin|brother|sister|wife|husband|friend|neighbou?r)\s+"
    r"(?:(?:(?!at\b|from\b|with\b|in\b|of\b)[\w’-]+\s+){0,2}(?:at|from|with|in|of)\s+)?)(?:the\s+)?$",
    re.IGNORECASE,
)
# "called after talking to Cobalt's SJ": whom they asked about us.
_ASKED_THERE = re.compile(
    r"\b(?:after|before|since|on\s+the\s+back\s+of)\s+(?:(?:she|he|they)\s+)?(?:(?:talk|speak|chatt|meet|call|check)(?:ing|ed)?|spoke|met|hearing|an?\s+(?:(?:good|great|long|reference|quick)\s+)?(?:call|chat|talk|word))\s+(?:(?:to|with|from)\b|w/)?\s*(?:our\s+(?:reference|customer|friend)s?\s+)?(?:(?:the\s+)?[\w’-]+\s+(?:at|of|from)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "they use Vantage's press", "switched from Kestrel", "went with Hexagon": whom they buy from, or bought from.
_BUYS_FROM = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|runs?\s+on|running\s+on|switch(?:ed|es|ing)\s+(?:over\s+)?from|(?:buy|leas|rent|sourc|order)(?:s|es|e|ing|ed)?\s+(?:it\s+|theirs\s+|everything\s+)?from|(?:came|come|coming)\s+(?:over\s+|to\s+us\s+)?from|customers?\s+of|(?:go(?:es|ing)?|went|gone|stay(?:s|ed|ing)?|stick(?:s|ing)?|signed|competing|up\s+against|compar(?:e[sd]?|ing)\s+(?:us\s+)?)\s*(?:with|w/|against)|(?:lost|losing)\s+(?:(?:it|this|out|the\s+\w+)\s+)?to|(?:quote|bid|offer)s?\s+(?:is\s+)?(?:by|from)|compar(?:e[sd]?|ing)\s+(?:us\s+)?to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\s+(?:asks?|asked|says|said|wants|mentioned|told|thinks|knows)\b", re.IGNORECASE)
_LEFT_OVER = re.compile(r"^\s*(?:cu|co|inc|ltd|group|hq|corp|foods|health)\b\.?", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:(?:over|back|up|down)\s+)?(?:for|at|from|to|with|w/|of)|\b(?:z|ze|von|vom|bei|(?:de\s+)?chez|di|fra|från|van|hos)(?=\s)|@)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whose:
    """The deals a line may be about, `sure` when it is one; whom it names; and the line without the company's name."""

    ids: tuple[int, ...]
    sure: bool
    people: tuple[str, ...]
    rest: str
    is_mistyped: bool = False  # it was recognised by a name with a typo
    has_moved: bool = False  # somebody works elsewhere now: the deal is that of the new place


def whose(text: str, known: Sequence[Known]) -> Whose:
    head, tail = split_at(text, LONGEST_LINE)
    found = tuple(mentions(head, known))
    ids = _meant(head, found)
    named = (one for one in found if one.person and not _is_month(one, head, ids))
    people = tuple(dict.fromkeys(_whole(one, head, ids, known) for one in named))
    mistyped = any(one.is_mistyped and set(one.ids) & set(ids) for one in found)
    rest = f"{_rest(head, found, ids)} {tail}".strip()
    return Whose(ids, len(ids) == 1, people, rest, mistyped, _new_place(head, found) is not None)


def surely(text: str, known: Sequence[Known]) -> int | None:
    """The one deal that every name in the line fits; None where another could be meant, or no name is typed as it is: beside one
    that is, a slip leaves no doubt ("Boreali: Ines said …")."""
    head, tail = split_at(text, LONGEST_LINE)
    found = mentions(head, known)
    typed = [set(one.ids) for one in found if not one.is_mistyped]
    if tail or not typed:
        return None
    ids = typed[0].intersection(*typed[1:])
    is_one = len(ids) == 1 and all(ids <= set(one.ids) for one in found)
    return ids.pop() if is_one else None


def _meant(text: str, found: Sequence[Mention]) -> tuple[int, ...]:
    """The deals that fit every name, companies before people; more than one means: ask."""
    companies = [one for one in found if not one.person]
    new = _new_place(text, found)
    if new is not None:
        return companies[new].ids if new >= 0 else tuple(dict.fromkeys(id_ for one in companies for id_ in one.ids))
    moved = [one for one in companies if _NOW_AT.search(text[: one.start])]
    left = [one for one in companies if _HAS_LEFT.search(text[: one.start])] if len(companies) > 1 else []
    stays = [one for one in companies if one not in left and not _is_only_there(text, one, found)]
    stays = [one for one in stays if not _is_of_whom_they_spoke(text, one, found)]
    first = (moved or stays or [one for one in found if one not in companies] or companies)[:1]
    if not first:
        return ()
    ids = first[0].ids
    for one in found:
        both = tuple(id_ for id_ in ids if id_ in one.ids)
        ids = both or ids
    return ids


def _new_place(text: str, found: Sequence[Mention]) -> int | None:
    companies, people = (
        [(one.start, one.end) for one in found if bool(one.person) is is_one] for is_one in (False, True)
    )
    return new_place(text, companies, people)


def _is_of_whom_they_spoke(text: str, company: Mention, found: Sequence[Mention]) -> bool:
    """ "Pat asked, is Olu (Vantage) a reference": the firm of somebody whom another, who was named first, spoke of."""
    people = [one for one in found if one.person and one.end <= company.start]
    if len(people) < 2 or text[people[-1].end : company.start].strip() != "(":  # noqa: PLR2004 - who spoke, and of whom
        return False
    first, last = people[0], people[-1]
    is_theirs = bool(set(last.ids) & set(company.ids)) and set(first.ids).isdisjoint(company.ids)
    return is_theirs and bool(_ASKED.match(text, first.end))


def _is_only_there(text: str, company: Mention, found: Sequence[Mention]) -> bool:
    """Where somebody eats, works or was met, while the line names another whom it is about."""
    is_of_another = any(set(one.ids).isdisjoint(company.ids) for one in found)
    before = text[max(0, company.start - REACH) : company.start]
    return is_of_another and any(way.search(before) for way in (_ONLY_THERE, _ASKED_THERE, _BUYS_FROM))


def _whole(one: Mention, text: str, ids: Sequence[int], known: Sequence[Known]) -> str:
    """The person's whole name, as the deal that is meant knows it: two companies may each have a Dana."""
    said = " ".join(plain_words(text[one.start : one.end]))
    there = (person for deal in known if deal.id in ids for person in deal.contacts)
    return next((person for person in there if said in person_called(person)), one.person)


def _is_month(one: Mention, text: str, ids: Sequence[int]) -> bool:
    """ "May is more realistic": a month, where the May whom we know is of another company."""
    return not set(one.ids) & set(ids) and is_day_word(text[one.start : one.end].lower())


def _rest(text: str, found: Sequence[Mention], ids: Sequence[int]) -> str:
    """The line without the company, and with capitals and apostrophes where a person is named; nothing is changed otherwise."""
    quoted = tuple(quotes_in(text))  # their words stay as they are
    for one in reversed(found):
        if any(start < one.start < end for start, end in quoted):
            continue
        before, said, after = text[: one.start], text[one.start : one.end], text[one.end :]
        if one.person:
            title = re.search(rf"\b(?:{'|'.join(TITLES)})\.?\s+$", before, re.IGNORECASE)
            lead = title.start() if title else len(before)
            owned = f"{said[:-1]}'s" if one.lacks_apostrophe else _dotted(said, after)
            text = before[:lead] + _capital(before[lead:] + owned) + after
        elif set(one.ids) & set(ids):
            text = _without(with_capital(before, after), after)
    return stripped(begun(text, " :,;-–—/."), " :,;-–—/")


def _dotted(said: str, after: str) -> str:
    """ "bill s" is Bill S., as a sentence reads him."""
    is_bare = len(said) > 2 and said[-2].isspace() and not after.startswith((".", "'", "’"))  # noqa: PLR2004 - a name and its letter
    return f"{said}." if is_bare else said


def _capital(said: str) -> str:
    return WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], said)


def _without(before: str, after: str) -> str:
    """What stands round a company's name goes with it: "(Cobalt)", "for vantage freight", "kestrel/", "Acme:"."""
    if before.rstrip().endswith("(") and (after := _LEFT_OVER.sub("", after)).lstrip().startswith(")"):
        return f"{before.rstrip()[:-1].rstrip()} {after.lstrip()[1:].lstrip()}"
    if not before.strip():
        return begun(re.sub(r"^['’]s\b", "", after), " :,;-–—/.")
    after = _LEFT_OVER.sub("", after)
    if not re.match(r"['’]?s?\s+[A-Z]", after):  # else "with Acme's Dana" is with Dana
        before = _LEAD.sub("", before)
    before = before.rstrip(" /") if after[:1] == ":" or before.rstrip().endswith("/") else before
    joint = "" if after[:1] in ".,;:!?)" else " "
    return f"{before.rstrip()}{joint}{after.lstrip(' /')}"
