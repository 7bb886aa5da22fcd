"""`followthrough audit`: who did what, when and from where; and whether the record is what was written."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import NamedTuple

import click

from adapters.cli.audit_findings import against_the_rule, goes_back, put_in
from adapters.cli.opening import FAILED, WRONG, end, looked_at
from adapters.cli.organisations import chosen_of
from adapters.cli.settings import read_settings
from adapters.cli.subjects import like
from adapters.local.clock import furthest_ahead
from bot.model import SERVER, Entry
from bot.store import AuditHead, Colleague, Looking, Operator, Verdict
from bot.views.files import line

_COLUMNS = ("id", "at", "organisation", "source", "member", "name", "action", "outcome", "what", "which", "digest")
_NAME = 20


class _Wanted(NamedTuple):
    since: datetime | None
    until: datetime | None
    organisation_id: int | None
    member: str
    action: str


class _Names(NamedTuple):
    """Names stand nowhere in the record: they are as they are now."""

    members: Mapping[int, str]
    organisations: Mapping[int, str]


@click.command()
@click.option("--from", "first", default="", metavar="DATE", help="The first day (UTC), such as 2026-03-01.")
@click.option("--to", "last", default="", metavar="DATE", help="The last day (UTC).")
@click.option("--member", default="", metavar="NAME|EMAIL|NUMBER", help="Who did it, or to whom it was done.")
@click.option("--action", default="", help="Such as make, undo, install, sign in.")
@click.option("--organisation", default="", help="One of several; unless said, all, and the server's own.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON each.")
@click.option("--csv", "as_csv", is_flag=True, help="For a spreadsheet.")
@click.option("--check", is_flag=True, help="Whether the record is whole and unchanged; exit code 1 when it is not.")
@click.option("--head", "heads", multiple=True, metavar="CHAIN:NUMBER:HASH", help="With --check: the end of a chain as you wrote it down.")  # fmt: skip
def audit(
    first: str, last: str, member: str, action: str, organisation: str, heads: tuple[str, ...], *, as_json: bool, as_csv: bool, check: bool
) -> None:  # fmt: skip
    """Prints the audit record, or checks it, also while the bot runs."""
    if as_json and as_csv:
        end("Choose one: --json or --csv.", WRONG)
    if heads and not check:
        end("--head is compared by --check: followthrough audit --check --head CHAIN:NUMBER:HASH", WRONG)
    since, until = _day(first), _day(last)
    with looked_at() as database:
        where = chosen_of(database.survey(lambda o: o.organisations()), organisation).id if organisation else None
        if check:
            sys.exit(_checked(database, where, dict(map(_head, heads))))
        wanted = _Wanted(since, until + timedelta(days=1) if until else None, where, member, action)
        database.survey(lambda operator: _print(operator, wanted, as_json=as_json, as_csv=as_csv))


def _print(operator: Operator, wanted: _Wanted, *, as_json: bool, as_csv: bool) -> None:
    names = _Names(operator.audit_names(wanted.organisation_id), {one.id: one.name for one in operator.organisations()})
    if as_csv:
        click.echo(line(_COLUMNS))
    many = 0
    for entry in _found(operator, wanted):
        many += 1
        row = _row(entry, names)
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else line(_texts(row)) if as_csv else _line(row))
    if not many and not as_json and not as_csv:
        end("There is no such entry.", FAILED)


def _found(operator: Operator, wanted: _Wanted) -> Iterator[Entry]:
    ids = operator.audit_members(wanted.member, wanted.organisation_id) if wanted.member else frozenset()
    if wanted.member and not ids:
        members = [Colleague(id_, name, "") for id_, name in operator.audit_names(wanted.organisation_id).items()]
        others = like(wanted.member, members)
        end(f"Nobody is called “{wanted.member}”.{f' There is {others}.' if others else ''}", WRONG)
    for entry in operator.audit_chain.entries(wanted.since, wanted.until, wanted.organisation_id):
        concerns = {entry.member_id, int(entry.which) if entry.what == "member" and entry.which else None}
        if (not wanted.action or entry.action == wanted.action.lower()) and (not wanted.member or concerns & ids):
            yield entry


def _row(entry: Entry, names: _Names) -> dict[str, str | int | None]:
    organisation = names.organisations.get(entry.chain, "") if entry.organisation_id else "server"
    values = (
        entry.id, entry.at.astimezone(UTC).isoformat(timespec="seconds"), organisation, entry.source, entry.member_id,
        names.members.get(entry.member_id or 0, ""), entry.action, entry.outcome, entry.what, entry.which, entry.digest,
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _line(row: Mapping[str, str | int | None]) -> str:
    who = f"{row['name']} ({row['member']})" if row["member"] else str(row["organisation"])
    told = [str(row["action"]), *([str(row["outcome"])] if row["outcome"] != "done" else [])]
    return f"{str(row['at'])[:19].replace('T', ' ')}  {row['source']:<9}  {who:<{_NAME}}  {', '.join(told):<20}  {row['what']} {row['which']}".rstrip()


def _texts(row: Mapping[str, str | int | None]) -> list[str]:
    return ["" if value is None else str(value) for value in row.values()]


def _checked(database: Looking, organisation_id: int | None, heads: Mapping[int, AuditHead]) -> int:
    """The exit code. Every chain is told of, also behind one that is broken."""
    wanted = database.survey(lambda o: o.audit_chain.chains()) if organisation_id is None else [organisation_id]
    names = {one.id: one.name for one in database.survey(lambda o: o.organisations())}
    code, months = 0, read_settings().keep_audit_months
    for chain in sorted({*wanted, *heads}):
        verdict = database.survey(partial(_verdict, chain=chain, kept=heads.get(chain)))
        whose = "the server's own" if chain == SERVER else names.get(chain, "an organisation that is not there")
        rule = database.survey(partial(_rule, verdict=verdict, months=months))
        removed = against_the_rule(verdict, rule)
        click.echo(_told(whose, verdict, rule))
        if removed and not verdict.problem:
            click.echo(removed)
        if verdict.backwards.many:
            click.echo(f"Chain {chain}: {goes_back(verdict, database.survey(furthest_ahead))}.")
        code = FAILED if verdict.problem or removed else code
    strays = database.survey(lambda operator: operator.audit_chain.strays())
    if strays.many:
        click.echo(put_in(strays))
        code = FAILED
    waiting = database.survey(lambda operator: operator.audit_chain.waiting())
    if waiting:
        more = f"{waiting:,} more {'has' if waiting == 1 else 'have'}"
        click.echo(f"{more} no place in a chain yet: the bot gives one within a minute.")
    return code


def _verdict(operator: Operator, chain: int, kept: AuditHead | None) -> Verdict:
    verdict = operator.audit_chain.check(chain)
    if verdict.problem or kept is None:
        return verdict
    return verdict._replace(problem=operator.audit_chain.differs(chain, kept))


def _rule(operator: Operator, verdict: Verdict, months: int) -> int:
    return operator.audit_chain.rule_of(verdict, months)


def _told(whose: str, verdict: Verdict, months: int) -> str:
    if verdict.problem:
        return f"Chain {verdict.chain} ({whose}) is broken: {verdict.problem}"
    head = f"{verdict.chain}:{verdict.head.number}:{verdict.head.hash}"
    told = f"Chain {verdict.chain} ({whose}): {verdict.checked:,} entries, unchanged."
    return f"{told}{_begins(verdict, months)} Its end, to write down elsewhere: {head}"


def _begins(verdict: Verdict, months: int) -> str:
    """Where it does not begin with its first entry, and why."""
    gone = verdict.forgotten
    if gone.at is None or verdict.first_at is None:
        return ""
    rule = f"by the rule of {months} months" if months > 1 else "by the rule of a month" if months else "by no rule"
    before = f"what came before was forgotten on {gone.at:%a %Y-%m-%d}, {rule}"
    return f" It begins at number {gone.number + 1} of {verdict.first_at:%a %Y-%m-%d}; {before}."


def _head(told: str) -> tuple[int, AuditHead]:
    chain, _, rest = told.partition(":")
    number, _, hashed = rest.partition(":")
    if not (chain.isdecimal() and number.isdecimal() and hashed):
        end(f"“{told}” is no end of a chain. It looks like this: 1:17:3f0a…", WRONG)
    return int(chain), AuditHead(int(number), hashed)


def _day(text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        end(f"“{text}” is no day. Write it like this: 2026-03-13.", WRONG)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
