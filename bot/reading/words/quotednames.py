"""A name in quotation marks is whom to speak with, and no words of anybody: now "Jo Hexley", the new buyer "Ola Nowak"."""

import re

_NAMED_SO = (
    r"(?:now|called|named|(?:contact|buyer|owner|manager|boss|lead|guy|lady|person)(?:\s+is)?|ask\s+for)\s?(?:[:=]\s?)?"
)
_A_NAME = re.compile(
    rf"(?P<lead>\b{_NAMED_SO})[“\"](?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){{1,2}})[”\"]"
)  # now "Jo Hexley": whom to speak with, and no words
# "“Tess” from Bluebird Logistics saw our ad": who did so, and nothing that was said.
_WHO_DID = re.compile(
    r"(?<!\w)[“\"'‘](?P<name>[A-ZÀ-Þ][\w-]+(?:\s+[A-ZÀ-Þ][\w-]+)?)[”\"'’](?=\s+(?:from|at|of)\s+(?:the\s+)?[\w'’&.-]+(?:\s+[\w'’&.-]+){0,2}\s+(?:saw|called|rang|asked|asks|wants?|wrote|e-?mailed|texted|found|filled|downloaded|picked|answered|read|heard)\b)"
)


def with_bare_names(text: str) -> str:
    return _A_NAME.sub(r"\g<lead>\g<name>", text)


def with_bare_doer(text: str) -> str:
    return _WHO_DID.sub(r"\g<name>", text)


# "subject 'vendor list'": what stands over a text, and nobody's words.
HEADS = re.compile(
    r"\b(?:subject(?:\s+line)?|(?:en)?titled|headed|labell?ed|tagged)(?:\s+(?:is|was|reads?))?\s*:?\s*$", re.IGNORECASE
)
