"""A deal made on the fly or by name. A double is warned about; a company that must not be contacted stays so."""

from collections.abc import Sequence

from bot.cards import Reply
from bot.commands.calls import Resume
from bot.conversation.exchange import Exchange
from bot.conversation.finding import BESIDE, ask_which
from bot.model import OPEN_STATES, Deal, DealState, DecisionKind, History
from bot.reading.names import company_key, key, words_of
from bot.store import DealName
from bot.views.asking import note, same_name, there_already
from bot.views.touching import settled

ANOTHER = "another "
LONGEST_NAME = 120


def create_deal(exchange: Exchange, name: str) -> Deal:
    """A deal made on the fly: "Acme, 40 seats" is company and title."""
    return create_deals(exchange, [name])[0].deal


def create_deals(exchange: Exchange, names: Sequence[str]) -> list[History]:
    """Several at once, in as many statements as one."""
    parts = [name[:LONGEST_NAME].partition(",") for name in names]
    rows = [{"company": company.strip(), "title": title.strip()} for company, _, title in parts]
    act_id = exchange.act(", ".join(f"created the deal {row['company']}" for row in rows))
    owned = [{**row, "owner_id": exchange.member.id} for row in rows]
    ids = exchange.store.deals.create_many(act_id, exchange.now, exchange.today, owned)
    block_again(exchange, {id_: company for id_, (company, _, _) in zip(ids, parts, strict=True)})
    exchange.store.refresh(ids, exchange.today)
    made = exchange.store.history.many(ids)
    return [made[id_] for id_ in ids]


def block_again(exchange: Exchange, made: dict[int, str]) -> None:
    """Deals (id -> company) of a company that asked not to be contacted are closed for everybody (feature 22).

    The ban belongs to the act by which they asked for it: it ends with that act, not with the one that made the deal.
    """
    banned = {company_key(company): act_id for company, act_id in exchange.store.deals.not_to_contact().items()}
    for id_, company in made.items():
        act_id = banned.get(company_key(company)) if company else None
        if act_id is not None:
            kind = DecisionKind.do_not_contact
            exchange.store.history.add_decision(act_id, id_, exchange.member.id, exchange.today, kind)


def same_named(exchange: Exchange, wanted: str) -> DealName | None:
    """A deal of the very same name that the member may see."""
    alike = exchange.store.deals.named(exchange.owners, words_of(wanted))
    return next((name for name in alike if key(f"{name.company} {name.title}") == key(wanted)), None)


def those_of(exchange: Exchange, wanted: str) -> tuple[DealName, ...]:
    """What "new …" may mean: the deal of the very same name, or those of that company that are open where it is named alone."""
    same = same_named(exchange, wanted)
    if same or "," in wanted:
        return (same,) if same else ()
    wanted_key = company_key(wanted)
    of_it = exchange.store.deals.named(exchange.owners, words_of(wanted_key))
    return tuple(n for n in of_it if n.state in OPEN_STATES and company_key(n.company) == wanted_key)


def makes_one(command: Resume) -> bool:
    """Whether the press wants a deal made of what the draft names."""
    return command.deal in {"new", BESIDE, ANOTHER.strip()}


def there_for(exchange: Exchange, command: Resume, named: str) -> tuple[DealName, ...]:
    """Which deals that press has to be asked about: two cards may each have offered it, or one came to be since. Below deals that
    were shown it is asked about one of the very same name alone."""
    if command.deal == "new":
        return those_of(exchange, named)
    same = same_named(exchange, named) if command.deal == BESIDE else None
    return (same,) if same else ()


def made_once(command: Resume, there: DealName, go_on: str) -> Reply:
    """What is said instead of making a deal a second time; `go_on` is what goes on with the one that is there."""
    resume = f"resume {command.draft}"
    return there_already(there.full_label, f"{resume} {go_on}".strip(), f"{resume} {ANOTHER.strip()}")


def new_deal(exchange: Exchange, name: str, contact: str = "") -> Reply:
    """A deal by its name; one that may be meant is shown first."""
    wanted = name.removeprefix(ANOTHER)
    if len(wanted) > LONGEST_NAME or not wanted.partition(",")[0].strip():
        return note(f"A deal needs a name of up to {LONGEST_NAME} characters: new Acme, 40 seats")
    there = () if name.startswith(ANOTHER) else those_of(exchange, wanted)
    again = f"new {ANOTHER}{wanted}{f', contact {contact}' if contact else ''}"
    if len(there) > 1:
        return ask_which(exchange, wanted, [one.id for one in there], lambda id_: f"where {id_}", again)
    if there:
        return same_name(there[0].full_label, there[0].id, again)
    deal = create_deal(exchange, wanted)
    if contact:
        exchange.store.history.add_contact(exchange.act(f"contact {contact}"), deal.id, contact[:LONGEST_NAME])
        exchange.refresh(deal.id)
    person = f", your contact is {contact[:LONGEST_NAME]}" if contact else ""
    then = f"After your first call: logcall {deal.label}: what they said"
    if exchange.standing(exchange.history(deal.id)).state is DealState.do_not_contact:
        then = "They asked the team not to be contacted, so nothing will be suggested for it."
    return settled(f"{deal.full_label} is a deal of yours now{person}", exchange.acts[-1], then=then)
