"""Agreements and strategies: a text names one and then speaks of it for sentences on, so facts go to the last one named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame, FrameType
from kg.extraction.mention import Mention
from kg.extraction.rules import parties, points
from kg.extraction.rules.event_facts import UNTOLD
from kg.extraction.rules.points import bullets_after, listed
from kg.extraction.typed import MARK, Typed, compiled

_ADOPTED = re.compile(r"adopt|vot(?:é|e|ait|ent)|approuv|validée?\b|passed|délibér|entérin", re.IGNORECASE)
_ADOPTED_BY = compiled(
    r"<adoptedBy:O>[^.;⟨⟩]{0,60}(?:adopt\w+|\bvot\w+|approuv\w+|dévoil\w+|lanc\w+|a validé|présente|a présenté|unveil\w+|launch\w+|approved|publish\w+)|"
    r"(?:adoptée?s?|votée?s?|approuvée?s?|lancée?s?|validée?s?|portée?s?|dévoilée?s?|adopted|approved|launched|unveiled) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}(?:élus (?:de la |du )?)?<adoptedBy2:O>|"
    r"(?:présentée?|dévoilée?|presented|unveiled|announced)(?:[^.;⟨⟩]|⟨D\d+⟩){0,30} (?:par|by) <P>, (?:the |(?:la |le |l')?(?:{title}) {de}(?:{the}))<adoptedBy3:O>"
)
_PARTNERS = compiled(
    r"(?:avec ses partenaires,?|en partenariat avec|partagée entre|aux côtés d[eu'] ?|co-?construite? avec|élaborée?s? avec|en lien avec|en concertation avec|with its partners,?|together with|in partnership with|animée?s? par|co-?pilotée?s? par) ?{det}<partner:O+>"
)
_SIGNED = re.compile(
    r"\bsign(?:é|ée|és|ées|ed|ent|e|ature|era|eront|aient)\b|paraph|conclu|scell|entérin|reconduit|renouvel",
    re.IGNORECASE,
)
_SIGNATORIES = re.compile(
    r"\bau bas d|\bsignataires? :|les (?:deux )?signatures? (?:de|d'|:)|appos\w+ (?:leur|sa) (?:signature|paraphe)|contresign|tenai(?:t|ent) l[ea] (?:stylo|plume)",
    re.IGNORECASE,
)
_WAS_SIGNED = re.compile(
    rf"{parties.WORD}[^.;⟨⟩]{{0,30}} (?:a été|est|sera|fut|was|were|will be) (?:officiellement |formally )?(?:sign|paraph|conclu|scell)",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:avait|avaient|had) [^.;⟨⟩]{0,20}(?:sign|conclu|paraph|pass|nou)", re.IGNORECASE)
_SIGNED_BY = compiled(
    r"<signedBy:P+>(?:[^.;⟨⟩]|⟨[OLR]\d+⟩){0,160}?(?:ont|vont|have|a|vient de|viennent de) (?:[a-z]+ )?(?:signé|paraphé|signer|signed)|"
    r"(?:signée?s?|paraphée?s?|signed)(?: [^.;⟨⟩]{0,40})? (?:par|by) {det}<signedBy2:P+>|(?:paraphé|signé) [^.:;]{0,90} : <signedBy3:P+>(?:, [^.;⟨⟩]{0,60})?(?:(?:,| et)[^.;]{0,80}<signedBy4:P>)?"
)
_YEAR = 4
_THE_ONE = re.compile(rf"(?:\b(?:la|le|cette|cet|ce|the|this) |\bl'){parties.WORD}", re.IGNORECASE)
_SAYS = re.compile(r"⟨[TDP]|\ba \w+é\b|\b(?:ont|est|sont|was|is|has|have)\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:jusqu'(?:au|en|à(?: fin)?)|until|through|d'ici(?: à)?) $")
_OCCASION = re.compile(
    r"journée|occasion|à l'issue|ce jour|lors d|en marge|rencontre|sidelines|cérémonie|that day|soirée", re.IGNORECASE
)
_NAMED = re.compile(
    r"convention (?:tripartite|stratégique|quadripartite|-cadre|d'(?!un)[a-zà-ÿ]+)|convention de partenariat ⟨[OL]\d+⟩ ?/ ?⟨[OL]\d+⟩|avenant(?: n° ?\d+)?(?: à la convention(?: de ⟨D\d+⟩)?)?|contrat de (?:filière|plan|site|destination)|bail (?:à construction|emphytéotique)|accord-cadre (?!entre|avec|de |du )[a-zà-ÿ]+|charte (?:pour|d[eu]|des) [a-zà-ÿ' ]{5,40}",
    re.IGNORECASE,
)
_AXES = re.compile(
    r"(?:axes?|priorités?|volets?|piliers?|objectifs|orientations|ambitions|thématiques|chantiers|priorities|pillars|strands|objectives)\b[^.]{0,70}:$",
    re.IGNORECASE,
)
_AXES_INLINE = re.compile(
    r"(?:axes?|priorités?|volets?|piliers?|cibles?|chantiers?|orientations?|priorities|pillars|strands)\b[^.:;]{0,60}(?::|, (?:including|dont|notamment|such as)) (?P<list>[^.:]{10,300})|(?:vise|ambitionne|a pour (?:objectif|but|ambition)|aims|visent)(?: notamment| également)? (?:à |de |d'|to )(?P<aims>[a-zà-ÿ][^.:;]{10,300})",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:axes?|priorités?|volets?|piliers?|objectifs|orientations|chantiers|priorities|pillars|objectives)\b[^.:;]{0,60}(?:inscrits?|retenus?|retenues|fixés?|fixées|définis|définies|structurent|identifiés?|set|defined)[^.:;]{0,30}\.$",
    re.IGNORECASE,
)
_ON_LIST = re.compile(
    r"^(?:On y trouve|Il s'agit (?:de|d')|Ce sont|Y figurent|They are|These are|Parmi (?:eux|elles|ceux-ci))\s?(?:notamment )?(?P<list>[^.:]{15,500})",
    re.IGNORECASE,
)
_SUCH = re.compile(
    r"^(?P<list>[^.:;]{10,300}) : (?:tels? (?:sont|est)|telles? sont|voilà|ce sont|autant de|c'est|these are)[^.:;]{0,20}(?:axes|priorités|volets|piliers|domaines|thèmes|sujets|objectifs|chantiers|terrains|priorities)",
    re.IGNORECASE,
)
_ACTIONS = re.compile(r"(?:actions?|mesures?|measures?|actions phares)\b[^.]{0,60}:$", re.IGNORECASE)
_CONTINUES = re.compile(
    r"^(?:Elle|Elles|Il|Ils|Ce|Cette|Celle-ci|Celles-ci|Dotée?|Adoptée?|Votée?|Son|Sa|Ses|Reconduites?|Signée?|Prévue?|Conclue?|It|This|The|Parmi|Sur la période|Objectif|L'objectif|Au programme|A cette occasion|À cette occasion|Que |Le texte|Le document)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Pact:
    """An agreement or a strategy while its facts are being gathered."""

    type: FrameType
    fillers: list[Filler] = field(default_factory=list)
    parties: frozenset[str] = frozenset()

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet; one date of each sort."""
        for f in fillers:
            once = f.slot in {"start", "end", "signedOn", "adoptedOn", "name", "adoptedBy"} and self.has(f.slot)
            if not once and not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def has(self, slot: str) -> bool:
        """Whether a slot is filled."""
        return any(f.slot == slot for f in self.fillers)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each agreement whose parties are named, and one for the strategy that the text describes."""
    pacts: list[_Pact] = []
    current: _Pact | None = None
    since = 99
    for index, typed in enumerate(document.prose):
        since += 1
        named = [*_strategies(typed, pacts), *(_agreements(document, typed, pacts) or _unparted(typed, pacts))]
        if named:
            current, since = named[-1], 0
            for pact in named:
                pact.put(*_facts(document, index, typed, pact, shared=len(named) > 1))
        elif (
            current is not None
            and since <= (4 if len(pacts) > 1 else 9)
            and (since == 1 or _CONTINUES.match(typed.string) or parties.AGREEMENT.search(typed.string))
        ):
            current.put(*_facts(document, index, typed, current, shared=False))
    programmes = {m.name for m in document.mentions if m.kind == "T" and m.known}
    for pact in pacts:
        facts = sum(pact.has(s) for s in ("adoptedBy", "adoptedOn", "start", "axis", "partner", "action"))
        if pact.type == "Agreement" and not (pact.parties or pact.has("signedOn")):
            continue
        if pact.type == "Agreement" or facts >= 1 or any(f.value in programmes for f in pact.fillers):
            yield Frame(pact.type, tuple(pact.fillers), f"pact.{pact.type.lower()}")


def _strategies(typed: Typed, pacts: list[_Pact]) -> Iterator[_Pact]:
    for mention in typed.of_kind("T"):
        pact = next(
            (p for p in pacts if p.type == "Strategy" and any(f.value == mention.name for f in p.fillers)), None
        )
        if pact is None:
            pact = _Pact("Strategy", [filler("name", mention)])
            pacts.append(pact)
        yield pact


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
    for day in typed.of_kind("D"):
        yield from _dated(typed, day, agreement=agreement)
    if agreement and _OCCASION.search(typed.string) and not typed.of_kind("D") and _SIGNED.search(typed.string):
        yield from _that_day(document, typed)
    if not shared:
        yield from _points(document, index, typed, agreement=agreement)


def _dated(typed: Typed, day: Mention, *, agreement: bool) -> Iterator[Filler]:
    """What a day or a period is to a pact: its term, its adoption or its signature."""
    earliest, latest = (day.value.earliest, day.value.latest) if day.value else (None, None)
    lead = typed.string[: typed.position(day)]
    if earliest == UNTOLD:
        return
    if not earliest:
        if latest and (len(latest) == _YEAR or agreement):
            yield Filler("end", latest, day.start, day.end)
    elif re.search(r"(?:convention|accord|partenariat|feuille de route|agreement)[^.;⟨⟩]{0,25} (?:de|of) $", lead):
        return
    elif agreement and _UNTIL.search(lead):
        yield Filler("end", latest or earliest, day.start, day.end)
    elif day.value and day.value.kind == "period" and len(earliest) == _YEAR and latest:
        yield Filler("start", earliest, day.start, day.end)
        yield Filler("end", latest, day.start, day.end)
    elif _ADOPTED.search(typed.string) and not (agreement and _SIGNED.search(typed.string)):
        yield Filler("adoptedOn", earliest, day.start, day.end)
    elif (
        agreement
        and _SIGNED.search(typed.string)
        and not _EARLIER.search(typed.string)
        and not re.search(r"(?:depuis|since) $", lead)
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
    wanted = [("signedBy", _SIGNED_BY)] if agreement else [("partner", _PARTNERS)]
    if not agreement or _ADOPTED.search(typed.string):
        wanted.append(("adoptedBy", _ADOPTED_BY))
    if agreement and (signed := parties.HAVE_SIGNED.search(typed.string)) and len(parties.signing(typed)) > 1:
        people = (m for m in typed.of_kind("P") if typed.position(m) < signed.start())
        yield from (filler("signedBy", m) for m in people)
    if agreement and _SIGNATORIES.search(typed.string):
        yield from (filler("signedBy", m) for m in typed.of_kind("P"))
    for slot, pattern in wanted:
        for match in pattern.finditer(typed.string):
            for group, words in match.groupdict().items():
                if words and group.startswith(slot):
                    yield from (
                        filler(slot, typed.mentions[int(m["number"])])
                        for m in MARK.finditer(words)
                        if m["kind"] in ("P" if slot == "signedBy" else "PO")
                    )


def _points(document: Document, index: int, typed: Typed, *, agreement: bool) -> Iterator[Filler]:
    if _ACTIONS.search(typed.string):
        if not agreement:
            yield from bullets_after(document, index, "action")
    elif _AXES.search(typed.string):
        yield from bullets_after(document, index, "axis")
    elif index and _ANNOUNCED.search(document.prose[index - 1].string) and (match := _ON_LIST.match(typed.string)):
        joint = points.CLAUSES if ";" in match["list"] else points.ITEMS
        yield from listed(
            document, typed.origin(match.start("list")), typed.origin(match.end("list")), "axis", joint=joint
        )
    elif match := _SUCH.search(typed.string):
        yield from listed(
            document, typed.origin(match.start("list")), typed.origin(match.end("list")), "axis", joint=points.ITEMS
        )
    elif match := _AXES_INLINE.search(typed.string):
        group = "list" if match["list"] else "aims"
        if group == "list" and _SAYS.search(match["list"]):
            return
        if group == "aims" and agreement:
            return
        joint = points.INFINITIVES if group == "aims" else points.ITEMS
        yield from listed(
            document, typed.origin(match.start(group)), typed.origin(match.end(group)), "axis", joint=joint
        )
