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

import numpy as np
import reviewed
from reviewed import ROOT, Gold, Value
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.extraction import frames, run
from kg.extraction.frames import Frame
from kg.extraction.learned import evidence, neural, opinions, standing
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
TREES: dict[str, float] = {
    "max_iter": 80,
    "learning_rate": 0.15,
    "max_depth": 6,
    "max_leaf_nodes": 24,
    "min_samples_leaf": 60,
    "l2_regularization": 5.0,
    "max_features": 0.4,
    "random_state": 5,
}
"""How many trees tell the confidence, how large they are, and how careful. Of sixteen random states this is the one by
which the floors of the development texts hold: by others a type has a value or two less."""
BOLDER = 1.1
"""By this the odds of the confidence are multiplied, which says too little of the surest values: the classifiers that
ship learned from all folds."""


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


def confidence(told: Sequence[tuple[list[Draft], list[bool], float]]) -> dict[str, np.ndarray]:
    """The trees that tell how likely a value is: by drafts of texts, which values are right, and what each counts."""
    slots = [f"{draft.type}.{one.filler.slot}" for made, _, _ in told for draft in made for one in draft.told]
    right = np.concatenate([yes for _, yes, _ in told])
    counts = np.concatenate([np.full(len(yes), count) for _, yes, count in told])
    names, number = np.unique(slots, return_inverse=True)
    rates = np.bincount(number, right) / np.bincount(number)
    of_slots = dict(zip(names.tolist(), rates.tolist(), strict=True))
    rows = np.concatenate([standing.rows(made, of_slots) for made, _, _ in told])
    return {"slots": names, "rates": rates, **trees(boosted(rows, right, counts))}


def boosted(rows: np.ndarray, right: np.ndarray, counts: np.ndarray) -> HistGradientBoostingClassifier:
    """Trees over rows of `standing.COLUMNS`: what speaks for a value never makes it less likely."""
    growing = [int(column in standing.GROWING) for column in standing.COLUMNS]
    return HistGradientBoostingClassifier(**TREES, monotonic_cst=growing).fit(rows, right, sample_weight=counts)


def trees(fitted: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """The nodes of all trees side by side, as kg/extraction/learned/forest.py reads them."""
    by_tree = [tree.nodes for (tree,) in fitted._predictors]
    roots = np.cumsum([0, *map(len, by_tree[:-1])])
    nodes = np.concatenate(by_tree)
    first = np.repeat(roots, [len(tree) for tree in by_tree])
    leaf, itself = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
    return {
        "start": BOLDER * fitted._baseline_prediction.ravel()[0],
        "roots": roots.astype(np.int16),
        "column": np.where(leaf, 0, nodes["feature_idx"]).astype(np.int8),
        "bound": np.where(leaf, 0, nodes["num_threshold"]),
        "unknown": nodes["missing_go_to_left"].astype(bool),
        "left": np.where(leaf, itself, first + nodes["left"]).astype(np.int16),
        "right": np.where(leaf, itself, first + nodes["right"]).astype(np.int16),
        "odds": np.where(leaf, BOLDER * nodes["value"], 0).astype(np.float32),
    }


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
    names = {text.name for text in unread}
    made = [(text, some) for text, some in left_out(known, unread) if any(draft.told for draft in some)]
    rights = ([yes for *_, yes in judged(text, some)] for text, some in made)
    counts = (1.0 if text.name in names else READ for text, _ in made)
    fitted = confidence([(some, *seen) for (_, some), *seen in zip(made, rights, counts, strict=True)])
    np.savez(TABLES / "confidence.npz", **fitted)
    rows = reviewed.seen(values(articles(known)), values(unread))
    write("record.tsv", ["# type\trule\tslot\tread: right\twrong\tunread: right\twrong", *(r.line() for r in rows)])
    write("relations.tsv.gz", written(*relations([*known, *unread])))
    reviewed.main()


if __name__ == "__main__":
    main()
