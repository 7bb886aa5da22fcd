"""A machine took the call. What is left on it is said to nobody, whatever the rep calls the machine and the words."""

import re
from functools import lru_cache

from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME, quotes_in

_OWNER = r"(?:(?:(?!(?:the|his|her|their|an?|same|some)\s)(?-i:[A-Z])[\w.-]*\s+)?(?:the|his|her|their|an?|same|some|[\w.-]+['’]s)\s+)"
_IS_ONE = (
    r"(?:(?:answering\s+|voice\s+|telephone\s+)?machine|answer-?\s?phone|ansa(?:phone|fone)|voice\s?-?box|mailbox|vm(?:\s+box)?|v/m|voice\s?mail|robot|recording|greeting|beep|tone)"
    r"(?!\s+(?!again\b|today\b|now\b|twice\b|both\b|only\b|yet\b|at\b|after\b|this\b|first\b|instead\b|so\b|and\b|w/|with\b|on\s+\w+day\b|at\s+\d)[\w'’$€£])"
)
_ABROAD = re.compile(
    r"(?:(?:la\s+)?segreteria(?:\s+telefonica)?|casella\s+vocale|(?:el\s+)?contestador(?:\s+autom[áa]tico)?|buz[óo]n\s+de\s+voz|r[ée]pondeur|messagerie(?:\s+vocale)?|boîte\s+vocale|(?:auf|an)\s+(?:der|die|seiner?|ihrer?)\s+(?:mailbox|combox|sprachbox|voicemail)|mensagem\s+de\s+voz|röstmeddelande|svareren|message\s+vocal|messaggio\s+vocale|mensaje\s+de\s+voz"
    r"|antwoordapparaat|voicemail\s+ingesproken|telefonsvarer(?:en)?|mobilsvar(?:er)?(?:en)?|svarer(?:en)?(?=\s*$|\s*,)|röstbrevlåda(?:n)?|telefonsvarare(?:n)?|correio\s+de\s+voz|caixa\s+postal|secret[áa]ria\s+eletr[óo]nica|poczta\s+głosowa|pocztę\s+głosową|na\s+pocztę|sekretark\w+"
    r"|(?:hab|habe|hat|ist)?\s*(?:drauf|aufs?\s+band)\s?gesprochen|(?:nur|wieder|der)\s+anrufbeantworter)(?!\w)"
)  # of small letters
# "sent straight to", "put me through to": what is sent itself, "sent the recording", reaches nobody's machine.
_ON = r"(?:(?:me|us|it|straight|right|back|over|on)\s+)*(?:to|thru|through|into)\b"
_LED = rf"(?:(?:and|but|then|so|i|we|just|only|again|still|got|hit|reached|had|met|caught|heard|waited\s+for|sent(?=\s+{_ON})|put(?=\s+{_ON})|back|straight|right|over|on|at|to|thru|through|into|onto|until|till?|after|went|goes|rolled|rolls|jumped|switched|landed|bounced|kicked|dumped|diverted|ended\s+up|spoke|talked|chatted|me|us|it)\s+)*"
# "rui's cell went to machine": whose phone it is.
_PHONE = rf"(?:{_OWNER}?(?:(?:desk\s+|cell\s+|work\s+)?(?:phone|line|cell|mobile|number|ext(?:ension)?|direct)|it|call|switchboard|desk)\s+)?"
_PICKS_UP = r"(?:pick(?:ed|s)\s+up|answer(?:ed|s)|took\s+(?:it|the\s+call|my\s+call|over)|kick(?:ed|s)\s+in|c[ao]mes?\s+on|screened\s+(?:me|it|my\s+call))\b(?!\s+(?:[\d$€£]|(?:an?|all|the|our|my|her|his|their)\s+(?!call\b|phone\b|line\b)))"
_MADE = r"(?:machine|robot|bot|recording|greeting|computer|voice\s?mail|vm|answer-?\s?phone|call\s+screen(?:er|ing)?|ivr|svarer(?:en)?)"
# What is left in seconds, or as one's piece, is left on a machine.
_WORDS = r"(?:(?:spiel|pitch|piece|rundown|blurb|song\s+and\s+dance|speech|elevator\s+pitch)(?=\s*$|\s+(?:again|on|about|abt|re|anyway|as\s+usual)\b)|say(?=\s*$))"
SPOKEN = (
    rf"\b(?=[bdglrst])(?:^|(?<=[,;]\s)|(?<=\bi\s)|(?<=\bwe\s)|(?<=\band\s)|(?<=\bthen\s)|(?<=\bjust\s)|(?<=\bbut\s))(?:(?:left|dropped|recorded|gave\s+it|spoke|talked|rambled(?:\s+on)?|babbled)\s+(?:(?:him|her|them|it|(?>{NAME})|for|about|a|the|my|usual|another|some|good)\s+)*(?:\d+|ten|twenty|thirty|a\s+few)[\s-]*(?:s|secs?|seconds?)\b(?!\s+(?:of\s+(?:my|our|his|her|their)\s+time\b|with\b|w/|to\b))"
    rf"|(?:left|dropped)\s+(?:(?:him|her|them|{NAME})\s+)?(?:(?:an?|another|yet\s+another)\s+)(?:(?:short|quick|brief|long|nice|friendly|polite|second|third|2nd|3rd)\s+)*(?:one|vm|v/m|voice\s?mail)\b"
    rf"|(?:left|dropped)\s+(?:(?:him|her|them|a|some)\s+)?(?:few\s+|couple\s+(?:of\s+)?|some\s+)?words\b(?!\s+(?:out|unsaid|with))|(?:left|said|gave\s+it)\s+(?:my|the|our)\s+(?:usual\s+|standard\s+|whole\s+|full\s+|quick\s+|short\s+)*{_WORDS})"
)
_TOOK_IT_AT_ONCE = re.compile(
    rf"{_LED}{_PHONE}{_LED}{_OWNER}*{_IS_ONE}(?=\s*$|\s)|machine\s+(?:at|again|for|on)\b|(?:after|at)\s+the\s+(?:beep|tone)\b",
    re.IGNORECASE,
)
_TOOK_IT = re.compile(
    r"\b(?:"
    rf"{_MADE}\s+{_PICKS_UP}|(?:answering\s+machine|answer-?\s?phone|ansa(?:phone|fone))\b(?!\s+(?:orders?|deal|quote|contract|project|line|replacement|system)\b)"
    r")"
    rf"|{SPOKEN}"
    r"|(?:(?-i:AB)\s+dran|(?:nur|wieder|der)\s+(?-i:AB))(?!\w)",
    re.IGNORECASE,
)
_TALKED_ON = re.compile(SPOKEN, re.IGNORECASE)
_TO_IT = re.compile(
    r"^(?:nothing(?:\s+(?:much|new))?$|who\s+(?:i|we)\b|what\s+(?:i|we)\b|why\s+(?:i|we)\b|my\s+(?:piece|bit|name|say|hello|spiel)\b|hello\b|hi\b|i\s+(?:called|rang|was\s+calling)\b)",
    re.IGNORECASE,
)


_NEAR = 160  # characters of a clause in which it is told: the patterns may begin at each word


@lru_cache(maxsize=CLAUSES_KEPT)
def is_machine(clause: str) -> bool:
    """ "got dwayne's machine", "cell went to the tone": nobody acts there, and nothing is handed over."""
    near = clause[:_NEAR]
    return bool(_TOOK_IT_AT_ONCE.match(near) or _TOOK_IT.search(near) or _ABROAD.search(near.lower()))


def is_spoken_there(clause: str) -> bool:
    """ "left 20 secs about the bundle", "said my piece"."""
    return bool(_TALKED_ON.search(clause[:_NEAR]))


def is_own_words(said: str) -> bool:
    """ "said who i was and why": the rep's words and not theirs."""
    return bool(_TO_IT.match(said))


_RECORDED = re.compile(
    r"^(?:the\s+|this\s+|sorry\W+)*(?:(?:voice\s?)?mail\s?box|voice\s?mail|vm|inbox)\s+(?:(?:is|has)\s+)?(?:full|not\s+(?:been\s+)?set\s?up)\b"
    r"|\b(?:leave\s+(?:a|your)\s+(?:message|name)|you(?:['’]ve|\s+have)\s+reached|after\s+the\s+(?:tone|beep)|the\s+(?:person|number|party|subscriber|customer)\s+you|(?:no\s+longer|not)\s+in\s+service"
    r"|der\s+(?:gewünschte\s+)?teilnehmer|nach\s+dem\s+(?:signal)?ton|votre\s+correspondant|après\s+le\s+bip|después\s+de\s+la\s+señal)\b",
    re.IGNORECASE,
)


# gk "takes a message" again
_DESK = re.compile(
    r"\b(?:gk|gatekeeper|reception(?:ist)?|front\s+desk|assistant|asst|secretary|operator|switchboard)(?:\s+(?:at|@)(?:\s+[\w'’&-]+){1,2})?\s+$",
    re.IGNORECASE,
)
_DOES = re.compile(r"(?:will|took|[a-z]{3,}s)\s", re.IGNORECASE)


def without_recordings(text: str) -> str:
    """What a machine says, and how a desk is told of, stands without its marks: "'mailbox full'" is nobody's words."""
    for start, end in reversed([*quotes_in(text)]):
        words = text[start + 1 : end - 1]
        if _RECORDED.search(words) or (_DOES.match(words) and _DESK.search(text[:start])):
            text = f"{text[:start]}{words}{text[end:]}"
    return text
