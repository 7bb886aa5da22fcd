"""What a plain line does with the one deal it names: "hand § to Lena", "called §, no answer", "§ moved to Thursday".

The name is cut out before (`NAME` stands in its place), so that a rule holds whatever the deal is called.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.model import Outcome
from bot.reading.languages.daysabroad import any_of
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.outcome.leftus import left_us
from bot.reading.plain.nottried import not_yet_tried
from bot.reading.words.cutout import NAME
from bot.reading.words.silence import is_silence


class Act(StrEnum):
    give = "give"
    close = "close"
    plan = "plan"  # we alone set a day with an hour
    put_off = "put off"  # back on the list another day
    hold = "hold"  # nothing before a day
    move = "move"  # what is agreed has another day
    cancel = "cancel"
    touch = "touch"
    silent = "silent"
    untried = "untried"  # nothing was done yet
    unheard = "unheard"  # asked whether they have been in touch, and they have not
    agree = "agree"  # a day for what comes next
    worth = "worth"
    away = "away"
    back = "back"
    tell = "tell"  # a call, told so plainly that nobody need ask
    words = "words"


@dataclass(frozen=True)
class Doing:
    act: Act
    to: str = ""  # the colleague who gets the deal
    what: str = ""  # call, demo, meeting or visit, when it is said
    when: str = ""
    outcome: Outcome | None = None
    returns: bool = False  # the day of an absence is the one on which they are back


_D = rf"(?:(?:the|our|my)\s+)?{NAME}(?:['’]s)?(?:\s+(?:deal|account|one))?"
_I = r"(?:(?:i|we)(?:['’]ve)?\s+)?(?:(?:just|have|also)\s+)*"
_WHAT = r"(?P<what>call|meeting|demo|visit|appointment)"
_BEEN = r"(?:(?:has|have|had|just|been|was|is|got|gets|will|be|to)\s+)*"
_MOVED = (
    r"(?:moved?|push(?:ed)?|postponed?|reschedul(?:ed|e)|shift(?:ed)?|bump(?:ed)?|delay(?:ed)?)(?:\s+(?:back|out))?"
)
_WHEN = r"(?:\s+(?:to|until|till|til|for|by|on))?\s+(?P<when>\S.*)"
_NOBODY = (
    r"(?:(?:there was |got )?no (?:answer|reply|response|pick[ -]?up|luck)|(?:(?:s?he|they|nobody|no one)\s+)?(?:did ?n['’]?t|did not)"
    r"\s+(?:pick up|answer)|(?:nobody|no one) (?:picked up|answered|there|in)|(?:just )?rang out|not (?:there|in|available))"
)
_VOICEMAIL = r"(?:(?:left|got|went (?:straight )?to|straight to|hit)\s+)?(?:(?:a|an|another|the|his|her|their)\s+)?(?:voice ?mail|vm|lvm|answering machine)"
_MESSAGE = r"(?:(?:left|sent)\s+)?(?:(?:a|another|him|her|them|the)\s+)*(?:message|msg)"
_BUSY = r"(?:(?:the )?line\s+)?(?:(?:was|is)\s+)?(?:busy|engaged)"
_NO_SHOW = (
    r"(?:(?:did ?n['’]?t|did not|never)\s+(?:show(?:ed)?|turn(?:ed)?|c[oa]me|join(?:ed)?)(?:\s+up)?|(?:was )?(?:a )?no[ -]?show(?:ed)?"
    r"|stood (?:me|us) up)(?:\s+(?:to|for|at) (?:the|our) (?:call|meeting|demo|visit))?"
)
_OUTCOMES = (
    (Outcome.no_answer, _NOBODY), (Outcome.left_voicemail, _VOICEMAIL), (Outcome.left_message, _MESSAGE),
    (Outcome.busy, _BUSY),
)  # fmt: skip
_LEFT = ((Outcome.left_voicemail, _VOICEMAIL), (Outcome.left_message, _MESSAGE), (Outcome.no_answer, _NOBODY))
_RANG = r"(?:called|rang|phoned|tried(?:\s+(?:calling|ringing))?|dial+ed|spoke to|chased)"
_AGAIN = r"(?:[\s,]+(?:again|today|just now|this (?:morning|afternoon)|now))*"
_TIMES = r"(?:\s+(?:once|twice|(?:two|three|four|\d|a\s+few|several)\s+times|again|today|just\s+now))*"
_BUT = r"(?:[\s,:;.–-]+(?:but|and|again)\b)*[\s,:;.–-]+"
_MEMBER = r"(?P<to>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)?)"

_IS_ON = r"(?:\s+(?:is|now|on|for|at|set|booked))*"

_RULES: tuple[tuple[Act, Outcome | None, str], ...] = (
    (Act.give, None, rf"(?:hand|give|pass|transfer|assign|reassign)(?:\s+(?:over|on))?\s+{_D}\s+(?:over\s+|on\s+|back\s+)?to\s+{_MEMBER}"),
    (Act.give, None, rf"(?:hand|give|pass)\s+(?P<to>[\w'’-]+)\s+{_D}"),
    (Act.give, None, rf"{_MEMBER}\s+(?:will |is |has |should )?(?:takes?|taking|taken|gets?|have|owns?)(?:\s+over)?\s+{_D}(?:\s+(?:over|now|from now on))*"),
    (Act.give, None, rf"{_D}\s+(?:now\s+)?(?:goes|belongs|moves|is going)\s+to\s+{_MEMBER}"),
    (Act.close, None, rf"(?:please\s+)?(?:close|kill|end|archive|delete|remove|bin|get rid of)(?:\s+(?:out|off|down))?\s+{_D}"),
    (Act.cancel, None, rf"{_D}\s+{_BEEN}(?:cancell?ed|called (?:it )?off)(?:\s+(?:on (?:me|us)|the|our|it|my|today|tomorrow|call|meeting|demo|visit|appointment|again))*"),
    (Act.cancel, None, rf"{_I}cancel(?:l?ed)?\s+(?:(?:the|our|my)\s+)?(?:{_WHAT}\s+(?:with|at)\s+)?{_D}(?:\s+(?:call|meeting|demo|visit))?"),
    (Act.cancel, None, rf"(?:(?:the|our|my)\s+)?{_WHAT}\s+(?:with|at)\s+{_D}\s+{_BEEN}(?:cancell?ed|called off|off)"),
    (Act.cancel, None, rf"{_D}\s+{_WHAT}\s+{_BEEN}(?:cancell?ed|called off|off)"),
    (Act.move, None, rf"(?:(?:the|our|my)\s+)?{_WHAT}\s+(?:(?:with|at)\s+)?{_D}\s+{_BEEN}{_MOVED}{_WHEN}"),
    (Act.move, None, rf"{_I}{_MOVED}\s+(?:(?:the|our|my)\s+)?{_WHAT}\s+(?:with|at)\s+{_D}{_WHEN}"),
    (Act.move, None, rf"{_D}\s+{_BEEN}{_MOVED}(?:\s+(?:the|our|it|us))?(?:\s+{_WHAT})?{_WHEN}"),
    (Act.move, None, rf"{_D}\s+{_WHAT}\s+{_BEEN}{_MOVED}{_WHEN}"),
    (Act.move, None, rf"{_I}(?:move[d]?|reschedul(?:ed?)|shift(?:ed)?)\s+{_D}(?:\s+{_WHAT})?{_WHEN}"),
    (Act.plan, None, rf"{_I}(?:put|pencil|set|get)\s+{_D}(?:\s+(?:in|down))?\s+(?:on|for|at)\s+(?P<when>\S.*)"),
    (Act.put_off, None, rf"{_I}(?:push(?:ed)?|postpone[d]?|delay(?:ed)?|defer(?:red)?|bump(?:ed)?|park(?:ed)?|put|hold(?: off)?(?: on)?)\s+{_D}(?:\s+(?:back|out|off))?{_WHEN}"),
    *((Act.touch, outcome, rf"{_I}{_RANG}\s+{_D}{_AGAIN}{_BUT}(?:i\s+)?{said}{_AGAIN}") for outcome, said in _OUTCOMES),
    *((Act.touch, outcome, rf"{_I}{said}\s+(?:at|from|with|by|for|to|on)\s+{_D}{_AGAIN}") for outcome, said in _LEFT),
    *((Act.touch, outcome, rf"{_D}[\s,:–-]+{said}{_AGAIN}") for outcome, said in (*_OUTCOMES, (Outcome.no_show, _NO_SHOW))),
    (Act.touch, Outcome.no_show, rf"no[ -]show(?:\s+(?:at|from|with|by))?\s+{_D}{_AGAIN}"),
    (Act.touch, Outcome.no_answer, rf"{_I}(?:called|rang|phoned|tried(?:\s+(?:calling|ringing))?)\s+{_D}{_TIMES}{_BUT}nothing{_AGAIN}"),
    (Act.silent, None, rf"{_D}\s+(?:still\s+|just\s+)?(?:(?:has|have)\s*(?:n['’]?t|not)|(?:did|does)\s*(?:n['’]?t|not)|never)\s+(?:yet\s+)?(?:sen[dt]|repl(?:y|ied)|answer(?:ed)?|responded?|c[ao]me\s+back|got(?:ten)?\s+back|written|wr[io]te|confirm(?:ed)?|return(?:ed)?)\b(?!.*\b(?:but|and|so)\b)[^,;.:]{{0,40}}"),
    (Act.back, None, rf"{_D}\s*(?:is|['’]s)\s+back(?:\s+(?:in|now|again|today|from\s+(?:leave|holidays?|vacation)|at\s+work|in\s+the\s+office))*"),
    (Act.away, None, rf"{_D}\s+(?:is\s+)?(?:off\s+sick|off\s+ill|sick|ill|off|ooo|(?:away|out)(?=\s+(?:until|till?|from|through|thru|back|(?:this|next)\s+week)\b)|out\s+of\s+(?:the\s+)?office|on\s+(?:leave|holidays?|hols|vacation|pto))(?P<until>\s+(?:until|till?|back))?\s+(?P<when>\S.*)"),
    (Act.worth, None, rf"{_D}\s+(?:is\s+)?(?:now\s+)?worth\s+(?:about\s+|around\s+)?(?P<what>[$€£]?\s?\d\S*(?:\s?(?:k|m|eur|usd|gbp|chf|euros?|dollars|pounds))?)"),
    (Act.hold, None, rf"{_D}\s+(?:is\s+|are\s+|goes\s+|now\s+)*on\s+hold\s+(?:until|till?|for)\s+(?P<when>\S.*)"),
    (Act.agree, None, rf"(?:(?:the|our|next|a)\s+)*(?:{_WHAT}\s+(?:with|at)|(?P<noun>meeting|demo|appointment))\s+{_D}{_IS_ON}\s+(?P<when>\S.*)"),
    (Act.agree, None, rf"{_D}\s+{_WHAT}{_IS_ON}\s+(?P<when>\S.*)"),
    (Act.tell, None, rf"{_D}\s+(?:just\s+)?(?:said|says)\s+(?:yes|no|ok(?:ay)?)"),
    (Act.silent, None, rf"{_D}\s+(?:(?:has|have|is|just|totally|completely)\s+)*(?:ghost(?:ed|ing)(?:\s+(?:me|us))?|(?:gone|went|going) (?:dark|quiet|silent))"),
    (Act.silent, None, rf"(?:still\s+)?(?:nothing|no (?:word|news|reply|sign)|silence|(?:i\s+)?have ?n['’]?t heard(?: anything)?)\s+(?:yet\s+)?from\s+{_D}(?:\s+(?:yet|so far))?"),
    (Act.words, None, rf"(?:please\s+)?(?:draft|write)(?:\s+me)?\s+(?:an?\s+|the\s+)?(?:follow[ -]?up|e?-?mail|message|note|reply|letter)(?:\s+e?mail)?\s+(?:for|to)\s+{_D}"),
    (Act.words, None, rf"what (?:should|do|can|could|shall) i (?:say|tell|write)(?:\s+to)?\s+{_D}"),
)  # fmt: skip
_COMPILED = tuple((act, outcome, re.compile(rf"^{rule}$", re.IGNORECASE)) for act, outcome, rule in _RULES)
_POLITE = re.compile(
    r"^(?:(?:please|pls|ok|so|hey|can you|could you|can we|could we|let['’]?s|i want to|i need to|i['’]d like to|we need to)\s+)+"
    r"|[\s,]*\b(?:please|pls|thanks|thx)[\s.!?]*$",
    re.IGNORECASE,
)
_LONGEST = 160
# "afspraak met § donderdag 10:00": the word and what stands behind it are in the row of each tongue.
_MEETING = re.compile(
    rf"^(?:(?:een|en|ett|et|eine?n?|un|une|una)\s+)?{any_of(word for tongue in TONGUES for word in words_of(tongue.meeting))}\s+(?={NAME})",
    re.IGNORECASE,
)


_BEHIND_NAME = re.compile(rf"^{_D}[\s,:–-]+(?P<rest>\S.*)$")


def doing(line: str) -> Doing | None:
    """None when the line, with `NAME` for the deal, tells none of these plainly."""
    line = _MEETING.sub("meeting with ", _POLITE.sub("", " ".join(line.split())).strip(" .,!?"))
    if len(line) > _LONGEST:
        return None
    if not_yet_tried(line):
        return Doing(Act.untried)
    behind = _BEHIND_NAME.match(line)
    if behind and is_silence(behind["rest"]):
        return Doing(Act.unheard)
    if left_us(line):
        return Doing(Act.tell)
    for act, outcome, rule in _COMPILED:
        found = rule.match(line)
        if found:
            said = found.groupdict()
            what = (said.get("what") or said.get("noun") or "").lower().replace("appointment", "meeting")
            returns = bool(said.get("until"))
            return Doing(act, said.get("to") or "", what, said.get("when") or "", outcome, returns)
    return None
