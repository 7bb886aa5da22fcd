"""A date as data, for `followthrough parse --dates`: what it means, from which words, and how sure that is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.reading.dates import find_dates


def date_data(row: Mapping[str, Any]) -> dict[str, Any]:
    """`row`: id, text, ref (local to tz), day_first. The answer has every key, null or [] when there is nothing."""
    today = datetime.fromisoformat(row["ref"]).date()
    found = next(iter(find_dates(row["text"], today, day_first=bool(row.get("day_first")))), None)
    return {
        "id": row.get("id"),
        "kind": "point" if found else "none",
        "on": str(found.on) if found and found.on else None,
        "time": found.at or None if found else None,
        "from": str(found.first_on) if found and found.first_on else None,
        "to": str(found.on) if found and found.first_on else None,
        "others": [str(day) for day in found.choices] if found else [],
        "ask": bool(found and found.choices),
    }
