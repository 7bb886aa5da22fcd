"""Teams starts only when it is safe, says what is missing, and costs nothing where it is not used."""

import subprocess
import sys
import time

import pytest

from adapters.cli.settings import read_settings
from adapters.cli.wrong_settings import WrongSetting
from tests.serving import ROOT, running
from tests.teams.fake import SECRET, FakeTeams

APP, TENANT = "aaaaaaaa-0000-0000-0000-000000000000", "bbbbbbbb-0000-0000-0000-000000000000"
GOOD = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "p", "TEAMS_TENANT_ID": TENANT}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"TEAMS_TENANT_ID": TENANT}, "Teams needs TEAMS_APP_ID, TEAMS_APP_PASSWORD"),
        ({**GOOD, "TEAMS_TENANT_ID": ""}, "Teams needs TEAMS_TENANT_ID"),
        ({**GOOD, "TEAMS_TENANT_ID": "contoso.onmicrosoft.com"}, "TEAMS_TENANT_ID has to be an id as Azure shows it"),
        ({**GOOD, "TEAMS_APP_ID": "followthrough"}, "TEAMS_APP_ID has to be an id as Azure shows it"),
        ({**GOOD, "TEAMS_ALLOWED_TENANTS": "contoso"}, "TEAMS_ALLOWED_TENANTS has to be an id as Azure shows it"),
        ({**GOOD, "TEAMS_APP_PASSWORD": ""}, "Teams needs TEAMS_APP_PASSWORD"),
        ({**GOOD, "TEAMS_APP_TYPE": "SingleTennant"}, "TEAMS_APP_TYPE has to be one of"),
        ({**GOOD, "TEAMS_UNAUTHENTICATED_LOCAL": "1"}, "TEAMS_UNAUTHENTICATED_LOCAL is for trials"),
        ({"TEAMS_UNAUTHENTICATED_LOCAL": "yes"}, "TEAMS_UNAUTHENTICATED_LOCAL is 1, or not set"),
        ({"TEAMS_UNAUTHENTICATED_LOCAL": "1", "FOLLOWTHROUGH_HOST": "0.0.0.0"}, "FOLLOWTHROUGH_HOST has to be 127.0.0.1"),
        ({**GOOD, "TEAMS_OPENID_URL": "http://login.example/keys"}, "TEAMS_OPENID_URL has to begin with https://"),
        ({**GOOD, "TEAMS_AUTHORITY_URL": "http://login.example"}, "TEAMS_AUTHORITY_URL has to begin with https://"),
        ({**GOOD, "TEAMS_SERVICE_HOSTS": "127.0.0.1", "FOLLOWTHROUGH_HOST": "0.0.0.0"}, "TEAMS_SERVICE_HOSTS may name this machine only"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_a_plain_sentence_and_no_start(tmp_path, monkeypatch, settings, said):
    monkeypatch.chdir(tmp_path)  # away from anybody's .env
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=said):
        read_settings()


def test_it_starts_beside_everything_else_and_asks_for_a_token(tmp_path):
    with running(tmp_path, anew=True, **GOOD) as page:
        assert page.post("/api/messages", {"type": "message"})[0] == 401
        assert page.get("/healthz")[0] == 200
        assert page.get("/")[0] == 404, "no trial page beside a platform"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (SECRET, "ok"),
        ("another", "no token: invalid_client (TEAMS_APP_PASSWORD is not the secret of this bot, or has ended)"),
    ],
)
def test_a_wrong_secret_is_seen_before_anybody_is_written_to(tmp_path, given, said):
    with FakeTeams() as teams:
        named = {"TEAMS_APP_ID": teams.app_id, "TEAMS_APP_PASSWORD": given, "TEAMS_TENANT_ID": teams.tenant}
        with running(tmp_path, **named, TEAMS_AUTHORITY_URL=teams.url) as page:
            for _ in range(100):
                status, told = page.get("/healthz")
                if (state := told["teams"]) != "no token asked for yet":
                    break
                time.sleep(0.05)
            assert (status, told["ok"], state) == (200, True, said)


def test_the_playground_is_answered_on_this_machine_and_nothing_else_is(tmp_path):
    person = {"id": "29:x", "aadObjectId": "x", "name": "Alex"}
    tenant = {"tenant": {"id": "t"}}
    told = {
        "type": "message",
        "text": "help",
        "from": person,
        "recipient": {"id": "b"},
        "conversation": {"id": "c"},
        "channelData": tenant,
    }
    with running(tmp_path, TEAMS_UNAUTHENTICATED_LOCAL="1") as page:
        for url, wanted in (("http://127.0.0.1:9/_connector", 200), ("https://smba.trafficmanager.net/emea/", 401)):
            assert page.post("/api/messages", {**told, "channelId": "msteams", "serviceUrl": url})[0] == wanted


def test_who_does_not_use_teams_imports_nothing_of_it():
    code = (
        "import sys, adapters.cli.main, adapters.slack.platform, adapters.local.page\n"
        "wanted = ('botbuilder', 'botframework', 'msrest', 'msal', 'adapters.teams')\n"
        "allowed = {'adapters.teams', 'adapters.teams.settings', 'adapters.teams.hosts'}\n"
        "print([name for name in sys.modules if name.startswith(wanted) and name not in allowed])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
