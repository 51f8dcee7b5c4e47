"""What the names in a document are called in the registry: the same name, nearly the same, or none that is known.

A name links by itself where it is the same in all but case, accents, spaces and legal form, and the kind fits; one that
only says what the thing is ("le musée de l'espace") where a place beside it is the thing's too. What is only alike is said
to be: from 85 up it is proposed as the known thing, from 70 up as one to be looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.extraction.alike import FAR, NEAR, acronym, ends, initials, likeness, squeezed, words
from kg.extraction.known import COMMON, Registered
from kg.extraction.tables import place_of, plain
from kg.language import Text
from kg.model import Iri
from kg.terms import curie

How = Literal["name", "decided", "near", "initials", "context"]
TOLD: Mapping[How, Text] = {
    "name": Text(en="the same name", fr="le même nom"),
    "decided": Text(en="decided", fr="décidé"),
    "near": Text(en="alike", fr="ressemblant"),
    "initials": Text(en="initials", fr="sigle"),
    "context": Text(en="by the place beside", fr="d'après le lieu voisin"),
}
PROPOSED, WAITING = 85, 70
_FITTING = 5
_APART = 5
_LONG_ACRONYM = 4
_REMEMBERED = 20_000
_LOOSE = ({"F", "O"}, {"F", "L"}, {"E", "O"})
_PLACES = {"region": "region", "country": "country", "city": "town", "commune": "town"}


@dataclass(frozen=True, slots=True)
class Link:
    """What a name is taken for, how surely from 0 to 100, and by what; `proposed` is from 85 up and unambiguous."""

    entity: Registered
    score: int
    how: How
    proposed: bool = True

    @property
    def certain(self) -> bool:
        """Whether it is the same name, or somebody decided that it is the same thing."""
        return self.how in ("name", "decided")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be linked: its spellings, its kind and sort where they are known, and the plain names of places beside."""

    spellings: tuple[str, ...]
    kinds: str
    sort: str = ""
    beside: frozenset[str] = frozenset()
    document: str = ""
    land: frozenset[str] = frozenset()
    """What the country is called that the document is about."""


@dataclass(slots=True)
class Index:
    """The registry's entities by their names; `same` and `different` are what was decided of a spelling."""

    entities: tuple[Registered, ...] = ()
    same: Mapping[str, Iri] = field(default_factory=dict)
    different: frozenset[tuple[str, Iri]] = frozenset()
    countries: frozenset[str] = field(init=False, default=frozenset())
    """What the countries that it knows are called."""
    _named: dict[str, list[Registered]] = field(default_factory=lambda: defaultdict(list))
    _described: dict[str, list[Registered]] = field(default_factory=lambda: defaultdict(list))
    _ends: dict[str, list[tuple[Registered, str]]] = field(default_factory=lambda: defaultdict(list))
    _letters: dict[str, list[tuple[Registered, str]]] = field(default_factory=lambda: defaultdict(list))
    _found: dict[Wanted, Link | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.countries = within(n for e in self.entities if e.sort == "country" for n in e.names)
        for entity in self.entities:
            names = [n for n in entity.names if n.casefold() not in COMMON]
            described = {s for n in names if describes(n) or _short(n, entity) for s in squeezed(n)}
            for name in {s for n in names for s in squeezed(n)}:
                (self._described if name in described else self._named)[name].append(entity)
            for name in names:
                for end in ends(name):
                    self._ends[end].append((entity, name))
                for letters in initials(name) | {acronym(name)} - {""}:
                    self._letters[letters].append((entity, name))

    def link(self, wanted: Wanted) -> Link | None:
        """What the name is, or may be; None where nothing known is like it."""
        if wanted not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[wanted] = self._look_up(wanted)
        return self._found[wanted]

    def certain(self, wanted: Wanted) -> Link | None:
        """What the name surely is; what is only like it is not looked for."""
        return self._certain(wanted, self._bearing(wanted))

    def named(self, name: str) -> Registered | None:
        """The body of the registry that a publisher's name or identifier is."""
        by_name = self.certain(Wanted((name,), "O"))
        if by_name is not None:
            return by_name.entity
        return next((e for e in self.entities if curie(e.iri) == name), None)

    def _look_up(self, wanted: Wanted) -> Link | None:
        bearing = self._bearing(wanted)
        if (certain := self._certain(wanted, bearing)) is not None:
            return certain
        some = [e for e in (*bearing, *_called(self._described, wanted)) if self._allowed(wanted, e)]
        if some:
            strict = [e for e in bearing if e in some and e.kind in wanted.kinds]
            return Link((strict or some)[0], NEAR, "near", proposed=False)
        return None if bearing else self._alike(wanted)

    def _bearing(self, wanted: Wanted) -> list[Registered]:
        """Each that bears the name, or that it describes where it is."""
        there = (e for e in _called(self._described, wanted) if self._there(e, wanted))
        return list(dict.fromkeys((*_called(self._named, wanted), *there)))

    def _certain(self, wanted: Wanted, bearing: Sequence[Registered]) -> Link | None:
        """The one that was decided, or the only one that bears the name and fits."""
        if (decided := self._decided(wanted)) is not None:
            return Link(decided, 100, "decided")
        strict = [e for e in bearing if e.kind in wanted.kinds and self._allowed(wanted, e)]
        chosen = _chosen(strict, wanted)
        return Link(chosen, 100, "name") if chosen else None

    def _decided(self, wanted: Wanted) -> Registered | None:
        names = [n for spelling in wanted.spellings for n in (f"{spelling} ({wanted.document})", spelling)]
        iri = next((self.same[n] for n in names if n in self.same), None)
        return next((e for e in self.entities if e.iri == iri), None) if iri else None

    def _allowed(self, wanted: Wanted, entity: Registered) -> bool:
        """Whether the kind does not speak against it, nor a decision."""
        names = {n for spelling in wanted.spellings for n in (f"{spelling} ({wanted.document})", spelling)}
        return not any((n, entity.iri) in self.different for n in names) and _fits(wanted, entity)

    def _there(self, entity: Registered, wanted: Wanted) -> bool:
        """Whether a place beside is where the thing is; its country, and the document's, where no more is known of it."""
        nearer = entity.within - self.countries
        return bool(nearer & wanted.beside if nearer else entity.within & (wanted.beside | wanted.land))

    def _alike(self, wanted: Wanted) -> Link | None:
        scored = sorted(self._scored(wanted), key=lambda s: (-s[0], s[2].iri))
        if not scored:
            return None
        best, how, entity = scored[0]
        close = [e for score, _, e in scored if best - score <= _APART]
        if len(close) > 1:
            chosen = _chosen(close, wanted)
            best, entity = (best, chosen) if chosen else (min(best, NEAR), entity)
        return Link(entity, round(best), how, proposed=best >= PROPOSED)

    def _scored(self, wanted: Wanted) -> list[tuple[float, How, Registered]]:
        """Each entity that is like the name at all, with its best score."""
        best: dict[Iri, tuple[float, How, Registered]] = {}
        for score, how, entity in self._compared(wanted):
            kept = score if entity.kind in wanted.kinds else min(score, NEAR)
            if kept >= WAITING and kept > best.get(entity.iri, (0.0,))[0] and self._allowed(wanted, entity):
                best[entity.iri] = (kept, how, entity)
        return list(best.values())

    def _compared(self, wanted: Wanted) -> Iterator[tuple[float, How, Registered]]:
        for spelling in wanted.spellings:
            short = acronym(spelling)
            for letters in {short} if short else initials(spelling):
                for entity, name in self._letters.get(letters, ()):
                    if bool(short) != bool(acronym(name)):
                        yield (PROPOSED + 3 if len(letters) >= _LONG_ACRONYM else NEAR - 4), "initials", entity
            near = {(entity.iri, name): entity for end in ends(spelling) for entity, name in self._ends.get(end, ())}
            for (_, name), entity in near.items():
                yield (*_score(spelling, name, entity, wanted), entity)


def _called(index: Mapping[str, Sequence[Registered]], wanted: Wanted) -> Iterator[Registered]:
    """Those that an index knows by one of the spellings."""
    return (e for spelling in wanted.spellings for form in squeezed(spelling) for e in index.get(form, ()))


def _score(spelling: str, name: str, entity: Registered, wanted: Wanted) -> tuple[float, How]:
    found = likeness(spelling, name, person=entity.kind == "P")
    score = found.score
    if score > FAR and wanted.kinds == entity.kind:
        score = min(score + _FITTING, 99 if score > NEAR else NEAR)
    if found.extra and score >= WAITING and _said_beside(found.extra, wanted):
        return PROPOSED + 1, "context"
    return score, "near"


def _said_beside(extra: frozenset[str], wanted: Wanted) -> bool:
    """Whether the words that the longer name has over are those of a place that stands beside."""
    return extra <= {w for name in wanted.beside for w in words(name)}


def _chosen(entities: Sequence[Registered], wanted: Wanted) -> Registered | None:
    """The one of several that the sort of thing, or a place beside, tells from the others."""
    if len(entities) == 1:
        return entities[0]
    sorted_alike = [e for e in entities if e.sort == wanted.sort]
    if len(sorted_alike) == 1:
        return sorted_alike[0]
    there = [e for e in entities if e.within & wanted.beside]
    named = [e for e in entities if any({*words(place)} <= {*words(e.label)} for place in wanted.beside)]
    return there[0] if len(there) == 1 else named[0] if len(named) == 1 else None


def _fits(wanted: Wanted, entity: Registered) -> bool:
    """Whether a thing of that kind may bear the name; a facility may be told as an organisation or a place."""
    if wanted.sort in _PLACES and entity.sort in _PLACES and _PLACES[wanted.sort] != _PLACES[entity.sort]:
        return False
    if wanted.sort and wanted.kinds == entity.kind == "O" and ("authority" in (wanted.sort, entity.sort)):
        return wanted.sort == entity.sort
    if entity.kind == "S" and wanted.kinds == "S" and wanted.sort not in ("", "model", entity.sort):
        return False
    return entity.kind in wanted.kinds or any({kind, entity.kind} in _LOOSE for kind in wanted.kinds)


def describes(name: str) -> bool:
    """Whether a name only says what a thing is, as others of its sort are too: written small, and of no land or site.

    >>> describes("musée de l'espace"), describes("Musée de l'Air"), describes("région parisienne"), describes("kineis.com")
    (True, False, False, False)
    """
    return name == name.lower() and not re.search(r"[\d.-]", name) and not any(place_of(word) for word in name.split())


def _short(name: str, entity: Registered) -> bool:
    """Whether a name begins a longer one of a public body that says of which land: "État" beside "État français"."""
    if entity.sort not in {"public", "authority"} or not entity.within:
        return False
    return any(longer[len(name) + 1 :][:1].islower() for longer in entity.names if longer.startswith(f"{name} "))


def within(names: Iterable[str]) -> frozenset[str]:
    """Plain names, to be compared with where entities lie."""
    return frozenset(plain(name) for name in names)
