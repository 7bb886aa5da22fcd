"""A try that reached nobody we wanted: it rings, a machine without a message, a stranger, several tries told at once. And a visit."""

import re
from collections.abc import Sequence

from bot.reading.words.speech import NAME

_NOBODY = r"(?:nobody|no\s?-?one|none)(?:['’]s|\s+(?:is|was|ever))?"
_NOT = r"(?:(?:did|does|do|wo|would|is|was|are|has)\s?n['’]?t|not|never|without|w/o)"
_PICKS_UP = r"(?:pick(?:s|ed|ing)?\b(?:\s+up\b|(?!\s+(?:yet|which|when|a|an|one|any|the|her|his|their|our|between|from)\b))|answer(?:s|ed|ing)?\b(?:\s+up\b)?)"
# "answered our survey", "picks up the bill": something else than the phone.
_OTHER = r"(?!\s+(?:up\s+)?(?:(?:\d+|two|three|four|five|several)\s+(?:e-?mails?|mails|msgs?|messages|texts|letters)|(?:on|before|until|till?)(?!\s+\d)|by|any|an?|it|our|that|questions?|e-?mails?|my\b(?!\s+calls?)|this\b(?!\s+(?:morning|afternoon|week))|(?:the|his|her|their)\b(?!\s+(?:phone|cell|mobile|desk|line|door|bell)))\b)"
RINGS = (
    rf"(?:{_NOBODY}\s+{_PICKS_UP}{_OTHER}|{_NOBODY}\s+(?:there|at\s+home|home|in)(?=\s*$|\s+(?:yet|today|now|again|after|all|this|so|til|until|either)\b)"
    rf"|{_NOT}\s+{_PICKS_UP}{_OTHER}"
    r"|^(?:(?:the|their|both|all|shop|store|office|place|door|gate|everything|yard|building|was|were|is)\s+)*(?:locked|closed|shut)\s+up(?=\s*$|\s+tight\b)|^(?:(?:i|we|just)\s+)*left\s+(?:my\s+|a\s+|our\s+)?(?:business\s+)?cards?(?=\s*$|\s+(?:in|under|at|on|with|w/)(?:\b|(?<=/)))|(?:rang|rings)\s+and\s+(?:rang|rings)|\b(?:line|phone|cell|mobile|number)\s+(?:(?:just|only)\s+)?(?:beeps|beeped|clicks|clicked|crackles)\b|\b(?:phone|cell|mobile|handset)(?:['’]s|\s+(?:is|was))\s+(?:(?:switched|turned|still)\s+)*off(?=\s*$|\s+(?:again|today|now)\b)|\b(?:declined|rejected|ignored|dodged|ducked|screened|dropped|missed|didn['’]?t\s+take)\s+(?:my|our|both|all|the)\s+(?:\w+\s+)?calls?(?=\s*$|\s+(?:again|twice|today|now|both)\b)|^(?:(?:it|phone|line|just|only|still)\s+)*(?:keeps?|kept|still)\s+ringing"
    r"|(?:could\s?n['’]?t|could\s+not|can['’]?t|cannot|did\s?n['’]?t)\s+get\s+through\b(?!\s+(?:the|all|it|our|my|that|to)\b))"
)
_NAMELESS = r"(?:vm|v/m|voice\s?mail|msg|message|word|one|anything|another)"
NOTHING_LEFT = (
    rf"(?:{_NOT}\s+(?:leav(?:e|ing)|left)\s+(?:(?:an?|any|another|my|the)\s+)*{_NAMELESS}\b(?!\s+(?:yesterday|last|earlier|on|[a-z]+\s+(?:out|unturned))\b)"
    r"|left\s+(?:nothing|no\s+(?:vm|voice\s?mail|msg|message|word))|hung\s+up\s+(?:before|at|on)\s+(?:the|his|her)\s+(?:beep|tone|machine)"
    r"|no\s+(?:msg|message|vm)\s+(?:left|this\s+time)|^(?:with\s+|w/\s*)?no\s+(?:msg|message)(?=\s*$)|pas\s+laissé|sin\s+mensaje|keine\s+nachricht)"
)
_WHOSE_PHONE = (
    r"(?:florist|bakery|butcher|pizz\w+(?:\s+place)?|(?:nail\s+|hair\s+)?salon|barber|cafeteria|canteen|laundry|dentist|church|nursing\s+home|garage"
    r"|private\s+(?:home|house|household|person|residence)|stranger|fax|somebody\s+else|someone\s+else|(?:different|another|other)\s+(?:company|firm|business|person))"
)
_BUSINESS = (
    r"(?:(?:law|accounting|tax)\s+(?:firm|office|practice)|lawyers?['’]?\s+office|law\s+office|bank|school|kindergarten|hotel|taxi(?:\s+\w+)?|restaurant|caf[eé]|bar|pub|hospital|clinic|pharmacy|doctor['’]?s(?:\s+(?:office|practice))?|vet|gym|library|car\s+(?:dealer|wash)|travel\s+agency|hairdresser|plumber|kebab\s+\w+|funeral\s+home"
    rf"|{_WHOSE_PHONE})"
)
_FILLING = r"(?:(?:an?|the|some|now|at|to|her|his)\s+)*"
# A number is no thing of theirs: whatever it is now, a stranger answers; "a landline now" is theirs.
_ANYTHING_NOW = r"(?:now\s+(?:an?|some)\s+{0}[a-z][^,;]{{2,40}}|(?:an?|some)\s+{0}[a-z][^,;]{{2,40}}?\s+now)(?=\s*$)".format(
    r"(?!(?:cell|mobile|landline|direct|desk|switchboard|main|work|home|personal|shared|new|better|good|different|bit|mess|valid)\b)"
)
_NUMBER = r"(?:#|\b(?:number|phone|line|ext(?:ension)?|cell|mobile))"
# "number of Jo is since January not his any more"
_NOT_THEIRS = rf"(?:{_NUMBER}\b.{{0,60}}?(?:\b(?:is|was)|['’]s|n['’]t)\s+(?:[\w-]+\s+){{0,3}}?(?:(?:not\s+)?(?:his|hers|theirs)\s+any\s?(?:more|longer)|no\s+longer\s+(?:his|hers|theirs))\b|\b(?:not|n['’]t)\s+the\s+(?:right\s+)?number\s+of\s+\S+(?:\s+\S+)?\s+any\s?(?:more|longer)\b|\b(?:not|n['’]t)\s+(?:his|her|their|[\w-]+['’]s)\s+(?:number|phone|line|mobile|cell)\s+any\s?(?:more|longer)\b)"
STRANGER = (
    rf"(?=#|\b\w)(?:{_NUMBER}(?:\s+(?:on\s+file|(?:we|i)\s+have|listed|(?:on|from|in)\s+(?:(?:the|her|his|their)\s+)?[\w'’-]+|(?:that\s+)?[\w'’-]+\s+gave(?:\s+(?:me|us))?))?(?:\s+for\s+[\w'’.-]+(?:\s*@)?(?:\s+[\w'’.-]+)?)?(?:['’]s|\s+now|(?:\s+now)?\s+(?:is|was|goes|belongs|rings|reaches|gets))\s+(?:{_FILLING}{_WHOSE_PHONE}|{_ANYTHING_NOW})"
    rf"|^(?:(?:i|we|only|just|and)\s+)*(?:got|reached|rings|goes\s+to)\s+{_FILLING}{_WHOSE_PHONE}(?:\s+(?:tone|machine))?(?:\s+(?:again|instead|now|lol))*$"
    rf"|\b(?:an?|some|the)\s+(?:\w+\s+)?{_BUSINESS}\s+(?:picked\s+up|picks\s+up|answered|answers)\b(?!\s+(?:the|our|my|his|her|their|all|an?)\s+(?!phone|call))"
    r"|^(?:(?:got|it['’]?s|hit|reached|just|only|an?|the|his|her|their)\s+)*fax\s+(?:number|line|tone|machine)(?:\s+(?:lol|ugh|again|instead))*[\s.!]*$"
    rf"|\b(?:turned|turns)\s+out\s+to\s+be\s+(?:an?|some)\s+(?:\w+\s+)?{_BUSINESS}(?:['’]s)?\b|\b(?:had|have|has)\s+(?:that|this|the)\s+(?:line|number)\s+(?:since|for)\b"
    r"|\b(?:nobody|no\s?-?one)\s+(?:there\s+|here\s+)?(?:by|of|with)\s+that\s+name\b|\bnot\s+(?:his|her|their|[\w-]+['’]s)\s+(?:number|phone|line|extension)\b"
    rf"|{_NOT_THEIRS}"
    r"|\bfalsche\s+nummer\b|\bkein\s+anschluss\b|\bnummer\s+(?:falsch|stimmt\s+nicht|nicht\s+vergeben)\b|\b(?:mauvais|faux)\s+numéro\b|\bnuméro\s+(?:erroné|plus\s+attribué|non\s+attribué|incorrect)\b|\bn[uú]mero\s+(?:equivocado|sbagliato|inesistente|incorrecto)\b|\bfeil\s+nummer\b|\bforkert\s+nummer\b|\bfel\s+nummer\b)"
)
_DIALLED = re.compile(
    rf"^(?:(?:i|we|and|just|then)\s+)*(?:tried|called|rang|dialled|dialed|phoned|used)\s.*{_NUMBER}\b", re.IGNORECASE
)
_ANSWERED_THERE = re.compile(
    rf"^(?:(?:but|and|it['’]?s|it\s+(?:is|was)|its|was|is|that['’]?s|now|just|only|got|reached|turns\s+out|an?|some|the)\s+)*(?:(?:\w+\s+)?{_BUSINESS}|(?:somebody|someone|some\s+(?:guy|lady|kid))['’]s\s+\w+)(?:\s+(?:now|instead|there|lol|in\s+[\w'’]+|picked\s+up|answered))*[\s.!]*$",
    re.IGNORECASE,
)


def rang_elsewhere(clauses: Sequence[str]) -> bool:
    """ "tried the number Walt gave, some bakery": what answers a number that we dialled, and nobody of theirs."""
    dialled = next((at for at, clause in enumerate(clauses) if _DIALLED.match(clause)), len(clauses))
    return any(map(_ANSWERED_THERE.match, clauses[dialled + 1 : dialled + 2]))


_HOUR = r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b)?"
_THEIR_CALL = rf"(?:(?:the|our|my|this|that|today['’]?s)\s+)?(?:{_HOUR}\s+)?(?:(?:video|zoom|teams)\s+)?(?:call|meeting|mtg|demo|zoom|teams|session|line|bridge|webinar|slot|appointment|appt|{_HOUR}(?=\W|$))"
# "nobody from legal joined" where others were there: only who stands for all of them.
_NONE_OF_THEM = r"(?:(?:nobody|no\s?-?one|not\s+a\s+(?:single\s+)?soul|none)(?:\s+(?:from|at|of|on|in)\s+(?:them|theirs|(?:their|her|his|the\s+(?:other|client|customer))\s+(?:side|end|team|company|people|crew|office|lot)|[\w-]+['’]s\s+(?:side|team|people|crew|office|lot)))?)"
_FORGOT_ABROAD = (
    r"(?:(?:vergat|vergaten)\s+(?:onze|de|het|ons)|(?<!\bik\s)(?:is|heeft|had)\s+(?:onze|de|het|ons)(?=\s+\w+\s+vergeten\b)|(?<!\bjeg\s)(?<!\bjag\s)(?<!\bvi\s)(?:glemte|glömde)(?:\s+(?:bort|vores|vår|vårt|vår[ae]s?))*|(?:vergaß|hat)\s+(?:den|unseren)(?=\s+\w+(?:\s+vergessen|\s*$))|a\s+oublié\s+(?:le|notre))"
    r"\s+(?:afspraak|meeting|call|gesprek|overleg|møte\w*|møde\w*|möte\w*|avtale\w*|aftale\w*|termin|gespräch|rdv|rendez-vous|demo\w*)\b"
)
# Nobody came to what was agreed: never of a programme, a trial or a company, which they may join or not.
NEVER_CAME = (
    rf"(?:(?:did\s?n['’]?t|did\s+not|never|failed\s+to)\s+(?:show(?:ed)?\s+up|turn(?:ed)?\s+up|showed|show(?=\s*$|\s+(?:again|for))|appear(?:ed)?\b|(?:join(?:ed)?|dial(?:l?ed)?\s+in(?:to)?|log(?:ged)?\s+(?:in|on)|connect(?:ed)?|make\s+it|made\s+it|attend(?:ed)?|come|came)(?:\s+(?:to|on|for|into|at))?(?=\s*$|\s+(?:and|again|today|at\s+all|after\s+all)\b|\s+{_THEIR_CALL}\b))"
    rf"|{_NONE_OF_THEM}\s+(?:ever\s+)?(?:joined|showed(?:\s+up)?|turned\s+up|dialled\s+in|dialed\s+in|logged\s+(?:in|on)|came)(?=\s*$|\s+(?:to(?!\s+the\s+(?:phone|door))|on|again|today|for\s+(?:the|our|it|this))\b|\s+{_THEIR_CALL}\b)"
    rf"|(?:was|were)\s+(?:not|n['’]?t)\s+there\s+when\s+(?:i|we)\s+(?:came|arrived|got\s+there|turned\s+up)|(?:was|were)n['’]?t\s+there\s+when\s+(?:i|we)\s+(?:came|arrived)|(?:nobody|no\s?-?one)\s+(?:on|from)\s+their\s+(?:side|end)(?=\s*$)"
    rf"|(?:stood|stands|left)\s+(?:me|us)\s+(?:up\b(?!\s+for\s+(?:(?:the|an?|our)\s+)?(?!{_THEIR_CALL}|lunch|coffee|breakfast|dinner|drinks)\w)|(?:hanging|waiting|sitting)\s+(?:on|in|at)\s+(?:the|a|an\s+empty)\s+(?:call|zoom|line|lobby|room|meeting)\b)|bl(?:ew|own)\s+off\s+{_THEIR_CALL}|(?<!\bi\s)(?<!\bwe\s)(?<!\bme\s)(?<!\bi['’]ve\s)(?<!\bjust\s)(?:skipped|missed|forgot(?:\s+about)?|ditched|bailed\s+on)\s+(?:our|the|this|today['’]?s)\s+(?:{_HOUR}\s+)?(?:demo|meeting|mtg|session|webinar|zoom|appointment|appt|slot|{_HOUR}(?=\W|$))(?=\s*$|\s*[,;.!]|\s+(?:again|today|twice|altogether|completely|entirely)\b)"
    rf"|(?<!\bi\s)(?<!\bwe\s)(?<!\bi['’]d\s)(?<!\bnot\s)(?:forgot|forgets)(?:\s+about)?\s+(?:our|the|today['’]?s)\s+(?:{_HOUR}\s+)?(?:call|phone\s+call)(?=\s*$|\s*[,;.!]|\s+(?:again|today|altogether|completely)\b)|(?:zoom|teams|meeting|call|conference)\s+(?:room|line|bridge|link)?\s*(?:(?:was|is|stayed|still)\s+)*(?:empty|deserted)\b|(?:just|only)\s+me\s+(?:on|in)\s+the\s+(?:call|zoom|line|room|meeting|lobby)"
    r"|sat\s+(?:alone|there)\s+(?:on|in)\s+(?:the\s+)?(?:zoom|teams|call|lobby)"
    rf"|nicht\s+(?:erschienen|aufgetaucht|gekommen|eingewählt)|nicht\s+zum\s+(?:termin|call|gespräch)\s+(?:erschienen|gekommen)|ne\s+s['’]est\s+pas\s+présentée?|(?:pas|jamais)\s+venue?|no\s+(?:se\s+present[óo]|apareci[óo])|non\s+si\s+è\s+presentat[oa]|(?:møtte|dukket|dök|dukkede)\s+(?:aldri|aldrig|ikke|inte)\s+(?:opp?|upp)\b|(?:kwam(?:en)?|is|zijn)\s+(?:weer\s+|gewoon\s+)?niet\s+(?:komen\s+)?opdagen\b|niet\s+verschenen\b|(?:udeblev|uteble|uteblev)\b|kom\s+(?:ikke|aldrig|aldri|inte)\s+(?:til|till|på)\s+(?:vores\s+|vårt?\s+)?m[øö][dt]e\w*|kwam\s+niet\s+(?:naar|op)\s+(?:de|onze|het)\s+(?:afspraak|meeting|call|gesprek)|{_FORGOT_ABROAD})"
)
_MISSING = re.compile(
    rf"^(?:(?:and|but|so)\s+)*(?:(?:she|he|they|{NAME})\s+)?(?:was|were)\s?(?:n['’]?t|not)\s+(?P<there>(?:there|in|around)$|(?:at|on|in)\s+{_THEIR_CALL}$)",
    re.IGNORECASE,
)
_ANEW = re.compile(
    r"^(?:(?:and|but|so|i|we|will|have\s+to|need\s+to|to|let['’]?s)\s+)*(?:re-?book|re-?schedul|re-?arrang|re-?plan|new\s+(?:date|time|day|slot)\b|mov(?:e|ed|ing)\s+(?:it\s+)?to\b|try\s+again\b|now\s+(?:on\s+)?(?:mon|tue|wed|thu|fri))",
    re.IGNORECASE,
)


def did_not_come(clauses: Sequence[str], *, spoke: bool) -> bool:
    """ "wasn't at the meeting", and nobody tells of a talk; "wasn't there, rebook for Thu": whoever has to be booked anew was awaited."""
    missing = next((found for clause in clauses if (found := _MISSING.match(clause))), None)
    is_anew = any(map(_ANEW.match, clauses))
    return missing is not None and (is_anew or (not spoke and len(missing["there"].split()) > 1))


def is_missing(clause: str) -> bool:
    return bool(_MISSING.match(clause))


_TRIES = (
    r"(?:vms?|voice\s?mails?|e-?mails?|mails?|calls?|dials?|rings?|msgs?|messages?|texts?|attempts?|tries|touches|ems?)"
)
_MANY = r"(?:\d+|an?|two|three|four|five|six|several|many|countless)"
_NOT_A_PEEP = r"(?:not\s+(?:a|one)\s+(?:peep|word|squeak|sound|single\s+\w+)|(?:radio\s+)?silence|crickets|nothing\s+back|zero\s+(?:reaction|reply|response))"
_SUMMARY = re.compile(
    rf"\b\d+\s+{_TRIES}\s*(?:,|\+|&|and|/)?\s*\d+\s+{_TRIES}\b|"
    rf"\b(?:no\s+word|nothing|not\s+a\s+peep|silence|gone\s+(?:quiet|dark|silent))\b[^.]{{0,40}}?\b(?:that['’]?s|after|despite)\s+{_MANY}\s+{_TRIES}\b|"
    rf"\b\d+\s+{_TRIES}\b.*\b(?:since|never\s+(?:there|in|around|home|available|at\s+\w+\s+desk)|nobody\s+(?:there|in|home)|(?:no|zero|0|nil)\s+(?:live|repl(?:y|ies)|answers?|responses?|convos?|conversations?|word|contact|sign|pick-?ups?|call-?backs?|connects?)|{_NOT_A_PEEP}|nothing(?=\s*$|[.,;])|none\s+(?:returned|answered))\b"
    rf"|\b(?:nothing|(?:no|zero)\s+(?:word|reply|response|news|reaction|sign)|silence|crickets|(?:\w+n['’]?t|not|never)\s+heard)\b(?:\s+[\w'’/]+){{0,5}}?"
    rf"(?:\s+(?:after|despite|since|to)|,)\s+(?:(?:my|our|the|last|all|these)\s+)*{_MANY}\s+{_TRIES}\b",
    re.IGNORECASE,
)
_THEIR_PLACE = r"(?:on-?\s?site|in\s+person|(?:at|in)\s+their\s+(?:new\s+)?(?:offices?|hq|headquarters|plant|site|shop|store|yard|warehouse|factory))"
# What one comes together for, and no board or team of theirs.
_NAMED_MEETING = r"(?:(?:review|planning|discovery|scoping|intro|status|progress|design|project|quarterly|annual|technical|onboarding|follow-?up|strategy|contract|pricing|kick-?off)\s+(?:mtg|meeting|session|workshop)|[qe]br|workshop|kick-?off)(?:\s+(?:went|was)\s+(?:well|great|fine|good|ok(?:ay)?|long))?"
_THERE = re.compile(
    rf"^(?:(?:i|we|was|were|good|great|quick|long|short|nice)\s+)*(?:{_THEIR_PLACE}|(?:mtg|meeting|workshop|session)\s+(?:(?:at|in|@)\s*)?(?:the\s+)?(?:offices?|hq|plant|shop|store|yard|warehouse|factory|mill|clinic)|f2f|face[- ]to[- ]face|in-person|{_NAMED_MEETING})(?:\s+(?:mtg|meeting|visit)|\s+{_THEIR_PLACE})?(?:\s+(?:for\s+)?(?:today|all\s+(?:day|morning|afternoon)|\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|mins?|minutes)))?$",
    re.IGNORECASE,
)
# Told as what was done: a visit that has its day still to come is a step.
VISITED = (
    r"^(?:(?:i|we|war|heute|kurz|kurzer|longer|just|short|long)\s+)*(?:besuch\s+(?:bei|in|vor\s+ort)|vor\s?-?ort\s?-?(?:termin|besuch)?\s+(?:bei|in)|(?:persönliches\s+)?(?:treffen|gespräch\s+vor\s+ort|mittagessen|abendessen|kaffee)\s+(?:mit|bei)|termin\s+(?:bei|mit)\s+.{0,60}?\b(?:gehabt|war|gelaufen)|getroffen\b"
    r"|(?:visite|rendez-vous|rdv|déjeuner)\s+(?:chez|avec)|(?:visita|incontro|pranzo|riunione)\s+(?:da|con|presso|a)|(?:visita|reunión|almuerzo|comida)\s+(?:con|en|a)|(?:besøk|besök|møte|möte|lunsj|lunch)\s+(?:hos|med|på))\b"
    r"|^(?:(?:i|we|just|am|was|i['’]m|only)\s+)*(?:(?:drove|driving|drive|flew|flying|walked|walking|came|coming|got|on\s+(?:my|the)\s+way)\s+(?:away\s+|back\s+|home\s+|out\s+)+(?:from|of)|back\s+from\s+(?:seeing|visiting|a\s+visit|meeting)|left\s+(?:their|his|her)\s+(?:office|plant|site|shop|place|building|yard|store))\b"
    r"|\bshook\s+(?:hands|on\s+(?:it|that|this))\b|^(?:sat|stood)\s+(?:down\s+)?(?:with\b|w/\s*(?=\w)|in\s+(?:their|his|her)\s+(?:office|kitchen|plant|shop|store|yard))\b"
)
_NOTHING_LEFT = re.compile(
    rf"\b{NOTHING_LEFT}\b|^(?:(?:her|his|their|the|voice|is)\s+)*(?:mailbox|vm|voice\s?mail|box|inbox)(?:\s+(?:is|was))?\s+full$|^(?:(?:i|and|but|so)\s+)*said\s+nothing$|^(?:(?:i|we|so|and|then|just)\s+)*(?:hung|rang)\s+(?:up|off)$",
    re.IGNORECASE,
)
_TAKEN_DOWN = re.compile(
    r"^(?:[^,;]*\s)?(?:took|noted|jotted|wrote|scribbled|grabbed)\s+(?:down\s+)?(?:my|our)\s+(?:#|(?:name|number|details|info|contact|phone|msg|message)\b)(?!\s+(?:one|1|off)\b)",
    re.IGNORECASE,
)
_WITH_DESK = re.compile(
    r"\b(?:left\s+(?:(?:my|our|the)\s+)?(?:name|number|nr|#|details|info|card)(?:\s+(?:and|&)\s+\w+)?\s+(?:with\b|w/|at\b)"
    r"|(?:gave|handed)\s+(?:my|our)\s+(?:name|number|nr|#|details|info|card)\s+to\s+(?:(?:the|his|her|their)\s+)?(?:pa|ea|assistant|secretary|reception(?:ist)?|front\s+desk|desk|operator|gatekeeper|colleague|wife|husband)\b)",
    re.IGNORECASE,
)

_NOT_A_SOUL = r"(?:nobody(?:\s+(?:home|there|in))?|no\s?-?one|nothing(?:\s+(?:yet|again|back|so\s+far))?|nada|zip(?:po)?|zilch|nil|nix|bupkis|crickets|tumbleweeds?|silence|radio\s+silence|dead\s+air|no\s+(?:joy|dice|luck|go|response|reply)|niente|nichts|niemand|keiner|rien|personne|ingen)"
_A_TRY = re.compile(
    r"^(?:(?:i|we|and|then|just|so|but|today|now|again)\s+)*(?:rang|called|phoned|dial+ed|buzzed|tried|texted|whatsapp(?:ed)?|messaged|pinged|rung|call|text|ring|knocked|(?:sat|waited|held|stuck|was)\s+on\s+hold)(?:\s+(?!(?:to|that|him\s+to|her\s+to|about|said)\b)[\w'’.@&-]+){0,4}$",
    re.IGNORECASE,
)
_NOT_A_SOUL_BEHIND = re.compile(rf"(?:(?:and|but|still|got|again|of\s+course)\s+)*{_NOT_A_SOUL}(?:\s+(?:again|either))?[\s.!?]*", re.IGNORECASE)  # fmt: skip
_LINE = r"(?:(?:the|her|his|their|main|direct)\s+)*(?:cell|mobile|desk|office|landline|home|work|direct|main\s+line|switchboard|number|line)s?"
_WHERE = re.compile(
    rf"(?:(?:on|at|both|first|then)\s+)*{_LINE}(?:\s*(?:&|\+|/|and|then)\s*{_LINE}){{0,2}}", re.IGNORECASE
)  # "cell & desk"
_NO_CALL = re.compile(r"\b(?:e-?mail\w*|mail|mailed|letter|card)\b", re.IGNORECASE)


def without_answer(clauses: Sequence[str]) -> tuple[str, ...]:
    """ "rang sakura, nobody", "texted rui, nothing": behind a try such a word is that nobody answered."""
    told = list(clauses)
    for at in range(1, len(told)):
        tried = told[at - 2 if at > 1 and _WHERE.fullmatch(told[at - 1]) else at - 1]
        if _NOT_A_SOUL_BEHIND.fullmatch(told[at]) and _A_TRY.match(tried) and not _NO_CALL.search(tried):
            told[at] = "no answer"
    return tuple(told)


def is_summary(text: str) -> bool:
    """ "4 vms, 3 emails since January", "nothing from Jo after 3 emails": tries that were told at once."""
    return bool(_SUMMARY.search(text))


def left_nothing(clauses: Sequence[str]) -> bool:
    """A machine answered, and it was told nothing."""
    return any(map(_NOTHING_LEFT.search, clauses))


def is_taken_down(clause: str) -> bool:
    """ "took my number": whoever answered will pass it on."""
    return bool(_TAKEN_DOWN.match(clause) or _WITH_DESK.search(clause))


def was_there(clause: str) -> bool:
    """ "on site", before anything else is told: we met them there."""
    return bool(_THERE.match(clause))
