"""A tiny server in front of a store: asks who is there, lets itself be watched, and misbehaves on demand."""

from __future__ import annotations

import base64
import http.client
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import urlsplit

HOP = {"connection", "transfer-encoding", "keep-alive", "content-length", "host"}


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Reply:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: int | None = None
    """How many bytes to announce beyond those that are sent, before the line goes dead."""


Answer = Callable[[Request], Reply | None]


class Front:
    """Serves on a free loopback port; `answer` speaks first, and what it leaves goes to the store behind."""

    def __init__(self, behind: str | None = None, answer: Answer | None = None) -> None:
        self.seen: list[Request] = []
        self.behind = behind
        self.answer = answer
        front = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                size = int(self.headers.get("Content-Length") or 0)
                headers = {k.lower(): v for k, v in self.headers.items()}
                request = Request(self.command, self.path, headers, self.rfile.read(size))
                front.seen.append(request)
                reply = front.answer(request) if front.answer else None
                self.send(reply or front.forward(request))

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815  http.server's names

            def send(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body) + (reply.cut or 0)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(reply.body)
                self.close_connection = reply.cut is not None

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def forward(self, request: Request) -> Reply:
        if self.behind is None:
            return Reply(404)
        to = urlsplit(self.behind)
        line = http.client.HTTPConnection(to.hostname or "", to.port, timeout=60)
        try:
            line.request(
                request.method, request.path, request.body, {k: v for k, v in request.headers.items() if k not in HOP}
            )
            found = line.getresponse()
            body = found.read()
        except (OSError, http.client.HTTPException):
            return Reply(200, body=b"", cut=1)
        finally:
            line.close()
        return Reply(found.status, {k: v for k, v in found.getheaders() if k.lower() not in HOP}, body)

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def basic(user: str, password: str) -> Answer:
    """Let nobody in but one user."""
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    return _guard(f"Basic {token}", 'Basic realm="store"')


def bearer(token: str) -> Answer:
    """Let nobody in without a token."""
    return _guard(f"Bearer {token}", 'Bearer realm="store"')


def _guard(wanted: str, challenge: str) -> Answer:
    def answer(request: Request) -> Reply | None:
        if request.headers.get("authorization") == wanted:
            return None
        said = f"<h1>Unauthorized</h1> you sent {request.headers.get('authorization')}"
        return Reply(401, {"WWW-Authenticate": challenge, "Content-Type": "text/html"}, said.encode())

    return answer
