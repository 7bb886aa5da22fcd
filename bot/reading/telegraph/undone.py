"""What was not done, and gets another day: "hasn't read it yet, pushed to Thu", "po slipped again, now eom". Nothing new is promised."""

import re
from collections.abc import Sequence
from itertools import islice

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.ourthings import is_eithers, is_thing
from bot.reading.promises.whose import HAPPENS
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME
from bot.reading.words.theirs import THEIRS

_WHO = rf"(?:she|he|they|{NAME})"
_THEIR_PEOPLE = r"(?:(?:the|her|his|their)\s+)?(?:legal|finance|procurement|purchasing|compliance|accounting|engineering|it|hr|security|boss|lawyers?|counsel|attorney|avocat|committee|board|team|cfo|ceo|cto|coo|gc|controller|partner|accountants?|broker|architects?)"
_MOST_DATES = 4
_PUSHES = re.compile(
    rf"{AND_ALSO}(?:now\s+)?(?:(?P<who>{_WHO}|that|it)(?=['’\s])\s*)?(?:(?:swears?|swore|promise[sd]|says|said|vows?)\s+(?:that\s+)?(?:she|he|they)\s*)?(?:(?:is|are|['’](?:s|re)|now|all|only|still|just|got|has\s+been|was|been)\s+)*"
    r"(?:pushing|aiming|shooting|hoping|targeting|going|gunning|looking|asking|coming|comes|pushed|moved|bumped|shifted|slid|slides|sliding|slips|slipping|drifted|kicked|bumps|moves|delayed|rescheduled|goes\s+out|going\s+out|(?:is|it['’]s)\s+on\s+its\s+way|now\s+it['’]?s|slipped|postponed|delayed|new\s+(?:date|day|eta|deadline|target)(?:\s+(?:she|he|they)\s+(?:gave|named|set|told)(?:\s+(?:me|us))?)?(?:\s+is)?|promised|promises|swears|swore|vows|says|said|saying|(?:['’]ll\s+|will\s+)?(?:have|has|get|gets|send|sends|do|does|doing)\s+(?:it|that|them|those)(?:\s+(?:to|back|over|in|done|with|me|us))*|will\s+do(?:\s+(?:it|that|so))?|more\s+like|make\s+it|rather|will|now)(?:\s+(?:it|that|back|out|for|to|at|on|by|until|till?))*$",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    rf"{AND_ALSO}(?P<who>i|we|{_WHO})?\s*(?:(?:said|says)\s+(?:that\s+)?(?:she|he|they|{_THEIR_PEOPLE})\s+|{_THEIR_PEOPLE}\s+)?(?:still\s+)?"
    r"(?:ha[sd]\s?n['’]?t|have\s?n['’]?t|did\s?n['’]?t|has\s+not|have\s+not|did\s+not|never|not|will\s+not(?:\s+be)?|wo\s?n['’]?t(?:\s+be)?|ca\s?n['’]?t|could\s?n['’]?t|(?:was|were)\s+(?:(?:(?:supposed|meant|due|going)\s+)?to(?!\s+(?:be|receive|(?:get|have)\s+(?:our|my))\b)|gonna))\s+(?:yet\s+|even\s+)?(?:(?:managed|got\s+round|had\s+(?:time|a\s+chance))\s+to\s+)?"
    r"(?P<act>[a-z]+\b.*?)(?:\s+(?:yet|so\s+far|this\s+(?:week|month|quarter|year)|by\s+then|in\s+time|yesterday|last\s+\w+|(?:by\s+|on\s+)?\d{1,2}[/.]\d{1,2}|(?:as|like|when)\s+(?:(?:she|he|they)\s+(?:had\s+)?)?(?:promised|agreed|said|planned|swore)))*(?:\s+(?:and|but)\s+(?:still\s+)?(?:nothing|nada|zip|nope|no\s+sign)(?:\s+yet)?)?$",
    re.IGNORECASE,
)
# "meant to loop in IT and didn't", "forgot to send it", "forgot the drawings"
_MEANT_TO = re.compile(
    rf"{AND_ALSO}(?:(?:i|we|{_WHO}|{_THEIR_PEOPLE})\s+|(?=forgot\s+to\b))(?:(?:clean\s+|totally\s+|just\s+)?forgot\s+(?:to\s+(?P<forgot>[a-z]+\b.*)|(?P<thing>(?:the|our|his|her|their)\s+.+))|(?:meant|wanted|planned|intended|promised|(?:was|were)\s+[a-z]+)\s+to\s+(?P<act>[a-z]+\b.*?)(?:\s+(?:last\s+\w+|yesterday|this\s+\w+))?,?\s+(?:and|but)\s+(?:(?:has|have|did|was|were)\s?(?:n['’]?t|not)|never\s+did|forgot)(?:\s+(?:yet|so|so\s+far))?)$",
    re.IGNORECASE,
)
# "owed me the form by 3/10": told as past, it has not come.
_OWED_US = re.compile(
    rf"{AND_ALSO}(?:{_WHO}|{_THEIR_PEOPLE})\s+(?:owed\s+(?:me|us)|(?P<swore>(?:swore|promised|said|vowed|claimed|told\s+(?:me|us))\s+(?:that\s+)?(?:i|we)(?:['’]d|\s+would)\s+(?:have|get|see)))\s+(?P<thing>\S.{{1,40}}?)(?:\s+(?:by|on|for|since|from))?(?P<past>\s+(?:last\s+\w+|yesterday|\d{{1,2}}[/.]\d{{1,2}}))?$",
    re.IGNORECASE,
)
# "no PO this month": a day for it may follow.
_NONE_YET = re.compile(
    rf"{AND_ALSO}no\s+(?P<thing>{THEIRS})\s+(?:this\s+(?:week|month|quarter|year)|yet|so\s+far)(?:\s+(?:then|sadly|i['’]m\s+afraid))?$"
    rf"|{AND_ALSO}still\s+no\s+(?P<still>(?!(?:answer|reply|response|word|news|luck|time|money|budget|interest|contact|call|sign|yes)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)(?:\s+from\s+(?:her|him|them|{NAME}))?$",
    re.IGNORECASE,
)
_SLIPPED = re.compile(
    rf"{AND_ALSO}(?:{NAME}(?:\s+[a-z]\b\.?)?\s+)?(?P<thing>(?:(?:the|their|her|his|{NAME}['’]s)\s+)?{THEIRS})\s+(?:(?:is|has|was|been|just|still)\s+)*(?:slipped|slid|drifted|late|delayed|postponed|overdue|missing|stuck|(?:pushed|moved|bumped|shifted|kicked|put\s+back)(?!\s+(?:to|up|into|past)\b)|(?:not\s+(?:yet\s+)?|un)(?:in|here|done|signed|back|cut|raised|issued|out|sent|through|[a-z]+ed)(?!\s+(?:to|about|in|by)\b))\b",
    re.IGNORECASE,
)
_HOLDS_ON = re.compile(
    rf"^(?:(?:and|but|then|so|now|still|instead)\s+)*(?:(?:says|said|swears|swore|vows|promises|promised)\s+(?:that\s+)?)?(?:(?P<us>i|we)|she|he|they|{NAME})?(?:['’](?:ll|s|re|m)|\s+(?:will|is|are|am))?\s*(?:now\s+|then\s+)?(?P<verb>[a-z]+)\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_GETS_TO = frozenset("get begin start finish".split())  # "didn't get to the samples, tests them by Tue"
_HANDS_OVER = frozenset("send mail email forward share deliver give get bring post upload submit".split())
_NAMES_NOTHING = frozenset("it them that those these so one him her".split())
_BEHIND_THE_THING = re.compile(
    r"\s+(?:of|for|to|from|by|in|on|at|with|w/|past|through|over|off|up|out|back)\b", re.IGNORECASE
)
_TURNS_UP = frozenset("show showed turn come came join joined appear attend".split())
_US = frozenset({"i", "we"})
_COMES_TO_US = re.compile(
    r"(?:get|got|gotten|receive|received|have|had|see|seen|hear|heard)\b(?!\s+to\b)", re.IGNORECASE
)
_OF_A_THING = frozenset({"the", "her", "his", "their", "our", "it", "that", "this"})
_PARTICIPLES = {"touched": "do", "opened": "open", "begun": "begin", "read": "read", "sent": "send", "done": "do", "seen": "see", "spoken": "speak", "gone": "go", "got": "get", "given": "give", "made": "make", "told": "tell", "written": "write", "met": "meet", "taken": "take", "brought": "bring", "put": "put", "heard": "hear", "found": "find", "looked": "look", "paid": "pay", "run": "run", "shown": "show"}  # fmt: skip


def undone(clause: str, dates: Sequence[DateReading]) -> str:
    """What they have not done, or will not do by then, as a plain verb: "hasn't read the stats yet" -> "read the stats"."""
    if late := late_thing(clause):
        return late
    bare = clause
    for day in reversed(tuple(islice(dates, _MOST_DATES))):
        bare = f"{bare[: day.start]} {bare[day.end :]}"
    bare = " ".join(bare.split()).strip(" ,.")
    told = _OWED_US.match(bare)
    owed = (told if told and (told["past"] or (dates and not told["swore"])) else None) or _NONE_YET.match(clause)
    if owed:
        return f"send {owed['thing'] or owed.groupdict().get('still')}"
    meant = _MEANT_TO.match(bare)
    found = None if meant else _UNDONE.match(bare)
    act = (meant["act"] or meant["forgot"] or f"send {meant['thing']}") if meant else found["act"] if found else ""
    first, _, rest = act.partition(" ")
    if first.lower() in _OF_A_THING:  # "hasn't got round to the results"
        return f"do {act}"
    if first.lower() in _TURNS_UP:  # who did not show has left no act undone
        return ""
    if found and (found["who"] or "").lower() in _US and _COMES_TO_US.match(act):  # "we haven't got the plan yet"
        return ""
    verb = _PARTICIPLES.get(first.lower()) or base_verb(first) or _of_past(first)
    return f"{verb} {rest}".strip() if verb else ""


def does_again(undone: str, by: Side | None, clause: str) -> bool:
    """ "hasn't walked the floor … now he walks it by Wed": the same act on the same thing, whatever day it gets."""
    if undone and undone in clause:
        return True
    found = _HOLDS_ON.match(clause) if undone else None
    if not found or bool(found["us"]) is not (by is Side.ours):
        return False
    act, _, rest = undone.lower().partition(" ")
    verb, (first, *others) = base_verb(found["verb"].lower()) or "", found["what"].lower().split()
    if first in _NAMES_NOTHING:
        return verb in {act, "do"} or act in _GETS_TO or _HANDS_OVER.issuperset({verb, act})
    thing = _BEHIND_THE_THING.split(rest)[0].split()
    is_same = verb == act or _HANDS_OVER.issuperset({verb, act})
    return is_same and bool(thing) and thing[-1] in {first, *others}


def gives_new_day(bare: str, undone: str = "") -> bool:
    """Whether the words before a day say nothing but that it is then: "pushed to", "now says", "[samples] now coming"."""
    words = bare.split()
    named = next((at for at, word in enumerate(words) if word.lower() not in {"the", *undone.lower().split()}), 0)
    return bool(_PUSHES.match(" ".join(words[named:])))


def is_new_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "now says mon" behind what they still owe."""
    day = dates[0] if len(dates) == 1 else None
    behind = _NOW.fullmatch(clause[day.end :]) if day else None
    if day is None or behind is None or was_due(clause):
        return False
    return gives_new_day(clause[: day.start].strip(" ,."))


def is_now_on(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "fri now", just behind what they have not done."""
    behind = _NOW.fullmatch(clause[dates[0].end :]) if len(dates) == 1 else None
    return bool(behind and behind[0].strip(" .!") and not clause[: dates[0].start].strip(" ,."))


_NOW = re.compile(r"(?:\s+(?:now|instead|then|latest|at\s+the\s+latest))*[\s.!]*", re.IGNORECASE)
_NOT_READY = re.compile(
    rf"{AND_ALSO}(?:{NAME}\s+)?(?:(?:says|said|hears?)\s+(?:that\s+)?)?(?P<thing>(?:(?:the|their|her|his)\s+)?[a-z][\w'’-]*(?:\s+[\w'’-]+)?)\s+(?:is\s?n['’]?t|is\s+not|are\s?n['’]?t|not|wasn['’]?t|has\s?n['’]?t|has\s+not)\s+(?:yet\s+|even\s+|really\s+|been\s+)*(?P<how>done|ready|finished|complete|in|here|back|there|started|begun|touched|opened)(?:\s+yet)?$",
    re.IGNORECASE,
)


_PROMISED_IT = rf"(?:\s+(?:(?:that|which)\s+)?(?:she|he|they|{NAME}|(?P<us>i|we))\s+(?:had\s+)?(?P<owed>promised|owed|owes|(?:was|were)\s+(?:(?:supposed|meant|going)\s+)?to\s+[a-z]+|(?:said|swore)\s+(?:she|he|they|i|we)(?:['’]d|\s+would)\s+[a-z]+)\b.{{0,40}}?)"
_IS_LATE = r"(?:(?:is|are|was|were)\s+)?(?:is\s?n['’]?t|are\s?n['’]?t|not|never|has\s?n['’]?t|did\s?n['’]?t|still|no\s+sign|nowhere|slipped|late|overdue|missing|delayed)"
_LATE = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|our|my|{NAME}['’]s)\s+)?(?!(?:i|we|she|he|they|it|that|this|who|call|meeting|demo|is|are|was|were)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,3}}?)"
    rf"(?:{_PROMISED_IT}\s+{_IS_LATE}\b.*|\s+(?:(?:has\s+|have\s+|was\s+|were\s+|is\s+|are\s+)?(?:slipped|late|overdue|missing|delayed)(?:\s+(?:again|once\s+more))?|(?:was|were|had\s+been)\s+(?:due|promised|supposed|meant|expected)\b[^,;]{{0,30}}|due\s+[^,;]{{1,20}}|(?:(?:has|have)\s+)?(?:never|has\s?n['’]?t|have\s?n['’]?t|did\s?n['’]?t)\s+(?:came|come|arrived?|landed|materiali[sz]ed|show(?:ed|n)?\s+up|turned\s+up)(?:\s+yet)?))$",
    re.IGNORECASE,
)
_STILL_OWED = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?still\s+ow(?:ed?|ing)\s+(?:her|him|them|{NAME})\s+(?P<thing>\S.{{0,60}}?)(?:\s+(?:from|since)\s+.{{1,20}})?$",
    re.IGNORECASE,
)
_NO_SIGN_YET = re.compile(
    rf"{AND_ALSO}(?:still\s+)?no\s+(?:sign\s+of\s+(?:the\s+)?)?(?P<thing>(?!(?:one|news|idea|date|day|time|rush|answer|budget|call|meeting|demo|word|need|problem|vm|voicemail|luck|joy|reply|response)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)(?:\s+(?:yet|so\s+far|here|in))$",
    re.IGNORECASE,
)
_MAY_BE_LATE = re.compile(
    r"\b(?:due|promised|supposed|meant|expected|slipped|late|overdue|missing|delayed|never|arrive|come|came|yet|still|so\s+far|no\s)",
    re.IGNORECASE,
)  # what most clauses hold nothing of
_WAS_DUE = re.compile(
    r"\b(?:was|were)\s+(?:due|expected|promised(?!\s+(?:an?|the|to|our|my|us|me|this|that)\b))\b", re.IGNORECASE
)


def was_due(clause: str) -> bool:
    """ "the files were due Wed": that day has been, whatever its name."""
    return bool(_WAS_DUE.search(clause))


def owed_late(clause: str, dates: Sequence[DateReading], doer: Side | None) -> tuple[str, Side | None]:
    """A thing that was due, and whose it is: whose words or act the line told before, where the clause does not say."""
    if not _MAY_BE_LATE.search(clause):
        return "", None
    owed = _STILL_OWED.match(clause)
    if owed:
        return f"send {owed['thing']}", Side.ours
    none = None if dates or doer is Side.ours else _NO_SIGN_YET.match(clause)
    if none and not HAPPENS.search(none["thing"]):
        return f"send {none['thing']}", Side.theirs
    found = _LATE.match(clause)
    if not found or HAPPENS.search(found["thing"]) or (dates and not was_due(clause) and not found["owed"]):
        return "", None
    first = found["thing"].split()[0].lower()
    is_ours = found["us"] or first in {"our", "my"} or (is_thing(found["thing"]) and not is_eithers(found["thing"]))
    is_theirs = found["us"] is None and (
        found["owed"] or " from " in found["thing"] or first in {"their", "her", "his"} or first.endswith(("'s", "’s"))
    )
    is_theirs = is_theirs or (not is_ours and bool(_NEVER_REACHED_US.search(clause)))
    side = Side.ours if is_ours else Side.theirs if is_theirs and not was_due(clause) else doer
    return (f"send {found['thing']}", side) if side else ("", None)


_NEVER_REACHED_US = re.compile(
    r"\b(?:never|n['’]t|not)\s+(?:came|come|arrived?|landed?|show(?:ed)?\s+up|turn(?:ed)?\s+up)\b", re.IGNORECASE
)
_OF_WORK = frozenset("started begun touched opened".split())  # of what is made, and not sent


def late_thing(clause: str) -> str:
    """What has not come, as a plain act: "po slipped again" -> "send po"."""
    found = _SLIPPED.match(clause) or _NOT_READY.match(clause)
    if not found:
        return ""
    is_work = (found.groupdict().get("how") or "").lower() in _OF_WORK
    return f"{'do' if is_work else 'send'} {found['thing']}"


_A_FEW_WORDS = 40  # characters


def late_by_their_words(clause: str, said: str) -> str:
    """ "says the review “not even started”": what it is stands before their words."""
    return late_thing(f"{clause} {said}") if said and len(said) < _A_FEW_WORDS else ""


def _of_past(word: str) -> str:
    low = word.lower()
    stems = (low.removesuffix("ed"), low.removesuffix("d"), f"{low[:-3]}y" if low.endswith("ied") else "")
    return next((stem for stem in stems if stem and base_verb(stem) == stem), "") if low.endswith("ed") else ""
