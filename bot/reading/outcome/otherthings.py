"""Who takes another date, room or model takes nobody else's: "another" is a rival only where it is one who sells.

Nor is it a no which of ours they take: "they went with the small one", "we're going with option B".
"""

import re

_THING = (
    r"(?:dates?|days?|times?|slots?|weeks?|months?|years?|hours?|mornings?|afternoons?|evenings?|floors?|rooms?|buildings?|offices?|locations?|sites?|branch|address|places?"
    r"|models?|machines?|units?|sizes?|colou?rs?|versions?|options?|plans?|packages?|tiers?|variants?|configurations?|finish|layout|format|dish|menu|flavou?r"
    r"|persons?|colleagues?|contacts?|people|manager|word|name|spot|quantity|number|one\s+of\s+(?:ours|yours|our\s+\w+|your\s+\w+))"
)
_OTHER = re.compile(
    rf"\b(?:another|(?:a|the|an?other|some)\s+different|the\s+other|different)\s+(?:[a-z-]+\s+)?{_THING}\b"
    rf"|\bsome(?:one|body)\s+else['’]s\s+\w+|\b(?:with|by)\s+some(?:one|body)\s+else\s+(?:to|in|at|on)\s+(?:the|our|a)\s+\w+",
    re.IGNORECASE,
)
# "the blue one", "option B": which of ours they take.
_ONE_OF_OURS = re.compile(
    r"(?P<how>\b(?:with|w/|chosen?|picked)\s*)(?:(?:the\s+)?(?:option|plan|package|version|model|tier)\s+(?!from\b|by\b|of\b)\w+\b(?!\s+(?:from|by|of)\b)|(?:both|all|\d+|two|three|four|six|ten)\b(?!\s+(?:of|from|other|different)\b)(?:\s+[a-z]+s(?=\s*(?:$|[,.;!])))?"
    r"|the\s+(?:big(?:ger)?|small(?:er)?|larger?|first|second|third|blue|red|black|white|green|gr[ae]y|silver|short|long|annual|monthly|yearly|flow)(?:\s+ones?)?(?=\s*(?:$|[,.;!])))",
    re.IGNORECASE,
)
# "accepted the invite, then declined it": a meeting.
_A_MEETING = re.compile(r"\b(?:meeting|mtg|invite|invitation|call|slot|demo|visit)\b[^.;]{0,40}?\b(?:declined|rejected)\s+it\b", re.IGNORECASE)  # fmt: skip
_TAKES = ("with ", "w/", "chose", "picked")
_WITH_US = re.compile(r"(?<!not )(?<!n['’]t )\b(?:with|from)\s+us\b(?!\s+(?:any\s?more|any\s+longer))", re.IGNORECASE)
_PART = re.compile(r"\bfor\s+(?:the|their|his|her)\s+\w+", re.IGNORECASE)


def without_other_things(text: str) -> str:
    """The text without what was chosen of ours, or of a calendar: "they picked another day for the demo" is no refusal."""
    low = text.lower()
    text = _ONE_OF_OURS.sub(r"\g<how>it", text) if any(verb in low for verb in _TAKES) else text
    text = _A_MEETING.sub("it", text) if "ed it" in low else text
    return _OTHER.sub("it", text) if "other" in low or "else" in low or "different" in low else text


def keeps_a_part(text: str) -> bool:
    """ "another supplier for the water, machines with us": a part goes elsewhere, and the rest is ours."""
    return bool(_PART.search(text) and _WITH_US.search(text))
