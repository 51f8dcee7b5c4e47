"""Projects, missions and satellites that a text sets out in a list: "– OBIT, un capteur que porte Deltatec"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.rules.clauses import before
from kg.extraction.typed import Typed, compiled

_ITEM = Expression(
    r"^(?:[«\"] ?)?(?P<name>(?:⟨[OXSLFT]\d+⟩|[A-ZÀ-Ý][\w-]*[A-ZÀ-Ý\d][\w-]*)(?: \d{1,2})?) ?[»\"]?(?: \((?P<owner>⟨[OX]\d+⟩|[A-ZÀ-Ý][\w -]{1,30})\))?(?:,| ?:| –| -| \() ?(?=(?:une?|des|le|la|les|ou|où|qui|dont|an?|the|which|that|pour|to|for)\b|l'|\d|$|[a-z])"
)
_TOLD = Expression(r"(?:une?|des|le|la|les|ou|où|qui|dont|an?|the|which|that)\b|l'")
_BY = compiled(
    r"(?:(?:proposée?|portée?|développée?|conçue?|menée?|pilotée?|coordonnée?|construite?|présentée?|led|developed|built|proposed|run|designed|coordinated) (?:également |aussi |also )?(?:par|by) |(?:que|qu'|that|which) (?:porte|portent|mène|mènent|pilote|développe|propose|construit|conçoit|leads|develops) |^[^.;]{0,60}? (?:de |d'|du |by |from ))(?:la |le |l'|the )?<operator:OX>"
)
_KINDS = (
    ("programme", Expression(r"\b(?:projets?|programmes?|expériences?|technologies|démonstrateurs?|projects?|programs?|experiments?|demonstrators?|payloads?|charges utiles)\b", re.IGNORECASE)),
    ("satellite", Expression(r"\b(?:missions?|satellites?|nanosatellites?|cubesats?|sondes?|probes?|spacecraft)\b", re.IGNORECASE)),
    ("launcher", Expression(r"\b(?:lanceurs?|micro-?lanceurs?|fusées?|rockets?|launchers?)\b", re.IGNORECASE)),
)  # fmt: skip
_BODIES = Expression(
    r"\b(?:entreprises?|sociétés?|start-?ups?|lauréat\w*|partenaires?|membres?|companies|firms|exposants?|adhérents?|jeunes pousses|signataires?|établissements?|locataires?|intervenants?|"
    r"participants?|partners|members|exhibitors|winners|investisseurs|investors|laboratoires?|universities|équipes|teams|consortiums?|groupements?|speakers|orateurs|calls?|appels?|axes|thèmes|objectifs|missions? (?:du|de la|de l'|des)|its mission)\b",
    re.IGNORECASE,
)
_UNSURE = frozenset({"model", "satellite", "launcher", "programme", "facility", "constellation", "plan"})
_BACK = 7


def find(document: Document) -> Iterator[Frame]:
    """A frame for each item of a list of projects, missions or launchers."""
    for typed in document.prose:
        if typed.sentence.kind != "bullet":
            continue
        match = _ITEM.match(typed.string)
        kind = _announced(document, typed) if match else None
        if match is None or kind is None or not (match["owner"] or _TOLD.match(typed.string, match.end())):
            continue
        if any(m.known or m.sort not in _UNSURE for m in typed.marked(match["name"])):
            continue
        start, end = typed.origin(match.start("name")), typed.origin(match.end("name"))
        name = Filler("name", document.text[start:end].strip(' «"'), start, end)
        yield Frame("Asset", (name, Filler("kind", kind, start, end), *_owner(document, typed, match)), "asset.listed")


def _announced(document: Document, typed: Typed) -> str | None:
    """What the lines above a list say that it lists, where that is no list of bodies."""
    above = [t for t in before(document, typed) if t.sentence.kind not in {"bullet", "label"}][:_BACK]
    for previous in above:
        if _BODIES.search(previous.string):
            return None
        if kind := next((k for k, words in _KINDS if words.search(previous.string)), None):
            return kind
    return None


def _owner(document: Document, typed: Typed, match: re.Match[str]) -> Iterator[Filler]:
    if match["owner"]:
        if marked := typed.marked(match["owner"]):
            yield filler("operator", marked[0])
            return
        yield worded("operator", document, typed, match.span("owner"))
        return
    by = _BY.search(typed.string, match.end())
    yield from (filler("operator", m) for m in typed.captured(by))
