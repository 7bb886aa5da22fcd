"""What the columns of an export mean: the headers of three CRMs, or a mapping by hand. A header is never guessed silently.

Case, spaces, dots, dashes and underscores of a header count for nothing: "Close Date", CLOSEDATE and close_date are one.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# For each CRM: our field -> its headers.
_CRMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "salesforce": {
        "external_id": ("id", "opportunity id"), "title": ("name", "opportunity name"),
        "company": ("account name", "account.name"), "owner": ("ownerid", "owner", "owner name", "opportunity owner", "owner.email"),
        "stage": ("stagename", "stage"), "value": ("amount",), "currency": ("currencyisocode", "amount currency"),
        "closes_on": ("closedate",), "crm_next_step": ("nextstep",), "crm_contact_on": ("lastactivitydate", "last activity"),
        "is_closed": ("isclosed", "closed"), "is_won": ("iswon", "won"), "deleted": ("isdeleted",),
        "contact": ("contact name",), "reason": ("loss reason",),
    },
    "hubspot": {
        "external_id": ("record id", "record id - deal", "deal id"), "title": ("deal name",),
        "company": ("associated company", "associated company (primary)", "company name"), "owner": ("deal owner",),
        "stage": ("deal stage",), "value": ("amount", "amount in company currency"), "currency": ("currency",),
        "closes_on": ("close date",), "crm_next_step": ("next step",), "crm_contact_on": ("last activity date", "last contacted"),
        "contact": ("associated contact", "contact name"), "reason": ("closed lost reason",),
    },
    "pipedrive": {
        "external_id": ("deal - id",), "title": ("deal - title",), "company": ("deal - organization", "organization - name"),
        "owner": ("deal - owner",), "stage": ("deal - stage",), "value": ("deal - value",),
        "currency": ("deal - currency", "deal - currency of value"), "closes_on": ("deal - expected close date",),
        "crm_contact_on": ("deal - last activity date",), "status": ("deal - status",),
        "contact": ("deal - contact person", "person - name"), "reason": ("deal - lost reason",),
    },
}  # fmt: skip
_FILE = "file"  # the source of what is no CRM's
_SIGNS = {"salesforce": "stage", "hubspot": "title", "pipedrive": "title"}  # besides the id, what tells a CRM

# The name of a field in a mapping by hand -> our field, and headers that suggest it.
BY_HAND: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "id": ("external_id", ("id", "opportunity id", "deal id", "record id", "number", "key", "ref", "reference", "nr", "no", "nummer")),
    "title": ("title", ("title", "name", "deal", "deal name", "opportunity", "opportunity name", "project", "product", "subject", "what", "about", "topic", "betreff", "projekt")),
    "company": ("company", ("company", "account", "account name", "customer", "client", "organization", "organisation", "firm", "firma", "kunde", "prospect", "business")),
    "contact": ("contact", ("contact", "contact name", "contact person", "person", "who", "ansprechpartner", "buyer")),
    "owner": ("owner", ("owner", "owner id", "sales agent", "sales rep", "rep", "salesperson", "assigned to", "responsible", "sales person", "verkäufer", "zuständig")),
    "stage": ("stage", ("stage", "deal stage", "stage name", "phase", "pipeline stage")),
    "status": ("status", ("status", "state", "result", "outcome")),
    "value": ("value", ("value", "amount", "close value", "deal value", "price", "total", "revenue", "worth", "size", "wert", "betrag", "umsatz")),
    "currency": ("currency", ("currency", "currency code", "ccy", "cur", "währung")),
    "closes": ("closes_on", ("close date", "closing date", "expected close", "expected close date", "closes", "expected", "due", "abschluss", "closing")),
    "last-contact": ("crm_contact_on", ("last contact", "last contacted", "last activity", "last activity date", "last call", "last spoke", "last spoken", "last touch", "spoke on", "letzter kontakt")),
    "next-step": ("crm_next_step", ("next step", "next action", "to do", "next", "nächster schritt")),
    "reason": ("reason", ("lost reason", "loss reason", "closed lost reason", "why lost", "reason")),
}  # fmt: skip


class WrongMapping(ValueError):
    """A mapping by hand that cannot be; the text says why and what would be right."""


@dataclass(frozen=True)
class Columns:
    """`source` is the CRM, or "file …" for any other header row; `places` says where each of our fields stands."""

    source: str
    places: Mapping[str, int]

    @property
    def by_row(self) -> bool:
        """Without an id, a row is known by all it says."""
        return "external_id" not in self.places

    def unread(self, header: Sequence[str]) -> list[str]:
        """Columns of a list of one's own that nothing says the meaning of. A CRM's export has many that are nobody's."""
        read = {*self.places.values()} if self.source.startswith(_FILE) else {*range(len(header))}
        return [name for place, name in enumerate(header) if name and place not in read]


def signature(header: Sequence[str]) -> str:
    """What is remembered of a header row: the next file with the same one is read the same way."""
    return hashlib.sha256("\x1f".join(map(_plain, header)).encode(errors="replace")).hexdigest()


def recognised(header: Sequence[str]) -> Columns | None:
    """The CRM whose headers these are; or ours, where each column is called as a field is: nothing is guessed then."""
    names = [_plain(name) for name in header]
    found = {}
    for crm, fields in _CRMS.items():
        places = _places(fields, names)
        if {"external_id", "title", _SIGNS[crm]} <= places.keys():
            found[crm] = places
    if not found:
        return _called_as_our_fields(header, names)
    best = max(found, key=lambda crm: len(found[crm]))
    return Columns(best, found[best])


def _called_as_our_fields(header: Sequence[str], names: Sequence[str]) -> Columns | None:
    fields = {_plain(name): field for name, (field, _) in BY_HAND.items()}
    if {*names} - {"", *fields}:
        return None
    places = {fields[name]: names.index(name) for name in names if name}
    return Columns(_by_its_own(header), places) if places.keys() & {"title", "company"} else None


def _by_its_own(header: Sequence[str]) -> str:
    return f"{_FILE} {signature(header)[:12]}"


def mapped(header: Sequence[str], by_hand: Mapping[str, str]) -> Columns:
    """The columns as somebody said (field -> header), over those that are recognised. Raises WrongMapping."""
    known = recognised(header)
    names = [_plain(name) for name in header]
    places = dict(known.places) if known else {}
    for name, column in by_hand.items():
        if name not in BY_HAND:
            raise WrongMapping(f"There is no field “{name[:40]}”. The fields are: {', '.join(BY_HAND)}.")
        if _plain(column) not in names:
            raise WrongMapping(
                f"There is no column “{column[:60]}”. The columns are: {', '.join(filter(None, header))}."
            )
        places[BY_HAND[name][0]] = names.index(_plain(column))
    if not places.keys() & {"title", "company"}:
        raise WrongMapping("Say at least which column is the title or the company.")
    return Columns(known.source if known else _by_its_own(header), places)


def suggested(header: Sequence[str]) -> dict[str, str]:
    """A proposal for a mapping by hand, field -> header; people decide."""
    names = [_plain(name) for name in header]
    found: dict[str, str] = {}
    for name, (_, likely) in BY_HAND.items():
        place = next((names.index(_plain(one)) for one in likely if _plain(one) in names), None)
        if place is not None and header[place] not in found.values():
            found[name] = header[place]
    return found


def _places(fields: Mapping[str, Sequence[str]], names: Sequence[str]) -> dict[str, int]:
    plain = {field: [_plain(way) for way in ways] for field, ways in fields.items()}
    return {field: names.index(way) for field, ways in plain.items() for way in reversed(ways) if way in names}


def _plain(name: str) -> str:
    return re.sub(r"[\s_.\-]+", "", name.casefold())
