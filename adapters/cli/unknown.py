"""Names that begin like a setting of ours and are none: a slip of a letter would leave the setting as it is, without a word.

Names of Slack and Teams are other programs' too: of them only a slip of one that is missing is told.
"""

import os
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from adapters.cli import envfile
from adapters.cli.settings import Settings
from adapters.cli.wrong_settings import public_name

_OURS, _PLATFORMS = "FOLLOWTHROUGH_", ("SLACK_", "TEAMS_")
_CLOSE, _SAME_BUT_FOR_A_SLIP = 0.8, 0.945  # SLACK_API_TOKEN, which is another program's, is 0.93 from ours


def unknown_settings() -> Iterator[str]:
    """A sentence for each, of the environment and of `.env`. No value is told."""
    known = [public_name(name) for name in Settings.model_fields]
    given = {name.upper() for name in (*os.environ, *envfile.names())}
    missing = [name for name in known if name not in given]
    for name in sorted(given - {*known}):
        if name.startswith(_OURS):
            meant = get_close_matches(name, [one for one in known if one.startswith(_OURS)], 1, _CLOSE)
            yield f"{name} is no setting{f'; did you mean {meant[0]}?' if meant else ': README.md names them all.'}"
        elif slip := _slip_of(name, missing):
            yield f"{name} is no setting; did you mean {slip}?"


def _slip_of(name: str, missing: Collection[str]) -> str:
    """Of a name that does not begin like ours: the one that is meant, where hardly another can be."""
    alike = [one for one in missing if one.startswith((_OURS, *_PLATFORMS))]
    swapped = [one for one in alike if sorted(one) == sorted(name)]
    return next(iter(swapped or get_close_matches(name, alike, 1, _SAME_BUT_FOR_A_SLIP)), "")
