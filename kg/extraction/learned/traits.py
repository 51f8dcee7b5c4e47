"""What a classifier sees of a mention where it stands, and of two mentions side by side: names of traits and their weight."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.learned import described
from kg.extraction.learned.offices import KIND
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

Traits = dict[str, float]

_TOKEN = re.compile(r"⟨(?P<kind>[A-Z])(?P<number>\d+)⟩|\w+'?|[,;:()%«».]")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"la", "le", "les", "l'", "the", "a", "an", "un", "une", "sa", "son", "ses", "its"})
_PREPOSITIONS = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "à",
        "au",
        "aux",
        "en",
        "dans",
        "par",
        "pour",
        "avec",
        "chez",
        "sur",
        "sous",
        "selon",
        "entre",
        "vers",
        "of",
        "in",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "on",
        "near",
    ]
)
_SORTS = frozenset(
    [
        "company",
        "authority",
        "agency",
        "region",
        "commune",
        "department",
        "country",
        "city",
        "facility",
        "research",
        "cluster",
        "public",
        "association",
        "model",
    ]
)
_OPENING = frozenset(",;:.")
_NAMED = frozenset("OLFXSEP")
_STEM = 8
_YEARS = range(1900, 2101)
_FAR = 4
_AWAY = (0, 1, 2, 3, 4, 4, 6)
"""Sentences away, as far as it matters how many."""
_FOR = dict.fromkeys("OXFS", "O")
"""Kinds that stand in for one another."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence as words and signs, each mention one token, and where each mention stands among them."""

    typed: Typed
    words: tuple[str, ...]
    at: dict[int, int]
    """The token of the mention that begins at a character of the document."""
    names: dict[str, set[str]]
    """The names of each kind of thing that it mentions."""


def tokens(typed: Typed) -> Tokens:
    """The tokens of a sentence: words by their first eight letters, mentions by their kind, but offices by name."""
    words: list[str] = []
    at: dict[int, int] = {}
    names: dict[str, set[str]] = {}
    for match in _TOKEN.finditer(typed.string):
        if match["kind"]:
            mention = typed.mentions[int(match["number"])]
            at[mention.start] = len(words)
            names.setdefault(_FOR.get(mention.kind, mention.kind), set()).add(mention.name)
            words.append(_word(mention))
        else:
            words.append(match.group().lower()[:_STEM])
    return Tokens(typed, tuple(words), at, names)


def _word(mention: Mention) -> str:
    """What a mention is among the words: its kind, but what is told by common nouns stands as they do."""
    if mention.kind in described.KINDS:
        return mention.sort[:_STEM]
    return mention.name.lower()[:_STEM] if mention.kind == KIND else "⟨" + mention.kind


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about, as far as its names tell."""

    named: Counter[str]
    """How often each name stands for something."""
    most: frozenset[str]
    first: frozenset[str]
    """The names of each kind that are named most, and first."""
    titled: frozenset[str]
    carried: tuple[str, ...]
    """For each sentence, the body or facility that the last sentence before it to begin with one begins with."""

    def stands_out(self, name: str) -> Iterator[str]:
        """In which ways a name stands out in the document."""
        for way, names in (("most", self.most), ("first", self.first), ("titled", self.titled)):
            if name in names:
                yield way


def subject(document: Document, lines: list[Tokens]) -> Subject:
    """What a document is about."""
    named: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for line in lines:
        for m in line.typed.mentions:
            if m.kind in _NAMED:
                named[m.name] += 1
                kinds.setdefault(m.kind, Counter())[m.name] += 1
    heading = frozenset(tables.words(document.title))
    titled = frozenset(n for n in named if (ws := frozenset(tables.words(n))) and ws <= heading)
    carried, last = [], ""
    for line in lines:
        carried.append(last)
        opening = next((m for m in line.typed.mentions if m.kind in "OF" and line.at.get(m.start, _FAR) < _FAR), None)
        last = opening.name if opening else last
    most = frozenset(c.most_common(1)[0][0] for c in kinds.values())
    return Subject(named, most, frozenset(next(iter(c)) for c in kinds.values()), titled, tuple(carried))


def alone(line: Tokens, mention: Mention, about: Subject) -> Traits:
    """What is seen of a mention by itself: the words around it, its own words, and how its document names it."""
    at = line.at[mention.start]
    words = line.words
    left, right = words[max(0, at - 5) : at][::-1], words[at + 1 : at + 7]
    seen: Traits = {}
    for n, w in enumerate(left):
        seen[f"L{min(n, 2)}={w}"] = 1
    for n, w in enumerate(right):
        seen[f"R{min(n, 2)}={w}"] = 1
    if len(right) > 1:
        seen[f"RR={right[0]} {right[1]}"] = 1
    if len(left) > 1:
        seen[f"LL={left[1]} {left[0]}"] = 1
    seen[f"kind={mention.kind}"] = 1
    seen[f"sort={mention.sort if mention.sort in _SORTS else 'other'}"] = 1
    for name, told in (("nominal", mention.nominal), ("known", mention.known)):
        if told:
            seen[name] = 1
    seen.update(_own(mention))
    prepared = prepared_by(words, at)
    seen[f"prep={prepared}"] = 1
    if leads(words, at):
        seen["leads"] = 1
    if mention.kind in _NAMED:
        seen.update(_known(mention, about))
    return seen


def _own(mention: Mention) -> Traits:
    seen: Traits = {}
    said = mention.value
    if said is None:
        for w in _WORD.findall(mention.name.lower())[:6]:
            seen[f"w={w[:_STEM]}"] = 0.5
        return seen
    for w in _WORD.findall((said.noun or "").lower()):
        seen[f"noun={w[:_STEM]}"] = 1
    if said.number is not None:
        seen[f"size={int(math.log10(max(1.0, abs(float(said.number)))))}"] = 1
        if said.number in _YEARS:
            seen["year"] = 1
    if said.earliest:
        seen[f"precise={len(said.earliest)}"] = 1
        if said.latest != said.earliest:
            seen["period"] = 1
    return seen


def _known(mention: Mention, about: Subject) -> Traits:
    return {f"times={min(4, about.named[mention.name])}": 1, **dict.fromkeys(about.stands_out(mention.name), 1)}


def whole(line: Tokens, place: int) -> Traits:
    """What is seen of a sentence: its words, the kind of line it is and whether it opens the text."""
    seen: Traits = {f"S={w}": 0.3 for w in line.words}
    seen[f"line={line.typed.sentence.kind}"] = 1
    if place == 0:
        seen["opens"] = 1
    return seen


def between(
    lines: list[Tokens], anchor: tuple[int, Mention], other: tuple[int, Mention], about: Subject
) -> Iterator[tuple[str, float]]:
    """What is seen of two mentions side by side: order, distance, and the words between them in one sentence."""
    (a_line, a), (c_line, c) = anchor, other
    words, at = lines[c_line].words, lines[c_line].at[c.start]
    leading, prepared = leads(words, at), prepared_by(words, at)
    away = _AWAY[min(len(_AWAY) - 1, abs(c_line - a_line))] * (1 if c_line > a_line else -1)
    yield f"away={away}", 1
    rivals = "here" if not away else "rivals" if _rivals(lines[a_line], a, c) else "none"
    yield f"rivals={rivals}", 1
    for way in about.stands_out(c.name):
        yield f"{way},{rivals}", 1
    if about.carried[a_line] == c.name:
        yield f"carried,{rivals}", 1
        yield "carried", 1
    if away:
        yield f"lead={away},{leading}", 1
        yield f"prep={away},{prepared}", 1
        if c.nominal:
            yield "far nominal", 1
        return
    a_at = lines[a_line].at[a.start]
    order = "<" if at < a_at else ">"
    inside = words[min(at, a_at) + 1 : max(at, a_at)]
    names = sum(1 for w in inside if w[0] == "⟨" and w[1] in _NAMED)
    yield f"names={order}{min(names, 4)}", 1
    yield f"far={order}{min(6, int(math.log2(len(inside) + 1)))}", 1
    if len(inside) <= _FAR:
        yield f"all={order}{' '.join(inside)}", 1
    for w in dict.fromkeys(inside):
        yield f"in={order}{w}", 0.7
    for w in inside[:2]:
        yield f"in1={order}{w}", 0.7
    for w in inside[-2:]:
        yield f"in9={order}{w}", 0.7
    yield f"prep={order}{prepared},{names == 0}", 1
    yield f"lead={order}{leading},{names == 0}", 1
    yield f"kinds={order}{a.kind}{c.kind}{names == 0}", 1


def _rivals(line: Tokens, anchor: Mention, other: Mention) -> bool:
    """Whether an anchor's own sentence names something else of another's kind."""
    names = line.names.get(_FOR.get(other.kind, other.kind), set())
    return len(names) > (anchor.name in names)


def prepared_by(words: tuple[str, ...], at: int) -> str:
    """The preposition that a token follows, over an article; none where there is none."""
    at -= 1
    if at >= 0 and words[at] in _ARTICLES:
        at -= 1
    return words[at] if at >= 0 and words[at] in _PREPOSITIONS else "none"


def leads(words: tuple[str, ...], at: int) -> bool:
    """Whether a token begins its sentence or clause, but for an article."""
    at -= 1
    if at >= 0 and words[at] in _ARTICLES:
        at -= 1
    return at < 0 or words[at] in _OPENING
