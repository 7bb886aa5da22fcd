"""What a message begins with and says nothing: "hi", "good morning", "Dear Rob". What follows is what was meant; no other word is taken off."""

import re

_HELLO = (
    r"(?:h+i+|hello|hey+|hiya|hallo|hej|moin|good\s+(?:morning|afternoon|evening|day)|morning(?=\s*[,!])"
    r"|guten\s+(?:morgen|tag|abend)|goede(?:morgen|middag|navond)|dear(?=\s+[^\n,]{1,40},?\s*\n))"
)
# "Good Morning Foods: no answer": before a colon it is the beginning of a name.
_NAMES = r"(?!(?:hello|hallo|moin|(?:good|guten)\s+[a-z]+)(?:\s+(?-i:[A-ZÀ-Þ])[\w'’&-]*){1,3}:[^\S\n])"
_GREETING = re.compile(
    rf"^{_NAMES}{_HELLO}(?:\s+(?:there|all|everyone|everybody|team|folks|guys|bot|again))?(?![\w'’&-])(?!\s*:)[\s,!.;–-]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\s*(?:(?:kind|best|warm|many)\s+)?(?:regards|wishes|thanks(?!\s+\w)|cheers|sincerely|best|yours(?:\s+\w+)?|br|mfg|(?:viele|beste|mit\s+freundlichen)\s+gr(?:ü|ue)(?:ß|ss)en?)\s*[,.!]*\s*$",
    re.IGNORECASE,
)
_FEWEST_IN_LETTER = 4  # words


def without_greeting(text: str) -> str:
    """The message behind its greeting; as it is when it begins with none."""
    found = _GREETING.match(text)
    return text[found.end() :] if found else text


def letter_to(text: str, name: str) -> str:
    """What is written to somebody of that name, behind the greeting: "Rob,\\n\\nthanks for the quote …"; empty when it is no letter."""
    head = re.match(rf"^{re.escape(name)}(?:\s+\w+)?\s*(?:[,!:]|\n|[–-]\s)\s*", text, re.IGNORECASE)
    body = _unsigned(text[head.end() :]) if head else ""
    return body if len(body.split()) >= _FEWEST_IN_LETTER else ""


def _unsigned(body: str) -> str:
    """Who closes it with their regards has said all that they say."""
    lines = body.splitlines()
    end = next((at for at, line in enumerate(lines) if at and _CLOSING.match(line)), len(lines))
    return " ".join(" ".join(lines[:end]).split())
