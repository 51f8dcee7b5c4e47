"""Documents read side by side on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from kg.errors import KgError, WrongUsage
from kg.extraction.journal import sha256
from kg.language import Text

Work = Callable[[str], Sequence[str]]
"""Reads one document and gives its frames as lines; it crosses to other processes, so it must pickle."""

AHEAD = 4  # documents under way for each worker: enough to keep it busy, few enough for any memory
_RECYCLED = 1_000  # documents after which a worker process is replaced, whatever a library may have kept


@dataclass(frozen=True, slots=True)
class Done:
    """One document read, or why not; `halts` tells that every other document would fail alike."""

    document: str
    sha256: str = ""
    lines: tuple[str, ...] = ()
    failure: tuple[Text, ...] = ()
    halts: bool = False


def attempt(work: Work, document: str) -> Done:
    """Read one document; what is wrong with it is said in the result: errors lose their words between processes."""
    read = sha256(document)
    try:
        lines = tuple(work(document))
    except KgError as error:
        return Done(document, read, (), error.sentences, halts=isinstance(error, WrongUsage))
    return Done(document, read, lines)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def local(work: Work, documents: Iterable[str], workers: int) -> Generator[Done, None, None]:
    """Each document's result, as they are done. A document that takes its process down fails; the others are read."""
    waiting = iter(documents)
    while True:
        under_way: dict[Future[Done], str] = {}
        try:
            with _pool(workers) as pool:
                yield from _through(pool, work, waiting, under_way, workers * AHEAD)
        except BrokenProcessPool:
            # any of these may be the one: each gets a process of its own
            for document in list(under_way.values()):
                yield _alone(work, document)
        else:
            return


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_leave_interrupts, max_tasks_per_child=_RECYCLED
    )


def _leave_interrupts() -> None:
    """Let the run's own process answer Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _through(
    pool: ProcessPoolExecutor, work: Work, waiting: Iterator[str], under_way: dict[Future[Done], str], ahead: int
) -> Generator[Done, None, None]:
    try:
        while True:
            for document in islice(waiting, ahead - len(under_way)):
                under_way[_submitted(pool, work, document)] = document
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                if isinstance(future.exception(), BrokenProcessPool):
                    raise BrokenProcessPool
                document = under_way.pop(future)
                yield _result(document, future)
    finally:
        # not without waiting: a pool still closing when Python ends writes a traceback (python/cpython#83279)
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Work, document: str) -> Future[Done]:
    """The document's future, a failed one where the pool has just broken: the document is not lost."""
    try:
        return pool.submit(attempt, work, document)
    except BrokenProcessPool as broken:
        failed: Future[Done] = Future()
        failed.set_exception(broken)
        return failed


def _result(document: str, future: Future[Done]) -> Done:
    error = future.exception()
    return future.result() if error is None else unexpected(document, error)


def _alone(work: Work, document: str) -> Done:
    with _pool(1) as pool:
        future = pool.submit(attempt, work, document)
        error = future.exception()
    if isinstance(error, BrokenProcessPool):
        said = Text(en=f"{document}: the process that read it ended abruptly.",
                    fr=f"{document} : le processus qui le lisait s'est arrêté brutalement.")  # fmt: skip
        return Done(document, failure=(said,))
    return future.result() if error is None else unexpected(document, error)


def unexpected(document: str, error: BaseException) -> Done:
    """The failure of a document that tripped the reader itself: reported, and the run goes on."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    said = Text(en=f"{document}: could not be read for a reason of our own ({what}). Please report it.",
                fr=f"{document} : n'a pas pu être lu, par notre faute ({what}). Merci de le signaler.")  # fmt: skip
    return Done(document, failure=(said,))
