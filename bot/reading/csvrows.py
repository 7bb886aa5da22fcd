"""A CRM's export as rows of deals: encodings, separators, and the headers of three CRMs. Pure; a broken file says where.

Dates without a time are taken as they stand: a CRM stores them as midnight UTC, and no zone may move them.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.reading.csvcells import amount, day_in, day_order, yes

csv.field_size_limit(1_000_000)


class BrokenFile(ValueError):
    """A file that cannot be read as an export; the text says where and what to do."""


@dataclass(frozen=True)
class ImportRow:
    """One deal of an export. `closed` is "won", "lost" or empty; `missing` names columns that the file does not have."""

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


@dataclass(frozen=True)
class Refused:
    number: int
    reason: str


@dataclass(frozen=True)
class Export:
    """What was read: the CRM, the fields that its columns hold, and each row or why it was refused."""

    crm: str
    columns: frozenset[str]
    rows: tuple[ImportRow, ...]
    refused: tuple[Refused, ...] = field(default=())


# For each CRM: our field -> its headers, in lower case.
HEADERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "salesforce": {
        "external_id": ("id", "opportunity id", "opportunityid"), "title": ("name", "opportunity name"),
        "company": ("account name", "account.name", "accountname"), "owner": ("ownerid", "owner", "owner name", "owner.name", "opportunity owner", "owner.email"),
        "stage": ("stagename", "stage"), "value": ("amount",), "currency": ("currencyisocode", "amount currency"),
        "closes_on": ("closedate", "close date"), "crm_next_step": ("nextstep", "next step"),
        "crm_contact_on": ("lastactivitydate", "last activity"), "is_closed": ("isclosed", "closed"), "is_won": ("iswon", "won"),
        "deleted": ("isdeleted",), "contact": ("contact name", "contact.name"), "reason": ("loss reason", "lossreason"),
    },
    "hubspot": {
        "external_id": ("record id", "record id - deal", "deal id"), "title": ("deal name",), "company": ("associated company", "associated company (primary)", "company name"),
        "owner": ("deal owner",), "stage": ("deal stage",), "value": ("amount", "amount in company currency"), "currency": ("currency",),
        "closes_on": ("close date",), "crm_next_step": ("next step",), "crm_contact_on": ("last activity date", "last contacted"),
        "contact": ("associated contact", "contact name"), "reason": ("closed lost reason",),
    },
    "pipedrive": {
        "external_id": ("deal - id",), "title": ("deal - title",), "company": ("deal - organization", "organization - name"),
        "owner": ("deal - owner",), "stage": ("deal - stage",), "value": ("deal - value",), "currency": ("deal - currency", "deal - currency of value"),
        "closes_on": ("deal - expected close date",), "crm_contact_on": ("deal - last activity date",), "status": ("deal - status",),
        "contact": ("deal - contact person", "person - name"), "reason": ("deal - lost reason",),
    },
}  # fmt: skip


_SIGNS = {"salesforce": "stage", "hubspot": "title", "pipedrive": "title"}  # besides the id, what tells a CRM


def read_export(content: bytes, *, day_first: bool) -> Export:
    """The deals of an export. Raises BrokenFile when there is nothing to read."""
    numbered = list(_records(_decoded(content)))
    if not numbered:
        raise BrokenFile("The file is empty. Export your deals with a header row and try again.")
    header = [name.strip().lower() for name in numbered[0][1]]
    crm, columns = _recognised(header)
    first = day_order(
        [cells for _, cells in numbered[1:]],
        [columns[c] for c in ("closes_on", "crm_contact_on") if c in columns],
        day_first,
    )
    rows: dict[str, ImportRow] = {}
    refused: list[Refused] = []
    for number, cells in numbered[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            refused.append(Refused(number, f"it has {len(cells)} cells, the header has {len(header)}"))
            continue
        row = _row(number, {name: cells[index].strip() for name, index in columns.items()}, day_first=first)
        if isinstance(row, Refused):
            refused.append(row)
            continue
        if row.external_id in rows:
            refused.append(
                Refused(
                    rows.pop(row.external_id).number,
                    f"the id {row.external_id} comes again in row {number}, which counts",
                )
            )
        rows[row.external_id] = row
    return Export(crm, frozenset(columns), tuple(rows.values()), tuple(sorted(refused, key=lambda one: one.number)))


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise BrokenFile("This is no CSV text. Export your deals as CSV (UTF-8) and try again.")
    return text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells). A quote that is never closed is told by the row where it opens."""
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error:
        raise BrokenFile(
            f"Row {number + 1} cannot be read: a quotation mark is open or in the wrong place."
            " Mend that row, or export the file again."
        ) from None


def _recognised(header: Sequence[str]) -> tuple[str, dict[str, int]]:
    """The CRM and where each of our fields stands."""
    found = {}
    for crm, fields in HEADERS.items():
        places = {name: header.index(one) for name, ways in fields.items() for one in reversed(ways) if one in header}
        if {"external_id", "title", _SIGNS[crm]} <= places.keys():
            found[crm] = places
    if not found:
        raise BrokenFile(
            "The first row names no columns that I know. I read exports of Salesforce (ID, NAME, STAGENAME),"
            " HubSpot (Record ID, Deal Name) and Pipedrive (Deal - ID, Deal - Title)."
        )
    best = max(found, key=lambda crm: len(found[crm]))
    return best, found[best]


def _row(number: int, cells: Mapping[str, str], *, day_first: bool) -> ImportRow | Refused:
    if not cells["external_id"]:
        return Refused(number, "it has no id, and names alone never decide")
    if not cells["title"] and not cells.get("company"):
        return Refused(number, "it has no name")
    remarks: list[str] = []
    value, remark = amount(cells.get("value", ""))
    remarks += [remark] if remark else []
    days: dict[str, date | None] = {}
    for name in ("closes_on", "crm_contact_on"):
        days[name], remark = day_in(cells.get(name, ""), day_first=day_first)
        remarks += [remark] if remark else []
    return ImportRow(
        number=number, external_id=cells["external_id"], title=cells["title"], company=cells.get("company", ""),
        owner=cells.get("owner", ""), stage=cells.get("stage", ""), value=value, currency=cells.get("currency", "")[:3].upper(),
        closes_on=days["closes_on"], contact=cells.get("contact", ""), crm_next_step=cells.get("crm_next_step", ""),
        crm_contact_on=days["crm_contact_on"], closed=_closed(cells), reason=cells.get("reason", ""),
        deleted=yes(cells.get("deleted", "")), remarks=tuple(remarks),
    )  # fmt: skip


def _closed(cells: Mapping[str, str]) -> str:
    stage = cells.get("stage", "").lower().replace(" ", "")
    status = cells.get("status", "").lower()
    if status in {"won", "lost"}:
        return status
    if stage in {"closedwon", "won"} or yes(cells.get("is_won", "")):
        return "won"
    return "lost" if stage in {"closedlost", "lost"} or yes(cells.get("is_closed", "")) else ""
