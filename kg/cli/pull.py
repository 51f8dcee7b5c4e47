"""kg pull: bring a graph back from a triple store."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from kg.cli.bilingual import Command, lang_option, option, say
from kg.cli.stores import Given, store_options
from kg.errors import WrongUsage
from kg.language import Text

_SUFFIXES = (".ttl", ".nt")


@click.command(
    cls=Command,
    text=Text(
        en="Bring a graph back from a triple store, triple for triple, as Turtle or N-Triples.\n\nURL is the store's "
        "Graph Store endpoint, its SPARQL endpoint, or its base address where it can be recognised.",
        fr="Ramène un graphe d'un entrepôt de triplets, triplet par triplet, en Turtle ou en N-Triples.\n\nURL est le "
        "service Graph Store de l'entrepôt, son service SPARQL, ou son adresse de base si elle est reconnue.",
    ),
    examples=(
        "kg pull 'http://127.0.0.1:7878/store?default' --out kg.ttl",
        "kg pull http://127.0.0.1:8890 --name https://w3id.org/regional-space/ --out kg.nt",
    ),
)
@click.argument("url")
@option(
    "--name",
    metavar="IRI",
    text=Text(
        en="The graph to bring back; the default graph where the address names none.",
        fr="Le graphe à ramener ; le graphe par défaut si l'adresse n'en nomme pas.",
    ),
)
@option(
    "--out",
    type=click.Path(path_type=Path),
    text=Text(
        en="The file to write, .ttl or .nt; Turtle on standard output by default.",
        fr="Le fichier à écrire, .ttl ou .nt ; par défaut du Turtle sur la sortie standard.",
    ),
)
@store_options(timeout=600)
@lang_option
def pull(url: str, name: str | None, out: Path | None, given: Given) -> None:
    """Write the graph; a file that stood there is replaced whole or not at all."""
    from kg import files
    from kg.stores import Endpoint, target
    from kg.stores.pull import fetch, turtle

    if out is not None and out.suffix not in _SUFFIXES:
        raise WrongUsage(
            Text(en=f"--out {out}: not a .ttl or .nt file.", fr=f"--out {out} : ni .ttl ni .nt."),
            Text(
                en="Pull Turtle or N-Triples; kg export --graph FILE turns it into other formats.",
                fr="Ramenez du Turtle ou du N-Triples ; kg export --graph FICHIER le convertit.",
            ),
        )
    with tempfile.TemporaryDirectory(prefix="kg-pull-") as folder, Endpoint(url, given.access()) as store:
        found = fetch(store, target.graph(store.offer, name), Path(folder))
        content = found.path.read_bytes() if out is not None and out.suffix == ".nt" else turtle(found)
    if out is None:
        click.echo(content, nl=False)
    else:
        files.replace({out: content})
    say(Text(en=f"{found.count} triples, sha256 {found.digest}.", fr=f"{found.count} triplets, sha256 {found.digest}."))
