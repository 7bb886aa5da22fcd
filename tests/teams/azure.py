"""Azure's managed identity on loopback, both ways: the machine's own service, and that of App Service and Container Apps."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from typing_extensions import override

from tests.canary import CANARY

RESOURCE = "https://api.botframework.com"
HEADER = f"a-secret-of-the-platform-{CANARY}"


@dataclass
class Azure:
    """`known`: the client ids of the identities that are assigned to this machine."""

    known: set[str]
    asked: list[str] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)  # statuses of the next answers
    url: str = ""

    def answer(self, path: str, headers: Any) -> tuple[int, dict[str, Any]]:
        self.asked.append(path)
        if self.broken:
            return self.broken.pop(0), {"error": "server_error"}
        where, query = urlsplit(path).path, dict(parse_qsl(urlsplit(path).query))
        metadata = where == "/metadata/identity/oauth2/token" and headers.get("Metadata") == "true"
        service = where == "/msi/token" and headers.get("X-IDENTITY-HEADER") == HEADER
        if not (metadata or service) or "X-Forwarded-For" in headers:
            return 401, {"error": "unauthorized_client"}
        version = "2018-02-01" if metadata else "2019-08-01"
        if (query.get("api-version"), query.get("resource")) != (version, RESOURCE):
            return 400, {"error": "invalid_resource"}
        if query.get("client_id") not in self.known:
            return 400, {"error": "invalid_request", "error_description": "Identity not found"}
        told = {"access_token": f"identity-{len(self.asked)}", "expires_on": "1586984735", "token_type": "Bearer"}
        return 200, {**told, "expires_in": "86399"} if metadata else told


@contextmanager
def azure(*known: str) -> Iterator[Azure]:
    made = Azure(set(known))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, told = made.answer(self.path, self.headers)
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, name="azure")
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield made
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
