"""What a deal is worth, as typed: "12,000 EUR", "€12k", "1.5m usd". Pure; what is no amount is empty."""

import re

from bot.reading.csvcells import amount

_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_MONEY = re.compile(
    r"^(?P<before>[€$£¥]|[A-Za-z]{3}\s)?\s*(?P<number>\d[\d.,'’ ]*?)\s*(?P<times>k|m)?\s*(?P<after>[€$£¥]|[A-Za-z]{3})?$",
    re.IGNORECASE,
)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}


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
