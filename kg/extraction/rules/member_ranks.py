"""Members told by words of belonging: "Kourou en est", "l'entrée d'A et de B", "dont A et B sont membres"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.member_groupings import NOUN, grouping, is_grouping
from kg.extraction.typed import Typed, compiled

_TALK = Expression(
    r"\b(?:membres?|adhérents?|adhérentes?|adhésions?|adhère\w*|cotis\w+|fondateurs|fondatrices|associé[es]*|la composent|le composent|en font partie|"
    r"assemblée générale|rejoin\w+|rallie\w*|members?|membership|founders|joined|joins?|"
    rf"(?:regroupe|rassemble|réunit|fédère|unites|brings together)\w*|{NOUN})\b",
    re.IGNORECASE,
)
_BODIES = r"(?:membres?|adhérents?|sociétaires|fondateurs|fondatrices|partenaires fondateurs|members|founders|founding members)"
_OF_THEM = compiled(r"\b(?:d'entre (?:eux|elles)|of (?:them|its members))\b[^.:⟨⟩]{0,80}: ?{det}<member:OXL+>")
_EN_EST = compiled(
    r"<member:OXL+>(?:, [^,.;⟨⟩]{3,40},)?,? (?:qui )?en (?:est|sont|était|étaient|fait|font|faisait|faisaient|fit|firent)(?: partie| (?:à la fois )?(?:le |la |l'|un |une |l'un |l'une )?(?:des )?(?:mandataire|pilote|chef de file|cheffe de file|membre|adhérente?|coordinat\w+|leader|actionnaire fondateur|fondat\w+|cofondat\w+)s?)?(?= ?[,.;:)]| et| tout | ainsi | comme | aux | avec | membre| depuis| aussi|$)(?:,? [a-zà-ÿ]+,?)?(?:,? (?:tout comme|ainsi que|comme|aux côtés d[eu'](?: la| l')?|avec) {det}<member2:OXL+>)?"
)
_HAS_JOINED = compiled(
    r"<member:OX>(?:, [^,.;⟨⟩]{3,40},)?,? (?:l'(?:a|ont|avait) rejointe?|(?:l'|la |le )rejoint|y (?:a adhéré|adhère|est entrée?|siège)|has joined it)(?![\w-])(?:[^.;:]{0,90}(?:aux côtés d(?:u |e la |e l'|es |e |')|avec |alongside ){the}<member2:OX+>)?"
)
_AMONG = compiled(
    rf"<member:OXL+>,? (?:qui )?(?:compt\w+|figur\w+|est|fut|sont|furent|était|étaient|is|was|are|were) (?:aussi |déjà |notamment |also )?(?:parmi|au nombre d[e']|au rang d[e']|l'une? d[e']|among|one of) ?(?:ses|les|leurs|s|the|its)? ?(?:[a-zà-ÿ]+ |⟨N\d+⟩ ){{0,2}}{_BODIES}"
)
_ARE_MEMBERS = compiled(
    rf"\bdont (?:la |le |les |l')?<member:OXL+>,? (?:sont|est|font|fait) (?:[a-zà-ÿ' ]{{0,30}})(?:{_BODIES}|partie)"
)
_ENTRY = compiled(
    r"\b(?:entrée|adhésion|admission|ralliement|accueil|candidature|entry|admission) (?:de la |de l'|du |des |de |d'|of )<member:OXL+>(?: ⟨?\d⟩?)?(?:,? (?:et|and) (?:de la |de l'|du |des |de |d'|of )<member2:OXL>)?"
)
_DONT = compiled(
    rf"(?:\b{_BODIES}|^(?:Ils|Elles|They|On en) (?:n')?(?:étaient|sont|were|are|compte|comptait)(?: d'abord)? (?:⟨N\d+⟩|[a-zà-ÿ-]+))(?:[^.;:⟨⟩]|⟨[NLDH]\d+⟩){{0,60}}?,? (?:au nombre desquel(?:le)?s|parmi lesquel(?:le)?s|dont|au rang desquel(?:le)?s|parmi eux|including|among them|notamment|tels? que|comme|such as|à commencer par)(?: figurent)?(?: (?:[^.;:⟨⟩]|⟨[NL]\d+⟩){{3,40}},)? ?{{det}}<member:OX+>"
)
_CROSSED = compiled(r"\b[Oo]n y (?:croise|trouve|rencontre|compte|côtoie|retrouve|recense)\b(?P<rest>.+)$")
_MEET = compiled(
    rf"\b{NOUN}\b(?: [a-zà-ÿ-]+)?(?: ?\(?(?P<organisation>⟨[OX]\d+⟩)\)?)?,? (?:où|dans (?:lequel|laquelle)|au sein (?:duquel|de laquelle)|auquel|qui|in which|where|that|which)[^.;:⟨⟩]{{0,30}}?\b(?:se retrouvent|siègent|se côtoient|sont représentés|participent|réunit|rassemble|associe|regroupe|fédère|unit|cotisent|adhèrent|brings together|unites|sit|meet)\b[^.;:⟨⟩]{{0,30}}? ?{{det}}<member:OXL+>"
)
_FORCES = compiled(
    r"<organisation:OX>,? (?:in which|where|où|dans (?:lequel|laquelle)|au sein (?:duquel|de laquelle)) {det}<member:OXL+>(?: [a-zà-ÿ]+)? (?:join forces|work together|unite|team up|unissent leurs forces|s'allient|s'unissent|collaborent|travaillent ensemble)(?: (?:with|avec|à|aux) {det}<member2:OXL+>)?"
)
_CHAIRS = compiled(
    r"<member:OXL+>(?: [^.;:⟨⟩]{0,20}(?:⟨L\d+⟩)?)? (?:préside(?:ra|ront)?|président (?=en tandem|ensemble|cette année|la |le |l'|⟨D)|a présidé|pren(?:d|nent|dra) la présidence|assure(?:nt)? la présidence|a(?: [^.;⟨⟩]{0,10})? pris (?:[^.;⟨⟩]{0,12}(?:⟨U\d+⟩ )?)?(?:les rênes|la présidence|la tête)|hérite de la présidence|chairs|presides over|takes the chair of)\b"
)
_ANOTHER = compiled(
    r"\b(?:autre|nouve(?:au|lle)|dernier|dernière|⟨R\d+⟩|another|newest|latest) (?:ville |cité |commune |entreprise |région |structure )?(?:membre|adhérente?|member)(?: (?:de la |de l'|du |of the |of )<organisation:OX>)?[^.:;,⟨⟩]{0,30} ?[:,] {the}<member:OXL>(?:[^.⟨⟩]{0,4} une? (?:autre|⟨R\d+⟩|troisième|deuxième), <member2:OXL>)?"
)
_ATTACHED = compiled(
    r"^(?:Rattachée?|Affiliée?|Adossée?|Liée?|Adhérente?|Membre) (?:à la |à l'|au |aux |à |de la |de l'|du |des |de |d')<organisation:O>(?P<more>(?:(?:, | et |, et )(?:à la |à l'|au |aux |à |de la |de l'|du |des |de |d')⟨O\d+⟩)*), (?P<subject>(?:(?:la |le |l'|les |the )?⟨[OF]\d+⟩)?)"
)
_PART_OF = compiled(
    r"\b(?:fait|font) partie (?:de la |de l'|du |des |de |d')<organisation:O>(?:[^.;:⟨⟩]{0,40}\(⟨O\d+⟩\))?,? (?:tout comme|comme|ainsi que|aux côtés de|avec) {det}<member:OXLF+>"
)
_BORN_OF = compiled(
    r"<organisation:OFX>,? (?:(?:est |was )?(?:né|née|issue?|fruit|born|created)) (?:de la volonté(?: conjointe| commune)?|à l'initiative(?: conjointe| commune)?|de l'initiative(?: conjointe| commune)?|d'une initiative|de l'alliance|de l'union|de l'association|d'une alliance|on the initiative|of the union|of an alliance) (?:de la |de l'|du |des |de |d'|entre |of |between ){det}<member:O+>"
)
_FIRST_TO = compiled(
    r"<member:OX>,? (?:is|was|becomes|became|has become|est|devient|a été|fut) (?:the |le |la |l'un des |one of the )?(?:⟨R\d+⟩|⟨N\d+⟩|first|latest|newest|dernier|dernière)(?: [a-zà-ÿ]+)?,? (?:to (?:have )?(?:sign(?:ed)? up|join(?:ed)?|become a member|enter)|à (?:rejoindre|adhérer|entrer|intégrer|y entrer|y adhérer|la rejoindre|le rejoindre))"
)
_THEY_FORM = compiled(
    rf"\b(?P<words>{NOUN}(?: d['e] ?[a-zà-ÿ]+)?) (?:qu'|que )(?:ils|elles) (?:constituent|forment|composent|créent|viennent de (?:créer|former)|ont (?:créé|formé|constitué))"
)
_BOUGHT_IT = compiled(
    r"<organisation:O> (?:l'a|l'avait) (?:rachetée?|acquise?|absorbée?|reprise?)\b|<organisation2:O> (?:acquired|bought) it\b"
)
_GROUP = compiled(r"<member:OX>, (?:du|of the) (?:groupe |groupement |réseau |group )<organisation:O>")
_WHERE_MEET = compiled(
    r"<organisation:OX>,? (?:où|dans (?:lequel|laquelle)|au sein (?:duquel|de laquelle)|in which|where) (?:se retrouvent|siègent|se côtoient|sont (?:réunis|réunies|alliés|alliées|représentés)|s'allient|s'unissent)(?: [^.;:⟨⟩]{0,25})? {det}<member:OX+>"
)
_OPENED = compiled(
    r"<member:OX>, (?:la |une |sa |its |the |a )?(?:nouvelle |new |jeune )?(?:filiale|subsidiary|branche|antenne|spin-off|coentreprise) (?:[a-zà-ÿ]+ )?(?:que |qu'|that )(?:(?:la |le |l'|the )?(?P<organisation>⟨O\d+⟩)|(?:la |le |l'|the )[a-zà-ÿ-]+) (?:a|vient|avait|has|opened)\b"
)
_BRANCH = Expression(
    r"^(?P<parent>.+) (?P<where>France|UK|Europe|Italia|España|Deutschland|Germany|Italy|Spain|Belgium|Luxembourg|Occitanie|USA|Inc|Polska|Schweiz|Australia|Canada|Japan|[A-ZÀ-Ý][\w-]+)$"
)
_FILIAL = Expression(
    r"\b(?:filiale|maison[- ]mère|subsidiary|parent company|branche française|division|entité française)\b"
)
_TOWNS = Expression(
    r"\b(?:villes?|cités?|communes?|régions?|agglom\w+|collectivités|territoires|métropoles|cities|towns|regions)\b",
    re.IGNORECASE,
)
_FIRMS = frozenset({"company", "model"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each member that such words name, in the grouping named with them or spoken of."""
    talk = any(_TALK.search(t.string) for t in document.prose[max(0, index - 2) : index + 2])
    for pattern in (_OF_THEM, _EN_EST, _HAS_JOINED, _AMONG, _ARE_MEMBERS, _ENTRY, _DONT, _CHAIRS, _FIRST_TO):
        for match in pattern.finditer(typed.string) if talk else ():
            yield from _framed(document, typed, _members(typed, match))
    for pattern in (_WHERE_MEET, _MEET, _FORCES, _ANOTHER, _PART_OF, _BORN_OF, _GROUP):
        for match in pattern.finditer(typed.string):
            named = typed.spans(match, "organisation") if match["organisation"] else []
            yield from _framed(document, typed, _members(typed, match), named)
    for match in _OPENED.finditer(typed.string):
        parent = typed.spans(match, "organisation") if match["organisation"] else []
        main = parent[0] if parent else document.main("O", ("company", "model", "cluster", "research", "public"))
        if main is not None and main.name != typed.spans(match, "member")[0].name:
            yield _pair(typed.spans(match, "member")[0], main)
    if index == 0:
        yield from _branches(document)
    yield from _crossed(document, index, typed)
    yield from _attached(document, typed)
    yield from _they_form(document, index, typed)
    yield from _bought(document, index, typed)


def _members(typed: Typed, match: re.Match[str]) -> list[Mention]:
    return [m for g in ("member", "member2") if match.groupdict().get(g) for m in typed.spans(match, g)]


def _branches(document: Document) -> Iterator[Frame]:
    """A firm named like another with a country behind it, where the text speaks of a subsidiary."""
    if not any(_FILIAL.search(t.string) for t in document.prose):
        return
    named = {m.name: m for t in document.prose for m in t.of_kind("O") if m.sort in _FIRMS and not m.nominal}
    for name, member in named.items():
        branch = _BRANCH.match(name)
        where = document.known.lookup(branch["where"]) if branch else None
        if branch and where is not None and where.kind == "L" and branch["parent"] in named:
            yield _pair(member, named[branch["parent"]])


def _pair(member: Mention, organisation: Mention) -> Frame:
    return Frame("Membership", (filler("member", member), filler("organisation", organisation)), "membership.ranks")


def _crossed(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """As in "On y croise A et B, mais aussi des PME comme C", after the members were spoken of."""
    match = _CROSSED.search(typed.string)
    before = " ".join(t.string for t in document.prose[max(0, index - 1) : index])
    if match is None or not _TALK.search(before):
        return
    named = [m for m in typed.marked(match["rest"]) if m.kind in "OXL"]
    inside = [m for m in named if not re.search(r"\b(?:groupe|filiale d[eu']|chez) ?$", typed.before(m))]
    yield from _framed(document, typed, inside)


def _attached(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "Rattachée au CNRS et au CNES, la maison ...": the body that the sentence or the text is about."""
    match = _ATTACHED.match(typed.string)
    if match is None:
        return
    named = typed.marked(match["subject"])
    own = (
        named[0]
        if named and named[0].kind in "OF"
        else document.main("OF", ("research",)) or document.main("OF", ("cluster", "company", "model"))
    )
    bodies = [*typed.spans(match, "organisation"), *typed.marked(match["more"])]
    if own is not None:
        yield from (
            Frame("Membership", (filler("member", own), filler("organisation", b)), "membership.ranks")
            for b in bodies
            if b.name != own.name
        )


def _they_form(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """As in "A, B et C parleront d'une seule voix. Le groupement qu'ils constituent ..."."""
    match = _THEY_FORM.search(typed.string)
    if match is None or index == 0:
        return
    members = document.prose[index - 1].of_kind("OXL")
    group = worded("organisation", document, typed, match.span("words"))
    if len(members) > 1:
        yield from (Frame("Membership", (filler("member", m), group), "membership.ranks") for m in members)


def _bought(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """As in "CLS l'a rachetée": the firm named last before."""
    for match in _BOUGHT_IT.finditer(typed.string):
        buyer = typed.captured(match)[0]
        before = [m for t in document.prose[max(0, index - 1) : index] for m in t.of_kind("O") if m.sort in _FIRMS]
        before = [m for m in before if m.name != buyer.name and not m.nominal]
        if before and buyer.sort in _FIRMS:
            yield Frame("Membership", (filler("member", before[-1]), filler("organisation", buyer)), "membership.ranks")


def _framed(
    document: Document, typed: Typed, members: list[Mention], named: list[Mention] | None = None
) -> Iterator[Frame]:
    """The members of a grouping; a town or region only in one of towns or regions."""
    if not members:
        return
    here = [m for m in typed.of_kind("OF") if m not in members and is_grouping(document, m)]
    pick = named or here
    group = filler("organisation", pick[-1]) if pick else grouping(document, typed, {m.name for m in members})
    if group is None:
        return
    local = bool(_TOWNS.search(str(group.value))) or sum(bool(_TOWNS.search(t.string)) for t in document.prose) > 1
    for member in members:
        fits = member.kind != "L" or member.sort == "model" or (local and member.sort not in {"country", "continent"})
        if fits and member.sort != "press" and member.name != group.value:
            yield Frame("Membership", (filler("member", member), group), "membership.ranks")
