"""What a call achieved, from the words reps and prospects use (playbook sections 2, 3 and 6).

Our promise alone is never an advance; a verbal yes is no order.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, starmap

from bot.arrivals import spoils
from bot.model import Outcome, Result
from bot.reading.grammar.buyers import as_buyers
from bot.reading.grammar.firmness import is_conditional
from bot.reading.outcome.advances import hands_on, is_done
from bot.reading.outcome.answers import answer
from bot.reading.outcome.choosing import goes_with_us, is_in
from bot.reading.outcome.declined import declines, is_closed_upon, shuts_the_door
from bot.reading.outcome.goelsewhere import all_goes_elsewhere, has_one, says_so
from bot.reading.outcome.goneto import comes_back, is_broke, is_mislaid
from bot.reading.outcome.happened import outcomes_in
from bot.reading.outcome.machines import is_machine
from bot.reading.outcome.orders import (
    FRAME_SIGNED,
    NO_ORDER,
    SIGNED_ALONE,
    STILL_OPEN,
    binds,
    is_order,
    may_be_order,
    says_paid,
    says_signed,
)
from bot.reading.outcome.otherthings import keeps_a_part, without_other_things
from bot.reading.outcome.passing import has_passed, is_not_for_them, passes
from bot.reading.outcome.rangoff import only_puts_off, without_rung_back
from bot.reading.outcome.refusals import gives_up, has_shone, refuses
from bot.reading.outcome.signedback import is_signed_back
from bot.reading.outcome.unanswered import ON_HOLD
from bot.reading.outcome.wasdone import active
from bot.reading.people.shorthand import spelled
from bot.reading.words.daynames import WEEKDAY
from bot.reading.words.kin import KIN
from bot.reading.words.money import amount_in
from bot.reading.words.speech import NAME, first_clauses, unquoted

_US = r"(?:us|you(?:rs?)?|ye|yous|y['’]?all|(?:your|yer)\s+(?!competit|rival|old)\w+|our\s+(?:offer|quote|proposal|bid|plan))\b"
# "ni" is no interest, and none in "getsuyou ni", on Monday in Japanese.
_NO_SALE = re.compile(
    rf"\b(?:not int(?:erested|\.)?(?![\w’'-])|no (?:interest|appetite)|(?<!u )ni\b(?!\s+(?:me|nos|te|les?|siquiera|una?)\b)|(?:hung up|(?:slammed|put|threw) (?:the|his|her) (?:phone|receiver) down|slammed down (?:the|his|her) (?:phone|receiver))(?! to (?!me|us))(?: on (?:me|us))?(?! (?:before|b4|at|with|from|after) | w/)|went (?:with|w/|w(?=\s))(?!\s*(?:(?:the\s+)?(?:{WEEKDAY}|\d\S*)|us|you|ye|yous|y['’]?all|your|yer|ours?|it|me|him|them)\b(?!\s+(?:own|old|current|existing|usual|cousin))|[^,;.]{{1,40}}?\s+(?:to|into|over|through|out|home|for\s+(?:a\s+)?(?:lunch|coffee|walk|tour|drinks?))\b)|(?:go|going|gone|decided|settled) (?:with|w/|for|on) (?:(?:a|an|the|our|some) )?(?:(?:other|different|current|existing) )?(?:competit\w+|rivals?|another|someone|somebody|incumbent|supplier|vendor|provider)\b|voted (?:it|us|this) down|stop (?:calling|contacting|emailing)|not (?:to )?be (?:contacted|called|emailed)\b(?! (?:at|on|before|after|until|till?|during|in|by)\b)|(?:take|took) \w+(?: \w+)? off (?:the|our|my) list\b(?! price)|clos(?:ed|ing)[- ](?:as )?lost|\blost to\b(?!\s+(?:the\s+|a\s+)?(?:traffic|weather|snow|rain|storm|fog|parking|time|illness|flu|holidays?|delays?)\b)|dossier clos|akte (?:geschlossen|zu|closed)|(?:sagt|sagte|hat)\s+(?:uns\s+)?(?:leider\s+)?ab(?:gesagt)?(?=\s*$|\s*[,;.:(–-])|non merci|nein danke|kein interesse|nei takk|no gracias|not a (?:good )?fit|closing (?:it|this|them) out(?!\s+(?:if|unless)\b)|(?<!mail )(?<!mail has )(?<!note has )(?<!note )(?:awarded|given|gone) to (?:a competitor|(?-i:[A-Z]))|pas intéressé|nicht interessiert|(?<!\bi )(?<!\bwe )said no\b(?!\s+(?:in\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|20\d\d)\w*\b.*\b(?:now|still\s+think\w*|since|warmer)\b|problem|prob|rush|worr|need|hurry|doubt|issue|to\b|but\b|yet\b|one\b|budget))|declined(?! to (?:say|comment|give|name|discuss|share|tell|go into|answer)\b)(?! (?:the|our|my|that|an?) (?:meeting|invite|invitation|call|slot|date|time))"
    r"|turned (?:us|it) down|do not (?:call|contact)(?!.{0,60}\b(?:before|until|till)\b)|dnc|cancelled the project|no thanks(?! to\b))",
    re.IGNORECASE,
)  # fmt: skip


_NOT_US = r"(?:someone\s+else|somebody\s+else|an?other\b|the\s+others?\b|(?!(?-i:You|Us)\b)(?-i:[A-ZÀ-Þ])[\w&'’-]+(?=\s*$|\s*[,.;!]|\s+(?:sorry|last|this|yesterday|instead|already|in|on|for|now|and|because)\b))"
_SAYS_NO = re.compile(
    rf"\b(?:(?!(?:i|we|you|nobody|who)\b)[a-z]{{3,}}\s+(?:has\s+|have\s+|just\s+)*(?:said|says|voted)\s+no(?=\s*$|\s*[,.;!]|\s+(?:(?:and|so|because|bc)\b|for\s+(?:this|the|20\d\d|now|us)|this\s+(?:year|fy|time|quarter)|again))|not\s+an?\s+(?:good\s+|great\s+)?fit(?=\s*$|\s*[,.;!]|\s+for\s+(?:us|me)\b)|we(?:['’]ve|['’]re|\s+have)?\s+(?:(?:just|already|now|since)\s+)*sign(?:ed|ing)(?:\s+up)?\s+(?:with|w/)\s+{_NOT_US}|we(?:['’]ve|\s+have)?\s+(?:(?:just|already|now|since)\s+)*(?:bought|ordered|purchased)\s+(?:it\s+|one\s+)?(?:elsewhere|from\s+{_NOT_US})|not interested|no interest|we(?:['’]ll|['’]re| are| will)? pass(?:ing)?(?!\s+(?:it|this|that|you|them|the\s+\w+|your\s+\w+)\b)|no,? thanks(?! to\b)|no thank you|we(?:['’]ve| have)? (?:now |just )?(?:binned|killed|scrapped|shelved|axed|canned|nixed|dropped|cancelled) (?:it\b|this\b|the (?:project|idea|plan|program|programme|purchase|whole)\b)|(?:went|going|gone) (?:with(?!\s+(?:{_US}|it\b|(?:the\s+)?(?:{WEEKDAY}|\d\S*)))|w/\s*(?!{_US}|it\b|(?:the|our)\s+(?!other|competit\w+|cheaper|incumbent|local)\b)(?=\w))|we(?:['’]?re|['’]ll|\s+are|\s+will)?\s+(?:(?:just|all|going\s+to|gonna)\s+)*(?:stick|stay)(?:ing)?\s+with\s+(?!(?:us|you|ye|u|it|that|this|them|the|our|your|my|plan|option|price|(?:mon|tue|wed|thu|fri)\w*|\d\S*)\b)[\w&'’-]+(?=\s*$|\s*[,.!;]|\s+(?:thanks|thx|sorry|then|this\s+year)\b)|(?:went|going) (?:in )?(?:another|a different) direction|killed it(?! (?:at|in|on|with|today|last|for)\b)|(?<!i )(?<!we )(?<!they )(?:stop|quit) (?:calling(?!\s+(?:around|you|it|them|him|her)\b)|ringing|phoning|texting|bugging|pestering|chasing|hounding|emailing|contacting|mailing|sending(?=\s*$|\s*[.,!]|\s+(?:me|us|stuff|anything|e-?mails?|mails?)\b))|don['’]?t (?:call|contact) (?:me|us) (?:again|any ?more))\b",
    re.IGNORECASE,
)
# "we bought Veltra last month", "we bought the other guy's", "we're doing nothing this year": all that they said.
_ANOTHERS = r"(?:(?:the|an?|our|my)\s+)?(?:other\s+(?:[\w-]+['’]s?|one)|cheaper|(?!(?:today|yesterday|last|this|it|that|let|here|what)['’])[a-z-]+['’]s|rival|competing)|(?:their|your\s+(?:rival|competit)\w*(?:['’]s)?)"
_DONE_WITHOUT_US = re.compile(
    rf"(?:sorry,?\s+)?(?:(?:we(?:['’]ve|\s+have)?\s+)?(?:(?:just|already|since|now)\s+)*(?:bought|leased|ordered|purchased|rented|hired|installed|got(?=\s+(?:the\s+other|your|their)\b))\s+(?:{_ANOTHERS})\b[^,;.?]*(?:,\s*(?:sorry|thanks|thx|thank\s+you)(?:\s+\w+)?)?|we(?:['’]ve|\s+have)?\s+(?:(?:just|already|since)\s+)*(?:bought|signed\s+up\s+for)\s+(?-i:(?!You|It\b|Docu)[A-ZÀ-Þ][\w&'’-]+)\s+(?:last\s+(?:week|month|quarter|fall|spring)|this\s+(?:week|month)|instead|yesterday|already)|we(?:['’]?re|['’]ll|\s+are|\s+will)?\s+(?:(?:just|gonna|going\s+to)\s+)*(?:(?:do|buy|spend|chang)(?:e|ing)?\s+nothing|not\s+(?:doing|buying|spending)\s+anything)\s+(?:new\s+)?(?:this\s+(?:year|fy)|in\s+20\d\d))[\s.!]*",
    re.IGNORECASE,
)
# "says they're all set, maybe next year"; alone it may mean that they have all they need from us.
_ALL_SET = re.compile(
    r"\bthey(?:['’]?re|\s+are)\s+all\s+set\s*[,;.]?\s+(?:maybe|perhaps|thanks|already|for\s+now|not\s+(?:now|this)|no\b)",
    re.IGNORECASE,
)
_SAID_NO = re.compile(r"(?<!i )(?<!we )\b(?:said|says)\s+(?:a\s+)?[“\"]no[.!]?[”\"](?!\s+to\b)", re.IGNORECASE)


# An act of theirs that is done: a paper signed that is no order, somebody introduced, a yes.
_MOVED_ON = re.compile(
    rf"(?:^|[\s,;.])(?:(?:she|he|they|customer|client|{NAME})\s+)?(?:has\s+|have\s+|just\s+|already\s+)*(?:signed|returned|countersigned)\s+(?:(?:and|&)\s+(?:sent|returned|e-?mailed)\s+(?:back\s+)?)?(?:the\s+|our\s+|an?\s+)?(?:mutual\s+)?(?:loi|nda|msa|dpa|sow|mou|term\s*sheet|letter\s+of\s+intent|non-?disclosure)\b"
    rf"|\b(?:warm\s+intro(?:duction)?|intro(?:duced|['’]?e?d|s)?(?:\s+(?:me|us))?)\s+to\b(?!\s+(?:be\b|(?:her|his|their|the)\s+{KIN}\b))|\bagreed\s+to\s+(?:be|act|serve)\b|\b(?:gave|given)\s+(?:me|us)\s+(?:the|an?|his|her|their)?\s*(?:verbal\s+)?(?:ok(?:ay)?|yes|go-?\s?ahead|green\s+light|nod)\b|\bhat\s+zugesagt\b|\b(?:mündliche\s+zusage|accord\s+(?:verbal|oral|de\s+principe)|ok\s+verbale)\b|\b(?:agreed|accepted|committed)\s+(?:verbally\b|(?:in\s+principle|(?:over|on)\s+the\s+(?:phone|call)|by\s+(?:phone|e-?mail))(?=\s*(?:$|[,.;!])))|\bverbally\s+(?:agreed|accepted|committed)\b|\bshook\s+(?:hands\s+)?on\s+(?:it|the\s+\w+|an?\s+\w+)\b|\bverbal\s+(?:only\b|so\s+far|for\s+now|yes|ok(?:ay)?|go-?\s?ahead|agreement|commit(?:ment)?)\b|^(?:(?:she|he|they|{NAME})\s+)?(?:said|says)\s+(?:a\s+)?(?:verbal\s+)?yes\b(?!\s*,?\s+(?:but|if|once|when|only|provided|maybe|and\s+no|to\s+(?:(?:an?|the)\s+)?(?:lunch|coffee|drinks?|dinner|beers?|golf|call|chat|looking|reading|idea|concept)\b))",
    re.IGNORECASE,
)
# "refused to intro me to the owner", "never signed the NDA", "asked for a verbal ok": it did not come about.
_UNMOVED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|instead\s+of|refus\w+|declin\w+|hesitat\w+|reluctant|maybe|perhaps|possibly|might|may|could|would|should|wants?|wanted|want|need(?:s|ed)?|hop(?:es?|ed|ing)|tr(?:y|ies|ied|ying)|asked\s+(?:for|her|him|them|if)|ask|pushing|fishing|waiting|once|until|till?|before|nearly|almost)\b|n['’]t\b",
    re.IGNORECASE,
)
_IS_YES = re.compile(
    r"^(?:sorry\b[^.!]*?[,.!]\s*)?(?:[^,.!]{1,30},\s*)?(?:yes|yep|yeah|ok(?:ay)?|sure)?[\s,!.]*(?:let['’]?s\s+(?:do(?!\s+(?:an?\s+)?(?:lunch|coffee|dinner|drinks|breakfast|beers?|something|nothing))|go\s+(?:for|with|ahead))|we['’]?re\s+in\b|(?:we(?:['’]ll|\s+will)?|i['’]ll)\s+take\s+(?:it|them|both|all|\d+|one|two|three|four|five|six|ten)\b(?!\s*(?:to|up|with|back|from|over|easy|slow|%|days?|weeks?|months?|mins?|minutes|hours?|a\s+look))|go\s+ahead\b|yes\s*[!.]*$)",
    re.IGNORECASE,
)
UNREACHED = frozenset(Outcome) - {Outcome.connected, Outcome.meeting}


# To speak, to eat, to try again and what is private has no purpose for a deal; whatever else one comes together for has.
_NO_PURPOSE = re.compile(
    r"(?:^|call|chat|talk|ring|zoom|teams|phone|catch[\s-]?up|sync|check[\s-]?in|touch-?point|touch\s+base|call-?back|huddle|stand-?up|regroup|follow-?up|coffee|caf[eé]|breakfast|brunch|dinner|drinks|beers?|bbq|haircut|dentist|gym|golf|appointment|slot|e-?mail|let_go_check|nudge|try)$",
    re.IGNORECASE,
)
# A call for one of these is more than a talk.
_CALL_FOR = re.compile(
    r"(?:intro|reference|contract|legal|security|technical|tech|procurement|scoping|planning|design|requirements|implementation|kick-?off|go[\s/-]*no[\s-]?go)\b.*\bcall$",
    re.IGNORECASE,
)
_YES_IN = re.compile(
    r"(?:(?:ok(?:ay)?|yes|yeah|yep|sure|so|fine|alright|good)[\s,!]+)*(?:(?:i['’]?m|i\s+am|we['’]?re|we\s+are|count\s+(?:us|me))\s+in|let['’]?s\s+(?:do|go\s+(?:for|with))\s+(?:it|this|that)|we['’]?(?:re|ll)\s+do(?:ing)?\s+(?:it|this)|we\s+are\s+doing\s+(?:it|this)|(?:(?:i|we)(?:['’]?m|['’]?re|\s+am|\s+are)\s+)?(?:all\s+)?sold|go\s+ahead|(?<=yes\s)we\s+(?:do\s+)?(?:still\s+)?want\s+(?:it|this)|we['’]ll\s+take\s+(?:it|them)|where\s+do\s+(?:i|we)\s+sign|(?:i|we)(?:\s+will|['’]ll|\s+have|['’]ve)?\s+(?:accept(?:ed)?|agreed?\s+to)(?:\s+(?:it|that|this|(?:the|your)\s+(?:last\s+|new\s+|revised\s+)?(?:offer|quote|proposal|price|terms)))?|(?:go(?:ing)?|gone)\s+for\s+it|we(?:['’]?re|['’]ll|\s+will|\s+are)?\s+(?:(?:gonna|going\s+to)\s+)?(?:go(?:ing)?\s+ahead|do\s+it|on\s+board)|it(?:['’]?s|\s+is)\s+(?:a\s+(?:yes|deal|go)|yours)(?:\s+from\s+(?:us|them|me|him|her))?|deal|you(?:['’]?ve|\s+have)?\s+got\s+(?:it|yourself\s+a\s+deal|a\s+deal|the\s+(?:job|order|deal|business))|we\s+have\s+a\s+deal)[\s.!?]*",
    re.IGNORECASE,
)


def result_of(
    text: str, outcome: Outcome, *, they_act: bool, agreed: str, said: str = "", by_a_day: bool = False
) -> Result:
    """`they_act`: they took on or did something firm; `agreed`: what kind of next step has a date ("demo"), if any; `by_a_day`: what they take on has one."""
    said, clauses = spelled(said), first_clauses(unquoted(text))
    is_frame = any(map(FRAME_SIGNED.fullmatch, clauses)) and _has_terms(text, agreed)
    if is_frame or (is_signed_back(clauses) and not any(map(spoils, clauses))):
        return Result.order
    is_paper = bool(NO_ORDER.search(text)) and any(map(SIGNED_ALONE.fullmatch, clauses))
    is_signed = any(is_order(clause) and not (is_paper and SIGNED_ALONE.fullmatch(clause)) for clause in clauses)
    is_spoiled = any(map(_HANGS_ON.search, clauses)) or any(spoils(one) or _is_open(one) for one in clauses[1:])
    is_told_signed = says_signed(said) and not any(map(_NOT_QUITE.search, first_clauses(said)[1:]))
    if is_told_signed or (is_signed and not is_spoiled):
        return Result.order
    if _is_bound(text, (*clauses, *first_clauses(said)), agreed):
        return Result.order
    has_given_up = said and outcome not in UNREACHED and any(map(gives_up, clauses))
    is_over = bool(said) and not agreed and any(map(is_closed_upon, clauses))
    is_nope = outcome not in UNREACHED and _is_nope(text, clauses, said)
    if is_nope or has_given_up or is_over or _is_refused(text, clauses, said, goes_on=bool(agreed)):
        return Result.no_sale
    if not by_a_day and _lets_go(clauses, said):
        return Result.no_sale
    if outcome in UNREACHED:
        return Result.attempt
    they_act = is_paper or (they_act and not _BY_MISTAKE.search(text))
    return Result.advance if they_act or _advances(clauses, agreed, said) else Result.continuation


def _advances(clauses: Sequence[str], agreed: str, said: str) -> bool:
    """The rule of an advance, beside what they do by a day or have done (`they_act`). It takes one of four:

    they said yes to the deal; something of theirs is done or cleared ("the pilot is approved"); on an agreed day we
    come together for more than a talk ("demo", "survey"); or that day brings us to who decides. That they like it,
    want something of us or speak with us again is none.
    """
    says_yes = _says_yes(said) or any(starmap(is_in, pairwise(clauses)))
    is_further = any(map(_moves_on, clauses))
    goes_up = bool(agreed) and any(map(hands_on, clauses))
    return says_yes or is_further or goes_up or _has_purpose(agreed)


_BY_MISTAKE = re.compile(
    r"\b(?:sent|came|po|order|contract|form|signed)\b[^.;]{0,30}\b(?:by\s+(?:mistake|accident)|in\s+error)\b",
    re.IGNORECASE,
)  # nobody meant to
_WE = re.compile(r"(?:(?:and|but|now|so)\s+)*(?:i|we|our|my)\b", re.IGNORECASE)  # who sign last, once they have
# "signed!! ok not quite", "her husband still has to sign": what was told first is not so yet.
_NOT_QUITE = re.compile(
    r"\bnot\s+(?:quite|really|exactly|fully)(?=\s*$|\s*[,;.])|\b(?:well|ok|or|very)\s+(?:almost|nearly)\b|\balmost\s*$|\bno,?\s+wait\b|\bonly\s+initial\w*|\b(?:has|have|needs?|must|yet)\s+(?:still\s+)?(?:to\s+)?(?:also\s+)?(?:counter-?|co-?)?sign(?:\s+(?:it|too|as\s+well|first))*(?=\s*$|\s*[,&;]|\s+and\b)|\bnot\s+(?:by|from)\s+\w+\s+yet\b|\bstill\s+(?:has|have|needs?)\s+to\s*[.!]*$"
    r"|^(?:but|aber|men|mais|ma|pero|just|only|sadly)\s+(?:not\s+)?(?:with|w/|from|by|bei|beim|hos|chez|con|med)\s*(?!(?:me|us)\b)(?:(?:the|an?|der|den|dem|einem|einer|la|le|un|en|et)\s+)?(?:konkurr|wettbewerb|mitbewerb|concurr|concorren|competencia|competit|rival|ander|annen|annan|some(?:one|body)\s+else)",
    re.IGNORECASE,
)
_JOKES = re.compile(r"\b(?:jk|just\s+kidding|i\s+wish[\s.!]*$)", re.IGNORECASE)
# "pending legal": whose yes it hangs on.
_HANGS_ON = re.compile(
    r"\b(?:pending|subject\s+to|contingent\s+(?:up)?on|conditional\s+(?:up)?on)\s+(?!(?:our|my|us)\b)(?:[\w'’-]+\s+){0,3}?(?:legal|finance|procurement|purchasing|compliance|security|audit|board|boss|committee|council|owner|partner|c[efiot]o|counsel|lawyers?|financing|funding|credit|loan|approv\w+|review|sign-?\s?off|ok(?:ay)?|yes|signatures?)\b",
    re.IGNORECASE,
)


def _is_open(clause: str) -> bool:
    """What stands behind "signed" takes it back."""
    is_half = _NOT_QUITE.search(clause) and not _WE.match(clause)
    return bool(is_half or _JOKES.search(clause))


_NOPE = re.compile(r"(?:nope|nah|naw)(?:[\s,]+(?:again|sorry|still|thanks|thx|man))*[\s.!]*", re.IGNORECASE)
# A sum beside it that was given back, or is to come.
_SUM_OF_ELSE = re.compile(
    r"\b(?:refund\w*|bounced|returned|gave\s+it\s+back|(?:want|plan|hope)s?\s+to\s+spend|would\s+spend|next\s+year|of\s+[$€£]?\d)",
    re.IGNORECASE,
)
# Of an order that is here: nothing is open by it.
_WANTS_TO_BEGIN = re.compile(
    r"\bwants?\s+(?:the\s+|a\s+|to\s+)?(?:kick-?\s?off|start|begin|install\w*|training|onboarding|deliver\w*)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\?|\b(?:asked|any|if|whether)\b", re.IGNORECASE)  # "any blockers? Dana said nope"
_THEIR_LOSS = re.compile(r"(?:their|her|his)\s+loss[\s.!]*", re.IGNORECASE)  # said of a no alone


_BEGINNINGS = frozenset({"kickoff", "kick-off"})
_DEPOSIT = re.compile(r"\b(?:deposit|down\s?payment|instal?lment|anzahlung|acompte)\b", re.IGNORECASE)


def _is_bound(text: str, clauses: Sequence[str], agreed: str) -> bool:
    """A PO that is here or a deposit that is paid, with its sum or a day to begin."""
    text = _WANTS_TO_BEGIN.sub(" ", text)
    is_begun = agreed in _BEGINNINGS and any(map(_DEPOSIT.search, clauses))
    is_its_sum = (is_begun or _has_terms(text, "")) and not _SUM_OF_ELSE.search(text)
    return is_its_sum and any(map(binds, clauses)) and not any(map(spoils, clauses))


def _is_nope(text: str, clauses: Sequence[str], said: str) -> bool:
    """Their whole answer, and to no question of ours; or what is said of a no alone."""
    is_answer = _NOPE.fullmatch(said) and not _ASKED.search(text)
    return bool(is_answer) or any(map(_THEIR_LOSS.fullmatch, clauses))


def perhaps_ordered(text: str, said: str) -> bool:
    """They paid, or their PO came: whether that is the order is asked, where nothing is wrong with it."""
    clauses = (*first_clauses(unquoted(text)), *first_clauses(said))
    return says_paid(said) or (any(map(may_be_order, clauses)) and not any(map(spoils, clauses)))


def _has_terms(text: str, agreed: str) -> bool:
    return agreed in _BEGINNINGS or bool(amount_in(text)[0] and not STILL_OPEN.search(text))


# What they have will do: an objection where they will talk to us again.
_HEAD = re.compile(r"^(?:[\w'’&.@-]+\s+){0,5}?[\w'’&.@-]+:\s+")  # "Pat: wife says no"
_WE_HUNG_UP = re.compile(r"\bhung\s+up\b(?!\s+on\s+(?:me|us)\b)", re.IGNORECASE)  # on a machine
_NOBODY_SPOKE = re.compile(
    rf"^(?:only\s+|just\s+)?(?:dead\s+(?:air|line)|silence|static|hold\s+music)$|{ON_HOLD.pattern}|^(?:(?:i|we)\s+)?(?:waited|held|sat)\b.*\b(?:hold|music|queue|mins?|minutes)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\b(?:happy|fine|good|content|comfortable|satisfied)\s+(?:with|w/)", re.IGNORECASE)
_ANOTHER_TALK = re.compile(
    r"\b(?:another|next|new|follow-?up)\s+(?:call|meeting|visit|talk|chat)\b|\bcall\s+(?:again|back)\b", re.IGNORECASE
)


def _is_refused(text: str, clauses: Sequence[str], said: str, *, goes_on: bool) -> bool:
    if keeps_a_part(text):
        return False
    text, said = without_rung_back(without_other_things(text)), without_other_things(said)
    is_ours = any(map(_is_dead_line, clauses)) or only_puts_off(clauses, said)
    clauses = [*map(without_other_things, clauses)]
    if (
        _NO_SALE.search(_WE_HUNG_UP.sub(" ", unquoted(text)) if is_ours else unquoted(text))
        or _SAYS_NO.search(said)
        or (not goes_on and _DONE_WITHOUT_US.fullmatch(said.strip()))
        or _SAID_NO.search(text)
        or _ALL_SET.search(text)
        or shuts_the_door(text, said)
    ):
        return True
    told = tuple(spelled(_HEAD.sub("", clause)) for clause in clauses)
    if any(map(_is_no, told)):
        return True
    goes_on = goes_on or bool(_ANOTHER_TALK.search(text))
    heard = {*clauses, *told, *(one for one in first_clauses(said) if not is_mislaid(one))}
    if all_goes_elsewhere(clauses) or says_so(said) or has_one((*clauses, *told), said):
        return True
    if any(refuses(clause) and not (goes_on and _CONTENT.search(clause)) for clause in heard):
        return True
    if any(map(is_broke, heard)) and not (goes_on or comes_back(text)):
        return True
    is_theirs = any(declines(clause, theirs=True) for clause in first_clauses(said))
    return is_theirs or any(declines(clause, theirs=False) for clause in clauses)


def _is_dead_line(clause: str) -> bool:
    """Where nobody spoke, it is we who hung up."""
    is_unreached = not {Outcome.no_answer, Outcome.left_voicemail}.isdisjoint(outcomes_in(clause))
    return is_unreached or is_machine(clause) or bool(_NOBODY_SPOKE.search(clause))


def _lets_go(clauses: Sequence[str], said: str) -> bool:
    return any(passes(spelled(clause)) for clause in clauses) or has_passed(clauses) or is_not_for_them(said)


def _has_purpose(agreed: str) -> bool:
    return bool(_CALL_FOR.match(agreed)) or not _NO_PURPOSE.search(agreed)


def _says_yes(said: str) -> bool:
    if is_conditional(said):
        return False
    clauses = first_clauses(said)
    return bool(_IS_YES.match(said)) or any(map(_YES_IN.fullmatch, clauses)) or any(map(goes_with_us, clauses))


def _moves_on(clause: str) -> bool:
    whole, clause = clause, _HEAD.sub("", clause)
    if clause != whole and _YES_IN.fullmatch(clause):
        return True
    plain = active(spelled(as_buyers(clause)))
    moved = _MOVED_ON.search(plain)
    is_moved = moved and not (is_conditional(clause) or _UNMOVED.search(plain[: moved.end()]))
    return bool(is_moved) or goes_with_us(plain) or any(map(is_done, {plain, spelled(clause)}))


def _is_no(clause: str) -> bool:
    told = answer(clause)
    return bool(told and told.is_no and "?" not in clause and not (is_conditional(clause) or has_shone(clause)))
