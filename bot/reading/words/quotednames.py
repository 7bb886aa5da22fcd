"""A name in quotation marks is whom to speak with, and no words of anybody: now "Jo Hexley", the new buyer "Ola Nowak"."""

import re

_NAMED_SO = (
    r"(?:now|called|named|(?:contact|buyer|owner|manager|boss|lead|guy|lady|person)(?:\s+is)?|ask\s+for)\s?(?:[:=]\s?)?"
)
_A_NAME = re.compile(
    rf"(?P<lead>\b{_NAMED_SO})[“\"](?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){{1,2}})[”\"]"
)  # now "Jo Hexley": whom to speak with, and no words


def with_bare_names(text: str) -> str:
    return _A_NAME.sub(r"\g<lead>\g<name>", text)
