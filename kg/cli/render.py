"""`kg render`: a graph as one HTML file that opens anywhere, without a network."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg import files, shipped
from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.language import Text


@click.command(
    cls=Command,
    text=Text(
        en="Draw a graph as one HTML page: network, search, evidence. It needs no network and no server.",
        fr="Dessine un graphe en une page HTML : réseau, recherche, preuves. Sans connexion ni serveur.",
    ),
    examples=(
        "kg render",
        "kg render --around CNES --depth 2 --out cnes.html",
        "kg render --graph mine.ttl --title 'My graph' --open",
    ),
)
@option(
    "--graph",
    "graphs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    text=Text(
        en="An RDF file to draw; may be given again. The released graph by default.",
        fr="Un fichier RDF à dessiner ; peut être répété. Par défaut, le graphe publié.",
    ),
)
@option("--title", text=Text(en="The page's title.", fr="Le titre de la page."))
@option(
    "--around",
    metavar="NAME",
    text=Text(
        en="Only what is around an entity: its name, alias, code or IRI.",
        fr="Seulement ce qui entoure une entité : son nom, alias, code ou IRI.",
    ),
)
@option(
    "--depth",
    type=click.IntRange(0, 9),
    default=1,
    show_default=True,
    text=Text(en="How many links around it.", fr="À combien de liens autour."),
)
@option(
    "--region",
    metavar="NAME",
    text=Text(en="Only what concerns a region.", fr="Seulement ce qui concerne une région."),
)
@option(
    "--query",
    metavar="NAME|FILE",
    text=Text(
        en="Only what a query names: a question, or a file with a CONSTRUCT or a SELECT.",
        fr="Seulement ce qu'une requête nomme : une question, ou un fichier avec un CONSTRUCT ou un SELECT.",
    ),
)
@option(
    "--like",
    type=click.Path(path_type=Path),
    metavar="PAGE",
    text=Text(
        en="An earlier page: what it shows keeps its place.",
        fr="Une page antérieure : ce qu'elle montre garde sa place.",
    ),
)
@option(
    "--no-evidence",
    is_flag=True,
    text=Text(en="Leave claims and passages out.", fr="Sans affirmations ni passages."),
)
@option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("graph.html"),
    metavar="FILE",
    text=Text(en="Where to write; graph.html by default.", fr="Où écrire ; graph.html par défaut."),
)
@option(
    "--open",
    "open_page",
    is_flag=True,
    text=Text(en="Open the page in the browser.", fr="Ouvre la page dans le navigateur."),
)
@lang_option
def render(
    *,
    graphs: tuple[Path, ...],
    title: str | None,
    around: str | None,
    depth: int,
    region: str | None,
    query: str | None,
    like: Path | None,
    no_evidence: bool,
    out: Path,
    open_page: bool,
) -> None:
    """Write the page beside its place, then move it there: an old page stands until the new one is whole."""
    from kg import page

    html = page.render(
        graphs or (shipped.graph(),),
        title=title,
        language=language(),
        with_evidence=not no_evidence,
        around=around,
        depth=depth,
        region=region,
        query=query,
        like=like,
        tell=say,
    )
    files.replace({out: html})
    say(
        Text(
            en=f"{out}: {len(html) // 1024} kB. Open it in a browser: search a name, or choose a point to see who says"
            " what.",
            fr=f"{out} : {len(html) // 1024} ko. Ouvrez-la dans un navigateur : cherchez un nom, ou choisissez un"
            " point pour voir qui dit quoi.",
        )
    )
    if open_page:
        webbrowser.open(out.resolve().as_uri())
