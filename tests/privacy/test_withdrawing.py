"""Messages that the bot sent and in which somebody is named are taken back where the platform lets it, once."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from adapters.cli.delivery_findings import of_deliveries
from adapters.slack.settings import SlackSettings
from bot.store.tables import identities, outbox
from scheduler.outbox import send_due
from scheduler.purging import Keep, Purge
from tests.serving import running
from tests.slack.fake import FakeSlack
from tests.slack.faults import drop, refused
from tests.slack.installing import installing
from tests.slack.serving import office as slack_office
from tests.slack.serving import running_bot
from tests.teams.serving import office as teams_office

NAME = "Zdenka Quillfeather"


def _erased(bot, name=NAME):
    def work(store):
        return store.erase(store.subjects.person(name), bot.at)

    return bot.database.write(_home(bot), work)


def _home(bot) -> int:
    return bot.database.operate(lambda operator: operator.organisations()[0].id)


def _states(bot) -> list[tuple[str, str, str]]:
    asked = select(outbox.c.kind, outbox.c.state, outbox.c.user).order_by(outbox.c.id)
    return [tuple(row) for row in bot.database.operate(lambda operator: operator.connection.execute(asked).all())]


def _reaches(bot) -> set[str]:
    return set(bot.database.operate(lambda op: op.connection.execute(select(identities.c.state)).scalars()))


def test_in_slack_the_list_that_names_them_goes_and_the_person_stays_reachable(sqlite_url, open_database):
    with slack_office(open_database(sqlite_url)) as place:
        place.fake.command(place.rita, "/followthrough", "new Acme, seats")
        place.fake.command(place.rita, "/logcall", f"Acme: I send {NAME} the plan tomorrow")
        place.bot.at += timedelta(hours=19)
        assert place.bot.tick() == 1
        assert len(place.fake.messages(place.rita)) == 1
        (message,) = _erased(place.bot).messages
        assert (message.platform, bool(message.ref)) == ("slack", True)
        place.fake.faults.script("chat.delete", drop())  # it was done, and nobody heard so
        place.bot.tick()
        place.bot.at += timedelta(seconds=61)
        assert place.bot.tick() == 1
        assert place.fake.messages(place.rita) == []
        assert _erased(place.bot).messages == (), "nothing is left to find"
        assert _states(place.bot)[-1][:2] == ("withdraw", "sent")
        assert len(place.fake.calls("chat.postMessage")) == 1
        Purge(place.bot.database, Keep(), lambda: place.bot.at).run(place.bot.at)
        assert _states(place.bot)[-1][2] == "", "whose message it was is forgotten then"


def test_a_workspace_that_lets_nobody_delete_is_told_and_marks_nobody(sqlite_url, open_database):
    with slack_office(open_database(sqlite_url)) as place:
        place.fake.command(place.rita, "/followthrough", "new Acme, seats")
        place.fake.command(place.rita, "/logcall", f"Acme: I send {NAME} the plan tomorrow")
        place.bot.at += timedelta(hours=19)
        place.bot.tick()
        _erased(place.bot)
        place.fake.faults.script("chat.delete", refused("cant_delete_message"))
        place.bot.tick()
        assert _states(place.bot)[-1][:2] == ("withdraw", "dead")
        assert _reaches(place.bot) == {""}


def test_in_teams_too(sqlite_url, open_database):
    with teams_office(open_database(sqlite_url)) as place:
        place.said(place.rita, "new Acme, seats")
        place.said(place.rita, f"logcall Acme: I send {NAME} the plan tomorrow")
        place.bot.at += timedelta(hours=19)
        place.fake.shown.clear()
        place.bot.tick()
        assert len(place.fake.chat(place.rita)) == 1
        assert len(_erased(place.bot).messages) == 1
        assert place.bot.send() == 1
        assert place.fake.chat(place.rita) == []
        assert _states(place.bot)[-1][:2] == ("withdraw", "sent")


def _listed(fake, bot, who, name=NAME) -> None:
    """A list of theirs names her."""
    fake.command(who, "/followthrough", "new Acme, seats")
    fake.command(who, "/logcall", f"Acme: I send {name} the plan tomorrow")
    bot.at += timedelta(hours=19)
    bot.tick()


def _told(bot) -> dict[str, str]:
    found = bot.database.survey(lambda operator: list(of_deliveries(operator, bot.at)))
    return {one.about: one.what for one in found}


def test_what_could_not_be_deleted_is_told_and_goes_once_the_workspace_is_connected_again(database):
    with installing(database) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        _listed(fake, bot, rita)
        assert [one for one in fake.messages(rita) if NAME in str(one)]
        _erased(bot)
        assert "withdrawals" not in _told(bot), "within a minute it goes"
        erased_at = bot.at
        fake.uninstall(acme)
        assert bot.tick() == 0
        Purge(bot.database, Keep(), bot.clock).run(bot.at)
        sent = f"{bot.at:%Y-%m-%d %H:%M} UTC"
        assert _told(bot)["withdrawals"] == (
            f"1 message names somebody who was erased, and should have gone on {erased_at:%a %Y-%m-%d %H:%M} UTC:"
            f" Slack, chat of {rita.id} in {acme.id}, {sent} (workspace disconnected)"
        )
        assert _told(bot)["deliveries"].endswith("none is lost or unknown")
        fake.install(rita, f"{url}/slack/install")
        bot.tick()
        assert len(fake.calls("chat.delete")) == 1
        assert [one for one in fake.messages(rita) if NAME in str(one)] == []
        assert _told(bot).keys() == {"deliveries"}


@pytest.mark.parametrize("erased", [("Rita Moss",), (NAME, "Rita Moss")])
def test_doctor_tells_of_a_message_whose_member_was_erased_as_well(database, erased):
    """Their own rows are gone then, on SQLite their numbers are another's: where it was is known, and before when."""
    with installing(database) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        _listed(fake, bot, rita, erased[0])
        fake.uninstall(acme)
        bot.at += timedelta(hours=1)
        first_at = bot.at
        for name in erased:
            _erased(bot, name)
            bot.at += timedelta(hours=1)
        assert f"chat of {rita.id} in {acme.id}, before {first_at:%Y-%m-%d %H:%M} UTC" in _told(bot)["withdrawals"]


def test_where_it_was_is_forgotten_with_the_texts_of_messages(sqlite_url, open_database):
    with slack_office(open_database(sqlite_url)) as place:
        _listed(place.fake, place.bot, place.rita)
        _erased(place.bot)
        place.fake.faults.script("chat.delete", refused("cant_delete_message"))
        place.bot.tick()
        assert "cant_delete_message" in _told(place.bot)["withdrawals"]
        place.bot.at += timedelta(days=91)
        Purge(place.bot.database, Keep(), place.bot.clock).run(place.bot.at)
        assert _told(place.bot).keys() == {"deliveries"}


def test_what_was_to_go_while_slack_was_not_set_up_goes_at_the_next_start(sqlite_url, open_database):
    with FakeSlack() as fake:
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        told = {"signing_secret": fake.app.signing_secret, "bot_token": acme.token, "api_url": fake.api_url}
        database = open_database(sqlite_url)
        with running_bot(database, fake, SlackSettings(**told)) as bot:
            _listed(fake, bot, rita)
            _erased(bot)
            assert asyncio.run(send_due(database, {}, bot.clock)) == 0
            assert _states(bot)[-1][:2] == ("withdraw", "stopped")
            assert _reaches(bot) == {""}, "it says nothing of whose chat that is"
        database.close()
        settings = {f"SLACK_{name.upper()}": value for name, value in told.items()}
        folder = Path(make_url(sqlite_url).database).parent
        with running(folder, FOLLOWTHROUGH_DATABASE_URL=sqlite_url, **settings):
            fake.until(lambda: fake.messages(rita) == [], "the message is deleted")
