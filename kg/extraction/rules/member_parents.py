"""Parts and their parents: "A, filiale à 100 % de B", "B's subsidiary A", "unité mixte du C et du D", "la maison mère de A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import leads
from kg.extraction.rules.member_frames import framed
from kg.extraction.rules.member_joining import spoken_of
from kg.extraction.rules.member_words import UNIT, UNIT_OF
from kg.extraction.typed import Typed, compiled

_DE = r"(?:de la |de l'|du |des |de |d'|of the |of |between |entre |entre le |entre la |à |au |to )(?:the )?"
_HOUSE = r"(?:(?!⟨)[a-zà-ÿ-]+ ){0,3}?"
_AND = rf"(?:(?:, | et |, et | and |, and | & )(?:{_DE}|la |le |l'|the |)(?:{_HOUSE})⟨[OXF]\d+⟩)*"
_PARENTS = rf"{_HOUSE}(?P<organisation>⟨[OXF]\d+⟩(?: \([^()]{{1,20}}\))?{_AND})"
_IS = r"(?:(?:qui |which |that )?(?:est |is |était |was |are |sont |reste |remains |devient |becomes |became |devenue? |runs as |is run as |fonctionne comme |operates as |has become )?(?:aussi |désormais |aujourd'hui |now |today |also |still |toujours )?)"
_UNIT_OF = compiled(
    rf"<member:OXF>(?: \([^()]{{1,60}}\)|, (?:à |in |en |based in |basée? à )?⟨L\d+⟩)?(?:, | \(| – )?(?: ?){_IS}(?:,? ?)(?:une |un |l'une des |l'un des |la |le |l'|a |an |the |one of the |cette |deux )?(?:(?!⟨)[a-zà-ÿ-]+ ){{0,2}}?{UNIT_OF} {_DE}{_PARENTS}"
)
_SHARED = Expression(
    r"\b(?:laboratoire|labo|équipe|institut|laboratory|lab|centre|department|département|service|structure|antenne|unité|unit|business)s?\b",
    re.IGNORECASE,
)
_COMMON = Expression(
    r"\b(?:commune?|mixte|partagée?|conjointe|joint|shared|common|recherche|composante|service|department|département|unité|unit|entité|antenne)\b",
    re.IGNORECASE,
)
_FRONTED = compiled(
    rf"^(?:(?:Une |Un |A |An |The |Désormais |Now a |Also a )?{UNIT_OF}) {_DE}{_PARENTS}(?:[^.;:⟨⟩]|⟨[DN]\d+⟩){{0,50}}?, {{the}}(?:(?!⟨)[a-zà-ÿ-]+ ){{0,3}}?<member:OXF>"
)
_UNITS_NAME = compiled(
    rf"(?<![\w'-])(?:la |le |l'|une |sa |leur |its |the |a |new |nouvelle )*{UNIT_OF} {_DE}{_PARENTS}(?:,|, appelée?|, baptisée?|, called|, named| baptisée?| named| called| dubbed)? <member:OXF>"
)
_ITS = compiled(
    rf"\b(?:sa|son|ses|leur|its|their) (?:(?!⟨)[a-zà-ÿ-]+ ){{0,2}}?{UNIT_OF}(?: (?!⟨)[a-zà-ÿ'-]+){{0,3}}? ?[,:(«\"]? ?(?:« ?)?<member:OXF>"
)
_POSSESSED = compiled(rf"<organisation:OX>(?:'s|’s|') (?:(?!⟨)[A-Za-z-]+ ){{0,2}}?(?:{UNIT_OF}),? <member:OXF>")
_NATIONAL = compiled(
    rf"\b(?:filiale|branche|antenne|division|subsidiary|arm|unit) (?:(?!⟨|de |du )[a-zà-ÿ-]+ ){{0,2}}?{_DE}<organisation:OX>, <member:OX>"
)
_PARENT_OF = compiled(
    rf"<organisation:OX>,? {_IS}(?:,? ?)(?:la |le |the )?(?:nouvelle |new |future )?(?:maison[- ]mère|société mère|groupe mère|propriétaire|parent company|parent|owner|mother company) (?:de la |de l'|du |de |d'|of |to )(?:la |l'|the )?{_HOUSE}<member:OX>"
)
_OF_PARENT = compiled(
    rf"(?:maison[- ]mère|société mère|propriétaire|parent company|parent|owner) (?:de la |de l'|du |de |d'|of )(?:la |l'|the )?{_HOUSE}<member:OX>, {{the}}{_HOUSE}<organisation:OX>"
)
_PARENT = compiled(
    rf"<member:OX>(?:'s|’s|')? (?:[^.;:⟨⟩]|⟨[NDMU]\d+⟩){{0,60}}?(?:sa |la |its |leur |)?(?:maison[- ]mère|société mère|parent company|parent|owner),? (?:la |le |l'|the )?{_HOUSE}<organisation:OX>"
)
_OWNED = compiled(
    rf"<member:OX>(?: \([^()]{{1,60}}\))?,? {_IS}(?:entièrement |intégralement |désormais |majoritairement |détenue? |wholly |fully |majority[- ]|jointly )*(?:(?:à ⟨H\d+⟩ )?(?:(?<=e )|propriété|la propriété|détenue?s?|contrôlée?s?|owned|controlled)(?: à ⟨H\d+⟩| à parts égales| à parité| ⟨H\d+⟩| equally| jointly)*) (?:par |by |de la |de l'|du |de |d')(?:la |le |l'|the )?{_PARENTS}"
)
_UNDER = compiled(
    rf"<member:OXF>(?: \([^()]{{1,60}}\))?,? {_IS}(?:(?:[^.;:,⟨⟩]|⟨[DN]\d+⟩){{0,40}}? )??(?:dans le giron|dans l'escarcelle|sous la coupe|sous l'aile|sous le contrôle|sous pavillon|sous la bannière|under the umbrella|under the wing|in the hands|into the fold|inside the) (?:de la |de l'|du |de |d'|of the |of )?{_PARENTS}"
)
_IN_GROUP = compiled(
    r"<member:OX>(?: \(| ?, )(?:du |of the |part of the |part of |membre du |une société du |une entreprise du |a member of the |a )?(?:groupe |group |groep )<organisation:OX>|<member2:OX>(?: \(| ?, )(?:part of the |part of |an? |of the )<organisation2:OX> (?:group|company)\b"
)
_TUTELLES = compiled(
    rf"\b(?:tutelles|organismes de tutelle|établissements de tutelle|parent institutions|parent bodies)(?: [a-zà-ÿ]+)?(?: ?:| sont| are|,) {{det}}(?P<organisation>⟨[OXF]\d+⟩{_AND})"
)
_SEVERAL = compiled(
    rf"(?:\b(?:filiales|branches|divisions|entités|marques|subsidiaries|units|arms|brands|businesses)(?: (?!⟨)(?!d[eu]s? )[a-zà-ÿ-]+){{0,2}} (?:de la |de l'|du |de |d'|of the |of ){_HOUSE}<organisation:OX>|<organisation2:OX>(?:'s|’s|') (?:(?!⟨)[a-z-]+ ){{0,2}}(?:subsidiaries|units|arms|brands|businesses))(?:[^.;:⟨⟩]|⟨[DN]\d+⟩){{0,30}}?(?: include| are| sont| figurent| comptent| on trouve| on compte| ?:|, dont|,)(?: notamment)? {{det}}<member:OXLP+>"
)
_HOLDS = compiled(
    r"<organisation:OX>(?:,? [^.;:⟨⟩]{0,60},)? (?:détient|possède|compte|contrôle|a|regroupe|chapeaute|réunit|owns|has|controls|runs|comprises) (?:désormais |aujourd'hui |now )?(?:(?:⟨N\d+⟩|[a-zà-ÿ]+) ){1,2}?(?:filiales|branches|divisions|entités|marques|subsidiaries|units|businesses|brands)(?: (?!⟨)[a-zà-ÿ]+){0,2}(?: ?:|, dont|,| dont| :)(?: notamment)? {det}<member:OXP+>"
)
_CREATED = compiled(
    rf"^(?:Co-?)?(?:Créée?|Détenue?|Fondée?|Lancée?|Formée?|Created|Owned|Founded|Set up|Formed)(?: en ⟨D\d+⟩| in ⟨D\d+⟩| à parité| à parts égales| jointly| equally)? (?:par|by|between|entre) (?:la |le |l'|the )?{_PARENTS}(?: [^⟨⟩,.;:]{{2,30}}|,? à ⟨H\d+⟩[^⟨⟩,.;:]{{0,30}})?, {{the}}(?:coentreprise|co-entreprise|filiale(?: commune)?|société commune|joint[- ]venture)(?: (?!⟨)[a-zà-ÿ]+)? <member:OX>"
)
_ITS_PARENT = compiled(
    r"^(?:Sa|Leur|Its|Their) (?:maison[- ]mère|société mère|parent company|parent|owner|propriétaire)(?: (?!⟨)[a-zà-ÿ]+)?,? (?:le |la |l'|the )?(?:groupe |group |géant )?<organisation:OX>"
)
_WHOSE = compiled(
    rf"<member:OX>(?:[^.;:⟨⟩]|⟨[DNL]\d+⟩){{0,90}}[ ']<organisation:OX>,? (?:dont|of which|whose) (?:elle|il|it|the firm|the company|la société|l'entreprise) (?:[a-zà-ÿ]+ ){{0,2}}?(?:est|devient|deviendra|devenait|reste|is|becomes|will become|became|remains) (?:[a-zà-ÿ'-]+ |⟨[RN]\d+⟩ ){{0,3}}{UNIT}\b"
)


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each part of a parent body that such words name."""
    for pattern in (
        _UNIT_OF,
        _FRONTED,
        _UNITS_NAME,
        _POSSESSED,
        _NATIONAL,
        _PARENT_OF,
        _OF_PARENT,
        _PARENT,
        _OWNED,
        _UNDER,
        _IN_GROUP,
        _SEVERAL,
        _WHOSE,
        _HOLDS,
        _CREATED,
    ):
        for match in pattern.finditer(typed.string):
            if pattern is _UNIT_OF and not _of_its_kind(match):
                continue
            members, parents = _both(typed, match)
            yield from framed(document, typed, members, parents, "membership.parent")
    if its := _ITS_PARENT.match(typed.string):
        yield from framed(
            document, typed, spoken_of(document, typed), typed.spans(its, "organisation"), "membership.parent"
        )
    for match in _ITS.finditer(typed.string):
        owner = _owner(typed, match.start())
        if owner is not None and (not _SHARED.search(match.group()) or "filiale" in match.group().lower()):
            yield from framed(document, typed, typed.spans(match, "member"), [owner], "membership.parent")


def _both(typed: Typed, match: re.Match[str]) -> tuple[list[Mention], list[Mention]]:
    groups = {k: v for k, v in match.groupdict().items() if v}
    members = [m for k in ("member", "member2") if k in groups for m in typed.marked(groups[k])]
    return members, [m for k in ("organisation", "organisation2") if k in groups for m in typed.marked(groups[k])]


def _of_its_kind(match: re.Match[str]) -> bool:
    """Whether a word that need not mean a part ("laboratoire de") is said to be shared, or a subsidiary is named."""
    words = match.string[match.end("member") : match.start("organisation")]
    return not _SHARED.search(words) or bool(_COMMON.search(words))


def _owner(typed: Typed, before: int) -> Mention | None:
    """Whose subsidiary "sa filiale" is: the sentence's leading body, else the last before."""
    named = [m for m in typed.of_kind("OX") if typed.position(m) < before]
    leading = [m for m in named if leads(typed, m)]
    return next(iter([*leading[-1:], *named[-1:]]), None)
