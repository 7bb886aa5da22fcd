"""What a buyer hands over, though no verb says so: "po by eom", "has questions, sending them tonight"."""

import re

# What a buyer hands over, or does, though no verb says so.
THEIRS = (
    r"(?:p\.?o\.?s?(?:\s+(?:number|no\.?|\#))?(?:\s+\#?\d{2,})?|(?:board|ic|committee)\s+(?:paper|packet|pack|memo|minute|resolution|extract)s?|purchase\s+orders?|signatures?|(?:signed|marked[\s-]?up|filled[\s-](?:in|out)|completed|annotated|redlined)\s+(?:(?!(?:the|our|their|an?|that|this)\b)\w+\s+)?(?:contract|agreement|order|quote|nda|msa|sow|cop(?:y|ies)|docs|paperwork|forms?|loi|draft|version|list|sheet)"
    r"|sign[\s-]?off|decisions?|approvals?|sign-?off\s+sheets?|comments|(?:final\s+|verbal\s+)?(?:answer|yes(?:\s+or\s+|/)no|go/no-?go|go-?ahead|green\s+light)|feedback|red-?lines?|mark-?ups?|legal(?:\s+(?:review|comments|redlines|sign-?off))?"
    r"|(?:security\s+)?questionnaires?|(?:board|committee|budget|security|legal|procurement|finance|exec|management)\s+(?:decision|approval|sign-?off|review|ok|answer|feedback|vote)"
    r"|(?:usage|volume|headcount|store|site|seat|sales)\s+(?:numbers|figures|data|list|counts?)|requirements|payment|deposit|verdict|countersigned\s+\w+|their\s+(?:\w+\s+){1,2}?(?:list|data|numbers|figures|answer|comments|questions|spec|specs))"
)
_THEIR_THING = re.compile(
    rf"\b(?:{THEIRS}|q['’]?s|questions|it\s+(?:up|back)|(?:them|it|those|that)\s+(?:over|back|across|through))\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:\S+\s+){1,3}?(?:has|have|got|is\s+reviewing|is\s+on)\s+(?P<thing>(?:the|our)\s+[\w'’-]+(?:\s+[\w'’-]+)?)(?:\s+(?:now|still|already))*$",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|them|those|that)\b", re.IGNORECASE)


def their_thing(clause: str) -> str:
    """The thing in a clause that a buyer hands over, to which "sending them over" may point: "q's"."""
    held = _HAS.match(clause)
    found = None if held else _THEIR_THING.search(_IT.sub("", clause))
    return held["thing"] if held else found[0] if found else ""


def is_theirs(words: str) -> bool:
    """Whether a thing is named that only a buyer has, or "them" and "it" that go over."""
    return bool(_THEIR_THING.search(words))


_ONLY_THEIRS = re.compile(rf"(?:(?:the|their|a|an|his|her|our)\s+)?{THEIRS}", re.IGNORECASE)


def is_only_theirs(words: str) -> bool:
    """The same where nothing else is named: "the PO"."""
    return bool(_ONLY_THEIRS.fullmatch(words))
