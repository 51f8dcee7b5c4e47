"""How a store is reached: who asks, how long to wait, how often to try again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.errors import WrongUsage
from kg.language import Text

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Access:
    """Credentials and patience; what is secret never shows in `repr`.

    `timeout` is in seconds without a byte, `pause` the seconds before the first retry, doubled each time;
    `limit` is the largest answer that is read, in bytes.
    """

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    bearer: str | None = field(default=None, repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    timeout: float = 60.0
    retries: int = 4
    pause: float = 0.5
    longest_pause: float = 120.0
    limit: int = 4_000_000_000

    def hide(self, text: str) -> str:
        """`text` without the secrets that a store may echo."""
        for secret in (self.password, self.bearer, *(value for _, value in self.headers)):
            if secret:
                text = text.replace(secret, "***")
        return text


def header(line: str) -> tuple[str, str]:
    """The name and value of an extra header.

    >>> header("X-Tenant: space")
    ('X-Tenant', 'space')

    Raises WrongUsage where the line is no header; the value is never shown.
    """
    name, colon, value = line.partition(":")
    name, value = name.strip(), value.strip()
    if not colon or not _TOKEN.fullmatch(name) or not value.isprintable() or not value.isascii():
        raise WrongUsage(
            Text(en="--header is not a header.", fr="--header n'est pas un en-tête."),
            Text(
                en="Write it as 'Name: value', on one line, in ASCII.",
                fr="Écrivez-le « Nom: valeur », sur une ligne, en ASCII.",
            ),
        )
    return name, value
