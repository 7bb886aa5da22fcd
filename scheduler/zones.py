"""Which time-zone rules this process reads. When they change, every instant that was planned by the old ones is planned anew."""

import zoneinfo
from importlib import import_module
from pathlib import Path

_NAMES = ("+VERSION", "version", "tzdata.zi")  # where a folder of zone files tells its version


def rules_version() -> str:
    """The version of what zoneinfo looks through, in its order: "2026f", or "mine 2026f" with a folder before the package."""
    return " ".join(filter(None, [*(_of_folder(Path(path)) for path in zoneinfo.TZPATH), _of_package()]))


def _of_folder(path: Path) -> str:
    for name in _NAMES:
        if (path / name).is_file():
            with (path / name).open(encoding="utf-8", errors="replace") as told:
                return told.readline().removeprefix("# version").strip()
    return ""


def _of_package() -> str:
    try:
        return str(import_module("tzdata").IANA_VERSION)
    except ImportError:  # a system's own zones will do
        return ""
