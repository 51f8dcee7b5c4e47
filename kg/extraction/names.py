"""The gazetteer: every known name, found in a text as its longest occurrence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extraction import tables
from kg.extraction.expressions import Expression
from kg.extraction.known import entries
from kg.extraction.linking import Index
from kg.extraction.tables import Entry, plain

_TOKEN = Expression(r"[^\W_]+(?:[®²])?|[&+®]")
_COMMON_COMMUNE = 2000
_ABBREVIATED = 3
"""A full stop after a longer word ends its sentence, and the name with it."""
_LONGER = Expression(r"-(?:(?:de|du|des|la|le|les|sur|sous|en|lès|lez|aux|l'|d')-?(?=[A-ZÀ-Ý])|Sainte?-(?=[A-ZÀ-Ý]))")
"""What shows that a place's name is only the beginning of another's: Sainte-Anne in Sainte-Anne-de-Bellevue."""
_SHOUTED = frozenset(["SES", "SOUS", "DANS", "AVEC"])
_LOWER = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "en",
        "sur",
        "sous",
        "et",
        "lès",
        "lez",
        "aux",
        "au",
        "à",
        "saint",
        "sainte",
    ]
)


@dataclass(slots=True)
class Gazetteer:
    """Names by their plain tokens; the first entry of a name wins over later ones.

    The official divisions come last, and are taken in as a text has words that they begin with.
    """

    entries: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    surfaces: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    index: Index = field(default_factory=Index)

    def add(self, name: str, entry: Entry) -> None:
        """Take a name in, unless a better-known thing bears it already."""
        tokens = tuple(plain(t.group()) for t in _TOKEN.finditer(name))
        if not tokens or (len(tokens) == 1 and len(tokens[0]) < 2):
            return
        known = self.entries.setdefault(tokens, entry)
        if known.sort == entry.sort == "commune" and entry.size > known.size:
            self.entries[tokens] = known = entry
        if entry.iri and not known.iri and known.kind == entry.kind:
            self.entries[tokens] = replace(known, iri=entry.iri)
        self.surfaces.setdefault(tokens, set()).add(name)
        self.longest[tokens[0]] = max(self.longest.get(tokens[0], 0), len(tokens))

    def lookup(self, name: str) -> Entry | None:
        """What bears exactly this name, if anything does."""
        tokens = tuple(plain(t.group()) for t in _TOKEN.finditer(name))
        self._ask(tokens[:2])
        return self.entries.get(tokens)

    def _ask(self, beginning: Sequence[str]) -> None:
        """Take in the divisions that begin so."""
        for words in (beginning[0], " ".join(beginning)) if beginning else ():
            if words not in self.asked:
                self.asked.add(words)
                for name, entry in tables.divisions(words):
                    self.add(name, entry)

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Every occurrence that is written like a name, the longest at each place, left to right."""
        tokens = list(_TOKEN.finditer(text))
        folded = [plain(t.group()) for t in tokens]
        i = 0
        while i < len(tokens):
            taken = 0
            self._ask(folded[i : i + 2])
            for n in range(min(self.longest.get(folded[i], 0), len(tokens) - i), 0, -1):
                key = tuple(folded[i : i + n])
                entry = self.entries.get(key)
                if entry is None:
                    continue
                start, end = tokens[i].start(), tokens[i + n - 1].end()
                if not self._contiguous(text, tokens[i : i + n]) or not self._written(text, start, end, key, entry):
                    continue
                if entry.kind == "L" and _LONGER.match(text, end):
                    continue
                yield start, end, entry
                taken = n
                break
            i += taken or 1

    @staticmethod
    def _contiguous(text: str, tokens: list[re.Match[str]]) -> bool:
        pairs = itertools.pairwise(tokens)
        return all(
            re.fullmatch(r" ?[-'/&.,<>]? ?|", text[a.end() : b.start()])
            and not (len(a.group()) > _ABBREVIATED and text[a.end() : b.start()] == ". ")
            for a, b in pairs
        )

    def _written(self, text: str, start: int, end: int, key: tuple[str, ...], entry: Entry) -> bool:
        surface = text[start:end]
        if entry.sort == "commune" and (
            re.match(r"-[A-ZÀ-Ý]", text[end : end + 2]) or text[max(0, start - 1) : start] == "-"
        ):
            return False
        if entry.sort == "commune" and entry.size < _COMMON_COMMUNE:
            before = text[max(0, start - 12) : start]
            if not re.search(r"(?:\bà |\(|\bcommune de |\bville de )$", before) or not surface[0].isupper():
                return False
        if surface[0].isupper() or surface[0].isdigit():
            if len(key) == 1 and len(surface) <= 4 and surface.isalpha():
                forms = self.surfaces[key]
                return surface in forms or (surface.isupper() and surface not in _SHOUTED)
            return all(w[0].isupper() or w[0].isdigit() or w in _LOWER for w in re.findall(r"[^\W_]+", surface)) or any(
                s == surface for s in self.surfaces[key]
            )
        return len(key) > 1 and any(s == surface for s in self.surfaces[key])


def gazetteer(index: Index | None = None) -> Gazetteer:
    """Well-known names first, by the label most used; then the graph's own registry, then the official divisions."""
    known = Gazetteer(index=index or Index())
    for name, entry in itertools.chain(tables.known(), entries(known.index.entities)):
        known.add(name, entry)
    return known
