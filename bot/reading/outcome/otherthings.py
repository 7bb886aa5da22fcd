"""Who takes another date, room or model takes nobody else's: "another" is a rival only where it is one who sells."""

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
_WITH_US = re.compile(r"(?<!not )(?<!n['’]t )\b(?:with|from)\s+us\b(?!\s+(?:any\s?more|any\s+longer))", re.IGNORECASE)
_PART = re.compile(r"\bfor\s+(?:the|their|his|her)\s+\w+", re.IGNORECASE)


def without_other_things(text: str) -> str:
    """The text without what was chosen of ours, or of a calendar: "they picked another day for the demo" is no refusal."""
    if "other" not in text.lower() and "else" not in text.lower() and "different" not in text.lower():
        return text
    return _OTHER.sub("it", text)


def keeps_a_part(text: str) -> bool:
    """ "another supplier for the water, machines with us": a part goes elsewhere, and the rest is ours."""
    return bool(_PART.search(text) and _WITH_US.search(text))
