"""What `followthrough doctor` says of where secrets lie open: settings that others can read, and a way to the database in the clear."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from adapters.cli.envfile import FILE
from adapters.cli.findings import Finding, look
from bot.store import clear_way, open_to_all


def of_openness(database_url: str, env_file: Path = FILE) -> Iterator[Finding]:
    if env_file.is_file() and env_file in open_to_all(env_file):
        where = env_file.absolute()
        yield look(
            "settings",
            f"every user of this machine can read {where}, which holds tokens",
            f"chmod go= {quote(str(where))}",
        )
    if host := clear_way(database_url):
        yield look(
            "database",
            f"what goes to PostgreSQL at {host} may be read or answered by whoever is between",
            "add ?sslmode=verify-full to FOLLOWTHROUGH_DATABASE_URL (docs/operations.md, part 3)",
        )
