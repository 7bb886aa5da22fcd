"""Where they stand, told without quotation marks: "Omar won't sign before May", "Bea: no budget", "wants 5% off"."""

import re
from collections.abc import Sequence

from bot.reading.grammar.agents import ROLES
from bot.reading.languages.declinedabroad import declines_abroad
from bot.reading.naming.persons import is_person
from bot.reading.outcome.goneto import is_broke
from bot.reading.outcome.passing import NEITHER, passes
from bot.reading.outcome.refusals import refuses
from bot.reading.outcome.stances import is_stance, is_stance_alone
from bot.reading.words.speech import NAME, SPOKE_WITH, first_clauses

_ADVERBS = r"(?:(?:still|really|just|also|simply|sadly|definitely|frankly|now|is|are|['’]s|was|has|there['’]?s)\s+)*"
_SUBJECT = re.compile(
    rf"^(?:(?:and|but|then|so|because|bc|as)\s+)*(?P<who>she|he|they|{NAME})(?:(?<=\bhe)s|(?<=\bshe)s|(?<=\bthey)re)?\s*(?::\s*|\s[-–—]\s|(?=['’])|\s)(?P<rest>.+)$",
    re.IGNORECASE,
)
# Of these the same words tell of a try that failed, or of where somebody is.
_NOT_REACHED = (
    r"(?!\s+(?:yet\s+|even\s+|really\s+)?(?:be\s+)?(?:in|there|here|around|available|at|back|out|off|free|reach\w*|pick\w*|answer\w*|call\w*|r[iau]ng|repl\w+|respond\w*|show\w*|join\w*|turn(?:ed)?\s+up|ma[kd]e|been|heard|come|came"
    r"|know|sure|seen|get(?!\s+(?:the|our|this|that|it)\b.*\b(?:done|signed|approved|through|thru|out|past|over)\b)|went|go(?!\s+(?!to\b|on\b|in\b|by\b|up\b|out\b|over\b|home\b|away\b|back\b|there\b|thr)[a-z])|gone|sent|opened|viewed|clicked|commit\w*|remember|hear|find|talk\w*(?!\s+(?:price|pricing|prices|numbers|money|terms|budget|to\s+(?:bidders|vendors|suppliers|sellers)|(?:before|b4|until|till?)\s+(?:that|then|q[1-4]|h[12]|the\s+(?:board|budget|award|audit|vote|election|agm)))\b)|chat\w*|speak\w*|promis\w*)\b)"
)
_NEVER = (
    r"(?:(?:wo|ca|is|are|do|does|has|have|could|would)\s?n['’]?t|cannot|(?:will|can|is|are|do|does|has|have|could|would)\s+not|['’](?:s|re|ll)\s+not|never|no\s+longer)\b"
    rf"{_NOT_REACHED}(?!\s+(?:do|make|attend|take)\s+(?:the\s+|our\s+|that\s+|this\s+)?(?:call|meeting|mtg|demo|slot|visit|lunch|time|\d|mon|tue|wed|thu|fri|sat|sun|today|tom|tmr|next|week)|\s+(?:do|make|attend)\s+it\b)\s+\w"
)
# What a try is told by: "no answer now", "no vm til 5" are no word of theirs.
_OF_A_TRY = r"(?:answers?|ans|repl(?:y|ies)|responses?|resp|word|vms?|voice\s?mails?|msgs?|messages?|mails?|e-?mails?|calls?|call-?backs?|pick-?\s?ups?|joy|luck|dice|shows?|contacts?|news|updates?|feedback|reaction|sign|dates?|next|one|show|doubt|worries|rush|hurry|problem|idea)"
_FOR_NOW = r"(?:now|rn|atm|just\s+now|right\s+now|at\s+the\s+moment|at\s+present|this\s+(?:year|fy|quarter|half|month|season|summer|winter|spring|fall|autumn)|for\s+(?:(?:the|at\s+least|next)\s+)*(?:\d+|an?)\s+(?:days?|wks?|weeks?|mos?|months?|quarters?|years?|yrs?)|(?:un)?til+\b|thr(?:ough|u)\b|before|b4|without|unless)"
# Whatever they leave alone until then; what is left undone of these acts is the rep's.
_NOT_DOING = r"not\s+(?!(?:call|ring|phon|try|chas|send|e-?mail|mail|push|follow|com|pick|answer|tak(?=ing\s+(?:(?:(?:my|our|any|the)\s+)?(?:calls?|phone)|no\b|new\b))|reach|be|do)(?:m|p)?ing\b)[a-z]+ing\b.*\b(?:before|until|till?|unless|without|w/o)\b"
_NO = (
    rf"(?:no\s+(?:budget|money|funds|cash|\$(?=\s|$)|need|headcount|spend(?:ing)?|appetite|to\s+\w+|go\b|way\b|(?!{_OF_A_TRY}\b)[\w'’-]+\s+(?:[\w'’-]+\s+)?{_FOR_NOW})\b"
    rf"|{_NOT_DOING}|ni(?=\s*$)|not\s+(?:int(?:erested)?|now|before|until|till?|this|sold|convinced|ready|worth|for\s+(?:us|them|me)|an?\s+(?:fit|priority)|keen|happy|going\s+to)\b|nothing\s+(?:before|until|till?)\b|(?:bad|wrong|terrible|awful|lousy|poor)\s+(?:timing|time|moment)\b)"
)
_TERMS = (
    r"(?:wants?|needs?|ask(?:s|ed)?\s+for|expects?)\s+(?:(?:another|at\s+least|an?\s+extra|an?)\s+)?(?:\d+(?:[.,]\d+)?\s?%|net\s?-?\d+|\d+\s+days\b(?=\s+(?:terms|net|to\s+pay))|discount|rebate)"
    # whose yes they need first
    r"|(?:needs?|wants?|(?:ha(?:s|ve)|must)\s+(?:to\s+)?get)\s+(?:(?!(?:my|our|me|us|to)\b)[\w'’-]+\s+){1,3}?(?:ok(?:ay)?|blessing|approval|sign-?\s?off|say-so|go-?ahead|green\s+light|nod|permission|buy-in)\b(?!\s+(?:on|of|for|by)\b)"
    r"|(?:needs?|wants?|ha(?:s|ve)|gotta|got)\s+(?:to\s+)?(?:think|sleep|mull|chew|ponder|pray)\s+(?:(?:it|this|that|things)\s+(?:over|through)|(?:on|about|abt)\s+(?:it|this|that))"
    r"|wants?\s+to\s+(?:wait|hold\s+(?:off|on)|sit\s+tight|pause)\b"
    r"|needs?\s+(?:\d+|an?|two|three|four|some|more)\s+(?:more\s+|few\s+|couple\s+(?:of\s+)?)?(?:days?|wks?|weeks?|months?|time)\s+to\b"
)
# Whatever is too much of anything; "too busy to talk" tells of a try, "too kind" of nothing.
_DEAR = r"(?:(?:a\s+(?:bit|tad|little|touch)|rather|pretty|quite|kinda|way|very|really|awfully)\s+)+(?:rich|steep|high|dear|pricey|expensive|heavy|stiff)\b|(?:(?:way|far|much|a\s+(?:bit|tad|little)|just|simply)\s+)*too\s+(?!(?:kind|nice|funny|cute|bad)\b)[a-z]+\b(?!\s+to\s+(?:talk|speak|chat|take|meet|answer|come|listen)\b)|[$€£]?\d[\d.,]*\s?[km]?\b\s+(?:is|are|was)\s+(?:way\s+)?(?:over|above|beyond|out\s+of|more)\b"
# "happy with our current supplier": somebody else has it, and they stay.
_CONTENT = r"(?:(?:very|quite|pretty|perfectly|so|all)\s+)*(?:happy|content|satisfied|fine|sticking|staying|set)\s+(?:with|w/?)\s+(?:(?:the|their|our|his|her|my|its)\s+)?(?:(?:current|present|existing)\s+(?:supplier|vendor|provider|partner|dealer|maker|lab|firm|one|system|solution|set-?up|kit|tool)s?|what\s+(?:they|he|she|we)\s+(?:have|has)(?!\s+(?:\w+ed|sent|shown|given|built|done|got)\b))\b(?!\s+from\s+us\b)"
# "will only sign if we drop the fee": what they do is held by something, whatever they do.
_ONLY = r"(?:will|would|can|could|may|might|shall|['’](?:ll|d))\s+only\s+[a-z]+\b.*?\b(?:up\s+to|under|below|at\s+most|if|unless|provided|once|as\s+long\s+as)\b"
_BEFORE_ANY = r"(?:[\w'’&-]+\s+){0,3}?(?:wants?|needs?|requires?|must\s+\w+|ha(?:s|ve)\s+to\s+\w+)\s+(?!(?:me|us)\b)[^,;.]{2,60}?\s(?:before|b4)\s+(?:any(?:thing|body|one)?|he|she|they|it|we)\b"
_ONLY_THEN = r"(?:will|möchte|kann|mag|vil|vill|wil|kan)\s+(?:(?:sich|das|es|den|det|dit|hier|darüber)\s+)*(?:erst|nicht\s+vor|först|først|ikke\s+før|inte\s+före|pas\s+(?:na|vanaf))\b"
# "hates the term", and not "hates mornings": it is ours that they speak of.
_DISLIKES = r"(?:hates|dislikes|resents|objects\s+to|balks\s+at|refuses|rejects|doubts|distrusts)\s+(?:to\s+(?!(?:talk|speak|meet|take|pick|come|answer)\b)|the\s+(?!phones?\b)|(?:our|my|this|any|an?|paying|net)\s+|[$€£]?\d)"
_LACKS = r"does\s?n['’]?t\s+(?:need|want|see|care|trust|believe|like|fit|have)\b(?!\s+(?:an?\s+)?(?:vm|voice\s?mail|mailbox|phone|number|e-?mail)\b)"
_STANDS = re.compile(
    rf"^{_ADVERBS}(?:{_NEVER}|{_NO}|{_TERMS}|{_DEAR}|{_ONLY}|{_BEFORE_ANY}|{_CONTENT}|{_ONLY_THEN}|{_DISLIKES})",
    re.IGNORECASE,
)
_SOMETHING = (
    r"(?:(?!(?:i|we|my|our|you|she|he|they|not|never|called|rang|tried|came|went|left|dial+ed)\b)[\w'’€$£-]+\s+){0,5}?"
)
_STANDS_HEADED = re.compile(
    rf"^{_SOMETHING}(?:{_ADVERBS}(?:{_NEVER}|{_NO}|{_DEAR}|{_BEFORE_ANY})|(?:only\s+)?(?:opens?|resets?|unlocks?|refreshes|frees\s+up)\s+(?:in\s+|on\s+|only\s+)*(?:q[1-4]|h[12]|next|after|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:is\s+|are\s+|['’]s\s+)?(?:frozen|on\s+hold|on\s+ice|shelved|paused)\b|(?<=\w\s)(?:(?:is|are|still)\s+)*(?:stuck|stalled|jammed|held|tied|backed|bogged|sits|sitting|parked|waiting)(?:\s+(?:up|down))?\s+(?:in|at|with|w/|on)\s*(?:(?:the|her|his|their)\s+)?(?:{ROLES})\b|(?<=\w\s)(?:waits?|has\s+to\s+wait|hinges|depends|hangs|rests)\s+(?:till?|until|for|on|upon)\b)"
    r"|^(?:(?:the|his|her|their)\s+)?(?!(?:i|we|you|nobody)\b)[a-z]{3,}\s+(?:says?|said|votes?|voted)\s+no\b(?!\s+(?:problem|rush|worries|hurry|doubt))|^(?:[\w'’-]+\s+){1,3}?(?:has\s+to|have\s+to|must|needs?\s+to)\s+(?:first\s+)?(?:ok|okay|approve|agree|bless|consent|sign\s+off)(?:\s+(?:it|this|that|to|on|off|too|first))*$|^(?:nothing|nobody|no\s?-?one|none\s+of\s+it)\s+(?:[a-z]+s|can|will)\b.*\b(?:before|until|till?|without|unless)\b|^[$€£]?\s?\d[\d.,\s]*\s?[km]?\s?(?:[$€£]|eur|usd|gbp)?\s+(?:max(?:imum|imal)?|tops|at\s+most|höchstens|massimo)$",
    re.IGNORECASE,
)
_THEIR_PEOPLE = r"(?:(?:the|her|his|their)\s+)?(?:[\w-]+\s+)?(?:board|committee|council|owner|boss|manager|c[efiot]o|gm|vp|wife|husband|partners?|brother|legal|finance|procurement|purchasing|it|ops|team|union|crew|trustees?)"
_BUT_TERMS = re.compile(rf"\bbut\s+(?P<terms>(?:only\s+)?(?:{_TERMS}).*|{_THEIR_PEOPLE}\s+{_NEVER}.*)$", re.IGNORECASE)
_AND_ANOTHER = re.compile(rf"\s+and\s+(?={NAME}\s+(?:wants|will|is|has|needs|says|said)\b).*$")
_NOT_OURS_TO_HEAR = re.compile(
    r"\b(?:deputy|assistant|secretary|reception(?:ist)?|gatekeeper|gk|colleague|instead(?!\s+of))\b", re.IGNORECASE
)
# Only a buyer holds off from these, whoever is left out: "won't decide til after".
BUYERS_ACTS = r"sign|buy|decide|order|commit|spend|approve|touch|consider|discuss|budge|issue"
_TALK_TERMS = r"talk\s+(?:price|pricing|prices|numbers|money|terms|dollars|budget)"
_HOLDS_OFF = rf"(?:ca|wo)\s?n['’]?t\s+(?:{BUYERS_ACTS}|look\s+at|need|{_TALK_TERMS})\b.*\b(?:before|until|till?)\b"
# Whoever is left out, nobody of ours "doesn't need it" or "hates the term".
_NEVER_OURS = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:{_LACKS}|(?!(?:need|want|must|have|i|we)\b){_BEFORE_ANY}|{_DISLIKES})", re.IGNORECASE
)
_STANDS_ALONE = re.compile(
    rf"^(?:nothing|nobody|no\s?-?one)\s+(?:moves|happens|changes|starts|gets\s+\w+|goes\s+\w+|can\s+\w+|will\s+\w+)\b.*\b(?:before|until|till?|without)\b|^(?:(?:the|her|his|their)\s+)?(?:board|committee|council|owner|boss|cfo|ceo|coo|cto|finance|legal|trustees?|partners?|wife|husband)\s+(?:says?|said|voted?|votes)\s+no(?=\s*$)|^{_NOT_DOING}|^(?:p\.?o\.?s?|purchases?|orders?|contracts?|anything|everything|spend(?:ing)?)\s+(?:over|above|beyond|of\s+more\s+than)\s+[$€£]?\d\S*\s+(?:needs?|requires?|takes?|goes?|has\s+to|have\s+to|must)\b|^(?:sadly\s+|still\s+)*(?:{_HOLDS_OFF}|ni(?=\s*$)|(?:not\s+int(?:erested)?|no\s+(?:budget|money|appetite|need)|{_TERMS}|(?:they['’]?re\s+)?(?:freezing|pausing|halting|suspending|shelving)\s+(?:everything|it\s+all|all\s+\w+|(?:the\s+|any\s+|their\s+)?(?:spend\w*|purchas\w*|projects?|hiring|orders?)))\b|no\s+\$(?=\s|$))|^[\w'’-]+(?:\s+[\w'’-]+)?\s+(?:has|have|needs?)\s+to\s+be\s+[^\d]{{0,20}}\d[\d.,]*\s?%?.*\bor\b.*|.*\s+or\s+(?:no\s+deal|(?:he|she|they)\s+walks?)$",
    re.IGNORECASE,
)
# "budsjettet er godkjent", "il budget è approvato": a thing, and what has become of it.
_IS_DONE_ABROAD = r"(?:\w{2,}(?:et|en|ene|na)\s+(?:er|är|ble|blev)\s+\w{3,}[td]|(?:le|la|les|il|lo|i|gli|el|los|las)\s+\w+\s+(?:est|sont|a\s+été|è|sono|está|están|ha\s+sido)\s+(?!mala[td]|a[bsu]sent)\w{2,}(?:é(?:e?s?)|[aiu]t[oaei]|[ai]d[oa]s?)|(?:(?:der|die|das)\s+)?\w+\s+(?:ist|sind|wurden?)\s+\w*(?:ge\w+(?:t|en)|\w+(?:iert|igt)))(?=\s*$)"
_ABROAD = re.compile(
    rf"^{_IS_DONE_ABROAD}|"
    r"(?<!\w)(?:kein(?:e[nr]?)?|nicht|nein|sonst|erst|frühestens|zu\s+(?:teuer|hoch|früh|viel|spät)|ist\s+(?:zu|frei|ok)|passt|läuft|pas\s+(?:encore\s+)?(?!(?:décroché|rappelé|appelé|arrivé|parlé|trouvé|laissé)e?s?\b)\w+ée?s?(?=\W|$)|pas\s+(?:de|avant|cette|encore|intéress\w+|maintenant)|trop\s+\w+|non\s+(?:merci|prima|adesso|ora|ancora|interessa\w*)"
    r"|troppo|nessun[oa]?|no\s+hay|demasiado|todavía\s+no|aún\s+no|ikke|ingen|først|nei\s+takk|nej\s+tack?|devis\s+ok|(?:akkoord|enige?t?|eens|överens|zgoda|de\s+acuerdo|ok(?:ay)?)\s+(?:met|op|i|om|med|al|alla|con|sur|pour|na|für|mit)(?=\s)|firmat[oi]|podpisan[ey]|zrobione|unterschrieben|signé|firmado|perfetto|parfait|va\s+bene|d['’]accord|einverstanden|(?:budget|projekt|auftrag)\s+(?:ist\s+)?(?:freigegeben|genehmigt|bewilligt)|freigegeben|(?:comité|conseil|projet|projekt|vorstand|gremium|comitato|progetto|proyecto|prosjekt\w*|styre\w*)\s+(?:(?:est|ist|è|wurde|er|är|está)\s+)?(?:repoussé|reporté|gelé|verschoben|eingefroren|rinviato|congelato|aplazado|utsatt|uppskjutet))(?!\w)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:i|we|my|our|me|us|ich|wir|je|nous|io|yo|jeg|jag|vi|ni\b|you)(?:['’]\w+)?\b|^(?:will(?!\s+(?:(?-i:[A-Z])\w+\s+)?(?:will|wants?|says?|said|is|has|needs?|likes?|\w+n['’]?t)\b)|check\s+back|circle\s+back|touch\s+base|calling|trying|sending|moving|parking|closing|putting|taking|doing|flush|lost|dead|gone|went|next|call|cb|fu|follow|again|try|was\s+due|were\s+due|\d|(?!yes\b)[a-z]+s\s+(?:it|the|to|us|me|him|her)\b|told\s+(?:her|him|them)\b|wv|rückruf|rappel|je\s+relance)\b",
    re.IGNORECASE,
)
# "Wei isn't the buyer": who it is, and nothing that they said.
_WHO_DECIDES = re.compile(
    r"\b(?:is\s?n['’]?t|is\s+not|not)\s+(?:the\s+)?(?:dm|decision[\s-]?maker|buyer|right\s+(?:person|one|contact)|one\s+who|boss|signer|contact|budget\s+(?:owner|holder))\b",
    re.IGNORECASE,
)
_BY_ANOTHER = re.compile(
    rf"^[a-z]+\s+(?:is\s+)?back\s+|^(?:was|were|had|seem(?:s|ed)|sound(?:s|ed)|felt|feels)\b|^wants?\s+(?:an?|the|me|us|to)\b|^(?:so\s+(?:it['’]?s|that['’]?s|only|just|now|we|i|\d)|meaning|which\s+means|=)(?:\b|\s)|^(?:rufe|melde|schicke|sende|frage|versuche|probiere|rappel\w*|relanc\w*|envoie|ringer)\s|^(?:(?:and|but|so|then)\s+)*(?:she|he|they|{NAME}\s+(?:will|is|has|said|says))\b",
    re.IGNORECASE,
)
_RANG_TO_SAY = re.compile(
    rf"^(?:(?:and|but|then|so|finally)\s+)*(?:she|he|they|{NAME})\s+(?:rang|called|phoned|wrote|emailed|texted|came|got)\b[^:]{{0,40}}?\s(?:and|to)\s+(?:said|says?|told\s+(?:me|us)|tell\s+(?:me|us))\s+(?:that\s+)?(?P<said>.+)$",
    re.IGNORECASE,
)
# "said he'd rather eat glass than switch": told of them, they are words of theirs all the same.
_WOULD_RATHER = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|{NAME})\s+(?:said|says|told\s+(?:me|us))\s+(?:that\s+)?(?P<said>(?:she|he|they)(?:['’]d|\s+would)\s+(?:rather|sooner)\s.+\sthan\s.+)$",
    re.IGNORECASE,
)
# "thinks the other bid's cheaper", "thinks we're too slow": how they weigh it, and where they stand by that.
_WEIGHS = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|{NAME})\s+(?:still\s+)?(?:thinks?|feels?|finds?)\s+(?:that\s+)?(?P<said>(?!(?:i|she|he|they|it)\b|.*day\b)(?:[\w'’-]+\s+){{0,3}}?[\w-]+(?:['’](?:s|re)|\s+(?:is|are))\s+(?:(?:a\s+bit|much|far|way|also|still)\s+)*(?:[a-z]{{3,}}er\b|(?:more|less)\s+[a-z]+|too\s+[a-z]+)(?:\s.*)?)$",
    re.IGNORECASE,
)
# A rep who types in Latin letters quotes whatever stands in others.
_OTHER_SCRIPT = re.compile(
    rf"^(?:{NAME}\s+)?(?P<said>[^A-Za-zÀ-ɏ]*[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{2,}}[^A-Za-zÀ-ɏ(]*)(?:\([^()]*\))?$"
)
_ANOTHERS = re.compile(
    rf"^(?:(?:and|but)\s+)*{NAME}\s+(?:said|says|told|thinks?|thought|reckons?|feels?|finds?)\b"
)  # "met Dana, Ivan said …"
# "new guy (gave no name): locked in till fall"
_NAMELESS = re.compile(
    r"^(?:[\w'’-]+\s+){0,2}?(?:guy|lady|woman|man|kid|fella|gal|lad|bloke|owner|buyer|manager)\b(?:\s+(?:at|there|from)\b[^:(]{0,30})?\s*(?:\([^()]{1,60}\)\s*)?:\s+",
    re.IGNORECASE,
)
# "Raj called: the freeze is over": what stands behind it is theirs.
_RANG = re.compile(
    rf"{NAME}\s+(?:(?:finally|just)\s+)?(?:picked\s+up|answered|called|rang|phoned|e-?mailed|wrote|texted)(?:\s+(?:me|us|back|in))*",
    re.IGNORECASE,
)
_NO_TIME = re.compile(r"(?:ca\s?n['’]?t|cannot)\s+(?:talk|speak|chat)(?:\s+(?:now|rn|today|long))*", re.IGNORECASE)
_NEWS = re.compile(
    r"^(?:(?:the|his|her|their|our)\s+)?(?!(?:i|we|you|she|he|they|it|nobody|voice\s?mail|vm|call|demo|meeting|mtg|visit|slot|lunch|zoom|no|can|could|will|wants?|needs?)\b)(?-i:[a-z])[\w-]*(?:\s+[\w-]+){0,2}?(?:['’]s|\s+(?:is|are|was|were|has|said|voted|approved|okayed|ok['’]?d|cleared|passed|rejected|agreed|signed\s+off|went|came|got|fell))\s+(?!signed\s+(?!off\b))\S",
    re.IGNORECASE,
)
_IS = re.compile(r"^(?:(?:is|are)\s+(?!not\b)|['’](?:s|re)\s+)", re.IGNORECASE)
_MOST = 12  # clauses
_ADDED = 2  # clauses of one thought behind the first
_JOINT = re.compile(r"[\s,]{1,3}(?:but\s+)?", re.IGNORECASE)
_IN_FIRST_PERSON = re.compile(r"(?:we|i|our|my)\b", re.IGNORECASE)  # whose "we need it by May" goes on as theirs


def position(text: str, people: Sequence[str], *, headed: bool, before: str = "") -> str:
    """Their words as the line has them, the first that tell where they stand; those `before` some later ones."""
    nameless = _NAMELESS.match(text)
    headed = headed or nameless is not None
    clauses = first_clauses(text[nameless.end() :] if nameless else text)[:_MOST]
    first = clauses[0] if clauses else ""
    named = SPOKE_WITH.fullmatch(first) or _RANG.fullmatch(first)  # "Priya, no budget now", "tt Anke Weiß, zu teuer"
    is_called_first = bool(named) or (bool(re.fullmatch(NAME, first)) and is_person(first, people))
    first_is_theirs = headed or is_called_first
    if first_is_theirs and (refused := _up_to_no(text, clauses[is_called_first:])):
        return refused
    if _RANG.fullmatch(first) and len(clauses) > 1 and _NEWS.match(clauses[1]):
        return clauses[1]
    if SPOKE_WITH.fullmatch(first) and len(clauses) > 1 and _NO_TIME.fullmatch(clauses[1]):
        return clauses[1]
    for clause in clauses[is_called_first:]:
        if (before and before in clause) or _NOT_OURS_TO_HEAR.search(clause):
            break
        told = _of_them(clause, people, headed=first_is_theirs and not _ANOTHERS.match(clause))
        if told:
            return _AND_ANOTHER.sub("", told)
        first_is_theirs = passes(clause) or (first_is_theirs and not any(map(str.isalpha, clause[3:])))  # and why
    return ""


# "board killed all capex, thx but no thx": the no at the end, with why.
_NO_AT_LAST = re.compile(
    r"(?:(?:so|but|and)\s+)*(?:no,?\s+th(?:an)?(?:ks|x|k\s+you)|th(?:an)?(?:ks|x)\s+but\s+no\s+th(?:an)?(?:ks|x))(?:\s+(?:anyway|then|for\s+now))?",
    re.IGNORECASE,
)


def _up_to_no(text: str, clauses: Sequence[str]) -> str:
    last = next((at for at, clause in enumerate(clauses) if _NO_AT_LAST.fullmatch(clause) or NEITHER.match(clause)), 0)
    is_refused = bool(last) or any(map(NEITHER.fullmatch, clauses[:1]))
    if not is_refused or any(_OURS.match(clause) or _BY_ANOTHER.match(clause) for clause in clauses[:last]):
        return ""
    start = text.find(clauses[0])
    return text[start : text.find(clauses[last], start) + len(clauses[last])]


def _of_them(clause: str, people: Sequence[str], *, headed: bool) -> str:
    if headed and declines_abroad(clause):  # whose "wir" and "vi" is theirs behind their name
        return clause
    if is_stance_alone(clause) or _NEVER_OURS.match(clause):
        return _unnamed(clause, people)
    if clause.endswith("?") or _OURS.match(clause) or _WHO_DECIDES.search(clause):
        return ""
    told = _RANG_TO_SAY.match(clause) or _WOULD_RATHER.match(clause) or _WEIGHS.match(clause)
    if told:
        return told["said"].strip(" .,")
    if foreign := _OTHER_SCRIPT.match(clause):
        return foreign["said"].strip(" .,:")
    if headed and (
        _STANDS.match(clause)
        or _STANDS_HEADED.match(clause)
        or is_stance(clause)
        or _ABROAD.search(clause)
        or refuses(clause)
        or is_broke(clause)
    ):
        return clause
    found = _SUBJECT.match(clause)
    if found and (found["who"].lower() in {"she", "he", "they"} or is_person(found["who"], people)):
        rest = found["rest"].strip(" .,")
        is_headed = ":" in clause[: found.start("rest")] or bool(
            re.search(r"\s[-–—]\s*$", clause[: found.start("rest")])
        )
        terms = _BUT_TERMS.search(rest)
        if terms:
            return terms["terms"]
        is_theirs = is_headed and (_ABROAD.search(rest) or refuses(rest) or _STANDS_HEADED.match(rest))
        if _STANDS.match(rest) or is_stance(_IS.sub("", rest)) or is_theirs:
            return _IS.sub("", rest).strip()
    terms = _BUT_TERMS.search(clause)
    return clause if _STANDS_ALONE.match(clause) else terms["terms"] if terms else ""


def _unnamed(clause: str, people: Sequence[str]) -> str:
    named = _SUBJECT.match(clause)
    return named["rest"] if named and is_person(named["who"], people) else clause


def whole_thought(text: str, said: str, noted: Sequence[str]) -> str:
    """What was said up to the end of the thought: the clauses behind a comma that are nothing but noted."""
    at = text.find(said)
    if at < 0 or not said:
        return said
    end = at + len(said)
    for clause in first_clauses(text[end:])[:_ADDED]:
        start = text.find(clause, end)
        joint = text[end:start]
        is_joined = ("," in joint or "but" in joint.lower()) and _JOINT.fullmatch(joint)
        if not (is_joined and _goes_on(clause, noted, is_theirs=bool(_IN_FIRST_PERSON.match(said)))):
            break
        end = start + len(clause)
    return text[at:end]


def _goes_on(clause: str, noted: Sequence[str], *, is_theirs: bool) -> bool:
    is_noted = any(clause in note for note in noted)
    return is_noted and not (
        (not is_theirs and _OURS.match(clause)) or _BY_ANOTHER.match(clause) or clause.endswith("?")
    )
