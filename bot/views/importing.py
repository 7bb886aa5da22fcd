"""What is said about an import: on the command line and on the page, the same sentences."""

import shlex
from collections.abc import Mapping, Sequence
from datetime import date

from bot.days import written
from bot.reading.csvheaders import suggested

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


def source_name(source: str) -> str:
    return _SOURCES.get(source, "columns mapped by hand")


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


def unknown_owner(owner: str, count: int, fallback: str) -> str:
    return f"{rows_said(count)} of the unknown owner {owner} go{'es' if count == 1 else ''} to {fallback}"


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
