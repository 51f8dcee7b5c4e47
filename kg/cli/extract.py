"""kg extract: frames or claims from documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, option, say
from kg.language import LANGUAGES, Language, Text

if TYPE_CHECKING:  # loads pyoxigraph and the tables of names
    from kg.extraction.names import Gazetteer


@click.command(
    cls=Command,
    text=Text(
        en="Extract what articles state: roles, agreements, strategies, funding, events, places, figures, members, "
        "assets.\n\nFILE is HTML, PDF, DOCX or text, or - for standard input. Each frame comes with the characters "
        "it was read from. A relative date is resolved against the article's own "
        "date; where none is known, it stays open.",
        fr="Extrait ce que des articles disent : fonctions, accords, stratégies, financements, événements, lieux, "
        "chiffres, appartenances, équipements.\n\nFILE est du HTML, du PDF, du DOCX ou du texte, ou - pour l'entrée "
        "standard. Chaque cadre porte les caractères dont il est tiré. Une date relative se résout d'après la date de "
        "l'article ; sans elle, elle reste ouverte.",
    ),
    examples=("kg extract article.html", "kg extract note.txt --date 2025-11-13 --format trig --out seeds/extracted"),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@option(
    "--date",
    metavar="D",
    text=Text(en="When the articles were published: 2025, 2025-11 or 2025-11-13.", fr="La date de publication."),
)
@option(
    "--lang",
    "spoken",
    type=click.Choice(LANGUAGES),
    text=Text(en="The articles' language; told from the text by default.", fr="La langue des articles."),
)
@option("--url", text=Text(en="The article's address.", fr="L'adresse de l'article."))
@option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "trig"]),
    default="jsonl",
    show_default=True,
    text=Text(en="Frames, one a line, or claims that kg build takes.", fr="Des cadres, ou des affirmations en TriG."),
)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    text=Text(en="A file for each article in this folder; else stdout.", fr="Un fichier par article dans ce dossier."),
)
@option(
    "--registry",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("seeds/registry"),
    show_default=True,
    text=Text(en="The names to link to; the released graph's where it is missing.", fr="Les noms à reconnaître."),
)
@option("--explain", is_flag=True, text=Text(en="Say on stderr which rule made what.", fr="Dit quelle règle a agi."))
def extract(
    files: tuple[str, ...],
    date: str | None,
    spoken: Language | None,
    url: str | None,
    form: str,
    out: Path | None,
    registry: Path,
    *,
    explain: bool,
) -> None:
    """Print frames, or write a file for each article."""
    from kg.extraction import claims, frames, reading, run
    from kg.extraction import explain as why
    from kg.files import replace

    known: dict[Language, Gazetteer] = {}
    for file in files:
        article = reading.read(file, date=date, language=spoken, url=url)
        if article.language not in known:
            known[article.language] = run.names_of(registry, article.language)
        document = run.understand(article, known[article.language])
        found = tuple(run.frames(document))
        if explain:
            for sentence in why.lines(found, article.text):
                say(sentence)
        content = (
            claims.trig(article, document, found) if form == "trig" else "".join(f"{f}\n" for f in frames.lines(found))
        )
        if out is None:
            click.echo(content, nl=False)
        else:
            name = "stdin" if file == "-" else Path(file).stem
            replace({out / f"{name}.{form}": content.encode()})
