"""A yes that was taken back is none: of "said yes, then rang back to say hold off" the last holds, and the first is noted.

Only a yes of theirs, and only where what they came back with holds it up.
"""

import re

from bot.reading.words.speech import NAME

_WHO = rf"(?P<who>[Ss]he|[Hh]e|[Tt]hey|(?>{NAME}))"
_YES = r"(?:said|says|gave\s+(?:me|us)|had\s+said)\s+(?:(?:an?|the|her|his|their)\s+)?(?:verbal\s+|big\s+)?[“\"']?(?:yes|yep|ok(?:ay)?|go-?\s?ahead|green\s+light|nod|let['’]?s\s+(?:do\s+it|go))[”\"']?[\s!.,;]+"
_BY_THEN = r"(?:(?:and|but|then|later|so|now|today|a|an|few|couple|of|half|hour|hours|min|mins|minutes|day|days|week|later\s+that\s+day|next|the|same|morning|afternoon|evening|\d{1,3}|just)[\s,]+){0,6}"
_CAME = r"(?:(?:[Ss]he|[Hh]e|[Tt]hey|(?P<by>(?:her|his|their)\s+(?:boss|partner|cfo|ceo|coo|owner|wife|husband|team|lawyer|board|manager)))\s+)?(?:rang|called|phoned|e-?mailed|texted|wrote|messaged|pinged|came)(?:\s+(?:me|us))?(?:\s+back)?(?:\s+[\w\s]{1,25}?\slater)?(?:\s+(?:today|this\s+\w+))?\s+(?:(?:to\s+say|to\s+tell\s+(?:me|us)|saying|and\s+said|and\s+says|with)\s+)?"
_RETREAT = r"(?:to\s+)?(?:hold\s+(?:off|on|fire|it)|wait\b|not\s+(?:yet|so\s+fast|after\s+all|now)|(?:a\s+)?no\b|pause|stop\b|on\s+hold|slow\s+down|scratch|forget\s+it|(?:(?:she|he|they)(?:['’]d|['’]ve|\s+has|\s+have|\s+had)?\s+)?chang(?:e|ed|ing)\s+(?:(?:her|his|their)\s+)?minds?|can['’]?t|cannot|(?:she|he|they)\s+(?:can['’]?t|cannot|need\w*\s+(?:more\s+)?(?:time|to\s+(?:think|check|wait|ask)))|cold\s+feet|second\s+thoughts|(?:it['’]s|its|deal['’]?s)\s+off)"
_TAKEN_BACK = re.compile(rf"(?P<yes>{_WHO}\s+{_YES}{_BY_THEN}{_CAME})(?P<said>{_RETREAT}.*)$", re.DOTALL)
# "said yes then got cold feet": nothing is left to quote.
_BACKED_OUT = re.compile(
    rf"(?P<yes>{_WHO}\s+{_YES}{_BY_THEN}(?:(?:[Ss]he|[Hh]e|[Tt]hey)\s+)?)(?P<did>(?:changed\s+(?:her|his|their)\s+minds?|backed\s+(?:out|off|down)|got\s+cold\s+feet|took\s+it\s+back|walked\s+it\s+back|reversed|had\s+second\s+thoughts|went\s+quiet)\b.*)$",
    re.DOTALL,
)
_MAY_BE = re.compile(r"\b(?:yes|yep|ok(?:ay)?|ahead|light|nod|let['’]?s)\b", re.IGNORECASE)
_LONGEST = 80  # of a thought that is quoted whole
_PARTS = re.compile(r"[.;!?\n]|\d|(?:,[^,]*){3}")


def without_taken_back(text: str) -> tuple[str, str]:
    """(the line without the yes, the yes and how it was taken back as typed)."""
    if not _MAY_BE.search(text):
        return text, ""
    found = _TAKEN_BACK.search(text)
    if found:
        said, stop, behind = found["said"].partition(". ")
        thought = said.strip(" .!")
        is_whole = not found["by"] and len(thought) <= _LONGEST and not _PARTS.search(thought)
        told = f"“{thought}”{stop}{behind}" if is_whole else found["said"]
        return f"{text[: found.start()]}{found['by'] or found['who']} said {told}", found["yes"].strip(" ,")
    backed = _BACKED_OUT.search(text)
    if backed:
        return f"{text[: backed.start()]}{backed['who']} {backed['did']}", backed["yes"].strip(" ,")
    return text, ""
