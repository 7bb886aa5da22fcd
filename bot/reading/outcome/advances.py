"""What they have done already, and the deal is further by it: approved, signed off, sent back, handed us on to who decides."""

import re

from bot.reading.grammar.accepting import accepted
from bot.reading.grammar.firmness import is_conditional, is_negated
from bot.reading.grammar.others import is_desk
from bot.reading.outcome.delivered import is_of_before
from bot.reading.outcome.refusals import TOLD
from bot.reading.steps.doors import opens_a_door

_DET = r"(?:(?:the|our|their|her|his|an?|this|that)\s+)"
_THING = rf"{_DET}?(?:(?!(?:no|none|zero|without|never|any)\b)[\w-]+\s+){{0,2}}?(?:pilot|trial|poc|budget|capex|spend(?:ing)?|funding|funds|money|investment|project|proposal|plan|purchase|deal|business\s+case|request|offer|quote|terms|pricing|scope)"
_BY_NOW = r"(?:(?:now|just|finally|already|all|both|fully|formally|officially|has|have)\s+)*"
_CLEARED = r"(?:approved|signed\s+off|cleared|green-?\s?lit|ok['’]?d|okayed|sanctioned|released|granted|funded|blessed)"
_SUM = r"(?:about\s+|up\s+to\s+|the\s+)*(?:[$€£]\s?)?\d[\d.,]*\s?[km]?(?:\s?(?:[$€£]|eur|usd|gbp|chf|nok|sek|dkk|aed|zł|pln))?"
_PAPER = rf"{_DET}?(?:mutual\s+)?(?:nda|msa|dpa|baa|sow|loi|mou|term\s*sheet|(?:[a-z]+\s+)?forms?|red-?lines?|mark-?up|questionnaire)"
# "credit app landed filled in": what they were to fill in or sign has come so.
_CAME_FILLED = rf"(?:[\w-]+['’]s\s+)?{_DET}?(?:[a-z][\w-]*\s+)?(?:nda|msa|dpa|baa|sow|loi|mou|w-?9|agreement|contract|order|forms?|apps?|applications?|questionnaires?|checklists?|surveys?|paperwork|mandate|term\s*sheet)\s+(?:(?:just|finally|already|has|have)\s+)*(?:landed|arrived|(?:came|come)\s+(?:in|through|over|back)|showed\s+up|turned\s+up|got\s+here|(?:is|are)\s+(?:in|here|back))\s+(?:(?:fully|all|already|duly|neatly)\s+)*(?:(?:counter-?)?signed|executed|filled(?:[\s-](?:in|out))?|completed?|initial+ed|stamped)(?=\s*$|\s+(?:by\s+(?!me\b|us\b)|today|yesterday|this|in\s+full|and\b|&))"
_DONE = re.compile(
    rf"^{TOLD}(?:{_THING}(?:['’]s\s+|\s+(?:is|was|are|were|got|has\s+been|have\s+been)\s+)?\s*{_BY_NOW}(?:{_CLEARED}|(?<=\s)accepted)\b"
    rf"|{_THING}(?:['’]s|\s+(?:is|was|got))\s+{_BY_NOW}through\b"
    rf"|(?!(?:i|we|our|my)\b){_DET}?(?:[\w'’-]+\s+){{1,3}}?{_BY_NOW}(?:{_CLEARED}(?:\s+on)?\s+(?:(?:us|it|this)\b(?!\s+(?:an?|the|some|off|up|out)\b)|{_THING}\b)|accepted\s+{_THING}\b|(?:{_CLEARED}|set\s+aside|put\s+aside|ring-?fenced|earmarked)\s+{_SUM}\s+(?:for|from|out\s+of)\b(?!\s+(?:her|his|their|another|somebody|someone|next\s+(?:year|fy)|20\d\d)\b)"
    r"|gave\s+(?:us\s+|it\s+)?(?:the|an?|her|his|their)\s+(?:go-?\s?ahead|green\s+light|nod|ok(?:ay)?|blessing|all-?\s?clear|thumbs\s+up)\b)"
    rf"|(?!(?:i|we|just|and|then|finally)\b)(?:[\w'’-]+\s+){{1,2}}?{_BY_NOW}(?:forwarded|submitted|passed|handed|sent|walked)\s+(?:(?:it|this|that|them)|{_THING}|(?:the|our)\s+(?:\w+\s+)?(?:nda|msa|dpa|baa|sow|contract|agreement|paper(?:s|work)?|redlines?|deck|numbers|docs|order\s+form))\s+(?:(?:on|over|up|straight)\s+)*to\s+(?:(?:the|her|his|their)\s+)?(?:legal|procurement|purchasing|finance|board|committee|counsel|lawyers?|cfo|ceo|coo|cto|cio|ciso|vp|infosec|security|boss|owner|partners)\b"
    rf"|(?!(?:i|we)\b)(?:[\w'’-]+\s+){{0,2}}?(?:got|has|have|had)\s+{_THING}\s+{_BY_NOW}(?:{_CLEARED}|through|over\s+the\s+line)\b"
    rf"|{_PAPER}(?:['’]s|\s+(?:is|are|was|now|has\s+been))*\s+(?:now\s+|all\s+|fully\s+)*(?:counter-?|co-?)?(?:signed|executed)(?=\s*(?:[&+]|and\b)\s*(?:back|returned|sent)\b|\s+(?:back|by\s+(?!me\b|us\b)|today|yesterday|this)\b)"
    rf"|{_CAME_FILLED}"
    rf"|{_PAPER}(?:['’]s\s+back|\s+(?:(?:is|are|has|have)\s+)?(?:(?:already|now)\s+)?(?:came\s+back|come\s+back|returned|(?<=(?:is|re)\s)back))(?=\s*$|\s+(?:from|signed|countersigned|filled|completed|with\s+(?!a\s+no\b)|w/|redlined|marked|clean|today|yesterday|this)\b))",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:no|none|zero|without|once|when|until|till?|before|unless|as\s+soon|wants?|needs?|ha(?:s|ve|d)\s+to|hopes?|hoping|waiting|waits|expects?|to\s+(?:be|get)|gets|must|should|will|may|might|could|would|almost|nearly|yet|nobody|no\s?-?one|unsigned|some(?:one|body)\s+else['’]?s?|(?<!than\s)(?<!as\s)(?<!from\s)last\s+(?:year|yr))\b"
    r"|\bby\s+(?:mon|tue|wed|thu|fri|sat|sun|eo|end|the\s+(?:end|\d)|tomorrow|tmrw|next|\d|q\d)|\?",
    re.IGNORECASE,
)
_THEY = re.compile(
    rf"^{TOLD}(?:(?!(?:i|we|our|my)\b)(?:{_DET}?[\w'’-]+\s+){{1,2}}?)??(?=(?:has|have|just|finally|now|also|already|verbally|all|both|then|accept\w*|agree\w*|takes?|took|ok['’]?\w*)(?:\s|$))",
    re.IGNORECASE,
)
_HANDED_ON = re.compile(
    r"\b(?:handed|passed|put|transferred|referred|pointed|introduced|connected)\s+(?:me|us)\s+(?:(?:over|on|through|up|across|in\s+touch)\s+)*(?:to|with)\s+"
    rf"(?!{_DET}?(?:support|help\s?-?desk|voice\s?mail|vm|hotline|call\s+cent\w+|customer\s+\w+|wrong\b|answering))",
    re.IGNORECASE,
)
# "moved to 4/2 so the CFO can sit in": who decides will be there.
_DECIDER_COMES = re.compile(
    r"\b(?:so|because|as|since|in\s+order\s+for|to\s+(?:let|have|get))\s+(?:that\s+)?(?:(?:the|her|his|their|both|our)\s+)*(?:[a-z]+\s+)?(?:c[efiot]o|cmo|ciso|vp|svp|evp|president|owner|founder|boss|director|md|gm|head|manager|partners?|board|committee|principal|chair(?:man|woman)?|treasurer|controller|buyer)(?:\s+of\s+[a-z]+)?\s+(?:(?:can|could|may|will|to|wants\s+to|gets\s+to)\s+)*(?:sit(?:s|ting)?\s+in|joins?|attends?|comes?(?:\s+(?:along|too|in))?\s*$|be\s+(?:there|on\s+(?:it|the\s+(?:call|line))|in\s+on\s+it|part\s+of\s+it)\b|dials?\s+in|make\s+it|see\s+it|listen\s+in)",
    re.IGNORECASE,
)


def is_done(clause: str) -> bool:
    """ "the pilot is approved", "the NDA came back signed"; nothing that is still to come, and nothing of ours."""
    if _NOT_DONE.search(clause) or is_of_before(clause):
        return False
    whose = _THEY.match(clause)
    is_so = _DONE.match(clause) or (whose and accepted(clause[whose.end() :]))
    return bool(is_so) and not (is_negated(clause) or is_conditional(clause))


def hands_on(clause: str) -> bool:
    """ "handed me over to the owner", "so the CFO can sit in": with a day agreed, the deal has moved up. A desk puts anybody through."""
    is_on = _HANDED_ON.search(clause) or _DECIDER_COMES.search(clause) or opens_a_door(clause)
    return bool(is_on) and not (is_desk(clause) or is_negated(clause) or is_conditional(clause))
