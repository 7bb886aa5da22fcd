"""What reads a command, by the phrase that it begins with: one table for what is typed, and one for filled-in forms.

A phrase stands in one table only, and whatever a reader cannot read is `Nonsense`.
"""

from collections.abc import Callable, Mapping

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
    undoing,
)
from bot.commands.calls import AboutCalls
from bot.commands.deals import AboutDeals
from bot.commands.house import AboutHouse
from bot.commands.lists import AboutLists
from bot.commands.nonsense import Nonsense
from bot.commands.own import AboutMe
from bot.commands.people import AboutPeople
from bot.commands.policy import AboutPolicy
from bot.commands.usage import HELP

Command = AboutCalls | AboutDeals | AboutHouse | AboutLists | AboutMe | AboutPeople | AboutPolicy | Nonsense
_Reader = Callable[[str], Command]
_A_FEW = 2  # words behind a command that stands alone: "back today", "team view please"; more of them are a sentence
_OF_DAYS = 6  # "upcoming the rest of the week from 31"


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
    **dict.fromkeys(("hi", "hello", "hey", "welcome", "morning", "afternoon", "evening"), own.Hello),
    **dict.fromkeys(("back", "i'm back", "i am back"), own.Back),
    "unpause": own.Unpause,
    **dict.fromkeys(("people", "who is in"), people.People),
    **dict.fromkeys(("team", "who leads whom", "who leads who", "org chart", "the tree"), people.Team),
    **dict.fromkeys(("admin page", "the admin page", "settings page"), people.AdminPage),
    "undelivered": people.Undelivered,
}
READERS: dict[str, _Reader] = {
    **{phrase: _alone(make) for phrase, make in _ALONE.items()},
    "status": lambda rest: asking.where(rest) if rest.strip(" ?!.") else own.Status(),
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
    "undo": undoing.undo,
    "make": people.make,
    "people from": people.people_from,
    "team from": people.team_from,
    **dict.fromkeys(("link", "connect"), people.link),
    "holidays": people.holidays,
    "shelf": house.shelf,
    "wall": house.wall,
    "share": _needs(people.Share, "share"),
}
FORMS: dict[str, Callable[[str, Mapping[str, str]], Command]] = {
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
_OF_MANY = ("people from", "team from", "book", "cover", "move", "several", "flush", "several at once")
ENDING = frozenset(phrase for phrase, read in READERS.items() if read.__module__ == endings.__name__)
ASKING = frozenset({*_WHAT, *_WHY, *_CHARTS, *_OF_MANY})  # what they do not know may mean something else
WITH_LINES = frozenset({"logcall", "log", "call", "log call", "log a call", "check", "start", "start with", "again"})
MOST_BEHIND = {**dict.fromkeys(_ALONE, _A_FEW), **dict.fromkeys(_COMING, _OF_DAYS)}
