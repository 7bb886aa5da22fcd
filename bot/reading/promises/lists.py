"""Things told one after another belong together: "quote, deck and refs by Fri", "sending it, both by Fri"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.openclause import act_in
from bot.reading.grammar.ourthings import is_thing
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.theirs import THEIRS

_LAST = re.compile(r"^(?P<first>[^,]+?)\s+(?:and|plus|&|\+)\s+(?P<second>[^,]+)$", re.IGNORECASE)
_ONE = re.compile(
    r"^(?:(?:the|an?|our|her|his|their|its|some|two|both)\s+)*[\w'’/-]+(?:\s+[\w'’/-]+){0,2}$", re.IGNORECASE
)
_LAST_OF_THREE = re.compile(r"^(?:and|plus|&|\+)\s+(?P<second>[^,]+)$", re.IGNORECASE)
_ALL = re.compile(
    r"^(?:both|all(?:\s+(?:of\s+(?:it|them)|three|two))?|everything|each|the\s+lot|it\s+all)?(?:hopefully|probably|ideally|some\s?time)?$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"^(?:the|an?|our|her|his|their|its|some)\s", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:i|we|she|he|they|it|no|not|left|called|spoke|met)\b", re.IGNORECASE)
_TO_SOMEBODY = re.compile(r"\b(?:with|to|at|about)\s+(?!her$|him$|them$|me$|us$)[\w'’-]+$", re.IGNORECASE)
_JOINT = re.compile(r"\s*,?\s+(?:and|&|\+|plus)\s+", re.IGNORECASE)
_DOES_SO = re.compile(
    rf"^(?:the\s+|their\s+|our\s+)?(?:{THEIRS}|[a-z][\w'’-]*(?:\s+[\w'’-]+)?)\s+(?:lands?|comes?|coming|goes|follows|arrives?|is\s+due|is\s+coming|will\s+(?:be|come|follow|go))\b",
    re.IGNORECASE,
)
_HANDS = r"(?:sends?|brings?|gives?|gets?|shares?|forwards?|delivers?|posts?|mails?|e-?mails?|provides?|signs?|pays?)"
# What both things share: "I send [the deck]", "[the invoice] goes out from me".
_ACT_FOR = re.compile(
    rf"^(?:(?P<before>(?:(?:and|but|then|so)\s+)*(?:(?:i|we|she|he|they|(?-i:[A-Z])[\w'’]+)(?:['’]ll|\s+will)?\s+[a-z]+|{_HANDS})\s+(?:(?:her|him|them|me|us|(?-i:[A-Z])[\w'’-]+)\s+)?)(?=(?:the|an?|our|my|her|his|their)\s|[a-z][\w/-]*(?:\s+[a-z][\w/-]*)?\s*$).*"
    r"|(?:[\w'’-]+\s+){1,4}?(?P<behind>\s*(?:goes|go|will\s+go|ships?|comes?|is\s+coming|lands?)\b.*?))\s*$",
    re.IGNORECASE,
)
# What goes with the next thing: it is handed over, by the one who hands over the first.
_HANDS_OVER = re.compile(rf"(?:^|\s|['’]ll\s)(?!gets?\b){_HANDS}\s+(?:(?:her|him|them|me|us)\s+)?$", re.IGNORECASE)
_ONE_TO_HAND = re.compile(
    r"\b(?:plans?|lists?|drawings?|photos?|pics|forms?|sheets?|reports?|measurements?|numbers|figures|files?|packs?|papers?|PO|redlines)$",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"\b(?:is|are|was|were|will|now|still|calls?|meetings?|demos?|visits?|lunch|coffee|workshop|review|kick-?off|back|again|away|off|out|ok|fine|then|latest)\b",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"^(?:an?\s+|the\s+)?intro(?:duction)?s?\s+(?:to|with)\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}$", re.IGNORECASE
)
_MOST_THINGS = 6


def together(
    clauses: Iterable[str], is_promise: Callable[[str], bool], dates_in: Callable[[str], Sequence[DateReading]]
) -> Iterator[str]:
    """The clauses, with a list of things put back into the one that promises them; only where that makes a promise."""
    open_: list[str] = []  # a clause without a day, and the things behind it
    for clause in clauses:
        dates = dates_in(clause)
        if open_ and len(open_) < _MOST_THINGS and not dates and _is_thing(clause):
            open_.append(clause)
            continue
        whole = _put_back(open_, clause, dates, is_promise) if open_ and dates else ""
        if whole:
            yield whole
            open_ = []
            continue
        yield from open_
        open_ = [] if dates else [clause]
        if dates:
            yield clause
    yield from open_


def _put_back(open_: list[str], clause: str, dates: Sequence[DateReading], is_promise: Callable[[str], bool]) -> str:
    """The clause with what stood before it; empty where the two promise nothing together, or the first did so alone."""
    if len(open_) == 1 and _is_only_a_day(clause, dates) and not is_promise(open_[0]):
        dated = f"{open_[0]} {clause}"
        if is_promise(dated):
            return dated
    listed = ", ".join([*open_, clause])
    is_list = not _TO_SOMEBODY.search(open_[0]) and _ends_list(clause, dates, len(open_))
    return listed if is_list and is_promise(listed) else ""


def _is_only_a_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "sending the sheet anyway, tomorrow"; a day with its hour is an appointment."""
    return (
        len(dates) == 1 and not dates[0].at and not f"{clause[: dates[0].start]}{clause[dates[0].end :]}".strip(" .,!")
    )


def parted(clause: str, dates: Sequence[DateReading]) -> tuple[str, ...]:
    """ "invoice goes out tomorrow and the welcome pack Monday": two clauses, each with its own day; else the one."""
    if len(dates) != 2 or clause[dates[1].end :].strip(" .!"):  # noqa: PLR2004
        return (clause,)
    joint = _JOINT.match(clause, dates[0].end)
    second = clause[joint.end() : dates[1].start].strip() if joint else ""
    first, when = clause[: dates[0].end], clause[dates[1].start :]
    if not joint or not second:
        return (clause,)
    if _DOES_SO.match(second) or act_in(second):
        return first, clause[joint.end() :]
    act = _ACT_FOR.match(clause[: dates[0].start]) if _is_another(second) else None
    if act is None:
        return (clause,)
    return first, " ".join(f"{act['before'] or ''} {second} {act['behind'] or ''} {when}".split())


def act_shared(clause: str, dates: Sequence[DateReading]) -> str:
    """ "Rose sends" of "Rose sends photos today": what stands behind it with its own day may be sent as well."""
    found = _ACT_FOR.match(clause[: dates[0].start]) if len(dates) == 1 else None
    act = found["before"] or "" if found else ""
    return act if _HANDS_OVER.search(act) else ""


def with_act(clause: str, dates: Sequence[DateReading], act: str) -> str:
    """ "the floor plan tomorrow", behind "Rose sends photos today"; any other clause as it is."""
    bare = clause[: dates[0].start].strip() if act and len(dates) in {1, 2} else ""
    thing = re.sub(r"^(?:and|plus|&)\s+", "", bare, flags=re.IGNORECASE)
    is_sure = is_thing(thing) or bool(_ONE_TO_HAND.search(thing))
    return f"{act}{thing} {clause[dates[0].start :]}" if thing and is_sure and _is_another(thing) else clause


def _is_another(words: str) -> bool:
    """A second thing, and no act and no talk: "the welcome pack", "floor plan"."""
    if _INTRO.match(words):
        return True
    if not _ONE.match(words) or _NO_THING.search(words) or any(map(_is_done, words.split()[1:])):
        return False
    is_bare = base_verb(words.split(maxsplit=1)[0]) is None and not _SUBJECT.match(words)
    return is_thing(words) or bool(_DETERMINED.match(words)) or is_bare


def _is_done(word: str) -> bool:
    return base_verb(word) not in {None, word.lower()}


def day_of_all(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "both by Fri", "by Fri": nothing but the day of what was promised just before."""
    return (
        len(dates) == 1 and ends_with_day(clause, dates[0].end) and bool(_ALL.match(clause[: dates[0].start].strip()))
    )


def _ends_list(clause: str, dates: Sequence[DateReading], before: int) -> bool:
    if len(dates) != 1 or clause[dates[0].end :].strip(" .!") or not before:
        return False
    bare = clause[: dates[0].start].strip()
    found = _LAST.match(bare)
    if found:
        return _is_thing(found["first"]) and _is_thing(found["second"])
    last = _LAST_OF_THREE.match(bare)
    return bool(last and _is_thing(last["second"]))


def _is_thing(words: str) -> bool:
    """A few words of which the first is no verb and nobody: "refs", "the spec"."""
    if is_thing(words):
        return True
    first = words.split(maxsplit=1)[0]
    return (
        bool(_ONE.match(words))
        and not _SUBJECT.match(words)
        and (
            bool(_DETERMINED.match(words)) or (len(words.split()) == 1 and first.islower() and base_verb(first) is None)
        )
    )
