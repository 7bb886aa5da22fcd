"""A date as data, for `followthrough parse --dates`: what it means, from which words, and how sure that is.

One reading, several that are defensible (`others`, with `ask`), or none.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.reading.calendar.datewords import DateReading
from bot.reading.dates import read_date
from bot.reading.typed.typeddates import typed_date


def date_data(row: Mapping[str, Any]) -> dict[str, Any]:
    """`row`: id, text, ref (local to tz), day_first. The answer has every key, null or [] when there is nothing."""
    ref = datetime.fromisoformat(row["ref"])
    found = typed_date(row["text"], ref.date(), day_first=bool(row.get("day_first")), now=ref.time())
    whole = read_date(row["text"], ref.date(), day_first=bool(row.get("day_first")))
    if whole and whole.spans:
        found = whole  # for whoever rings it is asked about, as a deadline it is clear
    if found is None or re.search(r"\d", found.unread) or (found.on is None and not found.choices):
        found = DateReading()
    is_period = bool(found.first_on)
    return {
        "id": row.get("id"),
        "kind": _kind(found),
        "on": _day(found.behind or (found.first_on if found.not_before else None) or found.on),
        "time": found.at or None,
        "from": _day(found.first_on),
        "to": _day((found.last_on or found.on) if is_period else None),
        "others": [str(day) for day in found.choices],
        "ask": bool(found.choices),
    }


def _kind(found: DateReading) -> str:
    if not found.on and not found.choices:
        return "none"
    if found.not_before:
        return "not_before"
    if found.first_on and found.first_on != found.on:
        return "period"
    return "deadline" if found.by else "period" if found.first_on else "point"


def _day(on: date | None) -> str | None:
    return str(on) if on else None
