"""Microsoft's side of Teams on this machine: its signed requests, its keys, its token and its connector.

As a process, `python -m benchmarks.microsoft`, it is asked by line: how many messages came that hold these words?
"""

import asyncio
import json
import ssl
import sys
from functools import cache
from itertools import count
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.teams.settings import TeamsSettings
from adapters.teams.verify import CHANNEL, ISSUER
from benchmarks.driving import Asked
from benchmarks.processes import Process
from bot.app import system_clock

APP_ID = "00000000-0000-0000-0000-0000000000aa"
TENANT = "11111111-1111-1111-1111-111111111111"
BOT = {"id": f"28:{APP_ID}", "name": "Followthrough"}
_KEY_ID = "bench"
_numbers = count(1)


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


class Microsoft:
    """The process, as the driver sees it; by https with the certificate in that file."""

    def __init__(self, certificate: str = "") -> None:
        self._scheme = "https" if certificate else "http"
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_key().public_key()))
        published = {**public, "kid": _KEY_ID, "use": "sig", "endorsements": [CHANNEL]}
        self.process = Process("microsoft", json.dumps(published), certificate)

    @property
    def url(self) -> str:
        return f"{self._scheme}://localhost:{self.process.said}"

    def shown(self, words: str) -> int:
        """How many messages that hold these words it was sent."""
        return int(self.process.tell(words))


def service_url(url: str) -> str:
    return f"{url}/emea/"


def settings(url: str) -> TeamsSettings:
    return TeamsSettings(
        APP_ID, "secret", "SingleTenant", TENANT, (), ("localhost",), f"{url}/openid", url
    )  # fmt: skip


def activity(url: str, kind: str, rep: int, **more: Any) -> Asked:
    """What Teams posts, signed now with a token of its own: nothing that was looked at once can be looked up."""
    body = json.dumps({
        "type": kind, "id": f"f:{next(_numbers)}", "timestamp": system_clock().isoformat().replace("+00:00", "Z"),
        "localTimezone": "Europe/London", "locale": "en-GB", "channelId": CHANNEL, "serviceUrl": service_url(url),
        "recipient": BOT, "conversation": {"id": f"a:{rep}", "conversationType": "personal", "tenantId": TENANT},
        "from": {"id": f"29:{rep}", "name": f"Rep {rep}", "aadObjectId": f"aad-{rep}"},
        "channelData": {"tenant": {"id": TENANT}}, **more,
        "entities": [{"type": "clientInfo", "locale": "en-GB", "platform": "Web", "timezone": "Europe/London"}],
    }).encode()  # fmt: skip
    head = (
        "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Authorization: Bearer {_token(url)}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return Asked(head.encode() + body, b"")


def _token(url: str) -> str:
    now = int(system_clock().timestamp())
    claims = {
        "iss": ISSUER, "aud": APP_ID, "serviceurl": service_url(url), "nbf": now - 10, "exp": now + 3600,
        "jti": str(next(_numbers)),
    }  # fmt: skip
    return jwt.encode(claims, _private(), algorithm="RS256", headers={"kid": _KEY_ID})


@cache
def _private() -> bytes:
    return _key().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _published(key: str) -> web.Application:
    async def openid(request: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{request.scheme}://{request.host}/keys"})

    async def keys(_: web.Request) -> web.Response:
        return web.json_response({"keys": [json.loads(key)]})

    async def token(_: web.Request) -> web.Response:
        return web.json_response({"access_token": "token", "expires_in": 3600})

    made = web.Application(client_max_size=2**20)
    made.add_routes([
        web.get("/openid", openid), web.get("/keys", keys), web.post("/{tenant}/oauth2/v2.0/token", token),
    ])  # fmt: skip
    return made


class _Connector:
    """Takes every message that bears a token, at once."""

    def __init__(self) -> None:
        self._came: list[str] = []

    async def __call__(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != "Bearer token":
            return web.json_response({"error": {"code": "Unauthorized"}}, status=401)
        self._came.append((await request.read()).decode())
        return web.json_response({"id": str(len(self._came))}, status=201)

    def shown(self, words: str) -> int:
        return sum(words in one for one in self._came)


def _tls(certificate: str) -> ssl.SSLContext | None:
    if not certificate:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


async def main() -> None:
    connector = _Connector()
    made = _published(sys.argv[1])
    for path in ("activities", "activities/{id}"):
        made.add_routes([web.post(f"/emea/v3/conversations/{{conversation}}/{path}", connector)])
    runner = web.AppRunner(made, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=_tls(sys.argv[2])).start()
    print(runner.addresses[0][1], flush=True)
    while words := await asyncio.to_thread(sys.stdin.readline):
        print(connector.shown(words.strip()), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
