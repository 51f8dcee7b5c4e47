"""Real stores on loopback ports of their own, each in a folder of its own."""

from __future__ import annotations

import gc
import shutil
import signal
import socket
import subprocess
import sysconfig
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
VIRTUOSO_PASSWORD = "dba"  # noqa: S105  what every new Virtuoso starts with

VIRTUOSO = """
[Database]
DatabaseFile = {0}/virtuoso.db
ErrorLogFile = {0}/virtuoso.log
LockFile = {0}/virtuoso.lck
TransactionFile = {0}/virtuoso.trx
xa_persistent_file = {0}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
[TempDatabase]
DatabaseFile = {0}/virtuoso-temp.db
TransactionFile = {0}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{2}
ServerRoot = {0}
ServerThreads = 5
MaxClientConnections = 5
Charset = UTF-8
"""


@dataclass
class Store:
    """A store's program: started, killed, and started again on the same folder and port."""

    command: list[str]
    url: str
    folder: Path
    ready: bytes
    process: subprocess.Popen[bytes] | None = None
    listening: threading.Thread | None = None
    said: list[bytes] = field(default_factory=list)

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        lines = self.process.stderr
        assert lines
        for line in lines:
            self.said.append(line)
            if self.ready in line:
                break
        else:
            raise AssertionError(b"".join(self.said).decode())
        self.listening = threading.Thread(target=lambda: self.said.extend(lines), daemon=True)
        self.listening.start()

    def kill(self) -> None:
        """As a failing machine would."""
        assert self.process
        assert self.process.stderr
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.listening:
            self.listening.join()
        self.process.stderr.close()


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def start_oxigraph(folder: Path, *, location: bool = False) -> Store:
    port = free_port()
    where = ["--location", str(folder / "data")] if location else []
    command = [str(SCRIPTS / "oxigraph"), "serve", *where, "--bind", f"127.0.0.1:{port}"]
    store = Store(command, f"http://127.0.0.1:{port}", folder, b"Listening")
    store.start()
    return store


def start_virtuoso(folder: Path) -> Store:
    program = shutil.which("virtuoso-t")
    assert program, "Virtuoso is needed: apt-get install virtuoso-opensource-7 virtuoso-opensource-7-bin"
    sql, web = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(folder, sql, web))
    store = Store([program, "-f", "-c", "virtuoso.ini"], f"http://127.0.0.1:{web}", folder, b"Server online at")
    store.start()
    return store


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = start_oxigraph(tmp_path_factory.mktemp("oxigraph"))
    yield store.url
    store.kill()


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = start_virtuoso(tmp_path_factory.mktemp("virtuoso"))
    yield store.url
    store.kill()


def start_rdflib_endpoint(folder: Path, graph: Path) -> Store:
    port = free_port()
    shutil.copy(graph, folder / "kg.ttl")
    command = [str(SCRIPTS / "rdflib-endpoint"), "serve", "--enable-update", "--host", "127.0.0.1", "--port", str(port)]
    store = Store([*command, "kg.ttl"], f"http://127.0.0.1:{port}", folder, b"Uvicorn running")
    store.start()
    return store


@pytest.fixture(scope="session")
def rdflib_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = start_rdflib_endpoint(tmp_path_factory.mktemp("rdflib"), ROOT / "kg" / "graph" / "kg.ttl")
    yield store.url
    store.kill()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Cycles are collected by this thread, never by one that serves: pyoxigraph's answers stay in their thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line, as a user runs it; keyword arguments are environment variables."""

    monkeypatch.delenv("KG_PASSWORD", raising=False)

    def run(*arguments: str | Path, **environment: str) -> Result:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(cli, [str(a) for a in arguments])

    return run
