"""kg extract: frames or claims from documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.bilingual import Command, language, option, say
from kg.errors import Unreadable, WrongUsage
from kg.language import LANGUAGES, Text

if TYPE_CHECKING:  # these load pyoxigraph, the tables of names, and what only their commands need
    from kg.extraction.llm import Server
    from kg.extraction.work import Extraction


@click.command(
    cls=Command,
    text=Text(
        en="Extract what articles state: roles, agreements, strategies, funding, events, places, figures, members, "
        "assets.\n\nFILE is HTML, PDF, DOCX or text, a folder of them, or - for standard input. Each frame comes with "
        "the characters it was read from. A relative date is resolved against the article's own date; where none is "
        "known, it stays open. Many documents are read side by side into the folder of --out; a run that was "
        "interrupted goes on where it was.",
        fr="Extrait ce que des articles disent : fonctions, accords, stratégies, financements, événements, lieux, "
        "chiffres, appartenances, équipements.\n\nFILE est du HTML, du PDF, du DOCX ou du texte, un dossier, ou - pour "
        "l'entrée standard. Chaque cadre porte les caractères dont il est tiré. Une date relative se résout d'après la "
        "date de l'article ; sans elle, elle reste ouverte. De nombreux documents sont lus de front vers le dossier de "
        "--out ; un traitement interrompu reprend où il en était.",
    ),
    examples=(
        "kg extract article.html",
        "kg extract articles --out frames",
        "kg extract note.txt --date 2025-11-13 --format trig --out seeds/extracted",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@option(
    "--date",
    metavar="D",
    text=Text(en="When the articles were published: 2025, 2025-11 or 2025-11-13.", fr="La date de publication."),
)
@option(
    "--lang",
    "language",
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
@option(
    "--backend",
    type=click.Choice(["rules", "openai"]),
    default="rules",
    show_default=True,
    text=Text(
        en="Our rules, or a language model on an OpenAI-compatible server; its key is in OPENAI_API_KEY.",
        fr="Nos règles, ou un modèle de langue sur un serveur compatible OpenAI ; clé dans OPENAI_API_KEY.",
    ),
)
@option("--base-url", metavar="URL", text=Text(en="The model's server.", fr="Le serveur du modèle."))
@option("--model", metavar="NAME", text=Text(en="The model's name on it.", fr="Le nom du modèle sur ce serveur."))
@option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    text=Text(en="Processes for many documents; every core by default.", fr="Processus ; tous les cœurs par défaut."),
)
@option(
    "--scheduler",
    metavar="TCP",
    text=Text(
        en="Read many documents on a Dask cluster (tcp://host:8786) that sees the same files.",
        fr="Lit de nombreux documents sur une grappe Dask (tcp://hote:8786) qui voit les mêmes fichiers.",
    ),
)
@option("--explain", is_flag=True, text=Text(en="Say on stderr which rule made what.", fr="Dit quelle règle a agi."))
def extract(
    files: tuple[str, ...],
    out: Path | None,
    *,
    explain: bool,
    **asked: Any,  # noqa: ANN401  the other options, as click has checked them
) -> None:
    """Print frames, or write a file for each article."""
    from kg.extraction import extras

    extras.require("kg extract")
    from kg.extraction.reading import find_documents
    from kg.extraction.work import Extraction

    workers, scheduler = asked.pop("workers"), asked.pop("scheduler")
    server = _server(asked.pop("backend"), asked.pop("base_url"), asked.pop("model"))
    work = Extraction(**asked, server=server)
    documents = list(find_documents(files))
    if out is None or explain or "-" in documents or (len(documents) == 1 and not scheduler):
        failures = _one_by_one(work, documents, out, explain=explain)
    else:
        failures = _side_by_side(work, documents, out, workers, scheduler)
    if failures:
        raise Unreadable(
            Text(
                en=f"{failures} of {len(documents)} documents could not be read; the others are done.",
                fr=f"{failures} documents sur {len(documents)} n'ont pas pu être lus ; les autres sont faits.",
            ),
        )


def _server(backend: str, base_url: str | None, model: str | None) -> Server | None:
    if backend == "rules":
        return None
    from kg.extraction.llm import Server

    if not base_url or not model:
        raise WrongUsage(
            Text(
                en="--backend openai needs --base-url and --model.",
                fr="--backend openai demande --base-url et --model.",
            ),
            Text(en="For example --base-url http://127.0.0.1:8080/v1 --model mistral-small.",
                 fr="Par exemple --base-url http://127.0.0.1:8080/v1 --model mistral-small."),
        )  # fmt: skip
    return Server(base_url, model)


def _one_by_one(work: Extraction, documents: Sequence[str], out: Path | None, *, explain: bool) -> int:
    """Print or write each document's frames in order; how many failed, where there are several."""
    from kg.extraction import explain as why
    from kg.files import replace

    failures = 0
    for document in documents:
        try:
            result = work.result(document)
        except Unreadable as error:
            if len(documents) == 1:
                raise
            failures += 1
            _tell(error.sentences)
            continue
        if result.rejected:
            _tell_rejected(result.rejected)
        for sentence in why.lines(result.frames, result.article.text) if explain else ():
            say(sentence)
        if out is None:
            click.echo(work.content(result), nl=False)
        else:
            name = "stdin" if document == "-" else Path(document).stem
            replace({out / f"{name}.{work.form}": work.content(result).encode()})
    return failures


def _side_by_side(
    work: Extraction, documents: Sequence[str], out: Path, workers: int | None, scheduler: str | None
) -> int:
    """Write a file for each document on all cores or a cluster; how many failed."""
    from kg.extraction import many

    plan = many.Plan(work.settings, workers, scheduler, work.form)
    with many.shown(len(documents), Text(en="Reading", fr="Lecture").in_language(language())) as watch:
        report = many.run(documents, work, out, plan, watch=watch)
    for sentences in report.failures:
        _tell(sentences)
    say(
        Text(
            en=f"{report.read} documents read, {report.kept} kept from before, {len(report.failures)} failed: {out}",
            fr=f"{report.read} documents lus, {report.kept} gardés d'avant, {len(report.failures)} en échec : {out}",
        )
    )
    return len(report.failures)


def _tell(sentences: Sequence[Text]) -> None:
    for sentence in sentences:
        say(sentence)


def _tell_rejected(count: int) -> None:
    say(
        Text(
            en=f"{count} of the model's frames were rejected: their words are not in the text.",
            fr=f"{count} cadres du modèle ont été rejetés : leurs mots ne sont pas dans le texte.",
        )
    )
