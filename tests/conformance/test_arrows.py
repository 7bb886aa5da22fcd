"""Every arrow of docs/playbook.md ("The way of a deal") is in a transcript, and every arrow that one marks is there.

A transcript marks the line by which a deal moves: `# arrow 7: due -> touched (Acme)`; `# back 7: (Acme)` stands above the
line that takes it back. Played here, the deal has to be where the arrow begins before that line, and where it ends after
it; and what an undo takes back, whether the transcript does so or not, leads to where it began.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import Database, Store
from bot.worktime import today_for
from tests.conformance.stages import Stage, core_stage
from tests.conversations.places import place
from tests.conversations.script import TRANSCRIPTS, Play, begins_at, steps_of

PLAYBOOK = (Path(__file__).parents[2] / "docs/playbook.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (?P<number>\d+) \| (?P<start>[a-z -]+) → (?P<end>[a-z -]+) \| (?P<by>[^|]+) \| (?P<undo>undo|no) \| `(?P<name>\w+)` \|$",
    re.MULTILINE,
)
ARROW = re.compile(r"^# arrow (?P<number>\d+): (?P<start>[a-z -]+) -> (?P<end>[a-z -]+) \((?P<deal>[^)]+)\)$")
BACK = re.compile(r"^# back (?P<number>\d+): \((?P<deal>[^)]+)\)$")
ROWS = {row["number"]: row for row in ROW.finditer(PLAYBOOK)}
MARKED = [
    path for path in TRANSCRIPTS if re.search(r"^# (?:arrow|back) ", path.read_text(encoding="utf-8"), re.MULTILINE)
]


def marks() -> list[tuple[str, str, str, str]]:
    lines = [(path.stem, line) for path in MARKED for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(name, ARROW.match(line)) for name, line in lines]
    return [(mark["number"], mark["start"], mark["end"], name) for name, mark in found if mark]


def test_the_table_and_the_transcripts_name_the_same_arrows():
    assert list(ROWS) == [str(number) for number in range(1, len(ROWS) + 1)]
    assert sorted(marks()) == sorted((row["number"], row["start"], row["end"], row["name"]) for row in ROWS.values())


def test_no_mark_is_mistyped():
    lines = [line for path in MARKED for line in path.read_text(encoding="utf-8").splitlines()]
    assert [x for x in lines if re.match(r"# (?:arrow|back)\b", x) and not (ARROW.match(x) or BACK.match(x))] == []


@pytest.mark.rule("H53")
@pytest.mark.parametrize("path", MARKED, ids=[path.stem for path in MARKED])
def test_at_each_arrow_the_deal_moves_as_it_says(path, sqlite_url):
    database = Database(sqlite_url)
    with core_stage(database, begins_at(path)) as stage:
        play = Play(stage)
        for step in steps_of(path):
            found = [mark for line in step.marks if (mark := ARROW.match(line) or BACK.match(line))]
            before, last = [where(stage, mark["deal"]) for mark in found], newest_act(stage)
            play.perform(step)
            for mark, start in zip(found, before, strict=True):
                row = ROWS[mark["number"]]
                ends = (row["start"], row["end"])
                moved = (start, where(stage, mark["deal"]))
                assert moved == (ends if "end" in mark.groupdict() else ends[::-1]), f"{mark[0]}: {moved}"
                if "end" in mark.groupdict():
                    assert (newest_act(stage) > last) == (row["undo"] == "undo"), mark[0]
                    assert newest_act(stage) == last or undone(stage, mark["deal"]) == start, f"{mark[0]}: undo"
    database.close()


def where(stage: Stage, deal: str) -> str:
    return stage.database.read(stage.organisation_id, lambda store: _place(stage, store, deal))


def _place(stage: Stage, store: Store, deal: str) -> str:
    ids = [id_ for id_, company in store.deals.with_company_like(deal.partition(" ")[0].lower()) if company == deal]
    histories = store.history.many(ids)
    tom = next(member for member in store.members.all() if member.id == stage.members["Tom"])
    history = next(iter(histories.values()), None)
    return place(history, store.organisation.policy, today_for(tom, stage.now()))


def newest_act(stage: Stage) -> int:
    """Whoever did it, and what the policy did for them."""

    def newest(store: Store) -> int:
        until = stage.now() + timedelta(days=1)
        acts = (store.acts.between(id_, until - timedelta(days=400), until, 1) for id_ in stage.members.values())
        return max((act.id for some in acts for act in some), default=0)

    return stage.database.read(stage.organisation_id, newest)


class _NotKept(Exception):
    """Raised with what was found out, so that nothing of it is kept."""


def undone(stage: Stage, deal: str) -> str:
    """Where the deal would be, were the newest act taken back."""

    def tried(store: Store) -> None:
        store.acts.undo(newest, stage.members["Tom"], stage.now())
        raise _NotKept(_place(stage, store, deal))

    newest = newest_act(stage)
    with pytest.raises(_NotKept) as found:
        stage.database.write(stage.organisation_id, tried)
    return str(found.value)
