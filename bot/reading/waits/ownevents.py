"""What happens on a day of its own accord is nobody's promise: "books close april 30", "the audit begins 4/6", "her baby is due nov 6".

The subject is a thing of theirs, or a person in whose life it happens; who acts for the deal is neither.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.notforus import is_not_for_us
from bot.reading.naming.persons import is_person
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

# A name of two words may begin with one of the others, or hold another name: each is parted in one way only.
_OF = r"(?:the|their|her|his|our|its|my|next|new|old|current|a)\s+"
_WHOSE = rf"(?:{_OF}|(?!{_OF})(?>{NAME}['’]s\s+))*"
_KIND = r"(?:(?!(?:i|we|she|he|they|will|and|to)\b)[a-z][\w-]*\s+){0,2}?"
_THING = r"(?:books?|ledgers?|years?|yr|fy\d*|quarter|qtr|season|semester|term|school|contract|lease|tenancy|audit|audits|window|tenders?|bids|bidding|(?:bidder|vendor|supplier)s?\s+list|bid\s+list|store|shop|office|plant|factory|mill|clinic|depot|warehouse|branch|freeze|warranty|licen[cs]es?|subscriptions?|insurance|polic(?:y|ies)|permits?|harvest|inventory|stock-?take|fair|expo|registration|enrol?lment|polls|merger|acquisition|board|council|committee|cmte|parliament|period|cycle|year-?end|doors|market|shutdown|turnaround|outage|strike|ramadan|planting|calving|regatta|budget\s+(?:year|cycle|round|season|window))"
_HAPPENS = r"(?:clos(?:es?|ing)|open(?:s|ing)?|re-?opens?|shutting(?:\s+down)?|starts?|begins?|ends?|expires?|laps(?:es?)|runs?\s+(?:out|up|off)|resets?|rolls?\s+over|renews?|kicks?\s+(?:off|in)|sits?|meets?|convenes?|gathers?|votes?|finish(?:es)?|wraps?\s+up|shuts?(?:\s+down)?|locks?|freezes?|turns\s+over|(?:is|are)\s+(?:up|over|out|done|closed|due|on)|(?:will|to)\s+(?:close|open|start|begin|end|expire|lapse|renew))"
_OF_ITSELF = re.compile(
    rf"{AND_ALSO}{_WHOSE}{_KIND}{_THING}\s+{_HAPPENS}(?:\s+(?:again|next|already|only|on|in|at|around|the))*$",
    re.IGNORECASE,
)
# "budget vote 4/14": they decide among themselves.
_VOTE = re.compile(
    rf"{AND_ALSO}{_WHOSE}{_KIND}(?:votes?|hearings?|ballot|referendum|agm|elections?|award\s+(?:date|day))(?:\s+(?:is|are|on|at|set|for|due|only))*$",
    re.IGNORECASE,
)
_THEIR_CIRCLE = r"(?:budget(?:\s+committee)?|board|bd|staff|leadership|mgmt|management|exec(?:utive)?|dept|department|planning|partners?|finance|credit|trustees?|committee|council|directors|faculty|shareholders?|union|regents|commissioners?|capex|ops|production|safety)"
# "budget mtg is 4/8": where they sit among themselves.
_AMONG_THEMSELVES = re.compile(
    rf"{AND_ALSO}{_WHOSE}{_THEIR_CIRCLE}\s+(?:mtgs?|meetings?|session|review|retreat|away\s?day|off-?site)(?:\s+(?:is|are|on|at|set|for|now|not|until|till?|only))*$",
    re.IGNORECASE,
)
# "freight rates go up apr 1", "their supplier raises prices in May": what things cost from then on.
_COSTS = r"(?:prices?|pricing|costs?|rates?|fees?|tariffs?|duties|premiums?|wages?|tax(?:es)?|rents?|surcharges?|price\s+list)"
_A_COST = re.compile(rf"\b{_COSTS}\b", re.IGNORECASE)
_COSTS_MORE = re.compile(
    rf"{AND_ALSO}(?:{_WHOSE}{_KIND}{_COSTS}\s+(?:will\s+|are\s+|is\s+)?(?:doubl|tripl|ris|increas|climb|jump|spik|soar|chang|drop|fall|go(?:es|ing)?\s+(?:up|down)|com(?:es?|ing)\s+down)(?:es?|s|ing|p?ing)?"
    rf"|(?:\S+\s+){{1,3}}?(?:will\s+|are\s+|is\s+)?(?:rais|hik|increas|put|jack|bump|doubl)(?:e?s|t?ing|e)?\s+(?:up\s+)?(?:(?:all|its|their|the|our)\s+)*(?:[a-z]+\s+)?{_COSTS}(?:\s+up)?)(?:\s+(?:again|by\s+\d+\s?%|\d+\s?%|from|on|in|at))*$",
    re.IGNORECASE,
)
# "whole thing goes to the annual mtg 4/18": there it is decided, and nobody brings it to us.
_TO_A_SITTING = re.compile(
    rf"{AND_ALSO}(?:it|this|that|everything|(?:the\s+)?(?:whole\s+)?(?:thing|lot|deal|offer|proposal|project|matter|case))\s+(?:goes|will\s+go|is\s+going|comes\s+up|is\s+up)\s+(?:to|before|at|in|for)\s+(?:the|their|a)\s+(?:[\w-]+\s+){{0,3}}?(?:mtg|meeting|agm|assembly|session|sitting)(?:\s+(?:on|in))?$",
    re.IGNORECASE,
)
# "moves offices may 1", "closing two stores in June": what a company does with itself, and not "to the order", "for our crew".
_WITH_ITSELF = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|the\s+(?:company|firm)|{NAME})\s*(?:['’](?:re|s)|are|is)?\s+)?(?:will\s+|also\s+)?(?:mov|relocat|clos|open|re-?open|merg|re-?brand|re-?model|renovat|shut|expand|downsiz|consolidat|launch|celebrat|add)(?:e?s|t?ing|e)?\s+(?:(?:up|down)\s+)?(?:(?:all|its|their|the|an?|two|three|both|new|more|another|\d+)\s+)*(?:\w+\s+)?(?:offices?|plants?|hq|headquarters|sites?|stores?|shops?|buildings?|branch(?:es)?|locations?|depots?|warehouses?|clinics?|factor(?:y|ies)|shifts?|floors?|premises)\b(?!\s+(?:to|for|on)\s+(?:us|me|our|my|(?:the|her|his|their)\s+(?:order|contract|deal|quote|pilot|trial|agreement|sow|po)s?)\b)[^,;]{{0,30}}$",
    re.IGNORECASE,
)
_OCCASION = r"(?:baby|babies|twins|bab[yi]e?s?\s+shower|(?:first|second|third)\s+(?:child|kid|baby)|birthday|b-?day|anniversary|wedding|retirement|funeral|surgery|operation|graduation|due\s+date|honeymoon|sabbatical|bar\s+mitzvah|christening|(?:mat(?:ernity)?|pat(?:ernity)?|parental)\s+leave)"
_IN_A_LIFE = re.compile(
    rf"{AND_ALSO}(?:{_WHOSE}(?:(?:wife|husband|daughter|son|partner|sister|brother|kid|big|\d\w*)(?:['’]s)?\s+)*{_OCCASION}"
    r"(?:\s+(?:is|are|was|falls|comes|due|expected|starts|begins|on|in|around|party|the))*"
    rf"|(?:(?:she|he|they|{NAME}|(?:her|his)\s+(?:wife|daughter|sister|husband|son))(?:['’]s|(?:['’]ll|\s+will)\s+be|\s+is|\s+are)?|the\s+{_OCCASION})\s+(?:expecting|retir(?:es|ing)|gets?\s+married|getting\s+married|marr(?:ies|ying)|turns\s+\d+|graduat(?:es|ing)|(?:leav(?:es|ing)|quit(?:s|ting))(?:\s+(?:the\s+(?:company|firm|practice|job|team|business)|us|them|there))?|resign(?:s|ing)|step(?:s|ping)\s+down|has\s+(?:a|her|his|the)\s+(?:baby|surgery|operation)|having\s+(?:a\s+baby|twins|surgery))(?:\s+(?:on|in|at|around|the))*)$",
    re.IGNORECASE,
)

_TELLS = re.compile(rf"^\s*(?:she|he|they|{NAME})\s+(?:says?|said|confirms?|confirmed|tells\s+(?:me|us)|told\s+(?:me|us)|mentioned|admitted|hinted|let\s+(?:it\s+)?slip)\s+(?:that\s+)?", re.IGNORECASE)  # fmt: skip
_IS_DUE = re.compile(rf"{AND_ALSO}(?P<who>she|{NAME}|(?:his|her)\s+(?:wife|daughter|sister))(?:['’]s|\s+is)\s+due(?:\s+(?:on|in|at|around))*$", re.IGNORECASE)  # fmt: skip
# "dana left Acme, joins (Kestrel) in nov": a new job, and not what is held on a day.
_NEW_JOB = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?(?:will\s+)?(?:joins?(?:\s+them)?|(?:starts?|begins?)\s+(?:there|(?:her|his|their|the|an?)\s+new\s+(?:job|role|gig|position)))(?:\s+(?:on|in|at|around))*$",
    re.IGNORECASE,
)


def is_brought_up(before: str) -> bool:
    """ "it goes to their annual meeting": a sitting of theirs that has a day."""
    return bool(_TO_A_SITTING.match(before))


def is_own_event(clause: str, dates: Sequence[DateReading]) -> bool:
    """Of what stands before its day."""
    if not dates:
        return False
    in_front = clause[: dates[0].start] if len(clause[: dates[0].start]) > len("in ") else clause[dates[0].end :]
    before = _TELLS.sub("", in_front).replace("(", "").replace(")", "").strip(" ,")
    due = " due" if dates[0].text.lower().startswith("due ") else ""
    is_due = _IS_DUE.match(before + due)
    if is_due and is_due["who"][0].isupper() and not is_person(is_due["who"], ()):
        return False  # "the RFP is due": a paper
    is_new_job = dates[0].first_on and _NEW_JOB.match(before)
    is_held = (
        is_brought_up(before)
        or is_not_for_us(before)
        or _WITH_ITSELF.match(before)
        or _OF_ITSELF.match(before)
        or _VOTE.match(before)
        or (not dates[0].by and _AMONG_THEMSELVES.match(before))
        or (_A_COST.search(before) and _COSTS_MORE.match(before))
    )
    return bool(is_due or is_new_job or is_held or _IN_A_LIFE.match(before + due))
