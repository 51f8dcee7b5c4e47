"""kg extract over folders, standard input and a language model, as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SECRET = "sk-test-0123456789abcdef"  # noqa: S105 - opens nothing
TEXT = "La Région Occitanie consacre 30 M€ au spatial, a annoncé Carole Delga, sa présidente."


def kg(*options: str, told: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "extract", *options]
    variables = {"PATH": "/usr/bin:/bin", "KG_LANG": "en", "PYTHONPATH": str(Path.cwd()), **(env or {})}
    return subprocess.run(command, input=told, capture_output=True, text=True, check=False, env=variables)


def frames(lines: str) -> list[str]:
    return [json.loads(line)["type"] for line in lines.splitlines()]


@pytest.mark.parametrize("command", ["extract", "review"])
def test_without_its_extra_the_command_says_what_to_install(command: str, tmp_path: Path) -> None:
    """A finder that comes first hides a module of the extra, as where it was never installed."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Hidden:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'text_to_num':\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Hidden())\n",
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    variables = {"PATH": "/usr/bin:/bin", "KG_LANG": "en", "PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}
    told = [sys.executable, "-m", "kg", command, str(tmp_path / "a.txt")]
    result = subprocess.run(told, capture_output=True, text=True, check=False, env=variables)
    assert result.returncode == 2
    assert result.stderr == (
        f"Error: kg {command} needs the extra 'extract', which is not installed.\n"
        "Install it: pip install 'regional-space-kg[extract]'\n"
    )


def test_a_folder_is_read_into_a_folder_and_not_read_twice(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    first = kg(str(folder), "--out", str(out), "--workers", "1")
    assert first.returncode == 3
    assert first.stdout == ""
    assert f"{folder}/empty.txt: the document is empty." in first.stderr
    assert "1 of 3 documents could not be read; the others are done." in first.stderr
    assert "Funding" in frames((out / "a.jsonl").read_text(encoding="utf-8"))
    (folder / "empty.txt").unlink()
    second = kg(str(folder), "--out", str(out), "--workers", "1")
    assert second.returncode == 0
    assert second.stderr == f"0 documents read, 2 kept from before, 0 failed: {out}\n"


def test_standard_input_is_extracted_on_standard_output() -> None:
    done = kg("-", told=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Funding" in frames(done.stdout)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["-", "--date", "20"], 2, "'20' is not a date."),
        (["-", "--backend", "openai"], 2, "--backend openai needs --base-url and --model."),
        (["none.txt"], 3, "none.txt: there is no such file or folder."),
        (
            ["-", "--backend", "openai", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"],
            4,
            "did not answer as asked",
        ),
    ],
)
def test_a_mistake_is_a_sentence_with_its_exit_code(options: list[str], code: int, words: str) -> None:
    done = kg(*options, told=TEXT)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


class Speaker(BaseHTTPRequestHandler):
    """Says one frame of the text, and one that it made up."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        values = [("amount", 30_000_000, "30 M€"), ("amount", 90_000_000, "90 M€")]
        said = [{"type": "Funding", "values": [{"slot": s, "value": v, "quote": q}]} for s, v, q in values]
        message = {"role": "assistant", "content": json.dumps({"frames": said})}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        body = json.dumps({"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]})
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing on stderr."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Speaker)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_a_language_model_is_asked_and_what_it_made_up_is_counted(address: str) -> None:
    options = ("-", "--backend", "openai", "--base-url", address, "--model", "m")
    done = kg(*options, told=TEXT, env={"OPENAI_API_KEY": SECRET})
    assert [json.loads(line)["slots"] for line in done.stdout.splitlines()] == [{"amount": [30_000_000]}]
    assert done.stderr == "1 of the model's frames were rejected: their words are not in the text.\n"
    assert SECRET not in done.stdout + done.stderr
