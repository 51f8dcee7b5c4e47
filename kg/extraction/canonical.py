"""One name for each thing: found wherever it stands, acronyms and short forms under the full name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.expressions import Expression
from kg.extraction.mention import Ground, Mention
from kg.extraction.tables import plain

_TITLE = Expression(r"(?:M\.|Mme|MM\.|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Professor|Sir|Dame|Lord) $")

_PLAN_WORDS = frozenset(
    [
        "plan",
        "strategy",
        "strategie",
        "roadmap",
        "feuille",
        "route",
        "schema",
        "programme",
        "the",
        "la",
        "le",
        "de",
        "du",
        "d",
        "l",
        "of",
        "for",
        "pour",
    ]
)
_JOINED = Expression(r"[\w-]")


def everywhere(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names found at one place are found at every place where they stand."""
    taken, ground = list(mentions), Ground(mentions)
    names = {text[m.start : m.end]: m for m in mentions if m.value is None and m.kind in "OPLFSE"}
    for surface, model in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        if len(surface) < 3 or not surface[0].isupper():
            continue
        for start in _standing(surface, text):
            found = replace(model, start=start, end=start + len(surface))
            if not any(ground.covering(found)):
                taken.append(found)
                ground.add(found)
    return taken


def _standing(surface: str, text: str) -> Iterator[int]:
    """Where words stand by themselves in a text; searched as plain text, since a document may hold thousands of names."""
    start = text.find(surface)
    while start >= 0:
        end = start + len(surface)
        if not _JOINED.match(text[start - 1 : start]) and not _JOINED.match(text[end : end + 1]):
            yield start
            start = end - 1
        start = text.find(surface, start + 1)


def canonical(text: str, mentions: list[Mention]) -> list[Mention]:
    """The same name for every mention of one thing: acronyms, surnames and short forms go by the full name."""
    ordered = sorted(mentions, key=lambda m: m.start)
    full = _acronyms(text, ordered)
    written = _written(text, ordered)
    plan = max((m.name for m in ordered if m.kind == "T" and not m.known), key=len, default="")
    longer = _longer(ordered)
    people = [m.name for m in ordered if m.kind == "P" and " " in m.name]
    out = []
    for m in ordered:
        name, kind, sort = m.name, m.kind, m.sort
        if name in full and not m.known:
            name, kind, sort = full[name].name, full[name].kind, full[name].sort
        elif m.known and m.kind != "L" and (not m.labelled or " " in written[m.name]):
            name = written[m.name]
        elif kind in "OX" and sort == "model" and name in longer:
            name, kind, sort = longer[name].name, longer[name].kind, longer[name].sort
        elif kind == "T" and not m.known:
            name = _plan(name, plan)
        elif kind == "X" or (kind == "P" and " " not in name) or (kind in "OL" and sort == "model" and " " not in name):
            owner = next((p for p in people if p.split(" ", 1)[1] == name), None)
            if owner or _TITLE.search(text[max(0, m.start - 10) : m.start]):
                name, kind, sort = owner or name, "P", "person"
        out.append(replace(m, name=name, kind=kind, sort=sort))
    return out


def _plan(name: str, longest: str) -> str:
    """The plan that a name means: the text's longest, unless this is another with a name of its own."""
    words = set(plain(name).split()) - _PLAN_WORDS
    own = any(w[:1].isupper() for w in name.split()[1:]) and words and not words <= set(plain(longest).split())
    return name if own else longest


def _longer(ordered: list[Mention]) -> dict[str, Mention]:
    """For each first word of one unknown body's longer name, that body: "Orius" of "Orius Technologies"."""
    found: dict[str, dict[str, Mention]] = {}
    for m in ordered:
        if m.kind in "OF" and m.value is None and not m.known and " " in m.name and m.name[0].isupper():
            found.setdefault(m.name.split(" ", maxsplit=1)[0], {}).setdefault(m.name, m)
    return {first: next(iter(bodies.values())) for first, bodies in found.items() if len(bodies) == 1}


def _written(text: str, ordered: list[Mention]) -> dict[str, str]:
    """How the text itself writes the names of the registry in full: its longest form, the label for an acronym alone."""
    longest: dict[str, str] = {}
    for m in ordered:
        surface = text[m.start : m.end]
        known = longest.get(m.name, "")
        if m.known and not surface.isupper() and len(surface) > len(known) and plain(known) != plain(m.name):
            longest[m.name] = surface
        if m.known and m.kind == "F" and plain(surface) == plain(m.name):
            longest[m.name] = surface
    return {m.name: longest.get(m.name, m.name) for m in ordered}


def _acronyms(text: str, ordered: list[Mention]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for m in ordered:
        if m.value is not None or m.kind == "P":
            continue
        after = re.match(r"\s?\((?:the |la |le |l'|ou )?([A-ZÀ-Ý][\w&-]{1,11})\)", text[m.end : m.end + 20])
        if after and " " in text[m.start : m.end] and sum(c.isupper() for c in after[1]) >= 2:
            found[after[1]] = m
    return found


def widened(text: str, ordered: list[Mention]) -> list[Mention]:
    """A name and its own acronym or long form in brackets are one mention; so are an institute and its region."""
    out: list[Mention] = []
    starting = {m.start: m for m in reversed(ordered)}
    for m in ordered:
        if out and m.start < out[-1].end:
            continue
        previous = out[-1] if out else None
        if previous is not None and _branch(text, previous, m):
            said = text[previous.start : previous.end]
            name = said if said.isupper() and len(said) < len(previous.name) else previous.name
            out[-1] = replace(previous, end=m.end, name=f"{name} {m.name}", known=False)
            continue
        out.append(_with_brackets(text, m, starting.get(m.end + 2)))
    return out


def _with_brackets(text: str, m: Mention, following: Mention | None) -> Mention:
    same = following is not None and following.name == m.name and text[m.end : m.end + 2] == " ("
    if following is not None and same and text[following.end : following.end + 1] == ")":
        return replace(m, end=following.end + 1)
    after = re.match(r" ?\(([^()]{2,90})\)", text[m.end : m.end + 95])
    if m.value is None and m.kind in "OFSXL" and after and _abbreviates(text[m.start : m.end], after[1]):
        return replace(m, end=m.end + after.end(), kind="O" if m.kind == "X" else m.kind)
    return m


def _branch(text: str, institute: Mention, place: Mention) -> bool:
    short = institute.sort == "company" and text[institute.start : institute.end].isupper()
    return (
        institute.kind == "O"
        and place.kind == "L"
        and place.sort in {"region", "department", "country"}
        and (
            text[institute.end : place.start] == " "
            and (short or institute.sort in {"public", "association", "cluster"})
        )
    )


def _abbreviates(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    letters = [c for c in plain(short) if c.isalpha()]
    words = re.findall(r"[^\W\d_]+", plain(long))
    if len(words) < 2 or not 2 <= len(letters) <= 10 or short != short.strip() or " " in short.strip("'\" "):
        return False
    initials = iter("".join(w[0] for w in words))
    hits = sum(any(c == i for i in initials) for c in letters)
    return hits >= max(2, len(letters) - 2) and letters[0] in {w[0] for w in words[:2]}
