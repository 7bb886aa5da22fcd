"""Two organisations at work: who is there, what they know, and a database that can fail at the n-th statement."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time

from sqlalchemy import event

from bot.app import App
from bot.cards import Buttons, Card, Line, Message, Reply, plain_text
from bot.conversation.mornings import plan_anew
from bot.model import Address, Member, Role
from bot.store import Database, Store
from bot.wire import as_json
from tests.team import Clock

CANARY = re.compile(r"zq[a-p]+q")
PEOPLE = (  # organisation, name, role, leader
    ("here", "Maria", Role.manager, ""),
    ("here", "Tom", Role.rep, "Maria"),
    ("here", "Lena", Role.rep, "Maria"),
    ("here", "Zoe", Role.manager, ""),
    ("here", "Ben", Role.rep, "Zoe"),
    ("here", "Ada", Role.admin, ""),
    ("there", "Rik", Role.manager, ""),
    ("there", "Sam", Role.rep, "Rik"),
)
NAMES = tuple(name for _, name, _, _ in PEOPLE)


class Failure(RuntimeError):
    """The database failed."""


class World:
    """The people, the bot, and what each of them has ever been allowed to read."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        self.app = App(database, self.clock)
        made = {
            name: database.operate(lambda operator, n=name: operator.create_organisation(n))
            for name in ("here", "there")
        }
        self.homes = {name: made[home] for home, name, _, _ in PEOPLE}
        self.ids: dict[str, int] = {}
        for _, name, role, leader in PEOPLE:
            self.ids[name] = database.write(
                self.homes[name], lambda s, n=name, r=role, le=leader: self._add(s, n, r, le)
            )
        self.armed = False
        self.known: dict[str, set[str]] = {name: set() for name in NAMES}
        self.at_first = {name: self.settings_of(name) for name in NAMES}

    def _add(self, store: Store, name: str, role: Role, leader: str) -> int:
        id_ = store.members.add(
            f"{name} Test", role, "Europe/London", manager_id=self.ids.get(leader), digest_at=time(8, 30)
        )
        store.identities.add(id_, Address("local", "local", str(id_)))
        plan_anew(store, id_, self.clock())
        return id_

    def read(self, who: str, look):
        return self.database.read(self.homes[who], look)

    def settings_of(self, who: str) -> Member:
        member = self.read(who, lambda store: store.members.one(self.ids[who]))
        return replace(member, next_digest_on=None, next_digest_at=None)

    def tell(self, who: str, message: Message) -> Reply:
        """What the bot answers; whatever it shows must have been readable by them before or after."""
        self.learn(who)
        self.known[who] |= set(CANARY.findall(f"{message.text} {message.fields}"))
        self.armed = True
        try:
            reply = self.app.answer(message)
        finally:
            self.armed = False  # it is the bot's database that fails, never this machine's own look into it
        self.learn(who)
        self.check(who, shown_by(reply))
        return reply

    def learn(self, who: str) -> None:
        """Every word on the deals that they may read now, and what they themselves typed and did."""
        self.known[who] |= set(CANARY.findall(self.read(who, lambda store: self._readable(store, who))))

    def _readable(self, store: Store, who: str) -> str:
        member = store.members.one(self.ids[who])
        assert member
        owners = store.members.visible_owners(member)
        names = store.deals.named(owners)
        return f"{names}{store.history.many(name.id for name in names)}"

    def check(self, who: str, text: str) -> None:
        leaked = set(CANARY.findall(text)) - self.known[who]
        assert leaked == set(), f"{who} reads {leaked}: {text}"

    def recorded(self, who: str) -> str:
        """Everything that an organisation has recorded and derived, its drafts aside."""
        ids = frozenset(self.ids.values())
        return str(
            self.read(
                who,
                lambda store: (
                    store.deals.named(ids),
                    store.history.many(n.id for n in store.deals.named(ids)),
                    store.members.all(),
                ),
            )
        )

    @contextmanager
    def failing(self, at: int) -> Iterator[None]:
        """The bot's database fails once, at the n-th statement from now."""
        with failing(self.database, at, lambda: self.armed):
            yield


@contextmanager
def failing(database: Database, at: int, is_counted: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """The database fails once, at the n-th statement from now."""
    left = [at]

    def count(*_: object) -> None:
        left[0] -= is_counted()
        if is_counted() and left[0] == 0:
            raise Failure

    engines = {id(engine): engine for engine in (database._engine, database._reader)}.values()
    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", count)


def shown_by(reply: Reply) -> str:
    form = str(as_json(reply.form)) if reply.form else ""
    return f"{plain_text(reply.card)}{as_json(reply.card)}{form}{reply.file.text if reply.file else ''}"


def buttons_of(card: Card) -> list[str]:
    held = [block.buttons for block in card.blocks if isinstance(block, Buttons)]
    held += [(*block.buttons, *block.more) for block in card.blocks if isinstance(block, Line)]
    return [button.command for buttons in held for button in buttons]
