"""A name as a key: without case, accents, punctuation and invisible characters. A legal form is only set aside to compare.

Two companies of a group may differ in nothing but the form ("Hettinger LLC", "Hettinger and Sons"), so a key keeps it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.model import Contact, Deal

_LONGEST_NAME = 6  # words
_FORMS = {
    "incorporated": "inc", "corporation": "corp", "limited": "ltd", "company": "co", "aktiengesellschaft": "ag",
    "kommanditgesellschaft": "kg", "private": "pvt",
}  # fmt: skip
_WRITTEN_OUT = {
    "gesellschaft mit beschrankter haftung": "gmbh", "public limited company": "plc", "limited liability company": "llc",
    "limited liability partnership": "llp", "sociedad anonima": "sa", "societe anonyme": "sa", "societa per azioni": "spa",
    "naamloze vennootschap": "nv", "besloten vennootschap": "bv",
}  # fmt: skip
_LEGAL = frozenset(
    "gmbh ag kg ohg ug se inc llc llp ltd plc corp co bv bvba nv sa sas sarl eurl srl srls spa snc sl slu lda ltda oy oyj"
    " ab as asa aps kft zrt sro doo pty pvt pte sdn bhd kk".split()
) | {*_FORMS}
_OUT = re.compile(r"\b(?:" + "|".join(_WRITTEN_OUT) + r")\b")
_SINGLE = re.compile(r"\b\w(?: \w)+\b")
# Letters that no accent is taken from, as people type them on a keyboard without them.
_ASCII = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_AROUND = frozenset("the a my our their things thing stuff with at over deal account".split())
_GENITIVE = re.compile(r"(?<=['’])S\b")
_SLIP = re.compile(r"(?<=\w)[^\w\s&/,;:–—-]+(?=\w)")


# In four languages of ours and those that names come in: by such words alone nobody is named. "The Daily Grind" said in full is a name.
_SMALL = frozenset(
    "the a an for from of in on at by to with and or as is it its if so no not my our your his her their me us you we i he she they this that up out off over new all any"
    " van de den der het een te op voor met bij naar aan uit il la le lo les el los las un une una du da di dos des del della et und fur von zu im am auf mit og av til pa som i den det en ett"
    " fra ved hos att och med till s d l".split()
)


def says_a_name(words: Iterable[str]) -> bool:
    """Whether one of them is more than "the", "for" or "van"."""
    return any(word not in _SMALL for word in words)


@lru_cache(20_000)  # the names of a member's deals are asked for again with each line
def key(name: str) -> str:
    """A name without case, accents, punctuation and invisible characters; one that is nothing but emoji is these."""
    plain = name.lower() if name.isascii() and name.isprintable() else _folded(name)
    return " ".join(re.sub(r"[^\w&]+", " ", plain).split()) or _emoji(plain)


def _emoji(plain: str) -> str:
    return "" if plain.isascii() else "".join(c for c in plain if unicodedata.category(c) == "So")


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf", "Cc"})


def as_name(said: str) -> str:
    """As it was typed; all small letters are a name in a hurry: "karin ek", and "friday's catch" has one capital a word."""
    return _GENITIVE.sub("s", said.title()) if said.islower() else said


def person_key(name: str) -> str:
    """A person's name as a key, the first name first: "Reyes, Dana" is "dana reyes"."""
    last, comma, first = name.partition(",")
    return key(f"{first} {last}") if comma else key(name)


def turned(person: str) -> str:
    """A key with the first name behind: "reyes dana", "van der berg anna"; empty for one word."""
    first, _, last = person.partition(" ")
    return f"{last} {first}" if last else ""


def read_turned(person: str) -> str:
    """Whom a key may mean that has the last name first: of more than two words nobody knows where it ends."""
    return turned(person) if person.count(" ") == 1 else ""


def typed_keys(name: str) -> tuple[str, ...]:
    """What may have been meant by a name as typed: a mark inside a word may part two words, or be a slip ("Sc,hmidt"); "things
    with Acme" is Acme."""
    ways = (name, _SLIP.sub("", name), re.sub(r"(?<=\w)[,;:](?=\w)", "", _SLIP.sub("", name)))
    keys = [folded(key(way)) for way in ways]
    alone = (" ".join(word for word in way.split() if word not in _AROUND) for way in keys[:1])
    return tuple(dict.fromkeys(way for way in (*keys, *alone) if way))


def folded(name_key: str) -> str:
    """A key with the letters that a keyboard may lack written as two plain ones, or one."""
    return name_key if name_key.isascii() else name_key.translate(_ASCII)


_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)


def in_two_letters(name: str) -> str:
    """ "Jürgen" as a keyboard without such letters writes it: "Juergen"."""
    return name if name.isascii() else unicodedata.normalize("NFC", name).translate(_TWO_LETTERS)


def words_of(query: str) -> list[str]:
    """The words that a deal must be found by when its name is `query`, however that is written."""
    return key(query).split()


def first_word_of(text: str) -> list[str]:
    """The word that a deal must be found by when its name stands at the beginning of the text."""
    return words_of(" ".join(text.split()[:_LONGEST_NAME]))[:1]


def found_by(deal: Deal, people: Iterable[Contact]) -> str:
    """Everything a deal is known by, as keys, one a line; the first is its company, or its title without one."""
    names = (
        deal.company or deal.title,
        deal.title,
        *deal.former_names,
        *deal.aliases,
        *(person.name for person in people),
    )
    return "\n".join(dict.fromkeys(map(key, names)))


def company_key(name: str) -> str:
    """A company's name without its legal form: "Acme Ltd." and "ACME" are one."""
    return bare(key(name))


def bare(name_key: str) -> str:
    """A key without its legal forms, wherever they stand; nothing but a form stays as it is."""
    kept = [word for word in _joined(name_key) if word not in _LEGAL]
    return " ".join(kept) or name_key


def legal_forms(name_key: str) -> frozenset[str]:
    """The legal forms in a key, each in its short writing."""
    return frozenset(_FORMS.get(word, word) for word in _joined(name_key) if word in _LEGAL)


def _joined(name_key: str) -> list[str]:
    """The words, with "s a r l" (S.A.R.L.) and forms that are written out as one."""
    words = name_key.split()
    if len(words) > 2:  # noqa: PLR2004 - the shortest form that is written out, behind a name
        words = _OUT.sub(lambda found: _WRITTEN_OUT[found[0]], name_key).split()
    return _SINGLE.sub(_one_form, " ".join(words)).split() if any(len(word) == 1 for word in words) else words


def _one_form(found: re.Match[str]) -> str:
    whole = found[0].replace(" ", "")
    return whole if whole in _LEGAL else found[0]
