"""`make licences`: which licence each package of a release has, as it says itself, into docs/licences.md."""

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "run.txt"
PAGE = ROOT / "docs" / "licences.md"
HEAD = """# Licences

What a release needs beside Followthrough itself (MIT), from the lock file, and the licence that each package states.
Made by `make licences`; nobody's legal advice.

| package | version | licence |
|---|---|---|
"""
_LONGEST = 60  # characters; longer is a licence's whole text
_UNKNOWN = "not stated"


def main() -> None:
    PAGE.write_text(page(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(packages(LOCK.read_text(encoding='utf-8')))} packages")


def page(lock: str) -> str:
    rows = [f"| {name} | {version} | {licence(name)} |" for name, version in packages(lock)]
    return HEAD + "\n".join(rows) + "\n"


def packages(lock: str) -> list[tuple[str, str]]:
    return re.findall(r"^([\w.-]+)==([^\s\\]+)", lock, re.MULTILINE)


def licence(name: str) -> str:
    try:
        return stated(metadata(name))
    except PackageNotFoundError:
        return _UNKNOWN


def stated(about: PackageMetadata) -> str:
    """In the order in which packages have come to state it: an expression, a classifier, a line of text."""
    expression = about.get("License-Expression")
    if expression:
        return str(expression)
    classified = [
        one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")
    ]
    if classified and classified != ["OSI Approved"]:
        return ", ".join(classified)
    line = (about.get("License") or "").strip()
    return line if line and len(line) <= _LONGEST and "\n" not in line else _UNKNOWN


if __name__ == "__main__":
    main()
