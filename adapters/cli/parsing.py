"""`followthrough parse`: how a line or a date would be read. It writes nothing, opens no database and needs no setting."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from adapters.cli.opening import WRONG, end
from bot.reading.calldata import Account, call_data
from bot.reading.datedata import date_data

Row = Mapping[str, Any]
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("text", nargs=-1)
@click.option("--context", type=_FILE, help='The accounts that are known: {"accounts": [{"account": …, "contacts": […]}]}.')
@click.option("--lines", type=_FILE, help="JSON lines to read: id, text, ref, tz (and day_first for dates).")
@click.option("--dates", is_flag=True, help="Reads each line as a date.")
def parse(text: tuple[str, ...], *, context: Path | None, lines: Path | None, dates: bool) -> None:
    """Shows how a call line, or with --dates a date, would be read. Writes nothing."""
    known = _accounts(context)
    if lines:
        for row in _rows(lines):
            click.echo(json.dumps(date_data(row) if dates else call_data(row, known), ensure_ascii=False))
        return
    end("Nothing to read.", WRONG)


def _accounts(file: Path | None) -> tuple[Account, ...]:
    if file is None:
        return ()
    return tuple(Account(**row) for row in json.loads(file.read_text(encoding="utf-8"))["accounts"])


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
