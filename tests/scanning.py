"""Behind each test the planted word is looked for in all that it left and said: a plugin of tests/conftest.py.

As each test ends, for what it left goes with it. What a test takes from stdout and stderr itself is for that test to look at.
"""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.canary import CANARY, files_with_it, none_of


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """pytest's own, looked through before it goes."""
    yield tmp_path
    none_of(files_with_it(tmp_path))


@pytest.fixture(scope="session", autouse=True)
def _folders_of_many_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    yield
    none_of(files_with_it(tmp_path_factory.getbasetemp()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the test logged and printed, while it was made ready too."""
    report = yield
    leaking = [name for name, text in report.sections if CANARY in text]
    if report.when == "teardown" and report.passed and leaking:
        report.outcome, report.longrepr = "failed", f"a secret stands in {', '.join(leaking)}"
    return report
