"""What they say to us behind their name, without marks, is quoted: "Minh: pot's empty, come back to me in 3 months".

By whom it speaks to: "you" and "your", what we are told to do for them, a "nah" or a "please no more". What the rep goes on with stays the rep's.
"""

import re

from bot.reading.speech import NAME, quotes_in

_BURSTS = r"(?:cuts?\s+(?:me|us|in)(?:\s+(?:off|short|down|dead))?|interrupt(?:s|ed)(?:\s+(?:me|us))?|butt(?:s|ed)\s+in|bark(?:s|ed)|snap(?:s|ped)|growl(?:s|ed)|shout(?:s|ed)|yell(?:s|ed)|laugh(?:s|ed)|jok(?:es|ed)|huff(?:s|ed)|sigh(?:s|ed)|grumbl(?:es|ed)|groan(?:s|ed)|blurt(?:s|ed)(?:\s+out)?|quipp?(?:s|ed)|goes|(?:was\s+)?blunt|was\s+clear|straight\s+out)"
_SPEAKS = r"(?:says?|said|told\s+(?:me|us)|(?:just\s+)?(?:e-?mailed|texted|wrote|replied|answered|called|rang|messaged|pinged)(?:\s+(?:me|us))?(?:\s+back)?)"
_WHO = rf"(?:{NAME}|(?i:she|he|they))(?:\s+\([^()]{{1,30}}\))?(?:\s+(?:at|from|@)\s+[\w'’&-]+)?"
_HEAD = re.compile(
    rf"^(?P<head>\s*(?:(?:on\s+the\s+phone|call|tt|spoke\s+(?:to|w/|with))[\s,]+)?{_WHO}(?:\s+(?i:(?P<bursts>{_BURSTS})|{_SPEAKS}))?\s*:\s+)(?P<said>\S.*)$",
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
_ENDS = re.compile(
    r"(?:[.!?;]+(?:\s+|$)|\n|\s+[-–—]\s+)|,\s*(?=(?:(?:so|and|then|but)\s+)*(?:i|i['’]ll|i['’]m|i\s+will)\s+(?:will\s+|am\s+)?(?:re-?)?(?:send|call|ring|e-?mail|mail|chase|follow|try|prep|draft|quote|owe|look|check|get|do|write|bring|owe|said|told|asked|promised|go|ping|book|drop)\w*\b|(?:lvm|lm|cb|fu|f/u|follow[\s-]?up|sending|calling|trying|next\s+(?:call|step)|demo|closing|parking|(?:she|he|they)\b|(?:his|her|their)\b|(?:wants|needs|asks|asked|will|sends|signs|pays|returns|gets|is|has|was|told|said|says|likes|loves|liked|loved)\b))",
    re.IGNORECASE,
)
_OURS = re.compile(r"^(?:(?:and|so|then)\s+)*(?:i|i['’]ll|i['’]m|will|calling|sending|trying)\b", re.IGNORECASE)


def with_their_marks(text: str) -> str:
    """ "Hamish cut me off: take us off your list" -> "Hamish cut me off: “take us off your list”"."""
    found = _HEAD.match(text)
    if found is None or any(quotes_in(text)) or _OURS.match(found["said"]):
        return text
    end = _ENDS.search(found["said"])
    said = found["said"][: end.start()] if end else found["said"]
    if not said or not (found["bursts"] or _TELLS.search(said)):
        return text
    return f"{found['head']}“{said.strip()}”{'.' if end else ''} {found['said'][end.end() :] if end else ''}".strip()
