"""Documents read on a Dask cluster, where one machine is outgrown."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import islice
from typing import Any

from kg.errors import MissingExtra, Refused, WrongUsage
from kg.extraction.pools import AHEAD, Done, Work, attempt, unexpected
from kg.language import Text

_PATIENCE = 10


def read(work: Work, documents: Iterable[str], scheduler: str) -> Generator[Done, None, None]:
    """Each document's result; the cluster's workers must see the same files, and have kg installed.

    A document whose worker dies goes to another one, and is given up as failed where it takes several down. Raises
    Refused where the scheduler does not answer, or is lost: what has been yielded by then is done.
    """
    with _client(scheduler) as client:
        waiting = iter(documents)
        ahead = max(1, sum(client.nthreads().values())) * AHEAD
        names: dict[str, str] = {}
        queue = _queue(client)
        while True:
            for document in islice(waiting, ahead - len(names)):
                future = client.submit(attempt, work, document, pure=False)
                names[future.key] = document
                queue.add(future)
            if not names:
                return
            future = next(queue)
            yield _result(future, names.pop(future.key), scheduler)
            future.release()


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


def _result(future: Any, document: str, scheduler: str) -> Done:  # noqa: ANN401
    if future.status == "finished":
        done: Done = future.result()
        return done
    error = future.exception() if future.status == "error" else None
    if error is None:
        raise _lost(scheduler)
    return unexpected(document, error)


def _lost(scheduler: str) -> Refused:
    return Refused(
        Text(en=f"The Dask scheduler at {scheduler} does not answer.",
             fr=f"L'ordonnanceur Dask à {scheduler} ne répond pas."),
        Text(en="Start it, or leave --scheduler out; what is done is kept.",
             fr="Démarrez-le, ou omettez --scheduler ; ce qui est fait est gardé."),
    )  # fmt: skip
