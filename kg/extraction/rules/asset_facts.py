"""Where a facility is and who operates or makes an asset: what the words around its name say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import asset_context
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.rules.asset_words import (
    BE_THERE,
    BUILDS_THERE,
    CALLED,
    ENDS_IN,
    FLOWN_FROM,
    HE_MAKES,
    HE_MAKES_IT,
    HOUSED,
    IN_NAME,
    LAUNCHED_BY,
    LAUNCHES,
    MADE_IT,
    MAKER,
    MAKER_AFTER,
    OBLIQUE,
    OF_OWNER,
    OWNERS,
    PLACE_AFTER,
    PLACE_OF,
    POSSESSIVE,
    SUPPLIES,
    THERE,
    TOGETHER,
)
from kg.extraction.typed import Typed

_BACK = 4
_SUBSIDIARY_OF = Expression(r"(?<![\w-])(?:[Ll]a|[Cc]ette|[Ss]a) (?:jeune )?filiale (?:de |d'|du |de l')$")
_BODY = Expression(
    r"(?i)cent(?:re|er)|institut|laborato|observato|université|école|.* (?:centre|center|institute|laboratory)$"
)
_THEIRS = Expression(r",? (?:leur|their) ")
_ITS = Expression(r", (?:son|sa|its) ")
_OFTEN = 2
_COMING = Expression(
    r"^(?:Avec|Grâce à|Pour|Par|Dans|Via|Sur|Depuis|Outre|With|Through|For|In|From|Under|Besides|Thanks to) (?:son|sa|ses|leurs?|its|their)(?![\w-])[^.;:]*⟨$"
)
_PREPOSED = Expression(r"^(?:Après|Avant|Avec|Outre|Depuis|After|Before|With|Besides) (?:la |le |l'|the )?$")
_AFTER_ITS = Expression(
    r"^, (?:son|sa|ses|its|their) (?:[^.;⟨⟩]|⟨(?!O)[A-Z]\d+⟩|avec (?:le |la )?⟨O\d+⟩){0,120}?, (?:la |le |l'|the )?⟨O(\d+)⟩ (?!et |and )"
)
_SUBJECT_NEXT = Expression(r"^[^.;:⟨⟩]{0,40}, (?:la |le |l'|les |the )?⟨[OX](\d+)⟩")


def operators(document: Document, asset: Mention, named: Sequence[Spot], again: Sequence[Spot]) -> Iterator[Filler]:
    """Who operates, makes or leads an asset, as the sentences that speak of it say."""
    for spots in (named, again):
        found = [f for spot in spots for f in operators_at(document, spot)]
        if found:
            yield from _each_once(found)
            return
    if found := [*_launched_by(asset, [*named, *again])] or [*owner_in_name(document, asset)]:
        yield from found
    elif namesake := _namesake(document, asset) or asset_context.maker(document, asset, named):
        yield filler("operator", namesake)


def _launched_by(asset: Mention, named: Sequence[Spot]) -> Iterator[Filler]:
    """Who started a programme: whoever launches a satellite does not run it, who launches a scheme does."""
    for spot in named if asset.sort == "programme" else ():
        yield from _unless_press(spot.typed.captured(LAUNCHED_BY.match(spot.after) or LAUNCHES.search(spot.before)))


def _each_once(found: list[Filler]) -> Iterator[Filler]:
    seen: set[object] = set()
    for one in found:
        if one.value not in seen:
            seen.add(one.value)
            yield one


def operators_at(document: Document, spot: Spot) -> Iterator[Filler]:
    """Who operates or makes what stands at one spot, as its sentence or the next one says."""
    typed, before, after = spot.typed, spot.before, spot.after
    if flown_from(spot):
        return
    if match := (None if SUPPLIES.search(before) else MAKER.search(before)) or MAKER_AFTER.match(after):
        parent = _subsidiary(document, typed, match)
        marks = [*typed.captured(match), *typed.captured(TOGETHER.match(after))]
        yield from _unless_press([parent] if parent else marks)
    elif match := BUILDS_THERE.search(before):
        builder = typed.mentions[int(match[1])]
        firm = builder.kind != "S" or builder.sort == "constellation"
        if firm and ("inaugur" not in match.group() or builder.sort in OWNERS):
            yield filler("operator", builder)
    elif HE_MAKES.search(before) or HE_MAKES_IT.match(after):
        yield from _unless_press([possessor(document, spot)])
    elif CALLED.search(before) and (maker := _main_company(document)):
        yield filler("operator", maker)
    else:
        yield from _owners_at(document, spot)


def _owners_at(document: Document, spot: Spot) -> Iterator[Filler]:
    """Whose a thing is that a sentence calls its own, or that the next one says somebody made."""
    if _THEIRS.match(spot.after) and (owners := _before(spot)):
        yield from _unless_press(owners)
    elif POSSESSIVE.search(spot.before) or _ITS.match(spot.after):
        yield from _unless_press([possessor(document, spot)])
    elif made := _made_next(document, spot):
        yield from _unless_press(made[0].captured(made[1]))


def _unless_press(owners: Sequence[Mention | None]) -> Iterator[Filler]:
    yield from (filler("operator", m) for m in owners if m is not None and _may_own(m))


def _may_own(owner: Mention) -> bool:
    """Whether a name can be that of an operator: no paper; of sites only those that are bodies too."""
    return owner.sort != "press" and (owner.kind != "F" or bool(_BODY.match(owner.name)))


def _before(spot: Spot) -> list[Mention]:
    """The organisations that the sentence names before a thing."""
    return [m for m in spot.typed.of_kind("O") if spot.typed.position(m) < spot.start and m.sort != "press"]


def flown_from(spot: Spot) -> bool:
    """Whether something only leaves from there: "lancé de Cap Canaveral"."""
    return (
        spot.after[-1:] != ""
        and bool(FLOWN_FROM.search(spot.before))
        and spot.typed.string[spot.start : spot.start + 2] == "⟨F"
    )


def possessor(document: Document, spot: Spot) -> Mention | None:
    """Whom "its" means: who the sentence is about, else the sentence before, else the company named last."""
    if apposed := _AFTER_ITS.match(spot.after) if _PREPOSED.search(spot.before) else None:
        return spot.typed.mentions[int(apposed[1])]
    if coming := _COMING.match(spot.before + "⟨") and _SUBJECT_NEXT.match(spot.after):
        return spot.typed.mentions[int(coming[1])]
    at = next(i for i, t in enumerate(document.prose) if t is spot.typed)
    here = [m for m in spot.typed.of_kind("O") if spot.typed.position(m) < spot.start and m.sort != "press"]
    direct = [m for m in here if not OBLIQUE.search(spot.typed.string[: spot.typed.position(m)])]
    if direct or here:
        return [*here[-1:], *direct][-1]
    if at:
        first = next(iter(document.prose[at - 1].of_kind("O")), None)
        lead = document.prose[at - 1].string.partition("⟨O")[0]
        if first is not None and "⟨" not in lead and not OBLIQUE.search(lead) and first.sort != "press":
            return first
    for typed in reversed(document.prose[max(0, at - _BACK) : at]):
        for m in typed.of_kind("O"):
            if m.sort in OWNERS and not OBLIQUE.search(typed.before(m)):
                return m
    return document.main("O", tuple(sorted(OWNERS)))


def _subsidiary(document: Document, typed: Typed, match: re.Match[str]) -> Mention | None:
    """The company meant by "la filiale d'ArianeGroup": the one that the text is about."""
    if not _SUBSIDIARY_OF.search(typed.string[: match.start()]):
        return None
    parents = {m.name for m in typed.captured(match)}
    companies = [m for m in document.mentions if m.kind == "O" and m.sort in OWNERS and m.name not in parents]
    return next((m for m in companies if (main := _main_company(document)) and m.name == main.name), None)


def _main_company(document: Document) -> Mention | None:
    """The company that a text keeps naming."""
    main = document.main("O", ("company", "model"))
    often = sum(m.kind == "O" and main is not None and m.name == main.name for m in document.mentions)
    return main if often >= _OFTEN else None


def _made_next(document: Document, spot: Spot) -> tuple[Typed, re.Match[str]] | None:
    """As in "C'est Hemeria qui l'a bâtie" right after the sentence that names the thing."""
    prose = document.prose
    at = next(i for i, t in enumerate(prose) if t is spot.typed)
    if at + 1 == len(prose) or re.search(r"⟨[SFTG]", spot.after):
        return None
    match = MADE_IT.search(prose[at + 1].string)
    return (prose[at + 1], match) if match else None


def places(document: Document, asset: Mention, named: Sequence[Spot], again: Sequence[Spot]) -> Iterator[Filler]:
    """Where a facility is: the town said beside it, the one that its name contains or its adjective means."""
    for spots in (named, again):
        found = [f for spot in spots for f in places_at(document, spot) if f.value != asset.name]
        found = [f for f in found if not document.text[f.start].islower()] or found
        if found:
            yield from _each_once(found)
            return
    if found := [*_in_name(document, asset)]:
        yield from found
    elif not ENDS_IN.search(asset.name) and (town := asset_context.town(document, asset.name, [*named, *again])):
        yield filler("place", town)


def places_at(document: Document, spot: Spot) -> Iterator[Filler]:
    """Where what stands at one spot is, as its sentence says."""
    typed, before, after = spot.typed, spot.before, spot.after
    if THERE.search(before) and (last := _last_town(document, typed, spot.start)):
        yield filler("place", last)
    elif match := PLACE_AFTER.match(after) or HOUSED.search(before) or PLACE_OF.match(after):
        yield from (filler("place", m) for m in typed.captured(match) if m.sort not in {"country", "continent"})
    elif BE_THERE.match(after) and (last := _last_town(document, typed)):
        yield filler("place", last)
    elif adjective := re.match(r" ([a-zà-ÿ-]+)", after):
        place = tables.place_of(adjective[1])
        if place:
            start = typed.origin(spot.end + adjective.start(1))
            yield Filler("place", place[0], start, start + len(adjective[1]))


def _namesake(document: Document, mention: Mention) -> Mention | None:
    """The company that its constellation is named after."""
    if mention.sort != "constellation":
        return None
    return next((m for m in document.mentions if m.kind == "O" and m.name == mention.name), None)


def owner_in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    """As in “Campus Technologies Grenoble d'Air Liquide”."""
    match = OF_OWNER.search(mention.name)
    entry = document.known.lookup(match["owner"]) if match else None
    if entry is not None and entry.kind == "O":
        yield Filler("operator", entry.label, mention.start, mention.end)


def _last_town(document: Document, typed: Typed, until: int = 0) -> Mention | None:
    towns = ("commune", "city", "department", "region", "model")
    if here := [m for m in typed.of_kind("L") if m.sort in towns and typed.position(m) < until]:
        return here[-1]
    before = [m for m in document.mentions if m.kind == "L" and m.sort in towns and m.end <= typed.sentence.start]
    return before[-1] if before else None


def _in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    if match := IN_NAME.search(mention.name):
        town = next(g for g in match.groups() if g)
        entry = document.known.lookup(town)
        if entry is not None and entry.kind == "L":
            yield Filler("place", town, mention.start, mention.end)
            return
    for word in mention.name.split():
        if place := tables.place_of(word):
            yield Filler("place", place[0], mention.start, mention.end)
            return


def town_in_name(document: Document, mention: Mention) -> Iterator[Filler]:
    """The town that a name ends on: "Observatoire de Nançay"."""
    match = ENDS_IN.search(mention.name)
    entry = document.known.lookup(match[1]) if match else None
    if entry is not None and entry.kind == "L" and entry.sort in {"city", "commune"}:
        yield Filler("place", entry.label, mention.start, mention.end)
