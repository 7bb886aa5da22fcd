"""They will buy from somebody else, or not at all: told of the days to come, it is a refusal and nobody's promise.

Another seller is a name with a capital behind the verb; whom they take along, and what they sign with, is none.
"""

import re
from collections.abc import Sequence

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.grammar.opinions import is_opinion
from bot.reading.naming.persons import is_person
from bot.reading.outcome.choosing import turns_us_down
from bot.reading.outcome.declined import declines
from bot.reading.outcome.refusals import refuses
from bot.reading.words.daynames import MONTH
from bot.reading.words.speech import CAPITAL, NAME, first_clauses

_THEY = rf"(?:(?:and|but|so|then|now|sadly)\s+)*(?:she|he|they|(?:the|her|his|their)\s+[a-z]+|{NAME})"
_TELLS = rf"(?:{NAME}|(?:(?:the|her|his|their|[\w-]+['’]s)\s+)?[a-z]+)\s+(?:says?|said|told\s+(?:me|us)|mentioned|tells\s+(?:me|us)|admitted|confirmed)\s+(?:that\s+)?"
_WILL = r"(?:\s*['’](?:ll|re|s)\b|\s+(?:will|are|is|gonna|now|probably|rather|just|all|going\s+to))*"
# "they buy from Amazon" is how they buy today.
_GOING = r"(?:\s*['’](?:ll|re|s)\b|\s+(?:will|are|is|going\s+to))(?:\s+(?:now|probably|rather|just|all|going\s+to))*"
_NOT_SELLERS = r"(?:You|Us|Me|Docu\w*|Adobe|Hello\w*|Legal|Finance|Procurement|IT|HR|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*|May)"
# "she'll go with Gold", "with Option B", "with X200": a grade of what we sell.
_GRADES = r"(?:Gold|Silver|Bronze|Platinum|Diamond|Basic|Standard|Premium|Pro|Plus|Professional|Enterprise|Business|Starter|Lite|Light|Advanced|Essentials?|Team|Growth|Ultimate|Elite|Deluxe|Classic|Full|Option|Plan|Package|Version|Model|Tier|Level|Monthly|Annual|Yearly|Ink|Pen|[\w-]*\d[\w-]*)"
_SELLER = rf"(?-i:(?!(?:{_NOT_SELLERS}|{_GRADES})\b){CAPITAL}[\w&'’.-]+(?:\s+{CAPITAL}[\w&'’.-]+)?)"
_SIGNERS = r"(?:(?:and|but|so|then|now|sadly)\s+)*(?:they|(?:the|her|his|their)\s+[a-z]+)"
_DAY = rf"(?:[\s,]+(?:on|by|in|next|this|the|tomorrow|instead|too|sorry|(?-i:[A-Z])?[a-z]+day|\d\S*|{MONTH}|week|month|year))*[\s.!]*$"
_BUYS_THERE = re.compile(
    rf"^(?:{_SIGNERS}{_WILL}\s+sign(?:s|ing)?(?:\s+up)?\s+with|{_THEY}{_GOING}\s+(?:buy|order|purchas(?:e|ing)|lease|rent)(?:ing)?(?:\s+(?:it|them|one|theirs))?\s+from|{_THEY}{_WILL}\s+(?:(?:stay|stick)(?:s|ing)?\s+with))\s+(?P<seller>{_SELLER}){_DAY}",
    re.IGNORECASE,
)
# Behind "go with" a name and a day may be a trip.
_GOES_THERE = re.compile(
    rf"^{_THEY}{_WILL}\s+(?:go|goes|going)\s+with\s+(?P<seller>{_SELLER})(?:[\s,]+(?:instead|now|too|sorry))*[\s.!]*$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    rf"^{_THEY}{_WILL}\s+(?:stay|stick|remain)(?:s|ing)?\s+with\s+(?:their|his|her|the)\s+(?:\w+\s+)?(?:(?:old|current|existing|present|own)\s+\w+|vendor|supplier|provider|carrier|broker|agency|contractor|dealer|system|one\s+they\s+have|incumbent|cousin|brother|sister|nephew|son|neighbou?r|friend|buddy|guys?|crew|cleaners?|firm|company|outfit|lot|current\s+\w+|existing\s+\w+)(?:\s+(?:who|that|which)\b[^,;.]*$|{_DAY})",
    re.IGNORECASE,
)
_FROM_A_RIVAL = re.compile(
    rf"^{_THEY}{_WILL}\s+(?:buy|order|purchase)(?:s|ing)?\s+(?:(?:it|them|one)\s+)?(?:from\s+(?:an?\s+|the\s+|our\s+)?(?:competit\w+|rival|someone\s+else|somebody\s+else|other\w*)|elsewhere)\b",
    re.IGNORECASE,
)
# "already bought chairs from Henry Schein", "built their own": it is done, and nothing is left to sell.
_BY_NOW = r"(?:\s*['’](?:ve|s)\b|\s+(?:have|has|had|already|just|now|since|all|both|recently|ended\s+up|went\s+and|went\s+ahead\s+and))*"
_HAS_BOUGHT = re.compile(
    rf"^(?:{_TELLS})?{_THEY}{_BY_NOW}\s+(?:already|just|now|since|went\s+(?:ahead\s+)?and|ended\s+up)\s+(?:bought|buying|ordered|ordering|purchased|leased|leasing)\s+(?:(?!(?:from|tickets?|lunch|coffee|samples?|drinks)\b)[\w'’-]+\s+){{0,3}}?from\s+(?P<seller>{_SELLER}|someone\s+else|somebody\s+else|an?other\s+\w+|(?:their|his|her|an?)\s+(?:\w+\s+)?(?:cousin|brother|friend|buddy|local|competitor|rival)\b[^,;.]*?){_DAY}"
    rf"|^(?:{_TELLS})?{_THEY}{_BY_NOW}\s+(?:bought|ordered|purchased|leased)\s+(?:(?!(?:from|tickets?|lunch|coffee|samples?|drinks)\b)[\w'’-]+\s+){{0,3}}?from\s+(?P<instead>{_SELLER})\s+(?:already|instead)[\s.!]*$",
    re.IGNORECASE,
)
_HAS_BUILT = re.compile(
    rf"^(?:{_TELLS})?{_THEY}{_BY_NOW}\s+(?:built|made|developed|coded|rolled|programmed|written|wrote)\s+(?:their|his|her)\s+own(?:\s+(?:system|tool|solution|software|version|platform|app|one|thing|in-?house|instead|now|already|internally|last\s+\w+|this\s+(?:year|spring|summer|fall|winter)|ages\s+ago))*[\s.!]*$",
    re.IGNORECASE,
)
# They have one, and still look at ours.
_WANTS_OURS = re.compile(
    r"\b(?:wants?|needs?|likes?|loves?|hates?|regrets?|asked\s+for|asks\s+for|interested\s+in|looking\s+(?:at|for)|open\s+to|demo|quote|pricing|falling\s+apart|breaks?|broke|fails?|failing|does\s?n['’]?t\s+work|not\s+working|buggy|crash\w*|unhappy|mess)\b",
    re.IGNORECASE,
)
_BUYS_NOW = re.compile(
    rf"^{_THEY}\s+(?:(?:now|still|currently)\s+)?(?:buy|order|purchase|lease|rent)s?\s+(?:(?:it|them|one|theirs)\s+)?from\s+{_SELLER}(?:\s+(?:now|today|already|still|currently|at\s+the\s+moment|these\s+days))*[\s.!]*$",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(r"\b(?:otherwise|or\s+else|or\s+(?:she|he|they))\b|\?", re.IGNORECASE)


_WITH_US_TOO = re.compile(
    r"\b(?:(?:give|gives|gave|giving)\s+us|sign(?:s|ing)?\s+(?:with\s+us|ours)|(?:to|with|from)\s+us|ours)\b",
    re.IGNORECASE,
)


def all_goes_elsewhere(clauses: Sequence[str]) -> bool:
    """Not where they give us a part of it: "stays with her agency but gives us the Q3 job"."""
    return any(map(goes_elsewhere, clauses)) and not any(
        _WITH_US_TOO.search(clause) and not turns_us_down(clause) for clause in clauses
    )


def has_one(clauses: Sequence[str], said: str) -> bool:
    """They bought it, or built their own, and nothing else is told of what they want from us."""

    def is_so(clause: str) -> bool:
        bought = _HAS_BOUGHT.match(clause)
        seller = (bought["seller"] or bought["instead"]) if bought else ""
        is_from_us = bought and " " not in seller and is_person(seller, ())
        return bool((bought and not is_from_us) or _HAS_BUILT.match(clause)) and not is_negated(clause)

    told = (*clauses, *first_clauses(_as_theirs(said)))
    return any(map(is_so, told)) and not any(_WANTS_OURS.search(one) or _WITH_US_TOO.search(one) for one in told)


_OF_THEIRS = ((re.compile(r"\bwe\b", re.IGNORECASE), "they"), (re.compile(r"\b(?:our|my)\b", re.IGNORECASE), "their"))


def says_so(said: str) -> bool:
    """ "we'll stick with the old press", in their own words."""
    return all_goes_elsewhere(first_clauses(_as_theirs(said)))


def _as_theirs(said: str) -> str:
    for ours, theirs in _OF_THEIRS:
        said = ours.sub(theirs, said)
    return said


def goes_elsewhere(clause: str) -> bool:
    """ "they sign with Globex on Friday"; not "or they go with Globex", which they threaten with."""
    if turns_us_down(clause):
        return True
    named = _BUYS_THERE.match(clause) or _GOES_THERE.match(clause)
    if not (named or _STAYS.match(clause) or _FROM_A_RIVAL.match(clause)) or _OR_ELSE.search(clause):
        return False
    if named and is_person(named["seller"], ()):  # "they sign with Tom on Friday"
        return False
    return not (is_negated(clause) or is_conditional(clause) or is_hedged(clause) or is_opinion(clause))


def is_refusal(clause: str) -> bool:
    """Nor is it a promise how they buy today."""
    return goes_elsewhere(clause) or bool(_BUYS_NOW.match(clause)) or refuses(clause) or declines(clause, theirs=False)
