"""How they stand to it, told by what they are and not by what they do: "worried about the wording", "fine with all but the term", "tied to a vendor till fall", "pushing for 10%"."""

import re

from bot.reading.grammar.nopromise import PRESSES

_ASKS = r"(?:asking\s+for|asks?\s+for|wants?|needs?|demand(?:s|ing)|expects?)\s+"
_TERMS = r"(?:terms?|cap|capped|discount|rebate|warranty|guarantee|deposit|notice|liability|payment|opt-?\s?out|out\s+clause|exclusivity|commission)\b"
_OTHER_TERMS = (
    r"(?:veut|demande|exige|vuole|chiede|quiere|pide|exige|verlangt|fordert|möchte|will(?=\s+\d)|vil\s+ha|vill\s+ha|wil|vraagt|eist|krever|kræver|kräver|chce|żąda)\s+(?:[\w'’-]+\s+){0,4}?\d+(?:[.,]\d+)?\s?%"
    rf"|{_ASKS}(?=[^,;]*(?:\d|{_TERMS}))[^,;.]{{2,40}}?\s(?:instead\s+of|rather\s+than|not(?=\s+\d))\s+\S"
    rf"|{_ASKS}(?=[^,;]*(?:\d|\b(?:longer|shorter|lower|higher|better|softer|free|extra|no|half|mutual|unlimited)\b))(?:[\w%$€£.-]+\s+){{1,4}}?{_TERMS}(?!\s+(?:sheet|letter|form|doc\w*|info))"
)
_UNEASY = (
    r"(?:(?:a\s+(?:bit|tad|little)|still|really|very|quite|pretty|so|kinda|kind\s+of|visibly|also|only|most|mostly|clearly)\s+)*"
    r"(?:worried|nervous|uneasy|concerned|anxious|unsure|undecided|sceptical|skeptical|wary|leery|torn|hesitant|unhappy|annoyed|frustrated|spooked|scared|afraid|confused|lukewarm|cagey|iffy|divided|split|on\s+the\s+fence)\s+"
    r"(?:(?:about|abt|re|on|over|w/|with|between|by|of|at)(?:\b|(?<=/))\s*(?!(?:(?<=with\s)|(?<=w/\s))(?-i:[A-Z])[a-z])|(?:that\s+)?(?=(?:we|it|they|our|the|this)\b))(?!(?:her|his|their)\s+(?:own\s+)?(?:dogs?|cats?|kids?|sons?|daughters?|moms?|dads?|mother|father|wife|husband|health|flight|house|car)\b|(?:vacation|holiday|leave|site|the\s+(?:phone|road|line|train|plane)|a\s+(?:call|roof|train|plane|job|deadline|meeting)|another\s+call|traffic)\b)(?!(?:me|my)\b|flying\b|(?:the\s+)?(?:snow|storm|rain|weather|roads?|election|game|drive)\b|(?:her|his)\s+(?:new\s+)?(?:boss|job|knee|back|team)\b|.*\b(?:for|with)\s+(?:her|his)\s+(?:kids?|son|daughter)\b|.*\btrade$|(?:their|the|her|his)\s+(?:current|present|existing|old|other)\s+(?:vendor|supplier|provider|system|tool)\b)\S"
)
_ALL_BUT = r"(?:(?:is|are|all|now|mostly|otherwise)\s+)*(?:ok(?:ay)?|fine|good|happy|cool|on\s+board|satisfied|agrees|agreed|agreeing)\s+(?:w/|with\b)(?!\s*(?:me\s+that|her|his|numbers|people|kids|money|words)\b)[^,;]{1,40}?,?\s+(?:except|but(?!\s+(?:wants?|needs?|she|he|they|i|we)\b)|apart\s+from|aside\s+from|other\s+than|minus|bar|barring|save(?:\s+for)?|not)\s+\S"
_BOUND = r"(?:(?:is|are|still|now|all|already)\s+)*(?:(?:locked|tied(?!\s+up)|bound|contracted|committed|stuck|married|signed\s+up)\s*(?:in\b|down\b|up\b)?\s*(?:w/|with\b|to\b|into\b)|under\s+contract|in\s+(?:a\s+)?contract)(?!\s*(?:with\s+|w/\s*)?(?:an?\s+|the\s+)?(?:us|our|jury|call|meeting|mtg|traffic|court|surgery|patients?|customers?)\b)[^,;]{0,60}?\b(?:till?|until|thr(?:ough|u)|for\s+(?:another\s+)?(?:\d|an?\b|two|three)|to\s+(?:\d|end))\b"
_WANTS_IT_SO = r"(?:wants?|needs?)\s+(?:us|it|this|that|everything|all\s+of\s+it|the\s+(?:whole\s+)?(?:thing|deal|lot))\s+(?!to\b)[a-z]+(?:\s+(?:up|off|in|out|down|away|and\s+\w+))*\s+(?:before|b4|by\s+the\s+time|ahead\s+of)\s+\S"
# "needs 4 by easter or he buys at the big box": what they do else.
OR_ELSE = r"(?:wants?|needs?|expects?|requires?|gotta|must|ha(?:s|ve)\s+to)\s+[^,;.]{2,60}?\s+or\s+(?:nothing\b|no\s+deal\b|(?:else\s+)?(?:he|she|they)(?:['’](?:s|ll|re|d))?\s+(?!(?:can|could|may|might|would|(?:gets?|is|feels)\s+(?!out\b)|tired|cranky|mad|upset|angry)\b)[a-z])"
_STANCE = re.compile(
    rf"(?:{PRESSES}|{OR_ELSE}|{_OTHER_TERMS}|{_UNEASY}|{_ALL_BUT}|{_BOUND}|{_WANTS_IT_SO})", re.IGNORECASE
)
# "wants 4 units now not 2" is what to quote, where no boss of theirs says so.
_SO_MANY = re.compile(
    rf"{_ASKS}\d+\s+(?!(?:days|weeks|wks|months|years|yrs|percent|points)\b)[a-z-]+s\b", re.IGNORECASE
)
# Who else says it, or whom it is asked of, is told behind it.
_OURS_AFTER_ALL = re.compile(
    r"\b(?:my|our)\s+\w+\s+says?\b|\bby\s+(?:me|us)\b|\bcommission\b|\bfrom\s+(?-i:[A-Z])\w+[\s.!]*$", re.IGNORECASE
)
# Whoever is left out, only they want it so: what we want stands behind an "I".
_ROLE_WANTS = r"(?:(?:the|her|his|their)\s+)?(?:board|boss|owner|partner|brother|wife|husband|c[efiot]o|gm|vp|controller|committee|finance|legal)\s+"
_THEIRS_ALONE = re.compile(rf"(?:{_ROLE_WANTS})?(?:{_WANTS_IT_SO}|{_OTHER_TERMS}|{OR_ELSE})", re.IGNORECASE)


def is_stance(words: str) -> bool:
    """`words` stand behind who it is: "uneasy about the renewal"."""
    return bool(_STANCE.match(words)) and not _SO_MANY.match(words)


def is_stance_alone(clause: str) -> bool:
    """ "wants us sorted before she goes", with nobody named."""
    is_ours = clause.lower().startswith(("want ", "need ")) or _OURS_AFTER_ALL.search(clause)
    return bool(_THEIRS_ALONE.match(clause)) and not (is_ours or _SO_MANY.match(clause))
