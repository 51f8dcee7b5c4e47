"""A part of what a graph says: around an entity, about a region, or what a query names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kg.errors import WrongUsage
from kg.language import Text
from kg.model import Literal
from kg.names import fold, suggestion
from kg.page import groups, kinds
from kg.page.view import Entity, View


@dataclass(frozen=True, slots=True)
class Part:
    """What a reader wants to see of a graph; all of it where nothing is said."""

    around: str | None = None
    depth: int = 1
    region: str | None = None
    among: Collection[str] | None = None


def of(view: View, part: Part) -> View:
    """The part of a view; WrongUsage where a name is unknown."""
    keep: set[str] | None = None
    if part.among is not None:
        keep = set(part.among)
    if part.region is not None:
        keep = _both(keep, _about(view, find(view, part.region, region=True)))
    if part.around is not None:
        keep = _both(keep, near(view, {find(view, part.around)}, part.depth))
    return view if keep is None else restricted(view, keep)


def find(view: View, name: str, *, region: bool = False) -> str:
    """The entity of that name, alias, code or IRI; the best known of several. WrongUsage suggests the nearest name."""
    wanted = fold(name)
    known: dict[str, list[Entity]] = defaultdict(list)
    for entity in view.entities:
        if region and entity.kind != kinds.REGION:
            continue
        for called in _called(entity):
            known[fold(called)].append(entity)
    if found := known.get(wanted) or known.get(fold(name.partition(":")[2])):
        ties = _ties(view)
        return min(found, key=lambda e: (e.place != "node", -ties[e.iri], e.iri)).iri
    spelled = [e.names.best() for e in view.entities if not region or e.kind == kinds.REGION]
    raise WrongUsage(
        Text(en=f"Nothing is called '{name}' here.", fr=f"Rien ne s'appelle « {name} » ici."),
        *suggestion(name, spelled),
    )


def near(view: View, start: Iterable[str], depth: int) -> set[str]:
    """Entities within so many lines of some, with the details that hang on them."""
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for line in view.lines:
        neighbours[line.start].append(line.end)
        neighbours[line.end].append(line.start)
    detail = {e.iri for e in view.entities if e.place == "detail"}
    found, edge = set(start), set(start)
    for _ in range(depth):
        edge = {n for s in edge if s not in detail for n in neighbours[s]} - found
        found |= edge
    return found | {n for s in found - detail for n in neighbours[s] if n in detail}


def restricted(view: View, keep: Collection[str]) -> View:
    """The view with these entities alone, what is said of them, and the names that this needs."""
    chosen = {e.iri for e in view.entities if e.iri in keep}
    roles = {s.subject for s in view.statements if s.object in chosen and _kind(view)[s.subject] == kinds.MEMBERSHIP}
    kept = [n for n, s in enumerate(view.statements) if s.subject in chosen or s.subject in roles]
    claims = sorted({c for n in kept for c in view.statements[n].claims})
    passages = sorted({p for c in claims if (p := view.claims[c].passage) is not None})
    statement_at, claim_at, passage_at = (
        {old: new for new, old in enumerate(those)} for those in (kept, claims, passages)
    )
    sources = {view.passages[p].source for p in passages} | {
        str(view.statements[n].object) for n in kept if not isinstance(view.statements[n].object, Literal)
    }
    statements = tuple(
        replace(view.statements[n], claims=tuple(claim_at[c] for c in view.statements[n].claims)) for n in kept
    )
    said = replace(
        view,
        statements=statements,
        claims=tuple(replace(view.claims[c], passage=passage_at.get(view.claims[c].passage, None)) for c in claims),  # type: ignore[arg-type]
        passages=tuple(view.passages[p] for p in passages),
        sources=tuple(s for s in view.sources if s.iri in sources),
        lines=tuple(
            replace(line, statements=tuple(statement_at[s] for s in line.statements if s in statement_at))
            for line in view.lines
            if line.start in chosen and line.end in chosen
        ),
    )
    return replace(said, entities=tuple(_named(said, chosen | roles)))


def _named(view: View, chosen: Collection[str]) -> Iterable[Entity]:
    """The chosen entities, and by name alone those that statements, claims and sources mention."""
    mentioned = {s.subject for s in view.statements} | {str(s.object) for s in view.statements}
    mentioned |= {c.asserted_by for c in view.claims if c.asserted_by} | {s.iri for s in view.sources}
    mentioned |= {s.publisher for s in view.sources if s.publisher}
    for entity in view.entities:
        if entity.iri in chosen:
            yield replace(entity, place="node") if entity.place == "bare" else entity
        elif entity.iri in mentioned:
            yield replace(entity, place="bare" if entity.place in ("node", "detail") else entity.place)


def _about(view: View, region: str) -> set[str]:
    """The group of a region and what is tied to it."""
    members = {subject for subject, group in groups.of(view).items() if group == region}
    return near(view, members | {region}, 1)


def _both(one: set[str] | None, other: set[str]) -> set[str]:
    return other if one is None else one & other


def _called(entity: Entity) -> Iterable[str]:
    yield from entity.names.by_language.values()
    yield from entity.aliases
    yield from (code for _, code in entity.codes)
    yield entity.iri
    yield entity.iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _kind(view: View) -> dict[str, str]:
    return {e.iri: e.kind for e in view.entities}


def _ties(view: View) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for line in view.lines:
        found[line.start] += 1
        found[line.end] += 1
    return found
