"""Messages that the bot sent and in which somebody is named are taken back where the platform lets it, once."""

from datetime import timedelta

from sqlalchemy import select

from bot.store.tables import identities, outbox
from scheduler.purging import Keep, Purge
from tests.slack.faults import drop, refused
from tests.slack.serving import office as slack_office
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
