"""A try that reached nobody we wanted: it rings, a machine without a message, a stranger, several tries told at once. And a visit."""

import re
from collections.abc import Sequence

_NOBODY = r"(?:nobody|no\s?-?one|none)(?:['’]s|\s+(?:is|was|ever))?"
_NOT = r"(?:(?:did|does|do|wo|would|is|was|are|has)\s?n['’]?t|not|never|without|w/o)"
_PICKS_UP = r"(?:pick|answer)(?:s|ed|ing)?\b(?:\s+up\b)?"
# "answered our survey", "picks up the bill": something else than the phone.
_OTHER = r"(?!\s+(?:up\s+)?(?:on|before|until|till?|by|any|an?|it|our|that|questions?|e-?mails?|my\b(?!\s+calls?)|this\b(?!\s+(?:morning|afternoon|week))|(?:the|his|her|their)\b(?!\s+(?:phone|cell|mobile|desk|line|door|bell)))\b)"
RINGS = (
    rf"(?:{_NOBODY}\s+{_PICKS_UP}{_OTHER}|{_NOBODY}\s+(?:there|at\s+home|home|in)(?=\s*$|\s+(?:yet|today|now|again|after|all|this|so|til|until|either)\b)"
    rf"|{_NOT}\s+{_PICKS_UP}{_OTHER}"
    r"|(?:rang|rings)\s+and\s+(?:rang|rings)|^(?:(?:it|phone|line|just|only|still)\s+)*(?:keeps?|kept|still)\s+ringing"
    r"|(?:could\s?n['’]?t|could\s+not|can['’]?t|cannot|did\s?n['’]?t)\s+get\s+through\b(?!\s+(?:the|all|it|our|my|that|to)\b))"
)
_NAMELESS = r"(?:vm|v/m|voice\s?mail|msg|message|word|one|anything|another)"
NOTHING_LEFT = (
    rf"(?:{_NOT}\s+(?:leav(?:e|ing)|left)\s+(?:(?:an?|any|another|my|the)\s+)*{_NAMELESS}\b(?!\s+(?:yesterday|last|earlier|on|[a-z]+\s+(?:out|unturned))\b)"
    r"|left\s+(?:nothing|no\s+(?:vm|voice\s?mail|msg|message|word))|hung\s+up\s+(?:before|at|on)\s+(?:the|his|her)\s+(?:beep|tone|machine)"
    r"|no\s+(?:msg|message|vm)\s+(?:left|this\s+time)|pas\s+laissé|sin\s+mensaje|keine\s+nachricht)"
)
_WHOSE_PHONE = (
    r"(?:florist|bakery|butcher|pizz\w+(?:\s+place)?|(?:nail\s+|hair\s+)?salon|barber|cafeteria|canteen|laundry|dentist|church|nursing\s+home|garage"
    r"|private\s+(?:home|house|household|person|residence)|stranger|fax|somebody\s+else|someone\s+else|(?:different|another|other)\s+(?:company|firm|business|person))"
)
_FILLING = r"(?:(?:an?|the|some|now|at|to|her|his)\s+)*"
_NUMBER = r"(?:#|\b(?:number|phone|line|ext(?:ension)?|cell|mobile))"
STRANGER = (
    rf"(?:{_NUMBER}(?:\s+(?:on\s+file|(?:we|i)\s+have|listed))?(?:\s+for\s+[\w'’.-]+(?:\s*@)?(?:\s+[\w'’.-]+)?)?(?:['’]s|(?:\s+now)?\s+(?:is|was|goes|belongs|rings|reaches|gets))\s+{_FILLING}{_WHOSE_PHONE}"
    rf"|^(?:(?:i|we|only|just|and)\s+)*(?:got|reached|rings|goes\s+to)\s+{_FILLING}{_WHOSE_PHONE}(?:\s+(?:tone|machine))?(?:\s+(?:again|instead|now|lol))*$)"
)
_TRIES = r"(?:vms?|voice\s?mails?|e-?mails?|mails?|calls?|msgs?|messages?|texts?|attempts?|tries|touches)"
_MANY = r"(?:\d+|an?|two|three|four|five|six|several|many|countless)"
_SUMMARY = re.compile(
    rf"\b\d+\s+{_TRIES}\b.*\b(?:since|no\s+(?:live|reply|answer|response|convo|word|contact))\b"
    rf"|\b(?:nothing|(?:no|zero)\s+(?:word|reply|response|news|reaction|sign)|silence|crickets|(?:\w+n['’]?t|not|never)\s+heard)\b(?:\s+[\w'’]+){{0,4}}?"
    rf"(?:\s+(?:after|despite|since|to)|,)\s+(?:(?:my|our|the|last|all|these)\s+)*{_MANY}\s+{_TRIES}\b",
    re.IGNORECASE,
)
_THEIR_PLACE = r"(?:on-?\s?site|in\s+person|(?:at|in)\s+their\s+(?:new\s+)?(?:offices?|hq|headquarters|plant|site|shop|store|yard|warehouse|factory))"
_THERE = re.compile(
    rf"^(?:(?:i|we|was|were)\s+)*{_THEIR_PLACE}(?:\s+{_THEIR_PLACE})?(?:\s+(?:for\s+)?(?:today|all\s+(?:day|morning|afternoon)|\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|mins?|minutes)))?$",
    re.IGNORECASE,
)
_NOTHING_LEFT = re.compile(rf"\b{NOTHING_LEFT}\b", re.IGNORECASE)
_TAKEN_DOWN = re.compile(
    r"^(?:[^,;]*\s)?(?:took|noted|jotted|wrote|scribbled|grabbed)\s+(?:down\s+)?(?:my|our)\s+(?:name|number|details|info|contact|phone|msg|message)\b(?!\s+(?:one|1|off)\b)",
    re.IGNORECASE,
)
_WITH_DESK = re.compile(
    r"\bleft\s+(?:(?:my|our|the)\s+)?(?:name|number|details|info|card)(?:\s+(?:and|&)\s+\w+)?\s+(?:with|at)\b",
    re.IGNORECASE,
)


def is_summary(text: str) -> bool:
    """ "4 vms, 3 emails since January", "nothing from Jo after 3 emails": tries that were told at once."""
    return bool(_SUMMARY.search(text))


def left_nothing(clauses: Sequence[str]) -> bool:
    """A machine answered, and it was told nothing."""
    return any(map(_NOTHING_LEFT.search, clauses))


def is_taken_down(clause: str) -> bool:
    """ "took my number": whoever answered will pass it on."""
    return bool(_TAKEN_DOWN.match(clause) or _WITH_DESK.search(clause))


def was_there(clause: str) -> bool:
    """ "on site", before anything else is told: we met them there."""
    return bool(_THERE.match(clause))
