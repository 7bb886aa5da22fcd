"""What a thumb leaves out is put back: "po by eom" is "they will send po by eom", "needs 2 wks to talk to legal" is a promise.

Each rule gives the clause as the sentence that was meant, or nothing. What could be either side's is left as it stands.
"""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from bot.phrases import base_verb
from bot.reading.bounds import ends_with_day
from bot.reading.datewords import NUMBER, DateReading
from bot.reading.speech import NAME

_AND = r"^(?:(?:and|but|then|so|also)\s+)*"
_WHO = rf"(?:she|he|they|{NAME})"
_ASIDE = re.compile(r"\s+\((?![^()]*\d)[^()“”\"]{1,40}\)")
# What a buyer hands over, or does, though no verb says so.
_THEIRS = (
    r"(?:p\.?o\.?s?|purchase\s+orders?|signatures?|signed\s+(?:(?!(?:the|our|their|an?|that|this)\b)\w+\s+)?(?:contract|agreement|order|quote|nda|msa|sow|copy|docs|paperwork|form|loi)"
    r"|sign[\s-]?off|decisions?|approvals?|(?:final\s+|verbal\s+)?(?:answer|yes(?:\s+or\s+|/)no|go/no-?go|go-?ahead|green\s+light)|feedback|red-?lines?|mark-?ups?|legal(?:\s+(?:review|comments|redlines|sign-?off))?"
    r"|(?:security\s+)?questionnaires?|(?:board|committee|budget|security|legal|procurement|finance|exec|management)\s+(?:decision|approval|sign-?off|review|ok|answer|feedback|vote)"
    r"|(?:usage|volume|headcount|store|site|seat|sales)\s+(?:numbers|figures|data|list|counts?)|requirements|payment|deposit|countersigned\s+\w+|their\s+(?:\w+\s+){1,2}?(?:list|data|numbers|figures|answer|comments|questions|spec|specs))"
)
_COMES = (
    r"(?:\s+(?:is|are|will\s+be|should\s+be|to\s+be|to|will|should|won['’]?t|wo\s?n['’]t|will\s+not|not|can['’]?t|is\s?n['’]?t|be|come|comes|coming|arrive|arrives|land|lands|expected|due|promised|back|in|through|over"
    r"|ready|out|sent|happen|happening|available|to\s+(?:you|us|me)|from\s+(?:her|him|them|legal|finance|procurement|the\s+board|"
    + NAME
    + r")))*"
)
_AWAITED = re.compile(
    rf"{_AND}(?P<thing>(?:(?:the|their|her|his|a|an|first|final|revised|new|updated|second|full)\s+)*{_THEIRS}(?:\s+copy)?){_COMES}$",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    rf"{_AND}(?:(?:their|her|his|the)\s+)?(?P<who>legal|finance|procurement|purchasing|security|(?:the\s+)?board|committee|infosec|it|hr)\s+"
    r"(?P<act>(?:back|replies|answers|responds|reviews?|approves?|signs?(?:\s+off)?|sends?|gets?|returns?|finish(?:es)?|turns?|has|clears?|confirms?|issues?|releases?|processes)(?:\s+(?:the\s+|their\s+|its\s+|a\s+)?(?!to\b|it\b|on\b|with\b)[\w-]+){0,3}?(?:\s+(?:to\s+us|it|on\s+it|with\s+(?:comments|redlines)))*)$",
    re.IGNORECASE,
)
_NEEDS_TIME = re.compile(
    rf"{_AND}(?P<who>{_WHO})?\s*(?:just\s+|still\s+)?(?:needs?|wants?|asked\s+for|asks\s+for|has|gets)\s+(?:(?:about|another|around|~|until|til|till)\s*)?(?P<long>(?:{NUMBER}\s+(?:more\s+)?(?:days?|wks?|weeks?|fortnights?|months?)|a\s+fortnight))\s+to\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_NEEDS_UNTIL = re.compile(
    rf"{_AND}(?P<who>{_WHO})\s+(?:just\s+|still\s+)?(?:needs?|has|wants?)\s+(?:un)?til(?:l)?$", re.IGNORECASE
)
_BUYS = r"(?:sign(?:\s+off)?|decide|order|buy|pay|approve|go\s+live|kick\s?off|countersign|start|begin|commit|close)"
_SAYS = re.compile(
    rf"{_AND}(?P<who>{_WHO})\s+(?:says|said|confirms|confirmed|reckons|thinks|promises|promised|hopes)\s+(?:to\s+)?(?P<act>{_BUYS}\b.*)$",
    re.IGNORECASE,
)
_PUSHES = re.compile(
    rf"{_AND}(?:(?P<who>{_WHO}|that|it)\s+)?(?:(?:is|are|['’](?:s|re)|now|all|only|still|just|got|has\s+been|was|been)\s+)*"
    r"(?:pushing|aiming|shooting|hoping|targeting|going|gunning|looking|asking|pushed|moved|slipped|postponed|delayed|promised|promises|swears|swore|vows|says|said|will\s+do(?:\s+(?:it|that|so))?|more\s+like|make\s+it|rather|will|now)(?:\s+(?:it|that|back|out|for|to|at|on|by|until|till?))*$",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    rf"{_AND}(?P<who>{_WHO})?\s*(?:(?:said|says)\s+(?:that\s+)?(?:she|he|they)\s+)?(?:still\s+)?"
    r"(?:has\s?n['’]?t|have\s?n['’]?t|did\s?n['’]?t|has\s+not|have\s+not|did\s+not|not|will\s+not(?:\s+be)?|wo\s?n['’]?t(?:\s+be)?|ca\s?n['’]?t|could\s?n['’]?t|(?:was|were)\s+(?:supposed|meant|due|going)\s+to)\s+(?:yet\s+|even\s+)?(?:(?:managed|got\s+round|had\s+(?:time|a\s+chance))\s+to\s+)?"
    r"(?P<act>[a-z]+\b.*?)(?:\s+(?:yet|so\s+far|this\s+(?:week|month|quarter|year)|by\s+then|in\s+time|yesterday|last\s+\w+))*$",
    re.IGNORECASE,
)
_SLIPPED = re.compile(
    rf"{_AND}(?P<thing>(?:(?:the|their|her|his)\s+)?{_THEIRS})\s+(?:(?:is|has|was|still)\s+)*(?:slipped|late|delayed|overdue|missing|stuck|pushed|not\s+(?:in|here|done|signed|back))\b",
    re.IGNORECASE,
)
_PARTICIPLES = {"read": "read", "sent": "send", "done": "do", "seen": "see", "spoken": "speak", "gone": "go", "got": "get", "given": "give", "made": "make", "told": "tell", "written": "write", "met": "meet", "taken": "take", "brought": "bring", "put": "put", "heard": "hear", "found": "find", "looked": "look", "paid": "pay", "run": "run", "shown": "show"}  # fmt: skip
_GOING = re.compile(rf"{_AND}(?P<act>(?P<verb>[a-z]+ing)\s+.+)$", re.IGNORECASE)
_THEIR_THING = re.compile(
    rf"\b(?:{_THEIRS}|q['’]?s|questions|it\s+(?:up|back)|(?:them|it|those|that)\s+(?:over|back|across|through))\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|them|those|that)\b", re.IGNORECASE)
_IN_PERSON = re.compile(
    rf"{_AND}(?:(?P<who>{_WHO})\s+)?(?:wants?|would\s+like|prefers?|['’]d\s+like)\s+to\s+(?P<act>(?:sign|decide|countersign|pay|review|hand\s+over|shake)\b.*?\b(?:in\s+person|face\s+to\s+face|on\s+site|at\s+the\s+(?:meeting|visit|demo|call)|when\s+(?:i|we)\s+(?:come|meet|visit)))$",
    re.IGNORECASE,
)
_OUR_PEOPLE = re.compile(
    rf"{_AND}our\s+(?P<who>crew|installers?|techs?|driver|courier|counsel|lawyers?|legal(?:\s+team)?|finance|engineers?|tech(?:nical)?(?:\s+team)?|team|boss|manager|product(?:\s+team)?|side|ops|support)\s+(?:(?:will\s+be|is|are|should\s+be|to\s+be|will|to)\s+)?(?P<act>goes(?:\s+(?:out|in|over))?|comes(?:\s+(?:out|in|over))?|arrives?|starts?|installs?|back|ready|done|answers?|repl(?:y|ies)|responds?|reviews?|confirms?|decides?)(?:\s+(?:to\s+them|it|on\s+it))*$",
    re.IGNORECASE,
)
_WE_SUBMIT = re.compile(
    rf"{_AND}(?:(?:our|the)\s+)?(?P<thing>(?:rf[pqi]|bid|tender|proposal|submission|rfp\s+response|response|application|pitch)s?)\s+(?:(?:is|are)\s+)?(?:due|deadline|closes|has\s+to\s+be\s+in|must\s+be\s+in|submission)$",
    re.IGNORECASE,
)
_FROM_THEM = re.compile(
    rf"{_AND}(?:(?:get|getting|expect(?:ing)?|waiting\s+(?:for|on))\s+)?(?P<thing>(?!(?:i|we|she|he|they|got|back|heard|no|nothing|it|that)\b)[a-z][\w'’-]*(?:\s+(?!from\b)[\w'’&-]+){{0,4}}?)\s+(?:(?:is\s+|are\s+|will\s+be\s+)?(?:coming|due|expected|back|in|comes?)\s+)?from\s+(?:him|her|them|(?:his|her|their)\s+\w+|{NAME})$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:\w+ed|is|are|was|were|off|out|away|holiday|leave|got|heard|sent|had|has|have|learnt?)\b"
    r"|^(?:bought|took|came|went|made|saw|spoke|met|left|read|won|lost|found|gave|told|said|kept|paid|brought|wrote|ran)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(rf"{_AND}(?:also\s+|then\s+)?(?P<verb>[a-z]{{2,}}s)(?P<rest>\s+\S.*)?$")
_SIDES = re.compile(
    r"^(?:and\s+)?(?P<who>me|us|on\s+(?:me|us)|mine|ours|our\s+side|my\s+side|him|her|them|on\s+(?:him|her|them)|their\s+side)\s*[:=-]\s*(?P<what>\S.*)$",
    re.IGNORECASE,
)
_GOES_TO_THEM = re.compile(
    rf"{_AND}(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,4}}?)\s+(?:goes|will\s+go|is\s+going|going)\s+(?:(?:out\s+|over\s+)?to\s+(?:her|him|them)|out\s+(?:from|by)\s+(?:me|us))$|{_AND}(?P<from_us>(?!(?:i|we|she|he|they|got|heard|nothing|no)\b)[a-z][\w'’-]*(?:\s+[\w'’&-]+){{0,4}}?)\s+from\s+(?:me|us)$",
    re.IGNORECASE,
)
_OURS_GOING = re.compile(
    rf"{_AND}(?P<verb>confirming|preparing|drafting|quoting|writing|emailing|mailing|shipping|sending|revising|updating|pricing|recalculating|checking)\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    "lets thanks starts ends expires begins runs opens closes works renews calls visits meetings demos needs wants is has was does goes says quotes orders terms plans prices costs contracts reports tests trials offers details samples documents copies links".split()
)
_MOST_DATES = 4


_REASON = re.compile(r"\s+(?:bc|because|since|as|cos|cuz)\s+(?:they|she|he|we|i|it|the|their)\b[^\d]*$", re.IGNORECASE)


def without_asides(clause: str) -> str:
    """ "he (she?) will forward it" -> "he will forward it", and no reasons; what holds a number or a quotation stays."""
    return _REASON.sub("", _ASIDE.sub("", clause)).strip() or clause


def in_full(clause: str, dates: Sequence[DateReading], undone: str = "", their_thing: str = "") -> str:
    """The clause as it was meant. `undone` is what a clause before said they have not done, `their_thing` what it said they have."""
    if "?" in clause:
        return clause
    last = dates[-1] if dates else None
    bare = clause[: last.start].strip(" ,.") if last else clause.strip(" ,.")
    bare = f"{bare} due" if last and last.text.lower().startswith("due ") else bare
    when = f" {clause[last.start :].strip()}" if last else ""
    is_late = bool(last and ends_with_day(clause, last.end))
    rules: tuple[Callable[[str, str], str], ...] = (
        _needs_time,
        _in_person,
        *(
            (_awaited, _department, _says, _we_submit, _our_people, _from_them, _to_them, _side_of)
            if last and is_late
            else ()
        ),
    )
    for rule in rules:
        meant = rule(bare, when)
        if meant:
            return meant
    if last and is_late and undone and _PUSHES.match(bare):
        return f"they will {undone}{when}"
    if last and their_thing and (going := _going(bare, their_thing)):
        return f"{going}{when}"
    third = _THIRD.match(bare) if last and is_late else None
    if third and base_verb(third["verb"]) not in {None, third["verb"]} and third["verb"] not in _NOUNS:
        return f"they will {base_verb(third['verb'])}{third['rest'] or ''}{when}"
    ours = _OURS_GOING.match(bare) if last and is_late and not _THEIR_THING.search(bare) else None
    return f"I am {ours[0].strip()}{when}" if ours else clause


def their_thing(clause: str) -> str:
    """The thing in a clause that a buyer hands over, to which "sending them over" may point: "q's"."""
    found = _THEIR_THING.search(_IT.sub("", clause))
    return found[0] if found else ""


def undone(clause: str, dates: Sequence[DateReading]) -> str:
    """What they have not done, or will not do by then, as a plain verb: "hasn't read the stats yet" -> "read the stats"."""
    if late := late_thing(clause):
        return late
    bare = clause
    for day in reversed(tuple(islice(dates, _MOST_DATES))):
        bare = f"{bare[: day.start]} {bare[day.end :]}"
    found = _UNDONE.match(" ".join(bare.split()).strip(" ,."))
    if not found:
        return ""
    first, _, rest = found["act"].partition(" ")
    verb = _PARTICIPLES.get(first.lower()) or base_verb(first) or _of_past(first)
    return f"{verb} {rest}".strip() if verb else ""


def late_thing(clause: str) -> str:
    """What has not come, as a plain act: "po slipped again" -> "send po"."""
    found = _SLIPPED.match(clause)
    return f"send {found['thing']}" if found else ""


def _of_past(word: str) -> str:
    low = word.lower()
    stems = (low.removesuffix("ed"), low.removesuffix("d"), f"{low[:-3]}y" if low.endswith("ied") else "")
    return next((stem for stem in stems if stem and base_verb(stem) == stem), "") if low.endswith("ed") else ""


def _needs_time(bare: str, when: str) -> str:
    found = _NEEDS_TIME.match(f"{bare}{when}")
    verb = found["act"].split()[0] if found else ""
    if not found or base_verb(verb) != verb.lower():
        return ""
    return f"{found['who'] or 'they'} will {found['act']} in {found['long'].replace(' more', '')}"


def _in_person(bare: str, when: str) -> str:
    """ "wants to sign in person": at the visit that is agreed beside it."""
    found = _IN_PERSON.match(f"{bare}{when}")
    return f"{found['who'] or 'they'} will {found['act']}" if found else ""


def _awaited(bare: str, when: str) -> str:
    found = _AWAITED.match(bare)
    return f"they will send {found['thing']}{_by(when)}" if found else ""


def _from_them(bare: str, when: str) -> str:
    """ "print specs from him Mon"."""
    found = _FROM_THEM.match(bare)
    if not found or _DONE.search(found["thing"]):
        return ""
    return f"they will send {found['thing']}{when}"


def _to_them(bare: str, when: str) -> str:
    found = _GOES_TO_THEM.match(bare)
    return f"I will send {found['thing'] or found['from_us']}{when}" if found else ""


def _side_of(bare: str, when: str) -> str:
    """ "me: mockup by Thu"."""
    found = _SIDES.match(bare)
    if not found:
        return ""
    who = "I" if re.search(r"\b(?:me|us|mine|ours|our|my)\b", found["who"], re.IGNORECASE) else "they"
    first = found["what"].split()[0].lower()
    return f"{who} will {'' if base_verb(first) == first else 'send '}{found['what']}{when}"


def _by(when: str) -> str:
    """ "the PO won't come til 4/15": then it comes, so that is its day."""
    return re.sub(r"^ (?:not\s+)?(?:un)?till?\b", " by", when, flags=re.IGNORECASE)


def _department(bare: str, when: str) -> str:
    found = _DEPARTMENT.match(bare)
    if not found:
        return ""
    verb, _, rest = found["act"].partition(" ")
    back = f"get back from {found['who']}"
    does = f"have {found['who']} {base_verb(verb) or verb} {rest}".strip()
    return f"they will {back if verb.lower() == 'back' else does}{when}"


def _says(bare: str, when: str) -> str:
    found = _SAYS.match(bare)
    return f"{found['who']} will {found['act']}{when}" if found else ""


def _we_submit(bare: str, when: str) -> str:
    found = _WE_SUBMIT.match(bare)
    return f"I will submit {found['thing']}{when}" if found else ""


def _our_people(bare: str, when: str) -> str:
    found = _OUR_PEOPLE.match(bare)
    if not found:
        return ""
    verb, _, rest = found["act"].partition(" ")
    does = base_verb(verb)
    act = f"have our {found['who']} {does} {rest}" if does else f"get our {found['who']} {found['act']}"
    return f"we will {act.strip()}{when}"


def _going(bare: str, their_thing: str) -> str:
    """ "has questions, sending them over tonight": theirs, where a buyer's thing is meant."""
    found = _GOING.match(bare)
    verb = base_verb(found["verb"]) if found else None
    if not found or verb is None or not _THEIR_THING.search(found["act"]):
        return ""
    act = re.sub(r"\b(?:it|them|those|that)\b", their_thing, found["act"][len(found["verb"]) :], count=1)
    return f"they will {verb}{act}"
