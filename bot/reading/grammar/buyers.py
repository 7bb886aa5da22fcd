"""Whose "we" it is where only a buyer does it: "we will take 4", "we sign Thursday" are theirs at the head of a line."""

import re

_OF_THEM = re.compile(r"\b(?:her|him|them|his|their)\b", re.IGNORECASE)
# Behind a contact's name "we" is theirs where only a buyer does it: "Tim: we will take 4", "Sanne: we sign Thursday".
_A_BUYER_DOES = re.compile(
    r"^(?P<lead>(?:(?:deal|ok(?:ay)?|yes|fine|great|sure)[\s,!]+)*)(?:we|i)(?P<how>(?:['’](?:ll|d|re\s+going\s+to|m\s+going\s+to)|\s+(?:will|would|are\s+going\s+to|am\s+going\s+to|gonna))?)\s+"
    r"(?=(?:take|go\s+(?:with|for))\s+(?:\d+|all|both|it\s*$|them\s*$|one|two|three|four|five|six|ten|the\s+\w+\s*$)(?!\s+(?:to|with|over|back)\b)"
    r"|accept(?:\s+(?:it|that|the\s+\w+|your\s+\w+))?\s*$|sign(?:\s+(?:it|off|the\s+\w+))?(?:\s+(?:on|by|today|tomorrow|next|this)\b|\s+(?:mon|tue|wed|thu|fri)\w*|\s*$)"
    r"|pay\s+(?:half|\d+|a\s+deposit|the\s+(?:deposit|invoice|rest)|up\s?front|on\s|by\s|in\s|mon|tue|wed|thu|fri)|choose\s|pick\s+(?!up\b))",
    re.IGNORECASE,
)


def as_buyers(clause: str) -> str:
    """ "we will take 4" -> "they will take 4": what no seller does, at the head of a line."""
    found = None if _OF_THEM.search(clause) else _A_BUYER_DOES.match(clause)
    if not found:
        return clause
    how = re.sub(r"^['’]m\b", " are", re.sub(r"^['’]d\b", " would", found["how"]).replace(" am ", " are "))
    return f"{found['lead']}they{how} {clause[found.end() :]}"
