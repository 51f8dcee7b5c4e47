"""Agreements and strategies: a text names one and then speaks of it for sentences on, so facts go to the last one named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame, FrameType
from kg.extraction.mention import Mention
from kg.extraction.rules import accord, outline, parties, strategy
from kg.extraction.rules.event_facts import UNTOLD
from kg.extraction.typed import MARK, Typed, compiled

_SIGNED = re.compile(
    r"\bsign(?:é|ée|és|ées|ed|ent|e|ature|era|eront|aient)\b|paraph|conclu|scell|entérin|reconduit|renouvel|\bsont [^.;]{0,20}(?:liée?s|unie?s)|(?:attendue?|prévue?) (?:dans|pour|en|avant|d'ici|courant)|\bs'(?:est|être|était) (?:alliée?|engagée?|liée?)|\bse (?:lier|sont (?:alliée?s|engagée?s|liée?s))",
    re.IGNORECASE,
)
_SIGNATORIES = re.compile(
    r"\bau bas d|\bsignataires? :|les (?:deux )?signatures? (?:de|d'|:)|appos\w+ (?:leur|sa) (?:signature|paraphe)|contresign|(?:⟨N\d+⟩|deux|trois|two|three) (?:hommes|femmes|signataires|mains|paraphes|signatures|dirigeants|responsables|signatories)\b|tenai(?:t|ent) l[ea] (?:stylo|plume)",
    re.IGNORECASE,
)
_WAS_SIGNED = re.compile(
    rf"{parties.WORD}[^.;⟨⟩]{{0,30}} (?:a été|est|sera|fut|was|were|will be) (?:officiellement |formally )?(?:sign|paraph|conclu|scell)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|va|vont|sera|seront|attendue?s?|prévue?s?|will|expected|due)\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:avait|avaient|had) [^.;⟨⟩]{0,20}(?:sign|conclu|paraph|pass|nou)", re.IGNORECASE)
_SIGNED_BY = compiled(
    r"<signedBy:P+>(?:[^.;⟨⟩]|⟨[OLR]\d+⟩){0,160}?(?:ont|vont|have|a|vient de|viennent de) (?:[a-z]+ )?(?:signé|paraphé|signer|signed)|"
    r"(?:signée?s?|paraphée?s?|signed)(?: [^.;⟨⟩]{0,40})? (?:par|by) {det}<signedBy2:P+>|(?:paraphé|signé) [^.:;]{0,90} : <signedBy3:P+>(?:, [^.;⟨⟩]{0,60})?(?:(?:,| et)[^.;]{0,80}<signedBy4:P>)?"
)
_PROLONGED = re.compile(r"prolong|faire courir|étend|valable|extend|renouvel|reconduit", re.IGNORECASE)
_SINCE_THEN = re.compile(r"(?:Signée?|Conclue?|Il|Elle|It|Signed)\b")
_YEAR, _FULL = 4, 10
_THE_ONE = re.compile(rf"(?:\b(?:la|le|cette|cet|ce|the|this) |\bl'){parties.WORD}", re.IGNORECASE)
_UNTIL = re.compile(r"(?:jusqu'(?:au|en|à(?: la)?(?: fin)?)|until|through|d'ici(?: à)?) $")
_OCCASION = re.compile(
    r"journée|occasion|à l'issue|ce jour|lors d|en marge|rencontre|sidelines|cérémonie|that day|soirée|séance tenante|en a(?:vaient|vait)? profité|ont profité|profitant|dans la foulée|sur place",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"convention (?:tripartite|stratégique|quadripartite|-cadre|d'(?!un)[a-zà-ÿ]+)|convention de partenariat ⟨[OL]\d+⟩ ?/ ?⟨[OL]\d+⟩|avenant(?: n° ?\d+)?(?: à la convention(?: de ⟨D\d+⟩)?)?|contrat de (?:filière|plan|site|destination)|bail (?:à construction|emphytéotique)|accord-cadre (?!entre|avec|de |du )[a-zà-ÿ]+|charte (?:pour|d[eu]|des) [a-zà-ÿ' ]{5,40}",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"^(?:Elle|Elles|Il|Ils|⟨X\d+⟩ ⟨D|Les élus|Ce|Cette|Celle-ci|Celles-ci|Dotée?|Adoptée?|Votée?|Son|Sa|Ses|Reconduites?|Signée?|Renouvelée?s?|Les signataires|Prévue?|Conclue?|It|This|The|Parmi|Sur la période|Objectif|L'objectif|Au programme|A cette occasion|À cette occasion|Que |Le texte|Le document)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Pact:
    """An agreement or a strategy while its facts are being gathered."""

    type: FrameType
    fillers: list[Filler] = field(default_factory=list)
    parties: frozenset[str] = frozenset()
    former: bool = False

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet; one date of each sort."""
        for f in fillers:
            once = f.slot in {"start", "end", "signedOn", "adoptedOn", "name", "adoptedBy"} and self.has(f.slot)
            if not once and not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def has(self, slot: str) -> bool:
        """Whether a slot is filled."""
        return any(f.slot == slot for f in self.fillers)

    def told(self) -> Iterator[Filler]:
        """What is said, a body's own part left out of its partners."""
        own = {f.value for f in self.fillers if f.slot == "adoptedBy"}
        return (f for f in self.fillers if f.slot != "partner" or f.value not in own)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each agreement whose parties are named, and one for the strategy that the text describes."""
    pacts: list[_Pact] = [_Pact("Strategy", [name]) for name in strategy.unnamed(document)]
    current: _Pact | None = None
    since = 99
    for index, typed in enumerate(document.prose):
        since += 1
        agreed = _agreements(document, typed, pacts) or _told(document, index, typed, pacts) or _unparted(typed, pacts)
        named = [*_strategies(typed, pacts), *agreed]
        if (before := _former(document, index, pacts)) is not None:
            before.put(*(facts := list(_facts(document, index, typed, before, shared=True))))
            if current is not None and _PROLONGED.search(typed.string):
                current.put(*(f for f in facts if f.slot == "end"))
        elif named:
            current, since = named[-1], 0
            for pact in named:
                pact.put(*_facts(document, index, typed, pact, shared=len(named) > 1))
        elif (
            current is not None
            and since <= (4 if len(pacts) > 1 else 9)
            and (since == 1 or _CONTINUES.match(typed.string) or parties.AGREEMENT.search(typed.string))
        ):
            current.put(*_facts(document, index, typed, current, shared=False))
        elif plan := _referred(typed, pacts):
            current, since = plan, 0
            current.put(*_facts(document, index, typed, current, shared=False))
        elif len(pacts) == 1 and outline.announces(typed):
            pacts[0].put(*outline.set_out(document, index, typed, agreement=pacts[0].type == "Agreement"))
    programmes = {m.name for m in document.mentions if m.kind == "T" and (m.known or strategy.PUBLIC.match(m.name))}
    for pact in pacts:
        facts = sum(pact.has(s) for s in ("adoptedBy", "adoptedOn", "start", "axis", "partner", "action"))
        if pact.type == "Agreement" and not (pact.parties or pact.has("signedOn")):
            continue
        if pact.type == "Agreement" or facts >= 1 or any(f.value in programmes for f in pact.fillers):
            yield Frame(pact.type, tuple(pact.told()), f"pact.{pact.type.lower()}")


def _strategies(typed: Typed, pacts: list[_Pact]) -> Iterator[_Pact]:
    for mention in typed.of_kind("T"):
        pact = next(
            (p for p in pacts if p.type == "Strategy" and any(f.value == mention.name for f in p.fillers)), None
        )
        if pact is None:
            pact = _Pact("Strategy", [filler("name", mention)])
            pacts.append(pact)
        yield pact


def _referred(typed: Typed, pacts: list[_Pact]) -> _Pact | None:
    """The only strategy told so far, where a sentence speaks of "the plan"."""
    plans = [p for p in pacts if p.type == "Strategy"]
    return plans[0] if len(plans) == 1 and strategy.refers(typed) else None


def _unparted(typed: Typed, pacts: list[_Pact]) -> list[_Pact]:
    """The agreement that a text says was signed some day, where it names no parties of any."""
    days = [d for d in typed.of_kind("D") if d.value and d.value.kind == "date" and d.value.earliest != UNTOLD]
    if not days or not _WAS_SIGNED.search(typed.string) or any(p.type == "Agreement" for p in pacts):
        return []
    pacts.append(_Pact("Agreement"))
    return pacts[-1:]


def _agreements(document: Document, typed: Typed, pacts: list[_Pact]) -> list[_Pact]:
    bound: list[Mention] = parties.named(document, typed)
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
    if pact is None and not years and _THE_ONE.search(typed.string) and not _SIGNED.search(typed.string):
        pact = next((p for p in pacts if p.parties & names), None)
    if pact is None:
        pact = _Pact("Agreement", [filler("party", p) for p in bound], names)
        pacts.append(pact)
    return [pact]


def _former(document: Document, index: int, pacts: list[_Pact]) -> _Pact | None:
    """The agreement that came before the one told last, between the same parties, where a sentence speaks of it."""
    told = [p for p in pacts if p.type == "Agreement" and p.parties]
    spoken = accord.former(document.prose[index])
    follows = index > 0 and accord.former(document.prose[index - 1]) and _SINCE_THEN.match(document.prose[index].string)
    if not told or not (spoken or follows):
        return None
    if before := next((p for p in told if p.former), None):
        return before
    pacts.append(_Pact("Agreement", [f for f in told[-1].fillers if f.slot == "party"], frozenset(["former"]), True))
    return pacts[-1]


def _told(document: Document, index: int, typed: Typed, pacts: list[_Pact]) -> list[_Pact]:
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
    pacts.append(_Pact("Agreement", [filler("party", p) for p in bound], frozenset(names)))
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


def _facts(document: Document, index: int, typed: Typed, pact: _Pact, *, shared: bool) -> Iterator[Filler]:
    agreement = pact.type == "Agreement"
    if agreement and (match := _NAMED.search(typed.string)):
        start, end = typed.origin(match.start()), typed.origin(match.end())
        yield Filler("name", document.text[start:end], start, end)
    yield from _people_and_bodies(typed, agreement=agreement)
    signed = bool(_SIGNED.search(document.text, typed.sentence.start, typed.sentence.end))
    earlier = _EARLIER.search(typed.string)
    for day in typed.of_kind("D"):
        yield from _dated(typed, day, agreement=agreement, signed=signed and (pact.former or not earlier))
    if agreement and _OCCASION.search(typed.string) and not typed.of_kind("D") and signed:
        yield from _that_day(document, typed)
    if not shared:
        yield from outline.set_out(document, index, typed, agreement=agreement)
    if not agreement:
        yield from outline.calls(document, typed)


def _dated(typed: Typed, day: Mention, *, agreement: bool, signed: bool) -> Iterator[Filler]:
    """What a day or a period is to a pact: its term, its adoption or its signature."""
    earliest, latest = (day.value.earliest, day.value.latest) if day.value else (None, None)
    lead = typed.string[: typed.position(day)]
    if earliest == UNTOLD:
        return
    if not earliest:
        if (
            latest
            and agreement
            and _TO_COME.search(typed.string)
            and re.match(r"avant|before", day.name, re.IGNORECASE)
        ):
            yield Filler("signedOn", latest, day.start, day.end)
        elif latest and (len(latest) == _YEAR or agreement):
            yield Filler("end", latest, day.start, day.end)
    elif re.search(r"(?:convention|accord|partenariat|feuille de route|agreement)[^.;⟨⟩]{0,25} (?:de|of) $", lead):
        return
    elif agreement and _UNTIL.search(lead):
        yield Filler("end", latest or earliest, day.start, day.end)
    elif day.value and day.value.kind == "period" and len(earliest) == _YEAR and latest:
        yield Filler("start", earliest, day.start, day.end)
        yield Filler("end", latest, day.start, day.end)
    elif strategy.ADOPTED.search(typed.string) and not (agreement and signed):
        yield Filler("adoptedOn", earliest, day.start, day.end)
    elif (
        agreement
        and signed
        and not (
            re.search(r"(?:depuis|since) $", lead) or (day.name.lower().startswith("depuis") and len(earliest) < _FULL)
        )
    ):
        yield Filler("signedOn", earliest, day.start, day.end)


def _that_day(document: Document, typed: Typed) -> Iterator[Filler]:
    """The day of the event at which a text says that something was signed."""
    days = [
        m
        for m in document.mentions
        if m.value and m.value.kind == "date" and m.end <= typed.sentence.start and len(m.value.earliest or "") == 10
    ]
    if days and days[-1].value:
        yield Filler("signedOn", str(days[-1].value.earliest), days[-1].start, days[-1].end)


def _people_and_bodies(typed: Typed, *, agreement: bool) -> Iterator[Filler]:
    wanted = [("signedBy", _SIGNED_BY)] if agreement else [("partner", strategy.PARTNERS)]
    if not agreement or strategy.ADOPTED.search(typed.string):
        wanted.append(("adoptedBy", strategy.ADOPTED_BY))
    if agreement and (signed := parties.HAVE_SIGNED.search(typed.string)) and len(parties.signing(typed)) > 1:
        people = (m for m in typed.of_kind("P") if typed.position(m) < signed.start())
        yield from (filler("signedBy", m) for m in people)
    if agreement and _SIGNATORIES.search(typed.string):
        yield from (filler("signedBy", m) for m in typed.of_kind("P"))
    if strategy.ADOPTED.search(typed.string) and (who := strategy.COMMITTEE.search(typed.string)):
        start, end = typed.origin(who.start()), typed.origin(who.end())
        yield Filler("adoptedBy", typed.string[who.start() : who.end()], start, end)
    for slot, pattern in wanted:
        for match in pattern.finditer(typed.string):
            for group, words in match.groupdict().items():
                if words and group.startswith(slot):
                    yield from (
                        filler(_itself(typed, m) or slot, typed.mentions[int(m["number"])])
                        for m in MARK.finditer(words)
                        if m["kind"] in ("P" if slot == "signedBy" else "PO")
                    )


def _itself(typed: Typed, mark: re.Match[str]) -> str | None:
    """The slot of a body named after its partners: "et la Région elle-même" is whose plan it is."""
    return "adoptedBy" if re.search(rf"{mark.group()} (?:elle|lui|it)-?(?:même|self)", typed.string) else None
