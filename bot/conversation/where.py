"""Answers "where are we on Acme?" and "what can I say?" from the record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Button, Buttons, Card, Reply, Rest, Text
from bot.commands.deals import About, Where
from bot.conversation import overview, planning
from bot.conversation.asked_of import asked_of
from bot.conversation.colleagues import with_colleagues
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, find_deal, meant
from bot.conversation.snapshots import where_then
from bot.conversation.team import team
from bot.conversation.timetables import their_timetable
from bot.model import Deal, DealState, History, Member, Standing, first_name
from bot.playbook.circumstances import circumstance
from bot.playbook.deciding import definitive
from bot.playbook.drafts import email, nurture, phone, proposed, voicemail
from bot.playbook.facts import Facts
from bot.playbook.first import first_words
from bot.playbook.questions import question_for_them
from bot.playbook.standing import is_definitive_due, is_open
from bot.playbook.tact import words_in
from bot.playbook.wording import sendable
from bot.store import Chosen, DealName
from bot.views.asking import note
from bot.views.ending import asked_for_silence, asleep, nothing_to_chase
from bot.views.overview import which
from bot.views.sharing import share_as_read
from bot.views.shortly import answered_shortly, shortly
from bot.views.spans import part_from
from bot.views.team import nobody_is_led, not_led
from bot.views.where import where_card
from bot.views.where_facts import Owned
from bot.views.words import definitive_remarks, tactful_card, words_card
from bot.worktime import closing_day

_ASKED = 6  # deals that are offered where a rep is called so too
_TEAM = frozenset({"my team", "the team", "our team", "team"})


def where(exchange: Exchange, asked: Where, *, shared: bool = False) -> Reply:
    """A deal by its name; a rep, a stage, a time; for who leads others the team."""
    reply = _whole(exchange, asked, shared=shared)
    return replace(reply, card=part_from(asked.first, reply.card))


def _whole(exchange: Exchange, asked: Where, *, shared: bool) -> Reply:
    match asked.about:
        case About.rep:
            return _rep_by_number(exchange, asked, shared=shared)
        case About.stage:
            staged = overview.of_stage(exchange, asked.who, shared=shared, everything=asked.everything)
            return staged or (
                _any(exchange, asked, shared=shared)
                if _is_known(exchange, asked.who)
                else overview.no_stage(exchange, asked.who)
            )
        case About.period:
            return overview.of_period(exchange, asked.who, shared=shared, everything=asked.everything)
        case About.any:
            return _any(exchange, asked, shared=shared)


def _any(exchange: Exchange, asked: Where, *, shared: bool) -> Reply:
    who = asked.who
    if who.casefold() in _TEAM and deal_called(exchange, who) is None:  # no search for what is like it, among thousands
        return _team(exchange, asked, shared=shared) if exchange.member.may_lead else nobody_is_led()
    then = where_then(exchange, who)
    if then:
        return then
    reps = _reps_called(exchange, who)
    if reps:
        return _a_rep(exchange, who, reps, shared=shared)
    deal = find_deal(exchange, who, lambda id_: f"where {id_}")
    if isinstance(deal, Reply):
        staged = None if meant(exchange, who).ids else overview.of_stage(exchange, who, shared=shared)
        return staged or _of_a_colleague(exchange, who) or deal
    return _of_a_deal(exchange, deal, asked.question, shared=shared)


def _of_a_deal(exchange: Exchange, deal: Deal, question: str, *, shared: bool) -> Reply:
    """A question of one fact is answered in one sentence; the rest is one press away."""
    history = exchange.history(deal.id)
    if shared:
        history = with_colleagues(history, 0, lambda: exchange.names)  # whoever reads it is not "you"
    owner = exchange.name_of(deal.owner_id, "nobody")
    now = exchange.listed(deal, exchange.standing(history), exchange.today)
    reader = exchange.member.first_name if shared else ""
    seen_by = () if shared else exchange.visible_to(deal)  # whoever reads the shared card sees it
    is_led = not shared and deal.owner_id in exchange.led - {exchange.member.id}
    owned = Owned(first_name(owner), seen_by, reader, _closing_on(exchange, deal, now), is_led=is_led)
    card = where_card(history, now, owned, exchange.policy, exchange.today)
    share = share_as_read(f"where {deal.id}", card)
    asked, told = (None, history) if shared else asked_of(exchange, history, question)
    if asked and (is_open(now.state) or not asked.is_of_what_is_open):
        return Reply(answered_shortly(shortly(asked, told, now, exchange.today), card.title, deal))
    return Reply(card, share=share)


def _team(exchange: Exchange, asked: Where, *, shared: bool) -> Reply:
    if asked.only_due:
        return Reply(team(exchange, only_due=True, shared=shared))
    reps = sorted(exchange.led - {exchange.member.id})
    exchange.store.audit.looked_at("team", exchange.member.id)
    owed = exchange.store.teams.owed(Chosen(frozenset(reps)), exchange.today)
    card = team(exchange, owed=owed, shared=shared)
    if not reps:
        return Reply(card)
    blocks = overview.team_blocks(exchange, reps, owed, shared=shared, everything=asked.everything)
    rest = Rest("where all team from") if asked.everything else card.rest
    card = replace(card, blocks=(*card.blocks, *blocks), rest=rest)
    return Reply(card, share=share_as_read(f"where {'all team' if asked.everything else 'is my team?'}", card))


def _reps_called(exchange: Exchange, who: str) -> list[Member]:
    """Those of that name whose deals the member sees; oneself only by who leads, or where no customer is called so."""
    found = planning.called(exchange, who)
    own_only = [member.id for member in found] == [exchange.member.id] and not exchange.member.may_lead
    return [] if own_only and meant(exchange, who).ids else found


def _a_rep(exchange: Exchange, who: str, reps: Sequence[Member], *, shared: bool) -> Reply:
    """The one rep; where a contact or a deal is called so as well, or two reps are, it is asked."""
    ids = meant(exchange, who).ids
    if len(reps) == 1 and not ids:
        return overview.of_rep(exchange, reps[0], shared=shared)
    names = exchange.store.deals.some_named(exchange.owners, ids[:_ASKED])
    deals = [(id_, _told_apart(exchange, names[id_], shared=shared)) for id_ in ids[:_ASKED] if id_ in names]
    return Reply(Card(f"Which one is “{who}”?", which(reps, deals, shared=shared)))


def _told_apart(exchange: Exchange, name: DealName, *, shared: bool) -> str:
    there = f", {name.contacts[-1]}" if name.contacts else ""
    owner = (exchange.open_names if shared else exchange.short_names).get(name.owner_id, "nobody")
    return f"{name.full_label}{there}{'' if name.owner_id == exchange.member.id else f' ({owner})'}"


def _rep_by_number(exchange: Exchange, asked: Where, *, shared: bool) -> Reply:
    """A number of somebody whom one does not lead answers like one that nobody has."""
    number = asked.who.lstrip("#")
    rep = next((m for m in planning.seen(exchange) if str(m.id) == number), None)
    if rep is None:
        exchange.refuse("member", number)
        return not_led()
    if asked.when:
        return overview.of_period(exchange, asked.when, shared=shared, everything=asked.everything, of=rep)
    return overview.of_rep(exchange, rep, shared=shared, everything=asked.everything)


def _is_known(exchange: Exchange, who: str) -> bool:
    return bool(meant(exchange, who).ids or planning.called(exchange, who)) or who.casefold() in _TEAM


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
