"""They are away, or back, told in German, French, Spanish, Italian or Norwegian: in the words that bot.reading.absence reads."""

import re

# A title alone may be what is left of a name that was found: "herr … ist im Urlaub".
_WHO = r"(?:(?:herrn?|frau|hr|fr|mme|mlle|madame|monsieur|sign?ora?|sr|sra|señora?|pani?|pan)\b\.?\s*)?(?P<who>(?:(?-i:[A-ZÀ-ÞŁŚŻ])[\w'’-]+\s+){0,2})(?:\([^()]{1,40}\)\s+)?"
_IS = r"(?:(?:ist|sind|er|sie|est|elle|il|está|è|is|jest|hij|zij|hun|han|lei|lui|él|ella|ona?)\s+)*"
_THE = r"(?:(?:le|el|il|lo|am|den|op|på|d\.)\s+)?"
_BACK = re.compile(
    rf"^{_WHO}{_IS}(?:(?:erst\s+)?ab\s+(?P<when>\S.*?)\s+wieder\s+(?:erreichbar|da|zurück|im\s+(?:büro|haus)|verfügbar)|(?:de\s+retour|de\s+vuelta|di\s+ritorno|zurück|wieder\s+da|tilbake)\s+(?:ab\s+|am\s+)?(?P<since>(?:le|el|il|den)?\s*\d.*|(?:le|el|il|am|den)?\s*[a-zäöüéì]+)"
    rf"|kommt\s+(?:erst\s+)?(?:am\s+)?(?P<comes>\S.*?)\s+(?:zurück|wieder)|ist\s+(?:erst\s+)?(?:am\s+|ab\s+)?(?P<there>\S.*?)\s+(?:zurück|wieder\s+(?:da|im\s+(?:büro|haus)|erreichbar))|(?:revient|rentre|torna|rientra|vuelve|regresa|wraca|kommer\s+(?:tilbake|tillbaka)|er\s+tilbake|komt\s+terug|is\s+terug)\s+{_THE}(?P<returns>\d.*|[a-zäöüéìà-ž]+(?:\s+{_THE}\d.*)?))$",
    re.IGNORECASE,
)
_GONE = re.compile(
    rf"^{_WHO}{_IS}(?:er\s+)?(?:bis\s+(?:zum\s+)?(?P<when>\S.*?)\s+(?:im\s+urlaub|nicht\s+(?:da|im\s+büro|erreichbar)|abwesend|außer\s+haus|verreist|krank|weg|unterwegs|in\s+elternzeit|auf\s+reisen)|(?:im\s+urlaub|abwesend|krank|verreist|absente?|en\s+congés?|en\s+vacances|de\s+vacaciones|fuera|in\s+ferie|(?:på\s+)?ferie|na\s+urlopie|met\s+vakantie|på\s+semester|malad[eo]|borte|bortreist|afwezig)\s+(?:(?:bis(?:\s+zum)?|jusqu['’](?:au|à)|hasta(?:\s+el)?|fino\s+al?|do|t\.?o\.?m\.?|til\s+og\s+med|till\s+och\s+med|tot\s+en\s+met)\s+(?P<through>\S.*)|(?:til|tot|till)\s+(?P<until>\S.*)))$",
    re.IGNORECASE,
)


def absent_in_english(clause: str) -> str:
    """ "Jürgen bis 20.3. im Urlaub" -> "Jürgen is out through 20.3."; empty when it tells of nobody's absence.

    "Bis" and "jusqu'au" mean that day as well, "til" and "tot" do not.
    """
    back = _BACK.match(clause)
    found = back or _GONE.match(clause)
    if not found:
        return ""
    said = next(words for name, words in found.groupdict().items() if name != "who" and words)
    lead = "back on" if back else "out until" if found.groupdict().get("until") else "out through"
    when = re.sub(r"^(?:le|el|il|den)\s+", "", said.strip(), flags=re.IGNORECASE)
    return f"{found['who']}{'is ' if found['who'] else ''}{lead} {when}"
