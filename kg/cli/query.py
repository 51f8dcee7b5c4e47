"""kg query: a named question, a file or standard input, on files or on a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.cli.graphs import endpoint as store_at
from kg.cli.graphs import endpoint_option, graph_option
from kg.cli.stores import Given, store_options
from kg.language import Text

if TYPE_CHECKING:  # loads pyoxigraph
    from kg.answers import Answer

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "html", "ttl", "nt", "parquet")


def _question_names(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """The names of questions that begin so, for the shell's completion."""
    from kg import shipped

    return sorted(p.stem for p in shipped.folder("queries").glob("*.rq") if p.stem.startswith(typed))


@click.command(
    cls=Command,
    text=Text(
        en="Ask the graph: a named question, a SPARQL file, or - for standard input; without a question, list them.\n\n"
        "A table has its sources as footnotes. The prefixes of the graph need not be declared.",
        fr="Interroge le graphe : une question nommée, un fichier SPARQL, ou - pour l'entrée standard ; sans question, "
        "en donne la liste.\n\nUn tableau a ses sources en notes. Les préfixes du graphe n'ont pas à être déclarés.",
    ),
    examples=(
        "kg query",
        "kg query funding --set region=Occitanie",
        "kg query events --lang fr --format md",
        "echo 'SELECT * { ?region a rs:Region }' | kg query -",
    ),
)
@click.argument("question", required=False, metavar="[NAME|FILE|-]", shell_complete=_question_names)
@option(
    "--set",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    text=Text(
        en="A parameter; entities by name, alias, code or IRI.", fr="Un paramètre ; une entité par nom, code ou IRI."
    ),
)
@graph_option
@endpoint_option
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    text=Text(
        en="How the answer is written; a table by default, Turtle for triples.",
        fr="Comment la réponse est écrite ; un tableau par défaut, Turtle pour des triplets.",
    ),
)
@option(
    "--iris",
    is_flag=True,
    text=Text(en="Show identifiers in place of names.", fr="Montre les identifiants au lieu des noms."),
)
@option(
    "--spreadsheet",
    is_flag=True,
    text=Text(
        en="CSV for office programs: names, sources, and no cell that could run as a formula.",
        fr="CSV pour tableur : noms, sources, et aucune cellule exécutable comme formule.",
    ),
)
@option(
    "--explain",
    is_flag=True,
    text=Text(
        en="Show the SPARQL, and the claims behind each row.",
        fr="Montre le SPARQL, et les affirmations derrière chaque ligne.",
    ),
)
@option(
    "--as-of",
    metavar="DATE",
    text=Text(
        en="What held at that date, where the question has periods.",
        fr="Ce qui valait à cette date, si la question a des périodes.",
    ),
)
@option(
    "--known-at",
    metavar="DATE",
    text=Text(
        en="Only what sources published by that date say.",
        fr="Seulement ce que disent les sources parues à cette date.",
    ),
)
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    text=Text(en="Write to a file.", fr="Écrit dans un fichier."),
)
@store_options(timeout=60.0)
@lang_option
def query(
    question: str | None,
    values: tuple[str, ...],
    graphs: tuple[Path, ...],
    endpoint: str | None,
    form: str | None,
    iris: bool,  # noqa: FBT001  click passes flags so
    spreadsheet: bool,  # noqa: FBT001
    explain: bool,  # noqa: FBT001
    as_of: str | None,
    known_at: str | None,
    out: Path | None,
    given: Given,
) -> None:
    """Answer on stdout; what is worth knowing about the answer on stderr."""
    if question is None:
        _list()
        return
    from kg.questions import outputs, running, showing

    store = store_at(endpoint, given) if endpoint is not None else None
    wanted = running.Wanted(question, values, as_of, known_at, graphs, store)
    asked = running.ask(wanted, read_stdin=sys.stdin.buffer.read)
    for remark in asked.remarks:
        say(remark)
    if asked.coverage and (spreadsheet or form in ("csv", "tsv", "json", "xml")):
        say(asked.coverage)
    if form == "parquet":
        _parquet(asked.answer, out)
        return
    width = outputs.screen_width() if out is None else None
    style = showing.Style(form, language(), iris=iris, spreadsheet=spreadsheet, explain=explain, width=width)
    pieces = showing.write(asked, style)
    if out is None:
        outputs.to_stdout(pieces, page=form in (None, "table"))
    else:
        outputs.to_file(pieces, out)


def _parquet(answer: Answer, out: Path | None) -> None:
    """Bytes, so to a file, or to whatever stdout is connected to that is not a terminal."""
    from kg.answers import Rows
    from kg.errors import WrongUsage
    from kg.files import replace
    from kg.questions import parquet

    if not isinstance(answer, Rows) or (out is None and sys.stdout.isatty()):
        raise WrongUsage(
            Text(en="Parquet takes rows, and a file: --out FILE.", fr="Parquet veut des lignes, et un fichier : --out.")
        )
    content = parquet.write(answer)
    if out is None:
        click.echo(content, nl=False)
    else:
        replace({out: content})


def _list() -> None:
    from kg import shipped
    from kg.questions import catalogue

    chosen = language()
    for theme, questions in catalogue.by_theme(shipped.folder("queries")).items():
        title = catalogue.THEMES.get(theme)
        click.echo(f"{theme}. {title.in_language(chosen) if title else ''}")
        for question in questions:
            told = question.title.in_language(chosen) if question.title else ""
            click.echo(f"  {question.name:<22} {told}")
        click.echo()
    say(
        Text(
            en="Ask one: kg query NAME. What it takes: kg query NAME --explain.",
            fr="Pour en poser une : kg query NOM. Ce qu'elle prend : kg query NOM --explain.",
        )
    )
