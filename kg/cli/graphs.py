"""Which graph a command asks: files, the released one, or a store; the same options for every command."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.bilingual import option
from kg.cli.stores import Given, store_options
from kg.errors import WrongUsage
from kg.language import Text

if TYPE_CHECKING:  # loads pyoxigraph
    from kg.questions.asking import Asker
    from kg.stores.endpoint import Endpoint


graph_option = option(
    "--graph",
    "graphs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    text=Text(
        en="A graph file, as often as needed; the released graph by default.",
        fr="Un fichier de graphe, autant de fois qu'il faut ; le graphe publié par défaut.",
    ),
)
endpoint_option = option(
    "--endpoint",
    metavar="URL",
    text=Text(en="Ask a store by SPARQL Protocol.", fr="Interroge une base par SPARQL Protocol."),
)
seeds_option = option(
    "--seeds",
    type=click.Path(path_type=Path),
    default=Path("seeds"),
    show_default=True,
    text=Text(en="The folder of registry/, documents/, curated/.", fr="Le dossier de registry/, documents/, curated/."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The graph options as they were typed."""

    graphs: tuple[Path, ...]
    endpoint: str | None
    given: Given

    def open(self) -> Asker:
        """What answers: a store, files, or the released graph."""
        if self.endpoint is None:
            from kg import shipped
            from kg.questions import local

            return local.load(self.graphs or (shipped.graph(),))
        if self.graphs:
            raise WrongUsage(
                Text(
                    en="Ask files or a store: --graph or --endpoint.",
                    fr="Interrogez des fichiers ou une base : --graph ou --endpoint.",
                )
            )
        return of_store(self.endpoint, self.given)


def graph_options(command: Callable[..., object]) -> Callable[..., Any]:
    """--graph, --endpoint and how to reach a store, which the command receives as `asked`."""

    @functools.wraps(command)
    def with_asked(
        *args: object, graphs: tuple[Path, ...], endpoint: str | None, given: Given, **others: object
    ) -> object:
        return command(*args, asked=Asked(graphs, endpoint, given), **others)

    decorated: Callable[..., Any] = with_asked
    for add in (store_options(timeout=60.0), endpoint_option, graph_option):
        decorated = add(decorated)
    return decorated


def of_store(url: str, given: Given) -> Asker:
    """The store at an address as what answers, let go of when the command ends."""
    from kg.questions.remote import Remote

    return Remote(endpoint(url, given))


def endpoint(url: str, given: Given) -> Endpoint:
    """The store at an address, let go of when the command ends."""
    from kg.stores.endpoint import Endpoint

    return click.get_current_context().with_resource(Endpoint(url, given.access()))
