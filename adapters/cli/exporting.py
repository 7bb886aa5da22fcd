"""`followthrough export`: all that is kept of an organisation, or about one person, as JSON lines and as CSV."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click

from adapters.cli.legend import legend
from adapters.cli.opening import FAILED, WRONG, Refusal, by_hand, end, looked_at
from adapters.cli.organisations import chosen_of
from adapters.cli.subjects import SUBJECT, alike, at_option, everywhere_option, named
from bot.app import system_clock
from bot.model import DONE, REFUSED, Entry
from bot.store import DatabaseSetting, Looking, Person, Sheet, Store, tell_beside, told_as
from bot.views.files import line

Row = Mapping[str, Any]
_MARK = "\ufeff"  # by which spreadsheets know UTF-8


@click.command()
@click.argument("to", required=False, type=click.Path(file_okay=False, path_type=Path), metavar="[TO_FOLDER]")
@click.option("--subject", default=None, metavar=SUBJECT, help="Only what is kept about this person.")
@at_option
@everywhere_option
@click.option("--organisation", default="", help="Needed only when there are several.")
def export(to: Path | None, subject: str | None, at: tuple[str, ...], *, everywhere: bool, organisation: str) -> None:
    """Writes each table into TO_FOLDER, also while the bot runs. About one person without a folder: prints JSON lines."""
    if subject is not None and not subject.strip():
        end("Whose? --subject is empty. Without it everything of the organisation is written.", WRONG)
    if to is None and not subject:
        end("Where to? followthrough export TO_FOLDER", WRONG)
    if to is not None and to.exists() and any(to.iterdir()):
        end(f"{to} is not empty. Name a new folder.", WRONG)
    with looked_at() as database:
        where = chosen_of(database.survey(lambda operator: operator.organisations()), organisation)

        def write(store: Store) -> Mapping[str, int]:
            if not subject:
                _put_down(database, where.id, "organisation")
                return _written(to, store.everything.sheets()) if to else {}
            rows = _asked(database, store, subject, at, everywhere=everywhere)
            sheets = [Sheet(name, tuple(found[0]), iter(found)) for name, found in rows.items()]
            return _written(to, sheets) if to else _printed(sheets)

        try:
            counts = database.read(where.id, write)
        except Refusal as refusal:
            end(str(refusal), refusal.code)
        except BrokenPipeError:
            raise  # whoever reads has read enough: no mistake, and click ends without a word
        except OSError as error:
            end(f"Cannot write into {to}: {error.strerror}.", FAILED)
    if to:
        click.echo(f"{to}: {sum(counts.values()):,} rows of {len(counts)} tables, each as .jsonl and .csv.")
        click.echo("It is as confidential as the database. Tokens of the platforms are not in it.")


def _asked(
    database: Looking, store: Store, subject: str, at: tuple[str, ...], *, everywhere: bool
) -> Mapping[str, Sequence[Row]]:
    """All that is kept about one person, by table. Raises Refusal for several, and for nobody."""
    try:
        person = named(store, subject, at, everywhere=everywhere)
    except Refusal:
        _put_down(database, store.organisation_id, "person", outcome=REFUSED)
        raise
    rows = _about(store, person)
    _put_down(database, store.organisation_id, *_whom(store, person, rows))
    if not rows:
        raise Refusal(f"Nothing is kept about “{subject}”.{alike(store, subject)}", FAILED)
    return rows


def _put_down(database: Looking, organisation_id: int, what: str, which: str = "", *, outcome: str = DONE) -> None:
    """Nothing is taken away, or looked for, without a trace."""
    told = Entry(system_clock(), by_hand(), "export", None, outcome, what, which, organisation_id=organisation_id)
    try:
        tell_beside(database.url, told)
    except (OSError, DatabaseSetting) as error:
        why = getattr(error, "strerror", None) or error
        raise Refusal(f"The audit record cannot be told of it ({why}), so nothing was written.", FAILED) from None


def _whom(store: Store, person: Person, rows: Mapping[str, Sequence[Row]]) -> tuple[str, str]:
    """The kind and number of whose data it is, by which the record tells it without a name: of a member the number by which
    everybody knows them, not one that they had before; of a contact also the deal, which stays when the contact is erased."""
    if person.member_ids:
        return "member", str(next(one.id for one in store.subjects.everybody() if one.id in person.member_ids))
    first, *others = [f"{row['id']} in deal {row['deal_id']}" for row in rows.get("contacts", ())] or [""]
    return ("contact" if first else "person"), f"{first} and {len(others)} more" if others else first


def _about(store: Store, person: Person) -> Mapping[str, Sequence[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for one in (each for each in store.subjects.about(person) if each.is_surely):
        rows[told_as(one.table)].append(store.everything.told(one.table, one.row))
    return rows


def _written(to: Path, sheets: Iterable[Sheet]) -> dict[str, int]:
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    for sheet in sheets:
        counts[sheet.name] = _one(to, sheet)
    with _begun(to / "legend.txt") as told:
        told.write(legend(counts))
    with _begun(to / "tables.json") as whole:  # last: with it, the export is whole
        whole.write(json.dumps(counts, indent=1))
    return counts


def _begun(path: Path) -> TextIO:
    """Whoever exports reads it, and nobody else, whatever the umask and whoever made the folder."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8", newline="")


def _one(to: Path, sheet: Sheet) -> int:
    count = 0
    with (
        _begun(to / f"{sheet.name}.jsonl") as lines,
        _begun(to / f"{sheet.name}.csv") as table,
    ):
        table.write(f"{_MARK}{line(sheet.columns)}\r\n")
        for row in sheet.rows:
            lines.write(_json(row) + "\n")
            table.write(line([_text(row[name]) for name in sheet.columns]) + "\r\n")
            count += 1
    return count


def _printed(sheets: Iterable[Sheet]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for sheet in sheets:
        for row in sheet.rows:
            click.echo(_json({"table": sheet.name, **row}))
            counts[sheet.name] = counts.get(sheet.name, 0) + 1
    return counts


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(dict(row), ensure_ascii=False, default=_plain)


def _text(value: Any) -> str:
    """As a cell has it; a negative number gets the mark of all that begins with a minus."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False).strip('"')


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
