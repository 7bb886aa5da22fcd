"""Whose call it is: the name at the beginning of a line, or a question behind which the line is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards import Button, Reply
from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.creating import LONGEST_NAME
from bot.conversation.exchange import Exchange
from bot.conversation.finding import (
    another_at_start,
    deal_called,
    find_deal,
    known_there,
    meant,
    moved_in,
    name_at_start,
    named_in,
    searched,
)
from bot.conversation.logs.labels import labelled
from bot.conversation.logs.several import AND
from bot.model import Deal
from bot.reading.days.callday import day_before, day_behind
from bot.reading.line.saidtous import is_buyers
from bot.reading.mentioned.headings import firm_before
from bot.reading.mentioned.mentions import mentions
from bot.reading.mentioned.namesout import headed, without_firm, without_signing_place
from bot.reading.mentioned.newfirms import new_firm
from bot.reading.mentioned.seconds import person_behind
from bot.reading.mentioned.whose import whose
from bot.reading.names import Known
from bot.reading.naming.namekeys import as_name, key
from bot.reading.outcome.acted import DECIDES, past_of
from bot.reading.outcome.ordering import is_letter
from bot.reading.people.forwarded import Forwarded, forwarded
from bot.reading.words.shortcodes import begun, with_marks_apart
from bot.reading.words.speech import split_head
from bot.views.asking import note

LOGCALL, REPLY = "logcall", "reply"  # what they wrote themselves is kept by the second

_DEAL = re.compile(r"^(?:the\s+)?deal\s+", re.IGNORECASE)
# Slack makes a link of "acme.com": whose page it is, is whose call it was.
_PAGE = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[\w-]{2,60})(?:\.[a-z]{2,12}){1,2}/?", re.IGNORECASE)
_OF_COMPANY = re.compile(r"\s+(?:from|at|of|@)\s", re.IGNORECASE)
_WILL = re.compile(
    r"(?:will|gonna|is\s+going\s+to|promised\s+to|agreed\s+to|mov(?:ed|es|ing)\s+to\s+(?:another|an?\s+(?:new|different))|(?:said|says|promised|swore)\s+(?:that\s+)?(?:i|we)(?:['’](?:d|ll)|\s+(?:would|will))\s+(?:have|get|hear|see|receive))\s",
    re.IGNORECASE,
)
_MET_AT = re.compile(r"\b(?:met|meeting|lunch|coffee|dinner|breakfast|drinks?|beers?)\b", re.IGNORECASE)  # a place
_SAYS_SOMETHING = 3  # words


def deal_or_question(exchange: Exchange, who: str, content: Mapping[str, object]) -> Deal | Reply:
    """The deal that a call is about; when that is not certain, what was typed is kept behind the question."""
    draft: list[int] = []

    def kept() -> int:
        if not draft:
            draft.append(drafting.keep(exchange, content))
        return draft[0]

    return find_deal(exchange, who[:LONGEST_NAME], lambda id_: f"resume {kept()} {id_}", lambda: f"resume {kept()} new")


def whose_was_it(
    exchange: Exchange, draft: int, ids: Sequence[int], line: str, said: str = "", *, word: str = LOGCALL
) -> Reply:
    """A line that begins with no name: these deals it may be of, and any other is typed before it; `word` keeps it there."""
    deals = [deal for id_ in ids if (deal := exchange.deal(id_))]
    buttons = [Button(deal.full_label, f"resume {draft} {deal.id}") for deal in deals]
    asked = f"{said} Whose was it? It is logged there. For another deal, type its name first: {word} Acme: {line}"
    return note(asked.strip(), *buttons, Button("Drop it", f"resume {draft} drop"))


def who_and_rest(exchange: Exchange, text: str) -> tuple[str, str]:
    """The deal's name stands before the colon, or is whatever first words name a deal: "acme dana, got stats"."""
    return _by_all_of_it(exchange, text) or _by_its_head(exchange, text)


def _by_all_of_it(exchange: Exchange, text: str) -> tuple[str, str] | None:
    message = forwarded(text) and forwarded(text, tuple(exchange.members_in(text).values()))
    if message and (by := _written_by(exchange, message, text)):
        return by, message.told
    moved = moved_in(exchange, text)
    if moved and moved.sure:
        return str(moved.ids[0]), moved.rest
    if whole := labelled(exchange, text):
        return whole
    head = another_at_head(exchange, text)
    if head:
        return head, begun(text[len(head) :], " :,;-–—")
    other = another_firm(exchange, text)
    return (other, text) if other else None


def _by_its_head(exchange: Exchange, text: str) -> tuple[str, str]:
    who, rest = split_head(text)
    number = number_from(who)
    if number and rest and exchange.deal(number):  # though "3 floors" is what another line is about
        return who, rest
    bare = _DEAL.sub("", who)
    if bare != who and rest and not meant(exchange, who).sure and meant(exchange, bare).sure:
        return bare, rest
    page = _PAGE.fullmatch(who) if rest else None
    if page and not meant(exchange, who).sure and meant(exchange, page["name"]).sure:
        return page["name"], rest
    dated = (day_behind(who, exchange.today, day_first=exchange.day_first) or day_before(who)) if rest else None
    if dated and deal_called(exchange, who) is None:
        return dated[0], f"{dated[1]}: {rest}"
    if meant(exchange, who).sure and not _names_more(exchange, who):
        return who, rest
    named = name_at_start(exchange, with_marks_apart(text))
    if named and named != who:
        return named, _with_its_subject(exchange, named, _behind(named, text))
    return _named_inside(exchange, text, who, rest) or _of_new_firm(exchange, text) or (who, rest)


def _behind(named: str, text: str) -> str:
    """What comes after a name that was found at its start once its marks stood apart: blanks may be more or fewer there."""
    letters, at = len("".join(named.split())), 0
    while letters and at < len(text):
        letters -= not text[at].isspace()
        at += 1
    return text[at:]


def another_at_head(exchange: Exchange, text: str) -> str:
    """ "Alder Foods" of "Alder Foods: sent pricing", unless it was said before whose name that is."""
    name = another_at_start(exchange, text)
    return "" if name and meant(exchange, name).sure else name


def _of_new_firm(exchange: Exchange, text: str) -> tuple[str, str] | None:
    """ "met Lena (Osprey AG)": a company that nobody knows, where the line names nobody whom we know."""
    firm = new_firm(text, in_small=True)
    return (firm.name, text) if firm and not named_in(exchange, text).ids else None


def _written_by(exchange: Exchange, message: Forwarded, text: str) -> str:
    """Who wrote it names the deal; else the message names it, and nobody knew who wrote."""
    if meant(exchange, message.who).ids:
        return message.who
    about = named_in(exchange, text)
    return str(about.ids[0]) if about.sure else ""


def _with_its_subject(exchange: Exchange, named: str, rest: str) -> str:
    """ "Grace emailed: …" and "Acme wrote back" tell what they did; "Acme emailed the deck" may be ours, as "Acme, emailed" is."""
    is_company = deal_called(exchange, named) is not None
    if not is_company and _OF_COMPANY.match(rest) and (about := named_in(exchange, f"{named}{rest}")).sure:
        return about.rest  # "Grace from Fenwick called": it is she who did
    is_told = is_letter(rest) if is_company else is_letter(rest, of_somebody=True) or bool(_WILL.match(rest.lstrip()))
    did = re.match(r"\s+([a-z]+)\s", rest)
    if is_told or (did and not is_company and (act := past_of(did[1])) and act not in DECIDES):
        return f"{'they' if is_company else _subject(exchange, named)}{rest}"
    return begun(rest, " :,;-–")


def another_firm(exchange: Exchange, text: str) -> str:
    """ "spoke to Dana at Nowhere Corp", and we know a Dana elsewhere alone: the company that was told; else empty."""
    firm = new_firm(text)
    if firm is None or not firm.person or _MET_AT.search(text[: text.find(firm.name)]):
        return ""
    found = searched(exchange, mentions, text)
    is_unknown = not meant(exchange, firm.name).ids or another_at_head(exchange, firm.name)
    return firm.name if found and all(one.person for one in found) and is_unknown else ""


def _subject(exchange: Exchange, named: str) -> str:
    """Whom it names, without their company: of "anders klinik" it is Anders."""
    people = named_in(exchange, named).people
    theirs = {*key(people[0]).split()} if len(people) == 1 else set()
    return as_name(" ".join(word for word in named.split() if key(word) in theirs) or named)


def whom_and_rest(exchange: Exchange, deal: Deal, text: str) -> tuple[str, str]:
    """Who is named there beside the deal, and what the line tells without its name."""
    known, (who, rest) = known_there(exchange, deal), who_and_rest(exchange, text)
    new = new_firm(text, in_small=True) if rest == text else None
    if new and new.name == who:  # nobody knew the company when the line was typed
        known = replace(known, aliases=(*known.aliases, who))
        there = whose(text, (known,))
        who, rest = (str(deal.id), there.rest) if there.sure else (who, rest)
    rest = without_signing_place(rest, known)
    is_number = number_from(who) == deal.id
    head = headed(rest if is_number else text, known)
    if head:
        return head[0], _in_their_words(*head, text)
    if is_number:
        return "", _without_firm(exchange, deal, rest, known)
    people = whose(who, (known,)).people
    person = people[0] if len(people) == 1 else person_behind(who, known)
    if person and _WILL.match(rest):
        return person, f"{person} {rest}"
    return person, _in_their_words(person, rest, text)


def _in_their_words(person: str, rest: str, text: str) -> str:
    """ "ruby: we sign Thursday": before a buyer's "we" the name stays, by which it is theirs."""
    is_marked = text.removesuffix(rest).rstrip().endswith((":", "-", "–", "—"))
    return f"{person}: {rest}" if person and is_marked and is_buyers(rest) else rest


def _without_firm(exchange: Exchange, deal: Deal, rest: str, known: Known) -> str:
    named = name_at_start(exchange, with_marks_apart(rest))
    if not named or deal_called(exchange, named) != deal.id or not key(deal.company).startswith(key(named)):
        return without_firm(rest, known)
    return _with_its_subject(exchange, named, _behind(named, rest))


def _named_inside(exchange: Exchange, text: str, who: str, rest: str) -> tuple[str, str] | None:
    """ "hung up on me. Acme." and "talked w/ Dana, wants the deck": the name stands somewhere in the line.

    What may be a name before a mark, and is nobody's whom we know, is somebody new: "10:30 Zeta: Kim loves it" is of Zeta.
    """
    new = firm_before(who) if rest else ""
    if new and not named_in(exchange, new).ids:
        return new, rest
    about = named_in(exchange, text)
    is_short = len(text.split()) < _SAYS_SOMETHING and not new_firm(text, in_small=True)  # "called Osprey" tells enough
    if not about.sure or about.is_mistyped or is_short:
        return None
    return str(about.ids[0]), about.rest


def _names_more(exchange: Exchange, who: str) -> bool:
    """ "Harbor and tools" is more than Harbor: what nobody is called by stays in the line."""
    return bool(AND.search(who)) and deal_called(exchange, who) is None
