"""Before a call and before sending: the prep card, and the cliché wall over a pasted text (S17, H21)."""

from bot.cards import Reply
from bot.conversation.drafting import note_worn
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, meant, name_at_start
from bot.model import DealState
from bot.playbook.cliches import hits
from bot.playbook.drafts import email
from bot.playbook.objective import objective
from bot.playbook.openers import openers
from bot.playbook.outbound import ends_well, names_theirs
from bot.playbook.wording import sendable
from bot.reading.mentioned.headings import is_surely_firm
from bot.reading.words.greetings import without_greeting
from bot.views.asking import note
from bot.views.checking import check_card
from bot.views.ending import asked_for_silence
from bot.views.prep import prep_card

_WAYS = 3
_MOST_NAMES = 2  # words


def prep(exchange: Exchange, who: str) -> Reply:
    """Their last words, who owes what, what is new, what this call is for, and three ways to begin."""
    deal = find_deal(exchange, who, lambda id_: f"prep {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.with_house(exchange.history(deal.id))
    now = exchange.standing(history)
    if now.state is DealState.do_not_contact:
        return asked_for_silence(deal, now.why)
    ways = openers(history, exchange.policy, exchange.today)[:_WAYS]
    wanted = objective(history, now, exchange.today)
    return Reply(prep_card(history, now, wanted, [way.text for way in ways], exchange.now, exchange.today))


def check(exchange: Exchange, text: str) -> Reply:
    """Worn phrases in a text, what to write instead, and words from the deal's own facts when the text names one."""
    who, outbound = _named(exchange, text)
    if not outbound.strip():
        return note("Paste the text after the command: check Hi Dana, just checking in …")
    worn = exchange.house.worn
    found = hits(outbound, worn)
    deal = find_deal(exchange, who, lambda id_: f"check {id_}: {outbound}") if who else None
    if isinstance(deal, Reply):
        return deal
    note_worn(exchange, found)
    history = exchange.with_house(exchange.history(deal.id)) if deal else None
    instead = email(history, exchange.speaker, exchange.today) if history and found else None
    theirs, ends = names_theirs(outbound, history), ends_well(outbound)
    unknown = "" if deal else _unknown(exchange, text)
    return Reply(check_card(found, sendable(instead, worn), deal, unknown=unknown, theirs=theirs, ends=ends))


def _unknown(exchange: Exchange, text: str) -> str:
    """ "Zebra: Hi Dana, …": a deal was named, and there is none of that name."""
    head, mark, _ = text.partition(":")
    is_named = mark and "\n" not in head and _may_be_deal(head)
    return head.strip() if is_named and not meant(exchange, head).ids else ""


def _may_be_deal(head: str) -> bool:
    """ "Hi Priya: …" greets, and names no deal."""
    return is_surely_firm(head) and without_greeting(head) == head


def _named(exchange: Exchange, text: str) -> tuple[str, str]:
    """(deal or contact, text): "Acme: Hi Dana, …" names the deal; "Hi Dana, …" names her when one deal knows her."""
    head, mark, rest = text.partition(":")
    if mark and "\n" not in head and (match := meant(exchange, head)).ids and (match.sure or _may_be_deal(head)):
        return head, rest
    greeted = text.split(None, 1)
    if len(greeted) > 1 and greeted[0].lower().strip(",") in {"hi", "hello", "dear", "hey"}:
        name = name_at_start(exchange, greeted[1].split(",")[0].split("\n")[0])
        if name and meant(exchange, name).sure:
            return name, text
    head, comma, _ = text.partition(",")  # "Priya, the figures are in": greeted without a hello
    if comma and head.replace(" ", "").isalpha() and len(head.split()) <= _MOST_NAMES and meant(exchange, head).sure:
        return head, text
    return "", text
