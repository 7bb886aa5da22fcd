"""Who promises what, in the plain words that are read: "our side needs to turn it" is ours, "number to follow" is theirs.

One clause alone; what a clause leaves to the one beside it stands in line/besides. See plainer.
"""

import re

from bot.phrases import base_verb
from bot.reading.words.daynames import MONTH, WEEKDAY, WORKDAY
from bot.reading.words.inturn import in_turn
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME
from bot.reading.words.theirs import THEIRS

_WHO = rf"(?:she|he|they|{NAME})"
_TO_THEM = rf"(?:her|him|them|{NAME})"
# "need to find out and let her know": nobody is named, and they are who is told.
_FINDS_AND_TELLS = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:will|gonna|must|gotta|should|to|(?:need|have|got|going)\s+to)\s+(?P<act>(?:find\s+out|check|ask|clarify|look\s+into\s+it|work\s+it\s+out)(?:\s+(?:that|it|first|internally))?\s+(?:and|&|then)\s+(?:then\s+)?(?:let\s+{_TO_THEM}\s+know|tell\s+{_TO_THEM}|(?:get|come|go|report)\s+back\s+to\s+{_TO_THEM}|answer\s+{_TO_THEM}))\b",
    re.IGNORECASE,
)
_OUR_SIDE = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:our|my)\s+(?:side|end|team|people|guys)\s+(?:(?:still|now|just)\s+)?(?:needs?|has|have|ought|got|is|are)\s+to\s+(?=(?:turn|send|return|review|redline|draft|answer|fix|check|sign|countersign|approve|finish|reply|respond|mark|amend|revise|get)\b)",
    re.IGNORECASE,
)
# "send me 3 slots for next week": the week is that of the slots.
_TIMES_FOR = re.compile(
    rf"(?P<sends>\b(?:send|give|share|offer|suggest|propose|text|e-?mail|forward)(?:s|ing)?\s+(?:(?:me|us|{_TO_THEM}|over|across|out)\s+)?(?:(?:a|the|some|few|couple|of|two|three|four|five|\d|possible|new|more|other|open|free|available|her|his|their|my|our|demo|meeting|call)\s+){{0,4}}(?:slots?|times?|dates?|options|availability|openings|windows))\s+(?:for|in|during)\s+(?:next\s+(?:week|wk|month)|the\s+(?:week|wk)\s+(?:of|after)\s+(?:the\s+)?[\w/.]+(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|{MONTH}|(?:early|mid|late)[\s-][a-z]+)(?=[\s.!]*$|\s+(?:by|on)\s|\s+(?:today|tonight|tomorrow|tmrw)\b)",
    re.IGNORECASE,
)
_TELLS_THEN = re.compile(
    rf"^(?:(?:and|so)\s+)*then\s+(?P<who>{_WHO})(?P<tells>(?:['’]ll|\s+will)?\s+(?:tells?|lets?|decides?|calls?|rings?|confirms?|(?:comes?|gets?)\s+back)(?:\s+(?:to\s+)?(?:me|us))?(?:\s+know)?)[\s.!]*$",
    re.IGNORECASE,
)
# "he'll look over the weekend": at what we sent.
_LOOKS_THEN = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO}(?:['’]ll|\s+will|['’]s\s+going\s+to|\s+is\s+going\s+to))\s+(?:look|have\s+a\s+(?:look|read)|take\s+a\s+look|read)\s+(?=(?:over|during|at)\s+(?:the\s+)?(?:weekend|wknd|holidays?)\b|(?:on\s+)?{WEEKDAY}\b|tonight|tomorrow|tmrw|next\s)",
    re.IGNORECASE,
)
_TO_FOLLOW = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<thing>(?:(?:the|his|her|their)\s+)?(?:(?:cell|mobile|phone|direct|contact|p\.?o\.?|account|bank|accountant['’]?s?)\s+)?(?:number|contacts?|phone|cell|e-?mail\s+address|address|p\.?o|signed\s+[a-z]+))\s+(?:to\s+follow|follows|is\s+to\s+follow|will\s+follow)(?P<way>\s+(?:by|via|on|in\s+an?)\s+(?:text|sms|e-?mail|mail|whatsapp|message|phone))?",
    re.IGNORECASE,
)
# "asked us to hold 2 seats until 1 April": what is set aside is an act, where "hold it" is a wait.
_SET_ASIDE = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s+)?(?:asked|asks|wants?|wanted|told|needs?)\s+(?:me|us)\s+to\s+(?:hold|keep|reserve|save|set\s+aside|block)\s+(?P<what>(?:(?:the|an?|our|her|his|their|two|three|four|five|six|\d+)\s+)+(?:[a-z]+\s+)?(?:seats?|slots?|units?|rooms?|spots?|places?|licen[cs]es?|tickets?|rates?|prices?|pricing|stock|allocation|pallets?|machines?|vans?|trucks?|cars?|tables?|booths?|pieces|boxes|cases))(?=\s+(?:until|till?|through|thru|for|to)\s)",
    re.IGNORECASE,
)
_BY_LUNCH = re.compile(
    rf"\b(?P<by>by|before)\s+(?P<day>{WORKDAY}|tomorrow|tmrw|today)\s+lunch(?:\s?time)?\b(?!\s+(?:with|w/|meeting))",
    re.IGNORECASE,
)
_A_DAY = (
    rf"(?:(?:on\s+)?(?:next\s+)?{WORKDAY}(?:\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th|/\d{{1,2}}))?|tomorrow|tmrw|today)"
)
# "by lunch Weds", "after lunch tmrw", "before close Fri": the same with the day behind it.
_BY_LUNCH_ON = re.compile(rf"\b(?P<by>by|before)\s+lunch(?:\s?time)?\s+(?P<day>{_A_DAY})\b", re.IGNORECASE)
_AFTER_LUNCH = re.compile(rf"\bafter\s+lunch\s+(?P<day>{_A_DAY})\b", re.IGNORECASE)
_LATER_TODAY = re.compile(
    r"^(?!.*\b(?:mon|tue|wed|thu|fri|tom|tmrw|next|\d))(?P<act>.{0,40}\b(?:call|ring|try|phone|calls|rings|trying|calling)\b[^,;]{0,25}?)\s+after\s+lunch[\s.!]*$",
    re.IGNORECASE,
)
_BY_CLOSE = re.compile(rf"\b(?P<by>by|before|at)\s+close\s+(?={_A_DAY}\b)", re.IGNORECASE)
_IN_MY_INBOX = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<thing>(?:(?:the|her|his|their)\s+)?{THEIRS})\s+(?:(?:is|are|now|already|sitting|landed)\s+)*in\s+(?:my|our)\s+in-?box[\s.!]*$",
    re.IGNORECASE,
)
_LUNCHTIME = re.compile(rf"\b(?P<day>{WORKDAY}|tomorrow|tmrw)\s+lunch\s?time\b", re.IGNORECASE)
_ON_ITS_WAY = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<thing>(?:(?:the|her|his|their)\s+)?(?:signed\s+)?(?:p\.?o|purchase\s+order|payment|deposit|wire|signed\s+[a-z]+))\s+(?:is\s+|will\s+be\s+|should\s+be\s+)?on\s+(?:its|the|it['’]s)\s+way(?:\s+(?:over|to\s+(?:me|us)))?",
    re.IGNORECASE,
)
# "sending me their volumes Tue": whoever sends it to us.
_SENDING_US = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<verb>sending|emailing|mailing|texting|forwarding|shipping)\s+(?P<us>me|us)\s+(?=(?:the|an?|her|his|their|some|all|two|three|\d+|signed|updated|revised)\s+(?!wrong\b)[a-z].*\b(?:by|before|{WORKDAY}|today|tonight|tomorrow|tmrw|next|eo[dwm]|\d)\b)",
    re.IGNORECASE,
)
# "told him I'd get two over": of what they asked for.
_TOLD_SO_MANY = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:told|promised)\s+{_TO_THEM}\s+(?:that\s+)?(?:i|we)(?:['’](?:d|ll)|\s+would|\s+will)\s+(?P<act>(?:send|get|give|e-?mail|share|forward|bring)\s+(?:{_TO_THEM}\s+)?(?:two|three|2|3|a\s+couple|both)(?:\s+(?:of\s+(?:them|those)|over|across))*[\s.!]*)$",
    re.IGNORECASE,
)
# "full signature when the broker's back 3/30": it waits for somebody, and has its day.
_ONCE_BACK = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<thing>(?:(?:the|her|his|their|full|final|signed)\s+)*(?:signature|sign-?\s?off|p\.?o\.?|purchase\s+order|answer|decision|approval|yes\s+or\s+no))\s+(?:comes?\s+|is\s+)?(?:when|once|as\s+soon\s+as)\s+(?:(?:the|her|his|their)\s+)?[\w-]+(?:\s+[\w-]+)?(?:['’](?:s|re)|\s+(?:is|are|gets|comes))\s+(?:back|in|home)\s+(?:on\s+)?(?=(?:mon|tue|wed|thu|fri|tomorrow|tmrw|next|the\s+\d|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
# "promised last week", behind what has not come: when it was due.
_WAS_PROMISED = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:it|they|that|those|{_WHO})\s+)?(?:(?:was|were|had\s+been|had)\s+)?promised(?:\s+(?:it|them|that|those))?\s+(?:(?:for|by)\s+)?(?P<when>last\s+\w+|yesterday|(?:\w+|\d+)\s+(?:days?|weeks?|wks?|months?)\s+(?:ago|back))[\s.!]*$",
    re.IGNORECASE,
)
# "calls me 3/20": who is called is us.
_CALLS_ME = re.compile(
    rf"^(?P<lead>(?:(?:and|then|so|but)\s+)*)(?P<verb>calls|rings|phones|texts|emails|e-mails|pings|messages)\s+(?P<us>(?:me|us)(?:\s+back)?)\s+(?=(?:on\s+|by\s+|next\s+|the\s+)?(?:{WORKDAY}\b|tomorrow\b|tmrw\b|\d|{MONTH}\s+\d))",
    re.IGNORECASE,
)
# "temi gets procurement's verdict to me Mon": whoever has it reach us.
_GETS_TO_US = re.compile(
    r"^(?P<who>(?!(?:i|we|nobody|no\s?one|it|that|this|she|he|they|then|and|but|will|can|must|should|may|gonna|to|also|just)\b)(?-i:[a-z])[\w'’-]+\s+)gets?\s+(?P<what>(?!(?:to|back|on|in|round|around|through|off|out|over)\b)[a-z][^,;.:]{1,50}?)\s+to\s+(?P<us>me|us)\s+(?=(?:by|on|before|next|the|a|in|mon|tue|wed|thu|fri|tomorrow|tmrw|today|tonight|eod|eow|\d)\b|\d)",
    re.IGNORECASE,
)

# "back to her mon w/ new wording": what we bring, and when.
_BACK_TO_THEM = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:i|we)(?:['’](?:m|re|ll\s+be)|\s+(?:am|are|will\s+be))?\s+)?back\s+(?:to|at)\s+(?P<whom>{_TO_THEM})\s+(?P<when>(?:by\s+|on\s+)?{_A_DAY}(?:\s+(?:am|pm|morning|noon|afternoon|first\s+thing|eod|cob))?)\s+(?:with\s+|w/?\s*)(?P<what>(?!(?:me|us|them|her|him)\b)[a-z][^,;:]{{2,50}}?)(?=[\s.!]*$)",
    re.IGNORECASE,
)
# "contratto firmato entro ven 20/3", "PO do 27.03": their paper, by a day, in their tongue.
_PAPER_ABROAD = re.compile(
    rf"(?P<lead>{AND_ALSO})(?!(?:de[rn]\s+)?(?:vertrag|umow[aę]|avtalen?|aftalen?)\s+(?:bis(?:\s+zum)?|do|innen|inden)\s+\d)(?P<thing>(?:(?:il|le|la|el|der|die|das|den)\s+)?(?:contratto|contrat|contrato|vertrag|umowa|umowę|avtalen?|aftalen?|bestellung|auftrag|zamówienie|ordine|commande|bon\s+de\s+commande|pedido|signature?|firma(?!\s+do\b)|unterschrift|podpis|p\.?o)(?:\s+(?:firmat[oa]|signée?|firmad[oa]|unterschrieben|podpisan[aey]|signert|underskrevet))?(?:\s+(?:chez|auprès|presso|bei|beim|du|de)\s+(?:(?:le|la|il|der|dem)\s+)?[^\W\d_]+)?(?:\s+(?:na|über|auf|für|por|på|di|de|da|za|pour)\s+[€$]?\d[\d.,]{{0,9}}\s?(?:k|tys|mln|mio|tsd)?\s?(?:zł|pln|eur|€|chf|nok|sek|dkk|kr)?)?)\s+(?:entro|avant|d['’]ici|antes\s+del?|bis(?:\s+zum)?|do|innen|inden|le)\s+(?=(?:(?:il|le|al|el|ven|lun|mar|mer|gio|jeu|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|venerdì|lunedì|martedì|mercoledì|giovedì|viernes|lunes|martes|jueves|piątku|poniedziałku|wtorku|środy|czwartku|montag|dienstag|mittwoch|donnerstag|freitag|mo|di|mi|do|fr|fredag|mandag|tirsdag|onsdag|torsdag)\b|\d))",
    re.IGNORECASE,
)
# "bon de commande vendredi": an order comes from nobody else, be no word before its day.
_ORDER_ABROAD = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<thing>(?:(?:il|le|la|el|der|die|das|den|de)\s+)?(?:bon\s+de\s+commande|commande|bestellung|auftrag|ordine|pedido|bestilling(?:en)?|beställning(?:en)?|bestelling))\s+(?:(?:kommt|kommer|komt|arrive|arriva|llega|suit)\s+)?(?:(?:am|le|el|il|på|op)\s+)?(?=(?:lundi|mardi|mercredi|jeudi|vendredi|venerdì|lunedì|martedì|mercoledì|giovedì|viernes|lunes|martes|jueves|montag|dienstag|mittwoch|donnerstag|freitag|fredag|mandag|måndag|tirsdag|tisdag|onsdag|torsdag)\b)",
    re.IGNORECASE,
)


def _they_will(found: re.Match[str]) -> str:
    verb = found["verb"].lower()
    return f"{found['lead']}they will {base_verb(verb) or verb} {found['us']} "


_plainly = in_turn(
    (_FINDS_AND_TELLS, r"I will \g<act>"),
    (_OUR_SIDE, r"\g<lead>we need to "),
    (_TIMES_FOR, r"\g<sends>"),
    (_TELLS_THEN, r"\g<who>\g<tells> then"),
    (_LOOKS_THEN, r"\g<who> look at it "),
    (_TO_FOLLOW, r"\g<lead>they will send \g<thing>\g<way>"),
    (_SET_ASIDE, r"I will hold \g<what>"),
    (_BY_LUNCH, r"\g<by> noon \g<day>"),
    (_BY_LUNCH_ON, r"\g<by> noon \g<day>"),
    (_AFTER_LUNCH, r"\g<day> afternoon"),
    (_LATER_TODAY, r"\g<act> this afternoon"),
    (_BY_CLOSE, r"\g<by> close of business "),
    (_IN_MY_INBOX, r"\g<lead>\g<thing> came in"),
    (_LUNCHTIME, r"\g<day> noon"),
    (_ON_ITS_WAY, r"\g<lead>they will send \g<thing>"),
    (_SENDING_US, _they_will),
    (_TOLD_SO_MANY, r"I will \g<act>"),
    (_WAS_PROMISED, r"\g<lead>was due \g<when>"),
    (_CALLS_ME, _they_will),
    (_GETS_TO_US, r"they will send \g<what> to \g<us> "),
    (_BACK_TO_THEM, r"\g<lead>I will get back to \g<whom> with \g<what> \g<when>"),
    (_PAPER_ABROAD, r"\g<lead>they will send \g<thing> by "),
    (_ORDER_ABROAD, r"\g<lead>they will send \g<thing> by "),
    (_ONCE_BACK, r"\g<lead>they will send \g<thing> on "),
)


def plain_promise(clause: str) -> str:
    return _plainly(clause)
