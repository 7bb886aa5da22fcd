"""Promises under other verbs: "I owe him the quote", "Jim promised to call me back" become "… will send", "… will call"."""

import re

from bot.phrases import base_verb
from bot.reading.words.leads import AND
from bot.reading.words.openverbs import WORD, is_plain_act
from bot.reading.words.speech import NAME

_SOMEBODY = rf"(?:i|we|she|he|they|{NAME}|[a-z]{{3,}})"
_WHOM = rf"(?:her|him|them|me|us|both|everyone|everybody|{NAME})"
_OWED = re.compile(
    rf"{AND}(?P<who>{_SOMEBODY})\s+(?:still\s+|also\s+)?owes?\s+(?:(?P<whom>{_WHOM})\s+)?"
    r"(?P<thing>(?!\d|[$€£]|one\b|nothing\b|no\b|it\b|that\b|her\b|him\b|them\b|me\b|us\b|(?:some\s+|the\s+)?(?:money|cash)\b|an?\s+(?:apology|beer|drink|pint|coffee|lunch|favou?r)\b)\S.*)$",
    re.IGNORECASE,
)
_OWES_US = re.compile(
    rf"{AND}(?:still\s+owes\s+|(?:still\s+)?owes?\s+(?=(?:me|us)\b))", re.IGNORECASE
)  # nobody is named
_WE_OWE = re.compile(
    rf"{AND}(?:still\s+)?owe\s+(?!.*\b(?:big|much|a\s+lot|apolog\w*|favou?rs?|thanks?|explanations?|beers?|drinks?|pints?|lunch|dinner|coffee|one)\b)(?=(?:her|him|them|both|{NAME}|(?-i:[a-z]{{3,}})\s+(?:the|an?|our|my))\s)",
    re.IGNORECASE,
)  # "owe Priya the cert": nobody is named, and the verb is no third person's
_PROMISED_TO = re.compile(
    rf"{AND}(?P<who>{_SOMEBODY})\s*(?:(?:has|have|['’](?:s|ve))\s+)?(?:also\s+|just\s+|now\s+|(?!(?:not|never|was|is|be|had)\b)[a-z]+\s+)??(?:promis(?:ed|es)|swore|swears?|committed|pledge[sd]?|und(?:ertakes?|ertook|ertaken)|vow(?:s|ed)|guarantee[sd]|g(?:ives?|ave|iven)\s+(?:me|us)\s+(?:her|his|their)\s+word)\s+"
    rf"(?:(?!to\b){_SOMEBODY}\s+|(?:her|him|them|me|us)\s+)?to\s+(?P<act>(?P<verb>{WORD})(?P<rest>\b.*))$",
    re.IGNORECASE,
)
_PROMISED_THING = re.compile(
    rf"{AND}(?P<who>{_SOMEBODY})\s*(?P<has>(?:has|have|['’](?:s|ve))\s+)?(?:also\s+|just\s+)*promis(?:ed|es)\s+(?:(?P<whom>her|him|them|me|us)\s+)?"
    r"(?P<thing>(?!that\b|to\b|for\b|by\b|on\b|i\b|we\b|she\b|he\b|they\b|you\b|nothing\b|no\b|not\b|it\b|this\b|more\b|much\b|her\b|him\b|them\b|me\b|us\b)[a-z].*)$",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:by|for|on|until|before|today|tonight|tomorrow|[a-z]+day)\b|\d", re.IGNORECASE)
# "I am to supply three references", "she's to send the logo"; "the goal is to sign" is nobody's act.
_IS_TO = re.compile(
    rf"{AND}(?P<who>i|we|she|he|they|(?!(?-i:Goal|Plan|Aim|Idea|Target|Job|Task|Step|Deal|Point|Budget|Issue|Priority|Hope|Ask|Price|Problem|Next)\b){NAME}(?<!['’]s))"
    rf"(?:\s+(?:am|are|is)|['’](?:m|re|s))\s+to\s+(?:also\s+|then\s+)?(?P<act>(?P<verb>(?!be\b|blame\b|have\b){WORD})(?P<rest>\s.*))$",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\bstill\s+owes?\b|\bowes?\b.*\bsince\b|\bpromised\b.*\b(?:last\s+\w+|yesterday|(?:days|weeks)\s+ago)\s*$",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"^(?:(?:[a-z]{3,}\s+)?an?\s+)?(?:call(?:-?backs?)?|ring|answers?|reply|visit|feedback|decision)\b", re.IGNORECASE
)
_EVENT = re.compile(r"^(?:an?|the|their|our)\s+(?:\w+\s+)?(?:decision|demo|update|presentation)\b", re.IGNORECASE)
_AFTER_THAT = re.compile(r"\s+(?:after\s+that|afterwards?)$", re.IGNORECASE)
_NOBODY = frozenset(
    "not was were had have has never also just who what that this these those nobody neither none and but then she'd they'd still only".split()
)
_US = frozenset({"i", "we"})
_PRONOUNS = frozenset({"i", "we", "she", "he", "they"})


def owed(clause: str) -> str:
    """ "I owe him revised quote" -> "I will send revised quote": a promise; empty when nothing is owed."""
    clause = _WE_OWE.sub("I owe ", _OWES_US.sub("they owe ", clause))
    found = _OWED.match(clause)
    who = _who(found["who"]) if found else ""
    if not found or not who:
        return _promised(clause)
    whom = (found["whom"] or "").lower()
    if whom and (who.lower() in _US) == (whom in {"me", "us"}):
        return ""
    given = f"give {whom}" if whom in {"her", "him", "them", "me", "us"} else "give them" if whom else "give"
    return f"{who} will {given if CALLS.match(found['thing']) else 'send'} {found['thing']}"


def still_owed(clause: str) -> bool:
    """ "still owes the counts": what had been promised before."""
    return bool(_STILL.search(clause) and owed(clause))


def _promised(clause: str) -> str:
    clause = _AFTER_THAT.sub("", clause)
    found = _PROMISED_TO.match(clause) or _IS_TO.match(clause)
    if found and is_plain_act(found["verb"], found["rest"]) and _who(found["who"]):
        return f"{_who(found['who'])} will {found['act']}"
    thing = _PROMISED_THING.match(clause)
    if not thing or not _who(thing["who"]) or (thing["whom"] or "").lower() in _whose(thing["who"]):
        return ""
    if thing["has"] and not _DATED.search(thing["thing"]):
        return ""
    if _EVENT.match(thing["thing"]):
        return f"{_who(thing['who'])} will give {'' if thing['who'].lower() not in _US else 'them '}{thing['thing']}"
    is_named = thing["who"].lower() in _PRONOUNS or thing["who"][0].isupper()
    if is_named and not thing["has"] and re.match(r"(?:the|an?|our|my|their)\s", thing["thing"], re.IGNORECASE):
        return ""  # bot.phrases has that one
    return f"{_who(thing['who'])} will {'give' if CALLS.match(thing['thing']) else 'send'} {thing['thing']}"


def _whose(who: str) -> frozenset[str]:
    """Whom nobody promises anything: oneself."""
    return frozenset({"me", "us"}) if who.lower() in _US else frozenset()


def _who(word: str) -> str:
    """A name in small letters is somebody of theirs; what is no name is nobody."""
    low = word.lower()
    if low in _PRONOUNS or word[0].isupper():
        return word if low not in _NOBODY else ""
    return "" if low in _NOBODY or base_verb(low) == low else "they"
