"""Whether plain words, typed behind "Why did Acme say no?", are a reason. What takes the no back, puts it off or asks is none.

A reason tells of them: the price, a rival, the time. That they take something on by a day, or that we spoke, is a call.
"""

import re

from bot.reading.line.callreading import CallReading
from bot.reading.mentioned.headings import firm_before
from bot.reading.naming.namekeys import key, legal_forms
from bot.reading.plain.endings import is_known_why, told_ending
from bot.reading.plain.questions import is_question
from bot.reading.words.daynames import WORKDAY

_LEAD = r"^(?:(?:oh|ah|hm+|um+|no|nope|wait|sorry|oops|whoops|actually|ok|okay|well|but|and|so|hey)[\s,.!…-]+)*"
_IT = r"(?:its\s+|(?:it|that|this|she|he|they|we|the\s+deal|this\s+one|that\s+one)(?:['’](?:s|re))?\s+|[\w&.'’-]+\s+(?=is|was|has|did))?"
_IS = r"(?:(?:is|are|was|were|am|have|has|had|did|do|does)\s*)?(?:not|n['’]?t|never)\s+(?:(?:really|actually|quite|at\s+all)\s+)*"
_ENDS = r"(?=\s*(?:$|[,;.!]|\b(?:yet|at\s+all|anymore|any\s+more)\b))"
_NOT_SO = rf"{_IT}{_IS}(?:(?:lost|dead|gone|closed|a\s+no|over|so|true|that\s+one){_ENDS}|(?:say|said|mean)\s+(?:no|it|that)\b)"
_STILL = rf"{_IT}(?:(?:is|are)\s+)?still\s+(?:open|alive|(?:on|in)(?=\s*(?:$|[,;.!]))|(?:going|running){_ENDS}|live|interested|talking|deciding|warm)"
_DROPPED = (
    r"(?:never\s*mind|nvm|cancel(?:\s+(?:that|it))?|(?:forget|scratch|ignore|strike|undo|skip|leave|drop)\s+(?:it|that|this)(?:\s+(?:one|open))?|my\s+(?:mistake|bad)|by\s+mistake|mis(?:take|click|typed)"
    r"|(?:the\s+)?wrong\s+(?:deal|one|company|button|name)|i\s+(?:was\s+wrong|made\s+a\s+mistake|meant\s+(?!(?:the|their|our|his|her|it|that|price|budget|timing)\b)\S.*)|stop|wait|hold\s+on|hang\s+on|one\s+(?:moment|second|sec|minute)|(?:not\s+yet|later|nothing|abort|exit|quit))(?=\s*(?:$|[,;.!]|\b(?:please|then|for\s+now)\b))"
)
_FIRST = (
    r"(?:let\s+me\s+\S|(?:i|we)(?:['’]?ll|\s+(?:will|should|must|have\s+to|need\s+to|want\s+to|am\s+going\s+to|are\s+going\s+to))\s+(?:first\s+)?(?:ask|check|find|call|ring|see|think|try|get|look|talk|speak|wait|tell|come)\b"
    r"|(?:have|need|want)\s+to\s+(?:ask|check|find|think)\b|give\s+me\s+(?:a|one|until)\b)"
)
# "actually no", "wait, they didn't": a no and nothing behind it
_NO_ALONE = rf"(?:no|nope|nah|{_IT}(?:is|are|was|has|have|had|did|do|does)\s*(?:not|n['’]?t))[\s.!]*$"
_TAKES_BACK = re.compile(rf"{_LEAD}(?:{_NO_ALONE}|{_NOT_SO}|{_STILL}|{_DROPPED}|{_FIRST})", re.IGNORECASE)
# "later, no budget this year", "wait, they went with Oracle"
_TELLS_WHY = re.compile(r"(?:no\s+(?:budget|money|need|time)|too\s+\w+|they\s+(?:went|chose|picked|have|had|want|need)|price|cost|timing)\b", re.IGNORECASE)  # fmt: skip
# What a rep does, or means to: "chase the invoice", "gotta ring Ann". What may be a thing as well ("call centre") needs more behind it.
_OURS = r"(?:(?:i|we|just|also|still|then)\s+)*(?:(?:really|still|also|first)\s+)*(?:(?:need|have|got|want|am\s+going|going|remember|try)\s+to|must|should|['’]?(?:d\s+)?better|gotta|gonna|don['’]?t\s+forget\s+to)\s+(?:(?:really|still|also|first|just)\s+)*"
_ACTS = r"(?:ring|call|phone|dial|chase|ping|nudge|e-?mail|mail|text|message|remind|follow\s+up|send|book|schedule|prep|draft|visit|meet)"
_WITH_WHOM = r"(?!(?:her|him|them|it|me|us|back|again|off)\b)[\w'’-]+(?:\s+[\w'’-]+)?"
_DO_IT = rf"(?:{_OURS}{_ACTS}\s|(?:chase|ping|nudge|send|remind|follow\s+up|draft|prep)\s+\w|{_ACTS}\s+{_WITH_WHOM}\s+(?:back|again|about|re|today|tonight|tomorrow|later|at\s+\d|after|before|next|{WORKDAY})\b)"
_WISHED = re.compile(
    rf"^(?:{_DO_IT}|(?:please|pls|can\s+you|could\s+you|let['’]?s)\s|(?:remind|show|schedule|log|add|mark|put|set|give)\s+(?:me|it|this|that|the|her|him|them|a)\b)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?P<head>[^:]{2,60}?)\s*:\s+(?P<rest>\S.*)$")
# "dana said yes" is of whoever is named there; "they said too high" may be of anybody
_TELLS = re.compile(
    r"^(?!(?:they|she|he|it|who|we|i)\b)[\w'’-]+\s+(?:said|says|told|wants|called|rang|asked|agreed|promised)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"^(?:(?:and|also|but|so)\s+)*(?:she|he|they|her|his|their)\b", re.IGNORECASE)
_THANKS = re.compile(
    r"^(?:(?:ok|okay|great|perfect|cool|nice|many|good|sure|fine|hi|hello|hey)[\s,!.]*)?(?:thanks?|thank\s+you|thx|ty|cheers|great|perfect|cool|got\s+it|nice|super|hi|hello|hey|lol|bye)(?:\s+(?:a\s+lot|so\s+much|very\s+much|again|bot|anyway|for\s+\S.*))?[\s!.]*$",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"^(?:(?:just|i|we|ok|so|had|have|has|finally|then|well|and)\s+)*(?:(?:spoke|talked|chatted)\s+(?:to|with|w/)|(?:called|rang|phoned|met|reached)\s+(?!off\b|it\b|their\b|for\b)|(?:left|sent)\s+(?:an?|her|him|them|another|the|vm|lvm|voice\s?mail|msg)\b|[\w'’-]*\s*picked\s+up(?=\s*(?:$|[,;.!]))|(?:an?\s+)?(?:call|chat|meeting|demo|lunch)\s+(?:with|w/))",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """ "never mind", "no wait, it is not dead", "hm let me ask Sam first": the deal stays open."""
    found = _TAKES_BACK.match(text)
    rest = text[found.end() :].strip(" ,.;!") if found else ""
    return found is not None and not (rest and (is_known_why(rest) or _TELLS_WHY.match(rest)))


def is_of_whom_was_told(text: str) -> bool:
    """ "She's back Wednesday", behind a line about somebody else, may go on with it; "they went with Oracle" is a reason all the same."""
    return bool(_OF_THEM.match(text)) and not (is_known_why(text) or _TELLS_WHY.match(text))


def head_of(text: str) -> str:
    """What may be a company before the colon: "Zorbo: too expensive". A known reason or a plain heading is none."""
    found = _HEAD.match(text)
    if found is None or is_known_why(found["head"]) or _TELLS_WHY.match(found["head"]):
        return ""
    return firm_before(found["head"])


def is_surely_anothers(text: str) -> bool:
    """ "zorbo ltd: too dear", "Acme Rockets: Dana said yes": by a legal form, or by somebody's words. Capitals decide nothing."""
    found, head = _HEAD.match(text), head_of(text)
    return bool(found and head) and bool(legal_forms(key(head)) or (found and _TELLS.match(found["rest"])))


def is_something_else(text: str) -> bool:
    """Thanks, a question, a wish, an end once more without its reason: nothing that was asked for."""
    ended = told_ending(text)
    return bool(_THANKS.match(text) or _WISHED.match(text) or is_question(text) or (ended and not ended.why))


def is_call(text: str, told: CallReading) -> bool:
    """What they take on by a day, a next step, or that we spoke; a known reason at its head is one all the same."""
    if is_known_why(text):
        return False
    arranged = told.next_step is not None or any(promise.due for promise in told.promises)
    return arranged or bool(_SPOKE.match(text))
