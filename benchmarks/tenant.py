"""Databases for the product in Teams under load: a tenant, its reps with seven deals each, and what they type or press."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from adapters.teams.reference import Reference
from adapters.teams.tenants import PLATFORM
from benchmarks.driving import Asked
from benchmarks.microsoft import BOT, TENANT, activity, service_url
from bot.app import system_clock
from bot.model import Address, Role
from bot.store import Database, Store
from bot.views.followups import FOLLOWUPS_KEY

REPS = 120
COMPANIES = ("Badra", "Kifen", "Mosto", "Luwil", "Banex", "Kidra", "Mofen")  # a morning's list
DEALS = REPS * len(COMPANIES)
DONE = "voicemail left"  # what every answer says


def reference(url: str, rep: int) -> Reference:
    return Reference(service_url(url), f"a:{rep}", f"29:{rep}", BOT["id"], "Europe/London")


def typed(url: str, number: int) -> Asked:
    """`done` on a deal that nobody has touched, each rep in turn."""
    return activity(url, "message", number % REPS, text=f"done {_company(number)} voicemail", textFormat="plain")


def pressed(url: str, number: int) -> Asked:
    """The same as a press on a line of the list, which then takes its place."""
    deal = number % REPS * len(COMPANIES) + number // REPS + 1
    data = {"kind": "press", "command": f"done {deal} voicemail", "key": FOLLOWUPS_KEY, "token": f"t{number}"}
    action = {"type": "Action.Execute", "verb": "press", "data": data}
    asked = activity(url, "invoke", number % REPS, name="adaptiveCard/action", value={"action": action}, replyToId="1")
    return replace(asked, expects=b"AdaptiveCard")


def _company(number: int) -> str:
    return COMPANIES[number // REPS]


@contextmanager
def tenant(url: str) -> Iterator[str]:
    """The address of a database on SQLite; `url` is where Microsoft is."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        database.migrate()
        organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))
        now = system_clock()
        database.operate(lambda o: o.workspaces.connect(organisation_id, PLATFORM, TENANT, "Bench", "{}", "", now))
        database.write(organisation_id, lambda store: _add_reps(store, url))
        database.close()
        yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"


def _add_reps(store: Store, url: str) -> None:
    now = system_clock()
    made: list[int] = []
    for rep in range(REPS):
        member_id = store.members.add(f"Rep {rep}", Role.rep, "Europe/London")
        store.identities.add(member_id, Address(PLATFORM, TENANT, f"aad-{rep}", reference(url, rep).details))
        act_id = store.acts.begin(member_id, now, "made")
        rows = [{"owner_id": member_id, "company": company} for company in COMPANIES]
        made += store.deals.create_many(act_id, now, now.date(), rows)
    assert made == list(range(1, DEALS + 1))
    store.refresh(made, now.date())
