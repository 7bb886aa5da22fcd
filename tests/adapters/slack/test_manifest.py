"""The manifest and the code are one: what Slack is told is what the bot answers, and nothing more is asked for."""

import copy
import json
import re
import subprocess
from typing import Any

import pytest
import yaml

from adapters.slack.inbound import COMMANDS, SHORTCUTS
from adapters.slack.manifest import manifest
from adapters.slack.oauth import SCOPES
from bot.commands import Nonsense, command_from
from tests.adapters.cli.test_commands import run
from tests.serving import ROOT
from tests.slack.judging import HERE, need

SOCKET = yaml.safe_load(manifest())
HTTP = yaml.safe_load(manifest("https://bot.example.com"))
OF_ONE = yaml.safe_load(manifest("https://bot.example.com", is_of_one=True))


def test_the_manifest_in_the_repository_is_the_one_that_the_code_writes():
    assert (ROOT / "app-manifest.yaml").read_text(encoding="utf-8") == manifest()


def test_the_command_line_writes_both(tmp_path):
    assert run(tmp_path, "manifest", "slack").stdout == manifest()
    assert run(tmp_path, "manifest", "slack", "--http", "https://bot.example.com/").stdout == manifest(
        "https://bot.example.com"
    )
    one = run(tmp_path, "manifest", "slack", "--http", "https://bot.example.com", "--one-workspace").stdout
    assert yaml.safe_load(one) == OF_ONE
    for url in ("http://bot.example.com", "https://", "https:///slack", "https://bot.example.com?x=1", "https://[bot"):
        refused = run(tmp_path, "manifest", "slack", "--http", url)
        assert (refused.returncode, "https://" in refused.stderr) == (2, True)


@pytest.mark.parametrize("made", [SOCKET, HTTP, OF_ONE])
def test_every_command_and_shortcut_is_answered_and_every_answer_is_there(made):
    assert [command["command"] for command in made["features"]["slash_commands"]] == list(COMMANDS)
    assert [shortcut["callback_id"] for shortcut in made["features"]["shortcuts"]] == list(SHORTCUTS)
    assert not any(
        isinstance(command_from(word or "help"), Nonsense) and word != "prep"
        for word in COMMANDS.values()
        if word != "whereweare"
    )


def test_the_scopes_are_the_least_and_each_is_explained():
    explained = re.findall(
        r"^\| `([a-z_:.]+)` \|", (ROOT / "docs" / "slack.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(SCOPES) == sorted(name for name in explained if ":" in name or name == "commands")
    assert SOCKET["oauth_config"]["scopes"] == {"bot": list(SCOPES)}
    assert not any(scope.startswith(("channels:", "groups:", "files:", "mpim:")) for scope in SCOPES)


def test_each_way_in_has_its_own_switches():
    assert (SOCKET["settings"]["socket_mode_enabled"], SOCKET["settings"]["token_rotation_enabled"]) == (True, False)
    assert (HTTP["settings"]["socket_mode_enabled"], HTTP["settings"]["token_rotation_enabled"]) == (False, True)
    assert OF_ONE["settings"] == {**HTTP["settings"], "token_rotation_enabled": False}
    assert "redirect_urls" not in OF_ONE["oauth_config"], "a pasted token is renewed by nobody, so it must not rotate"
    assert "https://" not in manifest()
    assert HTTP["settings"]["interactivity"]["message_menu_options_url"] == "https://bot.example.com/slack/events"


def test_words_stay_within_slacks_limits():
    about = SOCKET["display_information"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    for shortcut in SOCKET["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def spoilt(made: dict[str, Any], *path: str | int, to: Any) -> dict[str, Any]:
    """The manifest with one thing in it changed."""
    changed = copy.deepcopy(made)
    inner: Any = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return changed


REFUSED = [
    spoilt(SOCKET, "display_information", "name", to="n" * 36),
    spoilt(SOCKET, "display_information", "long_description", to="too short"),
    spoilt(SOCKET, "features", "slash_commands", 0, "command", to="logcall"),
    spoilt(SOCKET, "features", "shortcuts", 0, "type", to="msg"),
    spoilt(HTTP, "oauth_config", "scopes", "bot", 0, to="chat:wrte"),
    spoilt(HTTP, "settings", "event_subscriptions", "bot_events", 0, to="app_mentioned"),
    spoilt(HTTP, "unknown", to=True),
]


def test_slack_s_own_schema_and_types_take_both_manifests_and_refuse_what_is_wrong():
    need("ajv", "typescript", "@slack/web-api")
    schema = ROOT / "tests" / "slack" / "manifest" / "manifest.schema.1.0.0.json"
    told = subprocess.run(
        ["node", str(HERE / "manifest.mjs"), str(schema)], input=json.dumps([SOCKET, HTTP, OF_ONE, *REFUSED]),
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    socket, http, of_one, *refused = json.loads(told)
    assert (socket, http, of_one) == ([], [], [])
    assert [number for number, problems in enumerate(refused) if not problems] == []
    assert {problem.partition(":")[0] for problems in refused for problem in problems} == {"schema", "types"}
