"""Documents read on a Dask cluster, where one machine is outgrown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from itertools import chain, islice
from typing import Any

from kg.errors import MissingExtra, Refused, WrongUsage
from kg.extraction.pools import AHEAD, Done, Work, attempt, unexpected
from kg.language import Text

_PATIENCE = 10
_TRIES = 5


def read(work: Work, documents: Iterable[str], scheduler: str) -> Generator[Done, None, None]:
    """Each document's result; the cluster's workers must see the same files, and have kg installed.

    A document whose worker dies goes to another one, and is given up as failed where it takes several down. Raises
    Refused where the scheduler does not answer, or is lost: what has been yielded by then is done.
    """
    with _client(scheduler) as client:
        waiting = iter(documents)
        ahead = max(1, sum(client.nthreads().values())) * AHEAD
        names: dict[str, str] = {}
        lost: Counter[str] = Counter()
        again: list[str] = []
        queue = _queue(client)
        while True:
            for document in chain(again, islice(waiting, ahead - len(names) - len(again))):
                future = client.submit(attempt, work, document, pure=False)
                names[future.key] = document
                queue.add(future)
            again.clear()
            if not names:
                return
            future = next(queue)
            document = names.pop(future.key)
            done = _result(future, document)
            future.release()
            if done is not None:
                yield done
            elif _answers(client) and lost[document] < _TRIES:
                lost[document] += 1
                again.append(document)
            else:
                raise _lost(scheduler)


# distributed has few types: its objects are Any here, and only here
def _client(scheduler: str) -> Any:  # noqa: ANN401
    try:
        from distributed import Client
    except ImportError as missing:
        raise MissingExtra("dask", "kg extract --scheduler") from missing
    connect: Any = Client
    try:
        return connect(scheduler, timeout=_PATIENCE, set_as_default=False)
    except OSError as error:
        raise _lost(scheduler) from error
    except ValueError as error:
        raise WrongUsage(
            Text(en=f"'{scheduler}' is not the address of a scheduler.",
                 fr=f"« {scheduler} » n'est pas l'adresse d'un ordonnanceur."),
            Text(en="Give one as tcp://host:8786.", fr="Donnez-en une comme tcp://hote:8786."),
        ) from error  # fmt: skip


def _queue(client: Any) -> Any:  # noqa: ANN401
    from distributed import as_completed

    completed: Any = as_completed
    return completed(loop=client.loop)


def _result(future: Any, document: str) -> Done | None:  # noqa: ANN401
    """The result of a document, or none where it went down with the worker or the scheduler that held it."""
    from distributed import CancelledError

    try:
        if future.status == "error":
            return unexpected(document, future.exception())
        done: Done = future.result(timeout=_PATIENCE)
    except (CancelledError, OSError):
        return None
    return done


def _answers(client: Any) -> bool:  # noqa: ANN401
    try:
        client.sync(client.scheduler.ncores, callback_timeout=_PATIENCE)
    except OSError:
        return False
    return True


def _lost(scheduler: str) -> Refused:
    return Refused(
        Text(en=f"The Dask scheduler at {scheduler} does not answer.",
             fr=f"L'ordonnanceur Dask à {scheduler} ne répond pas."),
        Text(en="Start it, or leave --scheduler out; what is done is kept.",
             fr="Démarrez-le, ou omettez --scheduler ; ce qui est fait est gardé."),
    )  # fmt: skip
