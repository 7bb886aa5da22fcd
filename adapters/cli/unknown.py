"""Names that begin like a setting of ours and are none: a slip of a letter would leave the setting as it is, without a word."""

import os
from collections.abc import Iterator
from difflib import get_close_matches

from adapters.cli import envfile
from adapters.cli.settings import Settings, public_name

_OURS = "FOLLOWTHROUGH_"


def unknown_settings() -> Iterator[str]:
    """A sentence for each, of the environment and of `.env`. No value is told."""
    known = [name for name in map(public_name, Settings.model_fields) if name.startswith(_OURS)]
    given = {name.upper() for name in (*os.environ, *envfile.names())}
    for name in sorted(given - {*known}):
        if name.startswith(_OURS):
            meant = get_close_matches(name, known, 1, 0.8)
            yield f"{name} is no setting{f'; did you mean {meant[0]}?' if meant else ': README.md names them all.'}"
