"""How firm a clause is: soft, hedged, negated, on a condition, or only how things are (H3). Who acts, clauses tells."""

import re
from functools import lru_cache

from bot.reading.words.bounds import CLAUSES_KEPT

# They come together among themselves, and nothing is done by it.
_HUDDLE = r"(?:circl(?:e|es|ing) (?:up|internally)|regroup(?:s|ing)?|reconven(?:e|es|ing)|huddl(?:e|es|ing)|confab(?:s|bing)?|caucus(?:es|ing)?|pow-?wow(?:s|ing)?|brainstorm(?:s|ing)?|(?:put(?:s|ting)?|stick(?:s|ing)?) (?:their|our|all) heads together|compar(?:e|es|ing) notes|touch(?:es|ing)? base (?:internally|among|with (?:her|his|their))|(?:talk|chat|speak|meet|sync|align|gather|connect|debate|liaise)(?:s|ing)?(?: up| back| further)? (?:internally|among(?:st)? themselves|with each other)|(?:hav(?:e|ing)|has) a (?:good |long |little )?think|(?:kick(?:s|ing)? the tires|test(?:s|ing)? the waters|get(?:s|ting)? the ball rolling|loop(?:s|ing)? back|sort(?:s|ing)? (?:themselves|herself|himself|itself) out)|tak(?:e|es|ing) (?:it|this|that) (?:offline|away))"
_RAISES = r"(?:rais|float|broach|air|sociali[sz])(?:e|es|ing|s)? (?:it|this|that|us|(?:the|our) \w+)\b|bring(?:s|ing)? (?:it|this|that|us) up\b|put(?:s|ting)? (?:it|this|that) (?:on the table|out there|on the agenda)\b"
_SOFT = re.compile(
    rf"^(?:try to )?(?:(?:push|chase|nudge|follow up)(?:e?s)?(?: (?:it|for it|hard|them|on|on it|along))*$|(?:push|aim|shoot|hop|try|strive)(?:e|es|s|ing)? to\b|{_HUDDLE}|{_RAISES}|think|talk|look (?:into|at|over)|run (?:\S+ ){{1,4}}?(?:past|by (?:it|her|him|his|their|the|legal|finance|procurement|purchasing|security))\b(?! \d)|circulate|discuss|consider|mull|review internally"
    r"|see (?:what|if|how)|sleep on|chew|noodle|ponder|digest|weigh|reflect|kick (?:it|this|the \w+) around|get back|come back|circle back|report back|be in touch|reach out|let (?:me|us) know|keep (?:me|us) (?:posted|informed|updated|abreast|up to date|in the (?:loop|picture))|ask (?:around|(?:her|his|their|the) [\w'’-]+$|hq|legal|finance|it)|sound (?:[\w'’]+ ){0,3}?out|put out feelers|consult|confer|float|have a word)\b",
    re.IGNORECASE,
)  # fmt: skip
_INSIDE = re.compile(
    rf"^(?:{_RAISES}|run (?:\S+ ){{1,4}}?(?:past|by)\b|circulate|ask\b(?! (?:for|us|me)\b)|ask around|sound\b|put out feelers|consult|float|check with|review internally)",
    re.IGNORECASE,
)
_INTERNALLY = re.compile(r"\b(?:internally|among(?:st)? themselves)\b", re.IGNORECASE)
_SETTLES = re.compile(r"^(?:get )?(?:sign|approv|clear|releas|decid|settl|confirm|fund)", re.IGNORECASE)
_THINKS = re.compile(
    rf"^(?:(?:is|are|need to|still|just|also|[A-Z][\w'’]+(?: [A-Z][\w'’]+)?) )*(?:{_HUDDLE}|think|thinking|sleep(?:ing)? on|mull(?:ing)?|chew(?:ing)? (?:on|it|over|this|that)|ponder(?:ing)?|digest(?:ing)?|noodl(?:e|ing)|weigh(?:ing)?|reflect(?:ing)?|consider(?:ing)?)\b",
    re.IGNORECASE,
)
_IN_MIND = r"(?:keep|keeps|bear|bears|have|hold) (?:us|me|it|this|that|(?:our|my) \w+) (?:in mind|on file|on (?:her|his|their|the) radar)"
_REMEMBERS = re.compile(rf"\b{_IN_MIND}\b", re.IGNORECASE)
# "12 trucks not 8 by Tue" is put right, and done all the same.
_NEGATED = re.compile(
    r"\b(?:won['’]?t|will not|not(?!\s+[$€£]?\d[\d.,]*k?(?:\s+(?:by|on|before|for)\b|\s*$))|neither|none of (?:them|the)|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t|cannot|couldn['’]?t|wouldn['’]?t|no longer|never|isn['’]?t|refuses?)\b",
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
    r"^(?:(?:and|but|then|so|only|even)\s+)*(?:if(?!\s+(?:(?:not|nothing)\s*,?\s+(?:i|we)|(?:yes|so|ok(?:ay)?|no|approved)\s*,?\s+(?:i|we|she|he|they))\b)|unless|provided|assuming|as\s+long|on\s+condition|subject|depending)\b",
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


@lru_cache(maxsize=CLAUSES_KEPT)
def is_hedged(text: str) -> bool:
    """ "she'll maybe ask her boss": nothing to hold anybody to."""
    return bool(_HEDGED.search(text))


def is_soft(phrase: str) -> bool:
    """Think, talk, look into, run it by, whatever is done internally: no act to hold them to (H3)."""
    return bool(_SOFT.match(phrase)) or only_remembers(phrase) or _is_internal(phrase)


def _is_internal(phrase: str) -> bool:
    return bool(_INTERNALLY.search(phrase)) and not _SETTLES.match(phrase)


def only_thinks(phrase: str) -> bool:
    """ "think it over", "sleeping on it": nobody does anything."""
    return bool(_THINKS.match(phrase))


def only_remembers(phrase: str) -> bool:
    """ "will keep us in mind for H2": nobody does anything, and by no day."""
    return bool(_REMEMBERS.search(phrase))


def is_inside(phrase: str) -> bool:
    """What they take to others in their company: soft as long as it has no day, an act by one."""
    return bool(_INSIDE.match(phrase)) or (_is_internal(phrase) and not _SOFT.match(phrase))


def is_negated(text: str) -> bool:
    return bool(_NEGATED.search(text))


@lru_cache(maxsize=CLAUSES_KEPT)
def is_conditional(text: str) -> bool:
    """ "sends it Monday if her boss agrees" promises nothing; "checks if it fits" does."""
    return bool(_IF.search(text) and _IF.search(_ASKS_IF.sub(" ", text))) or bool(_ON_TERMS.match(text))


# "they'd start May 4": nobody does anything by it; "he'd sign today at 10% off", "would order for half": on terms that nobody has agreed to.
_ON_TERMS = re.compile(
    r"^(?:(?:and|but|so)\s+)*(?:[\w'’-]+\s+){0,2}?(?:(?:she|he|they)(?:['’]d|\s+would)|would)\s+(?:(?:even|probably|happily|gladly|also)\s+)*(?:sign|buy|order|take|commit|close|pull\s+the\s+trigger|go\s+(?:ahead|for\s+it)|do\s+(?:it|the\s+deal)|say\s+yes|switch)\b(?:\s+[\w'’-]+){0,4}?\s+(?:at|for|with)\s+(?:an?\s+)?(?:extra\s+|further\s+|more\s+)?(?:\d[\d.,]*\s?(?:%|percent|pct|p\.?c\.?|k\b|off\b)|[$€£]\s?\d|half\b|less\b|(?:better|lower|bigger|larger|longer|cheaper|deeper|free)\s|discount\b|that\s+price)"
    r"|^(?:(?:and|but|so|then)\s+)*(?:she|he|they)(?:['’]d|\s+would)\s+(?:start|begin|kick\s+off|go\s+live|roll\s+out|launch|switch\s+over)\b(?!\s+(?:the|an?|our|it|with)\b)",
    re.IGNORECASE,
)
_ITS_RESULT = re.compile(
    r"\bif\s+(?:(?!(?:says?|said|thinks?|knows?|sure|confirms?|promises?|that)\b)[\w'’-]+\s+){2,8}?(?:i|we|she|he|they)(?:['’](?:ll|d)|\s+(?:will|would))\s",
    re.IGNORECASE,
)


def holds_its_result(text: str) -> bool:
    """ "if we match it he'll sign": told to its end, so that nothing behind it hangs on it."""
    return bool(_ITS_RESULT.search(text))


def opens_condition(text: str) -> bool:
    """Whether a clause is nothing but the condition of the one beside it: "if her boss agrees"."""
    return is_conditional(text) and bool(_OPENS.match(text))


_THEN = re.compile(r"\bthen\s+(?:i|we|she|he|they)\b", re.IGNORECASE)


def tells_then(text: str) -> bool:
    """ "if …, then she …": the condition holds for nothing else."""
    return bool(_THEN.search(text))
