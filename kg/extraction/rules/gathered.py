"""Organisations listed right after a text asked who is here: "Who calls Bremen home? Four names: A, B, C and D."."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_FIRMS = r"(?:names?|noms|heavyweights|poids lourds|groups?|groupes|laborato\w+|entreprises|companies|firms|industriels|géants|players|acteurs|usines|plants|fleurons|champions|maisons|sociétés|PME|start-?ups)"
_LISTED = (
    compiled(
        rf"^(?:⟨N\d+⟩|[Ii]l y a|[A-Z][a-zà-ÿ]+)(?: [a-zà-ÿ]+){{0,2}} {_FIRMS}\b[^:⟨⟩]{{0,60}}: ?{{det}}<entity:O+>(?:(?:,| and,| et,)[^.;:⟨⟩]{{3,60}}, (?P<entity2>⟨O\d+⟩))?"
    ),
    compiled(
        r"^(?:Sont (?:concernés|cités|du nombre)|Citons|Parmi (?:eux|elles)|On pense à|Il s'agit d(?:e |')|Among them(?: are)?|They include),? ?(?::|,)? ?(?:la |le |les |l'|the )?<entity:O+>(?:,? (?:et|and), [^.;:,⟨⟩]{3,40}, (?P<entity2>⟨O\d+⟩))?"
    ),
    compiled(r"^{det}<entity:O+>(?:,? (?:et|and), [^.;:,⟨⟩]{3,40}, (?P<entity2>⟨O\d+⟩))? sont (?:cités|concernés|du nombre)"),
    compiled(r"^{det}<entity:O+> (?:are|were) among its (?:tenants|residents|companies|firms)\b"),
)  # fmt: skip
_ROOTED = Expression(
    r"\b(?:implantée?s?|installée?s?|basée?s?|établie?s?) (?:ici|sur (?:son|notre|leur) (?:sol|territoire)|en région|dans la région|sur place)|\bd'ici\b|\bdu cru\b|\b(?:entreprises|industriels|groupes|acteurs|laboratoires) (?:régionaux|régionales|locaux|locales)"
    r"|\b[Cc]alls? (?:⟨L\d+⟩|it) home|\b[Ww]ho (?:is|are) here|\b[Qq]ui (?:est|sont) (?:là|ici|sur place)|\b[Qq]ui (?:y )?trouve-t-on|\b(?:tenants?|home to|based (?:here|in))\b"
)
_LOCAL = frozenset({"commune", "city", "department", "region", "area"})
_REACH = 3


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation of such a list, at the place just spoken of, else the one the text is about."""
    match = next((m for p in _LISTED if (m := p.search(typed.string))), None)
    if match is None:
        return
    context = [t for t in document.prose[max(0, index - _REACH) : index] if _ROOTED.search(t.string)]
    if not context and not _ROOTED.search(typed.string):
        return
    place = _place(document, context)
    entities = typed.spans(match, "entity")
    if "entity2" in match.groupdict() and match["entity2"]:
        entities += typed.spans(match, "entity2")
    if place is not None and len(entities) > 1:
        yield from (
            Frame("Location", (filler("entity", e), filler("place", place)), "location.gathered") for e in entities
        )


def _place(document: Document, context: list[Typed]) -> Mention | None:
    named = [m for t in context for m in t.of_kind("L") if m.sort in _LOCAL]
    return named[-1] if named else document.main("L", sorted(_LOCAL))
