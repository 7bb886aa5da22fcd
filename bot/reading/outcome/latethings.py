"""A thing that never came is late, and nobody stayed away: "promised the specs for last Friday, never came"."""

import re
from collections.abc import Sequence

from bot.reading.outcome.stayedaway import was_to_come

_NEVER = r"(?:(?:has|have|had)\s+)?(?:never|did\s?n['’]?t|did\s+not|has\s?n['’]?t|have\s?n['’]?t|failed\s+to)\s+(?:ever\s+|yet\s+)?(?:came|come|arrived?|show(?:ed)?(?:\s+up)?|turn(?:ed)?\s+up|appear(?:ed)?|land(?:ed)?|materiali[sz]ed?)"
_ALONE = re.compile(
    rf"^(?:(?:and|but|still|which|it|that|of\s+course)\s+)*{_NEVER}\b(?!\s+(?:to|on|for|in)\b)", re.IGNORECASE
)
_OWED = re.compile(
    r"\b(?:promis\w+|owe[sd]?|due|swore|sworn|(?:was|were)\s+(?:to|supposed|meant)\b.{0,12}\b(?:send|mail|share|bring|get|give|forward|post|ship)|said\s+(?:she|he|they)(?:['’]d|\s+would)\s+(?:send|mail|share|bring|get|forward|post|ship)|sent|posted|shipped|ordered)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"^(?:(?:and|but|the|his|her|their|our|my|an?|that|promised|signed)\s+)*(?:[\w'’-]+\s+){{0,2}}?(?:specs?|artwork|files?|lists?|counts?|forms?|logs?|drawings?|photos?|pics|data|numbers|figures|contract|po|orders?|redlines?|samples?|docs?|documents?|cop(?:y|ies)|quotes?|invoices?|payments?|parcel|package|box|kits?|units?|letter|e-?mail|reply|answer|link|invite|paperwork|deck|plans?|report|scores|sheet|agreement|deposit|money|cheque|check|delivery|truck|pallet)(?:\s+(?:from|of|for)\s+[\w'’.-]+(?:\s+[\w'’.-]+)?)?(?:\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:due|promised|expected)\s+[\w/]{{1,8}}(?:\s+[\w/]{{1,8}})?)?\s+{_NEVER}\b",
    re.IGNORECASE,
)


def without_late_things(clauses: Sequence[str]) -> tuple[str, ...]:
    """The clauses that may tell who did not come."""
    return tuple(one for at, one in enumerate(clauses) if not _is_thing(clauses[at - 1] if at else "", one))


def _is_thing(before: str, clause: str) -> bool:
    return bool(_THING.match(clause) or (_ALONE.match(clause) and _OWED.search(before) and not was_to_come(before)))
