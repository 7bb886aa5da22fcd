"""A line without the names that stand in it, for who knows already which deal it is about."""

import re
from collections.abc import Sequence

from bot.reading.mentioned.mentions import Mention, mentions
from bot.reading.names import Known
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import FIRST_NAMES
from bot.reading.people.atwork import newcomer_at
from bot.reading.words.bounds import LONGEST_LINE
from bot.reading.words.speech import NAME

_LONGEST_LEAD = 30
_LEAD = re.compile(r"(?:\b(?:for|at|from|to|with|w/|of)|@)\s*$", re.IGNORECASE)
_SIGNED_AT = re.compile(
    r"\b(?P<act>(?:counter|e-?)?signed|ordered)\s+(?:over\s+)?(?:at|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_ITS_PART = re.compile(r"['’]s\b|\s+(?:office|plant|school|shop|store|site|hq|branch|meeting|party)\b", re.IGNORECASE)
_OWNS = re.compile(r"^['’]s\b")
_OF = r"(?:at|from|of|z|ze|von|vom|bei|chez|di|da|fra|från|van|hos)"  # "Jan z Ferro", "Anke von Müller"
_JOINT = re.compile(rf"[\s,/@(]*(?:\b{_OF}\s+)?", re.IGNORECASE)
_MARK = re.compile(r"\)?\s*[:,;]\s+|\)?\s+[-–—]\s+")
_OF_FIRM = re.compile(rf"\s*,?\s+{_OF}\s+|\s*[@(]\s*|\s+", re.IGNORECASE)
_SOMEBODY_OF = re.compile(
    rf"(?:^|[,;:.]\s+|\b(?:and|but)\s+)(?P<who>{NAME}|{'|'.join(sorted(FIRST_NAMES))})\s+(?:{_OF}\s+|@\s*)$",
    re.IGNORECASE,
)


def without_names(text: str, known: Sequence[Known]) -> str:
    """ "actually for Erik it's the 19th" -> "actually it's the 19th"."""
    left, end = [], 0
    for one in mentions(text[:LONGEST_LINE], known):
        between = _OWNS.sub("", text[end : one.start]) if end else text[: one.start]
        left.append(_without_lead(between).strip())
        end = one.end
    last = _OWNS.sub("", text[end:]) if end else text
    return " ".join(part for part in [*left, last.lstrip() if end else last] if part).strip(" ,")


def _without_lead(before: str) -> str:
    """Only its last word may lead to a name."""
    kept = max(len(before) - _LONGEST_LEAD, 0)
    return f"{before[:kept]}{_LEAD.sub('', before[kept:])}"


def headed(text: str, deal: Known) -> tuple[str, str] | None:
    """Who is named beside the firm at the head of a line of this deal, and the rest: "stone boreal: he decides"."""
    end, people, is_firm = 0, [], False
    for one in mentions(text, (deal,)):
        if not _JOINT.fullmatch(text, end, one.start):
            break
        end, is_firm = one.end, is_firm or not one.person
        people += [one.person] if one.person else []
    mark = _MARK.match(text, _behind_title(text, end, deal.title))
    return (people[0] if len(people) == 1 else "", text[mark.end() :]) if is_firm and mark else None


def _behind_title(text: str, end: int, title: str) -> int:
    """Where "Bright Smile, service plan" ends."""
    whole = re.compile(rf"[\s,]+{re.escape(title)}\b", re.IGNORECASE).match(text, end) if title else None
    return whole.end() if whole else end


def without_firm(text: str, deal: Known) -> str:
    """ "karin ek from iota sends it" -> "Karin Ek sends it": a person with their firm is one who acts."""
    found = mentions(text, (deal,))
    for firm in reversed([one for one in found if not one.person]):
        who = _of_firm(text, firm, found)
        if who:
            start, end = who
            said, after = text[start:end], text[firm.end :]
            text = f"{text[:start]}{as_name(said)}{after.removeprefix(')')}"
    return text


def without_signing_place(text: str, deal: Known) -> str:
    """ "signed at Buckeye 3,900" is "signed 3,900"."""
    for firm in reversed([one for one in mentions(text, (deal,)) if not one.person]):
        first = max(0, firm.start - _LONGEST_LEAD)
        at = _SIGNED_AT.search(text[first : firm.start])
        is_place = at and not _ITS_PART.match(text, firm.end)
        text = f"{text[: first + at.end('act')]}{text[firm.end :]}" if at and is_place else text
    return text


def _of_firm(text: str, firm: Mention, found: Sequence[Mention]) -> tuple[int, int] | None:
    """Where the one stands who is named directly before their firm: known there, or of a usual first name."""
    new = newcomer_at(text[: firm.start], text[firm.end :])
    known = next((one for one in found if one.person and _OF_FIRM.fullmatch(text, one.end, firm.start)), None)
    if known and not (new and new[0] < known.start):  # "marit berg" is not Ingvild Berg
        return known.start, known.end
    if new:
        return new
    usual = _SOMEBODY_OF.search(text[: firm.start])
    return (usual.start("who"), usual.end("who")) if usual else None
