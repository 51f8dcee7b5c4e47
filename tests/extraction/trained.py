"""What is learned from the reviewed texts, fitted with scikit-learn and written to kg/extraction/tables.

    python tests/extraction/trained.py

fits the classifiers of relations (all texts), the record of the rules, and what tells how sure a value is (texts that
nobody read while the rules were written, each by classifiers and a network that did not see it: taught.py is to be run
before). The texts of `reviewed.unread` are no part of it: by them it prints how reliable the result is.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import reviewed
from reviewed import ROOT, Gold, Value
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.extraction import frames, run
from kg.extraction.frames import Frame
from kg.extraction.learned import evidence, neural, opinions
from kg.extraction.learned.evidence import Draft, Told
from kg.extraction.learned.examined import Candidate, Pair, candidates
from kg.extraction.learned.neural import Network
from kg.extraction.learned.record import Record
from kg.extraction.learned.relations import ANCHORS, RELATIONS, Anchor, value
from kg.extraction.learned.traits import Traits
from kg.extraction.learned.weights import BIAS, FILLS, NONE, Class, Row, Weights, written
from kg.extraction.mention import Mention
from kg.extraction.reading import Article

TABLES = ROOT / "kg" / "extraction" / "tables"
STRENGTH = 1.5
"""How freely weights grow (scikit-learn's C)."""
SEEN = 3
"""In how many texts a trait is to be seen before it counts."""
LEAST = 0.05
"""A smaller weight is left out."""
FOLDS = 4
READ = 0.5
"""What a value counts for where rules were made to be right on the text that it comes from."""

BOLDER = 1.065
"""By this the weights of the confidence are multiplied, which says too little of the surest values: the classifiers
that ship learned from all folds."""


class Example(NamedTuple):
    """What a classifier is to learn: a mention that anchors frames of a type, or another beside it, in which class."""

    slot: tuple[str, str]
    seen: Traits
    named: str
    anchor: Mention
    other: Pair | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A text as the classifiers see it and are to take it, what the rules find in it, and its gold frames."""

    name: str
    candidates: tuple[Candidate, ...]
    examples: tuple[Example, ...]
    ruled: tuple[Frame, ...]
    gold: tuple[Gold, ...]

    @property
    def fold(self) -> int:
        """The number of the text tells with which others it is left out."""
        number = re.match(r"\d+", self.name)
        return int(number.group()) % FOLDS if number else 0


def examined(name: str, article: Article, gold: Sequence[Gold]) -> Examined:
    """A text, examined."""
    document = run.understand(article, reviewed.known(article.language))
    found = tuple(candidates(document))
    return Examined(name, found, tuple(examples(found, gold)), tuple(run.ruled(document)), tuple(gold))


def says(slot: str, gold: object, said: frames.Value | None) -> bool:
    """Whether a mention's value is a gold value."""
    if isinstance(gold, list):
        return any(says(slot, one, said) for one in gold)
    alike = said is not None and isinstance(gold, str) == isinstance(said, str)
    return alike and bool(reviewed.scorer().same(slot, gold, said))


def anchored(anchor: Anchor, candidate: Candidate, gold: Iterable[Gold]) -> tuple[str, list[Gold]]:
    """The class of the gold frames that a mention anchors, and these frames."""
    said = value(candidate.mention)
    held = [
        g
        for g in gold
        if g["type"] == anchor.type and any(says(anchor.slot, v, said) for v in g["slots"].get(anchor.slot, ()))
    ]
    if not held:
        return NONE, []
    named = held[0]["slots"].get(anchor.constant, ["yes"])[0]
    return str(named[0] if isinstance(named, list) else named), held


def examples(found: Iterable[Candidate], gold: Sequence[Gold]) -> Iterator[Example]:
    """What each classifier is to learn from a text."""
    for candidate in found:
        seen = candidate.traits()
        for anchor in candidate.anchors():
            named, held = anchored(anchor, candidate, gold)
            yield Example((anchor.type, anchor.slot), seen, named, candidate.mention)
            if not held and candidate.mention.kind in anchor.seldom:
                continue  # of many that anchor nothing, the few that do would be drowned
            for relation in (r for r in RELATIONS if r.type == anchor.type):
                told = [v for g in held for v in g["slots"].get(relation.slot, ())]
                for pair in candidate.pairs_of(relation):
                    yes = any(says(relation.slot, v, value(pair.mention)) for v in told)
                    both, fills = {**seen, **pair.traits()}, FILLS if yes else NONE
                    yield Example((relation.type, relation.slot), both, fills, candidate.mention, pair)


def relations(texts: Sequence[Examined]) -> tuple[list[Class], list[Row]]:
    """The classifiers' classes and weights that some texts teach."""
    classes: list[Class] = []
    weights: dict[str, list[str]] = {}
    told: defaultdict[tuple[str, str], list[tuple[Traits, str, int]]] = defaultdict(list)
    for n, text in enumerate(texts):
        for example in text.examples:
            told[example.slot].append((example.seen, example.named, n))
    for (kind, slot), taught in told.items():
        shown = _shown(taught)
        if len({named for _, named, _ in taught}) == 1 or not any(shown):
            continue  # the texts show nothing to tell apart
        names, fitted = _fitted(shown, [named for _, named, _ in taught])
        two = len(fitted.classes_) == 2
        for n, named in enumerate(fitted.classes_[1:] if two else fitted.classes_):
            coefficients = [(BIAS, fitted.intercept_[n]), *zip(names, fitted.coef_[n], strict=True)]
            for trait, weight in coefficients:
                if abs(weight) >= LEAST:
                    weights.setdefault(trait, []).append(f"{len(classes)}:{weight:.2f}")
            classes.append(Class(kind, slot, str(named)))
        if two and (kind, slot) in {(a.type, a.slot) for a in ANCHORS}:
            classes.append(Class(kind, slot, NONE))
    return classes, [(trait, " ".join(pairs)) for trait, pairs in sorted(weights.items())]


def _shown(told: Sequence[tuple[Traits, str, int]]) -> list[Traits]:
    """What is seen, as far as enough texts show it; each example comes with its text's number."""
    often = Counter(trait for trait, _ in {(trait, n) for seen, _, n in told for trait in seen})
    return [{t: w for t, w in seen.items() if often[t] >= SEEN} for seen, _, _ in told]


def _fitted(shown: Sequence[Traits], classes: Sequence[str]) -> tuple[list[str], LogisticRegression]:
    """A regression over traits, and their names."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(shown)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # as liblinear
    solver = "liblinear" if len(set(classes)) == 2 else "lbfgs"
    fitted = LogisticRegression(C=STRENGTH, max_iter=200, solver=solver).fit(matrix, classes)
    return list(vectors.get_feature_names_out()), fitted


def judged(text: Examined, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Told, bool]]:
    """Every value that the drafts of a text tell, and whether it is right."""
    score = reviewed.scorer()
    said = [{"type": draft.type, "slots": _slots(draft)} for draft in drafts]
    hits = {id(p): {(slot, n) for slot, _, n in h} for _, p, h in score.pair(list(text.gold), said)}
    for draft, record in zip(drafts, said, strict=True):
        for one in draft.told:
            number = record["slots"][one.filler.slot].index(one.filler.value)
            yield draft, one, (one.filler.slot, number) in hits.get(id(record), ())


def _slots(draft: Draft) -> dict[str, list[frames.Value]]:
    slots: dict[str, list[frames.Value]] = {}
    for one in draft.told:
        slots.setdefault(one.filler.slot, []).append(one.filler.value)
    return slots


def drafts(text: Examined, weights: Weights, record: Record, read: Network | None = None) -> list[Draft]:
    """Everything that may be told of a text."""
    thought = opinions.Opinions(opinions.opinions(text.candidates, weights, read))
    return list(evidence.drafts(text.ruled, thought, record))


def confidence(told: Iterable[tuple[Draft, Told, bool]], weights: Sequence[float]) -> dict[str, float]:
    """The weights of what speaks for a value; each value counts as much as its text does."""
    seen, right = zip(*((one.traits(draft), yes) for draft, one, yes in told), strict=True)
    vectors = DictVectorizer()
    fitted = LogisticRegression(C=6.0, max_iter=900, fit_intercept=False)
    fitted.fit(vectors.fit_transform(seen), right, sample_weight=weights)
    return dict(zip(vectors.get_feature_names_out(), map(float, BOLDER * fitted.coef_[0]), strict=True))


def values(texts: Iterable[Examined]) -> Iterator[Value]:
    """Every value that rules find in some texts, judged."""
    for text in texts:
        yield from reviewed.judged(text.ruled, text.gold)


def left_out(known: Sequence[Examined], unread: Sequence[Examined]) -> Iterator[tuple[Examined, list[Draft]]]:
    """The drafts of texts, each by classifiers and a record of texts of other folds."""
    for fold in range(FOLDS):
        known_others, others = ([text for text in texts if text.fold != fold] for texts in (known, unread))
        weights = Weights(*relations([*known_others, *others]))
        record = Record(reviewed.seen(values(articles(known_others)), values(others)))
        with network_of(fold).open("rb") as file:
            read = neural.stored(file)
        for text in (*articles(known), *unread):
            if text.fold == fold:
                yield text, drafts(text, weights, record, read)


def network_of(fold: int) -> Path:
    """Where the network that was learned from the texts of the other folds is kept: taught.py."""
    return ROOT / "build" / "folds" / f"{fold}.npz"


def articles(texts: Iterable[Examined]) -> list[Examined]:
    """The texts that are no single sayings."""
    return [text for text in texts if not text.name.startswith("say-")]


def write(name: str, lines: Iterable[str]) -> None:
    """A table, the same bytes for the same lines; packed where its name says so."""
    text = "".join(f"{line}\n" for line in lines)
    (TABLES / name).write_bytes(gzip.compress(text.encode(), mtime=0) if name.endswith(".gz") else text.encode())


def main() -> None:
    told = sys.stderr.write
    known = [examined(*text) for text in reviewed.taught()]
    unread = [examined(*text) for text in reviewed.learned_from()]
    told(f"{len(known)} texts read, {len(unread)} unread\n")
    pairs = [(text, *one) for text, made in left_out(known, unread) for one in judged(text, made)]
    names = {text.name for text in unread}
    counts = [1.0 if text.name in names else READ for text, *_ in pairs]
    fitted = confidence(((draft, one, yes) for _, draft, one, yes in pairs), counts)
    write("confidence.tsv", (f"{trait}\t{weight:.3f}" for trait, weight in sorted(fitted.items())))
    rows = reviewed.seen(values(articles(known)), values(unread))
    write("record.tsv", ["# type\trule\tslot\tread: right\twrong\tunread: right\twrong", *(r.line() for r in rows)])
    write("relations.tsv.gz", written(*relations([*known, *unread])))
    reviewed.main()


if __name__ == "__main__":
    main()
