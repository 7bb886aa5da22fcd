"""Where somebody is rung at, in a text: what is surely a telephone number, and what may be one."""

import re
from collections.abc import Collection, Iterator

from bot.reading.naming.namekeys import key
from bot.reading.naming.phones import PHONE
from bot.reading.naming.subjects import ADDRESS, FEWEST_DIGITS, addresses_in, digits

_MOST_DIGITS, _FEWEST_BARE = 15, 7
_DATE = r"(?!(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))(?!\d))"
_CUE = (
    r"\b(?:call|ring|phone|text|reach|dial|tel(?:ephone)?|mob(?:ile)?|cell(?:phone)?|direct|landline|line|fax|whatsapp|number)\b"
    r"(?:\W{1,3}(?:me|her|him|them|us|back|on|at|the|a|new|best|is|now|no|number|line|mobile|cell|phone|direct|office|desk|home|his|their|my|or)\b){0,6}\W{1,3}"
)
_SURE = re.compile(
    rf"(?i){_CUE}(?P<told>{PHONE.replace('?P<phone>', '?:')})"
    rf"|(?<![\w.,/(-])(?P<shaped>{_DATE}(?:\+\d[\d\s()/.-]{{6,18}}\d|\(\d{{2,5}}\)[\s-]?\d[\d\s-]{{4,14}}\d"
    r"|0\d{1,5}[\s/.-]{1,3}\d[\d\s/.-]{3,14}\d|0\d{8,12}|\d{3}[\s.-]\d{3}[\s.-]\d{4}))(?![\w%])"
)
_BARE = re.compile(
    rf"(?<![\w.,/€$£-])(?<![€$£]\s){_DATE}(\+?\d(?:[\s()/.-]{{0,2}}\d){{6,14}})(?![\w%,:]|\.\d|\s?(?:k|m|eur|usd|gbp|chf)\b)",
    re.IGNORECASE,
)

_IS = r"(?:\s*(?:(?:is|was|has|changed|changes|now|to|new|the|at|it['’]?s)\b|[:=,–-])){0,4}\s*"
_MAIL = r"(?:e-?mail|mail|email)(?:\s+(?:address|addr|adress|id))?"
_WHOSE_MAIL = r"(?:(?!(?:we|i|to|for)\b)[\w'’.&-]+\s+){0,5}?"
_ADDRESS_TOLD = re.compile(
    rf"^\W{{0,5}}{_WHOSE_MAIL}(?:{_MAIL}{_IS})?(?P<address>{ADDRESS})(?:\s+is\s+{_WHOSE_MAIL}{_MAIL})?[\s.!]*$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^\W{0,5}(?:please\s+|pls\s+|i\s+|we\s+)?(?:e-?mail(?:ed)?|mail(?:ed)?|write|wrote|send|sent|ask|asked|try|use)\s",
    re.IGNORECASE,
)


def tells_an_address(text: str) -> bool:
    """ "dana's email is dana@acme.com": nothing else is told."""
    is_written = "@" in text and not (
        _ACTS.match(text) and not re.match(rf"\W{{0,5}}{_MAIL}{_IS}{ADDRESS}", text, re.IGNORECASE)
    )
    return is_written and bool(_ADDRESS_TOLD.match(text))


def telephones_in(text: str) -> Iterator[str]:
    """The digits of what is written as a telephone number is."""
    for found in _SURE.finditer(text):
        number = digits(found["told"] or found["shaped"])
        if FEWEST_DIGITS <= len(number) <= _MOST_DIGITS:
            yield number


def may_reach(text: str, known: Collection[str] = ()) -> bool:
    """Whether an address or a number stands there by which somebody may be reached, beside those that are `known` (as keys).
    A date and a price are none."""
    numbers = (digits(found[1]) for found in _BARE.finditer(text))
    is_written = any(key(each) not in known for each in addresses_in(text))
    return is_written or any(telephones_in(text)) or any(len(n) >= _FEWEST_BARE for n in numbers)
