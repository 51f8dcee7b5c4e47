"""Who may, who may not, and a store that is busy; no secret ever shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from click.testing import Result

from kg.errors import Refused
from kg.stores import Access, Endpoint
from tests.stores.conftest import VIRTUOSO_PASSWORD
from tests.stores.front import Front, Reply, Request, basic, bearer

KG = Callable[..., Result]
SECRET = "s3cr3t-and-l0ng"  # noqa: S105  what must not show


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one.nt"
    path.write_text('<urn:a> <urn:b> "one" .\n')
    return path


def test_basic_is_refused_then_granted(kg: KG, oxigraph: str, one: Path) -> None:
    with Front(oxigraph, basic("ada", SECRET)) as front:
        push = ("push", front.url, "--name", "urn:basic", "--graph", one, "--force")
        stranger = kg(*push)
        assert stranger.exit_code == 4
        assert stranger.stderr == (
            f"Error: {front.url}/sparql: the store answered 401: Unauthorized you sent None\n"
            "Give --user, with the password in KG_PASSWORD, or --bearer-env.\n"
        )
        wrong = kg(*push, "--user", "ada", KG_PASSWORD="wr0ng-and-l0ng")  # noqa: S106
        assert wrong.exit_code == 4
        assert "wr0ng-and-l0ng" not in wrong.output
        granted = kg(*push, "--user", "ada", KG_PASSWORD=SECRET)
        assert granted.exit_code == 0, granted.stderr
        assert SECRET not in granted.output


def test_a_bearer_token_is_refused_then_granted_and_never_shown(
    kg: KG, oxigraph: str, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Front(oxigraph, bearer(SECRET)) as front:
        push = ("push", front.url, "--name", "urn:bearer", "--graph", one, "--force", "--bearer-env", "TOKEN")
        monkeypatch.setenv("TOKEN", f"{SECRET}-but-wrong")
        wrong = kg(*push)
        assert wrong.exit_code == 4
        assert SECRET not in wrong.output  # the store echoes what it was sent
        assert "***" in wrong.stderr
        granted = kg(*push, TOKEN=SECRET)
        assert granted.exit_code == 0, granted.stderr


def test_virtuosos_digest_is_refused_then_granted(kg: KG, virtuoso: str, one: Path) -> None:
    push = ("push", virtuoso, "--name", "urn:digest", "--graph", one, "--force")
    stranger = kg(*push)
    assert (stranger.exit_code, "401" in stranger.stderr) == (4, True)
    wrong = kg(*push, "--user", "dba", KG_PASSWORD=SECRET)
    assert (wrong.exit_code, "401" in wrong.stderr, SECRET in wrong.output) == (4, True, False)
    granted = kg(*push, "--user", "dba", KG_PASSWORD=VIRTUOSO_PASSWORD)
    assert granted.exit_code == 0, granted.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--user", "ada"), "There is no password for ada."),
        (("--bearer-env", "NOT_SET"), "The environment variable NOT_SET is empty."),
        (("--user", "ada", "--bearer-env", "X"), "Give --user or --bearer-env, not both."),
        (("--header", "no colon"), "--header is not a header."),
        (("--header", f"X-Key: {SECRET}\r\nEvil: 1"), "--header is not a header."),
        (("--name", "not an iri"), "--name 'not an iri' is not an IRI."),
        (("--name", "urn:a> } ; DROP ALL #"), "is not an IRI."),
    ],
)
def test_a_wrong_option_is_a_sentence(kg: KG, oxigraph: str, one: Path, arguments: tuple[str, ...], told: str) -> None:
    result = kg("push", oxigraph, "--graph", one, "--force", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert SECRET not in result.output


@pytest.mark.parametrize(
    "url", ["", "not an address", "ftp://127.0.0.1/", "http://", f"http://ada:{SECRET}@127.0.0.1:1/", "http://[::1"]
)
def test_an_address_that_is_none_is_a_sentence(kg: KG, one: Path, url: str) -> None:
    result = kg("push", url, "--graph", one, "--force")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert SECRET not in result.output


def test_nobody_there_is_a_sentence(kg: KG, one: Path) -> None:
    with Front() as front:
        url = front.url
    result = kg("push", url, "--graph", one, "--force")
    assert result.exit_code == 4
    assert result.stderr.startswith(f"Error: {url}/sparql: no store answers there (")


def test_a_store_that_never_answers_is_given_up(oxigraph: str) -> None:
    def silent(_: Request) -> Reply | None:
        return Reply(200, {"Content-Type": "application/sparql-results+json"}, b"", cut=10)

    with (
        Front(oxigraph, silent) as front,
        Endpoint(front.url, Access(timeout=0.3)) as store,
        pytest.raises(Refused) as told,
    ):
        store.holds("ASK {}")
    assert "broke off" in str(told.value) or "no answer in time" in str(told.value)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_store_is_asked_again_when_it_says(oxigraph: str, status: int) -> None:
    busy = [
        Reply(status, {"Retry-After": "1"}),
        Reply(status, {"Retry-After": formatdate(0, usegmt=True)}),
        Reply(status),
    ]

    def answer(_: Request) -> Reply | None:
        return busy.pop(0) if busy else None

    with Front(oxigraph, answer) as front, Endpoint(front.url, Access(pause=0.05)) as store:
        began = time.monotonic()
        assert store.holds("ASK {}")
        assert time.monotonic() - began >= 1.0
        assert not busy


def test_a_store_that_stays_busy_is_given_up(oxigraph: str) -> None:
    with (
        Front(oxigraph, lambda _: Reply(503, {}, b"down for repairs")) as front,
        Endpoint(front.url, Access(pause=0.01, retries=3)) as store,
        pytest.raises(Refused) as told,
    ):
        store.holds("ASK {}")
    assert str(told.value).endswith("the store answered 503: down for repairs\nTry again later.")
    assert len(front.seen) == 4


def test_a_store_that_asks_to_wait_an_hour_is_given_up_at_once(oxigraph: str) -> None:
    with (
        Front(oxigraph, lambda _: Reply(429, {"Retry-After": "3600"})) as front,
        Endpoint(front.url) as store,
        pytest.raises(Refused) as told,
    ):
        store.holds("ASK {}")
    assert "asks to wait 3600 seconds" in str(told.value)
