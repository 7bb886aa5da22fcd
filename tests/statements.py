"""How many statements a message takes: what grows with the rows is caught here before it is slow."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from bot.cards import Message
from bot.store import Database
from tests.team import Team


def statements(team: Team, who: str, line: str, *, on: str = "") -> int:
    """The statements by which one line is answered, savepoints aside."""
    member = team.member(who)
    message = Message(team.organisation_id, member.id, line, pressed_on=on)
    return len(asked_by(team.database, lambda: team.app.answer(message)))


def asked_by(database: Database, work: Callable[[], object]) -> list[tuple[str, Any]]:
    """Each statement of some work and its parameters, savepoints aside."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        seen.append((statement, parameters))

    # On PostgreSQL the reader is the same engine with other options, and tells it what it asks.
    engines = (database._engine, database._reader) if database.is_sqlite else (database._engine,)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
    return [one for one in seen if not one[0].startswith(("BEGIN", "SAVEPOINT", "RELEASE"))]
