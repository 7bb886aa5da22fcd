"""The cells of an export: amounts, days and yes or no. What is none is left out, with a remark for the report."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from dateutil import parser as dateparser

_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")


_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})\b")


_LATEST_YEAR = 2200


def amount(text: str) -> tuple[str, str]:
    """("1200.50", remark): separators of thousands removed; what is no amount is left out and remarked on."""
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


def day_in(text: str, *, day_first: bool) -> tuple[date | None, str]:
    """(the day, remark) of a cell; the zone of a date never moves it."""
    if not text:
        return None, ""
    try:
        iso = _ISO.match(text)
        if iso:
            return date(*(int(part) for part in iso.groups())), ""
        slashed = _SLASHED.match(text)
        if slashed:
            first, second, year = (int(part) for part in slashed.groups())
            day, month = (first, second) if day_first or "." in slashed[0] else (second, first)
            return date(year if year > 99 else 2000 + year, month, day), ""  # noqa: PLR2004 - two digits
        found = dateparser.parse(text, dayfirst=day_first).date()
    except (ValueError, OverflowError):
        return None, f"“{text[:30]}” is no date, left out"
    return (found, "") if found.year < _LATEST_YEAR else (None, f"“{text[:30]}” is no date, left out")


def day_order(rows: Sequence[Sequence[str]], places: Sequence[int], day_first: bool) -> bool:  # noqa: FBT001 - as the member writes dates
    """Day or month first, from a value that can only be read one way; else as the member writes."""
    for cells in rows:
        for place in places:
            slashed = _SLASHED.match(cells[place].strip()) if place < len(cells) else None
            if slashed and "/" in slashed[0]:
                first, second = int(slashed[1]), int(slashed[2])
                if first > 12 or second > 12:  # noqa: PLR2004 - months
                    return first > 12  # noqa: PLR2004
    return day_first


def yes(text: str) -> bool:
    return text.lower() in {"true", "1", "yes", "y"}
