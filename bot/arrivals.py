"""What came is here, and is as it should be; else it is elsewhere, or flawed, and settles nothing by itself. Pure."""

import re
from collections.abc import Sequence

# Behind "in", "back" or "received" it may be anywhere: "in legal", "back with finance", "received an objection".
HERE = r"(?=\s*(?:$|[,;.!)(])|\s+(?:today|now|already|yesterday|just\s+now|at\s+last|finally|here|overnight|early|earlier|this\s+(?:morning|afternoon|week|am|pm)|by\s+(?:e-?mail|mail|post|fax|courier)|and\b|(?:my|our|the)\s+inbox|(?:for|at|with|over)\s+\W?\d|[$€£]\s?\d|\d[\d.,]*\s?k\b|\d{1,3}[.,]\d{3}\b|from\s+(?:her|him|them|(?-i:[A-ZÀ-Þ]))))"
_FLAW = r"(?:\b(?:wrong|incomplete|unsigned|unreadable|illegible|corrupt(?:ed)?|missing|broken|blank|errors?|mistakes?|typos?|not\s+(?:signed|complete|all)|without|only\s+(?:half|part|some)|half\s+of|lower|too\s+low|old\s+(?:one|price|version))\b|(?:\b(?:with|has|have|had|full\s+of|some|several|many|two|three|\d+)\s+)+(?:changes|questions|conditions|remarks|issues|reservations|strings|comments|objections)\b|n['’]t\s+(?:signed|complete|all)\b)"
_SPOILS = re.compile(
    rf"^(?:and\s+)?(?:but|though|although|however|only|except|unfortunately|sadly|for|with|without|unsigned|incomplete|wrong|missing|it['’]?s|(?:it|which|they|something|half|part|one|two|three|four|some|several|most|\d+)\s+(?:(?:of\s+(?:them|it)\s+)?(?:is|has|was|are|have|were))|still)\b.*?{_FLAW}|^{_FLAW}",
    re.IGNORECASE,
)
_WITH_FLAW = re.compile(
    rf"\s+(?:but\s+)?(?=(?:with|for|without|in|on|under|at|unsigned|incomplete|missing)\b).*?{_FLAW}.*$|\s+but\b.*$",
    re.IGNORECASE,
)


def spoils(clause: str) -> bool:
    """ "but for the wrong amount", "unsigned": what came before it is not what was promised."""
    return bool(_SPOILS.search(clause))


def is_spoiled(clauses: Sequence[str]) -> bool:
    """Whether what came is not as it should be: "po came with changes", "the PO is in, but unsigned"."""
    return any(map(spoils, clauses[1:])) or any(map(_WITH_FLAW.search, clauses))


def before_flaw(clause: str) -> str:
    """What came, without its flaw: "po came" of "po came with changes"; empty where none is told."""
    tail = _WITH_FLAW.search(clause)
    return clause[: tail.start()] if tail else ""
