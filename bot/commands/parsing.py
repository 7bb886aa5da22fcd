"""A line or a filled-in form becomes a Command. One parser, so typed, pressed and filled in mean the same.

It knows words, not deals: who is meant stays text (a name or a number) until the conversation looks it up.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.commands import (
    asking,
    calls,
    deals,
    endings,
    handing,
    helping,
    house,
    lists,
    measuring,
    naming,
    open_questions,
    own,
    people,
    policy,
    several,
)
from bot.commands.calls import AboutCalls
from bot.commands.deals import AboutDeals
from bot.commands.everyday import in_our_words
from bot.commands.house import AboutHouse
from bot.commands.lists import AboutLists
from bot.commands.nonsense import Nonsense
from bot.commands.own import AboutMe
from bot.commands.people import AboutPeople
from bot.commands.plain import plainly
from bot.commands.policy import AboutPolicy
from bot.commands.questions import asked_plainly
from bot.commands.slashwords import once
from bot.commands.theirabsence import they_are_away
from bot.commands.usage import HELP
from bot.reading.plain.questions import begins_asking
from bot.reading.words.greetings import without_greeting

Command = AboutCalls | AboutDeals | AboutHouse | AboutLists | AboutMe | AboutPeople | AboutPolicy | Nonsense
_Reader = Callable[[str], Command]
_LONGEST_PHRASE = 3  # words
_SHORT = 8  # letters; with more of them, two may be wrong
_A_FEW = 2  # words behind a command that stands alone: "back today", "team view please"; more of them are a sentence
_OF_DAYS = 6  # "upcoming the rest of the week from 31"


def command_from(text: str, fields: Mapping[str, str] | None = None) -> Command:
    """The command in a line, or in a form submitted to it. Never raises: what it cannot read is `Nonsense`."""
    typed = text.strip().removeprefix("/").strip()
    if fields is not None:
        phrase, rest = _phrase(typed)
        return _from_form(phrase, " ".join(rest.split()), fields, " ".join(typed.split()))
    meant = without_greeting(once(typed, _typed))
    if typed and not meant:
        return own.Hello()
    command = _typed(meant)
    if meant != typed and isinstance(command, Nonsense) and not command.hint:
        return replace(command, alone="hello")
    return command


def _typed(typed: str, *, in_ours: bool = False) -> Command:
    """`in_ours`: it was put in our words already."""
    line = " ".join(typed.split())
    phrase, rest = _phrase(typed)
    several = len(typed.splitlines()) > 1
    asked = None if several else _asked(asking.without_copies(line))
    if asked:
        return asked
    ours = "" if several or in_ours else in_our_words(line)
    if ours:
        return _typed(ours, in_ours=True)
    if len(rest.split()) > _MOST_BEHIND.get(phrase, len(rest)):
        return Nonsense(typed, alone=phrase)
    if phrase:
        command = _READERS[phrase](rest if phrase in _WITH_LINES else " ".join(rest.split()))
        return Nonsense(typed) if isinstance(command, Nonsense) and not command.hint and phrase in _ASKING else command
    away = None if several else they_are_away(line)
    return away or Nonsense(typed)


def _asked(line: str) -> Command | None:
    """The command behind an everyday line."""
    answers = (
        plainly,
        handing.covered_plainly,
        asked_plainly,
        measuring.asked_what_came_of_it,
        measuring.asked_as_a_chart,
        asking.asked_where,
        asking.asked_why,
    )
    return next((found for read in answers if (found := read(line))), None)


def misspelt(text: str) -> str:
    """The line as it was probably meant, when it begins like a command that we know; empty otherwise."""
    typed = text.strip().removeprefix("/").strip()
    if begins_asking(typed) or _begins_sentence(typed, 1):
        return ""  # "who's" is no slip of "why's"
    found: list[tuple[int, str]] = []
    for count in range(min(_LONGEST_PHRASE, len(typed.split())), 0, -1):
        head = " ".join(typed.split()[:count]).lower().rstrip(":,?")
        near = process.extractOne(head, _SLIPS, scorer=OSA.distance, score_cutoff=1 if len(head) <= _SHORT else 2)
        if near:
            found.append((near[1], f"{near[0]} {_after(typed, count)}".strip()))
    best = min(found, default=(0, ""))[1]
    return "" if isinstance(command_from(best), Nonsense) else best


def _phrase(typed: str) -> tuple[str, str]:
    """The longest known phrase that the line begins with, and what follows as it was typed; empty when there is none."""
    words = typed.split(maxsplit=_LONGEST_PHRASE)
    for count in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        said = " ".join(words[:count]).lower().replace("’", "'")
        phrase = said.rstrip(":,?") or said
        if phrase in _READERS and not _begins_sentence(typed, count):
            return phrase, _after(typed, count)
    return "", typed


def _begins_sentence(typed: str, words: int) -> bool:
    """ "deal, we take all 3": behind a comma somebody acts, and no deal is named."""
    rest = _after(typed, words)
    return typed.removesuffix(rest).rstrip().endswith(",") and bool(_SOMEBODY_ACTS.match(rest))


_SOMEBODY_ACTS = re.compile(r"(?:we|they|she|he|i|it|you)(?:['’](?:ll|re|s|ve|m|d))?\s+\w", re.IGNORECASE)


def _after(typed: str, words: int) -> str:
    """What follows the first words, lines kept."""
    rest = typed
    for _ in range(words):
        rest = (*rest.split(maxsplit=1), "", "")[1]
    return rest.strip()


def _from_form(phrase: str, rest: str, fields: Mapping[str, str], line: str) -> Command:
    read = _FORMS.get(phrase)
    if read:
        return read(rest, fields)
    filled = " ".join(value.strip() for value in fields.values() if value.strip())
    return _typed(f"{line} {filled}", in_ours=True)  # what is filled in is no way to put a command


_FORMS: dict[str, Callable[[str, Mapping[str, str]], Command]] = {
    "log": calls.log_form,
    "logcall": calls.log_form,
    "deal contact": naming.contact_form,
    "keep": endings.keep_form,
    "settings": lambda _, fields: own.settings_form(fields),
    "settings policy": lambda _, fields: policy.form(fields),
    "start": lambda _, fields: own.start_form(fields),
    "book": handing.book_form,
    "move": several.move_form,
    "several": lambda _, fields: several.several_form(fields),
    "make": people.make_form,
    "holidays": people.holidays_form,
    "helped": helping.helped_form,
}


def _alone(make: Callable[[], Command]) -> _Reader:
    return lambda _: make()


def _needs(make: Callable[[str], Command], word: str) -> _Reader:
    return lambda rest: make(rest.strip(" ?")) if rest.strip(" ?") else Nonsense(word, word if word in HELP else "")


def _about(make: Callable[[str], Command], word: str) -> _Reader:
    """Of a deal, whoever is to read along."""
    read = _needs(make, word)
    return lambda rest: read(asking.without_copies(rest))


def _what(rest: str) -> Command:
    words = set(rest.lower().strip(" ?!.").split())
    due = bool(words & {"due", "today"}) and not words & {"did", "done", "has", "have"}
    return lists.Followups() if due else Nonsense(f"what {rest}")


_WHAT = ("what", "what's", "whats")
_CHARTS = ("chart", "charts", "graph", "graphs")
_WHY = ("why", "why's", "whys")
_COMING = ("upcoming", "coming up", "next two weeks")
_ALONE: dict[str, Callable[[], Command]] = {
    **dict.fromkeys(("catch up", "spread"), lists.CatchUp),
    **dict.fromkeys(("hi", "hello", "hey", "welcome"), own.Hello),
    **dict.fromkeys(("back", "i'm back", "i am back"), own.Back),
    "unpause": own.Unpause,
    "status": own.Status,
    **dict.fromkeys(("people", "who is in"), people.People),
    **dict.fromkeys(("team", "who leads whom", "who leads who", "org chart", "the tree"), people.Team),
    **dict.fromkeys(("admin page", "the admin page", "settings page"), people.AdminPage),
    "undelivered": people.Undelivered,
}
_MOST_BEHIND = {**dict.fromkeys(_ALONE, _A_FEW), **dict.fromkeys(_COMING, _OF_DAYS)}
_READERS: dict[str, _Reader] = {
    **{phrase: _alone(make) for phrase, make in _ALONE.items()},
    **dict.fromkeys(("logcall", "log", "log call", "log a call"), calls.log),
    "call": calls.call,
    "done": calls.done,
    "promise": calls.promise,
    **dict.fromkeys(("reply", "replied"), calls.reply),
    "heard nothing": _needs(calls.heard_nothing, "heard nothing"),
    "heard nothing from": _needs(calls.heard_nothing, "heard nothing"),
    "next": calls.step,
    "words": _about(calls.Words, "words"),
    **dict.fromkeys(("prep", "prepare"), _about(calls.Prep, "prep")),
    "check": _needs(calls.Check, "check"),
    **dict.fromkeys(("resume", "drafts"), calls.resume),
    **dict.fromkeys(("where", "where is", "where's", "wheres", "where we are", "whereweare"), asking.where),
    **dict.fromkeys(_WHY, asking.why),
    **dict.fromkeys(("followups", "followup", "due", "today", "list"), lists.followups),
    **dict.fromkeys(_COMING, lists.upcoming),
    **dict.fromkeys(_WHAT, _what),
    "owed": lists.owed,
    **dict.fromkeys(("deals", "my deals"), lists.deals),
    "export": lambda rest: lists.deals(f"{rest} export"),
    "deal": _needs(deals.ShowDeal, "deal"),
    "new": naming.new,
    **dict.fromkeys(("new deal", "deal new"), naming.new_deal),
    **dict.fromkeys(("deal rename", "rename"), naming.rename),
    **dict.fromkeys(("deal give", "deal reassign", "give", "reassign", "hand over"), naming.give),
    "book": handing.book,
    **dict.fromkeys(("pack", "packs"), handing.pack),
    "cover": handing.cover,
    "move": several.move,
    **dict.fromkeys(("several", "flush", "several at once"), several.several),
    **dict.fromkeys(("deal value", "value"), naming.value),
    **dict.fromkeys(("deal contact", "contact"), naming.contact),
    **dict.fromkeys(("add contact", "new contact", "add a contact", "add new contact"), naming.contact_at),
    **dict.fromkeys(("who can see", "who sees"), _needs(deals.WhoCanSee, "who can see")),
    **dict.fromkeys(("later", "snooze"), deals.later),
    "remind me": deals.remind,
    "keep": endings.keep,
    **dict.fromkeys(("hold", "reserve"), deals.reserve),
    **dict.fromkeys(("question", "questions"), open_questions.question),
    "ask": open_questions.ask,
    **dict.fromkeys(("nurture", "deals nurture", "nurture list", "let go list"), lists.nurture),
    **dict.fromkeys(("let go", "letgo", "let go of"), endings.let_go),
    "won": endings.won,
    "lost": endings.lost,
    "reopen": endings.reopen,
    **dict.fromkeys(("do not contact", "don't contact", "dont contact", "dnc"), endings.do_not_contact),
    **dict.fromkeys(("qualify", "qualified"), _needs(deals.Qualify, "qualify")),
    **dict.fromkeys(("help", "?"), own.help_),
    **dict.fromkeys(("help me", "i need help", "need help"), helping.help_me),
    **dict.fromkeys(("helped", "i helped"), helping.helped),
    "answer help": helping.answer_help,
    **dict.fromkeys(("monday", "mondays"), measuring.my_monday),
    **dict.fromkeys(("start", "start with"), own.start),
    **dict.fromkeys(("away", "i'm away", "i am away"), own.away),
    "pause": own.pause,
    "settings": own.settings,
    "settings policy": policy.policy,
    **dict.fromkeys(("settings company", "settings company name"), policy.Company),
    **dict.fromkeys(("does it work", "is it working"), measuring.works),
    **dict.fromkeys(_CHARTS, measuring.charts),
    **dict.fromkeys(("coach me", "coaching"), measuring.coach_me),
    "again": own.again,
    "undo": own.undo,
    "make": people.make,
    "people from": people.people_from,
    "team from": people.team_from,
    **dict.fromkeys(("link", "connect"), people.link),
    "holidays": people.holidays,
    "shelf": house.shelf,
    "wall": house.wall,
    "share": _needs(people.Share, "share"),
}
_ASKING = frozenset(
    {
        *_WHAT,
        *_WHY,
        *_CHARTS,
        "people from",
        "team from",
        "book",
        "cover",
        "move",
        "several",
        "flush",
        "several at once",
    }
)  # what they do not know may mean something else
_SLIPS = [phrase for phrase in _READERS if len(phrase) >= 4]  # noqa: PLR2004 - shorter ones are near everything
_WITH_LINES = frozenset({"logcall", "log", "call", "log call", "log a call", "check", "start", "start with", "again"})
