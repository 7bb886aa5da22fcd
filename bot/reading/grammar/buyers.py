"""Whose "we" it is where only a buyer does it: "we will take 4", "we sign Thursday" are theirs at the head of a line."""

import re

from bot.reading.words.speech import NAME

_OF_THEM = re.compile(r"\b(?:her|him|them|his|their|together)\b", re.IGNORECASE)
# Behind a contact's name "we" is theirs where only a buyer does it: "Tim: we will take 4", "Sanne: we sign Thursday".
_BEFORE_IT = r"(?:deal|done|ok(?:ay)?|yes|yep|sure|fine|great|perfect|good|right|thanks|thx|prima|akkoord|goed|supra?|toppen|bra|ja|hi|hello|hei|hej|hoi)"
_SAYS = rf"(?:(?>{NAME})\s+|she\s+|he\s+|they\s+)?(?:said|says|told\s+(?:me|us)|wrote|e-?mailed|mailed|texted|replied|answered)\s+(?:that\s+)?"
_WE_WILL = r"(?:we|i)(?P<how>(?:['’](?:ll|d|re\s+going\s+to|m\s+going\s+to)|\s+(?:will|would|are\s+going\s+to|am\s+going\s+to|gonna))?)\s+"
_WHEN = r"(?:\s+(?:on|by|in|at|till?|today|tomorrow|tonight|next|this|end|morgen|vandaag|imorgen|imorgon|idag|i|på|om|op)\b|\s+(?:mon|tue|wed|thu|fri|man|tir|ons|tor|fre|mån|tis|lör|maan|dins|woens|donder|vrij)\w*|\s*$)"
_A_BUYER_DOES = re.compile(
    rf"^(?P<lead>(?:{_BEFORE_IT}\b[\s,!]+){{0,3}}(?:{_SAYS})?){_WE_WILL}"
    r"(?=(?:take|go\s+(?:with|for))\s+(?:\d+|all|both|it\s*$|them\s*$|one|two|three|four|five|six|ten|the\s+\w+\s*$)(?!\s+(?:to|with|over|back)\b)"
    rf"|accept(?:\s+(?:it|that|the\s+\w+|your\s+\w+))?\s*$|sign(?:\s+(?:it|off|the\s+\w+|den|det|het))?{_WHEN}"
    r"|pay\s+(?:half|\d+|a\s+deposit|the\s+(?:deposit|invoice|rest)|up\s?front|on\s|by\s|in\s|mon|tue|wed|thu|fri)|choose\s|pick\s+(?!up\b))",
    re.IGNORECASE,
)
# Of these a seller does the like: they are a buyer's where the line is headed by one of theirs, or tells what was said.
_OF_MONEY = r"(?:finance|procurement|purchasing|board|committee|council|trustees|owners?|wife|husband|accountants?|bookkeepers?|controller|auditors?|treasurer|architect|landlord)"
_ALSO_A_BUYERS = re.compile(
    rf"^(?P<lead>(?:{_BEFORE_IT}\b[\s,!]+){{0,3}}(?:{_SAYS})?){_WE_WILL}"
    rf"(?=(?:(?:check|discuss|talk|speak|clear|look)\s+(?:(?:it|this|that)\s+)?(?:with|to|at\s+it\s+with)|ask|run\s+(?:it|this|that)\s+(?:by|past))\s+(?:(?:the|our|my)\s+)?{_OF_MONEY}\b"
    rf"|(?:order|buy)(?:\s+(?:\d+|all|both|one|two|three|four|five|six|them|it))?{_WHEN}|decide\b|think\s+(?:it\s+over|about\s+(?:it|that))\b|make\s+(?:a|our|the)\s+decision\b|get\s+(?:the\s+)?budget\b)",
    re.IGNORECASE,
)
_ONLY_BEFORE_IT = re.compile(rf"^{_BEFORE_IT}[\s!.]*$", re.IGNORECASE)


def is_only_before(clause: str) -> bool:
    """ "deal", "ok": who says it goes on."""
    return bool(_ONLY_BEFORE_IT.match(clause))


def as_buyers(clause: str, *, headed: bool = False) -> str:
    """ "we will take 4" -> "they will take 4": what no seller does, at the head of a line; `headed`: behind the name of one of theirs."""
    if _OF_THEM.search(clause):
        return clause
    found = _A_BUYER_DOES.match(clause)
    also = None if found else _ALSO_A_BUYERS.match(clause)
    found = also if also and (headed or _TELLS.search(also["lead"])) else found
    if not found or (not headed and _NOBODY_SAID.match(found["lead"])):
        return clause
    how = re.sub(r"^['’]m\b", " are", re.sub(r"^['’]d\b", " would", found["how"]).replace(" am ", " are "))
    lead = found["lead"] if _TELLS.search(found["lead"]) else ""  # "ok we order Friday"
    return f"{lead}they{how} {clause[found.end() :]}"


_NOBODY_SAID = re.compile(
    r"(?:said|says|told|wrote|e-?mailed|mailed|texted|replied|answered)\b", re.IGNORECASE
)  # may be what we said
_TELLS = re.compile(r"(?:\b(?:me|us|that)|[std])\s+$")
