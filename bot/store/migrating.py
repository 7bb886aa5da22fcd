"""The schema, brought up to date by alembic: one head, one process at a time, and never an older code on a newer schema."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from bot.store.rights import take_back

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
_DIGITS = 4
_LOCK = 7_305_811_201  # any number that is ours: PostgreSQL's advisory locks are numbers


class SchemaTooNew(RuntimeError):
    """This database was made by a newer Followthrough. Run the newer version, or restore a backup made before it."""


def config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - ten megabytes, of which a schema that is up to date needs none

    made = Config()
    made.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return made


def known_revisions() -> frozenset[str]:
    """Each migration's file begins with its number."""
    return frozenset(path.name[:_DIGITS] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def head() -> str:
    """The schema of this code."""
    return max(known_revisions())


def revision(connection: Connection) -> str | None:
    """The schema that is there; None for none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def migrate(engine: Engine) -> None:
    """Upgrades to the head. Others who start at the same time wait, then find the work done."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # The lock belongs to the connection, not to a transaction, so that a migration may use its own.
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
            connection.commit()
        try:
            _upgrade(connection)
            with connection.begin():
                take_back(connection)
        finally:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})
                connection.commit()


def _upgrade(connection: Connection) -> None:
    known = known_revisions()
    with connection.begin():
        current = revision(connection)
        if current is not None and current not in known:
            raise SchemaTooNew(SchemaTooNew.__doc__)
        if current == head():
            return
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('followthrough.organisation', '*', true)"))
        from alembic import command  # noqa: PLC0415 - as above

        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
