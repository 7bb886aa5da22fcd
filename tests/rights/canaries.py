"""Random steps of the members of three organisations; nobody may ever be shown a word of another organisation.

python -m tests.rights.canaries --runs 200 --seed 7
"""

import argparse
import asyncio
import contextlib
import io
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.cli.logs import quiet_logs
from bot.app import UnknownMember
from bot.cards import Card, Form, Message, Reply, plain_text
from bot.conversation import imports
from bot.model import Address
from bot.reading.spreadsheets.text import opened
from bot.store import Database, Parcel
from scheduler.digests import decide_due
from scheduler.fates import DeliveryError, Fate
from scheduler.outbox import send_due
from tests.crash.mornings import circumstances
from tests.rights.lines import NUMBERED, OF_AN_ADMIN, OWN, REACHING, Line
from tests.rights.marked import FIRMS, LETTERS, PEOPLE, Organisations, owners_of
from tests.stateful.lines import LINES, VALUES
from tests.stateful.members import buttons_of, failing, shown_by
from tests.team import Clock

STEPS = 50
BY_KIND: dict[str, tuple[Line, ...]] = {**REACHING, **NUMBERED, **OWN, **OF_AN_ADMIN}
_TYPED: tuple[Line, ...] = (*(line for lines in BY_KIND.values() for line in lines), *LINES)
_CODE = re.compile(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b")
_LONGEST = timedelta(hours=100)


class Leak(AssertionError):
    """Somebody was shown a word of another organisation."""


class Run:
    """Steps of one run. What anybody was shown, anybody may press: buttons carry numbers, and numbers are guessed."""

    def __init__(self, place: Organisations, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.most = place.most()
        self.cards: list[Card] = []
        self.forms: list[Form] = []
        self.codes = ["ABCD EFGH"]
        self.arrived: list[tuple[str, str]] = []
        self.done: Counter[str] = Counter()

    def step(self) -> None:
        who = self.chance.choice(LETTERS), self.chance.choice(PEOPLE)[0]
        (name,) = self.chance.choices(list(_STEPS), [weight for _, weight in _STEPS.values()])
        _STEPS[name][0](self, who)
        self.done[name] += 1

    def types(self, who: tuple[str, str]) -> None:
        line = self.chance.choice(_TYPED)
        text, fields = line if isinstance(line, tuple) else (line, None)
        given = {name: self.filled(who, value) for name, value in fields.items()} if fields is not None else None
        self.say(who, self.filled(who, text), given)

    def presses(self, who: tuple[str, str]) -> None:
        """A button of anybody's card, unless it holds a word: that would be typed by whoever presses."""
        shown = [(line, card.key) for card in self.cards for line in buttons_of(card) if not owners_of(line)]
        if shown:
            line, key = self.chance.choice(shown)
            self.say(who, line, on=self.chance.choice([key, ""]))

    def fills_in(self, who: tuple[str, str]) -> None:
        forms = [form for form in self.forms if not owners_of(form.command)]
        if forms:
            form = self.chance.choice(forms)
            values = {field.name: self.filled(who, self.chance.choice(VALUES)) for field in form.fields}
            self.say(who, form.command, values, key=form.key)

    def fails(self, who: tuple[str, str]) -> None:
        """The database fails in the middle of it: what is said then, and what the log says of it."""
        with failing(self.place.database, self.chance.randrange(1, 30)):
            self.types(who)

    def reads(self, who: tuple[str, str]) -> None:
        """What is there without asking, and what is offered while somebody types."""
        app, home, member_id = self.place.app, self.place.homes[who[0]], self.place.ids[who]
        for card in app.home(home, member_id):
            self.keep(who, Reply(card))
        for notice in app.inbox(home, member_id):
            self.keep(who, Reply(notice.card))
        for typed in ("", "zq", self.chance.choice(FIRMS)):
            self.judge(who, str(app.search_deals(home, member_id, typed)))
            self.judge(who, str(app.deals_to_choose(home, member_id, typed)))

    def waits(self, _: tuple[str, str]) -> None:
        """Lists are decided and sent; some do not arrive, and a platform says why, in words."""
        self.place.clock.at += self.chance.random() * _LONGEST
        decide_due(self.place.database, self.place.clock())
        asyncio.run(send_due(self.place.database, {"local": self._deliver}, self.place.clock))
        while self.arrived:
            letter, text = self.arrived.pop()
            self.judge((letter, "by message"), text)

    async def _deliver(self, parcel: Parcel, card: Card) -> str:
        self.arrived.append((parcel.address.workspace, shown_by(Reply(card))))
        match self.chance.randrange(12):
            case 0:
                raise DeliveryError(Fate.not_sent, plain_text(card))
            case 1:
                raise RuntimeError(plain_text(card))
        return "seen"

    def imports(self, who: tuple[str, str]) -> None:
        """A file whose ids are those of everybody's file."""
        rows = [
            f"006{self.chance.randrange(40)},{self.place.word(who[0])},Prospecting,{self.chance.choice(FIRMS)} {self.place.word(who[0])},{self.chance.choice(PEOPLE)[0]},2026-01-10"
            for _ in range(self.chance.randrange(1, 6))
        ]
        content = "\n".join(["ID,NAME,STAGENAME,ACCOUNT NAME,OWNERID,LASTACTIVITYDATE", *rows, "cut,off"]).encode()
        member = next(m for m in self.place.app.members(self.place.homes[who[0]]) if m.id == self.place.ids[who])
        for is_preview in (True, False):
            job = imports.job_for(
                self.place.database, member, "x.csv", opened(io.BytesIO(content)), {}, self.place.clock()
            )
            assert job
            told = (imports.preview if is_preview else imports.import_rows)(self.place.database, job)
            refused = imports.refused_file(job, told)
            self.keep(who, Reply(imports.card(job, told, preview=is_preview), file=refused))

    def intrudes(self, who: tuple[str, str]) -> None:
        """As a member of elsewhere, by number and by place: nobody is known then."""
        letter, name = who
        elsewhere = self.chance.choice([other for other in LETTERS if other != letter])
        stranger = self.place.ids[elsewhere, name]
        address = Address("local", elsewhere, str(stranger))
        home, line = self.place.homes[letter], self.filled(who, str(self.chance.choice(LINES)))
        if self.place.app.member_id_at(home, address) is not None:
            raise Leak(f"{elsewhere}'s place is known in {letter}")
        for message in (Message(home, stranger, line), Message(home, None, line, address=address)):
            with contextlib.suppress(UnknownMember):
                self.judge(who, shown_by(self.place.app.answer(message)))
                raise Leak(f"{elsewhere}'s {name} is answered in {letter}")

    def say(
        self, who: tuple[str, str], text: str, fields: dict[str, str] | None = None, key: str = "", on: str = ""
    ) -> None:
        filled = tuple(fields.items()) if fields is not None else None
        reply = self.place.app.answer(Message(self.place.homes[who[0]], self.place.ids[who], text, filled, key, on))
        self.keep(who, reply, f"{text!r} {fields or ''}")

    def keep(self, who: tuple[str, str], reply: Reply, said: str = "") -> None:
        text = shown_by(reply)
        self.judge(who, text, said)
        self.cards = [*self.cards[-40:], reply.card]
        self.forms += [reply.form] if reply.form else []
        self.codes += _CODE.findall(text)

    def judge(self, who: tuple[str, str], text: str, said: str = "") -> None:
        if foreign := owners_of(text) - {who[0]}:
            raise Leak(f"{who} is shown words of {sorted(foreign)}{f' for {said}' if said else ''}: {text}")

    def filled(self, who: tuple[str, str], text: str) -> str:
        """Words of one's own; numbers and codes of anybody's; names that all of them know."""
        slots: dict[str, Callable[[], str]] = {
            "word": lambda: self.place.word(who[0]), "name": lambda: self.chance.choice(FIRMS), "n": lambda: str(self.chance.randrange(1, 10)),
            "who": lambda: self.chance.choice(PEOPLE)[0],
            **{kind: lambda k=kind: str(self.chance.randrange(1, self.most[k] + 3)) for kind in self.most},
        }  # fmt: skip
        if text == "link ABCD EFGH":
            return f"link {self.chance.choice(self.codes)}"
        return re.sub(r"\{(\w+)\}", lambda found: slots[found[1]]() if found[1] in slots else found[0], text)


# Each kind of step, and how often it comes.
_STEPS: dict[str, tuple[Callable[[Run, tuple[str, str]], None], int]] = {
    "typed": (Run.types, 50), "pressed": (Run.presses, 22), "filled in": (Run.fills_in, 10), "database failed": (Run.fails, 4),
    "read": (Run.reads, 4), "waited": (Run.waits, 4), "imported": (Run.imports, 3), "intruded": (Run.intrudes, 3),
}  # fmt: skip


@contextlib.contextmanager
def _log() -> Iterator[io.StringIO]:
    """What the bot logs, as it logs when it runs."""
    told = io.StringIO()
    try:
        with contextlib.redirect_stderr(told):
            quiet_logs()
            yield told
    finally:
        structlog.reset_defaults()


def played(place: Organisations, seed: int, *, looks_into: bool = True) -> Counter[str]:
    """One run; which steps it took. Raises Leak, with what somebody needs to see it again.

    `looks_into`: what is stored is read as well.
    """
    run = Run(place, random.Random(seed))
    with _log() as log:
        try:
            for _ in range(STEPS):
                run.step()
            if owners_of(log.getvalue()):
                raise Leak(f"people's words in the log: {log.getvalue()}")
            if looks_into:
                place.marked()
        except AssertionError as error:
            kind = place.database.url.partition(":")[0]
            raise Leak(f"{error}\nat step {run.done.total() + 1}; {circumstances(seed)}, {kind}") from None
    return run.done


class Settled:
    """A SQLite database in which everybody has settled, to be copied for each run."""

    def __init__(self, migrated: Path, folder: Path) -> None:
        self._folder = folder
        self._path = Path(shutil.copy(migrated, folder / "settled.sqlite3"))
        self.place = Organisations(Database(f"sqlite:///{self._path}"), Clock())
        self.place.settle()
        self.at_stake = self.place.marked()
        self.place.database.close()

    def play(self, runs: int, seed: int, change: Callable[[Database], None] = lambda _: None) -> str:
        """What was done. `change`: what is done to each database before its run."""
        began, done = time.process_time(), Counter[str]()
        for run in range(runs):
            shutil.copy(self._path, self._folder / "run.sqlite3")
            database = Database(f"sqlite:///{self._folder / 'run.sqlite3'}")
            change(database)
            try:
                done += played(self.place.on(database), seed + run, looks_into=run % 10 == 9)
            finally:
                database.close()
        return (
            f"{runs} runs, no word of another; {dict(done)}; {time.process_time() - began:.1f} s; {circumstances(seed)}"
        )


def main() -> int:
    given = argparse.ArgumentParser(description="Three organisations at work: nobody is shown a word of another one.")
    given.add_argument("--runs", type=int, default=200)
    given.add_argument("--seed", type=int, default=random.randrange(10**6))
    said = given.parse_args()
    with tempfile.TemporaryDirectory(prefix="ft-canaries-") as folder:
        migrated = Path(folder) / "migrated.sqlite3"
        database = Database(f"sqlite:///{migrated}")
        database.migrate()
        database.close()
        print(Settled(migrated, Path(folder)).play(said.runs, said.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
