"""Who does what by when in another language, whatever the verb: "Anke füllt den Bogen bis Mittwoch aus", "noi prepariamo il preventivo entro il 20".

A pronoun or a name, a verb and a deadline in a foreign word say whose promise it is; the verb and the thing keep their words.
Without a foreign deadline nothing is read, and a verb of being, having or being able promises nothing.
"""

import re

from bot.phrases import base_verb
from bot.reading.calendar.datespelling import is_day_word
from bot.reading.languages.daysabroad import tells_when
from bot.reading.words.speech import NAME

_AND = r"^(?:(?:und|et|y|e|en|og|och|i|a|and|but|then|so|dann|puis|luego|poi|moi|yo|pues)\s+)*"
_I = r"(?P<we>ich|wir|je|j['’]|nous|on|yo|nosotros|nosotras|io|noi|ik|wij|we|jeg|jag|vi|ja|my)"
_THEY = rf"(?P<who>er|sie|il|elle|ils|elles|él|ella|ellos|ellas|lui|lei|loro|hij|zij|han|hun|de|on[ai]|{NAME})"
_BY = r"(?:bis(?:\s+(?:zum|spätestens))?|spätestens|pour|avant|d['’]ici(?:\s+à)?|entro|per|antes\s+del?|para|a\s+más\s+tardar|tegen|uiterlijk|voor|vóór|do|najpóźniej|innen|senest|senast|før|före|inden)"
_THE = r"(?:(?:le|la|el|il|lo|den|dem|der|das|am|op)\s+)?"
_DAY = r"(?P<day>(?:[a-zà-ž]+,?\s+)?\d{1,2}(?:[./]\s?\d{1,2}\.?(?:\d{2,4})?|\.?\s+(?:de\s+)?[a-zà-ž]+)|(?:next\s+)?(?:[a-zà-ž]{4,}|may)(?:\s+(?:früh|mittag|abend|matin|midi|soir))?)"
_MARKED = re.compile(rf"\s(?:{_BY}|am|le|el|il|op|den)\s", re.IGNORECASE)
_WEEKDAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunedì|martedì|mercoledì|giovedì|venerdì|lunes|martes|miércoles|jueves|viernes|maandag|dinsdag|woensdag|donderdag|vrijdag|mandag|tirsdag|onsdag|torsdag|fredag|måndag|tisdag|poniedziałek|wtorek|środę|czwartek|piątek|morgen|demain|domani|mañana|jutro|imorgen|imorgon)"
_GIVES = r"(?:das|die|den|der|dem|ein|eine|einen|uns|mir|ihr|ihm|le|la|les|l['’]\w+|une?|des|du|nous|il|lo|gli|i|el|los|las|una|ci|nos|het|een|ons|en|et|oss|nam|mi|alle|alles|tout|tutto|todo)"
# A number, a German noun, or a Nordic one that ends in its article, where no article stands in front.
_SOME = r"(?:\d+|zwei|drei|vier|deux|trois|due|tre|dos|tres|twee|drie|två|(?-i:[A-ZÄÖÜ])\w{3,}|[a-zåäöæø]{3,}(?:en|et|ene|erna|arna|orna|na))"
_BY_THEN = r"by\s+(?P<then>(?:month\s+end|(?:the\s+)?end\s+of\s+[\w\s]+|next\s+\w+))"
# "il passe le dossier au comité le 24/11", "lei controlla il contratto venerdì": a thing has it done to, and the day ends it.
_THEY_DO = re.compile(
    rf"{_AND}(?P<who>(?P<we>ich|je|yo|io|ik|jeg|jag)|er|sie|il|elle|ils|elles|él|ella|ellos|lui|lei|hij|zij|han|hun|hon|on|ona)\s+(?:(?:nous|me|m['’]|vous|lui|leur|ci|mi|vi|nos|les|le)\s+)?(?P<verb>[^\W\d_]{{3,}})(?P<rest>\s+(?:{_GIVES}\s+\S+|{_SOME})(?:\s+\S+){{0,6}}?)\s+(?:(?:am|le|el|il|op|på|den|w|we|do)\s+(?:\w+\s+)?(?P<day>\d{{1,2}}[./]\d{{1,2}}\.?|{_WEEKDAY})|(?P<named>{_WEEKDAY})|{_BY_THEN})[\s.!]*$",
    re.IGNORECASE,
)
# "il revient vers nous le 20/3 avec le bon de commande", "sie meldet sich Freitag mit der Zahl": they come with it.
_ON = r"(?:(?:le|am|bis(?:\s+zum)?|il|el|op|den|avant\s+le|d['’]ici\s+(?:au\s+|à\s+)?|entro\s+il|i)\s+)?"
_DAY_BESIDE = rf"(?P<{{}}>(?:{_WEEKDAY}\s+)?\d{{{{1,2}}}}[./]\d{{{{1,2}}}}\.?|{_WEEKDAY}|(?:mon|tues|wednes|thurs|fri)day|tomorrow)"
_COMES_BACK = rf"{_AND}{_THEY}\s+(?:(?:nous|me|m['’]|ci|mi|nos)\s+)?(?:re(?:vient|viendra|contacte|contactera)|rappelle(?:ra)?|kommt|meldet\s+sich|ruft|torna|ritorna|richiama|vuelve|llama|komt|kommer)(?:\s+(?:vers|chez|à|auf|zu|bei|da|a|con|bij)\s+(?:nous|moi|uns|mich|mir|noi|nosotros|ons))?"
_WITH = r"(?:avec|mit|con|met|med)\s+"
_BACK_WITH = re.compile(
    rf"{_COMES_BACK}\s+(?:{_ON}{_DAY_BESIDE.format('day')}\s+{_WITH}(?P<what>\S.*?)(?:\s+(?:auf\s+uns\s+zu|zurück|an))?|{_WITH}(?P<thing>\S.*?)\s+{_ON}{_DAY_BESIDE.format('last')})[\s.!]*$",
    re.IGNORECASE,
)
# "elle invite leur DAF": to what is agreed.
_INVITES = re.compile(
    rf"{_AND}(?:elle|il|ils|elles|er|sie|lei|lui)\s+(?:invite(?:nt)?|convie|lädt|invita)\s+(?P<whom>(?:le|la|les|l['’]|leur|son|sa|den|die|das|ihren?|seinen?|il|lo)\s*\w[\w'’-]*(?:\s+\w+)?)(?:\s+ein)?[\s.!]*$",
    re.IGNORECASE,
)
_LAST_BY = re.compile(rf"\s+{_BY}$", re.IGNORECASE)
_LEAVES = frozenset(
    "part partent partira revient reviennent rentre rentrent prend kommt fährt fliegt geht beginnt startet endet feiert hat nimmt parte torna rientra prende vuelve llega sale toma empieza comienza reist komt gaat vertrekt kommer drar begynner slutter".split()
)
_PREFIX = r"(?P<tail>\s+(?:ab|an|auf|aus|bei|durch|ein|fertig|frei|her|hin|los|mit|nach|vor|weg|weiter|zu|zurück|zusammen|terug|door|op|in|uit|over|opp|inn|ut|tilbake))?"
_ACT = re.compile(
    rf"{_AND}(?:(?:{_I}|{_THEY})\s*)?(?<![^\s'’])(?P<verb>[^\W\d_]{{3,}})(?P<rest>(?:\s+(?!{_BY}\b)\S+){{0,8}}?)\s+{_BY}\s+{_THE}{_DAY}{_PREFIX}[\s.!]*$",
    re.IGNORECASE,
)
_WE_BACK = re.compile(
    rf"{_AND}{_I}\s*(?<![^\s'’])(?P<verb>[^\W\d_]{{3,}})(?P<rest>(?:\s+\S+){{1,8}}?)\s+(?:am|le|el|il|op|den)\s+{_DAY}{_PREFIX}[\s.!]*$",
    re.IGNORECASE,
)
# A verb alone is of theirs where its ending and what follows are those of a sentence: "schickt die Liste", "remplit le formulaire".
_ALONE = re.compile(
    r"(?!ge)[a-zäöüß]+t\s+(?:die|das|den|der|dem|uns|mir|ein\w*|alle\w*|(?-i:[A-ZÄÖÜ])\w{3,})\b|[a-zà-ÿ]+[etd]\s+(?:le|la|les|l['’]|une?|des|nous)\b|[a-zà-ÿ]+[ae]\s+(?:il|lo|la|gli|le|el|los|las|una?|ci|nos)\b",
    re.IGNORECASE,
)
_NO_ACT = frozenset(
    "ist sind bin war waren hat haben habe hatte kann können muss müssen will wollen möchte darf soll bleibt bleiben wartet läuft geht gilt dauert est sont suis a ont avons était peut doit veut reste attend part "
    "es son está están soy tiene tienen tengo puede quiere espera è sono ho ha hanno abbiamo può vuole resta aspetta dura scade is zijn ben heeft hebben heb kan moet wil wacht blijft er var har kan må vil skal venter jest są ma mają mam może musi chce czeka był "
    "prosi prosił prosiła pyta wants needs asks expects requests prefers likes urlaub weg verreist nicht pas non nie niet ikke will would can could has have had was were be been not said says sends calls the and for with".split()
)
# What they need, want, think, hope, know, see or keep: closed in every tongue.
_STATES = frozenset(
    "braucht brauchen benötigt hofft erwartet findet glaubt denkt meint sucht kennt weiß sieht mag fürchtet vermutet pense croit espère trouve cherche sait voit aime préfère souhaite voudrait craint "
    "piensa cree busca sabe ve prefiere necesita teme pensa crede spera cerca vede preferisce teme denkt hoopt zoekt weet ziet vindt nodig vreest håller tycker tror hoppas söker vet ser behöver tänker saknar fruktar "
    "trenger tenker håper mener leter synes tænker håber mangler frygter frykter holder heter".split()
)
_FOR_TOO = frozenset("pour per para voor vóór för før".split())  # before whom or what as well as before a day
_IS = re.compile(r"\s+(?:is|zijn|er|är|ist|sind|est|sont|es|son|è|sono|var|was)\s", re.IGNORECASE)
_NATIVE = frozenset("do per pour voor".split())  # words of English, or names, as well


def act_abroad(clause: str) -> str:
    """The sentence in which the verb stands as it was typed; empty when it is none."""
    if clause.isascii() and clause.lower().startswith(("i ", "we will", "the ")):
        return ""
    if back := _BACK_WITH.match(clause):
        return f"they will send {back['what'] or back['thing']} by {back['day'] or back['last']}"
    if invites := _INVITES.match(clause):
        return f"they will bring {invites['whom']}"
    act = _THEY_DO.match(clause)
    # "on" may be English; behind any other of these pronouns no verb is.
    if (
        act
        and act["verb"].lower() not in _NO_ACT | _LEAVES | _STATES
        and (act["who"].lower() != "on" or not base_verb(act["verb"]))
    ):
        return f"{'I' if act['we'] else 'they'} will {act['verb']}{_LAST_BY.sub('', act['rest'])} by {act['day'] or act['named'] or act['then']}"
    if not _MARKED.search(clause):
        return ""
    found = _ACT.match(clause) or _WE_BACK.match(clause)
    if not found or not _is_verb(found):
        return ""
    groups = found.groupdict()
    if not groups["we"] and not groups.get("who") and not _ALONE.match(clause[found.start("verb") :]):
        return ""
    tail, rest = groups["tail"] or "", groups["rest"]
    groups["is_polish"] = "pl" if re.search(r"\s(?:do|w|we)\s", clause) else None
    return f"{_owner(groups)} will {groups['verb']}{rest}{tail} by {groups['day']}"


def _owner(groups: dict[str, str | None]) -> str:
    who = groups.get("who") or ""
    if groups["we"] and not (
        groups["we"].lower() == "on" and groups["is_polish"]
    ):  # "on" is he in Polish, and we in French
        return "I"
    return who if who[:1].isupper() and not re.fullmatch(r"Er|Sie|Il|Elle|Lui|Lei|Han|Hun|De|On[ai]", who) else "they"


def _is_day(words: str) -> bool:
    said = words.lower().split()
    return any(map(str.isdecimal, words)) or tells_when(said) or any(map(is_day_word, said))


def _is_verb(found: re.Match[str]) -> bool:
    verb, mark = found["verb"].lower(), found[0][found.end("rest") :].split()[0].lower()
    if mark in _FOR_TOO and not _is_day(found["day"]):  # "te hoog voor Erik"
        return False
    if _IS.match(found["rest"]):  # "de prijs is te hoog": no verb stands there
        return False
    is_english = base_verb(verb) is not None or verb.endswith(("ing", "ed"))
    return verb not in _NO_ACT | _STATES and not (is_english and (mark in _NATIVE or found[0].isascii()))
