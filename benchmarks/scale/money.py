"""From what was measured to machines, bytes and money. Prices are inputs, and no authority."""

from dataclasses import dataclass

from benchmarks.scale.measured import Measured
from bot.store.tables import metadata

WORKING_DAYS = 228  # of a member and year, less leave; the simulation prints what the rules give without leave
LINES_A_DAY = 10  # what a member types or presses on a working day
NEW_DEALS = 60  # of a member and year
KEPT_TEXT_DAYS = 90  # of a message (adapters.cli.settings)
COPIES = 3  # the database, its standby, and what backups take
AT_MOST = 0.5  # of a core in the busiest half hour
ACTS_WITHIN, ACTS = 1_800, 0.5  # half of a day's lines come in the half hour behind the list
_OF_A_DEAL = ("deals", "deal_changes", "acts", "contacts")


@dataclass(frozen=True)
class Prices:
    core: float = 15.0  # a month, with its memory
    gigabyte: float = 0.12  # a month, on a fast disk


@dataclass(frozen=True)
class Bill:
    rows_a_year: float
    bytes_a_year: float
    answers_a_second: float  # in the half hour behind the busiest minute
    web_cores: float
    worker_cores: float
    database_cores: float
    a_month: float  # a member, after a year


def bill(found: Measured, members: int, busiest: int, workers: int, prices: Prices) -> Bill:
    lines = LINES_A_DAY * WORKING_DAYS
    rows = {name: many * lines for name, many in found.rows_of.items() if name != "meta"}
    rows |= {name: rows.get(name, 0) + NEW_DEALS for name in _OF_A_DEAL}
    rows |= {"digests": WORKING_DAYS, "outbox": WORKING_DAYS}
    stored = sum(many * found.bytes_of[name] for name, many in rows.items())
    with_text = WORKING_DAYS * KEPT_TEXT_DAYS / 365
    stored -= (WORKING_DAYS - with_text) * max(0.0, found.bytes_of["outbox"] - found.forgotten)
    answers = busiest * LINES_A_DAY * ACTS / ACTS_WITHIN
    web = answers * found.answer / AT_MOST
    database = web / 2  # assumed: as busy as half of what asks it, and a standby that is as large
    cores = web + workers + 2 * database
    month = (cores * prices.core + members * stored * COPIES / 1e9 * prices.gigabyte) / members
    return Bill(sum(rows.values()), stored, answers, web, workers, database, month)


def tables_of_everybody() -> list[str]:
    """Those without an organisation in them: what many databases would have to share, or each have of its own."""
    return sorted(name for name, table in metadata.tables.items() if "organisation_id" not in table.columns)


def keys_of_everybody() -> list[str]:
    """Tables that are known by a number alone: it is one database's, and another may give it again."""
    return sorted(
        name for name, table in metadata.tables.items()
        if [column.name for column in table.primary_key.columns] == ["id"]
    )  # fmt: skip
