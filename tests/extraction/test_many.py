"""Runs over many documents: interrupted, gone on with, with documents that fail, on one machine and on a cluster."""

from __future__ import annotations

import json
import multiprocessing
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import Refused, Unwritable, WrongUsage
from kg.extraction import many
from kg.extraction.journal import JOURNAL
from kg.extraction.many import Plan, Report
from kg.extraction.pools import AHEAD

WORK = '''
"""What the runs of the tests do with a document: read it, note that, and tell its values."""
import os, signal
from pathlib import Path
from kg.errors import WrongUsage
from kg.extraction import values
from kg.extraction.reading import read
from kg.language import Text

def tell(path):
    with open(os.environ["NOTES"], "a", encoding="utf-8") as notes:
        notes.write(Path(path).name + "\\n")
    if "deadly" in path:
        os.kill(os.getpid(), signal.SIGKILL)
    if "odd" in path:
        raise ZeroDivisionError("a mistake of ours")
    if "wrong" in path:
        raise WrongUsage(Text(en="Every document would fail.", fr="Tout échouerait."))
    article = read(path)
    return [f"{v.kind} {v.number}" for v in values.find(article.text, published=None, language=article.language)]
'''


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that worker processes can import, and the notes that it leaves."""
    folder = tmp_path / "lib"
    folder.mkdir()
    (folder / "worked.py").write_text(WORK, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("NOTES", str(tmp_path / "notes"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(Path.cwd())]))
    sys.modules.pop("worked", None)
    import worked

    return worked


def write(folder: Path, count: int, *others: str) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(
            f"Dotée de {number + 2} M€, elle compte 12 salariés.", encoding="utf-8"
        )
    for name in others:
        (folder / name).write_text("" if "empty" in name else "Un texte de 14 pages.", encoding="utf-8")
    return [str(path) for path in sorted(folder.iterdir())]


def notes(tmp_path: Path) -> list[str]:
    path = tmp_path / "notes"
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def journalled(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / JOURNAL).read_text(encoding="utf-8").splitlines()]


class Interrupted(Exception):
    """The run is broken off."""


def after(count: int) -> many.Watch:
    def watch(report: Report) -> None:
        if report.read >= count:
            raise Interrupted

    return watch


def test_each_document_has_a_file_of_frames(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 40)
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    assert (report.read, report.kept, report.frames, report.failures) == (40, 0, 80, [])
    assert (tmp_path / "out" / "007.jsonl").read_text(encoding="utf-8") == "amount 9000000\ncount 12\n"
    assert len(list((tmp_path / "out").iterdir())) == 41


def test_two_runs_write_the_same_bytes(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 25)
    for name, workers in (("one", 1), ("two", 2)):
        many.run(documents, work.tell, tmp_path / name, Plan(workers=workers))
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_an_interrupted_run_goes_on_without_repeating_work(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 60)
    with pytest.raises(Interrupted):
        many.run(documents, work.tell, tmp_path / "out", Plan(workers=2), watch=after(20))
    done = {Path(str(entry["document"])).name for entry in journalled(tmp_path / "out")}
    (tmp_path / "notes").unlink()
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    assert (report.kept, report.read) == (len(done), 60 - len(done))
    assert not done & set(notes(tmp_path))
    assert len({str(entry["document"]) for entry in journalled(tmp_path / "out")}) == 60


def test_a_run_that_was_killed_goes_on_with_nothing_lost_or_doubled(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 80)
    script = (
        "import sys, worked\nfrom pathlib import Path\nfrom kg.extraction import many\n"
        "def say(report):\n    print(report.read, flush=True)\n"
        "if __name__ == '__main__':\n"
        "    many.run(sys.argv[2:], worked.tell, Path(sys.argv[1]), many.Plan(workers=2), watch=say)\n"
    )
    (tmp_path / "lib" / "killed.py").write_text(script, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "lib" / "killed.py"), str(tmp_path / "out"), *documents]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if int(line) >= 15:
                os.killpg(running.pid, signal.SIGKILL)
    with (tmp_path / "out" / JOURNAL).open("ab") as journal:
        journal.write(b'{"document": "torn')
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    assert report.kept >= 15
    assert report.read + report.kept == 80
    assert [e["document"] for e in journalled(tmp_path / "out")] == documents
    assert len(list((tmp_path / "out").glob("[!.]*.jsonl"))) == 80


def test_documents_that_fail_are_reported_and_tried_again(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 5, "empty.txt", "odd.txt")
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    told = sorted(sentences[0].en for sentences in report.failures)
    assert report.read == 5
    assert told[0].endswith("empty.txt: the document is empty.")
    assert "odd.txt: could not be read for a reason of our own (ZeroDivisionError: a mistake of ours)" in told[1]
    Path(documents[5]).write_text("Un texte de 3 pages.", encoding="utf-8")
    again = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    assert (again.kept, again.read, len(again.failures)) == (5, 1, 1)


def test_a_document_that_takes_its_process_down_fails_alone(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 30, "011-deadly.txt")
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=2))
    assert report.read == 30
    assert [s[0].en for s in report.failures] == [f"{documents[11]}: the process that read it ended abruptly."]
    assert len(journalled(tmp_path / "out")) == 31


def test_what_every_document_would_fail_for_stops_the_run(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 10, "000-wrong.txt")
    with pytest.raises(WrongUsage, match="Every document would fail"):
        many.run(documents, work.tell, tmp_path / "out", Plan(workers=1))


@pytest.mark.parametrize("change", ["document", "settings", "frames"])
def test_what_has_changed_is_read_again(tmp_path: Path, work: ModuleType, change: str) -> None:
    documents = write(tmp_path / "in", 3)
    many.run(documents, work.tell, tmp_path / "out", Plan(workers=1, settings="fr"))
    if change == "document":
        Path(documents[1]).write_text("Une aide de 5 M€.", encoding="utf-8")
    if change == "frames":
        (tmp_path / "out" / "001.jsonl").unlink()
    settings = "en" if change == "settings" else "fr"
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=1, settings=settings))
    assert report.read == (3 if change == "settings" else 1)
    assert len(journalled(tmp_path / "out")) == 3
    assert (tmp_path / "out" / "001.jsonl").exists()


def test_documents_of_one_name_in_two_folders_have_two_files(tmp_path: Path, work: ModuleType) -> None:
    documents = [*write(tmp_path / "a", 1), *write(tmp_path / "b", 1, "000.md")]
    many.run(documents, work.tell, tmp_path / "out", Plan(workers=1))
    files = [str(entry["file"]) for entry in journalled(tmp_path / "out")]
    assert len(set(files)) == 3
    assert all((tmp_path / "out" / name).exists() for name in files)


def test_few_documents_are_under_way_at_once_however_many_there_are(tmp_path: Path, work: ModuleType) -> None:
    documents = write(tmp_path / "in", 60)
    taken = 0
    most = 0

    def listed() -> Iterator[str]:
        nonlocal taken
        for document in documents:
            taken += 1
            yield document

    def watch(report: Report) -> None:
        nonlocal most
        most = max(most, taken - report.read)

    many.run(listed(), work.tell, tmp_path / "out", Plan(workers=2), watch=watch)
    assert taken == 60
    assert most <= 2 * AHEAD


def test_no_thread_and_no_process_outlives_a_run(tmp_path: Path, work: ModuleType) -> None:
    threads = set(threading.enumerate())
    many.run(write(tmp_path / "in", 3), work.tell, tmp_path / "out", Plan(workers=2))
    assert set(threading.enumerate()) <= threads
    assert multiprocessing.active_children() == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, work: ModuleType) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(Unwritable, match="cannot be written there"):
        many.run(write(tmp_path / "in", 1), work.tell, tmp_path / "out", Plan(workers=1))


@pytest.mark.usefixtures("work")
def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", 3)
    script = (
        "import sys, worked\nfrom pathlib import Path\nfrom kg.extraction import many\n"
        "if __name__ == '__main__':\n"
        "    with many.shown(3, 'Reading') as watch:\n"
        "        many.run(sys.argv[2:], worked.tell, Path(sys.argv[1]), many.Plan(workers=1), watch=watch)\n"
    )
    (tmp_path / "lib" / "shown.py").write_text(script, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "lib" / "shown.py"), str(tmp_path / "out"), *documents]
    quiet = subprocess.run(command, capture_output=True, check=True)
    assert (quiet.stdout, quiet.stderr) == (b"", b"")
    terminal, end = pty.openpty()
    shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=end, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(end)
    assert shown.stdout == b""
    assert b"Reading" in os.read(terminal, 10_000)
    os.close(terminal)


class Cluster:
    """A real scheduler and two real workers on loopback, each a process of its own."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._stack = stack
        self._folder = folder
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = self._said(self.scheduler, "Scheduler at:").split()[-1]
        self.workers = [
            self._start(
                "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"
            )
            for _ in range(2)
        ]
        for worker in self.workers:
            self._said(worker, "Registered to:")

    def _start(self, kind: str, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options]
        process = self._stack.enter_context(
            subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=self._folder)
        )
        self._stack.callback(process.kill)
        return process

    @staticmethod
    def _said(process: subprocess.Popen[str], words: str) -> str:
        assert process.stderr is not None
        return next(line for line in process.stderr if words in line).strip()


@pytest.fixture
def dask(tmp_path: Path, work: ModuleType) -> Iterator[Cluster]:
    assert work
    with ExitStack() as stack:
        yield Cluster(tmp_path, stack)


def test_a_cluster_that_loses_a_worker_loses_and_doubles_nothing(
    tmp_path: Path, work: ModuleType, dask: Cluster
) -> None:
    documents = write(tmp_path / "in", 120, "empty.txt")

    def watch(report: Report) -> None:
        if report.read == 30:
            dask.workers[0].kill()
            dask.workers[0].wait()

    report = many.run(documents, work.tell, tmp_path / "out", Plan(scheduler=dask.address), watch=watch)
    assert dask.workers[0].poll() is not None
    assert (report.read, len(report.failures)) == (120, 1)
    assert [entry["document"] for entry in journalled(tmp_path / "out")] == documents
    alone = many.run(documents[:120], work.tell, tmp_path / "alone", Plan(workers=1))
    assert alone.frames == report.frames
    for path in (tmp_path / "alone").glob("[0-9]*.jsonl"):
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()


def test_a_scheduler_that_is_lost_is_told_and_what_is_done_is_kept(
    tmp_path: Path, work: ModuleType, dask: Cluster
) -> None:
    documents = write(tmp_path / "in", 120)

    def watch(report: Report) -> None:
        if report.read == 20:
            dask.scheduler.kill()
            dask.scheduler.wait()

    with pytest.raises(Refused, match="does not answer"):
        many.run(documents, work.tell, tmp_path / "out", Plan(scheduler=dask.address), watch=watch)
    report = many.run(documents, work.tell, tmp_path / "out", Plan(workers=1))
    assert report.kept >= 20
    assert report.kept + report.read == 120


def test_a_scheduler_that_is_not_there_is_refused(
    tmp_path: Path, work: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.extraction.cluster._PATIENCE", 1)
    with pytest.raises(Refused, match="does not answer"):
        many.run(write(tmp_path / "in", 1), work.tell, tmp_path / "out", Plan(scheduler="tcp://127.0.0.1:9"))


def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path, work: ModuleType) -> None:
    with pytest.raises(WrongUsage, match="not the address of a scheduler"):
        many.run(write(tmp_path / "in", 1), work.tell, tmp_path / "out", Plan(scheduler="nowhere://x"))
