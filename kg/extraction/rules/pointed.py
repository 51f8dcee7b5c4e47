"""Where an organisation is, when the place or its people come first and the name only then: "Il s'appelle A"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.typed import Typed, compiled

_FIRM = r"(?:entreprise|société|start-up|startup|jeune pousse|PME|ETI|pépite|fabricant|équipementier|groupe|laboratoire|école|cluster|licorne|firme|acteur|maison|industriel|champion|institut|opérateur)"
_NAMED = compiled(
    r"^(?:Il|Elle|Cet? [a-zà-ÿ]+|Cette [a-zà-ÿ]+) (?:s'appelle|se nomme|a pour nom) {the}<entity:O>|^(?:It is|It's) called <entity2:O>"
)
_SHELTERS = compiled(
    r"^(?:Elle|Il|La ville|La commune|La cité|It|The city|The town) (?:abrite|héberge|houses|hosts|is home to)(?: (?:[^.;:⟨⟩]|⟨N\d+⟩){0,40}?)? ?{det}<entity:O+>"
)
_OCCUPANT = compiled(
    r"<place:L>[^.;]{0,160}\b(?:occupant|occupante|locataire|pensionnaire|résident|tenant|occupier)s?,? {the}<entity:O>"
)
_PEOPLE_FIRST = Expression(
    rf"\b(?:[Uu]ne?|[Ll]a|[Ll]e) (?:autre |seule? |petite? |jeune )?{_FIRM},? (?P<people>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?)(?: (?:celle|celui)-(?:là|ci)|,| [a-zà-ÿ])"
)
_BEGINS = compiled(r"^(?:La |Le |L'|Les )?<entity:O>")
_ONE_OF = compiled(r"<entity:O>,? (?:(?:est|was|is) )?(?:une? |la |le |l')(?P<who>⟨[LXO]\d+⟩)(?! ⟨)")
_THE_ONE = compiled(r"\b(?:la |le |l'|les )(?P<who>⟨[LX]\d+⟩) (?:d'|de )?<entity:O>")
_UNMARKED = Expression(r"\b(?:[Ll]a|[Ll]e|[Ll]es) (?P<people>[A-ZÀ-Ý][a-zà-ÿ]+) (?:d'|de )?⟨O(?P<entity>\d+)⟩")
_SORTS = frozenset({"company", "model", "research"})
_TOWNS = frozenset({"commune", "city", "department", "area"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation whose place was told before its name."""
    before = document.prose[max(0, index - 2) : index]
    if (match := _NAMED.search(typed.string)) or (match := _SHELTERS.search(typed.string)):
        slots = [g for g in match.groupdict() if match[g]]
        towns = [m for t in before for m in t.of_kind("L") if m.sort in _TOWNS]
        slots = slots if typed.of_kind("O")[0].sort in _SORTS else []
        for entity in [m for g in slots for m in typed.spans(match, g)] if towns else []:
            yield _framed(filler("entity", entity), filler("place", towns[-1]))
    for match in _OCCUPANT.finditer(typed.string):
        place = typed.spans(match, "place")[0]
        if place.sort in _TOWNS:
            yield from (_framed(filler("entity", e), filler("place", place)) for e in typed.spans(match, "entity"))
    yield from _one_of_them(typed)
    yield from _then_named(before[-1:], typed)


def _one_of_them(typed: Typed) -> Iterator[Frame]:
    """As in "Syrlinks, une Rennaise", "le Rémois Latitude"."""
    for pattern in (_ONE_OF, _THE_ONE):
        for match in pattern.finditer(typed.string):
            who, entity = typed.spans(match, "who")[0], typed.spans(match, "entity")[0]
            if place := tables.place_of(who.name):
                yield _framed(filler("entity", entity), Filler("place", place[0], who.start, who.end))
    for unmarked in _UNMARKED.finditer(typed.string):
        if place := tables.place_of(unmarked["people"]):
            start = typed.origin(unmarked.start("people"))
            where = Filler("place", place[0], start, start + len(unmarked["people"]))
            yield _framed(filler("entity", typed.mentions[int(unmarked["entity"])]), where)


def _then_named(before: list[Typed], typed: Typed) -> Iterator[Frame]:
    """As in "Une autre PME, francilienne celle-là, a gagné. Exotrail livrera"."""
    named = _BEGINS.match(typed.string)
    for previous in before if named else []:
        match = _PEOPLE_FIRST.search(previous.string)
        place = tables.place_of(match["people"]) if match else None
        if match is not None and place is not None and not previous.of_kind("O") and named is not None:
            start = previous.origin(match.start("people"))
            entity = typed.spans(named, "entity")[0]
            where = Filler("place", place[0], start, start + len(match["people"]))
            yield _framed(filler("entity", entity), where)


def _framed(entity: Filler, place: Filler) -> Frame:
    return Frame("Location", (entity, place), "location.pointed")
