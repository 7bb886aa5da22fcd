"""What only they can do, though nobody is named: "po by eom", "legal back Tue", "signs Mon", "docs go to their counsel". See telegraph."""

import re

from bot.phrases import base_verb
from bot.reading.grammar.openclause import is_of_own_life
from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME
from bot.reading.words.theirs import THEIRS

_WHO = rf"(?:she|he|they|{NAME})"
_COMES = (
    r"(?:\s+(?:is|are|will\s+be|should\s+be|to\s+be|to|will|should|won['’]?t|wo\s?n['’]t|will\s+not|not|can['’]?t|is\s?n['’]?t|be|come|comes|coming|arrive|arrives|expected|due|promised|back|in|through|over"
    r"|still|to\s+follow|follows|ready|out|sent|happen|happening|available|to\s+(?:you|us|me)|lands?|landing|hits|reach(?:es)?|gets\s+to|in\s+hand|goes?\s+(?:out|in(?:\s+the\s+(?:mail|post))?)|going\s+in|by\s+(?:phone|e-?mail|mail|post|fax|courier)|in\s+the\s+(?:mail|post)|(?:hits?|in|on)\s+(?:our|my)\s+(?:inbox|desk|hands)|(?:with\s+|w/\s*)(?:us|me)|here|from\s+(?:her|him|them|legal|finance|procurement|the\s+board|"
    + NAME
    + r")))*"
)
_AWAITED = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|a|an|\w+['’]s|\d{{1,3}}|more|some|security|tech(?:nical)?|legal|follow-?up|first|final|revised|new|updated|second|full|written|signed|formal|official|hard|paper|executed|partial|remaining)\s+)*(?:{THEIRS}(?:\s+copy)?|(?:q['’]?s|questions)(?=\s+(?:(?:to|will|are|should)\s+)?(?:come|coming|follow|arrive|in|over)\b))){_COMES}$",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(
    r"\b(?:decision|verdict|award|answer)s?\s+(?:is\s+|will\s+be\s+)?(?:comes?|coming|expected|due)?\s*in\s+(?:q[1-4]|h[12]|20\d\d|(?:the\s+)?(?:spring|summer|autumn|fall|winter|second\s+half)|[a-z]+)\s*$",
    re.IGNORECASE,
)  # how things are
_DEPARTMENT = re.compile(
    rf"{AND_ALSO}(?:(?:their|her|his|the)\s+)?(?P<who>legal|finance|procurement|purchasing|security|(?:the\s+)?board|committee|infosec|it(?!\s+(?:gets|has|is|turns|clears)\b)|hr|lawyers?|counsel|attorneys?|cfo|ceo|coo|cto|cio|gc|vp|svp|gm|md|boss|council|accountant|controller|auditors?|it\s+guy|ops)\s+"
    r"(?P<act>(?:back|replies|answers|responds|reviews?|approves?|signs?(?:\s+off)?|sends?|gets?|returns?|finish(?:es)?|turns?|has|clears?|confirms?|issues?|releases?|processes)(?:\s+(?:the\s+|their\s+|its\s+|a\s+)?(?!to\b|it\b|on\b|with\b)[\w-]+){0,3}?(?:\s+(?:to\s+us|it|on\s+it|with\s+(?:comments|redlines)))*)$",
    re.IGNORECASE,
)
_BUYS = r"(?:sign(?:\s+off)?|decide|order|buy|pay|approve|go\s+live|kick\s?off|countersign|start|begin|commit|close)"
_SAYS = re.compile(
    rf"{AND_ALSO}(?P<who>{_WHO})\s+(?:says|said|confirms|confirmed|reckons|thinks|promises|promised)\s+(?:to\s+)?(?P<act>{_BUYS}\b.*)$",
    re.IGNORECASE,
)
_GOING = re.compile(rf"{AND_ALSO}(?P<act>(?P<verb>[a-z]+ing)\s+.+)$", re.IGNORECASE)
_THIRD = re.compile(rf"{AND_ALSO}(?:also\s+|then\s+)?(?P<verb>[a-z]{{2,}}s)(?P<rest>\s+\S.*)?$")
# "redlines promised for Mon", "logs slid to Fri": a thing, of which that is told
_IS_A_THING = re.compile(
    r"\s+(?:promised|due|expected|late|slid|slipped|drifted|moved|pushed|bumped|shifted|delayed|postponed|rescheduled|are|were|have|will|came|come|arrived?|went)\b(?!\s+(?:it|them|this|that|us|me)\b)",
    re.IGNORECASE,
)
_PAST_SOMEBODY = re.compile(r"\s+(?:it|this|that|them|(?:the|our)\s+\w+)\s+(?:past|by)\b", re.IGNORECASE)
_RATE = re.compile(
    r"(?:[$€£]\s?\d[\d.,]*|\.\d+|\d\s?(?:c|cents))\s*(?:ea|each|apiece)\b|\w\s?/\s?(?:mo|month|yr|year|wk|week|day|unit|seat)\b",
    re.IGNORECASE,
)  # how things are
# "chasing her boss for sign-off", "pushing for a waiver": what only somebody there goes after.
_AFTER = re.compile(
    rf"{AND_ALSO}(?:(?P<who>{_WHO})\s+(?:is\s+|are\s+)?)?(?P<verb>chasing|pushing|nudging|pressing|lobbying|fighting|working)\s+(?P<what>(?:(?:her|his|their)\s+(?:boss|cfo|ceo|coo|cto|vp|director|manager|board|legal|finance|procurement|partner|owner)\s+)?(?:for|on)\s+(?:an?\s+|the\s+|her\s+|his\s+|their\s+)?(?:waiver|exception|exemption|budget|funding|approval|sign-?off|signature|go-?ahead|ok(?:ay)?|p\.?o\.?))$",
    re.IGNORECASE,
)
# Nobody but a buyer asks for a waiver of a buyer's rule; who works on the budget may be the rep.
_WHOSE = re.compile(
    r"(?:(?:for|on)\s+)?(?:(?:her|his|their)\s|(?:an?\s+|the\s+)?(?:waiver|exception|exemption)\b)", re.IGNORECASE
)
_DOING = {"chasing": "chase", "pushing": "push", "nudging": "nudge", "pressing": "press", "lobbying": "lobby", "fighting": "fight", "working": "work"}  # fmt: skip
_HAS_IT = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:is|will\s+be|should\s+be|comes?|coming|expects?\s+(?:it|them)|have\s+it|get\s+it)\s+)?back\s+(?:to|with)\s+(?:us|me)$",
    re.IGNORECASE,
)
_TO_THEIR = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his)\s+)?(?!(?:i|we|she|he|they|it|invoice|quote|proposal|offer|our|my|anything|everything|whatever|all|more)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)\s+(?:go(?:es)?|will\s+go|is\s+going|are\s+going|going)\s+(?P<where>(?:in\s+|up\s+|over\s+|out\s+)?(?:to|into|before|in\s+front\s+of)\s+(?:(?:their|his|her|the)\s+\w|(?:legal|finance|procurement|purchasing|counsel|board|committee|security|it)\b).*)$",
    re.IGNORECASE,
)
_BACK_TO_US = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:i|we|she|he|they|it|calls?|rings?|get|gets|come|comes|heard|called|will|swears|says|said|(?:the\s+)?(?:news|word|time|luck|story|chance))\b)[a-z][\w-]*(?:\s+(?!(?:will|have|get|he|she|they|them|it|to)\b)[\w-]+){{0,3}}?)\s+(?:(?:is\s+|comes?\s+)?(?P<back>back)|(?:goes|comes|coming|going)(?:\s+(?:out|over|in|across))?)\s+(?:to|with)\s+(?:me|us)$",
    re.IGNORECASE,
)
_ACTS_ON = re.compile(
    r"\b[a-z]+s\s+(?:the|an?|our|my|his|her|their|it|all|both)\b", re.IGNORECASE
)  # "Ann gets the form"
_GOES_TO_THEIRS = re.compile(
    rf"{AND_ALSO}(?:(?:then|it|that|which)\s+)*(?:goes|will\s+go|going)\s+(?P<where>(?:in\s+|up\s+|over\s+)?(?:to|before|in\s+front\s+of)\s+(?:her|his|their|the)\s+(?:boss|manager|cfo|ceo|coo|cto|cio|vp|director|team|board|committee|legal|finance|procurement|partners?|owner|lawyers?|council)\b.*)$",
    re.IGNORECASE,
)
_TO_US = re.compile(r"^\s+(?:me|us)\b", re.IGNORECASE)
NOUNS = frozenset(
    "lets thanks starts ends expires begins runs opens closes works renews calls visits meetings demos needs wants is has was does goes says quotes orders terms plans prices costs contracts reports tests trials offers details samples documents copies links".split()
)


_EARLIEST = re.compile(r"\bearliest\b|^\s*not\s+before\b", re.IGNORECASE)  # no day by which it is there


def awaited(bare: str, when: str) -> str:
    found = None if _ONE_DAY.search(f"{bare}{when}") or _EARLIEST.search(when) else _AWAITED.match(bare)
    return f"they will send {found['thing']}{_by(when)}" if found else ""


def _by(when: str) -> str:
    """ "the PO won't come til 4/15": then it comes, so that is its day."""
    return re.sub(r"^ (?:not\s+)?(?:un)?till?\b", " by", when, flags=re.IGNORECASE)


def department(bare: str, when: str) -> str:
    found = _DEPARTMENT.match(bare)
    if not found:
        return ""
    verb, _, rest = found["act"].partition(" ")
    back = f"get back from {found['who']}"
    does = f"have {found['who']} {base_verb(verb) or verb} {rest}".strip()
    return f"they will {back if verb.lower() == 'back' else does}{when}"


def says(bare: str, when: str) -> str:
    found = _SAYS.match(bare)
    return f"{found['who']} will {found['act']}{when}" if found else ""


_ASKED_BY_THEM = re.compile(
    r"q['’]?s|questions|comments|feedback|red-?lines?|mark-?ups?", re.IGNORECASE
)  # no seller has any

_THEM_ALONE = re.compile(r"\w+\s+(?:it|them|those|that)(?:\s+(?:over|across|back))?", re.IGNORECASE)


def sent(bare: str, when: str, their_thing: str) -> str:
    """ "has questions, sending them over tonight", "legal has the MSA, back to us in a week": theirs, where a buyer's thing is meant."""
    if _HAS_IT.match(bare):
        return f"they will send {their_thing or 'it'} back to us{when}"
    found = _GOING.match(bare) if their_thing else None
    verb = base_verb(found["verb"]) if found else None
    is_asked = _ASKED_BY_THEM.fullmatch(their_thing) and found and _THEM_ALONE.fullmatch(found["act"])
    if not found or verb in {None, "answer"} or not (is_asked or is_theirs(found["act"])):
        return ""
    act = re.sub(r"\b(?:it|them|those|that)\b", their_thing, found["act"][len(found["verb"]) :], count=1)
    return f"they will {verb}{act}{when}"


_IS = re.compile(r"\s+(?:r|are|is)\b", re.IGNORECASE)  # "invoices are me"


def third(bare: str, when: str) -> str:
    """ "signs Mon": somebody there. "ships Tue" is what we sell, or what they make."""
    found = None if bare.lower() == "ships" or _RATE.search(bare) else _THIRD.match(bare)
    if found and (_IS_A_THING.match(found["rest"] or "") or _IS.match(found["rest"] or "")):
        return ""
    verb = base_verb(found["verb"]) if found else None
    if found and found["verb"] == "runs" and _PAST_SOMEBODY.match(found["rest"] or ""):
        return f"they will run{found['rest']}{when}"
    if found and verb is None and _TO_US.match(found["rest"] or "") and found["verb"] not in NOUNS:
        verb = found["verb"].removesuffix("s")  # whatever it is, it is done for us
    if not found or verb in {None, found["verb"]} or is_of_own_life(verb, found["rest"] or ""):
        return ""
    if found["verb"] in NOUNS and not _TO_US.match(found["rest"] or ""):
        return ""
    return f"they will {verb}{found['rest'] or ''}{when}"


_THROUGH_THEIRS = r"(?:thru|through|past|in\s+front\s+of|before)\s+(?!my\b|our\b|us\b|me\b)\w.*"
_HAS_IT_DONE = re.compile(
    rf"{AND_ALSO}(?:will|gonna|(?:is|are)\s+going\s+to)\s+have\s+(?P<thing>(?:the|this|that|our|all|both)\s+[\w'’-]+(?:\s+[\w'’-]+){{0,2}}?|it|them)\s+(?P<done>{_THROUGH_THEIRS}|(?:signed(?:\s+off)?|approved|cleared|countersigned|filled\s+(?:in|out))(?!.*\b(?:my|our|us|me)\b).*)$",
    re.IGNORECASE,
)

_DONE = ("signed", "approved", "cleared", "countersigned", "filled")  # of what we sell we may have it done ourselves


def has_it_done(bare: str, when: str) -> str:
    """ "will have the sample thru QC": what passes through their house, whoever that is; our price passes through ours."""
    found = _HAS_IT_DONE.match(bare)
    if not found or (found["done"].lower().startswith(_DONE) and is_thing(found["thing"])):
        return ""
    return f"they will have {found['thing']} {found['done']}{when}"


# "contract countersigned by end of quarter": by a day that it has to be, who does so is they.
_SIGNED_BY = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|a|new)\s+)*(?:contract|agreement|msa|nda|dpa|baa|order(?:\s+form)?|paperwork|papers?|budget|spend|purchase|po|red-?lines?|vendor\s+form))\s+(?:(?:will\s+be|to\s+be|is\s+to\s+be|gets)\s+)?(?P<done>(?:counter-?\s?)?signed(?:\s+off)?|approved|executed|returned|released)$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\s(?:by|before|no\s+later\s+than|end\s+of|eo[dwmqy]|latest)\b", re.IGNORECASE)


def signed_by(bare: str, when: str) -> str:
    found = _SIGNED_BY.match(bare) if _BY_THEN.match(when) else None
    return f"they will have {found['thing']} {found['done']}{when}" if found else ""


def goes_after(bare: str, when: str) -> str:
    """ "chasing her boss for sign-off"."""
    found = _AFTER.match(bare)
    if not found or not (found["who"] or _WHOSE.match(found["what"])):  # else the rep may be at it
        return ""
    return f"{found['who'] or 'they'} will {_DOING[found['verb'].lower()]} {found['what']}{when}"


_THEY_ARE_BACK = re.compile(
    rf"{AND_ALSO}(?P<who>she|he|they|{NAME})(?:['’](?:s|re)|\s+(?:is|are|gets?|comes?))\s+back\s+(?:to|with)\s+(?:me|us)$",
    re.IGNORECASE,
)


def back_to_us(bare: str, when: str) -> str:
    """ "vendor form back to me Thursday", "portal invite goes out to us Monday", "she's back to me by Thu"."""
    if they := _THEY_ARE_BACK.match(bare):
        return f"{they['who']} will get back to us{when}"
    found = _BACK_TO_US.match(bare)
    is_alone = found and not _ACTS_ON.search(found["thing"])
    back = " back" if found and found["back"] else ""
    return f"they will send {found['thing']}{back} to us{when}" if found and is_alone else ""


def goes_to_theirs(bare: str, when: str) -> str:
    """ "goes to his boss Wed", behind what we send."""
    found = _GOES_TO_THEIRS.match(bare)
    return f"they will give it {found['where']}{when}" if found else ""


def to_their(bare: str, when: str) -> str:
    """ "docs go to their counsel Monday"."""
    found = _TO_THEIR.match(bare)
    return f"they will give {found['thing']} {found['where']}{when}" if found else ""
