"""Words and acts of third persons: their boss, a colleague, reception. They are noted, and never taken for the contact's (S21)."""

import re
from collections.abc import Sequence

from bot.reading.grammar.agents import ROLES
from bot.reading.naming.persons import is_somebody
from bot.reading.words.daynames import MONTH, WEEKDAY
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME, quotes_in

_OWNER = r"(?:(?-i:[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)['’]s|her|his|their)"
_WRITTEN = r"(?:own|words?|answer|reply|message|e-?mail|mail|note|text|voicemail|letter|side)"
_DESK = r"(?:reception(?:ist)?|assistant|asst|secretary|(?:school|office|dept|department)\s+sec|gatekeeper|gk|pa|barista|front\s+desk|switchboard|operator|colleague|deputy)"
_OTHER = rf"(?:{_OWNER}\s+(?!{_WRITTEN}\b)\w+(?:\s+(?!(?:said|says)\b)\w+){{0,3}}?|(?-i:(?:Dr\.?\s+)?[A-Z][\w-]+)\s+(?:front\s+desk|reception(?:ist)?|assistant|secretary|switchboard)|(?:the|an?)\s+{_DESK}|{_DESK})"
_MACHINE = (
    r"(?:auto-?\s?(?:reply|response|responder)|(?:ooo|out[-\s]of[-\s]office|bounce\s?-?back)(?:\s+(?:bounce|reply|message|msg|note|notice))?"
    r"|(?:vm|voice\s?mail|mailbox)(?:\s+(?:greeting|message|recording))?|greeting|recording|(?:answering\s+)?machine)"
)
_THEY_SAID = re.compile(
    rf"(?:^|[,;.:]\s*|\b(?:and|but)\s+)(?P<lead>(?:(?:she|he|they|{NAME})\s+(?:said|says)\s+(?:that\s+)?)?(?:{_OTHER}\s+(?:said|says|told\s+(?:me|us)|reckons|thinks|wrote|answered|replied)"
    rf"|according\s+to\s+{_OTHER}|{_MACHINE}(?=\s*:|\s+(?:says|said|reads)))(?:\s+(?:that|says|said|reads))?\s*:?\s*)$",
    re.IGNORECASE,
)
_SUBJECT = rf"^(?:(?:and|but|then|so)\s+)*(?:{_OWNER}\s+|(?:the|an?)\s+)?"
_WILL = r"(?:\s+(?:will|['’]ll|is\s+going\s+to|is|has|promised\s+to)|['’](?:ll|s))?"
# What only whoever answers the phone does: of the one we wanted, the same words would be a promise. Who has another ring us is anybody
# without a name; who has the say there is asked, and passes nothing on.
_HAS_THE_SAY = rf"(?!(?:i|we|you|she|he|they|it|this|that|who|team|both|{ROLES})\b)"
_RINGS_BACK = re.compile(
    rf"{_SUBJECT}{_HAS_THE_SAY}(?:{_DESK}|(?-i:[a-z])[\w-]*){_WILL}\s+(?:have|has|having|get|gets|getting|ask|asks|asking|tell|tells)\s+(?:her|him|them|{NAME})\s+(?:to\s+)?(?:call|ring|phone|text|e-?mail|get\s+back\s+to)\b(?:\s+(?:me|us))?(?:\s+back)?(?:(?:\s+(?:on|at|by))?\s+(?:{WEEKDAY}|{MONTH}|today|tonight|tomorrow|tmrw|next|the\s+\d|\d|eod).*)?$"
    rf"|{_SUBJECT}{_DESK}{_WILL}\s+(?:lets?\s+(?:her|him|them|{NAME})\s+know\b.*|(?:has|have|got)\s+(?:my|our)\s+(?:name|number|details|info)(?:\s+(?:and|&)\s+\w+)?)$",
    re.IGNORECASE,
)
_PASSES_ON = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:{_OWNER}\s+|(?:the|an?)\s+)?(?:{_DESK}|she|he|they|husband|wife|somebody|someone|team)\s*(?:(?:will|['’]ll|is\s+going\s+to|has|['’]s)\s+)?"
    r"(?:pass(?:es|ed)?\s+(?:(?:it|this|that|(?:my|the|a)\s+message)\s+on|on\s+(?:my|the|a)\s+message)(?:\s+to\s+(?:her|him|them))?"
    r"|tells?\s+(?:her|him|them)|told\s+(?:her|him|them)|lets?\s+(?:her|him|them)\s+know|(?:takes?|took|taken)\s+(?:a|my|the)\s+message"
    r"|gives?\s+(?:her|him|them)\s+(?:my|the)\s+message)$",
    re.IGNORECASE,
)

_AT_THEIR_PHONE = r"(?:(?:(?:his|her|their|the|an?|[\w'’-]+['’]s)\s+)?(?:(?:girl|guy|lady|man|woman|someone|somebody)\s+(?:at|on)\s+(?:the\s+)?(?:desk|door|counter|phone)|office|temp|nurse|barista|hygienist|intern|deckhand|waiter|waitress|cashier|guard|apprentice|trainee|dispatcher|bartender|concierge|clerk|housekeeper|foreman|wife|husband|son|daughter|mother|father|brother|sister|partner|admin|asst|receptionist|reception|assistant|secretary|gatekeeper|gk|pa|colleague|deputy|front\s+desk|switchboard|operator|school\s+sec))"
# "the temp", "Mick's offsider": whoever of theirs has no name here, and not the say.
_ANSWERER = rf"(?:{_AT_THEIR_PHONE}|[\w-]+['’]s\s+(?!(?:team|people|{ROLES})\b)(?-i:[a-z])[\w-]+)"
# "her office has my number", "his wife says she'll tell him I called": a message that whoever answered keeps.
_KEEPS_WORD = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*{_AT_THEIR_PHONE}\s+(?:(?:says|said)\s+(?:(?:she|he|they)\s*)?)?(?:(?:will|['’]ll|is\s+going\s+to|gonna)\s+)?(?:(?:now\s+)?(?:has|have|got|took|takes|noted|wrote\s+down|keeps)\s+(?:my|our|the)\s+(?:name|number|msg|message|details|word)\b.*"
    rf"|(?:takes?|took|jots?|jotted|writes?|wrote|makes?|made|scribbled|scribbles|pass(?:es|ed)?|leaves?|left)\s+(?:down\s+)?(?:on\s+)?(?:(?:a|my|the|him|her|them)\s+){{1,2}}(?:note|message|msg)\b.*|(?:noted|notes|took|takes|wrote|writes|jotted|jots)\s+(?:it|this|that|all)(?:\s+(?:down|for\s+(?:her|him|them)))?|(?:noted|wrote)\s+(?:for\s+)?(?:her|him|them)|(?:tell|tells|let|lets)\s+(?:her|him|them|\w+)\s+(?:know\s+)?(?:that\s+)?(?:i|we)\s+(?:called|rang|phoned|tried|was|were)\b.*)$"
    rf"|^(?:(?:and|but|then|so|i|we)\s+)*(?:asked|told|begged)\s+{_AT_THEIR_PHONE}\s+to\s+(?:have|get|ask|tell|let)\s+(?:her|him|them|{NAME})\s+(?:to\s+)?(?:know\b|call|ring|phone|text|e-?mail)\b.*$"
    rf"|^(?:(?:and|but|then|so|i|we|just)\s+)*(?:told|asked)\s+{_ANSWERER}\s+(?:that\s+)?(?:i|we)(?:['’](?:d|ll)|\s+(?:will|would|called|rang|phoned|tried|was\s+calling))\b.*$",
    re.IGNORECASE,
)

_TOLD_BY_DESK = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:her|his|their|the|an?)\s+)?(?!colleague|deputy){_DESK}\s+(?:said|says|told\s+(?:me|us)|reckons|thinks)(?:\s+that\b)?\s*:?\s*(?P<told>\S.*)$"
    rf"|^(?:(?:and|but|then|so)\s+)*(?:(?:her|his|their|the|an?)\s+)?(?!colleague|deputy){_DESK}\s*:\s+(?P<noted>\S.*)$",
    re.IGNORECASE,
)
_TOLD_BY_MACHINE = re.compile(
    rf"^(?:[^:]*\s)?{_MACHINE}(?:\s*:|\s+(?:says|said|saying|reads|states)(?:\s+that\b)?\s*:?)\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
# "Karen ooo autoreply til 14/12", "got an out of office from Karen until Monday": whose it is stands beside its name.
_OFF = r"(?:ooo|oof|out[-\s]of[-\s](?:the[-\s])?office|away|absence|vacation|holiday)"
_OFF_BY_MACHINE = re.compile(
    rf"{AND}(?:(?:(?:i|we|just)\s+)*(?:got|received|have)\s+(?:back\s+)?)?(?:(?:an?|the|only)\s+)*(?:(?P<whose>{NAME})(?:['’]s)?\s+)?"
    rf"(?:{_OFF}\s+(?:auto-?\s?(?:reply|response|responder)|bounce|reply|message|msg|note|notice|e-?mail|mail)|auto-?\s?(?:reply|response|responder)|{_OFF}(?=\s+from\b))"
    rf"(?:\s+from\s+(?P<sender>{NAME}|(?!(?:the|an?|my|our|their)\b)[\w'’-]+))?(?:\s+back)?[\s,–-]+(?P<told>(?:until|till?|through|thru|from|to|back)\s+\S.*)$",
    re.IGNORECASE,
)
# Whoever picks up at home or beside their desk: "got his daughter", "his wife answered".
_KIN = r"(?:daughter|son|nephew|niece|cousin|uncle|aunt|grand(?:son|daughter|pa|ma|mother|father)|(?:baby|house)-?sitter|nanny|kid|wife|husband|brother|sister|mother|father|mom|mum|dad|partner|roommate|flatmate|colleague|coworker|co-worker|neighbou?r|temp|intern|stand-?in|tochter|sohn|frau|mann|kollegin|kollege|femme|mari|collègue|moglie|marito|collega|mujer|marido|compañer[oa])"
_TOLD_BY_ANOTHER = re.compile(
    rf"{AND}(?:(?:(?:her|his|their|the|an?)\s+)?(?:colleague|deputy|{_KIN}|boss|team)|(?P<who>{NAME}))\s+(?:said|says|told\s+(?:me|us)|reckons|thinks)(?:\s+that\b)?\s+(?P<told>\S.*)$",
    re.IGNORECASE,
)
_IS_MACHINE = re.compile(rf"(?:\w+\s+)?{_MACHINE}", re.IGNORECASE)
_ONLY_DESK = re.compile(
    rf"^(?:(?:and|but|then|so|i|we|only|just)\s+)*(?:spoke|talked|got|reached|got\s+through)\s+(?:only\s+|just\s+)?(?:to\s+|with\s+)?(?:(?:her|his|their|the|an?)\s+)?(?!colleague|deputy){_DESK}(?:\s+(?:only|again))?$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:got|reached|caught|had|only|with|to|hatte|nur|seine?|ihre?)\s+(?:only\s+|just\s+)?(?:(?:his|her|their|an?|the)\s+)?(?:\w+['’]s\s+)?{_KIN}\b|\b{_KIN}\s+(?:picked\s+up|answered|took\s+(?:it|the\s+call)|ging\s+ran)\b",
    re.IGNORECASE,
)
_AT_DESK = re.compile(rf"\b{_DESK}\b", re.IGNORECASE)


def told_by_desk(clause: str) -> str:
    """What the front desk said of the one we wanted: "reception says Jo is off till Monday"; empty when it did not."""
    found = _TOLD_BY_DESK.match(clause)
    return (found["told"] or found["noted"]) if found else ""


def told_by_machine(clause: str) -> str:
    """What an automatic reply or a greeting said: "autoreply: ooo till Monday"; empty when none did."""
    found = _TOLD_BY_MACHINE.match(clause)
    if found:
        return found["told"]
    off = _OFF_BY_MACHINE.match(clause)
    return f"{off['whose'] or off['sender'] or 'they'} is out {off['told']}" if off else ""


def told_by_another(clause: str) -> tuple[str, str]:
    """(who, if named; what) somebody there said: "Jo says Priya is away till Monday", "a colleague says she's off"; else empty."""
    found = _TOLD_BY_ANOTHER.match(clause)
    return (found["who"] or "", found["told"]) if found else ("", "")


def is_nobody(name: str) -> bool:
    """ "Reception: …", "Voicemail: …": who speaks there is nobody we wanted."""
    return bool(_AT_DESK.fullmatch(name) or _IS_MACHINE.fullmatch(name))


def is_only_desk(clause: str) -> bool:
    """ "only got reception": nobody we wanted."""
    return bool(_ONLY_DESK.match(clause))


def without_others(text: str) -> tuple[str, tuple[str, ...]]:
    """(the rest, what third persons said, as it was typed): "Petr's boss Milan said 'we are broke'"."""
    asides: list[str] = []
    kept, at = "", 0
    for start, end in quotes_in(text):
        lead = _THEY_SAID.search(text[at:start])
        if lead:
            begin = at + lead.start("lead")
            asides.append(text[begin:end].strip())
            kept, at = f"{kept}{text[at:begin].rstrip(' ,')}, ", end
    return (f"{kept}{text[at:].lstrip(' ,.')}".strip(" ,"), tuple(asides)) if asides else (text, ())


def passes_on(clause: str) -> bool:
    """ "her colleague will pass it on": a message that was left, and nobody's promise."""
    return bool(_PASSES_ON.match(clause) or _RINGS_BACK.match(clause) or _KEEPS_WORD.match(clause))


def has_them_ring(clause: str) -> bool:
    """ "asst will have her ring me Fri": nobody whom we wanted has agreed to it."""
    return bool(_RINGS_BACK.match(clause))


def keeps_word(clause: str) -> bool:
    """ "the temp took a note for Walt": whoever is there, and none of those we wanted."""
    return bool(_KEEPS_WORD.match(clause))


def is_desk(clause: str) -> bool:
    """Whether whoever answers their phone is spoken of."""
    return bool(_AT_DESK.search(clause))


def is_somebody_else(clause: str) -> bool:
    """ "got his daughter": somebody picked up, and it was not the one we rang."""
    return bool(_SOMEBODY_ELSE.search(clause))


_ANOTHER_ANSWERED = re.compile(rf"\b{_KIN}\s+(?:just\s+)?(?:picked\s+up|answered|took\s+(?:it|the\s+call))[\s.!]*$", re.IGNORECASE)  # fmt: skip


def is_answered_by_another(clause: str) -> bool:
    """ "his nephew answered", and no more of it."""
    return bool(_ANOTHER_ANSWERED.search(clause))


# "Product says July": whoever of ours or theirs works there, it is no word of whom we spoke with.
_DEPARTMENT = re.compile(
    r"product|engineering|eng|development|dev|support|legal|finance|accounting|procurement|purchasing|security|infosec|compliance|ops|operations|marketing|sales|it|hr|qa",
    re.IGNORECASE,
)


def is_department(name: str) -> bool:
    return bool(_DEPARTMENT.fullmatch(name))


# "Tamarack lends them the money", "Quill does their printing": a firm that works for them, and none of those we sell to.
_WORKS_FOR_THEM = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?P<who>{NAME})\s+(?:(?:now|already|still|also)\s+)?(?:lends?|pays?|does|runs?|owns?|suppl(?:y|ies)|delivers?|sells?|handles?|hosts?|insures?|prints?|makes?|builds?|services?|manages?|ships?|cleans?|funds?|hauls?|stores?|maintains?)\s+(?:(?:to|for)\s+)?(?:them|their|him|his)\b",
    re.IGNORECASE,
)


def works_for_them(clause: str, people: Sequence[str]) -> bool:
    found = _WORKS_FOR_THEM.match(clause)
    return bool(found and found["who"].lower() not in {"she", "he", "they"} and not is_somebody(found["who"], people))


_NAMELESS = re.compile(r"(?:she|he|said|says|told|took|takes|will\s+pass|passes|gave|noted)\b", re.IGNORECASE)


def is_of_desk(said: str, clauses: Sequence[str]) -> bool:
    """ "receptionist took my number, said try Monday": no word of the one we wanted."""
    at = next((at for at, clause in enumerate(clauses) if said in clause), 0)
    while at and _NAMELESS.match(clauses[at]):
        at -= 1
        if is_desk(clauses[at]):
            return True
    return False
