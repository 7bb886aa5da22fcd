"""Where `followthrough` begins. What it is called and which version it is needs nothing of the bot, and is said at once."""

import sys
from contextlib import suppress
from importlib.metadata import version

_NAME = "followthrough"
_INTERRUPTED = 130  # as shells have it for Ctrl-C


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        with suppress(BrokenPipeError):  # nobody reads it any more
            print(f"{_NAME}, version {version(_NAME)}", flush=True)
        return
    try:
        from adapters.cli.logs import log_what_ends_us  # noqa: PLC0415 - most of a second
        from adapters.cli.main import main as commands  # noqa: PLC0415

        log_what_ends_us()
        commands(prog_name=_NAME)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
