"""What a text mentions: names, nominal mentions and values, each with its place, kind and the name it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.extraction import canonical, capitals, extents, grammar, growing, settle, shapes, tables, things, towns, unnamed
from kg.extraction.expressions import Expression
from kg.extraction.mention import Ground, Mention
from kg.extraction.names import Gazetteer
from kg.extraction.tables import Entry, plain
from kg.extraction.values import Value

VALUE_KINDS = {"amount": "M", "count": "N", "share": "H", "ordinal": "R", "date": "D", "period": "D", "duration": "U"}


def find(
    text: str,
    known: Gazetteer,
    entities: Iterable[tuple[int, int, str]],
    values: Iterable[Value],
    common: Callable[[str], bool],
) -> list[Mention]:
    """Every mention in reading order, none overlapping another; `common` tells a language's ordinary words."""
    strong = [
        *_from_grammars(text, known),
        *_from_gazetteer(text, known),
        *_people(text, known),
        *_from_titles(text, known),
        *_from_things(text, known),
        *shapes.find(text, known),
        *_with_articles(text, known),
    ]
    proposed = [m for m in _from_model(text, entities) if " · " not in m.name]
    starting: dict[int, list[Mention]] = defaultdict(list)
    for m in proposed:
        starting[m.start].append(m)
    strong = [s for s in strong if not any(_goes_on(text, s, m, known) for m in starting[s.start])]
    named = Ground(strong)
    weak = [m for m in proposed if not any(s.end - s.start >= m.end - m.start for s in named.covering(m))]
    measured = [_measured(text, v) for v in values]
    kept: list[Mention] = []
    ground = Ground()
    for group in (strong, measured, weak):
        for mention in sorted(group, key=lambda m: (m.start - m.end, m.start)):
            if not any(ground.covering(mention)):
                kept.append(mention)
                ground.add(mention)
    kept = list(growing.grown(text, capitals.joined(text, list(growing.side_by_side(text, kept)))))
    kept += capitals.found(text, kept, unnamed.UNLIKELY.match, common)
    kept = canonical.everywhere(text, _with_kin(text, settle.settled(text, kept, common)))
    return canonical.widened(text, sorted(canonical.canonical(text, kept), key=lambda m: m.start))


def _with_kin(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, what only the statistical model proposed giving way to what its list says."""
    added = [
        k
        for k in things.kin(text, mentions)
        if not any(m.covers(k) and (m.sort != "model" or m.value is not None) for m in mentions)
    ]
    return [m for m in mentions if not any(m.covers(k) for k in added)] + added if added else mentions


def _goes_on(text: str, known_name: Mention, longer: Mention, known: Gazetteer) -> bool:
    """Whether a known company's name is but the beginning of another one: Thales in Thales Alenia Spcae."""
    if not (known_name.known and known_name.kind == "O" and known_name.sort == "company"):
        return False
    rest = text[known_name.end : longer.end]
    further = re.fullmatch(r"(?: [A-ZÀ-Ý][\w-]+)+", rest)
    return bool(further) and all(known.lookup(word) is None for word in [rest.strip(), *rest.split()])


def _measured(text: str, value: Value) -> Mention:
    end, kind = value.end, VALUE_KINDS[value.kind]
    if value.kind == "count" and value.noun and text[value.start : end].lower().endswith(value.noun.lower()):
        number = text[value.start : end - len(value.noun)]
        end = value.start + len(re.sub(r"(?: (?:d'|de |of )?| d')$", "", number))
    return Mention(kind, value.kind, value.start, end, text[value.start : end], value=value)


def _from_gazetteer(text: str, known: Gazetteer) -> Iterator[Mention]:
    for start, end, entry in known.find(text):
        surface = text[start:end]
        if unnamed.UNLIKELY.match(surface) and entry.sort == "commune":
            continue
        said = _IN if entry.kind == "E" else _TOWN_OF
        if entry.kind in "EF" and " " not in surface and said.search(text[max(0, start - 20) : start]):
            yield Mention("L", "city", start, end, surface)
        else:
            yield _entered(entry, start, end)


def _with_articles(text: str, known: Gazetteer) -> Iterator[Mention]:
    for start, end, name in towns.merged(text):
        entry = known.lookup(name)
        if entry is not None and entry.kind == "L" and (entry.sort == "city" or entry.size >= _TOWN):
            yield _entered(entry, start, end)


_IN = Expression(r"\b[Ii]n $")
"""What stands before a town, not before the fair that is called by it: "in Farnborough"."""
_TOWN_OF = Expression(
    r"\b(?:[Cc]ommune|[Vv]ille|[Mm]air(?:i?e|esse)|[Vv]illage|[Hh]abitants|[Tt]own|[Mm]ayor) (?:de|d'|of) ?$"
)
"""Likewise of a facility called by its town: "la commune de Nançay"."""
_TOWN = 5000


def _from_grammars(text: str, known: Gazetteer) -> Iterator[Mention]:
    for match in grammar.REGION_BODY.finditer(text):
        entry = known.lookup(match["name"])
        if entry is not None and entry.kind in "LO" and entry.sort in {"region", "authority"}:
            label = entry.label if entry.label.startswith("Région") else f"Région {entry.label}"
            yield Mention("O", "authority", match.start(), match.end(), label, known=True)
    for begin, ends, told, told_sort in grammar.find(text):
        last = extents.extended(text, begin, ends)
        if (
            told_sort in {"cluster", "public"}
            and text[begin].isupper()
            and _NAMED_BEFORE.search(text[max(0, begin - 30) : begin])
        ):
            continue
        maker = told == "S" and _MAKER.search(text[max(0, begin - 60) : begin])
        kind, sort = ("O", "company") if maker else (told, told_sort)
        lead = _DETERMINED.match(text[begin:last]) if told == "T" else re.match(r"[dl]'", text[begin:last])
        start = begin + (lead.end() if lead else 0)
        inside = extents.BEYOND[kind].search(text[start:last]) if kind in extents.BEYOND else None
        end = start + inside.start() if inside else last
        surface = text[start:end].strip(" ,")
        entry = known.lookup(surface) or (known.lookup(_PLAN_HEAD.sub("", surface)) if kind == "T" else None)
        if kind == "T" and _PLAN_OF_OTHERS.match(surface):
            continue
        if kind == "E" and ((entry is not None and entry.kind == "L") or _MEETING.match(surface)):
            continue
        carried = sort in {"satellite", "launcher"}
        if kind == "S" and entry is not None and (entry.sort in _WIDE or (entry.kind == "O" and carried)):
            continue
        if entry is not None and not (kind == "S" and entry.kind in "OLX") and not (kind == "T" and entry.kind == "S"):
            yield _entered(entry, start, start + len(surface))
        elif not unnamed.UNLIKELY.match(surface) and (named := extents.named(text, start, end, kind, sort)):
            surface = surface.lstrip('«" ')
            first = end - len(text[start:end].lstrip('«" '))
            yield Mention(kind, named, first, start + len(text[start:end].strip(" ,")), surface)


def _from_things(text: str, known: Gazetteer) -> Iterator[Mention]:
    for start, end, kind, sort in things.find(text):
        surface = text[start:end]
        if known.lookup(surface) is None and not (
            unnamed.UNLIKELY.match(surface) or unnamed.TITLE_LAST.search(surface)
        ):
            yield Mention(kind, sort, start, end, surface)


def _from_titles(text: str, known: Gazetteer) -> Iterator[Mention]:
    for match in grammar.REGION_OF.finditer(text):
        yield Mention("L", "area", match.start(), match.end(), match.group())
    for match in grammar.TITLED.finditer(text):
        entry = known.lookup(match["name"])
        if entry is None or entry.kind == "P":
            yield Mention("P", "person", match.start("name"), match.end("name"), match["name"])
    for match in grammar.HEADED.finditer(text):
        words = match["name"].split()
        people = any(plain(w).split("-")[0] in tables.first_names() for w in words)
        if not people and not any(known.lookup(w) or unnamed.UNLIKELY.match(w) for w in words):
            yield Mention("O", "model", match.start("name"), match.end("name"), match["name"])
    for match in grammar.RANKED.finditer(text):
        yield Mention("P", "person", match.start("name"), match.end("name"), match["name"])


def _entered(entry: Entry, start: int, end: int) -> Mention:
    return Mention(entry.kind, entry.sort, start, end, entry.label, entry.iri, known=True, labelled=entry.labelled)


def _people(text: str, known: Gazetteer) -> Iterator[Mention]:
    first = tables.first_names()
    position = 0
    while (match := grammar.PERSON.search(text, position)) is not None:
        given = plain(match["first"])
        if given not in first and given.split("-")[0] not in first:
            position = match.end("first")
            continue
        position = match.end()
        surface = match.group().removesuffix("'s")
        entry = known.lookup(surface)
        if (entry is not None and entry.kind != "P") or unnamed.FIRM_LIKE.search(surface):
            continue
        yield Mention("P", "person", match.start(), match.start() + len(surface), surface)


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, str]:
    """Where the name in what the model marks begins, and the name, without articles, titles and what is joined to it."""
    surface = text[start:end]
    if seat := unnamed.SEATED.match(surface):
        start, surface = start + seat.end(), surface[seat.end() :]
    lead = re.match(
        r"(?:(?:M\.|MM\.|Mme|Mr|Mrs|Ms|le|la|les|l'|Le|La|Les|L'|AN|THE|un|une|du|des|d'|en|the|The|au|aux|à|chez|PME|ETI|TPE|[A-ZÀ-Ý][a-zà-ÿ]+ée?s? par|[A-Z][a-z]+ed by) ?)+(?=[A-ZÀ-Ý])",
        surface,
    )
    if lead:
        start, surface = start + lead.end(), surface[lead.end() :]
    if title := unnamed.TITLE_FIRST.match(surface):
        start, surface = start + title.end(), surface[title.end() :]
    if label not in {"PER", "PERSON"} and (title := unnamed.TITLE_LAST.search(surface)):
        surface = surface[: title.start()]
    surface = re.split(r"\n|\s[:|(«\"–]|[:|»\"!?]| (?:in|near) (?=[A-ZÀ-Ý])", surface)[0].rstrip(" ,.;'-")
    surface = surface.removesuffix("'s")
    surface = re.sub(r"(?:,? (?:and|et|or|ou|of|de|du|des|the|la|le|in|at|à|near|for|pour|en|by|par))+$", "", surface)
    return start, surface


def _from_model(text: str, entities: Iterable[tuple[int, int, str]]) -> Iterator[Mention]:
    for begin, end, label in entities:
        start, surface = _trimmed(text, begin, end, label)
        if (
            len(surface) < 2
            or re.match(r"(?:[A-Z]\. ?)+", surface)
            or not surface[0].isupper()
            or unnamed.UNLIKELY.match(surface)
            or re.search(r"\d\s?[M€%]", surface)
        ):
            continue
        if unnamed.PORTFOLIO.search(text[max(0, start - 40) : start]):
            continue
        if unnamed.HEADING.match(surface) or re.match(
            r" ?:(?: |$)", text[start + len(surface) : start + len(surface) + 2]
        ):
            continue
        if unnamed.COMMON.fullmatch(surface):
            continue
        kind = _labelled(label, surface)
        if kind:
            yield Mention(kind, "model", start, start + len(surface), surface)


_KINDS = {"PER": "P", "PERSON": "P", "ORG": "O", "LOC": "L", "GPE": "L", "FAC": "F", "NORP": ""}


def _labelled(label: str, surface: str) -> str:
    """The kind of a name by the model's label, X where the name is made otherwise; none for peoples."""
    kind, several = _KINDS.get(label, "X"), " " in surface
    firm = several and kind in {"P", "L"} and unnamed.FIRM_LIKE.search(surface)
    if firm or (kind == "P" and not (several and all(unnamed.OF_A_PERSON.match(w) for w in surface.split()))):
        return "X"
    return kind


_DETERMINED = Expression(
    r"[dl]'|(?:Its|Their|Our|The|This|An?|His|Her|Son|Sa|Leur|Notre|Nos|Cette|Ce|La|Le|Une?) (?=[A-ZÀ-Ý])"
)
_PLAN_OF_OTHERS = Expression(r"(?:[Pp]lan|[Ss]trategy|[Rr]oadmap|[Pp]rogramme) the ")
_MEETING = Expression(r"[Rr]endez-vous (?:au|aux|à|le|en|dans|sur|chez|pour)\b")
_PLAN_HEAD = Expression(r"^(?:[Pp]rogramme|[Pp]lan|[Ss]tratégie) ")
_MAKER = Expression(
    r"(?:constructeur|constructrice|fabricant|opérateur|spécialiste|concepteur|développeur|assembleur|maker|builder|manufacturer|operator)s?"
    r"(?: [a-zà-ÿ]+)? (?:des |de |d'|of )(?:[a-zà-ÿ]+-)?[a-zà-ÿ]+ $"
)
_WIDE = frozenset({"country", "continent", "region"})
_NAMED_BEFORE = Expression(
    r"(?<![.!?] )(?<!^)\b(?!(?:Le|La|Les|Un|Une|The|Au|Du|Des|Ce|Cette|Son|Sa|Notre|Pour|Et|Avec)\b)[A-ZÀ-Ý][\w&-]+ $"
)
