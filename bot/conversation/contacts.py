"""Who is dealt with at a deal: a name, with a number to ring and a place. An address of mail is no part of it, and is not kept."""

import re
from collections.abc import Sequence

from bot.cards import Button, Card, Reply, Text
from bot.commands.deals import SetContact
from bot.conversation.creating import LONGEST_NAME
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, name_at_start, named_in
from bot.model import Deal, DecisionKind, History, first_name
from bot.playbook.misnamed import names_told, put_right
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_same_person
from bot.reading.calendar.zonenames import zone as zone_called
from bot.reading.naming.namekeys import as_name, key
from bot.reading.naming.persons import known_as
from bot.reading.naming.subjects import without_addresses
from bot.views import deals as views
from bot.views.asking import note
from bot.views.touching import settled

_LEAD = re.compile(r"^[\s,:–-]*(?:(?:is|now|contact|person)\s+)*", re.IGNORECASE)
# "rosa hernandez plant manager": what she does is no name of hers.
_ITS_ROLE = re.compile(
    r"[\s,]+(?:(?:is\s+)?(?:the|a|an|their|our)\s+)?(?:(?:new|office|plant|general|project|account|sales|hr|it|finance|operations|purchasing|procurement)\s+)?(?:manager|director|owner|buyer|ceo|cfo|coo|cto|controller|bookkeeper|assistant|secretary|president)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\(?\d(?:[\s()/.-]{0,2}\d){3,18}")  # with fewer digits it is no number to ring


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
        return Reply(
            Card("", (Text("It is changed when you save it."),)), views.contact_form(deal, known[-1] if known else None)
        )
    return _put_down(exchange, deal, command.contact)


def _put_down(exchange: Exchange, deal: Deal, typed: str) -> Reply:
    told, _, wrong = typed.partition(", not ")
    bare = without_addresses(told)
    name, phone, zone = _contact_parts(bare)
    name = as_name(_ITS_ROLE.sub("", name))
    people = exchange.people_of(deal)
    if len(several := [one for one in people if name and is_same_person(one, name)]) > 1 and name not in several:
        behind = typed[len(name) :] if typed.casefold().startswith(name.casefold()) else ""
        return note(f"Which {name} is it?", *(Button(one, f"deal contact {deal.id}: {one}{behind}") for one in several))
    name, unread = _as_known(name, people)
    if not name:
        return note(f"Who is it? deal contact {deal.label}: Dana Reyes, 555 0142, New York")
    before = contact_of(exchange.history(deal.id))
    act_id = exchange.act(f"{deal.label}: contact {name}")
    exchange.store.history.add_contact(act_id, deal.id, name, phone=phone, zone=zone)
    if wrong:
        misnamed = put_right(wrong.strip(), name)
        exchange.store.history.add_decision(
            act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.misnamed, reason=misnamed
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
