"""What a store's refusals mean, as sentences; its own words are cleaned before they are shown."""

from __future__ import annotations

import errno
import os
import re

import httpx

from kg.errors import Refused, WrongUsage
from kg.language import Text

_SHOWN = 300
_UNREACHED = {
    os.strerror(errno.ECONNREFUSED): Text(en="connection refused", fr="connexion refusée"),
    os.strerror(errno.EHOSTUNREACH): Text(en="no way to that machine", fr="aucun chemin vers cette machine"),
    os.strerror(errno.ENETUNREACH): Text(en="no network", fr="pas de réseau"),
    "not known": Text(en="no machine has that name", fr="aucune machine ne porte ce nom"),
    "No address associated": Text(en="no machine has that name", fr="aucune machine ne porte ce nom"),
    "name resolution": Text(en="no machine has that name", fr="aucune machine ne porte ce nom"),
}
"""What the system says, as httpx passes it on, in words."""
_BARRED = frozenset({401, 403})
_ADVICE = {
    401: Text(
        en="Give --user, with the password in KG_PASSWORD, or --bearer-env.",
        fr="Donnez --user, avec le mot de passe dans KG_PASSWORD, ou --bearer-env.",
    ),
    403: Text(
        en="Ask the store's keeper for the right to do this.",
        fr="Demandez ce droit à qui tient l'entrepôt.",
    ),
    404: Text(
        en="Check the address, and the name of the graph.",
        fr="Vérifiez l'adresse, et le nom du graphe.",
    ),
    405: Text(
        en="The store does not do this at that address: give the address of its Graph Store or update service.",
        fr="L'entrepôt ne fait pas cela à cette adresse : donnez celle de son service Graph Store ou de mise à jour.",
    ),
    413: Text(
        en="The store takes smaller requests: lower --chunk.",
        fr="L'entrepôt accepte de plus petites requêtes : baissez --chunk.",
    ),
    429: Text(en="Try again later.", fr="Réessayez plus tard."),
    503: Text(en="Try again later.", fr="Réessayez plus tard."),
}
_OTHERWISE = Text(
    en="Check the address, and the store's own log.", fr="Vérifiez l'adresse, et le journal de l'entrepôt."
)


class Barred(Refused):
    """The store wants another user, or none at all."""


def place(url: httpx.URL) -> str:
    """The address as it may be shown: no credentials, no query string, no more than 200 characters.

    >>> place(httpx.URL("http://u:p@h:1/store?graph=x"))
    'http://h:1/store'
    """
    return str(url.copy_with(username=None, password=None, query=None, fragment=None))[:200]


def plain(content: bytes) -> str:
    r"""A store's own words on one line: no tags, no control characters, cut at 300 characters.

    >>> plain(b"<h1>No</h1> <p>not \x1b[31mhere</p>")
    'No not [31mhere'
    """
    text = content.decode("utf-8", errors="replace")
    text = re.sub(r"<(style|script|title)\b.*?</\1>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"</?[a-zA-Z!][^<>\n]{0,200}>", " ", text)
    text = "".join(c if c.isprintable() else " " for c in text)
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def quoted(line: bytes) -> str:
    """A line of N-Triples as it may be shown: control characters out, cut at 300 characters."""
    text = "".join(c if c.isprintable() else " " for c in line.decode("utf-8", errors="replace")).strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def refused(url: httpx.URL, status: int, words: str) -> Refused:
    """The store said no: the status, its own words, what to do."""
    said = f": {words}" if words else ""
    kind = Barred if status in _BARRED else Refused
    return kind(
        Text(en=f"{place(url)}: the store answered {status}{said}", fr=f"{place(url)} : réponse {status}{said}"),
        _ADVICE.get(status, _OTHERWISE),
    )


def malformed(url: httpx.URL, words: str) -> WrongUsage:
    """The store cannot read the query."""
    return WrongUsage(
        Text(
            en=f"{place(url)}: the store cannot read the query: {words or '?'}",
            fr=f"{place(url)} : l'entrepôt ne sait pas lire la requête : {words or '?'}",
        ),
        Text(en="Correct the query.", fr="Corrigez la requête."),
    )


def unreachable(url: httpx.URL, error: httpx.TransportError | httpx.DecodingError) -> Refused:
    """The store did not answer, or not to the end."""
    if isinstance(error, httpx.TimeoutException):
        return Refused(
            Text(en=f"{place(url)}: no answer in time.", fr=f"{place(url)} : pas de réponse à temps."),
            Text(en="Try again, with a longer --timeout.", fr="Réessayez avec un --timeout plus long."),
        )
    if isinstance(error, httpx.ConnectError):
        why = next((said for sign, said in _UNREACHED.items() if sign in str(error)), None)
        return Refused(
            Text(
                en=f"{place(url)}: no store answers there ({why.en if why else _why(error)}).",
                fr=f"{place(url)} : aucun entrepôt ne répond ({why.fr if why else _why(error)}).",
            ),
            Text(en="Check the address, and that the store runs.", fr="Vérifiez l'adresse, et que l'entrepôt tourne."),
        )
    return Refused(
        Text(
            en=f"{place(url)}: the answer broke off or made no sense ({_why(error)}).",
            fr=f"{place(url)} : la réponse s'est interrompue ou n'a pas de sens ({_why(error)}).",
        ),
        Text(
            en="Try again; then look in the store's own log.", fr="Réessayez ; sinon, voyez le journal de l'entrepôt."
        ),
    )


def astray(url: httpx.URL, target: str) -> Refused:
    """A redirection that is not followed."""
    shown = plain(target.encode())[:200]
    return Refused(
        Text(
            en=f"{place(url)}: redirects to {shown}, which is not followed.",
            fr=f"{place(url)} : redirige vers {shown}, ce qui n'est pas suivi.",
        ),
        Text(
            en="If you trust that address, give it instead.",
            fr="Si cette adresse est sûre, donnez-la directement.",
        ),
    )


def not_rdf(url: httpx.URL, media_type: str, wanted: Text) -> Refused:
    """An answer of another kind than asked: a login page, an error with status 200."""
    kind = plain(media_type.encode())[:80] or "?"
    return Refused(
        Text(
            en=f"{place(url)}: answered with {kind}, not with {wanted.en}.",
            fr=f"{place(url)} : a répondu en {kind}, et non par {wanted.fr}.",
        ),
        Text(
            en="Is this the store's own address, and not a login page or a home page?",
            fr="Est-ce bien l'adresse de l'entrepôt, et non une page d'accueil ou d'identification ?",
        ),
    )


def too_large(url: httpx.URL, limit: int) -> Refused:
    """An answer that does not end."""
    return Refused(
        Text(
            en=f"{place(url)}: the answer is larger than {limit:,} bytes.",
            fr=f"{place(url)} : la réponse dépasse {limit} octets.",
        ),
        Text(en="Ask for less: LIMIT, or one graph.", fr="Demandez moins : LIMIT, ou un seul graphe."),
    )


def _why(error: Exception) -> str:
    return plain(str(error).encode()) or type(error).__name__
