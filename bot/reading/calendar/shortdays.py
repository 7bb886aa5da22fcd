"""A weekday that another language shortens is one where a day can stand and the words beside it are of that language: "rdv jeu 14h", "møte ons kl 9".

Before a day with its month nothing else can be meant: "mar 6 oct" is the Tuesday, whatever is typed around it.
"""

import re
from functools import lru_cache

_FRENCH = {"lun": "mon", "mar": "tue", "mer": "wed", "jeu": "thu", "ven": "fri", "sam": "sat", "dim": "sun"}
_ITALIAN = {"lun": "mon", "mar": "tue", "mer": "wed", "gio": "thu", "ven": "fri", "sab": "sat", "dom": "sun"}
_SPANISH = {
    "lun": "mon",
    "mar": "tue",
    "mié": "wed",
    "mie": "wed",
    "jue": "thu",
    "vie": "fri",
    "sáb": "sat",
    "sab": "sat",
    "dom": "sun",
}
_PORTUGUESE = {"seg": "mon", "ter": "tue", "qua": "wed", "qui": "thu", "sex": "fri", "sáb": "sat", "dom": "sun"}
_NORDIC = {
    "man": "mon", "mån": "mon", "tir": "tue", "tirs": "tue", "tis": "tue", "ons": "wed", "tor": "thu", "tors": "thu",
    "fre": "fri", "lør": "sat", "lör": "sat", "søn": "sun", "sön": "sun",
}  # fmt: skip
_DUTCH = {"ma": "mon", "di": "tue", "wo": "wed", "do": "thu", "vr": "fri", "za": "sat", "zo": "sun"}
# Words that are of that language alone: "la", "il", "til" and "den" are not.
_LANGUAGES = (
    (
        _FRENCH,
        "du des au aux avec chez elle ils nous vous je et une le pour est heure heures tél rdv atelier réunion appel demain matin après avant dès vers entre rappel rappeler rappelle envoie signe devis visite prochain prochaine semaine midi soir",
    ),
    (
        _ITALIAN,
        "con alle alla del della dal lei lui noi che è gli una il per entro ore riunione incontro chiamata richiamo richiama manda invia firma prossimo prossima settimana mattina pomeriggio dopo prima",
    ),
    (
        _SPANISH,
        "con el los las una ella él nos que del al para reunión llamada llamo llama manda envía firma próximo próxima semana mañana tarde antes después y",
    ),
    (
        _PORTUGUESE,
        "com amanhã hoje hj às até não você vocês horário reunião ligação assinou assina fechado manhã depois pela pelo dele dela liga ligo manda",
    ),
    (
        _DUTCH,
        "het een ik wij hij zij ze voor naar niet terug weer ons mij hem haar stuur stuurt sturen belt bellen teken tekent tekenen offerte afspraak volgende uiterlijk tegen vanaf uur ochtend middag komt levert betaalt beslist",
    ),
    (
        _NORDIC,
        "og och ikke inte meg mig på fra från hos kl jeg jag møte møde möte ringer ringe neste nästa næste uke uge vecka han sender hun hon innen innan senest etter efter skal ska kommer befaring tråden telefonen igjen igen",
    ),
)
_OF = tuple((days, frozenset(words.split())) for days, words in _LANGUAGES)
SHORT_DAYS = {word: day for days, _ in reversed(_OF) for word, day in days.items()}
_PEOPLE = frozenset({"sam", "tor", "dom", "man", "sab"})  # who may be meant with no month behind them
_MONTH = r"(?:jan|f[eéè]v|feb|mar|ma[iyj]|m[aä]r|avr|abr|apr|mag|giu|jui|jun|lug|jul|ao[uû]|ago|aug|se[pt]|set|o[ckt]t|nov|d[eéi][czs])[a-zéûü]*"
_BEFORE_A_DATE = re.compile(
    rf"\.?,?\s+(?:le\s+|el\s+|il\s+|den\s+|d\.\s*)?\d{{1,2}}(?:\s?/\s?\d|\.\s?\d{{1,2}}\.|\.0[1-9](?!\d)|(?:er|\.|º|°)?\s+(?:de\s+)?{_MONTH}\b)", re.IGNORECASE
)  # fmt: skip
_CAN_STAND = re.compile(
    r"\.?(?:\s*$|\s*[,;.!)]|,?\s+(?:(?:à|a|alle|a\s+las|kl\.?|vers|ved)\s+)?(?:den\s+|le\s+|el\s+|il\s+)?\d{1,2}(?!\d)|\s+(?:matin|aprem|après-midi|soir|midi|prochaine?|mattina|pomeriggio|sera|prossim[oa]|tarde|próximo|formiddag|ettermiddag|eftermiddag|morgen|morges|kveld|neste|for\s+å|pour|per|para)\b)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?:\b(?:avec|chez|de|à|et|con|da|di|a|e|med|hos|av|og|til|fra|w|with|to|for)|w/|@|&|\+)\s*$", re.IGNORECASE
)
_A_NUMBER = re.compile(r"\d(?:er|\.|º|°)?\s+(?:de\s+)?$")  # behind one it is the month
_WORDS = re.compile(r"[^\W\d_]+")


def short_day(word: str, typed: str, start: int, end: int) -> str:
    """The weekday in three English letters; empty where it is a month, a person or another word."""
    if word not in SHORT_DAYS or _A_NUMBER.search(typed[max(0, start - 8) : start]):
        return ""
    if word not in _PEOPLE - {"man"} and _BEFORE_A_DATE.match(typed, end):
        return SHORT_DAYS[word]
    if not _CAN_STAND.match(typed, end) and not _BEFORE_A_DATE.match(typed, end):
        return ""
    if word in _PEOPLE and _SOMEBODY.search(typed[max(0, start - 8) : start]):
        return ""
    return next((days[word] for days in _languages(typed) if word in days), "")


def is_nordic(typed: str) -> bool:
    return _NORDIC in _languages(typed)


@lru_cache(maxsize=64)
def _languages(typed: str) -> tuple[dict[str, str], ...]:
    words = frozenset(_WORDS.findall(typed.lower()))
    return tuple(days for days, telling in _OF if words & telling)


LONG_DAYS = dict(
    zip(
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def long_days(clause: str) -> str:
    """ "han sender lista fre" -> "han sender lista Friday": before its words, which tell the language, are put into English."""
    if SHORT_DAYS.keys().isdisjoint(_WORDS.findall(clause.lower())):
        return clause

    def whole(found: re.Match[str]) -> str:
        is_sure = _BEFORE_A_DATE.match(clause, found.end())  # it needs no language to be read
        day = "" if is_sure else short_day(found[0].lower(), clause, found.start(), found.end())
        return LONG_DAYS[day] if day else found[0]

    return _WORDS.sub(whole, clause)
