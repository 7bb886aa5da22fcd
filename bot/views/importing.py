"""What is said about an import: on the command line and on the page, the same sentences."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, File, Table, Text, Tone
from bot.days import written
from bot.reading.spreadsheets.headers import suggested
from bot.views.files import csv_file

Row = tuple[str, str, str, str]
_SOURCES = {"salesforce": "Salesforce", "hubspot": "HubSpot", "pipedrive": "Pipedrive"}
FIELDS: Mapping[str, str] = {
    "id": "Id: tells the rows apart, and finds them again next time",
    "title": "Title: what it is about",
    "company": "Company",
    "contact": "Contact: a person there",
    "owner": "Owner: whose deal it is",
    "stage": "Stage",
    "status": "Status: open, won or lost",
    "value": "Value",
    "currency": "Currency",
    "closes": "Close date",
    "last-contact": "Last contact",
    "next-step": "Next step",
    "reason": "Why it was lost",
}
_COLUMNS_SHOWN = 60
_ROWS_SHOWN, _REFUSED_SHOWN = 12, 100
_OWNERS_SHOWN = 4
_COLUMNS = ("Row", "Deal", "Owner", "What")


def source_name(source: str) -> str:
    return _SOURCES.get(source, "a list of your own")


def rows_said(count: int) -> str:
    return f"{count:,} row{'s' if count != 1 else ''}"


def counts_said(counts: Mapping[str, int]) -> str:
    """ "8,000 created, 12 updated, 3 refused"."""
    said = [
        f"{counts[kind]:,} {kind}"
        for kind in ("created", "updated", "unchanged", "skipped", "refused")
        if counts.get(kind)
    ]
    return ", ".join(said) or "no rows"


def unknown_owners(counts: Sequence[tuple[str, int]], fallback: str) -> list[str]:
    """Who is not a member here, the most rows first."""
    said = [
        f"{_rows_go(count, f'of the unknown owner {owner}')} to {fallback}" for owner, count in counts[:_OWNERS_SHOWN]
    ]
    rest = counts[_OWNERS_SHOWN:]
    if rest:
        said.append(f"{_rows_go(sum(c for _, c in rest), f'of {len(rest)} more unknown owners')} to {fallback}")
    return said


def _rows_go(count: int, which: str) -> str:
    return f"{rows_said(count)} {which} go{'es' if count == 1 else ''}"


def doubled(count: int) -> str:
    """Said before and after: names propose, people decide."""
    if not count:
        return ""
    one = count == 1
    return (
        f"{rows_said(count)} look{'s' if one else ''} like {'a deal that is' if one else 'deals that are'} here already under"
        f" another id, or none. {'It is' if one else 'They are'} kept apart: a name alone never merges deals."
    )


def waking(count: int, first: date | None, last: date | None, today: date) -> str:
    """Never a wall: a few a day (voice.md 2)."""
    if not count or first is None or last is None:
        return ""
    days = (
        f"on {written(first, today)}" if first == last else f"from {written(first, today)} until {written(last, today)}"
    )
    which = "open deal comes" if count == 1 else "open deals come"
    return f"{count:,} {which} up in the morning list, a few a day, the newest contact first, {days}."


def went_on(rows: int, when: str) -> str:
    return f"This import was interrupted ({when}) and went on where it had stopped: {rows_said(rows)} were in already."


def taken_back() -> str:
    return "It was taken back while it ran: what was left has been left alone."


def without_id() -> str:
    return (
        "No column is the id: a row is known again by all it says. The same file changes nothing a second time;"
        " a row that was edited comes in as a new deal."
    )


def unread(columns: Sequence[str]) -> str:
    """Whoever named some columns meant no other to be lost."""
    if not columns:
        return ""
    more = f" and {len(columns) - _COLUMNS_SHOWN} more" if len(columns) > _COLUMNS_SHOWN else ""
    named = f"{', '.join(columns[:_COLUMNS_SHOWN])}{more}"
    return f"Not read, since nobody said what {'it is' if len(columns) == 1 else 'they are'}: {named}."


def row_note(*, note: str, like: str, wakes_on: date | None, today: date) -> str:
    parts = [
        f"comes up {written(wakes_on, today)}" if wakes_on else "", f"looks like deal {like}" if like else "", note,
    ]  # fmt: skip
    return "; ".join(filter(None, parts))


def unknown_header(header: Sequence[str], command: str) -> str:
    """What was found, and the exact line to type."""
    found = [name for name in header if name]
    shown = ", ".join(found[:_COLUMNS_SHOWN]) + (
        f" and {len(found) - _COLUMNS_SHOWN} more" if len(found) > _COLUMNS_SHOWN else ""
    )
    guess = suggested(header)
    pairs = guess if guess.keys() & {"title", "company"} else {**guess, "title": found[0] if found else ""}
    typed = " ".join(f"--map {shlex.quote(f'{field}={column}')}" for field, column in pairs.items())
    return (
        "The first row names no columns that I know: I read exports of Salesforce (ID, NAME, STAGENAME), HubSpot (Record ID,"
        f" Deal Name) and Pipedrive (Deal - ID, Deal - Title).\nFound: {shown}\nSay what they are, for instance:\n"
        f"  {command} {typed}\nFields: {', '.join(FIELDS)}. It is remembered for the next file with this header row."
    )


def progress(done: int, rows: int) -> str:
    return f"{done:,} of {rows_said(rows)}"


@dataclass(frozen=True)
class Told:
    """A report as it is shown: sentences, and (row number, deal, owner, what happens) of the rows."""

    title: str
    counts: str
    remarks: Sequence[str]
    refused: Sequence[Row]
    doubles: Sequence[Row]
    rows: Sequence[Row]
    others: int  # rows beside the refused, most of which are not shown
    act_id: int | None = None


def report_card(told: Told, *, preview: bool) -> Card:
    """The refused rows first, then those that look like a deal that is here already, then the first of all."""
    blocks: list[Block] = [Text(told.counts), *(Text(remark) for remark in told.remarks)]
    if told.act_id:
        blocks.append(Buttons((Button("What is due?", "followups"), Button("Take it all back", f"undo {told.act_id}"))))
    why = [(number, deal, said) for number, deal, _, said in told.refused]
    blocks += _rows("Not taken", ("Row", "Deal", "Why"), why, _REFUSED_SHOWN, len(why))
    blocks += _rows("Look like a deal that is here already", _COLUMNS, told.doubles, _ROWS_SHOWN, len(told.doubles))
    blocks += _rows("What would happen" if preview else "What happened", _COLUMNS, told.rows, _ROWS_SHOWN, told.others)
    return Card(told.title, tuple(blocks))


def refused_file(refused: Sequence[Row]) -> File:
    """Every refused row by its number, to mend them in the file."""
    return csv_file(
        "not-taken.csv", [("Row", "Deal", "Why"), *((number, deal, why) for number, deal, _, why in refused)]
    )


def _rows(
    heading: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], most: int, count: int
) -> list[Block]:  # fmt: skip
    if not rows:
        return []
    left = count - min(most, len(rows))
    more = [Text(f"… and {rows_said(left)} more.", Tone.quiet)] if left > 0 else []
    return [Text(heading, Tone.strong), Table(columns, tuple(rows[:most])), *more]


# The page's way to import.
TITLE = "Import a file"
CHOOSE = (
    "Export your deals from Salesforce, HubSpot or Pipedrive as CSV, or take any list with a header row. First you see"
    " what would happen; nothing is changed before you say so."
)
OWN_ROWS_ONLY = "Rows of your own come in. Rows that belong to a colleague are left for a manager to import."
WHAT_ARE_THE_COLUMNS = (
    "I do not know this header row. Say once what the columns mean: it is remembered for the next file like it. Only the"
    " title or the company has to be there."
)
NOT_IN_THE_FILE = "not in the file"
GONE = "That file is no longer here: choose it again. An import that was interrupted goes on where it had stopped."
NO_FILE = "Choose a file first."
STOPPED = "It stopped before the end. Choose the file again: it goes on where it had stopped, and nothing comes twice."


def too_large(megabytes: int) -> str:
    return f"That file is larger than {megabytes} MB. Export it in parts."


def whose(owner_count: int) -> str:
    """The label of the choice of who gets what nobody owns."""
    return "Whose are the rows of an unknown owner, or of none?" if owner_count > 1 else ""
