"""Microsoft's side of a token: keys that are published, and tokens signed with them."""

import json
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

ISSUER = "https://api.botframework.com"


@cache
def a_key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def published(name: str, endorsements: tuple[str, ...] = ("msteams",)) -> dict[str, Any]:
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(a_key(name).public_key()))
    return {**public, "kid": name, "use": "sig", "endorsements": list(endorsements)}


@dataclass
class Signer:
    """Signs as Microsoft does; `keys` are what its key server publishes."""

    app_id: str
    service_url: str = ""
    keys: list[dict[str, Any]] = field(default_factory=lambda: [published("k1")])

    def claims(self, **changed: Any) -> dict[str, Any]:
        now = int(time.time())  # noqa: TID251 - tokens end in real time
        good = {"iss": ISSUER, "aud": self.app_id, "serviceurl": self.service_url, "nbf": now - 10, "exp": now + 600}
        return {name: value for name, value in {**good, **changed}.items() if value is not None}

    def token(self, *, key: str = "k1", kid: str | None = "", head: dict | None = None, **claims: Any) -> str:
        headers = {} if kid is None else {"kid": kid or key}
        return jwt.encode(self.claims(**claims), a_key(key), algorithm="RS256", headers={**headers, **(head or {})})

    def header(self, **changed: Any) -> str:
        return f"Bearer {self.token(**changed)}"
