"""A line that tells of several deals: what a clause tells belongs to whoever is named at its head, and to nobody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.reading.mentioned.mentions import Mention, mentions
from bot.reading.names import Known
from bot.reading.people.atwork import is_no_name
from bot.reading.words.leads import AND
from bot.reading.words.speech import first_clauses, quotes_in

_SPOKE = r"(?:(?:i|we|just|have|had)\s+)*(?:spoke|spoken|talked|chatted|met|rang|called|phoned)\s+(?:(?:to|with)\s+)?"
_TRIED = r"(?:l?vm|lm|n/a|tried)\s+(?:(?:for|with|at)\s+|w/\s*)?"
_TO_HEAD = re.compile(rf"{AND}(?:{_SPOKE}|{_TRIED})?(?:(?:over\s+)?(?:at|from)\s+)?", re.IGNORECASE)
# "... signs friday and at monday's diner linda wants": who dictates says no comma before another deal.
_GOES_ON = re.compile(
    r"(?<=\w)\s+(?:and|but|also|plus|while)\s+(?:(?:also|then)\s+)?(?:(?:(?:over\s+)?at|from|to|with)\s+)?$",
    re.IGNORECASE,
)
_OF_FIRM = re.compile(r"\s+(?:(?:over|up|down)\s+)?(?:at|from|of|w/|@)\s+(?:the\s+)?", re.IGNORECASE)
_SOMEBODY_OF = re.compile(
    rf"(?:^|[,;]\s|\b(?:and|but|to|with|for)\s+)(?P<who>[^\W\d_][\w’-]+(?:\s+[^\W\d_][\w’-]+)?){_OF_FIRM.pattern}$",
    re.IGNORECASE,
)
_LONGEST_NAME = 50
# "dropped the agreement off at Acme and the quote at Otto's": what we did at each, and nobody can say where the one ends.
_AT_EACH = re.compile(
    rf"{AND}(?:(?:i|we|just|have|had)\s+)*(?:sent|dropped|left|gave|brought|took|handed|e-?mailed|mailed|texted|told|asked|showed|called|tried|visited|shipped|delivered|invoiced|quoted|promised|owe|stopped|went)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|plus)\s|,\s", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|to|for|with|from|by)\s+(?:(?:the|dr\.?|doctor|mr\.?|mrs\.?|ms\.?)\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:&|\+|\band\b)\s*(?:(?:to|with)\s+)?", re.IGNORECASE)
# "Otto's contract", "Otto told me so", "Boreal is our reference": named, and nothing is told of their deal.
_ONLY_NAMED = re.compile(
    r"\s+(?:told\s+(?:me|us|her|him|them)\b|(?:is|was|are|were)\s+(?:(?:now|also|already|still)\s+)?(?:(?:our|my|the|their|his|her|one\s+of)\b|(?:an?\s+)?(?:cheaper|faster|slower|reference|customer|client|competitor|\d+\s?%))|recommended\b|referred\b|introduced\b|(?:gave|gives|passed)\s+(?:her|him|them|me|us)\s+(?:our|my|her|his|their|your)\b|(?:quoted?|bids?|undercut|undercuts|offered|offers|charges)\b|(?:runs?|does|do|owns?|handles?|supplies|insures?|lends?|sells?|hosts?|prints?|makes?|builds?|pays?|ships?|delivers?|services?|manages?)\s+(?:(?:to|for)\s+)?(?:them|him|her|their|his)\b)",
    re.IGNORECASE,
)
_OWNS = re.compile(r"[^\W_]+['’]s\s", re.IGNORECASE)  # "Otto's contract", or "Otto's in"
_MOST = 5
_LONGEST_FIRM = 5  # words


@dataclass
class OfEach:
    """By deal the clauses that tell of it; `is_open` when one may be of any of those spoken to."""

    told: dict[int, list[str]] = field(default_factory=dict)
    is_open: bool = False
    last: int | None = None  # of whom a clause goes on that names nobody

    def hear(self, clause: str, heads: Sequence[Mention]) -> None:
        deals = list(dict.fromkeys(one.ids[0] for one in heads))
        if len(deals) > 1:  # "spoke to Karin and Otto"
            self.is_open |= bool(clause[heads[-1].end :].strip())
            self.last = None
            self.told |= {one.ids[0]: [f"spoke to {clause[one.start : one.end]}"] for one in heads}
            return
        self.is_open |= not deals and len(self.told) > 1  # "Otto is her cousin, she signs": either may
        self.last = deals[0] if deals else self.last
        if self.last is None:
            self.is_open = True
        else:
            self.told.setdefault(self.last, []).append(clause)


def of_each(text: str, known: Sequence[Known]) -> OfEach | None:
    """ "spoke to Karin and Otto. Karin wants 3 lamps, Otto signs Friday": None unless it tells of two deals or more."""
    if any(quotes_in(text)) or text.rstrip().endswith("?"):
        return None
    found, clauses = OfEach(), first_clauses(_parted(text, known))
    if anew := _begun_anew(clauses, known):
        return anew
    heads = [_heads(clause, known) for clause in clauses]
    if not heads or not heads[0]:
        return _at_each(text, known)
    if clauses[0] == clauses[0][heads[0][0].start : heads[0][-1].end]:
        return None  # "Iota, …": all of it is about that one
    found.is_open = any(_OWNS.match(clause) and not named for clause, named in zip(clauses, heads, strict=True))
    for clause, named in zip(clauses, heads, strict=True):
        found.hear(clause, named)
    return found if 1 < len(found.told) <= _MOST else None


def _begun_anew(clauses: Sequence[str], known: Sequence[Known]) -> OfEach | None:
    """ "acme: dana signs, halcyon: beth signs", "acme - … halcyon - …": a firm before a mark, and then another one."""
    last = clauses[-1] if clauses and ":" not in clauses[-1] else ""  # of a list, perhaps
    begun = [one.ids[0] for clause in clauses if clause != last and (one := _firm_before_mark(clause, known))]
    deals = dict.fromkeys(begun)
    told: dict[int, list[str]] = {id_: [] for id_ in deals}
    return OfEach(told, is_open=True) if 1 < len(told) <= _MOST else None


def _firm_before_mark(clause: str, known: Sequence[Known]) -> Mention | None:
    if ":" not in clause and len(clause.split()) > _LONGEST_FIRM:
        return None
    one = next(iter(mentions(clause, known)), None)
    is_head = one and not (one.person or one.start or len(one.ids) > 1)
    return one if one and is_head and (one.end == len(clause) or clause.startswith(":", one.end)) else None


def with_firms(text: str, known: Sequence[Known]) -> tuple[Mention, ...]:
    """Every name, a person together with their firm: "karen at westfall" is one, and of Westfall's deal alone."""
    found: list[Mention] = []
    for one in mentions(text, known):
        last = found[-1] if found else None
        if last and last.person and not one.person and _OF_FIRM.fullmatch(text, last.end, one.start):
            both = tuple(id_ for id_ in one.ids if id_ in last.ids)
            found[-1] = Mention(last.start, one.end, both or one.ids, last.person, is_mistyped=one.is_mistyped)
        else:
            found.append(one if one.person else replace(one, start=_somebody_of(text, one)))
    return tuple(found)


def _somebody_of(text: str, firm: Mention) -> int:
    """Where "temi at vantage" begins, of whom nobody knows."""
    first = max(0, firm.start - _LONGEST_NAME)
    new = _SOMEBODY_OF.search(text[first : firm.start])
    return first + new.start("who") if new and not any(map(is_no_name, new["who"].split())) else firm.start


def _at_each(text: str, known: Sequence[Known]) -> OfEach | None:
    """ "sent the quote to Acme and the contract to Otto": of which deal it is, is asked."""
    if not _AT_EACH.match(text):
        return None
    there = [
        one for one in with_firms(text, known) if len(one.ids) == 1 and (one.person or _AT.search(text[: one.start]))
    ]
    told: dict[int, list[str]] = {}
    for before, one in pairwise(there):
        if before.ids != one.ids and _AND.search(text, before.end, one.start):
            told |= {before.ids[0]: [], one.ids[0]: []}
    return OfEach(told, is_open=True) if 1 < len(told) <= _MOST else None


def _parted(text: str, known: Sequence[Known]) -> str:
    """A comma before each further deal that begins to be told of; "wants it and Boreal's price" tells nothing of Boreal."""
    named = with_firms(text, known)
    for before, one in reversed([*pairwise(named)]):
        joint = _GOES_ON.search(text, before.end, one.start)
        is_other = len(one.ids) == 1 and one.ids != named[0].ids
        is_told = joint and _TELLS.match(text, before.end, joint.start() + 1) and _TELLS.match(text, one.end)
        if joint and is_other and is_told and not _is_only_named(text, one):
            text = f"{text[: joint.start()]}, {text[_begins(text, one, named) :]}"
    return text


def _begins(text: str, one: Mention, named: Sequence[Mention]) -> int:
    """ "chi dental otto signs": Otto's firm is known by him."""
    theirs = (next_.start for next_ in named if next_.ids == one.ids and text[one.end : next_.start] == " ")
    return next(theirs, one.start)


# Behind a name, itself or one of theirs acts: "wants ...", "linda wants ..."; "Karin and Otto" were both spoken to.
_TELLS = re.compile(
    r"\s+(?:[\w'’]+\s+){0,5}?(?:wants?|needs?|says|said|asked|called|rang|emailed|mailed|wrote|will|is|was|has|signs?|signed|sends|sent|pays|paid|likes|liked|agreed|decides|moved|got|didn['’]?t|isn['’]?t|can['’]?t|won['’]?t)\b",
    re.IGNORECASE,
)


def _heads(clause: str, known: Sequence[Known]) -> list[Mention]:
    """Who acts in a clause, or was spoken to: the names at its head, each of one deal alone."""
    lead = _TO_HEAD.match(clause)
    end = lead.end() if lead else 0
    heads: list[Mention] = []
    for one in with_firms(clause, known):
        is_next = one.start == end or (heads and _JOINED.fullmatch(clause, end, one.start))
        if not is_next or len(one.ids) > 1 or clause.startswith(":", one.end) or _is_only_named(clause, one):
            break
        heads.append(one)
        end = one.end
    return heads


def _is_only_named(clause: str, one: Mention) -> bool:
    return clause[one.start : one.end].endswith(("'s", "’s")) or bool(_ONLY_NAMED.match(clause, one.end))
