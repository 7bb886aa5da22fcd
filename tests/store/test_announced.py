"""What the version before kept of an announced workspace is awaited after `migrate`; what was uninstalled stays so."""

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import create_engine, text

from bot.store import Database
from bot.store.migrating import config

AT = datetime(2026, 3, 13, 9, tzinfo=UTC)


def test_it_is_awaited_as_it_was_meant(database):
    made = database.begin("Acme", lambda store: store.organisation_id)
    database.operate(lambda o: o.workspaces.expect(made, "slack", "T1", AT))
    database.operate(lambda o: o.workspaces.connect(made, "slack", "T2", "Two", "{}", "", AT))
    database.operate(lambda o: o.workspaces.connect(made, "teams", "3", "3", "", "", AT))
    for platform, key in (("slack", "T2"), ("teams", "3")):
        database.operate(lambda o, p=platform, k=key: o.workspaces.stop(p, k, AT))
    database.close()
    assert _states_in_the_version_before(database.url) == {"T1": "stopped", "T2": "stopped", "3": "stopped"}
    anew = Database(database.url)
    anew.migrate()
    assert [one.key for one in anew.operate(lambda o: o.workspaces.awaited())] == ["T1"]
    anew.close()


def _states_in_the_version_before(url: str) -> dict[str, str]:
    engine = create_engine(url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('followthrough.organisation', '*', true)"))
        settings = config()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0017")
        told = {row.key: row.state for row in connection.execute(text("SELECT key, state FROM workspaces"))}
    engine.dispose()
    return told
