"""kg build: from the seeds to the graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.cli.graphs import seeds_option
from kg.language import Text


@click.command(
    cls=Command,
    text=Text(
        en="Build the graph from the seeds: kg.ttl (facts, claims, sources, ontology), facts.ttl (facts alone) and "
        "graph.html (the page), validated.\n\nA build that fails leaves the previous files as they were.",
        fr="Construit le graphe à partir des sources : kg.ttl (faits, affirmations, sources, ontologie), facts.ttl "
        "(les faits seuls) et graph.html (la page), après validation.\n\nUne construction qui échoue laisse les "
        "fichiers précédents tels quels.",
    ),
    examples=("kg build", "kg build --seeds seeds --out build"),
)
@seeds_option
@option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("kg/graph"),
    show_default=True,
    text=Text(en="The folder to write to.", fr="Le dossier où écrire."),
)
@lang_option
def build(seeds: Path, out: Path) -> None:
    """Print the counts on stdout, where the files are on stderr."""
    from kg import pipeline

    built = pipeline.build(seeds, out)
    chosen = language()
    for what, count in built.counts:
        click.echo(f"{count}\t{what.in_language(chosen)}")
    say(
        Text(
            en=f"Wrote {built.graph} and {built.facts}; open {built.page} in a browser, or try: kg query",
            fr=f"Écrit : {built.graph}, {built.facts} ; ouvrez {built.page} dans un navigateur, ou essayez : kg query",
        )
    )
