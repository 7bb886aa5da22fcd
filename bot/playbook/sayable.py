"""What may be said to a prospect of what is on record, and in which words: quotations, topics, things handed over.

Their words about a boss, money or a rival stay in the prep until the rep picks one (voice.md section 4).
"""

import re
from collections.abc import Sequence

from bot.model import Contact, History
from bot.phrases import for_them
from bot.playbook.anyof import any_of, any_whole, small
from bot.playbook.results import is_same_person

_SENSITIVE = (
    "boss", "bosses", "gm", "md", "coo", "cto", "vp", "general manager", "managing director", "supervisor", "budget", "budgets", "cfo", "ceo", "chief", "rival", "rivals", "competitor", "competitors",
    "competition", "cheaper", "cheap", "expensive", "price", "priced", "prices", "pricing", "cost", "costs", "dear", "pricey",
    "discount", "fired", "quit", "laid off", "leaving", "layoff", "layoffs", "confidential", "secret", "lawyer", "lawyers",
    "idiot", "idiots", "hate", "damn",
)  # fmt: skip
# Of a person or a firm in need: not in a quotation, and not in a promise either.
_PRIVATE = (
    "broke", "sacked", "ill", "illness", "sick", "cancer", "hospital", "surgery", "died", "death", "dying", "funeral", "burnout",
    "burn-out", "affair", "arrested", "sued", "lawsuit",
)  # fmt: skip
_PRIVATE_BEGINS = ("bankrupt", "insolven", "redundan", "divorc", "pregnan", "depress")
# Rude, an insult or an oath: it stays on record, and is never said back to whoever said it.
_RUDE = (
    "madness", "mad", "insane", "insanity", "crazy", "nuts", "bonkers", "ridiculous", "laughable", "absurd", "outrageous", "joke", "joking",
    "rip off", "rip-off", "ripoff", "ripping", "robbery", "robbing", "robber", "robbers", "extortion", "scam", "scams", "scammer", "scammers",
    "crook", "crooks", "cheat", "cheats", "con", "liar", "liars", "lying", "lied", "nonsense", "rubbish", "garbage", "trash", "crap", "crappy",
    "hell", "bloody", "damned", "dammit", "goddamn", "sucks", "suck", "piss", "pissed", "arse", "ass", "bastard", "bastards", "bitch", "bs", "wtf",
    "bollocks", "stupid", "dumb", "moron", "morons", "idiotic", "clown", "clowns", "pathetic", "useless", "worthless", "hopeless",
    "incompetent", "disgrace", "disgraceful", "shambles", "greedy", "sick of", "fed up", "shut up", "get lost", "sod off", "bugger off",
    "piss off", "taking the mick", "having a laugh",
)  # fmt: skip
_RUDE_BEGINS = ("fuck", "fck", "f*", "shit", "sh*", "bullsh", "arsehol", "asshol", "wank", "twat", "dickhead")
_ANY_RUDE = re.compile(rf"(?<!\w)(?:{any_of(_RUDE_BEGINS)}|{any_whole(_RUDE)})")
_ANY_SENSITIVE = re.compile(rf"(?<!\w){any_whole(_SENSITIVE)}")
_ANY_PRIVATE = re.compile(rf"(?<!\w)(?:{any_of(_PRIVATE_BEGINS)}|{any_whole(_PRIVATE)})")
_MAX_QUOTE_WORDS = 16
_SENT = re.compile(
    r"^(?:send|share|email|mail|forward|bring|deliver|provide|get|prepare|make|write|draft|finish|revise|drop off)\s+"
    r"(?:(?:you|them|me|us|over|out|across|across to you|(?:him|her)(?=\s+(?:the|an?|our|your|my|some|all|\d)\b))\s+)*(?P<thing>.+?)(?:\s+(?:over\s+)?to\s+(?:me|us))?$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"^(?:the|an?|our|your|my|some|all)\b", re.IGNORECASE)
_GERUND = re.compile(r"^\w{3,}ing\s+(?:to|from|into|away|up|over|the|an?|our|your)\b", re.IGNORECASE)
_IS_A_TASK = re.compile(r"^(?!all\b|both\b|half\b)\w+\s+(?:the|an?|our|your|their|some)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"^(?:the|our|your|my|some|two|three|four|five|\d+)\b|^\w+['’]s?\s", re.IGNORECASE)


_DEED = re.compile(
    r"^(?:(?:i|we|she|he|they)\s*)?(?:(?:have|has|['’](?:ve|s)|just|already|now|finally)\s+)*(?:signed|sent|paid|ordered|placed|approved|received|got|transferred|returned|emailed|posted|countersigned|renewed|cancelled)\b",
    re.IGNORECASE,
)


# "her grinder is broken": told of whoever said it, in the rep's words.
_OF_SPEAKER = re.compile(r"^(?:her|his|she|he)\b", re.IGNORECASE)


def may_quote(said: str) -> bool:
    """Whether their words may be said back to them. What they did ("signed the order form") is no view to confirm, and what the rep
    tells of them is no quotation."""
    return (
        bool(said)
        and not _DEED.match(said)
        and not _OF_SPEAKER.match(said)
        and len(said.split()) <= _MAX_QUOTE_WORDS
        and not _ANY_SENSITIVE.search(small(said))
        and may_say(said)
    )


_AMONG_US = re.compile(r"^(?:chase|nag|push|pester|hassle|upsell|qualify|log|nudge)\b", re.IGNORECASE)


def may_say(text: str) -> bool:
    """Whether it may stand in a letter at all: nothing rude does, nothing of illness, ruin or a lost post, nor what only we call so."""
    low = small(text)
    return not (_ANY_PRIVATE.search(low) or _ANY_RUDE.search(low) or _AMONG_US.match(text))


# Small words that English has not, and that hold a sentence of another language together.
_ANOTHER_TONGUE = re.compile(
    r"\b(?:das|der|dem|ein|einen?|einem|und|ihm|ihr|ihnen|ihn|mir|uns|zum|zur|bis|für|mit|nicht|d(?:ie|en)(?=\s+[A-ZÄÖÜ])|le|les|une|nous|avec|l['’]\w+"
    r"|una|nos|para|il|gli|della?|nel|het|een|ons|og)\b"
    r"|^\w+\s+(?:die|den|des|de|la|el|los|las|det|dit|deze|diese[ns]?|kein\w*)(?=\s+[^\W\d_])"
)


def may_promise(text: str) -> bool:
    """Whether a promise may stand in a letter of ours: said to be seen to, and in English alone (voice.md 4)."""
    return may_say(text) and not _ANOTHER_TONGUE.search(text)


def in_a_sentence(topic: str) -> str:
    """ "deck oven" -> "the deck oven"."""
    is_whole_already = not topic or _HAS_ARTICLE.match(topic) or _GERUND.match(topic)
    return topic if is_whole_already else f"the {topic}"


def topic_of(history: History) -> str:
    """The deal's title when it reads as a topic beside the company."""
    title = history.deal.title if history.deal.company else ""
    if is_a_name(title, history.contacts):
        return ""
    if _GERUND.match(title):  # "Moving to the cloud"
        title = title[0].lower() + title[1:]
    elif _IS_A_TASK.match(title):  # "replace the vans" fits behind no "about"
        return ""
    return title if re.fullmatch(r"[\w\s'’-]{3,40}", title) else ""


# Words that stand in titles and in nobody's name; a title of other two capitalised words is more likely a person.
_THINGS = frozenset(
    "the new old our full big small deck oven night day shift meal plan planner website site web app service services support software system"
    " systems spare parts stock fleet van vans lease data cloud phase pilot trial audit review licence license seats team sales"
    " annual spring summer autumn winter june july march office floor line lines project network security training renewal"
    " contract upgrade package platform portal call centre center conference event kitchen booking visitor bottling coil handling"
    " gear press print label labels chairs desks lighting solar heat pump pumps machine tool tools report room rooms order brand"
    " launch design marketing campaign print shop store retail online mobile digital payroll accounts finance energy water"
    " cold room main second first north south east west roll out rollout proof concept hosting email phone phones server".split()
)


def is_a_name(title: str, contacts: Sequence[Contact]) -> bool:
    """Whether the title is a contact's name, or looks like somebody's: nobody is a topic."""
    if any(is_same_person(title, person.name) or person.name.casefold() in title.casefold() for person in contacts):
        return True
    words = title.split()
    looks_it = len(words) == 2 and all(re.fullmatch(r"[A-Z][a-z]+(?:['’-]?[A-Z][a-z]+)?", word) for word in words)  # noqa: PLR2004
    return looks_it and not any(word.casefold() in _THINGS for word in words)


_NAMES_NOTHING = re.compile(r"(?:it|them|this|that|these|those)\b", re.IGNORECASE)


def thing_in(phrase: str) -> str:
    """ "send the case study" -> "the case study"; empty when it is not a thing one can hand over."""
    sent = _SENT.match(phrase) if not _ANOTHER_TONGUE.search(phrase) else None
    thing = for_them(sent["thing"]) if sent else None
    if not thing or _NAMES_NOTHING.match(thing):
        return ""
    if re.match(r"^an?\s", thing):
        return re.sub(r"^an?\s", "the ", thing)
    return thing if _DETERMINED.match(thing) else f"the {thing}"


_TO_HAND_OVER = re.compile(
    r"^(?:send|share|email|mail|forward|bring|deliver|provide|give|show|drop off)\b", re.IGNORECASE
)


def is_handed(promise: str) -> bool:
    """Whether it is to hand something over to them."""
    return bool(_TO_HAND_OVER.match(promise))


_TO_THINK = re.compile(r"^(?:think|consider|reflect|sleep|mull|decide)\b", re.IGNORECASE)


def is_thought(phrase: str) -> bool:
    """Whether it is to think or to decide: no act that anybody sees."""
    return bool(_TO_THINK.match(phrase))
