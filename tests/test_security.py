"""What docs/security.md says of keys, of whom the bot calls, and of who asks, is what the code does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli.openness_findings import of_openness

ROOT = Path(__file__).parents[1]
SOURCES = [path for folder in ("bot", "adapters", "scheduler") for path in sorted((ROOT / folder).rglob("*.py"))]
# Names in a text that nobody is called by: schemas, the audience of a token, an example, this machine.
NAMES_ONLY = {
    "adaptivecards.io", "developer.microsoft.com", "api.botframework.com", "www.your-company.com", "127.0.0.1", "localhost",
}  # fmt: skip
WRITTEN = {
    "sha256": "SHA-256", "blake2b": "BLAKE2b", "AESGCM": "AES-256-GCM", "HKDF": "HKDF-SHA-256", "SHA256": "SHA-256",
    "RS256": "RS256", "hmac": "HMAC-SHA-256",
}  # fmt: skip


def _trees(*words: str, under: str = "") -> Iterator[ast.AST]:
    """Of the sources that hold one of the words."""
    for text in (path.read_text(encoding="utf-8") for path in SOURCES if path.is_relative_to(ROOT / under)):
        if any(word in text.casefold() for word in words):
            yield from ast.walk(ast.parse(text))


def _texts(*words: str, under: str = "") -> Iterator[str]:
    return (
        node.value
        for node in _trees(*words, under=under)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _row(item: str) -> str:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    (found,) = (line for line in page.splitlines() if line.startswith(f"| {item} |"))
    return found


def test_the_list_of_what_encrypts_signs_and_digests_is_whole():
    used = {"RS256"} & set(_texts("rs256"))
    for node in _trees("hashlib", "hmac", "cryptography"):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in {"hashlib", "hmac"}
        ):
            used.add(node.attr if node.value.id == "hashlib" else "hmac")
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryptography.hazmat"):
            used |= {alias.name for alias in node.names}
    assert used == set(WRITTEN)
    assert [name for name, written in WRITTEN.items() if written not in _row("11.1.2")] == []


def test_whom_the_bot_calls_by_itself_is_told():
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = page.partition("## Whom it calls")[2].partition("\n## ")[0]
    hosts = {host for text in _texts("://") for host in re.findall(r"^(?:https?|wss)://([\w.-]+)", text)} - NAMES_ONLY
    hosts = {host for host in hosts if not host.endswith((".example", ".example.com", "example.com"))}
    assert {"slack.com", "login.microsoftonline.com"} <= hosts
    assert [host for host in sorted(hosts) if f"`{host}`" not in told] == []


def test_nobodys_right_hangs_on_an_address():
    """Neither what a proxy says of who asks, nor whose connection it is, is read anywhere."""
    read = re.compile(r"(?:x-)?forwarded(?:-\w+)?|(?:x-)?(?:real|client)-ip", re.IGNORECASE)
    assert read.fullmatch("X-Forwarded-For")
    assert [text for text in _texts("forwarded", "-ip", under="adapters") if read.fullmatch(text)] == []
    peers = {"remote", "peername", "client_address"}
    assert [node.attr for node in _trees(*peers) if isinstance(node, ast.Attribute) and node.attr in peers] == []


@pytest.mark.parametrize(
    ("url", "clear"),
    [
        ("sqlite:///data/a.sqlite3", ""),
        ("postgresql+psycopg://bot:pw@127.0.0.1/f", ""),
        ("postgresql+psycopg://bot:pw@/f?host=%2Fvar%2Frun%2Fpostgresql", ""),
        ("postgresql+psycopg://bot:pw@db.acme.example/f", "db.acme.example"),
        ("postgresql+psycopg://bot:pw@db.acme.example/f?sslmode=require", "db.acme.example"),
        ("postgresql+psycopg://bot:pw@db.acme.example/f?sslmode=verify-full", ""),
        ("postgresql+psycopg://bot:pw@/f?host=%2Frun%2Fpostgresql&host=%2Ftmp", ""),
        ("postgresql+psycopg://bot:pw@/f?host=127.0.1.1&host=10.0.0.2", "10.0.0.2"),
    ],
)
def test_a_way_to_the_database_in_the_clear_is_told(tmp_path, monkeypatch, url, clear):
    monkeypatch.delenv("PGSSLMODE", raising=False)
    told = [one.what for one in of_openness(url, tmp_path / ".env")]
    assert [clear in one for one in told] == [True] * bool(clear)
    assert "pw" not in "".join(told)
