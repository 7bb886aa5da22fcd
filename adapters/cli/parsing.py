"""`followthrough parse`: how a line or a date would be read. It writes nothing, opens no database and needs no setting."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from adapters.cli.opening import WRONG, end
from bot.app import system_clock
from bot.reading.calldata import Account, call_data
from bot.reading.datedata import date_data

Row = Mapping[str, Any]
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("text", nargs=-1)
@click.option("--context", type=_FILE, help='Accounts that are known: {"accounts": [{"account": …, "contacts": […]}]}.')
@click.option("--lines", type=_FILE, help="JSON lines to read: id, text, ref, tz (and day_first for dates).")
@click.option("--dates", "as_dates", is_flag=True, help="Reads each line as a date.")
def parse(text: tuple[str, ...], context: Path | None, lines: Path | None, *, as_dates: bool) -> None:
    """Shows how a call line, or with --dates a date, would be read. Writes nothing."""
    if bool(text) == bool(lines):
        end('followthrough parse "acme - dana sends the figures by fri", or --lines FILE', WRONG)
    try:
        accounts = _accounts(context) if context else ()
        rows = _rows(lines) if lines else ({"id": None, "text": " ".join(text), "ref": _now(), "tz": "UTC"},)
        for row in rows:
            read = date_data(row) if as_dates else call_data(row, accounts)
            click.echo(json.dumps(read, ensure_ascii=False) if lines else _shown(read))
    except UnicodeDecodeError:
        end("That file is no text in UTF-8.", WRONG)
    except _WrongFile as error:
        end(str(error), WRONG)


class _WrongFile(Exception):
    """Says where a file is not as expected, and what is."""


def _now() -> str:
    return system_clock().replace(tzinfo=None).isoformat()


def _shown(read: Row) -> str:
    """For a person: a line a fact, without what there is none of."""
    return "\n".join(f"{name:16} {value}" for name, value in read.items() if value not in (None, [], "", False))


def _accounts(file: Path) -> tuple[Account, ...]:
    try:
        rows = json.loads(file.read_text(encoding="utf-8-sig"))["accounts"]
        return tuple(map(_account, rows))
    except UnicodeDecodeError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        example = '{"accounts": [{"account": "Acme", "contacts": ["Dana Reyes"]}]}'
        raise _WrongFile(
            f"{file.name} does not tell which accounts there are. It should look like {example}."
        ) from error


def _account(row: Row) -> Account:
    contacts = row.get("contacts") or ()
    told = (row["account"], row.get("locale") or "US", row.get("tz") or "", *contacts)
    if isinstance(contacts, str) or not all(isinstance(one, str) for one in told):
        raise TypeError(row)
    name, locale, tz, *_ = told
    return Account(name, tuple(contacts), locale, tz)


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _row(line, f"Line {number} of {file.name}")


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise _WrongFile(f"{where} is no JSON.") from error
    if not isinstance(row, dict) or not (isinstance(row.get("text"), str) and isinstance(row.get("ref"), str)):
        raise _WrongFile(f'{where} should look like {{"text": "acme lvm", "ref": "2026-03-12T14:00:00"}}.')
    try:
        datetime.fromisoformat(row["ref"])
    except ValueError as error:
        raise _WrongFile(f"{where}: “{row['ref']}” is no day and hour. Write it like 2026-03-12T14:00:00.") from error
    return row
