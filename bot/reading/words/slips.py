"""A call line in full words: short ones written out, the telling ones put right that a thumb misspells by one letter.

Of slips only small letters, and only what is no word of its own: "sendng" is sending, "sing" stays. Names are looked for by themselves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.phrases import VERBS, base_verb
from bot.reading.words.shortwords import SHORT

_TELLING = """
    answer answered message messages voicemail again call called calling confirm confirms confirmed send sends sending
    sent sample samples quote quotes contract proposal number review reviews reviewing approve approves approved signed
    forward forwards forwarding schedule scheduled meeting budget decide decides decision check checks cheaper carrier
    supplier promise promised asked asking would didnt doesnt wouldnt talked spoke left with will interested specs
    manager finance introduce brings bringing
""".split()
_WORDS = frozenset(  # what a slip of one of those would be, and is a word here or elsewhere, or a name
    """agin asks binging bings brigs brining brins carrer carrie confirme contact contrat didn dint doesn doest
    fiance financee froward gain leeft lift manage manger meting numer nummer poke promis quite quites quot
    secs seed sen sens set signe simple sined sing singed soke spec spies spoke suppler supplire taked taled
    talk wile wilt wold wouldn""".split()
)
_TYPED = re.compile(
    r"(?<![\w@./$€£#'’-])(?:[A-Za-z][A-Za-z0-9/'’]{1,11}|(?<=[a-z0-9]\s)n(?=\s[a-z]))(?![\w@/'’-]|\.\w)"
)


def _slips(word: str) -> Iterator[str]:
    """The first letter is typed right."""
    for at in range(1, len(word)):
        if 4 < len(word) > at + 1:  # noqa: PLR2004 - "cal": half is gone; "brin": it goes on
            yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] * 2 + word[at + 1 :]
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _made() -> Mapping[str, str]:
    known = _WORDS | frozenset(_TELLING)
    found = {slip: word for word in _TELLING for slip in _slips(word) if slip not in known and base_verb(slip) is None}
    return found | {"wil": "will", "wth": "with", "snet": "sent"}


_MEANT = _made()


# A word of another tongue as well, where one of these stands beside it.
_ABROAD = {
    "wil": frozenset("een de het graag niet geen hij zij ze offerte meer".split()),
    "sig": frozenset("han hon de på av till senast innan hør hör i".split()),
}
Typed = Mapping[str, frozenset[str]]  # by the word that is meant, how it was typed


# "email form Chloe": a message is from somebody.
_FORM = re.compile(
    r"\b(?<!the )(?<!\ba )(?<!\bher )(?<!\bhis )(?<!\btheir )(?:(?i:e-?mail)|(?i:note|text|call)) (?P<form>form)(?=\s+(?!(?i:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)[A-ZÀ-Þ])"
)


# "ill touch base": nobody is ill who does something.
_ILL = re.compile(
    rf"(?P<before>^|[,.;:!?(–-]\s*|\b(?:and|so|but|then|that)\s+)(?P<ill>ill)(?=\s+(?:(?:also|then|just|prob|probably)\s+)?(?:{'|'.join(sorted(VERBS))}|touch|circle|nudge|ping|chase|follow|reach|swing|pop|stop\s+by)\b)",
    re.IGNORECASE,
)


# "Dana goes no thanks": that is what she said.
_GOES = re.compile(
    r"(?<=\w )goes(?=[\s,]+(?:no|nope|nah|yes|yeah|yep|sure|fine|ok(?:ay)?|maybe|not|we|sorry|I)\b(?!\s+(?:further|where)))",
    re.IGNORECASE,
)


# "EOD Th", "by Tu 17": two letters of a day, where nothing else can stand.
_TWO_OF_A_DAY = re.compile(r"(?<=\s)(?P<day>Th|Tu)(?=\s+\d{1,2}\b|\s*(?:$|[;,.]))")
_WHOLE_DAY = {"Th": "Thu", "Tu": "Tue"}


def mended(text: str, names: Iterable[str] = ()) -> tuple[str, Typed]:
    """The text with its short words and slips put right, and which they were. A word of one of `names` stays."""
    typed: dict[str, frozenset[str]] = {}
    if _ILL.search(text):
        text, typed["i'll"] = _ILL.sub(r"\g<before>i'll", text), frozenset({"ill", "Ill"})
    for short in {found["day"] for found in _TWO_OF_A_DAY.finditer(text)}:
        typed[_WHOLE_DAY[short].lower()] = frozenset({short})
    text = _TWO_OF_A_DAY.sub(lambda found: _WHOLE_DAY[found["day"]], text)
    if _GOES.search(text):
        text, typed["says"] = _GOES.sub("says", text), frozenset({"goes"})
    if _FORM.search(text):
        text, typed["from"] = (
            _FORM.sub(lambda found: f"{found[0].removesuffix(found['form'])}from", text),
            frozenset({"form"}),
        )
    known = {word for name in names for word in name.lower().split()}

    def put_right(found: re.Match[str]) -> str:
        meant = SHORT.get(found[0].lower().replace("’", "'")) or _MEANT.get(found[0])
        if meant is None or found[0].lower() in known:
            return found[0]
        typed[meant] = typed.get(meant, frozenset()) | {found[0]}
        return meant

    words = _TYPED.findall(text)
    known |= {word for word, beside in _ABROAD.items() if word in words and not beside.isdisjoint(text.lower().split())}
    if not any(word in _MEANT or word.lower().replace("’", "'") in SHORT for word in words):  # as in most lines
        return text, typed
    return _TYPED.sub(put_right, text), typed


def written_out(text: str) -> str:
    return mended(text)[0]


def as_typed(words: str, typed: Typed, line: str) -> str:
    """What was said as it stands in the line: with the slips that it has there, and no other. A name keeps its capital."""
    low = words.lower()
    typed = {meant: slips for meant, slips in typed.items() if meant in low}
    if not typed:
        return words
    looked_for = r"\s+".join(map(re.escape, words.split()))
    for meant, slips in typed.items():
        whole = re.escape(r"\s+".join(map(re.escape, meant.split())))
        ways = "|".join(map(re.escape, (meant, *slips))).replace("\\", r"\\")
        looked_for = re.sub(rf"(?<!\w){whole}(?!\w)", rf"(?:{ways})(?!\\w)", looked_for)
    found = re.search(looked_for, line, re.IGNORECASE)
    if found is None:
        return _shortened(words, typed, line)
    ours, theirs = words.split(), found[0].split()
    if len(ours) != len(theirs):
        return found[0]
    return " ".join(one if one.lower() == other.lower() else other for one, other in zip(ours, theirs, strict=True))


def _shortened(words: str, typed: Typed, line: str) -> str:
    """A sentence that stands nowhere in the line still has its short words, where the line has no long ones."""
    for meant, (first, *others) in ((meant, sorted(slips)) for meant, slips in typed.items()):
        if not others and not re.search(rf"\b{re.escape(meant)}\b", line, re.IGNORECASE):
            words = re.sub(rf"(?<!\w){re.escape(meant)}(?!\w)", first, words)
    return words
