"""What an erasure did, or would do, as the operator reads it: whom by the name that goes with it, then the rows by place."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bot.reading.naming.namekeys import key
from bot.store import Erased, Left, Message, Person, Store, Unsure

_PLACES = {
    "acts": "what members did, in words", "commitments": "promises", "contacts": "contacts", "deal_changes": "changes of deals",
    "deals": "deals", "decisions": "decisions", "digests": "morning lists", "drafts": "drafts", "house": "shelf and openers",
    "identities": "accounts on platforms", "inbound": "answers of the bot", "leaves": "leaves", "links": "codes for linking",
    "member_changes": "settings", "members": "members", "meta": "admins who are awaited", "next_steps": "next steps", "outbox": "messages sent or waiting",
    "pauses": "pauses", "touches": "calls and messages", "turns": "turns of promises",
}  # fmt: skip
_MINUTE = "%Y-%m-%d %H:%M UTC"
_SHOWN = 20
_NAMES = {"slack": "Slack", "teams": "Teams"}


class Whom(NamedTuple):
    """Asked for before anything goes. `others` share a word of the name, `namesakes` all of it."""

    heading: str
    others: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()


def whom(store: Store, person: Person, subject: str) -> Whom:
    """Whoever typed a number or an address reads whose it is: there is no way back."""
    names = [one.name for one in store.subjects.everybody() if one.id in person.member_ids]
    if names:
        who = "a member" if key(names[0]) == key(subject) else f"the member {names[0]}"
    else:
        who = f"contact at {', '.join(person.companies)}" if person.companies else "in texts"
    others = {*person.everywhere.others, *person.nearby.others}
    same = others & {key(name) for name in names}
    written = store.subjects.written
    return Whom(f"{subject}, {who}", tuple(written(others - same)), tuple(written(same)))


def told_of(whom: Whom, found: Erased, *, is_done: bool) -> Iterator[str]:
    yield f"{whom.heading}: {'erased in' if is_done else 'named in'} {sum(found.rows.values())} rows"
    for table, count in sorted(found.rows.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:7} {_PLACES.get(table, table.replace('_', ' '))}"
    if whom.others:
        yield f"Others share a word of the name, and keep it: {', '.join(whom.others[:5])}. Look at texts that use it alone."
    for name in whom.namesakes:
        yield f"Somebody else is called {name} too: in texts the name stays where it may be theirs. Look at them in an"
        yield f"export (--subject “{name}”)."
    yield from _of_unsure(found.unsure)
    yield from _of_left(found.left)
    yield from _of_messages(found.messages, is_done=is_done)


def _of_unsure(unsure: tuple[Unsure, ...]) -> Iterator[str]:
    """By their numbers, as an export has them."""
    if unsure:
        yield f"These notes hold an address or a number, and nothing tells whose it is: {_numbered(unsure)}. Look at them in an"
        yield "export; erase --subject ADDRESS (or the number) takes one out."


def _of_left(left: tuple[Unsure, ...]) -> Iterator[str]:
    """Whoever is nobody's contact said nothing that is known to be theirs."""
    if left:
        yield f"They are no contact on a deal, so what else stands in these notes is kept: {_numbered(left)}. Look at them in"
        yield "an export. What they said goes once they are, and where the deal has no other contact: in chat “deal contact"
        yield "COMPANY: Ghost Writer” (any name that nobody bears does), then erase --subject “Ghost Writer”."


def _numbered(rows: tuple[Unsure, ...]) -> str:
    shown = ", ".join(f"{one.table} {one.id} (deal {one.deal_id})" for one in rows[:_SHOWN])
    return f"{shown} and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else shown


def _of_messages(messages: tuple[Message, ...], *, is_done: bool) -> Iterator[str]:
    if not messages:
        return
    known = [one for one in messages if one.ref.count(":") and not one.ref.endswith(":duplicate")]
    counts = Counter(_NAMES[one.platform] for one in known)
    if known:
        will = "are deleted there within a minute of the bot's start" if is_done else "would be deleted there"
        yield f"Messages of the bot that name them: {', '.join(f'{n} in {name}' for name, n in counts.items())}; they {will}."
        if is_done:
            yield "In whose chats they were is kept until the night after that, in “messages sent or waiting”."
    for one in messages:
        if one not in known:
            yield f"Delete by hand: {chat_of(one)}"


def chat_of(one: Message | Left) -> str:
    """Where a message of the bot is, for whoever looks for it there."""
    name = _NAMES.get(one.platform, one.platform)
    when = f"before {one.since:{_MINUTE}}" if isinstance(one, Left) and one.at is None else f"{one.at:{_MINUTE}}"
    return f"{name}, chat of {one.user} in {one.workspace}, {when}"
