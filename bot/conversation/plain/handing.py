""" "She sent the contract", "sent Acme the deck": the open promise that is meant is done; when that is not sure, it is asked.

No call is counted: who tells more than that something came or went is offered to log it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Button, Buttons, Card, Line, Reply
from bot.commands.calls import LogLine, Promise, Verdict
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import told_of_each
from bot.conversation.logs.whose import whose_was_it
from bot.conversation.plain.last import last_deal, named_in, of_several, person_named, waiting_or_last
from bot.conversation.plain.offering import logged_surely
from bot.model import Commitment, Deal, Outcome, Result, Side, TurnKind, first_name
from bot.playbook.restating import holds_more, nearly_settled, settled
from bot.reading.naming.namekeys import as_name
from bot.reading.naming.persons import is_person
from bot.reading.outcome.addressed import is_addressed
from bot.reading.outcome.delivered import Delivered, delivered
from bot.views.naming import back_on, promise_line, shortened
from bot.views.touching import settled as done

_SHOWN = 6
_LONGEST = 12  # words; with more of them it is a call that is told
_ALSO = re.compile(r"[;\n]|\s[-–—]\s|,\s*(?!thanks|thx)\w|\b(?:and|but|so)\s+(?:i|we|she|he|they)\b", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:signed|final|finished|updated|revised|latest|promised|new)\b", re.IGNORECASE)
_SENT_LAST = re.compile(
    r"^(?!(?:i|we|she|he|they|it|just)\b)(?P<thing>[\w'’ -]{2,40}?)\s+(?:(?:is|are|was|were|has|have|been|all|now|just)\s+)*(?:sent|emailed|shared|delivered|went\s+out|gone\s+out)(?:\s+(?:over\s+|out\s+|on\s+)?(?:to|for)\s+[\w'’-]+)?[\s.!]*$",
    re.IGNORECASE,
)
_THEY_GOT = re.compile(
    r"^(?:(?:has|have|['’]s|just|now|already|finally)\s*)*(?:got|received)\s+(?!back\b|no\b|in\b|on\b|off\b|through\b|hold\b)(?P<thing>(?:the|our|my|her|his|their|all|both|it)\b.*)$",
    re.IGNORECASE,
)
# "sent mail + vm": two tries, and no thing that was promised
_TRIES = re.compile(
    r"(?:(?:an?|one|another|the)\s+)*(?:e-?mail|mail|vm|lvm|voice\s?mail|text|sms)(?:\s*(?:\+|&|,|/|\band\b)\s*(?:left\s+)?(?:an?\s+)?(?:e-?mail|mail|vm|lvm|voice\s?mail|text|sms|message|called))+",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"^(?:(?:has|have|['’]s|just|now|already|finally)\s*)*(?:got|received)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\s+(?:to|for)\s+[\w'’-]+$", re.IGNORECASE)  # "the deck to Priya"
_NOT_YET = re.compile(r"\b(?:not|never|yet|only|half|part|wrong|if|when|once|until)\b|n['’]t\b", re.IGNORECASE)
_WITH = re.compile(r"\s+(?:with|w/?|plus|without|inc(?:l(?:uding|uded)?)?\.?)\s+\S.*$", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:po|purchase order|order|signed contract)\b", re.IGNORECASE)
_FOR_THEM = re.compile(r"^(?:\s*(?:to|for|over|across|at|from)\b)+|(?:\b(?:to|for|at|from)\s*)+$", re.IGNORECASE)


def handed_over(exchange: Exchange, line: str) -> LogLine | Promise | Reply | None:
    """The promise to be marked as kept, what came of it, a question, or None when the line tells of nothing handed over."""
    if told_of_each(exchange, line):
        return None
    deal, name = named_in(exchange, line)
    several = () if deal else of_several(exchange, line)
    name = person_named(exchange, line) if several else name
    if (also := _ALSO.search(line)) and deal:
        return _with_more(exchange, line, line[: also.start()], deal, name)
    if also or len(line.split()) > _LONGEST:
        return None
    handed = _handed(line, name)
    if handed is None:
        return _with_it(exchange, line, deal, name) if deal else None
    still = [p for p in _still_open(exchange, handed, deal) if not several or p.deal_id in several]
    fits, is_sure = _fitting(handed, still, is_to_them=handed.side is Side.ours and is_addressed(line, name))
    if is_sure:
        return _done(exchange, line, fits[0], is_named=bool(deal or several))
    near = fits or nearly_settled(handed.thing, still)
    if handed.is_loose and not fits:
        return _told_plainly(exchange, line, deal, handed) if not near else None
    if len(near) == 1 and _is_unnamed(handed.thing):
        return _done(exchange, line, near[0], is_named=bool(deal or several))
    if near:
        return _which(exchange, line, near, deal)
    return _no_such(exchange, line, deal, handed)


def _with_it(exchange: Exchange, line: str, deal: Deal, name: str) -> Reply | None:
    """ "Quote sent to Erik incl. the cleaning": what went with a thing is no part of its name; whether that settles it is asked."""
    handed = _handed(_WITH.sub("", line), name) if _WITH.search(line) and not _NOT_YET.search(line) else None
    near, _ = _fitting(handed, _still_open(exchange, handed, deal), is_to_them=True) if handed else ((), False)
    return _which(exchange, line, near, deal) if near else None


def _fitting(handed: Delivered, still: Sequence[Commitment], *, is_to_them: bool) -> tuple[Sequence[Commitment], bool]:
    """The promises that fit, and whether one surely does: what went to them is nothing that they promised, or it is asked."""
    fits = settled(handed.thing, still) or settled(_TO_WHOM.sub("", handed.thing), still)
    ours = tuple(p for p in fits if p.side is Side.ours)
    fits = (ours or fits) if is_to_them else fits
    is_one = len(fits) == 1 and not holds_more(fits[0].text, handed.thing)
    return fits, is_one and bool(ours or not is_to_them)


def _with_more(exchange: Exchange, line: str, first: str, deal: Deal, name: str) -> LogLine | Reply | None:
    """ "Sent Greg the price list, he said ok": a call line, where an open promise fits what it begins with."""
    handed = _handed(first, name)
    still = _still_open(exchange, handed, deal) if handed else []
    fits = settled(_TO_WHOM.sub("", handed.thing), still) if handed else ()
    if (
        handed
        and not fits
        and handed.side is Side.ours
        and not (handed.is_loose or nearly_settled(handed.thing, still))
    ):
        return logged_surely(exchange, deal, f"{deal.id}: {line}", line, is_sent=True)
    return LogLine(f"{deal.id}: {line}") if len(fits) == 1 else None


def _done(exchange: Exchange, line: str, promise: Commitment, *, is_named: bool) -> Promise | Reply:
    """What came from them is a sign of life: nobody is "quiet" who has just sent something. Where nobody is named and the
    talk was of another deal, whose it was is asked."""
    spoken_of = None if is_named else waiting_or_last(exchange)
    if spoken_of and spoken_of.id != promise.deal_id:
        return _which(exchange, line, (promise,), None, beside=spoken_of)
    if promise.side is Side.ours:
        return Promise(Verdict.kept, str(promise.id))
    deal = exchange.history(promise.deal_id).deal
    said = f"{deal.label}: {promise.text}, done"
    act_id = exchange.act(said)
    exchange.store.history.add_turn(act_id, promise, exchange.today, TurnKind.kept)
    exchange.store.history.add_touch(
        act_id, deal.id, exchange.member.id, exchange.now, exchange.today, Outcome.connected, Result.advance,
        note=line, inbound=True,
    )  # fmt: skip
    _, now = exchange.refresh(deal.id)
    won = (Button("Won", f"won {deal.id}"),) if _ORDER.search(promise.text) else ()
    return done(said, act_id, *won, then=back_on(now, exchange.today))


def _handed(line: str, name: str) -> Delivered | None:
    """What was handed over by whom, without the deal's name: "sent acme the deck" -> our "the deck"."""
    line = line.replace(name, as_name(name), 1)
    begins = bool(name) and line.casefold().startswith(name.casefold())
    by_them = begins and not line[len(name) :].lstrip().startswith(":")  # "Harbour: dropped it off" is ours
    rest = line[len(name) :].strip(" ,:") if begins else line
    got = _THEY_GOT.match(rest) if by_them else None
    if got and not _NOT_YET.search(rest):
        return Delivered(Side.ours, _FOR_THEM.sub("", got["thing"]).strip(" ,.!"))
    came = delivered(rest) if by_them else None
    is_there = came is not None and (came.is_loose or (came.side is Side.theirs and not _RECEIVED.match(rest)))
    handed = came if is_there else _read(f"they {rest}" if by_them else rest)
    if handed is None or handed.act or _TRIES.fullmatch(handed.thing.strip()):
        return None
    thing = (
        re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", " ", handed.thing, count=1, flags=re.IGNORECASE)
        if name
        else handed.thing
    )
    said_who = bool(name) and not thing.strip()
    if said_who:
        return None  # "I emailed Dana" is a touch
    thing = _FOR_THEM.sub("", " ".join(_FINAL.sub(" ", thing).split())).strip(" ,.!")
    return replace(handed, thing=thing or "it")


def _read(line: str) -> Delivered | None:
    """ "Deck sent" and "contract came in" as well."""
    turned = _SENT_LAST.match(line)
    return delivered(f"sent {turned['thing']}") if turned else delivered(line) or delivered(f"the {line}")


def _still_open(exchange: Exchange, handed: Delivered, deal: Deal | None) -> list[Commitment]:
    """On the deal that is named; for "it", on the one that was spoken of last; else on all deals of the member's own."""
    owner = {exchange.member.id} if deal is None else {deal.owner_id}
    last, is_unnamed = last_deal(exchange), _is_unnamed(handed.thing)
    is_anybodys = not handed.is_named and not is_unnamed  # "sent the drawings": whoever had promised them
    sides = tuple(Side) if is_anybodys else (handed.side,)
    still = [p for p in exchange.store.promises.open_of(owner) if p.side in sides]
    where = deal or (last if is_unnamed else None)
    there = [p for p in still if where and p.deal_id == where.id]
    if deal or there:
        return there
    return sorted(still, key=lambda p: bool(last) and p.deal_id != last.id) if last else still


def _is_unnamed(thing: str) -> bool:
    return thing.strip(" .!").casefold() in {"it", "them", "that", "this"}


def _which(
    exchange: Exchange, line: str, near: Sequence[Commitment], deal: Deal | None, beside: Deal | None = None
) -> Reply:
    """Whatever is pressed uses up the line, which is kept until then; it may be of the deal `beside` them."""
    histories = exchange.store.history.many({p.deal_id for p in near[:_SHOWN]})
    there = deal or beside or (next(iter(histories.values())).deal if len(histories) == 1 else None)
    kept = {"line": f"{there.id}: {line}", "typed": line} if there else {"line": line, "deals": list(histories)}
    draft = drafting.keep(exchange, kept)
    lines = [
        Line(
            f"{histories[p.deal_id].deal.label}: {_who(exchange, p)} promised to {promise_line(p, exchange.today)}",
            buttons=(Button("This one", drafting.instead(draft, f"promise kept {p.id}"), about=p.text),),
        )
        for p in near[:_SHOWN]
        if p.deal_id in histories
    ]
    none = (
        Button(f"None of these, log it with {there.label}", f"resume {draft} {there.id}")
        if there
        else Button("None of these, log it as a call", f"resume {draft}")
    )
    return Reply(Card("Which promise is done with that?", (*lines, Buttons((none,)))))


def _who(exchange: Exchange, promise: Commitment) -> str:
    if promise.side is Side.theirs:
        return "they"
    is_own = promise.member_id in {0, exchange.member.id}
    return "you" if is_own else first_name(exchange.names.get(promise.member_id, ""), "a colleague")


def _no_such(exchange: Exchange, line: str, deal: Deal | None, handed: Delivered) -> Reply:
    """Nothing that is open fits: plain news is logged; else it is kept, and logged where it belongs."""
    is_sent = handed.side is Side.ours
    logged = logged_surely(exchange, deal, f"{deal.id}: {line}", line, is_sent=is_sent) if deal else None
    if logged:
        return logged
    said = f"No open promise fits “{shortened(line)}”."
    if deal:
        button = Button(f"Log it with {deal.label}", _kept(exchange, line, deal), primary=True)
        return Reply(Card(said, (Buttons((button, Button("What is open there?", f"where {deal.id}"))),)))
    ids = list(dict.fromkeys(p.deal_id for p in exchange.store.promises.open_of({exchange.member.id})))
    last = last_deal(exchange)
    ids = list(dict.fromkeys(([last.id] if last else []) + ids))[:_SHOWN]
    draft = drafting.keep(exchange, {"line": line, "deals": ids})
    if not ids:
        return Reply(Card(f"{said} Your words are kept.", (Buttons((Button("What is kept", "resume"),)),)))
    return whose_was_it(exchange, draft, ids, line, said)


def _told_plainly(exchange: Exchange, line: str, deal: Deal | None, handed: Delivered) -> Reply | None:
    """ "Terms are with Dana": nobody had promised them, and they went to somebody whom we know there."""
    people = exchange.people_of(deal) if deal else ()
    if (
        deal is None
        or handed.side is Side.theirs
        or handed.is_flawed
        or not handed.to
        or not is_person(handed.to, people)
    ):
        return None
    return logged_surely(exchange, deal, f"{deal.id}: {line}", line, is_sent=True)


def _kept(exchange: Exchange, line: str, deal: Deal) -> str:
    return f"resume {drafting.keep(exchange, {'line': line})} {deal.id}"
