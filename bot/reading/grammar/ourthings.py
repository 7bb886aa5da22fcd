"""Things that a seller hands over: the quote, the deck, the references. Some, like the contract, either side does.

What is no such thing by its name may be anybody's, and is not looked for here.
"""

import re

from bot.phrases import base_verb
from bot.reading.words.daynames import WORKDAY
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.money import CURRENCIES
from bot.reading.words.speech import NAME

_DET = r"(?:(?:the|an?|our|my|that|this|these|some|both|two|three|more|another\s+copy\s+of\s+the)\s+)*"
_ADJECTIVE = (
    r"(?:(?!(?:her|his|their|and|from|to|of|for|by|on|other|another|competing|signed)\b)(?:\d{1,4}-)?[a-z][a-z-]*\s+)"
)
_HEAD = (
    r"(?:quot(?:e|ation)s?|estimates?|offers?|proposals?|pricing|prices?|price\s+lists?|rate\s+cards?|decks?|slides?|slide\s+decks?"
    r"|presentations?|contracts?|agreements?|ndas?|msa|sow|order\s+forms?|invoices?|brochures?|case\s+stud(?:y|ies)|refs?|references?"
    r"|samples?|data\s?sheets?|(?:spec|price)\s+sheets?|docusigns?|roi(?:\s+(?:sheet|model|calc|calculator|numbers))?|write-?ups?|flowers|(?:one|two|[12])[\s-]?pagers?|drafts?|recap|summary|business\s+case|mock-?ups?|catalogues?|terms|white\s?papers?"
    r"|tilbud|offert[e]?|angebot|devis|preventivo|oferta|thank[\s-]you\s+(?:card|note|gift|letter)|gift\s+(?:basket|card|box)"
    r"|(?:demo|trial|login|payment|booking)\s+(?:account|login|link|access|recording)s?|docs|details|info|soc\s?2(?:\s+reports?)?|iso\s?27001|pen[\s-]?tests?(?:\s+reports?)?)"
)
_THING = rf"{_DET}{_ADJECTIVE}{{0,2}}?{_HEAD}"
THINGS = rf"{_THING}(?:\s*(?:,|,?\s+(?:and|plus)|&|\+)\s+{_THING})*"
_DETERMINER = re.compile(r"(?:the|an?|our|my|that|this|these|some|both|two|three|more|another)$", re.IGNORECASE)
_ONE_HEAD = re.compile(rf"\b{_HEAD}\b", re.IGNORECASE)
_DOES_A_THING = re.compile(r"(?:the\s+|her\s+|his\s+)?[\w'’-]+\s$", re.IGNORECASE)  # whoever does it
_OUR_THING = re.compile(
    rf"\s{THINGS}(?=\s+(?:by|on|to|for|before|until|tom\w*|tmrw?|tmw|today|eod|next|\w+day|mon|tue|tues|wed|thu|thur|thurs|fri)\b|\s*$)",
    re.IGNORECASE,
)
BARE_THING = re.compile(
    rf"{AND_ALSO}(?P<thing>{THINGS})(?:\s+to\s+(?:her|him|them|both|all(?:\s+\w+)?|everyone|everybody|{NAME}))?(?:,?\s+(?:both|all))?$",
    re.IGNORECASE,
)
_EITHERS = re.compile(r"\b(?:contracts?|agreements?|ndas?|msa|terms|docs|details|info)\b", re.IGNORECASE)
TO_THEM = re.compile(
    rf"\b(?:her|him|them)(?=\s*$|\s+(?:the|an?|our|some|both|two|three|four|five|\d{{1,2}}(?=\s+(?!days?\b|weeks?\b|wks?\b|hours?\b|min|[ap]m\b)[a-z]{{2,}})|back|about|again|over|with|for|to|on|at|when|once|by|before|today|tonight|tom\w*|tmrw|next|{WORKDAY})\b)",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"\b(?:her|his|their)\s+(?:boss|manager|team|cfo|ceo|cto|board|legal|finance|it)\b", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:i|we|she|he|they|it|you|no|not|sent|got|gave|saw|had|went|made|took|showed|read|\w+(?<!updat)(?<!revis)(?<!amend)(?<!detail)(?<!adjust)ed)$",
    re.IGNORECASE,
)
_OF_WHAT_KIND = re.compile(
    r"(?!(?:approved|executed|accepted|countersigned|redlined|marked|agreed|promised|paid)\b)[a-z-]{2,}ed",
    re.IGNORECASE,
)


def is_thing(words: str) -> bool:
    """Whether it is something that a seller hands over, and nothing more: "the quote", "deck and refs"."""
    found = BARE_THING.match(words)
    return bool(found and not tells_an_act(found["thing"]))


_SOME_THING = re.compile(
    rf"(?:^|\s)(?:{_HEAD}|(?!no\s)\w+\s+ones?|it|this|that|these|those)(?:\s+(?:to|for)\s+[\w'’]+)?$", re.IGNORECASE
)


def is_some_thing(words: str) -> bool:
    """Whether the last that is named is a thing, whatever stands before it: "sent the wrong quote to Ida, right one"."""
    return bool(_SOME_THING.search(words))


def tells_an_act(thing: str, *, is_asked: bool = False) -> bool:
    """ "sent pricing", "i send quote": what is done, or who does it, stands before the thing. "She needs tiered pricing" tells of what kind."""
    head = _ONE_HEAD.search(thing)
    if head and _DOES_A_THING.match(thing[: head.start()]) and _ONE_HEAD.match(thing, head.end() + 1):
        return base_verb(head[0]) not in {None, head[0].lower()}  # "Dana drafts SOW"
    before = [word for word in thing[: head.start()].split() if not _DETERMINER.match(word)] if head else []
    before = [word for word in before if word not in CURRENCIES and not (is_asked and _OF_WHAT_KIND.fullmatch(word))]
    return any(base_verb(word) is not None or _DONE.match(word) for word in before)


def is_eithers(thing: str) -> bool:
    """ "the NDA", "details": both sides hand such things over."""
    return bool(_EITHERS.search(thing))


def is_only_eithers(things: str) -> bool:
    """ "the contract and the docs": nothing with them that a seller alone hands over."""
    return not _ONE_HEAD.search(_EITHERS.sub("", things))


def goes_to_them(act: str) -> bool:
    """ "sends her the plan"; "asks her boss" goes to another."""
    return bool(TO_THEM.search(act)) and not _TO_OTHERS.search(act)


def is_to_them(act: str) -> bool:
    """Whether an act is a seller's: "sends her the plan", "brings the deck"."""
    return goes_to_them(act) or bool(_OUR_THING.search(act))
