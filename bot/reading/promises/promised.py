"""A clause that promises becomes what is promised and by when. A day that cannot be read is said, never mailed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot.model import Side
from bot.phrases import act_of, base_phrase, base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import clause_of
from bot.reading.grammar.firmness import is_inside, is_soft
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.speech import NAME


@dataclass(frozen=True)
class Promised:
    """One promise. `text` fits after "to"; where that cannot be said it is the act as typed, or else the raw clause."""

    side: Side
    text: str
    due: DateReading | None
    soft: bool
    raw: str
    again: bool = False  # not kept by its day, and promised for another one
    instead: bool = False  # for a day instead of another
    asked: bool = False  # they asked us for it, or it has to go out: ours, whoever says so
    typed: str = ""  # the clause in its own language, where `raw` is in English
    who: str = ""  # of theirs: the person whom the line names as the one who does it


_WILL_DO = re.compile(
    r"^(?:and\s+)?(?:(?:i|we)(?:['’]ll)?\s+)?(?:(?:will|can|shall|gonna)\s+)*(?:do|doing)(?:\s+(?:it|that|so))?$|^(?:(?:and|but|then)\s+)*(?:(?:she|he|they)(?:['’](?:ll|s|re)|\s+will|\s+is|\s+are)?\s+)?(?:does|do|doing|handles|gets?)\s+(?:it|that|this|so)(?:\s+done)?$|^(?:and\s+)?(?:(?:she|he|they)\s+)?(?:has\s+|have\s+)?(?:promised|promises|swore|swears|vows|committed\s+to)(?:\s+(?:it|that|this|them|both))?$|^(?:and\s+)?(?:(?:i|we|she|he|they)\s+)?(?:(?:has|have|['’](?:s|ve))\s+)?promised(?:\s+(?:it|that|this|them|her|him|me|us|both))*(?:\s+for)?$|^(?:and\s+)?(?:(?:the|a)\s+)?new\s+(?:date|day|eta|target|deadline)(?:\s+is(?:\s+now)?)?$",
    re.IGNORECASE,
)
# "I redo the numbers, back to her by Wed": where it goes by then.
_BACK_TO_THEM = re.compile(
    rf"^(?:(?:and|then)\s+)*(?:(?:back|over|out|on|up)\s+)?(?:to|with)\s+(?:her|him|them|{NAME})$", re.IGNORECASE
)
_THEN = re.compile(r"\s+(?:then|afterwards?|after that|by then|there)$", re.IGNORECASE)
_TWO_ACTS = re.compile(
    rf"^(?P<who>(?:(?:and|but|then|so)\s+)*(?:{NAME}|\S+))\s+(?P<first>.+?)\s+(?:and|&)\s+(?:then\s+)?(?P<second>(?P<verb>[a-z]+)\s+.+)$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"(?:\s+(?:by|on|next|this|until))*\s+(?P<word>[A-Za-z0-9]{4,10})(?:\s+(?:morning|afternoon|evening|am|pm|eod))?$"
)
_DAY_WORDS = (
    "tomorrow", "today", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SLANG = frozenset({"tonite", "2night", "tomoz", "tmoro", "tmoz", "2moro", "2mrw", "2morrow", "2moz", "2mrow"})
_NOT_A_DAY = re.compile(
    r"\b(?:the|an?|our|your|her|his|their|my|mr|mrs|ms|dr)\.?$", re.IGNORECASE
)  # "visit the Sundry"
_ALIKE = 79.0  # rapidfuzz points: "tomorow", "firday", "wensday"; not "money", "sandy", "holiday"


_GOES = re.compile(r"^go\s+[\"'‘“]")  # "she goes 'let me see'"
_NOTHING = frozenset("do be have make get go come let take give keep put see try look wait agree".split())


# "will circle back soon": what nobody can be held to, without a day.
_IN_TOUCH = re.compile(
    r"(?:(?:circle|loop|swing)\s+(?:back|round)|follow\s+up|reach\s+out)(?:\s+(?:to|with)\s+(?:me|us))?(?:\s+(?:soon|shortly|later|at\s+some\s+point))?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"^(?:(?:i|we|she|he|they|it|(?-i:[A-Z][\w-]+))\b\s*)?(?:['’](?:ll|d|s|re|m|ve))?\s*(?:(?:will|would|shall|should|can|could|may|might|must|is|are|going|gonna|to|has|have|need|needs|promised|agreed)\b\s*)*$",
    re.IGNORECASE,
)


_SOON = re.compile(r"\s+(?:asap|soon|right\s+away|shortly|quickly|too|as\s+well)$")


def stays_in_touch(phrase: str) -> bool:
    return bool(_IN_TOUCH.fullmatch(phrase.strip(" .!")))


def says_nothing(phrase: str) -> bool:
    """ "can do Friday": a verb alone that promises nothing without its object; "she'll": not even that."""
    return _SOON.sub("", phrase.lower()) in _NOTHING or bool(_GOES.match(phrase)) or bool(_AUXILIARY.match(phrase))


# "so 3/19", "so sat latest", "Fri at the latest": only when.
_SO_WHEN = re.compile(r"^(?:and\s+)?(?:so|meaning|that['’]?s|which\s+is|i\.?e\.?)(?:\s+(?:by|on|for))?$", re.IGNORECASE)
_LATEST = re.compile(r"\s+(?:now|(?:at\s+the\s+)?latest|max|tops)[\s.!]*$", re.IGNORECASE)


def corrects_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "so 3/19", be it that a day was told before."""
    return is_its_day(clause, dates) and bool(_SO_WHEN.match(clause[: dates[0].start].strip()))


def narrows_day(due: DateReading | None, clause: str, dates: Sequence[DateReading]) -> bool:
    """ "in March, by the 27th": a day within the period that was told."""
    day = dates[0] if len(dates) == 1 and not clause[: dates[0].start].strip(" ,") else None
    if due is None or not (due.first_on and due.on) or day is None or day.on is None:
        return False
    return day.first_on is None and due.first_on <= day.on <= due.on and ends_with_day(clause, day.end)


def is_its_day(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "will do tmrw morning": the day of what was promised just before."""
    bare = _LATEST.sub("", clause)
    if len(dates) != 1 or not ends_with_day(bare, min(dates[0].end, len(bare))):
        return False
    before = clause[: dates[0].start].strip()
    is_alone = not before and bare != clause
    return bool(is_alone or _WILL_DO.match(before) or _BACK_TO_THEM.match(before) or _SO_WHEN.match(before))


_SENDING = re.compile(
    r"^(?:(?:and|so|also)\s+)*(?:re-?)?(?:sending|emailing|mailing|texting|posting|shipping|forwarding)(?:\s+(?:it|them|both|all|that|over|across|out|off))*$",
    re.IGNORECASE,
)


def is_sent_then(side: Side, clause: str, dates: Sequence[DateReading]) -> bool:
    """ "i owe him the datasheet, sending 2nite": the day of what we promised just before."""
    return side is Side.ours and len(dates) == 1 and bool(_SENDING.match(clause[: dates[0].start].strip()))


_WANTED_THERE = re.compile(
    r"^(?:(?:and|so)\s+)*(?:(?:she|he|they)\s+)?(?:(?:still|just|really)\s+)*(?:wants?|needs?|(?:hopes?|aims?|plans?|wants?|needs?|has)\s+to\s+(?:have|get|see))\s+(?:it|that|this|them)\s+(?:all\s+)?(?:(?:in\s+front\s+of|past|thr(?:u|ough)|before|to|with)\s+(?!(?:her|him|them|me|us)\b)\w[\w'’ -]*|(?:done|ready|finished|signed|approved|filed|out|in|off)(?:\s+(?:with|by|to)\s+(?!us\b|me\b)\w+)?)$",
    re.IGNORECASE,
)


def is_wanted_then(side: Side, clause: str, dates: Sequence[DateReading]) -> bool:
    """ "he drafts the case, wants it in front of the owner by Fri": his act and his wish have one day."""
    is_by = side is Side.theirs and len(dates) == 1 and ends_with_day(clause, dates[0].end)
    return is_by and bool(_WANTED_THERE.match(clause[: dates[0].start].strip()))


_BESIDE = re.compile(
    r"^(?:i|we)(?:['’](?:ll|d))?\s+(?:will\s+|would\s+|(?:have|need)\s+to\s+)?(?:loop|copy|bring|introduce|check|speak|talk|ask|book)\b",
    re.IGNORECASE,
)
_OTHER_ACT = re.compile(r"^(?:send|e-?mail|share|forward|call|ring|book|prepare|draft|write)\b", re.IGNORECASE)


def acts_of(clause: str, dates: Sequence[DateReading]) -> Iterator[str]:
    """ "he's gonna talk to his brother and ring me back on the 4th": two acts, when the day is the second's alone."""
    found = _TWO_ACTS.match(clause)
    second = _second_act(found) if found else ""
    if found and second and dates and dates[-1].start > found.start("second"):
        first, is_dated = f"{found['who']} {found['first']}", any(day.end <= found.end("first") for day in dates)
        is_by = dates[-1].text.lower().startswith("by ")
        if not is_dated and _WE_ACT.match(first) and _ONLY_BACK.match(clause[found.start("second") : dates[-1].start]):
            yield f"{first} {dates[-1].text}"
            return
        if is_by and not is_dated and _BESIDE.match(first) and _OTHER_ACT.match(second):
            yield f"{first} {dates[-1].text}"
            yield f"{_bare(found['who'])} will {second}"
            return
        if is_dated or is_soft(base_phrase(first) or ""):
            yield f"{first} {dates[-1].text}" if is_by and not is_dated else first
            yield f"{_bare(found['who'])} will {second}"
            return
    if found and second and dates and dates[-1].end <= found.end("first") and _LATER_ON.search(second):
        yield f"{found['who']} {found['first']}"
        yield f"{_bare(found['who'])} will {second}"
        return
    yield clause


# "I'd run it past credit & be back by midday": with what came of it.
_WE_ACT = re.compile(r"(?:(?:and|but|then|so)\s+)*(?:i|we)\b", re.IGNORECASE)
_ONLY_BACK = re.compile(
    r"(?:be|get|come|circle|report)\s+back(?:\s+(?:to|with)\s+(?:her|him|them))?\s*$", re.IGNORECASE
)
# "confirms by Wed and comes back to me after their stocktake": the day is that of the first alone.
_LATER_ON = re.compile(
    r"\s(?:after|once|when|following|as\s+soon\s+as)\s+(?:the|their|his|her|our|she|he|they|it|that|i|we)\b",
    re.IGNORECASE,
)


def _second_act(found: re.Match[str]) -> str:
    """ "talk to him and ring me", "shows him & has his answer": the act behind the "and", with a plain verb."""
    verb = found["verb"].lower()
    plain = "have" if verb == "has" else base_verb(verb)
    is_alike = plain == verb or found["first"].split()[0].lower().endswith("s")
    return (
        f"{plain}{found['second'][len(verb) :]}" if plain and is_alike and (plain == verb or verb.endswith("s")) else ""
    )


def _bare(who: str) -> str:
    return re.sub(r"['’].*", "", who)


_TELLS_US = re.compile(
    r"^(?:let (?:me|us) know|keep (?:me|us) (?:posted|informed|updated|abreast|up to date|in the (?:loop|picture))|(?:get|come|circle|report) back(?: (?:to|with) (?:me|us)| (?:after|once|when|in) .*|$)|be in touch|reach out(?: to (?:me|us)|$)|tell (?:me|us))\b",
    re.IGNORECASE,
)
_RINGS_US = re.compile(
    r"^(?:call|ring|phone|text|contact|e-?mail) (?:me|us)(?: back| again| then| some ?time| soon| when \w+)?$",
    re.IGNORECASE,
)


def tells_us(phrase: str) -> bool:
    """What they have thought, talked or asked about by then."""
    return bool(_TELLS_US.match(phrase) or _RINGS_US.match(phrase))


_NEEDS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:\S+)\s+(?:must|(?:needs?|has|have|had)\s+to)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE
)


def is_only_needed(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "I need to beat 14k": how things are, and nothing that anybody does by a day."""
    found = _NEEDS.match(clause)
    return found is not None and not dates and (base_verb(found["verb"]) is None or found["verb"].lower() == "be")


_PICTURES = re.compile("\\s*[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]+")  # "sends the PO 😀"
# What "by" and "to me" are where only the verb was put into English: no part of the thing.
_UNTIL_ABROAD = re.compile(
    r"\s+(?:bis(?:\s+(?:zum|spätestens))?|spätestens|pour|avant|entro|tegen|senest|senast|inden)\s*$"
)
_TO_WHOM_ABROAD = re.compile(
    r"\b(?:mir|uns|ihm|ihnen|hem|ons|oss|ihr(?=\s+(?:das|der|die|den|einen?|eine)\b))\s+(?=(?:bis\s+)?\S+\s+\S)"
)


# "Lets me know or so": no part of what is done.
_OR_SO = re.compile(r"\s+or\s+(?:so|something|some\s*such|sth|smth|whatever|the\s+like)$", re.IGNORECASE)


def promised(clause: str, side: Side, dates: Sequence[DateReading], before: DateReading | None = None) -> Promised:
    """`before` is the day named last in the line, to which "then" points."""
    due = dates[-1] if dates else None
    bare = _without_day(clause, due) if due else clause.strip(" .,;")
    bare = _OR_SO.sub("", _without_doer(_TO_WHOM_ABROAD.sub("", _PICTURES.sub("", bare)).strip()))
    then = _THEN.search(bare) if due is None and before else None
    if then and before:
        due, bare = replace(before, not_before=False), bare[: then.start()]
    phrase = base_phrase(bare)
    unread = _misspelt(phrase or bare) if due is None else None
    if unread:
        due = DateReading(text=unread["word"], problem=f"I can't read “{unread['word']}” as a day.")
        bare = (phrase or bare)[: unread.start()]
        phrase = base_phrase(bare)
    is_vague_call = due is None and bool(_RINGS_US.match(phrase or ""))
    soft = is_vague_call or (is_soft(phrase or bare) and not (due and is_inside(phrase or bare)))
    if due and due.not_before and due.on:
        due = replace(due, on=None)
    return Promised(side, phrase or act_of(bare) or " ".join(bare.split()).strip(" .,;"), due, soft, clause)


def _without_doer(bare: str) -> str:
    """ "Mark sends it", "Kees de Vries sends it" -> "sends it": such names are no part of the promise."""
    name = clause_of(bare).name
    is_odd = bool(name) and (base_verb(name.split()[0]) is not None or not name.istitle())
    return bare.removeprefix(name).strip() if is_odd else bare


def _without_day(clause: str, day: DateReading) -> str:
    """ "in Thursday's board meeting" -> "in the board meeting"."""
    before, behind = _UNTIL_ABROAD.sub("", clause[: day.start]), clause[day.end :]
    whose = "the" if _IN.search(before) else ""
    return f"{before} {_ITS.sub(whose, behind)}".strip()


_IN = re.compile(r"\b(?:in|at|for|before|after|during|on|to)\s+$", re.IGNORECASE)
_ITS = re.compile(r"^['’]s\b")


def _misspelt(phrase: str) -> re.Match[str] | None:
    """A last word that looks like a day and is none."""
    found = _LAST_WORD.search(phrase)
    if not found or _NOT_A_DAY.search(phrase[: found.start()]):
        return None
    word = found["word"].lower()
    near = word in _SLANG or any(fuzz.ratio(word, day) >= _ALIKE for day in _DAY_WORDS)
    return found if near and word.removesuffix("s") not in _DAY_WORDS else None
