"""The rows of an export as deals, one at a time, each read or refused by its number. Pure.

Dates without a time are taken as they stand: a CRM stores them as midnight UTC, and no zone may move them.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.hygiene import clean
from bot.reading.spreadsheets.cells import day_in, day_order, yes
from bot.reading.spreadsheets.headers import Columns
from bot.reading.spreadsheets.text import Sheet
from bot.reading.words.money import amount

_LONGEST_ID = 200  # characters; also what an index can hold
_LONGEST = 300  # of a name; longer ones are cut, with a remark
_SEEN_BITS = 1 << 26  # eight megabytes, in which a million keys hardly meet by chance
_ENDINGS = ("stage", "status", "is_won", "is_closed")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One deal of an export. `closed` is "won", "lost" or empty."""

    number: int  # as a spreadsheet counts: the header is row 1
    external_id: str
    title: str
    company: str = ""
    owner: str = ""
    stage: str = ""
    value: str = ""
    currency: str = ""
    closes_on: date | None = None
    contact: str = ""
    crm_next_step: str = ""
    crm_contact_on: date | None = None
    closed: str = ""
    reason: str = ""
    deleted: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.company}, {self.title}" if self.company and self.title else self.company or self.title


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken. `harmless`: the file says the same in another row, so nothing is lost."""

    number: int
    reason: str
    harmless: bool = False


@dataclass(frozen=True)
class Survey:
    """What only the whole file tells: how many rows, how dates are written, and which row of an id counts."""

    rows: int
    day_first: bool
    later: Mapping[int, int]  # row -> the row further down with the same id, which counts


def survey(sheet: Sheet, columns: Columns, *, day_first: bool) -> Survey:
    """Reads the file once. `day_first` is how whoever imports writes dates, for a file that does not tell."""
    dated = [columns.places[name] for name in ("closes_on", "crm_contact_on") if name in columns.places]
    told: bool | None = None
    seen, maybe = (
        bytearray(_SEEN_BITS // 8),
        set[int](),
    )  # a million ids as text would take as much memory as all the rest
    count = 0
    for _, cells in sheet.rows():
        count += 1
        if told is None:
            told = day_order(cells, dated)
        if len(cells) == len(sheet.header) and (key := _key(cells, columns)):
            place, bit = divmod(hash(key) % _SEEN_BITS, 8)
            if seen[place] >> bit & 1:
                maybe.add(hash(key))
            seen[place] |= 1 << bit
    return Survey(count, day_first if told is None else told, _later(sheet, columns, maybe))


def _later(sheet: Sheet, columns: Columns, maybe: set[int]) -> dict[int, int]:
    """Row -> the row further down with the same key, of those whose hash may come twice: the file is read once more."""
    last: dict[str, int] = {}
    later: dict[int, int] = {}
    for number, cells in sheet.rows() if maybe else ():
        if len(cells) == len(sheet.header) and (key := _key(cells, columns)) and hash(key) in maybe:
            if key in last:
                later[last[key]] = number
            last[key] = number
    return later


def rows_of(sheet: Sheet, columns: Columns, found: Survey) -> Iterator[ImportRow | Refused]:
    """Each row, in the file's order."""
    for number, cells in sheet.rows():
        if len(cells) != len(sheet.header):
            yield Refused(number, f"it has {len(cells)} cells, the header has {len(sheet.header)}")
            continue
        again = found.later.get(number)
        if again is None:
            yield _row(number, cells, columns, day_first=found.day_first)
        elif columns.by_row:
            yield Refused(number, f"row {again} says exactly the same, and counts", harmless=True)
        else:
            yield Refused(number, f"the id {_key(cells, columns)} comes again in row {again}, which counts")


def _key(cells: Sequence[str], columns: Columns) -> str:
    """By what a row is known again: its id, or where there is no such column, all that it says."""
    if not columns.by_row:
        return _tidy(cells[columns.places["external_id"]])
    said = "\x1f".join(cell.strip() for cell in cells)
    return f"row-{hashlib.sha256(said.encode(errors='replace')).hexdigest()[:24]}"


def _row(number: int, cells: Sequence[str], columns: Columns, *, day_first: bool) -> ImportRow | Refused:
    said = {name: cells[place] for name, place in columns.places.items()}
    for name, cell in said.items():
        if not (cell.isascii() and cell.isprintable()) or cell.startswith(" ") or cell.endswith(" "):
            said[name] = _tidy(cell)
    key = _key(cells, columns)
    if not key:
        return Refused(number, "it has no id, and names alone never decide")
    if len(key) > _LONGEST_ID:
        return Refused(number, f"its id is longer than {_LONGEST_ID} characters")
    if not said.get("title") and not said.get("company"):
        return Refused(number, "it has no name")
    value, *remarks = amount(said.get("value", ""))
    days: dict[str, date | None] = {}
    for name in ("closes_on", "crm_contact_on"):
        days[name], remark = day_in(said.get(name, ""), day_first=day_first)
        remarks.append(remark)
    long = [name for name in ("title", "company", "contact") if len(said.get(name, "")) > _LONGEST]
    remarks += [f"its {name} is cut to {_LONGEST} characters" for name in long]
    return ImportRow(
        number=number, external_id=key, title=said.get("title", "")[:_LONGEST], company=said.get("company", "")[:_LONGEST],
        owner=said.get("owner", ""), stage=said.get("stage", "")[:_LONGEST], value=value,
        currency=said.get("currency", "")[:3].upper(), closes_on=days["closes_on"], contact=said.get("contact", "")[:_LONGEST],
        crm_next_step=said.get("crm_next_step", ""), crm_contact_on=days["crm_contact_on"], closed=_closed(*(said.get(name, "") for name in _ENDINGS)),
        reason=said.get("reason", ""), deleted=yes(said.get("deleted", "")), remarks=tuple(filter(None, remarks)),
    )  # fmt: skip


def _tidy(cell: str) -> str:
    """One harmless line: what an export holds is as hostile as what is typed (reliability 3.5)."""
    if not (cell.isascii() and cell.isprintable()):
        cell = " ".join(clean(cell).split())
    return cell.strip()


@lru_cache(maxsize=1024)  # a pipeline has a few stages, and a file of it a million rows
def _closed(stage: str, status: str, is_won: str, is_closed: str) -> str:
    stage = stage.casefold().replace(" ", "").replace("-", "")
    status = status.casefold()
    if status in {"won", "lost"}:
        return status
    if stage in {"closedwon", "won"} or yes(is_won):
        return "won"
    return "lost" if stage in {"closedlost", "lost"} or yes(is_closed) else ""
