"""What unknown names are, decided by all the words they stand beside in the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.extraction import evidence, unnamed
from kg.extraction.capitals import ordinary
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.tables import first_names, peoples, plain

_WEAK = "model"
_PRIOR = {"O": 2, "L": 1, "P": 2, "X": 0, "F": 1, "S": 1, "E": 1}
_BEGINS = Expression(r"(?:^|[.!?»>|\n«\"“]\s*)$")
_ITEM = Expression(r"(?:[:•–—>■▪◦*\-]|^\d{1,2}[.)])\s*$")
_GOES_ON = Expression(r"\s?(?:[,;(/–—.]| - |\n|$)")
_OF = Expression(r"(?:\b(?:de|du|des|of|à|en|in|sur|dans)(?: la| le| les| the)? |\bd'|\bde l')$")
_AND = Expression(
    r"(?: ?[,;·/|&] ?|,? (?:et|and|ou|or|ainsi que|as well as|puis|plus) |\n[\s•–>*■-]*)(?:(?:et|and|ou|puis|enfin|encore|aussi) )?(?:(?:avec|chez|par|à|en|in) )?(?:l'|d'|la |le |les |the |du |des |de la |de l'|de |au |aux )?"
)
_CONJUNCTION = Expression(r" (?:et|and|ou|or|ainsi que|as well as) ")
_DETERMINED = Expression(r"(?:\b[LlDdNn]'|(?<!\w)(?:[Ll]e|[Ll]a|[Ll]es|[Dd]u|[Aa]u|[Tt]he|its|son|sa) )$")
_PEOPLE = Expression(r"(?:ois|ais|oise|aise|ien|ienne|éen|éenne)s?$")
_TOWNS = {"commune", "city"}
_CLEAR, _OFTEN, _PLAINLY, _TWO = 3, 3, 5, 2


@dataclass(slots=True)
class _Case:
    """What was gathered for one name."""

    tally: Counter[str] = field(default_factory=Counter)
    prior: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seen: Counter[str] = field(default_factory=Counter)
    sorts: dict[str, str] = field(default_factory=dict)
    inside: bool = False
    of: bool = False


def settled(text: str, mentions: list[Mention], common: Callable[[str], bool]) -> list[Mention]:
    """Decide what names are that only the model proposed, by all their contexts in the document."""
    sure = {plain(text[m.start : m.end]): m for m in mentions if m.sort != _WEAK and m.value is None}
    places = {m.start: m.sort for m in mentions if m.kind == "L" and m.sort != _WEAK}
    cases: dict[str, _Case] = defaultdict(_Case)
    for m in mentions:
        if m.value is None and m.sort == _WEAK and not _label(text, m):
            _weigh(text, m, cases[m.name], places)
    for m, kind, weight in _listed(text, mentions):
        cases[m.name].tally[kind] += weight
    decided = defaultdict(lambda: "X", {name: _decide(name, case, common) for name, case in cases.items()})
    told = (_as_decided(m, sure, decided, cases) if m.sort == _WEAK and m.value is None else m for m in mentions)
    return [m for m in told if m.kind != "X"]


def _as_decided(
    m: Mention, sure: Mapping[str, Mention], decided: Mapping[str, str], cases: Mapping[str, _Case]
) -> Mention:
    if same := sure.get(plain(m.name)):
        return replace(same, start=m.start, end=m.end)
    kind = decided[m.name]
    return replace(m, kind=kind, sort=cases[m.name].sorts.get(kind, _WEAK) if kind in "SFE" else _WEAK)


def _weigh(text: str, m: Mention, case: _Case, places: Mapping[int, str]) -> None:
    given = plain(m.name.split(" ")[0]).split("-")[0] in first_names()
    before = text[max(0, m.start - 12) : m.start]
    if m.kind == "P" and _DETERMINED.search(before):
        m = replace(m, kind="O")
    case.prior[m.kind] = max(case.prior[m.kind], _PRIOR.get(m.kind, 0) - (m.kind == "P" and not given))
    case.seen[m.kind] += 1
    case.inside |= not _begins(text, m)
    case.of |= bool(_OF.search(before))
    beside = text[m.end : m.end + _TWO]
    if beside in {" (", ", "} and (place := places.get(m.end + _TWO)) and not evidence.townlike(m.name):
        case.tally["O" if place in _TOWNS else "L"] += _CLEAR if place in _TOWNS else 1
    for kind, sort, weight in evidence.votes(text, m.start, m.end):
        if m.kind == "P" and given and kind in "OL":
            continue
        case.tally[kind] += weight
        if sort:
            case.sorts.setdefault(kind, sort)


def _label(text: str, m: Mention) -> bool:
    """Whether a name heads its line like a label: "Fréquence : tous les ans"."""
    return bool(re.match(r" ?:(?: |$)", text[m.end : m.end + 2])) and text[max(0, m.start - 1) : m.start] in {"", "\n"}


def _listed(text: str, mentions: list[Mention]) -> Iterator[tuple[Mention, str, int]]:
    """Each unknown name that stands in a list with known things of one kind, with that kind."""
    group: list[Mention] = []
    named = sorted((m for m in mentions if m.value is None), key=lambda m: m.start)
    for m in [*named, None]:
        if m is not None and group and _AND.fullmatch(text[group[-1].end : m.start]):
            group.append(m)
            continue
        told = {g.kind for g in group if g.sort != _WEAK}
        joined = any(_CONJUNCTION.search(text[a.end : b.start]) for a, b in pairwise(group))
        if len(told) == 1 and (len(group) > _TWO or joined):
            yield from ((g, kind, _CLEAR) for g in group for kind in told if g.sort == _WEAK)
        group = [m] if m is not None else []


def _begins(text: str, m: Mention) -> bool:
    """Whether a name begins its sentence, or stands in a line in capitals."""
    before = text[max(0, m.start - 4) : m.start]
    line = text[text.rfind("\n", 0, m.start) + 1 : m.end + 40].split("\n", 1)[0]
    if line.isupper():
        return True
    if _ITEM.search(before):
        return not _GOES_ON.match(text, m.end)
    return bool(_BEGINS.search(before))


def _decide(name: str, case: _Case, common: Callable[[str], bool]) -> str:
    tally = case.tally.copy()
    if ordinary(name):
        return "L" if plain(name) in peoples() and "L" in case.prior else "X"
    made_up = evidence.made_up(name)
    words = re.split(r"[ -]", name)
    plainly = all(common(word) for word in words) and not (len(words) > 1 and unnamed.FIRM_LIKE.search(name))
    told = max(tally.values(), default=0) >= (_PLAINLY if plainly else _CLEAR) or (made_up and not name.isupper())
    if plainly and ((not case.inside and not told) or (len(words) == 1 and _PEOPLE.search(name))):
        return "X"
    place = tally["L"]
    for kind, weight in case.prior.items():
        tally[kind] += weight + min(case.seen[kind], _OFTEN) * (kind != "X")
    tally["L"] += 2 * _CLEAR * evidence.townlike(name)
    if (made_up and place < _PLAINLY) or (not place and not case.of and not evidence.townlike(name)):
        tally["L"] = 0
    person = all(unnamed.OF_A_PERSON.match(word) for word in name.split())
    tally["P"] *= person and not made_up and (" " in name or case.tally["P"] >= _PLAINLY)
    best = max("OPLFSEX", key=lambda k: (tally[k], k != "X"))
    return best if tally[best] and best != "X" else "O"
