"""Who does an act that every tongue has words for, in whatever order they stand: "ich schicke es", "offerte stuur ik", "vil signere den".

The subject comes first, or behind its verb where the tongue turns them round, or is left out; the thing keeps its words.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.phrases import base_verb
from bot.reading.languages.daysabroad import LEADING, tells_when, words_in
from bot.reading.languages.tonguetables import ACTS, OURS, THEIRS, TURNED, VERBS, WILL, Acts, Form
from bot.reading.naming.persons import FIRST_NAMES, TITLES
from bot.reading.words.speech import NAME

_LEAD = re.compile(
    r"^(?:(?:und|et|y|e|en|og|och|and|but|then|so|dann|puis|luego|poi|så|dan|da|dus|maar|men)\s+)+(?=\w)", re.IGNORECASE
)
_NAME = re.compile(rf"(?:(?!(?:Cannot|Can|Never|Must|Not|Please|Who|To|No|Nobody|Both|All|We|I)\b){NAME})(?=\s)")
_ELIDED = re.compile(r"\b(?P<who>[jm])['’](?=\w)", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:hver|hvert|varje|elke|iedere|jede[nrms]?|chaque|cada|ogni|altijd|immer|alltid|toujours|siempre|sempre)\b",
    re.IGNORECASE,
)
_ABOUT_IT = frozenset("det den dette os oss es het erover".split())
_SELF = frozenset("sig seg sich zich".split())
_TO_WHOM = frozenset(
    "ihm ihr ihnen mir uns lui leur nous vous me m' te t' le les ti gli ci mi nos os hem haar hen mij ons ham hende henne honom mig meg oss dig deg dem sich zich seg sig".split()
)
# "ce lo manda", "te le envío": to whom and what, before the verb.
_BEFORE_A_VERB = frozenset("ti te le gli vi os les ce ci me mi lo la li nos nous se glielo gliela glieli".split())
_BACK = frozenset("an zurück terug tilbake tilbage tillbaka igen igjen opp upp op weer wieder".split())
_TELLING = VERBS | WILL
_THEN = frozenset("så dann dan alors entonces allora".split())
_ASKS = frozenset("send stuur mail schick gib giv gi geef ge".split())
_NEEDS_IT = frozenset({"send", "bring", "deliver", "order", "check", "confirm", "approve"})
_SENDS_IT = frozenset({"send", "bring", "deliver", "prepare", "price", "check", "make", "give"})
# What stands behind a verb with nobody before it: a thing of that tongue, or a day.
_THING = re.compile(
    r"(?:sich|el|la|los|las|il|lo|gli|le|una?|das|die|den|der|uns|mir|ihm|ihr|ihnen|ein|eine|einen|alles|les|nous|du|de|het|een|ons|mij|os|i(?=\s+\w+i\b)|as|oss|en|et|ett|det|dem)\s+\S|l['’]\w|[a-zæøåäö]{4,}(?:ene|en|et|erne|arna)\s|(?-i:[A-ZÄÖÜ])\w{3,}",
    re.IGNORECASE,
)

_ARTICLE = re.compile(
    r"(?:die|das|den|der|eine?n?|de|het|een|en|et|ett|det|el|las?|los|il|lo|les?|un[ea]?)\s+\S", re.IGNORECASE
)


def acts_abroad(clause: str) -> str:
    """ "offerte stuur ik Monday" -> "I will send offerte Monday"; empty where nobody does any of these acts."""
    if _TELLING.isdisjoint(words_in(clause)) or "?" in clause or _HABIT.search(clause):
        return ""
    words = [one for one in _ELIDED.sub(r"\g<who>' ", _LEAD.sub("", clause)).split() if one.lower() not in _SELF]
    words = _as_one(_day_last(words))
    return (_turned(words) if _is_fronted(words) else "") or _straight(words) or _turned(words) or _alone(words)


# "sein Chef entscheidet", "la direction valide": who of theirs; a thing does none of these acts.
_WHOSE = frozenset(
    "sein seine ihr ihre zijn haar hun hans hennes hendes deres deras sa son leur su sus suo sua".split()
)
_THE = frozenset("der die das le la il el de".split())
_WITH_THE_SAY = frozenset(
    "chef chefin vorstand gremium einkauf leitung geschäftsführung geschäftsführer direktion buchhaltung rechtsabteilung patron patronne direction direction directeur directrice comité conseil "
    "capo direzione direttore consiglio comitato jefe jefa dirección director directora consejo baas directie directeur inkoop bestuur".split()
)


def _as_one(words: list[str]) -> list[str]:
    first, noun, verb = [word.lower() for word in words[:3]] if len(words) > 2 else ("", "", "")  # noqa: PLR2004
    verb = verb if first in _WHOSE or (first in _THE and noun in _WITH_THE_SAY) else ""
    who = next((one for one in sorted(THEIRS) if (one, verb) in ACTS), "")
    is_turned = words[3:4] and words[3].lower() in OURS | THEIRS  # "die Liste schickt er"
    return words if not who or is_turned or words[1].lower() in OURS | THEIRS else [who, *words[2:]]


_MOST_WORDS_OF_DAY = 2


def _day_last(words: list[str]) -> list[str]:
    """ "venerdì Giulia manda il contratto", "Bjørn fredag sender avtalen", "am Freitag schickt Jürgen den Vertrag" in their plain order."""
    name = _name_at(words, 0)
    at = len(name)
    long = next((n for n in (1, _MOST_WORDS_OF_DAY) if _is_day_alone(words[at : at + n])), 0)
    if not long or len(words) < at + long + 1:
        return words
    when, rest = words[at : at + long], words[at + long :]
    if name:
        return [*name, *rest, *when] if _is_act(rest[0]) else words
    if name := _name_at(rest, 0):
        behind = rest[len(name) :]
        return [*rest, *when] if behind and _is_act(behind[0]) else words
    name = _name_at(rest, 1) if _is_act(rest[0]) else []
    return [*name, rest[0], *rest[1 + len(name) :], *when] if name else words


def _name_at(words: Sequence[str], at: int) -> list[str]:
    """The words of a name that stands there."""
    name = _NAME.match(f"{' '.join(words[at:])} ")
    is_day = tells_when(words[at : at + 1]) and words[at].lower() not in _ALSO_PEOPLE
    return [] if name is None or is_day else [*words][at : at + len(name[0].split())]


def _is_day_alone(words: Sequence[str]) -> bool:
    last = words[-1].lower() if words else ""
    is_led = len(words) == 1 or words[0].lower() in _BEFORE_A_DAY
    return is_led and tells_when([last]) and last not in LEADING


_ALSO_PEOPLE = frozenset("jan april may mai june august".split())
_BEFORE_A_DAY = frozenset("am on på op le el il w we with den".split())


def _is_act(verb: str) -> bool:
    return ("a name", verb.lower()) in ACTS or verb.lower() in WILL


def _is_fronted(words: Sequence[str]) -> bool:
    """ "Freigabe gibt sie bis Mittwoch": a thing in front of its verb, with a capital; "Anke schickt sie" is Anke."""
    first, behind = words[0].lower() if words else "", [word.lower() for word in words[2:3]]
    return first not in FIRST_NAMES | TITLES | OURS | THEIRS and not (OURS | THEIRS).isdisjoint(behind)


def _straight(words: Sequence[str]) -> str:
    name = _NAME.match(" ".join(words))
    first = words[0].lower() if words else ""
    who, rest = (
        (first, words[1:])
        if first in OURS | THEIRS
        else ("a name", words[len(name[0].split()) :])
        if name
        else ("", [])
    )
    if not who:
        return ""
    rest = rest[1:] if len(rest) > 1 and rest[0].lower() in _TO_WHOM and (who, rest[1].lower()) in ACTS else rest
    subject = "I" if first in OURS else name[0] if name and who == "a name" else "they"
    if rest and rest[0].lower() in WILL:
        return _to_do(subject, rest[1:])
    return _told(subject, ACTS, who, rest)


def _turned(words: Sequence[str]) -> str:
    for at, (verb, who) in enumerate(pairwise(one.lower() for one in words)):
        if who not in OURS | THEIRS or (who in {"de", "dom"} and not tells_when(words[at + 2 :])):  # "sender de varer"
            continue
        subject = "I" if who in OURS else "they"
        front = list(words[:at])
        if front and _asks_first(front):  # "send en ordrebekræftelse så skriver jeg under": who asks for it signs
            subject, front = "they", []
        told = (
            _to_do(subject, words[at + 2 :], front)
            if verb in WILL
            else _told(subject, TURNED, who, [words[at], *words[at + 2 :]], front)
        )
        if told:
            return told
    return ""


def _asks_first(front: Sequence[str]) -> bool:
    first = front[0].lower()
    return len(front) > 1 and front[-1].lower() in _THEN and (first in _ASKS or ("to do", first) in ACTS)


def _alone(words: Sequence[str]) -> str:
    """ "stuurt de cijfers": of them; a form that only I have is of us, and what I would do for them."""
    words = words[next((at for at, word in enumerate(words) if word.lower() not in _BEFORE_A_VERB), 0) :]
    behind = " ".join(words[1:])
    is_sure = bool(words) and not words[0].isascii()
    if (
        not words
        or base_verb(words[0].lower())
        or not (is_sure or _THING.match(behind) or tells_when(words[1:]) or tells_when(words[2:]))
    ):
        return ""
    mine = _told("I", ACTS, "ours alone", words)
    does = mine.split()[2] if mine else ""
    if does == "call" and is_sure:
        return mine.removeprefix("I will ")
    return mine if does in _SENDS_IT else "" if mine else _told("they", ACTS, "alone", words)


def _to_do(subject: str, rest: Sequence[str], front: Sequence[str] = ()) -> str:
    """ "zal het contract vrijdag tekenen": the act stands behind, in the form of "to"."""
    for at, word in enumerate(rest):
        if ("to do", word.lower()) in ACTS:
            return _told(subject, ACTS, "to do", [word, *rest[:at], *rest[at + 1 :]], front)
    return ""


def _told(subject: str, acts: Acts, who: str, rest: Sequence[str], front: Sequence[str] = ()) -> str:
    forms = acts.get((who, rest[0].lower()), ()) if rest else ()
    form = next((one for one in forms if _part_at(rest, one)), None) or next(
        (one for one in forms if not one.parted), None
    )
    if form is None:
        return ""
    at = _part_at(rest, form) or len(rest)
    return _sentence(subject, form, [*rest[1:at], *rest[at + 1 :]], list(front))


def _part_at(rest: Sequence[str], form: Form) -> int:
    """Where the other half of "skriver … under" stands; "på" before a day is none."""
    at = next((at for at, word in enumerate(rest) if at and word.lower() == form.parted), 0)
    return 0 if tells_when(rest[at:]) and rest[at].lower() == "på" else at


def _when_first(words: list[str]) -> tuple[list[str], list[str]]:
    """(when, the thing) of "bis Freitag die Pläne"; no when where the thing stands first."""
    at = next((at for at in (1, 2, 3) if _ARTICLE.match(" ".join(words[at:])) and not tells_when(words[at:])), 0)
    return (words[:at], words[at:]) if at and tells_when(words[:at]) else ([], words)


def _sentence(subject: str, form: Form, rest: list[str], front: list[str]) -> str:
    """What stood in front is the thing, or says when and comes last."""
    to_whom = rest[:1] if rest and rest[0].lower() in _TO_WHOM and tells_when(rest[1:]) else []
    rest = rest[len(to_whom) :]
    when, thing = (
        (front, rest) if front and (tells_when(front) or front[0].lower() in LEADING) else ([], [*front, *rest])
    )
    if not when:
        when, thing = _when_first(thing)
    if form.does == "call":
        thing = [one for one in thing if one.lower() not in _BACK]
        whom = (
            ["them" if subject == "I" else "me"]
            if (tells_when(thing) or not thing) and (subject == "I" or to_whom)
            else []
        )
        return " ".join([subject, "will call", *whom, *thing, *when])
    if (
        form.does == "deliver"
        and (tells_when(thing) or not any(tells_when(thing[at:]) for at in range(len(thing))))
        and not (when and thing)
    ):  # the goods go on a day: which goods, nobody said
        return ""
    if form.does == "decide":
        thing = [one for one in thing if one.lower() not in _ABOUT_IT]
    it = ["it"] if form.does in _NEEDS_IT and (tells_when(thing) or not thing) and form.does in _SENDS_IT else []
    return " ".join([subject, "will", form.does, *it, *thing, *when])
