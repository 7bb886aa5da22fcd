"""`followthrough parse`: how a line or a date would be read. It writes nothing, opens no database and needs no setting."""

import json
from collections.abc import Iterator, Mapping
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
        accounts = _accounts(context)
        rows = _rows(lines) if lines else ({"id": None, "text": " ".join(text), "ref": _now(), "tz": "UTC"},)
        for row in rows:
            read = date_data(row) if as_dates else call_data(row, accounts)
            click.echo(json.dumps(read, ensure_ascii=False) if lines else _shown(read))
    except (ValueError, KeyError, TypeError) as error:
        end(f"That file is not as expected: {error}.", WRONG)


def _now() -> str:
    return system_clock().replace(tzinfo=None).isoformat()


def _shown(read: Row) -> str:
    """For a person: a line a fact, without what there is none of."""
    return "\n".join(f"{name:16} {value}" for name, value in read.items() if value not in (None, [], "", False))


def _accounts(file: Path | None) -> tuple[Account, ...]:
    if file is None:
        return ()
    rows = json.loads(file.read_text(encoding="utf-8"))["accounts"]
    return tuple(
        Account(r["account"], tuple(r.get("contacts", ())), r.get("locale", "US"), r.get("tz", "")) for r in rows
    )


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
