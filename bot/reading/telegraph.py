"""What a thumb leaves out is put back: "po by eom" is "they will send po by eom", "needs 2 wks to talk to legal" is a promise.

Each rule gives the clause as the sentence that was meant, or nothing. What could be either side's is left as it stands.
"""

import re
from collections.abc import Callable, Sequence

from bot.phrases import base_verb
from bot.reading.bounds import ends_with_day
from bot.reading.datewords import NUMBER, DateReading
from bot.reading.speech import NAME
from bot.reading.theirthings import THEIRS, is_theirs
from bot.reading.undone import gives_new_day

_AND = r"^(?:(?:and|but|then|so|also)\s+)*"
_WHO = rf"(?:she|he|they|{NAME})"
_ASIDE = re.compile(r"\s+\((?![^()]*\d)[^()“”\"]{1,40}\)")
_COMES = (
    r"(?:\s+(?:is|are|will\s+be|should\s+be|to\s+be|to|will|should|won['’]?t|wo\s?n['’]t|will\s+not|not|can['’]?t|is\s?n['’]?t|be|come|comes|coming|arrive|arrives|land|lands|expected|due|promised|back|in|through|over"
    r"|to\s+follow|follows|ready|out|sent|happen|happening|available|to\s+(?:you|us|me)|lands?|landing|reach(?:es)?|gets\s+to|in\s+hand|goes\s+in|going\s+in|from\s+(?:her|him|them|legal|finance|procurement|the\s+board|"
    + NAME
    + r")))*"
)
_AWAITED = re.compile(
    rf"{_AND}(?P<thing>(?:(?:the|their|her|his|a|an|(?:his|her|their)\s+\w+['’]s|first|final|revised|new|updated|second|full)\s+)*{THEIRS}(?:\s+copy)?){_COMES}$",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    rf"{_AND}(?:(?:their|her|his|the)\s+)?(?P<who>legal|finance|procurement|purchasing|security|(?:the\s+)?board|committee|infosec|it|hr|lawyers?|counsel|attorneys?|cfo|ceo|coo|cto|cio|gc|boss|council|accountant|controller|auditors?|it\s+guy|ops)\s+"
    r"(?P<act>(?:back|replies|answers|responds|reviews?|approves?|signs?(?:\s+off)?|sends?|gets?|returns?|finish(?:es)?|turns?|has|clears?|confirms?|issues?|releases?|processes)(?:\s+(?:the\s+|their\s+|its\s+|a\s+)?(?!to\b|it\b|on\b|with\b)[\w-]+){0,3}?(?:\s+(?:to\s+us|it|on\s+it|with\s+(?:comments|redlines)))*)$",
    re.IGNORECASE,
)
_NEEDS_TIME = re.compile(
    rf"{_AND}(?P<who>{_WHO})?\s*(?:just\s+|still\s+)?(?:needs?|wants?|asked\s+for|asks\s+for|has|gets)\s+(?:(?:about|another|around|~|until|til|till)\s*)?(?P<long>(?:{NUMBER}\s+(?:more\s+)?(?:days?|wks?|weeks?|fortnights?|months?)|a\s+fortnight))\s+to\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_BUYS = r"(?:sign(?:\s+off)?|decide|order|buy|pay|approve|go\s+live|kick\s?off|countersign|start|begin|commit|close)"
_SAYS = re.compile(
    rf"{_AND}(?P<who>{_WHO})\s+(?:says|said|confirms|confirmed|reckons|thinks|promises|promised|hopes)\s+(?:to\s+)?(?P<act>{_BUYS}\b.*)$",
    re.IGNORECASE,
)
_GOING = re.compile(rf"{_AND}(?P<act>(?P<verb>[a-z]+ing)\s+.+)$", re.IGNORECASE)
_FROM_THEN = re.compile(r"(?:not?\s+(?:earlier|before|sooner)|earliest|after|from)\b", re.IGNORECASE)
_GETS_FROM_US = re.compile(
    rf"{_AND}(?:meanwhile\s+|also\s+)?(?P<who>{_WHO})\s+(?:gets?|has|have|will\s+(?:get|have)|is\s+getting)\s+(?P<thing>.+?)\s+from\s+(?:me|us)$",
    re.IGNORECASE,
)
_HAS_TO = re.compile(
    rf"{_AND}(?:still\s+|first\s+|also\s+)*(?:has|needs)\s+to\s+(?P<act>(?:ask|talk\s+to|speak\s+(?:to|with)|check\s+with|clear\s+it|run\s+(?:it|this)|get|loop|discuss|consult|confirm|convince)\b.*)$",
    re.IGNORECASE,
)
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
    rf"{_AND}(?:(?:get|getting|expect(?:ing)?|waiting\s+(?:for|on))\s+)?(?P<thing>(?!(?:i|we|she|he|they|got|back|heard|no|nothing|it|that)\b)[a-z][\w'’-]*(?:\s+(?!from\b)[\w'’&-]+){{0,4}}?)\s+(?:(?:is\s+|are\s+|will\s+be\s+)?(?:coming|due|expected|back|in|comes?)\s+)?from\s+(?:him|her|them|(?:his|her|their)\s+\w+|(?!(?:pto|ooo|leave|holidays?|vacation)\b){NAME})$",
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
    rf"{_AND}(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’/%.&+-]+){{0,6}}?)\s+(?:goes|will\s+go|is\s+going|going)\s+(?:(?:out\s+|over\s+)?to\s+(?:her|him|them)|out\s+(?:from|by)\s+(?:me|us))$|{_AND}(?P<from_us>(?!(?:i|we|she|he|they|got|heard|nothing|no)\b)[a-z][\w'’-]*(?:\s+[\w'’&-]+){{0,4}}?)\s+from\s+(?:me|us)$",
    re.IGNORECASE,
)
_MY_THING = re.compile(
    rf"{_AND}(?:{NAME}\s*[,:]?\s+)?(?P<thing>(?:my|our)\s+(?!(?:next|last|first|guess|boss|bet|view|fault|bad|call|meeting|demo|visit|plan|deadline|budget|contact)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)(?:\s+(?:(?:is|will\s+be|goes|lands|arrives|to\s+be)\s+)?(?:on|at|in|with|to|over\s+to)\s+(?:(?:his|her|their|the)\s+[\w'’-]+|him|her|them|{NAME}))$",
    re.IGNORECASE,
)
_HAS_IT = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:is|will\s+be|should\s+be|comes?|coming|expects?\s+(?:it|them)|have\s+it|get\s+it)\s+)?back\s+(?:to|with)\s+(?:us|me)$",
    re.IGNORECASE,
)
_TO_THEIR = re.compile(
    rf"{_AND}(?P<thing>(?:(?:the|their|her|his)\s+)?(?!(?:i|we|she|he|they|it|invoice|quote|proposal|offer|our|my)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)\s+(?:go(?:es)?|will\s+go|is\s+going|are\s+going|going)\s+(?P<where>(?:in\s+|up\s+|over\s+|out\s+)?(?:to|into|before|in\s+front\s+of)\s+(?:(?:their|his|her|the)\s+\w|(?:legal|finance|procurement|purchasing|counsel|board|committee|security|it)\b).*)$",
    re.IGNORECASE,
)
_OURS_GOING = re.compile(
    rf"{_AND}(?P<verb>confirming|preparing|drafting|quoting|writing|emailing|mailing|shipping|sending|revising|updating|pricing|recalculating|checking|doing|fixing|finishing)\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_TO_US = re.compile(r"^\s+(?:me|us)\b", re.IGNORECASE)
_NOUNS = frozenset(
    "lets thanks starts ends expires begins runs opens closes works renews calls visits meetings demos needs wants is has was does goes says quotes orders terms plans prices costs contracts reports tests trials offers details samples documents copies links".split()
)


_REASON = re.compile(r"\s+(?:bc|because|since|as|cos|cuz)\s+(?:they|she|he|we|i|it|the|their)\b[^\d]*$", re.IGNORECASE)


def without_asides(clause: str) -> str:
    """ "he (she?) will forward it" -> "he will forward it", and no reasons; what holds a number or a quotation stays."""
    return _REASON.sub("", _ASIDE.sub("", clause)).strip() or clause


def in_full(clause: str, dates: Sequence[DateReading], undone: str = "", their_thing: str = "") -> str:
    """The clause as it was meant. `undone` is what a clause before said they have not done, `their_thing` what it said they have."""
    if "?" in clause:
        return clause
    last = dates[-1] if dates else None
    if last and _FROM_THEN.match(last.text):
        return clause
    bare = clause[: last.start].strip(" ,.") if last else clause.strip(" ,.")
    if last is None:
        return _first_of(_UNDATED, bare, "") or clause
    bare = f"{bare} due" if last.text.lower().startswith("due ") else bare
    when = f" {clause[last.start :].strip()}"
    meant = _first_of(_UNDATED, bare, when)
    if not meant and ends_with_day(clause, last.end):
        meant = _first_of(_DATED, bare, when) or (f"they will {undone}{when}" if undone and gives_new_day(bare) else "")
        meant = meant or _sent(bare, when, their_thing) or _first_of(_WITHOUT_ANYBODY, bare, when)
    return meant or (_sent(bare, when, their_thing) or clause)


def _first_of(rules: tuple["Rule", ...], bare: str, when: str) -> str:
    return next((meant for rule in rules if (meant := rule(bare, when))), "")


def _needs_time(bare: str, when: str) -> str:
    found = _NEEDS_TIME.match(f"{bare}{when}")
    verb = found["act"].split()[0] if found else ""
    if not found or base_verb(verb) != verb.lower():
        return ""
    return f"{found['who'] or 'they'} will {found['act']} in {found['long'].replace(' more', '')}"


def _has_to(bare: str, when: str) -> str:
    """ "has to ask her boss": they do."""
    found = _HAS_TO.match(f"{bare}{when}")
    return f"they will {found['act']}" if found else ""


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
    is_somebody = bool(
        found and re.fullmatch(NAME, found["thing"]) and re.search(r"\bback\s+from\b", bare, re.IGNORECASE)
    )
    if not found or is_somebody or _DONE.search(found["thing"]):
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


def _sent(bare: str, when: str, their_thing: str) -> str:
    """ "has questions, sending them over tonight", "legal has the MSA, back to us in a week": theirs, where a buyer's thing is meant."""
    if _HAS_IT.match(bare):
        return f"they will send {their_thing or 'it'} back to us{when}"
    found = _GOING.match(bare) if their_thing else None
    verb = base_verb(found["verb"]) if found else None
    if not found or verb is None or not is_theirs(found["act"]):
        return ""
    act = re.sub(r"\b(?:it|them|those|that)\b", their_thing, found["act"][len(found["verb"]) :], count=1)
    return f"they will {verb}{act}{when}"


def _third(bare: str, when: str) -> str:
    """ "signs Mon": somebody there."""
    found = _THIRD.match(bare)
    verb = base_verb(found["verb"]) if found else None
    if found and verb is None and _TO_US.match(found["rest"] or "") and found["verb"] not in _NOUNS:
        verb = found["verb"].removesuffix("s")  # whatever it is, it is done for us
    if not found or verb in {None, found["verb"]} or found["verb"] in _NOUNS:
        return ""
    return f"they will {verb}{found['rest'] or ''}{when}"


def _gets_from_us(bare: str, when: str) -> str:
    """ "she gets the survey from me next Mon"."""
    found = _GETS_FROM_US.match(bare)
    return f"I will send {found['thing']}{when}" if found else ""


def _my_thing(bare: str, when: str) -> str:
    """ "my quote on his desk by the 25th"."""
    found = _MY_THING.match(bare)
    return f"I will send {bare[found.start('thing') :]}{when}" if found else ""


def _to_their(bare: str, when: str) -> str:
    """ "docs go to their counsel Monday"."""
    found = _TO_THEIR.match(bare)
    return f"they will give {found['thing']} {found['where']}{when}" if found else ""


def _ours_going(bare: str, when: str) -> str:
    """ "confirming it in writing tomorrow": ours, unless a buyer's thing is meant."""
    found = None if is_theirs(bare) else _OURS_GOING.match(bare)
    return f"I am {found[0].strip()}{when}" if found else ""


Rule = Callable[[str, str], str]
_UNDATED: tuple[Rule, ...] = (_needs_time, _has_to, _in_person)
_DATED: tuple[Rule, ...] = (
    _awaited,
    _department,
    _says,
    _we_submit,
    _our_people,
    _gets_from_us,
    _my_thing,
    _to_their,
    _from_them,
    _to_them,
    _side_of,
)
_WITHOUT_ANYBODY: tuple[Rule, ...] = (_third, _ours_going)
