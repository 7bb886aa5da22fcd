"""One sample team at one moment: every picture of it tells the same day. Nothing is written by hand, all is played."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.local import deliver, sample
from adapters.local.admin import Admin
from adapters.local.clock import MovableClock
from adapters.local.page import Page
from bot.app import App
from bot.cards import Card, Message, Reply
from bot.model import Member, Role
from bot.store import Database
from scheduler.ticker import Ticker
from tests.serving import Client, serving

LONDON = ZoneInfo("Europe/London")
SEEDED = datetime(2026, 11, 27, 7, tzinfo=LONDON)  # before anybody's list of that day
FRIDAY = datetime(2026, 11, 27, 8, 30, tzinfo=LONDON)
AFTERNOON = datetime(2026, 11, 27, 14, tzinfo=LONDON)  # when it is morning in New York
MONDAY = datetime(2026, 11, 30, 8, 30, tzinfo=LONDON)
_FIRST = timedelta(hours=1)  # by so much Berlin is up before London


@dataclass(frozen=True)
class Office:
    app: App
    client: Client
    organisation_id: int

    def ask(self, who: str, text: str, **fields: str) -> Reply:
        """What they are answered; `fields` of the form that `text` opened."""
        filled = tuple(fields.items()) or None
        return self.app.answer(Message(self.organisation_id, self._member(who).id, text, fields=filled))

    def say(self, who: str, text: str) -> Card:
        return self.ask(who, text).card

    def arrived(self, who: str) -> Card:
        """The last message that came by itself."""
        return self.app.inbox(self.organisation_id, self._member(who).id)[-1].card

    def home(self, who: str) -> tuple[Card, ...]:
        return self.app.home(self.organisation_id, self._member(who).id)

    def make_admin(self, who: str) -> None:
        """As `followthrough admin` does, for the admin page."""
        number = self._member(who).id
        self.app.database.write(
            self.organisation_id, lambda store: store.members.overrule(number, role=Role.admin.value)
        )

    def go_to(self, moment: datetime) -> None:
        """Time passes, and whose list is due by then gets it; Berlin's is there an hour before London's."""
        for at in (moment - _FIRST, moment):
            status, told = self.client.post("/local/clock", {"to": at.isoformat()})
            assert status == 200, told

    def _member(self, who: str) -> Member:
        return next(one for one in self.app.members(self.organisation_id) if one.first_name == who)


@contextmanager
def friday(folder: Path) -> Iterator[Office]:
    """The morning of Friday: each list that is due is there."""
    with closing(_database(folder)) as database:
        number = sample.seed(database, SEEDED)
        with _opened(database, number) as office:
            office.go_to(FRIDAY)
            yield office


def go_on_to_monday(office: Office) -> None:
    """Tom asks for help, and a weekend passes."""
    office.say("Tom", "help me on Tamar Boats: they ask for 20 percent off")
    office.go_to(AFTERNOON)
    office.go_to(MONDAY)


def _database(folder: Path) -> Database:
    database = Database(f"sqlite:///{folder / 'office.sqlite3'}")
    database.migrate()
    return database


@contextmanager
def _opened(database: Database, organisation_id: int) -> Iterator[Office]:
    """Its page and its admin page, whose clock moves only when it is told to."""
    clock = MovableClock(database, lambda: SEEDED)
    app = App(database, clock)
    page = Page(app, clock, Ticker(database, clock, {sample.PLATFORM: deliver.deliver}), organisation_id)
    with serving([*page.routes(), *Admin(app, "").routes()], database) as url:
        app.admin_at = f"{url}/admin"
        yield Office(app, Client(url), organisation_id)
