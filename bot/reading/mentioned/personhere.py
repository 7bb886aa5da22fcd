"""Whether a name that is a word or a month as well is somebody here: "april says", not "by april"; "will m: …", not "will i"."""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.naming.called import is_common
from bot.reading.people.atwork import WORDS
from bot.reading.words.openverbs import acts_on_something

MODALS = frozenset({"will", "may", "can"})

_SUBJECT = re.compile(r"(?:\b(?:she|he|they|we|i|it|you|who|which|that|this|there|not)|[,;])\s*$", re.IGNORECASE)

_BEFORE_DATE = re.compile(
    r"\b(?:in|by|until|till?|since|before|after|mid|early|late|of|from|thru|through|next|last|this)[\s-]*$"
    r"|\b(?:sheet|numbers|figures|report|budget|forecast|invoice|bill|data|results|plan|target|quota|expenses)s?\s+for\s+$"
    r"|(?<!/)(?<!/\d)\d(?:st|nd|rd|th|\.)?\s+(?:of\s+)?$",
    re.IGNORECASE,
)

_ACTS = re.compile(
    r"^(?:['’](?:s|ll|d)\b|\s*[(:/–@+&]|\s+[-–]\s|,?\s+(?:(?:at|from|w/|with)\b|(?:is|was|has|had|will|won['’]?t|would|says?|said|wants?|needs?|told|thinks|asked|agreed|promised"
    r"|loved?|likes?|liked|sent|got|left|went|rang|wrote|hung|blew\s+(?:off|me|us)|stood\s+(?:me|us)|no[\s-]?showed|called|came|took|gave|met|to|gets|brings|expects|(?:counter)?signs|decides|joins|now\s+(?:says?|said|wants|thinks|needs|asks|has|signs)|isn['’]?t|can['’]?t|hasn['’]?t|didn['’]?t|still|not|replied|confirmed|(?:e-?mails|mails|texts|calls|rings|pays|returns|reviews|checks|forwards|hands|drops|posts|uploads)\s+(?:me|us|it|a|an|the|her|his|over|them|back|by)|(?:is\s+|['’]s\s+)?(?:off|out|away|ooo|sick|ill)\b(?=.*\b(?:sick|until|till?|back|thru|through|today|this|leave|holiday|next)\b)|\w{3,}e[sd])\b))",
    re.IGNORECASE,
)  # fmt: skip

_AT_THEIRS = re.compile(
    r"^\s+(?:at|from|of|@)\s+(?!the\s+(?:earliest|latest|end)|earliest|latest|noon|least|last)[^\W\d]", re.IGNORECASE
)  # "from jan at ferro", not "jan at 10"

_TRIED = re.compile(r"\b(?:(?:call|r[ia]ng|try)(?:ing|ed)?|tried|reach|phone|tt|met|chase|ping|vm.d) +$", re.IGNORECASE)

_WROTE = re.compile(
    r"\b(?:e-?mail|mail|msg|message|text|txt|note|reply|word|vm|voicemail|call)\s+(?:back\s+)?from\s+$", re.IGNORECASE
)

_AGAIN = re.compile(r"^\s+(?:again|agn)\b", re.IGNORECASE)

_DIALLED = re.compile(
    r"\b(?:called|rang|tried|phoned|vm.d) +$", re.IGNORECASE
)  # who is still to be called may be a bill

_TIMES = re.compile(r"^\s+(?:twice|\d{1,2}\s?(?:x|times))\b", re.IGNORECASE)

_DOES = re.compile(
    r"(?:['’]s\b|\s*[(:@]|\s+(?:is|was|has|said|says|wants|needs|told|thinks|asked|agreed|(?:does|did|is|was|has|wo|ca|would|could)n['’]?t|\w+ed|\w{2,}s)\b)",
    re.IGNORECASE,
)

_OBJECT = re.compile(
    r"^\s+(?:(?:it|this(?!\s+(?:week|wk|month|morning|am|pm|afternoon|evening|time|quarter|year)\b)|that(?!\s+(?:the|an?|my|our|her|his|their|i|we|she|he|they|it|there)\b)|them|me|us)\b(?!(?:['’](?:s|ll|d)|\s*(?:is|was|will|said))\b)|(?:until|till?)\s)",
    re.IGNORECASE,
)  # "park it" is no Ms Park

_TOLD = re.compile(
    r"\b(?:sent|told|asked|gave|emailed|e-?mailed|em['’]?d|texted|txt['’]?d|reminded|nudged|owe|showed)\s+$",
    re.IGNORECASE,
)

_SPOKE = re.compile(
    r"\b(?:(?:spoke|talked|chatted)\s+(?:to|with|w/)\s*|(?:em['’]?d|txt['’]?d|asked|reminded|thanked)\s+)$",
    re.IGNORECASE,
)

_WITH = re.compile(
    r"(?:\bw/\s*|\b(?<!compared\s)(?<!along\s)(?<!starting\s)(?<!start\s)(?<!deal\s)with\s+|\btt\s+|\b(?:spoke|talked|spoken|chat|call|word|talk|convo|line)\s+(?:to|with|from)\s+)$",
    re.IGNORECASE,
)

_OF_A_DATE = re.compile(
    r"^\s*(?:\d|(?:numbers|figures|budgets?|deadline|start|launch|results|sales|delivery|holidays?)\b)", re.IGNORECASE
)

_A_THING = re.compile(r"^\s+(?:the|an?|my|our|one|this|that|it|his|her)\b", re.IGNORECASE)

_BEGINS = re.compile(r"(?:^|[.,;:!?]\s|\s[-–—]\s|\b(?:and|but)\s)$", re.IGNORECASE)  # no modal begins a clause

_AT_FIRM = re.compile(r"\s+(?:at|from|@)\s", re.IGNORECASE)

REACH = 40  # characters beside a name that tell whether it is one

Word = tuple[int, int, str]


def is_initial(text: str, words: Sequence[Word]) -> bool:
    """ "april s.", "Fiona M", "will m: …": not "will i", "Mark A", "in may i."."""
    (before, end, _), (start, after, letter) = words[-2:]
    if text[end:start].strip() or (words[0][2] in WORDS and _BEFORE_DATE.search(text[max(0, before - REACH) : before])):
        return False
    is_told = (
        text[start].isupper()
        or text[after : after + 1] == ":"
        or bool(_DOES.match(text, after) or _AT_FIRM.match(text, after))
    )
    return text[after : after + 1] == "." or (is_told and letter not in {"a", "i"})


# Whose else it is than somebody's, be the name a word: "mays boss".
_OF_A_PERSON = re.compile(
    r"\s+(?:boss|manager|assistant|lawyer|team|office|partner|wife|husband|brother|sister|son|daughter|desk|cell|mobile|voicemail|vm|inbox|ea|pa)\b"
)
_OWNED = re.compile(r"\s+(?!(?:and|or|to|of)\b)[a-z]")
_SHORTEST = 3  # letters with its s: "jos line"


def owner_of(word: str) -> str:
    """Whose it may be, typed without an apostrophe: "quentins" is Quentin's; empty where a word is no such."""
    is_one = len(word) >= _SHORTEST and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_one else ""


def owns_here(text: str, word: Word) -> bool:
    """ "beths bday", and no "bills", "marks" or "parks": the name is no word itself, unless only a person has what follows."""
    owner = owner_of(word[2])
    if owner and _OF_A_PERSON.match(text, word[1]):
        return True
    is_name = bool(owner) and owner not in WORDS and owner not in MODALS and not is_common(owner)
    return is_name and base_verb(word[2]) is None and bool(_OWNED.match(text, word[1]))


def is_person_here(text: str, word: Word) -> bool:
    """Whether a name that is a word or a month as well is somebody here: "april says", not "by april", "may reply"."""
    start, end, plain_word = word
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if text[start].islower() and _OBJECT.match(after):
        return False
    if plain_word not in WORDS and base_verb(plain_word) is None:
        return True
    if (
        plain_word in MODALS
        and text[start].islower()
        and not (_WITH.search(before) or _SPOKE.search(before) or (_BEGINS.search(before) and _AT_FIRM.match(after)))
        and (_SUBJECT.search(before) or not _DOES.match(after))
    ):
        return False
    if (plain_word not in MODALS or _BEGINS.search(before)) and (
        (_AT_THEIRS.match(after) and (before.endswith("from ") or not _BEFORE_DATE.search(before)))
        or (_TRIED.search(before) and _AGAIN.match(after))
        or (_DIALLED.search(before) and _TIMES.match(after))
    ):
        return True
    if text[start].isupper() and _TOLD.search(before) and _A_THING.match(after):
        return True  # "Sent Bill the deck"
    if _WITH.search(before) and not _OF_A_DATE.match(after):
        return True  # "Long one w/ Bill."
    if _WROTE.search(before) or _SPOKE.search(before):
        return True  # "email from april: …"
    acts = (
        _ACTS.match(after)
        or (_BEGINS.search(before) and acts_on_something(after))
        or text[start:end].endswith(("'s", "’s"))
    )
    return bool(acts) and not _BEFORE_DATE.search(before)
