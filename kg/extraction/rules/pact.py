"""Agreements and strategies: a text names one and then speaks of it for sentences on, so facts go to the last one named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import accord, outline, parties, strategy
from kg.extraction.rules.event_when import UNTOLD
from kg.extraction.rules.money_bodies import taken_for_bodies
from kg.extraction.rules.pact_facts import SIGNED, Pact, day_beside, facts
from kg.extraction.typed import Typed

_WAS_SIGNED = Expression(
    rf"{parties.WORD}[^.;⟨⟩]{{0,30}} (?:a été|est|sera|fut|was|were|will be) (?:officiellement |formally )?(?:sign|paraph|conclu|scell)",
    re.IGNORECASE,
)
_OWN_NAME = Expression(r"(?<!^)(?<!['’])\b[A-ZÀ-Ý]|20\d\d")
_UP_TO = Expression(
    r"\b(?:[Ss]trategy|[Pp]lan|[Rr]oadmap|[Ss]tratégie|[Ff]euille de route|[Ss]chéma|[Aa]genda)\b(?!.*France).* (?P<year>20[2-5]\d)$"
)
"""The year that a plan runs to, at the end of its name."""
_STATE_REGION = Expression(r"[Cc]ontrat de [Pp]lan [ÉE]tat[-/ –][Rr]égions?(?: Grand Est)?|(?<!\w)CPER(?!\w)")
_PROLONGED = Expression(r"prolong|faire courir|étend|valable|extend|renouvel|reconduit", re.IGNORECASE)
_SINCE_THEN = Expression(r"(?:Signée?|Conclue?|Il|Elle|It|Signed)\b")
_YEAR = 4
_THE_ONE = Expression(rf"(?:\b(?:la|le|cette|cet|ce|the|this) |\bl'){parties.WORD}", re.IGNORECASE)
_CONTINUES = Expression(
    r"^⟨[XO]\d+⟩ ⟨D|^(?:D'un côté|De l'autre|D'une part|D'autre part|Elle|Elles|Il|Ils|Les élus|Ce|Cette|Celle-ci|Celles-ci|Dotée?|Adoptée?|Votée?|Son|Sa|Ses|Reconduites?|Signée?|Renouvelée?s?|Les signataires|Prévue?|Conclue?|It|This|The|Parmi|Sur la période|Objectif|L'objectif|Au programme|A cette occasion|À cette occasion|Que |Le texte|Le document)\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each agreement whose parties are named, and one for the strategy that the text describes."""
    document = taken_for_bodies(document)
    pacts: list[Pact] = [Pact("Strategy", [name]) for name in strategy.unnamed(document)]
    current: Pact | None = None
    since = 99
    for index, typed in enumerate(document.prose):
        since += 1
        agreed = _agreements(document, typed, pacts) or _told(document, index, typed, pacts) or _unparted(typed, pacts)
        named = [*_strategies(document, typed, pacts), *agreed]
        if (before := _former(document, index, pacts)) is not None:
            before.put(*(told := list(facts(document, index, typed, before, shared=True))))
            if current is not None and _PROLONGED.search(typed.string):
                current.put(*(f for f in told if f.slot == "end"))
        elif named:
            current, since = named[-1], 0
            for pact in named:
                _tell(document, index, pact, shared=len(named) > 1)
        elif current is not None and _goes_on(typed, since, 4 if len(pacts) > 1 else 9):
            current.put(*facts(document, index, typed, current, shared=False))
        elif plan := _referred(typed, pacts):
            current, since = plan, 0
            current.put(*facts(document, index, typed, current, shared=False))
        elif len(pacts) == 1 and outline.announces(typed):
            pacts[0].put(*outline.set_out(document, index, typed, agreement=pacts[0].type == "Agreement"))
    pacts.extend(_state_and_region(document))
    yield from _stated(document, pacts)


def _tell(document: Document, index: int, pact: Pact, *, shared: bool) -> None:
    """Add what the sentence that names a pact says of it, and the one before it where that leads to it."""
    typed = document.prose[index]
    fresh = pact.type == "Strategy" and len(pact.fillers) == 1 and index > 0
    pact.put(*facts(document, index, typed, pact, shared=shared))
    if fresh and strategy.introduces(document.prose[index - 1]):
        pact.put(*facts(document, index - 1, document.prose[index - 1], pact, shared=True))
    if pact.type == "Agreement" and not pact.has("signedOn") and SIGNED.search(typed.string):
        pact.put(*day_beside(document, index))


def _state_and_region(document: Document) -> Iterator[Pact]:
    """The contract between the State and a region that a text names by its title alone."""
    for typed in document.prose:
        start, end = typed.sentence.start, typed.sentence.end
        if match := _STATE_REGION.search(document.text, start, end):
            name = Filler("name", match.group(), match.start(), match.end())
            region = document.main("L", ("region",)) or document.main("O", ("authority",))
            parties = [Filler("party", "État", match.start(), match.end())]
            if region is not None:
                label = region.name if region.name.startswith("Région") else f"Région {region.name}"
                parties.append(Filler("party", label, match.start(), match.end()))
            yield Pact("Agreement", [name, *parties], frozenset(str(p.value) for p in parties))
            return


def _goes_on(typed: Typed, since: int, reach: int) -> bool:
    """Whether a sentence goes on with what was told so many sentences before."""
    return since <= reach and (
        since == 1 or _CONTINUES.match(typed.string) is not None or parties.AGREEMENT.search(typed.string) is not None
    )


def _stated(document: Document, pacts: list[Pact]) -> Iterator[Frame]:
    """The agreements that bind somebody or were signed some day, the strategies of which anything is told."""
    programmes = {m.name for m in document.mentions if m.kind == "T" and (m.known or strategy.PUBLIC.match(m.name))}
    for pact in pacts:
        told = sum(pact.has(s) for s in ("adoptedBy", "adoptedOn", "start", "end", "axis", "partner", "action"))
        if pact.type == "Agreement" and not (pact.parties or pact.has("signedOn")):
            continue
        if pact.type == "Agreement" or told >= 1 or _proper(pact) or any(f.value in programmes for f in pact.fillers):
            yield Frame(pact.type, tuple(pact.told()), f"pact.{pact.type.lower()}")


def _years_named(document: Document, mention: Mention) -> Iterator[Filler]:
    """The years at the end of a plan's name: "Strategy 2027", "Strategy 2023-2030"."""
    if (year := _UP_TO.search(mention.name)) is None:
        return
    if further := re.match(r"[-–/](20\d\d)", document.text[mention.end : mention.end + 5]):
        yield Filler("start", year["year"], mention.start, mention.end)
        yield Filler("end", further[1], mention.end + 1, mention.end + 5)
    else:
        yield Filler("end", year["year"], mention.start, mention.end)


def _proper(pact: Pact) -> bool:
    """Whether a plan has a name of its own, and is no "plan national"."""
    return any(f.slot == "name" and _OWN_NAME.search(str(f.value)) for f in pact.fillers)


def _strategies(document: Document, typed: Typed, pacts: list[Pact]) -> Iterator[Pact]:
    for mention in typed.of_kind("T"):
        pact = next(
            (p for p in pacts if p.type == "Strategy" and any(f.value == mention.name for f in p.fillers)), None
        )
        if pact is None:
            pact = Pact("Strategy", [filler("name", mention)])
            pact.put(*_years_named(document, mention))
            pacts.append(pact)
        yield pact


def _referred(typed: Typed, pacts: list[Pact]) -> Pact | None:
    """The only strategy told so far, where a sentence speaks of "the plan"."""
    plans = [p for p in pacts if p.type == "Strategy"]
    return plans[0] if len(plans) == 1 and strategy.refers(typed) else None


def _unparted(typed: Typed, pacts: list[Pact]) -> list[Pact]:
    """The agreement that a text says was signed some day, where it names no parties of any."""
    days = [d for d in typed.of_kind("D") if d.value and d.value.kind == "date" and d.value.earliest != UNTOLD]
    if not days or not _WAS_SIGNED.search(typed.string) or any(p.type == "Agreement" for p in pacts):
        return []
    pacts.append(Pact("Agreement"))
    return pacts[-1:]


def _agreements(document: Document, typed: Typed, pacts: list[Pact]) -> list[Pact]:
    bound: list[Mention] = _counted(document, typed) or _as_a_whole(typed) or parties.named(document, typed)
    if len(bound) < 2:
        return []
    names = frozenset(p.name for p in bound)
    years = _years(typed)
    pact = next(
        (
            p
            for p in pacts
            if p.parties == names and (not years or not p.has("start") or any(f.value == years for f in p.fillers))
        ),
        None,
    )
    if pact is None and not years and _THE_ONE.search(typed.string) and not SIGNED.search(typed.string):
        pact = next((p for p in pacts if p.parties & names), None)
    if pact is None:
        pact = Pact("Agreement", [filler("party", p) for p in bound], names)
        pacts.append(pact)
    return [pact]


def _counted(document: Document, typed: Typed) -> list[Mention]:
    """The parties that a sentence of signature only counts."""
    if not accord.speaks(typed):
        return []
    named = [m for m in accord.here(typed) if not m.nominal]
    index = next(i for i, t in enumerate(document.prose) if t is typed)
    return rolled if len(rolled := accord.rolled(document, index)) > len(named) else []


def _as_a_whole(typed: Typed) -> list[Mention]:
    """The parties of a sentence that names one body and binds others as a whole: "22 communes, 22 conventions avec le CNES"."""
    found = accord.here(typed) if parties.AGREEMENT.search(typed.string) else []
    return found if len(found) > 1 and any(m.name.islower() for m in found if m.sort == "authority") else []


def _former(document: Document, index: int, pacts: list[Pact]) -> Pact | None:
    """The agreement that came before the one told last, between the same parties, where a sentence speaks of it."""
    told = [p for p in pacts if p.type == "Agreement" and p.parties]
    spoken = accord.former(document.prose[index])
    follows = index > 0 and accord.former(document.prose[index - 1]) and _SINCE_THEN.match(document.prose[index].string)
    if not told or not (spoken or follows):
        return None
    if before := next((p for p in told if p.former), None):
        return before
    pacts.append(Pact("Agreement", [f for f in told[-1].fillers if f.slot == "party"], frozenset(["former"]), True))
    return pacts[-1]


def _told(document: Document, index: int, typed: Typed, pacts: list[Pact]) -> list[Pact]:
    """The agreement that a sentence speaks of without naming both sides: one told before, or what its neighbours tell."""
    if not accord.speaks(typed):
        return []
    names = {m.name for m in accord.here(typed)}
    told = [p for p in pacts if p.type == "Agreement" and p.parties]
    if not accord.another(typed) and (same := [p for p in told if names <= p.parties]):
        return same[-1:]
    bound = accord.bound(document, index)
    if not bound:
        return []
    names = {m.name for m in bound}
    if not accord.another(typed) and (same := [p for p in told if names <= p.parties]):
        return same[-1:]
    pacts.append(Pact("Agreement", [filler("party", p) for p in bound], frozenset(names)))
    return pacts[-1:]


def _years(typed: Typed) -> str | None:
    return next(
        (
            d.value.earliest
            for d in typed.of_kind("D")
            if d.value and d.value.kind == "period" and d.value.earliest and len(d.value.earliest) == 4
        ),
        None,
    )
