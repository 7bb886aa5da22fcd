"""The app package: Microsoft's schema takes it, its icons are what Teams asks for, and every command in it works."""

import copy
import io
import json
import re
import struct
import zipfile
import zlib
from importlib import metadata
from typing import Any

import pytest

from adapters.teams.manifest import manifest, package, version_of
from bot.commands import Nonsense, command_from
from tests.adapters.cli.test_commands import run
from tests.serving import ROOT
from tests.teams.judging import schema_problems

BOT = "22222222-2222-4222-8222-222222222222"
SITE = "https://www.example.com"
MADE = manifest(BOT, SITE)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pixels(png: bytes) -> tuple[int, list[tuple[int, ...]]]:
    """(side, every pixel's red, green, blue, alpha) of a PNG as we write it."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (width, depth, kind) == (height, 8, 6)
    at = png.index(b"IDAT")
    size = struct.unpack(">I", png[at - 4 : at])[0]
    rows = zlib.decompress(png[at + 4 : at + 4 + size])
    step = 4 * width + 1
    assert {rows[start] for start in range(0, len(rows), step)} == {0}
    flat = b"".join(rows[start + 1 : start + step] for start in range(0, len(rows), step))
    return width, [tuple(flat[start : start + 4]) for start in range(0, len(flat), 4)]


def test_the_package_holds_the_manifest_and_the_icons_at_its_root():
    files = unpacked(package(BOT, SITE))
    assert list(files) == ["manifest.json", "color.png", "outline.png"]
    assert json.loads(files["manifest.json"]) == MADE
    assert package(BOT, SITE) == package(BOT, SITE)


def test_the_icons_are_as_large_and_as_plain_as_teams_asks():
    files = unpacked(package(BOT, SITE))
    side, colour = pixels(files["color.png"])
    assert (side, {alpha for *_, alpha in colour}) == (192, {255})
    assert {(0x2C, 0x6A, 0x4F, 255), (255, 255, 255, 255)} <= set(colour)
    side, outline = pixels(files["outline.png"])
    assert (side, {tuple(rgb) for *rgb, _ in outline}) == (32, {(255, 255, 255)})
    assert {alpha for *_, alpha in outline} >= {0, 255}


def test_a_change_raises_the_version(snapshot):
    """Teams takes no second package of one version: what changes this goes out with a higher version of the product."""
    assert snapshot == {MADE["version"]: MADE}


def spoilt(*path: str | int, to: Any) -> dict[str, Any]:
    changed = copy.deepcopy(MADE)
    inner: Any = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return changed


def test_microsofts_schema_takes_it_and_refuses_what_is_wrong():
    refused = [
        spoilt("name", "short", to="n" * 31), spoilt("bots", 0, "botId", to="followthrough"), spoilt("developer", "websiteUrl", to="our own page"),
        spoilt("bots", 0, "scopes", to=["everywhere"]), spoilt("composeExtensions", 0, "commands", 0, "title", to="t" * 33), spoilt("unknown", to=True),
    ]  # fmt: skip
    taken, *rest = schema_problems("teams-manifest-1.25.json", MADE, *refused)
    assert taken == []
    assert [number for number, problems in enumerate(rest) if not problems] == []


@pytest.mark.parametrize("scope", [0, 1])
def test_every_command_of_the_menus_works_and_has_no_slash(scope):
    titles = [command["title"] for command in MADE["bots"][0]["commandLists"][scope]["commands"]]
    assert len(set(titles)) == len(titles) <= 10
    for title in titles:
        assert not title.startswith("/")
        needs_a_name = title in {"where are we on", "prep", "words"}
        assert not isinstance(command_from(f"{title} Acme" if needs_a_name else title), Nonsense), title
    assert "help" in titles


def test_it_asks_for_nothing_that_reads_what_others_write():
    told = json.dumps(MADE)
    assert "authorization" not in told
    assert "webApplicationInfo" not in told
    assert "devicePermissions" not in told
    assert MADE["permissions"] == ["identity", "messageTeamMembers"]
    assert MADE["validDomains"] == []


def test_the_app_is_the_same_one_for_the_same_bot():
    assert (
        manifest(BOT.upper(), SITE)["id"] == MADE["id"] != manifest("33333333-2222-4222-8222-222222222222", SITE)["id"]
    )


def test_words_stay_within_what_teams_shows():
    assert len(MADE["name"]["short"]) <= 30
    assert len(MADE["description"]["short"]) <= 80
    assert len(MADE["description"]["full"]) <= 4000
    assert "Slack" not in json.dumps(MADE)


def test_the_command_line_writes_the_package(tmp_path):
    told = run(tmp_path, "manifest", "teams", "--app-id", BOT, "--website", SITE, "--to", str(tmp_path / "app.zip"))
    assert (told.returncode, "app.zip" in told.stdout) == (0, True)
    assert unpacked((tmp_path / "app.zip").read_bytes()) == unpacked(package(BOT, SITE))


def test_the_website_may_be_the_address_of_the_bot_and_the_privacy_page_another(tmp_path, monkeypatch):
    monkeypatch.setenv("FOLLOWTHROUGH_PUBLIC_URL", "https://bot.example.com")
    to, page = tmp_path / "app.zip", "https://www.example.com/privacy"
    told = run(tmp_path, "manifest", "teams", "--app-id", BOT, "--privacy", page, "--to", str(to))
    developer = json.loads(unpacked(to.read_bytes())["manifest.json"])["developer"]
    assert (told.returncode, developer["websiteUrl"], developer["privacyUrl"]) == (0, "https://bot.example.com", page)


def test_the_packages_version_rises_with_the_products():
    versions = [version_of(product) for product in ("0.1.0", "0.1.1", "0.2.0rc1", "0.10.0", "1.0.0", "12.3.4")]
    assert versions == ["1.1.0", "1.1.1", "1.2.0", "1.10.0", "2.0.0", "13.3.4"]
    assert MADE["version"] == version_of(metadata.version("followthrough"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Which bot is it?"), (("--app-id", "foo"), "--app-id has to be an id as Azure shows it"),
        (("--app-id", BOT), "--website"), (("--app-id", BOT, "--website", "http://x.example"), "https://"),
        (("--app-id", BOT, "--website", "https://"), "https://"), (("--app-id", BOT, "--website", SITE, "--privacy", "ours"), "https://"),
        (("--app-id", BOT, "--website", SITE, "--to", "nowhere/app.zip"), "Cannot write"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(tmp_path, options, told):
    refused = run(tmp_path, "manifest", "teams", *options)
    assert (refused.returncode, told in refused.stderr) == (2, True)


def test_the_page_for_admins_names_what_the_code_names():
    page = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(identity|messageTeamMembers|personal|team|groupChat)`", page, re.MULTILINE) == [
        "identity",
        "messageTeamMembers",
        "personal",
        "team",
        "groupChat",
    ]
    for name in (
        "TEAMS_APP_ID",
        "TEAMS_APP_PASSWORD",
        "TEAMS_TENANT_ID",
        "TEAMS_APP_TYPE",
        "/api/messages",
        "followthrough manifest teams",
    ):
        assert name in page
