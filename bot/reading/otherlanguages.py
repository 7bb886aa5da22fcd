"""A promise that a rep types in German, French, Spanish, Italian, Dutch, Norwegian or Swedish becomes the sentence it is in English.

Only who acts and the verb are put into English: what is promised stays in the words that were typed.
"""

import re
from functools import lru_cache

from bot.reading.abroadacts import WEEKDAY, act_abroad
from bot.reading.abroadalone import plainer
from bot.reading.absentabroad import absent_in_english
from bot.reading.bounds import CLAUSES_KEPT
from bot.reading.monthsabroad import by_month
from bot.reading.persons import FIRST_NAMES, TITLES
from bot.reading.speech import NAME

_AND = r"^(?:(?:und|et|y|e|en|og|and|but|then|so|dann|puis|luego|poi)\s+)*"
_VERBS_OF_I = {
    "send": "wyślę prześlę wyślemy prześlemy schicken senden mailen envoyons transmettons inviamo mandiamo enviamos mandamos sturen schicke sende maile übermittle envoie transmets expédie envío envio mando paso invio stuur sender skickar mejlar",
    "bring": "besorgen bringen apportons portiamo llevamos brengen besorge bringe apporte amène llevo traigo porto breng",
    "deliver": "liefere livre entrego consegno lever leverer levererar",
    "price": "kalkuliere rechne chiffre calcule calculo calcolo prijs",
    "give": "gebe donne doy do geef gir ger",
    "prepare": "machen erstellen préparons prepariamo preparamos maken mache erstelle bereite prépare preparo maak lager förbereder",
    "sign": "unterschreibe unterschreiben signe signons firmo firmiamo firmamos onderteken signerar undertecknar",
    "check": "prüfen klären vérifions verifichiamo revisamos prüfe kläre vérifie reviso verifico controleer sjekker kollar kontrollerar",
    "call": "rufe telefoniere rappelle appelle llamo chiamo bel ringer",
}
_VERBS_OF_THEM = {
    "send": "wyśle wysyła odsyła prześle przesyła schickt sendet mailt übermittelt envoie transmet envía envia manda invia stuurt sender skickar mejlar",
    "bring": "bringt apporte amène trae porta brengt",
    "deliver": "liefert livre entrega consegna levert leverer levererar",
    "sign": "podpisze podpisuje unterschreibt unterzeichnet signe firma tekent undertekent signerer signerar undertecknar",
    "check": "sprawdzi sprawdza prüft klärt vérifie revisa verifica controleert sjekker kollar kontrollerar",
    "confirm": "bestätigt confirme confirma conferma bevestigt bekrefter bekräftar",
    "approve": "genehmigt valide approuve aprueba approva godkjenner godkänner",
    "order": "zamówi zamawia bestellt commande ordina pide bestelt bestiller beställer",
    "make": "macht fait fa hace",
    "give": "gibt donne da dà geeft gir ger",
    "decide": "entscheidet décide beslist bestemmer beslutar bestämmer",
    "call": "zadzwoni oddzwoni ruft meldet rappelle appelle llama chiama belt ringer",
}
_I = r"(?:ich|je|j['’]|yo|io|ik|jeg|jag|wir|nous|on|nosotros|noi|wij|vi)"
_THEY = rf"(?:(?!(?:we|i|cannot|can|never|must|not|please|who|to|no|nobody|both|all)\b){NAME}|er|sie|il|elle|ils|elles|él|ella|ellos|lui|lei|hij|zij|ze|han|hun|hon|de|dom)"
_TO = r"(?:(?:ihm|ihr|ihnen|lui|leur|te|t['’]|vous|le|les|gli|hem|haar|ham|henne|honom|dig|er|dem)\s*)?"


def _verbs(table: dict[str, str]) -> dict[str, str]:
    return {word: plain for plain, words in table.items() for word in words.split()}


_OF_I, _OF_THEM = _verbs(_VERBS_OF_I), _verbs(_VERBS_OF_THEM)
_OURS = re.compile(rf"{_AND}{_I}\s*{_TO}(?P<verb>{'|'.join(_OF_I)})\b(?P<rest>.*)$", re.IGNORECASE)
_THEIRS = re.compile(rf"{_AND}(?P<who>{_THEY})\s+{_TO}(?P<verb>{'|'.join(_OF_THEM)})\b(?P<rest>.*)$", re.IGNORECASE)


_PRONOUNS = frozenset("er sie il elle ils elles él ella ellos lui lei hij zij ze han hun hon de dom".split())
_DAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag morgen heute lundi mardi mercredi jeudi vendredi lunes martes miércoles jueves viernes".split()
)
_NO_SUBJECT = re.compile(
    rf"{_AND}(?P<verb>manda|envía|firma|confirma|invia|conferma|hace|fa|meldet(?=\s+sich\b)|prüft|schickt|sendet|unterschreibt|bestätigt|klärt|genehmigt|liefert|bringt|bestellt|envoie|signe|confirme|vérifie|stuurt|tekent|bevestigt|sender|signerer|bekrefter)(?=\s+(?:{WEEKDAY}\s+)?(?:(?:sich|el|la|los|las|il|lo|gli|le|una?|das|die|den|der|uns|mir|ein|eine|einen|alles|les|nous|du|de|het|een|ons|os|as|oss|en|et)\s|[a-zæøå]{(4,)}(?:ene|en|et|erne|arna)\s|(?-i:[A-ZÄÖÜ])\w{{3,}}))(?P<rest>.*)$",
    re.IGNORECASE,
)
_OURS_ALONE = re.compile(
    rf"{_AND}(?:(?:ti|te|le|gli|vi|os|les)\s+)?(?P<verb>wyślę|prześlę|(?:mando|invio|envío|paso|porto|llevo|traigo|preparo)(?=\s+(?:{WEEKDAY}\s+)?(?:(?:el|la|los|las|il|lo|gli|le|una?|i(?=\s+\w+i\b))\s|l['’]))|(?:schicke|sende|maile|bringe|liefere|erstelle|kläre|prüfe)(?=\s+(?:(?:ihm|ihr|ihnen|das|die|den|ein|eine|einen|heute|morgen|noch|gleich|{WEEKDAY})\s|(?-i:[A-ZÄÖÜ])\w{{3,}}\s)))(?P<rest>\s.*)$",
    re.IGNORECASE,
)
_FROM_US = re.compile(
    r"^(?:(?P<thing>(?-i:[A-ZÄÖÜ])\w+(?:\s+\w+){0,2}?)\s+(?:kommt|kommen|folgt|folgen|geht|gehen)\s+(?:von\s+(?:uns|mir)|(?:an\s+(?:sie|ihn)\s+)?raus)|von\s+(?:uns|mir)\s+(?:kommt|kommen|folgt)\s+(?P<what>(?:(?:das|der|die|den|ein|eine)\s+)?\w+))(?P<rest>\s.*)$",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"^(?P<thing>(?-i:[A-ZÄÖÜ])\w+(?:\s+\w+){0,2}?)\s+(?:kommt|kommen|folgt|folgen|llega|llegan|arriva|arrivano|komt|kommer)(?:\s+(?:von|de|da|van|fra)\s+(?:ihr|ihm|ihnen|ella|él|lei|lui|haar|hem|henne|ham))?(?P<rest>\s+(?!(?:er|sie|es|ich|wir|il|elle|él|ella)\b).*)$",
    re.IGNORECASE,
)


_WANTS = re.compile(
    rf"^(?P<who>{NAME})\s+will\s+(?=(?:\d|mehr\b|noch\b|keine?n?\b|eine?n?\b|das\b|die\b|den\b|der\b|alles\b))"
)  # German
_WANTS_ABROAD = re.compile(
    rf"{_AND}(?:(?P<who>{_THEY})\s+)?(?:veut|veulent|voudrait|attend|demande|möchten?|brauch(?:t|en)|erwartet|verlangt|vuole|vogliono|vorrebbe|quiere|quieren|necesita|wil\s+graag|vil\s+(?:gjerne\s+)?ha|trenger|chce)\s+(?=(?:le|la|les|l['’]|une?|des|du|das|die|den|ein|eine|einen|unser\w*|il|lo|gli|el|los|las|una|het|een|en|et|notre|nuestr\w+)\b)",
    re.IGNORECASE,
)


_SAYS_IT = re.compile(
    rf"{_AND}(?P<who>{_THEY})\s+(?:sagte?|meinte?|verspricht|dit|promet|dice|promette|promete|zegt|belooft|sier|lover|säger|lovar|mówi|obiecuje)\s*,?\s+(?:(?:dass|qu['’]|que|che|dat|at|att|że)\s*)?(?P<they>er|sie|il|elle|lui|lei|él|ella|hij|zij|han|hun|on|ona)\s+(?=\w)",
    re.IGNORECASE,
)


# What they will not do, or only perhaps or on a condition, stays in the words that were typed.
_NOT_SURE = re.compile(
    r"\b(?:inte|ej|aldrig|inget|ingen|ikke|icke|aldri|nicht|niemals|keine?[nr]?|niet|geen|kanske|kanskje|måske|vielleicht|misschien|nog(?=\s+(?:på|i)\b)|upp(?=[.!]*$)"
    r"|(?:om(?!\s+(?:\d|en|ett|två|tre)\b)|hvis|ifall|wenn|falls|sofern)\s+(?:\w+\s+){1,4}?\w+[srt])\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def in_english(clause: str) -> str:
    """ "ich schicke das Angebot morgen" -> "I will send das Angebot morgen"; any other clause as it is."""
    meant = _in_english(clause)
    if meant != clause:
        for pattern, plain in _ON_A_DAY:
            meant = pattern.sub(plain, meant)
    return by_month(meant)


_ON_A_DAY = (
    (re.compile(r"\b(?:på|op)\s+(?=\w+dag\b)|\bam\s+(?=(?:\w+tag|mittwoch)\b)", re.IGNORECASE), "on "),
    (re.compile(r"\b(?:senast|senest|innan|innen|inden)\s+(?:på\s+)?(?=\w+dag\b)", re.IGNORECASE), "by "),
    (re.compile(r"\bi\s+morg[eo]n\b", re.IGNORECASE), "tomorrow"),
)


def _in_english(clause: str) -> str:
    clause = _SAYS_IT.sub(_speaker, clause)
    clause = plainer(_WANTS.sub(r"\g<who> wants ", clause))
    clause = _WANTS_ABROAD.sub(lambda found: f"{_person(found['who'])}wants ", clause)
    absent = absent_in_english(clause)
    if absent:
        return absent
    meant = _act(clause)
    return clause if " will " in meant and _NOT_SURE.search(clause) else meant


def _act(clause: str) -> str:
    ours = _OURS.match(clause)
    if ours:
        return f"I will {_OF_I[ours['verb'].lower()]}{ours['rest']}"
    alone = _OURS_ALONE.match(clause)
    if alone:
        return f"I will {_OF_I[alone['verb'].lower()]}{alone['rest']}"
    theirs = _THEIRS.match(clause)
    if theirs:  # a person keeps their name
        who = theirs["who"] if theirs["who"][0].isupper() and theirs["who"].lower() not in _PRONOUNS else "they"
        return f"{who} will {_OF_THEM[theirs['verb'].lower()]}{theirs['rest']}"
    told = _NO_SUBJECT.match(clause)
    if told:
        return f"they will {_OF_THEM[told['verb'].lower()]}{told['rest']}"
    from_us = _FROM_US.match(clause)
    if from_us:
        return f"I will send {from_us['thing'] or from_us['what']}{from_us['rest']}"
    comes = _COMES.match(clause)
    if comes and _is_thing(comes["thing"]):
        return f"they will send {comes['thing']}{comes['rest']}"
    return act_abroad(clause) or clause


def says_act(clause: str) -> bool:
    """ "Anke sagt sie prüft das Angebot": what she takes on, and no words of hers."""
    return bool(_SAYS_IT.match(clause)) and " will " in in_english(clause)


def _speaker(found: re.Match[str]) -> str:
    """Whoever says what they do does it: their name stays."""
    return f"{found['who'] if found['who'][0].isupper() and found['who'].lower() not in _PRONOUNS else found['they']} "


def _person(who: str | None) -> str:
    """A name stays; a pronoun of another language is nobody's."""
    return "" if who is None else f"{who} " if who.lower() not in _PRONOUNS and who[0].isupper() else "they "


def is_foreign(clause: str) -> bool:
    return in_english(clause) != clause


_OF_ITSELF = frozenset("budget budgets geld mittel etat presupuesto dinero soldi fondi".split())


def _is_thing(words: str) -> bool:
    """ "Testdaten kommen"; not "Frau Schulz kommt", "Montag kommt er", and no money that comes of itself."""
    first = words.split(maxsplit=1)[0].lower()
    return first not in FIRST_NAMES | TITLES | _DAYS | _OF_ITSELF
