"""Microsoft's renderer and schemas, run by Node on this machine. Missing, they fail in CI; elsewhere they skip."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "node"


def need(*packages: str) -> Path:
    """The folder of the installed packages, at the versions that the lock names."""
    missing = [] if shutil.which("node") else ["node"]
    missing += [name for name in packages if _installed(name) != _locked(name)]
    if not missing:
        return HERE / "node_modules"
    told = f"{', '.join(missing)} missing: install Node 20 and npm, then run `npm ci --prefix tests/teams/node`"
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)


def has(*packages: str) -> bool:
    """Whether they are there at the versions that the lock names."""
    return bool(shutil.which("node")) and all(_installed(name) == _locked(name) for name in packages)


def schema_problems(schema: str, *things: Any) -> list[list[str]]:
    """What that schema says against each; `schema` is a file of `tests/teams/schemas`."""
    need("ajv", "ajv-draft-04", "ajv-formats")
    path = Path(__file__).parent / "schemas" / schema
    told = subprocess.run(
        ["node", str(HERE / "schema.mjs"), str(path)], input=json.dumps(things), capture_output=True, text=True, check=True
    ).stdout  # fmt: skip
    problems: list[list[str]] = json.loads(told)
    return problems


def _installed(name: str) -> str:
    described = HERE / "node_modules" / name / "package.json"
    return str(json.loads(described.read_text())["version"]) if described.exists() else ""


def _locked(name: str) -> str:
    lock = json.loads((HERE / "package-lock.json").read_text())
    return str(lock["packages"][f"node_modules/{name}"]["version"])
