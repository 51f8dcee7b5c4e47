"""kg diff: what changed between two graphs, in sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option
from kg.cli.graphs import of_store
from kg.cli.stores import Given, store_options
from kg.language import Language, Text

if TYPE_CHECKING:  # loads pyoxigraph
    from kg.diff import Diff
    from kg.questions.asking import Asker


@click.command(
    cls=Command,
    text=Text(
        en="What changed from the graph OLD to the graph NEW: claims added, withdrawn, corrected, newly disputed, each "
        "with its source.\n\nOLD and NEW are graph files, or addresses of stores.",
        fr="Ce qui a changé du graphe OLD au graphe NEW : affirmations ajoutées, retirées, corrigées, nouvellement "
        "contestées, chacune avec sa source.\n\nOLD et NEW sont des fichiers, ou des adresses de bases.",
    ),
    examples=("kg diff kg-0.1.ttl kg-0.2.ttl", "kg diff http://127.0.0.1:7878/query new.ttl --format json"),
)
@click.argument("old")
@click.argument("new")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    text=Text(en="Sentences, or JSON.", fr="Des phrases, ou du JSON."),
)
@store_options(timeout=60.0)
@lang_option
def diff(old: str, new: str, form: str, given: Given) -> None:
    """Answer on stdout."""
    from kg.diff import compare

    found = compare(*(_opened(name, given) for name in (old, new)))
    chosen = language()
    if form == "json":
        click.echo(json.dumps(_plain(found), ensure_ascii=False, indent=1))
    else:
        for line in _sentences(found, chosen):
            click.echo(line)


def _opened(name: str, given: Given) -> Asker:
    """A graph file, or the store at an address."""
    if name.startswith(("http://", "https://")):
        return of_store(name, given)
    from kg.questions import local

    return local.load((Path(name),))


def _sentences(found: Diff, chosen: Language) -> Iterator[str]:
    from kg.diff import TITLES

    if not found.changes:
        yield Text(en="No claim changed.", fr="Aucune affirmation n'a changé.").in_language(chosen)
        return
    for kind, grouped in groupby(found.changes, key=lambda c: c.kind):
        sentences = Counter(found.sentence(change, chosen) for change in grouped)
        yield f"{TITLES[kind].in_language(chosen)} ({sentences.total()})"
        for sentence, passages in sentences.items():
            times = Text(en=f" ({passages} passages)", fr=f" ({passages} passages)").in_language(chosen)
            yield f"  {sentence}" + (times if passages > 1 else "")
        yield ""
    for number, words, url in found.notes.lines(chosen):
        yield f"[{number}] {words}" + (f", {url}" if url else "")


def _plain(found: Diff) -> list[dict[str, str | None]]:
    return [
        {
            "change": c.kind,
            "claim": c.claim.claim,
            "subject": c.claim.subject,
            "predicate": c.claim.predicate,
            "before": c.before.object.value if c.before else None,
            "after": c.after.object.value if c.after else None,
            "source": c.claim.source,
            "passage": c.claim.exact,
        }
        for c in found.changes
    ]
