"""A database as an earlier version kept it."""

from alembic import command
from sqlalchemy import Connection, create_engine, text

from bot.store.migrating import config


def downgraded(url: str, revision: str) -> None:
    """Down to that revision. Nobody may have it open."""
    engine = create_engine(url)
    with engine.begin() as connection:
        _see_everybody(connection)
        settings = config()
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)
    engine.dispose()


def asked(url: str, sql: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.begin() as connection:
        _see_everybody(connection)
        rows = [tuple(row) for row in connection.execute(text(sql))]
    engine.dispose()
    return rows


def _see_everybody(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT set_config('followthrough.organisation', '*', true)"))
