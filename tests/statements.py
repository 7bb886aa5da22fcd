"""How many statements a message takes: what grows with the rows is caught here before it is slow."""

from sqlalchemy import event

from bot.cards import Message
from tests.team import Team


def statements(team: Team, who: str, line: str, *, on: str = "") -> int:
    """The statements by which one line is answered, savepoints aside."""
    seen: list[str] = []
    member = team.member(who)
    message = Message(team.organisation_id, member.id, line, pressed_on=on)

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    engines = {id(engine): engine for engine in (team.database._engine, team.database._reader)}.values()
    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    try:
        team.app.answer(message)
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", count)
    return sum(not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE")) for statement in seen)
