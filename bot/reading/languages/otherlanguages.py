"""A promise that a rep types in German, French, Spanish, Italian, Dutch, Norwegian or Swedish becomes the sentence it is in English.

Only who acts and the verb are put into English: what is promised stays in the words that were typed.
"""

import re
from functools import lru_cache

from bot.reading.languages.abroadacts import act_abroad
from bot.reading.languages.abroadalone import plainer
from bot.reading.languages.absentabroad import absent_in_english
from bot.reading.languages.daysabroad import any_of, leads_in_english
from bot.reading.languages.monthsabroad import by_month
from bot.reading.languages.onlythen import put_off_in_english
from bot.reading.languages.saidabroad import acts_abroad
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import THEIRS
from bot.reading.naming.persons import FIRST_NAMES, TITLES
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME

_AND = r"^(?:(?:und|et|y|e|en|og|and|but|then|so|dann|puis|luego|poi)\s+)*"
_PRONOUNS = THEIRS
_THEY = rf"(?:(?!(?:we|i|cannot|can|never|must|not|please|who|to|no|nobody|both|all)\b){NAME}|{any_of(_PRONOUNS)})"
_DAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag morgen heute lundi mardi mercredi jeudi vendredi lunes martes miércoles jueves viernes".split()
)
_FROM_US = re.compile(
    r"^(?:(?P<thing>(?-i:[A-ZÄÖÜ])\w+(?:\s+\w+){0,2}?)\s+(?:kommt|kommen|folgt|folgen|geht|gehen)\s+(?:von\s+(?:uns|mir)|(?:an\s+(?:sie|ihn)\s+)?raus)|von\s+(?:uns|mir)\s+(?:kommt|kommen|folgt)\s+(?P<what>(?:(?:das|der|die|den|ein|eine)\s+)?\w+))(?P<rest>\s.*)$",
    re.IGNORECASE,
)
# "geht heute raus", "gaat morgen de deur uit": whatever it was that they asked for.
_GOES_OUT = re.compile(
    r"^(?:(?:das|die|der|es|het|dat|ça)\s+)?(?:(?:geht|gehen)\s+(?P<when>\S.*?)\s+raus|(?:gaat|gaan)\s+(?P<then>\S.*?)\s+(?:de\s+deur\s+uit|eruit|weg)|(?:ça\s+)?part\s+(?P<day>(?!(?:de|du|en|à|pour)\b)\S+)|(?:går|skickas|sendes)\s+(?:ut\s+)?(?P<at>\S+))[\s.!]*$",
    re.IGNORECASE,
)
_ONLY_OURS = re.compile(r"angebot|preisliste|rechnung|offerte|factuur|prijslijst|devis|facture|preventivo|fattura|oferta|factura|tilbud|offert|faktura|prislista?", re.IGNORECASE)  # fmt: skip
_OF_OTHERS = re.compile(r"\s(?:von|vom|van|de|da|dal|del|fra|från)\s", re.IGNORECASE)
# What only a buyer gives, in small letters as well.
_ONLY_THEIRS = r"(?:unterschrift|bestellung|auftrag|freigabe|zusage|anzahlung|entscheidung|handtekening|bestelbon|bestelling|opdracht|goedkeuring|aanbetaling|beslissing|signature|bon\s+de\s+commande|commande|validation|acompte|firma|pedido|orden\s+de\s+compra|ordine|acconto|underskrift|bestilling|beställning|ordre|godkend?else|godkjenning|godkännande|bekreftelse|bekräftelse|bekræftelse)"
_COMES = re.compile(
    rf"^(?:(?:die|der|das|de|het|la|le|l['’]|el|il)\s*(?={_ONLY_THEIRS}\b))?(?P<thing>{_ONLY_THEIRS}|{_ONLY_OURS.pattern}|(?-i:[A-ZÄÖÜ])\w+(?:\s+\w+){{0,2}}?)\s+(?:kommt|kommen|folgt|folgen|volgt|volgen|følger|följer|suit|suivra|arrive|segue|sigue|llega|llegan|arriva|arrivano|komt|kommer)(?:\s+(?:von|de|da|van|fra)\s+(?:ihr|ihm|ihnen|ella|él|lei|lui|haar|hem|henne|ham))?(?P<rest>\s+(?!(?:nicht|niet|ikke|inte|pas|no|non|er|sie|es|ich|wir|il|elle|él|ella)\b).*)$",
    re.IGNORECASE,
)


_WANTS = re.compile(
    rf"^(?P<who>{NAME})\s+will\s+(?=(?:\d|mehr\b|noch\b|keine?n?\b|eine?n?\b|das\b|die\b|den\b|der\b|alles\b))"
)  # German
# "will bis Freitag ein Angebot haben": the day stands before what they want.
_WANTS_BY = re.compile(
    rf"^(?P<who>{NAME}|er|sie)\s+(?:will|möchte|hätte\s+gerne?|braucht)\s+(?P<when>bis\s+(?:zum\s+)?(?:nächsten?\s+)?[\w.]+)\s+(?P<thing>(?:(?:ein|eine|einen|das|die|den|unser\w*)\s+)?(?-i:[A-ZÄÖÜ])[\w-]+)(?:\s+haben)?$",
    re.IGNORECASE,
)
_WOULD_HAVE = re.compile(
    rf"^(?P<who>{NAME}|er|sie)\s+(?:hätten?\s+gerne?|(?:will|möchte)(?=\s.*\shaben$))\s+(?P<what>\S.*?)(?:\s+haben)?$",
    re.IGNORECASE,
)
_WANTS_ABROAD = re.compile(
    rf"{_AND}(?:(?P<who>{_THEY})\s+)?(?:veut|veulent|voudrait|attend|demande|möchten?|brauch(?:t|en)(?:\s+noch)?|erwartet|verlangt|vuole|vogliono|vorrebbe|quiere|quieren|necesita|wil(?:len)?(?:\s+graag)?|vil(?:le|l)?\s+(?:gjerne\s+|gerne\s+|gärna\s+)?(?:ha|have)|(?:chce|prosi(?:ła?)?\s+o)(?=\s+(?:ofert|wycen|umow|cennik|prób|kontrakt|wersj|kopi|demo)\w*)|(?:ønsker|önskar|behöver|trenger)(?=\s+(?:\w+(?:en|et|na|ne)\b|(?:en|et|ett|det|den|de|vår|vårt|vores|pris(?:er)?|tilbud|offert|prøver|prover|prisliste|prislista)\b))|chce)\s+(?=(?<=ha\s)|(?<=braucht\s)(?-i:[A-ZÄÖÜ])|(?<=noch\s)(?-i:[A-ZÄÖÜ])|(?<=have\s)|(?<=ønsker\s)|(?<=önskar\s)|(?<=behöver\s)|(?<=trenger\s)|(?<=chce\s)|(?<=\so\s)|(?:le|la|les|l['’]|une?|des|du|das|die|den|ein|eine|einen|unser\w*|il|lo|gli|el|los|las|una|de|het|een|en|et|notre|nuestr\w+|preise?|preisliste|angebot|muster|pris(?:er)?|tilbud|offert|prix|devis|échantillons|prezzi|prezzo|preventivo|precios?|oferta)\b)",
    re.IGNORECASE,
)


# "quiere la propuesta para el viernes"
_FOR_A_DAY = re.compile(
    r"\s(?:para|pour|per)\s+(?:el\s+|le\s+|il\s+)?(?=(?:lunes|martes|miércoles|miercoles|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi|lunedì|martedì|mercoledì|giovedì|venerdì|mañana|demain|domani|\d{1,2})\b)",
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
    return by_month(leads_in_english(meant) if meant != clause else meant)


_THE_DAY = re.compile(r"(?<= )(?:le|il|el|op|den|am)\s+(?P<day>[12]?\d|3[01])\.?[\s!]*$", re.IGNORECASE)
_THEIRS_TO_DECIDE = re.compile(r"^I\s+will\s+decide\b")
_YES = re.compile(
    rf"^(?:(?:ja|oui|sí|sì|ok|yes|prima|goed|supert?|toppen|bra|fint|gut|(?:{NAME}|hij|zij|han|hun|hon)(?=\s+gaa[nt]|\s+går))[\s,]+)*{any_of(word for tongue in TONGUES for word in words_of(tongue.yes))}[\s.!]*$",
    re.IGNORECASE,
)
_TAKE_IT = re.compile(
    r"^(?:(?:ja|oui|sí|sì|ok|yes)[\s,]+)*(?:(?:vi|wij?|we|wir|on|nous|jeg|jag|ik|ich)\s+(?:tar|tager|nemen|neem|nehme[n]?|le\s+prend|prenons)\s+(?:det|den|dem|dom|het|ze|es|sie|alle|alt|allt|alles)|(?:det|den|dem|dat|die|das)\s+(?:tar|tager|nemen|neem|nehmen?)\s+(?:vi|we|wij|wir|jeg|jag|ik|ich)|on\s+l[ae]\s+prend|lo\s+prendiamo|nos\s+lo\s+quedamos|lo\s+tomamos)[\s.!]*$",
    re.IGNORECASE,
)


def told_in_english(clause: str) -> str:
    """As a rep tells it: "vi beslutter oss til uka" and "vi tar det" are their words, since no seller decides or takes it."""
    if _TAKE_IT.match(clause) or _YES.match(clause):
        return "they take it"
    return _THEIRS_TO_DECIDE.sub("they will decide", in_english(clause))


def _in_english(clause: str) -> str:
    clause = _SAYS_IT.sub(_speaker, clause)
    if put_off := put_off_in_english(clause):
        return put_off
    clause = _WOULD_HAVE.sub(r"\g<who> möchte \g<what>", _WANTS_BY.sub(r"\g<who> möchte \g<thing> \g<when>", clause))
    clause = plainer(_WANTS.sub(r"\g<who> wants ", clause))
    if wants := _WANTS_ABROAD.match(clause):
        clause = f"{_person(wants['who'])}wants {_FOR_A_DAY.sub(' by ', clause[wants.end() :])}"
    absent = absent_in_english(clause)
    if absent:
        return absent
    meant = _THE_DAY.sub(r"on the \g<day>th", _act(clause))
    return clause if " will " in meant and _NOT_SURE.search(clause) else meant


def _act(clause: str) -> str:
    told = acts_abroad(clause)
    if told:
        return told
    from_us = _FROM_US.match(clause)
    if from_us:
        return f"I will send {from_us['thing'] or from_us['what']}{from_us['rest']}"
    if goes := _GOES_OUT.match(clause):
        return f"goes out {next(filter(None, goes.groups()))}"
    comes = _COMES.match(clause)
    if comes and _ONLY_OURS.fullmatch(comes["thing"]):
        return clause if _OF_OTHERS.search(comes["rest"]) else f"I will send {comes['thing']}{comes['rest']}"
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


# "Jürgen ruft an: …", "Bjørn ringer, vil ha …": what follows was told on that call, so it took place.
_RINGS = re.compile(
    rf"^(?P<who>{NAME})\s+(?:ruft\s+an|rief\s+an|ringer|ringde|belt|appelle|chiama|llama|dzwoni)(?=\s*(?::|,)\s)",
    re.IGNORECASE,
)


def rang_in_english(text: str) -> str:
    return _RINGS.sub(r"\g<who> called", text)
