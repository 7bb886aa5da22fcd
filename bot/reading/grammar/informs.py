"""What they tell or ask us is news, a wish or a question, and no act that they take on: "asks for 5% off", "confirms the date".

Whom they ask of their own people is an act: "asks her boss".
"""

import re

from bot.reading.grammar.accepting import accepts
from bot.reading.words.daynames import MONTH

_INFORMS = re.compile(
    r"^(?:confirms?|confirmed|says|mentions?|notes?|reports?|explains?)\s+(?:that\s+)?(?:the\s+|their\s+|a\s+|our\s+)?(?:[\w&'’-]+\s+){0,2}?(?:deadline|date|launch|start|opening|closing|hearing|vote|inspection|audit|training|kick-?off|call|demo|meeting|mtg|visit|walk|tour|review|session|workshop|install(?:ation)?|cut-?over|go-?live|budget|price|address|number|spelling|spelled)\b(?!\s+(?:by|before)\b)|^confirm(?:s|ed)\b.*\b(?:at|for)\s+[$€£]?\d[\d.,]*\s?k?\s*$"
    r"|^sends?\s+(?:(?:his|her|their|me|us|you)\s+)*(?:regrets|regards|best|apologies|love|greetings|thanks|wishes|condolences|congrats)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:(?:is|are|['’]s|['’]re|was|were|also|still|just|now)\s+)*(?:asks?|asking|asked|wonders?|wondering|enquires?|inquires?)\s+(?:me\s+|us\s+)?"
    r"(?:(?:again|also)\s+)?(?:for|about|after|whether|if|how|what|when|why|where|which|who"
    r"|(?:the|our|your|an?)\s+(?:[\w-]+\s+){0,2}?(?:prices?|pricing|costs?|rates?|terms|lead\s+times?|discount|questions?|dates?|size|weight|model)\b)",
    re.IGNORECASE,
)

# "Anders stops 1 May": who ends there; "stops by Tuesday" is a visit.
_STOPS_THERE = re.compile(
    rf"^(?:(?:is|will|['’]s|are|['’]re)\s+)*(?:stop(?:s|ping)?|finish(?:es|ing)?(?=\s+(?:there|here|work|on\s+the\s+\d|\d|at\s+(?:the\s+)?end|end|in\s+[a-z]+$)))\s+(?:(?:there|here|work(?:ing)?(?:\s+(?:there|here|for\s+them))?|as\s+\w+|at\s+the\s+company)\s*)?(?:(?:on\s+)?(?:the\s+)?\d|on\s+[a-z]+\s+\d|(?:at\s+(?:the\s+)?)?end\b|in\s+[a-z]+\s*$|{MONTH}\b|next\s+(?:week|month|year)|$)",
    re.IGNORECASE,
)
# Whom they ask of their own people, and what they do besides, is an act.
_ACTS_TOO = re.compile(
    r"\b(?:at|with)\s+(?:the|her|his|their)\s+(?:[\w-]+\s+)?(?:board|boss|plant|team|cfo|ceo|legal|finance|committee|managers?|management|owners?|office|hq)\b"
    r"|\band\s+(?:then\s+)?(?:sends?|signs?|brings?|pays?|returns?|orders?|emails?|books?)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:asks?|asked|asking|wonders?|wondering|wants?\s+to\s+know)\s+(?:me\s+|us\s+)?(?P<what>(?:whether|if|how|what|when|why|where|which|who|about)\b.{3,80})$",
    re.IGNORECASE,
)
_FINDS_OUT = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:i|we)(?:['’]ll|\s+will)?\s+(?P<act>(?:will\s+)?(?:find\s+(?:that\s+|it\s+)?out|ask|(?:tell|let)\s+(?:her|him|them)(?:\s+know)?|(?P<alone>check|clarify)(?:\s+(?:it|that))?))$",
    re.IGNORECASE,
)


def question_in(clause: str) -> str:
    """What they want to know: "whether we install on weekends"."""
    found = _QUESTION.search(clause)
    return found["what"].strip(" .?!") if found else ""


def finds_out(clause: str, question: str) -> str:
    """ "I find out", behind their question: "I will find out whether we install on weekends"; empty for anything else."""
    found = _FINDS_OUT.match(clause.strip(" ,."))
    if not found or not question or (found["alone"] and question.startswith("about ")):
        return ""
    act = re.sub(r"^will\s+|\s+(?:that|it)(?=\s|$)", "", found["act"], flags=re.IGNORECASE)
    return f"I will {act} {re.sub(r'^if', 'whether', question, flags=re.IGNORECASE)}"


def only_informs(words: str) -> bool:
    """`words` stand behind who does it."""
    is_news = _INFORMS.match(words) or _STOPS_THERE.match(words) or accepts(words)
    return bool(is_news or (_ASKS.match(words) and not _ACTS_TOO.search(words)))
