"""Whose turn it is, by where a paper lies: "the draft's with me till Tue", "security form on me", "SOW sits with us". See telegraph.

"On his desk by Fri" is where it arrives, and "till Fri" how long it lies there. Only of a paper: who is with somebody, a machine that stands there and a lunch that is on us promise nothing.
"""

import re

from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_PAPER = (
    r"(?:drafts?|forms?|sow|msa|nda|dpa|loi|contracts?|agreements?|redlines?|mark-?ups?|quotes?|quotation|proposals?|offers?|pricing|price\s+list|questionnaires?|docs?|documents?|paperwork|papers?|deck|slides|specs?|spec\s+sheet|drawings?|designs?|layouts?|mock-?ups?"
    r"|business\s+case|case|plan|list|tickets?|refs?|references?|sign-?off|approvals?|p\.?o\.?|invoice|amendment|addendum|terms|summary|recap|report|numbers|answers?|scope|review)"
)
_ON_US = r"(?:me|us|(?:my|our)\s+(?:side|end|desk|plate|court|team|legal|counsel|lawyers?|finance|engineers?))"
_ON_THEM = rf"(?:her|him|them|(?:(?:her|his|their|the)\s+|{NAME}['’]s\s+)(?:side|end|desk|plate|court|team|legal|counsel|lawyers?|finance|procurement|boss|cfo|board)|(?-i:{NAME}))"
_LIES = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|our|my|\w+['’]s)\s+)?(?:[a-z][\w-]*\s+){{0,3}}?{_PAPER})(?:['’]?s|\s+is|\s+are|\s+sits?|\s+stays?|\s+lies)?(?:\s+(?:still|now))?\s+(?P<how>on|with|w/)\s*(?:(?P<us>{_ON_US})|(?P<whom>{_ON_THEM}))(?P<due>\s+(?:for|due))?$",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\b(?:contracts?|agreements?|terms|plan|case)$", re.IGNORECASE)
_AT_PLACE = re.compile(r"\b(?:side|end|desk|plate|court|team)(?:\s+(?:for|due))?$", re.IGNORECASE)
_UNTIL = re.compile(r"^ (?:until|till?)\b", re.IGNORECASE)


def lies_with(bare: str, when: str) -> str:
    """ "the draft's with her till Tue" is theirs to send by then; without a day only what is on somebody."""
    found = _LIES.match(bare)
    is_on_somebody = found and found["how"].lower() == "on" and not _AT_PLACE.search(bare)
    if not found or not (is_on_somebody or _UNTIL.match(when)) or _is_a_deal_with(found):
        return ""
    by = _UNTIL.sub(" by", f"{' due' if (found['due'] or '').strip().lower() == 'due' else ''}{when}")
    return f"{'I' if found['us'] else 'they'} will send {found['thing']}{by}"


def _is_a_deal_with(found: re.Match[str]) -> bool:
    """ "their contract with Canon till June" runs that long, and lies on nobody's desk."""
    is_named = not found["us"] and found["whom"] and found["whom"][0].isupper()
    return bool(is_named and found["how"].lower() != "on" and _RUNS.search(found["thing"]))
