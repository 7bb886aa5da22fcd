"""What one clause tells of what happened, in the words reps use: nobody, a machine, a message, a stranger, a meeting."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.model import Outcome, Side
from bot.reading.outcome.bymail import by_mail
from bot.reading.outcome.leftus import left_us
from bot.reading.outcome.leftwith import LEFT_WITH
from bot.reading.outcome.machines import is_machine
from bot.reading.outcome.tries import NEVER_CAME, NOTHING_LEFT, RINGS, STRANGER, VISITED
from bot.reading.outcome.unanswered import BAD_NUMBER, CUT_SHORT, ENGAGED, NO_ONE, STRANGE_LINE
from bot.reading.outcome.visits import AT_LENGTH, HELD, MET
from bot.reading.outcome.wasdone import active
from bot.reading.people.shorthand import spelled
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME

_NOT_REACHED = (
    r"^(?:(?:i|we|but)\s+)*(?:did ?n['’]?t|did not|could ?n['’]?t|could not|unable to|failed to|never|not)\s+(?:reach(?:ed)?|get (?:hold of|through to))\b"
    r"(?!\s+(?:an?|any|the|our|your|this|that|\w+\s+(?:boss|manager|team|decision|agreement))\b)"
)
_WHICH = r"(?:(?:\d+(?:st|nd|rd|th)|second|third|fourth|short|long)\s+)"
LEFT_VM = (
    r"left (?:[\w'’-]+ ){0,4}(?:message|msg|one|it|word) (?:on|in) (?:[\w-]+['’]s (?:new |work )?|(?:the|his|her|their|an?) )?(?:answering )?(?:machine|voice ?mail|vm|mailbox|answerphone|combox|anrufbeantworter|(?-i:AB)\b)|"
    r"(?:spoke|talked) (?:on|to|onto) (?:the|his|her|their) (?:answering )?(?:machine|voice ?mail|mailbox|combox|anrufbeantworter|(?-i:AB)\b)|"
    rf"left (?:(?:[\w'’.-]+ ){{1,3}}?(?=an? |another |my |the ))?(?:(?:a|another|him|her|them|my|one more)\s+)*{_WHICH}?(?:vm|v/m|v-?mail|voice ?mail)s?|lvms?|ab (?:bei (?:.{{1,30}} )?)?besprochen"
    r"|(?:(?:auf|an)\s+(?:(?:die|den|der|ihre[rn]?|seine[rn]?)\s+)?)?(?:mailbox|ab|anrufbeantworter|sprachbox|combox|voicemail)\s+(?:gesprochen|hinterlassen|besprochen|gequatscht)"
    r"|vm['’]?d|(?<!no )(?:vm|voicemail) left"
)
# "Dana vm", "Dana: vm again": behind whoever was called; "got vm" and "her vm" left nothing.
_NOBODY_CALLED = "|".join(
    "got hit her his their the a an no na to of on via hates prefers check leave my is she he they we i it needs wants runs run uses use new old bigger cloud test server has have and or for with".split()
)
_VM_BEHIND = (
    rf"^(?:(?!(?:{_NOBODY_CALLED})\b)[\w.&-]+[:,]?\s+){{1,4}}vm"
    r"(?=\s*(?:$|[,;.!+&]|\d{1,2}\b(?!\s*(?:min|am|pm|sec))|again\b|x\s?\d|\d+\s?x\b|(?:no\.?|\#)\s?\d))"
)
_MAIL = r"(?:e-?mails?|mails?)"
_TO_THEM = r"(?:to\b|$|(?-i:[A-Z]))"
# "a third email has gone out to Olu", "sent Ray the last mail", "zweite Mail an Anke raus"; a parcel by mail is none.
SENT_OFF = (
    rf"^(?:(?:an?|my|our|the|one|another|third|second|last|final|short|long|new|break-?\s?up|goodbye|farewell|walk-?away|definitive|chaser)\s+)*(?:{_MAIL}(?:\s+with\s+[\w\s]{{1,30}}?)?|(?:note|message|reminder|letter|quote|offer)(?=.*\bby\s+e?-?mail\b))\s+(?:(?:has|have|is|was)\s+)?(?:just\s+|now\s+)?(?:gone|went|going|out|off|sent|left)\b(?:\s+(?:out|off|over))?\s*{_TO_THEM}"
    rf"|^(?:(?:i|we|just|then|and)\s+)*(?!(?:left|gave|handed|passed|owed|wanted|needed|promised|forgot|showed|got|meant|hoped|planned|offered|missed|refused|denied|received|wished)\b)[a-z]+(?:ed|ot|nt|ote)\s+(?:(?:off|over|out)\s+(?:an?|another|one\s+more)\s+(?:[a-z-]+\s+)?{_MAIL}\s+to\b|(?:{NAME}|her|him|them)\s+(?:an?|another|one\s+more)\s+(?:[a-z-]+\s+)?(?:{_MAIL}|note|line)\b(?!\s+(?:by|via|on|over|through)\b))"
    r"|(?:\b(?:per|by|via|says|said|got|from|according\s+to)\s+|\()(?:(?:her|his|their|an?|the)\s+)?auto-?\s?(?:reply|responder|response)\b"
    rf"|^(?:(?:i|we|just)\s+)*sent\s+(?:{NAME}|her|him|them|[a-z]+)\s+(?:an?|the|our|my|one)\s+(?:[\w-]+\s+){{0,4}}?(?:{_MAIL}\b|(?:note|message)\b(?!\s+(?:by|via|on|over)\s+(?!e?-?mail\b))(?<!text message)(?<!voice message)(?<!voice note)(?<!whatsapp message)(?<!linkedin message)(?<!linkedin note)(?<!slack message)(?<!whatsapp note)|[\w\s]{{1,40}}?\bby\s+e-?mail\b)|^(?:(?:i|we|just)\s+)*sent\b.{{0,60}}?\bby\s+e-?mail\b"
    r"|^(?:(?:i|we|just|then|now|have|and)\s+)*sent\s+(?:(?:e-?mail\s+)?(?:no\.?|nr\.?|number|num|\#)\s?\d+\b|(?:(?:another|one\s+more|an?\s+(?:second|third|fourth|2nd|3rd|4th)|the\s+(?:second|third|fourth|last|2nd|3rd|4th))(?:\s+one)?)\s+(?:w/|with)\s*(?:(?:the|our|an?|my)\s+)?(?:[\w-]+\s+){0,2}?(?:pdf|deck|link|attachment|file|one-?pager|case\s+study)\b)"
    rf"|^(?:(?:and|my|our|the|then)\s+)*(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|last|final)\s+(?:{_MAIL}|(?:nudge|reminder|chaser|note|ping|try)\s+(?:by|via|over|w/|with)\s+(?:an?\s+)?{_MAIL})(?=\s*$|\s+(?:to|since|this|today|now)\b)(?!.*\b(?:goes|going|will|tomorrow|next|planned)\b)"
    rf"|^(?:(?:and|my|our|the|then)\s+)*(?:final|last|closing|goodbye|break-?up)\s+(?:note|message|letter)\s+(?:to|for)\s+\S+(?:\s+\S+)?\s+(?:(?:is|was|has)\s+)?(?:went|gone|sent|out|off)\b"
    rf"|^(?:(?:an?|my|our|the|one|another)\s+)*linked-?in\s+(?:msg|message|note|dm)\s+(?:to|sent)\b|^(?:(?:eine?|die|zweite|dritte|letzte|kurze)\s+)*(?:{_MAIL})\s+(?:an|à|a|til)\s+\S+(?:\s+\S+)?\s+(?:ist\s+)?(?:raus|geschickt|gesendet|verschickt)\b|^(?:un\s+|une\s+|dernier\s+)*(?:{_MAIL}|courriel|correo)\s+(?:envoyée?|inviata|enviado|skickat|sendt)\b"
)
# The how-manieth, in any order: "3rd vm for her", "vm no. 4", "yet another message at the front desk"; not one that is still to be left.
_NTH = r"(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|another|one\s+more|final|last)"
_NUMBERED = r"\s*(?:(?:no\.?|nr\.?|num(?:ber)?|\#)\s?\d+|\d+\s+(?:of\s+\d+|(?:for|to)\b))(?![\d:/.]*\d)"
_NOT_YET = r"(?!.*\b(?:tomorrow|tmrw|will|goes|going|next|says|said|came|asks|asked)\b)"
_TO_BE = (
    r"(?<!leave )(?<!leave a )(?<!leave my )(?<!leaving )(?<!her )(?<!his )(?<!their )(?<!opened )(?<!read )(?<!got )(?<!on )"
    + _NOT_YET
)
_VM = r"(?:vms?|v/m|voice\s?mails?)"
NTH_VM = rf"\b{_TO_BE}(?:{_NTH}\s+{_VM}\b(?=\s*$|\s+(?:for|to|on|at|w/|with|this|today|now|since|so\s+far|left)(?:\b|\s))|{_VM}{_NUMBERED})"
NTH_MESSAGE = rf"\b{_TO_BE}(?:{_NTH}\s+(?:(?:message|msg)\s+(?:(?:with|w/|at|for)(?:\b|\s)|(?:the\s+)?(?:front\s+desk|reception)\b)|note\s+(?:with\b|w/))|(?:message|msg){_NUMBERED}\s+(?:with|w/|at)(?:\b|\s))"
NTH_MAIL = rf"(?:^(?:(?:i|we|and|then|just|sent|wrote|did|fired\s+off|my|our|the|a|yet)\s+)*{_NTH}\s+(?:[a-z-]+\s+)?{_MAIL}\s+(?:to|for|since|this)\b{_NOT_YET}|\b{_TO_BE}{_MAIL}{_NUMBERED}(?=\s*$|\s+(?:to|for|out|sent|went|this|today)\b))"
WRONG_DOOR = re.compile(
    r"^(?:(?:got|reached|rang|called|only|just|it|was|the|a)\s+)*wrong (?:ext(?:ension)?|dep(?:t|artment)|office|branch|person)\b",
    re.IGNORECASE,
)
# A pattern that no capital matters to is tried on small letters: no letter has to be compared twice.
_AS_TYPED = "(?-i:"
_COUNTED = frozenset({BAD_NUMBER, NTH_VM, NTH_MESSAGE, NTH_MAIL})  # tried only where one of their words stands
_OUTCOMES: tuple[tuple[re.Pattern[str], Outcome, bool, bool], ...] = tuple(
    (
        re.compile(pattern, re.IGNORECASE if _AS_TYPED in pattern else re.NOFLAG),
        outcome,
        _AS_TYPED in pattern,
        pattern in _COUNTED,
    )
    for pattern, outcome in (
        (
            rf"\b(?:no[- ]?show(?:ed|s)?|ghosted (?:me|us|our|my|the)|stood me up|{NEVER_CAME})",
            Outcome.no_show,
        ),
        (
            r"\b(?:wrong (?:number|num\b|\#|no\b(?! (?:one|idea)))|(?:number|line|phone|switchboard)(?:['’]s| is| was| has been|\b.{0,30}? has been)? (?:wrong|dead|disconnected|not in service|out of service)|(?:it|number|line)\s+(?:is|was|has\s+been)\s+disconnected|wn|no longer (?:in service|his number|her number))\b",
            Outcome.wrong_number,
        ),
        (r"\bwrong\s+\#", Outcome.wrong_number),
        (
            r"(?:^|\s)(?:number|num|no\.|phone|line|\#)(?:\s+(?:we\s+have|on\s+file|(?:in|from|on)\s+(?:the\s+|our\s+)?(?:crm|list|file|sheet|system|website|card)))?\s+(?:is|was|goes\s+to|rings)\s+an?\s+(?:old\s+)?fax\b",
            Outcome.wrong_number,
        ),
        (r"\bengaged\s+\d+\s?x\b", Outcome.busy),
        (STRANGER, Outcome.wrong_number),
        (STRANGE_LINE, Outcome.wrong_number),
        (BAD_NUMBER, Outcome.wrong_number),
        (NTH_VM, Outcome.left_voicemail),
        (NTH_MESSAGE, Outcome.left_message),
        (
            r"\bleft (?:my|our) (?:\#|nr\b|cell\b|digits\b)(?=\s*(?:$|[,;.!&+])| (?:again|w/|with)\b)",
            Outcome.left_message,
        ),
        (LEFT_WITH.pattern, Outcome.left_message),
        (NTH_MAIL, Outcome.email),
        (WRONG_DOOR.pattern, Outcome.wrong_number),
        (
            rf"\b(?:{LEFT_VM}|buzón de voz|répondeur(?!.*pas laissé)|^(?:{_WHICH}|another\s+)?vm\b(?!\s+(?:box\s+)?(?:is\s+)?full)|^vms(?=\s*(?:$|[+&])|\s+(?:to|for|at|with|and|left|today)\b)|{_VM_BEHIND}|(?<!hates )(?<!prefers )(?<!no )(?<!to )(?<!straight to )voice ?mail(?!\s*(?:box)?\s+(?:is\s+)?(?:full|not\s+set)))\b",
            Outcome.left_voicemail,
        ),
        (
            r"\b(?:left (?:my|our) (?:name|number)(?: (?:and|&) (?:name|number))?(?! (?:off|out|on|in|behind|blank|under|is|was)\b)|(?:left|dropped) (?:(?:a|the|my|another|our|second|third|last|short)\s+)*(?:card\s*(?:\+|&|and)\s*(?:an?\s+)?)?(?:live |verbal )?(?:msg|message|word|note(?= (?:with|at|for)\b| w/))|lm|richtet (?:ihr|ihm|es) aus|(?:nachricht|msg|message|notiz)\b.{0,50}?\b(?:hinterlassen|notiert|aufgenommen|aufgeschrieben|weitergegeben)|notiz\s+gemacht|(?:a\s+(?:pris|noté)|prend|note)\s+(?:le|un|mon)\s+message|message\s+(?:pris|noté)|(?:ha\s+)?preso\s+(?:il|un)\s+messaggio|(?:tok|tog|tar|noterte|noterade)\s+(?:imot\s+|emot\s+|mod\s+)?(?:en\s+|ett\s+)?(?:beskjed|besked|meddelande)|beskjed\s+notert|message laissé|(?:laissé|dejé|dejado|deixei|deixado|lasciato|lascio)\s+(?:(?:un|um|uno|una)\s+)?(?:mot|message|messaggio|mensaje|mensagem|recado)|(?:bericht|boodschap)\b.{0,30}?\b(?:achtergelaten|ingesproken)|(?:la|lagt|lagde|har\s+lagt|lämnade|lämnat|efterlod)\s+(?:igjen\s+|igen\s+)?(?:en\s+|ett\s+|et\s+|kort\s+)*(?:beskjed|besked|melding|meddelande)|zostawił[ae]m\s+wiadomość|took (?:(?:a|my|the)\s+)?(?:message|msg))\b",
            Outcome.left_message,
        ),
        (
            (
                r"\b(?:no (?:answer|reply|ans)\b(?! (?:yet )?from (?:our|my)\b(?! (?:contact|guy|buyer|champion|prospect|customer|client|man|woman)\b))|n/a|na(?=\s*(?:$|[,;.:!?&+/)])|\s+(?:again|today|yesterday|twice|both|all|x\s?\d|\d+\s?x|on|at|then|this|so|but|and|still|w/|vm|lm|(?:mon|tues?|wed|thu|fri)\w*)(?![\w’]))|gvm|no pick[- ]?up|rang out(?! of)|rings? out(?! of)|(?:just|only) rings|(?<!\w )(?:just|only) rang|(?:it|phone|line|cell|mobile|desk) (?:just|only) rang|no luck|no joy"
                r"|(?:vm|voice ?mail|mailbox|(?:voice )?(?<!in)box)(?: box)?(?:['’]s| is| was)? full|straight to (?:vm|voice ?mail)|ringing out|(?:vm|voice ?mail|mailbox)(?: box)?(?:['’]s| is| was| has)?(?:n['’]t| not| never)(?: been)? set ?up|nicht (?:da|erreicht|erreichbar)|keine? antwort|niemand erreicht|geht (?:keiner|niemand|nicht) (?:ran|dran)|pas (?:là|joignable)|ne répond pas|pas de réponse|no contesta|non risponde|nessuna risposta|svarer ikke|(?:ikke|inget|ingen) svar)\b"
            ),
            Outcome.no_answer,
        ),
        (
            rf"^(?:(?:again|still|but|just|only|got)\s+)*(?:zip|zilch|crickets|dead\s+air|static)$|{_NOT_REACHED}|\b(?:{RINGS}|{NOTHING_LEFT}|{NO_ONE}|{CUT_SHORT})",
            Outcome.no_answer,
        ),
        (ENGAGED, Outcome.busy),
        (
            (
                r"\b(?:line (?:was |is |still )?(?:busy(?! with)|engaged(?! with| in))|(?:ext(?:ension)?|cell|mobile|phone)(?:\s+\d+)?\s+(?:was\s+|is\s+|still\s+)*busy(?=\s*$|\s+(?:again|all|both|tone|signal))|busy (?:both|all|each|every)|busy (?:twice|x\s?\d|\d\s?x|three times)$|^busy(?!\s+(?:season|period|time|weeks?|months?|spell|stretch|quarter|year|summer|spring|fall|autumn|winter|days?)\b)|busy (?:sig(?:nal)?|tone)|was busy|engaged tone|engaged$|(?:dauer|immer |ständig )?besetzt(?=$|zeichen|[,;.]|\s+(?:gewesen|beim?|auch|seit|heute))"
                r"|(?:linea|sempre|risulta) occupat[ao]|(?:ligne|toujours|sonne) occupée?|(?:línea|siempre) ocupad[ao]|comunicando|^in\s+gesprek(?=\s*$|\s+(?:bij|met\s+niemand))|^comunica(?:ba)?(?=\s*$)|^(?:(?!(?:die|der|das|the|we|i|budget|team|everyone)\b)[\w'’.-]+\s+){1,2}(?:(?:er|est|è|ist|jest|está|is|var|war|était)\s+)?(?:(?:nog|noch|encore|ancora|fortsatt|stadig)\s+)?(?:opptatt|optaget|upptag(?:en|et)|occupée?|occupat[ao]|ocupad[ao]|zajęt[aey]|bezet|im\s+gespräch|in\s+gesprek|w\s+rozmowie)$|^(?:zajęte|opptatt|optaget|upptaget|occupé|ocupado|occupato)\s+(?:u|hos|bei|chez|da|con|en)\b|^(?:zajęte|occupée?|occupato|ocupado|opptatt|optaget|upptaget|besetzt|bezet)(?:\s+(?:x\s?\d+|\d+\s?x))?$)(?!\w)"
            ),
            Outcome.busy,
        ),
        (
            r"^(?:(?:i|we)\s+)?(?:just\s+)?(?:emailed|(?:e-)?mailed\s+(?:(?:her|him|them|both)\b|(?-i:[A-ZÀ-Þ])[\w'’.-]+)(?!.{0,40}?\b(?:samples?|parcel|package|box|brochures?|catalogues?|cards?|letter)\b)|em(?:['’]?d)?|(?:got\s+|only\s+|another\s+|[\w'’-]+\s+(?=(?:[\w'’-]+\s+)?auto))*(?:(?:an?|the|her|his|their)\s+|(?-i:[A-ZÀ-Þ])[\w'’-]+\s+)?(?:auto[- ]?(?:reply|response|svar)|automatis(?:ch(?:e|es)?\s+antwo?o?rt|ch\s+antwoord|kt?\s+svar)|abwesenheits(?:notiz|meldung|mail)|afwezigheids(?:mail|bericht|melding)|frånvaro(?:meddelande|mejl)|fraværs(?:melding|mail|besked)|réponse\s+automatique|respuesta\s+automática|risposta\s+automatica|(?:ooo|out[- ]of[- ]office)(?:\s+(?:bounce|reply|message|msg|note|notice|from)|\s*:))|sent (?:(?:an?|another|one) )?mail|sent (?:(?:an?|another|one) )?note$|sent (?:(?:an?|the|my|our|that|this)\b.{0,60}?\b)?(?:e-?mail|linkedin (?:note|message))|e-?mail sent)\b",
            Outcome.email,
        ),
        (SENT_OFF, Outcome.email),
        (r"^(?:(?:my|our|the|both|all|last)\s+)*e-?mails?\b(?:\s+(?:to|for)\s.{1,30}?)?\s+bounced\b", Outcome.email),
        (MET, Outcome.meeting),
        (VISITED, Outcome.meeting),
        (HELD, Outcome.meeting),
        (AT_LENGTH, Outcome.meeting),
    )
)


_MAY_COUNT = re.compile(r"#|vm|v/m|voice|mess|msg|mail|note|num|n[or]\b|ext", re.IGNORECASE)
_THEM = re.compile(r"^(?:her|him|them|it|with|at|from)$", re.IGNORECASE)
_TRIED = re.compile(
    r"(?:(?:i|we|just)\s+)*(?:tried|called|rang|phoned|dialled)(?:\s+(?:again|once more))?", re.IGNORECASE
)


def is_outcome_alone(clause: str, people: Sequence[str] = ()) -> bool:
    """ "lvm", "no answer", "didn't get hold of Kees": said by the outcome already."""
    names = {word.casefold() for name in people for word in name.split()}
    bare = " ".join(word for word in clause.split() if word.casefold() not in names and not _THEM.match(word))
    if bare != clause and _TRIED.fullmatch(bare):
        return True
    return any(map(_is_outcome, {clause, bare}))


def _is_outcome(clause: str) -> bool:
    if not (_in_words(clause) or _is_to_come(clause)):
        return False
    small = clause.lower()
    return any(pattern.fullmatch(clause if as_typed else small) for pattern, _, as_typed, _ in _OUTCOMES)


_AT_AN_HOUR = re.compile(
    r"\b(?:\d{1,2}:\d\d|\d{1,2}\s?[ap]m|\d{1,2}/\d{1,2}|\d{1,2}\s?uhr|any\s?(?:time|day)|(?:week|wk)\s+of)\b",
    re.IGNORECASE,
)
_WAS_MET = re.compile(r"\b(?:met|visited|toured|held|took\s+place|today|went|was|were|from|after)\b", re.IGNORECASE)


# "hated the voicemail", "heard my message": they tell us of one.
_HEARD_IT = re.compile(
    r"\b(?:(?:heard|hates?|hated|liked|loved|listened\s+to|deleted|saw|ignored|remembered)\s+(?:my|the|our|that|your)|(?:got|received)\s+(?:my|our|your))\s+(?:last\s+|first\s+|long\s+)?(?:voice\s?mails?|vms?|messages?|msgs?)\b",
    re.IGNORECASE,
)
_MESSAGES = frozenset({Outcome.left_voicemail, Outcome.left_message})


@lru_cache(maxsize=CLAUSES_KEPT)
def _in_words(clause: str) -> tuple[Outcome, ...]:
    """A meeting at an hour or a day is to come: "f2f w/ him Tue 10:30" is a plan."""
    told = tuple(dict.fromkeys((clause, active(spelled(clause)))))
    small = tuple(dict.fromkeys(map(str.lower, told)))
    to_come, was_heard, may_count = (
        _is_to_come(clause), bool(_HEARD_IT.search(clause)), bool(_MAY_COUNT.search(clause)),
    )  # fmt: skip
    return tuple(
        outcome
        for pattern, outcome, as_typed, is_counted in _OUTCOMES
        if (may_count or not is_counted)
        and any(map(pattern.search, told if as_typed else small))
        and not (to_come and outcome is Outcome.meeting)
        and not (was_heard and outcome in _MESSAGES)
    )


def _is_to_come(clause: str) -> bool:
    return bool(_AT_AN_HOUR.search(clause)) and not _WAS_MET.search(clause)


# "didn't reach out": nobody was tried.
_NOT_TRIED = re.compile(
    r"^(?:(?:but|and|i|we)\s+)*(?:did\s?n['’]?t|did\s+not|have\s?n['’]?t|have\s+not)\s+(?:yet\s+|even\s+)?reach(?:ed)?\s+out\b",
    re.IGNORECASE,
)


def outcomes_in(clause: str) -> tuple[Outcome, ...]:
    """What the clause tells; a machine comes first. What they left on ours is no try of ours."""
    if left_us(clause) or _NOT_TRIED.match(clause):
        return ()
    mailed = (Outcome.email,) if by_mail(clause) is Side.ours else ()
    return (Outcome.left_voicemail, *_in_words(clause)) if is_only_machine(clause) else (*_in_words(clause), *mailed)


def is_only_machine(clause: str) -> bool:
    """A machine, and no word of what was left there: "got the recording"."""
    is_one = is_machine(clause) or is_machine(active(spelled(clause)))
    return is_one and Outcome.left_voicemail not in _in_words(clause)
