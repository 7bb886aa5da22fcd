"""A deal's own facts: its name, value, contact and owner. None of these is contact: no clock moves (features 6)."""

import re
from collections.abc import Sequence

from bot.cards import Button, Card, Form, Reply, Text
from bot.commands.deals import Give, Rename, SetContact, Value
from bot.conversation.between import colleagues, receivers, why_not_between
from bot.conversation.called import candidates, which
from bot.conversation.creating import LONGEST_NAME, block_again
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, name_at_start, named_in
from bot.model import Deal, DecisionKind, History, Member, first_name
from bot.playbook.misnamed import names_told, put_right
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_same_person
from bot.reading.calendar.zonenames import zone as zone_called
from bot.reading.naming.namekeys import as_name, key
from bot.reading.naming.persons import known_as
from bot.reading.naming.subjects import without_addresses
from bot.reading.words.money import money
from bot.views import deals as views
from bot.views.asking import note
from bot.views.covering import covering_gives_nothing
from bot.views.touching import settled

_LEAD = re.compile(r"^[\s,:–-]*(?:(?:is|now|contact|person)\s+)*", re.IGNORECASE)
# "rosa hernandez plant manager": what she does is no name of hers.
_ITS_ROLE = re.compile(
    r"[\s,]+(?:(?:is\s+)?(?:the|a|an|their|our)\s+)?(?:(?:new|office|plant|general|project|account|sales|hr|it|finance|operations|purchasing|procurement)\s+)?(?:manager|director|owner|buyer|ceo|cfo|coo|cto|controller|bookkeeper|assistant|secretary|president)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\(?\d(?:[\s()/.-]{0,2}\d){3,18}")  # with fewer digits it is no number to ring


def show(exchange: Exchange, who: str) -> Reply:
    """What is known of the deal, for its owner or for the manager, with what can be changed."""
    deal = find_deal(exchange, who, lambda id_: f"deal {id_}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    owner = exchange.names.get(deal.owner_id, "nobody")
    return Reply(
        views.deal_card(
            history, exchange.standing(history), owner, exchange.names, exchange.today,
            own=deal.owner_id == exchange.member.id,
        )
    )  # fmt: skip


def rename(exchange: Exchange, command: Rename) -> Reply:
    deal = find_deal(exchange, command.who, lambda id_: f"deal rename {id_} {command.name}".strip())
    if isinstance(deal, Reply):
        return deal
    if not command.name:
        return _ask(
            views.one_field(
                f"deal rename {deal.id}",
                f"A new name for {deal.label}",
                "Company, and what it is about",
                deal.full_label,
                f"deal rename {deal.label} to Acme Ltd, 60 seats",
            )
        )
    company, _, title = (part.strip() for part in command.name.partition(","))
    if not company or len(command.name) > LONGEST_NAME:
        return note(f"A deal needs a name of up to {LONGEST_NAME} characters: deal rename Acme to Acme Ltd, 60 seats")
    if (company, title) == (deal.company, deal.title):
        return note(f"It is called {deal.full_label} already.")
    act_id = exchange.act(f"renamed {deal.full_label} to {command.name}")
    exchange.store.deals.change(act_id, deal.id, company=company, title=title)
    block_again(exchange, {deal.id: company})
    exchange.refresh(deal.id)
    return settled(f"{deal.full_label} is now {command.name}", act_id, then="The old name is still found.")


def give(exchange: Exchange, command: Give) -> Reply:
    """Hands the deal over with everything: promises, words, history. The other sees it in their next list."""
    because = f" because {command.why}" if command.why else ""
    deal = find_deal(
        exchange, _without_owner(exchange, command.who), lambda id_: f"deal give {id_} {command.to}{because}".strip()
    )
    if isinstance(deal, Reply):
        return deal
    everybody = exchange.store.members.all()
    owner = next((m for m in everybody if m.id == deal.owner_id), exchange.member)
    if owner.id not in exchange.led:
        return note(covering_gives_nothing(owner))
    found = receivers(exchange, command.to, owner, everybody)
    if not found and candidates(command.to, [owner]):
        whose = "yours" if owner.id == exchange.member.id else f"{owner.first_name}'s"
        return note(f"{deal.label} is {whose} already.")
    if not found:
        return views.give_to_whom(deal, colleagues(exchange, owner), command.to, because)
    if len(found) > 1:
        return which(exchange, command.to, found, lambda id_: f"deal give {deal.id} {id_}{because}")
    refused = why_not_between(exchange, owner, found[0], everybody)
    return note(refused) if refused else _given(exchange, deal, owner, found[0], because)


def _without_owner(exchange: Exchange, who: str) -> str:
    """ "Omar's Kent deal" is Kent, where Omar is one of ours."""
    owner, _, deal = who.partition("'s ") if "'s " in who else who.partition("’s ")
    ours = {word.casefold() for name in exchange.members_in(owner).values() for word in (name, first_name(name))}
    return re.sub(r"\s+(?:deal|account)$", "", deal) if deal and owner.casefold() in ours else who


def _given(exchange: Exchange, deal: Deal, owner: Member, to: Member, because: str) -> Reply:
    act_id = exchange.act(f"gave {deal.label} to {to.name}{because}")
    exchange.store.deals.change(act_id, deal.id, owner_id=to.id)
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.handed_over, reason=f"{owner.name}{because}"
    )
    exchange.store.refresh([deal.id], exchange.today)
    sees = "" if to.id in exchange.owners else " You do not see it any more; undo takes it back."
    return settled(
        f"{deal.label} is {to.first_name}'s now, with both sides' promises", act_id,
        then=f"{to.first_name} reads it in the next list.{sees}",
    )  # fmt: skip


def value(exchange: Exchange, command: Value) -> Reply:
    named = name_at_start(exchange, command.who) if not command.amount else ""
    if named:  # "Acme twelve": what follows the name is meant as the amount
        command = Value(named, command.who[len(named) :].strip(" :,"))
    deal = find_deal(exchange, command.who, lambda id_: f"deal value {id_} {command.amount}".strip())
    if isinstance(deal, Reply):
        return deal
    if not command.amount:
        example = "12,000 EUR"
        title, typed = f"What is {deal.label} worth?", f"deal value {deal.label} {example}"
        return _ask(views.one_field(f"deal value {deal.id}", title, example, views.worth(deal), typed))
    amount, currency = money(command.amount)
    if not amount:
        return note(f"I can't read “{command.amount[:40]}” as an amount. Try: deal value {deal.label} 12,000 EUR")
    act_id = exchange.act(f"{deal.label}: value {command.amount}")
    exchange.store.deals.change(act_id, deal.id, value=amount, currency=currency or deal.currency)
    history, _ = exchange.refresh(deal.id)
    return settled(f"{deal.label}: worth {views.worth(history.deal)}", act_id)


def contact(exchange: Exchange, command: SetContact) -> Reply:
    """A person with a number and a place; the same name again adds to what is known."""
    command = command if command.contact else _parted(exchange, command.who)
    deal = find_deal(
        exchange,
        command.who,
        lambda id_: f"deal contact {id_}: {command.contact or _beyond(exchange, id_, command.who)}",
    )
    if isinstance(deal, Reply):
        return deal
    if not command.contact:
        known = exchange.history(deal.id).contacts
        return _ask(views.contact_form(deal, known[-1] if known else None))
    told, _, wrong = command.contact.partition(", not ")
    bare = without_addresses(told)
    name, phone, zone = _contact_parts(bare)
    name = as_name(_ITS_ROLE.sub("", name))
    people = exchange.people_of(deal)
    if len(several := [one for one in people if name and is_same_person(one, name)]) > 1 and name not in several:
        told = command.contact[len(name) :] if command.contact.casefold().startswith(name.casefold()) else ""
        return note(f"Which {name} is it?", *(Button(one, f"deal contact {deal.id}: {one}{told}") for one in several))
    name, unread = _as_known(name, people)
    if not name:
        return note(f"Who is it? deal contact {deal.label}: Dana Reyes, 555 0142, New York")
    before = contact_of(exchange.history(deal.id))
    act_id = exchange.act(f"{deal.label}: contact {name}")
    exchange.store.history.add_contact(act_id, deal.id, name, phone=phone, zone=zone)
    if wrong:
        told_before = put_right(wrong.strip(), name)
        exchange.store.history.add_decision(
            act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.misnamed, reason=told_before
        )
    history, _ = exchange.refresh(deal.id)
    said = ", ".join(part for part in (name, phone, zone.rpartition("/")[2].replace("_", " ")) if part)
    if unread or bare != told:
        left_out = (
            f"I can't place “{unread}”." if unread else "I keep no e-mail or web addresses, so that one is left out."
        )
        return settled(f"{deal.label}: {said}", act_id, then=left_out)
    return _was_it_them(history, name, before, said, act_id)


def _was_it_them(history: History, name: str, before: str, said: str, act_id: int) -> Reply:
    """Calls under the name that stood there before may have been with somebody else, or were never with anybody of that name."""
    done = f"{history.deal.label}: {said}"
    if not before or is_same_person(before, name) or not names_told(history, before):
        return settled(done, act_id)
    same = Button(f"Yes, that was {first_name(name)}", f"deal contact {history.deal.id}: {name}, not {before}")
    return settled(done, act_id, same, then=f"What was logged before names {before}. Was that {first_name(name)} too?")


def _parted(exchange: Exchange, typed: str) -> SetContact:
    """ "bright smiles brittany, 614 555 0177", as one dictates: the deal stands first, and who it is behind it."""
    named = name_at_start(exchange, typed)
    behind = _LEAD.sub("", typed[len(named) :]) if named else ""
    if not behind:
        return SetContact(typed)
    if any(map(str.isalpha, behind)):
        return SetContact(named, behind)
    people = {*key(" ".join(named_in(exchange, named).people)).split()}  # "bright smiles maria lopez, 555 0142"
    return SetContact(
        named, f"{' '.join(word for word in named.split() if key(word) in people)}, {behind}".lstrip(", ")
    )


def _beyond(exchange: Exchange, id_: str, typed: str) -> str:
    """What was typed behind words of that deal's name: a press carries it over."""
    deal = exchange.deal(int(id_)) if id_.isdecimal() else None
    words, name = typed.split(), {*key(deal.full_label).split()} if deal else set()
    while words and key(words[0]) in name:
        words.pop(0)
    return " ".join(words) if len(words) < len(typed.split()) else ""


def who_can_see(exchange: Exchange, who: str) -> Reply:
    deal = find_deal(exchange, who, lambda id_: f"who can see {id_}")
    if isinstance(deal, Reply):
        return deal
    owner = exchange.store.members.one(deal.owner_id)
    covering = [first_name(exchange.names.get(id_, "")) for id_ in exchange.covering(deal.owner_id)]
    return note(views.seen_by(deal, owner, exchange.store.members.seeing(deal.owner_id), covering))


def _contact_parts(text: str) -> tuple[str, str, str]:
    """(name, phone, zone) of "Dana Reyes, 555 0142, New York"; in any order after the name."""
    found = _NUMBER.search(text)
    phone = found[0].strip(" ,")[:40] if found else ""
    name, zone = "", ""
    for part in (part.strip(" ()<>") for part in _NUMBER.sub(",", text, count=1).split(",")):
        if name and not zone and zone_called(part):
            zone = zone_called(part) or ""
        elif part:
            name = f"{name}, {part}" if name else part
    return name[:LONGEST_NAME], phone, zone


def _as_known(name: str, people: Sequence[str]) -> tuple[str, str]:
    """Who is there already keeps one entry: "Jana Böhm, Hamburg" is Jana Böhm, "Peter Storm" the Dr. Peter Storm there is."""
    first, _, rest = name.partition(",")
    whole, known = known_as(name, people), known_as(first, people)
    return (whole, "") if whole else (known, rest.strip()) if known else (name, "")


def _ask(form: Form) -> Reply:
    return Reply(Card("", (Text("It is changed when you save it."),)), form)
