"""Where a thing is and whose it is, read from its clause: one set of verbs for every kind of plant, dish or satellite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.rules.asset_words import OBLIQUE
from kg.extraction.typed import MARK, Typed, compiled

_GAP = r"(?:[^.;:⟨⟩]|⟨[DMUNRH]\d+⟩)"
_WIDE_GAP = r"(?:[^.;:⟨⟩]|⟨[DMUNRHL]\d+⟩)"
_AN = r"(?:la |le |l'|les |une? |son |sa |ses |leurs? |the |an? |its |their )"
_WORDS = r"(?:(?!(?:pour|for|avec|with|de|of)\b)[a-zà-ÿ'-]+ )"
_ACT = (
    r"(?:constru|bâti|édifi|érig|implant|install|ouvr|ouvert|inaugur|aménag|s'équip|s'offr|se dot|s'est dot|s'est offert|exploit|gér|gèr|opèr|opér|pilot|possèd|posséd|détien|détenu|ferm|agrandi|"
    r"rénov|modernis|transform|reconverti|convert|rach[eè]t|repren|repri|acqui|acquér|dispos|bénéfici|mett|met |mis |développ|conçu|conçoi|fabriqu|réalis|assembl|produi|livr|lou|occup|port[eé]|men[eé]|mèn|imagin|"
    r"dévoil|achev|achèv|termin|projett|prévoi|emménag|boucl|lance|lancé|lancer|cré[eéa]|fournit|fourni|commercialis|propos|entretien|anim[eé]|coordonn|dirig|vis[eé] |coupl|"
    r"build|built|open|construct|erect|establish|creat|launch|unveil|operat|run|ran |own|manag|expand|extend|clos|shut|refurbish|acquir|bought|buy|taken? over|takes over|took over|plan|develop|design|mak|made|manufactur|lead|led |"
    r"host|maintain|commission|complet|equip|leas|rent|fly|flies|steer|control|us(?:e|es|ed|ing) |moth|sells?|sold|produc|suppl|assembl|prepar|complet)\w*"
)
_DONE = (
    r"(?:construite?|bâtie?|édifiée?|érigée?|implantée?|installée?|ouverte?|aménagée?|exploitée?|gérée?|opérée?|pilotée?|possédée?|détenue?|agrandie?|rénovée?|modernisée?|transformée?|rachetée?|reprise?|acquise?|mise? (?:au point|en service|en œuvre)|"
    r"développée?|conçue?|fabriquée?|réalisée?|assemblée?|produite?|livrée?|louée?|occupée?|portée?|menée?|imaginée?|lancée?|créée?|fournie?|commercialisée?|proposée?|entretenue?|animée?|coordonnée?|dirigée?|conduite?|intégrée?|testée?|posée?|dessinée?|signée?|supervisée?|maîtrisée?|"
    r"built|opened|constructed|erected|installed|established|created|operated|run|owned|managed|expanded|acquired|bought|taken over|developed|designed|made|manufactured|led|hosted|maintained|completed|leased|rented|flown|steered|controlled|used|produced|supplied|assembled|tested|backed by and built|planned|proposed|headed|conceived)(?!s)"
)
_BY = r"(?:par|by|chez)"
_BEFORE = compiled(
    rf"<operator:OX>(?:,? (?:et|and)(?: la| le| l'| the)? ⟨O\d+⟩)?(?:, [^.;:⟨⟩]{{2,70}},| \([^()]{{1,40}}\)|,? (?:à|en|in|of|near|,) ⟨L\d+⟩,?)?,? (?:(?:qui|which|who|that) )?(?:(?!(?:et|and|mais|but|pour|for|par|by) )[^.;:⟨⟩, ]+ ){{0,5}}?{_ACT}(?:(?!\b(?:pour|for|with|avec|par|by|selon|that|que)\b){_WIDE_GAP}){{0,60}}$"
)
_FRONTED = compiled(
    rf"^(?:[^.;:⟨⟩]{{0,30}}[,;] )?(?:{_DONE}(?: {_WIDE_GAP}{{0,40}}?)? {_BY} |Propriété (?:de |du |d')|(?:Fruit|Issue?) d'une? [^.;:⟨⟩]{{3,40}} (?:entre|de) |Fruit (?:de |du |d')|Property of )(?:(?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,3}})<operator:OX+>(?: (?:à|en|in|at|depuis|since) ⟨[LD]\d+⟩)?, (?:{_AN}(?:[a-zà-ÿ-]+ |⟨R\d+⟩ ){{0,3}})?[«\"]? ?$"
)
_SAXON = compiled(r"<operator:OX>'s? (?:(?:[a-z-]+|⟨[MRNLO]\d+⟩) ){0,4}$")
_PASSIVE = compiled(
    rf"^(?:(?:(?!\b(?:et|and|mais|but)\b){_WIDE_GAP})|⟨S\d+⟩ (?:et|and) ){{0,100}}?{_DONE}(?: (?!(?:par|by)\b){_WIDE_GAP}{{0,70}}?)?(?: (?:in|at|à|near) ⟨O\d+⟩)?,? {_BY} (?:(?:un|une|la |le |l'|les |the |a )?(?:[a-zà-ÿ-]+ ){{0,4}})<operator:OX+>(?!'s)"
)
_PLURAL = compiled(
    rf"^(?:[a-zà-ÿ ]{{0,20}}| (?:et|and) ⟨S\d+⟩,?) ?(?:sont|seront|ont été|are|were) (?:[a-zà-ÿ]+ )?{_DONE}s? {_BY} (?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,3}}<operator:OX+>"
)
_PART_OF = Expression(
    r"(?<!construction )(?<!extension )(?<!ouverture )(?<!exploitation )(?<!réalisation )(?<!opening )(?<!expansion )\b(?:de la |de l'|du |des |of the |of )(?:[a-zà-ÿ-]+ ){0,2}$"
)
"""What makes a thing only the owner of what is supplied: "les viseurs d'étoiles de la constellation"."""
_TRUSTED = compiled(
    rf"^{_WIDE_GAP}{{0,90}}?\b(?:confiée? (?:à|au)|appartient (?:à|au)|appartenant (?:à|au)|propriété (?:de|du)|reviennent? (?:à|au)|revient (?:à|au)|relève (?:de|du)|attribuée?s? (?:à|au)|"
    rf"belongs? to|belonging to|owned by|property of|entrusted to|awarded to|a joint venture (?:of|between)|coentreprise (?:de|du|entre)|sous (?:la houlette|l'égide|la maîtrise d'œuvre|la responsabilité|la conduite) (?:de|du|d')) ?(?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,2}}<operator:OX+>"
)
_RELATIVE = compiled(
    rf"^(?: [^.;:⟨⟩,]{{0,40}}| (?:de |du |of |at |in |à )(?:la |le |les )?⟨[LF]\d+⟩)?,? (?:que |qu'|which |that |dont )(?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){{0,2}}<operator:OX>(?:(?!'s)[^.;:⟨⟩]){{0,50}}?{_ACT}"
)
_OF = compiled(
    r"^(?: (?:à |de |d'|du |des |at |in )(?:la |le |les )?⟨L\d+⟩)?,? ?(?:de |d'|du |de la |de l'|of |of the |from )(?:⟨L\d+⟩(?:-based|'s) )?(?:[a-zà-ÿ-]+ ){0,2}?<operator:OX+>(?!'s)|^,? \(<operator2:OX+>\)|"
    r"^,? (?:(?:une?|le|la|the|an?|its|⟨R\d+⟩) )?(?:[\wà-ÿ'-]+ |⟨R\d+⟩ ){1,6}(?:\(|de |d'|du |de la |de l'|des |of |of the |by |from )(?:la |le |l'|the )?<operator3:OX+>(?=[,.;)]| (?:qui|et|a|est|will|is|has)\b|$)|"
    r"^, (?:an? )<operator4:O> (?:[a-z-]+ ){0,3}(?:satellite|mission|spacecraft|probe|rocket|launcher|project|programme|facility|telescope)"
)
_FOR = compiled(r"^ (?:for |pour )(?:la |le |l'|les |the )?<operator:OX>")
_ORDERED = compiled(
    r"<operator:OX> (?:a |ont |has |have |vient de |va |will )?(?:également |aussi |also )?(?:confi|command|attribu|achet|entrust|award|order|commission|contract)\w* (?:à|to|from|auprès de) (?:la |le |l'|les |the )?<operator2:OX> [^.;:⟨⟩]{0,40}$"
)
_ORDERED_FROM = compiled(
    r"^[^.;:⟨⟩]{0,60}(?:⟨R\d+⟩[^.;:⟨⟩]{0,40})?(?:commandée?s?|achetée?s?|confiée?s?|ordered|bought|commissioned) (?:par (?:la |le |l'|les )?|by (?:the )?)<operator:OX> (?:à|auprès d[e'u]|chez|from) ?(?:la |le |l'|the )?<operator2:OX>"
)
_UNDER_NAME = compiled(
    r"^ ?[»\"]? ?[:,] (?:c'est |tel est |that is )[^.;:⟨⟩]{0,30}(?:que |qu'|which )(?:la |le |l'|the )?<operator:OX>"
)
_SAID_AT = compiled(
    r"[»\"]?,? ?(?:[a-zà-ÿ]+(?:-t)?-(?:on|t-on|il|elle)|says?|said|dit|explique|assure|annonce|promet|indique|précise|confirme)[^.;⟨⟩]{0,30} (?:chez |at |à |du côté de )?(?:la |le |l'|the )?<operator:O>|[»\"],? (?:the |la |le |l')?<operator2:O>,? (?:says?|said|tweeted|adds?|added|announced|explique|assure|annonce|promet)"
)
_OURS = Expression(r"\b(?:[Nn]otre|[Nn]os|[Oo]ur)(?: [a-zà-ÿ-]+){0,3},? $")
_AUTHORITY = frozenset({"press", "country"})
_IN = (
    r"(?:à (?:l'est|l'ouest|côté|proximité|quelques kilomètres) (?:de |d'|du )|au (?:nord|sud|cœur|pied|large) (?:de |d'|du )|près (?:de |d'|du )|non loin (?:de |d'|du )|aux portes (?:de |d'|du )|"
    r"sur (?:la commune de |le site de |le campus de |l'île (?:de |d')|le plateau (?:de |d')|l'aéroport de |la base de |les hauteurs de )|dans (?:la zone (?:de |d')|le parc (?:de |d')|la banlieue de |le quartier (?:de |d'|du ))(?:la |l')?|"
    r"à (?:la |l')?|au |aux |en |sur (?:la |le |l')?|dans (?:le |la |l'|les |un |une |d'|des )?(?:(?:[a-zà-ÿ-]+ ){1,3}(?:de |d'|du ))?|outside |in (?:the )?|at (?:the )?|near |on (?:the )?(?:⟨L\d+⟩ )?(?:(?:island|isle|shores?|outskirts|edge|banks) of )?|off )"
)
_THE = r"(?:la |le |l'|les |the )?"
_ALSO_IN = rf"(?:(?:,? \(|, (?:près de |en |dans {_THE}|à |au |in |near )?{_THE}| en | dans {_THE})<place1:L>\)?)?"
_BESIDE = compiled(
    rf"^(?: (?:de |d'|du |de la |de l'|of |of the )⟨O\d+⟩)?(?: [a-zà-ÿ-]+){{0,2}}?,? \(?{_IN}<place:L>{_ALSO_IN}|^ \(<place5:L>\)|^, <place6:L>(?=[.;]|,(?! ⟨))|^ (?:de |d'|du |des |of |for |pour ){_THE}<place2:L>|^, (?:le |la |l'|un |une |the |a |an )(?:[a-zà-ÿ-]+ ){{1,4}}?(?:de |d'|du |des |of |in |at |à ){_THE}<place4:L>|^(?:, [^.;:⟨⟩,]{{2,60}}|, [^.;:⟨⟩,]{{2,40}}(?:de |d'|du |of ){_THE}⟨O\d+⟩)?,? {_IN}<place3:L>"
)
_STANDS = compiled(
    rf"^(?:(?!\b(?:et|and|mais|but)\b)(?:[^.;:⟨⟩]|⟨[DMUNRHO]\d+⟩)){{0,100}}?(?:{_DONE}|situ\w+|localis\w+|basée?|hébergée?|verra le jour|voit le jour|voir le jour|sort\w* de terre|s'élève\w*|s'ouvr\w+|s'install\w+|ouvr\w+|prend\w* place|se dress\w+|se trouve\w*|se situe\w*|trône|poussera|located|based|sited|stands?|sits?|housed|rising|go(?:es)? up|take shape|opens?|open)"
    rf"(?:(?!\b(?:pour|for|avec|with)\b)(?:[^.;:⟨⟩]|⟨[DMUNRHO]\d+⟩)){{0,60}}? {_IN}<place:L>{_ALSO_IN}"
)
_PLACED = compiled(
    rf"^(?:[^.;⟨⟩]{{0,40}}?(?<![\w']))??{_IN}<place:LF>(?:,? \(?(?:{_IN}|de |d'|du )?<place2:L>\)?)?,? (?:⟨O\d+⟩|[^.;⟨⟩]|⟨[DMUNRHX]\d+⟩){{0,80}}$|"
    rf"<place7:F>(?:, [^.;:⟨⟩]{{2,50}},)? (?:[a-zà-ÿ]+ ){{0,2}}?(?:abrit\w+|héberg\w+|accueill\w+|dispos\w+|compte|comprend|s'est dotée?|se dote|possède|houses|hosts|boasts|is home to|has) (?:{_GAP}{{0,50}} )?(?:d')?$|"
    rf"{_ACT}(?:,| [^.;:⟨⟩]{{0,25}}| ⟨D\d+⟩,?)? {_IN}<place3:L>(?:,? \(?(?:{_IN})?<place4:L>\)?)?,? (?:(?!\b(?:et|and)\b)[^.;:⟨⟩]|⟨[DMUNR]\d+⟩){{0,50}}$|"
    rf"<place5:L>(?:, [^.;:,⟨⟩]{{2,40}},)? (?:[a-zà-ÿ]+ ){{0,2}}?(?:aura|accueill\w+|abrit\w+|héberg\w+|se dot\w+|s'offr\w+|s'équip\w+|inaugur\w+|gagn\w+|perd\w*|obtien\w+|conserv\w+|dispos\w+|compt\w+|attend\w*|gets?|win[s]?|loses?|hosts?|houses|has|have|wants?|is home to|is to get|will get|boasts|awaits)(?: {_GAP}{{0,50}})? $|"
    rf"^<place6:L>(?: :| –|,| -) {_GAP}{{0,50}}$"
)
_ENGLISH_PLACE = compiled(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|'s|[Aa]) )(?:[a-z-]+ )?<place:L> (?:[a-z-]+ ){0,2}$|^<place2:L> (?:[a-z-]+ ){0,2}$"
)
_UNKNOWN_TOWN = compiled(rf"^ {_GAP}{{0,40}}{_DONE} (?:à|in|at|near) <place:O>(?= (?:by|par)|[,.]|$)")
_LABEL = Expression(r"^⟨L(\d+)⟩ ?[.:–-]?\s*$")
_TWO_PLACES = compiled(
    r"^(?: [a-zà-ÿ]+)? (?:de |d'|du |of )(?:la |le |l')?<place:L>(?: \([^()]*\))?,? (?:à |in |at |en |au |aux )<place2:L>"
)
_IS_MAKER = compiled(
    r"<operator:OX+> (?:est|sont|is|are|was|were|reste|restent|sera|seront) (?:le |la |l'|les |the )?(?:[a-zà-ÿ]+ )?(?:exploitant|opérat(?:eur|rice)|concept(?:eur|rice)|constructeur|fabricant|propriétaire|gestionnaire|maître d'œuvre|operator|owner|builder|maker|manufacturer)e?s? (?:de la |de l'|de |du |des |d'|of the |of )$"
)
_COMPOUND = compiled(r"\b(?:an?|the|its) (?:new |planned |future |main )?<operator:O> (?:[a-z]+ ){0,2}$")
_BROAD = frozenset({"country", "continent"})


def _unlike_a_town(spot: Spot) -> list[Mention]:
    """The owner that was taken for a town where the town follows: "le site de Nanoxia, à Laval"."""
    found = spot.typed.captured(_TWO_PLACES.match(spot.after))
    return found[:1] if found and found[0].sort == "model" else []


def owners(_document: Document, spot: Spot) -> list[Mention]:
    """Who makes, runs or owns what stands at a spot, as its clause says; none where it does not."""
    typed, before, after = spot.typed, spot.before, spot.after
    if found := _unlike_a_town(spot):
        return found
    for match in (
        _SAXON.search(before),
        _IS_MAKER.search(before),
        _COMPOUND.search(before),
        _ORDERED.search(before),
        _ORDERED_FROM.match(after),
        _UNDER_NAME.match(after),
        _OF.match(after),
        _FOR.match(after) if typed.string[spot.start] != "⟨" else None,
        _PASSIVE.match(after),
        _TRUSTED.match(after),
        _PLURAL.match(after),
        _FRONTED.search(before),
        _RELATIVE.match(after),
    ):
        if named := _bodies(typed.captured(match)):
            return named
    if _OURS.search(before):
        return _bodies(typed.captured(_SAID_AT.search(after))) or [*_bodies(typed.of_kind("O"))][-1:]
    if _PART_OF.search(before):
        return []
    named = _bodies(typed.captured(_BEFORE.search(before)))
    return [] if any(OBLIQUE.search(typed.before(m)) for m in named) else named


def first(document: Document, spots: Sequence[Spot], read: Callable[[Document, Spot], list[Mention]]) -> list[Mention]:
    """What is read at the first spot that says anything."""
    return next((found for spot in spots if (found := read(document, spot))), [])


def _bodies(found: list[Mention]) -> list[Mention]:
    return [m for m in found if m.sort not in _AUTHORITY]


def sites(document: Document, spot: Spot) -> list[Mention]:
    """Where what stands at a spot is, as its clause says; none where it does not."""
    typed = spot.typed
    for match in (
        _BESIDE.match(spot.after),
        _ENGLISH_PLACE.search(spot.before),
        _STANDS.match(spot.after),
        _PLACED.search(spot.before),
    ):
        not_towns = _unlike_a_town(spot)
        if found := [m for m in typed.captured(match) if m.sort not in _BROAD and m not in not_towns]:
            return found
    towns = typed.captured(_UNKNOWN_TOWN.match(spot.after))
    if found := [m for m in towns if m.sort == "model" and " " not in m.name]:
        return found
    return [*_heading(document, typed)]


def _heading(document: Document, typed: Typed) -> Iterator[Mention]:
    """The place that stands alone before a sentence: "Vernon. Le site recrute"."""
    at = next(i for i, t in enumerate(document.prose) if t is typed)
    label = _LABEL.match(document.prose[at - 1].string) if at else None
    if label is not None:
        mark = MARK.search(document.prose[at - 1].string)
        if mark is not None:
            yield document.prose[at - 1].mentions[int(mark["number"])]
