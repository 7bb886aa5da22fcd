"""A month of another language is one behind the words that stand before a month there: "im Mai", "pas avant mai", "a marzo", "w maju".

Alone it is a company, a person or a word of ours; its preposition says of which language it is, and what the month is for.
"""

import re
from functools import partial

_ENGLISH = "January February March April May June July August September October November December".split()
# Each language: what stands before a month, by what it means, and its months; those of Polish in each case that is used.
_GERMAN = (
    {
        "not before": r"(?:(?:nichts?|kein\w*|nie)\s+(?:mehr\s+)?vor(?:\s+dem)?|frühestens(?:\s+(?:im|ab))?|erst(?:\s+wieder)?(?:\s+(?:im|ab))?)",
        "from": r"ab",
        "bis": r"bis(?:\s+zum)?",
        "before": r"vor(?:\s+dem)?",
        "by": r"spätestens(?:\s+im)?",
        "in": r"im",
    },
    "januar|jänner februar|feber märz|maerz april mai juni juli august september oktober november dezember",
)
_FRENCH = (
    {
        "not before": r"(?:pas|rien)\s+avant(?:\s+le\s+mois\s+de)?|au\s+plus\s+tôt\s+en",
        "from": r"(?:à\s+partir\s+d(?:e\s+|['’])|dès\s+|depuis\s+)",
        "jusqu'au": r"jusqu(?:['’]en|['’]à|['’]au\s+mois\s+de)",
        "before": r"avant",
        "by": r"(?:d['’]ici(?:\s+à)?|pour)",
        "in": r"(?:en|courant|au\s+mois\s+d(?:e\s+|['’]))",
    },
    "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre",
)
_ITALIAN = (
    {
        "not before": r"(?:non|niente|nulla)\s+(?:ci\s+)?prima\s+di",
        "from": r"(?:da|a\s+partire\s+da)",
        "fino al": r"fino\s+ad?",
        "before": r"prima\s+di",
        "by": r"(?:entro|per)",
        "in": r"(?:ad?|in|nel\s+mese\s+di)",
    },
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
_SPANISH = (
    {
        "not before": r"(?:no|nada)\s+(?:hasta|antes\s+de)",
        "from": r"(?:a\s+partir\s+de|desde)",
        "hasta": r"hasta",
        "before": r"antes\s+de",
        "by": r"para",
        "in": r"en",
    },
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
)
_NORDIC = (
    {
        "not before": r"(?:(?:ikke|inte|intet|ingenting)\s+(?:før|förrän|före)|tidligst|tidigast|(?:først|först))(?:\s+i)?",
        "from": r"(?:fra|från)",
        "before": r"(?:før|före)",
        "by": r"(?:innen|inden|innan|senest|senast)(?:\s+i)?",
        "in": r"(?<=\w\s)i",
    },
    "januar|januari februar|februari mars|marts april mai|maj juni juli august|augusti september oktober november desember|december",
)
_DUTCH = (
    {
        "not before": r"(?:niet|niets)\s+vóó?r|pas\s+in|op\s+z['’]n\s+vroegst\s+in",
        "from": r"vanaf",
        "tot": r"tot",
        "by": r"(?:vóór|uiterlijk(?:\s+in)?)",
        "in": r"in",
    },
    "januari februari maart april mei juni juli augustus september oktober november december",
)
_POLISH = (
    {
        "not before": r"nie\s+wcześniej\s+niż\s+w(?:e|ith)?|nie\s+przed|dopiero\s+w(?:e|ith)?|najwcześniej\s+w(?:e|ith)?",
        "from": r"od",
        "before": r"przed",
        "do": r"do",
        "in": r"w(?:e|ith)?",
    },
    "styczniu|stycznia|styczniem lutym|lutego marcu|marca|marcem kwietniu|kwietnia|kwietniem maju|maja|majem czerwcu|czerwca|czerwcem lipcu|lipca|lipcem sierpniu|sierpnia|sierpniem wrześniu|września|wrześniem październiku|października|październikiem listopadzie|listopada|listopadem grudniu|grudnia|grudniem",
)
_PARTS = {
    "early": r"anfang|début|inizio|inizi\s+di|(?:a\s+)?principios\s+de|begin|primo|(?:starten|begyndelsen|begynnelsen|början)\s+a[fv]|na\s+początku",
    "mid": r"mitte|mi|metà|(?:a\s+)?mediados\s+de|midden|half|medio|mid?t(?:en)?\s+a[fv]|midt\s+i|w\s+połowie",
    "end of": r"ende|fin(?:\s+de)?|fine|(?:a\s+)?finales\s+de|einde?|ultimo|(?:slutten|slutet|slutningen|utgangen|udgangen)\s+a[fv]|pod\s+koniec",
}
_PART = "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _PARTS.items())


def _pattern(before: dict[str, str], months: str) -> re.Pattern[str]:
    leads = "|".join(f"(?P<lead{at}>{words})" for at, words in enumerate(before.values()))
    named = "|".join(f"(?P<month{at}>{words})" for at, words in enumerate(months.split()))
    return re.compile(
        rf"(?<![\w'’])(?:(?:{leads})(?:\s+|(?<=['’]))(?:(?:{_PART})[\s-]+)?|(?:{_PART.replace('?P<', '?P<the_')})[\s-]+(?:d['’])?)(?:{named})\b(?!\s*[\d'’])",
        re.IGNORECASE,
    )


_TABLES = (_GERMAN, _FRENCH, _ITALIAN, _SPANISH, _NORDIC, _DUTCH, _POLISH)
_LANGUAGES = tuple((tuple(before), _pattern(before, months)) for before, months in _TABLES)
_MONTHS = frozenset(word for _, months in _TABLES for word in re.split(r"[ |]", months))
_WORDS = re.compile(r"[^\W\d_]+")
_UNTIL = re.compile(
    rf"\b(?:bis|jusqu['’]au|fino\s+al|hasta|tot|do)\s+(?=(?:early\s+|mid\s+|end\s+of\s+)?(?:{'|'.join(_ENGLISH)})\b)"
)


def months_in_english(clause: str) -> str:
    """ "nicht vor Mai" -> "not before May"; how long somebody is away keeps its word: "bis Mai" -> "bis May"."""
    if _MONTHS.isdisjoint(_WORDS.findall(clause.lower())):
        return clause
    for leads, pattern in _LANGUAGES:
        clause = pattern.sub(partial(_told, leads), clause)
    return clause


def _told(leads: tuple[str, ...], found: re.Match[str]) -> str:
    groups = {name: words for name, words in found.groupdict().items() if words}
    lead = next((leads[int(name.removeprefix("lead"))] for name in groups if name.startswith("lead")), "")
    part = next((one for one in _PARTS for name in groups if name.removeprefix("the_") == one.replace(" ", "_")), "")
    month = next(_ENGLISH[int(name.removeprefix("month"))] for name in groups if name.startswith("month"))
    return " ".join(f"{lead} {part} {month}".split())


def by_month(clause: str) -> str:
    """ "sendet es bis May" -> "sendet es by May": where nobody is away until then, it is a deadline."""
    return _UNTIL.sub("by ", clause)
