"""The manifest and the code are one: what Slack is told is what the bot answers, and nothing more is asked for."""

import re

import pytest
import yaml

from adapters.slack.inbound import COMMANDS, SHORTCUTS
from adapters.slack.manifest import manifest
from adapters.slack.oauth import SCOPES
from bot.commands import Nonsense, command_from
from tests.adapters.cli.test_commands import run
from tests.serving import ROOT

SOCKET = yaml.safe_load(manifest())
HTTP = yaml.safe_load(manifest("https://bot.example.com"))


def test_the_manifest_in_the_repository_is_the_one_that_the_code_writes():
    assert (ROOT / "app-manifest.yaml").read_text(encoding="utf-8") == manifest()


def test_the_command_line_writes_both(tmp_path):
    assert run(tmp_path, "manifest", "slack").stdout == manifest()
    assert run(tmp_path, "manifest", "slack", "--http", "https://bot.example.com/").stdout == manifest(
        "https://bot.example.com"
    )
    refused = run(tmp_path, "manifest", "slack", "--http", "http://bot.example.com")
    assert (refused.returncode, "https://" in refused.stderr) == (2, True)


@pytest.mark.parametrize("made", [SOCKET, HTTP])
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
