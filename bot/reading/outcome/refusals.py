"""They will not buy: in the prospect's words or the rep's. Somebody else has it, they want no more calls, or it is dead."""

import re
from functools import lru_cache

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.languages.declinedabroad import declines_abroad
from bot.reading.outcome.goneto import is_gone
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.leads import AND

TOLD = r"(?:(?:and|but|then|so|sadly|sorry|well|ok|damn)\s+)*(?:(?:[\w'’.-]+\s+){1,2}?(?:says?|said|told\s+(?:me|us)|confirm(?:s|ed)|mention(?:s|ed)|wrote|emailed|reckons)(?:\s+that\b)?\s*[:,]?\s*)?"
_VENDOR = r"(?:vendor|supplier|provider|carrier|broker|agency|firm|company|outfit|contractor|bidder|manufacturer|dealer|insurer|platform|software|system|tool|solution|set-?\s?up|shop|store|house|brand|maker|crew|bank|lab|studio)s?"
# "sticking with what we've got", "the broker they use"
_WHAT_THEY_HAVE = rf"(?:who(?:m|ever)?|what(?:ever)?|(?:the\s+)?(?:one|guys|people|{_VENDOR}))\s+(?:she|he|they|we)(?:['’]ve|\s+have|\s+has|\s+got|\s+use|\s+uses)(?:\s+(?:got|now|already|there|today|thanks))*$"
_OTHERS = (
    r"(?:(?:someone|somebody)\s+else\b|(?:(?:an?|the|our|their)\s+)?(?:[\w-]+\s+)?(?:[\w-]+['’]s\s+)?(?:incumbent|competit(?:or|ion)|rival)s?\b"
    rf"|(?:(?:an?|the|our|their|his|her|my)\s+)?(?:an)?(?:other|different|current|existing|present|old|usual)\s+(?:guys|lot|people|{_VENDOR})\b(?!\s+for\s+(?!now|good|\d|an?\b|two|three|another))"
    rf"|(?:an?|my|his|her|their|the)\s+\w+['’]s\s+{_VENDOR}\b|{_WHAT_THEY_HAVE})"
)
_TOOK = r"(?:(?:re-?)?sign(?:ed|ing)|re-?upped|renewed|extended|contracted|went|gone|going|go|stay(?:s|ed|ing)?|stick(?:s|ing)?)"
_CONTENT = r"(?:happy|fine|good|ok(?:ay)?|content|comfortable|satisfied|sorted|covered|(?:all\s+)?set)"
_DEAL = r"(?:it|this(?:\s+one)?|that(?:\s+one)?|everything|(?:the|this|that)\s+(?:whole|entire)\s+(?:thing|lot|idea)|(?:the|this|that|our|their)\s+(?:whole\s+|entire\s+)?(?:20\d\d\s+)?(?:rfp|rfq|bid|tender|pitch|deal|account|business|project|program(?:me)?|initiative|renewal|offer|proposal))"
_NO_MORE_WORD = r"(?!['’]s?\s+\w|\s+(?!(?:last|this|today|yesterday|now|already|instead|again|anyway|too|then|after|since|because|as|so|until|till|for|in|on|at|by|over|with|from|who|near|and|but|i|we|she|he|they|(?:mon|tue|wed|thu|fri)[a-z]{0,6})\b)\w)"
_WAY = r"(?:went|going|gone|go)\s+(?:in\s+)?(?:another|a\s+different)\s+(?:way|direction|route)(?!\s+(?:a?round|through|with|on|for|to)\b)"
_ENDS = r"(?:\s+(?:now|please|then|today|yesterday|outright|for\s+good|internally|(?:on|for|with)\s+(?:us|this|them|it|him|her)|(?:for|in|this)\s+(?:20\d\d|year)))*[\s.!]*$"
_RUNNING = rf"(?:(?:the|their|her|his|this)\s+)?(?:short-?\s?list(?:ed)?|list(?!\s+(?:price|of\s+(?:ref|topic|quest|agenda)))|running|race|rf[pqi]|tender|bidding|evaluation|selection|process|final(?:ists|\s+(?:two|three|four|\d|round|list))|next\s+round|vendor\s+list)(?:(?=\s+of\b)|{_NO_MORE_WORD})"
# "dropped us from the shortlist", "we're out of the race": whoever chooses has chosen among the others.
_OFF_THE_LIST = (
    rf"(?:(?:dropped|cut|removed|kicked|knocked|scratched|struck|took|left|eliminated|excluded)\s+us\s+(?:from|off|out\s+of)\s+{_RUNNING}|we(?:['’](?:re|ve)|\s+(?:are|were|got|have\s+been))\s+(?:(?:now|already|been|sadly|got)\s+)*(?:off|out\s+of|(?:dropped|cut|removed|eliminated|excluded|knocked)\s+(?:from|off|out\s+of|in))\s+{_RUNNING}"
    r"|^(?:we\s+(?:were|got)\s+)?(?:eliminated|knocked\s+out|cut)\s+(?:in|after)\s+(?:the\s+)?(?:first|second|third|last|final|round)\b)"
)
# "going with an in-house build", "decided to build in house".
_IN_HOUSE = rf"(?:(?:go(?:es|ing)?|went|gone|stay(?:s|ing)?|stick(?:s|ing)?)\s+(?:(?:with|w/)\s*(?:an?\s+|the\s+|their\s+(?:own\s+)?)?)?(?:in-?\s?house|home-?\s?(?:grown|made|brewed|built)|self-?\s?(?:built|made|developed)|diy)(?:\s+(?:build|version|option|route|development|alternative|product|team|{_VENDOR}))?\b{_NO_MORE_WORD}|(?:decided|chose|opted|going|plan(?:s|ning)?)\s+to\s+(?:build|make|develop|do)\s+(?:it\s+|this\s+|one\s+)?(?:in-?\s?house|themselves|internally)\b)"
# These and their like abroad are tried on small letters, so that no letter has to be compared twice.
_REFUSES_AT_ONCE = re.compile(
    r"(?:(?:so|well|sadly|that\s+one(?:['’]?s|\s+is)?|this\s+one(?:['’]?s|\s+is)?|it(?:['’]?s|\s+is)|they(?:['’]?re|\s+are)|(?:the\s+)?(?:deal|opp|project)(?:['’]?s|\s+is)?)\s+)*(?:(?:now|pretty\s+much|basically|officially|stone|as\s+good\s+as)\s+)*dead(?:(?:\s+in\s+the\s+water)?\s+(?:for\s+(?:now|good|20\d\d|(?:this|the)\s+(?:year|fy|season|quarter))|this\s+(?:year|fy|season|quarter))|\s+in\s+the\s+water)[\s.!]*$|(?:the\s+)?(?:deal|opp|project|bid)\s+dead[\s.!]*$|=\s*(?:(?:now|officially|basically|pretty\s+much|stone)\s+)*dead[\s.!]*$"
    r"|(?:she|he|they|[\w'’-]+(?:\s+at\s+\w+)?)?\s*(?:is\s+|are\s+)?going\s+(?:with|w/?)\s+(?:his|her|their|an?|some)\s+(?:[\w'’-]+\s+){0,2}?(?:outfit|guys?|vendor|firm|competitor|supplier|provider)\b"
    r"|(?:it['’]?s\s+)?(?:a\s+)?(?:dead\s+(?:deal|duck|opp|project)|no[-\s]bid)[\s.!]*$|(?:so\s+|just\s+)?flush(?:ing)?(?:\s+(?:it|them|this|that|the\s+deal))?[\s.!]*$"
    rf"|{TOLD}(?:(?:the|our|this|that|their|it|project|deal|account)\s*)+(?:['’]s|\s+is|\s+was)\s+(?:now\s+|officially\s+)?(?:dead|cancell?ed|off\s+the\s+table|history){_ENDS}|{TOLD}(?:the\s+)?(?:file|case)\s+(?:is\s+)?closed$"
    rf"|{TOLD}(?:(?:we|i)(?:['’]ve|\s+have)?\s+)?(?:just\s+|already\s+|now\s+)*lost(?:\s+{_DEAL}|$|\s+on\s+(?:price|cost|terms)(?:\s+i\s+(?:suspect|think|guess|fear|reckon|bet))?)(?=\s*$|\s+(?:to|on|by|over|against|because|due|after)\b|$)"
    rf"|{TOLD}(?:(?!(?:i|we)\b)[\w'’-]+\s+){{0,3}}(?:killed|nixed|axed|scrapped|binned|canned|called\s+off|pulled\s+the\s+plug\s+on)\s+{_DEAL}{_ENDS}"
)
_REFUSES = re.compile(
    r"\b(?:"
    rf"(?:{_CONTENT}|better\s+off)\s+where\s+(?:we|they|she|he)(?:['’](?:re|s)|\s+(?:are|is))(?=\s*$|\s*[,.!;]|\s+(?:now|today|thanks|thx)\b)"
    rf"|(?:{_TOOK}(?:\s+(?:up|on|ahead|again|for|(?:\d+|an?|another|two|three|five)\s*(?:more\s+)?(?:yrs?|years?|months?)))*\s+(?:with|w/)|{_CONTENT}\s+(?:with|w/|by))\s+{_OTHERS}"
    r"|(?:stay|stick)(?:s|ed|ing)?\s+(?:with|w/)\s*(?:his|her|their)\s+(?:\w+['’]s\s+|old\s+|own\s+|current\s+|existing\s+){0,2}(?:spreadsheets?|excel(?:\s+sheets?)?|google\s+sheets?|paper|whiteboard|notebooks?|binders?)(?=\s*$|\s*[,.;!])"
    rf"|(?:ordered|bought|buys|buying|purchased|leased|rented|sourced)\s+(?:(?:it|one|theirs|everything|them)\s+)?(?:from|through|thru|via|off)\s+(?:[\w'’-]+['’]s\s+)?{_OTHERS}"
    rf"|(?:picked|chose|chosen|selected|opted\s+for|settled\s+on|decided\s+(?:on|for)|hired|appointed|awarded\s+(?!(?:us|me)\b)[^,;]{{1,40}}?\s+to|(?:g[ai]ve|gives|given|handed|let)\s+(?:the|their|his|her|this|that)\s+(?:[\w-]+\s+)?(?:rf[qp]|bid|tender|contract|job|order|deal|business|work|project|account|award)\s+to)\s+(?:{_OTHERS}|(?:(?:(?<!hired\s)(?<!appointed\s)an?\s+[\w-]+|(?:the|an)\s?other|a\s+different)\s+{_VENDOR}|an?other\s+(?:one|lot|bid\w*|party)|the\s+other\s+(?:lot|guys?|bunch|crowd|one|people|side|bid|offer))\b){_NO_MORE_WORD}|{_WAY}"
    r"|we(?:['’]?re|\s+are)\s+all\s+set(?=\s*$|\s*[,.!;](?!\s*(?:send|sign|go|let|see|just))|\s+(?:thanks|thank|here|already)\b)|(?:taking|take|took)\s+(?:her|him|them|it|this)\s+off\s+(?:my|our|the)\s+list\b"
    r"|(?:built|building|do|doing|keep|keeping|took|taking|brought|bringing)\s+(?:it|this|that|everything)\s+(?:all\s+)?(?:in-?\s?house|ourselves|themselves)\b"
    r"|(?:take|took|remove|strike|scratch)\s+(?:(?:all\s+of\s+)?us|me|them|him|her|(?:my|our)\s+\w+)\s+(?:off|from)\s+(?:the|your|our|my|this|all|any|every)\s+(?:\w+\s+)?(?:(?:mailing\s+|call(?:ing)?\s+|distribution\s+)?lists?|mailings?|distribution|database|records|crm|system)\b(?!\s+(?:of\b|pric))"
    r"|wants?\s+off\s+(?:all\s+)?(?:of\s+)?(?:our|the|my|your)\s+(?:(?:mailing|call|e-?mail)\s+)?lists?\b(?!\s+price)"
    r"|(?:please|pls|kindly|just|then|and|so)\s+(?:remove|delete|drop|scratch)\s+(?:me|us)(?=\s*$|\s*[,.!;]|\s+(?:from\s+(?:this|your|it)|now|thanks|thx|entirely|altogether)\b)|(?:lose|remove|delete|drop|erase)\s+(?:my|our|this|his|her)\s+(?:number|extension|e-?mail)\b|unsubscribed?\b"
    rf"|(?<!then\s)clos(?:e|ed|ing)\s+(?:out\s+)?(?:the|our|this|my|their|his|her)\s+(?:file|case|opp(?:ortunity)?){_ENDS}|th(?:anks?|n?x)\s+but\s+no\s+th(?:anks?|n?x)\b(?!\s+(?:to|on)\b)"
    r"|(?:(?:wo\s?n['’]?t|will\s+not)\s+(?:be\s+)?(?:go(?:ing)?|mov(?:e|ing))|not\s+(?:going|moving)|(?:decided|chose|voted)\s+not\s+to\s+(?:go|move))\s+(?:ahead|forward)(?:\s+with\s+(?:it|this|that|us|you|(?:the|this|our|your)\s+\w+))?(?:\s+(?:any\s?more|after\s+all|sorry|i['’]m\s+afraid))*[\s.!]*$"
    r"|decided\s+(?:against\s+(?:it|this|us|you|buying|going|(?:the|this|our|your)\s+(?:project|offer|purchase|deal|proposal|system))|not\s+to\s+(?:buy|proceed|sign|renew))\b(?!\s+(?:yet|until|till?|before|now|this)\b)"
    r"|(?:bought|ordered|gone|went|signed)\s+elsewhere\b"
    rf"|{_OFF_THE_LIST}|{_IN_HOUSE}"
    rf"|voted\s+(?:(?:\d{{1,3}}\s?(?:-|–|:|to)\s?\d{{1,3}}|unanimously)\s+)?(?:for|to\s+(?:stay|keep|go|stick)(?:\s+with)?)\s+(?:the\s+|their\s+|an?\s+)?(?:incumbent|competit\w+|(?:current|existing|old|other)\s+{_VENDOR})"
    r")"
)
_GIVES_UP = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’](?:m|re|ll))?\s+)?(?:lett?(?:ing)?\s+(?:it|this|them|her|him|this\s+one)\s+go|(?:giving|give)\s+up(?:\s+on\s+(?:it|this|them|her|him))?|walking\s+away|closing\s+(?:(?:it|this|them)\s+)?out|dropping\s+(?:it|this|them))[\s.!]*$"
    rf"|{AND}(?:(?:i|we)\s*)?(?:wo\s?n['’]?t|(?:will|shall|['’]ll)\s+not)\s+(?:be\s+)?(?:call|ring|phone|dial|contact|chas|pursu|bother|mail|email)(?:e|ing)?\s+(?:with\s+)?(?:her|him|them|this)\s+(?:this\s+year\s+)?(?:again|any\s?more|any\s+longer)(?:\s+this\s+year)?[\s.!]*$",
    re.IGNORECASE,
)
# The same in the languages reps drop into; what is too dear, or not now, is an objection and no refusal.
_ABROAD = re.compile(
    r"\b(?:"
    r"kein(?:en)?\s+(?:bedarf|interesse)\b|(?:hat|haben)\s+(?:uns\s+)?(?:endgültig\s+)?(?:abgelehnt|eine\s+absage\s+erteilt)\b|(?:akte|fall|vorgang|opp(?:ortunity)?)\s+(?:ist\s+|wird\s+)?(?:geschlossen|zu)\b"
    r"|(?:für|an)\s+(?:einen|den|die)\s+(?:anderen?|mitbewerber|wettbewerber|konkurrenz)\b(?:.{0,20}\b(?:entschieden|vergeben|verloren))?"
    r"|(?:gehen|geht|bleiben|bleibt)\s+(?:mit|beim?)\s+(?:einem\s+|dem\s+|ihrem\s+|der\s+)?(?:anderen|alten|jetzigen|bisherigen|mitbewerber|wettbewerber|konkurrenz)\b|nicht\s+mehr\s+(?:anrufen|kontaktieren|melden)$"
    r"|(?:auftrag|deal|ausschreibung)\s+verloren\b|(?:ist|hat\s+sich)\s+(?:leider\s+|damit\s+)?(?:gestorben|erledigt|vom\s+tisch)\b|(?:wird|werden)\s+nicht\s+(?:weiter\s?verfolgt|umgesetzt)\b"
    r"|(?:projet|c['’]est|affaire|dossier)\s+(?:(?:est|a\s+été)\s+)?(?:abandonnée?|annulée?|enterrée?)\b|on\s+(?:abandonne|laisse\s+tomber)\b"
    r"|(?:progetto|proyecto)\s+(?:(?:è\s+stato|è|ha\s+sido|está)\s+)?(?:annullato|cancellato|abbandonato|cancelado|descartado|abandonado)\b|gaat\s+niet\s+door\b|non\s+merci\b"
    r"|(?:on|nous|ils|elle|il)\s+reste(?:nt|ons)?\s+(?:avec|chez)\s+(?:notre|nos|leur|l['’]|le|la|un)|pas\s+(?:de\s+besoin|intéressée?s?)\b|plus\s+(?:besoin|intéressée?s?)\b"
    r"|(?:ont|a)\s+choisi\s+(?:un\s+autre|le\s+concurrent|la\s+concurrence)\b|(?:sans\s+suite|affaire\s+(?:perdue|classée)|dossier\s+(?:clos|fermé|classé)|c['’]est\s+non)\b"
    r"|ne\s+(?:plus|pas)\s+(?:m['’]|nous\s+)?(?:appeler|rappeler|contacter)$|non\s+(?:interessat[aoi]|ci\s+interessa|gli\s+interessa|le\s+interessa)\b|(?:hanno|ha)\s+scelto\s+(?:un\s+altro|un['’]altra|la\s+concorrenza)\b|no\s+grazie\b"
    r"|nessun\s+interesse\b|no\s+(?:(?:les?|nos)\s+interesa|est[aá]n?\s+interesad[oa]s?)\b|(?:eligieron|han\s+elegido|eligió)\s+(?:a\s+)?(?:otro|otra|la\s+competencia)\b|ya\s+no\s+(?:lo\s+)?(?:necesitan?|quieren?)\b"
    r"|(?:ikke|inte|icke)\s+(?:lenger\s+|længere\s+|längre\s+)?(?:interessert|interesseret|intresserade?|behov)\b|(?:ikke|ingen|inget)\s+(?:behov|interesse|intresse)\b|valgte\s+(?:en\s+annen|noen\s+andre|konkurrenten)\b|nei\s+takk\b"
    r"|nej\s+tak?ck?\b|(?:ikke|inte|icke)\s+(?:lenger\s+|længere\s+|længre\s+)?(?:aktuel[lt]?t?|på\s+tale)\b(?!\s+(?:før|förrän|innan|enda|ennå|endnu|ännu|nå|nu|akkurat\s+nå|just\s+nu)\b)"
    r"|nicht\s+mehr\s+(?:aktuell|relevant|interessant)\b|plus\s+d['’]actualité\b|non\s+(?:più|è\s+più)\s+(?:attuale|di\s+interesse)\b|nieaktualne\b|niet\s+meer\s+(?:aan\s+de\s+orde|relevant)\b"
    r")"
)
_IS_NO = re.compile(
    r"\b(?:(?:it|that|this|answer|verdict|final\s+answer)\s*(?:['’]s|\s+is|\s+was|:)?|its|thats)\s+(?:(?:still|now|sadly|definitely|really|clearly)\s+)*an?\s+(?:(?:hard|flat|firm|clear|polite|definite|definitive|final|friendly|soft|big)\s+)?no(?=\s*$|\s*:|\s+(?:from|for|this|again|on\s+(?:this|it|us)|now|today)\b|\s*\.(?:\s*$|\s+(?:(?-i:[A-Z])|\d+(?:st|nd|rd|th)\b)))|(?:^|\s)(?:=|meaning|means|read:|i\.?e\.?)\s*(?:an?\s+)?(?:(?:soft|hard|flat|firm|clear|polite|definite|final)\s+|(?<=^=\s)|(?<=^=))no[\s.!]*$|^(?:(?:a|hard|flat|firm|clear|polite|definite|final)\s+)+no(?:\s+from\s+.{1,40}|\s+again)?$|^(?:(?:it['’]?s|so|sadly|a)\s+)*no[\s-]go(?:\s+from\s+.{1,40}|\s+(?:here|then|this\s+(?:year|time)))?$"
    r"|^(?:(?:but|and|so|said|says|sadly|it['’]?s|a)\s+)*no\s+to\s+(?:us|(?:our|the)\s+(?:whole\s+)?(?:offer|proposal|quote|bid|deal|pilot|renewal))(?:\s+(?:again|then|now))?$",
    re.IGNORECASE,
)
# Whoever tells "a flat no" tells a no, whatever stands behind it: "hard no until the audit is done".
_HARD = (
    r"(?:hard|flat|firm|solid|definite|definitive|final|absolute|outright|straight|strong|resounding|categorical|cold)"
)
_HARD_NO = re.compile(
    rf"{TOLD}(?:(?:it['’]?s|that['’]?s|still|got|(?:[\w'’.-]+\s+)?gave\s+(?:me|us)|was|is|she['’]?s|he['’]?s|they['’]?re|an?|pretty|another|very)\s+)*(?:(?:{_HARD}|and|&)\s+)+no(?=\s*$|\s*[,:;.!(–—-]|\s+(?:from|for\s+(?:now|us|them|this|good|20\d\d|the\s+(?:year|season|moment|time\s+being))|this\s+(?:year|quarter|month|season|fy|time)|again|(?:on|to)\s+(?:this|it|us|that)(?=\s*$|\s*[,:;.!(–—-])|until|till|now|today|right\s+now|at\s+(?:this|the)\s+(?:moment|point|stage|time)|before|in\s+(?:20\d\d|[qh]\d)|unless)\b)"
    rf"|{TOLD}(?:it['’]?s\s+)?(?:an?\s+)?no\s+(?:for|in)\s+(?:now|this\s+(?:year|quarter|season|fy)|20\d\d)(?!\s+on\b)\b|(?:absolutely|definitely|certainly|categorically)\s+not(?=\s*$|\s*[,;.!]|\s+(?:this\s+(?:year|quarter|season|fy)|for\s+(?:us|them|now)|now|until|ever|in\s+(?:20\d\d|[qh]\d)|interested)\b)",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"\b(?:i\s+(?:think|guess|fear)|imo|i['’]?d\s+say|prob(?:ably)?|sounds?\s+like|feels?\s+like)\b", re.IGNORECASE
)
_SHOWN = re.compile(
    r"\b(?:demo|pitch|presentation|preso|deck|webinar|slides?|talk)\s+(?:really\s+)?killed\b", re.IGNORECASE
)
# "handed the deal to someone else on her team", "chose someone else to run it": among their own people, or for another task; "picked another one from the catalog": of ours.
_WITHIN = re.compile(
    r"\b(?:some(?:one|body)\s+else|another\s+(?:[a-z]+|guy|person))\s+(?:to\s+[a-z]+|(?:on|in|from|at|within)\s+(?:(?:the|her|his|their)\s+)?(?:own\s+)?(?:[a-z-]+\s+)?(?:team|company|group|department|dept|division|staff|side|office|purchasing|procurement|finance|legal|it|ops|operations|engineering|marketing|sales|accounting|house)\b|for\s+(?:the|her|his|their|an?)\s+(?!(?:job|work|project|contract|deal|business|order|bid|whole|full|entire|time|year)\b)[a-z])"
    r"|\banother\s+(?:one|lot)\s+(?:from|of|off|in|out\s+of)\s+(?:the|our|my)\b|\banother\s+crew\s+for\s+now\b"
)
_OR_THEY = re.compile(r"\bor\s+(?:else\s+)?(?:she|he|they)\b", re.IGNORECASE)  # what they threaten with
_STILL_OPEN = re.compile(r"\b(?:until|till?|may|might|could|considering|thinking|nearly|almost)\b|\?", re.IGNORECASE)


@lru_cache(maxsize=CLAUSES_KEPT)
def refuses(clause: str) -> bool:
    """ "they picked a local vendor", "close the file"; not "closed the file share", nor what may still be."""
    if declines_abroad(clause):
        return True
    if _OR_THEY.search(clause):
        return False
    small = clause.lower()
    found = (
        _REFUSES_AT_ONCE.match(small)
        or _REFUSES.search(small)
        or (None if _GUESSED.search(clause) else _IS_NO.search(clause))
        or _ABROAD.search(small)
    )
    if is_gone(clause):
        return not has_shone(clause)
    if _HARD_NO.match(clause) and not (_GUESSED.search(clause) or clause.endswith("?")):
        return True
    if not found or is_negated(clause[: found.start()]) or is_conditional(clause) or is_hedged(clause):
        return False
    if _WITHIN.search(small):
        return False
    return not (_STILL_OPEN.search(clause) or has_shone(clause))


def gives_up(clause: str) -> bool:
    """ "won't be calling them again": the rep's own word, which is a refusal behind theirs."""
    return bool(_GIVES_UP.match(clause))


def has_shone(clause: str) -> bool:
    """ "the demo killed it": they loved it."""
    return bool(_SHOWN.search(clause))
