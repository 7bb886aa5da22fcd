"""The app package: what Teams has to be told to let the bot in, and its icons. Written from the code, so that both are one."""

import io
import json
import re
import uuid
import zipfile
from importlib import metadata
from typing import Any
from urllib.parse import urlsplit

from adapters.teams.icons import colour_icon, outline_icon
from bot.views.platforms import ABOUT, SHORTCUT_WORDS, TEAMS_MENU, TEAMS_SEARCH, TEAMS_TOGETHER

_SCHEMA = "1.25"
_COLOUR = (0x2C, 0x6A, 0x4F)
_AN_EARLY_DAY = (2026, 1, 1, 0, 0, 0)  # the same package is the same bytes, whenever it is made


def package(app_id: str, website: str, privacy: str = "") -> bytes:
    """The zip to upload."""
    files = {
        "manifest.json": json.dumps(manifest(app_id, website, privacy), indent=2, ensure_ascii=False).encode(),
        "color.png": colour_icon(_COLOUR),
        "outline.png": outline_icon(),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _AN_EARLY_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return written.getvalue()


def is_app_id(text: str) -> bool:
    """Whether Azure gives such ids: 00000000-0000-0000-0000-000000000000."""
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def is_page(url: str) -> bool:
    """Whether Teams takes it as the address of a page."""
    parts = urlsplit(url)
    return parts.scheme == "https" and bool(parts.hostname) and url.isprintable() and " " not in url


def version_of(product: str) -> str:
    """The package's version: it rises with the product's, since Teams takes no other package for one version. One ahead in
    front, because packages of 1.0.0 are out there, and Teams' store takes none that begins with 0."""
    major, minor, patch = (int(part) for part in re.findall(r"\d+", product)[:3])
    return f"{major + 1}.{minor}.{patch}"


def manifest(app_id: str, website: str, privacy: str = "") -> dict[str, Any]:
    """It asks for no permission to read what people write to each other, and for no device."""
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{_SCHEMA}/MicrosoftTeams.schema.json",
        "manifestVersion": _SCHEMA,
        "version": version_of(metadata.version("followthrough")),
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"followthrough:{app_id.lower()}")),
        "developer": {
            "name": ABOUT["name"],
            "websiteUrl": website,
            "privacyUrl": privacy or website,
            "termsOfUseUrl": website,
        },
        "name": {"short": ABOUT["name"]},
        "description": {"short": ABOUT["description"], "full": ABOUT["long_description"]},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#{:02X}{:02X}{:02X}".format(*_COLOUR),
        "bots": [_bot(app_id)],
        "composeExtensions": [{"botId": app_id, "commands": [_log_call(), _find_a_deal()]}],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [],
        "defaultInstallScope": "personal",
    }


def _bot(app_id: str) -> dict[str, Any]:
    alone, together = ["personal"], ["team", "groupChat"]
    return {
        "botId": app_id,
        "scopes": [*alone, *together],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "commandLists": [_menu(alone, TEAMS_MENU), _menu(together, TEAMS_TOGETHER)],
    }


def _menu(scopes: list[str], commands: dict[str, str]) -> dict[str, Any]:
    rows = [{"title": title, "description": description} for title, description in commands.items()]
    return {"scopes": scopes, "commands": rows}


def _log_call() -> dict[str, Any]:
    """A window with the form, from below any message box, or from a message, which then is what happened."""
    title, description = SHORTCUT_WORDS["logcall_global"]
    return {
        "id": "logCall", "type": "action", "title": title, "description": description, "fetchTask": True,
        "context": ["compose", "commandBox", "message"],
    }  # fmt: skip


def _find_a_deal() -> dict[str, Any]:
    title, description, parameter, hint = TEAMS_SEARCH
    return {
        "id": "findDeal", "type": "query", "title": title, "description": description, "initialRun": True,
        "context": ["compose", "commandBox"],
        "parameters": [{"name": "deal", "title": parameter, "description": hint, "inputType": "text"}],
    }  # fmt: skip
