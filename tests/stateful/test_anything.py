"""Whatever several members do, in whatever order and way: no exception, no leak, nothing twice, all of it undone.

Typed, pressed on any card ever shown, filled in; undo of anything; repeated keys; drafts; the clock; a failing database.
"""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from adapters.cli.mornings import begun_anew
from bot.cards import Card, Form, Message, Reply, plain_text
from bot.commands import Nonsense, command_from
from bot.store import Database
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.stateful.lines import LINES, VALUES
from tests.stateful.members import NAMES, World, buttons_of, shown_by
from tests.team import Clock, accept

_who = st.sampled_from(NAMES)
_number = st.integers(1, 9)


class Anything(RuleBasedStateMachine):
    def __init__(self, open_database: Callable[[], Database], close: Callable[[Database], None]) -> None:
        super().__init__()
        self.world, self.close = World(open_database()), close
        self.words = 0
        self.cards: dict[str, list[tuple[Card, str]]] = {name: [] for name in NAMES}
        self.forms: dict[str, list[Form]] = {name: [] for name in NAMES}
        self.sent: list[tuple[str, Message]] = []

    def word(self) -> str:
        """A canary: a word that nobody has typed before."""
        self.words += 1
        return f"zq{''.join(chr(ord('a') + int(digit)) for digit in str(self.words))}q"

    def filled(self, who: str, text: str, number: int) -> str:
        ids = self.world.read(who, lambda store: [n.id for n in store.deals.named(frozenset(self.world.ids.values()))])
        for slot, make in {
            "{word}": self.word, "{name}": lambda: f"Firm {self.word()}", "{n}": lambda: str(number), "{who}": lambda: NAMES[number % len(NAMES)],
            "{deal}": lambda: str(ids[number % len(ids)]) if ids else "7",
        }.items():  # fmt: skip
            while slot in text:
                text = text.replace(slot, make(), 1)
        return text

    def send(self, who: str, text: str, fields: dict[str, str] | None = None, key: str = "", on: str = "") -> Reply:
        filled = tuple(fields.items()) if fields is not None else None
        message = Message(self.world.homes[who], self.world.ids[who], text, filled, key=key, pressed_on=on)
        reply = self.world.tell(who, message)
        self.keep(who, reply)
        if key:
            self.sent.append((who, message))
        return reply

    def keep(self, who: str, reply: Reply) -> None:
        assert reply.card.title or reply.card.blocks
        assert [line for line in buttons_of(reply.card) if isinstance(command_from(line), Nonsense)] == []
        self.cards[who].append((reply.card, reply.card.key))
        if reply.form:
            assert not isinstance(command_from(reply.form.command, {"x": "1"}), Nonsense)
            self.forms[who].append(reply.form)

    @rule(who=_who, line=st.sampled_from(LINES), number=_number, keyed=st.booleans())
    def types(self, who, line, number, keyed):
        self.send(who, self.filled(who, line, number), key=f"key {self.word()}" if keyed else "")

    @rule(who=_who, line=st.sampled_from(LINES[:2]), number=_number)
    def works(self, who, line, number):
        """What there must be enough of: deals, and calls about them."""
        self.send(who, self.filled(who, line, number))

    @rule(who=_who, back=st.integers(0, 30), which=st.integers(0, 40), keyed=st.booleans())
    def presses(self, who, back, which, keyed):
        """Any button of any card that they were ever shown."""
        shown = [(line, key) for card, key in reversed(self.cards[who]) for line in buttons_of(card)]
        if shown:
            line, key = shown[(back * 7 + which) % len(shown)]
            self.send(who, line, key=f"press {self.word()}" if keyed else "", on=key)

    @rule(
        who=_who,
        back=st.integers(0, 5),
        values=st.lists(st.sampled_from(VALUES), min_size=9, max_size=9),
        number=_number,
    )
    def fills_in(self, who, back, values, number):
        """Any form that they were ever shown, old ones with their old key included."""
        if self.forms[who]:
            form = self.forms[who][-1 - back % len(self.forms[who])]
            fields = {
                field.name: self.filled(who, value, number) or field.value
                for field, value in zip(form.fields, values, strict=False)
            }
            self.send(who, form.command, fields, key=form.key)

    @rule(back=st.integers(0, 9))
    def arrives_again(self, back):
        """The platform sends an event once more: what was done is not done again."""
        done = [sent for sent in self.sent if self.world.read(sent[0], partial(_is_remembered, self, sent))]
        if done:
            who, message = done[-1 - back % len(done)]
            before = self.world.recorded(who)
            self.keep(who, self.world.tell(who, message))
            assert self.world.recorded(who) == before

    @rule(who=_who, line=st.sampled_from(LINES), number=_number, at=st.integers(1, 40), again=st.booleans())
    def fails(self, who, line, number, at, again):
        """The database fails in the middle: nothing is half done, and what was typed is offered back."""
        text = self.filled(who, line, number)
        before = self.world.recorded(who)
        with self.world.failing(at):
            reply = self.send(who, text)
        if "Something went wrong on our side" in plain_text(reply.card):
            assert self.world.recorded(who) == before
            (command,) = buttons_of(reply.card)
            number = int(command.removeprefix("resume "))
            assert self.world.read(who, lambda store: store.drafts.one(number, self.world.ids[who]))
            if again:
                self.send(who, command)

    @rule(hours=st.integers(1, 100))
    def waits(self, hours):
        """The clock moves, digests are decided and sent; each reads only what they may."""
        import asyncio

        world = self.world
        world.clock.at += timedelta(hours=hours)
        for who in NAMES:
            world.learn(who)
        decide_due(world.database, world.clock())
        asyncio.run(send_due(world.database, {"local": accept}, world.clock))

    @rule(who=_who)
    def looks_into_the_inbox(self, who):
        world = self.world
        world.learn(who)
        for notice in world.app.inbox(world.homes[who], world.ids[who])[-3:]:
            world.check(who, shown_by(Reply(notice.card)))
            self.cards[who].append((notice.card, notice.card.key))
        world.check(who, str(world.app.search_deals(world.homes[who], world.ids[who], "")))

    @invariant()
    def stored_is_recomputed(self):
        if self.words % 5 == 0:
            for who in ("Tom", "Sam"):
                assert self.world.database.write(self.world.homes[who], lambda store: store.recompute()) == 0

    def teardown(self):
        """Everything is taken back: no deal is left, and everybody is as they were."""
        world = self.world
        for who in ("Tom", "Sam"):
            assert world.database.write(world.homes[who], lambda store: store.recompute()) == 0
        for who in NAMES:
            while last := world.read(who, lambda store, w=who: store.acts.last_of(world.ids[w])):
                said = plain_text(self.send(who, f"undo {last.id}").card)
                assert said.startswith(f"Taken back: {last.summary}"), said
        for who in NAMES:
            assert world.read(who, lambda store: store.deals.named(frozenset(world.ids.values()))) == ()
            assert world.settings_of(who) == world.at_first[who]
            assert world.database.write(world.homes[who], lambda store: store.recompute()) == 0
        self.close(world.database)


def _is_remembered(machine: Anything, sent: tuple[str, Message], store) -> bool:
    who, message = sent
    return (
        store.answered.before(0, (f"{machine.world.ids[who]}:{message.key}", None), (None, None), machine.world.clock())
        is not None
    )


_generous = settings(
    max_examples=int(os.environ.get("TRIAL_STATEFUL_RUNS", "4")), stateful_step_count=30, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)  # fmt: skip


@pytest.mark.timeout(900)  # many rounds; a busy machine is no failure
def test_anything_on_sqlite(tmp_path_factory, migrated_sqlite):
    def open_one() -> Database:
        path = tmp_path_factory.mktemp("anything") / "x.sqlite3"
        shutil.copy(migrated_sqlite, path)
        return Database(f"sqlite:///{path}")

    run_state_machine_as_test(lambda: Anything(open_one, Database.close), settings=_generous)


@pytest.mark.timeout(900)  # many rounds; a busy machine is no failure
def test_anything_on_postgres(postgres_url, open_database):
    """New organisations for each run, in one database."""
    database = open_database(postgres_url)

    def once_more() -> Database:
        begun_anew(database, Clock().at)  # the clock of each run begins where that of the run before began
        return database

    run_state_machine_as_test(lambda: Anything(once_more, lambda _: None), settings=settings(_generous, max_examples=4))
