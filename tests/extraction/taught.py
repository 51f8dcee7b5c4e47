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
from pathlib import Path

import numpy as np
import reviewed
import torch
import trained
from lessons import NOBODY, Lesson, lesson
from torch import nn
from torch.nn import functional
from trained import Examined

from kg.extraction.learned import vectors
from kg.extraction.learned.laid import KINDS
from kg.extraction.learned.laid import LOOKS as LOOKS_OF_TOKENS
from kg.extraction.learned.layers import AWAY, HEADS, NEAR
from kg.extraction.learned.neural import LOOKS, PARTS, REACH, SLOTS

WIDTH = 128
"""How many dimensions stand for a token and for a pair."""
EPOCHS = 28
BATCH = 8
"""How many texts are learned from at once."""
RATE, DROPPED, FORGOTTEN, DECAY = 1e-3, 0.25, 0.05, 0.02
"""How fast it learns, which share of what it sees it is to do without, which share of words, and how weights shrink."""
WARM = 0.06
"""The share of the steps in which the rate rises; in the others it falls."""
OFTEN = 20
"""How often a trait is to be seen before it counts."""


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

        self._numbered: dict[int, torch.Tensor] = {}

    def forward(self, seen: Sequence[list[str]]) -> torch.Tensor:
        if id(seen) not in self._numbered:  # the same texts come in every epoch
            told = [(row, self.names[trait]) for row, some in enumerate(seen) for trait in some if trait in self.names]
            self._numbered[id(seen)] = torch.tensor(told, dtype=torch.long).reshape(-1, 2).T
        row, trait = self._numbered[id(seen)]
        return torch.zeros(len(seen), WIDTH).index_add(0, row, self.table(trait))


class Look(nn.Module):
    """How mentions look at one another: `layers.attended`."""

    def __init__(self) -> None:
        super().__init__()
        self.even, self.wide_even = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.look, self.hear = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.away, self.same = nn.Embedding(2 * AWAY + 1, HEADS), nn.Embedding(2, HEADS)
        for table in (self.away, self.same):
            nn.init.zeros_(table.weight)
        for layer in (self.hear, self.narrow):
            nn.init.normal_(layer.weight, std=0.02)

    def forward(self, seen: torch.Tensor, line: torch.Tensor, names: torch.Tensor) -> torch.Tensor:
        places = torch.arange(len(seen))
        away = (line[None] - line[:, None]).clamp(-AWAY, AWAY) + AWAY
        near = self.away(away) + self.same((names[None] == names[:, None]).long())
        near = near.masked_fill(((places[None] - places[:, None]).abs() > NEAR)[..., None], -1e4).permute(2, 0, 1)
        asks, keys, says = (
            part.view(len(seen), HEADS, -1).transpose(0, 1) for part in self.look(self.even(seen)).chunk(3, -1)
        )
        heard = functional.scaled_dot_product_attention(asks, keys, says, attn_mask=near)
        seen = seen + _drop(self, self.hear(heard.transpose(0, 1).reshape(len(seen), WIDTH)))
        return seen + _drop(self, self.narrow(_bent(self.wide(self.wide_even(seen)))))


class Learner(nn.Module):
    """The network as it learns: the same as in kg, but that it is now and then to do without something."""

    def __init__(self, alone: Sequence[str], beside: Sequence[str]) -> None:
        super().__init__()
        self.alone, self.beside = Summed(alone), Summed(beside)
        words = torch.tensor(vectors.matrix().astype(np.float32) / vectors.SCALE)
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.signs = nn.Embedding(vectors.WORDS, WIDTH)
        self.kind = nn.Embedding(len(KINDS) + 1, WIDTH)
        self.look = nn.Embedding(LOOKS_OF_TOKENS, WIDTH)
        for table in (self.signs, self.kind, self.look):
            nn.init.normal_(table.weight, std=0.3)
        self.even = nn.LayerNorm(WIDTH)
        self.windows = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in REACH)
        self.evens = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in REACH)
        self.own, self.mention = nn.Linear(3 * WIDTH, WIDTH), nn.Linear(WIDTH, PARTS * WIDTH)
        self.looks = nn.ModuleList(Look() for _ in range(LOOKS))
        self.between = nn.Linear(WIDTH, WIDTH, bias=False)
        self.far = nn.Embedding(64, WIDTH)
        self.rivals = nn.Linear(2 * WIDTH, 2 * WIDTH, bias=False)
        self.out, self.bias = nn.Embedding(len(SLOTS), WIDTH), nn.Embedding(len(SLOTS), 1)
        nn.init.zeros_(self.far.weight)
        nn.init.normal_(self.rivals.weight, std=0.02)
        nn.init.normal_(self.out.weight, std=0.05)
        nn.init.constant_(self.bias.weight, -2.0)

    def forward(self, one: Lesson) -> torch.Tensor:
        tokens = self._tokens(torch.from_numpy(one.tokens))
        sums = torch.cat([torch.zeros(1, WIDTH), torch.cumsum(tokens, 0)])
        alone, first, second, by_first, by_second = self._mentions(sums, one).chunk(PARTS, -1)
        at, other, far, *_ = pairs = torch.from_numpy(one.pairs).T
        seen = first[at] + second[other] + by_first[at] * by_second[other] + self.far(far)
        seen = seen + self.between(_mean(sums, pairs[3:].T)) + self.beside(one.beside)
        by_alone, by_pairs = self.rivals(_drop(self, _rivals(_bent(seen), at, len(alone)))).chunk(2, -1)
        told = _drop(self, _bent(torch.cat([alone + by_alone, seen + by_pairs[at]])))
        slot, anchor, pair, _ = torch.from_numpy(one.asked).T
        told = told[torch.where(pair == NOBODY, anchor, len(alone) + pair)]
        return (told * self.out(slot)).sum(1) + self.bias(slot)[:, 0]

    def _mentions(self, sums: torch.Tensor, one: Lesson) -> torch.Tensor:
        """What stands for each mention in the `PARTS` ways that it counts."""
        line = torch.from_numpy(one.line)
        around = _mean(sums, torch.from_numpy(one.lines))[line]
        seen = torch.cat([_mean(sums, torch.from_numpy(one.spans)), self.alone(one.alone), around], -1)
        seen = self.own(_drop(self, seen))
        for look in self.looks:
            seen = look(seen, line, torch.from_numpy(one.names))
        return self.mention(_drop(self, seen))

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
        seen = _drop(self, self.even(seen + self.kind(kinds) + self.look(looks)))
        for far, layer, even in zip(REACH, self.windows, self.evens, strict=True):
            padded = functional.pad(seen, (0, 0, far, far))
            pieces = layer(torch.cat([padded[: -2 * far], seen, padded[2 * far :]], -1))
            seen = even(seen + _drop(self, torch.maximum(*pieces.chunk(2, -1))))
        return seen

    def weights(self) -> dict[str, np.ndarray]:
        """What was learned, as the network of kg names it, in half precision: so it is shipped."""
        tables = {"signs": self.signs, "kind": self.kind, "look": self.look, "far": self.far}
        found = {name: table.weight for name, table in tables.items()} | {
            "out.w": self.out.weight,
            "out.b": self.bias.weight[:, 0],
            "alone.w": self.alone.table.weight,
            "beside.w": self.beside.table.weight,
        }
        linear: dict[str, nn.Module] = {
            name: getattr(self, name) for name in ("even", "own", "mention", "between", "rivals")
        }
        for n, (layer, even) in enumerate(zip(self.windows, self.evens, strict=True)):
            linear |= {f"windows.{n}": layer, f"windows.{n}.even": even}
        for n, look in enumerate(self.looks):
            found |= {f"looks.{n}.away": look.away.weight, f"looks.{n}.same": look.same.weight}
            linear |= {f"looks.{n}.even": look.even, f"looks.{n}.wide.even": look.wide_even}
            linear |= {f"looks.{n}.{name}": getattr(look, name) for name in ("look", "hear", "wide", "narrow")}
        for name, part in linear.items():
            found |= {f"{name}.w": part.weight} | ({} if part.bias is None else {f"{name}.b": part.bias})
        names = {
            "slots": [".".join(slot) for slot in SLOTS],
            "alone": [*self.alone.names],
            "beside": [*self.beside.names],
        }
        weights = {name: weight.detach().numpy().astype(np.float16) for name, weight in found.items()}
        return weights | {name: np.array(some) for name, some in names.items()}


def _drop(part: nn.Module, seen: torch.Tensor) -> torch.Tensor:
    return functional.dropout(seen, DROPPED, part.training)


def _bent(seen: torch.Tensor) -> torch.Tensor:
    return functional.gelu(seen, approximate="tanh")


def _mean(sums: torch.Tensor, spans: torch.Tensor) -> torch.Tensor:
    return (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0]).clamp(min=1)[:, None]


def _rivals(pairs: torch.Tensor, at: torch.Tensor, count: int) -> torch.Tensor:
    """The most and the mean that the pairs of each anchor tell; `at` numbers the anchor of each pair."""
    most = torch.zeros(count, WIDTH).scatter_reduce(0, at[:, None].expand(-1, WIDTH), pairs, "amax")
    often = torch.bincount(at, minlength=count).clamp(min=1)
    return torch.cat([most, torch.zeros(count, WIDTH).index_add(0, at, pairs) / often[:, None]], -1)


def lost(told: torch.Tensor, one: Lesson) -> torch.Tensor:
    """What is lost on the examples of a text: half by each, half by the surest of those that say the same.

    Where a frame's values are named over and over, one place where a sentence relates them is enough.
    """
    says = torch.from_numpy(one.asked[:, 3])
    surest = torch.zeros(int(says.max()) + 1)
    right = torch.from_numpy(one.right)
    losses = [functional.binary_cross_entropy_with_logits(told, right, reduction="sum")]
    said, so = (surest.scatter_reduce(0, says, seen, "amax", include_self=False) for seen in (told, right))
    losses.append(functional.binary_cross_entropy_with_logits(said, so, reduction="sum"))
    return (losses[0] + losses[1]) / 2


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
        total = 0.0
        for n in range(batches):
            optimiser.zero_grad()
            batch = order[n * BATCH : (n + 1) * BATCH]
            asked = sum(len(one.right) for one in batch)
            for one in batch:
                loss = lost(net(one), one) / asked
                loss.backward()
                total += loss.item()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            rate.step()
        sys.stderr.write(f"epoch {epoch}: {total / batches:.4f}\n")
    return net.weights()


def taken(texts: Iterable[Examined]) -> list[Lesson]:
    """What is to be learned from some texts."""
    return [found for text in texts if (found := lesson(text)) is not None]


def folds(texts: Sequence[Examined]) -> Iterator[tuple[Path, list[Lesson]]]:
    """For each fold where to keep its network and what it is to learn from, then all texts for the one that ships."""
    for fold in range(trained.FOLDS):
        yield trained.network_of(fold), taken(text for text in texts if text.fold != fold)
    yield trained.TABLES / "neural.npz", taken(texts)


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
