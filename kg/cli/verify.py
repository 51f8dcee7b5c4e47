"""kg verify: passages against documents, retellings against originals."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.bilingual import Command, lang_option, language, option
from kg.cli.graphs import seeds_option
from kg.language import Text


@click.command(
    cls=Command,
    text=Text(
        en="Verify that every passage stands in its document where the graph says it does.\n\nWith --originals, "
        "compare each retelling with its original too: the file is recognised by its SHA-256, its length must agree, "
        "and each figure of a paragraph must stand in the range of the original that it retells.",
        fr="Vérifie que chaque passage figure dans son document là où le graphe le dit.\n\nAvec --originals, "
        "compare aussi chaque reformulation à son original : le fichier est reconnu à son SHA-256, sa longueur doit "
        "correspondre, et chaque nombre d'un paragraphe doit figurer dans l'intervalle qu'il reformule.",
    ),
    examples=("kg verify", "kg verify --originals ../shared/seeds"),
)
@seeds_option
@option(
    "--originals",
    type=click.Path(path_type=Path),
    text=Text(en="A folder that holds original texts.", fr="Un dossier qui contient des textes originaux."),
)
@option(
    "--graph",
    type=click.Path(path_type=Path),
    text=Text(en="The graph file; the released one by default.", fr="Le fichier du graphe ; par défaut celui publié."),
)
@lang_option
def verify(seeds: Path, originals: Path | None, graph: Path | None) -> None:
    """Print what was compared; exit 1 where something does not hold."""
    from kg import documents, shipped
    from kg.errors import NonConforming, raise_all
    from kg.verify import check, passages

    sources, errors = documents.read_all(seeds / "documents")
    raise_all(errors)
    verified = check(passages(graph or shipped.graph()), sources, originals)
    if verified.findings:
        raise NonConforming(*verified.findings)
    summary = Text(
        en=f"{verified.passages} passages in {verified.documents} documents hold; "
        f"{verified.originals} compared with the original.",
        fr=f"{verified.passages} passages de {verified.documents} documents sont exacts ; "
        f"{verified.originals} comparés à l'original.",
    )
    click.echo(summary.in_language(language()))
