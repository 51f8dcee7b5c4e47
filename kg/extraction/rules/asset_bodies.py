"""Assets that bear an organisation's name: its constellation, or the place that a text calls by the name of who runs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_facts import operators_at, owner_in_name, places
from kg.extraction.rules.asset_spots import Spot

_PLACES = frozenset({"association", "public", "cluster", "model"})
_SITE = r"(?:lieu|plate-?forme|site|bâtiment|hub|usine|campus|tiers-lieu|platform|building|premises|facility)"
_IS_SITE = Expression(
    rf"^, (?:la |le |l'|un |une |the |a )(?:[a-zà-ÿ]+ ){{0,2}}?{_SITE}(?![\w-])|^, (?:le |ce ){_SITE}(?![\w-])"
)
_SITE_CALLED = Expression(
    rf"(?<![\w-]){_SITE}(?: [a-zà-ÿ]+)?,? (?:s'appelle(?:ra)?|se nomme|a pour nom|baptisée?|nommée?|dénommée?|is called|called|named|dubbed)(?: désormais| now)? [«\"]? ?$"
)
_IT_IS_CALLED = Expression(r"^(?:Elle|Il|It|Cela|Ça) (?:s'appelle|se nomme|is called) (?:désormais )?$")
_A_SITE = Expression(rf"(?<![\w-]){_SITE}(?![\w-])")
_ITS_OWNER = Expression(r"\w by [A-ZÀ-Ý]")
_OPENS = Expression(
    r"^ (?:ouvr\w+|a ouvert|opened|opens|sera (?:installée?|implantée?|construite?|hébergée?|inaugurée?)|s'installera|a été inaugurée?|is to be built|will be built|coupe le ruban)(?= (?:au |à |at |in |dans |sur |en )|,|\.|$)"
)
_OPENING = Expression(
    r"(?:[Ii]nauguration|[Oo]uverture|[Cc]onstruction|[Ll]ancement|[Oo]pening) (?:de |du |d'|de l'|of )$"
)
_CREATES = Expression(
    r"\b(?:creat\w+|build\w*|open\w*|set(?:ting)? up|establish\w*|plans?|planning|fund|house|cré\w+|construi\w+|bâti\w+|ouvr\w+|inaugur\w+|install\w+|implant\w+|aménag\w+|accueill\w+|bâtir) (?:an? |the |its |un |une |le |la |l'|son |sa |de |du )?(?:new |first |futur |future |nouveau |nouvelle |premier |première |⟨R\d+⟩ )?$"
)
_PREMISES = Expression(
    r"(?i)\b(?:cent(?:re|er)|lab(?:oratory|oratoire)?|hub|campus|facility|plate-?forme|park|technocentre|accelerator)\b"
)
_AT = Expression(r"^,? (?:au |à |à l'|at |in )⟨[LF]")
_HEAD = Expression(r"[Cc]entre d'(?:excellence|essais?|intégration)|[Cc]entre of excellence")
_ITS = Expression(
    r"(?:[Cc]onstellation|[Ff]lotte de satellites) (?:de |d')$|(?:[Oo]pérateur|[Oo]perator) (?:de la|de cette|of the|of this) constellation,? $"
)
_PROGRAMME_OF = Expression(
    r"⟨O(?P<owner>\d+)⟩'s (?P<name>(?:(?!(?:is|are|was|were|has|had|on|in|at|by|the|to|and|said|will|for|with)\b)[a-z-]+ ){2,4}(?:programme|scheme))(?![\w-])"
)
_ITS_MANY = Expression(
    r"⟨O(\d+)⟩(?:, [^.;:⟨⟩]{2,60},)? [^.;:⟨⟩]{2,60} (?:ses|its) ⟨N\d+⟩ (?:[a-z-]+ )?(?:nano|micro|mini|cube)?-?sat(?:ellite)?s(?![\w-])"
)
_SATELLITES = Expression(r"satellites (?:de |d')$")
_CONSTELLATION = Expression(r"(?<!\w)[Cc]onstellation(?!s)")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each constellation or place that goes by an organisation's name."""
    told = any(_CONSTELLATION.search(t.string) for t in document.prose)
    named = {m.name for m in document.mentions if m.kind == "S"}
    for typed in document.prose:
        for match in _PROGRAMME_OF.finditer(typed.string):
            owner = typed.mentions[int(match["owner"])]
            named_so = worded("name", document, typed, match.span("name"))
            yield Frame(
                "Asset",
                (named_so, Filler("kind", "programme", named_so.start, named_so.end), filler("operator", owner)),
                "asset.its",
            )
        for match in _ITS_MANY.finditer(typed.string) if told else ():
            owner = typed.mentions[int(match[1])]
            if owner.name not in named and not owner.nominal:
                yield Frame("Asset", (*_named(owner, "constellation"), filler("operator", owner)), "asset.its")
        for mention in typed.of_kind("O"):
            at = typed.position(mention)
            spot = Spot(typed, at, typed.string.index("⟩", at) + 1)
            its = _ITS.search(spot.before) or (told and _SATELLITES.search(spot.before))
            if its and mention.sort in {"company", "model"} and mention.name not in named and not mention.nominal:
                yield Frame("Asset", (*_named(mention, "constellation"), filler("operator", mention)), "asset.its")
            elif mention.sort in _PLACES and not mention.nominal and _is_place(mention, spot):
                where = tuple(_town(document, f) for f in places(document, mention, [spot], []))
                whose = [*owner_in_name(document, mention)] or [*operators_at(document, spot)]
                yield Frame("Asset", (*_named(mention, "facility"), *where, *whose), "asset.body")


def _named(mention: Mention, kind: str) -> tuple[Filler, Filler]:
    return filler("name", mention), Filler("kind", kind, mention.start, mention.end)


def _town(document: Document, place: Filler) -> Filler:
    """The town that a venue's name ends on, where it does: "Business Pôle de Sophia Antipolis"."""
    _, of, town = str(place.value).rpartition(" de ")
    entry = document.known.lookup(town) if of else None
    return replace(place, value=entry.label) if entry is not None and entry.kind == "L" else place


def _is_place(mention: Mention, spot: Spot) -> bool:
    """Whether the words beside an organisation speak of it as a place that is built or opened."""
    if _IS_SITE.match(spot.after) or _SITE_CALLED.search(spot.before):
        return True
    if (
        _CREATES.search(spot.before)
        and mention.sort in {"research", "public", "model"}
        and _PREMISES.search(mention.name)
    ):
        return True
    if _HEAD.match(mention.name) or (_ITS_OWNER.search(mention.name) and mention.sort != "cluster"):
        return True
    if _IT_IS_CALLED.match(spot.before) and _A_SITE.search(spot.after):
        return True
    return bool(_OPENS.match(spot.after) or (_OPENING.search(spot.before) and _AT.match(spot.after)))
