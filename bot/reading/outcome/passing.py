"""They let it go by: who passes on an offer declines it; who passes on a paper hands it over. By what is passed on: a deal, or what we sell there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_WHO = rf"(?:(?!(?:i|we|reception|inspection|budget|audit|test|bill\s+passed|it|that|time|deadline|date|who|you)\b)(?:she|he|they|{NAME}|(?:(?:the|their|his|her)\s+)?[\w'’.-]+?(?:\s+[\w.-]+?)?))"
_IS = r"(?:(?:['’](?:s|re|ll|ve|d)|\s+(?:is|are|was|were|will|has|have|had|just|also|already|politely|kindly|firmly|gently|basically|sadly|finally|both|rather|now|all|going\s+to|gonna|decided\s+to|chose\s+to|opts?\s+to|elected\s+to|wants\s+to|has\s+to|have\s+to))\b)*"
_DEAL = r"(?:(?:the|our|this|that|their|a|any|his|her)\s+)?(?!(?:other|old|rival|rival['’]s|competing|competitor['’]?s?|incumbent['’]?s?)\s)(?:(?!(?-i:[A-Z])[\w-]+\s+(?:contract|deal|agreement)\b)[\w'’-]+\s+){0,2}?(?:deal|offer|renewal|project|pilot|trial|contract|program(?:me)?|plan|demo|evaluation|process|rfp|tender|bid|proposal|table|purchase|idea|bundle|add[\s-]?on|upgrade|subscription|agreement|app|package|it|this|us)\b(?!\s+(?:with|w/)\s)"
# What we sell there. Invoices, prices, samples, quotes and papers are handed on.
_SOLD = r"(?:opportunity|option|expansion|extension|warranty|seats?|licen[cs]es?|modules?|tier|edition|cover(?:age)?|policy|maintenance|service|support|training|installation|integration|software|system|platform|solution|product|tool|units?|machines?|equipment|rig|fleet|lease|trucks?|vans?|pumps?|finisher|printers?|scanners?|sensors?|cameras?|device|rollout|workshop|round|whole\s+thing|lot|ours|that|everything)\b"
_ENDS = r"(?=\s*$|\s*[,.;!]|\s+(?:at|on|over|because|bc|due|after|as|since|anyway|altogether|entirely|completely|outright|politely|today|yesterday|this|last|in|too|both|again|and|so|of\s+ours|for\s+(?:good|this|cost|price|budget))\b)"
_PASSES = re.compile(
    rf"{AND}(?:{_WHO}{_IS}\s+|(?=passing\b))(?:pass(?:es|ed|ing)?(?:\s+up)?\s+on|took\s+(?:a\s+)?(?:hard\s+|polite\s+)?pass\s+on|takes\s+a\s+pass\s+on)\s+(?:{_DEAL}|(?:(?:the|our|this|that|their|a|any|more|all|both)\s+)*(?:[\w'’-]+\s+){{0,2}}?{_SOLD}){_ENDS}",
    re.IGNORECASE,
)
_LETS_GO = re.compile(
    rf"{AND}{_WHO}{_IS}\s+(?:pass(?:ed|ing)\s+up\s+{_DEAL}|(?:g[ai]ve|gives|giving|took|takes|taking)\s+(?:it|this|us|that|the\s+\w+)\s+a\s+(?:hard\s+|polite\s+)?(?:pass|miss)|took\s+a\s+(?:hard\s+|polite\s+)?pass"
    rf"|(?:opt(?:s|ed|ing)?|back(?:s|ed|ing)?|bow(?:s|ed|ing)?|duck(?:s|ed|ing)?|drop(?:s|ped|ping)?|pull(?:s|ed|ing)?)\s+out(?=\s*(?:$|:\s)|\s+(?:of\s+{_DEAL}|for\s+good|altogether|entirely|today|yesterday|on\s+us|gracefully|politely)\b)(?!\s+of\s+(?:the\s+)?(?:call|meeting|demo\s+call))"
    rf"|walk(?:s|ed|ing)?\s+(?:away(?=\s*$|\s+from\s+{_DEAL}\b)|out\s+on\s+us\b)|(?:wav(?:es?|ed)|brush(?:ed|es)|blew|fobbed|shooed|warned)\s+(?:me|us|it)\s+(?:off|away)|show(?:ed|s)\s+(?:me|us)\s+the\s+door"
    rf"|s(?:its?|itting|at)\s+(?:this|it|that)\s+(?:(?:one|round|year)\s+)?out\b|wants?\s+out\s+of\s+{_DEAL}{_ENDS}|(?:turn(?:ed|s)|shot|shoots|vot(?:ed|es)|knock(?:ed|s))\s+(?:{_DEAL}|us|me)\s+down\b|(?:has|have|had|sees?|saw)\s+no\s+(?:use|need|room|place|appetite)\s+for\s+(?:{_DEAL}|ours?)\b)",
    re.IGNORECASE,
)
_NO_EVENT = r"(?!(?:[\w-]+\s+)?(?:pilot|trial|poc|tests?|audit|inspection|samples?|review|security|budget|motion|vote|bill|deadline|date|demo|eval(?:uation)?|check|scan|screening|exam|qa|everything|all|it|units?|parts?|months?|weeks?|days?|summer|winter|season|storm|crisis|quarter|credit)\b)"
# "Wei passed", and nothing is named that was handed on or came through.
_PASSED = re.compile(
    rf"{AND}(?:she|he|they|{_NO_EVENT}{NAME}|(?:his|her|their|the)\s+(?:boss|board|team|owner|committee|c[efiot]o))(?:\s+(?:has|have|just|also|already|politely|kindly|sadly|both))*\s+passed(?:\s+(?:this\s+time|outright|on\s+(?:price|cost)|over\s+(?:the\s+)?(?:price|cost)|because\s+of\s+(?:the\s+)?(?:price|cost)))?[\s.!]*$|{AND}(?:she|he|they|{NAME})(?:['’](?:s|re)|\s+(?:is|are))\s+passing[\s.!]*$",
    re.IGNORECASE,
)
_WANTED_YET = re.compile(
    r"\b(?:wants?|loves?|likes?|keen|interested|is\s+in|still\s+(?:on|in)|said\s+yes|says\s+yes)\b", re.IGNORECASE
)
_NO_WORDS = re.compile(
    r"\b(?:(?:it|this|that)(?:['’]s|\s+is)\s+)not\s+(?:really\s+)?for\s+(?:us|me|them)(?=\s*$|\s*[,.!](?!\s*(?:but\s+)?(?:(?:it|this|that)(?:['’]s|\s+is)\s+)?for\b))|\bnothing\s+in\s+(?:it|this|that)\s+for\s+(?:us|me|them)\b|\b(?:does|do|would\s+do|did)\s+nothing\s+for\s+(?:us|me|(?:my|our)\s+[\w-]+)(?=\s*$|\s*[,.!])|\b(?:i|we)(?:['’]ll|\s+will)?\s+(?:pass|sit\s+this\s+(?:one\s+)?out)(?=\s*$|\s*[,.!]|\s+on\s+(?:this|it)\s*$)",
    re.IGNORECASE,
)
# "not now not later", "not this year, not next": whenever it may be, they will not.
NEITHER = re.compile(
    r"\bnot\s+(?:now|today|this\s+[a-z]+)\s*,?\s*(?:and\s+|or\s+)?(?:not|nor)\s+(?:ever|later|soon|then|tomorrow|(?:the\s+)?next(?:\s+[a-z]+)?)(?=\s*$|\s*[,.!;])",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"\bto\s+(?!\w+\s+it\b)|\bfor\s+(?:signature|review|approval|payment)", re.IGNORECASE)
# "and pays Friday": with us it goes on.
_ACTS_TOO = re.compile(
    r"\b(?:and|&|then)\s+(?:(?:she|he|they|now|will|is|are|to)\s+)*(?:sign|pay|order|buy|renew|send|wire|approve|countersign)(?:s|ing)?\b(?!\s+(?:with|w/|from)\s+(?!us\b))",
    re.IGNORECASE,
)
_HANDS_BACK = re.compile(
    r"\breturns?\b(?!.*\bsigned\b)|\b(?:ships?|sends?|brings?|gives?)\b.*\b(?:units?|samples?|kit|loaner|demo|machine|gear|equipment|trial)\b.*\bback\b|\bcancels?\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\bpass(?:es|ed|ing)?\s+on\b(?!.*\bto\s+(?:me|us)\b)", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:for\s+now|until|till?|yet|unless|before|this\s+(?:week|month|quarter|round|time)|but|not|never|nearly|almost|may|might|could|would|if)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def passes(clause: str) -> bool:
    """ "ray passed on the warranty", "she opted out of the renewal"; not "ray passed on my message", "passed on the quote to Jo"."""
    found = _PASSES.match(clause)
    is_declined = bool(found and not _TO_SOMEBODY.search(clause[found.end() :])) or bool(_LETS_GO.match(clause))
    return is_declined and not (
        _ACTS_TOO.search(clause)
        or _OPEN.search(clause)
        or is_conditional(clause)
        or is_hedged(clause)
        or is_negated(clause)
    )


def has_passed(clauses: Sequence[str]) -> bool:
    """ "wei passed, says it's the price"; not "Fiona passed, Hamish wants it": somebody there still does."""
    return any(map(_PASSED.match, clauses)) and not any(map(_WANTED_YET.search, clauses))


def passed_on(clause: str) -> bool:
    """ "passed on the samples": not to us, so nothing came."""
    return bool(_PASSED_ON.search(clause))


def hands_back(act: str) -> bool:
    """ "ships the loaner back Friday": they act, and let it go by all the same."""
    return bool(_HANDS_BACK.search(act))


def is_not_for_them(said: str) -> bool:
    """ "thanks but it's not for us", "does nothing for my dealers": in their own words."""
    if NEITHER.search(said):
        return True
    return bool(_NO_WORDS.search(said)) and not _OPEN.search(
        re.sub(r"\bnot\s+(?:now|ever|(?:really\s+)?for)\b|^[^,]{0,20}\bbut\b", " ", said, flags=re.IGNORECASE)
    )
