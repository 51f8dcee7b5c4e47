"""HTTP to one store: authentication, retries, redirections and limits, every failure a sentence."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from types import TracebackType
from typing import Self

import httpx

from kg import __version__
from kg.errors import Refused, WrongUsage
from kg.language import Text
from kg.stores import replies
from kg.stores.access import Access

_BUSY = frozenset({429, 503})
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_HOPS = 5
_WORDS = 4_000
_GATHERED = 500


class Body:
    """What is sent, made anew each time it must be sent again (a challenge, a retry); `size` in bytes.

    The size is told because Virtuoso takes a chunked body for an empty one, and says that all is well.
    """

    def __init__(self, make: Callable[[], Iterable[bytes]], size: int) -> None:
        self._make = make
        self.size = size

    def __iter__(self) -> Iterator[bytes]:
        """The pieces, gathered: each one that is handed on is a packet of its own."""
        pieces = iter(self._make())
        while block := b"".join(islice(pieces, _GATHERED)):
            yield block


class _Challenged(httpx.Auth):
    """Digest or basic, as the store's challenge asks; the answer to it is kept for the next requests."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            offered = " ".join(response.headers.get_list("www-authenticate")).lower()
            self._chosen = self._digest if "digest" in offered else self._basic
        yield from self._chosen.auth_flow(request)


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class Connection:
    """One store's HTTP client; credentials go to the origin that was named and to no other."""

    def __init__(self, url: str, access: Access) -> None:
        self.url = address(url)
        self.access = access
        self._client = httpx.Client(
            auth=_auth(access),
            headers={"User-Agent": f"regional-space-kg/{__version__}", **dict(access.headers)},
            timeout=access.timeout,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the network."""
        self._client.close()

    @contextlib.contextmanager
    def open(
        self,
        method: str,
        url: httpx.URL,
        *,
        accept: str = "*/*",
        media_type: str = "",
        body: Body | bytes | None = None,
    ) -> Iterator[httpx.Response]:
        """The store's answer whatever its status, its body unread; closed on the way out, also on Ctrl-C.

        Raises Refused where the store does not answer, stays busy, or redirects elsewhere.
        """
        headers = {"Accept": accept} | ({"Content-Type": media_type} if media_type else {})
        if isinstance(body, Body):
            headers["Content-Length"] = str(body.size)
        response = self._answer(method, url, headers, body)
        try:
            yield response
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise replies.unreachable(url, error) from error
        finally:
            response.close()

    def content(self, response: httpx.Response) -> Iterator[bytes]:
        """The body, up to the limit; raises Refused where the status says no, the body breaks off or is too large."""
        self.insist(response)
        size = 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > self.access.limit:
                raise replies.too_large(response.url, self.access.limit)
            yield piece

    def insist(self, response: httpx.Response) -> None:
        """Raise Refused unless the status says yes, with the store's own words."""
        if not response.is_success:
            raise replies.refused(response.url, response.status_code, self.words(response))

    def words(self, response: httpx.Response) -> str:
        """What the store says, as much of it as fits a sentence; secrets that it echoes are hidden."""
        found = b""
        with contextlib.suppress(httpx.HTTPError):
            for piece in response.iter_bytes(_WORDS):
                found += piece
                if len(found) >= _WORDS:
                    break
        return replies.plain(self.access.hide(found[:_WORDS].decode("utf-8", "replace")).encode())

    def _answer(
        self, method: str, url: httpx.URL, headers: dict[str, str], body: Body | bytes | None
    ) -> httpx.Response:
        pause, tries, hops = self.access.pause, 0, 0
        while True:
            response = self._send(method, url, headers, body)
            if response.status_code in _BUSY and tries < self.access.retries:
                asked = _retry_after(response)
                response.close()
                wait = pause if asked is None else asked
                if wait > self.access.longest_pause:
                    raise _asks_to_wait(url, wait)
                time.sleep(wait)
                tries, pause = tries + 1, pause * 2
            elif response.status_code in _REDIRECTIONS:
                hops += 1
                url = self._follow(method, url, response, hops)
            else:
                return response

    def _send(self, method: str, url: httpx.URL, headers: dict[str, str], body: Body | bytes | None) -> httpx.Response:
        try:
            request = self._client.build_request(method, url, headers=headers, content=body)
            return self._client.send(request, stream=True)
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise replies.unreachable(url, error) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise replies.unreachable(url, httpx.ProtocolError(self.access.hide(str(error)))) from error

    def _follow(self, method: str, url: httpx.URL, response: httpx.Response, hops: int) -> httpx.URL:
        """The next address where it is the same store's; a method that would change is not followed either."""
        target = response.headers.get("location", "")
        response.close()
        keeps = method in ("GET", "HEAD") or response.status_code in (307, 308)
        try:
            following = url.join(target)
        except (httpx.InvalidURL, ValueError):
            raise replies.astray(url, target) from None
        if hops > _HOPS or not keeps or not target or not _same_origin(url, following):
            raise replies.astray(url, target)
        return following


def address(url: str) -> httpx.URL:
    """A store's address; raises WrongUsage unless it is http or https, with a host and without a password."""
    try:
        read = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        read = httpx.URL("")
    if read.scheme not in ("http", "https") or not read.host:
        raise WrongUsage(
            Text(en="That is not the address of a store.", fr="Ce n'est pas l'adresse d'un entrepôt."),
            Text(
                en="It looks like this: http://127.0.0.1:7878/store?default",
                fr="Elle ressemble à ceci : http://127.0.0.1:7878/store?default",
            ),
        )
    if read.userinfo:
        raise WrongUsage(
            Text(
                en=f"{replies.place(read)}: a user or a password in an address can be read by others.",
                fr=f"{replies.place(read)} : un identifiant ou un mot de passe dans une adresse se lit.",
            ),
            Text(
                en="Use --user, and the password in KG_PASSWORD.",
                fr="Utilisez --user, et le mot de passe dans KG_PASSWORD.",
            ),
        )
    return read.copy_with(fragment=None)


def _auth(access: Access) -> httpx.Auth | None:
    if access.bearer is not None:
        return _Bearer(access.bearer)
    if access.user is not None:
        return _Challenged(access.user, access.password or "")
    return None


def _same_origin(here: httpx.URL, there: httpx.URL) -> bool:
    if there.host != here.host or there.userinfo:
        return False
    upgrade = (here.scheme, there.scheme) == ("http", "https") and here.port is None and there.port is None
    return upgrade or (here.scheme, here.port) == (there.scheme, there.port)


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds that a busy store asks for: a number or a date; None where it says neither."""
    said = response.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _asks_to_wait(url: httpx.URL, seconds: float) -> Refused:
    return Refused(
        Text(
            en=f"{replies.place(url)}: the store is busy and asks to wait {seconds:.0f} seconds.",
            fr=f"{replies.place(url)} : l'entrepôt est occupé et demande d'attendre {seconds:.0f} secondes.",
        ),
        Text(en="Try again later.", fr="Réessayez plus tard."),
    )
