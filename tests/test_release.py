"""The parts of `make test-release`: each asks for tests that are there, in sizes that they know."""

from pathlib import Path

from tests.release import PARTS, ROOT

_TESTS = "".join(
    path.read_text("utf-8") for path in Path(ROOT / "tests").rglob("*.py") if "node_modules" not in path.parts
)


def test_each_part_asks_for_what_is_there_in_sizes_that_are_known():
    for part in PARTS.values():
        assert [path for path in part.asks if path.startswith("tests/") and not (ROOT / path).exists()] == []
        assert [name for name in part.environment if f'"{name}"' not in _TESTS] == []
