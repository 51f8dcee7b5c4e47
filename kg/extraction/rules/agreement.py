"""Agreements: between whom, signed by whom and when, for which years and along which axes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mentions import Mention
from kg.extraction.rules.points import bullets_after
from kg.extraction.typed import MARK, Typed, compiled

_WORD = r"(?:conventions?(?:-cadre| tripartite| stratégique| de partenariat| pluriannuelle)?|accords?(?:-cadre| de partenariat| de coopération| de consortium)?|partenariats?(?: stratégique)?|protocoles? d'accord|lettres? d'intention|lettre d'engagement|charte|mémorandum|pacte|contrat de (?:filière|plan)|memorand(?:um|a) of understanding|MoU|agreement|partnership(?: agreement)?|framework agreement|declaration of intent|letter of intent|déclaration d'intention)"
_AGREEMENT = re.compile(rf"(?<![\w-]){_WORD}(?![\w-])", re.IGNORECASE)
_PARTIES = (
    compiled(rf"{_WORD}[^.;⟨⟩]{{0,60}} (?:entre|between|liant|associant|unissant|qui lie|conclu entre|signée? (?:entre|par|by)|linking) {{det}}<party:OL+>(?: (?:à|avec|with) {{det}}<party2:O+>)?"),
    compiled(rf"<party:OL+>[^.;⟨⟩]{{0,60}}(?:[^.;]{{0,60}}?)(?:signe(?:nt|r|ra|ront)?|signé|conclu(?:t|re|ent)?|noué|renouvel\w+|scell\w+|ratifi\w+|sign(?:ed|s)?|entered into|concluded|agreed)[^.;⟨⟩]{{0,60}}{_WORD}[^.;⟨⟩]{{0,60}}(?:avec|with) {{det}}<party2:O+>"),
    compiled(rf"<party:OL+>(?: et {{det}}<party2:O>)? (?:ont |viennent de |vont |have |will |renforcent |renouvellent )(?:[^.;⟨⟩]{{0,30}} )?(?:signé|conclu|noué|renouvelé|scellé|signer|conclure|signed|concluded|agreed|renew\w*)[^.;⟨⟩]{{0,40}}{_WORD}"),
    compiled(rf"{_WORD}[^.;⟨⟩]{{0,30}} (?:avec|with) {{det}}<party2:O+>"),
    compiled(rf"<party:O+>[^.;⟨⟩]{{0,40}}(?:a signé|signe|a conclu|va signer|signera|has signed|signed)[^.;⟨⟩]{{0,40}}{_WORD}[^.;⟨⟩]{{0,40}}(?:avec|with) {{det}}<party2:O+>"),
)  # fmt: skip
_SIGNED_BY = compiled(r"<signedBy:P+>(?:[^.;⟨⟩]|⟨[OL]\d+⟩){0,160}?(?:ont|vont|have) (?:[a-z]+ )?(?:signé|paraphé|signer|signed)|(?:signée?s?|paraphée?s?|signed) (?:[^.;⟨⟩]{0,40} )?(?:par|by) {det}<signedBy2:P+>")
_SIGNED = re.compile(r"sign(?:é|ée|és|ées|ed|ent|e|ature|era)\b|paraph|conclu|scell", re.IGNORECASE)
_ADOPTED = re.compile(r"adopt|vot[ée]|approuv|approved|passed|délibér", re.IGNORECASE)
_NAMED = re.compile(r"(?:convention (?:tripartite|stratégique|quadripartite|cadre)|convention de partenariat ⟨[OL]\d+⟩/⟨[OL]\d+⟩|accord-cadre [a-zà-ÿ]+|charte [a-zà-ÿ' ]{5,40}|contrat de (?:plan|filière) [a-zà-ÿ' -]{3,40})", re.IGNORECASE)
_AXES = re.compile(r"(?:axes?|priorités|volets|piliers|objectifs|thématiques|chantiers|domaines|priorities|pillars|areas|strands)[^.⟨⟩]{0,60} ?:?\s*$", re.IGNORECASE)


def find(document: Document) -> Iterator[Frame]:
    """A frame for each agreement whose parties the text names."""
    for index, typed in enumerate(document.prose):
        if not _AGREEMENT.search(typed.string):
            continue
        parties: list[Mention] = []
        for pattern in _PARTIES:
            for match in pattern.finditer(typed.string):
                groups = [match[g] for g in ("party", "party2") if g in match.groupdict() and match[g]]
                found = [typed.mentions[int(m["number"])] for g in groups for m in MARK.finditer(g)]
                if len(found) > len(parties):
                    parties = found
            if len({p.name for p in parties}) > 1:
                break
        parties = list({p.name: p for p in parties}.values())
        if len(parties) == 1:
            parties = [*_subject(document, typed, parties[0]), *parties]
        if len(parties) < 2:
            continue
        yield Frame("Agreement", (*(filler("party", p) for p in parties), *_facts(document, index, typed)), "agreement.parties")


def _subject(document: Document, typed: Typed, other: Mention) -> list[Mention]:
    before = [m for m in typed.mentions if m.kind == "O" and m.end <= other.start and m.name != other.name]
    return before[:1]


def _facts(document: Document, index: int, typed: Typed) -> Iterator[Filler]:
    if match := _NAMED.search(typed.string):
        start, end = typed.origin(match.start()), typed.origin(match.end())
        yield Filler("name", document.text[start:end], start, end)
    for match in _SIGNED_BY.finditer(typed.string):
        for group in ("signedBy", "signedBy2"):
            if match[group]:
                yield from (filler("signedBy", typed.mentions[int(m["number"])]) for m in MARK.finditer(match[group]))
    for day in typed.of_kind("D"):
        if day.value is None or not day.value.earliest:
            continue
        if day.value.kind == "period" and len(day.value.earliest) == 4:
            yield Filler("start", day.value.earliest, day.start, day.end)
            yield Filler("end", day.value.latest or "", day.start, day.end)
        elif _ADOPTED.search(typed.string):
            yield Filler("adoptedOn", day.value.earliest, day.start, day.end)
        elif _SIGNED.search(typed.string):
            yield Filler("signedOn", day.value.earliest, day.start, day.end)
    if re.search(r"(?:axes?|priorités|volets|piliers|priorities|pillars)[^.]{0,60}:$", typed.string):
        yield from bullets_after(document, index, "axis")
