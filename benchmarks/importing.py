"""100,000 rows: seconds and memory of an import, its repeat and its way back (reliability 3.5: 60 s, 150 MB).

`python -m benchmarks.importing` on SQLite; with the address of an empty PostgreSQL database, there.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from adapters.local.sample import create_team
from benchmarks.processes import peak_megabytes
from bot.app import App
from bot.cards import Message
from bot.conversation import imports
from bot.reading.spreadsheets.text import opened
from bot.store import Database

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
ROWS = 100_000
OWNERS = ("Tom Becker", "Lena Vogt", "Omar Haddad", "005x0000000fNSi")
STAGES = ("Prospecting", "Engaging", "Closed Won", "Closed Lost")


def write_export(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("ID,NAME,STAGENAME,AMOUNT,CLOSEDATE,OWNERID,ACCOUNT NAME,LASTACTIVITYDATE,NEXTSTEP,CONTACT NAME\n")
        for n in range(rows):
            file.write(
                f"006{n:012},Line {n} of things,{STAGES[n % 4]},{n * 7},2026-0{n % 9 + 1}-1{n % 7},{OWNERS[n % 4]},"
                f"Company {n % 5000},2026-01-{n % 18 + 10},call them,Ann {n % 900}\n"
            )


def measured(name: str, work: Callable[[], object]) -> None:
    before, started = peak_megabytes(), time.perf_counter()
    work()
    print(f"{name:8} {time.perf_counter() - started:6.1f} s   +{peak_megabytes() - before:.0f} MB")


def run(url: str, export: Path) -> None:
    database = Database(url)
    database.migrate()
    organisation_id = create_team(database, NOW)
    app = App(database, lambda: NOW)
    maria = app.members(organisation_id)[0]
    app.answer(Message(organisation_id, maria.id, "followups"))

    def load() -> None:
        with export.open("rb") as content:
            job = imports.job_for(database, maria, export.name, opened(content), {}, NOW)
            if job:
                imports.import_rows(database, job)

    measured("import", load)
    measured("repeat", load)
    measured("undo", lambda: app.answer(Message(organisation_id, maria.id, "undo")))
    measured("again", load)
    database.close()


def main() -> None:
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "deals.csv"
        write_export(export, rows)
        run(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/bench.sqlite3", export)


if __name__ == "__main__":
    main()
