"""The network of kg/extraction/learned/neural.py, fitted with PyTorch and written to kg/extraction/tables/neural.npz.

    pip install torch
    python tests/extraction/taught.py

It learns from the same texts and the same examples as the regressions of `trained.py`, which needs what this leaves in
`build/folds`: a network for each fold of texts, learned from the others. PyTorch is in no extra: nothing else needs it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import reviewed
import torch
import trained
from torch import nn
from torch.nn import functional
from trained import Examined

from kg.extraction.learned import vectors
from kg.extraction.learned.laid import KINDS, LOOKS
from kg.extraction.learned.neural import PARTS, REACH, SLOTS, distance, inside, sentences
from kg.extraction.learned.traits import Traits

WIDTH = 128
"""How many dimensions stand for a token and for a pair."""
EPOCHS = 20
BATCH = 8
"""How many texts are learned from at once."""
RATE, DROPPED, FORGOTTEN, DECAY = 1e-3, 0.15, 0.05, 0.02
"""How fast it learns, which share of what it sees it is to do without, which share of words, and how weights shrink."""
WARM = 0.06
"""The share of the steps in which the rate rises; in the others it falls."""
NOBODY = -1
WORDS = frozenset(["L0", "L1", "L2", "R0", "R1", "R2", "LL", "RR", "w", "noun", "all", "in", "in1", "in9"])
"""Traits that name words: those it sees by their vectors."""
OFTEN = 20
"""How often a trait is to be seen before it counts."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as numbers: its tokens, the tokens of each mention, and each example with what it is."""

    tokens: np.ndarray
    """Three rows: words, kinds, looks."""
    spans: np.ndarray
    lines: np.ndarray
    """The tokens of each sentence."""
    line: np.ndarray
    """The sentence of each mention."""
    alone: list[list[str]]
    """The traits of each mention."""
    beside: list[list[str]]
    """The traits of both of each example."""
    asked: np.ndarray
    """A row an example: slot, anchor and other by number of mention, distance, and the tokens between."""
    right: np.ndarray


def lesson(text: Examined) -> Lesson | None:
    """What is to be learned from a text; nothing where it mentions nothing."""
    if not text.candidates:
        return None
    laid, alone = text.candidates[0].seen.laid, text.candidates[0].seen.alone
    places = {start: n for n, start in enumerate(laid.spans)}
    spans, lines = list(laid.spans.values()), sentences(laid)
    asked, beside, right = [], [], []
    for example in text.examples:
        slot, at = SLOTS.index(example.slot), places[example.anchor.start]
        row = (slot, at, NOBODY, 0, 0, 0)
        if example.other is not None:
            other, away = places[example.other.mention.start], example.other.away
            far, between = distance(away, spans[other][0] - spans[at][0]), inside(spans[at], spans[other], away)
            row = (slot, at, other, far, *between)
        asked.append(row)
        beside.append(_wordless(example.other.between if example.other else {}))
        right.append(example.named != trained.NONE)
    tokens = np.array([laid.words, laid.kinds, laid.looks], dtype=np.int64)
    line = np.searchsorted(lines[:, 1], np.array(spans)[:, 0])
    seen = [_wordless(alone[start]) for start in laid.spans]
    return Lesson(
        tokens, np.array(spans), lines, line, seen, beside, np.array(asked), np.array(right, dtype=np.float32)
    )


def _wordless(traits: Traits) -> list[str]:
    return [trait for trait in traits if trait.partition("=")[0] not in WORDS]


def often(traits: Iterable[list[list[str]]]) -> list[str]:
    """The traits that are seen often enough in some texts, in order."""
    seen = Counter(trait for text in traits for some in text for trait in some)
    return sorted(trait for trait, times in seen.items() if times >= OFTEN)


class Summed(nn.Module):
    """What traits add up to: an embedding of each that is known."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = {name: n for n, name in enumerate(names)}
        self.table = nn.Embedding(len(names), WIDTH)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, seen: Sequence[list[str]]) -> torch.Tensor:
        told = [(row, self.names[trait]) for row, some in enumerate(seen) for trait in some if trait in self.names]
        row, trait = torch.tensor(told, dtype=torch.long).reshape(-1, 2).T
        return torch.zeros(len(seen), WIDTH).index_add(0, row, self.table(trait))


class Learner(nn.Module):
    """The network as it learns: the same as in kg, but that it is now and then to do without something."""

    def __init__(self, alone: Sequence[str], beside: Sequence[str]) -> None:
        super().__init__()
        self.alone, self.beside = Summed(alone), Summed(beside)
        words = torch.tensor(vectors.matrix().astype(np.float32) / vectors.SCALE)
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.signs = nn.Embedding(vectors.WORDS, WIDTH)
        self.kind = nn.Embedding(len(KINDS) + 1, WIDTH)
        self.look = nn.Embedding(LOOKS, WIDTH)
        for table in (self.signs, self.kind, self.look):
            nn.init.normal_(table.weight, std=0.3)
        self.even = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in REACH)
        self.evens = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in REACH)
        self.mention, self.between = nn.Linear(2 * WIDTH, PARTS * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.around = nn.Linear(WIDTH, PARTS * WIDTH, bias=False)
        self.far = nn.Embedding(64, WIDTH)
        self.out, self.bias = nn.Embedding(len(SLOTS), WIDTH), nn.Embedding(len(SLOTS), 1)
        nn.init.zeros_(self.far.weight)
        nn.init.normal_(self.out.weight, std=0.05)
        nn.init.constant_(self.bias.weight, -2.0)

    def forward(self, one: Lesson) -> torch.Tensor:
        tokens = self._tokens(torch.from_numpy(one.tokens))
        sums = torch.cat([torch.zeros(1, WIDTH), torch.cumsum(tokens, 0)])
        seen = self._mentions(sums, one)
        slot, at, other, far, *_ = asked = torch.from_numpy(one.asked).T
        alone, who = other == NOBODY, other.clamp(min=0)
        anchor, first, second, by_first, by_second = seen.chunk(PARTS, -1)
        pair = first[at] + second[who] + by_first[at] * by_second[who] + self.far(far)
        pair = pair + self.between(_mean(sums, asked[4:].T)) + self.beside(one.beside)
        told = self._drop(functional.gelu(torch.where(alone[:, None], anchor[at], pair), approximate="tanh"))
        return (told * self.out(slot)).sum(1) + self.bias(slot)[:, 0]

    def _mentions(self, sums: torch.Tensor, one: Lesson) -> torch.Tensor:
        """What stands for each mention in the `PARTS` ways that it counts."""
        around = _mean(sums, torch.from_numpy(one.lines))
        own = torch.cat([_mean(sums, torch.from_numpy(one.spans)), self.alone(one.alone)], -1)
        return self.mention(self._drop(own)) + self.around(self._drop(around[torch.from_numpy(one.line)]))

    def _tokens(self, tokens: torch.Tensor) -> torch.Tensor:
        rows, kinds, looks = tokens
        known = rows >= vectors.WORDS
        seen = torch.where(
            known[:, None],
            self.words((rows - vectors.WORDS).clamp(min=0)),
            self.signs(torch.where(known, torch.zeros_like(rows), rows)),
        )
        if self.training:
            seen = seen * (torch.rand(len(rows)) > FORGOTTEN)[:, None]
        seen = self._drop(self.even(seen + self.kind(kinds) + self.look(looks)))
        for far, layer, even in zip(REACH, self.layers, self.evens, strict=True):
            padded = functional.pad(seen, (0, 0, far, far))
            pieces = layer(torch.cat([padded[: -2 * far], seen, padded[2 * far :]], -1))
            seen = even(seen + self._drop(torch.maximum(*pieces.chunk(2, -1))))
        return seen

    def _drop(self, seen: torch.Tensor) -> torch.Tensor:
        return functional.dropout(seen, DROPPED, self.training)

    def weights(self) -> dict[str, np.ndarray]:
        """What was learned, as the network of kg names it, in half precision: so it is shipped."""
        tables = {"signs": self.signs, "kind": self.kind, "look": self.look, "far": self.far}
        found = {name: table.weight for name, table in tables.items()} | {
            "out.w": self.out.weight,
            "out.b": self.bias.weight[:, 0],
            "around.w": self.around.weight,
            "alone.w": self.alone.table.weight,
            "beside.w": self.beside.table.weight,
        }
        linear: dict[str, nn.Module] = {"even": self.even, "between": self.between, "mention": self.mention}
        for n, (layer, even) in enumerate(zip(self.layers, self.evens, strict=True)):
            linear |= {f"{n}": layer, f"{n}.even": even}
        for name, part in linear.items():
            found |= {f"{name}.w": part.weight, f"{name}.b": part.bias}
        names = {
            "slots": [".".join(slot) for slot in SLOTS],
            "alone": [*self.alone.names],
            "beside": [*self.beside.names],
        }
        weights = {name: weight.detach().numpy().astype(np.float16) for name, weight in found.items()}
        return weights | {name: np.array(some) for name, some in names.items()}


def _mean(sums: torch.Tensor, spans: torch.Tensor) -> torch.Tensor:
    return (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0]).clamp(min=1)[:, None]


def learned(lessons: Sequence[Lesson], seed: int = 0) -> dict[str, np.ndarray]:
    """The weights that some texts teach."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    net = Learner(often(one.alone for one in lessons), often(one.beside for one in lessons))
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=RATE, weight_decay=DECAY)
    batches = len(lessons) // BATCH
    steps = EPOCHS * batches
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (steps * WARM)) * max(0.02, 1 - step / steps)
    )
    for epoch in range(EPOCHS):
        order = [lessons[n] for n in torch.randperm(len(lessons)).tolist()]
        lost = 0.0
        for n in range(batches):
            optimiser.zero_grad()
            batch = order[n * BATCH : (n + 1) * BATCH]
            asked = sum(len(one.right) for one in batch)
            for one in batch:
                loss = (
                    functional.binary_cross_entropy_with_logits(net(one), torch.from_numpy(one.right), reduction="sum")
                    / asked
                )
                loss.backward()
                lost += loss.item()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            rate.step()
        sys.stderr.write(f"epoch {epoch}: {lost / batches:.4f}\n")
    return net.weights()


def lessons(texts: Iterable[Examined]) -> list[Lesson]:
    """What is to be learned from some texts."""
    return [found for text in texts if (found := lesson(text)) is not None]


def folds(texts: Sequence[Examined]) -> Iterator[tuple[Path, list[Lesson]]]:
    """For each fold where to keep its network and what it is to learn from, then all texts for the one that ships."""
    for fold in range(trained.FOLDS):
        yield trained.network_of(fold), lessons(text for text in texts if text.fold != fold)
    yield trained.TABLES / "neural.npz", lessons(texts)


def keep(path: Path, weights: Mapping[str, np.ndarray]) -> None:
    """Write a network."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **weights)


def main() -> None:
    texts = [trained.examined(*text) for text in (*reviewed.taught(), *reviewed.learned_from())]
    paths, told = zip(*folds(texts), strict=True)
    with ProcessPoolExecutor() as workers:
        for path, weights in zip(paths, workers.map(learned, told), strict=True):
            keep(path, weights)


if __name__ == "__main__":
    main()
