"""kg validate: whether a graph conforms, in sentences."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option, say
from kg.cli.graphs import endpoint as store_at
from kg.cli.stores import Given, store_options
from kg.errors import NonConforming, Unreadable, WrongUsage
from kg.language import Text

if TYPE_CHECKING:
    from kg.findings import Finding
    from kg.shacl import Engine, Severity
    from kg.validate import Report

_WIDEST = 300
_COUNTED: dict[Severity, tuple[Text, Text]] = {
    "violation": (Text(en="violation", fr="violation"), Text(en="violations", fr="violations")),
    "warning": (Text(en="warning", fr="avertissement"), Text(en="warnings", fr="avertissements")),
    "info": (Text(en="remark", fr="remarque"), Text(en="remarks", fr="remarques")),
}


@click.command(
    cls=Command,
    text=Text(
        en="Check a graph against the shapes: what does not conform, why, and the passage behind it.\n\nWithout a "
        "file, the released graph. Several files are checked together; - reads Turtle from standard input. Warnings "
        "and remarks are told and do not fail.",
        fr="Confronte un graphe aux formes : ce qui n'est pas conforme, pourquoi, et le passage en cause.\n\nSans "
        "fichier, le graphe publié. Plusieurs fichiers sont lus ensemble ; - lit du Turtle sur l'entrée standard. "
        "Avertissements et remarques sont dits sans faire échouer.",
    ),
    examples=("kg validate", "kg validate my.ttl --lang fr", "kg validate --format json"),
)
@click.argument("file", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@option(
    "--shapes",
    type=click.Path(path_type=Path),
    text=Text(en="A shapes file of your own, instead of ours.", fr="Un fichier de formes à vous, au lieu des nôtres."),
)
@option(
    "--engine",
    type=click.Choice(("fast", "reference")),
    default="fast",
    show_default=True,
    text=Text(
        en="pyshifty, or pySHACL, which takes ten to twenty times longer.",
        fr="pyshifty, ou pySHACL, dix à vingt fois plus lent.",
    ),
)
@option(
    "--format",
    "form",
    type=click.Choice(("text", "ttl", "json")),
    default="text",
    show_default=True,
    text=Text(en="Sentences, a SHACL report, or JSON.", fr="Des phrases, un rapport SHACL, ou du JSON."),
)
@option(
    "--endpoint",
    metavar="URL",
    text=Text(en="Check what a store holds.", fr="Vérifie ce que contient une base."),
)
@store_options(timeout=60.0)
@lang_option
def validate(
    file: tuple[Path, ...], shapes: Path | None, engine: Engine, form: str, endpoint: str | None, given: Given
) -> None:
    """Print the findings on stdout, the summary on stderr; exit 1 where there is a violation."""
    from kg import shipped
    from kg.validate import check, report_turtle

    files = file or (shipped.graph(),)
    content = _held_by(endpoint, given) if endpoint else _standard_input(files)
    report = check(content or files, shapes=shapes, engine=engine)
    if form == "json":
        click.echo(_json(report))
    elif form == "ttl":
        click.echo(report_turtle(report), nl=False)
    else:
        for finding in report.findings:
            click.echo(_sentences(finding))
    _conclude(report, endpoint or ", ".join(map(str, files)))


def _held_by(url: str, given: Given) -> bytes:
    """All that a store holds, as Turtle."""
    import pyoxigraph as ox

    found = store_at(url, given).construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    return ox.serialize(found.triples, format=ox.RdfFormat.TURTLE) or b""


def _standard_input(files: tuple[Path, ...]) -> bytes | None:
    """What stands on standard input, where it is asked for."""
    if Path("-") not in files:
        return None
    if len(files) > 1:
        raise WrongUsage(
            Text(en="Standard input (-) is checked alone.", fr="L'entrée standard (-) se vérifie seule."),
            Text(en="Save it to a file first.", fr="Enregistrez-la d'abord dans un fichier."),
        )
    if not (content := sys.stdin.buffer.read()).strip():
        raise Unreadable(Text(en="Standard input is empty.", fr="L'entrée standard est vide."))
    return content


def _conclude(report: Report, where: str) -> None:
    counts = _counts(report)
    if not report.conforms:
        raise NonConforming(
            Text(en=f"{where} does not conform: {counts.en}.", fr=f"{where} n'est pas conforme : {counts.fr}."),
            Text(en="Correct what the violations name, then validate again.",
                 fr="Corrigez ce que nomment les violations, puis validez de nouveau."),
        )  # fmt: skip
    if not report.checked and not report.findings:
        say(
            Text(
                en=f"{where}: nothing was checked; no shape speaks of what is in it.",
                fr=f"{where} : rien n'a été vérifié ; aucune forme ne parle de ce qui s'y trouve.",
            )
        )
        return
    say(
        Text(
            en=f"{where} conforms: {report.checked} nodes checked, {counts.en}.",
            fr=f"{where} est conforme : {report.checked} nœuds vérifiés, {counts.fr}.",
        )
    )
    if not report.has_claims:
        say(
            Text(
                en="It holds no claims: that each fact rests on a passage was not checked.",
                fr="Il ne contient pas d'affirmations : que chaque fait repose sur un passage n'a pas été vérifié.",
            )
        )


def _counts(report: Report) -> Text:
    parts = [(report.count(severity), *words) for severity, words in _COUNTED.items()]
    return Text(
        en=", ".join(f"{n} {(one if n == 1 else more).en}" for n, one, more in parts),
        fr=", ".join(f"{n} {(one if n <= 1 else more).fr}" for n, one, more in parts),
    )


def _sentences(finding: Finding) -> str:
    from kg import telling

    chosen = language()
    return "\n".join(_shown(text.in_language(chosen)) for text in telling.sentences(finding))


def _shown(text: str) -> str:
    """On one line, not too long, without the control characters that a hostile file may hold."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    plain = "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
    return indent + (plain if len(plain) <= _WIDEST else plain[:_WIDEST] + "…")


def _json(report: Report) -> str:
    from dataclasses import asdict

    whole = {"conforms": report.conforms, **asdict(report)}
    return json.dumps(whole, ensure_ascii=False, indent=2)
