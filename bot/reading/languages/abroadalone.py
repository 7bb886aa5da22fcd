"""What a rep types in another language with no verb of ours: "devis von mir", "ce soir", "on se rappelle". See otherlanguages.

Only what says whose a thing is, which day is meant, or that both speak again is put into English; the thing keeps its words.
"""

import re

from bot.reading.calendar.shortdays import long_days
from bot.reading.languages.againabroad import call_in_english
from bot.reading.languages.daysabroad import days_in_english
from bot.reading.languages.monthsabroad import months_in_english
from bot.reading.languages.visitsabroad import visit_in_english
from bot.reading.words.speech import NAME

# "Muster von uns am Montag": what joins the day to it is no part of either.
_JOINS = r"(?:\s+(?:am|bis(?:\s+zum)?|zum|do|w(?:e|ith)?|na|pour|avant|d['’]ici|le|entro|per|il|para|el|op|til|på|til|innen|senest|voor|tegen)(?=\s))?"
_FROM_US = re.compile(
    r"(?<=\w)(?<!kommt)(?<!kommen)(?<!folgt)(?<!folgen)\s+(?:von\s+(?:mir|uns)|de\s+(?:moi|nous|mí|nosotros)|da\s+(?:me|noi|parte\s+(?:mia|nostra))|fra\s+(?:meg|oss)|van\s+(?:mij|ons)|ode\s+mnie|od\s+nas|från\s+(?:mig|oss)|de\s+(?:notre|ma)\s+part|von\s+(?:unserer|meiner)\s+seite)"
    + _JOINS
    + r"(?=\s|$)",
    re.IGNORECASE,
)
_FROM_THEM = re.compile(
    r"(?<=\w)\s+(?:von\s+(?:ihm|ihr|ihnen)|d['’](?:elle|eux)|de\s+(?:lui|él|ella|ellos)|da\s+(?:lui|lei|loro|parte\s+(?:sua|loro))|fra\s+(?:ham|henne|dem)|van\s+(?:hem|haar|hen)|od\s+(?:nich|niego|niej)|från\s+(?:honom|henne|dem)|de\s+(?:sa|leur)\s+part)"
    + _JOINS
    + r"(?=\s|$)",
    re.IGNORECASE,
)
_LED_BY_US = re.compile(
    r"^(?:von\s+(?:mir|uns)|(?:de\s+)?(?:notre|ma)\s+part|(?:de\s+)?(?:notre|mon)\s+côté|da\s+(?:noi|me|parte\s+(?:mia|nostra))|ode\s+mnie|od\s+nas|fra\s+(?:oss|meg)|från\s+(?:oss|mig)|van\s+(?:ons|mij))\s*[:,]?\s+(?!komm|folg|viene|arriva)(?P<thing>\S.*?)"
    + _JOINS
    + r"(?=\s+\S+$)",
    re.IGNORECASE,
)
# "moi le RIB demain", "ich das Datenblatt bis Freitag": nothing but who, what and when.
_WE_A_THING = re.compile(
    r"^(?:(?:et|und|e|y|og|och|en)\s+)?(?:moi|ich|io|yo|jeg|jag|ik)\s+(?P<thing>(?:le|la|les|das|den|die|il|lo|el|los|las|de|het|et|en)\s+[\w-]+(?:\s+[\w-]+)?)"
    + _JOINS
    + r"(?=\s+\S+$)",
    re.IGNORECASE,
)
_TONIGHT = re.compile(
    r"\b(?:ce\s+soir|esta\s+(?:noche|tarde)|heute\s+abend|i\s+kveld|dziś\s+wieczorem)\b", re.IGNORECASE
)
_LEAD = r"^(?:(?:und|et|y|e|en|og|and|then|dann|donc|allora|poi|puis|luego|potem|så)\s+)*"
_NEXT = r"(?:nye?(?:tt)?|neue[rs]?|nächste[rs]?|nouvel(?:le)?|nouveau|prochain(?:e)?|nuov[ao]|prossim[ao]|nuev[ao]|próxim[ao]|nieuwe?|volgende|neste|nästa|næste|now[aey])"
_WE_SPEAK = re.compile(
    rf"{_LEAD}(?:{_NEXT}\s+(?:prat|samtale?|telefon(?:at)?|gespräch|appel|chiamata|llamada|gesprek|call|rozmowa)|on\s+se\s+(?:r?appelle|re?parle|parle|téléphone|recontacte)|nous\s+nous\s+(?:r?appelons|parlons)|ci\s+(?:ri)?sentiamo|(?:ne\s+)?(?:ri)?parliamo|nos\s+(?:hablamos|llamamos)|vi\s+(?:snakkes|prates|ringes|snakker)|wir\s+(?:sprechen|telefonieren|hören)(?:\s+uns)?|we\s+(?:bellen|spreken)(?:\s+elkaar)?)(?:\s+(?:wieder|erneut|nochmals?|de\s+nouveau|à\s+nouveau|di\s+nuovo|de\s+nuevo|igjen|weer))?(?=\s+\S)",
    re.IGNORECASE,
)
_WE_MEET = re.compile(
    rf"{_LEAD}(?:{_NEXT}\s+(?:møde|møte|möte|termin|treffen|rdv|rendez-vous|réunion|riunione|incontro|reunión|afspraak|spotkanie)|on\s+se\s+(?:re)?(?:voit|rencontre)|nous\s+nous\s+(?:re)?(?:voyons|rencontrons)|ci\s+(?:ri)?vediamo|nos\s+(?:vemos|reunimos)|vi\s+(?:ses|møtes)|wir\s+(?:sehen|treffen)\s+uns|we\s+(?:zien|ontmoeten)\s+elkaar)(?:\s+(?:wieder|igjen|weer))?(?=\s+\S)",
    re.IGNORECASE,
)


# "rappelez-moi le 1er septembre": what they ask of us, and what German leaves for the end.
_CALL_ME = re.compile(
    rf"{_LEAD}(?:(?:veuillez\s+|merci\s+de\s+)?(?:r?appele[zr]|recontacte[zr]|téléphone[zr])(?:-(?:moi|nous)|\s+(?:moi|nous))|(?:merci\s+de\s+)?(?:me|nous)\s+r?appeler|(?:ruf(?:en)?(?:\s+sie)?\s+(?:mich|uns)|melde(?:n\s+sie\s+sich|\s+dich))|ll[aá]m[ae](?:me|nos)|(?:ri)?chiam[ai](?:mi|ci)|(?:mi|ci)\s+(?:ri)?chiami|proszę\s+(?:o\s+telefon|(?:za|od)?dzwonić)|bel\s+(?:me|mij|ons)|ring\s+(?:meg|oss|mig))(?:\s+(?:bitte|wieder|nochmals?|terug|tilbake|igen|de\s+nuevo))*(?=\s)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^\s+(?:fra(?:\s+og\s+med)?|från(?:\s+och\s+med)?|ab(?:\s+dem)?|à\s+partir\s+d(?:u|e)|dès(?:\s+le)?|(?:a\s+partire\s+)?(?:dal|dall['’])|a\s+partir\s+del?|desde(?:\s+el)?|vanaf|od)\s+(?:den\s+|le\s+)?(?=\d)",
    re.IGNORECASE,
)
# "im Mai wieder anrufen", "rappeler en avril": in no person, as a rep notes what is to be done then.
_CALL_AGAIN = re.compile(
    rf"{_LEAD}(?:r?appeler|recontacter|relancer|richiamare|risentir(?:si|ci|lo|la|li)|ricontattare|volver\s+a\s+llamar|volver\s+a\s+contactar|ringe?\s+(?:igjen|tilbake|igen|op\s+igen)|terugbellen|opnieuw\s+bellen|(?:od|za)?dzwonić(?:\s+ponownie)?)(?=\s+(?P<when>\S.*)$)"
    rf"|{_LEAD}+(?P<first>\S.*?)\s+(?:wieder|nochmals?|noch\s+mal|erneut)\s+(?:anrufen|melden|telefonieren|nachfassen|kontaktieren|probieren|versuchen)$",
    re.IGNORECASE,
)
# "ringer ham da kl 10", "rufe ihn dann um 9 an", "la richiamo lunedì": the verb tells that it is the rep who calls.
_WE_CALL = re.compile(
    rf"{_LEAD}(?:(?:ich\s+)?rufe\s+(?:ihn|sie)|(?:je|on)\s+(?:l['’]|(?:le|la|les)\s+)r?appelle|(?:lo|la|li|le|l['’])\s*(?:ri)?chiamo|(?:lo|la|le|los|las)\s+(?:vuelvo\s+a\s+llamar|llamo)|(?:ik\s+)?bel\s+(?:hem|haar)|(?:(?:jeg|jag)\s+)?ringer\s+(?:(?:opp|upp)\s+)?(?:ham|henne|hende|honom|dem)|ring(?:e?)(?=\s+(?:da|då)\s)|(?:od|za)?dzwonię\s+do\s+(?:nie(?:go|j)|nich))(?=\s+(?P<when>\S.*)$)",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?<!\S)(?:da|dann|alors|allora|entonces|dan|wtedy|då)(?=\s|$)", re.IGNORECASE)
_BACK_AT_END = re.compile(
    r"\s+(?:wieder\s+|nochmals?\s+)?(?:an|zurück|terug|tilbake|tillbaka|igjen|igen)[\s.!]*$", re.IGNORECASE
)
_AGAIN_FIRST = re.compile(r"^(?:igen|igjen|tilbake|tilbage|tillbaka|terug|wieder|weer)\s+", re.IGNORECASE)
_AT_HOUR = re.compile(r"\b(?:om|um|alle|a\s+las|kl\.?)\s+(?=\d)", re.IGNORECASE)
# "belt mij maandag om 14.30 terug", "Giulia mi richiama lunedì alle 15": at an hour it is a call that both keep.
_CALLS_ME = re.compile(
    rf"{_LEAD}(?:(?P<who>{NAME})\s+)?(?:ruft\s+(?:mich|uns)|belt\s+(?:mij|me|ons)|ringer\s+(?:meg|mig|oss)|(?:mi|ci)\s+(?:ri)?chiama|(?:me|nos)\s+(?:vuelve\s+a\s+llamar|llama))(?=\s.*(?:\b(?:at|om|um|alle|a\s+las|kl\.?)\s+\d|\d\s?(?:h|uhr)\b))",
    re.IGNORECASE,
)


_THE = re.compile(r"^(?:le|el|il|den|am|op)\s+(?=\d)")  # "rappeler le 23 mars"


def _call_me(clause: str) -> str:
    ours = _WE_CALL.match(clause)
    if ours:
        return (
            f"I will call them {_AGAIN_FIRST.sub('', _BACK_AT_END.sub('', _THEN.sub('then', ours['when'], count=1)))}"
        )
    theirs = _CALLS_ME.match(clause)
    if theirs:
        when = _AGAIN_FIRST.sub("", _BACK_AT_END.sub("", clause[theirs.end() :]).strip())
        return f"{theirs['who'] or 'they'} will call me {_AT_HOUR.sub('at ', when)}"
    found = _CALL_ME.match(clause)
    if not found:
        meant = call_in_english(clause) or visit_in_english(clause)
        if meant:
            return meant
        again = _CALL_AGAIN.match(clause)
        return f"call again {_THE.sub('', again['when'] or again['first'])}" if again else clause
    rest = _FROM.sub(" from ", clause[found.end() :])
    return f"call me{_BACK_AT_END.sub('', rest)}"


# A short weekday is one only where the clause is German: "sie schickt das Heft Do", "Mo nochmal 9:30".
_IS_GERMAN = re.compile(
    r"\b(?:das|die|der|den|dem|ein|eine|einen|und|ich|sie|er|wir|mit|von|bis|kommt|schickt|geht|nochmals?|wieder|noch\s+(?:ein)?mal|Termin|Rückruf|Angebot|Anruf|Uhr)\b"
)
_SHORT_DAY = re.compile(
    r"(?:(?<=\s)|^)(?P<day>Mo|Di|Mi|Do|Fr)\.?(?=\s*$|\s+(?:von|um|früh|vormittag|nachmittag|nochmals?|wieder|noch|mit)\b)"
)
_LONG_DAY = {"Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag"}
_NEXT_WEEK = re.compile(
    r"\b(?:(?P<end>(?:bis\s+)?ende|fin(?:\s+de)?(?:\s+la)?|(?:entro\s+)?(?:la\s+)?fine(?:\s+della)?|(?:a\s+)?finales\s+de(?:\s+la)?)\s+)?(?:nächste[rn]?\s+woche|(?:la\s+)?semaine\s+prochaine|(?:la\s+)?(?:prossima\s+settimana|settimana\s+prossima)|(?:la\s+)?(?:próxima\s+semana|semana\s+que\s+viene)|w\s+przyszłym\s+tygodniu|neste\s+uke|nästa\s+vecka|volgende\s+week)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:pas\s+(?:d['’](?:appels?|e-?mails?)\s+)?avant|nicht\s+vor(?:\s+dem)?|non\s+prima\s+(?:di|del|dell['’])|no\s+antes\s+del?|ikke\s+før|inte\s+före|niet\s+v[oó]{2}r|nie\s+przed)\s*(?:le\s+|l['’]|il\s+|el\s+|den\s+)?(?=\d|[a-zà-ž]{3,})",
    re.IGNORECASE,
)
_JOIN = frozenset("après nach dopo después etter efter alle las kl kl. um o".split())
_AFTER = re.compile(
    r"\b(?:après|nach|dopo|después\s+de|etter|efter)\s+(?:(?:le|dem|den|der|il|el|l['’])\s*)?(?=\d{1,2}\b\.?[\s/.]*(?:\d|[a-zà-ž]{3,}))",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?<=[\w.] )(?:(?:alle|a\s+las|kl\.?)\s+(?=\d{1,2}(?:[:.h]\d\d)?\b(?![/%]))|um\s+(?=\d{1,2}(?:\s+(?:wieder|nochmals?|an|zurück|vorbei|los|weiter)\b))|o\s+(?=\d{1,2}[:.]\d\d\b))",
    re.IGNORECASE,
)
_THE_DAY = re.compile(r"\b(?:il|le|el|am|den|op|på)\s+(?P<day>[12]?\d|3[01])\.?(?=\s*$)", re.IGNORECASE)


# "kein Budget vor Mai", "pas de budget avant mai": how things are until then.
_NO_MONEY = re.compile(
    r"\b(?:kein\w*|pas\s+de|plus\s+de|nessun\w*|niente|no\s+hay|sin|ingen|inget|geen|brak|nie\s+ma)\s+(?:budget|geld|mittel|argent|fonds|soldi|fondi|presupuesto|dinero|budsjett|penger|pengar|budżetu|pieniędzy)(?=\s+(?:before|until|bis|hasta|fino\s+al|jusqu['’]au|do)\s+\S)",
    re.IGNORECASE,
)


_STILL_TODAY = re.compile(
    r"\b(?:noch\s+(?P<day>heute|morgen)|(?P<first>heute|morgen)\s+noch)(?=\s*(?:$|[.!,]))", re.IGNORECASE
)


def days_abroad(clause: str) -> str:
    """ "Ende nächster Woche", "Do": the day alone is put into English, or written out."""
    clause = _STILL_TODAY.sub(lambda found: found["day"] or found["first"], clause)
    clause = _NO_MONEY.sub("no budget", months_in_english(days_in_english(long_days(clause))))
    if _SHORT_DAY.search(clause) and _IS_GERMAN.search(clause):
        clause = _SHORT_DAY.sub(lambda found: _LONG_DAY[found["day"]], clause)
    if not _JOIN.isdisjoint(clause.lower().split()):
        clause = _AT.sub("at ", _AFTER.sub("after ", clause))
    clause = _NOT_BEFORE.sub("not before ", clause)
    return _NEXT_WEEK.sub(lambda found: "by end of next week" if found["end"] else "next week", clause)


# "melde mich bis Di mit neuem Preis": what we come back with.
_BACK_WITH = re.compile(
    rf"{_LEAD}(?:ich\s+)?melde\s+mich\s+(?P<when>\S.*?)\s+mit\s+(?:(?:dem|der|den|einem|einer)\s+)?(?P<thing>[a-zäöüß]\S*(?:\s+\S+)?|[A-ZÄÖÜ]\w+)$",
    re.IGNORECASE,
)


# "Rückmeldung bis Freitag", "decyzja 31.03": what only they give, and nobody who is named does it.
_ANSWER_BY = re.compile(
    rf"{_LEAD}(?P<what>(?P<answer>rückmeldung|antwort|bescheid|réponse|risposta|respuesta|svar|besked|antwoord|odpowiedź)|entscheidung|décision|decisione|decisión|beslutning|beslut|beslissing|decyzja)\s+(?:(?:le|el|il|am|den|på|op)\s+(?=\d)|(?=(?:by|before|until|bis|avant|d['’]ici|entro|per|innen|inden|senast|senest|do|tegen|voor|antes|am|den|le|il|el|på|op)\s|\d{{1,2}}[./]\s?\d))",
    re.IGNORECASE,
)


def plainer(clause: str) -> str:
    """Unchanged when it holds nothing of the kind."""
    clause = _BACK_WITH.sub(r"I will send \g<thing> \g<when>", clause)
    clause = _call_me(days_abroad(clause))
    clause = _ANSWER_BY.sub(lambda found: "answer " if found["answer"] else "decision ", clause)
    clause = _WE_A_THING.sub(r"\g<thing> from me", _LED_BY_US.sub(r"\g<thing> from me", clause))
    clause = _WE_MEET.sub("we meet", _WE_SPEAK.sub("we speak", clause))
    if clause.startswith(("we speak", "we meet")):
        clause = _THE_DAY.sub(lambda found: f"on the {found['day']}th", clause)
    return _TONIGHT.sub("tonight", _FROM_THEM.sub(" from them", _FROM_US.sub(" from me", clause)))
