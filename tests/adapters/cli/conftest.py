import shutil
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, migrated_sqlite: Path) -> Path:
    """Where an operator works: a migrated database in data/."""
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "followthrough.sqlite3")
    return tmp_path
