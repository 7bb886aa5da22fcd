"""What `followthrough` says before anything of the bot is loaded is what its commands would say."""

import subprocess
import sys

from click.testing import CliRunner

from adapters.cli.main import main

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
