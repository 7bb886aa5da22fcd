"""/metrics in Prometheus' text format: counts only. No organisation, no member and no text is in any label.

What the database knows is asked of it and is the same from every process; the rest this process has counted since it began.
"""

import asyncio
import hmac
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from importlib import metadata
from typing import NamedTuple

from aiohttp import web

from bot.store import Looking, Operator, is_of_the_database
from bot.tally import TALLY, Seen, Tally
from bot.views.refusals import mends

_WINDOW = timedelta(hours=24)  # of what the database is asked: older is history, and costs more each day
_LATE = timedelta(minutes=2)  # after an hour that nobody has looked at
_PREFIX = "followthrough_"
_UNKNOWN = "unknown"
_ABOUT = {
    "up": ("gauge", "1 while the database answers"),
    "info": ("gauge", "Always 1; what runs here"),
    "messages": ("gauge", "Messages made in the last 24 hours, by what became of them"),
    "unknown_deliveries": ("gauge", "Messages of the last 24 hours that may have arrived, and nobody can look"),
    "refused": (
        "gauge",
        "Messages of the last 24 hours that did not arrive, by who can mend it: them, admin, us; or time",
    ),
    "workspaces_to_install_again": (
        "gauge",
        "Workspaces whose token cannot be renewed, until they are installed again",
    ),
    "queue_length": ("gauge", "Messages that are to be sent"),
    "queue_oldest_seconds": ("gauge", "How long the one that waits longest has been due"),
    "digests": ("gauge", "Decisions about a morning's list in the last 24 hours"),
    "digests_overdue": ("gauge", "Members whose hour came two minutes ago or more, and nobody has decided"),
    "tick_age_seconds": ("gauge", "Since somebody last looked whose hour has come"),
    "inbound_total": ("counter", "What was typed or pressed: accepted, duplicate, failed; refused before it was read"),
    "messages_repeated_total": ("counter", "Messages sent a second time because nobody could look"),
    "digest_duplicate_blocked_total": ("counter", "Second lists for one morning that the table's key stopped"),
    "lease_overlap_total": ("counter", "Messages that another process had taken over before they were sent"),
    "reading_seconds": ("histogram", "From what was typed to what it means"),
    "answering_seconds": ("histogram", "From a message to its stored answer"),
}
_ALWAYS = ("digest_duplicate_blocked", "lease_overlap")  # an alert needs them from the start
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Sample(NamedTuple):
    name: str
    value: float
    labels: tuple[tuple[str, str], ...] = ()


def metrics_route(database: Looking, clock: Callable[[], datetime], token: str) -> web.RouteDef:
    """`token`: who shows it may read; empty where only this machine gets here."""

    async def receive(request: web.Request) -> web.Response:
        shown = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        if token and not hmac.compare_digest(shown, f"Bearer {token}".encode()):
            return web.Response(status=401)
        text = await asyncio.to_thread(told, database, clock())
        return web.Response(text=text, headers={"Content-Type": _TYPE, "Cache-Control": "no-store"})

    return web.get("/metrics", receive)


def told(database: Looking, now: datetime, tally: Tally = TALLY) -> str:
    try:
        stored = database.survey(lambda operator: list(_stored(operator, now)))
    except Exception as error:
        if not is_of_the_database(error):
            raise
        stored = [Sample("up", 0)]
    return _text([*stored, *_counted(tally), _info()])


def _stored(operator: Operator, now: datetime) -> Iterator[Sample]:
    yield Sample("up", 1)
    messages = operator.counts.messages(now - _WINDOW)
    for (platform, state), many in sorted(messages.items()):
        yield Sample("messages", many, (("platform", platform), ("state", state)))
    yield Sample("unknown_deliveries", sum(many for (_, state), many in messages.items() if state == _UNKNOWN))
    yield from _refused(operator.counts.refused(now - _WINDOW))
    yield Sample("workspaces_to_install_again", len(operator.condition.unrenewed()))
    yield Sample("queue_length", operator.counts.waiting())
    yield Sample("queue_oldest_seconds", _age(operator.condition.waiting_since(), now))
    for outcome, many in sorted(operator.counts.decided(now - _WINDOW).items()):
        yield Sample("digests", many, (("outcome", outcome),))
    yield Sample("digests_overdue", operator.condition.overdue(now - _LATE))
    ticked = operator.mornings.marks().latest
    if ticked:
        yield Sample("tick_age_seconds", _age(ticked, now))


def _refused(by_why: Mapping[tuple[str, str], int]) -> Iterator[Sample]:
    """A platform's own word is no label: it may be any."""
    found: Counter[tuple[str, str]] = Counter()
    for (platform, why), many in by_why.items():
        found[platform, mends(why).value] += many
    for (platform, who), many in sorted(found.items()):
        yield Sample("refused", many, (("platform", platform), ("mends", who)))


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _counted(tally: Tally) -> Iterator[Sample]:
    counts = {**{Seen(name): 0 for name in _ALWAYS}, **tally.counts()}
    seconds = tally.seconds()
    for (name, labels), many in sorted(counts.items()):
        yield Sample(name if name.startswith(tuple(seconds)) else f"{name}_total", many, labels)
    for name, sum_ in seconds.items():
        yield Sample(f"{name}_sum", sum_)
        yield Sample(f"{name}_bucket", counts[Seen(f"{name}_count")], (("le", "+Inf"),))


def _info() -> Sample:
    parts = ("followthrough", "tzdata")
    return Sample(
        "info", 1, tuple(("version" if part == "followthrough" else part, metadata.version(part)) for part in parts)
    )


def _text(samples: list[Sample]) -> str:
    """Each metric's lines together, behind what it is."""
    return "".join(line for name, about in _ABOUT.items() for line in _lines(name, about, samples))


def _lines(name: str, about: tuple[str, str], samples: list[Sample]) -> Iterator[str]:
    kind, help_ = about
    names = {name} if kind != "histogram" else {f"{name}_{part}" for part in ("bucket", "sum", "count")}
    found = [sample for sample in samples if sample.name in names]
    if found:
        yield f"# HELP {_PREFIX}{name} {help_}\n# TYPE {_PREFIX}{name} {kind}\n"
    for sample in found:
        yield f"{_PREFIX}{sample.name}{_labels(dict(sample.labels))} {sample.value:.15g}\n"


def _labels(labels: Mapping[str, str]) -> str:
    told = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return f"{{{told}}}" if told else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
