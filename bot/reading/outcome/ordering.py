"""They tell that they order, and nothing is signed: "orders 5 rigs", "they take all 14". Whether that is the order is asked.

What they will do, or may do, is no order told; nor is a sample, nor what they take to somebody.
"""

import re

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.grammar.opinions import is_opinion
from bot.reading.outcome.orders import NOT_THIS_ONE
from bot.reading.words.speech import NAME

_LEAD = r"^(?:(?:and|but|so|then|ok(?:ay)?|yes|great|please|pls)[\s,!]+)*"
_THEY = rf"(?:she|he|they|(?:the|her|his|their)\s+[a-z]+|{NAME})\s+(?:(?:now|therefore|also|just|have|has)\s+)*"
_SEVERAL = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|another|a\s+dozen)"
_SPAN = r"(?:%|percent|pct|mins?|minutes?|secs?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|people|calls?)"
_COUNT = rf"(?:all\s+(?:the\s+|of\s+them\s*)?)?(?:\d[\d.,]*|{_SEVERAL})(?![\w.,]*\s*{_SPAN}(?:\b|$))(?=\s|$)"
_ALL_OF_IT = r"(?:it|them|both|all(?:\s+of\s+(?:it|them))?|the\s+(?:whole\s+)?lot)(?:\s+(?:now|then|today))*[\s.!]*$"
_ORDERS = re.compile(
    rf"{_LEAD}(?:{_THEY})?order(?:s|ed)?\s+(?:{_COUNT}|{_ALL_OF_IT})"
    rf"|{_LEAD}{_THEY}(?:takes?|buys?|purchases?|(?:is|are)\s+(?:taking|buying|ordering))\s+(?:{_COUNT}|{_ALL_OF_IT})",
    re.IGNORECASE,
)
_ORDER_CAME = re.compile(
    rf"{_LEAD}(?:{_THEY})?(?:sent|e-?mailed|gave|placed|got|received)\s+(?:(?:us|me|over|in)\s+)*(?:an?|the|her|his|their)\s+order\b(?!\s+(?:form|of\s+the|number|list|book))",
    re.IGNORECASE,
)
# "gave the green light": of all of it, or it would be named.
_GREEN_LIGHT = re.compile(
    rf"{_LEAD}(?:(?:{_THEY}|i\s+have\s+|we\s+have\s+|it['’]?s\s+|that['’]?s\s+)?(?:(?:gave|gives|given|got|has|have|is)\s+)?(?:(?:me|us)\s+)?)(?:(?:a|the|their|her|his|full)\s+)*(?:green\s+light|thumbs\s+up|go-?\s?ahead)(?:\s+(?:from\s+(?:her|him|them|{NAME})|(?:for|on|to)\s+(?:it|this|that|everything|the\s+(?:deal|order|offer|quote|contract|purchase)|us|me|go|order|buy|start)))*[\s.!]*$"
    rf"|{_LEAD}(?:{_THEY})gave\s+(?:me\s+|us\s+)?the\s+go[\s.!]*$",
    re.IGNORECASE,
)
_THUMB = re.compile(r"thumbs\s+up[\s.!]*", re.IGNORECASE)  # of nobody, and of anything
_FOR_LESS = re.compile(r"\b(?:samples?|trial|pilot|demo|brochures?|lunch|coffee|taxi|elsewhere)\b", re.IGNORECASE)
# What nobody orders of us, and time or talk.
_PRIVATE = re.compile(
    r"\b(?:pizzas?|beers?|drinks?|cakes?|sandwich(?:es)?|snacks|meals?|tickets?|flights?|trains?|cabs?|buses|flowers|gifts?|presents|houses?|kids?|children|dogs?|cats?|meetings?|calls?|talks?|turns?|steps?|breaks?|pills?|holidays?|vacation|of\s+(?:her|his|their)\s+\w+)\b",
    re.IGNORECASE,
)
_TAKES_TIME = re.compile(
    rf"{_LEAD}(?:{_THEY})?(?:will\s+)?(?:takes?|(?:is|are)\s+taking)\s+(?:(?:an?|the|both|all|some|her|his|their|more|of|long(?:er)?|\d+|{_SEVERAL})\s+)*"
    rf"(?:(?:{_SPAN}|time|holidays?|vacation|leave|pto)\b(?!\s+(?:to|and)\s+(?!think\b))|(?:calls?|meetings?|talks?|kids?|children|trains?|breaks?|naps?)\b(?!\s+(?:from|with)\s+(?:us|me)\b)|(?:it|things)\s+(?:slow(?:ly)?|easy)\b)",
    re.IGNORECASE,
)
_FROM_OTHERS = re.compile(r"\b(?:from|at|with)\s+(?!us\b|me\b|[$€£]?\d)\S", re.IGNORECASE)
_WROTE = r"(?:wrote|e-?mailed|mailed|texted|messaged|replied|answered|called|rang|phoned)(?:\s+(?:me|us|back|in))*"
_WROTE_ON = re.compile(
    r"\s+(?:(?:just|has|have|finally|now)\s+)*(?:wrote|e-?mailed|mailed|texted|messaged|replied|answered)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(r"(?:\s+(?:me|us|back|in)\b)|\s*[:,]|\s+(?:that|to\s+say)\b", re.IGNORECASE)
_LETTER = re.compile(rf"{_LEAD}{_THEY}{_WROTE}(?:\s*[:,]\s+|$)", re.IGNORECASE)
_WE = re.compile(r"^(?:we|i)\b", re.IGNORECASE)


def is_letter(rest: str, *, of_somebody: bool = False) -> bool:
    """Whether what follows a name tells that they wrote; of somebody, whom we would have written to, "emailed the deck" as well."""
    found = _WROTE_ON.match(rest)
    return found is not None and (of_somebody or bool(_TO_US.match(rest, found.end())))


def begins_their_words(clause: str) -> bool:
    """ "Sarah texted us": what stands behind it is hers, and her "we" is no "we" of ours."""
    found = _LETTER.match(clause)
    return found is not None and found.end() == len(clause)


def is_private(clause: str, behind: str = "") -> bool:
    """ "takes 2 weeks off", "orders 2 beers", "she takes both" behind tickets: neither an order nor a promise."""
    if _TAKES_TIME.match(clause):
        return True
    is_named = _PRIVATE.search(clause) or (_PRIVATE.search(behind) and not any(map(str.isdigit, clause)))
    return bool(is_named and _ORDERS.match(clause))


def tells_order(clause: str, *, in_their_words: bool = False, behind: str = "") -> bool:
    """`behind` is the clause before: "bought 2 tickets for the fair; she takes both".

    "order 14 bays" as well, which they wrote so; "will order", "if they order 5" and "order 2 samples" are none."""
    letter = _LETTER.match(clause)
    told = clause[letter.end() :] if letter else clause
    told = _WE.sub("they", told) if letter or in_their_words else told
    is_one = (
        _ORDER_CAME.match(told) or _GREEN_LIGHT.match(told) or (_ORDERS.match(told) and not _FROM_OTHERS.search(told))
    )
    if (
        not is_one
        or _THUMB.fullmatch(told)
        or is_private(told, behind)
        or _FOR_LESS.search(told)
        or NOT_THIS_ONE.search(told)
        or told.rstrip().endswith("?")
    ):
        return False
    return not (is_negated(told) or is_conditional(told) or is_hedged(told) or is_opinion(told))
