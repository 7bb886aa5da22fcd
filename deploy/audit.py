"""`make audit`: an SBOM of a release, and what advisories say about it. Ends with 0 only when somebody was really asked.

An advisory source that is empty, or a mirror that knows none, looks exactly like good news. So one old release that
is known to be vulnerable is asked about first: whoever finds nothing against that one knows nothing.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "run.txt"
SBOM = ROOT / "build" / "sbom.cdx.json"
KNOWN_BAD = "jinja2==2.4.1"  # CVE-2014-1402 and others
CLEAN, FOUND, NOT_AUDITED = 0, 1, 3
_PATIENCE = 600  # seconds


def main() -> int:
    is_written, told = written(LOCK, SBOM)
    print(told)
    code, lines = judged(asked_of(KNOWN_BAD), asked(LOCK), pinned(LOCK.read_text(encoding="utf-8")))
    print("\n".join(lines))
    return code if is_written else code or NOT_AUDITED


def written(lock: Path, to: Path) -> tuple[bool, str]:
    """The SBOM, from the lock file alone: without a network, and the same each time. Whether it is there, and what is said."""
    to.parent.mkdir(exist_ok=True)
    command = ["cyclonedx_py", "requirements", str(lock), "--pyproject", str(ROOT / "pyproject.toml")]
    told = ["--output-reproducible", "--spec-version", "1.6", "--of", "JSON", "-o", str(to)]
    done = subprocess.run([sys.executable, "-m", *command, *told], capture_output=True, text=True, check=False)
    if done.returncode:
        return False, f"SBOM: not written ({(done.stderr.strip().splitlines() or ['no reason given'])[-1]})"
    parts = json.loads(to.read_text(encoding="utf-8")).get("components", [])
    return True, f"SBOM: {to.relative_to(ROOT)}, CycloneDX 1.6, {len(parts)} components"


def pinned(lock: str) -> frozenset[str]:
    return frozenset(_plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))


def asked_of(requirement: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text(f"{requirement}\n", encoding="utf-8")
        return asked(one)


def asked(requirements: Path) -> Any:
    """pip-audit's own report; None when there is none, whatever the reason."""
    command = ["pip_audit", "--strict", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command, "-r", str(requirements)],
            capture_output=True, text=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
        return json.loads(done.stdout)
    except (ValueError, subprocess.TimeoutExpired):
        return None


def judged(of_known_bad: Any, report: Any, expected: frozenset[str]) -> tuple[int, list[str]]:
    """The exit code, and what is said. "Clean" needs an answer about each package from a source that knows something."""
    parts = _parts(report)
    unasked = expected - {_plain(part["name"]) for part in parts if "skip_reason" not in part}
    against = [
        f"{part['name']} {part['version']}: {vuln['id']}{_mended(vuln)}"
        for part in parts
        for vuln in part.get("vulns", ())
    ]
    if against:
        rest = [f"NOT AUDITED besides: {', '.join(sorted(unasked))}"] if unasked else []
        return FOUND, [f"FOUND {len(against)} known vulnerabilities:", *against, *rest]
    if not any(part.get("vulns") for part in _parts(of_known_bad)):
        return NOT_AUDITED, [
            f"NOT AUDITED: the advisory source could not be asked, or knows nothing even against {KNOWN_BAD}."
        ]
    if unasked:
        return NOT_AUDITED, [f"NOT AUDITED: no answer about {', '.join(sorted(unasked))}."]
    return CLEAN, [f"Audited {len(expected)} packages: nothing is known against them today."]


def _parts(report: Any) -> list[dict[str, Any]]:
    return list(report.get("dependencies", ())) if isinstance(report, dict) else []


def _mended(vuln: dict[str, Any]) -> str:
    return f", mended in {', '.join(vuln['fix_versions'])}" if vuln.get("fix_versions") else ", not mended yet"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
