"""The thing in front of who acts, or a lead that says only whose turn it is: "the plan I send her Monday", "it is on Dana to …".

Each rule gives the clause in its plain order, or nothing.
"""

import re

from bot.phrases import base_verb
from bot.reading.grammar.ourthings import is_thing
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.openverbs import is_plain_act
from bot.reading.words.speech import CAPITAL, NAME

_DET = r"(?:(?:the|an?|our|my|his|her|their|this|that|these|those|both|two|three|final|new|revised|updated|signed)\s+)"
_FRONTED = re.compile(
    rf"{AND_ALSO}(?P<thing>(?P<det>{_DET}*)(?P<first>(?!(?:can|could|should|shall|may|will|would|she|he|it|i|we|they|that|if|when|what|where|how|why|who|which|as|because|since|so|until|till|before|after|once|than|thinks?|hopes?|hoped|told|said|says|swears?|swore|vows?|vowed|promise[sd]?|reckons?|knows?|sure|agreed|confirm(?:s|ed)?|guess|maybe|if|whether)\b)[a-z][\w'’/-]*)(?:\s+[\w'’/-]+){{0,4}}?)\s+(?P<who>i|we|she|he|they|{NAME})(?:['’](?:ll|m|s|re)|\s+will|\s+shall|\s+(?:is|am|are)\s+to)?\s+(?P<verb>[a-z]+)(?P<to>(?:\s+(?:her|him|them|me|us|over|out|back|off|myself|personally|to\s+(?:her|him|them|me|us)|for\s+(?:her|him|them|me|us)|from\s+(?P<giver>her|him|them|me|us)))*)$",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(rf"{CAPITAL}[^\W\dA-Z]+(?:\s+(?:van|von|der|den|de|la|ter|ten))*")
_BEHIND = re.compile(r"\s(?:i|we|she|he|they|(?-i:[A-Z])\w+)(?:['’]\w+)?\s", re.IGNORECASE)
_HANDS = frozenset(
    "send get give have bring mail email post show deliver ship write draft file forward hand supply provide make prepare price quote check return confirm do submit upload drop share receive fix sign redo start begin finish review approve pay clear book order".split()
)
_GETS = frozenset("get have receive".split())
_NO_THING = re.compile(
    r"\b(?:day|days|time|week|moment|minute|date|year|month|reason|way|said|says|told|and|but|or|(?:texted|e-?mailed|mailed|messaged|whatsapp(?:ed)?|pinged|wrote|writes|replied|answered|called|rang|phoned|promised|swore|insists?)(?:\s+(?:me|us|back|that))*)$",
    re.IGNORECASE,
)
_ON_WHOM = re.compile(
    rf"{AND_ALSO}(?:(?:it(?:['’]s|\s+is)|it\s+falls|that(?:['’]s|\s+is)|(?:it(?:['’]s|\s+is)\s+)?(?:up|down))\s+(?:now\s+)?|(?=(?:now\s+)?on\s)(?:now\s+)?)(?:on|up\s+to|down\s+to|to|for)\s+(?:(?P<us>me|us)|(?P<them>her|him|them)|(?P<name>{NAME}))\s+(?:now\s+)?to\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_MEANT_TO = re.compile(
    rf"{AND_ALSO}(?:we(?:['’]ve|\s+have)?\s+)?(?:settled|agreed|landed)\s+(?:up)?on\s+(?:(?P<us>me|us|my|our)|(?P<them>her|him|them|his|their)|(?P<name>{NAME}))\s+(?P<verb>[a-z]+ing)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_TO_EXPECT = re.compile(
    rf"{AND_ALSO}(?:(?:(?:i|we)\s+)?told\s+(?:her|him|them|{NAME})\s+(?P<ours>)|(?:(?:she|he|they|{NAME})\s+)?(?:told|asked|said\s+to|tells)\s+(?:me|us)\s+(?P<theirs>)|(?:we|i)\s+(?:can|are\s+to|am\s+to|should)\s+)(?:to\s+)?(?:expect|look\s+for|look\s+out\s+for|count\s+on|watch\s+for)\s+(?P<thing>(?!(?:her|him|them|me|us|to|no|nothing|news|a\s+call)\b)\S.*)$",
    re.IGNORECASE,
)
_COMMITS = re.compile(
    rf"{AND_ALSO}(?:(?P<us>i|we)|(?P<them>she|he|they)|(?P<name>{NAME}))(?:['’]ve|['’]s|\s+has|\s+have)?\s+(?:now\s+|just\s+)?(?:committed|commits)\s+to\s+(?P<thing>(?:an?|the|our|their|his|her)\s+\S.*|[a-z]+ing\s+.*)$",
    re.IGNORECASE,
)


def fronted(bare: str, when: str) -> str:
    """ "the staffing plan I send her" -> "I will send her the staffing plan"."""
    found = _FRONTED.match(bare) if _BEHIND.search(bare) else None
    verb = base_verb(found["verb"]) if found else None
    if not found or verb not in _HANDS or _NO_THING.search(found["thing"]):
        return ""
    if not (found["det"] or is_thing(found["thing"]) or base_verb(found["first"]) is None) or found["first"].endswith(
        "ed"
    ):
        return ""
    if found["who"].isupper() and len(found["who"]) > 1:  # "wants the DPA draft": a paper, and nobody's name
        return ""
    if not found["det"] and _is_first_name(found["thing"], found["who"]):
        return ""
    is_ours = found["who"].lower() in {"i", "we"}
    if verb in _GETS and not re.search(
        r"\bto\b|\bfor\s+(?:me|us|her|him|them)|\b(?:her|him|them|me|us)\b(?<!from\s..)",
        found["to"].replace(found["giver"] or "\0", ""),
    ):
        return f"{'they' if is_ours else 'I'} will send {found['thing']}{when}"
    who = "I" if is_ours else found["who"] if found["who"][0].isupper() else "they"
    return f"{who} will {verb} {found['thing']}{found['to']}{when}"


def _is_first_name(thing: str, who: str) -> bool:
    """ "Anna Berg signs": all of it is who acts; "PO Dana sends" is not."""
    is_name = bool(_FIRST_NAME.fullmatch(thing)) and not is_thing(thing.lower())
    return is_name and who[0].isupper() and who != "I"


def on_whom(bare: str, when: str) -> str:
    """ "it is on Dana to get us the counts", "we settled on me sending the layout"."""
    found = _ON_WHOM.match(bare)
    if found and is_plain_act(first := found["act"].split()[0], found["act"][len(first) :]):
        return f"{_who(found)} will {found['act']}{when}"
    meant = _MEANT_TO.match(bare)
    verb = base_verb(meant["verb"]) if meant else None
    return f"{_who(meant)} will {verb} {meant['rest']}{when}" if meant and verb else ""


def to_expect(bare: str, when: str) -> str:
    """ "told her to expect the layout", "she told me to count on the list", "Dana committed to a decision"."""
    found = _TO_EXPECT.match(bare)
    if found:
        return f"{'I' if found['ours'] is not None else 'they'} will send {found['thing']}{when}"
    commits = _COMMITS.match(bare)
    if not commits:
        return ""
    first = commits["thing"].split()[0].lower()
    verb = base_verb(first) if first.endswith("ing") else None
    act = f"{verb}{commits['thing'][len(first) :]}" if verb else f"give us {commits['thing']}"
    return f"{_who(commits)} will {act if verb or not commits['us'] else 'send ' + commits['thing']}{when}"


def _who(found: re.Match[str]) -> str:
    return "I" if found["us"] else found["name"] or "they"


_DOES = re.compile(
    rf"{AND_ALSO}(?P<who>i|we|she|he|they|{NAME})\s+do(?:es)?\s+(?P<thing>(?P<det>(?:the|an?|our|my|her|his|their|all|both|final)\s+)?\S.*)$",
    re.IGNORECASE,
)
_OWES = re.compile(
    rf"{AND_ALSO}what\s+(?:(?P<us>i|we)|(?P<them>she|he|they)|(?P<name>{NAME}))\s+(?:still\s+)?owes?(?:\s+(?:me|us|her|him|them))?\s*(?:[:=]|is|are)\s*(?P<thing>\S.*)$",
    re.IGNORECASE,
)
_WAITS_ON = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)(?:['’](?:m|re))?\s+)?(?:(?:am|are|still)\s+)*waiting\s+(?:on|for)\s+(?:her|him|them|{NAME})\s+for\s+(?P<thing>\S.*?)(?:\s+due)?$",
    re.IGNORECASE,
)
_TO_REACH = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:i|we|she|he|they|it|nothing|trying|hard|unable|able)\b)\S.{{0,60}}?)\s+(?:to|will|should|must|has\s+to)\s+(?:reach\s+|get\s+to\s+|be\s+with\s+|be\s+w/\s*|come\s+to\s+)(?:(?P<us>me|us)|her|him|them)$",
    re.IGNORECASE,
)
_EXPECT = re.compile(
    rf"{AND_ALSO}expect(?:ing)?\s+(?P<thing>(?!(?:her|him|them|a\s+call|no|nothing|news)\b)\S.{{0,60}}?)\s+from\s+(?:her|him|them|{NAME})$",
    re.IGNORECASE,
)


def does_or_owes(bare: str, when: str) -> str:
    """ "Tom does the sizes", "what I owe her: a sketch"."""
    does = _DOES.match(bare)
    if does and (does["det"] or is_thing(does["thing"])):
        who = "I" if does["who"].lower() in {"i", "we"} else does["who"] if does["who"][0].isupper() else "they"
        return f"{who} will do {does['thing']}{when}"
    owes = _OWES.match(bare)
    return f"{_who(owes)} will send {owes['thing']}{when}" if owes else ""


def awaited_from(bare: str, when: str) -> str:
    """ "waiting on her for the sizes", "the copy to reach us", "expect the form from Dana"."""
    found = _WAITS_ON.match(bare) or _EXPECT.match(bare)
    if found:
        return f"they will send {found['thing']}{when}"
    reach = _TO_REACH.match(bare)
    if not reach or base_verb(reach["thing"].split()[0]) is not None:
        return ""
    return f"{'they' if reach['us'] else 'I'} will send {reach['thing']}{when}"
