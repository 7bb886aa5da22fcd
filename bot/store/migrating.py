"""The schema, brought up to date by alembic: one head, one process at a time, and never an older code on a newer schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

_LOCK = 7_305_811_201  # any number that is ours: PostgreSQL's advisory locks are numbers


class SchemaTooNew(RuntimeError):
    """This database was made by a newer Followthrough. Run the newer version, or restore a backup made before it."""


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return made


def known_revisions() -> frozenset[str]:
    return frozenset(script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def head() -> str:
    """The schema of this code."""
    return ScriptDirectory.from_config(config()).get_current_head() or ""


def revision(connection: Connection) -> str | None:
    """The schema that is there; None for none."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(engine: Engine) -> None:
    """Upgrades to the head. Others who start at the same time wait, then find the work done."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # The lock belongs to the connection, not to a transaction, so that a migration may use its own.
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
            connection.commit()
        try:
            _upgrade(connection)
        finally:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})
                connection.commit()


def _upgrade(connection: Connection) -> None:
    settings = config()
    known = known_revisions()
    with connection.begin():
        current = revision(connection)
        if current is not None and current not in known:
            raise SchemaTooNew(SchemaTooNew.__doc__)
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('followthrough.organisation', '*', true)"))
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
