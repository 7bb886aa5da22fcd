"""Answers "where are we on Acme?" and "what can I say?" from the record."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.cards import Button, Buttons, Reply, Text
from bot.commands.deals import Deals
from bot.conversation import planning
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, meant
from bot.conversation.snapshots import where_then
from bot.conversation.team import team
from bot.conversation.timetables import their_timetable
from bot.model import Deal, DealState, History, Role, Standing, first_name
from bot.playbook.circumstances import circumstance
from bot.playbook.deciding import definitive
from bot.playbook.drafts import email, nurture, phone, proposed, voicemail
from bot.playbook.facts import Facts
from bot.playbook.first import first_words
from bot.playbook.questions import question_for_them
from bot.playbook.standing import is_definitive_due
from bot.playbook.tact import words_in
from bot.playbook.wording import sendable
from bot.views.asking import note
from bot.views.ending import asked_for_silence, asleep, nothing_to_chase
from bot.views.team import nobody_is_led
from bot.views.where import Owned, where_card
from bot.views.words import definitive_remarks, tactful_card, words_card
from bot.worktime import closing_day

_TEAM = frozenset({"my team", "the team", "our team", "team"})


def where(exchange: Exchange, who: str, *, shared: bool = False, only_due: bool = False) -> Reply:
    """A deal by its name; for who leads others also a rep, or the team."""
    if who.casefold() in _TEAM and not meant(exchange, who).ids:
        return Reply(team(exchange, only_due=only_due)) if exchange.member.role is not Role.rep else nobody_is_led()
    then = where_then(exchange, who)
    if then:
        return then
    deal = find_deal(exchange, who, lambda id_: f"where {id_}")
    if isinstance(deal, Reply):
        is_a_rep = planning.called(exchange, who) and not meant(exchange, who).ids
        return planning.deals(exchange, Deals(who)) if is_a_rep else _of_a_colleague(exchange, who) or deal
    history = exchange.history(deal.id)
    owner = exchange.names.get(deal.owner_id, "nobody")
    now = exchange.standing(history)
    reader = exchange.member.first_name if shared else ""
    seen_by = () if shared else exchange.visible_to(deal)  # whoever reads the shared card sees it
    owned = Owned(first_name(owner), seen_by, reader, _closing_on(exchange, deal, now))
    card = where_card(history, now, owned, exchange.policy, exchange.today)
    return Reply(card, share=f"share where {deal.id}")


def _closing_on(exchange: Exchange, deal: Deal, now: Standing) -> date | None:
    """When its owner is asked to let it go or keep it."""
    owner = exchange.store.members.one(deal.owner_id) if now.state is DealState.let_go_due else None
    return closing_day(exchange.today, owner) if owner else None


def _of_a_colleague(exchange: Exchange, who: str) -> Reply | None:
    """Somebody here whose deals the member does not see: said plainly, and no deal of that name is offered."""
    if meant(exchange, who).ids:
        return None
    others = (name for id_, name in exchange.names.items() if id_ not in exchange.owners)
    name = next((name for name in others if who.casefold() in {name.casefold(), first_name(name).casefold()}), "")
    if not name:
        return None
    text = f"{first_name(name)}'s deals are seen by {first_name(name)} and whoever leads them. Your own are one press away."
    return note(text, Button("My deals", "deals"), Button("Who owes what?", "owed"))


def words(exchange: Exchange, who: str) -> Reply:
    """Every channel's text, through the cliché wall: what does not pass is not shown."""
    deal = find_deal(exchange, who, lambda id_: f"words {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.with_house(exchange.history(deal.id))
    now = exchange.standing(history)
    if now.state is DealState.do_not_contact:
        return asked_for_silence(deal, now.why)
    if now.state in {DealState.won, DealState.lost}:
        return nothing_to_chase(deal, now.why)
    told = circumstance(history, exchange.today)
    worn = exchange.house.worn
    if told:
        gentle = [text for made in words_in(told, history, exchange.speaker) if (text := sendable(made, worn))]
        return Reply(tactful_card(history, told, gentle, exchange.today))
    if now.state is DealState.nurture and not proposed(history, exchange.today):
        return asleep(deal, now.why)
    makers = [nurture] if now.state is DealState.nurture else [phone, voicemail, email]
    is_last = now.state is not DealState.nurture and is_definitive_due(history, exchange.policy)
    if is_last:
        makers = [definitive, *makers]
    made = [make(history, exchange.speaker, exchange.today) for make in makers]
    if makers == [phone, voicemail, email]:
        made.append(their_timetable(exchange, history))
    if not any(made):
        made = list(first_words(history, exchange.speaker, exchange.today, question_for_them(history, exchange.today)))
    texts = [text for one in made if (text := sendable(one, worn))]
    remarks = _before_the_last(exchange, history) if is_last else ()
    return Reply(words_card(history, Facts(history, exchange.today), texts, exchange.today, remarks))


def _before_the_last(exchange: Exchange, history: History) -> Sequence[Text | Buttons]:
    """Beside the definitive message: what the silence has cost, what waited meanwhile, and what is really held for them."""
    before = exchange.today - timedelta(days=exchange.policy.max_gap)
    waited = exchange.store.work.waiting([exchange.member.id], before, exchange.today).get(exchange.member.id, [])
    others = [label for label in waited if label != history.deal.label]
    return definitive_remarks(history, others, exchange.policy, exchange.today)
