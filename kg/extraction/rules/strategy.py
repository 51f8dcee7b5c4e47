"""Strategies, plans and roadmaps: who adopted them and when, with whom, for which years, along which axes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.rules.points import bullets_after
from kg.extraction.typed import MARK, Typed, compiled

_NAME = re.compile(
    r"(?<![\w-])(?:feuille de route(?: (?:régionale|spatiale|dédiée|nationale|stratégique|du spatial|spatial|pour le spatial|de la filière spatiale|dédiée au spatial))*|plan (?:régional|spatial|d'action|national|stratégique)[a-zà-ÿ ']{0,30}?(?= (?:est|a|sera|de ⟨M|doté|qui)|[,.;:])|stratégie (?:spatiale|régionale|nationale|européenne)(?: [a-zà-ÿ']+){0,3}?(?= (?:est|a|sera|de|qui|pour|et|en|au)\b|[,.;:])|(?:space|regional|national) (?:strategy|roadmap|plan)|roadmap|schéma régional [a-zà-ÿ' ]{5,60})",
    re.IGNORECASE,
)
_ADOPTS = compiled(r"<adoptedBy:O>[^.;]{0,80}(?:adopt\w+|vot\w+|approuv\w+|lanc\w+|dévoil\w+|présent\w+|a validé|adopted|approved|launched|unveiled|published)|(?:adoptée?|votée?|approuvée?|lancée?|portée?|validée?|adopted|approved|launched) (?:[^.;⟨⟩]{0,30} )?(?:par|by) {det}(?:élus de la )?<adoptedBy2:O>")
_PARTNERS = compiled(r"(?:avec ses partenaires,?|en partenariat avec|partagée entre|aux côtés d[eu']|co-?construite? avec|élaborée? avec|en lien avec|with its partners,?|together with|in partnership with|animée? par) ?{det}<partner:O+>")


def find(document: Document) -> Iterator[Frame]:
    """One frame for the strategy that the text describes, and one for each public programme it names."""
    fillers: list[Filler] = []
    described = False
    for index, typed in enumerate(document.prose):
        match = _NAME.search(typed.string)
        if match is None and not (fillers and re.search(r"\b(?:elle|il|ce plan|cette stratégie|it)\b", typed.string, re.IGNORECASE)):
            continue
        if match is not None:
            start, end = typed.origin(match.start()), typed.origin(match.end())
            fillers.append(Filler("name", document.text[start:end], start, end))
        facts = list(_facts(document, index, typed))
        described = described or bool(facts)
        fillers.extend(f for f in facts if f.slot not in {"start", "end"} or not any(o.slot == f.slot for o in fillers))
    if described and fillers:
        names = sorted((f for f in fillers if f.slot == "name"), key=lambda f: -len(str(f.value)))
        yield Frame("Strategy", (names[0], *(f for f in fillers if f.slot != "name")), "strategy.described")
    for mention in document.mentions:
        if mention.kind == "T" and not mention.nominal:
            yield Frame("Strategy", (filler("name", mention),), "strategy.named")
            return


def _facts(document: Document, index: int, typed: Typed) -> Iterator[Filler]:
    for slot, pattern in (("adoptedBy", _ADOPTS), ("partner", _PARTNERS)):
        for match in pattern.finditer(typed.string):
            for group, words in match.groupdict().items():
                if words and group.startswith(slot):
                    yield from (filler(slot, typed.mentions[int(m["number"])]) for m in MARK.finditer(words))
    for day in typed.of_kind("D"):
        if day.value is None or not day.value.earliest:
            continue
        if day.value.kind == "period" and len(day.value.earliest) == 4:
            yield Filler("start", day.value.earliest, day.start, day.end)
            yield Filler("end", day.value.latest or "", day.start, day.end)
        elif re.search(r"adopt|vot[ée]|voter|approuv|validé", typed.string, re.IGNORECASE):
            yield Filler("adoptedOn", day.value.earliest, day.start, day.end)
    if re.search(r"(?:axes?|priorités|volets|piliers|priorities|pillars)[^.]{0,60}:$", typed.string):
        yield from bullets_after(document, index, "axis")
    if re.search(r"actions?[^.]{0,60}:$", typed.string):
        yield from bullets_after(document, index, "action")
