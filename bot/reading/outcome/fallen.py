"""What they will not do any more: "the diary is lost", "won't send the list after all", "forget the counts". What is only late, or not yet, is not gone."""

import re

from bot.phrases import base_verb
from bot.reading.grammar.firmness import is_conditional, is_hedged
from bot.reading.words.speech import NAME, first_clauses, unquoted

_LEAD = r"^(?:(?:and|but|so|sorry|sadly|says?|said|that)\s+)*"
_WHOSE = r"(?:(?:the|their|her|his|your|that|our|my)\s+)?"
_THING = r"(?!(?:she|he|they|we|i|you|it|that|this|deal|project|order|account|case|budget|business|contract|one|call|day|time)\b)(?P<thing>[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*)?)"
# Where something else follows, it is somewhere: "gone to her boss", "lost in her inbox".
_FOR_GOOD = r"(?:\s+(?:for\s+(?:good|ever)|forever|after\s+all|completely|altogether|already|any\s?more|any\s+longer|at\s+all|too|sorry|sadly|unfortunately|i['’]?m\s+afraid))*[\s.!]*$"
_GONE = re.compile(
    rf"{_LEAD}{_WHOSE}{_THING}(?:['’]s|\s+(?:is|are|was|were|got|has\s+been|have\s+been))\s+(?:been\s+|all\s+|now\s+)*(?:lost|gone|deleted|destroyed|thrown\s+(?:away|out)|not\s+(?:coming|happening|going\s+to\s+(?:come|happen))){_FOR_GOOD}"
    rf"|{_LEAD}(?:forget|skip|scrap|never\s*mind)\s+(?:about\s+)?(?:the|their|her|his|that)\s+{_THING.replace('thing', 'forgotten')}[\s.!]*$"
    rf"|{_LEAD}(?:there\s+(?:will\s+be|is|are)\s+no|(?:she|he|they)\s+(?:has|have)\s+no|(?:she|he|they)\s+lost\s+(?:the|their|her|his))\s+{_THING.replace('thing', 'none')}(?:\s+(?:any\s?more|any\s+longer|after\s+all))?[\s.!]*$"
    rf"|{_LEAD}{_WHOSE}{_THING.replace('thing', 'never')}\s+(?:won['’]?t|will\s+not)\s+(?:come|happen|be\s+(?:coming|sent)){_FOR_GOOD}",
    re.IGNORECASE,
)
_WONT = re.compile(
    rf"{_LEAD}(?P<who>she|he|they|we|i|{NAME})(?:\s+(?:won['’]?t|will\s+not|can['’]?t|cannot|is\s+not\s+going\s+to|are\s+not\s+going\s+to)|['’]re\s+not\s+going\s+to|['’]s\s+not\s+going\s+to)\s+(?:be\s+)?(?P<verb>[a-z]+)\s+(?:(?:me|us|you)\s+)?{_WHOSE}(?P<what>[a-z][\w'’ -]*?)(?:\s+(?:after\s+all|any\s?more|at\s+all|ever))*[\s.!]*$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:until|till?|before|yet|by|today|tomorrow|this\s+\w+|next\s+\w+|in\s+time|\w+day|without|unless|only|but|soon|now)\b|\?",
    re.IGNORECASE,
)


def given_up(told: str, said: str) -> tuple[str, ...]:
    """The acts that a line tells as given up, and that their own words do."""
    acts = [_will_not(clause, in_their_words=False) for clause in first_clauses(unquoted(told))]
    acts += [_will_not(clause, in_their_words=True) for clause in first_clauses(said)]
    return tuple(dict.fromkeys(filter(None, acts)))


def _will_not(clause: str, *, in_their_words: bool) -> str:
    """As a plain act, "send diary"; empty where nothing is given up. Of what we will not do this tells nothing."""
    if _NOT_YET.search(clause) or is_conditional(clause) or is_hedged(clause):
        return ""
    wont = _WONT.match(clause)
    if wont:
        is_we = wont["who"].lower() in {"we", "i"}
        verb = base_verb(wont["verb"]) if is_we == in_their_words or not is_we else None
        return f"{verb} {wont['what']}" if verb else ""
    gone = _GONE.match(clause)
    thing = next((found for found in gone.groups() if found), "") if gone else ""
    return f"send {thing}" if thing else ""
