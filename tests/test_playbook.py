"""docs/playbook.md tells of every rule where it lives, and a test carries the id of each that is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IDS = [*(f"S{number}" for number in range(1, 55)), *(f"H{number}" for number in range(1, 54))]
ROW = re.compile(r"^\| (?P<id>[SH]\d+) \| (?P<module>bot/[\w/]+\.py) \| (?P<seen>.+) \|$", re.MULTILINE)


def rows() -> dict[str, re.Match[str]]:
    return {row["id"]: row for row in ROW.finditer((ROOT / "docs/playbook.md").read_text(encoding="utf-8"))}


def marked() -> set[str]:
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {id_ for text in tests for id_ in re.findall(r'mark\.rule\("([SH]\d+)"\)', text)}


def test_every_rule_has_one_row_and_its_module_is_there():
    assert list(rows()) == IDS
    assert [row["module"] for row in rows().values() if not (ROOT / row["module"]).is_file()] == []


@pytest.mark.parametrize("id_", IDS)
def test_a_rule_that_is_there_is_proved_by_a_test(id_):
    """One that is said to be missing has none to show."""
    is_there = not rows()[id_]["seen"].startswith("**not yet**")
    assert not is_there or id_ in marked(), f"no test is marked with {id_}"
