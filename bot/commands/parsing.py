"""A line or a filled-in form becomes a Command. One parser, so typed, pressed and filled in mean the same.

It knows words, not deals: who is meant stays text (a name or a number) until the conversation looks it up.
"""

import re
from collections.abc import Callable, Mapping

from bot.commands.kinds import (
    Away,
    Command,
    Done,
    Followups,
    Help,
    Later,
    LetGo,
    LogForm,
    LogLine,
    NewDeal,
    Next,
    Nonsense,
    OpenLog,
    Promise,
    Resume,
    TheyReplied,
    Undo,
    Verdict,
    Where,
    Words,
)
from bot.model import Outcome

_OUTCOMES: dict[str, Outcome] = {
    "talked": Outcome.connected,
    "spoke": Outcome.connected,
    "connected": Outcome.connected,
    "voicemail": Outcome.left_voicemail,
    "vm": Outcome.left_voicemail,
    "lvm": Outcome.left_voicemail,
    "message": Outcome.left_message,
    "email": Outcome.email,
    "emailed": Outcome.email,
    "mail": Outcome.email,
    "no answer": Outcome.no_answer,
    "na": Outcome.no_answer,
    "busy": Outcome.busy,
    "wrong number": Outcome.wrong_number,
    "no show": Outcome.no_show,
    "meeting": Outcome.meeting,
    "met": Outcome.meeting,
}


_OUTCOME_AT_END = re.compile(r"^(?P<who>.*?)[\s:,]*\b(?P<outcome>" + "|".join(_OUTCOMES) + r")\s*$", re.IGNORECASE)


_DEFINITIVE = re.compile(r"^(?P<who>.*?)\s+definitive$", re.IGNORECASE)


_WHERE = re.compile(
    r"^(?:so,?\s+)?where (?:are|do|were) we (?:now |sit |stand |right now )*(?:on|with|at|about|re)?\b[:\s]*"
    r"(?P<who>.*?)[?\s.!]*$",
    re.IGNORECASE,
)


_NUMBER_FIRST = re.compile(r"^(?:#|c)?(?P<which>\d+)\s+(?P<rest>.*)$", re.IGNORECASE)


_WHEN_WORDS = (
    r"today|tomorrow|tmrw|yesterday|last|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|next|this|in|on|by|until|till|after|none|nothing|eow|eom|eod|end|early|mid|late|the|a"
)


_WHO_THEN_WHEN = re.compile(
    rf"^(?P<who>#?\d+|.+?)[\s,:]+(?:to\s+)?(?P<when>(?:(?:{_WHEN_WORDS})\b|\d{{1,4}}[./-]\d|\d{{1,2}}(?:st|nd|rd|th)?\s+[a-z]{{3}}).*)$",
    re.IGNORECASE,
)


def command_from(text: str, fields: Mapping[str, str] | None = None) -> Command:
    """The command in a line, or in a form submitted to it. Never raises: what it cannot read is `Nonsense`."""
    line = " ".join(text.split()).removeprefix("/").strip()
    if fields is not None:
        return _from_form(line, fields)
    asked = _WHERE.match(line)
    if asked:
        return Where(asked["who"].strip()) if asked["who"].strip() else Nonsense(line, "where")
    word, rest = _first_word(line)
    reader = _READERS.get(word)
    return reader(rest) if reader else Nonsense(line)


def _from_form(line: str, fields: Mapping[str, str]) -> Command:
    word, rest = _first_word(line)
    if word in {"log", "logcall"}:
        return LogForm(
            who=fields.get("deal", "").strip() or rest,
            said=fields.get("said", "").strip(),
            theirs=fields.get("theirs", "").strip(),
            ours=fields.get("ours", "").strip(),
        )
    filled = " ".join(value.strip() for value in fields.values() if value.strip())
    return command_from(f"{line} {filled}")


def _first_word(line: str) -> tuple[str, str]:
    for phrase in ("let go", "letgo", "where we are", "where is", "new deal"):
        if line.lower().startswith(phrase):
            return phrase.replace(" ", ""), line[len(phrase) :].strip()
    word, _, rest = line.partition(" ")
    return word.lower().rstrip(":,?"), rest.strip()


def _log(rest: str) -> Command:
    return LogLine(rest) if re.search(r"[:,;\s-]\s*\S", rest) and not rest.lstrip("#").isdigit() else OpenLog(rest)


def _followups(rest: str) -> Command:
    return Followups(everything=rest.lower() in {"all", "everything"})


def _where(rest: str) -> Command:
    who = re.sub(r"^(?:on|with|about)\s+", "", rest.strip(" ?!."), flags=re.IGNORECASE)
    return Where(who) if who else Nonsense("where", "where")


def _done(rest: str) -> Command:
    if not rest:
        return Nonsense("done", "done")
    definitive = _DEFINITIVE.match(rest)
    if definitive:
        return Done(definitive["who"], Outcome.email, definitive=True)
    named = _OUTCOME_AT_END.match(rest)
    if named and named["who"].strip():
        return Done(named["who"].strip(), _OUTCOMES[named["outcome"].lower()])
    return Done(rest)


def _who_and_when(rest: str, make: Callable[[str, str], Command], word: str) -> Command:
    split = _WHO_THEN_WHEN.match(rest)
    return make(split["who"].strip().rstrip(","), split["when"].strip()) if split else Nonsense(f"{word} {rest}", word)


def _promise(rest: str) -> Command:
    words = rest.split()
    verdicts = {verdict.value for verdict in Verdict}
    at = next((index for index, word in enumerate(words) if word.lower() in verdicts), None)
    if at is None or len(words) == 1:
        return Nonsense(f"promise {rest}", "promise")
    verdict = Verdict(words[at].lower())
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    if before:
        return Promise(verdict, before.lstrip("#"), after)
    if verdict not in {Verdict.moved, Verdict.by}:
        return Promise(verdict, after.lstrip("#"))
    numbered = _NUMBER_FIRST.match(after)
    if numbered:
        return Promise(verdict, numbered["which"], numbered["rest"])
    split = _WHO_THEN_WHEN.match(after)
    return Promise(verdict, split["who"], split["when"]) if split else Promise(verdict, after.lstrip("#"))


def _reply(rest: str) -> Command:
    who, mark, said = rest.partition(":")
    if not rest:
        return Nonsense("reply", "reply")
    return TheyReplied(who.strip(), said.strip()) if mark else TheyReplied(rest)


def _resume(rest: str) -> Command:
    draft, _, deal = rest.partition(" ")
    number = number_from(draft)
    return Resume(number, deal.strip()) if number is not None and deal.strip() else Nonsense(f"resume {rest}")


def _away(rest: str) -> Command:
    until = re.sub(r"^(?:until|till|til|to)\s+", "", rest, flags=re.IGNORECASE)
    return Away(until) if until else Nonsense("away", "away")


def _undo(rest: str) -> Command:
    return Undo(number_from(rest))


def number_from(text: str) -> int | None:
    """The id in "42" or "#42"; None for anything else, however long."""
    digits = text.strip().lstrip("#")
    return int(digits) if re.fullmatch(r"[0-9]{1,12}", digits) else None


def _what(rest: str) -> Command:
    return Followups() if "due" in rest.lower() or "today" in rest.lower() else Nonsense(f"what {rest}")


def _needs(make: Callable[[str], Command], word: str) -> Callable[[str], Command]:
    return lambda rest: make(rest.strip(" ?")) if rest.strip(" ?") else Nonsense(word, word)


_READERS: dict[str, Callable[[str], Command]] = {
    "help": lambda _: Help(),
    "hi": lambda _: Help(),
    "hello": lambda _: Help(),
    "?": lambda _: Help(),
    "logcall": _log,
    "log": _log,
    "call": _log,
    "followups": _followups,
    "followup": _followups,
    "due": _followups,
    "today": _followups,
    "list": _followups,
    "where": _where,
    "whereis": _where,
    "wherewe": _where,
    "whereweare": _where,
    "what": _what,
    "what's": _what,
    "whats": _what,
    "done": _done,
    "later": lambda rest: _who_and_when(rest, Later, "later"),
    "snooze": lambda rest: _who_and_when(rest, Later, "later"),
    "promise": _promise,
    "reply": _reply,
    "replied": _reply,
    "next": lambda rest: _who_and_when(rest, Next, "next"),
    "new": _needs(NewDeal, "new"),
    "newdeal": _needs(NewDeal, "new"),
    "resume": _resume,
    "words": _needs(Words, "words"),
    "letgo": _needs(LetGo, "let go"),
    "away": _away,
    "undo": _undo,
}
