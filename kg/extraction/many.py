"""A run over many documents: side by side, in bounded memory, gone on with where it was interrupted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kg.errors import WrongUsage
from kg.extraction import cluster, pools
from kg.extraction.journal import Entry, Journal
from kg.language import Text


class Watch(Protocol):
    """Is told of each document as it is done."""

    def __call__(self, report: Report) -> None:
        """Show how far the run is."""


@dataclass(slots=True)
class Report:
    """How far a run is: documents read, documents that an earlier run had read, frames, and what failed."""

    read: int = 0
    kept: int = 0
    frames: int = 0
    failures: list[tuple[Text, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """How documents are read: what the frames depend on besides the documents, and where the work is done.

    With other `settings` than an earlier run, its documents are read again. `workers` left out is every core; `suffix`
    ends the names of the files written.
    """

    settings: str = ""
    workers: int | None = None
    scheduler: str | None = None
    suffix: str = "jsonl"


def run(
    documents: Iterable[str], work: pools.Work, out: Path, plan: Plan | None = None, *, watch: Watch | None = None
) -> Report:
    """Read each document once and write its frames to a file of `out`; documents already there are kept.

    A document that fails is reported, tried again by the next run, and the run goes on. Raises WrongUsage where every
    document would fail alike, Refused where the scheduler is lost; what is done by then is kept.
    """
    plan = plan or Plan()
    journal = Journal(out, plan.suffix)
    report = Report()
    waiting = _waiting(documents, journal, plan.settings, report)
    if plan.scheduler:
        results = cluster.read(work, waiting, plan.scheduler)
    else:
        results = pools.local(work, waiting, plan.workers or pools.cores())
    with closing(results):
        for done in results:
            if done.halts:
                raise WrongUsage(*done.failure)
            _record(journal, report, done, plan.settings)
            if watch is not None:
                watch(report)
    journal.close()
    return report


def _waiting(documents: Iterable[str], journal: Journal, settings: str, report: Report) -> Iterator[str]:
    for document in documents:
        if journal.has(document, settings):
            report.kept += 1
        else:
            yield document


def _record(journal: Journal, report: Report, done: pools.Done, settings: str) -> None:
    if done.failure:
        told = " ".join(s.en for s in done.failure), " ".join(s.fr for s in done.failure)
        journal.add(Entry(done.document, done.sha256, settings, failure=told))
        report.failures.append(done.failure)
    else:
        journal.add(Entry(done.document, done.sha256, settings), done.lines)
        report.read += 1
        report.frames += len(done.lines)


@contextmanager
def shown(total: int | None, label: str) -> Iterator[Watch | None]:
    """A progress bar on stderr where that is a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)

        def watch(report: Report) -> None:
            bar.update(task, completed=report.read + report.kept + len(report.failures))

        yield watch
