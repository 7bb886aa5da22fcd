"""What stands before a colon: a name that a company may have, or a heading ("note to self", "fyi", "10:30")."""

import re

from bot.reading.names import may_be_alias
from bot.reading.naming.called import TIMES
from bot.reading.naming.namekeys import key, legal_forms
from bot.reading.words.speech import CAPITAL

_MOST_WORDS = 7
_HOUR = re.compile(r"(?<![\w:])\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?)?(?![\w:])|(?<!\w)\d{1,2}\s?[ap]m\b", re.IGNORECASE)
_DATE = re.compile(r"(?<!\w)(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\.?|\d{1,2}(?:st|nd|rd|th))(?!\w)")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?(?P<site>[\w-]+(?:\.[\w-]+)+)(?:[/?#]\S*)?$", re.IGNORECASE)
_BIG = re.compile(rf"{CAPITAL}|^[\W_]*\d")  # "Acme", "eBay", "3M"
_PARTICLES = frozenset("& and of the de van von der la le di da del und y e for at".split())
_HEADINGS = frozenset(
    "note notes memo reminder remind todo to-do fyi btw ps question questions idea ideas update updates news summary recap agenda minutes subject re fwd fw warning"
    " caution important urgent info result results outcome next step steps action actions today tomorrow yesterday now later status plan plans goal list"
    " thought thoughts tip example test hint shopping groceries attention nb tldr tl dr eta attn edit correction sorry hello hi hey thanks ok okay yes no wait so"
    " well also and but then same here there says said say told tells quote spoiler deadline due date time day days week call calls meeting meetings"
    " message email mail voicemail vm text phone address number link url http https price prices budget topic about from cc bcc sent new old good bad great quick"
    " self myself me you us him her it they them she he we i my our your his their who what when where why how need needs want wants buy get lunch dinner dentist demo visit done answer reason reasons objection objections offer quote contract invoice left no nobody nothing".split()
)


def is_heading(word: str) -> bool:
    """A word that is said before a colon, and no company's name by itself."""
    return key(word) in _HEADINGS | TIMES


def firm_before(head: str) -> str:
    """The company's name in what stands before a colon, without an hour or a date; empty where no company is called so."""
    site = _ADDRESS.match(head.strip())
    if site:
        return site["site"]
    name = " ".join(_DATE.sub(" ", _HOUR.sub(" ", head)).split()).strip(" ,;-–—|()[]")
    words = [word for word in name.split() if key(word)]
    if not words or len(words) > _MOST_WORDS or name.endswith(("?", "!", ".")):
        return ""
    says = [word for word in words if not is_heading(word) and key(word) not in _PARTICLES]
    return name if says and (_is_written_big(words) or _may_be_small(words, says)) else ""


def is_surely_firm(head: str) -> bool:
    """Whether every word has a capital, or a legal form stands there: nobody writes a heading so."""
    name = firm_before(head)
    return bool(name) and (_is_written_big(name.split()) or bool(legal_forms(key(name))))


def _is_written_big(words: list[str]) -> bool:
    return all(_BIG.search(word) or key(word) in _PARTICLES or not word[:1].isalnum() for word in words)


def _may_be_small(words: list[str], says: list[str]) -> bool:
    """ "zeta", "osprey logistics gmbh": nothing that only sentences hold."""
    named = [word for word in words if key(word) not in _PARTICLES]
    return len(says) == len(named) and may_be_alias(" ".join(words))
