"""What somebody only thinks, hopes or bets on is nobody's word: "my sense is they order Mon", "pretty sure she signs", "her boss reckons he'll pay".

Whose mind it is decides nothing; what one means to do oneself is a plan. That they agreed on a plan is no guess.
"""

import re

from bot.reading.words.speech import NAME

_AND = r"^(?:(?:and|but|so|then|well|still|just|only|really|fingers)\s+)*"
_MIND = r"(?:sense|read(?:ing)?|hunch|gut(?:\s+(?:feel(?:ing)?|instinct))?|feel(?:ing)?|impression|take|view|opinion|instincts?|forecast|prediction|estimate|expectation|suspicion|theory|assumption|guess|bet|vibe|money)"
# Who is thought to act, and that they do: not "my estimate is with her", "the plan is signed".
_ACTS = r"(?!(?:i|we)\b)(?:(?:she|he|they|it|legal|finance)\b|(?:(?:the|her|his|their)\s+)?[\w'’.-]+(?<!ed)(?:\s+[A-Z][\w'’-]+)?\s+(?:will|would|may|might|can|could|gonna|(?!is\b|was\b|has\b|as\b|us\b|his\b|this\b)\w+s)\b)"
_OWNER = rf"(?:(?:my|our|the|her|his|their)|{NAME}['’]s|(?:(?:the|her|his|their)\s+)?[a-z]+['’]s)(?:\s+(?:own|best|honest|first|overall|current|personal|general))?"
_FELT = rf"{_OWNER}\s+(?:{_MIND}|(?<=my\s)plan)(?:['’]s|\s+(?:is|was|says|said|tells\s+me|would\s+be))\s*:?\s+(?:that\s+)?{_ACTS}|(?:my|the)\s+money(?:['’]s|\s+is)\s+on"
_HOPED = re.compile(
    rf"^(?:(?:and|but|so|then|well|still|just|only|really|fingers|am|i['’]?m|we['’]?re|i|we|are)\s+)*(?:hop(?:e|ing)|pray(?:ing)?|bet(?:ting)?|guess(?:ing)?|wish(?:ing)?|dream(?:ing)?|gambl(?:e|ing)|crossed|reckon(?:ing)?|suspect(?:ing)?|with\s+(?:any\s+|some\s+|a\s+(?:bit|little)\s+(?:of\s+)?)?luck|god\s+willing|touch\s+wood|knock\s+on\s+wood|inshallah|ideally|in\s+a\s+perfect\s+world"
    rf"|(?:my|the)\s+(?:guess|bet|hunch|gut|hope|dream|wish)(?:\s+(?:is|says|on|would\s+be))?\b(?!\s+(?:from|for)\b)|{_FELT}|(?:would|['’]d|will)?\s*be\s+(?:great|nice|good|ideal|lovely|awesome|sweet|huge)\s+(?:if|to)|if\s+only)\b(?!\s+(?:to|on)\b)",
    re.IGNORECASE,
)
_MY_MIND = r"(?:imh?o|fwiw|personally|(?:in|to)\s+my\s+(?:honest\s+|humble\s+)?(?:opinion|view|book|eyes|mind)|if\s+you\s+ask\s+me|from\s+where\s+i\s+sit)"
_SURE = r"(?:(?:pretty|fairly|quite|very|rather|almost|dead|reasonably|not\s+so)\s+)?(?:sure|certain|confident|convinced|positive|optimistic|hopeful)"
_LIKELY = r"(?:no\s+doubt|odds\s+are|chances\s+are|(?:it\s+)?(?:looks|sounds|seems|feels|smells)(?:\s+(?:to\s+me|likely))?(?:\s+(?:like|as\s+(?:if|though)))?)"
_I_THINK = r"(?:i|we)(?:['’](?:d|m|re))?(?:\s+(?:would|do|am|are|also|still|really|personally|honestly|just|kind\s+of|strongly))*\s+(?:think|believe|figure|predict|foresee|imagine|assume|presume|expect|trust|doubt|feel|say|gather|fear)"
_THINKS = re.compile(
    rf"{_AND}(?:{_MY_MIND}|{_I_THINK}|(?:(?:i|we)(?:['’](?:m|re)|\s+am|\s+are|m(?=\s))?\s+)?(?:{_SURE}|{_LIKELY}))[\s,:]+(?:that\s+)?{_ACTS}",
    re.IGNORECASE,
)
_PEOPLE = r"legal|finance|procurement|purchasing|(?:the|her|his|their)\s+(?:boss|cfo|ceo|coo|cto|owner|buyer|team|board|committee|manager|director|lawyers?|counsel|partner|people|guys)"
# "I expect her to sign", "counting on Dana to send it": what we wait for is no act of ours.
_COUNTS_ON = re.compile(
    rf"{_AND}(?:(?:i|we)(?:['’](?:m|re|d))?\s+(?:(?:am|are|do|still|would)\s+)*)?(?:expect(?:ing)?|trust(?:ing)?|see(?:ing)?|picture|imagine|(?:count|bank|rely|bet|reckon)(?:ing)?\s+on)\s+(?:her|him|them|{NAME}|{_PEOPLE})\s+(?:to\s+[a-z]+|(?!(?:during|morning|evening|everything|anything|nothing)\b)[a-z]+ing)\b",
    re.IGNORECASE,
)
_THEY_GUESS = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?!(?:i|we)\b)(?:[\w'’.-]+\s+){1,3}?(?:thinks?|thought|reckons?|believes?|guess(?:es|ed)?|figures?|suspects?|hopes?|hoped|doubts?|bets?|imagines?|assumes?)\s+(?:that\s+)?(?:she|he|they|it|the\s+\w+|her\s+\w+|his\s+\w+)(?:['’]ll|['’]d|\s+(?:will|would|may|might|can|could|signs?|orders?|approves?|sends?|gets?|goes|buys?))\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?P<who>(?:the|her|his|their)\s+\w+|{NAME}|she|he|they)\s+(?:thinks?|thought|reckons?|believes?|guess(?:es|ed)?|figures?|suspects?|hopes?|hoped|doubts?|bets?|imagines?|assumes?)\s+(?:that\s+)?(?P<whom>{NAME})(?:['’]ll|['’]d|\s+(?:will|would|may|might|can|could|[a-z]+s))\b",
)  # "Tom reckons Dana will sign"
_AT_THE_END = re.compile(
    rf"(?<!\bwhat)(?<!\bhow)(?<!\bwho)(?<!\bwhich)(?<!\bif)(?<!\bwhether)\s(?:she|he|they|i|we|{NAME})\s+(?:thinks?|reckons?|believes?|guess(?:es)?|figures?|suspects?|hopes?|bets?|imagines?|assumes?|suppose[sd]?)[\s.!]*$",
    re.IGNORECASE,
)  # "he'd sign off the same day he reckons"
_OPENS = re.compile(
    rf"(?P<mind>\b(?:(?:my|our)\s+(?:\w+\s+)?{_MIND}|{_MY_MIND}))\s*[:,]\s+(?=(?:she|he|they|{NAME}|legal|finance|the|her|his|their)\b)",
    re.IGNORECASE,
)
_TAIL = 40  # characters
_A_MARK = frozenset(":,")


_PLEASE = re.compile(r"\b(?:please|pls|plz)[\s.!]*$", re.IGNORECASE)


def is_opinion(text: str) -> bool:
    """ "hoping linda signs by friday", "her colleague thinks she'll sign", "I expect her to sign"."""
    ways = (_HOPED, _THEY_GUESS, _THINKS, _COUNTS_ON, _OF_ANOTHER)
    return any(pattern.match(text) for pattern in ways) or bool(_AT_THE_END.search(text[-_TAIL:]))


def is_plea(text: str) -> bool:
    """ "her questions by Mon pls": what we ask of them they have not promised."""
    return bool(_PLEASE.search(text))


def with_its_opinion(text: str) -> str:
    """ "my hunch: they sign Fri" -> "my hunch is they sign Fri": the mark parts no clause from whose guess it is."""
    return _OPENS.sub(_joined, text) if not _A_MARK.isdisjoint(text) else text


def _joined(found: re.Match[str]) -> str:
    return f"{found['mind']} " if re.fullmatch(_MY_MIND, found["mind"], re.IGNORECASE) else f"{found['mind']} is "
