"""What a thumb leaves out is put back: "po by eom" is "they will send po by eom", "needs 2 wks to talk to legal" is a promise.

Each rule gives the clause as the sentence that was meant, or nothing. What could be either side's is left as it stands.
"""

import re
from collections.abc import Callable, Sequence

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.calendar.datewords import NUMBER, DateReading
from bot.reading.grammar.bidding import we_submit
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.grammar.turnof import lies_with
from bot.reading.outcome.leftwith import as_our_plan
from bot.reading.promises.bygrammar import from_somebody, we_receive
from bot.reading.promises.ourpeople import our_people
from bot.reading.promises.whose import arrives, back_from_owner, by_owner, mine, their_own
from bot.reading.telegraph.fronted import awaited_from, does_or_owes, fronted, on_whom, to_expect
from bot.reading.telegraph.handedover import (
    at_work,
    comes_back,
    gets_ours,
    hears_from_us,
    leaves_us,
    said_we_get,
    we_hear,
)
from bot.reading.telegraph.oursinfull import (
    back_with,
    from_our_side,
    goes_out,
    our_to_do,
    ours_going,
    out_or_in,
    they_get,
    to_them,
)
from bot.reading.telegraph.shares import on_the_hook, share, without_still
from bot.reading.telegraph.theirpeople import promised_by, somebody, their_people
from bot.reading.telegraph.theirreviews import review_ends
from bot.reading.telegraph.theirsinfull import (
    awaited,
    back_to_us,
    department,
    goes_after,
    goes_to_theirs,
    has_it_done,
    says,
    sent,
    signed_by,
    third,
    to_their,
)
from bot.reading.telegraph.tobedone import actively
from bot.reading.telegraph.turns import without_turn
from bot.reading.telegraph.undone import gives_new_day, was_due
from bot.reading.telegraph.vouched import vouched
from bot.reading.waits.ownevents import is_own_event
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.daynames import WORKDAY
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
# "fri 9am tokyo (thurs 8pm for me)": the same hour on our clock.
_OUR_CLOCK = re.compile(r"\s*\([^()]*\b(?:for\s+(?:me|us)|(?:my|our)\s+time|here)\b[^()]*\)", re.IGNORECASE)
_ASIDE = re.compile(r"\s+\((?!(?:me|us|self|mine|ours|i|we|them|theirs|him|her)\))(?![^()]*\d)[^()“”\"]{1,40}\)")
# "said cb in 20": what they told us to do is our plan.
_TOLD_TO = re.compile(
    rf"{AND_ALSO}(?:(?:{_WHO}\s+)?told(?:\s+(?:me|us))?|(?:(?:{_WHO}|(?:the\s+|her\s+|his\s+)?(?:front\s+)?(?:receptionist|reception|desk|secretary|assistant|gatekeeper|switchboard|operator|office|pa|wife|husband|colleague|somebody|someone))\s+)?(?:said|says))\s+(?:to\s+)?(?:pls\s+|please\s+)?(?=cb\b|(?:call|ring|try|phone)\s+(?:me|us|her|him|them|back|again|after|before|on|in|at|around|\d|mon|tue|wed|thu|fri|tom|tmrw))",
    re.IGNORECASE,
)
_SUM_ASIDE = re.compile(
    r"\s+\(\s*(?:[€$£~]\s?\d[\d.,]*\s?[km]?|\d[\d.,]*\s?(?:[km]\b|(?:[km]\s?)?(?:[€$£]|[A-Z]{3}\b)))\s*(?:[€$£]|[A-Z]{3})?(?:\s+(?:deal|acv|arr|tcv|value))?\s*\)"
)
# "still owes us the spec (was due 7/1)": the day that it had is none that it has.
_WAS_DUE_ASIDE = re.compile(
    r"\s*\((?:(?:it\s+)?(?:was|were)\s+)?(?:originally\s+|first\s+)?(?:due|promised|expected|supposed\s+to\s+come|meant\s+for)(?:\s+(?:by|on|for))?\s+(?!next\b|in\b)[^()]{1,24}\)",
    re.IGNORECASE,
)
_STILL_OWES = re.compile(r"\bstill\s+ow(?:es?|ing)\b|\b(?:was|were)\b", re.IGNORECASE)
_OR_ELSE = re.compile(
    r"\s+or\s+(?:else\b|(?:it|this|that|they|she|he|we)(?:['’]s|\s+is)?\s+(?:waits?|walks?|loses?|miss(?:es)?|slips?|dies|off|dead|lapses?|expires?|moves?\s+(?:on|to))\b).*$",
    re.IGNORECASE,
)
# "SOC2 from us by Wed keeps our place": by when they want it, and why.
_SO_AS_TO_KEEP = re.compile(
    r"(?P<day>\b(?:by|before)\s+[^,;]{2,25}?)\s+(?:(?:and|so|then)\s+)?(?:it\s+|that\s+|this\s+)?(?:will\s+|['’]ll\s+)?(?:to\s+)?(?:keeps?|holds?|saves?|secures?|gets?|puts?|leaves?|locks?(?:\s+in)?)\s+(?:us\s+(?:in|on|at)\s+(?:the\s+)?[\w-]+|(?:our|the|my|us\s+(?:the|our|a))\s+(?:place|spot|slot|seat|turn|position|rank|number|bid)(?:\s+in\s+[\w\s]+)?)[\s.!]*$",
    re.IGNORECASE,
)
_NEEDS_TIME = re.compile(
    rf"{AND_ALSO}(?:(?P<who>{_WHO})|(?:(?:the|her|his|their)\s+)?(?:owner|boss|manager|director|board|team|committee|partner|wife|husband|cfo|ceo|coo|legal|finance|procurement|landlord|accountant|controller|council))?\s*(?:just\s+|still\s+)?(?:needs?|wants?|asked\s+for|asks\s+for)\s+(?:(?:about|another|around|~|until|til|till)\s*)?(?P<long>(?:{NUMBER}\s+(?:more\s+)?(?:days?|wks?|weeks?|fortnights?|months?)|a\s+fortnight))\s+to\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"(?:not?\s+(?:earlier|before|sooner)|earliest|after|from)\b", re.IGNORECASE)
_HAS_UNTIL = re.compile(
    rf"{AND_ALSO}(?:(?:(?:i|we)\s+)?(?:gave|give|giving)\s+(?P<given>her|him|them|{NAME})|(?:(?:i\s+|we\s+)?(?:told|asked)\s+(?:her|him|them|{NAME})\s+)?(?P<who>i|we|{_WHO})\s+(?:only\s+)?(?:have|has|got|needs?))\s+(?:until|till?|by)\s+(?P<when>\S.*?)\s+to\s+(?P<act>[a-z]+\b.*)$",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    rf"{AND_ALSO}(?:(?P<who>{_WHO})\s+)?(?:wants?|would\s+like|prefers?|['’]d\s+like)\s+to\s+(?P<act>(?:sign|decide|countersign|pay|review|hand\s+over|shake)\b.*?\b(?:in\s+person|face\s+to\s+face|on\s+site|at\s+the\s+(?:meeting|visit|demo|call)|when\s+(?:i|we)\s+(?:come|meet|visit)))$",
    re.IGNORECASE,
)
_PART = r"(?:side|part|end|plate|job|turn|bit|homework|court|task|action|to-?\s?do|share|half)s?"
_SIDES = re.compile(
    rf"^(?:and\s+)?(?:(?:actions?|to-?\s?dos?|tasks?|next|open)\s*[:,-]?\s*)?\(?(?P<who>self|(?:(?:on|from|w/|with|ball(?:\s+is)?\s+(?:w/|with|in|on))\s+)?(?:me|us|mine|ours|(?:our|my)\s+{_PART})|(?:(?:on|from|w/|with|ball(?:\s+is)?\s+(?:w/|with|in|on))\s+)?(?:him|her|them|theirs|(?:their|her|his|[a-z]+['’]s)\s+{_PART})|on\s+(?-i:{NAME})(?=\s*:))\)?(?:\s*[:=-]|\s+(?:is|are))\s*(?P<what>\S.*)$",
    re.IGNORECASE,
)
_IS_US = re.compile(r"\b(?:me|us|self|mine|ours|our|my)\b", re.IGNORECASE)
_ON_SOMEBODY = re.compile(r"on\s+(?!(?:me|us|mine|ours|our|my|him|her|them|theirs|their|his)\b)", re.IGNORECASE)
_DUE = re.compile(r"\s*(?:by|before|due|no\s+later)\b", re.IGNORECASE)
_ONCE = re.compile(
    rf"(?P<before>\b(?:{WORKDAY}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}/\d{{1,2}})\b.{{0,16}}?)(?:\s+either\s+way)?\s+(?:(?:once|as\s+soon\s+as)\s+(?:she|he|they|it|that)\b|(?:once|as\s+soon\s+as|when)\s+(?:{_WHO}|(?:her|his|their|the)\s+[a-z]+)(?:['’]s|\s+is|\s+are)\s+(?:back|in|there)\b)[^,;]*$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\s+(?:bc|because|since|as|cos|cuz)\s+(?:they|she|he|we|i|it|the|their)\b[^\d]*$|\s+(?:bc(?:\s+of)?|because\s+of|due\s+to(?!\s+(?:him|her|them|us|me)\b)|cos\s+of|cuz\s+of)\s+(?:(?:the|a|an|her|his|their|our)\s+)?(?!\d)[\w'’-]+(?:\s+(?!(?:at|on|by|to)\b)[\w'’-]+)?$",
    re.IGNORECASE,
)


def without_asides(clause: str) -> str:
    """ "he (she?) will forward it" -> "he will forward it", and no reasons; what holds a number or a quotation stays."""
    clause = _WAS_DUE_ASIDE.sub("", clause) if _STILL_OWES.search(clause) else clause
    clause = _OUR_CLOCK.sub("", clause)
    clause = _SO_AS_TO_KEEP.sub(r"\g<day>", clause)
    bare = _SUM_ASIDE.sub("", _OR_ELSE.sub("", _TOLD_TO.sub("", clause)))
    bare = _ONCE.sub(r"\g<before>", _REASON.sub("", _ASIDE.sub("", bare))).strip()
    return without_turn(bare) or clause


def in_full(clause: str, dates: Sequence[DateReading], undone: str = "", their_thing: str = "") -> str:
    """The clause as it was meant. `undone` is what a clause before said they have not done, `their_thing` what it said they have."""
    if "?" in clause or was_due(clause) or is_own_event(clause, dates):
        return clause
    if plan := as_our_plan(clause):
        return plan
    last = dates[-1] if dates else None
    if last and _FROM_THEN.match(last.text):
        return clause
    if told := without_still(clause, dates):
        return told
    bare = clause[: last.start].strip(" ,.") if last else clause.strip(" ,.")
    if last is None:
        return _first_of(_UNDATED, bare, "") or clause
    bare = f"{bare} due" if last.text.lower().startswith("due ") else bare
    when = f" {clause[last.start :].strip()}"
    meant = actively(clause, last) or _first_of(_UNDATED, bare, when)
    if not meant and ends_with_day(clause, last.end):
        meant = _first_of(_DATED, bare, when) or (
            f"they will {undone}{when}" if undone and gives_new_day(bare, undone) else ""
        )
        meant = meant or sent(bare, when, their_thing) or _first_of(_WITHOUT_ANYBODY, bare, when)
    return meant or (sent(bare, when, their_thing) or clause)


def _first_of(rules: "tuple[Rule, ...]", bare: str, when: str) -> str:
    return next((meant for rule in rules if (meant := rule(bare, when))), "")


def _needs_time(bare: str, when: str) -> str:
    found = _NEEDS_TIME.match(f"{bare}{when}")
    verb = found["act"].split()[0] if found else ""
    if not found or base_verb(verb) != verb.lower():
        return ""
    return f"{found['who'] or 'they'} will {found['act']} in {found['long'].replace(' more', '')}"


def _has_until(bare: str, when: str) -> str:
    """ "I have until Friday to get her the numbers"."""
    found = _HAS_UNTIL.match(f"{bare}{when}") if when else None
    verb = found["act"].split()[0].lower() if found else ""
    who = found["who"] or _given(found["given"]) if found else ""
    return f"{who} will {found['act']} by {found['when']}" if found and base_verb(verb) == verb else ""


def _given(whom: str) -> str:
    """ "gave her till Friday to sign": she will."""
    return whom if whom[0].isupper() else "they"


def _in_person(bare: str, when: str) -> str:
    """ "wants to sign in person": at the visit that is agreed beside it."""
    found = _IN_PERSON.match(f"{bare}{when}")
    return f"{found['who'] or 'they'} will {found['act']}" if found else ""


def side_listed(clause: str) -> Side | None:
    """Whose turn a list begins with: "on me: drawings today, …"."""
    found = _SIDES.match(clause) if ":" in clause else None
    found = found if found and not _is_only_about(found, "") else None
    return (Side.ours if _IS_US.search(found["who"]) else Side.theirs) if found else None


def _side_of(bare: str, when: str) -> str:
    """ "me: mockup by Thu"."""
    found = _SIDES.match(bare)
    if not found or _is_only_about(found, when):
        return ""
    who = "I" if _IS_US.search(found["who"]) else "they"
    first = found["what"].split()[0].lower()
    return f"{who} will {'' if base_verb(first) == first else 'send '}{found['what']}{when}"


_TELLS_HOW = re.compile(r"\b(?:is|are|was|were|has|had|wants?|needs?|she|he|they)\b", re.IGNORECASE)


def _is_only_about(found: re.Match[str], when: str) -> bool:
    """ "on Dana: her review is Friday" tells of her; "on Dana: ticket by Mon" is hers to do."""
    if not _ON_SOMEBODY.match(found["who"]):
        return False
    is_due = not when or _DUE.match(when) or is_theirs(found["what"])
    return bool(_TELLS_HOW.search(found["what"])) or not is_due


_PROMISED_IT = re.compile(
    rf"{AND_ALSO}(?:i|we)\s+promised\s+(?:(?:her|him|them)\s+)?(?P<thing>it|them|those|that|these|two|three|four|[2-9]|both|some)(?:\s+(?:to\s+)?(?:her|him|them))?$",
    re.IGNORECASE,
)


def _promised_it(bare: str, when: str) -> str:
    """ "I promised them for Tue", "I promised 2 by Tue": what they asked for."""
    found = _PROMISED_IT.match(re.sub(r"\s+(?:for|by)$", "", bare))
    return f"I will send {found['thing']}{when}" if found else ""


Rule = Callable[[str, str], str]
_UNDATED: tuple[Rule, ...] = (_needs_time, _has_until, _in_person, lies_with, goes_after)
_DATED: tuple[Rule, ...] = (
    fronted,
    on_whom,
    to_expect,
    does_or_owes,
    awaited_from,
    hears_from_us,
    gets_ours,
    we_hear,
    said_we_get,
    leaves_us,
    we_receive,
    comes_back,
    back_to_us,
    goes_to_theirs,
    has_it_done,
    signed_by,
    awaited,
    review_ends,
    department,
    says,
    vouched,
    we_submit,
    our_people,
    from_our_side,
    they_get,
    goes_out,
    out_or_in,
    back_with,
    to_their,
    our_to_do,
    from_somebody,
    by_owner,
    back_from_owner,
    to_them,
    at_work,
    _promised_it,
    _side_of,
    their_own,
    arrives,
    mine,
    share,
    on_the_hook,
)
_WITHOUT_ANYBODY: tuple[Rule, ...] = (their_people, promised_by, third, somebody, ours_going)
