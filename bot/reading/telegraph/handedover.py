"""Words and things that pass from one side to the other: "sensors leave us Thu", "he hears from me by noon", "contract comes back signed". See telegraph."""

import re

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
_PAPER = r"(?:contract|agreement|order(?:\s+form)?|sow|msa|nda|dpa|loi|quote|offer|proposal|form|docs?|documents?|paperwork|papers?|questionnaire|copy|copies|renewal|terms|amendment|addendum|docusign)s?"
_COMES_BACK = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|their|his|her|that)\s+)?(?:[a-z][\w-]*\s+)?{_PAPER})\s+(?:(?:(?:will\s+|to\s+)?comes?|coming|is|will\s+be|gets?)\s+)?(?:back\s+(?:to\s+(?:us|me)\s+)?)?(?P<how>(?:(?:counter-?|e-?)?signed|filled(?:\s+(?:in|out))?|completed|executed|initialled|stamped|getekend|ondertekend|unterschrieben|signée?))$",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|their|his|her|that)\s+)?(?:[a-z][\w-]*\s+)?{_PAPER})\s+(?:(?:(?:will\s+|to\s+)?comes?|coming|is|will\s+be|gets?)\s+)?(?:back\s+(?:to\s+(?:us|me)\s+)?)?(?P<how>(?:(?:counter-?|e-?)?signed|filled(?:\s+(?:in|out))?|completed|executed|initialled|stamped|getekend|ondertekend|unterschrieben|signée?))$",
    re.IGNORECASE,
)
_COMES_BACK_SO = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|our|their|his|her|that)\s+)?(?:[a-z][\w-]*\s+)?{_PAPER})\s+(?:will\s+|to\s+)?(?:comes?|coming)\s+back(?:\s+to\s+(?:us|me))?$",
    re.IGNORECASE,
)
# Whose it is must be told: of "contract comes back Tue" nobody knows who sends it.
_COMES_BACK_SO = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:our|their|his|her)\s+(?:[a-z][\w-]*\s+)?{_PAPER})\s+(?:will\s+|to\s+)?(?:comes?|coming)\s+back(?:\s+to\s+(?:us|me))?$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\bback\b", re.IGNORECASE)
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


def leaves_us(bare: str, when: str) -> str:
    found = _LEAVES.match(bare)
    return f"I will send {found['thing']}{when}" if found else ""


def comes_back(bare: str, when: str) -> str:
    """ "contract comes back signed by Monday": to come, and no order yet."""
    alone = _COMES_BACK_SO.match(bare)
    if alone:
        return f"they will send {alone['thing']} back{when}"
    found = _COMES_BACK.match(bare)
    is_back = found and _BACK.search(bare)
    return f"they will send {found['thing']} back {found['how']}{when}" if found and is_back else ""


def at_work(bare: str, when: str) -> str:
    """ "mocking that up by the 2nd", "reworking the quote for Monday": what only a seller makes."""
    found = _AT_WORK.match(bare)
    if not found:
        return ""
    act = f"{found['act'][0].lower()}{found['act'][1:]}"  # who is "working" is busy; who will work something up is bound to it
    return f"I will work{act[len('working') :]}{when}" if act.startswith("working") else f"I am {act}{when}"
