"""A promise told again is the same promise, moved: so that "moved three times" can be seen at all (row 38).

What was handed over settles the promise it was promised by.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date

from bot.model import Commitment
from bot.playbook.results import is_same_person

_SAME = 0.6  # shared words of what is promised; "Ivan's night counts" and "the night counts" are one thing
_WHOSE = re.compile(r"^have [A-Z][\w'’-]+ (?=[a-z])")  # "have Omar send the deck" is to send it
# Other words for an act, and the plain ones.
_SAID_AS = tuple(
    (re.compile(said, re.IGNORECASE), act)
    for said, act in (
        (r"^let (?:me|us) have\b", "send"),
        (r"^have (?=.+ for (?:me|us)$)", "send "),
        (r"^run (?:it|this|that|them) (?:by|past)\b", "talk to"),
        (r"^(?:let (?:me|us) know|(?:get|come) back to (?:me|us) (?:on|about))(?= the\b)", "confirm"),
    )
)
_SIGNED = frozenset({"signed", "countersigned"})
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_EMPTY = frozenset(
    "the a an our my your their his her to of for with in on at by over out back some these those me us him it you i we through across already now today instead rather".split()
)
_AND = re.compile(r"\b(?:and|plus)\b|[,&+]")
_HAND_OVER = "hand over"
_BUYS = frozenset("sign pay order buy approve accept".split())
_ASKS = frozenset("talk look decide think consider consult clarify run circulate".split())
_SAME_ACT = {
    verb: act
    for act, verbs in (
        (
            _HAND_OVER,
            "send resend get share give email mail forward bring deliver provide supply submit prepare prep make draft write pull post finish return",
        ),
        ("look", "check look review read see go watch view"),
        ("talk", "talk speak discuss ask call ring phone"),
    )
    for verb in verbs.split()
}  # fmt: skip

_WITH_WHOM = re.compile(
    r"\s(?:to|with|past)\s+(?P<whom>.+?)(?=\s+(?:about|on|by|for|before|at|and|if)\b|$)", re.IGNORECASE
)
_THEN = re.compile(rf"\band\s+(?:{'|'.join([*_SAME_ACT, *_BUYS, *_ASKS])})(?:e?s)?\b", re.IGNORECASE)
_NAMES_NOTHING = re.compile(r"\w+\s+(?:(?:me|us|her|him)\s+)?(?:it|them|that|those|both)", re.IGNORECASE)


def restated(text: str, still_open: Iterable[Commitment]) -> Commitment | None:
    """The open promise that `text` tells again; None when it is a new one."""
    things = _things(text)
    alike = [promise for promise in still_open if _act(promise.text) == _act(text)]
    if _NAMES_NOTHING.fullmatch(text):  # "returns it" is said of another thing than "send the plan"
        alike = [promise for promise in alike if _words(promise.text)[:1] == _words(text)[:1]]
        return alike[0] if len(alike) == 1 else None
    best = max(alike, key=lambda promise: _overlap(things, _things(promise.text)), default=None)
    return best if best and _overlap(things, _things(best.text)) >= _SAME else None


def told_for_its_day(text: str, days: Collection[date], still_open: Iterable[Commitment]) -> Commitment | None:
    """The one open promise for one of these days of which `text` tells nothing more, in fewer or other words: "sign" of
    "sign the contract", "have the plan for us" of "send the floor plan". A mail that confirms one is no second one."""
    named, act = _named(text), _sealed(text) or _act(text)
    fits = [
        promise
        for promise in still_open
        if promise.due_on in days
        if act == (_sealed(promise.text) or _act(promise.text)) and named <= _named(promise.text)
    ]
    return fits[0] if len(fits) == 1 else None


def is_put_off(text: str, due_on: date | None, still_open: Iterable[Commitment]) -> bool:
    """Whether an open promise is only told again, for a later day: a new day for an old word is no step of theirs."""
    told = restated(text, still_open)
    return bool(told and told.due_on and due_on and due_on > told.due_on)


def settled(thing: str, still_open: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The promises of handing over that are settled by `thing`: exactly one is clear, several have to be asked about."""
    words = frozenset(_words(thing)) - _EMPTY
    fits = (p for p in still_open if words and _is_handed(p.text) and words <= _things(p.text))
    return tuple(p for p in fits if not _is_a_part(words, p.text))


def _is_a_part(words: frozenset[str], promise: str) -> bool:
    """ "the price" is another thing than "the price list": what is named last says what a thing is."""
    named = [word for word in _words(promise)[1:] if word not in _EMPTY]
    behind = named[named.index(last) + 1 :] if (last := next((w for w in reversed(named) if w in words), "")) else []
    return bool(behind) and behind[0] in _CARRIERS


def done_as_told(act: str, thing: str, still_open: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """ "talked to her boss" has done what "talk to her boss about the price" promised: the same act, with just these things.

    Whom the promise names has to be told as well, and two acts are not done by one. Who "paid" may leave out what."""
    words = frozenset(_words(thing)) - _EMPTY
    alike = (
        p for p in still_open if (words or act == "pay") and _act(p.text) == _act(act) and words <= _things(p.text)
    )
    return tuple(p for p in alike if not _THEN.search(p.text) and _whom(p.text) & words == _whom(p.text))


def _whom(text: str) -> frozenset[str]:
    found = _WITH_WHOM.search(text)
    return frozenset(_words(found["whom"])) - _EMPTY if found else frozenset()


_IN_TOUCH = re.compile(
    r"(?:(?:call|ring|phone|text|e-?mail|write)|(?:get|come|report|circle) back|be in touch|let (?:me|us) know)(?:\s+(?:back|me|us|to|again|then))*",
    re.IGNORECASE,
)


_TO_CALL = re.compile(r"(?:call|ring|phone)\b", re.IGNORECASE)


def in_touch(still_open: Iterable[Commitment], who: str, *, has_called: bool) -> tuple[Commitment, ...]:
    """The promises that are nothing but to call or write: kept once whoever made them has. Who wrote has not called."""
    return tuple(
        promise
        for promise in still_open
        if _IN_TOUCH.fullmatch(promise.text.strip())
        and (has_called or not _TO_CALL.match(promise.text.strip()))
        and (not who or not promise.contact or is_same_person(promise.contact, who))
    )


def given_up(act: str, still_open: Iterable[Commitment]) -> Commitment | None:
    """The one open promise that "send diary" means, told as what they will not do any more."""
    still = tuple(still_open)
    _, _, thing = act.partition(" ")
    fits = settled(thing, still) if _is_handed(act) else ()
    return (fits[0] if len(fits) == 1 else None) or restated(act, still)


_MAIL = frozenset({"mail", "email", "e-mail", "message", "note"})


def mailed(thing: str, to: str, still_open: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """ "Sinead got the mail": the promise to email Sinead."""
    who = to.split(" ", maxsplit=1)[0].casefold()
    is_mail = _MAIL & frozenset(_words(thing))
    return tuple(
        p for p in still_open if who and is_mail and _words(p.text)[0] in {*_MAIL, "write"} and who in _things(p.text)
    )


def answered(who: str, still_open: Iterable[Commitment], *, is_no: bool) -> tuple[Commitment, ...]:
    """What a decision answers: "cfo said no" their promise to talk to the CFO; a no of their own all their asking around."""
    asking = [promise for promise in still_open if _act(promise.text) not in _BUYS]
    if who:
        return tuple(promise for promise in asking if who in _things(promise.text))
    return tuple(promise for promise in asking if is_no and _act(promise.text) in _ASKS)


def holds_more(promise: str, thing: str) -> bool:
    """ "send the quote and the case study" holds more than "the quote"; "send both counts" no more than "the counts"."""
    named = frozenset(_words(thing)) - _EMPTY
    spoken = " ".join(re.findall(r"[\w'’-]+|[,&+]", promise.casefold())[1:])
    parts = [part for part in (frozenset(_words(part)) - _EMPTY for part in _AND.split(spoken)) if part]
    return len(parts) > 1 and any(not named <= part and not _own(part, parts) & named for part in parts)


def _own(part: frozenset[str], parts: list[frozenset[str]]) -> frozenset[str]:
    """What no other part of the promise holds too."""
    return part.difference(*(other for other in parts if other is not part))


def nearly_settled(thing: str, still_open: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Those that `thing` may have settled: some words agree, each tells what it costs, or nothing is named ("sent it")."""
    words = frozenset(_words(thing)) - _EMPTY
    unnamed = thing.strip(" .!").casefold() in {"it", "them", "that", "this"}
    words |= _PAPERS if words & _PAPERS else frozenset()
    return tuple(p for p in still_open if _is_handed(p.text) and (unnamed or words & _things(p.text)))


# What carries a figure or a thing, and is none of it itself.
_CARRIERS = frozenset(
    "list lists sheet sheets form forms plan plans file files book brochure template calculator comparison questionnaire report study map".split()
)
_PAPERS = frozenset("quote quotation offer proposal price prices pricing estimate figure bid tender".split())
_PAPER_VERBS = frozenset({"quote", "price", "invoice"})  # "quote the 200 cards" is to send a quote for them
_DO_A_PAPER = re.compile(
    r"do\s+(?:(?:an?|the|our|her|his|their|new|another)\s+)*(?:\w+\s+)?(?:offer|quote|quotation|proposal|price|estimate)\b",
    re.IGNORECASE,
)


def _is_handed(text: str) -> bool:
    return _act(text) in {_HAND_OVER, *_PAPER_VERBS} or bool(_DO_A_PAPER.match(text))


def _act(text: str) -> str:
    """What is done, whichever verb says it: to sign a contract is another thing than to send it."""
    verb = next(iter(_words(_plain(text))), "")
    return _SAME_ACT.get(verb, verb)


def _plain(text: str) -> str:
    """ "let me have the plan" is to send it."""
    text = _WHOSE.sub("", text)
    return next((said.sub(act, text) for said, act in _SAID_AS if said.match(text)), text)


def _sealed(text: str) -> str:
    """To return it signed is to sign it."""
    is_it = _act(text) == "sign" or (_act(text) == _HAND_OVER and _SIGNED & {*_words(text)})
    return "sign" if is_it else ""


def _named(text: str) -> frozenset[str]:
    """What it names beside the act; what stands in brackets tells more of the same."""
    return frozenset(_words(_plain(_IN_BRACKETS.sub("", text)))[1:]) - _EMPTY - _SIGNED


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s$", "", word) for word in re.findall(r"[\w'’-]+", text.casefold())]


def _things(text: str) -> frozenset[str]:
    """The words of a promise without its verb and small words."""
    words = _words(_plain(text))
    named = frozenset(words[1:]) - _EMPTY
    return (named | _PAPER_VERBS.intersection(words[:1])) or frozenset({_act(text)})


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0
