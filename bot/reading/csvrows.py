"""A CRM's export as rows of deals: encodings, separators, and the headers of three CRMs. Pure; a broken file says where.

Dates without a time are taken as they stand: a CRM stores them as midnight UTC, and no zone may move them.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from dateutil import parser as dateparser

csv.field_size_limit(1_000_000)
_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})\b")
_LATEST_YEAR = 2200


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
    first = _day_order(
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
        deleted=_yes(cells.get("deleted", "")), remarks=tuple(remarks),
    )  # fmt: skip


def amount(text: str) -> tuple[str, str]:
    """("1200.50", remark): separators of thousands removed; what is no amount is left out and remarked on."""
    plain = re.sub(r"[\s\u00a0'’€$£]", "", text)
    if not plain:
        return "", ""
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+,\d{1,2}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return "", f"“{text[:30]}” is no amount, left out"
    if not number.is_finite() or number < 0 or number >= Decimal("1e15"):
        return "", f"“{text[:30]}” is no amount of a deal, left out"
    whole = number.quantize(Decimal("0.01"))
    return (str(int(whole)) if whole == int(whole) else str(whole)), ""


def day_in(text: str, *, day_first: bool) -> tuple[date | None, str]:
    """(the day, remark) of a cell; the zone of a date never moves it."""
    if not text:
        return None, ""
    try:
        iso = _ISO.match(text)
        if iso:
            return date(*(int(part) for part in iso.groups())), ""
        slashed = _SLASHED.match(text)
        if slashed:
            first, second, year = (int(part) for part in slashed.groups())
            day, month = (first, second) if day_first or "." in slashed[0] else (second, first)
            return date(year if year > 99 else 2000 + year, month, day), ""  # noqa: PLR2004 - two digits
        found = dateparser.parse(text, dayfirst=day_first).date()
    except (ValueError, OverflowError):
        return None, f"“{text[:30]}” is no date, left out"
    return (found, "") if found.year < _LATEST_YEAR else (None, f"“{text[:30]}” is no date, left out")


def _day_order(rows: Sequence[Sequence[str]], places: Sequence[int], day_first: bool) -> bool:  # noqa: FBT001 - as the member writes dates
    """Day or month first, from a value that can only be read one way; else as the member writes."""
    for cells in rows:
        for place in places:
            slashed = _SLASHED.match(cells[place].strip()) if place < len(cells) else None
            if slashed and "/" in slashed[0]:
                first, second = int(slashed[1]), int(slashed[2])
                if first > 12 or second > 12:  # noqa: PLR2004 - months
                    return first > 12  # noqa: PLR2004
    return day_first


def _closed(cells: Mapping[str, str]) -> str:
    stage = cells.get("stage", "").lower().replace(" ", "")
    status = cells.get("status", "").lower()
    if status in {"won", "lost"}:
        return status
    if stage in {"closedwon", "won"} or _yes(cells.get("is_won", "")):
        return "won"
    return "lost" if stage in {"closedlost", "lost"} or _yes(cells.get("is_closed", "")) else ""


def _yes(text: str) -> bool:
    return text.lower() in {"true", "1", "yes", "y"}
