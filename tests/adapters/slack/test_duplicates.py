"""Whatever Slack delivers several times at once, to either of two processes on one database, is done once."""

import itertools
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from typing_extensions import override

from adapters.cli.roles import made_admin
from bot.store import Database
from bot.store.tables import audit, identities, members
from tests.adapters.counting import changed, counts
from tests.serving import running
from tests.slack.blockkit import problems, texts
from tests.slack.delivering import ANSWER_SECONDS, OK, Answer, Deliveries
from tests.slack.fake import FakeSlack
from tests.slack.installing import SECRET_KEY, free_port
from tests.slack.model import Channel, Shown, User, Workspace
from tests.slack.seen import Seen
from tests.slack.serving import office

ROUNDS = int(os.environ.get("TRIAL_DUPLICATE_ROUNDS", "1"))  # 25 before a release


class Spread(Deliveries):
    """Each delivery goes to the next process."""

    urls: Iterator[str]

    @override
    async def post(self, body: bytes, headers: dict[str, str], *, signed: bool = True) -> Answer:
        self.bot_url = next(self.urls)
        return await super().post(body, headers, signed=signed)


@dataclass
class Twins:
    """Two processes of the bot, and what changes in the database that is theirs."""

    fake: FakeSlack
    acme: Workspace
    rita: User
    sales: Channel
    database: Database
    url: str = ""

    def on_record(self, action: str) -> int:
        found = select(func.count()).select_from(audit).where(audit.c.action == action)
        return self.database.operate(lambda operator: int(operator.connection.execute(found).scalar_one()))

    def member(self, user: User) -> tuple[str, str]:
        """Name and zone."""
        found = select(members.c.name, members.c.zone).join(identities, identities.c.member_id == members.c.id)
        one = found.where(identities.c.user == user.id)
        return tuple(self.database.operate(lambda operator: operator.connection.execute(one).one()))

    def counts(self) -> dict[str, int]:
        found = self.database.operate(lambda operator: operator.workspaces.one("slack", self.acme.id))
        assert found
        return counts(self.database, found.organisation_id)

    @contextmanager
    def changing(self, **expected: int) -> Iterator[list[Seen]]:
        """Exactly that changes while every delivery is answered in time; a name's _ stands for a space."""
        before, seen = self.counts(), list[Seen]()
        yield seen
        answers = [(answer.status, answer.seconds < ANSWER_SECONDS) for one in seen for answer in one.answers]
        assert set(answers) == {(OK, True)}, answers
        assert changed(before, self.counts()) == {name.replace("_", " "): many for name, many in expected.items()}


@contextmanager
def twins(folder: Path, database_url: str, database: Database) -> Iterator[Twins]:
    with ExitStack() as stack:
        fake = FakeSlack(checker=problems)
        fake.deliveries = spread = Spread(fake.world, fake.sockets)
        stack.enter_context(fake)
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss", email="rita@acme.test")
        sales = fake.add_channel(acme, "sales", rita)
        given = {
            "FOLLOWTHROUGH_DATABASE_URL": database_url, "SLACK_API_URL": fake.api_url, "SLACK_BOT_TOKEN": acme.token,
            "SLACK_SIGNING_SECRET": fake.app.signing_secret, "SLACK_CLIENT_ID": fake.app.client_id,
            "SLACK_CLIENT_SECRET": fake.app.client_secret, "SLACK_AUTHORIZE_URL": fake.authorize_url,
            "FOLLOWTHROUGH_PUBLIC_URL": f"http://127.0.0.1:{(port := free_port())}", "FOLLOWTHROUGH_SECRET_KEY": SECRET_KEY,
        }  # fmt: skip
        ports = (str(port), "0")  # others install it in the first
        urls = [stack.enter_context(running(folder, **given, FOLLOWTHROUGH_PORT=one)).url for one in ports]
        spread.urls = itertools.cycle([f"{url}/slack/events" for url in urls])
        spread.bot_url = next(spread.urls)
        yield Twins(fake, acme, rita, sales, database, urls[0])
        assert fake.complaints == []


def test_one_to_four_deliveries_at_once_to_two_processes_have_one_effect(tmp_path, postgres_url, open_database):
    with twins(tmp_path, postgres_url, open_database(postgres_url)) as place:
        place.fake.command(place.rita, "/followups")
        made_admin(place.database, place.rita.email, "")
        for name, times in (("Quill", 2), ("Umber", 4)):
            every_draft_once(place, name, {"times": times, "parallel": True})
        for number, times in itertools.product(range(ROUNDS), (1, 2, 3, 4)):
            how = {"times": times, "parallel": True}
            everything_once(place, f"Harbour {chr(65 + number)}{times}", how)
            farewells_once(place, times, how)


def test_in_one_process_too(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with office(database) as made:
        place = Twins(made.fake, made.acme, made.rita, made.sales, database)
        made.fake.command(made.rita, "/followups")
        for name, times in (("Quill", 2), ("Umber", 4)):
            every_draft_once(place, name, {"times": times, "parallel": True})
            made.bot.settle()


def every_draft_once(place: Twins, name: str, how: dict[str, Any]) -> None:
    """Whatever is kept and done nothing with is kept once, and a form that is refused stays over its one draft."""
    fake, rita, times = place.fake, place.rita, how["times"]
    fake.command(rita, "/followthrough", f"new {name} Mill")
    with place.changing(open_drafts=1, keys=1) as seen:
        seen += [fake.command(rita, "/logcall", f"Zzyx{times}: they like it", **how)]
    with place.changing(open_drafts=1, keys=1) as seen:
        seen += [fake.dm(rita, f"logcall Yyxw{times}: they like it", **how)]
    seen[0].post()
    said = fake.say(place.sales, rita, f"Dana said yes to {name}")
    with place.changing(open_drafts=1, keys=1) as seen:
        seen += [fake.message_shortcut(rita, said, "logcall_message", **how)]
    (form,) = seen[0].of("modal")
    assert seen[0].posts == []
    with place.changing(keys=1) as seen:
        seen += [fake.submit(form, {"deal": None}, insists=True, **how)]
    form = fake.shortcut(rita, "logcall_global").modal()
    for wrong in ("by Neveruary 45", "by Octember 3"):
        with place.changing(keys=1) as seen:
            seen += [fake.submit(form, {"said": f"fine {wrong}"}, insists=True, **how)]
    new = next(iter(fake.type_ahead(form, "deal", name[::-1]).options))
    with place.changing(keys=1) as seen:  # whether it is a new deal is asked: the same draft waits behind the question
        seen += [fake.submit(form, {"deal": new, "said": "fine"}, **how)]
    asked = next(one for one in reversed(fake.world.shown) if one.kind == "modal")
    with place.changing(acts=1, deals=1, keys=1, touches=1, open_drafts=-1, settled_drafts=1) as seen:
        seen += [fake.press(asked, f"Create “{name[::-1]}”", **how)]


def everything_once(place: Twins, deal: str, how: dict[str, Any]) -> None:
    """Each kind of delivery in turn, about a deal of its own."""
    fake, rita = place.fake, place.rita
    tom = fake.add_user(place.acme, f"tom {deal}", real_name=f"Tom {deal}")
    with place.changing(members=1) as seen:  # the first word of somebody new
        seen += [fake.command(tom, "/followups", **how)]
    with place.changing(acts=1, deals=1, keys=1) as seen:
        seen += [fake.command(rita, "/followthrough", f"new {deal}, 40 seats", **how)]
    with place.changing(acts=1, touches=1, promises=1, keys=1) as seen:
        seen += [fake.command(rita, "/logcall", f"{deal}: we like it, she checks with finance by Fri", **how)]
    with place.changing(acts=1, touches=1, keys=1) as seen:
        seen += [fake.dm(rita, f"done {deal} voicemail", **how)]
    said = seen[0].post()
    assert len(seen[0].posts) == 1
    with place.changing(acts=-1, keys=1) as seen:  # what stands; an undone act is no longer counted
        seen += [fake.press(said, "Undo", **how)]
    form = fake.command(rita, "/logcall", deal).modal()
    with place.changing(acts=1, touches=1, keys=1, open_drafts=-1, settled_drafts=1) as seen:
        seen += [fake.submit(form, {"said": "still fine"}, **how)]
    with place.changing(acts=1, parcels=1, keys=1) as seen:
        seen += [fake.mention(place.sales, rita, f"make Tom {deal} a rep of Rita Moss", **how)]
    seen[0].ephemeral()
    with place.changing() as seen:  # what changes nothing leaves no key, and is told once all the same
        seen += [fake.mention(place.sales, rita, f"where are we on {deal}?", **how)]
    seen[0].ephemeral()
    with place.changing() as then:  # by the time that this is shown, a second answer to the first would be
        then += [fake.mention(place.sales, rita, f"prep {deal}", **how)]
    then[0].ephemeral()
    assert len(seen[0].ephemerals) == 2, "one each"
    shared_once(place, seen[0].ephemerals[0], how)
    form = fake.command(rita, "/logcall", deal).modal()
    with place.changing(keys=1) as seen:  # the draft was there, and said nothing yet
        seen += [fake.close(form, {"said": "half of it"}, **how)]
    home_and_leaving_once(place, tom, deal, how)


def shared_once(place: Twins, asked: Shown, how: dict[str, Any]) -> None:
    """Whoever presses reads of every further press that it was one."""
    with place.changing() as seen:
        seen += [place.fake.press(asked, "Share here", **how)]
    seen[0].until(lambda one: len(one.posts) + len(one.ephemerals) == how["times"], "an answer to each press")
    assert len(seen[0].posts) == 1


def home_and_leaving_once(place: Twins, tom: User, deal: str, how: dict[str, Any]) -> None:
    fake = place.fake
    fake.command(tom, "/followthrough", f"new {deal} Works")
    fake.command(tom, "/logcall", f"{deal} Works: I send the plan today")
    with place.changing() as seen:
        seen += [fake.open_home(tom, **how)]
    home = seen[0].home()
    with place.changing(acts=1, keys=1) as seen:
        seen += [fake.press(home, "Done", **how)]
    pressed = seen[0].until(lambda one: in_home(one, "✓") or in_home(one, "Already done by you"), "what was done")
    with place.changing() as seen:
        seen += [fake.user_change(tom, real_name=f"Tam {deal}", zone="Asia/Tokyo", **how)]
    assert place.member(tom) == (f"Tam {deal}", "Asia/Tokyo")
    before = place.on_record("leave")
    with place.changing() as seen:
        seen += [fake.user_change(tom, deleted=True, **how)]
    assert place.on_record("leave") == before + 1
    assert len(in_home(pressed, "✓")) <= 1, "to the other presses it is done already"


def in_home(seen: Seen, words: str) -> list[Shown]:
    return [one for one in seen.of("home") if any(words in text for text in texts(one.content["blocks"]))]


def farewells_once(place: Twins, number: int, how: dict[str, Any]) -> None:
    """A workspace that takes the bot out; Slack tells it twice over, in either order."""
    fake = place.fake
    other = fake.add_workspace(f"Globex {number}")
    installer = fake.add_user(other, "zoe", real_name="Zoe Ray")
    assert fake.install(installer, f"{place.url}/slack/install").status == OK
    tellings = [fake.uninstall, fake.tokens_revoked]
    before = place.on_record("uninstall")
    for tell in tellings[:: 1 if number % 2 else -1]:
        seen = tell(other, **how)
        assert {answer.status for answer in seen.answers} == {OK}
        assert place.on_record("uninstall") == before + 1
