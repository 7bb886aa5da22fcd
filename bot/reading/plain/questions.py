"""Whether a plain line asks or tells. What was asked of us, in a line that tells of it, is told."""

import re

_SO = r"^(?:(?:and|so|ok|okay|hey|hi|sorry|quick question)[\s,:]+)*"
_AUX = r"(?:do|does|did|is|are|was|were|am|have|has|had|can|could|should|would|shall|will|must|might)(?:n['’]?t)?"
_SUBJECT = r"(?:i|we|you|he|she|they|it|there|any\w*|some(?:body|one|thing)|every(?:body|one|thing))"
_ASKS = re.compile(
    rf"{_SO}(?:(?:where|why|which|whose|whom|who)(?:['’]?(?:s|re|ve|d|ll))?\b|(?:what|when|how)['’]?s\b"
    rf"|(?:what|when|how)\s+(?:{_AUX}|many|much|long|about|far|soon|often|else|happened|changed)\b"
    rf"|{_AUX}\s+{_SUBJECT}\b|(?:is|are|was|were|does)\s+(?:the|my|our|his|her|their|this|that)\b"
    r"|any(?:thing| news| updates?)\b|(?:news|status|state|updates?|progress)\b|(?:show|tell|give) me\b)",
    re.IGNORECASE,
)
_ENDS_ASKING = re.compile(r"\?[\s!?)]*$")
_TELLS = re.compile(
    r"[:“”\"]|^(?:(?:just|i|we|so|ok|and|have|['’]ve)\s+)*(?:spoke|talked|called|rang|phoned|tried|met|saw|visited|e-?mailed|mailed|texted|wrote|sent|got|had|left|heard)\b"
    r"|\b(?:said|says|asks?|asked|asking|wonders?|wondering|wrote|writes|texted|e-?mailed|replied|wants?\s+to\s+know)\b",
    re.IGNORECASE,
)

_WHETHER_THEY_SAID = re.compile(r"[^:“”\"]*\bsaid\s+(?:yes|no|ok(?:ay)?)\s*\?+", re.IGNORECASE)  # "Tess said yes?"
_AUXILIARY = re.compile(rf"{_SO}{_AUX}\s", re.IGNORECASE)


def may_ask(text: str) -> bool:
    """Whether it is a question where somebody's name follows: "has Eva", "is Acme"."""
    return bool(_AUXILIARY.match(text))


def begins_asking(text: str) -> bool:
    return bool(_ASKS.match(text))


def is_question(text: str) -> bool:
    text = text.strip()
    if begins_asking(text) or _WHETHER_THEY_SAID.fullmatch(text):
        return True
    return bool(_ENDS_ASKING.search(text)) and not _TELLS.search(text)


def asks_of(text: str, name: str) -> bool:
    """ "Did Lea say anything", "has Eva answered": a question too, once we know that it is somebody's name."""
    said = re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", re.IGNORECASE)
    return bool(name) and is_question(said.sub("she", text, count=1))
