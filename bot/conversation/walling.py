"""The team's wall: phrases that no text of ours holds any more, and openers of its own (H24, H30). Who leads changes it."""

import json
import re
from datetime import timedelta

from bot.cards import Line, Reply
from bot.commands.house import Allow, Ban, DropOpener, OwnOpener, Sells
from bot.conversation.digest import KIND
from bot.conversation.exchange import Exchange
from bot.model import House, Trade
from bot.playbook.cliches import hits, is_clean
from bot.playbook.house import FACTS, NAMES, SLOT, is_used_for, unquoted
from bot.playbook.opening import MAX_WORDS
from bot.playbook.worn import WornPhrase, worn_by_use
from bot.store import BANNED, OPENER, TRADE
from bot.views import house as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.wire import card_from

_SHORTEST, _LONGEST, _MOST_WORDS = 3, 60, 8
_LONGEST_OPENER = 200
_MOST_PHRASES, _MOST_OPENERS = 200, 50
_NEUTRAL = frozenset({"none", "nothing", "anything", "neutral"})
_QUOTES = re.compile(r"[“”\"«»]")


def wall(exchange: Exchange) -> Reply:
    leads = exchange.member.may_lead
    here = exchange.store.house.all()
    return Reply(
        views.wall_card(here, exchange.names, exchange.today, leads=leads, worn=_worn(exchange, here) if leads else ())
    )


def _worn(exchange: Exchange, here: House) -> tuple[WornPhrase, ...]:
    """In the sentences that a week's lists proposed: those of the deals that the member sees."""
    sent = exchange.store.outbox.sent_since(exchange.led, KIND, exchange.now - timedelta(days=7))
    cards = (card_from(json.loads(card)) for card in sent)
    said = (block.say for card in cards for block in card.blocks if isinstance(block, Line) and block.say)
    return worn_by_use(said, here.worn)


def ban(exchange: Exchange, command: Ban) -> Reply:
    here = exchange.store.house.all()
    phrase = " ".join(command.phrase.split())
    refused = _for_who_leads(exchange) or _no_phrase(phrase, here)
    if refused:
        return refused
    act_id = exchange.act(f"banned “{phrase}”")
    exchange.store.house.add(act_id, exchange.today, BANNED, phrase)
    rest = sum(not is_clean(pattern.text, [phrase]) for pattern in here.openers)
    things = sum(not is_clean(unquoted(item.text), [phrase]) for item in here.shelf)
    return settled(f"On your team's wall: “{phrase}”", act_id, then=views.banned(rest, things))


def _no_phrase(phrase: str, here: House) -> Reply | None:
    if (
        not _SHORTEST <= len(phrase) <= _LONGEST
        or len(phrase.split()) > _MOST_WORDS
        or not any(map(str.isalpha, phrase))
    ):
        return note(
            f"A phrase has {_SHORTEST} to {_LONGEST} characters, and {_MOST_WORDS} words at most: wall ban deep dive"
        )
    if not is_clean(unquoted(phrase)):
        return note(f"“{phrase}” is on everybody's wall already.")
    if _key(phrase) in map(_key, here.worn):
        return note(f"“{phrase}” is on your team's wall already.")
    if len(here.banned) >= _MOST_PHRASES:
        return note(f"There are {_MOST_PHRASES} phrases on your team's wall. Allow one first: wall allow deep dive")
    return None


def allow(exchange: Exchange, command: Allow) -> Reply:
    refused = _for_who_leads(exchange)
    if refused:
        return refused
    known = next((one for one in exchange.store.house.all().banned if _key(one.text) == _key(command.phrase)), None)
    if known is None:
        shown = command.phrase[:_LONGEST]
        everybodys = not is_clean(unquoted(shown))
        return note(
            f"“{shown}” is on everybody's wall, and stays." if everybodys else f"“{shown}” is not on your wall."
        )
    act_id = exchange.act(f"allowed “{known.text}”")
    exchange.store.house.take_back(act_id, exchange.today, known.id)
    return settled(f"Off your team's wall: “{known.text}”", act_id)


def add_opener(exchange: Exchange, command: OwnOpener) -> Reply:
    here = exchange.store.house.all()
    pattern = " ".join(command.pattern.split())
    wrong = _wrong_with(pattern, here)
    refused = _for_who_leads(exchange) or (note(wrong) if wrong else None)
    if refused:
        return refused
    act_id = exchange.act("wrote an opener")
    exchange.store.house.add(act_id, exchange.today, OPENER, pattern)
    return settled(f"An opener of your team's: “{pattern}”", act_id, then=views.USED_WHERE)


def _wrong_with(pattern: str, here: House) -> str:
    """Why it cannot be used, in one sentence; empty when it can."""
    if len(pattern) > _LONGEST_OPENER or len(pattern.split()) > MAX_WORDS:
        return f"An opener has {MAX_WORDS} words and {_LONGEST_OPENER} characters at most."
    unknown = [slot for slot in SLOT.findall(pattern) if slot not in (*FACTS, *NAMES)]
    if unknown or re.search(r"[{}]", SLOT.sub("", pattern)):
        shown = f"“{{{unknown[0][:40]}}}” is no fact that I keep. " if unknown else "A brace is open. "
        return f"{shown}These are: {views.SLOTS}."
    if not is_used_for(pattern):
        return f"An opener rests on something recorded. Put one of these in: {views.SLOTS}."
    if _QUOTES.search(pattern):
        return "Leave the quotation marks out: “{said}” brings its own."
    if not pattern.endswith("?"):
        return "An opener ends with a question."
    plain = (
        SLOT.sub("…", pattern),
        " ".join(SLOT.sub(" ", pattern).split()),
    )  # nor around a fact: "checking {when} in"
    worn = next(
        (hit.found for text in plain for hit in hits(text, here.worn)), ""
    )  # what we propose passes the whole wall
    if worn:
        return f"“{worn}” is on the wall. Say it in other words."
    if _key(pattern) in (_key(opener.text) for opener in here.openers):
        return "That opener is there already."
    return (
        f"There are {_MOST_OPENERS} openers. Drop one first: wall drop 3" if len(here.openers) >= _MOST_OPENERS else ""
    )


def drop_opener(exchange: Exchange, command: DropOpener) -> Reply:
    refused = _for_who_leads(exchange)
    if refused:
        return refused
    known = next((one for one in exchange.store.house.all().openers if one.id == command.opener), None)
    if known is None:
        return note("No opener of your team's has that number.", *views.SEE_WALL)
    act_id = exchange.act("dropped an opener")
    exchange.store.house.take_back(act_id, exchange.today, known.id)
    return settled(f"Not used any more: “{known.text}”", act_id)


def sells(exchange: Exchange, command: Sells) -> Reply:
    """What the team sells: the words for what is kept follow it. The newest counts, and an undo brings the one before back."""
    here = exchange.store.house.all()
    wanted = "" if command.trade in _NEUTRAL else command.trade
    if wanted and wanted not in set(Trade):
        return views.which_trade(command.trade, here.sells)
    refused = _for_who_leads(exchange)
    if refused:
        return refused
    if wanted == (here.sells or ""):
        return views.which_trade("", here.sells)
    act_id = exchange.act(f"your team sells {wanted}" if wanted else "your team's words for what is kept are neutral")
    if here.trade:
        exchange.store.house.take_back(act_id, exchange.today, here.trade.id)
    if wanted:
        exchange.store.house.add(act_id, exchange.today, TRADE, wanted)
    return settled(f"Your team sells: {wanted or 'anything'}", act_id, then=views.KEPT_IN_THESE_WORDS)


def why_not_back(exchange: Exchange, act_id: int) -> str:
    """Undoing needs the rights of doing: the wall is changed by who leads."""
    if exchange.member.may_lead or not exchange.store.house.is_of_the_wall(act_id):
        return ""
    exchange.refuse("act", act_id)
    return views.for_who_leads(_leaders(exchange))


def _for_who_leads(exchange: Exchange) -> Reply | None:
    if exchange.member.may_lead:
        return None
    exchange.refuse()
    return note(views.for_who_leads(_leaders(exchange)), *views.SEE_WALL)


def _leaders(exchange: Exchange) -> list[str]:
    return [member.name for member in exchange.store.members.all() if member.may_lead]


def _key(phrase: str) -> str:
    return " ".join(phrase.split()).casefold().replace("’", "'")
