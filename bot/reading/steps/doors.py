"""They got us in with somebody: "Marisol got me 15 min w/ the COO Wed 8:15" is a meeting, agreed, and an advance.

What they only try, want or will do opens no door yet; nor is a seat on an agenda ours to take.
"""

import re

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.words.speech import NAME

_WHO = rf"(?:(?:she|he|they|(?:(?:the|her|his|their)\s+|{NAME}(?:['’]s)?\s+)(?:pa|ea|assistant|secretary|boss|office)|{NAME})\s+)"
_GOT = r"(?:(?:has|have|just|finally|also|already|even)\s+)*(?:got|landed|found|wangled|arranged|secured|squeezed|slotted|lined|set|put|fit(?:ted)?|booked)"
_TIME = r"(?:an?\s+(?:slot|seat|audience|meeting|hour|half\s+(?:an\s+)?hour|sit-?down|intro|chat|call|minute)|(?:half\s+an\s+|one\s+)hour|(?:some\s+)?time|\d+\s*(?:m|mins?|minutes?|hrs?|hours?))"
_CHIEFS = r"(?:c[efiot]o|cmo|ciso|vp|svp|president|owner|founder|director|md|gm|head|manager|superintendent|principal|partners?|engineer|buyer|controller|treasurer|chief|boss|(?:school\s+)?board|committee|council)"
_BEHIND = r"(?=\s*$|[\s,]+(?:on|for|at|this|next|today|tomorrow|tmrw|himself|herself|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the\s+\d|\d))"
_DOOR = re.compile(
    rf"^(?:(?:and|but|so|then|now)\s+)*{_WHO}{_GOT}\s+(?:me|us)\s+(?:(?:up|in|down|on)\s+)?(?:for\s+)?"
    rf"(?:(?:{_TIME}\s+)?(?:with|w/|in\s+front\s+of|before)\s*(?P<whom>(?!(?:the\s+)?(?:lunch|noon|easter|reception|front\s+desk|support)\b)[\w'’-]+(?:\s+[\w'’-]+){{0,3}}?)"
    rf"|(?P<chief>(?:the|her|his|their)\s+(?:(?!wrong\b)[a-z]+\s+)?{_CHIEFS}(?:\s+of\s+[a-z]+)?)){_BEHIND}",
    re.IGNORECASE,
)


def as_meeting(clause: str) -> str:
    """ "got us in w/ the CEO Fri 9am" is "meeting w/ the CEO Fri 9am"; unchanged where no door was opened."""
    found = _DOOR.match(clause)
    if found is None or not _is_open(clause):
        return clause
    return f"meeting with {found['whom'] or found['chief']}{clause[found.end() :]}"


def opens_a_door(clause: str) -> bool:
    return bool(_DOOR.match(clause)) and _is_open(clause)


def _is_open(clause: str) -> bool:
    return not (is_negated(clause) or is_conditional(clause) or is_hedged(clause))
