"""What every command that reaches a store takes: who asks, how long to wait; secrets never on the command line."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kg.cli.bilingual import language, option
from kg.errors import WrongUsage
from kg.language import Text

if TYPE_CHECKING:
    from kg.stores import Access

PASSWORD = "KG_PASSWORD"  # noqa: S105  the name of a variable, not a password


@dataclass(frozen=True, slots=True)
class Given:
    """The options of a store as they were typed."""

    user: str | None
    bearer_env: str | None
    header: tuple[str, ...]
    timeout: float
    retries: int

    def access(self) -> Access:
        """How to reach the store; the password is in KG_PASSWORD, or asked for on the terminal."""
        from kg.stores.access import Access, header

        if self.user is not None and self.bearer_env is not None:
            raise WrongUsage(
                Text(en="Give --user or --bearer-env, not both.", fr="Donnez --user ou --bearer-env, pas les deux.")
            )
        return Access(
            user=self.user,
            password=None if self.user is None else _password(self.user),
            bearer=None if self.bearer_env is None else _token(self.bearer_env),
            headers=tuple(header(line) for line in self.header),
            timeout=self.timeout,
            retries=self.retries,
        )


def store_options(*, timeout: float) -> Callable[[Callable[..., object]], Callable[..., Any]]:
    """--user, --bearer-env, --header, --timeout and --retries, which the command receives as `given`."""

    def decorate(command: Callable[..., object]) -> Callable[..., Any]:
        @functools.wraps(command)
        def with_given(
            *args: object,
            user: str | None,
            bearer_env: str | None,
            header: tuple[str, ...],
            timeout: float,
            retries: int,
            **others: object,
        ) -> object:
            return command(*args, given=Given(user, bearer_env, header, timeout, retries), **others)

        decorated: Callable[..., object] = with_given
        for add in reversed(_options(timeout)):
            decorated = add(decorated)
        return decorated

    return decorate


def _options(timeout: float) -> list[Callable[[Callable[..., object]], Callable[..., object]]]:
    return [
        option(
            "--user",
            text=Text(
                en="Who asks (basic or digest, as the store wants); the password is in KG_PASSWORD, or asked for.",
                fr="Qui demande (basic ou digest, au choix de l'entrepôt) ; mot de passe dans KG_PASSWORD, ou demandé.",
            ),
        ),
        option(
            "--bearer-env",
            metavar="VAR",
            text=Text(
                en="The environment variable that holds a bearer token.",
                fr="La variable d'environnement qui contient un jeton « bearer ».",
            ),
        ),
        option(
            "--header",
            multiple=True,
            metavar="'K: V'",
            text=Text(en="One more header; may be repeated.", fr="Un en-tête de plus ; peut être répété."),
        ),
        option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            default=timeout,
            show_default=True,
            metavar="S",
            text=Text(en="Seconds to wait for the store.", fr="Secondes à attendre l'entrepôt."),
        ),
        option(
            "--retries",
            type=click.IntRange(0, 20),
            default=4,
            show_default=True,
            text=Text(
                en="How often to try again when the store is busy (429, 503).",
                fr="Combien de fois réessayer quand l'entrepôt est occupé (429, 503).",
            ),
        ),
    ]


def _password(user: str) -> str:
    if (found := os.environ.get(PASSWORD)) is not None:
        return found
    if not sys.stdin.isatty():
        raise WrongUsage(
            Text(en=f"There is no password for {user}.", fr=f"Il n'y a pas de mot de passe pour {user}."),
            Text(en=f"Put it in {PASSWORD}.", fr=f"Mettez-le dans {PASSWORD}."),
        )
    asked = Text(en=f"Password of {user}", fr=f"Mot de passe de {user}").in_language(language())
    answer: str = click.prompt(asked, hide_input=True, err=True, default="", show_default=False)
    return answer


def _token(variable: str) -> str:
    found = os.environ.get(variable, "").strip()
    if not found:
        raise WrongUsage(
            Text(
                en=f"The environment variable {variable} is empty.",
                fr=f"La variable d'environnement {variable} est vide.",
            ),
            Text(en="Put the token in it.", fr="Mettez-y le jeton."),
        )
    if not (found.isascii() and found.isprintable()):
        raise WrongUsage(
            Text(
                en=f"The environment variable {variable} holds no token.",
                fr=f"La variable d'environnement {variable} ne contient pas un jeton.",
            ),
            Text(
                en="A token is printable ASCII, on one line.", fr="Un jeton est de l'ASCII imprimable, sur une ligne."
            ),
        )
    return found
