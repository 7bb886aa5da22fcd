"""What a deal is worth, as typed: "12,000 EUR", "€12k", "1.5m usd". Pure; what is no amount is empty."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import islice

from bot.reading.words.bounds import LONGEST_LINE, single_blanks
from bot.reading.words.eachsums import each_in
from bot.reading.words.spokensums import in_figures, told_by_grand

_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_MONEY = re.compile(
    r"^(?P<before>[€$£¥]|[A-Za-z]{3}\s)?\s*(?P<number>\d[\d.,'’ ]*?)\s*(?P<times>k|m)?\s*(?P<after>[€$£¥]|[A-Za-z]{3})?$",
    re.IGNORECASE,
)
_CURRENCIES = {"zł": "PLN", "zl": "PLN", "kr": "NOK", "euro": "EUR", "euros": "EUR", "dollars": "USD", "usd": "USD", "bucks": "USD", "zloty": "PLN", "złoty": "PLN", "zlotys": "PLN", "pounds": "GBP", "quid": "GBP", "yen": "JPY", "dirhams": "AED", "francs": "CHF", "franken": "CHF", "kroner": "NOK", "kronor": "SEK", "rupees": "INR"}  # fmt: skip
_CODES = "EUR|USD|GBP|AED|PLN|CHF|NOK|SEK|DKK|JPY|CAD|AUD|INR|BRL|MXN|CZK|HUF|SGD|HKD|ZAR"
CURRENCIES = frozenset(_CODES.split("|"))
_UNIT = rf"(?:[€$£¥]|(?:{_CODES}|zł|zl|zlotys?|złoty|euros?|dollars|bucks|pounds|quid|yen|dirhams|francs|franken|kroner|kronor|rupees)\b)"
_IN_TEXT = re.compile(
    rf"(?<![\w.,/])(?=\D{{0,20}}\d)(?:~|about|around|ca\.?|approx\.?)?\s*(?:(?P<before>{_UNIT})\s*(?P<a>\d[\d.,'’]*(?:\s\d{{3}})*)\s*(?P<at>k|m|mio|mn|tys\.?)?(?:(?![\w/])|(?=/(?:mo(?:nth)?|yr|year|seat|user|head)\b))|(?P<b>\d(?:[\d.,'’]*\d)?(?:\s\d{{3}})*)\s*(?P<bt>k|m|mio|mn|tys\.?)?\s*(?P<after>{_UNIT})(?!\s?\d)"
    r"|(?P<per>\d{1,3}(?:,\d{3})+)(?=\s?(?:/|per\s)\s?(?:mo|month|yr|year|wk|week|visit|site)\b|\s+(?:all[\s-]in|in\s+all|altogether)\b)"
    r"|(?P<c>\d[\d.,]*)\s*(?P<ct>k|mio|mn|grand|(?<=\d\.\d)m|(?<=\d\.\d\d)m)\b(?!\s*(?:people|pcs|pieces|parts|labels|orders|visitors|km|lbs|kg|tons?|calls|emails|users|seats|staff|units|followers|m\b)))",
    re.IGNORECASE,
)
# "anything > 15k needs his boss": where a rule of theirs begins, and no worth of the deal.
_LIMIT = re.compile(
    r"(?:[>≥<]|\b(?:(?:anything|everything|all|any\s+\w+|orders?|deals?|spend(?:ing)?|purchases?|contracts?|alles|tout|tutto)\s+(?:that\s+is\s+)?(?:over|above|beyond|from|under|below|up\s+to|über|ab|bis|sopra|au-dessus\s+de)|(?:sign|signs|approve|approves|spend|spends|decide|decides)\s+(?:(?:for|on)\s+)?(?:anything\s+)?(?:up\s+to|over|above|under|below)|(?:drops?|goes|comes|gets?|is|stays?)\s+(?:down\s+)?(?:under|below)|(?:limit|threshold|cap|authority)(?:\s+(?:is|of|at|to))*))\s*[$€£]?\s*$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a sum that tell what it is
_MOST = 6  # sums
_PLAIN = 16  # digits: a number of fewer is an amount as it stands
_TIMES = {"": 1, "k": 1_000, "grand": 1_000, "tys": 1_000, "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000}


# "quoted her 900/mo", "offer stands at 4,500": a price by the words before it; a year, a day or a number of things is none.
_QUOTED = re.compile(
    r"\b(?:quot(?:ed?|ing)|offer(?:ed|ing)?|pric(?:ed?|ing)|bid|proposal|estimate)\b(?:\s+(?:her|him|them|it|this|was|is|stands|stood|sits|at|of|still|now|for|all|a|the)){0,4}\s+(?:~|about\s+|around\s+)?"
    r"(?P<number>\d{1,3}(?:[,.'’ ]\d{3})+|(?!20[2-4]\d(?!\d))\d{3,7})(?=\s*(?:$|[,;!)]|\.(?:\s|$)|/\s?(?:mo|month|yr|year|wk|week|day|seat|user|unit|head)\b|\+|(?:a|per)\s+(?:month|year|week|seat|user|unit)\b|all\s+in\b|plus\b|installed\b|delivered\b|total\b|flat\b|net\b|for\s+(?:the|all|\d)))",
    re.IGNORECASE,
)


# Whose offer it is, just before the word.
_OF_OTHERS = re.compile(
    r"\b(?:rivals?|competit(?:or|ion|ors)|competing|others?|another|second|incumbent|current|existing|old|cheaper|vendor|supplier|they|their)(?:['’]s?)?\s+$",
    re.IGNORECASE,
)


# "Xerox bid 9800", "SparkleCo quoted them 1,900": whoever is named and sells, is another.
_ANOTHER_SELLS = re.compile(
    r"(?:^|[\s:,;(])(?!(?:I|We|Our|My|The|An?|This|Final|New|Revised|Last|First|Best|Latest|Updated|Initial|Second|Original|Open|Just|Have|Has|And|But|So|Then|Also|Already|Today|Sent|Re)\b)"
    r"[A-ZÀ-Þ][\w&.'’-]+\s+(?:bid|bids|quoted|quotes|undercut\s+us|charges|charged|(?:came|comes)\s+in|(?:offers|offered)\s+(?:them|her|him|it))(?:\s+(?:them|her|him|it|at|for|with|w/|only|just|about|around))*\s*[$€£~]?\s*$"
)

# "my cousin does it for 9k", "corvex quoted them 9k": the price of another, in small letters.
_ANOTHERS_PRICE = re.compile(
    r"\b(?i:comp(?:etitors?|etition|etes)?)\s*[:=]\s*[\w&.'’-]+(?:\s+[\w&.'’-]+)?\s+(?:@|at)|\b(?:(?:(?:their|current|other|existing|old|incumbent|rival|cheaper|local|new)\s+(?:vendor|supplier|guys?|provider|carrier|contractor|one|firm|shop|lot)|competit(?:ors?|ion)|rivals?|incumbent|cousin|brother|nephew|friend|buddy|neighbou?r)(?:['’]s)?\s+(?:(?:is|are|was|were)\s+(?:at|in\s+at)|at|(?:quote[sd]?|charge[sd]?|bids?|offer(?:s|ed)?|wants|asks|does|did|do|can\s+do|came|comes)(?:\s+(?:it|this|that|in|them|her|him|us))*)"
    r"|(?<![\w'’])(?!(?:i|we|i['’]ve|we['’]ve|i['’]d|we['’]d|just|also|already|finally|since|have|has|had|then|and|but|so|was|were|who|sent|re|to|never|now|today|yesterday|they|she|he)\b)[a-z][\w'’-]+\s+(?:quoted|charges|charged|undercut)\s+(?:them|her|him|us)"
    r"|\b(?:says?|said|told\s+(?:me|us)|tells\s+me|mention(?:s|ed)|claims?)\s+(?:that\s+)?(?!(?:we|i|you|u|it|they|she|he|the|that|price|budget|offer|quote|bid)\b)[a-z][\w'’-]+\s+(?:quote[sd]?|bids?|offer(?:s|ed)|charge[sd]?|(?:came|comes)\s+in))(?:\s+(?:at|for|with|only|just|about|around|by))*\s*[$€£~]?\s*$"
)


# "flight is $1,150": what it costs us to go there.
_OUR_COSTS = re.compile(
    r"\b(?:flights?|airfare|hotel|train|taxi|cab|uber|parking|mileage|gas|petrol|tolls?|lunch|dinner|breakfast|drinks|bar\s+tab|visa)(?:\s+(?:tab|bill|fare|tickets?))?\s+(?:is|was|were|are|costs?|cost|came\s+to|comes\s+to|ran)(?:\s+(?:me|us|about|around|another))*\s*[$€£~]?\s*$",
    re.IGNORECASE,
)
# "2.4M, not 800k"
_NOT_THAT = re.compile(r"\b(?:not|instead\s+of|rather\s+than)\s+(?:the\s+|just\s+|only\s+)?[$€£~]?\s*$", re.IGNORECASE)


# "came in eight grand under us", "2k off": how far from another price.
_MORE_OR_LESS = re.compile(
    r"\s+(?:under|below|over|above|less|cheaper|lower|higher|off|apart)\b(?!\s+(?:\w+\s+){0,3}(?:term|contract|years?|yrs?|months?|quarters?|line)\b|\s+(?:the\s+)?(?:term|contract|\d))",
    re.IGNORECASE,
)


def money(text: str) -> tuple[str, str]:
    """(amount as text, ISO currency); both empty when it is no amount, the currency empty when none was named."""
    found = _MONEY.match(text.strip())
    if not found:
        return "", ""
    number, _ = amount(found["number"])
    times = _TIMES[(found["times"] or "").lower()]
    if not number:
        return "", ""
    named = (found["before"] or found["after"] or "").strip()
    scaled = amount(f"{float(number) * times:.2f}")[0] if times > 1 else number
    return scaled, _SYMBOLS.get(named, named.upper())


def amount_in(text: str) -> tuple[str, str]:
    """The first amount of money that a line names, like `money`: "1.2M AED deal", "20 000 PLN trial", "budget ~250k"."""
    return next(_amounts(text), ("", ""))


def amounts_in(text: str) -> frozenset[tuple[str, str]]:
    """All that differ: "was 50k, now 42k"."""
    return frozenset(one for one in _amounts(text) if one[0])


# "48k is steep. I offered 43,500": ours is the one we offered.
_WE_OFFERED = re.compile(
    r"\b(?:i|we)(?:['’]ve|\s+have)?\s+(?:(?:then|now|just)\s+)*(?:offered|quoted|proposed|countered|came\s+(?:down|back)|dropped|went\s+(?:down|to))\b",
    re.IGNORECASE,
)


def _amounts(text: str) -> Iterator[tuple[str, str]]:
    typed = in_figures(told_by_grand(single_blanks(text[:LONGEST_LINE])))
    ours = _WE_OFFERED.search(typed)
    if ours:
        yield from _amounts_of(typed[ours.start() :])
        typed = typed[: ours.start()]
    yield from _amounts_of(typed)


def _amounts_of(typed: str) -> Iterator[tuple[str, str]]:
    for start, end, count, number, is_grand, unit in each_in(typed):
        of_one = amount(number)[0]
        if of_one:
            named = _SYMBOLS.get(unit) or _CURRENCIES.get(unit.lower()) or unit.upper()
            yield amount(f"{float(of_one) * count * (1_000 if is_grand else 1):.2f}")[0], named
            typed = f"{typed[:start]}{' ' * (end - start)}{typed[end:]}"
    for one in islice(_IN_TEXT.finditer(typed), _MOST):
        before = typed[max(0, one.start() - _REACH) : one.start()]
        if not (
            _MORE_OR_LESS.match(typed, one.end())
            or _LIMIT.search(before)
            or _OUR_COSTS.search(before)
            or _NOT_THAT.search(before)
            or _ANOTHER_SELLS.search(before)
            or _ANOTHERS_PRICE.search(before)
        ):
            yield _amount_of(one)
    for one in islice(_QUOTED.finditer(typed), _MOST):
        before, upto = typed[max(0, one.start() - _REACH) : one.start()], typed[: one.start("number")]
        if _OF_OTHERS.search(before) or _ANOTHER_SELLS.search(upto[-_REACH:]):
            continue
        yield amount(one["number"].replace(" ", ""))[0], ""


def _amount_of(found: re.Match[str]) -> tuple[str, str]:
    number = found["a"] or found["b"] or found["c"] or found["per"]
    read, _ = amount(number.rstrip(".,").replace(" ", ""))
    if not read:
        return "", ""
    times = _TIMES[(found["at"] or found["bt"] or found["ct"] or "").lower().rstrip(".")]
    named = (found["before"] or found["after"] or "").strip()
    scaled = amount(f"{float(read) * times:.2f}")[0] if times > 1 else read
    return scaled, _SYMBOLS.get(named) or _CURRENCIES.get(named.lower()) or named.upper()


_FOR_ONE = re.compile(
    r"\b(?:each|ea|apiece|per|pro|p\.\s?[am]\.|(?:a|an)\s+(?:piece|unit|seat|user|head|day|week|month|year)|(?:monthly|yearly|annually))\b|\d\s?k?\s?[€$£]?\s?/\s?[a-z]|(?:\bat|@)\s*(?:(?:about|around|only)\s+)?[€$£]?\s?\d",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\b(?:total|altogether|in\s+all|all\s+in|in\s+sum)\b", re.IGNORECASE)


def is_for_one(clause: str) -> bool:
    """ "4,000 EUR each", "at 4k": the price of one, and no worth of the whole."""
    return bool(_FOR_ONE.search(clause)) and not _IN_ALL.search(clause)


_SUM_ALONE = re.compile(
    rf"(?:(?:about|around|approx\.?|ca\.?|roughly|some|at|for|i\.?e\.?|worth|total(?:\s+of)?)\s+|~\s*)*(?:{_UNIT}\s*\d[\d.,'’ ]*\s?[km]?|\d[\d.,'’ ]*\s?(?:k|m|mio)?\s*{_UNIT}|\d[\d.,]*\s?k)(?:\s*(?:/|per|an?|each|ea|total|all\s+in|net|gross|plus\s+(?:tax|vat)|incl\.?\s+(?:tax|vat)|tcv|acv|arr|value|deal)\s*(?:seat|user|yr|year|mo|month|unit)?)*",
    re.IGNORECASE,
)


def is_sum(clause: str) -> bool:
    """ "$9,100", "about 12k total": a clause that is nothing but what something costs."""
    return bool(_SUM_ALONE.fullmatch(clause.strip(" .,")))


def amount(text: str) -> tuple[str, str]:
    """("1200.50", remark): separators of thousands removed; what is no amount is left out and remarked on."""
    if text.isascii() and text.isdigit() and len(text) < _PLAIN:
        return str(int(text)), ""
    plain = re.sub(r"[\s\u00a0'’€$£]", "", text)
    if not plain:
        return "", ""
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+,\d{1,2}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return "", f"“{text[:30]}” is no amount, left out"
    if not number.is_finite() or number < 0 or number >= Decimal("1e15"):
        return "", f"“{text[:30]}” is no amount of a deal, left out"
    whole = number.quantize(Decimal("0.01"))
    return (str(int(whole)) if whole == int(whole) else str(whole)), ""
