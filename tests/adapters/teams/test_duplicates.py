"""Whatever Teams delivers several times at once, to either of two processes on one PostgreSQL, is done once."""

import itertools
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep

from adapters.cli.roles import made_admin
from bot.store import Database
from tests.adapters.counting import changed, counts
from tests.serving import running
from tests.teams import looking
from tests.teams.fake import FakeTeams, Json, Shown
from tests.teams.person import User
from tests.teams.serving import Bot, running_bot

ROUNDS = int(os.environ.get("TRIAL_DUPLICATE_ROUNDS", "1"))  # 25 before a release
OK = 200


@dataclass
class Twins:
    """Two processes of the bot, and what changes in the database that is theirs."""

    fake: FakeTeams
    rita: User
    urls: list[str]
    database: Database

    def counts(self) -> dict[str, int]:
        found = self.database.operate(lambda operator: operator.workspaces.one("teams", self.fake.tenant))
        assert found
        return counts(self.database, found.organisation_id)

    def deliver(self, activity: Json, times: int, **expected: int) -> None:
        """To each process in turn, all at once, every second one under a new id; exactly that changes."""
        before = self.counts()
        copies = [{**activity, "id": f"{activity['id']}-{number // 2}"} for number in range(times)]
        with ThreadPoolExecutor(times) as pool:
            told = [
                pool.submit(self.fake.post, copy, to=url)
                for copy, url in zip(copies, itertools.cycle(self.urls), strict=False)
            ]
            assert {answer.result()[0] for answer in told} == {OK}
        assert changed(before, self.counts()) == {name.replace("_", " "): many for name, many in expected.items()}

    def shown(self, title: str, about: str = "") -> Shown:
        """The newest message in Rita's chat with a button of that name, about that; it may come a moment after the answer."""
        until = monotonic() + 10
        while True:
            for shown in reversed(self.fake.chat(self.rita)):
                titles = [action["title"] for action in looking.actions(shown.content)]
                if title in titles and about in shown.text:
                    return shown
            assert monotonic() < until, f"no {title}: {[one.text for one in self.fake.chat(self.rita)]}"
            sleep(0.05)


@contextmanager
def twins(folder: Path, database_url: str, database: Database) -> Iterator[Twins]:
    with ExitStack() as stack:
        fake = stack.enter_context(FakeTeams())
        rita = User(fake, "Rita Moss", email="rita@acme.test")
        settings = fake.settings
        given = {
            "FOLLOWTHROUGH_DATABASE_URL": database_url, "TEAMS_APP_ID": settings.app_id,
            "TEAMS_APP_PASSWORD": settings.app_password, "TEAMS_TENANT_ID": settings.tenant_id,
            "TEAMS_SERVICE_HOSTS": "127.0.0.1", "TEAMS_OPENID_URL": settings.openid_url,
            "TEAMS_AUTHORITY_URL": settings.authority_url,
        }  # fmt: skip
        urls = [f"{stack.enter_context(running(folder, **given)).url}/api/messages" for _ in range(2)]
        fake.bot_url = urls[0]
        yield Twins(fake, rita, urls, database)
    assert fake.all_complaints() == []


def test_one_to_four_deliveries_at_once_to_two_processes_have_one_effect(tmp_path, postgres_url, open_database):
    with twins(tmp_path, postgres_url, open_database(postgres_url)) as place:
        place.rita.say("help")
        made_admin(place.database, place.rita.email, "")
        for number, times in itertools.product(range(ROUNDS), (1, 2, 3, 4)):
            everything_once(place, f"Harbour {chr(65 + number)}{times}", times)


def everything_once(place: Twins, deal: str, times: int) -> None:
    """Each kind of delivery in turn, about a deal of its own."""
    fake, rita = place.fake, place.rita
    tom = User(fake, f"Tom {deal}", email=f"tom-{deal[-2:]}@acme.test")

    def say(text: str, user: User = rita) -> Json:
        return user.activity("message", text=text, textFormat="plain")

    def press(title: str) -> Json:
        shown = place.shown(title)
        data = next(one["data"] for one in looking.actions(shown.content) if one["title"] == title)
        return rita.activity("invoke", name="adaptiveCard/action", value={"action": {"data": data}}, replyToId=shown.id)

    place.deliver(say("followups", tom), times, members=1)  # the first word of somebody new
    place.deliver(say(f"new {deal}, 40 seats"), times, acts=1, deals=1, keys=2)
    line = f"logcall {deal}: we like it, she checks with finance by Fri"
    place.deliver(say(line), times, acts=1, touches=1, promises=1, keys=2)
    place.shown("Undo", "finance")
    fake.shown.clear()
    place.deliver(say(f"done {deal} voicemail"), times, acts=1, touches=1, keys=2)
    place.deliver(press("Undo"), times, acts=-1, keys=1)  # what stands; an undone act is no longer counted
    place.deliver(say("undo"), times, acts=-1, keys=2)
    opened = rita.invoke("composeExtension/fetchTask", {"commandId": "logCall"})
    form = {
        **looking.form_of(opened["task"]["value"]["card"]["content"]),
        "field_deal": deal,
        "field_said": "still fine",
    }
    filled = rita.activity("invoke", name="composeExtension/submitAction", value={"data": form})
    place.deliver(filled, times, acts=1, touches=1, keys=1, open_drafts=-1, settled_drafts=1)


def test_a_day_in_teams_on_postgresql_with_one_list_from_two_processes(postgres_url, open_database):
    """Typed, pressed, and the next morning's list, which both want to send at the same moment."""
    with FakeTeams() as fake, ExitStack() as stack:
        rita = User(fake, "Rita Moss", email="rita@acme.test")
        bots: list[Bot] = [stack.enter_context(running_bot(open_database(postgres_url), fake)) for _ in range(2)]
        for text in ("new Acme", "logcall Acme: I send the plan tomorrow"):
            rita.say(text)
        for bot in bots:
            bot.settle()
            bot.at += timedelta(hours=19)
        fake.shown.clear()
        with ThreadPoolExecutor(2) as pool:
            assert sum(pool.map(Bot.tick, bots)) == 1
        (shown,) = fake.chat(rita)
        done = next(one["data"] for one in looking.actions(shown.content) if one["title"] == "Done")
        status, body = rita.execute(done, shown)
        assert (status, body["statusCode"]) == (200, 200)
        assert "plan" in looking.words(body["value"])
        rita.say("where are we on Acme?")
        bots[1].settle()
        assert "plan" in fake.chat(rita)[-1].text
        assert fake.all_complaints() == []
