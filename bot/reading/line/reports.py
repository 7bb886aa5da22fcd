"""Whatever verb tells that they said something, the sentence behind it is theirs: "grumbled that the fee went up", "admits they never opened it".

What they know, hope, guess, ask or agree is no word on where things stand, and what they take on is a promise.
"""

import re
from dataclasses import dataclass

from bot.phrases import base_verb
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.words.daynames import MONTH, WEEKDAY
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_unsaid
from bot.reading.words.speech import NAME, SPEECH

# Behind a verb of the mind, of asking or of denying it is no word of theirs; of those, here are the odd pasts, and what is no verb.
_NOT_SAID = (
    r"(?:knew|hear[ds]?|s[ae]w|sees?|learnt|found|thought|felt|understood|dreamt|meant|made|forgot|lied|lying"
    r"|is|are|was|were|be|has|have|had|does|did|do|will|would|can|could|may|might|must|shall|should|so|now|and|but)"
)
_LEAD = rf"{AND_ALSO}(?P<name>she|he|they|{NAME})\s+(?:(?:also|just|still|only|even|then)\s+)*(?!{_NOT_SAID}\b)"
# Behind "that" such a word begins a sentence; a noun would be the thing itself ("sends that form").
_BEGINS = (
    rf"(?:the|their|our|her|his|its|my|they|we|she|he|it|there|nobody|nothing|no|every\w*|all|both|most|some|{NAME})"
)
_THAT = re.compile(
    rf"{_LEAD}(?P<verb>[a-z]+)(?:\s+(?:me|us))?\s+that\s+(?P<said>{_BEGINS}(?:['’]\w+)?\s.+)$", re.IGNORECASE
)
_THEY = re.compile(
    rf"{_LEAD}(?P<verb>[a-z]+s)\s+(?P<said>(?:(?:they|we|she|he)(?:['’]\w+)?|(?:it|there)['’]s)\s.+)$", re.IGNORECASE
)


# "grumbled but said fine": whatever they did before they said it.
_BUT_SAID = re.compile(
    rf"{AND_ALSO}(?P<name>she|he|they|{NAME})?\s*(?!told\b|asked\b|tried\b|called\b|emailed\b|mailed\b)[a-z]{{3,}}ed\s+(?:a\s+bit\s+|at\s+first\s+)?(?:and|but)\s+(?:then\s+)?(?:said|says)\s+(?:that\s+)?(?P<said>\S.*)$",
    re.IGNORECASE,
)

# "too small for us she says", "his take: we are too small": who said it, and what it was, stands behind or before a colon.
_NO_DAY = rf"(?!.*\b(?:{WEEKDAY}|{MONTH}|tomorrow|tmrw|today|tonight|next|by)\b)"  # else it is what they will do
_BEHIND = re.compile(
    rf"^{_NO_DAY}(?P<said>(?:[^\s:]+\s+){{2,}}[^\s:,]+),?\s+(?P<name>she|he|they|{NAME})\s+(?:says?|said|reckons|thinks|claims)[\s.!]*$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"{AND_ALSO}{_NO_DAY}(?:verdict|gist|upshot|bottom\s+line|(?:(?:her|his|their|the)|(?P<name>{NAME})['’]s)\s+(?:[a-z]+\s+)?(?:take|answer|view|words?|verdict|reply|response|line|point|issue|concern|objection|worry|problem|reason|excuse|position|feedback|comment|gripe|fear))\s*:\s+(?!(?:i|my)\b)(?P<said>\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """What was said, and by whom where that is told."""

    name: str
    said: str
    is_sure: bool = True  # a verb of speech tells it; of any other nobody knows what it makes of the words


def told_in_words(clause: str) -> Told | None:
    """Behind a verb of speech, or behind any other that has a sentence for its object."""
    speech = SPEECH.match(clause) or _BUT_SAID.match(clause) or _HEADED.match(clause) or _BEHIND.match(clause)
    if speech:
        return Told(speech["name"] or "", speech["said"])
    is_that = _THAT.match(clause)
    found = is_that or _THEY.match(clause)
    if not found or is_unsaid(found["verb"]) or clause_of(found["said"]).kind is Kind.promise:
        return None
    is_act = not is_that and base_verb(found["verb"]) is not None
    return None if is_act else Told(found["name"], found["said"], is_sure=False)
