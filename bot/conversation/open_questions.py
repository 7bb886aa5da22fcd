"""A question that came up for them stays on the deal until it was asked; the next texts hold it (H12)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Button, Draft, Reply
from bot.commands.deals import AskThem, WasAsked
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, meant
from bot.conversation.plain.last import named_in
from bot.model import Deal, DealState, DecisionKind, History, Member, Role
from bot.phrases import for_them
from bot.playbook.cliches import hits
from bot.playbook.open_questions import MOST, open_questions
from bot.playbook.results import is_sign_of_life, told_last
from bot.playbook.sayable import may_say
from bot.playbook.thanks import thank_you
from bot.playbook.wording import sendable
from bot.views.asking import note
from bot.views.ending import asked_for_silence
from bot.views.logged import THANKS
from bot.views.open_questions import NOW_THERE, full, still_open
from bot.views.touching import settled

_YOU = re.compile(r"\byour?s?\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^ask\s+(?P<who>[\w'’.-]+(?:\s+[\w'’.-]+){0,2}?),?\s+(?P<text>(?:why|when|what|how|who|whose|where|which|if|whether|can|could|may|is|are|was|has|have|does|do|did|will|would|should)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST, _MOST_WORDS = 140, 18


def ask_them(exchange: Exchange, command: AskThem) -> Reply:
    """Put down as it would be asked; without a text those that are open are shown."""
    if command.text and (colleagues := _colleagues(exchange, command.who)):
        return _for_a_colleague(exchange, command, colleagues)
    deal = find_deal(exchange, command.who, lambda id_: f"question {id_}: {command.text}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    now = exchange.standing(history)
    if now.state is DealState.do_not_contact:
        return asked_for_silence(deal, now.why)
    asked = as_asked(command.text)
    if not asked:
        return still_open(history)
    refused = _refused(exchange, history, asked)
    return refused or _put(exchange, deal, asked)


def asked_of_a_colleague(exchange: Exchange, line: str) -> Reply | None:
    """ "ask Lena why Hafenklinik is late" asks one of the team as well, and is no call with Hafenklinik."""
    asked = _ASKS.match(line.strip())
    found = _colleagues(exchange, asked["who"]) if asked else []
    return _for_a_colleague(exchange, AskThem(asked["who"], asked["text"]), found) if asked and found else None


def _colleagues(exchange: Exchange, who: str) -> list[Member]:
    """Anybody of the team, whoever sees their deals."""
    others = (m for m in exchange.store.members.all() if m.id != exchange.member.id and m.role is not Role.inactive)
    return [m for m in others if who.casefold() in {m.name.casefold(), m.first_name.casefold()}]


def _for_a_colleague(exchange: Exchange, command: AskThem, found: Sequence[Member]) -> Reply:
    """A question to one of the team is none for a customer of the same name: what is on record answers it, or a day on which they
    are to speak there."""
    about, _ = named_in(exchange, command.text)
    there = meant(exchange, command.who)
    customer = exchange.deal(there.ids[0]) if there.sure else None
    name = found[0].first_name
    seen = [one.id for one in found if one.id in exchange.owners]
    said = f"{name} is one of your team, and I carry no questions between you. "
    shown: tuple[Button, ...] = ()
    if about:
        said += f"What is on record at {about.label}:"
        shown = (Button(f"Where are we on {about.label}?", f"where {about.id}", primary=True),)
    elif seen:
        said += f"What {name} has on record:"
        names = exchange.short_names if len(found) > 1 else dict.fromkeys(seen, name)
        shown = tuple(Button(f"Where are we on {names[one]}?", f"where rep {one}", primary=True) for one in seen)
    else:
        said += f"Ask {name} directly."
    asked = f"question {customer.id}: {command.text}" if customer else ""
    other = (Button(f"It is for {command.who} at {customer.label}", asked),) if customer else ()
    return note(said, *shown, *other)


def as_asked(text: str) -> str:
    """One question with its mark, said to them: "does her team share a login" -> "does your team share a login?"."""
    bare = " ".join(text.split()).strip(" .!?")
    is_said_to_them = _YOU.search(bare)  # then "their own phones" are somebody else's
    return f"{bare if is_said_to_them else for_them(bare) or bare}?" if bare else ""


def _refused(exchange: Exchange, history: History, asked: str) -> Reply | None:
    open_ = open_questions(history)
    if len(asked) > _LONGEST or len(asked.split()) > _MOST_WORDS:
        return note(f"A question has {_MOST_WORDS} words at most, so that it fits into a sentence.")
    worn = next((hit.found for hit in hits(asked, exchange.house.worn)), "")
    if worn or not may_say(asked):
        return note(
            f"“{worn}” is on the wall. Ask it in other words." if worn else "That one is better asked in person."
        )
    if asked.casefold() in {made.reason.casefold() for made in open_}:
        return still_open(history)
    return full(history) if len(open_) >= MOST else None


def _put(exchange: Exchange, deal: Deal, asked: str) -> Reply:
    act_id = exchange.act(f"{deal.label}: a question for them, “{asked}”")
    _decide(exchange, deal, act_id, DecisionKind.came_up, asked)
    history, _ = exchange.refresh(deal.id)
    reply = settled(f"{deal.label}: to ask them, “{asked}”", act_id, then=NOW_THERE)
    thanks = _thanks_of_today(exchange, exchange.with_house(history))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, thanks))) if thanks else reply


def _thanks_of_today(exchange: Exchange, history: History) -> Draft | None:
    """The letter that goes out today, with the question in it."""
    last = told_last(history)
    is_talk = last and is_sign_of_life(last) and last.on == exchange.today
    made = thank_you(history, exchange.speaker, exchange.today) if is_talk else None
    recap = sendable(made, exchange.house.worn)
    return Draft(THANKS, recap.text, recap.subject) if recap else None


def was_asked(exchange: Exchange, command: WasAsked) -> Reply:
    """One of them, or all that are open."""
    tail = f" {command.which}" if command.which else ""
    deal = find_deal(exchange, command.who, lambda id_: f"question {id_} asked{tail}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    ended = [made for made in open_questions(history) if command.which in {None, made.id}]
    if not ended:
        return still_open(history)
    act_id = exchange.act(f"{deal.label}: asked, {', '.join(f'“{made.reason}”' for made in ended)}")
    for made in ended:
        _decide(exchange, deal, act_id, DecisionKind.asked, made.reason)
    exchange.refresh(deal.id)
    count = f"“{ended[0].reason}”" if len(ended) == 1 else "all of them"
    return settled(f"{deal.label}: asked, {count}", act_id, then=f"What they said: logcall {deal.label}: …")


def _decide(exchange: Exchange, deal: Deal, act_id: int, kind: DecisionKind, asked: str) -> None:
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, kind, reason=asked)
