"""Words and things that pass from one side to the other: "sensors leave us Thu", "he hears from me by noon", "contract comes back signed". See telegraph."""

import re

from bot.reading.grammar.ourthings import is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.steps.meetings import TALKS
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
_HEARS = re.compile(
    rf"{AND_ALSO}{_WHO}(?:['’]ll|\s+will|\s+should)?\s+hears?\s+(?:back\s+)?from\s+(?:me|us)$", re.IGNORECASE
)
_WE_HEAR = re.compile(
    rf"{AND_ALSO}(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|am\s+to|are\s+to))?\s+(?:be\s+)?hear(?:ing)?\s+(?:back\s+)?from\s+(?P<who>her|him|them|{NAME})$",
    re.IGNORECASE,
)
# "Jennifer said I'd have the roster": whoever says that we get a thing is the one who hands it over.
_SAID_WE_GET = re.compile(
    rf"{AND_ALSO}(?P<who>she|he|they|{NAME})\s+(?:said|says|(?P<sworn>promise[ds]|swore|swears|vow(?:s|ed))|assured\s+(?:me|us)|told\s+(?:me|us))\s+(?:that\s+)?"
    r"(?:i|we)(?:['’](?:d|ll)|\s+(?:would|will))\s+(?:(?:have|get|see|receive)\s+(?P<thing>(?:it|them|(?:the|his|her|their|an?|that|this|all|both)\s+\S.*?|(?(sworn)(?!(?:to|no|not)\b)\S.*?|(?!))))(?:\s+from\s+(?:her|him|them))?|hear\s+(?:back\s+)?from\s+(?:her|him|them))$",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"(?:it|them|that|this|all|both)(?:\s+(?:of\s+it|back|signed|over))*|(?:the|his|her|their|an?|that|this)\s+(?:[a-z]+\s+)?(?:list|roster|numbers|figures|data|report|names|files|papers|docs|documents)",
    re.IGNORECASE,
)
_NO_PAPER = re.compile(
    rf"\b(?:{TALKS}|beers?|drinks?|pints?|fun|time|days?|weeks?|chance|room|floor|trouble|problems?)\b", re.IGNORECASE
)
_GETS_OURS = re.compile(
    rf"{AND_ALSO}{_WHO}(?:['’]ll|\s+(?:will|should|is\s+to|are\s+to))?\s+(?:gets?|ha(?:s|ve)|receives?)\s+(?P<thing>(?:my|our)\s+(?!(?:ok|word|number|card|signature|attention|vote|support)\b)[a-z][\w'’-]*(?:\s+[\w'’-]+){{0,2}}?)(?:\s+from\s+(?:me|us))?$",
    re.IGNORECASE,
)
_BY_THEM = re.compile(
    r"\s\S+\s(?:(?:counter|e-?)?signed|approved|reviewed|paid|cleared|stamped|authori[sz]ed|redlined|executed|passed|okayed)\b",
    re.IGNORECASE,
)
_PEOPLE = r"(?:he|she|they|it|who|we|i|\w*(?:engineer|tech|technician|installer|people|person|team|crew|guy|man|men|colleague|buyer|manager|boss|director|owner|lead|rep|customer|client|contact|driver|courier|consultant|nurse|trainee|intern)s?)"
_LEAVES = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|all|two|three|first|new|his|her|their)\s+)*(?!{_PEOPLE}\b)(?-i:[a-z])[\w'’-]*(?:\s+(?!{_PEOPLE}\b)[\w'’-]+){{0,2}}?)\s+(?:will\s+|is\s+|are\s+)?(?:leaves?|leaving)\s+(?:us|here|(?:our|the)\s+(?:warehouse|factory|plant|dock|shop|works|depot|workshop|stock))$",
    re.IGNORECASE,
)
# What a buyer fills in: by its day it is done, though nobody says that it comes back.
_A_FORM = r"(?:form|questionnaire|survey|application|checklist|mandate|paperwork)s?"
_PAPER = rf"(?:(?:contract|agreement|order(?:\s+form)?|sow|msa|nda|dpa|loi|quote|offer|proposal|docs?|documents?|papers?|copy|copies|renewal|terms|amendment|addendum|docusign)s?|{_A_FORM})"
_COMES_BACK = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|their|his|her|that)\s+)?(?:[a-z][\w-]*\s+){{0,2}}?{_PAPER})\s+(?:(?:(?:will\s+|to\s+)?comes?|coming|is|will\s+be|gets?)\s+)?(?:back\s+(?:to\s+(?:us|me)\s+)?)?(?P<how>(?:(?:counter-?|e-?)?signed|filled(?:\s+(?:in|out))?|completed|executed|initialled|stamped|returned|sent\s+back|submitted|handed\s+in|getekend|ondertekend|unterschrieben|signée?)(?:\s+(?:and|&)\s+(?:back|returned|sent(?:\s+back)?))?)$",
    re.IGNORECASE,
)
_FORM = re.compile(rf"\b{_A_FORM}$", re.IGNORECASE)
_FORM_BACK = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|their|his|her|that)\s+)?(?:[a-z][\w-]*\s+){{0,2}}?{_A_FORM})\s+(?:is\s+|will\s+be\s+)?back$",
    re.IGNORECASE,
)
_OF_A_FORM = {"filled": "fill in", "completed": "complete", "submitted": "submit", "handed": "hand in"}
_GIVEN_BACK = re.compile(r"returned|sent\s+back|submitted|handed", re.IGNORECASE)
_MAY_BE_OURS = re.compile(r"\bsurveys?\s+(?!filled\b)", re.IGNORECASE)  # a survey of a place
_DEADLINE = re.compile(r"\s*(?:by|before|due|no\s+later\s+than)\b", re.IGNORECASE)
# Whose it is must be told: of "contract comes back Tue" nobody knows who sends it.
_COMES_BACK_SO = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:our|their|his|her)\s+(?:[a-z][\w-]*\s+)?{_PAPER})\s+(?:will\s+|to\s+)?(?:comes?|coming)\s+back(?:\s+to\s+(?:us|me))?$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:back|returned)\b", re.IGNORECASE)
_SHAPED = r"(?:it|that|this|them|those|(?:(?:the|our|my|an?|his|their|new|revised|some|another)\s+)+(?:[a-z][\w'’-]*\s+)?[a-z][\w'’-]*)"
_OUR_PAPER = r"(?:it|that|this|them|those|(?:(?:the|our|my|an?|her|him|his|their|new|revised|some|whole)\s+)*(?:quote|quotation|offer|proposal|pricing|prices?|numbers|figures|deck|slides|demo|mock-?up|plan|estimate|layout|drawings?|designs?|sow|business\s+case|roi|sample|spec|schedule|pilot)s?)"
_AT_WORK = re.compile(
    rf"{AND_ALSO}(?P<act>(?:(?:mocking|working|drawing|writing|typing|costing)\s+(?:{_SHAPED}\s+up|up\s+{_SHAPED})|(?:putting|pulling)\s+(?:{_SHAPED}\s+together|together\s+{_SHAPED})"
    rf"|(?:reworking|redoing|rebuilding|building|re-?pricing|re-?quoting|re-?writing|amending|adjusting|adapting|polishing)\s+{_OUR_PAPER})\b[^,;]{{0,40}})$",
    re.IGNORECASE,
)


def hears_from_us(bare: str, when: str) -> str:
    """ "he hears from me by Tuesday": ours, whoever the sentence names first."""
    return f"I will answer them{when}" if _HEARS.match(bare) else ""


def gets_ours(bare: str, when: str) -> str:
    """ "he'll have my answer by Tuesday"."""
    found = _GETS_OURS.match(bare)
    if found and _BY_THEM.search(found["thing"]):  # "gets our NDA signed": theirs to do
        return f"they will get {found['thing']}{when}"
    return f"I will send {found['thing']}{when}" if found else ""


def we_hear(bare: str, when: str) -> str:
    found = _WE_HEAR.match(bare)
    who = found["who"] if found else ""
    return f"{who if who[:1].isupper() else 'they'} will get back to us{when}" if found else ""


def said_we_get(bare: str, when: str) -> str:
    """A paper of theirs, or what was named before: they hand over no beer and no meeting."""
    found = _SAID_WE_GET.match(bare)
    thing = found["thing"] or "" if found else ""
    is_sworn = found and found["sworn"] and not _NO_PAPER.search(thing)
    if not found or (thing and not (is_sworn or _HANDED.fullmatch(thing) or is_thing(thing) or is_theirs(thing))):
        return ""
    who = found["who"] if found["who"][:1].isupper() else "they"
    return f"{who} will {f'send {thing}' if thing else 'get back to us'}{when}"


def leaves_us(bare: str, when: str) -> str:
    found = _LEAVES.match(bare)
    return f"I will send {found['thing']}{when}" if found else ""


def comes_back(bare: str, when: str) -> str:
    """ "contract comes back signed by Monday": to come, and no order yet."""
    alone = _COMES_BACK_SO.match(bare)
    if alone:
        return f"they will send {alone['thing']} back{when}"
    form = _FORM_BACK.match(bare) if _DEADLINE.match(when) else None
    if form:
        return f"they will send {form['thing']} back{when}"
    found = _COMES_BACK.match(bare)
    if not found:
        return ""
    done = re.sub(r"\s+(?:and|&)\s+.*", "", found["how"])
    if _BACK.search(bare):
        how = "" if _GIVEN_BACK.match(done) else f" {done}"
        return f"they will send {found['thing']} back{how}{when}"
    act = next((act for begins, act in _OF_A_FORM.items() if done.lower().startswith(begins)), "")
    is_theirs = (
        _FORM.search(found["thing"]) and _DEADLINE.match(when) and not _MAY_BE_OURS.search(f"{found['thing']} {done}")
    )
    return f"they will {act} {found['thing']}{when}" if act and is_theirs else ""


def at_work(bare: str, when: str) -> str:
    """ "mocking that up by the 2nd", "reworking the quote for Monday": what only a seller makes."""
    found = _AT_WORK.match(bare)
    if not found:
        return ""
    act = f"{found['act'][0].lower()}{found['act'][1:]}"  # who is "working" is busy; who will work something up is bound to it
    return f"I will work{act[len('working') :]}{when}" if act.startswith("working") else f"I am {act}{when}"
