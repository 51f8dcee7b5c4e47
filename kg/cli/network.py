"""kg path and kg stats: network questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from kg.cli.bilingual import Command, lang_option, language, option
from kg.cli.graphs import Asked, graph_options
from kg.language import Language, Text

if TYPE_CHECKING:  # loads networkx
    from kg.network import Network
    from kg.questions.asking import Asker
    from kg.said import Said


@click.command(
    cls=Command,
    text=Text(
        en="How two entities are linked: the best chains of claims, with the source of each link.\n\nA chain through a "
        "hub costs more; a link that a single source makes is marked.",
        fr="Comment deux entités sont liées : les meilleures suites d'affirmations, avec la source de chaque lien.\n\n"
        "Passer par un nœud très relié coûte plus ; un lien dit par une seule source est signalé.",
    ),
    examples=("kg path 'Thales Alenia Space' CNES", "kg path Occitanie 'Région Sud' --most 5 --lang fr"),
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@option(
    "--most",
    type=click.IntRange(1, 50),
    default=3,
    show_default=True,
    text=Text(en="How many chains.", fr="Combien de suites."),
)
@graph_options
@lang_option
def path(one: str, other: str, most: int, asked: Asked) -> None:
    """Answer on stdout."""
    from kg import network
    from kg.questions.entities import directory

    asker = asked.open()
    find = directory(asker)
    ends = [find(name, ()).value for name in (one, other)]
    read = network.read(asker)
    found = list(network.paths(read, *ends, most=most))
    for line in _chains(read, found, asker, language()):
        click.echo(line)


@click.command(
    cls=Command,
    text=Text(
        en="The graph in figures: claims by mode and status, who is central by independent sources, who belongs "
        "together.",
        fr="Le graphe en chiffres : affirmations par mode et statut, qui est central par sources indépendantes, qui va "
        "ensemble.",
    ),
    examples=("kg stats", "kg stats --graph mine.ttl --lang fr"),
)
@graph_options
@lang_option
def stats(asked: Asked) -> None:
    """Answer on stdout."""
    from kg import network, said

    asker = asked.open()
    chosen = language()
    for line in _counts(list(said.read(asker)), asker, chosen):
        click.echo(line)
    for line in _standing(network.read(asker), asker, chosen):
        click.echo(line)


def _chains(read: Network, found: list[list[str]], asker: Asker, chosen: Language) -> Iterator[str]:
    from kg.questions import footnotes, labels

    links = [(read.link(a, b), a, b) for nodes in found for a, b in pairwise(nodes)]
    notes = footnotes.ask(asker, [c.claim for link, _, _ in links for c in link.claims])
    said = {t for link, _, _ in links for c in link.claims for t in (c.predicate, c.subject, c.object.value)}
    names = labels.ask(asker, said | {n for nodes in found for n in nodes})
    weak = Text(en=" (one source only)", fr=" (une seule source)").in_language(chosen)
    for number, nodes in enumerate(found, 1):
        yield f"{number}. " + " → ".join(names.of(n, chosen) for n in nodes)
        for a, b in pairwise(nodes):
            link = read.link(a, b)
            how = ", ".join(dict.fromkeys(names.of(c.predicate, chosen) for c in link.claims))
            marks = "".join(f"[{n}]" for n in dict.fromkeys(notes.number(c.claim) for c in link.claims))
            yield f"     {names.of(a, chosen)} — {names.of(b, chosen)}: {how} {marks}{weak if link.weak else ''}"
        yield ""
    for number, words, url in notes.lines(chosen):
        yield f"[{number}] {words}" + (f", {url}" if url else "")


def _counts(claims: list[Said], asker: Asker, chosen: Language) -> Iterator[str]:
    from kg.questions import labels

    yield Text(en="Claims: ", fr="Affirmations : ").in_language(chosen) + str(len(claims))
    for term in ("mode", "status", "method"):
        counted = Counter(str(getattr(c, term)) for c in claims)
        names = labels.ask(asker, counted)
        listed = ", ".join(
            f"{names.of(t, chosen)} {n}" for t, n in sorted(counted.items(), key=lambda i: (-i[1], i[0]))
        )
        yield f"  {listed}"


def _standing(read: Network, asker: Asker, chosen: Language) -> Iterator[str]:
    from kg import network
    from kg.questions import labels

    top = network.central(read)
    groups = [g for g in network.communities(read) if len(g) > 2]  # noqa: PLR2004  two are no group
    names = labels.ask(asker, {c.entity for c in top} | {n for g in groups for n in g})
    heads = (
        ("entity", "links", "independent sources", "between"),
        ("entité", "liens", "sources indépendantes", "entre-deux"),
    )
    yield ""
    yield " · ".join(heads[chosen == "fr"])
    for c in top:
        yield f"  {names.of(c.entity, chosen)} · {c.neighbours} · {c.sources} · {c.betweenness:.3f}"
    yield ""
    yield Text(en="Groups that hold together", fr="Groupes qui tiennent ensemble").in_language(chosen)
    for group in groups[:10]:
        ranked = sorted(group, key=lambda n: (-read.graph.degree(n), n))
        shown = ", ".join(names.of(n, chosen) for n in ranked[:6])
        yield f"  {len(group)}: {shown}" + ("…" if len(group) > 6 else "")  # noqa: PLR2004  six fit a line
