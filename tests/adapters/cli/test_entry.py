"""What `followthrough` says before anything of the bot is loaded is what its commands would say."""

import subprocess
import sys

import click
from click.testing import CliRunner

from adapters.cli.main import main

STARTED = """
import sys, adapters.cli.main, adapters.cli.running, adapters.slack.platform
print([name for name in ("bot.reading.dates", "bot.conversation.answering", "bot.commands", "adapters.cli.doctor", "alembic") if name in sys.modules])
from bot.app import load_all
load_all()
assert "bot.reading.dates" in sys.modules
"""
ASKED = """
import sys
sys.argv = ["followthrough", "--version"]
from adapters.cli.entry import main
main()
assert not {"bot", "click", "sqlalchemy", "aiohttp"} & {*sys.modules}
"""


def test_the_version_is_told_as_the_commands_tell_it_and_loads_nothing():
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True).stdout
    assert told == CliRunner().invoke(main, ["--version"], prog_name="followthrough").output


def test_a_start_loads_nothing_that_it_does_not_need_and_the_rest_right_behind_it():
    told = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_every_command_is_there_though_it_is_loaded_when_it_is_asked_for():
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    assert [name for name, command in found.items() if command is None or command.name != name] == []
    assert {"run", "doctor", "import", "rotate-key", "manifest"} <= {*found}
