"""What is sent to somebody is not sent by them: "sent Dana the drawings", "sent the drawings to Dana", "emailed her the list".

Who gets it is told right behind the verb, or behind "to"; what is for us tells nobody.
"""

import re

_US = r"(?!(?:me|us|my|our|ours)\b)"
# "to" with a person, a firm or a group of theirs; "for" only with who is surely one: "the drawings for the rig".
_TO_THEM = re.compile(rf"\bto\s+{_US}[\w'’-]+|\bfor\s+(?:her|him|them)\b", re.IGNORECASE)
_BEHIND_VERB = (
    r"^(?:\W|\w+:|\b(?:i|we|i['’]ve|we['’]ve|have|already|just|finally|now|also)\b)*"
    r"(?:re)?(?:sent|e-?mailed|shared|forwarded|mailed|posted|couriered|faxed|gave|handed|texted|pinged|shown?|showed|got)"
    r"(?:\s+(?:over|across|off|on))*\s+"
)
_TO_SOMEBODY = re.compile(
    rf"{_BEHIND_VERB}(?:her|him|them|(?-i:[A-ZÀ-Þ])[\w'’-]+(?=\s+(?:the|an?|our|my|all|both|some)\b))\b\s+\w",
    re.IGNORECASE,
)


def is_addressed(line: str, name: str) -> bool:
    """Whether it tells to whom of them the thing went; `name` is what the line calls somebody known, a firm or a deal."""
    if _TO_THEM.search(line) or _TO_SOMEBODY.match(line):
        return True
    return bool(name) and bool(re.match(rf"{_BEHIND_VERB}{re.escape(name)}\s+\w", line, re.IGNORECASE))
