"""They signed it, or ordered. Not a promise to, nor a condition, nor a paper that is no order ("signed the NDA").

What they paid, and a PO that came, may be the order: whether it is one is asked.
"""

import re
from functools import lru_cache

from bot.arrivals import HERE
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.firmness import is_conditional, is_negated
from bot.reading.languages.otherlanguages import in_english
from bot.reading.outcome.choosing import is_won_over
from bot.reading.outcome.confirmed import is_confirmed
from bot.reading.outcome.refusals import refuses
from bot.reading.outcome.signedfor import signed_alone
from bot.reading.outcome.wasdone import active
from bot.reading.people.shorthand import spelled
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import NAME

_PAPER = r"(?:(?:the|our|their|a|an|her|his|that)\s+)*(?:(?:new|final|whole|full|purchase|sales|framework)\s+)*(?:order\s+forms?|orders?|contracts?|docusign|deal|agreement|renewal|extension|subscription|po(?:\s+(?:no\.?\s+|\#\s?)?\d[\w-]*)?|quote|offer|proposal|paperwork|it|everything)"
_DONE = r"(?:(?:has|have|['’](?:s|ve)|just|now|already|finally|also|both|all|even|today|yesterday)\s+)*"
_SINCE = (
    r"(?:\s+(?:today|yesterday|just\s+now|now|already|finally|at\s+last|back|with\s+us|earlier|this\s+(?:morning|week|afternoon|am|pm)|since\s+.+|and\s+(?:the\s+)?(?:\S+\s+){1,4}(?:is|are|was)\s+(?:paid|wired|sent)\b.*|last\s+\w+"
    r"|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|for\s+(?:\d+|one|two|three|all|the\s+(?:full|whole))\b.*|(?:and|&|\+)\s+(?:paid|wired|transferred|sent|returned)\b(?!.*\b(?:nda|dpa|baa|loi|mou|non-?disclosure)\b).*|(?:and|\+|&|,)\s*counter-?\s?signed|(?:on\s+(?:the|my|his|her)|during|in\s+(?:front|person|the\s+room)|while|right\s+(?:there|in)|at\s+(?:the|their|his|her))\b.*|(?:at|around|before|by)\s+(?:noon|lunch|midnight|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m)?(?=\s|$|!))|by\s+(?:e-?mail|fax|post|mail|courier)))*[\s!]*$"
)
_SIGNED = re.compile(
    rf"^(?:(?:and|but|then|so|great|hooray|yes)\s+)*(?:(?:(?:she|he|they|customer|client|{NAME})\s*)?{_DONE}(?:counter|e-?)?signed(?:\s+(?:off\s+on\s+)?{_PAPER}|\s+(?:(?:up\s+)?for\s+(?=[$€£]))?[$€£]?\d(?!.*\b(?:(?:nda|form|timesheet)s?|with\s+(?!us\b)[\w-]+|elsewhere|last\s+year|some(?:one|body)\s+else)\b).*)?"
    rf"|(?:{NAME}\s+(?:confirms|confirmed|says|said)\s+(?:that\s+)?)?(?:and\s+)?{_PAPER}\s*(?:(?:is|was|has\s+been|got|(?:came|come)\s+(?:back|in|through)|arrived|landed|is\s+(?:in|back))\s+)?{_DONE}signed"
    rf"|(?:(?:i|we)\s+)?(?:got|received|have)\s+(?:back\s+)?(?:the|their|a)\s+signed\s+{_PAPER}"
    rf"|(?:(?:she|he|they|{NAME})\s*)?{_DONE}(?:sent|returned|e-?mailed|mailed|faxed|forwarded|uploaded|texted|scanned|handed|dropped|brought|shipped|couriered)\s+(?:us\s+|me\s+|back\s+|over\s+|in\s+|off\s+)*(?:(?:the|their|a|his|her|our)\s+)?(?:fully\s+|duly\s+)?(?:counter-?)?(?:signed|executed)\s+{_PAPER}){_SINCE}",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    rf"\b(?:(?:deposit|down\s?payment|first\s+(?:instal?lment|payment))(?:['’]s)?\s+(?:(?:is|was|has|been|already|just|now)\s+)*(?:wired|received|landed|transferred|arrived|in(?=\s*$|\s*[,;.!]))|paid(?!\s+(?:(?:me|us|him|her|them)\s+)?(?:for|an?\s+(?:\w+\s+)?(?:visit|compliment|call)|attention|leave))|po (?:(?:number|no\.?|is|has|just|finally) )*(?:(?:in|received){HERE}|in hand\b|arrived(?!\s+(?:at|in|with|on)\s)|landed(?!\s+(?:on|with|in)\s))|po ?#? ?\d+ (?:is |was |has |just )*(?:(?:in|received){HERE}|in hand\b|arrived(?!\s+(?:at|in|with|on)\s)|landed(?!\s+(?:on|with|in)\s)|came\s+(?:in|over|through|thru))|sent (?:us )?the po|(?:sent|e-?mailed|mailed|forwarded|shared|uploaded) (?:(?:us|me|over|through|across) )*(?:the|their|her|his|a|an?other) (?:signed )?po{HERE}|order (?:is )?(?:(?:in|received){HERE}|placed(?!\s+(?:on\s+hold|elsewhere|with\s+(?!us\b)|in\s)))|c['’]est signée?|est signée?|ha firmato|hat unterschrieben|(?:heeft|hat) (?:(?:het|de|den|das|die|ons|onze|unser\w*) (?:contract|offerte|bestelling|overeenkomst|vertrag|angebot|auftrag|bestellung) )?(?:(?:(?:vandaag|gisteren|net|al|nu|heute|gestern|gerade|soeben) )?(?:(?:onder)?getekend|unterschrieben|unterzeichnet))|(?<!jeg )(?<!jag )(?<!vi )har (?:nå |nu |nettopp |lige |precis |i dag |idag )?(?:signert|signeret|signerat|undertegnet|underskrevet|undertecknat|skrevet under|skrivit (?:under|på))|a signé|ha firmado|podpisane|unterschrieben|did the docusign|docusign(?:ed)? (?:(?:is |all |came )*(?:done|complete[d]?|back|in|through|thru))|placed (?:the|an) order)\b",
    re.IGNORECASE,
)
# "read me the PO number": who has one has ordered.
_NUMBER_GIVEN = re.compile(
    rf"^(?:(?:and|but|then|so|great|yes)\s+)*(?:she|he|they|(?:(?:the|their|her|his)\s+)?[a-z]+|{NAME})?\s*{_DONE}(?:read|gave|dictated|told|texted|sent|e-?mailed|passed|spelled)\s+(?:(?:me|us)\s+(?:out\s+)?(?:the|their|an?|her|his)|(?:the|their|an?|her|his)(?=.*\bto\s+(?:me|us)\b|.*\bover\s+the\s+phone\b))\s+(?:new\s+|final\s+|official\s+)?(?:po|p\.o\.|purchase\s+order)\s+(?:number|no\.?|num|#)",
    re.IGNORECASE,
)
_FOR_LESS = re.compile(r"\b(?:samples?|trial|pilot|demo|competit\w+|other|wrong|expired|deliver\w+)\b", re.IGNORECASE)
# "bank transfer of Bergmann is in, 50 %"; not the one for an invoice of before, nor one that is to come. Money that "is there" is a budget.
_PAID_IN = re.compile(
    r"\b(?:(?:bank|wire)\s+transfer|wire|payment|down\s?payment|deposit|anzahlung|acompte|(?:money|funds)(?!\s+(?:is|are)\s+there\b))(?:\s+(?:of|from)\s+\S+(?:\s+\S+)?)?\s+(?:(?:is|are|has|have|just|now|finally|came|come)\s+){1,3}(?:in|on\s+our\s+account|eingegangen|there)(?=\s*$|\s*[,;.!(]|\s+(?:today|now|already|at\s+last|this\s+\w+|since)\b)|\b(?:transfer|payment|deposit|anzahlung|acompte|money|funds)\s+(?:has\s+|have\s+|just\s+)*(?:cleared|(?:came|come)\s+through)\b|\b(?:transfer|payment|deposit|anzahlung|acompte|money|funds)\s+(?:has\s+|have\s+|just\s+)*(?:hit|reached|arrived\s+(?:on|in)|landed\s+(?:on|in))\s+(?:our|the)\s+(?:bank\s+)?account\b",
    re.IGNORECASE,
)
_FOR_BEFORE = re.compile(r"\b(?:invoices?|bills?|overdue|late|old|last|arrears|refund)\b", re.IGNORECASE)
# A word that stands for the order: "renewed!!", "firmato", "docusigned this am", "closed won".
_WON = (
    r"(?:renewed|re-?upped|docusigned|(?:counter|e-?)?signed(?:\s+(?:today|this\s+\w+|yesterday|just\s+now))?|ordered|closed[\s-]+won|won(?:\s+(?:it|the\s+deal|this\s+one|them))?|signed\s+up|sold|firmat[oi]|firmad[oa]|firmó|fechad[oa]|assinou|assinad[oa]|firmaron|signée?|signé\s+hier|unterschrieben|unterzeichnet|beauftragt|bestellt"
    r"|podpisan[ey]|podpisał[ai]?|getekend|ondertekend|besteld|signeret|signerat|undertecknat|signert|undertegnet|underskrevet|underskriven|bestilt|beställt|rinnovato|renovad[oa]|renouvelé|verlängert|kontrakten\s+er\s+signert)"
)
_ORDER_ALONE = re.compile(
    rf"(?:(?:and|but|yes|great|hooray|finally|endelig|äntligen|endlich|enfin|finalmente|eindelijk|woohoo|boom|fantastic|all|now)\s+)*(?:(?:it['’]s|they|she|he|{NAME}(?:\s*[:–-])?)\s+)?(?:(?:just|has|have|hat|haben|ha|a|finally|already|all|now)\s+)*{_WON}"
    r"(?:\s+(?:today|yesterday|heute|gestern|oggi|ieri|hoy|ayer|hier|i\s+dag|this\s+(?:am|pm|morning|afternoon|week)|last\s+\w+|at\s+last|just\s+now|on\s+the\s+(?:phone|spot|call)|by\s+(?:e-?mail|docusign)|for\s+(?:another\s+|the\s+)?(?:\d+|one|two|three|four|five|a|full|whole)(?:\s+more)?\s*(?:yrs?|years?|months?|mos?)|\d+\s*(?:yrs?|years?|months?|mos?)|(?:the|their|his|her)\s+(?:policy|contract|subscription|licen[cs]e|plan|agreement|account)|\W*[$€£]\s?\d.*|it|again|early))*[\s!.:)]*"
    r"|(?:(?:the|our|their|das|der|die)\s+)?(?:renewal|contract|vertrag|auftrag|bestellung|contratto|contrat|contrato|deal|order)\s+(?:(?:is|ist|è|est|er|wurde|finally|now)\s+)*(?:done|closed|unterschrieben|unterzeichnet|firmato|signé|firmado|signert|da|erteilt|rein|eingegangen|won)[\s!.]*"
    r"|(?:auftrag|bestellung|bon\s+de\s+commande|ordine|pedido|ordre|bestilling|beställning|bestelling|opdracht|ordrebekræftelse|ordrebekreftelse|orderbekräftelse|auftragsbestätigung)\s+(?:(?:ist|er|är|is|est)\s+)?(?:signée?|getekend|ondertekend|unterschrieben|unterzeichnet|signert|signeret|signerad|underskrevet|undertecknad|firmato|firmado|binnen|ontvangen|erhalten|bekommen|da|eingegangen|reçu|ricevuto|recibido|mottatt|modtaget|mottagen)[\s!.]*",
    re.IGNORECASE,
)
# "still hasn't sent the po"
_NOT_DONE = re.compile(
    r"(?:n['’]t|\b(?:not|never|hasnt|havent|didnt|nobody|no\s?-?one|yet\s+to|still\s+to|without|forgot\s+to|failed\s+to))\b(?:\s+[\w'’]+){0,2}\s*$",
    re.IGNORECASE,
)
_WE = re.compile(r"^(?:(?:and|but|then|so)\s+)*(?:i|we)\b", re.IGNORECASE)


_NOT_YET = re.compile(
    r"\b(?:will(?:\s+\w+)?\s+(?:be|get|have)|not|n['’]t|wants? to|once|when|if|until|before|to be|get it|gets?)\s+(?:\w+\s+){0,2}(?:signed|paid)\b",
    re.IGNORECASE,
)
# "NDA back from her lawyer, signed": the paper stands in another clause, and is no order.
NO_ORDER = re.compile(
    r"\b(?:nda|msa|dpa|baa|loi|mou|non-?disclosure|rf[qpi]|w-?9|questionnaires?|(?:credit|vendor|supplier|new\s+account)\s+(?:app(?:lication)?|forms?|set-?up))\b",
    re.IGNORECASE,
)
# With a sum or a kickoff beside it, the frame is the order.
FRAME_SIGNED = re.compile(
    rf"^(?:(?:and|but|so|yes)\s+)*(?:(?:she|he|they|{NAME}(?:\s[A-Z]\.)?)\s+)?{_DONE}(?:counter-?)?signed\s+(?:the|our)\s+(?:msa|sow)(?:\s+(?:today|just\s+now|this\s+\w+|at\s+last|(?:while|when|as)\s+(?:we|i|she|he)\b.*|(?:right\s+)?(?:on|over|during)\s+(?:the|our)\s+(?:phone|call|line|zoom)))?[\s!]*",
    re.IGNORECASE,
)
STILL_OPEN = re.compile(r"\b(?:no\s+po|yet|open|budget|wants|quote|last\s+year|unsigned|not)\b", re.IGNORECASE)
SIGNED_ALONE = re.compile(
    r"(?:(?:and|all|now|fully|duly|is|it['’]s)\s+)*(?:counter)?signed[\s!.]*"
    r"|(?:(?:the|a|fully|duly)\s+)*(?:counter-?signed|signed|executed)\s+(?:copy|copies|version|original|pdf|scan|one)(?:\s+(?:is|was|are|now))*\s+(?:attached|enclosed|back|received|in(?:\s+(?:my|our|the)\s+(?:inbox|mail))?|arrived|came\s+(?:back|in)|on\s+file)[\s!.]*",
    re.IGNORECASE,
)
# "NDA signed and returned": as an order it would have a buyer called NDA.
_NO_DEAL_SIGNED = re.compile(
    r"(?:(?:the|our|their|mutual|and|but)\s+)*(?:nda|dpa|baa|loi|mou|non-?disclosure)\s+(?:is\s+|was\s+)?(?:counter-?|e-?)?signed\b(?!.*\b(?:order|contract|agreement|po|deal|quote)\b)",
    re.IGNORECASE,
)
# By who does what to which paper: "signed the extension", "sent back the order form signed", "gave us the order".
_DEAL_PAPER = r"(?:order(?:\s+form|\s+confirmation)?|contract|agreement|po|purchase\s+order|deal|quote|offer|proposal|paperwork|papers|renewal|extension|addendum|amendment|subscription|lease|policy|engagement\s+letter|umowę|zamówienie|vertrag|auftrag|bestellung|contrat|contratto|contrato|kontrakten|ordine|pedido)s?"
_OTHER_PAPER = r"(?:disclosure|confidentiality|secrecy|processing|framework|non-?compete|reference|teaming|partner(?:ship)?|visitor|nda|dpa|loi|msa|mou)"
_DEAL = rf"(?:(?:the|our|their|an?|his|her|that|another)\s+)?(?:(?!{_OTHER_PAPER}\b)[\w'’-]+\s+){{0,2}}?{_DEAL_PAPER}"
_THEM = rf"(?:(?:she|he|they|customer|client|(?:the|their|his|her)\s+\w+|{NAME})\s+)?"
_SIGNS = re.compile(
    rf"^(?:(?:and|but|then|so|great|yes)\s+)*{_THEM}{_DONE}(?:(?:counter-?|e-?)?signed|docusigned|executed|podpisał[ao]?|unterschrieb|hat\s+unterschrieben|a\s+signé|ha\s+firmato|ha\s+firmado|har\s+signert)\s+(?:up\s+)?(?:off\s+(?:on\s+)?)?(?:{_DEAL}\b|for\s+(?:\d+|another\s+(?:\d+|two|three|four|five|few|year|yr|month|quarter|term|season|round)|two|three|four|five|the\s+full)\b)(?P<rest>.*)$"
    rf"|^(?:(?:and|but|then|so)\s+)*{_THEM}{_DONE}(?:sent|returned|e-?mailed|handed|faxed|gave|brought|schickte|hat)\s+(?:(?:us|me|it|back|over|in)\s+)*{_DEAL}\s+(?:(?:back|over|in)\s+)*(?:signed|unterschrieben)\b(?P<back>.*)$"
    rf"|^(?:(?:and|but|then|so)\s+)*{_THEM}{_DONE}(?:gave|handed|placed|awarded)\s+(?:(?:us|me)\s+)(?:the|an?|their|his|her)\s+(?:\w+\s+)?(?:order|contract|po|business|job)\b(?!\s+(?:of|to\s+\w+|in\s+which|number))(?P<given>.*)$"
    rf"|^(?:(?:and|but|then|so)\s+)*(?:she|he|they|(?:the|their)\s+\w+|{NAME}(?:\s+{NAME})?)\s+{_DONE}ordered\s+(?:\d+|an?other|two|three|four|five|six|ten|a\s+dozen)(?:\s+(?!copies|reports|demos|quotes)(?P<ordered>.*))?$",
    re.IGNORECASE,
)
_BUYER = r"(?:she|he|they|(?-i:(?!(?:We|Our|My|Ops|Boss)\b)[A-ZÀ-Þ])[\w'’-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w'’-]+)?)"
_COME_IN = re.compile(
    rf"^(?:(?:the|their|a|his|her|signed)\s+)*(?:signed\s+)?(?:purchase\s+order|po|order(?:\s+form)?|signed\s+contract|signed\s+agreement)(?:\s+#?\d+)?\s+(?:(?:has|just|finally|now)\s+)*(?:came|come|arrived|landed)\s+(?:in|back|through|today){HERE}"
    r"|^(?:(?:the|their|a|his|her|signed)\s+)*(?:purchase\s+order|po)(?:\s+#?\d+)?\s+(?:(?:has|just|finally|now)\s+)*(?:hit|reached)\s+(?:my|our|the)\s+(?:inbox|mailbox)(?=\s*$|\s*[,.;!]|\s+(?:today|yesterday|just\s+now|this\s+\w+)\b)"
    rf"|^(?:(?:and|but|then|so|great|yes)\s+)*(?:{_BUYER}\s+{_DONE}(?:rang|called|phoned|texted|sent|put|e-?mailed)|{_DONE}(?:rang|called|phoned|texted))\s+in\s+(?:an?|another|their|the|her|his)\s+(?:[\w-]+\s+)?(?:re-?)?order(?=\s*$|\s*[,.;!]|\s+(?:today|yesterday|just\s+now|for\s+\d|this\s+\w+)\b)",
    re.IGNORECASE,
)
_MONEY_IN = re.compile(
    r"^(?:the\s+)?(?:money(?!['’]s\s+there)|deposit|payment|down\s?payment|transfer|anzahlung)(?:['’]s|\s+has\s+come)\s+(?:in|there|on\s+our\s+account)(?=\s*$|[\s,;.!]+(?:today|now|already)?)",
    re.IGNORECASE,
)
# "wired the deposit this am": who has paid has ordered; a deposit on something, and its slip, are none.
_PAYS = re.compile(
    rf"^(?:(?:and|but|then|so|great|yes)\s+)*(?!(?:i|we)\b){_THEM}{_DONE}(?:wired|paid|transferred|sent|put\s+down|placed)\s+(?:(?:us|me|over|in)\s+)*(?:(?:the|their|his|her|a|an|half|full|first|\d+\s?%)\s+)*(?:deposit|down\s?payment|(?:first\s+)?instal?lment|prepayment|retainer|full\s+amount)(?P<rest>(?=\s*$|\s*[.;!(]|\s+(?:of\s+)?[$€£]?\d|\s+(?:today|yesterday|just\s+now|already|this\s+\w+|for\s+(?:the|this|our|their)\s+order)\b).*)$",
    re.IGNORECASE,
)
_SAID_SIGNED = re.compile(
    r"^(?:(?:yes|ok|done|great)[\s,!.]+)*(?:it|that|contract|the\s+contract|order|po|everything|all)(?:['’]s|\s+is)\s+(?:now\s+|all\s+)?signed\b(?!\s+(?:by|off|if|when|once|on)\b)",
    re.IGNORECASE,
)
_SAID_PAID = re.compile(
    r"^(?:(?:yes|ok|done|great|all\s+done)[\s,!.]+)*(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?(?:just|already|have)\s+(?:paid|wired|ordered|transferred)\s+(?:it|everything|in\s+full|the\s+(?:deposit|money|full\s+amount|first\s+instal?lment))[\s.!]*$",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"^\s*(?:on|for)\s+(?:an?|another|the|(?:his|her|their)\s+new)\s+(?:\w+\s+)?(?:building|offices?|house|warehouse|car|apartment|home|space|shop|store|site|premises|plant)\b|^\s*(?:(?:back|over)\s+)?(?:(?:will|to|should)\s+)?(?:be\s+)?(?:comes?|coming|follows?|returns?|arrives?|lands?|goes|due|expected|in\s+the\s+mail|on\s+(?:its|the)\s+way)\b|\bby\s+(?:mon|tue|wed|thu|fri|next|tomorrow|tmrw|eo[dwmq]|the\s+\d|\d{1,2}/\d)|\b(?:if|when|once|unless|until|before|but|not|nothing|never|except|yet|without|wrong|unsigned|(?<!than\s)(?<!as\s)last\s+year|with\s+(?!us\b)|from\s+(?!us\b)|elsewhere)\b|\bn['’]t\b",
    re.IGNORECASE,
)


# "on the phone with Jan when he e-signed the order"
_WHILE = re.compile(
    r"^.{0,60}?\b(?:phone|line|call|zoom|teams|there|room|with|w/|talking|desk)\b.{0,40}?\b(?:when|while|as)\s+(?=(?:she|he|they|(?-i:[A-Z])\w+)\s+(?:just\s+|finally\s+)?(?:(?:counter-?|e-?)?signed|docusigned)\b|(?:the|their)\s+signed\s)",
    re.IGNORECASE,
)


def _signs(part: str) -> bool:
    if _SIGNED.match(part):
        return True
    found = _SIGNS.match(part) or _PAYS.match(part)
    if found:
        return not _UNDONE.search(next((rest for rest in found.groups() if rest is not None), ""))
    return bool(_COME_IN.match(part) or _MONEY_IN.match(part))


_HEADED = re.compile(r"^(?:[\w'’&.@-]+\s+){0,4}?[\w'’&.@-]+:\s+")  # "tt April @ Quill: contract signed"


def says_signed(said: str) -> bool:
    """ "it's signed": in their own words. Who says "sold" is won over, and signs nothing by it."""
    return bool(_SAID_SIGNED.match(said) or (_ORDER_ALONE.fullmatch(said.strip()) and not is_won_over(said)))


def says_paid(said: str) -> bool:
    """ "done, just paid it": in their own words."""
    return bool(_SAID_PAID.match(said))


# "an order w/ his usual guy": of what is theirs only who sells to them is another.
_ANOTHER = (
    r"(?:(?:his|her|their)\s+(?!(?:[a-z]+\s+)?(?:deposit|payment|po|signature|card|che(?:que|ck)|logo|colou?rs?|specs?|own|phone|e-?mail|desk|office|site|name)\b)[a-z]"
    r"|an?other\b|some(?:one|body)\b|(?:an?|the|some)\s+(?:[a-z]+\s+)?(?:vendor|supplier|shop|store|dealer|firm|company|guys?|outfit|chain|yard|maker|wholesaler|distributor|cousin|friend|brother)\b)"
)
# "placed an order with us last year", "their last vendor got the order": an order, and not this one.
NOT_THIS_ONE = re.compile(
    r"(?<!than )(?<!as )(?<!like )(?<!from )\b(?:last\s+(?:yr|year|spring|summer|fall|autumn|winter)|(?:years|ages|yrs)\s+ago|a\s+(?:year|while)\s+(?:ago|back)|back\s+in\s+(?:the|\w+\s+20|20|\d)|used\s+to|in\s+the\s+past|historically|would(?:\s+have|['’]ve)|(?:should|could)(?:\s+have|['’]ve)|thought|almost|nearly|meant\s+to|supposed\s+to|was\s+going\s+to|about\s+to|claims?|pretends?|teas(?:ed|es|ing)|promis\w+)\b"
    r"|\b(?:last|other|another|old|current|previous|former|first|rival|competing|cheaper|different)\s+(?:vendor|supplier|provider|guys?|firm|company|shop|bidder|rep)\b|\b(?:competit\w+|rivals?)(?:['’]s)?\b|^(?:(?:and|but|so)\s+)*(?:nobody|no\s?-?one|no)\b"
    rf"|\border(?:s|ed)?\s+(?:in\s+)?(?:with|w/|from|at|off)\s*{_ANOTHER}",
    re.IGNORECASE,
)


# A deposit, the bill of last month, a PO for samples: it came, and what it is for nobody knows.
_PAID_OR_PO = re.compile(
    r"\b(?:p\.o\.|po['’]?s?|purchase\s+orders?|paid|wired?|transfer(?:red)?|money|funds|payment|down\s?payment|prepayment|retainer|deposit|anzahlung|acompte|instal?lment|full\s+amount)(?!\w)",
    re.IGNORECASE,
)
_SIGNED_TOO = re.compile(r"\b(?:(?:counter-?|e-?)?signed|docusign\w*|executed|unterschrieben|ordered)\b", re.IGNORECASE)
_FOR_A_TRIAL = re.compile(
    r"\b(?:for|of)\s+(?:[\w'’-]+\s+){0,2}?(?:samples?|trials?|pilot|demo|test|evaluation|loan)\b", re.IGNORECASE
)


# "når han har signert": not before it is.
_ONCE_ABROAD = re.compile(
    r"\b(?:når|når|hvis|ifall|så\s+snart|zodra|wanneer|als|wenn|sobald|falls|quand|dès\s+que|cuando|quando)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def is_order(clause: str) -> bool:
    """They signed it, or ordered; not a promise to, a condition, or a paper that is no order ("signed the NDA")."""
    return _is_this_order(clause) and (_SIGNED_TOO.search(clause) is not None or not _PAID_OR_PO.search(clause))


_FROM_WHOM = re.compile(
    r"(?:(?<=\bpo)|(?<=rder))\s+from\s+[\w'’-]+(?=\s+(?:has\s+|just\s+|finally\s+)*(?:came|arrived|landed|is)\b)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"^(?:(?:please|pls|and)\s+)*(?:find\s+)?(?:attached|enclosed)\s+(?:(?:is|you\s+find|please\s+find)\s+)?(?:our|the|my)\s+(?:signed\s+)?(?:po|purchase\s+order)\b"
    r"|^(?:(?:the|their|our|a|her|his|signed|new|with)\s+)*(?:p\.?o\.?|purchase\s+order)(?:\s+(?:no\.?|number|nr\.?|form))?(?:\s*#?\s?[\w-]*\d[\w-]*)?\s+(?:(?:is|was)\s+)?(?:attached|enclosed)(?=\s*$|\s*[.!(]|\s+(?:for|to\s+(?:her|his|their|the)\s+e?-?mail)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def may_be_order(clause: str) -> bool:
    """ "paid", "the PO is in": what they paid for, or ordered, is asked; an invoice of before is none."""
    told = _FROM_WHOM.sub("", clause)
    came = _is_this_order(told) or (_ATTACHED.search(told) and not (is_conditional(told) or _FOR_A_TRIAL.search(told)))
    came = came or is_confirmed(_HEADED.sub("", told))
    return bool(came) and not (is_order(clause) or _FOR_BEFORE.search(told))


# A PO that is here and a deposit that is paid are the order where its sum stands beside them.
_BINDS = re.compile(r"\bp\.?o\.?\b|\bpurchase\s+order\b|\bdeposit\b|\bdown\s?payment\b|\banzahlung\b|\bacompte\b", re.IGNORECASE)  # fmt: skip


def binds(clause: str) -> bool:
    return bool(_BINDS.search(clause) or is_confirmed(_HEADED.sub("", clause))) and may_be_order(clause)


# "the extension on the building", "their lease renewal", "her gym contract": where they are, live and train is none of ours.
_OF_THEIR_OWN = re.compile(
    r"\b(?:extension|renewal|deal|agreement|contract|papers|paperwork|offer)\s+(?:on|of)\s+(?:(?:the|an?|another|their|her|his)\s+)?(?:(?:new|old|current|second|other)\s+)?(?:lease|rent|building|offices?|house|warehouse|car|truck|apartment|condo|home|premises|mortgage|loan)(?=\s*$|\s*[,.;!])"
    r"|\b(?:her|his)\s+(?:own\s+|new\s+)?(?:gym|house|home|car|apartment|condo|phone|mortgage|marriage|divorce|employment|lease|job)\s+(?:renewal|contract|agreement|deal|papers|paperwork|offer|extension|lease|policy)\b"
    r"|\b(?:their|her|his)\s+(?:(?:office|building|warehouse|store)\s+)?lease\s+(?:renewal|extension|agreement|contract|papers)\b",
    re.IGNORECASE,
)


def _is_this_order(clause: str) -> bool:
    is_other = NOT_THIS_ONE.search(clause) or _FOR_A_TRIAL.search(clause) or _OF_THEIR_OWN.search(clause)
    return _is_ordered(clause) and not is_other


_PICTURES = re.compile(r"[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+")  # "PO IN 🎉"
# "docusigned while on with me"
_WHILE_ON = re.compile(
    r"\s+(?:(?:with|w/?)\s+(?:me|us)\s+)?on\s+the\s+(?:phone|call|line|zoom)(?=\s*$|\s*[!.,])|\s+(?:while|when)\s+(?:(?:still|we\s+were|she\s+was|he\s+was)\s+)*(?:on|talking)\b(?:\s+(?:the\s+)?(?:phone|call|line|zoom))?(?:\s+(?:with|w/?)\s+(?:me|us))?(?=\s*$|\s*[!.,])",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\s+as\s+of\s+(?:now|today|yesterday|last\s+night|this\s+\w+)(?=\s*$|\s*[,.!])", re.IGNORECASE)


def _is_ordered(clause: str) -> bool:
    clause = _WHILE_ON.sub("", _PICTURES.sub(" ! ", _WHILE.sub("", clause)))
    clause = _AS_OF.sub("", signed_alone(clause, is_paper=bool(NO_ORDER.search(clause))))
    if _NOT_YET.search(clause) or is_conditional(clause) or _NO_DEAL_SIGNED.match(clause) or "?" in clause:
        return False
    if _HEADED.match(clause) and is_won_over(_HEADED.sub("", clause)):
        return False
    parts = [part.strip() for part in clause.split("!") if part.strip()]
    told = dict.fromkeys(form for part in parts for form in (part, active(spelled(_HEADED.sub("", part)))))
    if any(_SIGNED.match(part) or _ORDER_ALONE.fullmatch(part) or _signs(part) for part in told):
        return not refuses(clause)
    if _NUMBER_GIVEN.match(spelled(clause)):
        return not (
            _WE.match(clause)
            or _FOR_BEFORE.search(clause)
            or _FOR_LESS.search(clause)
            or _UNDONE.search(clause)
            or refuses(clause)
        )
    is_paid = _PAID_IN.search(clause) and not (_FOR_BEFORE.search(clause) or is_negated(clause))
    ordered = None if _ONCE_ABROAD.search(clause) else _ORDERED.search(clause)
    if ordered and _NOT_DONE.search(clause[: ordered.start()]):
        return False
    if not (ordered or is_paid) or _WE.match(clause):
        return False
    return clause_of(in_english(clause)).kind is not Kind.promise and not refuses(clause)
