"""What changed between two graphs: claims added, withdrawn, corrected, newly disputed or settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode

from kg import said
from kg.language import Language, Text
from kg.questions import footnotes, labels, wording
from kg.questions.asking import Asker
from kg.questions.footnotes import Footnotes
from kg.questions.labels import Labels
from kg.said import Said

Kind = OneOf["added", "withdrawn", "corrected", "disputed", "settled"]
_DISPUTED = "#disputed"

TITLES: Mapping[Kind, Text] = {
    "added": Text(en="Added", fr="Ajouté"),
    "withdrawn": Text(en="Withdrawn", fr="Retiré"),
    "corrected": Text(en="Corrected", fr="Corrigé"),
    "disputed": Text(en="Newly disputed", fr="Nouvellement contesté"),
    "settled": Text(en="No longer disputed", fr="N'est plus contesté"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the claim as it was, as it is, or both."""

    kind: Kind
    before: Said | None
    after: Said | None

    @property
    def claim(self) -> Said:
        """The claim as it stands last."""
        claim = self.after or self.before
        assert claim is not None  # noqa: S101  one of both is always there
        return claim


@dataclass(frozen=True, slots=True)
class Diff:
    """The changes, by kind and then by source, with what it takes to tell them."""

    changes: tuple[Change, ...]
    notes: Footnotes
    names: Labels

    def sentence(self, change: Change, language: Language) -> str:
        """What changed, in words, with the number of its source."""
        claim = change.claim
        subject, predicate = self.names.of(claim.subject, language), self.names.of(claim.predicate, language)
        value = self._value(claim.object, language)
        if change.kind == "corrected" and change.before:
            value = f"{self._value(change.before.object, language)} → {value}"
        return f"{subject} — {predicate} — {value} [{self.notes.number(claim.claim)}]"

    def _value(self, term: NamedNode | Literal, language: Language) -> str:
        return wording.literal(term, language) if isinstance(term, Literal) else self.names.of(term.value, language)


def compare(old: Asker, new: Asker) -> Diff:
    """What the claims of `new` change in those of `old`.

    A claim keeps its name as long as its passage and its triple stay; one whose passage now says another value of the
    same property is corrected.
    """
    before = {c.claim: c for c in said.read(old)}
    after = {c.claim: c for c in said.read(new)}
    changes = tuple(sorted(_changes(before, after), key=_place))
    terms = {
        t
        for change in changes
        for c in (change.before, change.after)
        if c
        for t in (c.subject, c.predicate, *([c.object.value] if isinstance(c.object, NamedNode) else []))
    }
    older, newer = labels.ask(old, terms), labels.ask(new, terms)
    names = Labels({**older.names, **newer.names})
    withdrawn = footnotes.ask(old, [c.claim.claim for c in changes if c.after is None])
    kept = footnotes.ask(new, [c.claim.claim for c in changes if c.after is not None])
    notes = Footnotes(
        {**withdrawn.sources, **kept.sources},
        {**withdrawn.passages, **kept.passages},
        Labels({**withdrawn.names.names, **kept.names.names}),
    )
    return Diff(changes, notes, names)


def _changes(before: Mapping[str, Said], after: Mapping[str, Said]) -> Iterator[Change]:
    gone: dict[tuple[str, str, str, str], list[Said]] = defaultdict(list)
    for name in before.keys() - after.keys():
        gone[_slot(before[name])].append(before[name])
    for waiting in gone.values():
        waiting.sort(key=lambda c: str(c.object), reverse=True)
    for name in sorted(after.keys() - before.keys(), key=lambda n: str(after[n].object)):
        replaced = gone.get(_slot(after[name]))
        if replaced:
            yield Change("corrected", replaced.pop(), after[name])
        else:
            yield Change("added", None, after[name])
    yield from (Change("withdrawn", claim, None) for waiting in gone.values() for claim in waiting)
    for name in before.keys() & after.keys():
        if before[name].object != after[name].object:
            yield Change("corrected", before[name], after[name])
        was, now = (c.status.endswith(_DISPUTED) for c in (before[name], after[name]))
        if was != now:
            yield Change("disputed" if now else "settled", before[name], after[name])


def _slot(claim: Said) -> tuple[str, str, str, str]:
    """What a correction keeps: the passage's source, who says it, of what, in which respect."""
    return (claim.source, claim.speaker, claim.subject, claim.predicate)


def _place(change: Change) -> tuple[int, str, str, str, str, str]:
    claim = change.claim
    return (
        tuple(TITLES).index(change.kind), claim.source, claim.subject, claim.predicate, str(claim.object), claim.claim,
    )  # fmt: skip
