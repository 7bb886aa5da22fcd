"""What they say to us behind their name, without marks, is quoted: "Minh: pot's empty, come back to me in 3 months".

What "we" say who buy is quoted too: "Tim: we accept", "Priya: we stick with Canon". What they will do is a promise, and read as one.
By whom it speaks to: "you" and "your", what we are told to do for them, a "nah" or a "please no more". Behind "he said:" an "I" or "we"
is theirs too, and so is what they ask for. What the rep goes on with stays the rep's.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.reading.naming.persons import known_as
from bot.reading.outcome.stayedaway import stayed_away
from bot.reading.words.speech import NAME, first_clauses, quotes_in

_BURSTS = r"(?:cuts?\s+(?:me|us|in)(?:\s+(?:off|short|down|dead))?|interrupt(?:s|ed)(?:\s+(?:me|us))?|butt(?:s|ed)\s+in|bark(?:s|ed)|snap(?:s|ped)|growl(?:s|ed)|shout(?:s|ed)|yell(?:s|ed)|laugh(?:s|ed)|jok(?:es|ed)|huff(?:s|ed)|sigh(?:s|ed)|grumbl(?:es|ed)|groan(?:s|ed)|blurt(?:s|ed)(?:\s+out)?|quipp?(?:s|ed)|goes|(?:was\s+)?blunt|was\s+clear|straight\s+out)"
_SPEAKS = r"(?:says?|said|told\s+(?:me|us)|(?:just\s+)?(?:e-?mailed|texted|wrote|replied|answered|called|rang|messaged|pinged)(?:\s+(?:me|us))?(?:\s+back)?)"
_WHO = rf"(?:{NAME}|(?i:she|he|they))(?:\s+\([^()]{{1,30}}\))?(?:\s+(?:at|from|@)\s+[\w'’&-]+)?"
_HEAD = re.compile(
    rf"^(?P<head>\s*(?:(?:on\s+the\s+phone|call|tt|spoke\s+(?:to|w/|with))[\s,]+)?(?P<who>{_WHO})(?:\s+(?i:(?P<bursts>{_BURSTS})|{_SPEAKS}))?(?:\s*(?P<colon>:)|\s[-–—])\s+)(?P<said>\S.*)$",
    re.DOTALL,
)
_START = (
    r"(?:^|[,;.!]\s*|\s[-–—]\s|\b(?:and|but|so|then|just|please|pls|better)\s+)(?:(?:please|pls|just|better|maybe)\s+)*"
)
_TELLS = re.compile(
    r"(?<!thank\s)(?<!told\s)(?<!\bfor\s)\b(?:you|your|yours)(?:['’](?:re|ll|ve|d))?\b"
    rf"|{_START}(?:take|strike|remove|scratch|get|come|circle|check|ping|hit|call|try|ring|text|leave|let|keep|bring|give|show|ask|tell|talk|remind|spare|count|send|shoot)\s+(?:(?:back|again|to|on|in|up|with|off|out|by)\s+)*(?:me|us)\b"
    rf"|{_START}(?:come|circle|check|call|try|ask|ring|reach)\s+(?:back|again)\b"
    r"|^(?:nah|nope|naw|no\s+way|no\s+thanks|no\s+thx|forget\s+it|hell\s+no|stop\s+\w+ing|get\s+lost|lose\s+(?:my|our|this)\s+number|(?:please|pls)\s+(?:no|stop|do\s?n['’]?t|take|leave)|do\s?n['’]?t\s+(?:call|ring|bother|email|mail))\b",
    re.IGNORECASE,
)
# Where the rep goes on: a new sentence, what we do, or what stands in a log.
_GOES_ON = r",\s*(?=(?:(?:so|and|then|but)\s+)*(?:i|i['’]ll|i['’]m|i\s+will)\s+(?:will\s+|am\s+)?(?:re-?)?(?:send|call|ring|e-?mail|mail|chase|follow|try|prep|draft|quote|owe|look|check|get|do|write|bring|owe|said|told|asked|promised|go|ping|book|drop)\w*\b|(?:lvm|lm|cb|fu|f/u|follow[\s-]?up|sending|calling|trying|next\s+(?:call|step)|demo|closing|parking|(?:she|he|they)\b|(?:his|her|their)\b|(?:wants|needs|asks|asked|will|sends|signs|pays|returns|gets|is|has|was|told|said|says|likes|loves|liked|loved)\b))"
_ENDS = re.compile(rf"(?:[.!?;]+(?:\s+|$)|\n|\s+[-–—]\s+)|{_GOES_ON}", re.IGNORECASE)
_OURS = re.compile(r"^(?:(?:and|so|then)\s+)*(?:i|i['’]ll|i['’]m|will|calling|sending|trying)\b", re.IGNORECASE)

_OF_ONE = re.compile(r"(?:she|he)(?:['’](?:ll|s|d)|\s+will)\b", re.IGNORECASE)  # whoever tells of them


_SAYS = r"(?:says?|said|told\s+(?:me|us)|(?:writes?|wrote|e-?mailed|mailed|texted|messaged|replied|answered)(?:\s+(?:me|us))?(?:\s+back)?)"
_LEAD = r"(?:^|(?<=[.;!,]\s))"
_SAID_SO = re.compile(
    rf"{_LEAD}(?P<head>{_WHO}\s+(?i:(?:(?:just|then|also)\s+)?{_SAYS}):\s+)(?P<said>\S.*)$", re.DOTALL
)
_OF_THEMSELVES = re.compile(
    r"(?:(?:and|but|ok(?:ay)?|yes|no|thanks|sorry|hi|hello)[\s,.!]+)*(?:I|we|my|our)\b(?!\s+(?:told|said|called|rang)\b)",
    re.IGNORECASE,
)
_PLEASE = r"(?:please|pls|kindly|(?:can|could|would)\s+(?:you|u))\s+(?!note\b)\w"
_ASKS = re.compile(rf"(?:^|[.!?,;]\s+){_PLEASE}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_STOPS = re.compile(rf";|\n|\s+[-–—]\s+|{_GOES_ON}", re.IGNORECASE)
# "Ruby emailed that the board is fine. Please send the invoice by Thu"
_WROTE_AND_ASKS = re.compile(
    rf"^(?P<head>{_WHO}\s+(?i:{_SAYS})\b[^.!?:“”\"]*[.!?]\s+)(?P<said>(?i:{_PLEASE}).*)$", re.DOTALL
)


# "the review slid again (short staffed, she says)", "(too busy, his words)": what they gave as the reason.
_IN_BRACKETS = re.compile(
    rf"\s*\((?:(?i:she|he|they)\s+(?:says?|said)[\s:,]+(?P<behind>[^()“”\"]{{3,80}})|(?P<told>[^()“”\"]{{3,80}}?)(?:\s*,|\s+[-–—])\s*(?:(?:(?i:she|he|they)|{NAME})\s+(?:says?|said)|(?:(?i:in\s+)?(?i:her|his|their)|{NAME}['’]s)(?:\s+own)?\s+words))\)"
)


def _told_in_brackets(found: re.Match[str]) -> str:
    return f", they said “{(found['told'] or found['behind']).strip(' ,')}”"


# "Dana wrote: Hi Tom, I'll get the plan to you Friday. Best, Dana": a mail as it came, of which every word is theirs.
_GREETS_US = re.compile(
    rf"(?:hi|hello|hey|hiya|dear|good\s+(?:morning|afternoon)|morning|thanks|thank\s+you)(?:\s+(?:(?-i:{NAME})|there|all|team|guys|folks))?\s*(?:[,!.]|\s[-–])\s*(?=\S)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?<=[.!?])\s+(?:(?:best|kind\s+regards|regards|thanks|thx|cheers|br)[,.!]*(?:\s+{NAME})?|{NAME})[.\s]*$",
    re.IGNORECASE,
)
_WROTE = re.compile(r"\b(?:wr[oi]tes?|e-?mail\w*|mail\w*|text\w*|messag\w*|repl\w*|answer\w*)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:she|he|her|him|cb|lvm)\b", re.IGNORECASE)


def _letter(found: re.Match[str] | None) -> str:
    """What stands in it, behind its greeting; empty where the rep goes on to tell of them."""
    words = found["said"] if found and _WROTE.search(found["head"]) else ""
    greets = _GREETS_US.match(words)
    return "" if not greets or _OF_ANOTHER.search(words) else _SIGNED.sub("", words[greets.end() :]).strip()


def _said_so(text: str) -> str:
    """ "He said: we can live with 3,200, but we need it by May" is theirs to the end of the sentence, and what they ask for behind it."""
    found = _SAID_SO.search(text)
    if found and not any(quotes_in(text)) and (letter := _letter(found)):
        return f"{text[: found.start('said')]}“{letter}”"
    is_theirs = found and (_OF_THEMSELVES.match(found["said"]) or _ASKS.search(found["said"]))
    told_of = found or _WROTE_AND_ASKS.match(text)
    if told_of is None or (found and not is_theirs) or any(quotes_in(text)):
        return text
    at, words = told_of.start("said"), told_of["said"]
    first, *more = _SENTENCE.split(words)
    theirs = [first, *takewhile(re.compile(_PLEASE, re.IGNORECASE).match, more)]
    told = words[: len(words) - len(" ".join(more[len(theirs) - 1 :]))] if len(theirs) <= len(more) else words
    end = _STOPS.search(told)
    said, rest = (words[: end.start()], words[end.start() :]) if end else (told, words[len(told) :])
    lead = "" if found else "they said: "
    return f"{text[:at]}{lead}“{said.strip()}” {rest.strip()}".strip()


# What only a buyer says of a deal. Who says "her" tells of them.
_SO_MANY = r"(?:it|them|both|all|\d+|one|two|three|four|five|six|ten|the\s+(?:deal|offer|lot|order|big|small|first|second|other)(?:\s+one)?)"
_WE_BUY = re.compile(
    r"^(?:(?:ok(?:ay)?|yes|yep|no|right|fine|great|well|so|sorry|and)[\s,.!]+)*we(?:['’]?(?:ll|re|ve))?\s+(?:(?:will|are|have|all|both|just|now|not|def|definitely|going\s+to|gonna|would|decided\s+to)\s+)*"
    rf"(?:accept(?:ed)?\b|agreed?\s+to\s+(?:it|that|this|your?|the)\b|(?:take|order)\s+{_SO_MANY}(?:\s+of\s+(?:them|those|it))?[\s.!]*$|(?:go(?:ing|in|ne)?|went)\s+(?:with\b|w/|ahead\b|for\s+it\b)|(?:stick|stay)(?:ing)?\s+(?:with\b|w/)|(?:do(?:ing)?\s+it|in|on\s+board)(?=\s*(?:$|[,.!])))",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:her|him|them(?<!take\sthem)(?<!of\sthem)|his|their)\b", re.IGNORECASE)


def is_buyers(words: str) -> bool:
    """ "we accept", "we're going with you, i send the contract": of the "we" who buys."""
    end = _ENDS.search(words)
    first = words[: end.start()] if end else words
    return bool(_WE_BUY.match(first)) and not _OF_THEM.search(first)


def with_their_marks(text: str, ours: Sequence[str] = ()) -> str:
    """ "Hamish cut me off: take us off your list" -> "Hamish cut me off: “take us off your list”". `ours` are no buyers."""
    text = _said_so(text if "(" not in text or any(quotes_in(text)) else _IN_BRACKETS.sub(_told_in_brackets, text))
    found = _HEAD.match(text)
    if found is None or any(quotes_in(text)):
        return text
    end = _ENDS.search(found["said"])
    said = found["said"][: end.start()] if end else found["said"]
    is_told = found["colon"] and (found["bursts"] or (_TELLS.search(said) and stayed_away(first_clauses(said)) is None))
    is_told = is_told and not (_OURS.match(said) or _OF_ONE.match(said))
    if not said or not (is_told or (is_buyers(said) and not known_as(found["who"], ours))):
        return text
    return f"{found['head']}“{said.strip()}”{'.' if end else ''} {found['said'][end.end() :] if end else ''}".strip()
