"""How firm a clause is: soft, hedged, negated, on a condition, or only how things are (H3). Who acts, clauses tells."""

import re

_SOFT = re.compile(
    r"^(?:try to )?(?:think|talk|look (?:into|at|over)|run (?:\S+ ){1,4}?(?:past|by (?:it|her|him|his|their|the|legal|finance|procurement|purchasing|security))\b(?! \d)|circulate|discuss|consider|mull|review internally"
    r"|see (?:what|if|how)|sleep on|chew|noodle|ponder|digest|weigh|reflect|kick (?:it|this|the \w+) around|get back|come back|circle back|report back|be in touch|reach out|let (?:me|us) know|keep (?:me|us) (?:posted|informed|updated|abreast|up to date|in the (?:loop|picture))|ask (?:around|(?:her|his|their|the) [\w'’-]+$|hq|legal|finance|it)|sound (?:[\w'’]+ ){0,3}?out|put out feelers|consult|confer|float|have a word)\b",
    re.IGNORECASE,
)  # fmt: skip
_INSIDE = re.compile(
    r"^(?:run (?:\S+ ){1,4}?(?:past|by)\b|circulate|ask\b(?! (?:for|us|me)\b)|ask around|sound\b|put out feelers|consult|float|check with|review internally)",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"^(?:(?:is|are|need to|still|just|also|[A-Z][\w'’]+(?: [A-Z][\w'’]+)?) )*(?:think|thinking|sleep(?:ing)? on|mull(?:ing)?|chew(?:ing)? (?:on|it|over|this|that)|ponder(?:ing)?|digest(?:ing)?|noodl(?:e|ing)|weigh(?:ing)?|reflect(?:ing)?|consider(?:ing)?)\b",
    re.IGNORECASE,
)
_IN_MIND = r"(?:keep|keeps|bear|bears|have|hold) (?:us|me|it|this|that|(?:our|my) \w+) (?:in mind|on file|on (?:her|his|their|the) radar)"
_REMEMBERS = re.compile(rf"\b{_IN_MIND}\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:won['’]?t|will not|not|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t|cannot|couldn['’]?t|wouldn['’]?t|no longer|never|isn['’]?t|refuses?)\b",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"(?:['’](?:s|re|m)|\b(?:is|are|am))\s+(?:still\s+|also\s+|already\s+|now\s+)*(?:talking|speaking|looking|waiting|comparing|evaluating"
    r"|considering|thinking|using|working|trying|testing|running|struggling|losing|hiring|growing|moving|having|ringing|drowning|taking\s+over|covering|handling|leaving|heading)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:maybe|perhaps|vllt|vielleicht|evtl|eventuell|peut-[eê]tre|quizás?|forse|kanskje|misschien|possibly|potentially|might|at\s+some\s+point|some\s?day|one\s+day|some\s?time\s+soon|eventually|when\s+there(?:['’]s|\s+is)\s+time|when\s+(?:she|he|they)\s+(?:can|gets?\s+(?:a\s+chance|time|round|to\s+it)|has\s+time|have\s+time))\b|^(?:she|he|they|i|we)\s+may\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|unless|provided(?:\s+that)?|assuming|as\s+long\s+as|on\s+condition|subject\s+to|depending\s+on)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:(?:and|but|then|so|only|even)\s+)*(?:if(?!\s+(?:not|nothing)\s*,?\s+(?:i|we)\b)|unless|provided|assuming|as\s+long|on\s+condition|subject|depending)\b",
    re.IGNORECASE,
)
_ASKS_IF = re.compile(
    r"\b(?:checks?|sees?|asks?|finds?\s+out|knows?|confirms?|tells?|looks?|decides?|hears?|says?|wonders?|clarif(?:y|ies)|works?\s+out)"
    r"(?:\s+[\w'’-]+){0,4}?\s+if\b|\bif\s+(?:possible|poss|needed|need\s+be|necessary|not\s+(?:sooner|before|earlier))\b",
    re.IGNORECASE,
)


def is_going_on(text: str) -> bool:
    """ "they're talking to others too": how things are, unless a day is named."""
    return bool(_GOING_ON.search(text))


def is_hedged(text: str) -> bool:
    """ "she'll maybe ask her boss": nothing to hold anybody to."""
    return bool(_HEDGED.search(text))


# A plan or money is a hope, and a feeling a guess, only where somebody is thought to act: not "the plan is signed".
_FELT = r"(?:my\s+(?:plan|feeling|sense|money)|the\s+(?:feeling|sense))(?:['’]s|\s+(?:is|says|tells\s+me|would\s+be))\s+(?:that\s+)?(?:she|he|they|[\w'’.-]+(?<!ed)\s+(?:will|would|may|might|can|could|(?!is\b|was\b|has\b)\w+s))\b|(?:my|the)\s+money(?:['’]s|\s+is)\s+on"
_HOPED = re.compile(
    rf"^(?:(?:and|but|so|then|well|still|just|only|really|fingers|am|i['’]?m|we['’]?re|i|we|are)\s+)*(?:hop(?:e|ing)|pray(?:ing)?|bet(?:ting)?|guess(?:ing)?|wish(?:ing)?|dream(?:ing)?|gambl(?:e|ing)|crossed|reckon(?:ing)?|suspect(?:ing)?|with\s+(?:any\s+|some\s+|a\s+(?:bit|little)\s+(?:of\s+)?)?luck|god\s+willing|touch\s+wood|knock\s+on\s+wood|inshallah|ideally|in\s+a\s+perfect\s+world"
    rf"|(?:my|the)\s+(?:guess|bet|hunch|gut|hope|dream|wish)(?:\s+(?:is|says|on|would\s+be))?\b(?!\s+(?:from|for)\b)|{_FELT}|(?:would|['’]d|will)?\s*be\s+(?:great|nice|good|ideal|lovely|awesome|sweet|huge)\s+(?:if|to)|if\s+only)\b(?!\s+(?:to|on)\b)",
    re.IGNORECASE,
)


_PLEASE = re.compile(r"\b(?:please|pls|plz)[\s.!]*$", re.IGNORECASE)
_THEY_GUESS = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?!(?:i|we)\b)(?:[\w'’.-]+\s+){1,3}?(?:thinks?|thought|reckons?|believes?|guess(?:es|ed)?|figures?|suspects?|hopes?|hoped|doubts?|bets?|imagines?|assumes?)\s+(?:that\s+)?(?:she|he|they|it|the\s+\w+|her\s+\w+|his\s+\w+)(?:['’]ll|['’]d|\s+(?:will|would|may|might|can|could|signs?|orders?|approves?|sends?|gets?|goes|buys?))\b",
    re.IGNORECASE,
)


def is_hoped(text: str) -> bool:
    """ "hoping linda signs by friday", "her colleague thinks she'll sign", "her questions by Mon pls": nobody's word."""
    return bool(_HOPED.match(text) or _THEY_GUESS.match(text) or _PLEASE.search(text))


def is_soft(phrase: str) -> bool:
    """Think, talk, look into, run it by: no act to hold them to (H3)."""
    return bool(_SOFT.match(phrase)) or only_remembers(phrase)


def only_thinks(phrase: str) -> bool:
    """ "think it over", "sleeping on it": nobody does anything."""
    return bool(_THINKS.match(phrase))


def only_remembers(phrase: str) -> bool:
    """ "will keep us in mind for H2": nobody does anything, and by no day."""
    return bool(_REMEMBERS.search(phrase))


def is_inside(phrase: str) -> bool:
    """What they take to others in their company: soft as long as it has no day, an act by one."""
    return bool(_INSIDE.match(phrase))


def is_negated(text: str) -> bool:
    return bool(_NEGATED.search(text))


def is_conditional(text: str) -> bool:
    """ "sends it Monday if her boss agrees" promises nothing; "checks if it fits" does."""
    return bool(_IF.search(text) and _IF.search(_ASKS_IF.sub(" ", text)))


def opens_condition(text: str) -> bool:
    """Whether a clause is nothing but the condition of the one beside it: "if her boss agrees"."""
    return is_conditional(text) and bool(_OPENS.match(text))
