"""Which promises of theirs move a deal: an act, and no thinking, no old promise, no call that is to be arranged one day."""

import re
from collections.abc import Iterable, Sequence

from bot.model import Side
from bot.reading.outcome.advances import is_nothing_firm
from bot.reading.promises.promised import Promised
from bot.reading.words.daynames import MONTH, WEEKDAY
from bot.reading.words.speech import first_clauses

_ARRANGES = re.compile(
    r"^(?:re-?book|re-?schedule|re-?arrange)s?(?:\s+(?:it|us|that|this|something|soon|later|then|again))*$|\b(?:set|arrange|book|schedule|organi[sz]e|find|fix)\b.*\b(?:call|meeting|mtg|time|slot|chat|date)\b|^(?:send|give|offer|suggest|propose|text|e-?mail|find|share|come\s+(?:back\s+)?(?:up\s+)?with|get\s+back(?:\s+to\s+(?:me|us))?\s+with)s?\b(?:\s+(?:me|us|over))*\s+(?:(?:an?|the|some|new|other|another|alternative|few|couple|of|two|three|\d|possible|open)\s+)*(?:times?|dates?|slots?|days?|availabilit(?:y|ies))$|\b(?:set\s+up|arrange|organi[sz]e)\b.*\b(?:demo|visit|session|walk-?through|tour|workshop|lunch)\b",
    re.IGNORECASE,
)
_SOME_TALK = re.compile(
    r"\b(?:set|arrange|book|schedule|organi[sz]e|find|fix|plan|sort)\b.*\b(?:something|(?:\w+\s+)?round|session|visit|demo|lunch|talk|get-?together)\b.*\b(?:soon|some\s?time|shortly|later|one\s+day|at\s+some\s+point|eventually)\b",
    re.IGNORECASE,
)
# Nice, and nobody does anything: "will keep us in mind", "keeps our brochure on his desk".
_KIND = re.compile(
    r"^(?:(?:to|also|surely|certainly|definitely|gladly)\s+)*(?:(?:keep|keeps|bear|hold|have)\s+(?:us|me|it|this|that|(?:our|my|the)\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:in\s+(?:mind|touch|view|contact|the\s+(?:loop|drawer))|on\s+(?:file|(?:his|her|their|the)\s+(?:desk|radar|list|shelf|wall)))|(?:remember|remembers|recommend|think\s+of|thinks\s+of)\s+(?:us|me)\b|(?:get|gets|come|comes)\s+a?round\s+to\b|hopes?\b|(?:stay|stays|keep|keeps)\s+in\s+(?:touch|contact)\b|keeps?\s+(?:me|us)\s+(?:posted|informed|updated|in\s+the\s+(?:loop|picture)|abreast|up\s+to\s+date)\b)",
    re.IGNORECASE,
)
# "that will be decided on Friday": nobody is named who acts, and what they decide is awaited.
_AWAITED = re.compile(
    r"\b(?:is|are|be|gets?|get)\s+(?:\w+\s+)?(?:decided|voted|approved|announced|discussed|debated|settled|known|held|ruled|heard)\b(?!.*\bby\s+(?-i:[A-Z])[a-z]+(?:\s+on)?\b)|^(?:send\s+)?(?:(?:the|a|their|his|her)\s+)*(?:decision|vote|verdict|ruling)s?\b",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\bbut\s+(?:(?:she|he|they)\s+)?(?:gave|named|set|has|had)\s+no\s+(?:day|date|time|deadline)\b", re.IGNORECASE
)


# "says she'll call me": without a day, nothing to hold anybody to.
_CALLS_US = re.compile(
    r"^(?:(?:to|also|then|just|maybe)\s+)*(?:(?:(?:shout|holler|scream|whistle|yell)|(?:call|ring|phone|text|ping|e-?mail|write(?:\s+to)?|contact|message|buzz|(?:give|drop|shoot)\s+(?:me|us)\s+an?\s+(?:ring|call|shout|bell|buzz|line|text|ping|holler))(?:\s+(?:me|us))?)(?:\s+(?:back|again|soon|later|then|instead|herself|himself|when\b.*|once\b.*))*$|(?:call|ring|phone|text)\s+(?:when|once|if|whenever)\b|(?:call|ring|phone)\s+(?:me\s+|us\s+)?(?:back|again)(?:\s+(?:after|in|at|around|before|later)\b.*)?$|(?:text|e-?mail|write)s?\s+back$|(?:be|get|keep|stay)\s+(?:back\s+)?in\s+touch\b|reach\s+out\b|get\s+back\s+to\s+(?:me|us)\b|come\s+back\s+to\s+(?:me|us)\b)",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:some\s?(?:time|day)|at\s+some\s+point|one\s+day|eventually)\b|\bafter\s+(?:(?:the|their|her|his|our)\s+)?\w|\b(?:once|whenever|when|as\s+soon\s+as)\s+(?:it|that|this|she|he|they|there|the|her|his|their|legal|everything)\b",
    re.IGNORECASE,
)


# "his boss has to sign": how things are, and nobody has taken it on.
_ONLY_MUST = re.compile(
    r"\b(?:has|have|had|needs?|must|got)\s+(?:still\s+|yet\s+)?(?:to\s+)?(?:be\s+)?(?:sign|approve|decide|agree|ok|okay|clear|bless|see|weigh|authori[sz]e|release|vote|rule)(?:s|d|ed)?\b",
    re.IGNORECASE,
)


# "he'll find out what they pay now": without a day they only wonder.
_FINDS_OUT = re.compile(
    r"^(?:(?:he|she|they)(?:['’]ll|\s+will)\s+)?(?:(?:try|see|go)\s+(?:to|and)\s+)?(?:find\s+out|figure\s+out|work\s+out|see|ask\s+around|wonder)(?:\s*$|\s+(?:what|who|how|when|which|where|whether|if|why)\b)",
    re.IGNORECASE,
)


# "PO is 4/20 not the 15th": an old promise with a later day.
_LATER = re.compile(
    rf"\b(?:not|instead\s+of|rather\s+than)\s+(?:(?:on|by|the|til+|until|this|next)\s+)*(?:\d|(?:{WEEKDAY}|{MONTH})\b|today|tomorrow|tmrw|week|month)",
    re.IGNORECASE,
)


def new_acts(text: str, made: Sequence[Promised]) -> Iterable[bool]:
    is_vague = any(map(is_nothing_firm, first_clauses(text))) or bool(_NO_DAY.search(text))
    return (_is_new_act(one) and not (is_vague and one.due is None) for one in made)


def _is_new_act(one: Promised) -> bool:
    """An act of theirs that moves the deal: no thinking, no old promise, no call that is to be arranged one day."""
    is_only_talk = one.due is None and (
        _ARRANGES.search(one.text)
        or _CALLS_US.match(one.text)
        or _ONCE.search(one.raw)
        or _KIND.match(one.text)
        or _FINDS_OUT.match(one.text)
        or _SOME_TALK.search(one.raw)
        or _ONLY_MUST.search(one.raw)
    )
    is_from_then = one.due is not None and one.due.not_before  # "they sign after Ramadan": a start, and no day
    is_old = one.again or bool(_LATER.search(one.typed or one.raw))
    return one.side is Side.theirs and not (one.soft or is_old or is_only_talk or is_from_then or _is_awaited(one))


def _is_awaited(one: Promised) -> bool:
    return bool(_AWAITED.search(one.text) or _AWAITED.search(one.raw))
