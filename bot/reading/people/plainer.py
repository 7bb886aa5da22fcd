"""A set phrase in the plain words that are read: "Rep will send it" is ours, "has counsel draft it" is theirs, "hosts us" a visit.

Who does what by when is as it was meant; what was typed is kept beside it.
"""

import re

from bot.phrases import base_verb
from bot.reading.people.plainsteps import plain_steps
from bot.reading.people.plainwaits import WAITS
from bot.reading.words.daynames import MONTH, WEEKDAY, WORKDAY
from bot.reading.words.inturn import in_turn
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
# Notes in the third person: whoever writes them is meant.
_WRITER = re.compile(rf"{AND_ALSO}(?:the\s+|sales\s+)?(?:rep|AE|SDR|BDR|account\s+exec(?:utive)?)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)  # fmt: skip
_BY_A_DAY = rf"(?=.*\b(?:{WEEKDAY}|today|tonight|tomorrow|tmrw|next|eo[dwm]|by|\d)\b)"
_STILL_HANDS = re.compile(
    rf"(?P<who>{AND_ALSO}(?:{_WHO}\s+)?)still\s+(?=(?:sends|signs|brings(?!\s+up\b)|returns|shares|delivers|gives|forwards|provides|pays(?!\s+too\b))\s){_BY_A_DAY}",
    re.IGNORECASE,
)
_CIRCLE = r"(?:(?:her|his|their|the)\s+[a-z]+(?:\s+(?:team|guy|lady|manager|lead))?|counsel|legal|finance|procurement|purchasing|accounting|engineering|ops|it|security|admin)"
# "has counsel send the redlines": they see to it.
_HAS_THEM = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})\s+(?:has|have|['’]ll\s+have|will\s+have)\s+{_CIRCLE}\s+(?=(?:send|draft|sign|review|check|approve|prepare|return|redline|write|pull|share|fill|complete|look|test|raise|cut|release|issue|pay)\s)",
    re.IGNORECASE,
)
_GETTING_US = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})(?:['’](?:s|re)|\s+is|\s+are)\s+getting\s+(?P<us>me|us)\s+(?=(?:\d+\s+)?(?!(?:there|nowhere|in|on|to|out|up|down|back|off|excited|a\s+(?:bit|little))\b)[a-z])",
    re.IGNORECASE,
)
# What they confirm is news; what we confirm is ours to do.
_I_CONFIRM = re.compile(rf"(?P<lead>{AND_ALSO}(?:i|we)\s+)confirm\s+(?=(?:the|it|our)\b)", re.IGNORECASE)
_CHECKS_IN = re.compile(
    rf"(?P<lead>{AND_ALSO}(?:(?:i|we)(?:['’]ll|\s+will|['’]m|\s+am)?\s+)?)(?:will\s+)?(?:check(?:ing)?\s+in|touch(?:ing)?\s+base|follow(?:ing)?\s+up)\s+(?:again\s+)?(?:by|via|over)\s+(?:the\s+)?phone\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(r"\b(?:hosts?|is\s+hosting)\s+us\b(?!\s+(?:for|to)\b)", re.IGNORECASE)
# "said I'd ring again Tue": we set when we call, and promise no thing.
_SAID_ID_CALL = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:said|told\s+(?:(?P<other>(?:the|her|his|their|[\w-]+['’]s)\s+[a-z][\w-]*)|her|him|them|{NAME})|let\s+(?:her|him|them|{NAME})\s+know)\s+(?:that\s+)?(?:i|we)(?:['’](?:d|ll)|\s+would|\s+will)\s+(?:(?P<verb>call|ring|phone|try)\s+(?:(?:her|him|them)\s+)?(?:again|(?P<back>back(?!\s+with\b)))|(?:check\s+(?:in|back)|touch\s+base|reach\s+out)(?:\s+(?:with|to)\s+(?:her|him|them))?)\b(?:\s+at\s+(?:the|their)\s+[a-z]+(?:\s+[a-z]+)?(?=,?\s+\d|\s*$))?",
    re.IGNORECASE,
)
# "round 2 with procurement Mon 2pm": they meet again.
_ROUND = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:round\s+(?:two|three|[23])|(?:second|third|next)\s+round)(?=\s+(?:w/|(?:with|is|on|set|for)\b|(?:mon|tue|wed|thu|fri)|\d))",
    re.IGNORECASE,
)
# "told Beth the ROI sheet slips to Tue": what is late and told to them is ours.
_TOLD_LATE = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:told|warned|let)\s+(?:her|him|them|{NAME})\s+(?:know\s+)?(?:that\s+)?(?:the|our|my)\s+(?P<thing>[^,;]{{2,40}}?)\s+(?:slips|slides|moves|is\s+pushed|is\s+delayed|slipped|moved)\s+(?=to\s)",
    re.IGNORECASE,
)
# "give me three weeks": then they want to hear from us.
_GIVE_ME = re.compile(
    r"^(?P<lead>(?:(?:just|pls|please|so|and)\s+)*)give\s+(?:me|us)\s+(?P<long>(?:an?|one|two|three|four|five|six|\d{1,2}|a\s+(?:few|couple\s+of))\s+(?:more\s+)?(?:days?|weeks?|wks?|months?)|a\s+fortnight)[\s.!]*$",
    re.IGNORECASE,
)
_WALKTHRU = re.compile(r"(?P<lead>\b(?:an?|the|our|another|next|first)\s+|\b(?=walk-))walk-?\s?thru\b", re.IGNORECASE)
_SOMETIME = re.compile(r"\b(?:some\s?time|at\s+some\s+point)\s+(?=(?:w/c|(?:the\s+)?w(?:ee)?k\s+of|next\s+w(?:ee)?k)\b)", re.IGNORECASE)  # fmt: skip
_SO_LONG = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:an?\s+)?(?:\d{{1,3}}|half)[\s-]?(?:min(?:ute)?s?|hr|hour)\s+(?=(?:call|demo|meeting|mtg|visit|chat|review|sync)\b)(?!.*\b(?:today|just\s+now|earlier|yesterday|went|was|this\s+morning)\b)",
    re.IGNORECASE,
)
# "brother checks with the bank": whose it is, nobody writes.
_KIN = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<who>brother|sister|wife|husband|son|daughter|accountant|bookkeeper|lawyer|landlord)\s+(?=(?:checks|talks|speaks|signs|decides|reviews|sends|asks|pays|calls)\b){_BY_A_DAY}",
    re.IGNORECASE,
)
_THEIR_CELL = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:her|his|their|the)\s+)?(?:cell|mobile|landline|desk\s+line|direct\s+line)(?=\s+(?:tmrw|tomorrow|tonight|mon|tue|wed|thu|fri|next|\d))",
    re.IGNORECASE,
)

_DAYS_AND_HOURS = rf"(?:{WEEKDAY}|today|tomorrow|{MONTH}|the|at|\d{{1,2}}(?:[:./]\d{{1,2}})?(?:st|nd|rd|th|\s?[ap]m)?)"
_TALK = r"(?:call|meeting|mtg|demo|visit|review|session|walk-?through|workshop|kick-?off)"
# "asked to shift the ROI call from Mon 16 to Wed 18": it has its new day.
_FROM_ITS_DAY = re.compile(
    rf"(?:(?:asked|asks|wants|needs|would\s+like|had)\s+(?:me\s+|us\s+)?to\s+)?(?:mov|shift|push|bump|switch|reschedul|chang)(?:e|ed|es|ing|s)?\s+(?:(?:the|our|my|his|her|their)\s+)?(?:(?!to\b)[\w-]+\s+)?(?P<talk>{_TALK})\s+from\s+(?:{_DAYS_AND_HOURS}\s+){{1,4}}?(?=to\s)",
    re.IGNORECASE,
)
# "wants cb Fri 6pm": told as the others' wish, it is an hour that they gave us.
_WANTS_CB = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:{_WHO}\s+)?(?:wants?|asked\s+for|asks\s+for|prefers?)\s+(?:an?\s+)?(?:cb|call[\s-]?back)(?=\s+(?:at|on|\d|(?:mon|tue|wed|thu|fri|tom|tmrw|next|today)))",
    re.IGNORECASE,
)
# "if still silent I phone Mon 8pm": our plan, as long as they do not answer before.
_IF_SILENT = re.compile(
    rf"{AND_ALSO}if\s+(?:(?:it['’]?s|she['’]?s|he['’]?s|they['’]?re|i\s+hear|there['’]?s|still|then|by\s+then|nothing|no\s+(?:reply|answer|word|news|response)|silent|silence|quiet)\s*){{1,4}},?\s+(?:i|we)(?:['’]ll|\s+will)?\s+(?:call|ring|phone|try)\b(?:\s+(?:her|him|them))?",
    re.IGNORECASE,
)
# "trying again 4 tmrw": the hour before its day.
_HOUR_FIRST = re.compile(
    rf"(?P<try>\b(?:try|trying|call|calling|ring|ringing|phone)(?:\s+(?:again|back|her|him|them))*)\s+(?:at\s+)?(?P<hour>\d{{1,2}}(?:[:.]\d\d)?)\s+(?P<day>tmrw|tomorrow|today|{WORKDAY})\s*$",
    re.IGNORECASE,
)
_BACK_AFTER = re.compile(r"\bback\s+after\s+(?:the\s+)?(?!the\b)[a-z]+(?:\s+(?:break|holidays?|vacation))?\s+(?=(?:on\s+)?(?:the\s+)?\d|on\s)", re.IGNORECASE)  # fmt: skip
# "owner out til Wed": whoever we wanted.
_OWNER_IS = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:the\s+)?owner\s+(?:is\s+)?(?=(?:out|away|off|gone|back|on\s+(?:vacation|holiday|leave|pto))\s+(?:til|until|till|thr(?:u|ough)|on\s+the|the|mon|tue|wed|thu|fri)\b)",
    re.IGNORECASE,
)
# "legal finishes with the MSA 3/25"
_DONE_WITH = re.compile(
    rf"(?P<who>\b{_CIRCLE})\s+(?:will\s+)?(?:finish(?:es)?|wraps?\s+up|(?:is|be|gets)\s+(?:done|through))\s+(?:with\s+|w/?\s+)(?=(?:the\s+|our\s+)?(?:msa|nda|dpa|sow|contract|agreement|redlines?|mark-?up|terms|paper(?:work|s)|review)\b)",
    re.IGNORECASE,
)
# "paper signed by 3/20 he says"
_THEY_SAY = re.compile(
    rf"(?P<day>(?:\d|{WORKDAY}|tomorrow|tmrw|week|month|eo[dwmq]))\s*,?\s+(?:she|he|they)\s+(?:says?|said|reckons?|swears?|promise[sd]?)[\s.!]*$",
    re.IGNORECASE,
)
# "countersigns Tue when he's back"
_WHEN_BACK = re.compile(
    rf"(?P<day>\b{WORKDAY}|\d(?:st|nd|rd|th)?)\s+when\s+(?:she|he|they)(?:['’](?:s|re)|\s+(?:is|are|gets?|comes?))\s+(?:back|in|home)(?:\s+in(?:to)?\s+the\s+office)?[\s.!]*$",
    re.IGNORECASE,
)
# "try 430"
_AT_430 = re.compile(r"(?P<try>\b(?:try|trying|retry|retrying)(?:\s+again)?)\s+(?:at\s+)?(?P<hour>1[0-2]|[1-9])(?P<minute>[0-5][05])[\s.!]*$", re.IGNORECASE)  # fmt: skip
# "owner's in after 2 tmrw": then we call.
_IN_AFTER = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:the\s+)?(?:owner|boss|buyer|manager|gm)(?:['’]s|\s+is|\s+will\s+be)?|(?:she|he)(?:['’]s|\s+is|\s+will\s+be))\s+(?:back\s+)?in\s+(?=(?:{WORKDAY}\s+|tomorrow\s+|tmrw\s+)?(?:after|from|at)\s+\d)",
    re.IGNORECASE,
)
# "redo Thu 2pm at his shop": what did not take place.
_REDO = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:redo|do\s+over|take\s+two)\s+(?:it\s+)?(?:on\s+)?(?P<when>(?:mon|tue|wed|thu|fri|tomorrow|tmrw|next|\d).*?)(?P<there>\s+at\s+(?:his|her|their)\s+(?:shop|office|plant|place|site|yard|store|warehouse))?[\s.!]*$",
    re.IGNORECASE,
)
# "legal has it, back by Fri", in one breath.
_GETS_IT_BACK = re.compile(
    rf"{AND_ALSO}(?:{_CIRCLE})\s+(?:has|have|got)\s+(?P<what>it|them|the\s+[a-z]+)\s+back(?=\s+(?:by|on|before|to\s+(?:me|us))\b)(?!.*\b(?:vacation|holidays?|leave|pto|trip)\b)",
    re.IGNORECASE,
)
_OWNER_SAYS = re.compile(rf"(?P<lead>{AND_ALSO})(?:the\s+)?(?:owner|buyer)\s+(?=(?:said|says)\b)", re.IGNORECASE)
# "is putting us on the april 14 board agenda": what they do, and by when.
_ON_THE_AGENDA = re.compile(
    rf"(?P<who>\b[^\W\d_][\w'’-]*)(?:['’]s|\s+is|\s+are|\s+will\s+be)\s+(?:putting|getting|adding)\s+(?P<what>us|me|it|this)\s+(?:on|to)\s+(?:the|their|her|his)\s+(?P<when>{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}/\d{{1,2}})\s+(?P<agenda>(?:[a-z]+\s+){{0,2}}(?:agenda|docket|list|calendar))",
    re.IGNORECASE,
)
_INKED = re.compile(r"\binked\b(?=\s+(?:the|our|it|a|an)\b)", re.IGNORECASE)
_CONFIRMED_ABROAD = re.compile(
    r"\b(?:auftrag|bestellung)\s+(?:ist\s+|wurde\s+)?bestätigt(?=\s*$|\s*[,;.!])", re.IGNORECASE
)
_OWED_SINCE = re.compile(r"(?P<owe>\bowe\b.*?)\s+(?:from|since|of)\s+last\s+(?:week|wk|month|time|call|visit)\b", re.IGNORECASE)  # fmt: skip
_GERMAN_I = re.compile(r"(?P<lead>^|[,;.]\s+)(?P<verb>(?:schicke|sende|maile|liefere|bringe|erstelle|kläre|prüfe|bereite|mache|melde)\b(?!\s+(?:ich|sie|er|wir)\b)(?=.*\b(?:bis|am|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag)\b))", re.IGNORECASE)  # fmt: skip
_NO_EXCUSES = re.compile(r"[\s,]+(?:no\s+(?:more\s+)?excuses|cross\s+my\s+heart|pinky\s+swear)[\s.!]*$", re.IGNORECASE)
_SENDING = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:sending|mailing|e-?mailing)\s+(?=(?:tonight|today|tomorrow|tmrw|this\s+(?:afternoon|aft|evening|am|pm)|first\s+thing|{WORKDAY})\b)",
    re.IGNORECASE,
)
# "answer mail goes out Tue unless he calls": it is promised until then.
_UNLESS_THEY_CALL = re.compile(
    r"[\s,]+unless\s+(?:she|he|they)\s+(?:calls?|rings?|phones?|writes?|repl(?:y|ies)|answers?|responds?|gets?\s+back)(?:\s+(?:me|us|back|to\s+(?:me|us)|first|before(?:\s+(?:that|then))?))*[\s.!]*$",
    re.IGNORECASE,
)
# "he and Marcus decide by 4/3": two of theirs, and what only a buyer does.
_TWO_OF_THEM = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:she|he|{NAME}|(?:her|his|their|the)\s+[a-z]+)\s*(?:and|&|\+)\s*(?!(?:I|we|me|us)\b)(?:{NAME}|(?:her|his|their|the)\s+[a-z]+)|both(?:\s+of\s+them)?)\s+(?:(?:will|both|then|to)\s+)*(?=(?:decide|sign|choose|pick|approve|vote|settle)\b(?!\s+(?:me|us|up)\b)){_BY_A_DAY}",
    re.IGNORECASE,
)
_ON_SITE_ABROAD = re.compile(r"\b(?:termin\s+vor\s+ort|vor-?\s?ort-?\s?termin)\b", re.IGNORECASE)


def _ours(found: re.Match[str]) -> str:
    """ "AE checks": "I check", as the writer would say it of themselves."""
    verb = found["verb"].lower()
    plain = base_verb(verb) if verb.endswith("s") else None
    return f"I {plain or verb}"


def _again_there(found: re.Match[str]) -> str:
    return f"{found['lead']}{'visit' if found['there'] else 'meeting'} moved to {found['when']}"


def _call_again(found: re.Match[str]) -> str:
    """What they themselves are told, "I'd ring back Mon", they may wait for; whoever answered does not."""
    is_promise = found["back"] and not found["other"]
    return found[0] if is_promise else f"will {found['verb'] or 'call'} them again"


_plainly = in_turn(
    (_SOMETIME, ""),
    (_FROM_ITS_DAY, r"moved our \g<talk> "),
    (_WANTS_CB, r"\g<lead>call them"),
    (_IF_SILENT, "trying again"),
    (_HOUR_FIRST, r"\g<try> \g<day> at \g<hour>"),
    (_BACK_AFTER, "back "),
    (_ON_SITE_ABROAD, "visit"),
    (_UNLESS_THEY_CALL, ""),
    (_NO_EXCUSES, ""),
    (_SENDING, r"\g<lead>sending it "),
    (_DONE_WITH, r"\g<who> finishes "),
    (_THEY_SAY, r"\g<day>"),
    (_WHEN_BACK, r"\g<day>"),
    (_AT_430, r"\g<try> at \g<hour>:\g<minute>"),
    (_ON_THE_AGENDA, r"\g<who> will put \g<what> on the \g<agenda> \g<when>"),
    (_INKED, "signed"),
    (_CONFIRMED_ABROAD, "order confirmed"),
    (_TWO_OF_THEM, r"\g<lead>they "),
    (_OWNER_SAYS, r"\g<lead>they "),
    (_IN_AFTER, r"\g<lead>try again "),
    (_GETS_IT_BACK, r"they will send \g<what> back"),
    (_REDO, _again_there),
    (_OWED_SINCE, r"\g<owe>"),
    (_GERMAN_I, r"\g<lead>ich \g<verb>"),
    (_OWNER_IS, r"\g<lead>they are "),
    (_SO_LONG, r"\g<lead>"),
    (_KIN, r"\g<lead>their \g<who> "),
    (_THEIR_CELL, r"\g<lead>try"),
    (_GIVE_ME, r"\g<lead>call me in \g<long>"),
    (_WALKTHRU, r"\g<lead>walkthrough"),
    (_WRITER, _ours),
    (_STILL_HANDS, r"\g<who>"),
    (_HAS_THEM, r"\g<who> will "),
    (_GETTING_US, r"\g<who> will send \g<us> "),
    (_I_CONFIRM, r"\g<lead>will confirm "),
    (_CHECKS_IN, r"\g<lead>call them"),
    (_HOSTS, "has us over"),
    (_SAID_ID_CALL, _call_again),
    (_ROUND, r"\g<lead>meeting"),
    (_TOLD_LATE, r"our \g<thing> moved "),
    *WAITS,
)


def plainer(clause: str) -> str:
    return plain_steps(_plainly(clause))
