"""A line of each kind of command, which reaches for what somebody may not have: a new kind without one is found out."""

from typing import get_args

from bot.commands import AboutCalls, AboutDeals, AboutHouse, AboutLists, AboutMe, AboutPeople, AboutPolicy

Line = str | tuple[str, dict[str, str]]  # typed, or the command of a form and what is filled in
KINDS = {
    kind.__name__
    for about in (AboutCalls, AboutDeals, AboutHouse, AboutLists, AboutMe, AboutPeople, AboutPolicy)
    for kind in get_args(about)
}
_FILLED = {"deal": "{name}", "said": "fine", "theirs": "", "ours": ""}

# Lines that reach for a deal, a promise, an act or a draft of somebody, by number and by name.
REACHING: dict[str, tuple[Line, ...]] = {
    "OpenLog": ("log {deal}", "log {name}"),
    "LogLine": ("logcall {deal}: fine, talk on Monday", "logcall {name}: fine"),
    "LogLines": ("logcall\n{deal}: fine\n{name}: no answer",),
    "LogForm": (("logcall {deal}", {**_FILLED, "deal": "{deal}"}), ("logcall {deal}", _FILLED)),
    "LogMessage": (("logcall", {"deal": "{deal}", "line": "fine"}), ("logcall", {"deal": "{name}", "line": "fine"})),
    "Share": ("share where {deal}", "share where are we on {name}?"),
    "Done": ("done {deal}", "done {deal} voicemail", "done {name} no answer"),
    "Promise": ("promise kept {promise}", "promise moved {promise} Fri", "promise broken {promise}", "promise kept {name}"),
    "TheyReplied": ("reply {deal}: yes", "reply {name}"),
    "HeardNothing": ("heard nothing {deal}",),
    "TheyAreAway": ("{deal} is back Friday", "{name} is away until Friday"),
    "Next": ("next {deal} Fri", "next {deal} none"),
    "Words": ("words {deal}", "words {name}"),
    "Prep": ("prep {deal}",),
    "Check": ("check {name}: just checking in",),
    "Where": ("where {deal}", "where are we on {name}?", "where are we in {name}?"),
    "Why": ("why {deal}", "why is {name} on my list?", "why not {name} today?"),
    "ShowDeal": ("deal {deal}",),
    "Rename": ("deal rename {deal} Nova", "deal rename {deal}"),
    "Give": ("deal give {deal} to Lena", "deal give {deal}"),
    "Value": ("deal value {deal} 12,000 EUR", "deal value {deal}"),
    "SetContact": ("deal contact {deal}: Dana Reyes", "deal contact {deal}"),
    "WhoCanSee": ("who can see {deal}",),
    "Later": ("later {deal} next week",),
    "Keep": ("keep {deal} because of the CFO until Fri", "keep {deal}"),
    "AskThem": ("question {deal}: who signs?", "ask {name}: who signs?", "question {deal}"),
    "HelpMe": ("help me on {deal}: the price is stuck", "help me on {name} because of the price"),
    "Helped": ("helped {deal}", "helped {name}", "helped {name}: offer them ten"),
    "AnswerHelp": ("answer help {deal}", "answer help {name}"),
    "WasAsked": ("question {deal} asked", "question {deal} asked 1"),
    "Reserve": ("hold {deal}: the June slot until Fri", "hold {deal} none", "hold {name}: the June slot"),
    "LetGo": ("let go {deal}",),
    "Won": ("won {deal} 5 EUR",),
    "Lost": ("lost {deal} too dear", "lost {deal}"),
    "Reopen": ("reopen {deal}", "reopen {deal} they agreed"),
    "DoNotContact": ("do not contact {deal}",),
    "Qualify": ("qualify {deal}",),
    "Again": ("again done {deal} no answer",),
    "Recall": ("when did we last speak to {name}?", "what did {name} say?"),
    "Brought": ("shelf brought 3 {deal}", "shelf brought 3 {name}"),
    "NotBrought": ("shelf not 3 {deal}", "shelf not 3 {name}"),
    "Pack": ("pack {deal}", "pack {name}"),
}  # fmt: skip
# An act may be taken back by who did it, and on a deal by their manager; a draft is its writer's alone.
NUMBERED = {
    "Undo": ("undo {act}", "undo {act} {act}"),
    "Resume": ("resume {draft}", "resume {draft} {deal}", "resume {draft} drop"),
}
# Lines that name nobody: they show and change what is the member's own.
OWN: dict[str, tuple[Line, ...]] = {
    "Drafts": ("resume",), "LogWaiting": ("resume all",), "Which": ("who has no next step?", "who's away?", "what is closing this month?"), "Attention": ("what needs my attention?",), "Followups": ("followups", "followups all", "followups Tom"), "Upcoming": ("upcoming", "what's on tomorrow"), "Owed": ("who owes what?", "what is late?"),
    "Deals": ("deals", "deals export", "deals all", "deals Ben"), "Nurture": ("nurture", "nurture export", "nurture all", "nurture Ben"),
    "CatchUp": ("catch up",), "NewDeal": ("new Zebra",), "Help": ("help",),
    "Hello": ("hello",), "Start": ("start Zebra; Yak",), "Away": ("away until Friday",), "Back": ("back",),
    "PauseList": ("pause until Friday",), "Unpause": ("unpause",), "Settings": ("settings compact", "settings"), "Status": ("status",),
    "ShowPolicy": ("settings policy",), "People": ("people",), "AdminPage": ("admin page",), "Team": ("team",), "Link": ("link ABCD EFGH",), "Part": ("link cut 3 00112233445566778899AABBCCDDEEFF",),
    "Shelf": ("shelf",), "PutOnShelf": ("shelf case: how we did it",), "TakeFromShelf": ("shelf drop 1",), "Wall": ("wall",),
    "Works": ("does it work?", "does it work team", "how am I doing?"), "Charts": ("chart", "chart team", "chart promises"), "CoachMe": ("coach me",), "MyMonday": ("monday", "what should I know?"),
    "Ban": ("wall ban deep dive",), "Allow": ("wall allow deep dive",), "OwnOpener": ("wall opener {{when}} you said {{said}}; why?",),
    "DropOpener": ("wall drop 1",),
    "Sells": ("wall sells dates", "wall sells none"),
    # Whom they concern is looked at in test_between.py: here, that no word of a deal is told on the way.
    "GiveBook": ("give everything", "give Ben's deals"), "Cover": ("cover Ben until Friday", "cover me until Friday"),
    "Covers": ("cover",), "WhileAway": ("while I was away",), "MoveDay": ("move Friday to next Monday",),
    "Several": ("several", ("several", {"go": "1,2,3,4,5,6,7,8,9", "keep": "", "later": "1,2,3", "day": "Fri"})),
}  # fmt: skip

# An admin's alone: what others are (tests/people), and the organisation's figures (tests/test_policy.py, and test_rights.py).
OF_AN_ADMIN: dict[str, tuple[Line, ...]] = {
    "Make": ("make Ben a manager", "make Zoe a rep of Maria"), "TryFigures": ("settings policy gap 5", "settings policy change"), "Company": ("settings company Initech",),
    "SaveFigures": ("settings policy gap 5 days instead of 7 days",), "Holidays": ("holidays Ben DE", "holidays"), "Undelivered": ("undelivered",),
}  # fmt: skip
