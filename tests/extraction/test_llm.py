"""The language-model back end, against a server on loopback that misbehaves."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import Refused, WrongUsage
from kg.extraction import llm
from kg.extraction.reading import Article

SECRET = "sk-test-0123456789abcdef"  # noqa: S105 - opens nothing
TEXT = "La Région Occitanie consacre 30 M€ au spatial.\nLe CNES a signé l’accord le 10 septembre 2024."


def frames(*values: tuple[str, str, object, str]) -> str:
    listed = [{"type": t, "values": [{"slot": s, "value": v, "quote": q}]} for t, s, v, q in values]
    return json.dumps({"frames": listed})


GOOD = frames(("Funding", "amount", 30_000_000, "30 M€"))


class Stub(ThreadingHTTPServer):
    """Answers each request with the next of its answers, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaker)
        self.answers: list[tuple[int, str]] = []
        self.asked: list[dict[str, object]] = []
        self.keys: list[str] = []

    def say(self, *contents: str | None) -> None:
        choice = [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": c}} for c in contents
        ]
        self.answers += [
            (200, json.dumps({"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [c]}))
            for c in choice
        ]

    @property
    def server(self) -> llm.Server:
        return llm.Server(f"http://127.0.0.1:{self.server_port}/v1", "stub", timeout=5, retries=0)


class Speaker(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.server.keys.append(self.headers["Authorization"])
        status, body = self.server.answers.pop(0)
        time.sleep(1 if body == "slow" else 0)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("x-echo", self.headers["Authorization"])
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing on stderr."""


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(llm.KEY, SECRET)


def article(text: str = TEXT) -> Article:
    return Article(text, "Titre", None, None, "2024-09-11", "fr", None, "0" * 64, "a.txt")


def test_a_frame_carries_the_place_of_its_quote(stub: Stub) -> None:
    stub.say(GOOD)
    (frame,) = llm.extract(article(), stub.server).frames
    (filler,) = frame.fillers
    assert (frame.type, filler.value, TEXT[filler.start : filler.end]) == ("Funding", 30_000_000, "30 M€")
    assert frame.rule == "llm:stub"


def test_a_frame_with_an_invented_quote_is_rejected_and_counted(stub: Stub) -> None:
    stub.say(frames(("Funding", "amount", 30_000_000, "30 M€"), ("Funding", "amount", 90_000_000, "90 millions")))
    outcome = llm.extract(article(), stub.server)
    assert [f.values("amount") for f in outcome.frames] == [[30_000_000]]
    assert outcome.rejected == 1


def test_a_quote_is_found_whatever_its_apostrophes_and_spaces(stub: Stub) -> None:
    stub.say(frames(("Agreement", "signedOn", "2024-09-10", "l'accord le 10 septembre 2024")))
    (frame,) = llm.extract(article(), stub.server).frames
    assert TEXT[frame.fillers[0].start : frame.fillers[0].end] == "l’accord le 10 septembre 2024"


@pytest.mark.parametrize(
    "bad",
    [
        "Voici les cadres demandés :",
        "",
        None,
        '{"frames": [',
        "[1, 2]",
        '{"frames": [{"type": "Weather", "values": []}]}',
        frames(("Funding", "colour", "blue", "30 M€")),
        frames(("Funding", "amount", "30 M€", "30 M€")),
        frames(("Agreement", "signedOn", "hier", "10 septembre")),
        frames(("Funding", "currency", "EUR", "30 M€")),
        '{"frames": [{"type": "Funding", "values": [{"slot": "amount", "value": NaN, "quote": "30 M€"}]}]}',
    ],
)
def test_a_bad_answer_is_asked_for_once_more_with_what_is_wrong(stub: Stub, bad: str | None) -> None:
    stub.say(bad, GOOD)
    outcome = llm.extract(article(), stub.server)
    assert (len(outcome.frames), outcome.retried, len(stub.asked)) == (1, 1, 2)
    messages = stub.asked[1]["messages"]
    assert isinstance(messages, list)
    assert "not valid" in messages[-1]["content"]


def test_two_bad_answers_are_refused(stub: Stub) -> None:
    stub.say("no", "no")
    with pytest.raises(Refused, match="answered twice with what is not frames") as caught:
        llm.extract(article(), stub.server)
    assert caught.value.exit_code == 4


def test_an_answer_in_a_code_fence_is_read(stub: Stub) -> None:
    stub.say(f"```json\n{GOOD}\n```")
    assert len(llm.extract(article(), stub.server).frames) == 1


@pytest.mark.parametrize(
    "answer",
    [
        (401, json.dumps({"error": {"message": f"Incorrect API key provided: {SECRET}"}})),
        (400, f"Bearer {SECRET} is unknown here"),
        (200, "<html>Welcome</html>"),
        (200, json.dumps({"choices": "none"})),
        (200, json.dumps([SECRET])),
    ],
)
def test_a_refusal_is_one_sentence_and_never_shows_the_key(
    stub: Stub, answer: tuple[int, str], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    stub.answers += [answer] * 2
    with pytest.raises(Refused) as caught:
        llm.extract(article(), stub.server)
    told = [*(s.en + s.fr for s in caught.value.sentences), caplog.text, *capfd.readouterr(), repr(stub.server)]
    assert stub.keys[0] == f"Bearer {SECRET}"
    assert not any(SECRET in words for words in told)
    assert caught.value.__cause__ is None


def test_a_good_run_never_logs_the_key(stub: Stub, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    stub.say(GOOD)
    llm.extract(article(), stub.server)
    assert SECRET not in caplog.text


def test_a_server_that_does_not_answer_is_refused(stub: Stub) -> None:
    stub.answers += [(200, "slow")] * 2
    with pytest.raises(Refused, match="did not answer as asked"):
        llm.extract(article(), llm.Server(stub.server.base_url, "stub", timeout=0.2, retries=0))


def test_no_server_at_all_is_refused() -> None:
    with pytest.raises(Refused, match="did not answer as asked"):
        llm.extract(article(), llm.Server("http://127.0.0.1:9/v1", "stub", timeout=2, retries=0))


def test_an_address_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match="is not a web address"):
        llm.Server("file:stub", "stub")


def test_a_long_article_is_asked_piece_by_piece_with_true_offsets(stub: Stub) -> None:
    text = f"{'Le spatial avance. ' * 700}\n{TEXT}"
    stub.say('{"frames": []}', GOOD)
    (frame,) = llm.extract(article(text), stub.server).frames
    assert text[frame.fillers[0].start : frame.fillers[0].end] == "30 M€"
    assert len(stub.asked) == 2


def test_a_quote_that_occurs_often_is_taken_near_the_frames_other_words(stub: Stub) -> None:
    text = "Toulouse est citée d'abord, et bien avant tout le reste. La Région Occitanie est à Toulouse."
    values = [
        {"slot": "entity", "value": "Région Occitanie", "quote": "Région Occitanie"},
        {"slot": "place", "value": "Toulouse", "quote": "Toulouse"},
    ]
    stub.say(json.dumps({"frames": [{"type": "Location", "values": values}]}))
    (frame,) = llm.extract(article(text), stub.server).frames
    assert frame.fillers[1].start == text.rindex("Toulouse")


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(Refused) as caught:
        llm.extract(article(), llm.Server("http://me:hidden@127.0.0.1:9/v1", "stub", timeout=2, retries=0))
    assert "hidden" not in str(caught.value)
