"""kg export: the graph in the formats of other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.bilingual import Command, lang_option, option, say
from kg.language import Text

_NAMES = ("nt", "nq", "trig", "jsonld", "rdfxml", "turtle12", "graphml", "gexf", "csv", "parquet", "geojson", "void")


@click.command(
    cls=Command,
    text=Text(
        en="Write the graph in another format; the same graph gives the same bytes.\n\nnq and trig have a named graph "
        "for each source; turtle12 says claims as RDF 1.2 annotations; graphml and gexf are the network of entities; "
        "csv and parquet have a row for each fact and claim; geojson has the places; void describes the graph (VoID, "
        "DCAT).",
        fr="Écrit le graphe dans un autre format ; le même graphe donne les mêmes octets.\n\nnq et trig ont un graphe "
        "nommé par source ; turtle12 dit les affirmations en annotations RDF 1.2 ; graphml et gexf sont le réseau des "
        "entités ; csv et parquet ont une ligne par fait et par affirmation ; geojson a les lieux ; void décrit le "
        "graphe (VoID, DCAT).",
    ),
    examples=("kg export --format trig --out kg.trig", "kg export --format csv > kg.csv"),
)
@option(
    "--format",
    "name",
    type=click.Choice(_NAMES),
    required=True,
    text=Text(en="The format to write.", fr="Le format à écrire."),
)
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
    "--out",
    type=click.Path(path_type=Path),
    text=Text(
        en="The file to write; standard output by default.", fr="Le fichier à écrire ; par défaut la sortie standard."
    ),
)
@lang_option
def export(name: str, graphs: tuple[Path, ...], out: Path | None) -> None:
    """Write the graph on stdout, or to a file that is replaced whole or not at all."""
    from kg import files, shipped, triples
    from kg.errors import WrongUsage
    from kg.export import formats
    from kg.export.view import View

    if name == "parquet" and out is None and sys.stdout.isatty():
        raise WrongUsage(
            Text(
                en="Parquet is not for a terminal: --out FILE.",
                fr="Parquet n'est pas pour un terminal : --out FICHIER.",
            )
        )
    content = formats.write(View(triples.read(graphs or (shipped.graph(),))), name)
    if out is None:
        click.echo(content, nl=False)
        return
    files.replace({out: content})
    say(Text(en=f"Wrote {out} ({len(content)} bytes).", fr=f"Écrit : {out} ({len(content)} octets)."))
