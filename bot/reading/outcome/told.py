"""Whether a line tells of a talk, a message or a try at all, and whether it came in writing; else it is a note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.model import Side
from bot.reading.grammar.agents import ROLES
from bot.reading.languages.daysabroad import any_of
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import THEIRS
from bot.reading.naming.persons import TITLES
from bot.reading.outcome.bymail import by_mail
from bot.reading.outcome.happened import outcomes_in
from bot.reading.outcome.leftus import left_us
from bot.reading.outcome.outcomes import CAME_BACK
from bot.reading.outcome.tries import is_summary, was_there
from bot.reading.people.shorthand import spelled
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME, first_clauses, unquoted

# "june emailed, wants the price": whoever stands before it, and is no word of ours ("just emailed, she is in").
_SMALL = (
    r"(?!(?:just|have|has|had|also|then|only|again|already|been|got|not|never|and|but|finally|today|later|both|all)\b)"
    r"[a-z]{3,12}(?=\s+(?:e-?mailed|mailed|wrote|replied|[a-z]+\s*:)(?:\s+(?:back|me|us|in))*\s*(?:[:,]|$))"
)
_WROTE_AT_ONCE = re.compile(
    rf"(?:(?:and|but|so|then)\s+)*(?:she|he|they|{NAME})(?:\s+\([^()]{{1,30}}\))?\s+(?:has\s+|just\s+|finally\s+)*(?:answered|replied\s+to|responded\s+to|reacted\s+(?:to|on))\s+(?:my|our|the)\s+(?:[\w-]+\s+)?(?:[\w-]+\s+)?(?:e-?mail|mail|note|letter|message)s?\b"
    r"|(?:(?:an?|another|short|long|the|my|new)\s+)*(?:e-?mail|mail|reply|answer)\s+(?:(?:came|is|has\s+come|just)\s+)*in\s+from\b"
    rf"|(?:(?:and|but|so|then)\s+)*(?:she|he|they|(?:{NAME}|(?:her|his|their)\s+[a-z]+)(?:\s+(?:from|in|at)\s+(?:the\s+)?[\w'’&-]+)?|{_SMALL})\s+(?:just\s+|finally\s+|also\s+)*(?:(?:replied|emailed|e-mailed|wrote|mailed|acked|acknowledged)\b(?!\s+(?:down|by\s+phone))|sent\s+(?:(?:me|us)\s+)?an?(?:other)?\s+(?:\w+\s+)?e?-?mail\b|(?:e-?mails|mails|writes|em['’]?d|e-?mailed|wrote)(?:\s+(?:back|in|me|us))*\s*(?::|$))"
    rf"|(?:(?:and|but|so|just|finally)\s+)*(?:{NAME}\s+)?(?:e-?mailed|mailed|wrote|em['’]?d)\s+back\b(?!\s+(?:to\b|her\b|him\b|them\b|{NAME}))"
    rf"|(?:(?:i|we|just|finally|and|but)\s+)*(?:got|have|had|received)\s+(?:her|his|their|{NAME}['’]s)\s+(?:e-?mail|mail|reply|note)\b(?!\s+(?:wrong|bounced|addr\w*|server|account|sig\w*|id|from\s+the)\b)"
    r"|(?:(?:and|but|so|then)\s+)*[\w'’-]+(?:\s+[\w-]+)?(?:['’]s|s(?=\s+(?:asst|assistant|office)))\s+(?:office|assistant|asst|pa|team|boss|secretary)\s+(?:just\s+)?(?:emailed|e-mailed|wrote|mailed|replied)\b"
    r"|(?:(?:just|got|had|rec['’]?v?d|received|an?|new|another|nice|short|long|quick|one-line)\s+)*(?:em|e-?mail|mail|reply|antwort(?:mail)?|réponse)\s+(?:back\s+)?(?:from|von|de|da|fra|från)\b(?!.*\b(?:by|due|expected|bis|avant|vor|d['’]ici|lundi|mardi|mercredi|jeudi|vendredi|montag|dienstag|mittwoch|donnerstag|freitag)\b)(?!\s+(?:me|us|mir|uns|moi|nous|meg|mig|oss|os|mij|ons)\b)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:(?<!nothing\s)(?<!be\s)(?<!never\s)(?<!not\s)(?<!land\s)(?<!lands\s)(?<!her\s)(?<!stuck\s)in\s+(?:my|our|the)\s+in-?box\b(?!.*\b(?:nothing|none|nada|last\s+\w+|by|will|should|shd|tomorrow|tmrw)\b)|"
    r"(?:answered|replied|responded|wrote(?:\s+back)?)\s+(?:[\w'’]+\s+){0,2}?from\s+(?:[\w'’]+\s+){0,4}?(?:in-?box|e-?mail|mail|account|address)\b|(?:came|arrived)\s+(?:in\s+|back\s+|over\s+)?(?:by|via)\s+e-?mail\b|"
    r"(?:answered|replied|confirmed|confirms|declined|accepted|said|came\s+back)\s+(?:(?:to\s+)?(?:me|us)\s+)?(?:by|via|per|in\s+an?)\s+e?-?mail\b|per\s+(?:her|his|their|[\w-]+['’]s)\s+(?:e-?mail|mail|em)\b"
    # put on copy, or on the thread
    r"|(?:b?cc['’]?e?d|copied)\s+(?:me|us)\b|(?:got|was|am|i['’]m)\s+(?:b?cc['’]?e?d|copied)\s+(?:in|on)\b|(?:looped|put|added)\s+(?:me|us)\s+(?:in\s+)?(?:on|to|into)\s+(?:an?|the|her|his|their)\s+(?:e-?mail|mail|thread|note|cc|chain)\b"
    r"|(?:confirm(?:s|ed)|accept(?:s|ed))\b(?![^,.;]*\bto\s+[a-z]+\s)[^,.;]{0,60}?\s(?:by|via|per)\s+e?-?mail\b(?=\s*(?:$|[.;!]))|(?:schreibt|schrieb|écrit|scrive|escribe|skriver)\s*:"
    r")",
    re.IGNORECASE,
)
_TALKED = re.compile(
    r"\b(?:spoke|spoken|walked\s+(?:me|us)\s+(?:thr(?:u|ough)|over)|talk(?:ed|ing)?|tt|chat(?:ted)?|slammed\s+(?:the|his|her)\s+(?:phone|receiver)|barked|snapped|yelled|called|rang|phoned|met|said|says|told|asked|asks?|asking|agreed|ok(?:ay)?['’]?e?d|confirmed|confirms|replied|answered|hung\s+up|picked\s+up|mentioned|discussed|reached|loved|liked|interested|reopened|invited|(?<!\bas\s)promised|took\s+(?:the|my|our)\s+call|busy"
    rf"|(?:got|caught|reached|had)\s+(?:the|their|a)\s+(?:{ROLES})(?=\s*$|\s*[,;.!]|\s+(?:finally|today|at\s+last|live|this|himself|herself|on|for)\b)"
    r"|(?:nice|good|great|sharp|sweet|tough|friendly|decent|new|smart)\s+(?:lady|guy|woman|man|kid|bloke|fella|gal|chap|dude)\b|wants?|(?<=\w\s)(?<!\bi\s)(?<!\bwe\s)(?:wanted|wondered)|needs?|thinks?|(?:good|bad|great|nice|quick|short|long|brief|awful)\s+(?:\w+\s+)?(?:call|chat|line|convo|conversation|meeting|talk)|\d+\s*(?:min(?:ute)?s?|secs?|m|hrs?|h)\s+(?:w/?|with)|likes?\s+it|(?:demo|call|meeting|discovery|visit|lunch|workshop)\s+(?:went|was|done|with|w/|w\b)|(?:on|over|by)\s+(?:the\s+)?phone|on\s+the\s+(?:line|blower)|au\s+(?:bout\s+du\s+fil|tél\w*)|am\s+(?:telefon|apparat)|al\s+telefono|snakket|^on(?=\s*:)|(?<=,\s)on(?=\s*:)|\w+\s+on:|expects|keen|(?:ok(?:ay)?|fine|good|cool)\s+(?:w(?=/)|with)(?!/?\s*(?:me|us)\b)|(?<!\w\s)(?<![\w.])n\.?i(?=\.?\s*(?:$|[,.;]))|excited\s+(?:about|by|to)|(?:super|very|really|so|pretty|quite|v)\s+(?:excited|happy|impressed|enthusiastic|positive)|all\s+for\s+it|on\s+the\s+fence|lukewarm|ci\s+sentiamo)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\s*(?:(?:pers(?:onal)?|private|side|own|quick|just\s+a)\.?\s+note(?=\s*[:;,-])|(?:memo|n2s|nts)(?=\s*[:;,-]|\s+to\s+self)|for\s+my\s+(?:own\s+)?(?:memory|notes?|info(?:rmation)?|files?|records?)\b|note(?:\s+(?:only|to\s+self))?(?=\s*[:,-])|(?:(?:can|could)\s+(?:you|u)\s+|pls\s+|please\s+)note\b|(?:a\s+|just\s+a\s+)?note\s+(?:to|for)\s+(?:self|(?:the\s+)?(?:file|record|crm|log))|for\s+the\s+(?:record|file)|file\s+note|aktennotiz|notiz\b|zur\s+info\b|remind\s+me|don['’]?t\s+forget|remember|reminder|nb|update\s+the|todo|to\s+do|(?:to\s+be|to)\s+(?:remembered|noted|remember|note)|worth\s+(?:noting|remembering)|only\s+to\s+note)\b",
    re.IGNORECASE,
)
# "birthday 10/21, just a note to self": said behind it.
_NOTED = re.compile(
    r"(?:^|[,;.(–—-]\s*)(?:(?:just|only|this\s+is)\s+)*(?:(?:an?\s+|my\s+)?(?:note|memo|reminder)\s+(?:to|for)\s+(?:self|myself|me|the\s+file)|for\s+(?:(?:the|my)\s+(?:own\s+)?(?:file|files|notes?|memory|record|records))(?:\s+only)?|fyi\s+only)[\s.!)]*$",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"\b(?:signed|ordered|bought|paid)\b", re.IGNORECASE)  # "Dana signed, fyi only" is no mere note
# "note: told Tina our hours change, she shrugged": whoever notes a talk tells of one.
_NOTED_TALK = re.compile(
    r"^[^:,;]{0,30}[:,;-]\s*(?:(?:i|we|just|also)\s+)*(?:(?:spoke|talked|chatted)\s+(?:to|with|w/?)|told|met\s+(?:with\s+)?|tt|saw)\s+(?!(?:by|that|to|me|us|self|the\s+(?:team|boss|office))\b)\w",
    re.IGNORECASE,
)
_NOT_CALLED = re.compile(
    rf"^(?:(?:but|i|we)\s+)*(?:did\s?n['’]?t|did\s+not|have\s?n['’]?t|have\s+not|not)\s+(?:yet\s+)?(?:call(?:ed)?|r[iau]ng|phoned?|tr(?:y|ied)|contact(?:ed)?|reach(?:ed)?\s+out)(?:\s+(?:her|him|them|yet|today|so\s+far|{NAME}))*$|^not\s+a\s+call$|^no\s+calls?(?:\s+(?:was\s+|were\s+)?(?:made|placed|today|yet|this\s+\w+))*$|^(?:nobody|no\s?-?one)\s+(?:was\s+)?(?:called|rung|phoned)$|^(?:i|we)\s+(?:called|rang)\s+(?:nobody|no\s?-?one)$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:nothing|not)\s+(?:biz|business|work|deal|sales)[\s-]related\b|\bnot\s+an?\s+(?:sales|work|deal|business)\s+(?:thing|matter|call)\b|\b(?:no\s+(?:biz|business|work|shop|deal|sales)(?:[\s-]talk)?(?:\s+(?:today|discussed|this\s+time|at\s+all))?|private\s+only)[\s.!]*$|\b(?:did\s?n['’]?t|did\s+not|never)\s+(?:talk(?:ed)?|discuss(?:ed)?)\s+(?:any\s+)?(?:biz|business|shop|work)\b",
    re.IGNORECASE,
)
_SHE = re.compile(r"\b(?:she|he|they)\b", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri)(?:day)?s?\b)"  # no Monica, no Fritz
_ABSENT = re.compile(
    rf"^(?:[^:,]{{1,30}}:\s+)?(?:{NAME}|[\w'’-]+)?\s*(?:\([^()]*\)\s*)?(?:is\s+|are\s+|ist\s+|est\s+|è\s+|er\s+|jest\s+|está\s+|['’]s\s+)?(?:now\s+|still\s+|out\s+(?=on\b|sick\b|ill\b)|off\s+(?=on\b|ill\b)|away\s+(?=on\b))*\b(?:krank|sick|ill|syk|sjuk|syg|ziek|absente?|assente|ausente|afwezig|fraværende|ooo|oof|out\s+of\s+office|(?:out|off)\s+sick|(?:out|off|away)(?:\s+(?:with|w/)\s+(?:an?\s+|the\s+)?[a-z][\w-]*(?:\s+[a-z][\w-]*)?)?\s+(?:until|till?|thru|through)|malad[eo]|im\s+urlaub|auf\s+(?:der\s+)?(?:messe|geschäftsreise|dienstreise|schulung|fortbildung|montage|reisen)|im\s+(?:ausland|krankenhaus)|på\s+(?:messe|mässa|kurs|kursus|reise|rejse|resa)|verreist|in\s+elternzeit|en\s+congés?|en\s+vacances|in\s+ferie|på\s+ferie|na\s+urlopie|de\s+vacaciones|met\s+vakantie|med\s+semester|on\s+(?:\w+\s+)?(?:leave|holidays?|hols|vacation|vacay|pto|paternity|maternity|ferie|urlaub|congés?|semester|sabbatical|(?:\w+\s+)?break)|(?:påske|vinter|sommer|jule|høst)ferie)\b"
    # "Rui back Mon 16th": where they are then, and no word of theirs
    rf"|^(?:{NAME}|(?:she|he|they))\s+(?:(?:is|are|will\s+be)\s+)?back\s+(?:(?:in|from|at)\s+(?:the\s+)?[\w'’-]+\s+)?(?:on\s+)?(?:the\s+)?(?:{_WEEKDAY}|next\s+week|tomorrow|tmrw|\d{{1,2}}(?:/\d|st|nd|rd|th))",
    re.IGNORECASE,
)
_IN_A_LIFE = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:kids?|sons?|daughters?|dogs?|cat|mom|mum|grandkids?|family|boat)\b(?!\s+(?:says?|said|wants?|needs?|answer\w*|picked|owns|runs|handles|is\s+the|likes?|will|met|called)\b)|\b(?:had\s+(?:(?:her|a|the|their)\s+(?:first\s+|second\s+)?(?:baby|twins)|twins)|gave\s+birth|got\s+(?:married|engaged|divorced)|(?:birthday|b-?day|anniversary)\b(?!\s+(?:call|lunch|wishes|party\s+with))|expecting|became\s+a\s+(?:mother|father|mom|dad|grand\w+)|lost\s+(?:her|his)\s+(?:dad|mom|mum|father|mother|husband|wife|dog)|passed\s+away|turned\s+\d\d)\b",
    re.IGNORECASE,
)
# "ping Raj Monday": what we have to do tells of nobody's word.
_TO_DO = re.compile(
    rf"^(?:(?:and|then|next|i|we|will|(?:on\s+)?{_WEEKDAY}|tomorrow|tmrw|today|(?:early\s+)?next\s+week|must|gotta|remember\s+to|(?:need|have)\s+to)\s*:?\s+)*(?:send|resend|e-?mail|mail|text|call|ring|phone|ping|chase|nudge|bump|try|retry|get|give|owe|book|see|visit)\s+(?!back\b|from\b|in\b)\S",
    re.IGNORECASE,
)
# "got Dr Kim's x-rays": a thing that is here; what somebody says or allows is no thing.
_GOT_THEIRS = re.compile(
    r"(?:(?:and|just|i|we)\s+)*(?:got|received|have)\s+(?:dr\.?\s+)?[\w-]+['’]s\s+(?!(?:ok(?:ay)?|yes|no|verbal|approval|blessing|buy|sign|go|green|word|answer|attention|interest|assistant|asst|vm|voicemail|number|cell|boss)\b)[\w-]+[\s.!]*$",
    re.IGNORECASE,
)
_ARRIVED = re.compile(
    r"^(?:[\w'’&.-]+\s+){0,3}?(?:signed\s+|completed\s+)?(?:nda|msa|dpa|redlines?|mark-?up|questionnaire|(?:\w+\s+)?forms?|data|drawings?|files?|plans?|specs?|papers?|paperwork|documents?|docs|samples?|references?|report|list|survey|measurements|photos|contract|po|purchase\s+order|order(?:\s+form)?)\s+(?:(?:has|have|is|are|was|were|just|already)\s+)*(?:come\s+in|came\s+in|arrived|landed|here|in(?:\s+my\s+in-?box)?|back|came\s+back|come\s+back|received|reached\s+us)\b",
    re.IGNORECASE,
)


def wrote(text: str) -> bool:
    """Whether what they told came in writing: "Dr Kim replied: …"."""
    clauses = first_clauses(unquoted(text))
    goes_on = any(_HAS_STATE.match(one) and _WROTE_TO.match(then) for one, then in pairwise(clauses))
    is_mail = any(by_mail(clause) is Side.theirs for clause in clauses[:1])
    return goes_on or is_mail or any(_writes(one) for clause in clauses for one in (clause, spelled(clause)))


# "Kenji has the flu, wrote to move our call": who was told of before it wrote.
_HAS_STATE = re.compile(rf"(?:she|he|they|{NAME})\s+(?:has|is|was|had|got|can['’]?t)\b", re.IGNORECASE)
_WROTE_TO = re.compile(
    r"(?:(?:and|but|so|then)\s+)*(?:just\s+)?(?:wrote|e-?mailed|mailed)\s+to\s+[a-z]+\b", re.IGNORECASE
)


def _writes(clause: str) -> bool:
    return bool(_WROTE_AT_ONCE.match(clause) or _WROTE.search(clause))


_SPOKEN = re.compile(
    r"\b(?:spoke|spoken|talk(?:ed|s|ing)?|tt|chat(?:ted)?|call(?:ed|s)?|rang|phoned?|met|meeting|mtg|visit(?:ed)?|demo|lunch|coffee|zoom|picked\s+up|hung\s+up|dropped\s+(?:in|by)|in\s+person)\b",
    re.IGNORECASE,
)


# "Jim emailed, wants a demo": a talk that is still to come.
_WISHED_TALK = re.compile(
    r"\b(?:wants?|wanted|asks?\s+for|asked\s+for|asking\s+for|needs?|would\s+like|prefers?|suggests?|suggested|proposes?|proposed)\s+(?:(?:me|us)\s+to\s+|to\s+)?(?:(?:an?|another|our|the)\s+)?(?:[a-z]+\s+)??(?:call|ring|phone|demo|meeting|visit|chat|talk|lunch|coffee|zoom|meet)\b",
    re.IGNORECASE,
)
_TEXTED = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:she|he|they|{NAME})\s+(?:(?:has|have|just|finally|also)\s+)*(?:texted|messaged|whatsapp(?:ed)?|pinged|sent\s+(?:me|us)\s+an?\s+(?:text|message|msg|note|line))\b"
    r"|^(?:(?:and|but|so|just|got|had|received|an?|new|another|quick|short|long)\s+)*(?:text|message|msg|sms|whatsapp|dm)\s+(?:back\s+)?from\b",
    re.IGNORECASE,
)


def came_unspoken(text: str, *, handed: bool) -> bool:
    """They wrote, or something of theirs came, and no talk is told beside it."""
    plain = unquoted(text)
    is_written = handed or wrote(text) or any(_TEXTED.match(one) or left_us(one) for one in first_clauses(plain))
    return is_written and not _SPOKEN.search(_WISHED_TALK.sub("", plain))


_WRITES = r"(?:wrote|e-?mailed|texted|messaged|replied)"
_RANG_ABROAD = any_of(word for tongue in TONGUES for word in words_of(tongue.rang))
# "called it too expensive", "called off": another thing than a call.
_NO_CALL = rf"(?!\s+(?:off|out|{NAME}|her|his|their|the|an?|it|this|that|them|your|my|our(?!\s+(?:office|number|line|desk|reception))|from|with|(?:me|us)\s+(?:too|so|very|expensive|cheap|slow|names?|an?|the|\w+ish))\b)"
_GOT_IN_TOUCH = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?:she|he|they|{any_of(THEIRS)}|(?P<who>{NAME}))\s+(?:(?:has|have|just|finally|then|did|heeft|har|hat|nu|net|zojuist|lige|nettopp|precis|gerade)\s+)*(?:called|rang|phoned|{_RANG_ABROAD}|(?P<wrote>{_WRITES})|got\s+back|came\s+back|reported\s+back)\b{_NO_CALL}",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_][\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)?"
_ON_THE_PHONE = re.compile(
    rf"^(?:(?:and|but|so|then|just|i|we|i['’]ve|finally|have|had|got)\s+)*(?:had|have|got)\s+(?:her|him|them|(?P<whom>{_WORD}))\s+on\s+(?:the\s+)?(?:phone|line|blower)\b"
    rf"|^(?:(?:and|but|so|then|just|i|we|finally|had|got|have|an?|another|quick|short|phone)\s+)*(?:call|ring)\s+from\s+(?P<caller>{_WORD})|^(?:(?:and|but|so|then)\s+)*(?:she|he|they|(?P<gave>{NAME}))\s+(?:just\s+|finally\s+)?gave\s+(?:me|us)\s+a\s+(?:call|ring|bell|buzz|shout)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class InTouch:
    """Who got in touch, where a name is told; whoever only wrote has not called."""

    who: str = ""
    has_called: bool = False


def got_in_touch(text: str) -> tuple[InTouch, ...]:
    """ "she called back": they did it, and not we."""
    clauses = first_clauses(unquoted(text))
    found = [one for one in map(_GOT_IN_TOUCH.match, clauses) if one]
    spoken = [one for one in map(_ON_THE_PHONE.match, clauses) if one]
    return (
        *(InTouch(one["who"] or "", not one["wrote"]) for one in found),
        *(InTouch(one["whom"] or one["caller"] or one["gave"] or "", has_called=True) for one in spoken),
        *(InTouch(has_called=True) for one in clauses if left_us(one)),
    )


def is_not_called(clause: str) -> bool:
    """ "didn't call", "not a call": what the rep heard of them, without any try."""
    return bool(_NOT_CALLED.match(clause))


# "scratch that, the call is 3/24 not 3/23": what was put down is put right.
_HEARSAY = r"(?:saw|seen|read|noticed|spotted)\s+(?:on|in|via)\s+(?:linkedin|xing|the\s+(?:papers?|news|press))\b|heard\s+(?:on|from|through|thru|via)\s+the\s+grapevine\b|rumou?r\s+has\s+it\b"
_FYI = re.compile(rf"\s*(?:{_HEARSAY}|(?:fyi|ps|p\.s\.)\b(?!\s*[:,-]?\s*(?:i|we)\b))", re.IGNORECASE)
_ASK_HIM = re.compile(r"\bask\s+(?:her|him|them)\s+(?:abt|about|how|if)\b[^,;.]*", re.IGNORECASE)
_PUTS_RIGHT = re.compile(
    r"^\s*(?:scratch|strike)\s+(?:that|this)\b|^\s*(?:correction|typo|oops|wrong\s+(?:day|date|time))\b", re.IGNORECASE
)


def is_note(text: str) -> bool:
    """ "note: …", "fyi …", "correction: …": it says itself that it tells of no try."""
    return any(begins.match(text) for begins in (_NOTE, _FYI, _PUTS_RIGHT))


# Nobody was spoken with or tried by it: what we have still to do, what they have not done, a number that came in.
_NO_TALK = re.compile(
    rf"{AND_ALSO}(?:(?:(?:i|we)\s+)?(?:still\s+)?(?:forgot|need|have|meant|ought)\s+to\s+(?!hand\b)\S"
    rf"|(?:(?:she|he|they|{NAME})\s+)?(?:still\s+)?(?:(?:has|have|did)(?:\s?n['’]?t|\s+not)|never)\s+(?:call(?:ed)?|r[aiu]ng|phoned?)(?:\s+(?:me|us|back|yet|today|either|again|so\s+far))*\s*$"
    rf"|(?:(?:she|he|they|{NAME})(?:['’]s|\s+(?:is|are|has|have))?\s+)?(?:still|gone|all)\s+(?:silent|quiet|dark)\s*$"
    r"|(?:(?:i|we)\s+)?(?:ca\s?n['’]?t|cannot|won['’]?t)\s+do\s+[\w'’-]+\s+(?:today|now|this\s+week)\s*$"
    r"|got\s+(?:an?|the|his|her|their)\s+(?:new|right|direct|mobile|cell|better)\s+(?:number|no|phone|address)\b)",
    re.IGNORECASE,
)


def is_no_talk(text: str) -> bool:
    """ "need to check the stock", "still silent": nothing else is told."""
    return bool(text) and all(map(_NO_TALK.match, first_clauses(text)))


def tells_contact(text: str, people: Sequence[str] = ()) -> bool:
    """Whether a line tells of a talk, a message or a try; else it is a note, or only how things stand."""
    plain = [clause for clause in first_clauses(text) if not _NO_TALK.match(clause)]
    if not plain:
        return False
    text = text if len(plain) == len(first_clauses(text)) else "; ".join(plain)
    if (
        (_NOTE.match(text) and not _NOTED_TALK.match(text))
        or (_NOTED.search(text) and not _ORDERED.search(text))
        or _PRIVATE.search(text)
        or (_FYI.match(text) and not _ORDERED.search(text) and not _TALKED.search(_ASK_HIM.sub("", text)))
        or (_PUTS_RIGHT.match(text) and not (_TALKED.search(text) or any(map(CAME_BACK.match, map(spelled, plain)))))
        or (is_summary(text) and not any(map(CAME_BACK.match, map(spelled, plain))))
    ):
        return False
    if any(any(outcomes_in(clause)) or left_us(clause) or _MOVED_IT.match(clause) for clause in plain):
        return True
    if _TALKED.search(_ASK_HIM.sub("", text)) or any(map(_writes, plain)) or any(map(was_there, plain[:1])):
        return True
    if is_away_openly(text) and all(_NO_END.search(one) or _is_absent(one) for one in plain):
        return False
    if any(map(_ARRIVED.match, plain[:1])):  # a paper came in, and nobody spoke
        return False
    if _SHE.search(text):
        return True
    told = "; ".join(clause for clause in plain if not (_TO_DO.match(clause) or _GOT_THEIRS.match(clause)))
    firsts = (first for person in people for first in _firsts(person))
    named = [first for first in firsts if first and re.search(rf"\b{re.escape(first)}\b", told)]
    return bool(named) and not any(map(_is_absent, plain)) and not all(map(_IN_A_LIFE.search, plain[:1]))


_SHORTENED = 3  # words of a name, from which it may be called by its first two letters


def _firsts(person: str) -> tuple[str, ...]:
    """ "Sarah Jane Whitfield" is Sarah, and SJ as well."""
    words = [word for word in person.split() if word.lower().rstrip(".") not in TITLES]
    letters = "".join(word[0] for word in words[:2]) if len(words) >= _SHORTENED else ""
    return (*words[:1], letters, letters.capitalize())


# "Temi moved our mtg": whoever of theirs did so told us.
_MOVED_IT = re.compile(
    rf"{NAME}\s+(?:(?:just|has|had\s+to|finally)\s+)*(?:moved?|push(?:ed)?|bump(?:ed)?|shift(?:ed)?|reschedul(?:ed?|es)|postpone[ds]?|cancell?ed|slid)\s+(?:our|the|my|us|it|today['’]s|tomorrow['’]s)\b",
    re.IGNORECASE,
)
_NO_END = re.compile(
    r"\b(?:until\s+further\s+notice|indefinitely|for\s+the\s+foreseeable|(?:no\s+(?:idea|clue|word|telling|saying|news)|not\s+(?:sure|clear|known)|(?:nobody|no\s?-?one)\s+(?:knows|could\s+say)|(?:do\s?n['’]?t|does\s?n['’]?t|did\s?n['’]?t|dunno)\s*(?:know|say|knows)?)\s+(?:(?:on|of|as\s+to)\s+)?(?:when|how\s+long|until\s+when)|no\s+(?:return\s+date|date\s+(?:for|of)\s+(?:her|his|their)\s+return|eta))\b",
    re.IGNORECASE,
)


def is_away_openly(text: str) -> bool:
    """ "off sick, no idea when back": they could not be reached, and nobody knows until when."""
    return bool(_NO_END.search(text)) and any(map(_is_absent, first_clauses(text)))


def _is_absent(clause: str) -> bool:
    """ "Jürgen im Urlaub bis 2.4.": where somebody is; no word of theirs."""
    return bool(_ABSENT.match(clause))
