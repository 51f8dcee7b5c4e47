"""Where organisations are by arriving, moving and settling: "l'arrivée d'A à Brest", "A's Glasgow plant", "fondée à Brest, A"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.location_topical import LOCAL, STATELETS
from kg.extraction.rules.spoken import owner_of
from kg.extraction.typed import Typed, compiled

_IN = r"(?:à la |à l'|à |au |aux |en |dans (?:le |la |l'|les )|près d(?:e |')|aux portes d(?:e |')|in |at |near |outside )"
_WHERE = r"(?P<place>⟨L\d+⟩)(?:(?:,? (?:\(|dans (?:le |la |l'|les )|en |au |in )|, )(?P<place2>⟨L\d+⟩)\)?)?"
_BASED = r"(?:basées?|basés|implanté(?:e|es|s)|installé(?:e|es|s)|établi(?:e|es|s)|situé(?:e|es|s)|localisé(?:e|es|s)|domicilié(?:e|es|s)|présent(?:e|es|s)|ancré(?:e|es|s)|enraciné(?:e|es|s)|hébergé(?:e|es|s)|logé(?:e|es|s))"
_PLANT = r"(?:plant|factory|site|base|headquarters|HQ|offices?|facility|workshop|laborator(?:y|ies)|lab|campus|team|works|operation)"
_SAID = (
    compiled(rf"<entity:OX+>,? (?:tous |toutes |deux |trois |les deux |les trois |qui sont |all |both )*(?:basée?s|implantée?s|installée?s|établi(?:e)?s|située?s|domiciliée?s|ancrée?s|hébergée?s) {_IN}{_WHERE}"),
    compiled(rf"\b(?:implantation|installation|arrivée|présence|déménagement|emménagement|relocation|arrival) (?:de la |de l'|du |des |de |d'|of (?:the )?)<entity:O+>(?: [^.;:,⟨⟩]{{0,20}})? (?:à |en |au |aux |sur |dans (?:le |la |l')|in |to |at ){_WHERE}"),
    compiled(rf"<entity:O>(?:,[^.;⟨⟩]{{0,60}},)? (?:qui |which |has |have |a |is |will |va |vient de |s')*(?:set(?:ting)? up shop|put(?:ting)? down roots|taken? root|plant\w* (?:its flag|son drapeau)|ancr\w+|enracin\w+|jet\w+ l'ancre|pren(?:d|dre|dra) (?:pied|racine|ses quartiers)|pris (?:pied|racine|ses quartiers)) {_IN}{_WHERE}"),
    compiled(r"<entity:O>(?:,[^.;⟨⟩]{0,60},)? (?:qui )?(?:déménag\w+|a déménagé|quitt\w+|a quitté|is moving|moved|moves|relocat\w+) (?:de |d'|from |⟨L\d+⟩ )?(?:⟨L\d+⟩ )?(?:à |vers |pour |to )<place:L>"),
    compiled(rf"(?:^|[;:»] )(?:[Ff]ondée?|[Cc]réée?|[Ll]ancée?|[Ff]ounded|[Ss]et up|[Ee]stablished|[Ii]ncorporated)(?: (?:en |in )?⟨D\d+⟩,?)? {_IN}{_WHERE}(?:,? (?:en |in |il y a )?⟨[DU]\d+⟩)?(?: (?:par|by) [^,.;]{{3,60}})?, (?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,3}}<entity:O>"),
    compiled(rf"<entity:O>'s <place:L> (?:[a-z-]+ )?{_PLANT}\b"),
    compiled(rf"<entity:O>,? (?:with|avec) (?:its |des |ses |un |une |a |an |some |two |deux )?(?:[a-z]+ )?(?:offices?|sites?|plants?|facilities|factor(?:y|ies)|bureaux|usines?|ateliers) {_IN}{_WHERE}"),
    compiled(r"<entity:O>, of <place:L>(?= ?[,.;)])"),
    compiled(rf"<entity:O>,? (?:une? |la |le |l')?[a-zà-ÿ -]{{3,40}} {_BASED} {_IN}{_WHERE}"),
)  # fmt: skip
_ITS_TOWN = compiled(rf"\b(?:its|their) <place:L> (?:[a-z-]+ )?{_PLANT}\b")
_ITEM = compiled(r"^<entity:OX>(?: \([^()⟨⟩]{2,40}\))?(?:,| –| —| :| -) <place:L>(?: \([^()]{1,30}\))?(?= ?[;.,]?$)")


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each organisation that such words bring somewhere."""
    for pattern in _SAID:
        for match in pattern.finditer(typed.string):
            towns = [m for g in ("place", "place2") if match.groupdict().get(g) for m in typed.spans(match, g)]
            yield from _framed(typed.spans(match, "entity"), towns)
    for match in _ITS_TOWN.finditer(typed.string):
        owner = owner_of(document, typed, match.start())
        yield from _framed([owner] if owner else [], typed.spans(match, "place"))
    if typed.sentence.kind == "bullet" and (item := _ITEM.match(typed.string)):
        yield from _framed(typed.spans(item, "entity"), typed.spans(item, "place"))


def _framed(entities: list[Mention], towns: list[Mention]) -> Iterator[Frame]:
    places = [filler("place", m) for m in towns if m.sort in LOCAL or m.name in STATELETS]
    for entity in entities:
        if places and entity.sort not in {"authority", "press"}:
            yield Frame("Location", (filler("entity", entity), *places), "location.moves")
