"""Microsoft's Agents Playground: a Teams client in a browser that needs no account, in front of the real `followthrough run`.

One Playground plays one person; a second one, another. What they hear is kept in their page alone: a reload forgets it.
"""

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.teams.judging import HERE, need

PACKAGE = "@microsoft/m365agentsplayground"
PERSONAL, GROUP, CHANNEL = "Personal Chat", "Pipeline Group", "Sales - Deals"
TENANT = "11111111-1111-1111-1111-111111111111"
BOT = {"id": "28:00000000-0000-0000-0000-000000000011", "name": "Followthrough"}


@dataclass(frozen=True)
class Person:
    """Somebody in the tenant; whoever sits at a Playground has the zone of their machine."""

    name: str
    number: int
    zone: str = "Europe/London"

    @property
    def aad(self) -> str:
        return f"00000000-0000-0000-0000-{self.number:012}"

    def described(self) -> dict[str, str]:
        given, surname = self.name.split()
        email = f"{given.lower()}@acme.example"
        return {
            "id": f"29:{self.aad}", "name": self.name, "aadObjectId": self.aad, "givenName": given, "surname": surname,
            "email": email, "userPrincipleName": email,
        }  # fmt: skip  # the spelling is the Playground's own


RITA, TOM = Person("Rita Moss", 20), Person("Tom Becker", 21, "America/New_York")
_OTHERS = tuple(Person(name, at) for at, name in enumerate(("Ann Dale", "Ben Cole", "Cara Lund", "Dan Frey"), 22))


@contextmanager
def playgrounds(bot_url: str, people: tuple[Person, ...], folder: Path) -> Iterator[list[str]]:
    """Their addresses. They start side by side, and end with everything they started."""
    with ExitStack() as started:
        processes = [started.enter_context(_started(bot_url, person, folder)) for person in people]
        yield [f"http://127.0.0.1:{_port(process)}" for process in processes]


@contextmanager
def _started(bot_url: str, person: Person, folder: Path) -> "Iterator[subprocess.Popen[str]]":
    config = folder / f"{person.number}.yml"
    config.write_text(json.dumps(_config(person)))  # JSON is YAML as well
    environment = {
        **os.environ, "TZ": person.zone, "NODE_OPTIONS": f"--require {HERE / 'loopback.cjs'}",
        "TEAMSAPPTESTER_BROWSER": "none", "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(config),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / f"{person.number}.log"),
    }  # fmt: skip
    program = need(PACKAGE) / PACKAGE / "cli.js"
    options = ("-e", f"{bot_url}/api/messages", "-c", "msteams", "-p", "0", "--disable-telemetry")
    process = subprocess.Popen(
        ["node", str(program), "start", *options], cwd=folder, env=environment, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=20)


def _port(process: "subprocess.Popen[str]") -> int:
    told = []
    for line in process.stdout or ():
        told.append(line)
        found = re.search(r"Listening on (\d+)", line)
        if found:
            return int(found[1])
    raise AssertionError("the Playground did not start: " + "".join(told))


def _config(person: Person) -> dict[str, object]:
    """Exactly five others, one group and one team is what it takes."""
    others = [one for one in (RITA, TOM, *_OTHERS) if one != person]
    return {
        "version": "0.1.1", "tenantId": TENANT, "bot": BOT,
        "currentUser": person.described(), "users": [one.described() for one in others],
        "personalChat": {"id": f"a:{person.aad}"},
        "groupChat": {"id": "19:group@thread.v2", "name": GROUP},
        "team": {
            "id": "19:team@thread.tacv2", "name": "Sales", "aadGroupId": "00000000-0000-0000-0000-000000000031",
            "channels": [{"id": "19:deals@thread.tacv2", "name": "Deals"}],
        },
    }  # fmt: skip
