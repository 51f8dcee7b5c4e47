"""kg push: load a graph into a triple store, whole or not at all, and make sure that it arrived."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.cli.stores import Given, store_options
from kg.errors import NonConforming
from kg.language import Text

if TYPE_CHECKING:
    from kg.stores.push import Pushed


@click.command(
    cls=Command,
    text=Text(
        en="Load a graph into a triple store by its standard protocol. URL is its Graph Store endpoint, its SPARQL "
        "endpoint, or its base address where it can be recognised.\n\nThe graph is replaced whole or not at all, then "
        "read back and compared, triple for triple. Pushing again changes nothing; an interrupted push resumes.",
        fr="Charge un graphe dans un entrepôt de triplets par son protocole standard. URL est son service Graph Store, "
        "son service SPARQL, ou son adresse de base si elle est reconnue.\n\nLe graphe est remplacé en entier ou pas "
        "du tout, puis relu et comparé, triplet par triplet. Recommencer ne change rien ; un envoi interrompu reprend.",
    ),
    examples=(
        "kg push 'http://127.0.0.1:7878/store?default'",
        "KG_PASSWORD=... kg push http://127.0.0.1:8890 --user dba --name https://w3id.org/regional-space/",
    ),
)
@click.argument("url")
@option(
    "--graph",
    "graphs",
    type=click.Path(path_type=Path),
    multiple=True,
    text=Text(
        en="An RDF file, several if repeated; the released graph by default.",
        fr="Un fichier RDF, plusieurs si répété ; le graphe publié par défaut.",
    ),
)
@option(
    "--name",
    metavar="IRI",
    text=Text(
        en="The graph to load into; the default graph where the address names none.",
        fr="Le graphe où charger ; le graphe par défaut si l'adresse n'en nomme pas.",
    ),
)
@option(
    "--add",
    is_flag=True,
    text=Text(
        en="Add to what the graph holds, instead of replacing it.",
        fr="Ajouter à ce que le graphe contient, sans le remplacer.",
    ),
)
@option(
    "--force",
    is_flag=True,
    text=Text(en="Push a graph that does not conform, too.", fr="Envoyer même un graphe non conforme."),
)
@option(
    "--chunk",
    type=click.IntRange(min=1),
    default=50_000,
    show_default=True,
    text=Text(en="How many triples go in one request.", fr="Combien de triplets partent en une requête."),
)
@store_options(timeout=600)
@lang_option
def push(
    url: str, graphs: tuple[Path, ...], name: str | None, *, add: bool, force: bool, chunk: int, given: Given
) -> None:
    """Print the count and the digest of what the store holds; exit 4 where it refuses or does not answer."""
    from kg import shipped, triples
    from kg.stores import Endpoint, target
    from kg.stores.push import Push, read

    paths = graphs or (shipped.graph(),)
    access = given.access()
    with tempfile.TemporaryDirectory(prefix="kg-push-") as folder, Endpoint(url, access) as store:
        local = read(triples.read(paths), Path(folder))
        if not force:
            _check(paths)
        pushing = Push(store, local, target.graph(store.offer, name), say=say, chunk=chunk)
        _tell(pushing.add() if add else pushing.replace())


def _check(paths: Sequence[Path]) -> None:
    """Raise NonConforming where the files together break a shape."""
    from kg import validate

    report = validate.check(paths)
    if not report.conforms:
        count = report.count("violation")
        first = report.findings[0].message
        raise NonConforming(
            Text(
                en=f"The graph does not conform ({count} violations, the first: {first.en}): nothing was sent.",
                fr=f"Le graphe n'est pas conforme ({count} violations, la première : {first.fr}) : rien n'est parti.",
            ),
            Text(
                en="kg validate shows them; --force sends it as it is.",
                fr="kg validate les montre ; --force l'envoie tel quel.",
            ),
        )


def _tell(pushed: Pushed) -> None:
    done = {
        "nothing": Text(en="nothing to do, it was there already", fr="rien à faire, il y était déjà"),
        "put": Text(en="replaced in one request", fr="remplacé en une requête"),
        "stage": Text(en="staged, then moved into place", fr="préparé à part, puis mis en place"),
        "add": Text(en="added", fr="ajouté"),
    }[pushed.way]
    place = f"<{pushed.graph}>" if pushed.graph else None
    say(
        Text(
            en=f"{pushed.kind}, {place or 'default graph'}: {done.en}; read back and equal.",
            fr=f"{pushed.kind}, {place or 'graphe par défaut'} : {done.fr} ; relu et identique.",
        )
    )
    if pushed.respelt:
        say(
            Text(
                en="The store spells some numbers its own way (30000000.0 as 30000000); their values are equal.",
                fr="L'entrepôt écrit des nombres à sa façon (30000000.0 devient 30000000) ; leur valeur est égale.",
            )
        )
    click.echo(f"{pushed.count}\t{Text(en='triples', fr='triplets').in_language(language())}")
    click.echo(f"{pushed.digest}\tsha256")
