"""Whether a line tells of a talk, a message or a try at all, and whether it came in writing; else it is a note."""

import re
from collections.abc import Sequence

from bot.reading.outcomes import CAME_BACK, outcomes_in
from bot.reading.shorthand import spelled
from bot.reading.speech import NAME, first_clauses, unquoted
from bot.reading.tries import is_summary

_WROTE = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:she|he|they|{NAME})(?:\s+\([^()]{{1,30}}\))?\s+(?:has\s+|just\s+|finally\s+)*(?:answered|replied\s+to|responded\s+to|reacted\s+(?:to|on))\s+(?:my|our|the)\s+(?:\w+\s+)?(?:e-?mail|mail|note|letter|message)s?\b"
    r"|^(?:(?:an?|another|short|long|the|my|new)\s+)*(?:e-?mail|mail|reply|answer)\s+(?:(?:came|is|has\s+come|just)\s+)*in\s+from\b|"
    rf"^(?:(?:and|but|so)\s+)*(?:she|he|they|{NAME}|[a-z]{{3,12}}(?=\s+\w+\s*:))\s+(?:just\s+|finally\s+|also\s+)*(?:replied|emailed|e-mailed|wrote|mailed)\b(?!\s+(?:down|by\s+phone))"
    r"|^(?:(?:and|but|so)\s+)*[\w'’-]+(?:\s+[\w-]+)?(?:['’]s|s(?=\s+(?:asst|assistant|office)))\s+(?:office|assistant|asst|pa|team|boss|secretary)\s+(?:just\s+)?(?:emailed|e-mailed|wrote|mailed|replied)\b"
    r"|^(?:(?:just|got|had|rec['’]?v?d|received|an?|new|another|nice|short|long|quick|one-line)\s+)*(?:em|e-?mail|mail|reply|antwort(?:mail)?|réponse)\s+(?:back\s+)?(?:from|von|de|da|fra|från)\b"
    r"|\b(?:answered|replied|confirmed|confirms|declined|accepted|said|came\s+back)\s+(?:(?:to\s+)?(?:me|us)\s+)?(?:by|via|per|in\s+an?)\s+e?-?mail\b"
    r"|\bper\s+(?:her|his|their|[\w-]+['’]s)\s+(?:e-?mail|mail|em)\b|\b(?:schreibt|schrieb|écrit|scrive|escribe|skriver)\s*:",
    re.IGNORECASE,
)
_TALKED = re.compile(
    r"\b(?:spoke|spoken|talk(?:ed|ing)?|tt|chat(?:ted)?|called|rang|phoned|met|said|says|told|asked|asks?|asking|agreed|confirmed|confirms|replied|answered|hung\s+up|picked\s+up|mentioned|discussed|reached|loved|liked|interested|reopened|invited|promised|busy"
    r"|wants?|needs?|thinks?|(?:good|bad|great|nice|quick|short|long|brief|awful)\s+(?:\w+\s+)?(?:call|chat|line|convo|conversation|meeting|talk)|\d+\s*(?:min(?:ute)?s?|secs?|m|hrs?|h)\s+(?:w/|with)|likes?\s+it|(?:demo|call|meeting|discovery|visit|lunch|workshop)\s+(?:went|was|done|with|w/|w\b)|(?:on|over|by)\s+the\s+phone|expects|ci\s+sentiamo)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\s*(?:note(?:\s+(?:only|to\s+self))?(?=\s*[:,-])|(?:a\s+|just\s+a\s+)?note\s+(?:to|for)\s+(?:self|(?:the\s+)?(?:file|record|crm|log))|for\s+the\s+(?:record|file)|file\s+note|aktennotiz|notiz\b|zur\s+info\b|remind\s+me|don['’]?t\s+forget|remember|reminder|nb|update\s+the|todo|to\s+do)\b",
    re.IGNORECASE,
)
_NOT_CALLED = re.compile(
    rf"^(?:(?:but|i|we)\s+)*(?:did\s?n['’]?t|did\s+not|have\s?n['’]?t|have\s+not|not)\s+(?:yet\s+)?(?:call(?:ed)?|r[iau]ng|phoned?|tr(?:y|ied)|contact(?:ed)?|reach(?:ed)?\s+out)(?:\s+(?:her|him|them|yet|today|so\s+far|{NAME}))*$|^not\s+a\s+call$",
    re.IGNORECASE,
)
_SHE = re.compile(r"\b(?:she|he|they)\b", re.IGNORECASE)
_DO_NOT_SAY = frozenset({"krank", "sick", "ill"})


def wrote(text: str) -> bool:
    """Whether what they told came in writing: "Dr Kim replied: …"."""
    return any(_WROTE.search(spelled(clause)) for clause in first_clauses(unquoted(text)))


def is_not_called(clause: str) -> bool:
    """ "didn't call", "not a call": what the rep heard of them, without any try."""
    return bool(_NOT_CALLED.match(clause))


def tells_contact(text: str, people: Sequence[str] = ()) -> bool:
    """Whether a line tells of a talk, a message or a try; else it is a note, or only how things stand."""
    plain = first_clauses(text)
    if _NOTE.match(text) or (is_summary(text) and not any(map(CAME_BACK.match, map(spelled, plain)))):
        return False
    if any(any(outcomes_in(clause)) for clause in plain) or _TALKED.search(text) or _SHE.search(text):
        return True
    named = [person for person in people if re.search(rf"\b{re.escape(person.split()[0])}\b", text)]
    return bool(named) and not any(map(_is_absent, plain))


def _is_absent(clause: str) -> bool:
    return any(word.lower() in _DO_NOT_SAY for word in clause.split()[1:4])
