"""They are away, or back, told in German, French, Spanish, Italian or Norwegian: in the words that bot.reading.absence reads."""

import re

_BACK = re.compile(
    r"^(?P<who>(?:(?-i:[A-ZÄÖÜ])\w+\s+){0,2})(?:\([^()]{1,40}\)\s+)?(?:(?:ist|sind|er|sie|est|elle|il)\s+)*(?:(?:erst\s+)?ab\s+(?P<when>\S.*?)\s+wieder\s+(?:erreichbar|da|zurück|im\s+(?:büro|haus)|verfügbar)|(?:de\s+retour|de\s+vuelta|di\s+ritorno|zurück|wieder\s+da|tilbake)\s+(?:ab\s+|am\s+)?(?P<since>(?:le|el|il|den)?\s*\d.*|(?:le|el|il|am|den)?\s*[a-zäöüéì]+))$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"^(?P<who>(?:(?-i:[A-ZÄÖÜ])\w+\s+){0,2})(?:\([^()]{1,40}\)\s+)?(?:(?:ist|est|está|è|er|is|jest)\s+)?(?:bis\s+(?:zum\s+)?(?P<when>\S.*?)\s+(?:im\s+urlaub|nicht\s+(?:da|im\s+büro|erreichbar)|abwesend|außer\s+haus|verreist|krank)|(?:im\s+urlaub|abwesend|krank|verreist|absente?|en\s+congés?|en\s+vacances|de\s+vacaciones|fuera|in\s+ferie|på\s+ferie|na\s+urlopie|met\s+vakantie|på\s+semester|malad[eo])\s+(?:bis(?:\s+zum)?|jusqu['’](?:au|à)|hasta(?:\s+el)?|fino\s+al?|til|tot|till|do)\s+(?P<until>\S.*))$",
    re.IGNORECASE,
)


def absent_in_english(clause: str) -> str:
    """ "Jürgen bis 20.3. im Urlaub" -> "Jürgen is out until 20.3."; empty when it tells of nobody's absence."""
    back = _BACK.match(clause)
    found = back or _GONE.match(clause)
    if not found:
        return ""
    said = next(words for name, words in found.groupdict().items() if name != "who" and words)
    when = re.sub(r"^(?:le|el|il|den)\s+", "", said.strip(), flags=re.IGNORECASE)
    return f"{found['who']}{'is ' if found['who'] else ''}{'back on' if back else 'out through'} {when}"
