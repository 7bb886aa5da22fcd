"""Who asked for time to find out owes the answer: "I said let me ask Rick, I'll have an answer tomorrow" is ours.

So is what they had questions about: "had 2 q's on hosting. Answering both by Mon".
"""

import re

from bot.reading.words.speech import NAME

_THEIR_WORDS = re.compile(
    rf"\b(?:(?:she|he|they)|{NAME})(?:\s+(?:also|then|just))?\s+(?:said|says|goes|told|tells|wrote)\b", re.IGNORECASE
)
_FINDS_OUT = re.compile(
    r"\b(?:let\s+(?:me|us)|(?:i|we)(?:['’]ll|['’]?d|\s+(?:will|would|have\s+to|need\s+to|had\s+to|needed\s+to|must|got\s+to|gotta|should)))\s+(?:(?:just|first|quickly|go|better)\s+)*"
    r"(?:ask|check|find\s+out|look\s+(?:into|it\s+up)|run\s+(?:it|that|this)\s+(?:by|past)|clear\s+(?:it|that|this)\s+with|(?:take|bring)\s+(?:it|that|this)\s+(?:to|up\s+with)|confirm\s+with|talk\s+to|see\s+(?:what|if|whether))\b",
    re.IGNORECASE,
)
_I_HAVE_IT = re.compile(
    r"^(?:(?:and|so|then|that)\s+)*(?:i|we)(?:['’]ll|\s+will|['’]m\s+going\s+to|\s+should)\s+(?:have|get|know)\b",
    re.IGNORECASE,
)

_ANSWER = re.compile(
    r"^(?:(?:and|so|then|with)\s+)*(?:(?:an?|the|my|our)\s+)?(?:answer|reply|response|decision|verdict)\s+(?!from\b|to\b)(?P<when>.+)$",
    re.IGNORECASE,
)


def finds_out(clause: str) -> bool:
    """Whether we ask somebody of ours, or look it up, before we answer."""
    return bool(_FINDS_OUT.search(clause)) and not _THEIR_WORDS.search(clause)


def has_it_then(clause: str) -> bool:
    """ "I'll have an answer": behind that, what we found out; elsewhere what we get from them."""
    return bool(_I_HAVE_IT.match(clause))


def our_answer(clause: str) -> str:
    """ "answer by Mon", behind that: we give it."""
    found = _ANSWER.match(clause)
    return f"I will give them an answer {found['when']}" if found else ""


_THEIR_QUESTIONS = re.compile(
    rf"(?:^|\b)(?:she|he|they|(?:(?:her|his|their|the)\s+)?[a-z]+|{NAME})\s+(?:(?:still|also|just|only)\s+)*(?:had|has|have|asked|raised|sent\s+(?:me|us)|emailed\s+(?:me|us)|came\s+(?:back|up)\s+with)\s+(?!(?:our|my|the)\b)(?:[\w'’-]+\s+){{0,3}}?(?:q['’]?s|questions?|points|objections|concerns)\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"^(?:(?:and|so|then|will\s+be|am)\s+)*(?P<act>(?:answering|addressing|tackling|covering|clearing\s+up|working\s+through)\s+(?:it|them|these|those|both|all|each|the\s+lot)\b.*)$",
    re.IGNORECASE,
)


def asks_us(clause: str) -> bool:
    """ "Dana had 3 q's"; not "legal has our 3 q's"."""
    return bool(_THEIR_QUESTIONS.search(clause)) and not re.match(r"(?:i|we)\b", clause, re.IGNORECASE)


_THEIR_ANSWERS = re.compile(rf"(?:(?:her|his|their|the|{NAME}['’]s)\s+)?(?:answers?|repl(?:y|ies))\s+(?P<due>due\b.*)$", re.IGNORECASE)  # fmt: skip


def answers_them(clause: str) -> str:
    """ "answering both by Mon", "her answers due Fri", behind that."""
    found, due = _ANSWERING.match(clause), _THEIR_ANSWERS.match(clause)
    return f"I am {found['act']}" if found else f"I will send the answers {due['due']}" if due else ""
