"""What a call achieved, from the words reps and prospects use (playbook sections 2, 3 and 6).

Our promise alone is never an advance; a verbal yes is no order.
"""

import re
from collections.abc import Sequence

from bot.model import Outcome, Result
from bot.reading.advances import hands_on, is_done
from bot.reading.answers import answer
from bot.reading.clauses import Kind, clause_of
from bot.reading.firmness import is_conditional, is_negated
from bot.reading.money import amount_in
from bot.reading.otherlanguages import in_english
from bot.reading.refusals import gives_up, has_shone, refuses
from bot.reading.shorthand import spelled
from bot.reading.speech import NAME, first_clauses, unquoted

_PAPER = r"(?:(?:the|our|their|a|an|her|his|that)\s+)*(?:(?:new|final|whole|full|purchase|sales|framework)\s+)*(?:order\s+forms?|orders?|contracts?|docusign|deal|agreement|po|quote|offer|proposal|paperwork|it|everything)"
_DONE = r"(?:(?:has|have|['’](?:s|ve)|just|now|already|finally|also|both|all|even|today|yesterday)\s+)*"
_SINCE = (
    r"(?:\s+(?:today|yesterday|just\s+now|now|already|finally|at\s+last|back|with\s+us|earlier|this\s+(?:morning|week|afternoon|am|pm)|since\s+.+|and\s+(?:the\s+)?(?:\S+\s+){1,4}(?:is|are|was)\s+(?:paid|wired|sent)\b.*|last\s+\w+"
    r"|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|for\s+(?:\d+|one|two|three|all|the\s+(?:full|whole))\b.*|and\s+(?:paid|sent|returned)\b.*|(?:on\s+(?:the|my|his|her)|during|in\s+(?:front|person|the\s+room)|while|right\s+(?:there|in)|at\s+(?:the|their|his|her))\b.*))*[\s!]*$"
)
_SIGNED = re.compile(
    rf"^(?:(?:and|but|then|so|great|hooray|yes)\s+)*(?:(?:(?:she|he|they|customer|client|{NAME})\s*)?{_DONE}(?:counter|e-?)?signed(?:\s+(?:off\s+on\s+)?{_PAPER}|\s+[$€£]?\d(?!.*\b(?:nda|form|timesheet)s?\b).*)?"
    rf"|(?:{NAME}\s+(?:confirms|confirmed|says|said)\s+(?:that\s+)?)?(?:and\s+)?{_PAPER}\s*(?:(?:is|was|has\s+been|got|came\s+back)\s+)?{_DONE}signed"
    rf"|(?:(?:i|we)\s+)?(?:got|received|have)\s+(?:back\s+)?(?:the|their|a)\s+signed\s+{_PAPER}"
    rf"|(?:(?:she|he|they|{NAME})\s*)?{_DONE}(?:sent|returned|emailed)\s+(?:us\s+|me\s+|back\s+|over\s+)*(?:the|their|a)\s+signed\s+{_PAPER}){_SINCE}",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:(?:deposit|down\s?payment|first\s+(?:instal?lment|payment))(?:['’]s)?\s+(?:(?:is|was|has|been|already|just|now)\s+)*(?:wired|received|landed|transferred|arrived|in(?=\s*$|\s*[,;.!]))|paid(?!\s+(?:(?:me|us|him|her|them)\s+)?(?:for|a\s+visit|attention|leave))|po (?:(?:number|no\.?|is|has|just|finally) )*(?:in\b(?!\s+time)|received|arrived|landed(?!\s+on))|po #?\d+ (?:is |was |has |just )*(?:in\b|received|arrived|landed|came\s+(?:in|over|through|thru))|sent (?:us )?the po|order (?:is )?(?:in\b|placed|received)|c['’]est signée?|est signée?|ha firmato|hat unterschrieben|a signé|ha firmado|podpisane|unterschrieben|did the docusign|docusign(?:ed)? (?:done|complete[d]?)|placed (?:the|an) order)\b",
    re.IGNORECASE,
)
# "bank transfer of Bergmann is in, 50 %"; not the one for an invoice of before, nor one that is to come.
_PAID_IN = re.compile(
    r"\b(?:(?:bank|wire)\s+transfer|wire|payment|down\s?payment|deposit|anzahlung|acompte|money|funds)(?:\s+(?:of|from)\s+\S+(?:\s+\S+)?)?\s+(?:(?:is|are|has|have|just|now|finally|came|come)\s+){1,3}(?:in|on\s+our\s+account|eingegangen|there)(?=\s*$|\s*[,;.!(]|\s+(?:today|now|already|at\s+last|this\s+\w+|since)\b)|\b(?:transfer|payment|deposit|anzahlung|acompte|money|funds)\s+(?:has\s+|have\s+|just\s+)*(?:hit|reached|arrived\s+(?:on|in)|landed\s+(?:on|in))\s+(?:our|the)\s+(?:bank\s+)?account\b",
    re.IGNORECASE,
)
_FOR_BEFORE = re.compile(r"\b(?:invoices?|overdue|late|old|last|arrears|refund)\b", re.IGNORECASE)
# A word that stands for the order: "renewed!!", "firmato", "docusigned this am", "closed won".
_WON = (
    r"(?:renewed|re-?upped|docusigned|(?:counter|e-?)?signed(?:\s+(?:today|this\s+\w+|yesterday|just\s+now))?|ordered|closed[\s-]+won|won(?:\s+(?:it|the\s+deal|this\s+one|them))?|signed\s+up|sold|firmat[oi]|firmad[oa]|firmó|firmaron|signée?|signé\s+hier|unterschrieben|unterzeichnet|beauftragt|bestellt"
    r"|podpisan[ey]|podpisał[ai]?|signert|undertegnet|underskrevet|underskriven|bestilt|beställt|rinnovato|renovad[oa]|renouvelé|verlängert|kontrakten\s+er\s+signert)"
)
_ORDER_ALONE = re.compile(
    rf"(?:(?:and|but|yes|great|hooray|finally|woohoo|boom|fantastic|all|now)\s+)*(?:(?:it['’]s|they|she|he|{NAME}(?:\s*[:–-])?)\s+)?(?:(?:just|has|have|hat|haben|ha|a|finally|already|all|now)\s+)*{_WON}"
    r"(?:\s+(?:today|yesterday|heute|gestern|oggi|ieri|hoy|ayer|hier|i\s+dag|this\s+(?:am|pm|morning|afternoon|week)|last\s+\w+|at\s+last|just\s+now|on\s+the\s+(?:phone|spot|call)|by\s+(?:e-?mail|docusign)|for\s+(?:another\s+|the\s+)?(?:\d+|one|two|three|four|five|a|full|whole)(?:\s+more)?\s*(?:yrs?|years?|months?|mos?)|\d+\s*(?:yrs?|years?|months?|mos?)|(?:the|their|his|her)\s+(?:policy|contract|subscription|licen[cs]e|plan|agreement|account)|\W*[$€£]\s?\d.*|it|again|early))*[\s!.:)]*"
    r"|(?:(?:the|our|their|das|der|die)\s+)?(?:renewal|contract|vertrag|auftrag|bestellung|contratto|contrat|contrato|deal|order)\s+(?:(?:is|ist|è|est|er|wurde|finally|now)\s+)*(?:done|closed|unterschrieben|unterzeichnet|firmato|signé|firmado|signert|da|erteilt|rein|eingegangen|won)[\s!.]*"
    r"|(?:auftrag|bestellung|bon\s+de\s+commande|ordine|pedido|ordre|bestilling)\s+(?:ist\s+)?(?:erhalten|bekommen|da|eingegangen|reçu|ricevuto|recibido|mottatt|modtaget|mottagen)[\s!.]*",
    re.IGNORECASE,
)
_WE = re.compile(r"^(?:(?:and|but|then|so)\s+)*(?:i|we)\b", re.IGNORECASE)


_NOT_YET = re.compile(
    r"\b(?:not|n['’]t|will|wants? to|once|when|if|until|before|to be|get it|gets?)\s+(?:\w+\s+){0,2}(?:signed|paid)\b",
    re.IGNORECASE,
)


_NO_SALE = re.compile(
    r"\b(?:not interested|no (?:interest|appetite)|ni\b|(?:hung up|(?:slammed|put|threw) (?:the|his|her) (?:phone|receiver) down|slammed down (?:the|his|her) (?:phone|receiver))(?! to (?!me|us))(?: on (?:me|us))?(?! (?:before|at|with|from|after) | w/)|went (?:with|w/)|(?:go|going|gone|decided|settled) (?:with|w/|for|on) (?:(?:a|an|the|our|some) )?(?:(?:other|different|current|existing) )?(?:competit\w+|rivals?|another|someone|somebody|incumbent|supplier|vendor|provider)\b|chose (?:another|someone)|voted (?:it|us|this) down|stop (?:calling|contacting|emailing)|not (?:to )?be (?:contacted|called|emailed)|(?:take|took) \w+(?: \w+)? off (?:the|our|my) list|clos(?:ed|ing)[- ](?:as )?lost|\blost to\b|dossier clos|akte (?:geschlossen|zu|closed)|(?:sagt|sagte|hat)\s+(?:uns\s+)?(?:leider\s+)?ab(?:gesagt)?(?=\s*$|\s*[,;.:(–-])|non merci|nein danke|kein interesse|nei takk|no gracias|not a (?:good )?fit|closing (?:it|this|them) out|(?:awarded|given|gone) to (?:a competitor|(?-i:[A-Z]))|pas intéressé|nicht interessiert|(?<!\bi )(?<!\bwe )said no\b(?!\s+(?:in\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|20\d\d)\w*\b.*\b(?:now|still\s+think\w*|since|warmer)\b|problem|prob|rush|worr|need|hurry|doubt|issue|to\b|but\b|yet\b|one\b|budget))|declined"
    r"|turned (?:us|it) down|do not (?:call|contact)(?!.{0,60}\b(?:before|until|till)\b)|dnc|cancelled the project|no thanks)",
    re.IGNORECASE,
)  # fmt: skip


_NOT_US = r"(?:someone\s+else|somebody\s+else|an?other\b|the\s+others?\b|(?!(?-i:You|Us)\b)(?-i:[A-ZÀ-Þ])[\w&'’-]+(?=\s*$|\s*[,.;!]|\s+(?:sorry|last|this|yesterday|instead|already|in|on|for|now|and|because)\b))"
_SAYS_NO = re.compile(
    rf"\b(?:we(?:['’]ve|['’]re|\s+have)?\s+(?:(?:just|already|now|since)\s+)*sign(?:ed|ing)(?:\s+up)?\s+(?:with|w/)\s+{_NOT_US}|we(?:['’]ve|\s+have)?\s+(?:(?:just|already|now|since)\s+)*(?:bought|ordered|purchased)\s+(?:it\s+|one\s+)?(?:elsewhere|from\s+{_NOT_US})|not interested|no interest|we(?:['’]ll|['’]re| are| will)? (?:pass|passing)|no,? thanks|no thank you|we(?:['’]ve| have)? (?:now |just )?(?:binned|killed|scrapped|shelved|axed|canned|nixed|dropped|cancelled) (?:it\b|this\b|the (?:project|idea|plan|program|programme|purchase|whole)\b)|went with|going with|gone with|(?:went|going) (?:in )?(?:another|a different) direction|killed it|stop (?:calling|emailing|sending|contacting|mailing)|don['’]?t (?:call|contact) (?:me|us) (?:again|any ?more))\b",
    re.IGNORECASE,
)
_SAID_NO = re.compile(r"(?<!i )(?<!we )\b(?:said|says)\s+(?:a\s+)?[“\"]no[.!]?[”\"](?!\s+to\b)", re.IGNORECASE)


# An act of theirs that is done: a paper signed that is no order, somebody introduced, a yes.
_MOVED_ON = re.compile(
    rf"(?:^|[\s,;.])(?:(?:she|he|they|customer|client|{NAME})\s+)?(?:has\s+|have\s+|just\s+|already\s+)*(?:signed|returned|countersigned)\s+(?:the\s+|our\s+|an?\s+)?(?:mutual\s+)?(?:loi|nda|msa|dpa|sow|mou|term\s*sheet|letter\s+of\s+intent|non-?disclosure)\b"
    rf"|\b(?:warm\s+intro(?:duction)?|intro(?:duced|['’]?d|s)?(?:\s+(?:me|us))?)\s+to\b(?!\s+be\b)|\bagreed\s+to\s+(?:be|act|serve)\b|\b(?:gave|given)\s+(?:me|us)\s+(?:the|an?|his|her|their)?\s*(?:verbal\s+)?(?:ok(?:ay)?|yes|go-?\s?ahead|green\s+light|nod)\b|\bhat\s+zugesagt\b|\b(?:mündliche\s+zusage|accord\s+(?:verbal|oral|de\s+principe)|ok\s+verbale)\b|\bshook\s+(?:hands\s+)?on\s+(?:it|the\s+\w+|an?\s+\w+)\b|\bverbal\s+(?:only\b|so\s+far|for\s+now|yes|ok(?:ay)?|go-?\s?ahead|agreement|commit(?:ment)?)\b|^(?:(?:she|he|they|{NAME})\s+)?(?:said|says)\s+(?:a\s+)?(?:verbal\s+)?yes\b",
    re.IGNORECASE,
)
_IS_YES = re.compile(
    r"^(?:sorry\b[^.!]*?[,.!]\s*)?(?:[^,.!]{1,30},\s*)?(?:yes|yep|yeah|ok(?:ay)?|sure)?[\s,!.]*(?:let['’]?s\s+(?:do|go\s+(?:for|with|ahead))|we['’]?re\s+in\b|(?:we['’]ll|we\s+will|i['’]ll)\s+take\s+it|go\s+ahead\b|yes\s*[!.]*$)",
    re.IGNORECASE,
)
UNREACHED = frozenset(
    {
        Outcome.left_voicemail,
        Outcome.left_message,
        Outcome.no_answer,
        Outcome.busy,
        Outcome.wrong_number,
        Outcome.no_show,
        Outcome.email,
    }
)


# "NDA back from her lawyer, signed": the paper stands in another clause, and is no order.
_NO_ORDER = re.compile(r"\b(?:nda|msa|dpa|baa|loi|mou|non-?disclosure)\b", re.IGNORECASE)
# With a sum or a kickoff beside it, the frame is the order.
_FRAME_SIGNED = re.compile(
    rf"^(?:(?:and|but|so|yes)\s+)*(?:(?:she|he|they|{NAME}(?:\s[A-Z]\.)?)\s+)?{_DONE}signed\s+(?:the|our)\s+(?:msa|sow)(?:\s+(?:today|just\s+now|this\s+\w+|at\s+last))?[\s!]*",
    re.IGNORECASE,
)
_STILL_OPEN = re.compile(r"\b(?:no\s+po|yet|open|budget|wants|quote|last\s+year|unsigned|not)\b", re.IGNORECASE)
_SIGNED_ALONE = re.compile(
    r"(?:(?:and|all|now|fully|duly|is|it['’]s)\s+)*(?:counter)?signed[\s!.]*"
    r"|(?:(?:the|a|fully|duly)\s+)*(?:counter-?signed|signed|executed)\s+(?:copy|copies|version|original|pdf|scan|one)(?:\s+(?:is|was|are|now))*\s+(?:attached|enclosed|back|received|in(?:\s+(?:my|our|the)\s+(?:inbox|mail))?|arrived|came\s+(?:back|in)|on\s+file)[\s!.]*",
    re.IGNORECASE,
)
_PURPOSEFUL = frozenset(
    {
        "meeting",
        "demo",
        "visit",
        "lunch",
        "workshop",
        "trial",
        "kickoff",
        "kick-off",
        "walkthrough",
        "tasting",
        "dégustation",
        "presentation",
    }
)


def result_of(text: str, outcome: Outcome, *, they_act: bool, agreed: str, said: str = "") -> Result:
    """`they_act`: they took on or did something firm; `agreed`: what kind of next step has a date ("demo"), if any."""
    clauses = first_clauses(unquoted(text))
    has_terms = agreed in {"kickoff", "kick-off"} or (amount_in(text)[0] and not _STILL_OPEN.search(text))
    if has_terms and any(map(_FRAME_SIGNED.fullmatch, clauses)):
        return Result.order
    is_paper = bool(_NO_ORDER.search(text)) and any(map(_SIGNED_ALONE.fullmatch, clauses))
    if any(_is_order(clause) and not (is_paper and _SIGNED_ALONE.fullmatch(clause)) for clause in clauses):
        return Result.order
    has_given_up = said and outcome not in UNREACHED and any(map(gives_up, clauses))
    if has_given_up or _is_refused(text, clauses, said):
        return Result.no_sale
    if outcome in UNREACHED:
        return Result.attempt
    has_moved = _IS_YES.match(said) or any(map(_moves_on, clauses)) or (agreed and any(map(hands_on, clauses)))
    return Result.advance if they_act or has_moved or is_paper or agreed in _PURPOSEFUL else Result.continuation


def _is_refused(text: str, clauses: Sequence[str], said: str) -> bool:
    if _NO_SALE.search(unquoted(text)) or _SAYS_NO.search(said) or _SAID_NO.search(text):
        return True
    told = tuple(map(spelled, clauses))
    return any(map(_is_no, told)) or any(map(refuses, {*clauses, *told, *first_clauses(said)}))


def _moves_on(clause: str) -> bool:
    return is_done(spelled(clause)) or bool(_MOVED_ON.search(clause) and not is_conditional(clause))


def _is_no(clause: str) -> bool:
    told = answer(clause)
    return bool(told and told.is_no and "?" not in clause and not (is_conditional(clause) or has_shone(clause)))


def _is_order(clause: str) -> bool:
    """They signed it, or ordered; not a promise to, a condition, or a paper that is no order ("signed the NDA")."""
    if _NOT_YET.search(clause) or is_conditional(clause) or "?" in clause:
        return False
    parts = [part.strip() for part in re.split(r"!+", clause) if part.strip()]
    if any(_SIGNED.match(part) or _ORDER_ALONE.fullmatch(part) for part in parts):
        return not refuses(clause)
    is_paid = _PAID_IN.search(clause) and not (_FOR_BEFORE.search(clause) or is_negated(clause))
    if not (_ORDERED.search(clause) or is_paid) or _WE.match(clause):
        return False
    return clause_of(in_english(clause)).kind is not Kind.promise and not refuses(clause)
