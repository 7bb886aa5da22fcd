"""PostgreSQL killed under load, and started again: nothing that was answered is lost, nothing is there twice."""

import os
import random
from pathlib import Path

import psutil
import psycopg
import pytest
from sqlalchemy import make_url

from tests.processes.talking import talking
from tests.team import Team

KILLS = int(os.environ.get("TRIAL_SERVER_KILLS", "2"))


@pytest.mark.timeout(120 + 60 * KILLS)
@pytest.mark.skipif("TRIAL_POSTGRES_URL" in os.environ, reason="that server is not ours to kill")
def test_a_server_that_is_killed_under_load_loses_and_doubles_nothing(postgres_url, postgres_admin, open_database):
    """The other settings of the tests' server do no harm here: a killed process leaves what it wrote to the system."""
    seed = int(os.environ.get("TRIAL_SEED") or random.SystemRandom().randrange(10**6))
    print(f"seed {seed}")
    chance = random.Random(seed)
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        name = make_url(postgres_url).database
        admin.execute(f"ALTER DATABASE {name} SET synchronous_commit = on")  # else it may answer before it has written
        folder = Path(admin.execute("SHOW data_directory").fetchone()[0])
    team = Team(open_database(postgres_url))
    team.say("Tom", "new Acme, 40 seats")
    with talking(team) as talk:
        for _ in range(KILLS):
            talk.go_on(chance.randrange(4, 16))
            _kill_and_start(folder)
        talk.go_on(4)
    talk.check(team)
    print(f"{KILLS} kills, {len(talk.answered)} answered, {len(talk.failed)} told that it could not be kept")


def _kill_and_start(folder: Path) -> None:
    import pgserver

    server = pgserver.get_server(folder, cleanup_mode="stop")
    first = psutil.Process(int((folder / "postmaster.pid").read_text().splitlines()[0]))
    processes = [first, *first.children(recursive=True)]
    for process in processes:
        process.kill()
    _, alive = psutil.wait_procs(processes, timeout=20)
    assert alive == []
    server.ensure_postgres_running()
