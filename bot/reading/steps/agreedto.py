"""What somebody is for, or what was booked with them, is agreed whatever it is called; its day stands behind it or follows.

A talk by its name needs nothing more; anything else is held only with them: a flight, a table or a haircut is booked as well.
"""

import re

from bot.reading.steps.meetings import OF_KIND, TALKS
from bot.reading.steps.steps import kind_of
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|both|{NAME}|[a-z]{{3,12}})(?:\s+(?:is|are|was)|['’](?:s|re))?(?:\s+(?:also|now|totally|definitely))?"
# Each joins words of which none joins or points itself, so that they are parted in one way only.
_WORD = r"(?!(?:on|at|in|of|for|with|w|the|her|his|their|our|all|both|some)\b)[\w'’.-]+"
_FOR_WHOM = rf"(?:\s+(?:(?:on|in)\s+(?:their|his|her|our|the)\s+[a-z][\w-]*|on|in|(?:(?:with|for|at|of|w)\b|w/)\s*(?:(?:the|her|his|their|our|all|both|some)\s+)?{_WORD}(?:\s+{_WORD}){{0,2}})){{0,3}}(?:\s+(?:on|in|at|for))?"
_WORDS = r"(?!(?:with|w/|for)\b)[a-z][\w'’-]*(?:\s+(?:&\s+|and\s+)?(?!(?:with|for|to|of|at|in|on|by|from)\b)[a-z][\w'’-]*){0,2}"
# "is up for coffee early next week": agreed, and its day is still open.
_IN_FOR = re.compile(
    rf"{AND}(?:{_WHO})\s+(?:up|game|down|in|on|free|good)\s+(?:for|to\s+(?:do|have|grab|get))\s+(?:an?\s+|some\s+|our\s+|the\s+)?(?P<what>{OF_KIND}{TALKS}){_FOR_WHOM}$",
    re.IGNORECASE,
)
# "nicole on board w/ a depot walk": whoever is for it, it is on.
_IS_FOR_IT = re.compile(
    rf"{AND}(?:{_WHO})\s+(?:(?:on\s+board|onboard|fine|good|ok(?:ay)?|cool|happy|down|in|game)\s+(?:with|w/|for)|up\s+for|agree[sd]\s+to(?:\s+(?:host|hold|do|have|join|attend))?|said\s+yes\s+to|oks?(?:['’]d)?|okayed|confirmed|accepted)\s*(?:(?:an?|the|our|another)\s+|(?={OF_KIND}{TALKS}(?:\s*$|\s+(?:(?:at|in|on|with)\b|w/))))"
    rf"(?P<what>(?:(?!(?:price|quote|deal|offer|plan|terms)\b)[a-z][\w-]*\s+)?(?:{OF_KIND}{TALKS}|walk|drive|ride-?along|lap|tour|run-?through|trial|test|(?:shadow|open|discovery)\s+day)){_FOR_WHOM}$",
    re.IGNORECASE,
)
# Booked by us with somebody of theirs, or by them with us: "booked a lunch & learn w/ Pat for the 6 agents".
_HELD_WITH = re.compile(
    rf"{AND}(?:(?:i|we|(?P<they>she|he|they|{NAME}))(?:['’]ve|\s+(?:has|have))?\s+)?(?:just\s+|now\s+)?(?:booked|scheduled|arranged|pencill?ed\s+in|locked\s+in)\s+(?:in\s+)?(?:us\s+in\s+for\s+)?(?:an?|the|our|another)\s+"
    rf"(?P<what>{_WORDS})\s+(?:with\s+|w/\s*)(?!(?:my|our|myself|a|an)\b|(?:legal|finance|hr|it|ops|sales|accounting|boss|manager)\b)(?:(?P<us>us|me)\b|(?:(?:the|her|his|their)\s+)?[\w'’.-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w'’.-]*){{0,2}}){_FOR_WHOM}$",
    re.IGNORECASE,
)
_US = re.compile(r"(?:us|me)\b", re.IGNORECASE)
# "doing a taste test w/ us", "hosting us for a line walk", "signed us up for their vendor fair"
_WITH_US = re.compile(
    rf"{AND}(?:.{{1,40}}?\s)?(?:(?:doing|having|holding|hosting|running|does|holds|hosts|runs)\s+(?:an?|the|our)\s+(?P<done>{_WORDS})\s+(?:with|w/)\s*(?:us|me)"
    rf"|(?:hosting|hosts|having|expecting|expects|signed|put|booked|pencill?ed|slotted|squeezed)\s+(?:us|me)\s+(?:(?:(?:up|down|in|over)\s+)?for|into)\s+(?:an?|the|their|her|his|our)\s+(?P<what>{_WORDS})){_FOR_WHOM}$",
    re.IGNORECASE,
)
# "has us presenting to the ops board in Dubai": what we do there in front of them.
_HAS_US = re.compile(
    rf"{AND}(?:(?:she|he|they|{NAME})(?:['’]s)?\s+)?(?:has|have|got|gets|wants|put|booked|signed)\s+(?:me|us|both\s+of\s+us)\s+(?:up\s+for\s+)?(?:(?P<verb>present|demo|pitch|train|speak|show|tour|brief)(?:t?ing|ping|oing)\b|(?<!gets\sme\s)(?<!gets\sus\s)in\s+front\s+of\b)(?:\s+[\w'’&.-]+){{0,8}}?(?:\s+(?:on|at|for))?$",
    re.IGNORECASE,
)
# "Tom gets his plant tour": ours to give, with its day.
_GETS_ONE = re.compile(
    rf"{AND}(?:she|he|they|{NAME})\s+(?:gets|will\s+get|is\s+getting)\s+(?:an?|the|his|her|their|our)\s+(?P<what>(?:(?!new\b)[a-z][\w-]*\s+)?(?:demo|tour|walk-?through|visit|run-?through|presentation))$",
    re.IGNORECASE,
)
_SHOWN_AS = {"demo": "demo", "pitch": "pitch", "train": "training", "tour": "tour", "brief": "briefing"}
_IS_HELD = re.compile(
    rf"(?<!\S)(?:{TALKS}|walk|ride-?along|run-?through|test|go-?live|bake[\s-]?off|(?:shadow|open|discovery)\s+day|lunch\s+(?:&|and)\s+learn)$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:competit\w+|rivals?|vendor|internal|private|family|board)\b", re.IGNORECASE)
# "was happy with the tour", "confirmed the trial of her lawsuit": it has been, or is none of ours.
_WAS_OR_OF = re.compile(
    rf"\b(?:was|were)\b|\b(?:{TALKS}|walk|drive|lap|test)\s+of\s+(?:her|his|their|a|an)\b", re.IGNORECASE
)
_HOW_LONG = re.compile(
    r"^(?:\d{1,3}[\s-]*min(?:ute)?s?|(?:half|one|two|\d)[\s-]*h(?:ou)?rs?|half[\s-]an[\s-]hour|(?:half|full|all|one|two|\d)[\s-]days?)\s+"
)


def agreed_to(bare: str) -> str:
    """The kind of it; empty when nothing was agreed to. `bare` is what stands before its day."""
    shows = _HAS_US.match(bare)
    if shows:
        return _SHOWN_AS.get((shows["verb"] or "").lower(), "presentation")
    told = _GETS_ONE.match(bare) or _IN_FOR.match(bare) or (None if _WAS_OR_OF.search(bare) else _IS_FOR_IT.match(bare))
    what = told["what"] if told else _held(bare)
    return kind_of(_HOW_LONG.sub("", " ".join(what.lower().split()))) if what else ""


def _held(bare: str) -> str:
    """What is held with us: no haircut, no meeting of our own, and not what they book with somebody else."""
    booked = _HELD_WITH.match(bare)
    if booked and booked["they"] and not booked["us"]:
        return ""
    found = booked or (_WITH_US.match(bare) if _US.search(bare) else None)
    what = (booked["what"] if booked else found["what"] or found["done"]) if found else ""
    return what if _IS_HELD.search(what) and not _OF_OTHERS.search(what) else ""
