"""What the outbox should do, said a second time and without a database: the oracle of the random schedules."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.scheduler.wire import RETRY_AFTER, Met

MOST_ATTEMPTS = 8
BACKOFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
LOOK_BACK, LEASE, PAUSE = timedelta(minutes=1), timedelta(seconds=90), timedelta(seconds=RETRY_AFTER)
DOUBT = frozenset({
    "500", "500 after", "502", "504", "504 after", "timeout", "timeout after", "drop", "drop after", "half after", "fatal after",
})  # fmt: skip
FINE = frozenset({"", "slow"})


@dataclass
class Row:
    """A queued message as it should stand."""

    whose: str
    platform: str
    workspace: str
    ready: datetime
    state: str = "pending"
    attempts: int = 0
    is_tried: bool = False
    doubted: bool = False  # when it was claimed: a try before may have arrived
    repeated: bool = False
    lease: datetime | None = None

    @property
    def is_queued(self) -> bool:
        return self.state in {"pending", "uncertain"}

    def is_due(self, now: datetime) -> bool:
        if self.state == "sending":
            return self.lease is not None and self.lease <= now
        return self.is_queued and self.ready <= now


@dataclass
class Model:
    rows: dict[int, Row] = field(default_factory=dict)
    closed: dict[tuple[str, str, str], datetime] = field(default_factory=dict)  # (worker, workspace, method) -> until
    stopped: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def claimed(self, ids: list[int], now: datetime) -> None:
        due = {id_ for id_, row in self.rows.items() if row.is_due(now)}
        if not due - self._under_way(now) <= set(ids) <= due:
            self.wrong.append(f"claimed {sorted(ids)}, due were {sorted(due)}, at {now}")
        for id_ in ids:
            row = self.rows[id_]
            row.doubted, row.state = row.state == "uncertain" or (row.state == "sending" and row.is_tried), "sending"
            row.is_tried, row.lease = row.doubted, now + LEASE

    def _under_way(self, now: datetime) -> set[int]:
        """Messages of a workspace that one worker is sending to: it takes no more of them meanwhile, another may."""
        sending = {
            row.workspace for row in self.rows.values() if row.state == "sending" and row.lease and row.lease > now
        }
        return {id_ for id_, row in self.rows.items() if row.workspace in sending}

    def begun(self, id_: int, until: datetime) -> None:
        """A try: only from here on it may have arrived, and is counted."""
        row = self.rows[id_]
        row.is_tried, row.attempts, row.lease = True, row.attempts + 1, until

    def ended(self, id_: int, worker: str, met: list[Met], posts: int, now: datetime) -> None:
        """A delivery came to an end, having met these; so many posts stood there when it had looked."""
        row = self.rows[id_]
        if row.platform == "slack":
            self._slack(row, worker, met, posts, now)
        else:
            self._teams(row, worker, met, now)

    def _slack(self, row: Row, worker: str, met: list[Met], posts: int, now: datetime) -> None:
        ways = ["users.info", *(["conversations.history"] if row.doubted else []), "chat.postMessage"]
        if [one.what for one in met] != ways[: len(met)] or any(one.fault not in FINE for one in met[:-1]):
            self.wrong.append(f"{row} met {met}")
        if not met and row.workspace in self.stopped:
            return self._over(row, "stopped")
        if not met:  # where nothing may be sent nobody is looked up
            until = self._pause(row, worker, now, "chat.postMessage")
            return self._wait(row, until if until > now else self._pause(row, worker, now, "users.info"), now)
        what, fault = met[-1].what, met[-1].fault
        if fault == "429":
            self.closed[worker, row.workspace, what] = now + PAUSE
        if fault == "revoked":
            self._stop(row.workspace)
        if fault not in FINE:
            return self._after(row, what, fault, now)
        if what == "chat.postMessage" or (what == "conversations.history" and posts):
            return self._over(row, "sent")
        return self._wait(row, self._pause(row, worker, now, ways[len(met)]), now)

    def _teams(self, row: Row, worker: str, met: list[Met], now: datetime) -> None:
        if row.repeated:
            return self._over(row, "unknown" if not met else "called")
        if not met:
            return self._wait(row, self._pause(row, worker, now, "post"), now)
        ways = ["post", "open", "post"] if met[0].fault == "404" else ["post"]
        if [one.what for one in met] != ways[: len(met)]:
            self.wrong.append(f"{row} met {met}")
        what, fault = met[-1].what, met[-1].fault
        if fault == "429":
            self.closed[worker, row.workspace, "post"] = now + PAUSE
        if what == "open" and fault in FINE:
            self.wrong.append(f"{row} met {met}")
        if fault in DOUBT and what == "post" and row.doubted:
            return self._over(row, "unknown")
        return self._over(row, "sent") if fault in FINE else self._after(row, what, fault, now)

    def _after(self, row: Row, what: str, fault: str, now: datetime) -> None:
        """What is known when a call went wrong."""
        in_doubt = fault in DOUBT or (row.platform == "slack" and fault in {"403", "404"})
        if fault == "429":
            return self._wait(row, now + PAUSE, now)
        if in_doubt and what in {"post", "chat.postMessage"}:
            return self._again(row, "uncertain", now + LOOK_BACK, "unknown")
        if in_doubt or fault in {"no connection", "412"}:
            wait = BACKOFF[min(row.attempts, len(BACKOFF)) - 1]
            return self._again(row, "uncertain" if row.doubted else "pending", now + wait, "dead")
        return self._over(row, "stopped" if fault == "revoked" else "dead")

    def _again(self, row: Row, state: str, ready: datetime, spent: str) -> None:
        if row.attempts >= MOST_ATTEMPTS:
            return self._over(row, spent)
        row.state, row.ready, row.lease = state, ready, None
        return None

    def _wait(self, row: Row, until: datetime, now: datetime) -> None:
        if until <= now:
            self.wrong.append(f"{row} was not sent, and nobody had asked to wait: {until}, {now}, {self.closed}")
        row.attempts -= 1
        row.state, row.ready, row.lease = "uncertain" if row.doubted else "pending", until, None

    def _pause(self, row: Row, worker: str, now: datetime, what: str) -> datetime:
        return self.closed.get((worker, row.workspace, what), now)

    def _over(self, row: Row, state: str) -> None:
        """What may have arrived is never called undelivered."""
        row.state, row.lease = "unknown" if row.doubted and state in {"dead", "stopped"} else state, None

    def _stop(self, workspace: str) -> None:
        self.stopped.add(workspace)
        for row in self.rows.values():
            if row.workspace == workspace and row.is_queued:
                row.doubted = row.state == "uncertain"
                self._over(row, "stopped")
