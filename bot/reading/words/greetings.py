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
_REGARDS = r"(?:(?:kind|best|warm|many)\s+)?(?:regards|wishes|thanks|thank\s+you|cheers|sincerely|best|yours(?:\s+\w+)?|br|mfg|(?:viele|beste|liebe|mit\s+freundlichen)\s+gr(?:ü|ue)(?:ß|ss)en?)"
# "Regards\nMark Good\nAda's Bistro", "… next week. Thanks, Saul\nMersey Glass"
_CLOSING = re.compile(rf"(?:^|\n|(?<=[.!?]))[^\S\n]*{_REGARDS}[^\S\n]*(?:[,.!]+\s*|\n\s*|$)", re.IGNORECASE)
_SIGNS = re.compile(r"(?:[A-ZÀ-Þ][^\s.!?:;,]*\.?(?:\s+[\w&'’.,|-]+){0,4}|[a-zà-þ]{2,15}(?:\s+[a-zà-þ]{2,15})?)")
_MOST_SIGNING = 5  # lines
_FEWEST_IN_LETTER = 4  # words


def without_greeting(text: str) -> str:
    """The message behind its greeting; as it is when it begins with none."""
    found = _GREETING.match(text)
    return text[found.end() :] if found else text


def letter_to(text: str, name: str) -> str:
    """What is written to somebody of that name, behind the greeting: "Rob,\\n\\nthanks for the quote …"; empty when it is no letter."""
    head = re.match(rf"^{re.escape(name)}(?:\s+\w+)?\s*(?:[,!:]|\n|[–-]\s)\s*", text, re.IGNORECASE)
    body = " ".join(unsigned(text[head.end() :])[0].split()) if head else ""
    return body if len(body.split()) >= _FEWEST_IN_LETTER else ""


def unsigned(text: str) -> tuple[str, str]:
    """What a letter says, and the lines under it by which it is signed: nothing is told behind them."""
    for closing in _CLOSING.finditer(text):
        lines = [line.strip() for line in text[closing.end() :].splitlines() if line.strip()]
        if closing.start() and (not lines or _SIGNS.fullmatch(lines[0])):
            return text[: closing.start()].strip(), "\n".join(lines[:_MOST_SIGNING])
    lines = text.rstrip().splitlines()
    end = len(lines)
    while (
        end > 1
        and len(lines) - end < _MOST_SIGNING
        and (not lines[end - 1].strip() or _SIGNS.fullmatch(lines[end - 1].strip()))
    ):
        end -= 1
    said = "\n".join(lines[:end]).rstrip()
    signs = (said and said[-1] in ".!?") or not lines[end - 1 : end] or (end < len(lines) and not lines[end].strip())
    return (said, "\n".join(line.strip() for line in lines[end:] if line.strip())) if signs else (text.strip(), "")
