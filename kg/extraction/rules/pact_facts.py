"""What sentences say of an agreement or a strategy: its name, its term, who signs and adopts it, what it sets out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, FrameType
from kg.extraction.mention import Mention
from kg.extraction.rules import outline, parties, strategy
from kg.extraction.rules.event_when import UNTOLD
from kg.extraction.typed import MARK, Typed, compiled

SIGNED = Expression(
    r"\bsign(?:é|ée|és|ées|ed|ent|e|ature|era|eront|aient|ant)\b|\bstruck\b|\binked\b|\bsealed\b|officialis|paraph|conclu|scell|entérin|\b(?:date|datée?|remonte) (?:du|de|au)\b|\bdates from\b|\b(?:mis|mettent|put) (?:leurs?|son|their|its) (?:noms?|signatures?|names?)|reconduit|renouvel|\bsont [^.;]{0,20}(?:liée?s|unie?s)|(?:attendue?|prévue?) (?:dans|pour|en|avant|d'ici|courant)|\bs'(?:est|être|était) (?:alliée?|engagée?|liée?)|\bse (?:lier|sont (?:alliée?s|engagée?s|liée?s))",
    re.IGNORECASE,
)
_SIGNATORIES = Expression(
    r"\bau bas d|^(?:D'un côté|De l'autre|D'une part|D'autre part)\b|\bport(?:e|ent|ait|aient) (?:la|les) signatures?|\bbears? the signatures?|\b(?:signed|paraphé\w*|signé\w*) (?:for|pour)\b|\bsignataires? :|les (?:deux )?signatures? (?:de|d'|:)|(?:appos\w+|mis|mettent) (?:leurs?|sa|son) (?:signatures?|paraphes?|noms?)|signatures?, cell?es? de|put their names|contresign|(?:⟨N\d+⟩|deux|trois|two|three) (?:hommes|femmes|signataires|mains|paraphes|signatures|dirigeants|responsables|signatories)\b|tenai(?:t|ent) l[ea] (?:stylo|plume)",
    re.IGNORECASE,
)
_TO_COME = Expression(
    r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|va|vont|sera|seront|attendue?s?|prévue?s?|will|expected|due)\b", re.IGNORECASE
)
_EARLIER = Expression(r"\b(?:avait|avaient|had) [^.;⟨⟩]{0,20}(?:sign|conclu|paraph|pass|nou)", re.IGNORECASE)
_SIGNED_BY = compiled(
    r"<signedBy:P+>(?:[^.;⟨⟩]|⟨[OLR]\d+⟩){0,160}?(?:ont|vont|have|a|vient de|viennent de) (?:[a-z]+ )?(?:signé|paraphé|signer|signed)|"
    r"<signedBy5:P+>(?:(?! (?:said|says|told|added|that) )(?:[^.;⟨⟩]|⟨[OLR]\d+⟩)){0,90}? (?:signed|inked|sealed) (?:an?|the|their|this|two|three|its)\b|"
    r"(?:signée?s?|paraphée?s?|signed)(?: (?:[^.;⟨⟩]|⟨[LDEF]\d+⟩){0,50})? (?:par|by) {det}<signedBy2:P+>|(?:paraphé|signé) [^.:;]{0,90} : <signedBy3:P+>(?:, [^.;⟨⟩]{0,60})?(?:(?:,| et)[^.;]{0,80}<signedBy4:P>)?"
)
_UNTIL = Expression(r"(?:jusqu'(?:au|en|à(?: la)?(?: fin)?)?|until|through|d'ici(?: à)?) ?$")
_RUNS_TO = Expression(
    r"\b(?:running (?:up )?to|runs? (?:up )?to|until|through to|jusqu'(?:en|à)|court jusqu'en|lasting until) ?$"
)
_FROM = Expression(
    r"(?:prend(?:ra)? effet|entre(?:ra)? en vigueur|takes? effect|comes? into force|à compter|à partir|starting|effective|commence(?:ra)?|court(?: à partir)?)(?: (?:en|au|le|du|de|in|on|from))* ?$"
)
_OCCASION = Expression(
    r"journée|occasion|à l'issue|ce jour|lors d|en marge|rencontre|sidelines|cérémonie|that day|soirée|séance tenante|en a(?:vaient|vait)? profité|ont profité|profitant|dans la foulée|sur place",
    re.IGNORECASE,
)
_NAMED = Expression(
    r"convention (?:tripartite|stratégique|quadripartite|-cadre|d'(?!un)[a-zà-ÿ]+)|convention de partenariat ⟨[OL]\d+⟩ ?/ ?⟨[OL]\d+⟩|m[ée]morandum d'entente|memorandum of understanding|avenant(?: n° ?\d+)?(?: à la convention(?: de ⟨D\d+⟩)?)?|contrat de (?:filière|site|destination)|bail (?:à construction|emphytéotique)|accord-cadre (?!(?:entre|avec|de|du|des|pour|sur|afin|qui|que|par|en|dans|lors|conclu|signé|a|ont|est|sera|et|avant|depuis|dont|visant|portant|prévoit|à|au|aux)\b)[a-zà-ÿ]+|(?:⟨U\d+⟩ )lease|(?-i:(?:[A-Z][\w-]+ )+(?:Deal|Accords?|Pact|Charter|Compact|Treaty|Agreement))\b|charte (?:pour|d[eu]|des) [a-zà-ÿ' ]{5,40}",
    re.IGNORECASE,
)
_FOUNDED = Expression(
    r"(?<!\w)(?:(?:co)?fondée?s?|créée?s?|née?s?|founded|created|established|set up|born|incorporated|started)(?: back)? (?:en |in |on |le )?$",
    re.IGNORECASE,
)
_EMPLOYED = Expression(r"\b(?:employ|emploi|recrut|embauch|hir(?:e|ing)|jobs?\b|postes?\b|salari)", re.IGNORECASE)
_SCENE = Expression(
    r"\bscène\b|s'est jou|poignée de main|\bdeal\b|handshake|cérémonie|ceremony|\bnée?s?\b|officialis|c'est fait|c'est signé|ce jour-là|retrouvé|réuni|rencontr",
    re.IGNORECASE,
)
_PAYING = compiled(
    r"(?:au titre|dans le cadre|grâce (?:à|au)|issus?|via|prélevés? sur|sur les crédits|under|from|out of|through|by) ?{det}<T>"
)
"""A plan that only pays: the days beside it are the payment's."""
_PLAN = Expression(r"⟨T\d+⟩|\b(?:plan|strategy|roadmap|stratégie|feuille de route|schéma)\b", re.IGNORECASE)
_REACH = 60
"""Characters within which a day belongs to what was unveiled or launched."""
_YEAR, _MONTH, _FULL = 4, 7, 10


@dataclass(slots=True)
class Pact:
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


def facts(document: Document, index: int, typed: Typed, pact: Pact, *, shared: bool) -> Iterator[Filler]:
    """Everything that a sentence says of a pact; of several at once (`shared`) it tells no axes."""
    agreement = pact.type == "Agreement"
    if agreement and (match := _NAMED.search(typed.string)):
        yield worded("name", document, typed, match.span())
    yield from _people_and_bodies(typed, agreement=agreement)
    signed = bool(SIGNED.search(document.text, typed.sentence.start, typed.sentence.end))
    earlier = _EARLIER.search(typed.string)
    paid = not agreement and bool(typed.of_kind("M")) and _PAYING.search(typed.string)
    for day in typed.of_kind("D") if not paid else ():
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
    lead = typed.before(day)
    if earliest == UNTOLD:
        return
    if not earliest:
        yield from _by_then(typed, day, latest, agreement=agreement)
    elif re.search(r"(?:convention|accord|partenariat|feuille de route|agreement)[^.;⟨⟩]{0,25} (?:de|of) $", lead):
        return
    elif agreement and _FROM.search(lead):
        yield Filler("start", earliest, day.start, day.end)
    elif (_UNTIL if agreement else _RUNS_TO).search(lead):
        yield Filler("end", latest or earliest, day.start, day.end)
    elif day.value and day.value.kind == "period" and len(earliest) == _YEAR and latest:
        yield Filler("start", earliest, day.start, day.end)
        yield Filler("end", latest, day.start, day.end)
    elif strategy.ADOPTED.search(typed.string) and not (agreement and signed):
        yield Filler("adoptedOn", earliest, day.start, day.end)
    elif not agreement:
        yield from _told_of_plan(typed, day, earliest)
    elif signed and not _since_then(lead, day, earliest):
        yield Filler("signedOn", earliest, day.start, day.end)


def _by_then(typed: Typed, day: Mention, latest: str | None, *, agreement: bool) -> Iterator[Filler]:
    """The end of a pact's term, or the day before which it is to be signed; not when so many are to be employed."""
    if agreement and _EMPLOYED.search(typed.string) and not parties.AGREEMENT.search(typed.string):
        return
    if latest and agreement and _TO_COME.search(typed.string) and re.match(r"avant|before", day.name, re.IGNORECASE):
        yield Filler("signedOn", latest, day.start, day.end)
    elif latest and (len(latest) == _YEAR or agreement):
        yield Filler("end", latest, day.start, day.end)


def _told_of_plan(typed: Typed, day: Mention, earliest: str) -> Iterator[Filler]:
    """The day on which a plan was unveiled, or from which it runs."""
    if _beside(typed, day, strategy.UNVEILED):
        yield Filler("adoptedOn", earliest, day.start, day.end)
    elif _beside(typed, day, strategy.LAUNCHED):
        yield Filler("start", earliest, day.start, day.end)


def _since_then(lead: str, day: Mention, earliest: str) -> bool:
    """Whether a day is told as what something has lasted since, to the month at best, or as when a body was founded."""
    return bool(
        _FOUNDED.search(lead)
        or re.search(r"(?:depuis|since) $", lead)
        or (day.name.lower().startswith("depuis") and len(earliest) < _FULL)
    )


def _beside(typed: Typed, day: Mention, told: Expression) -> bool:
    """Whether a day stands right by a verb and a plan of its sentence."""
    at = typed.position(day)
    near = any(abs(at - m.start()) < _REACH for m in told.finditer(typed.string))
    return near and any(abs(at - m.start()) < _REACH for m in _PLAN.finditer(typed.string))


def day_beside(document: Document, index: int) -> Iterator[Filler]:
    """The day of a signature that the sentence before sets the scene of: "La scène s'est jouée un jeudi de mai"."""
    for typed in document.prose[max(0, index - 1) : index]:
        if not _SCENE.search(typed.string):
            continue
        told = [(d, d.value.earliest) for d in typed.of_kind("D") if d.value and d.value.kind == "date"]
        days = [(d, day) for d, day in told if day and len(day) >= _MONTH and day[0] != "X"]
        if len(days) == 1:
            yield Filler("signedOn", days[0][1], days[0][0].start, days[0][0].end)


def _that_day(document: Document, typed: Typed) -> Iterator[Filler]:
    """The day of the event at which a text says that something was signed."""
    days = [
        m
        for m in document.mentions
        if m.value
        and (m.value.kind == "date" or not m.value.latest)
        and m.end <= typed.sentence.start
        and len(m.value.earliest or "") == 10
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
    if not agreement and (ours := strategy.GOVERNMENT.search(typed.string)):
        group = ours.lastgroup or "who"
        start, end = typed.origin(ours.start(group)), typed.origin(ours.end(group))
        yield Filler("adoptedBy", ours[group], start, end)
    for slot, pattern in wanted:
        for match in pattern.finditer(typed.string):
            for group, words in match.groupdict().items():
                if words and group.startswith(slot):
                    yield from (
                        filler(_itself(typed, m) or slot, typed.mentions[int(m["number"])])
                        for m in MARK.finditer(words)
                        if m["kind"] in {"signedBy": "P", "adoptedBy": "POLF"}.get(slot, "PO")
                    )


def _itself(typed: Typed, mark: re.Match[str]) -> str | None:
    """The slot of a body named after its partners: "et la Région elle-même" is whose plan it is."""
    return "adoptedBy" if re.search(rf"{mark.group()} (?:elle|lui|it)-?(?:même|self)", typed.string) else None
