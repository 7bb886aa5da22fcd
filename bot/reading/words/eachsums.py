"""So many at a price each are worth their product: "5 at 18,500 each" is 92,500, and no 18,500.

Only where it is said that the price is that of one, and how many there are; a bare number has to look like money.
"""

import re
from collections.abc import Iterator
from itertools import islice

_COUNTS = {
    word: at
    for at, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}  # fmt: skip
_CODES = "EUR|USD|GBP|AED|PLN|CHF|NOK|SEK|DKK|JPY|CAD|AUD"
_UNIT = rf"(?:[€$£¥]|(?:{_CODES}|zł|euros?|dollars|bucks|pounds)\b)"
_OF_ONE = r"(?:each|ea\b|apiece|a\s+(?:piece|pop|unit|seat|head)|per\s+(?:unit|piece|seat|user|head|license|licence|site|store|truck|machine|(?!month|year|week|day|annum)[a-z]+)|/\s?(?:unit|ea\b|pc|piece|seat|user|head|site|store|truck))"
_SEATS = r"(?:seats?|users?|licen[cs]es?|heads?)"
_EACH = re.compile(
    rf"(?<![\w.,/$€£:#-])(?P<count>\d{{1,4}}|{'|'.join(_COUNTS)}|a\s+dozen)\s+(?P<what>(?:(?!(?:at|for|x)\b)[a-z][\w-]*\s+){{0,3}}?)(?:at|@|for|x|×)\s*(?P<before>{_UNIT})?\s*(?P<number>\d[\d.,’']*\d|\d)\s?(?P<times>k)?\b\s*(?P<after>{_UNIT})?\s*"
    rf"(?:(?P<one>{_OF_ONE})|(?P<month>/\s?(?:mo(?:nth)?|yr|year)\b|(?:a|per)\s+(?:month|year)\b))",
    re.IGNORECASE,
)
_MOST = 4
_MANY_PER_SEAT = re.compile(_SEATS, re.IGNORECASE)
_AS_MONEY = 100  # from which a bare number is a price


def each_in(text: str) -> Iterator[tuple[int, int, int, str, bool, str]]:
    """(where it begins, where it ends, how many, the price as typed, whether in thousands, its currency as typed)."""
    for found in islice(_EACH.finditer(text), _MOST):
        word = found["count"].lower()
        count = _COUNTS.get(word) or (12 if word.startswith("a ") else int(word))
        unit = found["before"] or found["after"] or ""
        is_price = unit or found["times"] or _size(found["number"]) >= _AS_MONEY
        is_of_one = found["one"] or (unit and _MANY_PER_SEAT.search(found["what"]))
        if is_price and is_of_one:
            yield found.start(), found.end(), count, found["number"], bool(found["times"]), unit


def _size(number: str) -> int:
    return int("".join(filter(str.isdigit, number.split(".", maxsplit=1)[0])) or 0)
