"""Ministers by their portfolio alone: "Quatre ministres : A (Armées), B (Industrie)", "C, en charge de la Recherche"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.typed import Typed

_FIELDS = (
    r"(?:Armées|Défense|[ÉE]conomie|Finances|Industrie|[ÉE]nergie|Recherche|Enseignement [Ss]upérieur|Outre-[Mm]ers?|Intérieur|Transports?|Numérique|[ÉE]ducation|Santé|Travail|Justice|Culture|"
    r"Agriculture|Mer|[ÉE]cologie|Transition|Espace|Affaires étrangères|Affaires européennes|Innovation|Comptes publics|Budget|Ville|Logement|Sports|Environnement|Territoires|Cohésion|Relance|Souveraineté)"
)
_FIELD = Expression(rf"(?:de la |de l'|du |des |d'|à la |à l'|aux? )?{_FIELDS}\b")
_PAREN = Expression(r"⟨P(?P<person>\d+)⟩ \((?P<field>[^()]{3,70})\)")
_CHARGED = Expression(
    r"⟨P(?P<person>\d+)⟩,? (?P<field>(?:en charge|chargée?) (?:de la |de l'|du |des |d')(?:[^.;:()⟨⟩]|⟨[OXL]\d+⟩){1,70}?)(?=[,.;)]|$)"
)
_PERSON_IN_PAREN = Expression(
    r"(?:\b(?:la|le|les|aux?|des|du) |\bl')(?P<field>⟨[OXL]\d+⟩|[^,;:()⟨⟩]{3,60}?) \(⟨P(?P<person>\d+)⟩\)"
)
_EACH = Expression(
    r"(?P<field>(?:de la |du |des |de |à la |aux? |de l'|d'|à l')(?:⟨[OXL]\d+⟩|[^,;:()⟨⟩]{3,60})),? (?:et )?⟨P(?P<person>\d+)⟩(?:, (?:et )?| et )?"
)
_COLLEAGUE = Expression(
    r"\b(?:sa|son|leur) (?:collègue|homologue) (?P<field>(?:de la |du |des |de l'|d'|aux? |à la |à l')(?:⟨[OXL]\d+⟩|[A-ZÀ-Ý][^,;:()⟨⟩]{2,60}?)),? ⟨P(?P<person>\d+)⟩"
)
_SEVERAL = Expression(r"\b(?:les|des|deux|trois|quatre|cinq) ministres (?=d|aux? |à l)")
_SPEAKS = Expression(r"\b(?:[Mm]inistres?|[Gg]ouvernement|ministers?|secrétaires? d'État)\b")


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A minister's title for each person whose portfolio stands in brackets, where the text speaks of ministers."""
    if not _SPEAKS.search(document.text):
        return
    yield from _of_each(document, typed)
    for pattern in (_PAREN, _CHARGED, _PERSON_IN_PAREN, _COLLEAGUE):
        for match in pattern.finditer(typed.string):
            start, end = typed.origin(match.start("field")), typed.origin(match.end("field"))
            words = document.text[start:end]
            if not _FIELD.match(re.sub(r"^(?:en charge|chargée?) ", "", words)) and pattern is not _COLLEAGUE:
                continue
            person = typed.mentions[int(match["person"])]
            role = f"ministre ({words})" if pattern in (_PAREN, _PERSON_IN_PAREN) else f"ministre {words}"
            yield Frame("Role", (filler("person", person), Filler("role", role, start, end)), "role.portfolios")


def _of_each(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "les ministres de l'Économie, A, des Armées, B, et de la Recherche, C"."""
    if (opened := _SEVERAL.search(typed.string)) is None:
        return
    position = opened.end()
    while match := _EACH.match(typed.string, position):
        start, end = typed.origin(match.start("field")), typed.origin(match.end("field"))
        words = Filler("role", f"ministre {document.text[start:end]}", start, end)
        person = filler("person", typed.mentions[int(match["person"])])
        yield Frame("Role", (person, words), "role.portfolios")
        position = match.end()
