"""Answers that are no answers: each is one sentence with exit code 4, and nothing of it is believed."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from click.testing import Result

from kg.errors import Refused
from kg.stores import Access, Endpoint
from tests.stores.front import Front, Reply, Request

KG = Callable[..., Result]
YES = b'{"head":{},"boolean":true}'
ROWS = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}'
JSON = {"Content-Type": "application/sparql-results+json"}
TURTLE = {"Content-Type": "text/turtle"}
LOGIN = b"<!DOCTYPE html><html><title>Log in</title><form>\x1b[31m</form></html>"
ELSEWHERE = "http://203.0.113.7/query"
FILE = "file:" + "///etc/passwd"


def speaks(reply: Reply) -> Callable[[Request], Reply]:
    """A store that is recognised as one, and then answers every real query with `reply`."""

    def answer(request: Request) -> Reply:
        if request.path.startswith("/query?query=ASK"):
            return Reply(200, JSON, YES)
        if request.method == "HEAD":
            return Reply(200, TURTLE)
        return reply

    return answer


SELECTS = {
    "a login page": (Reply(200, {"Content-Type": "text/html"}, LOGIN), "answered with text/html, not with the result"),
    "no type": (Reply(200, {}, YES), "answered with ?, not with the result of a query"),
    "a type full of escapes": (Reply(200, {"Content-Type": "a/\x1b[31mb"}, YES), "not with the result of a query"),
    "another type": (Reply(200, JSON, LOGIN), "the answer is not what its type says"),
    "an empty answer": (Reply(200, JSON, b""), "the answer is not what its type says"),
    "a cut answer": (Reply(200, JSON, ROWS, cut=500), "the answer broke off or made no sense"),
    "half an answer that says it is whole": (Reply(200, JSON, ROWS), "the answer is not what its type says"),
    "broken compression": (Reply(200, JSON | {"Content-Encoding": "gzip"}, b"not gzip"), "broke off or made no sense"),
    "a bomb": (Reply(200, JSON | {"Content-Encoding": "gzip"}, gzip.compress(bytes(3_000_000))), "is larger than"),
    "yes where rows are asked": (Reply(200, JSON, YES), "answered with yes or no, not with rows"),
    "a redirection to a file": (Reply(307, {"Location": FILE}), "redirects to file:"),
    "a redirection elsewhere": (
        Reply(307, {"Location": ELSEWHERE}),
        "redirects to http://203.0.113.7/query, which is not",
    ),
    "a redirection that turns a question into another": (Reply(302, {"Location": "/"}), "which is not followed"),
    "a redirection to nowhere": (Reply(307, {}), "redirects to"),
    "an endless redirection": (Reply(307, {"Location": "/query"}), "redirects to /query, which is not followed"),
    "a traceback": (Reply(500, {}, b"java.lang.Oops\n\tat a.b.C\x07"), "answered 500: java.lang.Oops at a.b.C"),
    "a long complaint": (Reply(422, {}, b"no " * 9_999), "no no…"),
    "teapot": (Reply(418), "the store answered 418"),
}


@pytest.mark.parametrize("case", SELECTS)
def test_what_is_no_answer_is_refused(case: str) -> None:
    reply, told = SELECTS[case]
    with (
        Front(answer=speaks(reply)) as front,
        Endpoint(front.url, Access(limit=2_000_000, timeout=2)) as store,
        pytest.raises(Refused) as found,
    ):
        list(store.select("SELECT ?s WHERE { ?s ?p ?o }").rows)
    said = str(found.value)
    assert told in said
    assert len(said) < 800
    assert "\x1b" not in said
    assert "\x07" not in said


GRAPHS = {
    "a login page": (Reply(200, {"Content-Type": "text/html"}, LOGIN), "answered with text/html, not with RDF triples"),
    "plain nonsense": (Reply(200, TURTLE, b"<a> <b"), "the answer is not what its type says"),
    "a relative name": (
        Reply(200, {"Content-Type": "application/n-triples"}, b"<a> <b> <c> ."),
        "is not what its type",
    ),
    "not UTF-8": (Reply(200, TURTLE, b'<urn:a> <urn:b> "\xff" .'), "is not what its type says"),
    "entities that swell": (
        Reply(
            200,
            {"Content-Type": "application/rdf+xml"},
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
            b'<!ENTITY c SYSTEM "x">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&c;</rdf:RDF>',
        ),
        "is not what its type says",
    ),
}


@pytest.mark.parametrize("case", GRAPHS)
def test_what_is_no_graph_is_not_pulled(kg: KG, tmp_path: Path, case: str) -> None:
    reply, told = GRAPHS[case]
    out = tmp_path / "kg.ttl"
    out.write_text("# what stood there\n")
    with Front(answer=speaks(reply)) as front:
        result = kg("pull", front.url, "--name", "urn:g", "--out", out)
    assert result.exit_code == 4
    assert result.stderr.startswith("Error: ")
    assert told in result.stderr
    assert out.read_text() == "# what stood there\n"


def test_credentials_never_leave_the_store_that_was_named() -> None:
    with Front(answer=lambda _: Reply(200, JSON, YES)) as thief:
        trap = Reply(307, {"Location": f"{thief.url}/query"})
        with (
            Front(answer=speaks(trap)) as front,
            Endpoint(front.url, Access(bearer="token", headers=(("X-Key", "k"),))) as store,
            pytest.raises(Refused),
        ):
            store.holds("ASK { ?s ?p ?o }")
        assert thief.seen == []


def test_a_redirection_within_the_store_is_followed(oxigraph: str) -> None:
    def moved(request: Request) -> Reply | None:
        if request.path.startswith("/old"):
            return Reply(308, {"Location": request.path.removeprefix("/old")})
        return None

    with Front(oxigraph, moved) as front, Endpoint(f"{front.url}/old/query") as store:
        assert store.holds("ASK {}")


def test_a_store_that_says_all_is_well_and_keeps_nothing_is_found_out(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    one = tmp_path / "one.nt"
    one.write_text('<urn:a> <urn:b> "one" .\n')

    def forgets(request: Request) -> Reply | None:
        return Reply(204) if request.method == "PUT" else None

    with Front(oxigraph, forgets) as front:
        result = kg("push", front.url, "--name", "urn:forgotten", "--graph", one, "--force")
    assert result.exit_code == 4
    assert "1 triples were sent, 0 came back" in result.stderr
    assert '<urn:a> <urn:b> "one" .' in result.stderr


def test_a_home_page_is_no_store(kg: KG) -> None:
    page = Reply(200, {"Content-Type": "text/html"}, LOGIN)
    with Front(answer=lambda _: page) as front:
        result = kg("pull", front.url)
    assert result.exit_code == 4
    assert "it is no triple store that is known here" in result.stderr


def test_the_password_is_asked_for_on_a_terminal_and_not_shown(oxigraph: str) -> None:
    with Front(oxigraph, lambda _: Reply(401, {"WWW-Authenticate": "Basic"})) as front:
        command = ["-m", "kg", "pull", front.url, "--user", "ada"]
        terminal = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=20)
        terminal.expect("Password of ada: ")
        terminal.sendline("hidden-word")
        terminal.expect(pexpect.EOF)
        terminal.close()
    assert "the store answered 401" in terminal.before
    assert "hidden-word" not in terminal.before
    assert terminal.exitstatus == 4
