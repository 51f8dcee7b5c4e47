"""kg why: the claims behind an entity or a statement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option
from kg.cli.graphs import Asked, graph_options
from kg.language import Language, Text

if TYPE_CHECKING:  # loads pyoxigraph
    from kg.said import Said
    from kg.why import Why


@click.command(
    cls=Command,
    text=Text(
        en="The claims behind an entity, or behind one of its properties: who says so, in which passage, when.\n\n"
        "ENTITY is a name, an alias, a code or an identifier; PROPERTY a name such as rs:signatory or 'amount'.",
        fr="Les affirmations derrière une entité, ou derrière une de ses propriétés : qui le dit, dans quel passage, "
        "quand.\n\nENTITY est un nom, un autre nom, un code ou un identifiant ; PROPERTY un nom comme rs:signatory "
        "ou « montant ».",
    ),
    examples=(
        "kg why CNES",
        "kg why 'Région Occitanie' --lang fr",
        "kg why id:envelope-occitanie-space-roadmap amount",
    ),
)
@click.argument("entity")
@click.argument("wanted", required=False, metavar="[PROPERTY]")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    text=Text(en="Sentences, or JSON with offsets.", fr="Des phrases, ou du JSON avec les positions."),
)
@graph_options
@lang_option
def why(entity: str, wanted: str | None, form: str, asked: Asked) -> None:
    """Answer on stdout."""
    from kg.why import ask

    found = ask(asked.open(), entity, wanted)
    chosen = language()
    if form == "json":
        click.echo(json.dumps(_plain(found, chosen), ensure_ascii=False, indent=1))
    else:
        for line in _sentences(found, chosen):
            click.echo(line)


def _sentences(why: Why, chosen: Language) -> Iterator[str]:
    from kg.terms import curie
    from kg.why import statements

    kinds = ", ".join(dict.fromkeys(why.name(k, chosen) for k in why.kinds))
    yield " · ".join(filter(None, (why.name(why.entity, chosen), kinds, curie(why.entity))))
    if why.other_names:
        yield Text(en="also called: ", fr="autres noms : ").in_language(chosen) + ", ".join(why.other_names)
    for said, claims in statements(why):
        yield ""
        yield f"{why.name(said.subject, chosen)} — {why.name(said.predicate, chosen)} — {why.name(said.object, chosen)}"
        for claim in claims:
            yield from _claim(why, claim, chosen)
    yield ""
    for number, words, url in why.notes.lines(chosen):
        yield f"[{number}] {words}" + (f", {url}" if url else "")
    yield Text(
        en="Passages are quoted from our retellings of the sources.",
        fr="Les passages sont cités d'après nos reformulations des sources.",
    ).in_language(chosen)


def _claim(why: Why, claim: Said, chosen: Language) -> Iterator[str]:
    marks = [why.name(claim.speaker, chosen), why.name(claim.mode, chosen)]
    if claim.quotation:
        marks.append(Text(en="quoted", fr="propos rapporté").in_language(chosen))
    marks += [
        why.name(mark, chosen) for mark in (claim.status, claim.method) if not mark.endswith(("#accepted", "#curated"))
    ]
    yield f"  [{why.notes.number(claim.claim)}] {' · '.join(marks)}"
    opening, closing = ("« ", " »") if chosen == "fr" else ('"', '"')
    yield f"      {opening}{claim.exact}{closing}"
    if claim.rule:
        worked = why.name(claim.rule, chosen)
        anchor = f" ({why.name(claim.anchor, chosen)})" if claim.anchor else ""
        others = ", ".join(why.name(a, chosen) for a in claim.alternatives)
        also = Text(en="; could also be ", fr=" ; pourrait aussi être ").in_language(chosen) + others if others else ""
        yield "      " + Text(en="worked out: ", fr="déduit : ").in_language(chosen) + worked + anchor + also


def _plain(why: Why, chosen: Language) -> dict[str, object]:
    return {
        "entity": why.entity,
        "label": why.name(why.entity, chosen),
        "claims": [
            {
                "claim": c.claim,
                "subject": c.subject,
                "predicate": c.predicate,
                "object": c.object.value,
                "assertedBy": c.speaker,
                "mode": c.mode,
                "status": c.status,
                "method": c.method,
                "source": c.source,
                "passage": {"exact": c.exact, "prefix": c.prefix, "suffix": c.suffix, "start": c.start, "end": c.end},
                "derivation": c.rule,
                "anchor": c.anchor.value if c.anchor else None,
                "alternatives": [a.value for a in c.alternatives],
            }
            for c in why.claims
        ],
    }
