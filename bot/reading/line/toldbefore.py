"""What a clause does to the promises that the same line told before it: it gives them its day, comes of one of them, or says that one is late."""

import re
from dataclasses import replace

from bot.model import Side
from bot.reading.line.heard import Heard, dates_in
from bot.reading.promises.promised import Promised, promised, tells_us

_AFTER_THAT = re.compile(r"\bafter\s+that\b", re.IGNORECASE)
_MAKES = re.compile(
    r"\b(?:re(?:write|do|draft|word|work|price|vise|draw|phrase)|edit|mark|amend|correct|fill|change|draft|update|fix)(?:e?s)?(?:\s+up)?\s+(?:it|them|this|that)\b",
    re.IGNORECASE,
)
# "will review it with his manager, answer within two weeks": what comes of it.
_LOOKS_AT_IT = re.compile(
    r"^(?:review|discuss|talk|go\s+(?:over|through)|look|think|check|evaluate|assess|consider|weigh|read|present|take\s+(?:it|this)\s+to|run\s+(?:it|this))\b",
    re.IGNORECASE,
)
_AN_ANSWER = re.compile(
    r"^(?:(?:send|give|have)\s+(?:(?:me|us)\s+)?)(?:(?:an?|the|their|her|his|final|firm)\s+)*(?:answer|decision|reply|response|feedback|verdict|yes\s+or\s+no|word)(?:\s+(?:back|to\s+(?:me|us)))*$",
    re.IGNORECASE,
)
_COMES_TO_US = re.compile(r"^send\b.*\bto\s+(?:us|me)$", re.IGNORECASE)


def think_until(heard: Heard, made: Promised) -> None:
    """ "she'll think about it, will let me know next week": both by then."""
    last = heard.promises[-1] if heard.promises else None
    if last and made.due and last.soft and not last.due and last.side is made.side and tells_us(made.text):
        heard.promises[-1] = replace(last, due=made.due)


def comes_of_it(heard: Heard, made: Promised) -> None:
    """ "he rewrites it himself, new draft to me by the 20th": one act, and its day."""
    last = heard.promises[-1] if heard.promises and heard.has_just_promised else None
    if last is None or last.due or not made.due or not last.side is made.side is Side.theirs:
        return
    is_answer = _LOOKS_AT_IT.match(last.text) and _AN_ANSWER.match(made.text)
    if is_answer or (_MAKES.search(last.text) and _COMES_TO_US.match(made.text)):
        heard.promises.pop()
        heard.notes.append(last.raw)


# "I take it to my boss, answer by Mon": whoever asks at home brings the answer.
_WE_ASK = re.compile(
    r"^(?:take\s+(?:it|this|that)\s+(?:up\s+)?(?:to|with)|(?:ask|check\s+with|run\s+(?:it|this|that)\s+(?:by|past))\s+(?:(?:my|our)\s|(?:the\s+)?(?:boss|legal|finance|engineering|production|pricing|ops|hq)\b)|(?:talk|speak)\s+to\s+(?:my|our)\s)",
    re.IGNORECASE,
)


def is_our_answer(heard: Heard, made: Promised, typed: str) -> bool:
    last = heard.promises[-1] if heard.promises and heard.has_just_promised else None
    if last is None or last.due or not made.due or made.side is Side.ours or last.side is Side.theirs:
        return False
    if not (_WE_ASK.match(last.text) and _AN_ANSWER.match(made.text)) or _OF_THEIRS.match(typed):
        return False
    heard.promises[-1] = replace(last, due=made.due, typed=f"{last.typed or last.raw}, {typed}")
    return True


_OF_THEIRS = re.compile(r"(?:and\s+|then\s+)?(?:her|his|their|she|he|they)\b", re.IGNORECASE)


def after_that(heard: Heard, made: Promised, typed: str) -> Promised:
    """ "by Thu after that": of two Thursdays the one behind the day that was named before."""
    if not (made.due and made.due.choices and heard.named_last and _AFTER_THAT.search(typed)):
        return made
    on = next((day for day in made.due.choices if heard.named_last.on and day > heard.named_last.on), None)
    return replace(made, due=replace(made.due, on=on, choices=())) if on else made


def give_day(heard: Heard, said: str) -> None:
    """ "both by Fri": the day of all that the clause before promised."""
    begin = len(heard.promises) - heard.has_just_promised
    for at, made in enumerate(heard.promises[begin:], begin):
        if made.due is None:
            heard.promises[at] = with_day(heard, made, said)


def with_day(heard: Heard, made: Promised, said: str) -> Promised:
    """The promise with the day that a later clause tells."""
    raw = f"{made.raw} {said}"
    dated = promised(raw, made.side, dates_in(raw, heard.day))
    return replace(dated, asked=made.asked, again=made.again, typed=made.typed and f"{made.typed} {said}")


def by_when_needed(heard: Heard, made: Promised) -> Promised:
    """ "they need it by 1 March, I send the quote": that is what they need, and by then."""
    needed = heard.needed
    if needed is None or made.side is not Side.ours or made.soft:
        return made
    late = made.due and (made.due.on is None or needed.day.on is None or made.due.on > needed.day.on)
    if late:
        return made
    answers = [one for one in heard.promises if one.raw == f"I will give them an answer {needed.day.text}"]
    for one in answers:
        heard.promises.remove(one)
        heard.notes.append(needed.typed)
    return made if made.due else with_day(heard, made, needed.day.text)


# "owes us the data … he'll have it tomorrow": one promise, and its new day.
_OWES_US = re.compile(r"\bowes?\s+(?:me|us)\b", re.IGNORECASE)
_WE_OWE = re.compile(r"\bowe\b", re.IGNORECASE)
_HAS_IT = re.compile(
    r"^(?:have|send|get|bring|deliver|do|email|forward)\s+(?:(?:me|us)\s+)?(?:it|them|those|that)(?:\s+(?:over|back|to\s+(?:me|us)))*$",
    re.IGNORECASE,
)


def gets_its_day(heard: Heard, made: Promised) -> bool:
    last = heard.promises[-1] if heard.promises else None
    is_same = last and made.due and last.due is None and last.side is made.side
    owes = _OWES_US if made.side is Side.theirs else _WE_OWE
    if not (is_same and last and owes.search(last.typed) and _HAS_IT.match(made.text)):
        return False
    heard.promises[-1] = replace(last, due=made.due, again=made.side is Side.theirs)
    return True


_STILL_NOTHING = re.compile(
    r"(?:(?:still|but|and)\s+)*(?:nothing|nada|zilch|crickets|no\s+sign(?:\s+of\s+(?:it|them|any))?|not\s+here)(?:\s+(?:yet|so\s+far|still|arrived|here|came))*",
    re.IGNORECASE,
)
_NEVER_CAME = re.compile(
    r"(?:(?:still|but|and|which|it|they|that|of\s+course)\s+)*(?:(?:has|have|had)\s+)?(?:never|did\s?n['’]?t|did\s+not|has\s?n['’]?t|have\s?n['’]?t|has\s+not|not|failed\s+to)\s+(?:yet\s+)?(?:ever\s+)?(?:came|come|arrived?|show(?:ed)?(?:\s+up)?|turn(?:ed)?\s+up|appear(?:ed)?|materiali[sz]ed?|happen(?:ed)?|sen[dt](?:\s+(?:it|them))?|received|got\s+(?:it|them|here)|did(?:\s+it)?|land(?:ed)?|g[eo]t\s+here)(?:\s+(?:yet|so\s+far|though|at\s+all|of\s+course))*",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"\s+(?:(?:for|by|on|since|until|before)\s+)?(?:(?:the\s+)?last\s+(?:\w+)|yesterday|\w+\s+(?:days?|weeks?|months?)\s+ago)$",
    re.IGNORECASE,
)


def is_late(heard: Heard, clause: str, typed: str) -> bool:
    """ "promised the counts on the 6th, still nothing": what they had promised is not promised anew."""
    never = _NEVER_CAME.fullmatch(typed.strip(" .,!"))
    last = heard.promises[-1] if heard.promises and (never or _STILL_NOTHING.fullmatch(clause)) else None
    if last is None or (last.due and not never) or last.side is not Side.theirs:
        return False
    heard.promises.pop()
    bare = f"{last.raw[: last.due.start]}".strip() if last.due and last.due.text in last.raw else ""
    heard.undone = _BY_THEN.sub("", promised(bare, last.side, ()).text if bare else last.text)
    heard.notes += [last.typed or last.raw, typed]
    return True


_DONE_BY_NOW = re.compile(
    r"(?:(?:and|but|which|i|we|it|that)(?:['’]s|\s+have|\s+was|\s+is)?\s+)*(?:already\s+(?:sent|done|did|e?mailed|shipped|went|gone|out|over)|(?:sent|done|did|e?mailed|shipped)\s+(?:(?:it|them|that|both|over|out)\s+)*(?:already|just\s+now|this\s+(?:am|morning)))(?:\s+(?:it|that|them|out|over))*",
    re.IGNORECASE,
)


def is_done(heard: Heard, typed: str) -> bool:
    """ "needs our SOC2 by Fri. sent already": what was just asked of us is no promise any more."""
    last = heard.promises[-1] if heard.promises and heard.has_just_promised else None
    if last is None or last.side is not Side.ours or not _DONE_BY_NOW.fullmatch(typed.strip(" .,!")):
        return False
    heard.promises.pop()
    heard.notes += [last.typed or last.raw, typed]
    return True


# "he checks, no rush": nobody waits for it, and without a day it is as good as thinking about it.
_NO_RUSH = re.compile(
    r"(?:^|[\s,;–-]+)(?:(?:but|and|though|so|says?|said|there(?:['’]?s|\s+is)|it(?:['’]?s|\s+is)|he['’]?s|she['’]?s|they['’]?re|is|in|with|really|told\s+(?:me|us|her|him|them))\s+)*(?:no\s+(?:(?:big|great|real|huge|particular|rush\s+or)\s+)?(?:rush|hurry|urgency|stress)|not\s+(?:urgent|pressing)|in\s+no\s+(?:rush|hurry)|not\s+in\s+(?:a|any)\s+(?:rush|hurry)|nothing\s+urgent|in\s+(?:her|his|their)\s+own\s+time)(?:\s+(?:at\s+all|though|on\s+(?:it|that|this)|about\s+it|for\s+(?:now|it|that|him|her|them)|there|here|he\s+says|she\s+says))*[\s.!]*$",
    re.IGNORECASE,
)


# "texts me the number sometime", "sends it whenever": no day at all.
_SOME_TIME = re.compile(
    r"\b(?:some\s?time|whenever(?:\s+[\w'’]+){0,3}|one\s+of\s+these\s+days|sooner\s+or\s+later|at\s+(?:her|his|their)\s+leisure|when\s+(?:she|he|they)\s+(?:remembers?|feels?\s+like\s+it|thinks?\s+of\s+it))[\s.!]*$",
    re.IGNORECASE,
)


def is_sometime(text: str) -> bool:
    return bool(_SOME_TIME.search(text))


def is_unhurried(text: str) -> bool:
    return bool(_NO_RUSH.search(text)) or is_sometime(text)


def takes_its_time(heard: Heard, typed: str) -> bool:
    """What they have just said that they do, without a day, is soft."""
    last = heard.promises[-1] if heard.promises and heard.has_just_promised else None
    if last is None or last.due or last.side is not Side.theirs or not _NO_RUSH.match(typed):
        return False
    heard.promises[-1] = replace(last, soft=True)
    heard.notes.append(typed)
    return True
