"""A count in a pattern is `{0,2}`, and `{{0,2}}` where it stands in an f-string: written otherwise it matches nothing, and says nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SPACED = re.compile(r"[\])\w.?]\{\d*, \d*\}")


def wrong(text: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple):
            yield node.lineno
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SPACED.search(node.value):
            yield node.lineno


def test_every_count_counts():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("bot", "adapters", "scheduler")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in wrong(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_one_that_does_not_is_found():
    assert list(wrong('a = rf"{b}\\d{0, 2}"')) == [1]
    assert list(wrong('a = r"\\d{0, 2}"')) == [1]
    assert list(wrong('a = rf"\\d{{0,2}}{b}"')) == []
