"""A store killed in the middle of a push holds the old graph or the new one, and the next push finishes the work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from kg.stores import Access, Endpoint
from tests.stores.conftest import VIRTUOSO_PASSWORD, Store, start_oxigraph, start_virtuoso
from tests.stores.front import Front, Reply, Request

KG = Callable[..., Result]
GRAPH = "urn:killed"
DBA = Access(user="dba", password=VIRTUOSO_PASSWORD)
SIZE = 6_000


def written(path: Path, word: str) -> set[str]:
    lines = {f'<urn:s{n}> <urn:p> "{word} {n}" .' for n in range(SIZE)}
    path.write_text("\n".join(sorted(lines)) + "\n")
    return {line.removesuffix(" .") for line in lines}


@pytest.fixture(params=["oxigraph", "virtuoso"], scope="module")
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store on disk of its own, to be killed and started again."""
    folder = tmp_path_factory.mktemp("killed")
    found = start_oxigraph(folder, location=True) if request.param == "oxigraph" else start_virtuoso(folder)
    yield found
    found.kill()


def held(store: Store) -> set[str]:
    with Endpoint(store.url, DBA) as endpoint:
        return {str(triple) for triple in endpoint.get(GRAPH)}


def staged(store: Store) -> int:
    with Endpoint(store.url, DBA) as endpoint:
        rows = endpoint.select(
            "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s <urn:p> ?o } FILTER(?g != <urn:killed>) }"
        ).rows
        return int(next(iter(rows))[0].value)  # type: ignore[union-attr]


def arguments(url: str, path: Path, chunk: int) -> list[str]:
    return ["push", url, "--name", GRAPH, "--user", "dba", "--force", "--graph", str(path), "--chunk", str(chunk)]


def killed_by(store: Store, wanted: Callable[[Request], bool], *, after: bool) -> Callable[[Request], Reply | None]:
    """Kill the store before, or just after, it is handed the first request that is `wanted`."""
    done = threading.Event()

    def answer(request: Request) -> Reply | None:
        if done.is_set() or not wanted(request):
            return None
        done.set()
        if after:
            passing = threading.Thread(target=front_of[0].forward, args=(request,))
            passing.start()
            passing.join(0.02)  # long enough for the request to be taken, too short for it to be done
            store.kill()
            passing.join()
        else:
            store.kill()
        return Reply(200, body=b"", cut=1)

    front_of: list[Front] = []
    answer.front_of = front_of  # type: ignore[attr-defined]
    return answer


def third_chunk() -> Callable[[Request], bool]:
    seen = 0

    def wanted(request: Request) -> bool:
        nonlocal seen
        seen += request.headers.get("content-type") == "text/turtle" and request.body != b""
        return seen == 3

    return wanted


def a_move(request: Request) -> bool:
    return request.body.startswith(b"MOVE")


def a_put(request: Request) -> bool:
    return request.method == "PUT" and request.body != b""


MOMENTS = {
    "before the third chunk": (third_chunk, False, 1_000),
    "in the third chunk": (third_chunk, True, 1_000),
    "before the move": (lambda: a_move, False, 1_000),
    "in the move": (lambda: a_move, True, 1_000),
    "in the only request": (lambda: a_put, True, 100_000),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_store_holds_the_old_graph_or_the_new_one(kg: KG, store: Store, tmp_path: Path, moment: str) -> None:
    make, after, chunk = MOMENTS[moment]
    old, new = written(tmp_path / "old.nt", "old"), written(tmp_path / "new.nt", "new")
    assert kg(*arguments(store.url, tmp_path / "old.nt", 100_000), KG_PASSWORD=VIRTUOSO_PASSWORD).exit_code == 0
    wanted = make()
    if moment == "in the only request" and "virtuoso" in store.command[0]:
        wanted = a_move  # Virtuoso's PUT can lose the old graph, so that even one chunk is staged and moved
    answer = killed_by(store, wanted, after=after)
    with Front(store.url, answer) as front:
        answer.front_of.append(front)  # type: ignore[attr-defined]
        cut = kg(*arguments(front.url, tmp_path / "new.nt", chunk))
        assert cut.exit_code == 4, cut.output
        assert "Traceback" not in cut.stderr
        store.start()
        assert held(store) in (old, new)
        again = kg(*arguments(front.url, tmp_path / "new.nt", chunk))
        assert again.exit_code == 0, again.stderr
        assert held(store) == new
        assert staged(store) == 0
        if moment == "before the third chunk":
            assert "Resuming: 2000 of 6000 triples are already there." in again.stderr


def test_ctrl_c_leaves_the_old_graph_and_the_next_push_resumes(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    old, new = written(tmp_path / "old.nt", "before"), written(tmp_path / "new.nt", "after")
    assert kg(*arguments(oxigraph, tmp_path / "old.nt", 100_000), KG_PASSWORD="x").exit_code == 0  # noqa: S106
    wanted, waiting, go_on = third_chunk(), threading.Event(), threading.Event()

    def stalls(request: Request) -> Reply | None:
        if not wanted(request):
            return None
        waiting.set()
        go_on.wait(20)
        return Reply(200, body=b"", cut=1)

    with Front(oxigraph, stalls) as front:
        command = [sys.executable, "-m", "kg", *arguments(front.url, tmp_path / "new.nt", 1_000)]
        environment = {**os.environ, "KG_PASSWORD": "x", "KG_LANG": "en"}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as push:
            assert waiting.wait(20)
            push.send_signal(signal.SIGINT)
            out, said = push.communicate(timeout=20)
        go_on.set()
    assert push.returncode == 130
    assert out == ""
    assert "The graph is unchanged. What was sent waits in <https://w3id.org/regional-space/staging/" in said
    assert said.endswith("\nInterrupted.\n")
    assert "Traceback" not in said
    with Endpoint(oxigraph) as store:
        assert {str(t) for t in store.get(GRAPH)} == old
    again = kg(*arguments(oxigraph, tmp_path / "new.nt", 1_000))
    assert "Resuming: 2000 of 6000 triples are already there." in again.stderr
    with Endpoint(oxigraph) as store:
        assert {str(t) for t in store.get(GRAPH)} == new


def test_a_staging_graph_that_someone_spoilt_is_made_anew(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    new = written(tmp_path / "new.nt", "spoilt")
    wanted = third_chunk()
    with Front(oxigraph, lambda request: Reply(500) if wanted(request) else None) as front:
        cut = kg(*arguments(front.url, tmp_path / "new.nt", 1_000), KG_PASSWORD="x")  # noqa: S106
        assert cut.exit_code == 4
    with Endpoint(oxigraph) as store:
        spoilt = next(
            row[0].value  # type: ignore[union-attr]
            for row in store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY DESC(?g)").rows
            if "/staging/" in str(row[0])
        )
        store.update(f"INSERT DATA {{ GRAPH <{spoilt}> {{ <urn:not> <urn:ours> 1 }} }}")
    again = kg(*arguments(oxigraph, tmp_path / "new.nt", 1_000))
    assert again.exit_code == 0, again.stderr
    with Endpoint(oxigraph) as store:
        assert {str(t) for t in store.get(GRAPH)} == new
