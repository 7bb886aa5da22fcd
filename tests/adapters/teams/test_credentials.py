"""The bot's own token: by a secret, by a managed identity of either kind; and several registrations in one process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from adapters.cli.settings import read_settings
from adapters.cli.wrong_settings import WrongSetting
from adapters.teams.settings import TeamsSettings, missing
from bot.store import Database
from tests.serving import running
from tests.teams.azure import HEADER, Azure, azure
from tests.teams.fake import APP_ID, FakeTeams
from tests.teams.person import User
from tests.teams.serving import Bot, running_bot

APP, TENANT = "aaaaaaaa-0000-0000-0000-000000000000", "bbbbbbbb-0000-0000-0000-000000000000"
GOOD = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "p", "TEAMS_TENANT_ID": TENANT}
OTHER_APP, OTHER_TENANT = "00000000-0000-0000-0000-0000000000bb", "22222222-2222-2222-2222-222222222222"


def by_identity(settings: TeamsSettings, there: Azure, kind: str) -> TeamsSettings:
    service = {"identity_endpoint": f"{there.url}/msi/token", "identity_header": HEADER} if kind == "service" else {}
    return replace(settings, app_type="UserAssignedMSI", app_password="", metadata_url=there.url, **service)


@contextmanager
def bot_by_identity(database: Database, kind: str, *known: str) -> Iterator[tuple[Bot, User, Azure]]:
    with azure(*known) as there, FakeTeams() as fake:
        rita = User(fake, "Rita Moss", email="rita@acme.test")
        with running_bot(database, fake, by_identity(fake.settings, there, kind)) as bot:
            yield bot, rita, there


@pytest.mark.parametrize("kind", ["machine", "service"])
def test_a_managed_identity_needs_no_secret(sqlite_url, open_database, kind):
    with bot_by_identity(open_database(sqlite_url), kind, APP_ID) as (bot, rita, there):
        for _ in range(2):
            rita.say("help")
            bot.settle()
        assert len(bot.fake.chat(rita)) == 2
        assert {receipt.authorization for receipt in bot.fake.receipts} == {"Bearer identity-1"}
        assert (len(there.asked), bot.fake.token_fetches) == (1, 0), "asked once, and nobody else is asked"


@pytest.mark.parametrize("kind", ["machine", "service"])
def test_a_token_of_an_identity_that_is_not_taken_is_renewed_once(sqlite_url, open_database, kind):
    from tests.teams.faults import refused

    with bot_by_identity(open_database(sqlite_url), kind, APP_ID) as (bot, rita, there):
        rita.say("help")
        bot.settle()
        bot.fake.faults.append(refused(401, "Unauthorized"))
        rita.say("people")
        bot.settle()
        assert len(bot.fake.chat(rita)) == 2
        assert len(there.asked) == 2


@pytest.mark.parametrize("kind", ["machine", "service"])
def test_an_identity_that_is_not_assigned_stops_the_list_and_sends_nothing(sqlite_url, open_database, kind, capfd):
    with bot_by_identity(open_database(sqlite_url), kind, APP_ID) as (bot, rita, there):
        rita.say("new Acme")
        rita.say("logcall Acme: I send the plan tomorrow")
        bot.settle()
        there.known.clear()
        bot.found["teams"]._frame._tokens.forget()
        bot.fake.receipts.clear()
        bot.at += timedelta(hours=19)
        assert bot.tick() == 0
        assert bot.fake.receipts == []
        assert "the managed identity is not assigned to this machine" in capfd.readouterr().out


def test_a_wrong_header_of_the_identity_is_told_in_azures_own_word(sqlite_url, open_database, capfd):
    with azure(APP_ID) as there, FakeTeams() as fake:
        rita = User(fake, "Rita Moss", email="rita@acme.test")
        settings = replace(by_identity(fake.settings, there, "service"), identity_header="another")
        with running_bot(open_database(sqlite_url), fake, settings) as bot:
            rita.say("help")
            bot.settle()
    told = capfd.readouterr().out
    assert "unauthorized_client" in told
    assert "not assigned" not in told


def test_while_the_identity_service_is_busy_nothing_is_lost(sqlite_url, open_database):
    with bot_by_identity(open_database(sqlite_url), "machine", APP_ID) as (bot, rita, there):
        rita.say("new Acme")
        rita.say("logcall Acme: I send the plan tomorrow")
        bot.settle()
        bot.found["teams"]._frame._tokens.forget()
        there.broken += [429]
        bot.at += timedelta(hours=19)
        assert bot.tick() == 0
        bot.at += timedelta(minutes=2)
        assert bot.tick() == 1


def test_the_real_program_takes_azures_own_variables(tmp_path):
    named = {"TEAMS_APP_ID": APP, "TEAMS_TENANT_ID": TENANT, "TEAMS_APP_TYPE": "UserAssignedMSI"}
    with azure(APP) as there:
        given = {"IDENTITY_ENDPOINT": f"{there.url}/msi/token", "IDENTITY_HEADER": HEADER}
        with running(tmp_path, **named, **given) as page:
            assert page.post("/api/messages", {"type": "message"})[0] == 401


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({**GOOD, "TEAMS_APP_TYPE": "MultiTenant"}, "Microsoft has retired multi-tenant bots: make it SingleTenant or UserAssignedMSI"),
        ({**GOOD, "TEAMS_APP_TYPE": "UserAssignedMSI", "IDENTITY_ENDPOINT": "http://127.0.0.1:1/msi"}, "IDENTITY_ENDPOINT and IDENTITY_HEADER belong together"),
        ({**GOOD, "TEAMS_APP_TYPE": "UserAssignedMSI", "IDENTITY_HEADER": "x"}, "IDENTITY_ENDPOINT and IDENTITY_HEADER belong together"),
        ({**GOOD, "TEAMS_APP_TYPE": "UserAssignedMSI", "IDENTITY_HEADER": "x", "IDENTITY_ENDPOINT": "http://elsewhere.example/msi"}, "IDENTITY_ENDPOINT has to be an address on this machine"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": "[{,"}, "TEAMS_FURTHER_BOTS has to be a JSON list .* no JSON from character 3 on"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": "{}"}, "TEAMS_FURTHER_BOTS has to be a JSON list .* has no \\[ \\] around it"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": '["x"]'}, "TEAMS_FURTHER_BOTS, entry 1: it has to be an object"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": '[{"tenant": "x"}]'}, "TEAMS_FURTHER_BOTS, entry 1: “tenant” is not known"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": '[{}, {"tenant_id": 7}]'}, "TEAMS_FURTHER_BOTS, entry 2: tenant_id has to be a text"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": f'[{{"tenant_id": "x", "app_id": "{OTHER_APP}", "app_password": "z"}}]'}, "TEAMS_FURTHER_BOTS, entry 1: tenant_id has to be an id"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": f'[{{"tenant_id": "{OTHER_TENANT}", "app_id": "{OTHER_APP}"}}]'}, "TEAMS_FURTHER_BOTS, entry 1: it needs app_password"),
        ({**GOOD, "TEAMS_FURTHER_BOTS": f'[{{"tenant_id": "{TENANT}", "app_id": "{OTHER_APP}", "app_password": "z"}}]'}, f"two bots for the tenant {TENANT}"),
        ({"TEAMS_FURTHER_BOTS": f'[{{"tenant_id": "{OTHER_TENANT}", "app_id": "{OTHER_APP}", "app_password": "z"}}]'}, "Teams needs TEAMS_APP_ID"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_a_plain_sentence_and_no_start(tmp_path, monkeypatch, settings, said):
    monkeypatch.chdir(tmp_path)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=said) as refused:
        read_settings()
    assert "FOLLOWTHROUGH_IDENTITY" not in str(refused.value)


def test_every_mistake_in_the_list_of_further_bots_is_told_and_no_value_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    secret = "Xy8Q~a-secret-of-azure"
    told = f'[{{"app_password": "{secret}", "{secret}": "x", "tenant_id": 7}}, "{secret}", {{"app": "{secret}"}}]'
    for name, value in {**GOOD, "TEAMS_FURTHER_BOTS": told}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    begins = [line.split(" has")[0].split(" is")[0] for line in str(refused.value).splitlines()]
    assert begins == [
        "TEAMS_FURTHER_BOTS, entry 1: one of its names",
        "TEAMS_FURTHER_BOTS, entry 1: tenant_id",
        "TEAMS_FURTHER_BOTS, entry 2: it",
        "TEAMS_FURTHER_BOTS, entry 3: “app”",
    ]
    assert secret not in str(refused.value)


@pytest.mark.parametrize(
    ("endpoint", "is_taken"),
    [
        ("http://127.0.0.1:41741/msi/token", True), ("http://localhost:42356/msi/token", True),
        ("http://169.254.129.2:8081/msi/token", True), ("https://[::1]/msi/token", True),
        ("http://10.1.2.3/msi/token", False), ("http://192.168.0.9/msi/token", False),
        ("http://203.0.113.5/msi/token", False), ("http://0.0.0.0/msi/token", False),
        ("http://[fd00::1]/msi/token", False), ("http://127.0.0.1@10.1.2.3/msi/token", False),
        ("ftp://localhost/msi/token", False), ("//127.0.0.1/msi/token", False),
    ],
)  # fmt: skip
def test_the_header_of_an_identity_leaves_this_machine_never(endpoint, is_taken):
    settings = TeamsSettings(
        APP, "", "UserAssignedMSI", TENANT, identity_endpoint=endpoint, identity_header="a-secret-of-the-platform"
    )
    assert missing(settings) == (
        "" if is_taken else "IDENTITY_ENDPOINT has to be an address on this machine, as Azure sets it"
    )


@pytest.mark.parametrize("empty", ["", "[]", " [ ] "])
def test_a_list_of_no_further_bots_leaves_teams_off(tmp_path, monkeypatch, empty):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEAMS_FURTHER_BOTS", empty)
    settings = read_settings()
    assert not settings.has_teams
    assert settings.has_page


def test_further_bots_are_read_with_what_they_share(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    further = f'[{{"tenant_id": "{OTHER_TENANT}", "app_id": "{OTHER_APP}", "app_type": "UserAssignedMSI"}}]'
    for name, value in {**GOOD, "TEAMS_FURTHER_BOTS": further, "TEAMS_SERVICE_HOSTS": "127.0.0.1"}.items():
        monkeypatch.setenv(name, value)
    first, second = read_settings().teams_bots
    assert (first.tenants, second.tenants) == (frozenset({TENANT}), frozenset({OTHER_TENANT}))
    assert (second.app_id, second.app_password, second.app_type) == (OTHER_APP, "", "UserAssignedMSI")
    assert second.service_hosts == first.service_hosts


@contextmanager
def two_tenants(database: Database) -> Iterator[tuple[Bot, User, User, FakeTeams]]:
    """One process, two registrations, each in a tenant and a Teams of its own."""
    with FakeTeams() as one, FakeTeams(tenant=OTHER_TENANT, app_id=OTHER_APP) as two:
        rita, zoe = User(one, "Rita Moss", email="rita@acme.test"), User(two, "Zoe Ray", email="zoe@other.test")
        with running_bot(database, one, one.settings, two.settings) as bot:
            two.bot_url = one.bot_url
            yield bot, rita, zoe, two
            assert one.all_complaints() + two.all_complaints() == []


def test_two_tenants_in_one_process_have_credentials_each(sqlite_url, open_database):
    with two_tenants(open_database(sqlite_url)) as (bot, rita, zoe, two):
        for user in (rita, zoe):
            user.say("new Acme")
            user.say("logcall Acme: I send the plan tomorrow")
        bot.settle()
        assert (len(bot.fake.chat(rita)), len(two.chat(zoe))) == (2, 2)
        assert two.token_fetches == 1
        assert (set(bot.fake.clients), set(two.clients)) == ({APP_ID}, {OTHER_APP})
        bot.at += timedelta(hours=19)
        assert bot.tick() >= 1
        bot.at += timedelta(hours=5)
        bot.tick()
        assert (len(bot.fake.chat(rita)), len(two.chat(zoe))) == (3, 3), "each list by its own bot"
        both = [
            bot.database.operate(lambda o, t=t: o.workspaces.one("teams", t)) for t in (bot.fake.tenant, OTHER_TENANT)
        ]
        assert len({found.organisation_id for found in both if found}) == 2


def test_a_bot_hears_only_its_own_tenant(sqlite_url, open_database):
    """The token of one registration is good for no tenant of the other, whatever the activity says."""
    with two_tenants(open_database(sqlite_url)) as (_, rita, zoe, two):
        crossed: list[dict[str, Any]] = [
            rita.activity("message", text="new Acme"),  # her own, with the other's signature
            {**rita.activity("message", text="new Acme"), "serviceUrl": two.service_url},
        ]
        for activity in crossed:
            assert two.post(activity)[0] == 401
        stranger = {**zoe.activity("message", text="help"), "channelData": {"tenant": {"id": "third"}}}
        stranger["conversation"] = {**stranger["conversation"], "tenantId": "third"}
        assert two.post(stranger)[0] == 401
