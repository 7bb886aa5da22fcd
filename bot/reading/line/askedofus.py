"""What they ask us for in their own words is a promise of ours, as it is where the rep tells it: "can you send the offer by Fri?".

Only where a paper or word of ours is asked for: whether we can deliver, do it for less or speak is a question, or a step.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model import Side
from bot.reading.grammar.bidding import hands_in
from bot.reading.grammar.duties import duty
from bot.reading.grammar.firmness import is_conditional, is_negated
from bot.reading.line.heard import Day, dates_in
from bot.reading.people.shorthand import spelled
from bot.reading.promises.promised import Promised, promised
from bot.reading.promises.toyou import with_us
from bot.reading.words.bounds import LONGEST_CLAUSE
from bot.reading.words.speech import first_clauses

_LEAD = r"^(?:(?:and|but|so|then|also|yes|ok(?:ay)?|thanks|hi|great|good|sorry|just)[\s,!]+)*"
_ASK = (
    r"(?:(?:can|could|would|will)\s+(?:you|u)(?:\s+(?:please|pls|kindly|also|just|still))*"
    r"|(?:i|we)\s+(?:still\s+|really\s+)?(?:need|want|expect|ask|(?:would|['’]d)\s+like)\s+you\s+to|(?:please|pls|kindly)(?:\s+(?:just|also))?)"
)
_SENDS = r"(?:re-?send|send|e-?mail|mail|forward|share)"
_WORKS = r"(?:provide|submit|prepare|draft|write|quote|invoice|revise|update|correct|amend|check|confirm|clarify|complete|fill\s+(?:in|out)|answer|return(?!\s+(?:my|our)\s+call))"
_ASKS = re.compile(rf"{_LEAD}{_ASK}\s+(?P<act>(?P<verb>{_SENDS}|{_WORKS})\b.*)$", re.IGNORECASE)
_BARE = re.compile(rf"{_LEAD}(?P<act>(?P<verb>{_SENDS})\s+(?:me|us)\s+\S.*)$", re.IGNORECASE)
_NEED = re.compile(rf"{_LEAD}(?:(?:i|we)\s+)?(?P<needs>(?:still\s+|also\s+)?(?:need|want)\s+.*)$", re.IGNORECASE)
_PLEASE = re.compile(r"\s+(?:please|pls|thanks|thx)\b", re.IGNORECASE)
_SENT = re.compile(rf"{_SENDS}\b", re.IGNORECASE)
_TO_THEM = re.compile(
    rf"^(?P<verb>{_SENDS}|{_WORKS})\s+(?:me|us)\b(?=\s+\S)|\s+(?:back\s+)?to\s+(?:me|us)\b", re.IGNORECASE
)
_FOR_LESS = re.compile(
    r"\d\s*%|\b(?:discount|cheaper|for\s+less|reduction|deals?)\b|\b(?:better|lower|best)\s+price", re.IGNORECASE
)
_THEIRS = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_NAMES_A_THING = re.compile(
    r"^\w+\s+(?!(?:it|that|this|them|so|by|on|to|back|off|out|for|with|again|next)\b)\S", re.IGNORECASE
)
# For nothing they ask, or for a wait; and what is their own, or a number of anything, is not ours to hand over.
_FOR_NOTHING = re.compile(r"\b(?:nothing|nobody|no\s?one|none|never|no|until|till?)\b", re.IGNORECASE)
_NOT_OURS = re.compile(r"\b(?:my|our|signatures?|[2-9]|\d{2,})\s+\w|\b(?:signature|money|people)\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"^(?!(?:she|he|they)\b)(?:.*\b(?:can['’]?t|can\s?not|could\s?n['’]?t|won['’]?t|declined?|refused?|unable|impossible|too\s+(?:early|soon)|not\s+before)\b"
    r"|(?:(?:i|we|but|said|answered|told|her|him|them)\s+)*(?:no|not|never)\b)",
    re.IGNORECASE,
)
_OF_US = re.compile(
    r"^(?:my|our)\s+(?:own\s+)?(?:boss|manager|team|colleague|cfo|ceo|office|director)\b", re.IGNORECASE
)


def asked_of_us(said: str, day: Day) -> list[Promised]:
    """In the order in which they asked."""
    acts = (_as_ours(spelled(one).rstrip(" ?!."), day) for one in first_clauses(said) if len(one) <= LONGEST_CLAUSE)
    return [replace(promised(act, Side.ours, dates_in(act, day)), asked=True) for act in acts if act]


def _as_ours(clause: str, day: Day) -> str:
    dates = dates_in(clause, day)
    if is_conditional(clause) or is_negated(clause) or _FOR_LESS.search(clause) or _FOR_NOTHING.search(clause):
        return ""
    asks = _ASKS.match(clause) or _BARE.match(clause)
    if handed := hands_in(clause, dates):
        return handed
    if asks is None:
        needs = _NEED.match(clause)
        is_ours = needs and not _NOT_OURS.search(_without_day(needs["needs"], day))
        return _duty(with_us(f"they {needs['needs']}"), day) if needs and is_ours else ""
    to_them = _TO_THEM.sub(lambda found: found["verb"] or "", _PLEASE.sub("", asks["act"]))
    act = with_us(_THEIRS.sub("their", to_them))
    is_undated_ask = asks.re is _ASKS and _SENT.match(act)  # "send me the terms" without a day: their interest
    return f"I will {act}" if _NAMES_A_THING.match(act) and (dates or is_undated_ask) else ""


def _without_day(needs: str, day: Day) -> str:
    dates = dates_in(needs, day)
    return needs[: dates[0].start] if dates else needs


def _duty(clause: str, day: Day) -> str:
    return duty(clause, dates_in(clause, day))


def still_asked(made: Sequence[Promised], said: str, day: Day, *, beside: str = "") -> list[Promised]:
    """What the rep has promised in the same line already is the answer to what they asked; so is a no in the words beside."""
    is_answered = any(one.side is Side.ours for one in made)
    is_refused = any(_REFUSED.match(one) or _OF_US.match(one) for one in first_clauses(beside))
    return [] if is_answered or is_refused else asked_of_us(said, day)
